"""Words that are most likely misspelt: an unusual pair of syllables beside which a look-alike makes a frequent one.

Each syllable is weighed against those it looks like (``nhin_nham.py``) by how often they stand between its neighbours (``tan_suat.py``).
Nothing is said of names, abbreviations, codes, quoted texts, and lines that are not Vietnamese.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise, zip_longest
from math import log2
from operator import mul
from typing import NamedTuple

from notice_gen import facts
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.nhin_nham import AM, DAU, GO, PHIM, giong, hai_tu, nham
from notice_gen.vietnamese.tan_suat import DAU_CHU, SO, bang, cap, chu, giua, lan, so, tong

SURE = 2.0
"""How sure a doubt must be (``tools/spelling/measure.py``)."""

_ENDS = frozenset(".;:!?-–+*)")
_BOUND = frozenset("/@#_&\\=")
_LONGEST = 16
_NOT_MARKED = 0.35
"""Of the syllables of Vietnamese prose two thirds bear marks; a line with fewer than this is of another language."""

_BEFORE_A_NAME = frozenset({
    "thôn", "xóm", "ấp", "bản", "làng", "buôn", "bon", "sóc", "khóm", "khu", "tổ", "phố", "đường", "ngõ", "hẻm", "chợ", "cầu", "sông",
    "suối", "hồ", "núi", "đèo", "đảo", "xã", "phường", "tỉnh", "ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "thầy", "cụ",
})  # fmt: skip
"""What may stand before any name, and alone before any verb (``các thôn báo cáo``): what follows tells nothing of how it is spelt."""
_ANYWHERE = frozenset({"qua", "của", "cho", "theo", "tại", "với", "và", "đến", "từ", "để", "do", "bởi", "trong", "về", "ở"})
"""What may follow any word: that one of them is the usual there tells nothing of another (``đúng hạn qua các tháng``)."""
_UNUSUAL = 22
"""The level of a pair, 40 times met, from which on it needs no look."""
_SMOOTH = 20.0
_HALF = 0.5
_COST = {DAU: 0.0, AM: 3.0, PHIM: 5.0, GO: -4.0}
_LEAST, _MOST = 8.0, 45.0


class _Word(NamedTuple):
    shown: str
    small: str
    number: int


class _Doubt(NamedTuple):
    first: int  # of the words
    last: int
    meant: str
    sure: float = SURE


_NONE = _Word("", "", 0)


@lru_cache(maxsize=256)
def nghi_sai(text: str) -> tuple[LoiChu, ...]:
    """Return the words of *text* that are doubted, with what is likely meant; of two side by side the surer.

    >>> [(text[one.tu : one.den], one.dung) for text in ("hoàn thành thủ tuc theo quy định",) for one in nghi_sai(text)]
    [('thủ tuc', 'thủ tục')]
    """
    words = [_NONE, *map(_read, DAU_CHU.findall(text)), _NONE]
    letters = [word.small for word in words if len(word.small) > 1]
    if len(letters) - sum(map(str.isascii, letters)) <= _NOT_MARKED * len(letters):
        return ()
    doubts: list[_Doubt] = []
    for doubt in _doubts(words, _quoted(words) if "“" in text or "«" in text else frozenset()):
        if _is_a_word(words, doubt):
            continue
        if not doubts or doubt.first > doubts[-1].last + 1:
            doubts.append(doubt)
        elif doubt.sure > doubts[-1].sure:
            doubts[-1] = doubt
    if not doubts:
        return ()
    places = [token.span() for token in DAU_CHU.finditer(text)]
    beside = zip((None, *doubts), doubts, (*doubts[1:], None), strict=False)
    shown = [_widened(words, previous, doubt, following) for previous, doubt, following in beside]
    return tuple(LoiChu(places[at - 1][0], places[last - 1][1], _as(words[at : last + 1], meant)) for at, last, meant, _ in shown)


@lru_cache(maxsize=16384)
def _read(token: str) -> _Word:
    if len(token) > _LONGEST:
        return _Word(token, "", -1)
    if token.isalpha():
        small = token.lower()
        return _Word(token, small, so(small))
    if token.isdecimal():
        return _Word(token, "", so(SO))
    keys_left = token[0].isalpha() and token.isalnum() and token[1:].islower()
    return _Word(token, token.lower(), -1) if keys_left else _Word(token, "", 0)


def _as(words: Sequence[_Word], meant: str) -> str:
    """Return what is meant with the capitals of the words shown."""
    both = zip_longest([word.shown for word in words], meant.split(" "), fillvalue="-")
    return " ".join(word.capitalize() if shown[0].isupper() else word for shown, word in both if word != "-")


def _quoted(words: Sequence[_Word]) -> frozenset[int]:
    depth = accumulate(((word.shown in "“«") - (word.shown in "”»") if word.shown else 0) for word in words)
    return frozenset(at for at, open_ in enumerate(depth) if open_ > 0)


def _doubts(words: Sequence[_Word], quoted: frozenset[int]) -> Iterator[_Doubt]:
    """Yield what is doubted, in order."""
    levels = [cap(one.number, two.number) if one.number > 0 < two.number else -1 for one, two in pairwise(words)]
    for at in range(1, len(words) - 1):
        word, after, left, right = words[at], words[at + 1], levels[at - 1], levels[at]
        if word.number >= 0 and not (0 <= left < _UNUSUAL or 0 <= right < _UNUSUAL or word.number == after.number):
            continue
        if word.small in _BEFORE_A_NAME:
            continue
        if len(word.small) > 1 and at not in quoted and _is_prose(words[at - 1], word, after):
            yield from _of_one(words, at)
            if word.number > 0 and after.shown == after.small:
                yield from _of_two(words, at)


def _of_one(words: Sequence[_Word], at: int) -> Iterator[_Doubt]:
    """Yield a word that is another, or two."""
    before, word, after = words[at - 1 : at + 2]
    meant, sure = _best(before.number, word.small, after.number)
    if sure >= SURE and (_alone(words, at, meant) or (word.small in _ANYWHERE and chu(meant) in _ANYWHERE)):
        return
    if not word.small.isalpha() and chu(meant) == word.small.rstrip("0123456789"):
        return  # the sign of a note: “hồ sơ3”
    if sure >= SURE or (meant := _displaced(before.number, word, after.number)):
        yield _Doubt(at, at, chu(meant), max(sure, SURE))
    elif word.number < 0 and (parts := hai_tu(word.small))[0] and cap(*parts) >= _MET and word.small not in _joined():
        yield _Doubt(at, at, " ".join(map(chu, parts)))


def _alone(words: Sequence[_Word], at: int, meant: int) -> bool:
    """Tell whether a frequent word is one by itself, and what stands beside it belongs to another: *dễ* in *dễ vi phạm*, for *để vi*.

    The look-alike is held up by one neighbour alone, and that makes with the one beyond it a pair which is met far oftener.
    """
    own, near, far = words[at].number, words[at + 1].number, words[at + 2].number if at + 2 < len(words) else 0
    if words[at].small.isascii() or min(own, near, far) <= 0 or lan(bang().nhieu[own]) < _OFTEN:  # marks are forgotten oftener than typed
        return False
    before = words[at - 1].number
    held, by_left = lan(cap(meant, near)), lan(cap(before, meant)) if before > 0 else 0.0
    pair = lan(cap(near, far))
    return pair >= max(_STRAY * by_left, _STRONGER * held, _BOUND_PAIR * lan(bang().nhieu[near]))


_OFTEN, _STRAY, _STRONGER, _BOUND_PAIR = 300, 10, 1.5, 0.01


def _of_two(words: Sequence[_Word], at: int) -> Iterator[_Doubt]:
    """Yield two words that are one, typed twice, or three, one forgotten."""
    word, after = words[at], words[at + 1]
    if word.number == after.number and _twice(words[at - 1].number, word.number, words[at + 2].number if at + 2 < len(words) else 0):
        yield _Doubt(at, at + 1, word.small)
    elif word.shown == word.small and (middle := _left_out(word.number, after.number, words[at + 2].number if at + 2 < len(words) else 0)):
        yield _Doubt(at, at + 1, f"{word.small} {chu(middle)} {after.small}")


def _is_a_word(words: Sequence[_Word], doubt: _Doubt) -> bool:
    """Tell whether what is doubted is a part of a word that there is, however seldom it was counted (``co_that``)."""
    beside = [word.small for word in words[max(doubt.first - _LONGEST_WORD, 0) : doubt.last + 1 + _LONGEST_WORD]]
    at = min(doubt.first, _LONGEST_WORD)
    return any(
        doubted in range(start, start + len(word))
        for start in range(len(beside)) for word in _words_by_first().get(beside[start], ())
        if (*beside[start : start + len(word)],) == word
        for doubted in range(at, at + doubt.last - doubt.first + 1)
    )


_LONGEST_WORD = 3


@cache
def _words_by_first() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    words = [(*word.split(" "),) for word in facts.table("loi-chinh-ta.toml")["co_that"]["tu"]]
    return {first: tuple(word for word in words if word[0] == first) for first, *_ in words}


@cache
def _joined() -> frozenset[str]:
    return frozenset(facts.table("loi-chinh-ta.toml")["viet_lien"]["tu"])


_MET = 18
"""The level of a pair that may run together; what is often written as one is a word that the table knows."""


def _widened(words: Sequence[_Word], previous: _Doubt | None, doubt: _Doubt, following: _Doubt | None) -> _Doubt:
    """Return a doubt with the neighbour that makes it plain, unless that is doubted too: *khẩn chương*, not *chương*."""
    if doubt.first < doubt.last or " " in doubt.meant:
        return doubt
    at, often, meant = doubt.first, bang().nhieu, so(doubt.meant)
    before, after = words[at - 1], words[at + 1]
    left = cap(before.number, meant) if before.small and before.number > 0 and not (previous and previous.last >= at - 2) else 0
    right = cap(meant, after.number) if after.small and after.number > 0 and not (following and following.first == at + 2) else 0
    if left and (not right or left - often[before.number] >= right - often[after.number]):
        return _Doubt(at - 1, at, f"{before.small} {doubt.meant}")
    return _Doubt(at, at + 1, f"{doubt.meant} {after.small}") if right else doubt


def _displaced(before: int, word: _Word, after: int) -> int:
    """Return what nearly always stands between two syllables when *word* hardly ever does and looks like it: *đồng dân dân*; else 0."""
    if not before > 0 < after or word.number <= 0:
        return 0
    usual, level = giua(before, after)
    left, right, often = lan(cap(before, word.number)), lan(cap(word.number, after)), lan(bang().nhieu[word.number])
    unusual = lan(level) >= 300 * (1 + min(left, right)) and max(left, right) < 0.05 * often
    return usual if usual not in (0, word.number) and unusual and giong(word.small, chu(usual)) else 0


def _twice(before: int, word: int, after: int) -> bool:
    """Tell whether a frequent syllable stands twice by mistake, and does not end one word and begin another: *vô cơ cơ bản*."""
    often, twice = lan(bang().nhieu[word]), 1 + lan(cap(word, word))
    usual, level = giua(before, after) if before > 0 < after else (0, 0)
    if usual == word and lan(level) >= 20 * twice:
        return True
    if often < 8000 * twice:
        return False
    return after > 0 and lan(cap(word, after)) < 0.005 * min(often, lan(bang().nhieu[after]))


def _left_out(first: int, third: int, far: int) -> int:
    """Return the syllable that was forgotten between two: one that nearly always stands there, and belongs to one of them; else 0.

    To the latter not where that belongs to the one beyond it: *kết quả hiện đại* is not *quả thực hiện*.
    """
    middle, level = giua(first, third)
    if not middle or chu(middle) == SO:
        return 0
    oftener = lan(level) / (1 + lan(cap(first, third)))
    bound = lan(cap(first, middle)) / lan(bang().nhieu[first])
    if not (far > 0 and lan(cap(third, far)) >= _BOUND_BEYOND * lan(bang().nhieu[far])):
        bound = max(bound, _BOUND_BEHIND * lan(cap(middle, third)) / lan(bang().nhieu[third]))
    return middle if oftener >= _OFTENER and bound >= _BOUND_TO and oftener * bound >= _OFTENER else 0


_OFTENER, _BOUND_TO, _BOUND_BEHIND, _BOUND_BEYOND = 100, 0.1, 0.6, 0.03


def _is_prose(before: _Word, word: _Word, after: _Word) -> bool:
    """Tell whether a word is small, or has the capital of a sentence's first, and is no part of an address or a code."""
    if before.shown in _BOUND or after.shown in _BOUND:
        return False
    if word.shown == word.small:
        return True
    first = after.shown[:1].islower() and not before.number and (not before.shown or before.shown in _ENDS)
    return (first or after.shown.isdecimal()) and word.shown[1:] == word.small[1:]


