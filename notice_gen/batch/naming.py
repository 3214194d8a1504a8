"""Finished files → their numbers and names; what cannot have its own is refused before anything is written."""

from __future__ import annotations

import pickle
import unicodedata
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from notice_gen import files, reader
from notice_gen.batch import keeping, make, manifest, renamed
from notice_gen.batch.folder import Look
from notice_gen.batch.job import READY, Job
from notice_gen.batch.source import Entry
from notice_gen.batch.state import Batch, Order
from notice_gen.errors import N_, InputError, Problem, Words, unwaived
from notice_gen.model import GUI_NHIEU_NOI, law_of
from notice_gen.office import numbering
from notice_gen.records import replace

K = TypeVar("K", bound=Hashable)


def part(order: Order, out: Look, batch: Batch) -> None:
    """Refuse what would be taken for another: one unit twice, one number twice, a row that nothing tells from others."""
    for index, other in _one_unit(batch, order.source.today).items():
        batch.refuse(index, fault("unit", don_vi=_unit(batch.entries[index]), noi_kia=said_place(batch.entries[other].place)))
    _part_numbers(order, batch)
    for index in batch.ready():
        if batch.results[index].taken and not batch.results[index].shared and batch.entries[index].row is None:
            batch.refuse(index, fault("nameless"))
    _part_names(out, batch, foretold=True)


def _part_numbers(order: Order, batch: Batch) -> None:
    """Refuse a number that another document has, and what is another document than the first that is to share its number."""
    results = batch.results
    alike = twins(lambda: ((i, results[i].number) for i in batch.ready() if results[i].number and not results[i].taken))
    explicit = [(i, (batch.aside(i).label, batch.entries[i].file)) for i in sorted(alike)]
    groups = _mailings(batch).items()
    unlike = {index: lead for lead, others in groups for index in others if results[index].shared != results[lead].shared}
    several = {i: other for i, other in twins(lambda: explicit).items() if not (results[i].shared and results[other].shared)}
    for index, other in {**several, **unlike}.items():
        data = reader.merge(_layers(batch, index))
        dieu = law_of(data, order.source.today).dieu["so_van_ban"]
        lines = {"dong": results[index].shared, "dong_kia": results[other].shared}
        kind = "unlike" if index in unlike else "copies" if data.get("mau") in GUI_NHIEU_NOI else "number"
        batch.refuse(index, fault(kind, so=batch.aside(index).label, noi_kia=said_place(batch.entries[other].place), dieu=dieu, **lines))


def _mailings(batch: Batch) -> dict[int, list[int]]:
    """Return for each common file whose rows share one number the first row to be written, and the others."""
    first: dict[object, int] = {}
    groups: dict[int, list[int]] = {}
    for index in batch.ready():
        if batch.results[index].shared and batch.entries[index].row != "":
            lead = first.setdefault(batch.entries[index].file, index)
            groups.setdefault(lead, []).extend([index] if index != lead else [])
    return groups


def _one_unit(batch: Batch, today: date) -> dict[int, int]:
    """Return for each row whose unit stands in another row too, however it is called there (by its code, by its name), the other row."""
    coded = True

    def keys() -> Iterator[tuple[int, str]]:
        nonlocal coded
        for entry in batch.entries:
            coded = coded and entry.row is not None and entry.row.isdecimal()
            yield entry.at, entry.key

    same = twins(keys)
    if coded:
        return same
    from notice_gen.vietnamese import don_vi

    def units() -> Iterator[tuple[int, tuple[Path, str]]]:
        for entry in batch.entries:
            if entry.row:  # a worker has looked already, where the row was made
                yield entry.at, (entry.file, batch.aside(entry.at).means or don_vi.nhan_ra(entry.row, today))

    return {index: other for index, other in twins(units).items() if batch.entries[index].row != batch.entries[other].row} | same


def _unit(entry: Entry) -> str:
    """Return what a clerk knows the unit of a row by: its name, and its code when that is what tells it from others."""
    code = (entry.row or "").strip()
    return f"{entry.unit}, {code}" if code.isdecimal() and entry.unit != code else entry.unit or str(entry.file)


