"""Notice → Context: where every sentence of the page is decided, plainly testable as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from notice_gen import expressions, model, page, typography, vietnamese
from notice_gen.compose import annexes, copies, foot, head
from notice_gen.compose.before import Before
from notice_gen.compose.body import matter, opening
from notice_gen.compose.closing import close, ends_with_table
from notice_gen.compose.figures import failed_checks, worked_out
from notice_gen.compose.head import Frame
from notice_gen.compose.writer import Writer, prefixed
from notice_gen.errors import N_, InputError, Problem
from notice_gen.legal import Law, LoaiVanBan
from notice_gen.model import OF_ONE_FORM, Notice, la_cong_van, loai_cua
from notice_gen.page import Block, Chart, Dong, Page, Picture, TaiLieu, TieuNgu, VanBan
from notice_gen.records import record, remembered

__all__ = ["Before", "Context", "Frame", "compose"]

TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"


@record
class Context:
    """One notice as it is printed: its page, the document's properties (*title*, *subject*, *created*), the decree it is printed by.

    Its texts saw *facts*, in groups as :data:`expressions.GROUPS` names them; the figures are the page's.  *co_chu_dau* is the
    letterhead's leading size in pt (that of tiêu ngữ and date line); *warnings* are not wrong but worth a look; *pictures* and
    *charts* those it shows, by their numbers; *shown* what expressions of its texts came to, as printed.
    """

    page: Page
    facts: Mapping[str, Mapping[str, Any]]
    title: str
    subject: str
    created: date
    law: Law
    co_chu_dau: Decimal
    warnings: tuple[Problem, ...] = ()
    pictures: tuple[Picture, ...] = ()
    charts: tuple[Chart, ...] = ()
    shown: Mapping[str, str] = {}

    @property
    def values(self) -> dict[str, Any]:
        """What the template's tags see."""
        return page.values(self.page)


def compose(
    notice: Notice, *, today: date, frame: Frame, pictures: Mapping[str, Picture] = {}, before: Before | None = None
) -> Context:
    """Decide every sentence of *notice*; *today* gives a draft without a date its year and its law, *pictures* are by the names it has.

    *before* keeps what was written for the notices before, where many are composed.

    Raises InputError: with every text that cannot be written and every check that fails, unplaced.
    """
    loai = loai_cua(notice, notice.van_ban.ngay or today)
    ten_loai = loai.ten if loai else ""
    facts = _facts(notice, loai, today)
    writer = _writer(notice, facts, frame.law, pictures, before)
    van_ban, co_chu_dau = _van_ban(writer, notice, loai, facts, frame)
    co_quan, ten = head.letterhead(writer, notice, co_chu_dau, frame), facts["co_quan"]["ten"]
    body = _body(writer, notice, loai, int(frame.rong_van_ban * typography.TWIPS_PER_MM), ten, van_ban.thoi_gian)
    said = (ten_loai, van_ban.so_ky_hieu, van_ban.thoi_gian, ten)
    has_more = notice.phu_luc or notice.van_ban_kem_theo
    tai_lieu = (TaiLieu(tuple(body)), *(_enclosed(writer, notice, said, co_chu_dau, frame) if has_more else ()))
    first = foot.first_recipient(notice, body, by_article=bool(loai and loai.quyet))
    noi_nhan = foot.recipients(writer, notice.noi_nhan, first)
    xac_nhan = bool(notice.giay_nghi_phep and notice.giay_nghi_phep.xac_nhan)
    printed = Page(  # by place, which takes half as long as by name
        writer.scope.values["so_lieu"], notice.don_vi, co_quan, _tieu_ngu(frame.law, co_chu_dau), van_ban, tai_lieu, len(tai_lieu) > 1,
        noi_nhan, foot.signature(writer, notice.ky), foot.joint_signatures(writer, notice),
        foot.signatures_of_parties(writer, notice), notice.bien_ban.thu_ky.ho_ten if notice.bien_ban else "", xac_nhan,
        copies.block(writer, notice, co_chu_dau, frame, today), copies.line(writer, notice),
        foot.below_signature(writer, noi_nhan, notice.ky),
    )
    warnings = (*annexes.unannounced(notice, body), *foot.nobody(notice, first), *writer.warnings)
    writer.note(failed_checks(notice.kiem_tra, writer.scope))
    if writer.problems:
        raise InputError(writer.problems)
    is_final = facts["van_ban"]["so"] or (notice.van_ban.ngay and head.khong_so(loai))
    title = f"{ten_loai} {van_ban.so_ky_hieu.strip()}" if is_final else f"{ten_loai} (dự thảo)"
    created = notice.van_ban.ngay or date(today.year, 1, 1)
    about = str(facts["van_ban"]["trich_yeu"])
    shown = (tuple(writer.drawn), tuple(writer.charts))
    return Context(printed, facts, title.strip(), about, created, frame.law, co_chu_dau, warnings, *shown, writer.scope.shown)