_WEIGHTS = (-5.215, 0.178, -0.167, -0.393, 0.359, 0.408, 1.564, 1.148, 4.371, -0.096, 3.084, 1.293, -0.121)
"""Of the :func:`features`, fitted to faults put into papers that the table does not count (docs/dev/analysis/chinh-ta.md)."""


@lru_cache(maxsize=16384)
def _best(before: int, word: str, after: int) -> tuple[int, float]:
    """Return what is likeliest meant by *word* between two syllables, and how sure that is."""
    found = features(before, word, after)
    return (found[0], sum(map(mul, _WEIGHTS, found[1]))) if found else (0, -SURE)


def features(before: int, word: str, after: int) -> tuple[int, tuple[float, ...]] | None:
    """Return the likeliest look-alike of *word* and what speaks for it, None when nothing does."""
    own = so(word)
    base = _likely(before, own, after)
    best, at, way, its = _LEAST, -1, "", (0, 0)
    for other, how in nham(word):
        left, right = cap(before, other) if before >= 0 else 0, cap(other, after) if after >= 0 else 0
        if (left and before) or (right and after):
            score = _likely(before, other, after) - base - _COST[how]
            if score > best:
                best, at, way, its = score, other, how, (left, right)
    if at < 0:
        return None
    mine = (cap(before, own) if before > 0 < own else 0, cap(own, after) if own > 0 < after else 0)
    return at, (
        1.0, min(best, _MOST), *(log2(1 + lan(level)) for level in mine), _seen(before, its[0]), _seen(after, its[1]),
        before <= 0, after <= 0, own < 0, log2(1 + lan(bang().nhieu[own])) if own > 0 else 0.0,
        way == DAU and word.isascii(), way == GO, word.isascii(),
    )  # fmt: skip


def _seen(beside: int, level: int) -> float:
    return log2(1 + lan(level)) if beside > 0 else 0.0


def _likely(before: int, at: int, after: int) -> float:
    """Return the logarithm of how likely a syllable is between two others; a neighbour that is not known tells nothing."""
    often, total = bang().nhieu, tong()
    mine = lan(often[at]) if at >= 0 else 0.0
    share = max(mine, _HALF) / total
    left, right = (cap(before, at) if before >= 0 <= at else 0), (cap(at, after) if at >= 0 <= after else 0)
    logs = log2((lan(left) + _SMOOTH * share) / (lan(often[before]) + _SMOOTH)) if before >= 0 else log2(share)
    if after >= 0:
        logs += log2((lan(right) + _SMOOTH * lan(often[after]) / total) / (mine + _SMOOTH))
    return logs
