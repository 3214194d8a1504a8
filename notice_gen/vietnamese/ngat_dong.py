"""Where a line of a title may end: before a connecting word rather than elsewhere, inside a compound, a name or a number not at all.

The words that belong together are those of ``data/tu-ghep.txt``; a name is a run of capitalised words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, starmap

from notice_gen import facts
from notice_gen.vietnamese.chu_cai import CHU_IN

KHONG_NGAT = 1000
"""The cost of a break where nobody would end a line; inside a compound of compounds it is more than between them."""
_NAME, _AFTER_LINK, _PLAIN = 300, 4, 1
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


def chi_phi(words: Sequence[str]) -> list[int]:
    """Return what a line that begins with each of *words* but the first costs: 0 is best, from :data:`KHONG_NGAT` on none should.

    >>> chi_phi("Kết quả kiểm tra công tác năm 2026 tại xã A".split())
    [1001, 1, 1001, 1, 1001, 0, 1000, 0, 4, 1000]
    """
    plain = [word.strip(_EDGES).casefold() for word in words]
    costs = list(starmap(_between, pairwise(words)))
    for start, end in _compounds(words, plain):
        for n in range(start, end - 1):
            costs[n] += KHONG_NGAT
    return costs


@lru_cache(maxsize=4096)  # a mailing's titles differ in few words
def _between(before: str, after: str) -> int:
    """Return what it costs to break between two words that are no compound."""
    plain, next_plain = before.strip(_EDGES).casefold(), after.strip(_EDGES).casefold()
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


def _compounds(words: Sequence[str], plain: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where compounds begin and end, lesser ones in greater ones too; none reaches over a mark between its words but a dash."""
    known = _known()
    for n, first in enumerate(plain):
        for compound in known.get(first, ()):
            end = n + len(compound)
            if tuple(plain[n:end]) == compound and not any(word[-1:] in ",.;:" for word in words[n : end - 1]):
                yield n, end


@cache
def _known() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the compounds by their first word."""
    lines = (line for line in facts.text("tu-ghep.txt").splitlines() if not line.startswith("#"))
    found: dict[str, list[tuple[str, ...]]] = {}
    for compound in (tuple(text.split()) for line in lines for text in line.split(",")):
        found.setdefault(compound[0], []).append(compound)
    return {first: tuple(several) for first, several in found.items()}