def _enclosed(writer: Writer, notice: Notice, said: tuple[str, str, str, str], co_chu_dau: Decimal, frame: Frame) -> Iterator[TaiLieu]:
    """Yield the texts that a decision issues, then the annexes; *said* is what they say of the document that they belong to."""
    source, of_attached = (annexes.source(*said, blank=notice.van_ban.dien_tu, ma=ma) for ma in ("", notice.van_ban.loai or ""))
    yield from annexes.attached_texts(writer, notice, of_attached, co_chu_dau, frame)
    yield from annexes.annexes(writer, notice, source, frame)


@remembered(64)
def _tieu_ngu(law: Law, co_chu_dau: Decimal) -> TieuNgu:
    return TieuNgu(TIEU_NGU, head.twips(head.mm(TIEU_NGU, law.size("tieu_ngu", co_chu_dau))))


def _facts(notice: Notice, loai: LoaiVanBan | None, today: date) -> dict[str, dict[str, Any]]:
    """Return the facts that texts may name, those that are texts themselves (:func:`_writer`, :func:`_van_ban`) still missing."""
    van_ban = notice.van_ban
    so = vietnamese.so_van_ban(van_ban.so) if isinstance(van_ban.so, int) else None
    ky_hieu = model.ky_hieu(notice)
    ten_loai = notice.thu_cong.tieu_de if notice.thu_cong else loai.ten if loai else ""
    facts = {
        "so": so, "ngay": van_ban.ngay, "thoi_gian": head.thoi_gian(van_ban.ngay, today.year), "dia_danh": van_ban.dia_danh,
        "loai": van_ban.loai, "ten_loai": "" if la_cong_van(loai) else vietnamese.chu_hoa(ten_loai), "ky_hieu": ky_hieu,
        "so_ky_hieu": (f"{so}/{ky_hieu}" if not head.khong_so(loai) else "") if so else None,
        "khan": vietnamese.chu_hoa(van_ban.khan or ""), "luu_hanh": vietnamese.chu_hoa(van_ban.luu_hanh or ""),
    }
    return {"don_vi": dict(notice.don_vi), "co_quan": {"viet_tat": notice.co_quan.viet_tat}, "van_ban": facts}


def _writer(
    notice: Notice, facts: dict[str, dict[str, Any]], law: Law, pictures: Mapping[str, Picture], before: Before | None
) -> Writer:
    """Return what writes the texts of *notice*, the lines of its issuer among the facts."""
    figures = worked_out(notice.so_lieu, notice.so_lieu_tinh, facts) if notice.so_lieu_tinh else dict(notice.so_lieu)
    if before:
        before.begin(law, notice.ngay_nghi)
    writer = Writer(expressions.seen(figures, facts), law.dieu, pictures, before)
    for key, lines in (("chu_quan", notice.co_quan.chu_quan), ("ten", notice.co_quan.ten)):
        facts["co_quan"][key] = " ".join([writer.text(line, ("co_quan", key)) for line in lines])
    return writer


