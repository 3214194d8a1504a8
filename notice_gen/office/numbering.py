"""The register: which one is in force, its numbers for notices before they are written, its note when they are.

A number is asked for only when its notice is made in full, so that none is spent on what cannot be printed.  All numbers of
a run are given in one transaction, and a notice keeps its own from run to run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.errors import N_, Problem, unwaived
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.register import Entry, Issue, Register, Request
    from notice_gen.register.plan import Borne

NAME = "so-van-ban.db"
"""The register's file, unless another is named."""


@record
class Ask:
    """One notice that has a number, or wants one."""

    at: int  # its place in the run
    request: Request  # what it asks, its key not filled in yet
    file: Path | str  # its findings file; a text is the name that the register is to know it by
    row: str  # what the register knows its row by; empty when it is no row of a table
    printed: tuple[Borne, ...]  # keys (or empty), numbers and years of the documents printed of it in earlier runs, the latest first
    taken: bool  # the register is to give the number
    waived: tuple[str, ...]  # warnings that its office passes over


Numbers = tuple[dict[int, "Entry"], dict[int, Sequence[Problem]]]
"""By place in the run: the lines of those that have their numbers, and why the others have none."""


def in_force(where: str | None, folder: Path) -> str:
    """Return the register that notices of *folder* are numbered in: its path or URL.

    Args: *where*: the register that the user names, if any; *folder*: of the findings file; its ``notice-gen.toml`` has the register beside
    it.
    Raises RegisterError: the user names one that is not there: a second one begun by a slip of the pen would give numbers twice.
    """
    if not where:
        return usual(folder)
    if not is_there(where):
        from notice_gen import register

        with register.connect(where, create=False) as book:  # an address misspelt is refused without its password
            raise register.absent(book.label)
    return where


def usual(folder: Path) -> str:
    """Return the path of the register that notices of *folder* are numbered in unless another is named; it may not be there yet."""
    from notice_gen import reader

    office = reader.office_path(folder)
    if office:
        return str(office.with_name(NAME))
    # Called from another folder, a second register would be begun here, and give numbers that the one there has given.
    return NAME if is_there(NAME) or not is_there(str(folder / NAME)) else str(folder / NAME)


def above(folder: Path) -> str:
    """Return the path of a register in a folder above *folder*, where none is in force: one that was hardly meant to be passed by."""
    return next((str(path) for parent in folder.resolve().parents if (path := parent / NAME).is_file()), "")


def passed_by(folder: Path) -> Problem | None:
    """Return the doubt that notices of *folder* have numbers though a register lies in a folder above; None where none is passed by."""
    there = "" if is_there(usual(folder)) else above(folder)
    message = N_("Có sổ văn bản ở “{so}”, nhưng số của văn bản này không lấy từ sổ đó, cũng không đối chiếu với sổ đó.")
    hint = N_("Dùng sổ đó thì thêm --register \"{so}\", hoặc đặt notice-gen.toml cạnh sổ.")
    return Problem(message, hint, {"so": there}, ("van_ban", "so"), level="warning", code="so_ngoai_so") if there else None


def is_there(where: str) -> bool:
    """Say whether there is a register; one on a server is taken to be there, and so is one that cannot be looked for."""
    try:
        return Path(where.removeprefix("sqlite:///")).exists() or ("://" in where and not where.startswith("sqlite:///"))
    except OSError:
        return True


def reserve(
    book: Register, asks: Iterable[Ask], borne: Sequence[Borne] = (), *, strict: bool, dry: bool, whole: bool = False
) -> Numbers:
    """Give notices their numbers, or check those they have, in one transaction.

    Args: *book*: the register; *asks*: what is asked, in the order of the numbers, read once and put aside: what thousands ask is not to
    be in memory at once; *borne*: keys, numbers and years of the documents in the output folder; nobody else gets these numbers;
    *strict*: a warning of the register refuses; *dry*: only look; *whole*: one refusal keeps all from their numbers; otherwise those that
    are refused are left out.
    Raises RegisterError: the register cannot be used; no number was taken.
    """
    from notice_gen import register

    name = cache(partial(name_in, book))
    waived: dict[int, Collection[str]] = {}
    typed: set[int] = set()
    printed: dict[int, tuple[Sequence[Borne], Request]] = {}

    def listed() -> Iterator[tuple[int, Request]]:
        for ask in asks:
            request = _request(ask, name(ask.file))
            if ask.waived:
                waived[ask.at] = ask.waived
            if not ask.taken:
                typed.add(ask.at)
            elif ask.printed:
                printed[ask.at] = ask.printed, request
            yield ask.at, request

    places, requests = _aside(listed())
    if lost := _lost(book, printed):
        places, requests = _aside((at, request._replace(so=lost.get(at, request.so))) for at, request in zip(places, requests, strict=True))
    refused: dict[int, Sequence[Problem]] = {}
    while True:
        entries, refused_now = _attempt(book, places, requests, waived, borne, strict=strict, dry=dry)
        refused |= refused_now
        if whole or not refused_now:
            break
        places, requests = _aside(each for each in zip(places, requests, strict=True) if each[0] not in refused)
    given = {index: entry for index, entry in zip(places, entries, strict=False) if index not in refused}
    return given, {i: problems if i in typed else [register.as_printed(one) for one in problems] for i, problems in refused.items()}


def _aside(several: Iterable[tuple[int, Request]]) -> tuple[list[int], Sequence[Request]]:
    """Return places in the run, and the requests, put aside."""
    from notice_gen.shelf import Shelf  # with tempfile and pickle: where there is a register

    places: list[int] = []
    requests: Shelf[Request] = Shelf()
    for at, request in several:
        places.append(at)
        requests.append(request)
    return places, requests


