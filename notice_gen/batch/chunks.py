"""Some notices that share a job: what a worker is handed at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from notice_gen.batch import job, source
from notice_gen.batch.job import Made
from notice_gen.batch.source import Entry
from notice_gen.errors import N_, Problem
from notice_gen.office.crew import Work

CHUNK = 64
"""Notices handed to a worker at a time: some 25 ms of work."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some notices that share a job."""

    entries: tuple[Entry, ...]  # what they are
    rows: bytes  # pickled, the row of each; empty for findings files, which are read when their turn comes
    numbers: tuple[int, ...]  # of each, the number to print where the register gives it

    def part(self, wanted: Sequence[int], numbers: Sequence[int] | None = None) -> Chunk:
        """Return the notices at the *wanted* positions, with other *numbers* if given."""
        rows = source.some(self.rows, wanted) if self.rows else b""
        return Chunk(tuple(self.entries[n] for n in wanted), rows, tuple(numbers or (self.numbers[n] for n in wanted)))


def _lost(_: Chunk, error: BaseException) -> list[Made]:
    problem = Problem(
        N_("Tiến trình in bị dừng đột ngột khi làm văn bản này ({loi})."),
        N_("Có thể máy thiếu bộ nhớ: đóng bớt chương trình, chạy lại với --jobs 1; vẫn vậy thì gửi hàng này cho người phụ trách phần mềm."),
        {"loi": f"{type(error).__name__}: {error}".splitlines()[0]},
    )
    return [Made(b"", problems=(problem,))]


MAKE = Work[Chunk, list[Made]](
    lambda chunk: (job.make, (chunk.entries[0].job, chunk.rows or source.of_files(chunk.entries), chunk.numbers)),
    lambda chunk: [chunk.part([n]) for n in range(len(chunk.entries))], _lost,
)
"""What is done with a chunk: its notices are made."""
