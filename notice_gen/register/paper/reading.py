"""A register kept on paper, or exported: rows of cells → lines to enter, or every problem by row and column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from notice_gen import facts, legal, vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.legal import Law
from notice_gen.records import record
from notice_gen.register.entry import DA_CAP, GIU_CHO, HUY, NHIEU_NHAT, SO_GIAY, Request, TrangThai, khoa, ten_chuan
from notice_gen.register.paper.form import GIU, SO_DI

DAYS = frozenset({"ngay"})
"""The columns of days; every other one takes texts."""

_NUMBER = re.compile(r"(?:số\s*:?\s*)?(\d{1,9})(?:\s*/\s*(\S.*))?", re.IGNORECASE)
_LETTERED = re.compile(r"(?:số\s*:?\s*)?(\d{1,9})\s*(?:[a-zđ]|bis)(?:\s*/.*)?", re.IGNORECASE)  # a number put in between later
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
    """What the rows do not say."""

    co_quan: str  # the agency, unless a row names one; may be empty
    only: bool  # no row may name another
    viet_tat: str  # its abbreviation in the symbol, for numbers written without one; may be empty
    nam: int | None  # the year, for rows without a day; None when they must have one
    rieng: bool  # each type has a series of its own
    today: date  # what is dated long after it is a slip of the hand


def columns(headings: Sequence[object]) -> dict[str, int]:
    r"""Return which column says what, the first where two say the same; nothing for a row that is none of headings.

    >>> columns(["STT", "Số, ký hiệu\nvăn bản", "NGÀY THÁNG", "Trích yếu"])
    {'so': 1, 'ngay': 2, 'trich_yeu': 3}
    """
    at: dict[str, int] = {}
    for index, heading in enumerate(headings):
        if name := _NAMES.get(_fold(str(heading))):
            at.setdefault(name, index)
    if "so" not in at and "ky_hieu" in at:  # 07/TB-UBND in one column of that name
        at["so"] = at.pop("ky_hieu")
    return at if "so" in at and len(at) > 1 else {}


def unknown(headings: Sequence[object]) -> list[int]:
    """Return the columns whose heading says nothing that is read."""
    return [index for index, heading in enumerate(headings) if _fold(str(heading)) and _fold(str(heading)) not in _NAMES]


def is_total(cells: Iterable[object]) -> bool:
    """Tell whether a row adds up others, as books do at the end of a page, a month, a year; such a row has no day."""
    cells = list(cells)
    texts = (" ".join(cell.casefold().split()) for cell in cells if isinstance(cell, str))
    return not any(isinstance(cell, date) for cell in cells) and any(_TOTAL.fullmatch(unicodedata.normalize("NFC", text)) for text in texts)


_TOTAL = re.compile(
    r"\W*(?:(?:tổng|cộng)(?: cộng| số)?(?: (?:số )?(?:văn bản|vb|trang|tháng|quý|năm|cả năm)\b.*)?|(?:cộng )?mang sang)\W*(?:[:=(.–-].*)?"
)


def _fold(heading: str) -> str:
    """Return *heading* as headings are compared: its words without accents, in any order, without ``văn bản`` and ``(1)``, i for y."""
    plain = re.sub(r"\(\d+\)", " ", vietnamese.bo_dau(heading).casefold().replace("y", "i"))
    words = " ".join(_SHORT.get(word, word) for word in re.findall(r"\w+", plain))
    return " ".join(sorted(set((re.sub(r"\bvan ban(?: di)?\b", "", words) or words).split()) - {"va", "cua"}))


_SHORT = {"vb": "van ban", "vbd": "van ban di", "kh": "ki hieu"}


_NAMES = {_fold(heading): name for name, headings in SO_DI["ten_cot"].items() for heading in headings}


def lines(rows: Iterable[tuple[int, Mapping[str, str | date]]], at: Mapping[str, int], office: Office) -> tuple[list[Line], list[Problem]]:
    """Return the lines that *rows* say, and what is wrong with them or worth a look: each problem's path is its row and column.

    A row is its number and what it says by the names of :func:`columns`, which stand *at* their places; *office* is what no row says.
    """
    out: list[Line] = []
    problems: list[Problem] = []
    first: dict[tuple[object, int], int] = {}
    for number, cells in rows:
        values = {name: value if isinstance(value, date) else _clean(value) for name, value in cells.items()}
        if not any(values.values()) or _ORDINAL.fullmatch(str(values.get("so", ""))):
            continue  # the row of column numbers below the headings
        row = _Row(number, values, at)
        if line := _line(row, office):
            key = (line.request.day_so, line.request.so or 0)
            if first.setdefault(key, number) != number:
                row.fault("so", N_("Số {so} đã có ở hàng {hang}."), _TWICE, so=key[1], hang=first[key])
            out.append(line)
        problems += row.faults
    return out, problems


_TWICE = N_("Mỗi số một hàng; xem lại số, năm của hai hàng. Nếu mỗi loại văn bản một dãy số thì ghi [so_van_ban] day_so = \"rieng\" trong notice-gen.toml.")  # noqa: E501


class _Row:
    """A row being read: what it says, and what is wrong with it so far."""

    def __init__(self, number: int, values: Mapping[str, str | date], at: Mapping[str, int]) -> None:
        self.number, self.at, self._values = number, at, values
        self.faults: list[Problem] = []
        ngay = values.get("ngay")
        self.ngay = ngay if isinstance(ngay, date) else None

    def text(self, name: str) -> str:
        value = self._values.get(name, "")
        return vietnamese.ngay(value) if isinstance(value, date) else value

    def fault(self, name: str, message: str, hint: str, level: Literal["error", "warning"] = "error", **values: object) -> None:
        self.faults.append(Problem(message, hint, values, (self.number, self.at.get(name, self.at["so"])), level=level))


def _line(row: _Row, office: Office) -> Line | None:
    so, symbol = _number(row)
    law = legal.law(row.ngay or office.today)
    loai, trich_yeu = _kind(row.text("ten_loai"), row.text("trich_yeu"), law)
    loai, ky_hieu = _symbol(_typed_symbol(row, so, symbol), loai, law, office)
    if office.rieng and loai is None and so:
        message = N_("Không rõ số {so} là của loại văn bản nào, mà mỗi loại một dãy số.")
        row.fault("so", message, N_("Ghi cả ký hiệu, ví dụ 07/TB-UBND."), so=so)
    co_quan = _agency(row, office)
    nam = _year(row, ky_hieu, office)
    _look(row, ky_hieu, co_quan, office)
    if any(fault.level == "error" for fault in row.faults):
        return None
    trang_thai, ly_do, ghi_chu = _remarks(row.text("ghi_chu"))
    ma = loai or ""
    if trang_thai == DA_CAP and _SPEAKS_OF_VOID.match(ghi_chu):
        message = N_("Ghi chú “{ghi_chu}” không nói rõ là số này hủy, nên vẫn nhập là đã cấp.")
        hint = N_("Số hủy thì ghi: Hủy: lý do. Không phải thì thôi.")
        row.fault("ghi_chu", message, hint, "warning", ghi_chu=ghi_chu.partition("\n")[0][:60])
    request = Request(
        khoa(SO_GIAY, co_quan=co_quan, nam=nam, loai=ma, hang=str(so)), co_quan, nam, ma, ky_hieu,
        ngay=row.ngay, trich_yeu=trich_yeu, nguoi_ky=row.text("nguoi_ky"), noi_nhan=row.text("noi_nhan"), luu=row.text("luu"),
        so_ban=row.text("so_ban"), ngay_chuyen=row.text("ngay_chuyen"), ghi_chu=ghi_chu, so=so, rieng=office.rieng,
    )  # fmt: skip
    return Line(row.number, row.at, request, trang_thai, ly_do)


def _look(row: _Row, ky_hieu: str, co_quan: str, office: Office) -> None:
    """Note a day that has not come, and the symbol of another agency."""
    if row.ngay and row.ngay > office.today:
        hint = N_("Xem lại năm trong ô; số văn bản thuộc năm của ngày này.")
        level: Literal["error", "warning"] = "error" if row.ngay > office.today + _LATER else "warning"
        message = N_("Ngày {ngay} còn lâu mới tới.") if row.ngay > office.today + _SOON else N_("Ngày {ngay} chưa tới.")
        row.fault("ngay", message, hint, level, ngay=vietnamese.ngay(row.ngay))
    if not row.text("co_quan") and (other := _agency_of_another(ky_hieu, office.viet_tat)):
        message = N_("Ký hiệu “{ky_hieu}” là của cơ quan khác ({ten}); sổ này của “{co_quan}”.")
        hint = N_("Xem lại ký hiệu; văn bản của cơ quan khác thì nhập vào sổ của cơ quan đó, hoặc thêm cột Cơ quan.")
        row.fault("ky_hieu" if row.text("ky_hieu") else "so", message, hint, "warning", ky_hieu=ky_hieu[:40], ten=other, co_quan=co_quan)


def _symbol(typed: str, loai: str | None, law: Law, office: Office) -> tuple[str | None, str]:
    """Return the type's code and the symbol, each by the other where the row does not say it."""
    ky_hieu = re.sub(r"\s*([/-])\s*", r"\1", typed).strip()
    if ky_hieu and loai is None:
        group = _YEAR.sub("", ky_hieu).split("-")[0]
        loai = group if group in law.loai else ""  # a công văn's symbol begins with none
    elif not ky_hieu and loai is not None and office.viet_tat:
        ky_hieu = f"{loai}-{office.viet_tat}" if loai else office.viet_tat
    return loai, ky_hieu


