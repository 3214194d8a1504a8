"""The workbook in which units say what they did → events; every fault at its cell, and nothing is taken over until all is good.

A unit reports; that something is done, or put off, the office says: ``Đã hoàn thành`` is a report until the office accepts it.
"""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from notice_gen import vietnamese
from notice_gen.errors import N_, InputError, Place, Problem
from notice_gen.follow.model import KienNghi, TheoDoi, VanBan
from notice_gen.follow.naming import Names
from notice_gen.follow.states import BAO_CAO, GIA_HAN, HOAN_THANH, KHONG_CHAP_NHAN
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.reader.rows.table import Record, Table
    from notice_gen.register.kien_nghi.reading import SuKien

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "so": ("số, ký hiệu", "số ký hiệu", "số văn bản", "văn bản", "số, ký hiệu văn bản"),
    "ngay_van_ban": ("ngày văn bản",),
    "ma": ("mã", "mã kiến nghị", "mã phát hiện"),
    "don_vi": ("đơn vị", "tên đơn vị", "xã, phường", "địa phương"),
    "ket_qua": ("kết quả thực hiện", "kết quả", "tình hình thực hiện"),
    "ngay": ("ngày báo cáo", "ngày"),
    "van_ban": ("văn bản báo cáo", "báo cáo số", "văn bản"),
    "han": ("gia hạn đến", "hạn mới"),
    "ghi_chu": ("ghi chú",),
}
_NEEDED = ("so", "ket_qua")
_OWN = ("ket_qua", "ngay", "van_ban", "han", "ghi_chu")  # what a unit fills in
_WITHIN = 30  # rows: above the headings stand titles
_ANSWERS = {
    "đã hoàn thành": HOAN_THANH, "hoàn thành": HOAN_THANH, "đã xong": HOAN_THANH, "xong": HOAN_THANH, "đã thực hiện": HOAN_THANH,
    "đã thực hiện xong": HOAN_THANH, "thực hiện xong": HOAN_THANH,
    "đang thực hiện": BAO_CAO, "đang làm": BAO_CAO, "đang triển khai": BAO_CAO, "đã báo cáo": BAO_CAO, "báo cáo": BAO_CAO,
    "xin gia hạn": BAO_CAO,
    "được gia hạn": GIA_HAN, "gia hạn": GIA_HAN, "không chấp nhận": KHONG_CHAP_NHAN, "chưa chấp nhận": KHONG_CHAP_NHAN,
}  # fmt: skip


@record
class Answered:
    """What a workbook says."""

    events: tuple[SuKien, ...]
    problems: tuple[Problem, ...]  # located; with an error among them nothing is to be taken over
    blank: int  # rows in which nobody filled in anything


def read(table: Table, theo_doi: TheoDoi, today: dt.date, *, accept: bool) -> Answered:
    """Read the cells of a workbook or CSV.

    Args: *today*: no report is of a day to come; *accept*: the office accepts what is reported as done.
    Raises InputError: there is no row of headings.
    """
    sheet = _Sheet(table)
    names = Names(theo_doi)
    events: dict[tuple[int, str, dt.date], tuple[int, SuKien]] = {}
    problems: list[Problem] = [*sheet.warnings]
    blank = 0
    for number, cells in sheet.rows():
        if not any(_text(cells.get(name)) for name in _OWN):
            blank += 1
            continue
        got = _row(cells, names, today, accept=accept)
        if isinstance(got, tuple):
            name, problem = got
            problems.append(_placed(problem, sheet.place(number, name)))
            continue
        first, before = events.setdefault((got.van_ban, got.nhan, got.ngay), (number, got))
        if before != got:
            twice = Problem(_TWICE, N_("Một kiến nghị, một ngày: một hàng; bỏ hàng sai."), {"hang": first})
            problems.append(_placed(twice, sheet.place(number, "ket_qua")))
    return Answered(tuple(event for _, event in events.values()), tuple(problems), blank)


