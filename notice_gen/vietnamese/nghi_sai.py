"""Words that are most likely misspelt: an unusual pair of syllables beside which a look-alike makes a frequent one.

Each syllable is weighed against those it looks like (``nhin_nham.py``) by how often they stand between its neighbours (``tan_suat.py``).
Nothing is said of names, abbreviations, codes, quoted texts, and lines that are not Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, zip_longest
from typing import NamedTuple

from notice_gen.vietnamese.am_tiet import la_am_tiet
from notice_gen.vietnamese.chinh_ta import LoiChu, la_cuoi_tu
from notice_gen.vietnamese.do_nghi import SURE, giong_nhat
from notice_gen.vietnamese.nhin_nham import giong, hai_tu
from notice_gen.vietnamese.tan_suat import DAU_CHU, SO, bang, cap, chu, gan_nhau, giua, lan, so
from notice_gen.vietnamese.thieu_thua import lap, sot
from notice_gen.vietnamese.thieu_tieng import BAN, muc_va_ban, sot_tieng
from notice_gen.vietnamese.tu_co_that import co_that, viet_lien
from notice_gen.vietnamese.tu_doc import BOUND, NONE, Word, doc, la_loi_van

_SHORTEST = 2
_NOT_MARKED = 0.35
"""Of the syllables of Vietnamese prose two thirds bear marks; a line with fewer than this is of another language."""

_BEFORE_A_NAME = frozenset({
    "thôn", "xóm", "ấp", "bản", "làng", "buôn", "bon", "sóc", "khóm", "khu", "tổ", "phố", "đường", "ngõ", "hẻm", "chợ", "cầu", "sông",
    "suối", "hồ", "núi", "đèo", "đảo", "xã", "phường", "tỉnh", "ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "thầy", "cụ",
    "hai", "ba", "bốn", "sáu", "bảy", "chín", "mười",
})  # fmt: skip
"""What may stand before any name or anything counted, and alone before any verb (``các thôn báo cáo``): what follows tells little of how it
is spelt."""
_ANYWHERE = frozenset({"qua", "của", "cho", "theo", "tại", "với", "và", "đến", "từ", "để", "do", "bởi", "trong", "về", "ở"})
"""What may follow any word: that one of them is the usual there tells nothing of another (``đúng hạn qua các tháng``)."""
_UNUSUAL = 26
"""The level of a pair, 40 times met, from which on it needs no look."""


class _Doubt(NamedTuple):
    first: int  # of the words
    last: int
    meant: str
    sure: float = SURE


@lru_cache(maxsize=256)
def nghi_sai(text: str) -> tuple[LoiChu, ...]:
    """Return the words of *text* that are doubted, with what is likely meant; of two side by side the surer.

    >>> [(text[one.tu : one.den], one.dung) for text in ("hoàn thành thủ tuc theo quy định",) for one in nghi_sai(text)]
    [('thủ tuc', 'thủ tục')]
    """
    text = text.replace("*", " ")  # what is bold has the neighbours that it is printed with
    words = [NONE, *doc(text), NONE]
    letters = [word.small for word in words if len(word.small) > 1]
    if len(letters) - sum(map(str.isascii, letters)) <= _NOT_MARKED * len(letters):
        return ()
    doubts = _surest(words, _quoted(words) if "“" in text or "«" in text else frozenset())
    if not doubts:
        return ()
    places = [token.span() for token in DAU_CHU.finditer(text)]
    beside = zip((None, *doubts), doubts, (*doubts[1:], None), strict=False)
    shown = [_widened(words, previous, doubt, following) for previous, doubt, following in beside]
    return tuple(LoiChu(places[at - 1][0], places[last - 1][1], _as(words[at : last + 1], meant)) for at, last, meant, _ in shown)


def _surest(words: Sequence[Word], quoted: frozenset[int]) -> list[_Doubt]:
    doubts: list[_Doubt] = []
    small: list[str] = []
    for doubt in _doubts(words, quoted):
        small = small or [word.small for word in words]
        if co_that(small, doubt.first, doubt.last):
            continue
        if not doubts or doubt.first > doubts[-1].last + 1:
            doubts.append(doubt)
        elif doubt.sure > doubts[-1].sure:
            doubts[-1] = doubt
    return doubts


def _as(words: Sequence[Word], meant: str) -> str:
    """Return what is meant with the capitals of the words shown."""
    both = zip_longest([word.shown for word in words], meant.split(" "), fillvalue="-")
    return " ".join(_like(shown, word) for shown, word in both if word != "-")


def _like(shown: str, word: str) -> str:
    if shown.isupper() and shown.lower() == word and not la_am_tiet(word):
        return shown  # “UBND”, “quý IV”
    return word.capitalize() if shown[0].isupper() else word


def _quoted(words: Sequence[Word]) -> frozenset[int]:
    depth = accumulate(((word.shown in "“«") - (word.shown in "”»") if word.shown else 0) for word in words)
    return frozenset(at for at, open_ in enumerate(depth) if open_ > 0)


def _doubts(words: Sequence[Word], quoted: frozenset[int]) -> Iterator[_Doubt]:
    """Yield what is doubted, in order; the last word and the one before the first are :data:`NONE`."""
    words = [*words, NONE]
    # Every word is looked at: its values, each in a list of its own, are ten times as fast to come by as from the word.
    shown, small, numbers, _, known, goes_on, _ = map(list, zip(*words, strict=True))
    pairs = _pairs(numbers)
    for at in range(1, len(words) - 2):
        if len(small[at]) < _SHORTEST or at in quoted:
            continue
        number, (left, _), (right, code) = numbers[at], pairs[at - 1], pairs[at]
        usual = number >= 0 and min(left, right) >= _UNUSUAL and number != numbers[at + 1]
        if not (usual and (known[at] or shown[at][1:] == small[at][1:])):
            for first, last, meant, sure in _of(words[at - 2], *words[at - 1 : at + 3]):
                yield _Doubt(at + first, at + last, meant, sure)
        if known[at] and goes_on[at + 1] and (code != BAN or shown[at - 1] in _GAP_BEGINS) and at + 1 not in quoted:
            yield from _of_a_gap(words, at)


def _pairs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return of each two words side by side the level and the byte (``thieu_tieng.sign``)."""
    return [muc_va_ban(one, two) if one > 0 < two else _NO_PAIR for one, two in pairwise(numbers)]