def _part_names(out: Look, batch: Batch, *, foretold: bool) -> None:
    """Refuse what would be written where another is; where that of an earlier run is only once numbers are no longer *foretold*."""
    results, ready = batch.results, set(batch.ready())

    def names() -> Iterator[tuple[int, str]]:
        return ((i, folded(result.output)) for i, result in enumerate(results) if result.output and result.status != manifest.REFUSED)

    for index, other in twins(names).items():
        if index in ready:
            batch.refuse(index, fault("name", tep=results[index].output, noi_kia=said_place(batch.entries[other].place)))
    for index in batch.ready():  # before numbers are taken for what cannot be written
        if problem := files.unfit(out.path / results[index].output):
            batch.refuse(index, problem)
    ours = {entry.key for entry in batch.entries}
    others = {folded(record.output): key for key, record in out.records.items() if key not in ours and out.state(record)}
    for index in batch.ready() if others else ():
        name = results[index].output
        if folded(name) in others and not (foretold and results[index].taken):
            batch.refuse(index, fault("other's file", tep=name, khoa=others[folded(name)]))


def number(order: Order, out: Look, batch: Batch) -> None:
    """Take the numbers, or check those there are; make again what got another than foretold.

    Raises RegisterError: the register cannot be used; no number was taken; OutputError: the disk is full; numbers are kept for the notices.
    """
    mailings = _mailings(batch)
    _passed_by(order, batch)
    by_register = _asks(order, out, batch, mailings)
    if not by_register:
        return
    from notice_gen import register

    borne = list(map(out.borne, out.with_numbers().values()))
    other: dict[int, int] = {}
    for place, asks in by_register.items():
        with register.connect(place, create=not order.dry) as book:
            second = renamed.refusals(out, batch, book, asks)
            given, refused = numbering.reserve(book, asks(second), borne, strict=order.source.strict, dry=order.dry)
            batch.created += [book.label] if book.created else []
            batch.noted += book.remarks
        for lead, problems in (refused | {index: [problem] for index, problem in second.items()}).items():
            for index in (lead, *mailings.get(lead, ())):
                batch.refuse(index, *_located(batch, index, problems))
        for index, line in [(index, line) for lead, line in given.items() for index in (lead, *mailings.get(lead, ()))]:
            result = batch.results[index]
            doubts = _located(batch, index, line.doubts) if line.doubts else ()
            batch.results[index] = result._replace(khoa=line.khoa, problems=(*result.problems, *doubts))
            if result.taken and line.so != result.number:
                other[index] = line.so
    _make_again(order, out, batch, other)


def _make_again(order: Order, out: Look, batch: Batch, other: Mapping[int, int]) -> None:
    """Make those again that got *other* numbers than foretold, and look at the names once more, where they may be others now."""
    if other:
        make.again(order, out, batch, other)
        out.sync()
    if other or out.records:
        _part_names(out, batch, foretold=False)


def _passed_by(order: Order, batch: Batch) -> None:
    """Doubt numbers that are not of the register in a folder above, or of none though they are to be kept; doubts may refuse."""
    folders = {file: file.parent for file, where in order.registers.items() if where not in order.there}
    there = {folder: numbering.passed_by(folder) for folder in {*folders.values()}}
    if any(there.values()) or any(map(keeping.is_wanted, batch.entries.jobs())):
        _doubt_numbers(order, batch, folders, there)


def _doubt_numbers(order: Order, batch: Batch, folders: Mapping[Path, Path], there: Mapping[Path, Problem | None]) -> None:
    """Doubt the numbers of files in *folders* without a register; *there*: that one lies above a folder."""
    begun = {folders.get(batch.entries[index].file) for index in batch.ready() if batch.results[index].taken}
    for entry in batch.entries:
        index, result, folder = entry.at, batch.results[entry.at], folders.get(entry.file)
        if result.status != READY or folder is None:
            continue
        lost = folder not in begun and keeping.is_wanted(entry.job)
        found = [problem for problem in (there[folder], numbering.unkept() if lost else None) if problem]
        doubts = _located(batch, index, unwaived(found, result.waived)) if found and result.number is not None else ()
        if doubts and order.source.strict:
            batch.refuse(index, *numbering.as_errors(doubts))
        elif doubts:
            batch.results[index] = result._replace(problems=(*result.problems, *doubts))


