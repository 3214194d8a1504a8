"""A register kept on paper, or exported: rows of cells → lines to enter, or every problem by row and column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from notice_gen import legal, vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.legal import Law
from notice_gen.records import record
from notice_gen.register.entry import DA_CAP, GIU_CHO, HUY, NHIEU_NHAT, SO_GIAY, Request, TrangThai, khoa, ten_chuan
from notice_gen.register.paper.form import GIU

_HEADINGS = {
    "so": ("số, ký hiệu văn bản", "số, ký hiệu", "số ký hiệu văn bản", "số và ký hiệu", "số hiệu", "số hiệu văn bản", "số văn bản", "số"),
    "ky_hieu": ("ký hiệu", "ký hiệu văn bản"),
    "ngay": ("ngày tháng văn bản", "ngày tháng", "ngày tháng năm", "ngày tháng năm văn bản", "ngày văn bản", "ngày ban hành", "ngày ký", "ngày"),
    "ten_loai": ("tên loại", "loại", "loại văn bản", "tên loại văn bản"),
    "trich_yeu": (
        "tên loại và trích yếu nội dung văn bản", "tên loại và trích yếu nội dung", "tên loại và trích yếu", "tên loại trích yếu nội dung",
        "trích yếu nội dung văn bản", "trích yếu nội dung", "trích yếu", "nội dung", "nội dung văn bản",
    ),
    "nguoi_ky": ("người ký", "người ký văn bản"),
    "noi_nhan": ("nơi nhận văn bản", "nơi nhận"),
    "luu": ("đơn vị, người nhận bản lưu", "nơi nhận bản lưu", "đơn vị nhận bản lưu", "người nhận bản lưu", "nơi lưu", "đơn vị lưu", "lưu", "bản lưu"),
    "so_ban": ("số lượng bản", "số bản", "số lượng", "sl bản", "slb", "sl"),
    "ngay_chuyen": ("ngày chuyển",),
    "ghi_chu": ("ghi chú",),
    "nam": ("năm",),
    "co_quan": ("cơ quan", "cơ quan ban hành", "tên cơ quan"),
    "": ("ký nhận", "stt", "tt", "số tt", "số thứ tự"),
}  # fmt: skip
"""What each column may be called; those under no name are not read."""

DAYS = frozenset({"ngay"})
"""The columns of days; every other one takes texts."""

_NUMBER = re.compile(r"(?:số\s*:?\s*)?(\d{1,9})(?:\s*/\s*(\S.*))?", re.IGNORECASE)
_YEAR = re.compile(r"((?:19|20)\d\d)/")
_ORDINAL = re.compile(r"\(\d{1,2}\)")
_VOID = re.compile(r"(?:đã\s+)?(?:hủy|huỷ)(?:\s+số)?\s*(?:\((?P<trong>.*)\)|[:;.,–-]\s*(?P<sau>.*)|(?P<do>(?:do|vì)\s.*))?", re.IGNORECASE)
_SPEAKS_OF_VOID = re.compile(r"(?:đã\s+)?(?:hủy|huỷ)\b", re.IGNORECASE)
_SOON = timedelta(days=31)
_LATER = timedelta(days=366)  # a register is not kept for the year after next
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@record
class Line:
    """One line to enter.

    Attributes:
        row: its number in the file.
        at: the column of each thing it says, from 0.
        request: what it says.
        trang_thai, ly_do: issued, unless it says otherwise.
    """

    row: int
    at: Mapping[str, int]
    request: Request
    trang_thai: TrangThai
    ly_do: str


@record
class Office:
    """What the rows do not say.

    Attributes:
        co_quan: the agency, unless a row names one; may be empty.
        only: no row may name another.
        viet_tat: its abbreviation in the symbol, for numbers written without one; may be empty.
        nam: the year, for rows without a day; None when they must have one.
        rieng: each type has a series of its own.
        today: what is dated long after it is a slip of the hand.
    """

    co_quan: str
    only: bool
    viet_tat: str
    nam: int | None
    rieng: bool
    today: date


def columns(headings: Sequence[object]) -> dict[str, int]:
    r"""Return which column says what, the first where two say the same; nothing for a row that is none of headings.

    >>> columns(["STT", "Số, ký hiệu\nvăn bản", "NGÀY THÁNG", "Trích yếu"])
    {'so': 1, 'ngay': 2, 'trich_yeu': 3}
    """
    found: dict[str, int] = {}
    for index, heading in enumerate(headings):
        name = _NAMES.get(_fold(str(heading)))
        if name:
            found.setdefault(name, index)
    return found if "so" in found and len(found) > 1 else {}


def unknown(headings: Sequence[object]) -> list[int]:
    """Return the columns whose heading says nothing that is read."""
    return [index for index, heading in enumerate(headings) if _fold(str(heading)) and _fold(str(heading)) not in _NAMES]


def _fold(heading: str) -> str:
    return " ".join(re.findall(r"\w+", vietnamese.bo_dau(heading).casefold()))


_NAMES = {_fold(heading): name for name, headings in _HEADINGS.items() for heading in headings}


def lines(rows: Iterable[tuple[int, Mapping[str, str | date]]], at: Mapping[str, int], office: Office) -> tuple[list[Line], list[Problem]]:
    """Return the lines that *rows* say, and what is wrong with them or worth a look: each problem's path is its row and column.

    Args:
        rows: of each its number and what it says by the names of :func:`columns`.
        at: the columns.
        office: what they do not say.
    """
    out: list[Line] = []
    problems: list[Problem] = []
    first: dict[tuple[object, int], int] = {}
    for number, said in rows:
        texts = {name: value if isinstance(value, date) else _clean(value) for name, value in said.items()}
        if not any(texts.values()) or _ORDINAL.fullmatch(str(texts.get("so", ""))):
            continue  # the row of column numbers below the headings
        line, faults = _line(number, texts, at, office)
        if line:
            key = (line.request.day, line.request.so or 0)
            if first.setdefault(key, number) != number:
                faults.append(_at(number, at, "so", N_("Số {so} đã có ở hàng {hang}."), N_("Mỗi số một hàng; xem lại số, năm của hai hàng. Nếu mỗi loại văn bản một dãy số thì ghi [so_van_ban] day_so = \"rieng\" trong notice-gen.toml."), so=key[1], hang=first[key]))
            out.append(line)
        problems += faults
    return out, problems


def _line(number: int, said: Mapping[str, str | date], at: Mapping[str, int], office: Office) -> tuple[Line | None, list[Problem]]:
    faults: list[Problem] = []

    def text(name: str) -> str:
        value = said.get(name, "")
        return vietnamese.ngay(value) if isinstance(value, date) else value

    found = _NUMBER.fullmatch(text("so"))
    so = int(found[1]) if found else 0
    if not 1 <= so <= NHIEU_NHAT:
        message = N_("“{so}” không phải số văn bản.") if text("so") else N_("Hàng này không có số văn bản.")
        faults.append(_at(number, at, "so", message, N_("Ghi số và ký hiệu, ví dụ 07/TB-UBND; hàng không phải của một văn bản thì xóa."), so=text("so")[:40]))
    ngay = said.get("ngay") or None
    law = legal.law(ngay if isinstance(ngay, date) else office.today)
    loai, trich_yeu = _kind(text("ten_loai"), text("trich_yeu"), law)
    ky_hieu = re.sub(r"\s*([/-])\s*", r"\1", (found[2] if found else "") or text("ky_hieu")).strip()
    if ky_hieu:
        loai = _type_of(ky_hieu, law) if loai is None else loai
    elif loai is not None and office.viet_tat:
        ky_hieu = f"{loai}-{office.viet_tat}" if loai else office.viet_tat
    if office.rieng and loai is None and so:
        faults.append(_at(number, at, "so", N_("Không rõ số {so} là của loại văn bản nào, mà mỗi loại một dãy số."), N_("Ghi cả ký hiệu, ví dụ 07/TB-UBND."), so=so))
    co_quan = text("co_quan") or office.co_quan
    if office.only and ten_chuan(co_quan) != ten_chuan(office.co_quan):
        faults.append(_at(number, at, "co_quan", N_("Hàng này của “{co_quan}”, không phải của “{minh}”."), N_("Nhập từng cơ quan một, hoặc bỏ --agency để lấy theo cột Cơ quan."), co_quan=co_quan, minh=office.co_quan))
    if not co_quan:
        faults.append(_at(number, at, "so", N_("Không biết số này của cơ quan nào."), N_("Thêm --agency \"Ủy ban nhân dân xã …\", hoặc ghi [co_quan] ten trong notice-gen.toml.")))
    nam, fault = _year(number, at, ngay if isinstance(ngay, date) else None, text("nam"), ky_hieu, office)
    faults += fault
    faults += _far_off(number, at, ngay, office.today)
    if any(fault.level == "error" for fault in faults):
        return None, faults
    trang_thai, ly_do, ghi_chu = _remarks(text("ghi_chu"))
    faults += _perhaps_void(number, at, trang_thai, ghi_chu)
    request = Request(
        khoa(SO_GIAY, co_quan=co_quan, nam=nam, loai=loai or "", hang=str(so)), co_quan, nam, loai or "", ky_hieu,
        ngay=ngay if isinstance(ngay, date) else None, trich_yeu=trich_yeu, nguoi_ky=text("nguoi_ky"), noi_nhan=text("noi_nhan"),
        luu=text("luu"), so_ban=text("so_ban"), ngay_chuyen=text("ngay_chuyen"), ghi_chu=ghi_chu, so=so, rieng=office.rieng,
    )  # fmt: skip
    return Line(number, at, request, trang_thai, ly_do), faults


def _far_off(number: int, at: Mapping[str, int], ngay: object, today: date) -> Iterator[Problem]:
    if isinstance(ngay, date) and ngay > today + _SOON:
        level: Literal["error", "warning"] = "error" if ngay > today + _LATER else "warning"
        found = _at(number, at, "ngay", N_("Ngày {ngay} còn lâu mới tới."), N_("Xem lại năm trong ô; số văn bản thuộc năm của ngày này."), ngay=vietnamese.ngay(ngay))
        yield replace(found, level=level)


def _perhaps_void(number: int, at: Mapping[str, int], trang_thai: TrangThai, ghi_chu: str) -> Iterator[Problem]:
    if trang_thai == DA_CAP and _SPEAKS_OF_VOID.match(ghi_chu):
        message, hint = N_("Ghi chú “{ghi_chu}” không nói rõ là số này hủy, nên vẫn nhập là đã cấp."), N_("Số hủy thì ghi: Hủy: lý do. Không phải thì thôi.")
        yield replace(_at(number, at, "ghi_chu", message, hint, ghi_chu=ghi_chu.partition("\n")[0][:60]), level="warning")


def _at(row: int, at: Mapping[str, int], name: str, message: str, hint: str, **values: object) -> Problem:
    return Problem(message, hint, values, (row, at.get(name, at["so"])))


def _clean(text: str) -> str:
    lines = (" ".join(_NO_TEXT.sub(" ", line).split()) for line in unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(lines).strip()


def _kind(ten_loai: str, trich_yeu: str, law: Law) -> tuple[str | None, str]:
    """Return the type's code, None when nothing says it, and the subject without the type's name before it."""
    known = {"công văn": "", **{loai.ten.casefold(): ma for ma, loai in law.loai.items()}}
    trich_yeu = " ".join(trich_yeu.split())
    for ten in sorted(known, key=len, reverse=True):
        rest = trich_yeu[len(ten) :]
        if trich_yeu.casefold().startswith(ten) and (not rest or rest[0] in " :,.-–"):
            rest = rest.lstrip(" :,.-–")
            return known.get(ten_loai.casefold(), known[ten]), rest[:1].upper() + rest[1:]
    wish = ten_loai.casefold()
    by_code = {ma.casefold(): ma for ma in law.loai}
    return known.get(wish, by_code.get(wish)), trich_yeu


def _type_of(ky_hieu: str, law: Law) -> str:
    """Return the type's code that a symbol begins with; empty for a công văn."""
    group = _YEAR.sub("", ky_hieu).split("-")[0]
    return group if group in law.loai else ""


