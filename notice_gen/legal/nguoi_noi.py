"""Who speaks in a sentence of a paper: the issuer does, before the sections and at the end.

The name of another agency there is what was left of the paper that this one was made from.
"""

from __future__ import annotations

import re

from notice_gen.facts import Pattern
from notice_gen.legal.quyen_ky import fold

_AGENCY = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Sở|Trường|Phòng|Trung tâm|Chi cục|Cục|Công an|Trạm Y tế|Văn phòng"
    r"|Ban Quản lý)"
)
_SAYS = (
    r"(?:trân trọng |kính )?(?:thông báo|báo cáo|ban hành|xây dựng|đề nghị|trình|hướng dẫn|yêu cầu|mời|phúc đáp|trả lời|triển khai|tổ chức"
    r"|chuyển|gửi|báo|có ý kiến|giải trình)"
)
_POLITE = (
    r"(?:xin )?(?:kính (?:trình|đề nghị|báo cáo|mời|gửi|chuyển|mong)"
    r"|trân trọng (?:kính mời|đề nghị|báo cáo|thông báo|cảm ơn|mời|phúc đáp))"
)
_NOT_YET = "(?! đã | đang | nhận | theo | số | (?:có|chịu) trách nhiệm )"
_SPEAKER = Pattern(
    rf"(?:^|[,;.] )(?P<ai>{_AGENCY}\b(?:{_NOT_YET}[^,;:.]){{0,90}}?)(?<! Tờ) {_SAYS}(?!\w)(?! [A-ZĐ][^,;:]{{0,60}} số:? ?\d)"
)
_CLOSES = Pattern(rf"(?:(?:Vậy|Vì vậy|Do đó|Do vậy|Nay|Trên đây)[^.;:]{{0,60}}?,? )?(?P<ai>{_AGENCY}\b[^,;:.]{{0,90}}?) {_POLITE}\b")
# Others may tell what is theirs to tell in another's paper; a school does so in its own.
_TELLS = Pattern(
    rf"(?:(?:Vậy|Vì vậy|Do đó|Nay),? )?(?P<ai>Trường\b(?:{_NOT_YET}[^,;:.]){{0,90}}?) (?:xin )?thông báo"
    r"(?! [A-ZĐ])[^.;:\d]{0,60}? ?để [^.;:]{0,80}\bbiết\b"
)
_IN_FULL = {
    "thcs": "trung học cơ sở", "thpt": "trung học phổ thông", "th": "tiểu học", "mn": "mầm non", "ptdtbt": "phổ thông dân tộc bán trú",
}  # fmt: skip
_TOGETHER = Pattern(r" phối hợp (?:với )?| cùng (?:với )?| và | - | \(")
_OF_COMMITTEE = ("Phòng", "Trung tâm", "Văn phòng", "Công an", "Trạm Y tế", "Ban Quản lý")


def mo_loi(text: str) -> str:
    """Return the agency that speaks in the sentence before the sections, which ends with a colon; empty where none does.

    >>> mo_loi("Căn cứ kế hoạch, Ủy ban nhân dân xã Bình Điền thông báo kết quả như sau:")
    'Ủy ban nhân dân xã Bình Điền'
    >>> mo_loi("Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số, cụ thể:"), mo_loi("Sở Nội vụ có trách nhiệm thông báo cho các xã:")
    ('Ủy ban nhân dân tỉnh', '')
    """
    found = [*_SPEAKER.finditer(text)] if text.rstrip(" “”").endswith(":") else []
    return found[-1]["ai"] if found else ""


def ket_loi(text: str) -> str:
    """Return the agency that speaks in a closing sentence, by a verb that one has of oneself alone; empty where none does.

    >>> ket_loi("Ủy ban nhân dân phường An Cựu kính trình Ủy ban nhân dân thành phố xem xét."), ket_loi("UBND xã Ba Lòng đề nghị hỗ trợ.")
    ('Ủy ban nhân dân phường An Cựu', '')
    """
    found = _CLOSES.match(text) or (_TELLS.match(text) if "thông báo" in text else None)
    return found["ai"] if found else ""


_OWNS = Pattern(rf"^\s*Trên đây là [^.;]{{5,200}}? của (?P<ai>{_AGENCY}\b[^,;:.]{{2,90}})(?=[,;.]|$)")


def cua_ai(text: str) -> str:
    """Return whose paper a closing sentence says that it is; empty where it does not say.

    >>> cua_ai("Trên đây là Kế hoạch tổ chức hội thi năm học 2026 - 2027 của Trường Tiểu học Kim Long./.")
    'Trường Tiểu học Kim Long'
    """
    found = _OWNS.match(text) if text.lstrip().startswith("Trên đây là") else None
    return found["ai"].rstrip(" /") if found else ""


def la_noi_khac(ai: str, co_quan: frozenset[str]) -> bool:
    """Tell whether who speaks is another than the issuer, given the words of its name and of the agency's above it.

    >>> own = cac_tu("Ủy ban nhân dân xã Bình Điền")
    >>> [la_noi_khac(who, own) for who in ("UBND xã Bình Điền", "Ủy ban nhân dân xã Ba Lòng", "Văn phòng HĐND và UBND", "Sở Nội vụ")]
    [False, True, False, True]
    """
    within = ai.startswith(_OF_COMMITTEE) and "ủy" in co_quan  # a committee's own unit may speak in its paper
    together = [part for part in _TOGETHER.split(ai) if re.match(_AGENCY, part)]
    # Of adverbs before the verb, which have no capitals, nothing is asked.
    named = (cac_tu(" ".join(word for word in part.split() if word[0].isupper())) for part in together)
    return not within and not any(map(co_quan.issuperset, named))


def cac_tu(text: str) -> frozenset[str]:
    """Return the words of a name, those of short forms in full."""
    words = re.findall(r"\w+", doc_day_du(text))
    return frozenset(part for word in words for part in _IN_FULL.get(word, word).split())


def doc_day_du(text: str) -> str:
    """Return a name by which two ways to write one agency are compared: ``UBND`` in full, no marks at its ends.

    >>> doc_day_du("- UBND xã Bình Điền;") == doc_day_du("Ủy ban nhân dân xã Bình Điền")
    True
    """
    words = fold(text).strip(" -+;.,")
    return words.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")
