"""The numbers of a batch: all in one transaction, kept from run to run; the only register of this room."""

from __future__ import annotations

import pickle
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from notice_gen.errors import Problem
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.register import Entry, Register, Request
    from notice_gen.register.plan import Borne


class Ask(NamedTuple):
    """One notice that has a number, or wants one.

    Attributes:
        at: its place in the batch.
        request: what it asks (pickled :class:`register.Request`), its key not filled in yet.
        file: its findings file.
        row: what the register knows its row by.
        printed: keys, numbers and years of the papers printed of it in earlier runs, the latest first; keys may be empty.
        taken: the register is to give the number.
    """

    at: int
    request: bytes
    file: Path
    row: str
    printed: tuple[Borne, ...]
    taken: bool


class Given(NamedTuple):
    """What the register says of one notice: its number, its key there, and what is worth a look."""

    so: int
    khoa: str
    doubts: tuple[Problem, ...]


@record
class Numbers:
    """What the register says of a batch.

    Attributes:
        given: by index, of those that have their numbers.
        refused: by index, why the others have none.
        created: the register was begun just now; its name.
    """

    given: Mapping[int, Given]
    refused: Mapping[int, Sequence[Problem]]
    created: str


def reserve(where: str, asks: list[Ask], borne: Sequence[Borne], *, strict: bool, dry: bool) -> Numbers:
    """Give all notices their numbers in one transaction; those that cannot have theirs are left out.

    Args:
        where: path or URL of the register.
        asks: in the order of the numbers; emptied, for what thousands ask is not to be kept twice.
        borne: keys, numbers and years of the papers in the folder; nobody else gets these numbers.
        strict: a warning of the register refuses.
        dry: only look.

    Raises:
        RegisterError: the register cannot be used; no number was taken.
    """
    from notice_gen import register

    refused: dict[int, Sequence[Problem]] = {}
    with register.connect(where, create=not dry) as book:
        wanted = _requests(asks, book)
        entries: list[Entry] = []
        while wanted:
            found: Mapping[int, Sequence[Problem]]
            try:
                entries = register.preview(book, list(wanted.values()), borne) if dry or strict else []
                found = {index: entry.doubts for index, entry in zip(wanted, entries, strict=True) if entry.doubts} if strict else {}
                if not found:
                    entries = entries if dry else register.reserve(book, list(wanted.values()), borne)
                    break
            except register.NumberRefusedError as error:
                found = {index: problems for index, problems in zip(wanted, error.by_request, strict=True) if problems}
            refused |= {index: [replace(problem, level="error") for problem in problems] for index, problems in found.items()}
            wanted, entries = {index: request for index, request in wanted.items() if index not in found}, []
        given = {index: Given(entry.so, entry.khoa, entry.doubts) for index, entry in zip(wanted, entries, strict=True)}
        return Numbers(given, refused, book.label if book.created else "")


def next_number(where: str, request: Request) -> int:
    """Return the number that a notice like *request*, unknown to the register, would get now.

    Raises:
        RegisterError: the register cannot be read.
    """
    from notice_gen import register

    with register.connect(where, create=False) as book:
        return register.counters(book).get(request.day_so, 0) + 1


def known(where: str) -> dict[str, tuple[int, str]]:
    """Return number and file's sha256 of every living notice by its key; the latter empty while it is only reserved.

    Raises:
        RegisterError: the register cannot be read.
    """
    from notice_gen import register

    with register.connect(where, create=False) as book:
        return {entry.khoa: (entry.so, entry.sha256) for entry in register.entries(book) if entry.trang_thai != register.HUY}


def void(where: str) -> frozenset[tuple[str, int]]:
    """Return key and number of every notice whose number is void.

    Raises:
        RegisterError: the register cannot be read.
    """
    from notice_gen import register

    with register.connect(where, create=False) as book:
        return frozenset((entry.khoa, entry.so) for entry in register.entries(book, trang_thai=register.HUY))


def issue(where: str, written: Iterable[tuple[str, str]]) -> None:
    """Tell the register whose files are written: of each its key there and its sha256.

    Raises:
        RegisterError: it cannot be told.
    """
    from notice_gen import register

    with register.connect(where, create=False) as book:
        register.issue(book, written)


def _requests(asks: list[Ask], book: Register) -> dict[int, Request]:
    """Return what is asked of *book*, by index; *asks* is emptied on the way."""
    printed = {ask.at: ask.printed for ask in asks if ask.taken and ask.printed}
    wanted: dict[int, Request] = {}
    tep: dict[Path, str] = {}
    asks.reverse()
    while asks:
        ask = asks.pop()
        if ask.file not in tep:
            tep[ask.file] = _tep(ask.file, book)
        wanted[ask.at] = _request(ask, tep[ask.file])
    return _as_printed(book, printed, wanted) if printed else wanted


def _tep(file: Path, book: Register) -> str:
    from notice_gen import register

    return register.ten_tep(file, book.path.resolve().parent if book.path else None, platform.node())


def _request(ask: Ask, tep: str) -> Request:
    from notice_gen import register

    asked: Request = pickle.loads(ask.request)  # noqa: S301 - ours
    khoa = register.khoa(tep, co_quan=asked.co_quan, nam=asked.nam, loai=asked.loai, hang=ask.row)
    # What all notices of a mailing say is kept once.
    co_quan, loai, ky_hieu, nguoi_ky, luu = map(sys.intern, (asked.co_quan, asked.loai, asked.ky_hieu, asked.nguoi_ky, asked.luu))
    return replace(asked, khoa=khoa, co_quan=co_quan, loai=loai, ky_hieu=ky_hieu, nguoi_ky=nguoi_ky, luu=luu)


def _as_printed(book: Register, printed: Mapping[int, Sequence[Borne]], wanted: dict[int, Request]) -> dict[int, Request]:
    """Ask by name for numbers that files bear and the register has never heard of: it was lost and begun anew.

    A paper of another year or type is another paper: its number is not this notice's.
    """
    from notice_gen import register

    mine: dict[int, int] = {}
    for index, papers in printed.items():
        request = wanted[index]
        series = register.series_of(request.khoa)
        so = next((so for key, so, nam in papers if (register.series_of(key) == series if key else nam == request.nam)), None)
        if so is not None:
            mine[index] = so
    if not mine:
        return wanted
    entries = [entry for nam in {wanted[index].nam for index in mine} for entry in register.entries(book, nam=nam)]
    living = {entry.khoa for entry in entries if entry.trang_thai != register.HUY}
    void = {(entry.day_so, entry.so) for entry in entries if entry.trang_thai == register.HUY}
    lost = {i: so for i, so in mine.items() if wanted[i].khoa not in living and (wanted[i].day_so, so) not in void}
    return {i: replace(request, so=lost[i]) if i in lost else request for i, request in wanted.items()}
