"""Many things to work on: in this process, or by workers; the library of processes is loaded only for the latter."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TypeVar

from notice_gen.office.crew import Crew, Work

T = TypeVar("T")
R = TypeVar("R")


def processes(count: int) -> Crew:
    """Return a crew of *count* processes of this machine."""
    from notice_gen.office import workers

    return Crew(lambda: workers.processes(count), count)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fan_out(crew: Crew | None, work: Work[T, R], things: Iterator[T]) -> Iterator[tuple[T, R]]:
    """Yield each thing with its result, in the order they are done; without a crew this process does the work."""
    if crew is None:
        for thing in things:
            yield thing, work.here(thing)
        return
    from notice_gen.office import workers

    yield from workers.fan_out(crew, work, things)
