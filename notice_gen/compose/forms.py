"""What forms 1.6 to 1.10, and contracts, say in words of their own, as blocks: from ``[giay_moi]``, ``[[ben]]`` and their like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_gen import markup, vietnamese
from notice_gen.compose.body import paragraphs
from notice_gen.compose.foot import letter
from notice_gen.compose.writer import Path, Writer, ended, prefixed, suffixed
from notice_gen.model import Ben, BienBan, CongDien, GiayGioiThieu, GiayMoi, GiayNghiPhep, Nguoi, Notice
from notice_gen.page import INVITED, Block, Dong
from notice_gen.pasted import bare
from notice_gen.vietnamese.lien_dong import lien

_TWO = 2
_EITHER = "Ông (bà)"


def introduction(writer: Writer, notice: Notice, ten: str, ten_loai: str, thoi_gian: str) -> Iterator[Block]:
    """Yield what the form says before its matter, which a clerk must add: who wires to whom, who met, who agrees.

    *ten* and *ten_loai* name the issuing agency and the type; *thoi_gian* is the date, as the date line has it.
    """
    if notice.cong_dien:
        yield from _telegram(writer, notice.cong_dien, ten)
    if notice.bien_ban:
        yield from _minutes(writer, notice.bien_ban)
    if notice.ben:
        yield Dong("doan", lien(f"Hôm nay, {thoi_gian}, chúng tôi gồm:"))
        for n, ben in enumerate(notice.ben):
            yield from _party(writer, ben, n)
        if not (notice.mo_dau and notice.mo_dau.noi_dung):
            several = "Hai" if len(notice.ben) == _TWO else "Các"
            yield Dong("doan", lien(f"{several} bên thống nhất ký {ten_loai.lower()} với các nội dung sau:"))


def own_lines(writer: Writer, notice: Notice, ten: str) -> Iterator[Block]:
    """Yield what is the matter of the form itself; a clerk may add to it; *ten* is the issuing agency."""
    if notice.giay_moi:
        yield from _invitation(writer, notice.giay_moi, ten)
    if notice.giay_gioi_thieu:
        yield from _letter_of_introduction(writer, notice.giay_gioi_thieu, ten)
    if notice.giay_nghi_phep:
        yield from _leave(writer, notice.giay_nghi_phep, ten)


def ending(notice: Notice) -> Iterator[Block]:
    """Yield the sentence that minutes end with (form 1.9)."""
    if notice.bien_ban:
        yield Dong("doan", lien(f"{notice.bien_ban.cuoc_hop} kết thúc vào {vietnamese.gio_ngay(notice.bien_ban.den_luc)}."))


def _telegram(writer: Writer, dien: CongDien, ten: str) -> Iterator[Block]:
    """Form 1.6; a telegram that names nobody is the agency's."""
    nguoi = writer.text(dien.nguoi_dien, ("cong_dien", "nguoi_dien")) if dien.nguoi_dien else ten
    yield Dong("loi_dan", suffixed(vietnamese.chu_hoa(nguoi), " điện:"))
    for i, line in enumerate(dien.dien_toi):
        name = writer.text(bare(line), ("cong_dien", "dien_toi"))
        yield Dong("kinh_gui_noi", prefixed("- ", ended(name, "." if i == len(dien.dien_toi) - 1 else ";")))


def _minutes(writer: Writer, bien_ban: BienBan) -> Iterator[Block]:
    """Form 1.9."""
    path, thu_ky = ("bien_ban",), bien_ban.thu_ky
    yield Dong("doan", lien(f"Thời gian bắt đầu: {vietnamese.gio_ngay(bien_ban.thoi_gian)}."))
    yield _line(writer, "Địa điểm: ", bien_ban.dia_diem, (*path, "dia_diem"))
    yield from _several(writer, "Thành phần tham dự:", bien_ban.thanh_phan, (*path, "thanh_phan"))
    yield _line(writer, "Chủ trì: ", bien_ban.chu_tri, (*path, "chu_tri"))
    yield _line(writer, f"Thư ký: {_named(thu_ky)}, ", thu_ky.chuc_vu, (*path, "thu_ky", "chuc_vu"))
    yield Dong("doan", "Nội dung:")


