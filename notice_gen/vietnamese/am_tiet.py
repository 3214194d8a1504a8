"""Is this a Vietnamese syllable, and does its tone mark stand where it may?

Every Vietnamese word is written in syllables of an initial, a rime and a tone; what cannot be taken apart so is a
slip of the keyboard (*kiẻm tra*), two words run together (*củacác*) or no Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from notice_gen import facts, ready

_ONSETS = frozenset(("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx", ""))
# A syllable that ends in c, ch, p, t has no other tone than sắc and nặng.
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NO_TONES = dict.fromkeys(map(ord, _TONES))
_SHARP = "\u0301\u0323"
_MARKED = "ăâêôơư"
_VOWELS = "aeiouy" + _MARKED
_EITHER = ("oa", "oe", "uy")


def la_am_tiet(word: str) -> bool:
    """Tell whether *word* can be a Vietnamese syllable, wherever its tone mark stands.

    >>> [la_am_tiet(word) for word in ("nghiêng", "thừơng", "quyết", "giếng", "gì", "oẻ")]
    [True, True, True, True, True, True]
    >>> [la_am_tiet(word) for word in ("kiẻm", "thưòng", "nghành", "quyêt", "đảc", "củacác", "file")]
    [False, False, False, False, False, False, False]
    """
    return word in cac_chu_dung() or bool(_apart(unicodedata.normalize("NFC", word).lower()))


@cache
def cac_chu_dung() -> frozenset[str]:
    """Return frequent syllables, in small letters, that were found right when the program was built: most words of most texts."""
    sources = (Path(__file__), *map(facts.path, ("tu-ngu.toml", "tan-suat-am-tiet.bin")))
    made = None if facts.changed() else ready.code(SAN, sources)
    return frozenset(made.DUNG.split()) if made else frozenset()


SAN = "am_tiet"
"""The name under which they are ready."""


def tim_chu_dung(words: Iterable[str]) -> list[str]:
    """Return those of *words*, in small letters, that are syllables with their tone mark where it may stand (:func:`cac_chu_dung`)."""
    return [word for word in words if word.isalpha() and _apart(word) and _dat_dung_dau(word) == word]


def dinh_chu(word: str) -> tuple[str, str] | None:
    """Return the two syllables that run together in *word*, each with its tone mark; None when it is not so.

    >>> dinh_chu("củacác"), dinh_chu("axít"), dinh_chu("thủ")
    (('của', 'các'), None, None)
    """
    word = unicodedata.normalize("NFC", word)
    for cut in range(2, len(word) - 1):
        head, tail = word[:cut], word[cut:]
        if _tone(head) and _tone(tail) and la_am_tiet(head) and la_am_tiet(tail):
            return head, tail
    return None


def la_tu_ghep(word: str) -> bool:
    """Tell whether *word* is two syllables written as one, as words from abroad are: *axít*, *vắcxin*, *ôtô*.

    >>> la_tu_ghep("vắcxin"), la_tu_ghep("ôtô"), la_tu_ghep("quyêt"), la_tu_ghep("thưòng")
    (True, True, False, False)
    """
    cuts = (cut for cut in range(1, len(word)) if khong_thanh(word[cut]).lower() not in _VOWELS)
    return any(la_am_tiet(word[:cut]) and la_am_tiet(word[cut:]) for cut in cuts)


def khong_thanh(word: str) -> str:
    """Return *word* without its tone marks, its letters kept.

    >>> khong_thanh("được"), khong_thanh("Huế")
    ('đươc', 'Huê')
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_NO_TONES))


@lru_cache(maxsize=16384)
def dat_dung_dau(word: str) -> str:
    """Return a syllable with its tone mark where it may stand; unchanged when it does, or when it is no syllable.

    Both *hòa* and *hoà* are right.

    >>> [dat_dung_dau(word) for word in ("đựơc", "thừơng", "cuả", "hoà", "hòa", "quỳ", "giữa", "Thuế")]
    ['được', 'thường', 'của', 'hoà', 'hòa', 'quỳ', 'giữa', 'Thuế']
    """
    if word in cac_chu_dung() or (word[:1].isupper() and dat_dung_dau(small := word.lower()) == small):
        return word
    return _dat_dung_dau(word)


def _dat_dung_dau(word: str) -> str:
    shown = unicodedata.normalize("NFC", word)
    tone = _tone(shown)
    found = _apart(shown.lower()) if len(tone) == 1 else None
    if not found:
        return word
    onset, rime = found
    vowels = re.match(r"[aăâeêioôơuưy]+", rime)
    if vowels is None:
        return word
    bare = khong_thanh(shown)
    places = [len(onset) + place for place in _places(vowels[0], closed=vowels[0] != rime)]
    spelt = [unicodedata.normalize("NFC", bare[: at + 1] + tone + bare[at + 1 :]) for at in places]
    return word if shown in spelt else spelt[0]


def _places(vowels: str, *, closed: bool) -> tuple[int, ...]:
    """Return which vowels may carry the tone, the usual one first."""
    marked = [place for place, letter in enumerate(vowels) if letter in _MARKED]
    if marked:
        return (marked[-1],)
    if len(vowels) == 3 or (len(vowels) == 2 and closed):
        return (1,)
    return (0, 1) if vowels in _EITHER else (0,)


@lru_cache(maxsize=16384)
def _apart(word: str) -> tuple[str, str] | None:
    """Return onset and rime of a small-letter syllable, None when it cannot be one."""
    apart = unicodedata.normalize("NFD", word)
    tone = "".join([sign for sign in apart if sign in _TONES])
    if len(tone) > 1:
        return None
    bare = unicodedata.normalize("NFC", apart.replace(tone, "") if tone else apart)
    for onset, rime in [(bare[:length], bare[length:]) for length in (3, 2, 1, 0) if bare[:length] in _ONSETS and length <= len(bare)]:
        # In “gì”, “gìn” the i is the vowel, in “gia” and “giếng” part of what stands before it.
        if (rime in _rimes() or (onset == "gi" and f"i{rime}" in _rimes())) and _spelt(onset, rime):
            if _STOPPED.search(rime) and not (tone and tone in _SHARP):
                return None
            return onset, rime
    return None


@facts.once
def _rimes() -> frozenset[str]:
    return frozenset(facts.words("van"))


def _spelt(onset: str, rime: str) -> bool:
    """Tell whether an initial is written so before that vowel."""
    front = rime[:1] in "eêiy"
    if onset in {"k", "gh", "ngh"}:
        return front
    if onset in {"c", "ng"}:
        return not front
    if onset == "g":
        return not front or rime[:1] == "i"
    return onset != "qu" or (bool(rime) and (rime[:1] not in "uưoô" or rime == "ôc"))


def _tone(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if sign in _TONES)