_NO_PAIR = 255, 0
"""Of what is no two syllables of the table: nothing unusual."""


@lru_cache(maxsize=16384)  # of the same few words a long paper, or a pile of them, is made
def _of(earlier: Word, before: Word, word: Word, after: Word, far: Word = NONE) -> tuple[_Doubt, ...]:
    """Return what is doubted at a word, by its place from there."""
    if word.shown[1:] != word.small[1:]:
        return (_Doubt(0, 0, word.small),) if _has_a_stuck_capital(before, word, after) else ()
    if not la_loi_van(before, word, after):  # a name, whose two syllables may run together all the same: *Phòng Kinhtế*
        parts = (0, 0) if la_am_tiet(word.small) or word.small.isascii() else hai_tu(word.small)
        surely = parts[0] and lan(cap(*parts)) >= _NO_NAME and _run_together(word, parts)
        return (_Doubt(0, 0, " ".join(map(chu, parts))),) if surely else ()
    two = _of_two(before, word, after, far) if word.number > 0 and after.shown == after.small else ()
    return (*_of_one(earlier, before, word, after, far), *two)


def _of_one(earlier: Word, before: Word, word: Word, after: Word, far: Word) -> Iterator[_Doubt]:
    """Yield a word that is another, or two."""
    if word.small in _BEFORE_A_NAME:
        yield from _of_a_name(before, word, after, far)
    elif not (_is_bound_to(before, word) or _is_bound_to(word, after)):
        yield from _of_a_look_alike(earlier, before, word, after, far)


