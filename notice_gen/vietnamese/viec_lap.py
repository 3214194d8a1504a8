"""What a decision sets up or issues, by its subject, its articles and what is attached: a body and its roles, rules and their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.vietnamese.ten_minh import tu_thuong

_BODIES = {
    "Tổ": ("Tổ trưởng", "Tổ phó", "Phó Tổ trưởng", "Phó tổ trưởng"),
    "Ban": ("Trưởng ban", "Phó Trưởng ban", "Phó trưởng ban", "Trưởng Ban"),
    "Đoàn": ("Trưởng đoàn", "Phó Trưởng đoàn", "Phó trưởng đoàn", "Trưởng Đoàn"),
    "Hội đồng": ("Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng"),
}  # fmt: skip
_BODY = (
    r"(?P<to>Tổ (?:công tác|giúp việc|thẩm định|kiểm tra|kiểm kê|tư vấn|chuyên gia|rà soát|soạn thảo)"
    r"|Ban (?:Chỉ đạo|Tổ chức|Quản lý|Giám sát"
    r"|Vận động|Biên tập|Chỉ huy|Soạn thảo)|Hội đồng|Đoàn (?:kiểm tra|thanh tra|công tác|giám sát|thẩm định|khảo sát))"
)
_SET_UP = Pattern(rf"\b[Tt]hành lập {_BODY}\b")
_DOES = Pattern(rf"^\s*(?:Điều \d+\. |\d+\. )?{_BODY} (?:có (?:nhiệm vụ|trách nhiệm)|chịu trách nhiệm trước|tự giải thể|hoạt động theo)\b")
_ROLE = Pattern(
    r"[,:–-] (?:làm )?(?P<vai>(?:Phó )?[Tt]rưởng (?:[Bb]an|[Đđ]oàn)|Tổ trưởng|Tổ phó|Phó [Tt]ổ trưởng"
    r"|(?:Phó )?Chủ tịch Hội đồng)(?: thường trực)?\s*[;.]?\s*$"
    r"|của (?P<cua>[Tt]rưởng (?:[Bb]an|[Đđ]oàn)|Tổ trưởng|Chủ tịch Hội đồng)(?= (?:và|phân|giao)|[,.;])"
)  # fmt: skip


def thanh_lap(text: str) -> str:
    """Return what a text sets up, ``Tổ công tác``, ``Ban Chỉ đạo``; empty for nothing, or several.

    >>> thanh_lap("Về việc thành lập Tổ công tác chuyển đổi số"), thanh_lap("Thành lập Hội đồng; thành lập Tổ giúp việc Hội đồng")
    ('Tổ công tác', '')
    """
    found = {one["to"] for one in _SET_UP.finditer(text)} if "hành lập" in text else set()
    return found.pop() if len(found) == 1 else ""


def to_khac(to: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a paragraph speaks of another body than the one that its paper sets up, or gives a role of another sort of body.

    >>> [*to_khac("Tổ công tác", "2. Bà Lê Thị Hoa, Phó Chủ tịch, Phó Trưởng ban;")], [*to_khac("Ban Chỉ đạo", "Ông A, Trưởng ban;")]
    ([(32, 46)], [])
    """
    other = _DOES.match(text)
    if other and other["to"] != to:
        yield other.span("to")
    own = next((roles for kind, roles in _BODIES.items() if to.startswith(kind)), ())
    for found in _ROLE.finditer(text):
        group = "vai" if found["vai"] else "cua"
        if found[group] not in own:
            yield found.span(group)


_ROLES_END = ("rưởng ban", "rưởng Ban", "rưởng đoàn", "rưởng Đoàn", "ổ trưởng", "ổ phó")
_ROLE_ALONE = Pattern(
    r"(?:^|[,:–-] )\s*(?:làm )?(?P<vai>(?:Phó )?[Tt]rưởng (?:[Bb]an|[Đđ]oàn)|Tổ trưởng|Tổ phó|Phó [Tt]ổ trưởng)"
    r"(?: thường trực)?\s*[;.]?\s*$"
)


def vai(text: str) -> tuple[int, int, str] | None:
    """Return where a line of a list ends with a role, and of which sort of body it is.

    >>> vai("2. Ông Đỗ Minh Quân, Phó Hiệu trưởng, Phó Trưởng ban;"), vai("Tổ phó")
    ((38, 52, 'Ban'), (0, 6, 'Tổ'))
    """
    found = _ROLE_ALONE.search(text) if any(map(text.__contains__, _ROLES_END)) else None
    if found is None:
        return None
    kind = next(kind for kind, roles in _BODIES.items() if found["vai"].lower() in map(str.lower, roles))
    return *found.span("vai"), kind


_ISSUED = Pattern(
    r"(?:[Bb]an hành(?: kèm theo (?:Quyết định|Nghị quyết) này)?|^)\s*(?:bản )?"
    r"(?P<loai>Quy chế|Quy định|Điều lệ|Nội quy|Quy trình|Kế hoạch|Đề án|Phương án)"
    r" (?:về (?:việc )?)?(?P<ten>[^.,;:()]+)", re.IGNORECASE,
)  # fmt: skip
_LAST_OF_NAME = Pattern(r" (?:của|trên địa bàn|tại|thuộc|giai đoạn|năm \d)\b")


def ban_hanh(text: str) -> tuple[str, str, int] | None:
    """Return the type and the name of what a text issues, and where the name begins; None where it issues nothing.

    >>> ban_hanh("Ban hành kèm theo Quyết định này Quy chế tiếp công dân của Ủy ban nhân dân xã Phú Lộc.")
    ('Quy chế', 'tiếp công dân', 41)
    """
    found = _ISSUED.search(text) if "uy chế" in text or "an hành" in text or text[:2].isupper() else None
    return (found["loai"], _LAST_OF_NAME.split(found["ten"])[0].strip(), found.start("ten")) if found else None


def khac_han(one: str, other: str) -> bool:
    """Tell whether two names of what is issued have no word in common.

    >>> khac_han("tiếp công dân", "làm việc"), khac_han("quản lý, sử dụng tài sản công", "quản lý tài sản")
    (True, False)
    """
    words = [set(re.findall(r"\w+", name.lower())) - {"và", "về", "việc", "của"} for name in (one, other)]
    return bool(words[0] and words[1]) and words[0].isdisjoint(words[1])


def viec_khac(trich_yeu: str, dieu: str, van_ban: str) -> tuple[str, str] | None:
    """Return two words side by side of a decision's subject that its text never has, and what Điều 1 has in their place.

    >>> viec_khac("tặng Giấy khen trong công tác phòng cháy năm 2026", "tặng Giấy khen trong công tác tuyển quân năm 2026", "tuyển quân")
    ('phòng cháy', 'tuyển quân')
    """
    for found in re.finditer(r"(?=(?<!\w)(\w+ \w+) (\w+ \w+)(?!\w))", trich_yeu):
        pair = found[2].lower()
        if pair in van_ban or {*pair.split()} & tu_thuong() or any(map(str.isdigit, pair)):
            continue
        _, same, after = f" {dieu.lower()}".partition(f" {found[1].lower()} ")
        there = re.match(r"\w+ \w+", after) if same else None
        if there and there[0] not in trich_yeu.lower() and not {*there[0].split()} & {*tu_thuong(), *pair.split()}:
            return found[2], there[0]
    return None