def _party(writer: Writer, ben: Ben, n: int) -> Iterator[Block]:
    """Who agrees, as contracts have it: name, address and accounts, who stands for it."""
    path = ("ben", n)
    label = f"Bên {letter(n)} ({ben.vai}): " if ben.vai else f"Bên {letter(n)}: "
    yield Dong("doan", markup.styled(((label, "b"), *markup.runs_of(writer.text(ben.ten, (*path, "ten"))))))
    yield from paragraphs(writer, ben.thong_tin, (*path, "thong_tin"))
    yield _line(writer, f"Đại diện: {_named(ben.dai_dien)}, chức vụ: ", ben.dai_dien.chuc_vu, (*path, "dai_dien", "chuc_vu"))


def _letter_of_introduction(writer: Writer, giay: GiayGioiThieu, ten: str) -> Iterator[Block]:
    """Form 1.8."""
    path = ("giay_gioi_thieu",)
    yield Dong("loi_dan", f"{ten} trân trọng giới thiệu:")
    yield Dong("doan", lien(f"{_named(giay)}."))
    yield _line(writer, "Chức vụ: ", giay.chuc_vu, (*path, "chuc_vu"))
    yield _line(writer, "Được cử đến: ", giay.cu_den, (*path, "cu_den"))
    yield _line(writer, "Về việc: ", giay.ve_viec, (*path, "ve_viec"))
    yield Dong("doan", lien(f"Đề nghị Quý cơ quan tạo điều kiện để {(giay.xung_ho or _EITHER).lower()} có tên ở trên hoàn thành nhiệm vụ."))
    yield Dong("doan", lien(f"Giấy này có giá trị đến hết {vietnamese.ngay_day_du(giay.den_ngay)}."))


def _leave(writer: Writer, giay: GiayNghiPhep, ten: str) -> Iterator[Block]:
    """Form 1.10."""
    path, who = ("giay_nghi_phep",), giay.xung_ho or _EITHER
    asked = vietnamese.ngay_day_du(giay.ngay_don)
    yield Dong("doan", lien(f"Xét Đơn đề nghị nghỉ phép {asked} của {who.lower()} {giay.ho_ten}, {ten} cấp cho:"))
    yield Dong("doan", lien(f"{who}: {giay.ho_ten}."))
    yield _line(writer, "Chức vụ: ", giay.chuc_vu, (*path, "chuc_vu"))
    days = f"Được nghỉ phép trong thời gian {vietnamese.so_dem(giay.so_ngay)} ngày, kể từ {vietnamese.ngay_day_du(giay.tu_ngay)} đến hết {vietnamese.ngay_day_du(giay.den_ngay)} tại "  # noqa: E501
    yield _line(writer, days, giay.noi_nghi, (*path, "noi_nghi"))
    yield _line(writer, "Số ngày nghỉ phép nêu trên được tính vào thời gian ", giay.tinh_vao, (*path, "tinh_vao"))


def _named(nguoi: Nguoi) -> str:
    return f"{nguoi.xung_ho or _EITHER} {nguoi.ho_ten}"


def _invitation(writer: Writer, moi: GiayMoi, ten: str) -> Iterator[Block]:
    """Form 1.7."""
    path = ("giay_moi",)
    yield from _several(writer, f"{ten}{INVITED}", moi.kinh_moi, (*path, "kinh_moi"))
    yield _line(writer, "Tới dự ", moi.toi_du, (*path, "toi_du"))
    if moi.chu_tri:
        yield _line(writer, "Chủ trì: ", moi.chu_tri, (*path, "chu_tri"))
    when = vietnamese.gio_ngay(moi.thoi_gian, in_thu=moi.in_thu)
    if moi.den_luc:
        same_day = moi.thoi_gian.date() == moi.den_luc.date()
        begins = f"{moi.thoi_gian:%H} giờ {moi.thoi_gian:%M}" if same_day else when
        when = f"từ {begins} đến {vietnamese.gio_ngay(moi.den_luc, in_thu=moi.in_thu)}"
    yield Dong("doan", lien(f"Thời gian: {when}."))
    yield _line(writer, "Địa điểm: ", moi.dia_diem, (*path, "dia_diem"))


def _line(writer: Writer, label: str, typed: str, path: Path) -> Block:
    return Dong("doan", prefixed(lien(label), ended(writer.text(bare(typed), path, held=True), ".")))


def _several(writer: Writer, label: str, typed: Sequence[str], path: Path) -> Iterator[Block]:
    """Yield *label* and what it announces: one on its line, several below it with dashes."""
    if len(typed) == 1:
        yield _line(writer, f"{label} ", typed[0], path)
        return
    yield Dong("doan", label)
    for i, line in enumerate(typed):
        yield Dong("gach", prefixed("- ", ended(writer.paragraph(bare(line), path), "." if i == len(typed) - 1 else ";")))
