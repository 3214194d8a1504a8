"""The page's head: what kind of document it is, its number, the issuer's lines, the rules below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from notice_gen import typography, vietnamese
from notice_gen.compose.writer import Path, Writer, is_fixed
from notice_gen.errors import N_, Problem
from notice_gen.legal import Law, LoaiVanBan
from notice_gen.model import CoQuan, Notice
from notice_gen.records import Same, record

BLANK_NUMBER = " " * 5
"""Room for a number that is not given yet."""
_BLANK_DATE = "ngày      tháng      năm"
_CONG_VAN = "1.5"
_WITHOUT_SUBJECT = ("1.8", "1.10")
_SLACK_MM = 2  # another printer's font may be a little wider
_ABOUT = re.compile(r"(?:V/v|Về việc)\s+", re.IGNORECASE)


@record
class Frame:
    """What texts must fit: widths of the template's page, in mm, and the decree in force on the notice's date."""

    rong_van_ban: float
    rong_co_quan: float
    rong_quoc_hieu: float
    law: Law


# --- what it is ----------------------------------------------------------------------------------------


def loai_cua(notice: Notice, law: Law) -> LoaiVanBan | None:
    """Return the notice's type: by its code, or by the name of its template (a công văn has no code)."""
    loai = notice.van_ban.loai
    return law.loai.get(loai) if loai else _loai_theo_mau(notice.mau, Same(law))


def la_cong_van(loai: LoaiVanBan | None) -> bool:
    """Tell whether the subject stands below the number, without a title (ô 5b)."""
    return loai is not None and loai.mau == _CONG_VAN


def khong_so(loai: LoaiVanBan | None) -> bool:
    """Tell whether the type has neither code nor form, thư công: it is no numbered document."""
    return loai is not None and not loai.ma and not loai.mau


def co_trich_yeu(loai: LoaiVanBan | None) -> bool:
    """Tell whether the form prints the subject; giấy giới thiệu and giấy nghỉ phép have only the type's name."""
    return loai is None or loai.mau not in _WITHOUT_SUBJECT


@lru_cache(maxsize=64)
def _loai_theo_mau(mau: str, law: Same[Law]) -> LoaiVanBan | None:
    return next((one for one in (*law.thing.loai.values(), *law.thing.loai_khong_ma) if vietnamese.slug(one.ten) == mau), None)


def ky_hieu(notice: Notice) -> str:
    """Join type and issuer, or for a công văn issuer and drafting unit (Phụ lục I, mục II.3.b)."""
    van_ban = notice.van_ban
    if van_ban.ky_hieu:
        return van_ban.ky_hieu
    groups = (van_ban.loai, notice.co_quan.viet_tat) if van_ban.loai else (notice.co_quan.viet_tat, van_ban.don_vi_soan)
    return "-".join(group for group in groups if group)


def trich_yeu(typed: str, loai: LoaiVanBan | None) -> tuple[str, str]:
    """Return what stands before the subject, and the subject without it.

    >>> from notice_gen import legal
    >>> cong_van = next(one for one in legal.law(date(2026, 11, 23)).loai_khong_ma if one.ten == "Công văn")
    >>> trich_yeu("Về việc triển khai kế hoạch", cong_van), trich_yeu("Về việc nâng lương", None)
    (('V/v ', 'triển khai kế hoạch'), ('', 'Về việc nâng lương'))
    """
    return ("V/v ", _ABOUT.sub("", typed, count=1) if _ABOUT.match(typed) else typed) if la_cong_van(loai) else ("", typed)


def type_problems(notice: Notice, loai: LoaiVanBan | None, law: Law) -> Iterator[Problem]:
    """Yield what is wrong with the notice's type and ký hiệu."""
    van_ban, known = notice.van_ban, law.loai
    form = _loai_theo_mau(notice.mau, Same(law))
    if van_ban.loai and loai is None:
        yield Problem(
            N_("“{loai}” không phải chữ viết tắt tên loại văn bản trong Phụ lục III."),
            N_("Dùng một trong các chữ: {cac_loai}."),
            {"loai": van_ban.loai, "cac_loai": ", ".join(known)},
            ("van_ban", "loai"),
        )
    elif loai and form and (loai.mau != form.mau or (not loai.mau and loai.ten != form.ten)):
        yield Problem(
            N_("“{loai}” là {ten}, không trình bày như {ten_mau}."),
            N_("Bỏ dòng loai và ghi ở đầu tệp: mau = \"{mau}\"."),
            {"loai": van_ban.loai, "ten": loai.ten, "ten_mau": form.ten, "mau": vietnamese.slug(loai.ten)},
            ("van_ban", "loai"),
        )
    if van_ban.loai and van_ban.don_vi_soan:
        yield Problem(
            N_("don_vi_soan chỉ có trong ký hiệu công văn; văn bản có tên loại ghi ký hiệu {ky_hieu}."),
            N_("Bỏ dòng don_vi_soan; đơn vị soạn thảo ghi ở phần lưu: luu = \"VT, {don_vi}\"."),
            {"ky_hieu": ky_hieu(notice), "don_vi": van_ban.don_vi_soan},
            ("van_ban", "don_vi_soan"),
        )
    if la_cong_van(loai) and not van_ban.don_vi_soan and not van_ban.ky_hieu:
        yield Problem(
            N_("Ký hiệu công văn thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực (Phụ lục I, Phần I, mục II.3.b)."),
            N_("Thêm vào [van_ban], ví dụ: don_vi_soan = \"VX\"; hoặc ghi cả ký hiệu: ky_hieu = \"{vi_du}\"."),
            {"vi_du": f"{notice.co_quan.viet_tat}-VX"},
            ("van_ban",),
        )