def _van_ban(
    writer: Writer, notice: Notice, loai: LoaiVanBan | None, facts: dict[str, dict[str, Any]], frame: Frame
) -> tuple[VanBan, Decimal]:
    """Return number, date, type and subject as printed, the subject among the facts, and the letterhead's leading size in pt."""
    fact, law = facts["van_ban"], frame.law
    before, about = head.trich_yeu(notice.van_ban.trich_yeu, loai)
    fact["trich_yeu"] = trich_yeu = writer.text(about, ("van_ban", "trich_yeu"))
    printed = prefixed(before, trich_yeu) if head.co_trich_yeu(loai) else ""
    co_chu_dau = head.header_size(notice, f"{fact['dia_danh']}, {fact['thoi_gian']}", frame)
    size, width = (law.size("trich_yeu_cong_van", co_chu_dau), frame.rong_co_quan) if before else (co_chu_dau, frame.rong_van_ban)
    lines, be_rong, duong_ke = head.subject(printed or fact["ten_loai"], size, width, law, bold=not before)
    return VanBan(
        "" if head.khong_so(loai) else f"{fact['so'] or head.BLANK_NUMBER}/{fact['ky_hieu']}", fact["dia_danh"], fact["thoi_gian"],
        fact["ten_loai"], lines if printed else "", fact["khan"], fact["luu_hanh"], be_rong, duong_ke,
    ), co_chu_dau


def _body(writer: Writer, notice: Notice, loai: LoaiVanBan | None, width: int, ten: str, thoi_gian: str) -> list[Block]:
    blocks: list[Block] = [*foot.addressees(writer, notice.van_ban.kinh_gui), *opening(writer, notice.mo_dau, loai.quyet if loai else "")]
    before, own, after = _of_the_form(writer, notice, ten, loai, thoi_gian)
    blocks += before
    without_matter = len(blocks)
    blocks += own
    blocks += matter(writer, notice.mo_dau, notice.muc, notice.ket_thuc, notice.dinh_dang.danh_so, width)
    is_empty = len(blocks) == without_matter
    blocks += after
    if copies.la_ban_sao(loai):
        writer.problems += copies.out_of_place(notice)
    elif is_empty:
        writer.problems.append(Problem(N_("Văn bản chưa có nội dung."), N_("Thêm [mo_dau] noi_dung, các [[muc]] hoặc [ket_thuc] noi_dung.")))  # noqa: E501
    elif not ends_with_table(blocks):
        if loai is None or loai.mau:  # contracts and letters, of which the decree has no form, do not end with it
            close(blocks)
        blocks[-1] = Dong(blocks[-1].kieu, blocks[-1].chu, cuoi=True)
    else:
        message = N_("Văn bản kết thúc bằng bảng nên không có chỗ ghi ./. và chữ ký dễ bị tách khỏi nội dung.")
        hint = N_("Thêm [ket_thuc] với một câu kết, ví dụ: noi_dung = \"Yêu cầu các đơn vị thực hiện.\"")
        writer.problems.append(Problem(message, hint, path=("ket_thuc",)))
    return blocks


def _of_the_form(
    writer: Writer, notice: Notice, ten: str, loai: LoaiVanBan | None, thoi_gian: str
) -> tuple[list[Block], list[Block], list[Block]]:
    """Return what the form says by itself: before its matter, as its matter, after it; nothing for most forms."""
    if not any(map(notice.__dict__.get, OF_ONE_FORM)):
        return [], [], []
    from notice_gen.compose import forms

    before = [*forms.introduction(writer, notice, ten, loai.ten if loai else "", thoi_gian)]
    return before, [*forms.own_lines(writer, notice, ten)], [*forms.ending(notice)]
