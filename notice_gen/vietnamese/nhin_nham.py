"""What a syllable may have been meant to be: look-alikes by mark, sound, key and typing method, and two that run together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from notice_gen.vietnamese import am_tiet
from notice_gen.vietnamese.tan_suat import bang, cac_cung_chu, cap, chu, cung_chu, so

DAU, AM, PHIM, GO = "dau", "am", "phim", "go"
CACH = (DAU, AM, PHIM, GO)
"""How two syllables look alike: other marks on the same letters, a like sound, a wrong key, keys that the typing method left."""

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_MARKS = _TONES | frozenset("\u0302\u0306\u031b")
_ASK, _TUMBLE = "\u0309", "\u0303"
_VOWELS = "aeiouy"
_ONSETS = tuple(tuple(alike.split()) for alike in ("ch tr", "s x", "d gi r v", "l n", "ng ngh", "g gh", "c k q", "tr gi", "kh h", "p ph"))
_CODAS = tuple(tuple(alike.split()) for alike in ("c t", "n ng nh", "ch t c", "p t", "i y", "o u", "p m", "m n"))
_BESIDE = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "o", "a": "qsz",
    "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jli", "l": "ko", "z": "ax", "x": "zcs", "c": "xvd",
    "v": "cbf", "b": "vgn", "n": "bmh", "m": "nj",
}  # fmt: skip
"""The keys beside each key."""
_RARE = 25
"""The level of a syllable met 64 times."""
_KNOWN = 34
"""The level of a syllable met 300 times."""
_LETTERS = "aeiouybcdghklmnpqrstvx"
_VOWEL = re.compile(f"[{_VOWELS}]")


def tron(word: str) -> str:
    """Return a word in small letters without marks.

    >>> tron("đường"), tron("quyết")
    ('duong', 'quyet')
    """
    return "".join([sign for sign in unicodedata.normalize("NFD", word) if sign not in _MARKS]).replace("đ", "d")


@lru_cache(maxsize=8192)
def nham(word: str) -> tuple[tuple[int, str], ...]:
    """Return what *word*, in small letters, may stand for: the numbers of frequent syllables, each with how it looks like one.

    >>> from notice_gen.vietnamese.tan_suat import chu
    >>> [(chu(at), how) for word in ("thuwcj", "xoát") for at, how in nham(word)][:2]
    [('thực', 'go'), ('soát', 'am')]
    """
    own, table = so(word), bang()
    start, end = table.dau_nham[own : own + 2] if 0 < own < len(table.dau_nham) - 1 else (0, 0)
    if start < end:
        return tuple(zip(table.nham[start:end], map(CACH.__getitem__, table.cach[start:end]), strict=True))
    return tim_nham(word)


def tim_nham(word: str) -> tuple[tuple[int, str], ...]:
    """Work out :func:`nham`: the table has it of all that can be a syllable."""
    found: dict[int, str] = {so(word): ""}
    _add(found, (at for typed in _typed(word) if (at := so(typed)) in cung_chu(tron(typed))), GO)
    if word.isalpha():
        _add_letters(found, word)
    else:
        _add(found, (at for at in [so(word.rstrip("0123456789"))] if at > 0), GO)  # “cá nhân2”, the sign of a note
    return tuple((at, how) for at, how in found.items() if how)


def _add_letters(found: dict[int, str], word: str) -> None:
    """Add what differs by marks, by a like sound or by a key."""
    bare, marks, own = tron(word), _marks(word), so(word)
    if own > 0 and bang().nhieu[own] >= _KNOWN and _VOWEL.search(word) and word.isascii() and not am_tiet.la_am_tiet(word):
        _add(found, cung_chu(bare), DAU)
        return  # a word from abroad that is known, *taxi*, or one whose marks were forgotten
    another = _another(bare) if own < 0 or bang().nhieu[own] < _RARE else []
    _add(found, cung_chu(bare), DAU)
    _add(found, (at for at in _spelt(_sounds(bare)) if _same_tone(marks, _its_marks(at))), AM)
    _add(found, (at for at in (*_spelt(_keyed(bare)), *_spelt(another)) if _its_marks(at) == marks), PHIM)
    _add(found, (at for at in _spelt(_longer(bare)) if _its_marks(at) >= marks), PHIM)


def _spelt(letters: Iterable[str]) -> Iterator[int]:
    """Yield the frequent syllables that have one of these spellings without marks."""
    return (at for bare in sorted(cac_cung_chu().keys() & {*letters}) for at in cung_chu(bare))


def _add(found: dict[int, str], numbers: Iterable[int], how: str) -> None:
    for at in numbers:
        found.setdefault(at, how)


def giong(word: str, other: str) -> bool:
    """Tell whether two syllables of the same marks begin and end with the same letters, half of them at least.

    >>> giong("dân", "nhân"), giong("dẹt", "thức"), giong("cộng", "không")
    (True, False, False)
    """
    one, two = tron(word), tron(other)
    head = _same(one, two)
    tail = _same(one[head:][::-1], two[head:][::-1])
    return 2 * (head + tail) >= max(len(one), len(two)) and _marks(word) == _marks(other)


def _same(one: str, two: str) -> int:
    """Return how many letters two words begin with alike."""
    return next((at for at, (first, second) in enumerate(zip(one, two, strict=False)) if first != second), min(len(one), len(two)))


def _its_marks(number: int) -> frozenset[str]:
    return _marks(chu(number))


def _marks(word: str) -> frozenset[str]:
    return frozenset(sign for sign in unicodedata.normalize("NFD", word) if sign in _MARKS or sign == "đ")


def _same_tone(marks: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two tones are the same, or hỏi for ngã, or one is missing."""
    one, two = marks & _TONES, others & _TONES
    return one == two or not one or {*one, *two} == {_ASK, _TUMBLE}