# --- the page's head -----------------------------------------------------------------------------------


def header_size(notice: Notice, place_date: str, frame: Frame) -> Decimal:
    """Return the size of the place-date line, its smallest when it would not fit: all of the letterhead goes down together.

    Source: Phụ lục I, Phần I, mục V, footnote 1 (sizes 13/14/14 or 12/13/13).
    """
    own = frame.law.thanh_phan["dia_danh"].co_chu
    size = notice.dinh_dang.co_chu or own.default
    fits = typography.width_mm(place_date, size_pt=float(size), italic=True) <= frame.rong_quoc_hieu
    return size if fits else min(size, own.minimum or size)


def letterhead(writer: Writer, notice: Notice, co_chu_dau: Decimal, frame: Frame) -> dict[str, Any]:
    """Return the issuer's lines in capitals, the rule below them, the address at the page's foot."""
    co_quan = notice.co_quan
    if all(map(is_fixed, (*co_quan.chu_quan, *co_quan.ten, *co_quan.dia_chi))):
        return {**_fixed_letterhead(Same(co_quan), co_chu_dau, Same(frame))}
    return _letterhead(writer, co_quan, co_chu_dau, frame)


@lru_cache(maxsize=64)  # the notices of a mailing share their issuer
def _fixed_letterhead(co_quan: Same[CoQuan], co_chu_dau: Decimal, frame: Same[Frame]) -> dict[str, Any]:
    return _letterhead(Writer({}), co_quan.thing, co_chu_dau, frame.thing)


def _letterhead(writer: Writer, co_quan: CoQuan, co_chu_dau: Decimal, frame: Frame) -> dict[str, Any]:
    parent = _lines(writer, co_quan.chu_quan, ("co_quan", "chu_quan"), frame.law.size("chu_quan", co_chu_dau), frame, bold=False)
    return {
        "chu_quan": parent,
        **issuer(writer, co_quan, co_chu_dau, frame, ("co_quan", "ten")),
        "viet_tat": co_quan.viet_tat,
        "dia_chi": [writer.text(line, ("co_quan", "dia_chi")) for line in co_quan.dia_chi],
    }


def issuer(writer: Writer, co_quan: CoQuan, co_chu_dau: Decimal, frame: Frame, path: Path) -> dict[str, Any]:
    """Return the lines of an agency's name in capitals and the rule below, a share of the last (Phụ lục I, mục II.2.b)."""
    size = frame.law.size("co_quan", co_chu_dau)
    ten = _lines(writer, co_quan.ten, path, size, frame, bold=True)
    return {"ten": ten, "duong_ke": twips(min(mm(ten[-1], size), frame.rong_co_quan) * float(frame.law.duong_ke.default))}


def _lines(writer: Writer, typed: Sequence[str], path: Path, size_pt: Decimal, frame: Frame, *, bold: bool) -> list[str]:
    """Return *typed* in capitals, in even lines: the rule below measures by a whole line, not by the word left over."""
    printed = [vietnamese.chu_hoa(writer.text(line, path)) for line in typed]
    column = frame.rong_co_quan
    return [part for line in printed for part in (typography.balanced(line, column, size_pt=float(size_pt), bold=bold) if type(line) is str else [line])]


def thoi_gian(ngay: date | None, nam: int) -> str:
    """Return the date as the date line has it; without one day and month stay blank."""
    return vietnamese.ngay_day_du(ngay) if ngay else f"{_BLANK_DATE} {nam}"


def subject(text: str, size_pt: Decimal, limit_mm: float, law: Law, *, bold: bool = True) -> dict[str, int]:
    """Return the width in twips to set a subject in, so that its lines come out even, and the rule below it.

    Args:
        text: the subject as printed.
        size_pt: its size in pt.
        limit_mm: the width at hand; a tenth is left free.
        law: how long the rule is.
        bold: whether it is bold.
    """
    width = 0.9 * limit_mm
    lines, widest = typography.balanced_mm(str(text), width, size_pt=float(size_pt), bold=bold)
    even = min(widest + _SLACK_MM, width) if lines > 1 else width
    return {"be_rong": twips(even), "duong_ke": twips(min(widest, limit_mm) * float(law.duong_ke.default))}


def mm(text: str, size_pt: Decimal) -> float:
    """Return the width of *text* in bold."""
    return typography.width_mm(text, size_pt=float(size_pt), bold=True)


def twips(length_mm: float) -> int:
    """Return millimetres in twips."""
    return round(length_mm * typography.TWIPS_PER_MM)
