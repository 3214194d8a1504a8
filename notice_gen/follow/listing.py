"""The findings that are waited for, the most pressing first; as plain values, and as the workbook that units fill in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from notice_gen import vietnamese
from notice_gen.follow.model import LOAI, KienNghi, TheoDoi, alphabetical
from notice_gen.follow.states import STATES, State, Today
from notice_gen.records import record


@record
class Wish:
    """Which findings are asked for; what is empty leaves none out."""

    don_vi: str = ""  # a part of the unit's name, or its code
    linh_vuc: str = ""  # a part of the field's name
    loai: str = ""
    trang_thai: Collection[str] = ()
    den: date | None = None  # with a deadline until this day
    nam: int | None = None  # the year of the paper
    tat_ca: bool = False  # those too that ask for nothing


@record
class Line:
    """A finding and where it stands."""

    kien_nghi: KienNghi
    trang_thai: State


def lines(theo_doi: TheoDoi, today: Today, wish: Wish) -> list[Line]:
    """Return the findings wished for, the most pressing first: by state, deadline, unit, paper."""
    chosen = (each for each in theo_doi.kien_nghi if (wish.tat_ca or each.is_followed) and _is_wished(each, wish))
    found = [Line(each, today.state(each)) for each in chosen]
    found = [
        line for line in found
        if (not wish.trang_thai or line.trang_thai.ten in wish.trang_thai)
        and (wish.den is None or (line.trang_thai.han is not None and line.trang_thai.han <= wish.den))
    ]  # fmt: skip
    order = {name: n for n, name in enumerate(STATES)}
    return sorted(found, key=lambda line: (
        order[line.trang_thai.ten], line.trang_thai.han or date.max, alphabetical(line.kien_nghi.don_vi), line.kien_nghi.van_ban.id,
        line.kien_nghi.stt,
    ))  # fmt: skip


def _is_wished(each: KienNghi, wish: Wish) -> bool:
    return (
        (not wish.don_vi or wish.don_vi == each.ma_don_vi or _holds(each.don_vi, wish.don_vi))
        and (not wish.linh_vuc or _holds(each.linh_vuc, wish.linh_vuc))
        and (not wish.loai or each.loai == wish.loai)
        and (wish.nam is None or each.van_ban.nam == wish.nam)
    )


def _holds(text: str, part: str) -> bool:
    return vietnamese.bo_dau(part).casefold() in vietnamese.bo_dau(text).casefold()


def as_json(line: Line) -> dict[str, Any]:
    """Return a finding as plain JSON values."""
    each, (ten, han) = line.kien_nghi, line.trang_thai
    paper = each.van_ban
    return {
        "van_ban": paper.so_ky_hieu, "ngay": paper.ngay.isoformat() if paper.ngay else None, "ma": each.ma or None, "stt": each.stt,
        "don_vi": each.don_vi, "ma_don_vi": each.ma_don_vi, "loai": each.loai or None, "linh_vuc": each.linh_vuc or None,
        "noi_dung": each.noi_dung, "han": each.han.isoformat() if each.han else None, "han_hien_nay": han.isoformat() if han else None,
        "trang_thai": ten, "tep": paper.tep,
        "dien_bien": [
            {"ngay": event.ngay.isoformat(), "loai": event.loai, "han": event.han.isoformat() if event.han else None,
             "van_ban": event.van_ban_den, "ghi_chu": event.ghi_chu}
            for event in each.dien_bien
        ],
    }  # fmt: skip


COLUMNS = (
    ("Số, ký hiệu", 16), ("Ngày văn bản", 12), ("Mã", 11), ("Đơn vị", 22), ("Lĩnh vực", 18), ("Loại", 11), ("Nội dung", 60), ("Hạn", 12),
    ("Trạng thái", 14), ("Kết quả thực hiện", 20), ("Ngày báo cáo", 13), ("Văn bản báo cáo", 18), ("Gia hạn đến", 12), ("Ghi chú", 30),
)  # fmt: skip
"""Of the workbook that units fill in: its headings and their widths; the last five are theirs."""

ANSWERS = ("Đã hoàn thành", "Đang thực hiện", "Xin gia hạn", "Không chấp nhận")


def workbook(found: Sequence[Line], today: date) -> bytes:
    """Return the findings as a workbook, with the columns in which a unit says what it did."""
    from notice_gen.follow import sheets

    book = sheets.Book("Theo dõi kiến nghị")
    sheet = book.sheet("Theo dõi")
    sheet.title("THEO DÕI THỰC HIỆN KIẾN NGHỊ", f"Tính đến ngày {vietnamese.ngay(today)}; điền từ cột “Kết quả thực hiện”, nhập lại bằng: notice-gen follow import TỆP")  # noqa: E501
    sheet.head(2, [name for name, _ in COLUMNS], [width for _, width in COLUMNS])
    sheet.rows(3, [cells(line) for line in found], frozenset({1, 7, 10, 12}))
    last = 2 + len(found)
    sheet.filter(2, last, len(COLUMNS))
    sheet.choices(3, last, 9, ANSWERS)
    return book.bytes()


def cells(line: Line) -> list[Any]:
    """Return the cells of a finding's row, its unit's own blank."""
    each, (ten, han) = line.kien_nghi, line.trang_thai
    return [
        each.van_ban.so_ky_hieu, each.van_ban.ngay, each.ten, each.don_vi, each.linh_vuc, LOAI.get(each.loai, each.loai), each.noi_dung,
        han, ten, "", "", "", "", "",
    ]  # fmt: skip


def counts(found: Iterable[Line]) -> dict[str, int]:
    """Return how many findings stand where, in the order of :data:`STATES`."""
    names = [line.trang_thai.ten for line in found]
    return {name: names.count(name) for name in STATES if name in names}
