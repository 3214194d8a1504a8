"""What is asked of a batch, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import files
from notice_gen.batch import manifest
from notice_gen.batch.job import READY, Result
from notice_gen.batch.source import Chunk, Entry, Source
from notice_gen.errors import Problem
from notice_gen.office.pool import Crew
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.office import pdf
    from notice_gen.register import Issue

Progress = Callable[[int, int | None], None]
"""Is called with how many notices are made, and of how many once that is known."""


@record
class Described:
    """What became of the metadata of a batch.

    Attributes:
        written: the files that are there now.
        problems: why others are not, and what is worth a look, located.
        edited: how many of the Word files were edited since: theirs are of the findings.
        failed: how many are not written.
    """

    written: tuple[Path, ...]
    problems: tuple[Problem, ...]
    edited: int
    failed: int


@record
class Order:
    """All that a batch needs to know."""

    source: Source  # what is to be made
    crew: Crew | None  # who makes it; None for this process
    registers: Mapping[Path, str]  # by findings file, the register in force in its folder
    there: frozenset[str]  # those registers that exist already
    if_exists: files.IfExists  # what to do over a file that somebody changed
    dry: bool  # only say what would be done
    archive: Path | None = None  # where to pack the finished files, if anywhere
    with_pdf: bool = False  # make a PDF beside each
    describe: str | None = None  # write metadata beside each, of this kind; None for none
    stops: Callable[[], bool] = lambda: False  # says whether somebody wants it to end; Ctrl-C does so too


@dataclass
class Batch:
    """A batch under way, or over."""

    entries: list[Entry] = field(default_factory=list)  # what it is made of, in order
    results: dict[int, Result] = field(default_factory=dict)  # by index, what became of each
    created: list[str] = field(default_factory=list)  # registers begun just now
    dropped: list[str] = field(default_factory=list)  # files of earlier runs that are gone because their notice is called otherwise now
    tidied: list[str] = field(default_factory=list)  # those that are gone because their number is void
    left: list[str] = field(default_factory=list)  # those that are there though no row and no valid number accounts for them
    noted: list[Problem] = field(default_factory=list)  # what is worth a look in the data as a whole
    stopped: tuple[Problem, ...] = ()  # why it ended before all was written; empty when it did not
    interrupted: bool = False  # it was Ctrl-C
    archive: Path | None = None  # where the finished files are packed; None when they are not
    pdf_orders: list[pdf.Order] = field(default_factory=list)  # PDFs that were asked for
    pdf_of: list[int] = field(default_factory=list)  # by the order's place, the notice's index
    pdf_run: pdf.Run | None = None  # what became of them; None when none were asked for
    described: Described | None = None  # what became of the metadata; None when none were asked for
    chunks: list[Chunk] = field(default_factory=list)  # to make a notice again
    chunk_of: list[int] = field(default_factory=list)  # by the notice's index, its chunk's
    behind: dict[str, list[Issue]] = field(default_factory=dict)  # by register, notices of earlier runs that it has no note of

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep what is worth a look, each once: several common files may share their data."""
        self.noted += [problem for problem in problems if problem not in self.noted]

    def ready(self) -> list[int]:
        """Return the indices of what is made and not written yet."""
        results = self.results
        return [entry.at for entry in self.entries if results[entry.at].status == READY]

    def outputs(self) -> list[str]:
        """Return the names of all files that are there, in order."""
        results = (self.results[entry.at] for entry in self.entries)
        return [result.output for result in results if result.status in manifest.THERE]

    def refuse(self, index: int, *problems: Problem) -> None:
        """Fail one notice."""
        self.results[index] = self.results[index]._replace(status=manifest.REFUSED, problems=problems, khoa="", request=None)
