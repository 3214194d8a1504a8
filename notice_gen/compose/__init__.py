"""Notice → Context: where every sentence of the page is decided, plainly testable as text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from notice_gen import typography, vietnamese
from notice_gen.compose import annexes, copies, foot, head
from notice_gen.compose.body import Block, close, opening, paragraphs, sections
from notice_gen.compose.checks import failed_checks
from notice_gen.compose.figures import worked_out
from notice_gen.compose.head import Frame
from notice_gen.compose.writer import Writer, prefixed
from notice_gen.errors import N_, InputError, Problem
from notice_gen.legal import Law, LoaiVanBan
from notice_gen.model import OF_ONE_FORM, Notice
from notice_gen.records import record

__all__ = ["Context", "Frame", "compose"]

TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"


@record
class Context:
    """One notice as its template prints it.

    Attributes:
        values: what the template's tags see (docs/dev/templates.md lists it).
        title, subject: the document's properties.
        created: the date kept in the document's properties.
        law: the decree it is printed by.
        co_chu_dau: the letterhead's leading size in pt (that of tiêu ngữ and date line).
        warnings: what is not wrong but worth a look.
    """

    values: Mapping[str, Any]
    title: str
    subject: str
    created: date
    law: Law
    co_chu_dau: Decimal
    warnings: tuple[Problem, ...] = ()


def compose(notice: Notice, *, today: date, frame: Frame) -> Context:
    """Decide every sentence of *notice*.

    Args:
        notice: the findings, already of the right types.
        today: gives a draft without a date its year.
        frame: the template's widths, the decree in force.

    Raises:
        InputError: with every text that cannot be written and every check that fails, unplaced.
    """
    van_ban, loai = notice.van_ban, head.loai_cua(notice, frame.law)
    ten_loai = loai.ten if loai else ""
    ky_hieu = head.ky_hieu(notice)
    so = vietnamese.so_van_ban(van_ban.so) if isinstance(van_ban.so, int) else None
    numbered = not head.khong_so(loai)
    so_ky_hieu = f"{so or head.BLANK_NUMBER}/{ky_hieu}" if numbered else ""
    thoi_gian = head.thoi_gian(van_ban.ngay, today.year)

    co_quan: dict[str, Any] = {"viet_tat": notice.co_quan.viet_tat}
    facts: dict[str, Any] = {"so": so, "ngay": van_ban.ngay, "dia_danh": van_ban.dia_danh, "ky_hieu": ky_hieu}
    facts |= {"so_ky_hieu": so_ky_hieu if so else None}
    groups = {"don_vi": notice.don_vi, "co_quan": co_quan, "van_ban": facts}
    figures = worked_out(notice.so_lieu, notice.so_lieu_tinh, groups) if notice.so_lieu_tinh else notice.so_lieu
    writer = Writer({**figures, "so_lieu": figures, **groups})
    for key, lines in (("chu_quan", notice.co_quan.chu_quan), ("ten", notice.co_quan.ten)):
        co_quan[key] = " ".join(writer.text(line, ("co_quan", key)) for line in lines)
    before, about = head.trich_yeu(van_ban.trich_yeu, loai)
    facts["trich_yeu"] = trich_yeu = writer.text(about, ("van_ban", "trich_yeu"))
    title_line = vietnamese.chu_hoa(notice.thu_cong.tieu_de if notice.thu_cong else ten_loai)
    printed = prefixed(before, trich_yeu) if head.co_trich_yeu(loai) else ""

    width_mm = frame.rong_van_ban
    co_chu_dau = head.header_size(notice, f"{van_ban.dia_danh}, {thoi_gian}", frame)
    source = annexes.source(ten_loai, so_ky_hieu, thoi_gian, co_quan["ten"], blank=van_ban.dien_tu)
    letterhead = head.letterhead(writer, notice, co_chu_dau, frame)
    body = _body(writer, notice, loai, int(width_mm * typography.TWIPS_PER_MM), co_quan["ten"], thoi_gian)
    tai_lieu = [annexes.part(body)]
    tai_lieu += annexes.attached_texts(writer, notice, source, co_chu_dau, frame)
    tai_lieu += annexes.annexes(writer, notice, source, width_mm)
    values = {
        **figures,
        "so_lieu": figures,
        "don_vi": notice.don_vi,
        "co_quan": letterhead,
        "tieu_ngu": {"chu": TIEU_NGU, "duong_ke": head.twips(head.mm(TIEU_NGU, frame.law.size("tieu_ngu", co_chu_dau)))},
        "van_ban": {
            "so_ky_hieu": so_ky_hieu,
            "dia_danh": van_ban.dia_danh,
            "thoi_gian": thoi_gian,
            "ten_loai": "" if before else title_line,
            "trich_yeu": printed,
            **_subject(printed, title_line, co_chu_dau, frame, below_number=bool(before)),
            "khan": vietnamese.chu_hoa(van_ban.khan or ""),
            "luu_hanh": vietnamese.chu_hoa(van_ban.luu_hanh or ""),
        },
        "tai_lieu": tai_lieu,
        "co_phu_luc": len(tai_lieu) > 1,
        "noi_nhan": foot.recipients(writer, notice.noi_nhan, foot.first_recipient(notice, body, by_article=bool(loai and loai.quyet))),
        "ky": foot.signature(writer, notice.ky),
        "ky_lien_tich": foot.joint_signatures(writer, notice),
        "ky_cac_ben": foot.signatures_of_parties(writer, notice),
        "thu_ky": notice.bien_ban.thu_ky.ho_ten if notice.bien_ban else "",
        "xac_nhan": bool(notice.giay_nghi_phep and notice.giay_nghi_phep.xac_nhan),
        "ban_sao": copies.block(writer, notice, co_chu_dau, frame, today.year),
        "thong_tin_ky": copies.line(writer, notice),
    }
    warnings = (*annexes.unannounced(notice, body), *writer.warnings)
    writer.problems += head.type_problems(notice, loai, frame.law)
    writer.note(failed_checks(notice.kiem_tra, writer.scope))
    if writer.problems:
        raise InputError(writer.problems)
    title = f"{ten_loai} {so_ky_hieu.strip()}" if so or (van_ban.ngay and not numbered) else f"{ten_loai} (dự thảo)"
    created = van_ban.ngay or date(today.year, 1, 1)
    return Context(values, title.strip(), str(trich_yeu), created, frame.law, co_chu_dau, warnings)


def _subject(printed: str, title_line: str, co_chu_dau: Decimal, frame: Frame, *, below_number: bool) -> dict[str, int]:
    if below_number:
        return head.subject(printed, frame.law.size("trich_yeu_cong_van", co_chu_dau), frame.rong_co_quan, frame.law, bold=False)
    return head.subject(printed or title_line, co_chu_dau, frame.rong_van_ban, frame.law)


def _body(writer: Writer, notice: Notice, loai: LoaiVanBan | None, width: int, ten: str, thoi_gian: str) -> list[Block]:
    blocks: list[Block] = [*foot.addressees(writer, notice.van_ban.kinh_gui), *opening(writer, notice.mo_dau, loai.quyet if loai else "")]
    before, own, after = _of_the_form(writer, notice, ten, loai, thoi_gian)
    blocks += before
    said = len(blocks)
    blocks += own
    if notice.mo_dau:
        blocks += paragraphs(writer, notice.mo_dau.noi_dung, ("mo_dau", "noi_dung"))
    blocks += sections(writer, notice.muc, notice.dinh_dang.danh_so, width, ("muc",))
    if notice.ket_thuc:
        blocks += paragraphs(writer, notice.ket_thuc.noi_dung, ("ket_thuc", "noi_dung"))
    empty = len(blocks) == said
    blocks += after
    if copies.la_ban_sao(loai):
        writer.problems += copies.out_of_place(notice)
    elif empty:
        writer.problems.append(
            Problem(N_("Văn bản chưa có nội dung."), N_("Thêm [mo_dau] noi_dung, các [[muc]] hoặc [ket_thuc] noi_dung."))
        )
    elif blocks[-1]["kieu"] == "bang":
        writer.problems.append(
            Problem(
                N_("Văn bản kết thúc bằng bảng nên không có chỗ ghi ./. và chữ ký dễ bị tách khỏi nội dung."),
                N_("Thêm [ket_thuc] với một câu kết, ví dụ: noi_dung = \"Yêu cầu các đơn vị thực hiện.\""),
                path=("ket_thuc",),
            )
        )
    else:
        if loai is None or loai.mau:  # contracts and letters, of which the decree has no form, do not end with it
            close(blocks)
        blocks[-1] = {**blocks[-1], "cuoi": True}
    return blocks


def _of_the_form(writer: Writer, notice: Notice, ten: str, loai: LoaiVanBan | None, thoi_gian: str) -> tuple[list[Block], list[Block], list[Block]]:
    """Return what the form says by itself: before its matter, as its matter, after it; nothing for most forms."""
    if not any(getattr(notice, key) for key in OF_ONE_FORM):
        return [], [], []
    from notice_gen.compose import forms

    before = [*forms.introduction(writer, notice, ten, loai.ten if loai else "", thoi_gian)]
    return before, [*forms.own_lines(writer, notice, ten)], [*forms.ending(notice)]