def _year(number: int, at: Mapping[str, int], ngay: date | None, said: str, ky_hieu: str, office: Office) -> tuple[int, list[Problem]]:
    inside = _YEAR.match(ky_hieu)
    years = {int(inside[1])} if inside else set()
    if ngay:
        years.add(ngay.year)
    if said:
        if not re.fullmatch(r"\d{4}", said):
            return 0, [_at(number, at, "nam", N_("“{nam}” không phải năm."), N_("Ghi bốn chữ số, ví dụ 2026."), nam=said[:40])]
        years.add(int(said))
    if office.nam:
        years.add(office.nam)
    if len(years) > 1:
        values = {"cac_nam": ", ".join(map(str, sorted(years)))}
        return 0, [_at(number, at, "ngay", N_("Hàng này ghi nhiều năm khác nhau: {cac_nam}."), N_("Ngày, cột Năm và --year phải cùng một năm: số văn bản thuộc năm của ngày ban hành."), **values)]
    if not years:
        return 0, [_at(number, at, "ngay", N_("Không có ngày văn bản, không biết số này của năm nào."), N_("Ghi ngày, ví dụ 05/3/2026; hoặc thêm --year NĂM cho cả tệp."))]
    return years.pop(), []


def _remarks(text: str) -> tuple[TrangThai, str, str]:
    r"""Return the state that the remarks say, the reason of a void number, and what else they say.

    >>> _remarks("Hủy: In nhầm (A)\nKhẩn"), _remarks("Đã huỷ (do in nhầm)"), _remarks("Hủy bỏ Quyết định số 5")
    (('hủy', 'In nhầm (A)', 'Khẩn'), ('hủy', 'do in nhầm', ''), ('đã cấp', '', 'Hủy bỏ Quyết định số 5'))
    """
    head, _, rest = text.partition("\n")
    if head == GIU:
        return GIU_CHO, "", rest
    found = _VOID.fullmatch(head)
    if found:
        return HUY, next(filter(None, found.groups()), "").strip(), rest
    return DA_CAP, "", text
