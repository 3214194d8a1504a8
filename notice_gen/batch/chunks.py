"""What is handed to those who work, and who they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notice_gen.batch import source
from notice_gen.batch.source import Entry
from notice_gen.records import record

if TYPE_CHECKING:
    from concurrent.futures import Executor

CHUNK = 64
"""Notices handed to a worker at a time: some 25 ms of work."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some notices that share a job.

    Attributes:
        entries: what they are.
        rows: pickled, the row of each; empty for findings files, which are read when their turn comes.
        numbers: of each, the number to print where the register gives it.
    """

    entries: tuple[Entry, ...]
    rows: bytes
    numbers: tuple[int, ...]

    def part(self, wanted: Sequence[int], numbers: Sequence[int] | None = None) -> Chunk:
        """Return the notices at the *wanted* positions, with other *numbers* if given."""
        rows = source.some(self.rows, wanted) if self.rows else b""
        return Chunk(tuple(self.entries[n] for n in wanted), rows, tuple(numbers or (self.numbers[n] for n in wanted)))


@record
class Crew:
    """The workers, where this process does not do the work itself.

    Attributes:
        start: gives an executor; called again when one broke.
        width: how many chunks are worked on at once.
        watch: called while nothing comes back; raises when nothing will.
    """

    start: Callable[[], Executor]
    width: int
    watch: Callable[[], None] = lambda: None


def order(chunk: Chunk) -> tuple[bytes, bytes, tuple[int, ...]]:
    """Return what :func:`job.make` takes."""
    return chunk.entries[0].job, chunk.rows or source.of_files(chunk.entries), chunk.numbers