def _of_a_look_alike(earlier: Word, before: Word, word: Word, after: Word, far: Word) -> Iterator[_Doubt]:
    meant, sure = giong_nhat(before.number, word.small, after.number)
    common = word.small in _ANYWHERE and chu(meant) in _ANYWHERE
    if sure >= SURE and (common or _alone(before, word, after, far, meant) or _after_a_word(earlier, before, word, after, meant)):
        return
    if not word.small.isalpha() and chu(meant) == (alone := word.small.rstrip("0123456789")):
        if _are_counted(meant, word.small[len(alone) :], after):
            yield _Doubt(0, 0, f"{alone} {word.small[len(alone) :]}")
        return  # else the sign of a note: “hồ sơ3”
    if sure >= SURE or (meant := _displaced(before.number, word, after.number)):
        yield _Doubt(0, 0, chu(meant), max(sure, SURE))
    elif not la_am_tiet(word.small) and (parts := hai_tu(word.small))[0] and _run_together(word, parts):
        yield _Doubt(0, 0, " ".join(map(chu, parts)))


def _is_bound_to(one: Word, other: Word) -> bool:
    """Tell whether two syllables are a word that is often met: beside *hằng năm*, *dọc theo*, *cù lao* anything may stand."""
    first, second = one.number, other.number
    return first > 0 < second and gan_nhau(first, second) >= _A_WORD and lan(cap(first, second)) >= _OFTEN_MET


_A_WORD, _OFTEN_MET = 0.3, 200


def _run_together(word: Word, parts: tuple[int, int]) -> bool:
    """Tell whether a word is two that often stand side by side, and far oftener than it is met itself: *quyđịnh*."""
    rarely = word.number < 0 or lan(bang().nhieu[word.number]) * _OFTENER <= lan(cap(*parts))
    return rarely and cap(*parts) >= _MET and word.small not in viet_lien()


_OFTENER, _NO_NAME = 100, 1000  # *Xơđăng*, *Cơtu* are peoples


def _of_a_name(before: Word, word: Word, after: Word, far: Word) -> Iterator[_Doubt]:
    """Yield a word that may stand before any name when what follows asks for another: *xã rác* is *xả rác*; not the end of *thành phố*."""
    if after.shown.islower() and gan_nhau(before.number, word.number) < _ENDS_A_WORD:
        meant, _ = giong_nhat(-1, word.small, after.number)
        if _belongs(meant, word, after, far):
            yield _Doubt(0, 0, chu(meant))


def _has_a_stuck_capital(before: Word, word: Word, after: Word) -> bool:
    """Tell whether the key of capitals was held too long in a syllable, *ĐƠn vị*, *ĐỀ nghị*, or hit in it, *công tÁc*."""
    shown, small = word.shown, word.small
    if word.number <= 0 or before.shown in BOUND or after.shown in BOUND or not la_am_tiet(small):
        return False
    if shown.isupper():
        alone = len(shown) == _SHORTEST and after.shown.islower() and not before.shown.isupper()
        return alone and after.number > 0 and lan(cap(word.number, after.number)) >= _ONE_WORD * lan(bang().nhieu[word.number])
    return not small.isascii() or bool(_HELD.fullmatch(shown))


_HELD = re.compile(r"[A-Z]{2}[a-z]{2,}|[a-z][A-Z][a-z]+")
"""A syllable without marks that is no abbreviation, symbol or formula: *THeo*, *tRong*, not *CaO*, *mA*."""
_ONE_WORD = 0.25


def _belongs(meant: int, word: Word, after: Word, far: Word) -> bool:
    """Tell whether what stands before a name in other texts is another word's first syllable here: *xã rác* is *xả rác*.

    Not where what follows belongs to the one beyond it: *các thôn báo cáo* is not *thông báo*.
    """
    if meant <= 0 or after.number <= 0:
        return False
    held = lan(cap(meant, after.number))
    free = gan_nhau(after.number, far.number) < gan_nhau(meant, after.number)
    return free and held >= _BOUND_PAIR * lan(bang().nhieu[after.number]) and held >= _FAR_OFTENER * lan(cap(word.number, after.number))


_FAR_OFTENER, _ENDS_A_WORD = 30, 0.1


def _are_counted(word: int, figures: str, after: Word) -> bool:
    """Tell whether figures that are stuck to a word count what follows: *có15 cơ sở*."""
    figure = so(SO)
    counts = lan(cap(word, figure)) >= _BEFORE_FIGURES * lan(bang().nhieu[word])
    return len(figures) > 1 and counts and after.number > 0 and cap(figure, after.number) >= _UNUSUAL


_BEFORE_FIGURES = 0.008