def _agency_of_another(ky_hieu: str, viet_tat: str) -> str:
    """Return the name of another agency, one of the usual abbreviations, that a symbol has in place of *viet_tat*; empty for none."""
    groups = [group.upper() for group in _YEAR.sub("", ky_hieu).split("-")]
    if not viet_tat or any(own in groups for own in viet_tat.upper().split("-")):
        return ""
    known = {short.upper(): name for short, name in facts.table("viet-tat.toml")["co_quan"].items() if len(short) > 2}
    return next((str(known[group]) for group in groups if group in known), "")


def _typed_symbol(row: _Row, so: int, symbol: str) -> str:
    """Return the symbol that stands behind the number *so* or, with or without the number, in a column of its own."""
    other = re.sub(rf"^\s*(?:0*{so}\s*)?/\s*", "", row.text("ky_hieu"))
    if symbol and other and "".join(symbol.casefold().split()) != "".join(other.casefold().split()):
        message, hint = N_("Cột số ghi ký hiệu “{mot}”, cột ký hiệu ghi “{hai}”."), N_("Sửa cho giống nhau, hoặc chỉ ghi ở một cột.")
        row.fault("ky_hieu", message, hint, mot=symbol[:40], hai=other[:40])
    return symbol or other


def _number(row: _Row) -> tuple[int, str]:
    """Return the number that the row says, 0 when it says none, and the symbol behind it."""
    if lettered := _LETTERED.fullmatch(row.text("so")):
        message = N_("Số “{so}” có chữ đi kèm; sổ chỉ giữ số nguyên, mỗi số một văn bản.")
        hint = N_("Xóa hàng này, và ghi ở cột ghi chú của số {goc}: Có thêm văn bản số {so}, kèm ngày và trích yếu của nó.")
        row.fault("so", message, hint, so=row.text("so")[:40], goc=lettered[1])
        return 0, ""
    match = _NUMBER.fullmatch(row.text("so"))
    so = int(match[1]) if match else 0
    if not 1 <= so <= NHIEU_NHAT:
        message = N_("“{so}” không phải số văn bản.") if row.text("so") else N_("Hàng này không có số văn bản.")
        hint = N_("Ghi số và ký hiệu, ví dụ 07/TB-UBND; hàng không phải của một văn bản thì xóa.")
        row.fault("so", message, hint, so=row.text("so")[:40])
    return so, (match[2] if match else "") or ""


