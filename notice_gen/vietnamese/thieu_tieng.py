"""A syllable forgotten beside its partner: *triển* hardly ever stands without *khai* or *phát*, so *để triển thực hiện* lacks one.

Partners are pairs that stand together far oftener than by chance (``data/ban-am-tiet.bin``, worked out by ``tools/spelling/bound.py``).
Of all other pairs the file tells how often the first stands there without a partner before it, the second without one behind it: *báo kết
quả* is frequent, but nearly always in *thông báo kết quả*.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log2
from operator import itemgetter, mul

from notice_gen import facts
from notice_gen.records import record
from notice_gen.vietnamese.am_tiet import la_am_tiet
from notice_gen.vietnamese.tan_suat import bang, cap, chu, giua, lan, numbers, place, tong

TEP = "ban-am-tiet.bin"
BAN = 16
"""The sign of partners in the byte of a pair; of others its bits tell how many times rarer, 4 to a step, each is lonely there."""

_SURE = 3.3
"""Set on texts of other offices (docs/dev/analysis/chinh-ta.md)."""
_WEIGHTS = (-4.145, -0.620, 1.063, -1.040, -0.018, 1.916, 0.443, 0.049, 1.603, 0.958)
"""Of: the pair where one of the two is lonely, the lonely one beside its other neighbour, the same where it is lonely, the pair by chance,
a mark; the pair with the partner between, the partner's share beside the other, whether nearly always the partner stands between them,
whether nearly always the lonely one stands between its neighbour and the partner (counts as logarithms)."""
_OFTEN, _OFTENER = 40, 2.0


@record
class _Ban:
    of_pairs: memoryview
    begins: Sequence[int]
    before: Sequence[int]


@facts.once
def _file() -> _Ban:
    with (facts.FOLDER / TEP).open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    one, two, three = struct.unpack_from("<3I", data)
    pairs, begins, before = (data[at : at + size] for at, size in ((12, one), (12 + one, two), (12 + one + two, three)))
    return _Ban(pairs, numbers("I", begins), numbers("H", before))


@lru_cache(maxsize=16384)  # of the same few words a long paper, or a pile of them, is made
def sot_tieng(left: int, first: int, third: int, right: int) -> tuple[int, float]:
    """Return the syllable that was forgotten between *first* and *third*, and how sure that is; 0 when none was.

    One of the two has no partner: its own is looked for, which also stands beside the other one.

    Args:
        left: the number of what stands before, 0 for a mark, -1 for what tells nothing (a name).
        first: the syllable before the gap.
        third: the one behind it, 0 for a mark.
        right: what stands behind that.

    >>> from notice_gen.vietnamese.tan_suat import so
    >>> chu(sot_tieng(so("để"), so("triển"), so("thực"), so("hiện"))[0])
    'khai'
    """
    level, code = muc_va_ban(first, third)
    best, surest = 0, _SURE
    if code == BAN:
        return best, surest
    chance = log2(1 + lan(bang().nhieu[first]) * lan(bang().nhieu[third]) / tong())
    for own, beside, is_first in ((first, left, True), (third, right, False)):
        if not own or beside < 0 or not _is_syllable(own):
            continue
        far, far_code = muc_va_ban(beside, own) if is_first else muc_va_ban(own, beside)
        if far_code == BAN:
            continue
        alone, there = _lonely(level, code, 0 if is_first else 2), _lonely(far, far_code, 2 if is_first else 0)
        known = (log2(1 + alone), log2(1 + lan(far)), log2(1 + there), chance, 0.0 if third else 1.0)
        if _sure(known, log2(1 + lan(bang().nhieu[own])), 0.0, 1.0, 1.0) > surest:
            best, surest = max((best, surest), _partner(first, third, beside, known, alone, is_first=is_first), key=itemgetter(1))
    return best, surest


def _partner(first: int, third: int, beside: int, known: Sequence[float], alone: float, *, is_first: bool) -> tuple[int, float]:
    """Return the surest partner of the first, or of the third, that may stand between them; 0 when there is none."""
    best, surest, own = 0, 0.0, first if is_first else third
    for partner, together in _behind(own) if is_first else _before(own):
        between, often = lan(cap(partner, third) if is_first else cap(first, partner)), lan(bang().nhieu[partner])
        with_it = together * between / often
        if partner in {first, third} or with_it < _OFTENER * (1 + alone):
            continue
        usual = giua(first, third)[0] == partner
        around = (giua(beside, partner) if is_first else giua(partner, beside))[0] == own if beside else False
        sure = _sure(known, log2(1 + with_it), log2(between / often), float(usual), float(around))
        if sure > surest:
            best, surest = partner, sure
    return best, surest


def la_ban(first: int, second: int) -> bool:
    """Tell whether two syllables, by their numbers, are partners."""
    return muc_va_ban(first, second)[1] == BAN


def sign(at: int) -> int:
    """Return the byte of the pair at a place of the table: how lonely either of the two is there, or :data:`BAN`."""
    return _file().of_pairs[at]


def _sure(known: Sequence[float], *values: float) -> float:
    weighed: Iterable[float] = map(mul, _WEIGHTS[1:], (*known, *values))
    return _WEIGHTS[0] + sum(weighed)


@lru_cache(maxsize=32768)
def muc_va_ban(first: int, second: int) -> tuple[int, int]:
    """Return the level of a pair and its byte (:func:`sign`); 0 and 0 when it was not met."""
    at = place(first, second)
    return (bang().cap[at], _file().of_pairs[at]) if at >= 0 else (0, 0)


def _lonely(level: int, code: int, shift: int) -> float:
    """Return how often the first (shift 0) or the second (2) of a pair stands there without another partner."""
    return lan(level) / (1 << 2 * (code >> shift & 3))


@lru_cache(maxsize=4096)
def _is_syllable(number: int) -> bool:
    return la_am_tiet(chu(number))


@lru_cache(maxsize=2048)
def _behind(first: int) -> tuple[tuple[int, float], ...]:
    """Return the partners that stand behind a syllable, and how often."""
    table, signs = bang(), _file().of_pairs
    start, end = table.dau[first : first + 2]
    rows = [at for at, sign in enumerate(bytes(signs[start:end]), start) if sign == BAN and lan(table.cap[at]) >= _OFTEN]
    return tuple((table.sau[at], lan(table.cap[at])) for at in sorted(rows, key=lambda at: -table.cap[at])[:12])


@lru_cache(maxsize=2048)
def _before(second: int) -> tuple[tuple[int, float], ...]:
    """Return the partners that stand before a syllable, and how often."""
    start, end = _file().begins[second : second + 2]
    return tuple((number, lan(cap(number, second))) for number in _file().before[start:end])