_TWICE = N_("Kiến nghị này, ngày này đã có ở hàng {hang}, ghi khác.")


def _placed(problem: Problem, place: Place) -> Problem:
    from dataclasses import replace

    return replace(problem, place=place)


def _row(cells: Mapping[str, Any], names: Names, today: dt.date, *, accept: bool) -> SuKien | tuple[str, Problem]:
    """Return what a row says, or the column that is wrong and why."""
    from notice_gen.register.kien_nghi.reading import SuKien

    which = _which(cells, names)
    if not isinstance(which, KienNghi):
        return which
    said = unicodedata.normalize("NFC", _text(cells.get("ket_qua")).casefold()).strip(" .;,!")
    viec = _ANSWERS.get(said)
    if viec is None:
        hint = N_("Ghi một trong: Đã hoàn thành, Đang thực hiện, Xin gia hạn, Được gia hạn, Không chấp nhận.")
        message = N_("Chưa ghi kết quả thực hiện.") if not said else N_("Không rõ kết quả “{ket_qua}”.")
        return "ket_qua", Problem(message, hint, {"ket_qua": _text(cells.get("ket_qua"))})
    ngay = _day(cells.get("ngay"))
    if ngay is None:
        return "ngay", _no_day(cells.get("ngay"))
    if wrong := wrong_day(ngay, today, which.van_ban):
        return "ngay", wrong
    until, van_ban = _day(cells.get("han")), _text(cells.get("van_ban"))
    if fault := _not_until(viec, _text(cells.get("han")), until, van_ban):
        return fault
    loai, ghi_chu = _noted(viec, said, until, _text(cells.get("ghi_chu")), accept=accept)
    return SuKien(which.van_ban.id, which.nhan, ngay, loai, until if viec == GIA_HAN else None, van_ban, ghi_chu)


def _not_until(viec: str, typed: str, until: dt.date | None, van_ban: str) -> tuple[str, Problem] | None:
    """Return what is wrong with a new deadline: it needs a day, and the paper that allows it."""
    if viec == GIA_HAN and (until is None or not van_ban):
        return "han" if until is None else "van_ban", not_put_off()
    if typed and until is None:
        return "han", Problem(N_("“{ngay}” không phải ngày."), N_("Ghi ngày dạng 30/11/2026."), {"ngay": typed})
    return None


def _noted(viec: str, said: str, until: dt.date | None, ghi_chu: str, *, accept: bool) -> tuple[Any, str]:
    """Return what is noted and its remark: what a unit says is a report, until the office accepts it."""
    if viec == HOAN_THANH and not accept:
        return BAO_CAO, "; ".join(filter(None, ("Báo đã hoàn thành", ghi_chu)))
    if viec == BAO_CAO and said not in {"báo cáo", "đã báo cáo"}:
        asked = f"xin gia hạn đến {vietnamese.ngay(until)}" if until and said == "xin gia hạn" else said
        return viec, "; ".join(filter(None, (asked[0].upper() + asked[1:], ghi_chu)))
    return viec, ghi_chu


def _which(cells: Mapping[str, Any], names: Names) -> KienNghi | tuple[str, Problem]:
    paper = names.paper(_text(cells.get("so")), ngay=_day(cells.get("ngay_van_ban")))
    if isinstance(paper, Problem):
        return "so", paper
    finding = names.finding(paper, _text(cells.get("ma")), don_vi=_text(cells.get("don_vi")))
    if isinstance(finding, Problem):
        return "ma" if names.findings(paper, don_vi=_text(cells.get("don_vi"))) else "don_vi", finding
    return finding


def not_put_off() -> Problem:
    """Return why nothing is put off: a new deadline, or the paper that allows it, is missing."""
    return Problem(N_("Được gia hạn thì phải ghi hạn mới và văn bản cho gia hạn."), N_("Điền cột Gia hạn đến (ngày) và cột Văn bản báo cáo (số, ký hiệu)."))  # noqa: E501


