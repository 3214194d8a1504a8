"""Copies: the block below a copied text (form 3.1), the line on an electronic copy (form 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from notice_gen import legal, page, vietnamese
from notice_gen.compose import foot, head
from notice_gen.compose.head import BLANK_NUMBER, Frame
from notice_gen.compose.writer import Writer
from notice_gen.errors import N_, Problem
from notice_gen.legal import LoaiVanBan
from notice_gen.model import BanSao, Notice

_COPY = "3.1"


def la_ban_sao(loai: LoaiVanBan | None) -> bool:
    """Tell whether the document is a copy's block alone, to be printed below a photocopy."""
    return loai is not None and loai.mau == _COPY


def out_of_place(notice: Notice) -> Iterator[Problem]:
    """Yield what a copy's block alone has no place for: the copied text is the photocopy."""
    for key in ("mo_dau", "muc", "ket_thuc", "phu_luc", "van_ban_kem_theo", "ky_lien_tich"):
        if getattr(notice, key):
            yield Problem(
                N_("Phần sao không có chỗ cho “{khoa}”: nội dung là bản chụp văn bản được sao."),
                N_("Bỏ {khoa}. Trích sao soạn lại nội dung thì dùng tệp của chính văn bản đó, thêm bảng [ban_sao]."), {"khoa": key}, (key,),
            )


def block(writer: Writer, notice: Notice, co_chu_dau: Decimal, frame: Frame, today: date) -> page.BanSao | None:
    """Return the copy's own block; None when the document is no copy, or an electronic one.

    The letterhead's leading size *co_chu_dau* is in pt; *today* gives a copy without a date its year.
    """
    sao = notice.ban_sao
    if sao is None or sao.dien_tu or sao.noi_nhan is None or sao.ky is None:
        return None
    co_quan = sao.co_quan or notice.co_quan
    so = vietnamese.so_van_ban(sao.so) if sao.so else BLANK_NUMBER
    return page.BanSao(
        vietnamese.chu_hoa(sao.hinh_thuc), head.issuer(writer, co_quan, co_chu_dau, frame, _path(sao)),
        f"{so}/{_ma(sao, frame)}-{co_quan.viet_tat}", sao.dia_danh or notice.van_ban.dia_danh, head.thoi_gian(sao.ngay, today.year),
        foot.recipients(writer, sao.noi_nhan, "", ("ban_sao", "noi_nhan")), foot.signature(writer, sao.ky, ("ban_sao", "ky")),
    )


def line(writer: Writer, notice: Notice) -> str:
    """Return what an electronic copy says at its top right; the signing program adds the time (Phần II, mục I.3.c)."""
    sao = notice.ban_sao
    if sao is None or not sao.dien_tu:
        return ""
    ten = " ".join(writer.text(part, _path(sao)) for part in (sao.co_quan or notice.co_quan).ten)
    return f"{sao.hinh_thuc.capitalize()}; {ten};"


def _path(sao: BanSao) -> tuple[str, ...]:
    return ("ban_sao", "co_quan", "ten") if sao.co_quan else ("co_quan", "ten")


def _ma(sao: BanSao, frame: Frame) -> str:
    """Return the code of the sort of copy, by the law of the copy's own date."""
    law = legal.law(sao.ngay) if sao.ngay else frame.law
    return next(loai.ma for loai in law.loai.values() if loai.ten.lower() == sao.hinh_thuc)
