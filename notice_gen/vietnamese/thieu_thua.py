"""A syllable typed twice, and one forgotten: told by how often those beside it stand together."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq

from notice_gen.facts import Pattern
from notice_gen.vietnamese import chinh_ta
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.tan_suat import SO, bang, cap, chu, gan_nhau, giua, hay_theo, lan, so, tong
from notice_gen.vietnamese.thieu_tieng import la_ban


def lap(before: int, word: int, after: int) -> bool:
    """Tell whether a frequent syllable stands twice by mistake, and does not end one word and begin another: *thực hiện hiện trạng*."""
    often, twice = lan(bang().nhieu[word]), lan(cap(word, word))
    usual, level = giua(before, after) if before > 0 < after else (0, 0)
    if usual == word and lan(level) >= _USUAL * (1 + twice):
        return True
    if often < _LEAST or twice >= _REPEATED * often or chu(word) in _ALONE:
        return False
    return not (before > 0 < after and la_ban(before, word) and la_ban(word, after))


_ALONE = frozenset({"tại", "do", "vào", "bị", "ra", "lại", "đi", "có", "để", "về", "ngày", "người", "nhà", "từ", "năm", "đều"})
"""What may begin a phrase after a word that it ends (*tồn tại tại xã*, *lý do do thiếu*), or is said twice (*ngày ngày*)."""
_LEAST, _REPEATED, _USUAL = 300, 0.001, 20


def tu_lap(text: str) -> Iterator[LoiChu]:
    """Yield words and phrases that surely stand twice by mistake, in running words and at the head of names and dates."""
    yield from chinh_ta.tu_lap(text)
    yield from lap_o_dau(text)


def lap_o_dau(text: str) -> Iterator[LoiChu]:
    """Yield a word that stands twice at the head of a date, of a name, of a sentence; an abbreviation that does.

    >>> texts = ("ngày ngày 05", "kỳ năm năm 2026 - 2030", "trong năm năm 2026", "UBND UBND", "Ủy Ủy ban", "Khoa Khoa học")
    >>> [text[one.tu : one.den] for text in texts for one in lap_o_dau(text)]
    ['ngày ngày', 'năm năm', 'UBND UBND', 'Ủy Ủy']
    """
    words = text.split(" ")
    for found in _HEAD_TWICE.finditer(text) if any(map(eq, words, words[1:])) else ():
        once = found["ngay"] or found["nam"] or found["tat"] or found["tu"]
        if not found["tu"] or (once not in _KINDS and _begins_a_word(once, found["sau"])):
            yield LoiChu(found.start(), found.start() + 2 * len(once) + 1, once)


_HEAD_TWICE = Pattern(
    r"(?<![\w-])(?:(?P<ngay>[Nn]gày|tháng) (?P=ngay)(?= \d)|(?P<nam>năm) năm(?= 20\d\d\b(?!\s?[-–]))|(?P<tat>[A-ZĐ]{2,6}) (?P=tat)(?![\w-])"
    r"|(?P<tu>[^\W\da-zđ_][^\W\d_]{1,6}) (?P=tu) (?P<sau>[^\W\d_]{1,7})(?![\w-]))"
)
_KINDS = frozenset({"Khoa", "Phòng", "Luật", "Ban", "Trường", "Công"})
"""Kinds behind which a name may begin with the same word: *Khoa Khoa học*, *Phòng Phòng chống tội phạm*."""
_A_WORD = 0.05


def _begins_a_word(first: str, second: str) -> bool:
    """Tell whether two syllables, the second small, begin a name or a sentence that is often met: *Ủy ban*."""
    one, other = so(first.lower()), so(second)
    return second.islower() and first[1:].islower() and one > 0 < other and lan(cap(one, other)) >= _A_WORD * lan(bang().nhieu[one])


def sot(before: int, first: int, third: int, far: int) -> int:
    """Return the syllable that was forgotten between *first* and *third*, 0 when none was.

    It nearly always stands there, or makes a word with *first* that is met before *third*, far oftener than the two without it; the more
    so where *first* already ends a word with the one *before* (*khánh thành trực tuyến* is not *thành phố trực*).

    >>> from notice_gen.vietnamese.thieu_tieng import la_ban
    >>> from notice_gen.vietnamese.tan_suat import chu, so
    >>> [chu(sot(*map(so, text.split()))) for text in ("chịu trách thi hành", "nghiệm phù với yêu")]
    ['nhiệm', 'hợp']
    """
    seen = 1 + lan(cap(first, third)) if third > 0 else 0
    if not seen or lan(bang().nhieu[first]) * lan(bang().nhieu[third]) < _BY_CHANCE * seen * tong():
        return 0
    least = seen * _OFTENER * (_OFTENER_STILL if gan_nhau(before, first) >= _ENDS_A_WORD else 1)
    middle, oftener = _between(first, third, far)
    if oftener < least:
        middle, oftener = _cut_short(first, third)
    return middle if oftener >= least and chu(middle) != SO else 0


_BY_CHANCE, _OFTENER, _ENDS_A_WORD, _OFTENER_STILL = 4, 150, 0.05, 4


def _between(first: int, third: int, far: int) -> tuple[int, float]:
    """Return what nearly always stands between two syllables and belongs to one of them, and how often; twice 0 when nothing does.

    To the latter not where that belongs to the one beyond it: *kết quả hiện đại* is not *quả thực hiện*.
    """
    middle, level = giua(first, third)
    bound = lan(cap(first, middle)) / lan(bang().nhieu[first])
    if not (far > 0 and lan(cap(third, far)) >= _BOUND_BEYOND * lan(bang().nhieu[far])):
        bound = max(bound, _BOUND_BEHIND * lan(cap(middle, third)) / lan(bang().nhieu[third]))
    return (middle, lan(level) * bound) if bound >= _BOUND_TO else (0, 0.0)


_BOUND_TO, _BOUND_BEHIND, _BOUND_BEYOND = 0.1, 0.2, 0.03


def _cut_short(first: int, third: int) -> tuple[int, float]:
    """Return the syllable with which *first* makes a word more often than not, and how often that is met before *third*."""
    middle, level = hay_theo(first)
    share = lan(level) / lan(bang().nhieu[first])
    return (middle, _LESS_SURE * share * lan(cap(middle, third))) if share >= _WORD_OF and middle != third else (0, 0.0)


_WORD_OF, _LESS_SURE = 0.5, 0.2