def _alone(before: Word, word: Word, after: Word, far: Word, meant: int) -> bool:
    """Tell whether a frequent word is one by itself, and what stands beside it belongs to another: *dễ* in *dễ vi phạm*, for *để vi*.

    The look-alike is held up by one neighbour alone, and that makes with the one beyond it a pair which is met far oftener.
    """
    own, near, beyond = word.number, after.number, far.number
    if word.small.isascii() or min(own, near, beyond) <= 0 or lan(bang().nhieu[own]) < _OFTEN:  # marks are forgotten oftener than typed
        return False
    if gan_nhau(before.number, meant) >= _HELD_BEFORE:
        return False
    pair = lan(cap(near, beyond))
    return pair >= max(_STRONGER * lan(cap(meant, near)), _BOUND_PAIR * lan(bang().nhieu[near]))


_OFTEN, _HELD_BEFORE, _STRONGER, _BOUND_PAIR = 300, 0.02, 1.5, 0.01


def _after_a_word(earlier: Word, before: Word, word: Word, after: Word, meant: int) -> bool:
    """Tell whether a frequent word comes after another of two syllables, and the end of that alone asks for the look-alike.

    *thu hồi | giao đất* is not *hồi giáo*, *nội quy | tiêu lệnh* not *quy tiểu*.
    """
    own = word.number
    if earlier.number <= 0 or own <= 0 or lan(bang().nhieu[own]) < _OFTEN or not _is_bound_to(earlier, before):
        return False
    pair = cap(meant, after.number) if after.number > 0 else 0
    return lan(pair) <= _STRONGER * lan(cap(own, after.number)) or pair < _UNUSUAL if after.number > 0 else True


def _of_two(before: Word, word: Word, after: Word, far: Word) -> Iterator[_Doubt]:
    """Yield two words that are one, typed twice, or three, one forgotten."""
    if word.number == after.number and lap(before.number, word.number, far.number):
        if not la_cuoi_tu(before.small, word.small):
            yield _Doubt(0, 1, word.small)
    elif word.shown == word.small not in _BEFORE_A_NAME and (middle := sot(before.number, word.number, after.number, far.number)):
        yield _Doubt(0, 1, f"{word.small} {chu(middle)} {after.small}")


def _of_a_gap(words: Sequence[Word], at: int) -> tuple[_Doubt, ...]:
    """Return a word behind which the partner of it, or of the one that follows, was forgotten: *triển thực hiện*."""
    before, word, after, far = words[at - 1 : at + 3]
    if word.small in _BEFORE_A_NAME and not giua(word.number, after.number)[0]:
        return ()
    middle, sure = sot_tieng(before.tells, word.number, after.number, far.tells)
    begun, surer = sot_tieng(-1, 0, word.number, after.tells) if before.shown in _GAP_BEGINS else (0, sure)
    if not (middle or begun) or not la_loi_van(before, word, after):
        return ()
    if begun and surer > sure:
        return (_Doubt(at, at, f"{chu(begun)} {word.small}", _LESS_SURE + surer / 100),)
    ends = not after.number
    meant = f"{word.small} {chu(middle)} {'' if ends else after.shown}".rstrip()
    return (_Doubt(at, at if ends else at + 1, meant, _LESS_SURE + sure / 100),)


_GAP_BEGINS, _LESS_SURE = frozenset(",;("), 1.0


_MET = 18
"""The level of a pair that may run together; what is often written as one is a word that the table knows."""


def _widened(words: Sequence[Word], previous: _Doubt | None, doubt: _Doubt, following: _Doubt | None) -> _Doubt:
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


def _displaced(before: int, word: Word, after: int) -> int:
    """Return what nearly always stands between two syllables when *word* hardly ever does and looks like it: *đồng dân dân*; else 0."""
    if not before > 0 < after or word.number <= 0:
        return 0
    usual, level = giua(before, after)
    left, right, often = lan(cap(before, word.number)), lan(cap(word.number, after)), lan(bang().nhieu[word.number])
    unusual = lan(level) >= 300 * (1 + min(left, right)) and max(left, right) < 0.05 * often
    return usual if usual not in (0, word.number) and unusual and giong(word.small, chu(usual)) else 0