def _asks(order: Order, out: Look, batch: Batch, mailings: Mapping[int, Sequence[int]]) -> dict[str, Asks]:
    """Return what each register is asked; one that is begun now takes note of the numbers that are written out, too.

    Of *mailings* with one number for all rows the first row asks.
    """
    followers = {index for others in mailings.values() for index in others}
    results, ready, registers = batch.results, batch.ready(), {*order.registers.values()}

    def place(index: int) -> str:
        return order.registers[batch.entries[index].file] if len(registers) > 1 else next(iter(registers))

    asked = {place(index) for index in ready if results[index].taken} | order.there
    if not asked:
        return {}
    numbered = [index for index in ready if results[index].number and place(index) in asked]
    silent = [index for index in numbered if not batch.aside(index).request]
    make.ask(batch, silent)
    passed_over = followers.union(index for index in silent if not batch.aside(index).request)
    by_place: dict[str, list[int]] = {}
    for index in numbered:
        if index not in passed_over:
            by_place.setdefault(place(index), []).append(index)
    asks = _asking(order, out, batch, mailings)
    return {where: partial(asks, indices) for where, indices in by_place.items()}


Asks = Callable[..., Iterable[numbering.Ask]]
"""Gives what a register is asked, but for the indices given, as often as it is called."""


def _asking(order: Order, out: Look, batch: Batch, mailings: Mapping[int, Sequence[int]]) -> Callable[..., Iterator[numbering.Ask]]:
    """Return what gives what the notices of some indices ask, without some; the first row of a mailing asks for all."""
    lead = cache(lambda index: _of_mailing(order, out, batch, index, mailings[index]))

    def asks(indices: Iterable[int], without: Container[int] = ()) -> Iterator[numbering.Ask]:
        for index in indices:
            if index not in without:
                yield lead(index) if index in mailings else _ask(out, batch, index, [batch.entries[index]])

    return asks


def _ask(out: Look, batch: Batch, index: int, entries: Iterable[Entry]) -> numbering.Ask:
    """Return what a notice asks; *entries* are those whose papers of earlier runs bear its number."""
    result, entry, request = batch.results[index], batch.entries[index], batch.aside(index).request
    printed = tuple(out.borne(record) for each in entries for record in reversed(out.numbered.get(each.key, ()))) if result.taken else ()
    assert request  # noqa: S101 - for the type checker
    return numbering.Ask(index, request, entry.file, entry.row or "", printed, result.taken, result.waived)


def _of_mailing(order: Order, out: Look, batch: Batch, index: int, others: Sequence[int]) -> numbering.Ask:
    """Return what the first of many papers asks for all, the *others*: its line names every addressee, once all are in the run."""
    from notice_gen.register import taking
    from notice_gen.vietnamese import don_vi

    asked, *more = [request for each in (index, *others) if (request := batch.aside(each).request)]
    rows = [entry for entry in batch.entries if entry.file == batch.entries[index].file]
    by_code = any(entry.unit.isdecimal() for entry in rows)
    listed = {unit.ma: unit.ten for unit in don_vi.tat_ca(asked.ngay or order.source.today)} if by_code else {}
    names = dict.fromkeys(listed.get(entry.unit, entry.unit) for entry in rows if entry.row)
    noi_nhan = "" if order.source.only or order.source.limit else "; ".join(names) or asked.noi_nhan
    kem = taking.joined((each.kem, each.kem_chung) for each in (asked, *more))
    request = asked._replace(don_vi="", noi_nhan=noi_nhan, kem=kem, kem_chung=b"")
    return replace(_ask(out, batch, index, rows), request=request, row="")


