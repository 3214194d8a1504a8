"""The head of the page: kind of document, number, symbol, place, abbreviation, the unit it is about (Phụ lục I, Phần I, mục II.3, II.4)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from notice_gen import legal, vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.model import ky_hieu, la_cong_van, loai_cua, loai_theo_mau

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from notice_gen.model import Notice

_DATED = re.compile(r"\s*[,;.]?\s*\bngày\b.*", re.IGNORECASE)


def number_without_date(notice: Notice, _: date) -> Iterator[Problem]:
    """A number from the register comes with a date (Điều 15)."""
    if notice.van_ban.so == "tu-dong" and notice.van_ban.ngay is None:
        message = N_("Văn bản lấy số từ sổ phải có ngày ban hành: số và ngày được ghi vào sổ cùng lúc (Điều 15).")
        hint = N_("Thêm vào [van_ban], ví dụ: ngay = 2026-03-05; hoặc bỏ dòng so để in dự thảo.")
        yield Problem(message, hint, path=("van_ban", "so"))


def place(notice: Notice, _: date) -> tuple[Problem, ...]:
    """The place is a place alone, and a name."""
    return _place(notice.van_ban.dia_danh)


@lru_cache(maxsize=128)  # the notices of a mailing say the same
def _place(dia_danh: str) -> tuple[Problem, ...]:
    path, hint = ("van_ban", "dia_danh"), N_("Gõ: dia_danh = \"{dung}\"")
    plain = _DATED.sub("", dia_danh)
    if plain != dia_danh:
        message = N_("dia_danh chỉ ghi địa danh; ngày tháng ghi ở khóa ngay, in ra tự có.")
        return (Problem(message, hint, {"dung": plain or "…"}, path, dia_danh),)
    if dia_danh[:1].islower():
        values = {"dia_danh": dia_danh, "dung": vietnamese.chu_hoa(dia_danh[:1]) + dia_danh[1:]}
        return (Problem(N_("Địa danh “{dia_danh}” chưa viết hoa chữ cái đầu."), hint, values, path, dia_danh, level="warning"),)
    return ()


def symbol(notice: Notice, on: date) -> Iterator[Problem]:
    """A symbol written out begins with the code of its type."""
    written, loai = notice.van_ban.ky_hieu or "", notice.van_ban.loai or ""
    code = written.split("-", maxsplit=1)[0]
    types = legal.law(on).loai if code and loai and code != loai else {}
    if loai in types and code in types:
        values = {"ky_hieu": written, "loai": loai, "ten": types[loai].ten, "dung": "-".join([loai, *written.split("-")[1:]])}
        message = N_("Ký hiệu “{ky_hieu}” không phải của {ten} ({loai}).")
        hint = N_("Bỏ dòng ky_hieu để máy tự ghép, hoặc gõ: ky_hieu = \"{dung}\"")
        yield Problem(message, hint, values, ("van_ban", "ky_hieu"), written, level="warning")


def abbreviation(notice: Notice, _: date) -> Iterator[Problem]:
    """The abbreviation of an agency is in capitals."""
    viet_tat = notice.co_quan.viet_tat
    if viet_tat.islower():
        message, hint = N_("Chữ viết tắt tên cơ quan viết in hoa: “{viet_tat}”."), N_("Gõ: viet_tat = \"{dung}\"")
        values = {"viet_tat": viet_tat, "dung": vietnamese.chu_hoa(viet_tat)}
        yield Problem(message, hint, values, ("co_quan", "viet_tat"), viet_tat, level="warning")


def unit_gone(notice: Notice, _: date) -> Iterator[Problem]:
    """The unit that the notice is about is one on the notice's date."""
    ten, ngay = notice.don_vi.get("ten"), notice.van_ban.ngay
    gone = legal.unit_gone(ten, ngay) if ten and ngay else None
    if gone:
        yield replace(gone, path=("don_vi", "ten"))


def type_of_document(notice: Notice, on: date) -> Iterator[Problem]:
    """The type is one of the decree's and looks as its template does; a công văn, and no other, names who drafted it."""
    van_ban, loai, form = notice.van_ban, loai_cua(notice, on), loai_theo_mau(notice.mau, on)
    if van_ban.loai and loai is None:
        message = N_("“{loai}” không phải chữ viết tắt tên loại văn bản trong Phụ lục III.")
        hint = N_("Dùng một trong các chữ: {cac_loai}.")
        yield Problem(message, hint, {"loai": van_ban.loai, "cac_loai": ", ".join(legal.law(on).loai)}, ("van_ban", "loai"))
    elif loai and form and (loai.mau != form.mau or (not loai.mau and loai.ten != form.ten)):
        yield Problem(
            N_("“{loai}” là {ten}, không trình bày như {ten_mau}."), N_("Bỏ dòng loai và ghi ở đầu tệp: mau = \"{mau}\"."),
            {"loai": van_ban.loai, "ten": loai.ten, "ten_mau": form.ten, "mau": vietnamese.slug(loai.ten)}, ("van_ban", "loai"),
        )
    if van_ban.loai and van_ban.don_vi_soan:
        message = N_("don_vi_soan chỉ có trong ký hiệu công văn; văn bản có tên loại ghi ký hiệu {ky_hieu}.")
        hint = N_("Bỏ dòng don_vi_soan; đơn vị soạn thảo ghi ở phần lưu: luu = \"VT, {don_vi}\".")
        yield Problem(message, hint, {"ky_hieu": ky_hieu(notice), "don_vi": van_ban.don_vi_soan}, ("van_ban", "don_vi_soan"))
    if la_cong_van(loai) and not van_ban.don_vi_soan and not van_ban.ky_hieu:
        message = N_("Ký hiệu công văn thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực (Phụ lục I, Phần I, mục II.3.b).")
        hint = N_("Thêm vào [van_ban], ví dụ: don_vi_soan = \"VX\"; hoặc ghi cả ký hiệu: ky_hieu = \"{vi_du}\".")
        yield Problem(message, hint, {"vi_du": f"{notice.co_quan.viet_tat}-VX"}, ("van_ban",))
