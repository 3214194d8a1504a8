"""What forms 1.6 to 1.10 say in words of their own, as blocks: from ``[giay_moi]``, ``[cong_dien]`` and their like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_gen import vietnamese
from notice_gen.compose.body import Block, block
from notice_gen.compose.foot import bare
from notice_gen.compose.writer import Path, Writer, ended, prefixed, suffixed
from notice_gen.model import CongDien, GiayMoi, Notice


def telegram(writer: Writer, dien: CongDien, ten: str) -> Iterator[Block]:
    """Yield who wires and to whom (form 1.6).

    Args:
        writer: writes the texts.
        dien: the form's table.
        ten: the issuing agency's name, for a telegram that names nobody.
    """
    nguoi = writer.text(dien.nguoi_dien, ("cong_dien", "nguoi_dien")) if dien.nguoi_dien else ten
    yield block("loi_dan", suffixed(vietnamese.chu_hoa(nguoi), " điện:"))
    for i, line in enumerate(dien.dien_toi):
        name = bare(writer.text(line, ("cong_dien", "dien_toi")))
        yield block("kinh_gui_noi", prefixed("- ", ended(name, "." if i == len(dien.dien_toi) - 1 else ";")))


def own_lines(writer: Writer, notice: Notice, ten: str) -> Iterator[Block]:
    """Yield what the form says of itself before what a clerk adds.

    Args:
        writer: writes the texts.
        notice: the findings.
        ten: the issuing agency's name.
    """
    if notice.giay_moi:
        yield from _invitation(writer, notice.giay_moi, ten)


def _invitation(writer: Writer, moi: GiayMoi, ten: str) -> Iterator[Block]:
    """Form 1.7."""
    path = ("giay_moi",)
    yield from _several(writer, f"{ten} trân trọng kính mời:", moi.kinh_moi, (*path, "kinh_moi"))
    yield _line(writer, "Tới dự ", moi.toi_du, (*path, "toi_du"))
    if moi.chu_tri:
        yield _line(writer, "Chủ trì: ", moi.chu_tri, (*path, "chu_tri"))
    when = vietnamese.gio_ngay(moi.thoi_gian, in_thu=moi.in_thu)
    if moi.den_luc:
        same_day = moi.thoi_gian.date() == moi.den_luc.date()
        begins = f"{moi.thoi_gian:%H} giờ {moi.thoi_gian:%M}" if same_day else when
        when = f"từ {begins} đến {vietnamese.gio_ngay(moi.den_luc, in_thu=moi.in_thu)}"
    yield block("doan", f"Thời gian: {when}.")
    yield _line(writer, "Địa điểm: ", moi.dia_diem, (*path, "dia_diem"))


def _line(writer: Writer, label: str, typed: str, path: Path) -> Block:
    return block("doan", prefixed(label, ended(bare(writer.text(typed, path)), ".")))


def _several(writer: Writer, label: str, typed: Sequence[str], path: Path) -> Iterator[Block]:
    """Yield *label* and what it announces: one on its line, several below it with dashes."""
    if len(typed) == 1:
        yield _line(writer, f"{label} ", typed[0], path)
        return
    yield block("doan", label)
    for i, line in enumerate(typed):
        yield block("gach", prefixed("- ", ended(bare(writer.text(line, path)), "." if i == len(typed) - 1 else ";")))
