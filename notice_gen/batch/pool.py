"""Who makes the notices: this process, or workers; chunk by chunk."""

from __future__ import annotations

import os
from collections.abc import Iterator

from notice_gen.batch import job
from notice_gen.batch.chunks import Chunk, Crew, order
from notice_gen.batch.job import Made


def processes(count: int) -> Crew:
    """Return a crew of *count* processes of this machine."""
    from notice_gen.batch import workers

    return Crew(lambda: workers.processes(count), count)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def made(chunk: Chunk) -> list[Made]:
    """Make a chunk at once, in this process."""
    return job.make(*order(chunk))


def fan_out(crew: Crew | None, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, list[Made]]]:
    """Yield each chunk with what was made of it, in the order they are done; without a crew this process makes them."""
    if crew is None:
        for chunk in chunks:
            yield chunk, made(chunk)
        return
    from notice_gen.batch import workers

    yield from workers.fan_out(crew, chunks)
