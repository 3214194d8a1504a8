"""Who speaks in the sentence before the sections, and what is attached: neither is left of another paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from notice_gen.errors import N_, Problem
from notice_gen.facts import Pattern
from notice_gen.model import CoQuan, Notice
from notice_gen.reader.judging.addressees import spoken
from notice_gen.reader.judging.reads import reads
from notice_gen.records import remembered

_AGENCY = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Sở|Trường|Phòng|Trung tâm|Chi cục|Cục|Công an|Trạm Y tế|Văn phòng"
    r"|Ban Quản lý)"
)
_SAYS = (
    r"(?:trân trọng |kính )?(?:thông báo|báo cáo|ban hành|xây dựng|đề nghị|trình|hướng dẫn|yêu cầu|mời|phúc đáp|trả lời|triển khai|tổ chức"
    r"|chuyển|gửi|báo|có ý kiến|giải trình)"
)
_SPEAKER = Pattern(
    rf"(?:^|[,;.] )(?P<ai>{_AGENCY}\b(?:(?! đã | nhận | theo | số )[^,;:.]){{0,90}}?)(?<! Tờ) {_SAYS}(?!\w)(?! [A-ZĐ][^,;:]{{0,60}} số)"
)
_IN_FULL = {
    "thcs": "trung học cơ sở", "thpt": "trung học phổ thông", "th": "tiểu học", "mn": "mầm non", "ptdtbt": "phổ thông dân tộc bán trú",
}  # fmt: skip


@reads("co_quan", "mo_dau", "ky_lien_tich", "ben")
def speaker(notice: Notice, _: date) -> tuple[Problem, ...]:
    """Who speaks before the sections is the issuer, or the agency above it."""
    lines = notice.mo_dau.noi_dung if notice.mo_dau and not notice.ky_lien_tich and not notice.ben else ()
    return tuple(_another(notice.co_quan, lines[-1])) if lines else ()


def _another(co_quan: CoQuan, line: str) -> Iterator[Problem]:
    found = [*_SPEAKER.finditer(line)] if line.rstrip(" “”").endswith(":") else []
    who = found[-1]["ai"] if found else ""
    own = _own(co_quan)
    within = who.startswith(_OF_COMMITTEE) and "ủy" in own  # a committee's own unit may speak in its paper
    if who and "{{" not in who and not within and not any(map(own.issuperset, map(_names, _together(who)))):
        message = N_("Câu mở đầu ghi “{ai}” mà cơ quan ban hành là “{co_quan}”.")
        hint = N_("Sửa tên cơ quan ở câu mở đầu, hoặc sửa [co_quan] ten.")
        values = {"ai": who, "co_quan": " ".join(co_quan.ten)}
        yield Problem(message, hint, values, ("mo_dau", "noi_dung"), who, level="warning", code="mo_dau_co_quan_khac")


_TOGETHER = Pattern(r" phối hợp (?:với )?| cùng (?:với )?| và | - | \(")
_OF_COMMITTEE = ("Phòng", "Trung tâm", "Văn phòng", "Công an", "Trạm Y tế", "Ban Quản lý")


def _together(who: str) -> list[str]:
    """Return the agencies that speak together."""
    return [part for part in _TOGETHER.split(who) if re.match(_AGENCY, part)]


def _names(who: str) -> frozenset[str]:
    """Return the words of *who* that begin with capitals: of adverbs before the verb nothing is asked."""
    return _words(" ".join(word for word in who.split() if word[0].isupper()))


@remembered(16)  # a mailing has one issuer
def _own(co_quan: CoQuan) -> frozenset[str]:
    """Return the words of the issuer's name and of the agency above; of an expression, none is missed."""
    return _words(" ".join((*co_quan.ten, *co_quan.chu_quan)))


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", spoken(text))
    return frozenset(part for word in words for part in _IN_FULL.get(word, word).split())


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
    one, other = _words(issued["ten"]) - known, _words(title) - known
    path = ("van_ban_kem_theo", 0, "trich_yeu")
    if spoken(kind) != spoken(issued["loai"]):
        path, title = ("van_ban_kem_theo", 0, "ten_loai"), kind
    elif not (one - other and other - one):
        return ()
    message, hint = N_("Trích yếu ghi “{trich_yeu}”, mà văn bản kèm theo ghi “{kem_theo}”."), N_("Ghi cùng một tên.")
    return (Problem(message, hint, {"trich_yeu": said, "kem_theo": title}, path, title, level="warning", code="kem_theo_khac_trich_yeu"),)
