"""Who speaks in the sentence before the sections and in the last, and what is attached: neither is left of another paper."""

from __future__ import annotations

import re
from datetime import date

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern
from notice_gen.legal import nguoi_noi
from notice_gen.legal.nguoi_noi import doc_day_du
from notice_gen.model import CoQuan, Notice
from notice_gen.reader.judging.reads import reads
from notice_gen.records import remembered


@reads("co_quan", "mo_dau", "ket_thuc", "ky_lien_tich", "ben")
def speaker(notice: Notice, _: date) -> tuple[Problem, ...]:
    """Who speaks before the sections, and at the end, is the issuer, or the agency above it."""
    if notice.ky_lien_tich or notice.ben:
        return ()
    first = notice.mo_dau.noi_dung[-1:] if notice.mo_dau else ()
    last = notice.ket_thuc.noi_dung if notice.ket_thuc else ()
    said: list[tuple[KeyPath, str]] = [(("mo_dau", "noi_dung"), nguoi_noi.mo_loi(line)) for line in first]
    said += ((("ket_thuc", "noi_dung"), nguoi_noi.ket_loi(line)) for line in last)
    own = _own(notice.co_quan)
    return tuple(_another(notice.co_quan, path, who) for path, who in said if who and "{{" not in who and nguoi_noi.la_noi_khac(who, own))


def _another(co_quan: CoQuan, path: KeyPath, who: str) -> Problem:
    message = N_("Câu mở đầu ghi “{ai}” mà cơ quan ban hành là “{co_quan}”.")
    hint = N_("Sửa tên cơ quan ở câu mở đầu, hoặc sửa [co_quan] ten.")
    if path[0] == "ket_thuc":
        message = N_("Câu kết ghi “{ai}” mà cơ quan ban hành là “{co_quan}”.")
        hint = N_("Sửa tên cơ quan ở câu kết, hoặc sửa [co_quan] ten.")
    values = {"ai": who, "co_quan": " ".join(co_quan.ten)}
    return Problem(message, hint, values, path, who, level="warning", code="mo_dau_co_quan_khac")


@remembered(16)  # a mailing has one issuer
def _own(co_quan: CoQuan) -> frozenset[str]:
    """Return the words of the issuer's name and of the agency above; of an expression, none is missed."""
    return nguoi_noi.cac_tu(" ".join((*co_quan.ten, *co_quan.chu_quan)))


_ISSUED = Pattern(
    r"\b(?:ban hành|phê duyệt|thông qua)(?: kèm theo)? (?P<loai>Quy chế|Quy định|Điều lệ|Nội quy|Kế hoạch|Phương án|Đề án|Chương trình)"
    r" (?P<ten>.+)", re.IGNORECASE,
)  # fmt: skip
_SMALL = frozenset({
    "của", "về", "và", "các", "do", "cho", "tại", "trên", "ở", "địa", "bàn", "việc", "thực", "hiện", "năm", "một", "số", "đối", "với",
    "trong",
})  # fmt: skip


@reads("co_quan", "van_ban.trich_yeu", "van_ban_kem_theo")
def attached(notice: Notice, _: date) -> tuple[Problem, ...]:
    """The one paper that a decision issues is of the type and on the matter that its subject names."""
    issued = _ISSUED.search(notice.van_ban.trich_yeu) if len(notice.van_ban_kem_theo) == 1 else None
    if issued is None or "{{" in (said := issued[0]) + (title := notice.van_ban_kem_theo[0].trich_yeu):
        return ()
    kind, known = notice.van_ban_kem_theo[0].ten_loai, _own(notice.co_quan) | _SMALL
    one, other = nguoi_noi.cac_tu(issued["ten"]) - known, nguoi_noi.cac_tu(title) - known
    path = ("van_ban_kem_theo", 0, "trich_yeu")
    if doc_day_du(kind) != doc_day_du(issued["loai"]):
        path, title = ("van_ban_kem_theo", 0, "ten_loai"), kind
    elif not (one - other and other - one):
        return ()
    message, hint = N_("Trích yếu ghi “{trich_yeu}”, mà văn bản kèm theo ghi “{kem_theo}”."), N_("Ghi cùng một tên.")
    return (Problem(message, hint, {"trich_yeu": said, "kem_theo": title}, path, title, level="warning", code="kem_theo_khac_trich_yeu"),)
