"""Names of persons: those that a text gives, the words with a capital behind ông, bà, đồng chí; and family names."""

from __future__ import annotations

from notice_gen import facts
from notice_gen.vietnamese.chu_cai import bo_dau

_ADDRESSED = frozenset({"ông", "bà", "(bà)", "chí", "anh", "chị", "em", "cháu", "đ/c"})
_MOST = 6
_FEWEST = 2


def cac_nguoi(text: str) -> list[str]:
    """Return the names of persons that *text* gives, in its order.

    >>> cac_nguoi("Cử ông Lê Văn C, bà Trần Thị B và đồng chí Hoàng Văn D đi tập huấn; ông Chánh Văn phòng")
    ['Lê Văn C', 'Trần Thị B', 'Hoàng Văn D']
    """
    found, words = [], text.split()
    for n, word in enumerate(words):
        if word.lower() not in _ADDRESSED:
            continue
        name: list[str] = []
        for each in words[n + 1 : n + 1 + _MOST]:
            bare = each.rstrip(",.;:)”")
            if not bare[:1].isupper():
                break
            name.append(bare)
            if bare != each:
                break
        if len(name) >= _FEWEST and name[0] not in {"Chánh", "Phó", "Giám", "Chủ", "Trưởng", "Bí", "Hiệu"}:
            found.append(" ".join(name))
    return found


def khac_nguoi(text: str, other: str) -> bool:
    """Tell whether two texts name persons, and none of them is the same, or the same with other marks.

    >>> khac_nguoi("Giới thiệu ông Lê Văn C", "Giới thiệu bà Trần Thị B"), khac_nguoi("Cử ông Lê Văn Ân", "Cử ông Lê Văn An")
    (True, False)
    """
    one, two = ({bo_dau(name).lower() for name in cac_nguoi(each)} for each in (text, other))
    return bool(one and two) and not one & two


def la_ho(word: str) -> bool:
    """Tell whether a word is a family's name that many have, in capitals or not.

    >>> [la_ho(word) for word in ("Nguyễn", "LÒ", "vi", "Phòng")]
    [True, True, True, False]
    """
    return word.lower() in facts.family_names()