_DAY_HINT = N_("Ghi ngày dạng 30/11/2026, từ ngày của văn bản đến hôm nay.")


def wrong_day(ngay: dt.date, today: dt.date, paper: VanBan) -> Problem | None:
    """Return why nothing can have come of a paper's finding on a day: it is after today, or before the paper."""
    if ngay > today:
        return Problem(N_("Ngày báo cáo {ngay} ở sau hôm nay ({hom_nay})."), _DAY_HINT, {"ngay": vietnamese.ngay(ngay), "hom_nay": vietnamese.ngay(today)})  # noqa: E501
    if paper.ngay and ngay < paper.ngay:
        values = {"ngay": vietnamese.ngay(ngay), "so": paper.so_ky_hieu, "ngay_kia": vietnamese.ngay(paper.ngay)}
        return Problem(N_("Ngày báo cáo {ngay} ở trước ngày của văn bản {so} ({ngay_kia})."), _DAY_HINT, values)
    return None


def _no_day(cell: Any) -> Problem:
    return Problem(N_("“{ngay}” không phải ngày.") if _text(cell) else N_("Chưa ghi ngày báo cáo."), _DAY_HINT, {"ngay": _text(cell)})


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):
        return vietnamese.ngay(cell)
    return "" if cell is None else " ".join(str(cell).split()).removeprefix("'")


def _day(cell: Any) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    text = _text(cell)
    try:
        return vietnamese.doc_ngay(text)
    except ValueError:
        pass
    try:
        return dt.datetime.fromisoformat(text).date()
    except ValueError:
        return None


class _Sheet:
    """The rows below the headings, found within the first rows."""

    def __init__(self, table: Table) -> None:
        self._table = table
        records: Iterator[Record] = iter(table.records)
        above = list(itertools.islice(records, _WITHIN))
        first = table.heading_place(0)
        rows: list[tuple[int, Sequence[Any]]] = [(first.line, table.headings), *((number, cells) for number, cells, _ in above)]
        at, self._at = next(((n, found) for n, (_, cells) in enumerate(rows) if (found := _columns(cells))), (-1, {}))
        if not self._at:
            hint = N_("Cần các cột: Số, ký hiệu; Mã; Kết quả thực hiện; Ngày báo cáo. Lấy bảng để điền: notice-gen follow list -o theo-doi.xlsx")  # noqa: E501
            raise InputError(Problem(N_("Không thấy hàng tên cột của bảng theo dõi kiến nghị."), hint, place=first))
        self._records = itertools.chain(above[at:], records)
        self._raw: dict[int, Any] = {}
        blocks = [block.problem for block in table.blocks if block.touches(self._at.values())]
        self.warnings = (*table.warnings, *(problem for problem in blocks if problem.level == "warning"))
        if errors := [problem for problem in blocks if problem.level == "error"]:
            raise InputError(errors)

    def rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the number of each row and its cells by what they are."""
        for number, cells, raw in self._records:
            self._raw[number] = raw
            values = {name: cells[n] if n < len(cells) else "" for name, n in self._at.items()}
            if _columns(cells) != self._at:
                yield number, values

    def place(self, row: int, name: str) -> Place:
        """Return the place of a cell; of the paper's number where there is no such column."""
        return self._table.where({(): self._at.get(name, self._at["so"])}, row, self._raw[row], (), "")


def _columns(cells: Sequence[Any]) -> dict[str, int]:
    """Return by what they are where the columns of a row of headings stand; nothing when it is none."""
    found: dict[str, int] = {}
    for n, cell in enumerate(cells):
        said = " ".join(str(cell).casefold().split()).rstrip(":*")
        name = next((name for name, words in _HEADINGS.items() if said in words and name not in found), "")
        if name:
            found[name] = n
    return found if all(name in found for name in _NEEDED) else {}
