"""How sure it is that a syllable is meant to be another: by how often each stands between its two neighbours."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log2
from operator import mul

from notice_gen import facts
from notice_gen.vietnamese.am_tiet import la_am_tiet
from notice_gen.vietnamese.nhin_nham import AM, DAU, GO, PHIM, nham
from notice_gen.vietnamese.tan_suat import bang, cap, hai_ben, lan, so, tong
from notice_gen.vietnamese.thieu_tieng import la_ban

SURE = 2.0
"""How sure a doubt must be (``tools/spelling/measure.py``)."""

_SMOOTH = 20.0
_HALF = 0.5
COST = {DAU: 1.0, AM: 2.0**3, PHIM: 2.0**5, GO: 2.0**-4}
"""How many times likelier a look-alike must be than one by its marks."""
_LEAST, _MOST = 7.0, 45.0

_WEIGHTS = (
    4.856, 0.078, -0.122, -0.246, 0.345, 0.288, -1.440, 0.551, -0.014, 1.197, 0.503, -0.313, -0.759, -0.851, -3.407, 1.075, 1.005,
    -0.675, -0.180, -0.264, -0.199, -2.504,
)  # fmt: skip
"""Of :func:`dau_hieu`, fitted to faults put into texts that the table does not count (docs/dev/analysis/chinh-ta.md)."""
_SELDOM = 12.0
"""The doublings of a word's count below which it tells the more that it is one by itself, the seldomer it is."""


@lru_cache(maxsize=16384)
def giong_nhat(before: int, word: str, after: int) -> tuple[int, float]:
    """Return what is likeliest meant by *word* between two syllables, and how sure that is."""
    found = dau_hieu(before, word, after)
    return (found[0], sum(map(mul, _WEIGHTS, found[1]))) if found else (0, -SURE)


def dau_hieu(before: int, word: str, after: int) -> tuple[int, tuple[float, ...]] | None:
    """Return the likeliest look-alike of *word* and what speaks for it, None when nothing does."""
    own, alike = so(word), nham(word)
    mine = (cap(before, own) if before >= 0 <= own else 0, cap(own, after) if own >= 0 <= after else 0)
    base = _likely(before, own, after, *mine)
    best, at, way, its = base * 2**_LEAST, -1, "", (0, 0)
    for (other, how), (left, right) in zip(alike, hai_ben(before, [number for number, _ in alike], after), strict=True):
        if (left and before) or (right and after):
            score = _likely(before, other, after, left, right) / COST[how]
            if score > best:
                best, at, way, its = score, other, how, (left, right)
    if at < 0:
        return None
    return at, (
        1.0, min(log2(best / base), _MOST), _seen(before, mine[0]), _seen(after, mine[1]), _seen(before, its[0]), _seen(after, its[1]),
        before <= 0, after <= 0, *_signs(before, word, after, mine, at, way),
    )  # fmt: skip


def _signs(before: int, word: str, after: int, mine: tuple[int, int], at: int, way: str) -> tuple[float, ...]:
    """Return what speaks for a word's being the syllable *at*, which it looks like in this *way*, besides what stands beside what."""
    own, alone, right, bare = so(word), word in _alone(), la_am_tiet(word), word.isascii()
    often = log2(1 + lan(bang().nhieu[own])) if own > 0 else 0.0
    bound = max(_bound(before, own, mine[0]), _bound(own, after, mine[1]))
    return (
        often, way == DAU and bare, bare, _beside(own), way == AM, way == PHIM, right, before > 0 and la_ban(before, at),
        after > 0 and la_ban(at, after), alone, max(0.0, _SELDOM - often) * alone, _beside(before), bound, bare and not right,
    )  # fmt: skip


@cache
def _alone() -> frozenset[str]:
    """Return the words of everyday life that may stand beside any other."""
    lines = facts.text("tu-don.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split(" "))


def _beside(number: int) -> float:
    """Return how many different syllables follow one, as doublings: many behind what stands by itself, few behind half a word."""
    begins = bang().dau
    return log2(1 + begins[number + 1] - begins[number]) if number > 0 else 0.0


def _bound(one: int, other: int, level: int) -> float:
    """Return how many doublings oftener than by chance two syllables stand together."""
    often = bang().nhieu
    return log2(lan(level) * tong() / (lan(often[one]) * lan(often[other]))) if level and one > 0 < other else 0.0


def _seen(beside: int, level: int) -> float:
    return log2(1 + lan(level)) if beside > 0 else 0.0


def _likely(before: int, at: int, after: int, left: int, right: int) -> float:
    """Return how likely a syllable is between two others, beside which it stands so often; a neighbour that is not known tells nothing."""
    often, total = bang().nhieu, tong()
    mine = lan(often[at]) if at >= 0 else 0.0
    share = max(mine, _HALF) / total
    likely = (lan(left) + _SMOOTH * share) / (lan(often[before]) + _SMOOTH) if before >= 0 else share
    return likely if after < 0 else likely * (lan(right) + _SMOOTH * lan(often[after]) / total) / (mine + _SMOOTH)