def _located(batch: Batch, index: int, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    layers = _layers(batch, index)
    return reader.locate(problems, layers) if layers else tuple(problems)


def _layers(batch: Batch, index: int) -> tuple[reader.Layer, ...]:
    """Return what a notice is made from; nothing when its file is gone meanwhile."""
    entry, [(_, own)] = batch.entries[index], keeping.rows(batch, [index])
    shared: Job = pickle.loads(entry.job)  # noqa: S301 - ours
    try:
        return (*shared.layers, own or reader.parse(reader.load_findings(entry.file), file=entry.place))
    except InputError:
        return ()


_FAULTS = {
    "nameless": (N_("Hàng này không ghi đơn vị (don_vi.ma hoặc don_vi.ten), nên không giữ được số đã cấp khi các hàng đổi chỗ."),
        N_("Thêm cột don_vi.ma hoặc don_vi.ten, hoặc ghi sẵn số vào cột van_ban.so.")),
    "unit": (N_("Đơn vị “{don_vi}” có hai hàng: hàng này và {noi_kia}."),
        N_("Mỗi đơn vị một hàng: xóa hàng thừa, hoặc sửa mã, tên đơn vị cho đúng.")),
    "name": (N_("Tên tệp “{tep}” trùng với tên tệp của {noi_kia}."),
        N_("Thêm vào --name phần khác nhau giữa các hàng, ví dụ --name \"{{{{ don_vi.ma }}}}-{{{{ don_vi.ten | slug }}}}\".")),
    "number": (N_("Số {so} cũng ghi ở {noi_kia}; mỗi số chỉ cho một văn bản ({dieu})."),
        N_("Sửa số ở một trong hai chỗ, hoặc ghi so = \"tu-dong\" để lấy số từ sổ.")),
    "copies": (N_("Số {so} cũng ghi ở {noi_kia}; mỗi số chỉ cho một văn bản ({dieu})."),
        N_("Một văn bản gửi nhiều nơi thì thêm chung_so = true dưới [noi_nhan]: mọi bản cùng một số; nhiều văn bản thì sửa số, hoặc ghi so = \"tu-dong\" để lấy số từ sổ.")),  # noqa: E501
    "unlike": (N_("Có chung_so mà hàng này ghi “{dong}”, còn {noi_kia} ghi “{dong_kia}”: khác nhau thì là hai văn bản, không chung một số ({dieu})."),  # noqa: E501
        N_("Ghi cùng số, ký hiệu, ngày, trích yếu, người ký ở mọi hàng (để ở tệp chung); hoặc bỏ chung_so dưới [noi_nhan] để mỗi hàng một số.")),  # noqa: E501
    "other's notice": (N_("“{tep}” là văn bản số {so} đã in, không phải văn bản này; không ghi đè."),
        N_("Ghi vào thư mục khác bằng -o, hoặc đặt tên có số bằng --name \"{{{{ van_ban.so }}}}-{{{{ don_vi.ten | slug }}}}\".")),
    "other's file": (N_("Tên tệp “{tep}” là của văn bản khác đã in lần trước ({khoa})."),
        N_("Đặt tên khác bằng --name, hoặc ghi vào thư mục khác bằng -o.")),
}  # fmt: skip


def fault(kind: str, **values: object) -> Problem:
    """Return why a notice cannot have its number, or its file its name."""
    return Problem(*_FAULTS[kind], values)


def said_place(place: str) -> str:
    """Return the place of a row in words that are said in the language of the messages; what the manifest keeps is not.

    >>> said_place("a.csv, dòng 3"), said_place("a.xlsx, So lieu!3")
    ('a.csv, dòng 3', 'a.xlsx, So lieu!3')
    """
    file, line, number = place.rpartition(", dòng ")
    return Words(N_("{tep}, dòng {so}"), tep=file, so=number) if line else place


def twins(keys: Callable[[], Iterable[tuple[int, K]]]) -> dict[int, int]:
    """Return for each index whose key another has too, the first other one; *keys* are asked for twice, so that few are in memory.

    >>> twins(lambda: [(0, "a"), (1, "b"), (2, "a"), (3, "a")])
    {0: 2, 2: 0, 3: 0}
    """
    seen, again = set[int](), set[int]()
    for _, key in keys():
        mark = hash(key)
        (again if mark in seen else seen).add(mark)
    if not again:
        return {}
    by_key: dict[K, list[int]] = {}
    for index, key in keys():
        if hash(key) in again:
            by_key.setdefault(key, []).append(index)
    several = [indices for indices in by_key.values() if len(indices) > 1]
    return {index: indices[0] if index != indices[0] else indices[1] for indices in several for index in indices}


def folded(name: str) -> str:
    """Return by what Windows and macOS take two file names for one."""
    return unicodedata.normalize("NFC", name).casefold()
