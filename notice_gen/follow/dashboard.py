"""The counts as a workbook to look at: charts that Excel draws, every number leading to the findings or papers that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from notice_gen import vietnamese
from notice_gen.follow import sheets
from notice_gen.follow.counting import NO_FIELD, Figure, OfUnit, Stats, month_of
from notice_gen.follow.model import LOAI, KienNghi, TheoDoi, alphabetical, by_unit
from notice_gen.follow.sheets import Book, Sheet, place
from notice_gen.follow.states import STATES, Today

_LIST, _PAPERS, _UNITS, _FIGURES, _WHOLE = "Kiến nghị", "Văn bản", "Đơn vị", "Số liệu", "Tổng hợp"
_HEAD = 2  # the row of headings; above it stand the title and the day
_FINDING = (("Lĩnh vực", 20), ("Loại", 12), ("Đơn vị", 22), ("Số, ký hiệu", 16), ("Ngày", 12), ("Mã", 11), ("Nội dung", 60), ("Hạn", 12), ("Trạng thái", 14))  # noqa: E501
_PAPER = (("Ngày", 12), ("Số, ký hiệu", 16), ("Đơn vị", 22), ("Trích yếu", 60), ("Số kiến nghị", 10), ("Tệp", 36))
_UNITS_SHOWN = 20  # in a chart


def workbook(counted: Stats, theo_doi: TheoDoi, today: Today, cited: str = "") -> bytes:
    """Return the dashboard; *cited* says what was counted, in its head."""
    found = [each for each in theo_doi.kien_nghi if counted.nam is None or each.van_ban.nam == counted.nam]
    found.sort(key=_in_order)
    book = Book("Thống kê kiến nghị")
    whole, units, figures, listed, papers = (book.sheet(name) for name in (_WHOLE, _UNITS, _FIGURES, _LIST, _PAPERS))
    when = f"{cited}Tính đến ngày {vietnamese.ngay(today.today)}"
    links = _Links(found, counted)
    _whole(whole, counted, links, when)
    _units(units, counted, links, when)
    _figures(figures, counted, links, when)
    _findings(listed, found, today, when)
    _papers(papers, counted, found, when)
    return book.bytes()


_KINDS = {kind: n for n, kind in enumerate(LOAI)}


def _in_order(each: KienNghi) -> tuple[object, ...]:
    """Return the order of the list: what one number counts stands together."""
    field = _field(each)
    return (field.startswith("("), alphabetical(field), _KINDS.get(each.loai, 9), alphabetical(by_unit(each)), each.van_ban.id, each.stt)


def _field(each: KienNghi) -> str:
    return each.linh_vuc or NO_FIELD


def _span(sheet: str, column: int, first: int, last: int) -> str:
    """Return cells of a column, rows from 0, as a formula."""
    letter = _letter(column)
    return f"='{sheet}'!${letter}${first + 1}:${letter}${last + 1}"


def _series(sheet: str, columns: range, first: int, last: int, head: int = _HEAD) -> list[tuple[str, str, str]]:
    """Return what a chart shows of some columns: their heads, the names in the first column, their cells."""
    return [(f"='{sheet}'!${_letter(n)}${head + 1}", _span(sheet, 0, first, last), _span(sheet, n, first, last)) for n in columns]


class _Links:
    """Where in the workbook that is listed which a number counts."""

    def __init__(self, found: Sequence[KienNghi], counted: Stats) -> None:
        first = _HEAD + 1
        spans: dict[tuple[str | None, str], list[int]] = defaultdict(list)
        for n, each in enumerate(found, start=first):
            spans[each.loai, _field(each)].append(n)
            spans[None, _field(each)].append(n)
        self.kind = {key: place(_LIST, rows[0], rows[-1], len(_FINDING)) for key, rows in spans.items()}
        self.paper = {paper.id: place(_PAPERS, n, n, len(_PAPER)) for n, paper in enumerate(counted.van_ban, start=first)}
        months: dict[str, list[int]] = defaultdict(list)
        for n, paper in enumerate(counted.van_ban, start=first):
            months[month_of(paper)].append(n)
        self.month = {month: place(_PAPERS, rows[0], rows[-1], len(_PAPER)) for month, rows in months.items()}
        self.unit: dict[str, str] = {}
        self.papers: dict[str, dict[str, None]] = defaultdict(dict)  # of each unit, their numbers in order
        for (unit, _), paper in {(by_unit(each), each.van_ban.id): each.van_ban for each in found}.items():
            self.papers[unit][paper.so_ky_hieu] = None
            self.unit.setdefault(unit, self.paper[paper.id])


def _whole(sheet: Sheet, counted: Stats, links: _Links, when: str) -> None:
    """Kinds by fields, months, states; a chart of each."""
    fields, kinds = counted.names("linh_vuc"), counted.names("loai")
    by = counted.by("linh_vuc", "loai")
    year = f" NĂM {counted.nam}" if counted.nam else ""
    sheet.title(f"THỐNG KÊ KIẾN NGHỊ{year}", f"{when}; {counted.tong} kiến nghị trong {len(counted.van_ban)} văn bản. Bấm vào con số để xem văn bản, kiến nghị được đếm.")  # noqa: E501
    sheet.head(_HEAD, ["Lĩnh vực", *(LOAI.get(kind, kind) for kind in kinds), "Cộng"], [30, *(12 for _ in kinds), 12])
    row = _HEAD
    for row, field in enumerate(fields, start=_HEAD + 1):
        counts = [by.get((field, kind), 0) for kind in kinds]
        own = {n: links.kind[kind, field] for n, kind in enumerate(kinds, start=1) if by.get((field, kind))}
        own[len(kinds) + 1] = links.kind[None, field]
        sheet.row(row, [field, *counts, sum(counts)], links=own)
    last = row
    totals = [sum(by.get((field, kind), 0) for field in fields) for kind in kinds]
    every = place(_LIST, _HEAD + 1, _HEAD + max(counted.tong, 1), len(_FINDING))
    sheet.row(last + 1, ["Tổng cộng", *totals, sum(totals)], links=dict.fromkeys(range(1, len(kinds) + 2), every))
    at = _letter(len(kinds) + 3)
    if fields:
        series = _series(_WHOLE, range(1, len(kinds) + 1), _HEAD + 1, last)
        sheets.chart(sheet, "column", "stacked", "Kiến nghị theo lĩnh vực", series, at=f"{at}3", size=(640, 320))
    sheet.at.print_area(0, 0, 54 + len(fields), len(kinds) + 14)
    months = {_month(month): (count, links.month.get(month, "")) for (month,), count in counted.by("thang").items()}
    row = _block(sheet, last + 4, "Tháng", months, ("line", "Kiến nghị theo tháng", f"{at}20"))
    states = {name[0].upper() + name[1:]: (count, f"'{_LIST}'!A{_HEAD + 1}") for name, count in counted.trang_thai.items()}
    _block(sheet, row, "Trạng thái", states, ("bar", "Tình hình thực hiện", f"{at}35"))


def _block(sheet: Sheet, row: int, name: str, counts: Mapping[str, tuple[int, str]], chart: tuple[str, str, str]) -> int:
    """Write a small table of counts with its chart (kind, title, place), and return the row where the next may begin."""
    sheet.row(row, [name, "Số kiến nghị"])
    for n, (each, (count, link)) in enumerate(counts.items(), start=row + 1):
        sheet.row(n, [each, count], links={1: link})
    if counts:
        kind, title, at = chart
        series = _series(_WHOLE, range(1, 2), row + 1, row + len(counts), row)
        sheets.chart(sheet, kind, "", title, series, at=at, size=(640, 280))
    return row + len(counts) + 3


def _month(month: str) -> str:
    year, _, number = month.partition("-")
    return f"{number}/{year}" if number else month


def _letter(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _units(sheet: Sheet, counted: Stats, links: _Links, when: str) -> None:
    """A row for each unit: kinds, states, papers."""
    kinds, by, total = counted.names("loai"), counted.by("don_vi", "loai"), counted.by("don_vi")
    states = [name for name in STATES if any(counts.get(name) for counts in counted.trang_thai_don_vi.values())]
    sheet.title("KIẾN NGHỊ THEO ĐƠN VỊ", when)
    heads = ["Đơn vị", *(LOAI.get(kind, kind) for kind in kinds), "Cộng", *(name[0].upper() + name[1:] for name in states), "Văn bản"]
    sheet.head(_HEAD, heads, [28, *(11 for _ in range(len(kinds) + 1 + len(states))), 24])
    units = counted.names("don_vi")
    for row, unit in enumerate(units, start=_HEAD + 1):
        held = counted.trang_thai_don_vi.get(unit, {})
        counts = [*(by.get((unit, kind), 0) for kind in kinds), total[unit,], *(held.get(name, 0) for name in states)]
        own = {n: links.unit.get(unit, "") for n, count in enumerate(counts, start=1) if count}
        sheet.row(row, [unit, *counts, "; ".join(links.papers.get(unit, ()))], links=own)
    last = _HEAD + len(units)
    sheet.filter(_HEAD, last, len(heads))
    title = "Kiến nghị theo đơn vị" + (f" ({_UNITS_SHOWN} đơn vị đầu)" if len(units) > _UNITS_SHOWN else "")
    series = _series(_UNITS, range(1, len(kinds) + 1), _HEAD + 1, min(last, _HEAD + _UNITS_SHOWN))
    if units:
        sheets.chart(sheet, "bar", "stacked", title, series, at=f"{_letter(len(heads) + 1)}3", size=(640, 620))


_OF_A_FIGURE = ("", "tỷ trọng", "hạng", "năm trước", "tăng, giảm")


def _figures(sheet: Sheet, counted: Stats, links: _Links, when: str) -> None:
    """A block of columns for each figure: value, share, rank, the year before, change."""
    sheet.title("SỐ LIỆU CỦA CÁC ĐƠN VỊ", when)
    if not counted.so_lieu:
        return
    width = 5 if any(map(_has_before, counted.so_lieu)) else 3
    parts = _OF_A_FIGURE[:width]
    heads = ["Đơn vị", *(_headed(figure, part) for figure in counted.so_lieu for part in parts)]
    sheet.head(_HEAD, heads, [28, *(12 for _ in heads[1:])])
    units = sorted({row.don_vi for figure in counted.so_lieu for row in figure.don_vi}, key=alphabetical)
    shares = frozenset(n for n in range(1, len(heads)) if (n - 1) % width in {1, 4})
    last = _HEAD + len(units)
    for row, (unit, cells, own) in enumerate(_figure_rows(counted.so_lieu, units, links, width), start=_HEAD + 1):
        sheet.row(row, [unit, *cells], links=own, shares=shares)
    sheet.filter(_HEAD, last, len(heads))
    totals = [cell for figure in counted.so_lieu for cell in _total_cells(figure)[:width]]
    sheet.row(last + 2, ["Tổng cộng", *totals], shares=shares)
    for n, figure in enumerate(counted.so_lieu[:4]):
        series = _series(_FIGURES, range(1 + n * width, 2 + n * width), _HEAD + 1, min(last, _HEAD + _UNITS_SHOWN))
        sheets.chart(sheet, "column", "", figure.nhan or figure.ten, series, at=f"{_letter(len(heads) + 1)}{3 + 19 * n}", size=(640, 360))


def _headed(figure: Figure, part: str) -> str:
    return f"{figure.nhan or figure.ten} ({part})" if part else figure.nhan or figure.ten


def _figure_rows(
    figures: Sequence[Figure], units: Sequence[str], links: _Links, width: int
) -> Iterator[tuple[str, list[sheets.Cell], dict[int, str]]]:  # fmt: skip
    """Yield of each unit the cells of its figures, *width* each, and where the values lead to."""
    of = [{row.don_vi: row for row in figure.don_vi} for figure in figures]
    for unit in units:
        own = {1 + n * width: links.paper[rows[unit].van_ban.id] for n, rows in enumerate(of) if unit in rows}
        yield unit, [cell for rows in of for cell in _figure_cells(rows.get(unit))[:width]], own


def _figure_cells(one: OfUnit | None) -> tuple[sheets.Cell, ...]:
    return (one.gia_tri, one.ty_trong, one.hang, one.nam_truoc, one.tang) if one else (None,) * 5


def _has_before(figure: Figure) -> bool:
    return any(row.nam_truoc is not None for row in figure.don_vi)


def _total_cells(figure: Figure) -> tuple[sheets.Cell, ...]:
    before, now = figure.tong_nam_truoc, figure.tong
    return (now, None, None, before, float((now - before) / before) if now and before else None)


def _findings(sheet: Sheet, found: Sequence[KienNghi], today: Today, when: str) -> None:
    sheet.title("DANH SÁCH KIẾN NGHỊ", when)
    sheet.head(_HEAD, [name for name, _ in _FINDING], [width for _, width in _FINDING])
    rows: list[tuple[str | date | None, ...]] = []
    for each in found:
        ten, han = today.state(each)
        paper, kind, state = each.van_ban, LOAI.get(each.loai, each.loai), ten if each.is_followed else ""
        rows.append((_field(each), kind, by_unit(each), paper.so_ky_hieu, paper.ngay, each.ten, each.noi_dung, han, state))
    sheet.rows(_HEAD + 1, rows, frozenset({4, 7}))
    sheet.filter(_HEAD, _HEAD + len(found), len(_FINDING))


def _papers(sheet: Sheet, counted: Stats, found: Sequence[KienNghi], when: str) -> None:
    of: Mapping[int, list[KienNghi]] = defaultdict(list)
    for each in found:
        of[each.van_ban.id].append(each)
    sheet.title("CÁC VĂN BẢN ĐƯỢC TÍNH", when)
    sheet.head(_HEAD, [name for name, _ in _PAPER], [width for _, width in _PAPER])
    for row, paper in enumerate(counted.van_ban, start=_HEAD + 1):
        day: date | str = paper.ngay or ""
        sheet.row(row, (day, paper.so_ky_hieu, paper.don_vi, paper.trich_yeu, len(of.get(paper.id, ())), paper.tep))
    sheet.filter(_HEAD, _HEAD + len(counted.van_ban), len(_PAPER))