def _agency(row: _Row, office: Office) -> str:
    co_quan = row.text("co_quan") or office.co_quan
    if office.only and ten_chuan(co_quan) != ten_chuan(office.co_quan):
        hint = N_("Nhập từng cơ quan một, hoặc bỏ --agency để lấy theo cột Cơ quan.")
        row.fault("co_quan", N_("Hàng này của “{co_quan}”, không phải của “{minh}”."), hint, co_quan=co_quan, minh=office.co_quan)
    if not co_quan:
        hint = N_("Thêm --agency \"Ủy ban nhân dân xã …\", hoặc ghi [co_quan] ten trong notice-gen.toml.")
        row.fault("so", N_("Không biết số này của cơ quan nào."), hint)
    return co_quan


def _clean(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(" ".join(_NO_TEXT.sub(" ", line).split()) for line in plain.split("\n")).strip()


def _kind(ten_loai: str, trich_yeu: str, law: Law) -> tuple[str | None, str]:
    """Return the type's code, None when nothing says it, and the subject without the type's name before it."""
    by_name = {"công văn": "", **{loai.ten.casefold(): ma for ma, loai in law.loai.items()}}
    trich_yeu = " ".join(trich_yeu.split())
    for ten in sorted(by_name, key=len, reverse=True):
        rest = trich_yeu[len(ten) :]
        if trich_yeu.casefold().startswith(ten) and (not rest or rest[0] in " :,.-–"):
            rest = rest.lstrip(" :,.-–")
            return by_name.get(ten_loai.casefold(), by_name[ten]), rest[:1].upper() + rest[1:]
    wish = ten_loai.casefold()
    by_code = {ma.casefold(): ma for ma in law.loai}
    return by_name.get(wish, by_code.get(wish)), trich_yeu


def _year(row: _Row, ky_hieu: str, office: Office) -> int:
    """Return the year that the row's day, its column, its symbol and the office say alike; 0 when they do not."""
    inside, column = _YEAR.match(ky_hieu), row.text("nam")
    if column and not re.fullmatch(r"\d{4}", column):
        row.fault("nam", N_("“{nam}” không phải năm."), N_("Ghi bốn chữ số, ví dụ 2026."), nam=column[:40])
        return 0
    years = {int(year) for year in (inside and inside[1], row.ngay and row.ngay.year, column, office.nam) if year}
    if len(years) > 1:
        hint = N_("Ngày, cột Năm và --year phải cùng một năm: số văn bản thuộc năm của ngày ban hành.")
        row.fault("ngay", N_("Hàng này ghi nhiều năm khác nhau: {cac_nam}."), hint, cac_nam=", ".join(map(str, sorted(years))))
    elif not years:
        hint = N_("Ghi ngày, ví dụ 05/3/2026; hoặc thêm --year NĂM cho cả tệp.")
        row.fault("ngay", N_("Không có ngày văn bản, không biết số này của năm nào."), hint)
    return years.pop() if len(years) == 1 else 0


def _remarks(text: str) -> tuple[TrangThai, str, str]:
    r"""Return the state that the remarks say, the reason of a void number, and what else they say.

    >>> _remarks("Hủy: In nhầm (A)\nKhẩn"), _remarks("Đã huỷ (do in nhầm)"), _remarks("Hủy bỏ Quyết định số 5")
    (('hủy', 'In nhầm (A)', 'Khẩn'), ('hủy', 'do in nhầm', ''), ('đã cấp', '', 'Hủy bỏ Quyết định số 5'))
    """
    head, _, rest = text.partition("\n")
    if head == GIU:
        return GIU_CHO, "", rest
    if void := _VOID.fullmatch(head):
        return HUY, next(filter(None, void.groups()), "").strip(), rest
    return DA_CAP, "", text
