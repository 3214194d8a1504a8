"""What is asked of a batch, and how far it has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from notice_gen import files
from notice_gen.batch import manifest
from notice_gen.batch.job import READY, Made
from notice_gen.batch.source import Chunk, Entry, Source
from notice_gen.errors import Problem
from notice_gen.office.pool import Crew
from notice_gen.records import record
from notice_gen.shelf import Shelf

if TYPE_CHECKING:
    from notice_gen.office import pdf
    from notice_gen.register import Issue, Request

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


class Result(NamedTuple):
    """What is kept in memory of what became of one notice; what is not said here is as in :class:`Made`."""

    status: str
    output: str = ""
    problems: tuple[Problem, ...] = ()
    number: int | None = None
    sha256: str = ""
    taken: bool = False
    form: str = ""
    shared: str = ""
    waived: tuple[str, ...] = ()
    template: str = ""
    fits: bool = False
    khoa: str = ""  # the key of its number in the register
    aside: int | None = None  # where the rest is put aside; None when nobody made it in this run


class Aside(NamedTuple):
    """What is seldom asked of a notice that is made; all is as in :class:`Made`."""

    label: str = ""
    unit: str = ""
    means: str = ""
    request: Request | None = None


_SHARED = slice(Entry._fields.index("job"), Entry._fields.index("template") + 1)


class Entries(Sequence[Entry]):
    """The entries of a batch, in order, all but the latest put aside; what they share, once in memory."""

    def __init__(self) -> None:
        self._own: Shelf[tuple[Any, ...]] = Shelf()
        self._shared: list[tuple[bytes, str]] = []

    def append(self, entry: Entry) -> None:
        """Add one at the end.  Raises OutputError: the disk is full."""
        shared = (entry.job, entry.template)
        if not self._shared or self._shared[-1] != shared:
            self._shared.append(shared)
        self._own.append((*entry[: _SHARED.start], len(self._shared) - 1, *entry[_SHARED.stop :]))

    def __len__(self) -> int:
        return len(self._own)

    def __getitem__(self, index: int) -> Entry:  # type: ignore[override]  # nobody asks for a part
        return self._whole(self._own[index])

    def __iter__(self) -> Iterator[Entry]:
        return map(self._whole, self._own)

    def jobs(self) -> list[bytes]:
        """Return what they share with others, each once."""
        return [job for job, _ in self._shared]

    def _whole(self, own: tuple[Any, ...]) -> Entry:
        at = _SHARED.start
        return Entry._make((*own[:at], *self._shared[own[at]], *own[at + 1 :]))


Kept = tuple[tuple[int, ...], bytes, tuple[int, ...]]
"""What is put aside of a :class:`Chunk`: the indices of its notices, their rows, their numbers."""


@dataclass
class Batch:
    """A batch under way, or over."""

    entries: Entries = field(default_factory=Entries)  # what it is made of, in order
    results: list[Result] = field(default_factory=list)  # by index, what became of each
    made: int = 0  # how many of them are made, or need not be
    asides: Shelf[tuple[Any, ...]] = field(default_factory=Shelf)  # each an :class:`Aside`, in the order in which they were made
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
    chunks: Shelf[Kept] = field(default_factory=lambda: Shelf(1))  # to make a notice again
    chunk_of: list[int] = field(default_factory=list)  # by the notice's index, its chunk's
    behind: dict[str, list[Issue]] = field(default_factory=dict)  # by register, notices of earlier runs that it has no note of

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep what is worth a look, each once: several common files may share their data."""
        self.noted += [problem for problem in problems if problem not in self.noted]

    def add(self, entry: Entry, result: Result | None) -> None:
        """Add a notice, with what became of it if that is known already."""
        self.entries.append(entry)
        self.chunk_of.append(-1)
        self.results.append(result or _NOT_YET)
        self.made += result is not None

    def keep(self, entry: Entry, made: Made, khoa: str = "") -> None:
        """Note what became of a notice when it was made, for the first time or again; *khoa*: the key of its number, if it has one."""
        status, output, problems, number, sha256, taken, form, shared, waived, template, fits, label, unit, means, request, _ = made
        self.made += self.results[entry.at] is _NOT_YET
        self.results[entry.at] = Result(
            status, output, problems, number, sha256, taken, sys.intern(form), sys.intern(shared), waived, sys.intern(template), fits,
            khoa, len(self.asides),
        )  # fmt: skip
        self.asides.append((label, unit if unit != entry.unit else "", means, request))

    def ask(self, index: int, request: Request | None) -> None:
        """Note what a notice asks of a register."""
        aside = self.aside(index)._replace(request=request)
        self.results[index] = self.results[index]._replace(aside=len(self.asides))
        self.asides.append(aside)

    def note_chunk(self, chunk: Chunk) -> None:
        """Note what notices are made from together, to make some of them again."""
        number, indices = len(self.chunks), tuple(entry.at for entry in chunk.entries)
        self.chunks.append((indices, chunk.rows, chunk.numbers))
        for index in indices:
            self.chunk_of[index] = number

    def aside(self, index: int) -> Aside:
        """Return what is put aside of a notice."""
        at = self.results[index].aside
        return Aside() if at is None else Aside._make(self.asides[at])

    def holding(self, wanted: Collection[int]) -> Iterator[tuple[Chunk, list[int]]]:
        """Yield the chunks that hold any of the *wanted* notices, and where in them they stand."""
        for number in sorted({self.chunk_of[index] for index in wanted}):
            indices, rows, numbers = self.chunks[number]
            chunk = Chunk(tuple(self.entries[index] for index in indices), rows, numbers)
            yield chunk, [n for n, index in enumerate(indices) if index in wanted]

    def ready(self) -> list[int]:
        """Return the indices of what is made and not written yet."""
        return [index for index, result in enumerate(self.results) if result.status == READY]

    def outputs(self) -> list[str]:
        """Return the names of all files that are there, in order."""
        return [result.output for result in self.results if result.status in manifest.THERE]

    def refuse(self, index: int, *problems: Problem) -> None:
        """Fail one notice."""
        self.results[index] = self.results[index]._replace(status=manifest.REFUSED, problems=problems, khoa="")


_NOT_YET = Result("")
