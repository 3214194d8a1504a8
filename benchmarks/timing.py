"""Interleaved timing: every contender runs in every round, so the machine's moods hit all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def interleaved(contenders: Mapping[str, Callable[[], object]], *, rounds: int, inner: int) -> dict[str, float]:
    """Return for each contender the median seconds of one call.

    Args:
        contenders: name → what to run.
        rounds: how many times each is measured.
        inner: calls in one measurement.
    """
    for run in contenders.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            start = time.perf_counter()
            for _ in range(inner):
                run()
            times[name].append((time.perf_counter() - start) / inner)
    return {name: statistics.median(values) for name, values in times.items()}


def table(title: str, times: Mapping[str, float], *, against: str) -> None:
    """Print times in ms and as multiples of *against*."""
    print(f"\n{title}")
    for name, seconds in times.items():
        print(f"  {name:<44} {seconds * 1000:8.3f} ms   {seconds / times[against]:6.2f} x")
