"""The page's head: what kind of document it is, its number, the issuer's lines, the rules below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from notice_gen import page, typography, vietnamese
from notice_gen.compose import breaks
from notice_gen.compose.writer import Path, Writer, is_fixed
from notice_gen.legal import Law, LoaiVanBan
from notice_gen.model import CoQuan, Notice, la_cong_van
from notice_gen.records import record, remembered, replace

BLANK_NUMBER = " " * 5
"""Room for a number that is not given yet."""
_BLANK_DATE = "ngày      tháng      năm"
_WITHOUT_SUBJECT = ("1.8", "1.10")
_SLACK_MM = 2  # another printer's font may be a little wider
_ABOUT = re.compile(r"(?:V\s?/\s?v|Về việc)(?!\w)[\s:.,–-]*(?=\S)", re.IGNORECASE)


@record
class Frame:
    """What texts must fit: widths of the template's page, in mm, and the decree in force on the notice's date."""

    rong_van_ban: float
    rong_co_quan: float
    rong_quoc_hieu: float
    law: Law


def khong_so(loai: LoaiVanBan | None) -> bool:
    """Tell whether the type has neither code nor form, thư công: it is no numbered document."""
    return loai is not None and not loai.ma and not loai.mau


def co_trich_yeu(loai: LoaiVanBan | None) -> bool:
    """Tell whether the form prints the subject; giấy giới thiệu and giấy nghỉ phép have only the type's name."""
    return loai is None or loai.mau not in _WITHOUT_SUBJECT


def trich_yeu(typed: str, loai: LoaiVanBan | None) -> tuple[str, str]:
    """Return what stands before the subject, and the subject without it.

    >>> from notice_gen import legal
    >>> cong_van = next(one for one in legal.law(date(2026, 11, 23)).loai_khong_ma if one.ten == "Công văn")
    >>> trich_yeu("Về việc triển khai kế hoạch", cong_van), trich_yeu("Về việc nâng lương", None)
    (('V/v ', 'triển khai kế hoạch'), ('', 'Về việc nâng lương'))
    """
    return ("V/v ", _ABOUT.sub("", typed, count=1) if _ABOUT.match(typed) else typed) if la_cong_van(loai) else ("", typed)


def header_size(notice: Notice, place_date: str, frame: Frame) -> Decimal:
    """Return the size of the place-date line, its smallest when it would not fit: all of the letterhead goes down together.

    Source: Phụ lục I, Phần I, mục V, footnote 1 (sizes 13/14/14 or 12/13/13).
    """
    own = frame.law.thanh_phan["dia_danh"].co_chu
    size = notice.dinh_dang.co_chu or own.default
    fits = typography.width_mm(place_date, size_pt=float(size), italic=True) <= frame.rong_quoc_hieu
    return size if fits else min(size, own.minimum or size)


def letterhead(writer: Writer, notice: Notice, co_chu_dau: Decimal, frame: Frame) -> page.CoQuan:
    """Return the issuer's lines in capitals, the rule below them, the address at the page's foot."""
    co_quan = _joint(notice) if notice.ky_lien_tich else notice.co_quan
    return _fixed_letterhead(co_quan, co_chu_dau, frame) or _letterhead(writer, co_quan, co_chu_dau, frame)


def _joint(notice: Notice) -> CoQuan:
    """Return the issuers of a joint document, with a dash between them where each has a line: else one seems to be above the other."""
    ten, signed = notice.co_quan.ten, {ky.co_quan for ky in (notice.ky, *notice.ky_lien_tich)}
    if len(ten) == 1 or signed != {*ten}:
        return notice.co_quan
    return replace(notice.co_quan, ten=(*(f"{line} -" for line in ten[:-1]), ten[-1]))


@remembered(64)  # the notices of a mailing share their issuer
def _fixed_letterhead(co_quan: CoQuan, co_chu_dau: Decimal, frame: Frame) -> page.CoQuan | None:
    is_same = all(map(is_fixed, (*co_quan.chu_quan, *co_quan.ten, *co_quan.dia_chi)))
    return _letterhead(Writer({}), co_quan, co_chu_dau, frame) if is_same else None


def _letterhead(writer: Writer, co_quan: CoQuan, co_chu_dau: Decimal, frame: Frame) -> page.CoQuan:
    chu_quan = _lines(writer, co_quan.chu_quan, ("co_quan", "chu_quan"), frame.law.size("chu_quan", co_chu_dau), frame, bold=False)
    lines = issuer(writer, co_quan, co_chu_dau, frame, ("co_quan", "ten"))
    dia_chi = tuple([writer.text(line, ("co_quan", "dia_chi")) for line in co_quan.dia_chi])
    return replace(lines, chu_quan=chu_quan, viet_tat=co_quan.viet_tat, dia_chi=dia_chi)


def issuer(writer: Writer, co_quan: CoQuan, co_chu_dau: Decimal, frame: Frame, path: Path) -> page.CoQuan:
    """Return the lines of an agency's name in capitals and the rule below, a share of the last (Phụ lục I, mục II.2.b)."""
    size = frame.law.size("co_quan", co_chu_dau)
    ten = _lines(writer, co_quan.ten, path, size, frame, bold=True)
    return page.CoQuan(ten, twips(min(mm(ten[-1], size), frame.rong_co_quan) * float(frame.law.duong_ke.default)))


def _lines(writer: Writer, typed: Sequence[str], path: Path, size_pt: Decimal, frame: Frame, *, bold: bool) -> tuple[str, ...]:
    """Return *typed* in capitals, in even lines: the rule below measures by a whole line, not by the word left over."""
    lines: list[str] = []
    for text in typed:
        line = vietnamese.chu_hoa(writer.text(text, path))
        lines += breaks.balanced(line, frame.rong_co_quan, size_pt=float(size_pt), bold=bold) if type(line) is str else [line]
    return tuple(lines)


def thoi_gian(ngay: date | None, nam: int) -> str:
    """Return the date as the date line has it; without one day and month stay blank."""
    return vietnamese.ngay_day_du(ngay) if ngay else f"{_BLANK_DATE} {nam}"


def subject(text: str, size_pt: Decimal, limit_mm: float, law: Law, *, bold: bool = True) -> tuple[str, int, int]:
    """Return a subject as printed, so that its lines break at sense; in twips the width to set it in, and the rule below as *law* has it.

    Of the width at hand, *limit_mm*, a tenth is left free.
    """
    width = 0.9 * limit_mm
    printed, _, set_in, widest = breaks.even(str(text), width, slack_mm=_SLACK_MM, size_pt=float(size_pt), bold=bold)
    below = min(widest, limit_mm) * float(law.duong_ke.default)
    return printed if type(text) is str else text, twips(set_in), twips(below)


def mm(text: str, size_pt: Decimal) -> float:
    """Return the width of *text* in bold."""
    return typography.width_mm(text, size_pt=float(size_pt), bold=True)


def twips(length_mm: float) -> int:
    """Return millimetres in twips."""
    return round(length_mm * typography.TWIPS_PER_MM)