def _sounds(bare: str) -> list[str]:
    """Return a syllable's letters with another onset or coda that sounds alike."""
    onsets = [other + bare[len(part) :] for alike in _ONSETS for part in alike if bare.startswith(part) for other in alike]
    return onsets + [bare[: -len(part)] + other for alike in _CODAS for part in alike if bare.endswith(part) for other in alike]


def _keyed(bare: str) -> list[str]:
    """Return a syllable's letters with one doubled, hit beside or taken for another vowel, or with two exchanged."""
    cuts = [(bare[:at], key, bare[at + 1 :]) for at, key in enumerate(bare)]
    beside = [head + other + tail for head, key, tail in cuts for other in _BESIDE.get(key, "") + (_VOWELS if key in _VOWELS else "")]
    return [*beside, *(head + tail for head, _, tail in cuts), *(head + tail[0] + key + tail[1:] for head, key, tail in cuts if tail)]


def _another(bare: str) -> list[str]:
    """Return a syllable's letters with any other in the place of one."""
    return [bare[:at] + key + bare[at + 1 :] for at in range(len(bare)) for key in _LETTERS]


def _longer(bare: str) -> list[str]:
    """Return a syllable's letters with one more."""
    return [bare[:at] + key + bare[at:] for at in range(len(bare) + 1) for key in _LETTERS]


_SHAPES = {"aa": "â", "ee": "ê", "oo": "ô", "dd": "đ", "aw": "ă", "ow": "ơ", "uw": "ư"}
_TELEX = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_SHAPES = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"u": "ư", "o": "ơ"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_KEYS_LEFT = r"[aeiouy\u0103-\u1ef9].*[sfrxjw]|aa|ee|oo|dd"


def _typed(word: str) -> Iterator[str]:
    """Yield what the keys in *word* make once the typing method takes them: *thuwcj* is *thực*, *kiem63* is *kiểm*."""
    shown, tones = _from_vni(word) if re.search(r"\d", word) else _from_telex(word)
    if shown == word or len(tones) > 1:
        return
    at = next((at for at, letter in enumerate(shown) if tron(letter) in _VOWELS), None)
    if at is not None and not (tones and _marks(shown) & _TONES):
        yield am_tiet.dat_dung_dau(unicodedata.normalize("NFC", shown[: at + 1] + "".join(tones) + shown[at + 1 :]))


def _from_vni(word: str) -> tuple[str, list[str]]:
    shown = word
    for key, letters in _VNI_SHAPES.items():
        if key in shown:
            for plain, shaped in letters.items():
                shown = shown.replace(plain, shaped, 1)
    return re.sub(r"\d", "", shown), [_VNI[key] for key in word if key in _VNI]


def _from_telex(word: str) -> tuple[str, list[str]]:
    if not re.search(_KEYS_LEFT, word):
        return word, []
    first = next((at for at, letter in enumerate(word) if tron(letter) in _VOWELS), len(word))
    head, rest, tones = word[: first + 1], word[first + 1 :], []
    for key, tone in _TELEX.items():
        if key in rest:
            tones.append(tone)
            rest = rest.replace(key, "", 1)
    shown = (head + rest).replace("uow", "ươ").replace("uwo", "ươ")
    for keys, letter in _SHAPES.items():
        shown = shown.replace(keys, letter)
    return shown, tones


@lru_cache(maxsize=4096)
def hai_tu(word: str) -> tuple[int, int]:
    """Return the two syllables that run together in *word*, those of the most frequent pair; twice 0 when there are none.

    >>> from notice_gen.vietnamese.tan_suat import chu
    >>> [chu(at) for at in hai_tu("nghiêmtúc")]
    ['nghiêm', 'túc']
    """
    best, found = 0, (0, 0)
    for cut in range(2, len(word) - 1):
        first, second = so(word[:cut]), so(word[cut:])
        if first > 0 and second > 0 and (level := cap(first, second)) > best:
            best, found = level, (first, second)
    return found
