"""What follows the text itself: texts that a decision issues (form 1.3), and annexes (form 2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from notice_gen import typography, vietnamese
from notice_gen.compose import breaks
from notice_gen.compose.body import paragraphs, sections, tables
from notice_gen.compose.closing import close
from notice_gen.compose.drawings import charts, pictures
from notice_gen.compose.head import Frame, subject
from notice_gen.compose.writer import Path, Writer
from notice_gen.errors import N_, Problem
from notice_gen.model import Notice, PhuLuc, VanBanKemTheo
from notice_gen.page import Block, TaiLieu
from notice_gen.vietnamese.lien_dong import lien, lien_ten, nhu_go

_BLANK = " " * 6
_SHARE = 0.9  # of the width that a title's lines fill
_WIDER_MM = 87  # a landscape A4 page than a portrait one
_LISTS = r"(?:danh sách|danh mục|biểu|bảng|lịch|dự toán|sơ đồ|mẫu|tài liệu)"
_ENCLOSED = "(?:kèm theo|đính kèm|gửi kèm)"
_TOLD = re.compile(rf"phụ lục|{_ENCLOSED}|biểu (?:mẫu )?số|danh sách")
# What a decision issues is enclosed too: there the words must be of a list, “(có danh sách kèm theo)”.
_TOLD_BESIDE_A_TEXT = re.compile(rf"phụ lục|{_LISTS}[^.;()]{{0,60}}{_ENCLOSED}|{_ENCLOSED}[^.;()]{{0,20}} {_LISTS}")
_BESIDE_ARTICLES = {"dieu": "1", "chuong": "1"}  # an annex of a decision is no part of its articles


def source(ten_loai: str, so_ky_hieu: str, thoi_gian: str, co_quan: str, *, blank: bool, ma: str = "") -> tuple[str, str]:
    """Return the reference to the document as it is printed, and blank as an electronic annex has it (mục III.1.c; form 2.2).

    It names the agency of ô số 2, whoever has the authority (mục III.1.c with II.2.a): that may be an office of state, ``Chủ tịch …``.
    The blank of a text that a decision issues keeps the code of its type, *ma* (form 1.3).
    """
    whose, number = lien_ten(f"của {co_quan})"), f"/{ma}-" if ma else ""
    filled = f"(Kèm theo {lien(f'{ten_loai} số {so_ky_hieu} {thoi_gian}')} {whose}"
    empty = f"(Kèm theo {ten_loai} số{_BLANK}{number}{_BLANK}ngày{_BLANK}tháng{_BLANK}năm{_BLANK}{whose}"
    return empty if blank else filled, empty


def attached_texts(writer: Writer, notice: Notice, source: tuple[str, str], co_chu_dau: Decimal, frame: Frame) -> Iterator[TaiLieu]:
    """Yield the texts that the decision *source* issues, each with its own title and numbering."""
    for i, text in enumerate(notice.van_ban_kem_theo):
        path = ("van_ban_kem_theo", i)
        about = writer.text(text.trich_yeu, (*path, "trich_yeu"))
        blocks = _attached_blocks(writer, text, int(frame.rong_van_ban * typography.TWIPS_PER_MM), path)
        about, be_rong, duong_ke = subject(about, co_chu_dau, frame.rong_van_ban, frame.law)
        yield TaiLieu(blocks, "", vietnamese.chu_hoa(text.ten_loai), about, *source, be_rong=be_rong, duong_ke=duong_ke)


def _attached_blocks(writer: Writer, text: VanBanKemTheo, width: int, path: Path) -> tuple[Block, ...]:
    blocks = [*paragraphs(writer, text.noi_dung, (*path, "noi_dung")), *sections(writer, text.muc, text.danh_so, width, (*path, "muc"))]
    if not blocks:
        writer.problems.append(Problem(N_("Văn bản kèm theo chưa có nội dung."), N_("Thêm noi_dung hoặc các [[van_ban_kem_theo.muc]]."), path=path))  # noqa: E501
    close(blocks)
    return tuple(blocks)


def annexes(writer: Writer, notice: Notice, source: tuple[str, str], frame: Frame) -> Iterator[TaiLieu]:
    """Yield the annexes of *source*; several are numbered in Roman (Phụ lục I, Phần I, mục III.1.a)."""
    several, own = len(notice.phu_luc) > 1, notice.dinh_dang.danh_so
    for i, phu_luc in enumerate(notice.phu_luc):
        path = ("phu_luc", i)
        width_mm = frame.rong_van_ban + (_WIDER_MM if phu_luc.ngang else 0)
        width = int(width_mm * typography.TWIPS_PER_MM)
        blocks = _annex_blocks(writer, phu_luc, phu_luc.danh_so or _BESIDE_ARTICLES.get(own, own), width, path)
        ten = f"Phụ lục {vietnamese.la_ma(i + 1)}" if several else "Phụ lục"
        tieu_de = _title(vietnamese.chu_hoa(writer.text(phu_luc.tieu_de or "", (*path, "tieu_de"))), width_mm, frame)
        yield TaiLieu(blocks, ten, "", tieu_de, *source, ngang=phu_luc.ngang)


def _title(text: str, width_mm: float, frame: Frame) -> str:
    """Return an annex's title so that its lines break at sense."""
    if type(text) is not str:
        return text
    size = float(frame.law.thanh_phan["ten_phu_luc"].co_chu.default)
    return breaks.held(breaks.balanced(text, _SHARE * width_mm, size_pt=size, bold=True), width_mm, size_pt=size, bold=True)


def _annex_blocks(writer: Writer, phu_luc: PhuLuc, danh_so: str, width: int, path: Path) -> tuple[Block, ...]:
    blocks = [
        *paragraphs(writer, phu_luc.noi_dung, (*path, "noi_dung")), *sections(writer, phu_luc.muc, danh_so, width, (*path, "muc")),
        *tables(writer, phu_luc.bang, width, (*path, "bang")),
        *charts(writer, phu_luc.bieu_do, phu_luc.bang, width, (*path, "bieu_do")),
        *pictures(writer, phu_luc.hinh, width, (*path, "hinh")),
    ]
    close(blocks)
    return tuple(blocks)


def unannounced(notice: Notice, blocks: Sequence[Block]) -> Iterator[Problem]:
    """Yield a warning for what is enclosed without a word in the text (Phụ lục I, Phần I, mục III.1.a; form 1.3)."""
    if not (notice.phu_luc or notice.van_ban_kem_theo):
        return
    body = nhu_go(" ".join(block.chu for block in blocks)).lower()
    told = _TOLD_BESIDE_A_TEXT if notice.van_ban_kem_theo else _TOLD
    if notice.phu_luc and not told.search(body):
        yield Problem(
            N_("Văn bản có phụ lục nhưng trong nội dung chưa có câu chỉ dẫn tới phụ lục."),
            N_("Thêm vào nội dung, ví dụ: (chi tiết tại Phụ lục kèm theo)."), path=("phu_luc", 0), level="warning",
            code="phu_luc_khong_chi_dan",
        )
    if notice.van_ban_kem_theo and "kèm theo" not in body:
        yield Problem(
            N_("Có văn bản kèm theo nhưng trong nội dung chưa có câu ban hành hoặc phê duyệt văn bản đó."),
            N_("Thêm vào Điều 1, ví dụ: Ban hành kèm theo Quyết định này {ten_loai} {trich_yeu}."),
            {"ten_loai": notice.van_ban_kem_theo[0].ten_loai, "trich_yeu": notice.van_ban_kem_theo[0].trich_yeu}, ("van_ban_kem_theo", 0),
            level="warning", code="kem_theo_khong_chi_dan",
        )
