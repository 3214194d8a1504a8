"""Where a line of a title may end: before a connecting word rather than elsewhere, inside a compound, a name or a number not at all.

The words that belong together are those of ``data/tu-ghep.txt``; a name is a run of capitalised words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from notice_gen import facts
from notice_gen.vietnamese.chu_cai import CHU_IN

KHONG_NGAT = 1000
"""The cost of a break where nobody would end a line; inside a compound of compounds it is more than between them."""
_NAME, _AFTER_LINK, _PLAIN = 300, 4, 1
_TWO, _LONGEST = 2, 7  # words that most compounds have, and none has more
_LINKS = frozenset({
    "về", "của", "tại", "năm", "và", "trong", "theo", "giữa", "đối", "với", "cho", "từ", "đến", "trên", "để", "do", "bằng", "nhằm", "ở",
    "có", "-", "–", "kèm", "thuộc", "qua", "các", "những",
})  # fmt: skip
_PAIRED = {("đối", "với"), ("so", "với"), ("cho", "đến"), ("từ", "ngày"), ("đến", "ngày"), ("liên", "quan")}
_COUNTED = frozenset({
    "số", "điều", "khoản", "điểm", "chương", "mục", "phần", "phụ", "ngày", "tháng", "năm", "quý", "kỳ", "lần", "đợt", "khóa", "khoá", "thứ",
    "giai", "đoạn", "loại", "cấp", "nhóm", "tổ", "khu", "xã", "phường", "thôn", "ấp", "quận", "lục", "tuần", "vòng", "hạng", "lớp",
    "đoàn", "đội",
})  # fmt: skip
_KINDS = frozenset({"xã", "phường", "tỉnh", "thôn", "ông", "bà"})
_FIGURE = re.compile(r"\d|[IVX]+\b")
_UNITS = re.compile(r"%|đồng\b|triệu\b|tỷ\b|m²?\b|km\b|ha\b|người\b|hộ\b|tháng\b|ngày\b|năm\b")
_EDGES = ",.;:()“”\"'…"
_CAPITAL = re.compile(rf"[{CHU_IN}][^\s{CHU_IN}]*$")


def chi_phi(words: Sequence[str], first: int = 1, last: int | None = None) -> list[int]:
    """Return what a line costs that begins with each of *words*: 0 is best, from :data:`KHONG_NGAT` on none should.

    Args:
        words: the words of a text.
        first: the first word that is asked of.
        last: the last one; None for the last of all.

    >>> words = "Kết quả kiểm tra công tác năm 2026 tại xã A".split()
    >>> chi_phi(words), chi_phi(words, 3, 5)
    ([1001, 1, 1001, 1, 1001, 0, 1000, 0, 4, 1000], [1001, 1, 1001])
    """
    start, end = max(first - _LONGEST, 0), len(words) if last is None else last + 1
    found = [*map(_between_two, words[start : end - 1], words[start + 1 : end], (*words[start + 2 : end + 1], ""))]
    costs = [cost for cost, _ in found]
    for n, compound in [(n, compound) for n, (_, begun) in enumerate(found) if begun for compound in begun]:
        if _stands(tuple(words[start + n : start + n + len(compound)]), compound):
            for at in range(n, min(n + len(compound), len(costs) + 1) - 1):
                costs[at] += KHONG_NGAT
    return costs[first - start - 1 :]


@lru_cache(maxsize=4096)  # a mailing's titles differ in few words
def _between_two(before: str, after: str, further: str) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """Return what it costs to break between two words, and the longer compounds that they begin with the word behind them."""
    plain, next_plain = _plain(before), _plain(after)
    compounds = () if before[-1:] in ",.;:" else _known().get((plain, next_plain), ())
    longer = [compound for compound in compounds if len(compound) > _TWO]
    begun = tuple([compound for compound in longer if compound[_TWO] == _plain(further)])
    return _between(before, plain, after, next_plain) + KHONG_NGAT * (len(compounds) - len(longer)), begun


def _plain(word: str) -> str:
    return word.strip(_EDGES).casefold()


def _between(before: str, plain: str, after: str, next_plain: str) -> int:
    """Return what it costs to break between two words, were they no compound; *plain* and *next_plain* without marks and capitals."""
    if before[-1:] in ",;:." and not before[-2:-1].isdigit():
        return 0
    if (plain, next_plain) in _PAIRED or _is_counted(before, plain, after, next_plain):
        return KHONG_NGAT
    if _CAPITAL.match(before) and _CAPITAL.match(after):
        return _NAME
    if next_plain in _LINKS and plain not in _LINKS:
        return 0
    return _AFTER_LINK if plain in _LINKS or plain in _KINDS else _PLAIN


def _is_counted(before: str, plain: str, after: str, next_plain: str) -> bool:
    """Tell whether a figure stands between two words or belongs to one of them: 98 %, 5 triệu, năm 2026, quý IV, xã A."""
    if after.startswith("%") or (before[:1].isdigit() and _UNITS.match(next_plain)):
        return True
    return plain in _COUNTED and bool(_FIGURE.match(after) or (len(after) == 1 and after.isupper()))


@lru_cache(maxsize=1024)
def _stands(words: tuple[str, ...], compound: tuple[str, ...]) -> bool:
    """Tell whether *words* are a compound of more than two: none reaches over a mark between its words but a dash."""
    return tuple(map(_plain, words)) == compound and not any(word[-1:] in ",.;:" for word in words[1:-1])


@facts.once
def _known() -> Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """Return the compounds by their first two words."""
    lines = (line for line in facts.text("tu-ghep.txt").splitlines() if not line.startswith("#"))
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for compound in (tuple(text.split()) for line in lines for text in line.split(",")):
        found.setdefault((compound[0], compound[1]), []).append(compound)
    return {two: tuple(several) for two, several in found.items()}
