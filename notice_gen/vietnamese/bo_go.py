"""Words left as they were typed, because the Vietnamese keyboard was off: ``truwowcs`` (Telex), ``tru7o71c`` (VNI)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from notice_gen.facts import Pattern
from notice_gen.vietnamese.am_tiet import dat_dung_dau, khong_thanh, la_am_tiet
from notice_gen.vietnamese.chinh_ta import LoiChu

CO_DAU_GO = Pattern(
    r"(?i)[aeiouy]n?[gm]?[sfrxjw](?![a-z]*[^\x00-\x7f])|[aeiouy](?:ch?|t|p)j|aa|ee|oo|dd|[aeiouyd][a-z]{0,2}[1-9][a-z]|[a-z]{2}[1-9](?![0-9])"
)
"""What is in every word left so: Vietnamese words have none of it."""
_WORDS = Pattern(r"(?<![\w'’/.@&#-])(?:[A-Za-z]{2,9}(?:[1-9][A-Za-z]{0,4}){0,3}|[A-Za-z]{3,9})(?![\w'’/@&-]|\.\w)")
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_DIGITS = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j"}
_DOUBLE = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"u": "ư", "o": "ơ", "a": "ă"}
_VOWELS = "aăâeêioôơuưy"
_SURE = 2
_SHORTEST_VNI = 3
_SHORTEST_HEAVY = 4
_VIETNAMESE = ("kh", "ng", "nh")
"""What words of few other languages begin with: one key is enough."""


def chua_bo_dau(text: str) -> Iterator[LoiChu]:
    """Yield the words that are Vietnamese only when their keys are read: sure ones, and doubtful ones side by side.

    >>> [(text[loi.tu : loi.den], loi.dung) for text in ("nộp truwowcs hạn", "thoong baso", "Uy3 ban") for loi in chua_bo_dau(text)]
    [('truwowcs', 'trước'), ('thoong baso', 'thông báo'), ('Uy3', 'Ủy')]
    >>> [(text[loi.tu : loi.den], loi.dung) for text in ("nộp duocj ngay", "khoong có", "ngayf mai") for loi in chua_bo_dau(text)]
    [('duocj', 'được'), ('khoong', 'không'), ('ngayf', 'ngày')]
    >>> [*chua_bo_dau("thuê taxi, website, visa, xoong, A4, m2, QL1, Excel, zoom, max 5, Y Bliă Niê")]
    []
    """
    if not CO_DAU_GO.search(text):
        return
    run: list[tuple[re.Match[str], str, int]] = []
    for found in (*_WORDS.finditer(text), None):
        read = _read(found[0]) if found else None
        if run and not (found and read and text[run[-1][0].end() : found.start()] == " "):
            yield from _told(text, run)
            run = []
        if found and read:
            run.append((found, *read))


def _told(text: str, run: list[tuple[re.Match[str], str, int]]) -> Iterator[LoiChu]:
    words = [(found[0], sure) for found, _, sure in run if not _is_code(found[0]) or re.match(r" [^\W\d_A-Z]", text[found.end() :])]
    if any(sure >= _SURE for _, sure in words) or (len(words) > 1 and any(sure for _, sure in words) and _are_met(run)):
        yield LoiChu(run[0][0].start(), run[-1][0].end(), " ".join(right for _, right, _ in run))


def _are_met(run: list[tuple[re.Match[str], str, int]]) -> bool:
    """Tell whether two words side by side, as their keys make them, are met so: *thông báo*, not the *thí í* of *This is*."""
    from notice_gen.vietnamese.tan_suat import cap, so

    numbers = [so(right.lower()) for _, right, _ in run]
    return any(one > 0 < two and cap(one, two) > 0 for one, two in pairwise(numbers))


def _is_code(word: str) -> bool:
    """Tell whether a word may be a code, ``Ha2``: a short one that ends with its only figure."""
    return len(word) == _SHORTEST_VNI and word[-1].isdigit() and word[:-1].isalpha()


def _read(word: str) -> tuple[str, int] | None:
    """Return the word that the keys of *word* make, and how sure it is; None when it is a word itself, or they make none."""
    small, vni = word.lower(), not word.isalpha()
    if _is_word(word, small, vni=vni):
        return None
    made = _vni(small) if vni else _telex(small)
    if word.islower() and not (made and la_am_tiet(made[0])):
        made = _heavy(small)
    if made is None or not made[0] or made[0].isascii() or not la_am_tiet(made[0]):
        return None
    right = made[0].upper() if word.isupper() else made[0][0].upper() + made[0][1:] if word[0].isupper() else made[0]
    return right, _sure(word, small, made[1], vni=vni)


def _sure(word: str, small: str, keys: int, *, vni: bool) -> int:
    """Return how sure it is that *word* was typed by keys, of which it has so many."""
    if word.islower() and (small.startswith(_VIETNAMESE) or (small[-1] == "j" and len(small) >= _SHORTEST_HEAVY)):
        return _SURE
    return 0 if la_am_tiet(small) else _SURE if vni and not word.isupper() else keys


def _is_word(word: str, small: str, *, vni: bool) -> bool:
    """Tell whether a word is one as it stands, too short to tell, or has no keys in it; ``oo`` stands in few words."""
    short = (word.isupper() and len(word) < 2 + _SURE) or (vni and len(word) < _SHORTEST_VNI)
    return short or (la_am_tiet(small) and "oo" not in small) or not CO_DAU_GO.search(word)


def _telex(word: str) -> tuple[str, int] | None:
    letters, tone, keys = "", "", 0
    for before, key in pairwise(f" {word}"):
        after_vowel = any(letter in _VOWELS for letter in letters)
        if key in _TONES and after_vowel and not tone:
            tone, keys = _TONES[key], keys + 1
        elif key == "d" and letters == "d":
            letters, keys = "đ", keys + 1
        elif key in _DOUBLE and key == before and letters.endswith(key):
            letters, keys = letters[:-1] + _DOUBLE[key], keys + 1
        elif key == "w":
            changed = _horned(letters)
            if changed is None:
                return None
            letters, keys = changed, keys + 1
        else:
            letters += key
    return _with_tone(letters, tone), keys


def _heavy(word: str) -> tuple[str, int] | None:
    """Return the most frequent word of a heavy tone with these letters, other marks left out: *duocj*; no other language ends words so."""
    from notice_gen.vietnamese.tan_suat import chu, cung_chu

    if not word.endswith("j") or len(word) < _SHORTEST_HEAVY:
        return None
    there = (chu(number) for number in sorted(cung_chu(word[:-1])))
    return next(((one, _SURE) for one in there if _TONES["j"] in unicodedata.normalize("NFD", one)), None)


def _vni(word: str) -> tuple[str, int] | None:
    letters, tone, keys = "", "", 0
    for key in word:
        changed: str | None = letters + key
        if key in _DIGITS:
            tone, changed = _TONES[_DIGITS[key]], letters
        elif key == "9":
            changed = f"đ{letters[1:]}" if letters[:1] == "d" else None
        elif key == "6":
            changed = re.sub(r"[aeo](?=[^aeo]*$)", lambda found: _DOUBLE[found[0]], letters)
        elif key in "78":
            changed = _horned(letters)
        if changed is None:
            return None
        keys += key.isdigit()
        letters = changed
    return _with_tone(letters, tone), keys


def _horned(letters: str) -> str | None:
    if "uo" in letters:
        return letters.replace("uo", "ươ")
    at = max(map(letters.rfind, _HORNS))
    return None if at < 0 else letters[:at] + _HORNS[letters[at]] + letters[at + 1 :]


def _with_tone(letters: str, tone: str) -> str:
    if not tone:
        return letters
    first = next((at for at, letter in enumerate(letters) if letter in _VOWELS and letters[:at] not in {"q", "g"}), None)
    if first is None:
        first = next((at for at, letter in enumerate(letters) if letter in _VOWELS), None)
    if first is None:
        return ""
    spelt = unicodedata.normalize("NFC", letters[: first + 1] + tone + letters[first + 1 :])
    return dat_dung_dau(spelt) if khong_thanh(spelt) == letters else ""