def _attempt(
    book: Register, places: Sequence[int], requests: Sequence[Request], waived: Mapping[int, Collection[str]], borne: Sequence[Borne],
    *, strict: bool, dry: bool,
) -> tuple[list[Entry], dict[int, Sequence[Problem]]]:  # fmt: skip
    """Return the lines of all *requests*, each with its place in the run; or none, and what is refused: then nothing is reserved."""
    from notice_gen import register

    if not requests:
        return [], {}
    try:
        entries = _unwaived(register.preview(book, requests, borne), places, waived) if dry or strict else []
        doubtful = {index: entry.doubts for index, entry in zip(places, entries, strict=True) if entry.doubts} if strict else {}
        if dry or doubtful:
            return entries, {index: as_errors(doubts) for index, doubts in doubtful.items()}
        return _unwaived(register.reserve(book, requests, borne), places, waived), {}
    except register.NumberRefusedError as error:
        return [], {index: as_errors(problems) for index, problems in zip(places, error.by_request, strict=True) if problems}


def _unwaived(entries: list[Entry], places: Iterable[int], waived: Mapping[int, Collection[str]]) -> list[Entry]:
    """Return the lines without the warnings that are passed over."""
    return [
        entry._replace(doubts=unwaived(entry.doubts, waived[index])) if entry.doubts and index in waived else entry
        for index, entry in zip(places, entries, strict=True)
    ]


def as_errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return warnings that refuse."""
    return [replace(problem, level="error") for problem in problems]


def name_in(book: Register, file: Path | str) -> str:
    """Return by what name *book* knows a findings file."""
    import platform

    from notice_gen import register

    return file if isinstance(file, str) else register.ten_tep(file, book.path.resolve().parent if book.path else None, platform.node())


def _request(ask: Ask, tep: str) -> Request:
    from notice_gen import register

    request = ask.request
    return request._replace(khoa=register.khoa(tep, co_quan=request.co_quan, nam=request.nam, loai=request.loai, hang=ask.row))


def _lost(book: Register, printed: Mapping[int, tuple[Sequence[Borne], Request]]) -> dict[int, int]:
    """Return the numbers, by place in the run, that files bear and the register has never heard of: it was lost and started again.

    A document of another year or type is another notice's: its number is not this one's.
    """
    from notice_gen import register

    mine: dict[int, int] = {}
    for index, (documents, request) in printed.items():
        series = register.series_of(request.khoa)
        so = next((so for key, so, nam in documents if (register.series_of(key) == series if key else nam == request.nam)), None)
        if so is not None:
            mine[index] = so
    if not mine:
        return {}
    wanted = {index: printed[index][1] for index in mine}
    entries = [entry for nam in {request.nam for request in wanted.values()} for entry in register.entries(book, nam=nam)]
    living = {entry.khoa for entry in entries if entry.trang_thai != register.HUY}
    void = {(entry.day_so, entry.so) for entry in entries if entry.trang_thai == register.HUY}
    return {i: so for i, so in mine.items() if wanted[i].khoa not in living and (wanted[i].day_so, so) not in void}


def next_number(where: str, request: Request) -> int:
    """Return the number that a notice like *request*, unknown to the register, would get now.  Raises RegisterError: it cannot be read."""
    from notice_gen import register

    with register.connect(where, create=False) as book:
        return register.counters(book).get(request.day_so, 0) + 1


def living(where: str) -> dict[str, tuple[int, str]]:
    """Return number and file's sha256 (empty: only reserved) of every living notice, by key.  Raises RegisterError: it cannot be read."""
    from notice_gen import register

    with register.connect(where, create=False) as book:
        return {entry.khoa: (entry.so, entry.sha256) for entry in register.entries(book) if entry.trang_thai != register.HUY}


def is_of_mailing(khoa: str, key: str) -> bool:
    """Say whether the notice that a manifest knows by *key*, a row of a table, shares the number registered as *khoa* with others."""
    from notice_gen import register

    return "|" in key and not register.hang_of(khoa)


def void(where: str) -> frozenset[tuple[str, int]]:
    """Return key and number of every notice whose number is void.  Raises RegisterError: the register cannot be read."""
    from notice_gen import register

    with register.connect(where, create=False) as book:
        return frozenset((entry.khoa, entry.so) for entry in register.entries(book, trang_thai=register.HUY))


def issue(where: str, written: Iterable[Issue | tuple[str, str]]) -> tuple[str, ...]:
    """Note in the register whose files are written, and keep them where that is asked, see :func:`register.issue`.

    Returns the names of those that could not be kept.  Raises RegisterError: it cannot be noted.
    """
    from notice_gen import register

    with register.connect(where, create=False) as book:
        return register.issue(book, written)


def archived(where: str) -> frozenset[str]:
    """Return the SHA-256 of every paper in the register's archive.  Raises RegisterError: it cannot be read."""
    from notice_gen import register
    from notice_gen.register import archive

    with register.connect(where, create=False) as book:
        return archive.digests(book)


def unkept() -> Problem:
    """Return the doubt that a paper is to be kept in the archive, and its number is of no register."""
    message = N_("Có luu_tru = true mà văn bản này không vào sổ nào (ghi số sẵn, chưa có sổ), nên không được lưu trữ.")
    hint = N_("Ghi so = \"tu-dong\" để lấy số từ sổ, hoặc lập sổ trước: notice-gen register init.")
    return Problem(message, hint, path=("so_van_ban", "luu_tru"), level="warning", code="luu_tru_ngoai_so")
