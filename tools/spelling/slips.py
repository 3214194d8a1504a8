"""Faults as clerks make them, put into right texts: a mark forgotten, a sound spelt otherwise, a key struck beside.

Written from how people type, not from how the model looks: it shares no table with ``notice_gen/vietnamese/nhin_nham.py``.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

_WORD = re.compile(r"(?<![\w/.@-])[a-zà-ỹđ]{2,7}(?![\w/@-])")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHAPES = "\u0302\u0306\u031b"
_TELEX = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_VNI = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
_BESIDE = {
    "q": "wa", "w": "qe", "e": "wr", "r": "et", "t": "ry", "y": "tu", "u": "yi", "i": "uo", "o": "ip", "p": "o", "a": "s", "s": "ad",
    "d": "sf", "f": "dg", "g": "fh", "h": "gj", "j": "hk", "k": "jl", "l": "k", "z": "x", "x": "zc", "c": "xv", "v": "cb", "b": "vn",
    "n": "bm", "m": "n",
}  # fmt: skip
_ONSETS: dict[str, tuple[str, ...]] = {
    "s": ("x",), "x": ("s",), "ch": ("tr",), "tr": ("ch",), "d": ("gi", "r"), "gi": ("d", "r"), "r": ("d", "gi"), "l": ("n",), "n": ("l",),
    "ngh": ("ng",), "gh": ("g",),
}  # fmt: skip
_CODAS = {"c": "t", "t": "c", "n": "ng", "ng": "n"}


def _nfd(word: str) -> list[str]:
    return list(unicodedata.normalize("NFD", word))


def _nfc(letters: list[str] | str) -> str:
    return unicodedata.normalize("NFC", "".join(letters))


def tone_lost(word: str, chance: random.Random) -> str:
    """*tục* → *tuc*."""
    return _nfc([sign for sign in _nfd(word) if sign not in _TONES])


def shape_lost(word: str, chance: random.Random) -> str:
    """*quyết* → *quyét*, *điều* → *diều*."""
    letters = _nfd(word)
    places = [at for at, sign in enumerate(letters) if sign in _SHAPES or sign == "đ"]
    if not places:
        return word
    at = chance.choice(places)
    letters[at] = "d" if letters[at] == "đ" else ""
    return _nfc(letters)


def all_lost(word: str, chance: random.Random) -> str:
    """*tục* → *tuc*, *điều* → *dieu*."""
    return _nfc([sign for sign in _nfd(word) if sign not in _TONES + _SHAPES]).replace("đ", "d")


def tone_other(word: str, chance: random.Random) -> str:
    """Hỏi for ngã mostly, else any other tone."""
    letters = _nfd(word)
    places = [at for at, sign in enumerate(letters) if sign in _TONES]
    if not places:
        return word
    near = {"\u0303": "\u0309", "\u0309": "\u0303"}
    sign = letters[places[0]]
    swapped = sign in near and chance.random() < 0.8
    letters[places[0]] = near[sign] if swapped else chance.choice([other for other in _TONES if other != sign])
    return _nfc(letters)


def onset_other(word: str, chance: random.Random) -> str:
    """*soát* → *xoát*, *trình* → *chình*."""
    for onset in sorted(_ONSETS, key=len, reverse=True):
        if word.startswith(onset):
            return chance.choice(_ONSETS[onset]) + word[len(onset) :]
    return word


def coda_other(word: str, chance: random.Random) -> str:
    """*thắc* → *thắt*, *hạn* → *hạng*."""
    for coda in sorted(_CODAS, key=len, reverse=True):
        if word.endswith(coda) and len(word) > len(coda) + 1:
            return word[: -len(coda)] + _CODAS[coda]
    return word


def exchanged(word: str, chance: random.Random) -> str:
    """*chính* → *hcính*."""
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def beside(word: str, chance: random.Random) -> str:
    """A key beside: *văn* → *văm*."""
    places = [at for at, letter in enumerate(word) if letter in _BESIDE]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + chance.choice(_BESIDE[word[at]]) + word[at + 1 :]


def left_out(word: str, chance: random.Random) -> str:
    """*truyền* → *tryền*."""
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def doubled_letter(word: str, chance: random.Random) -> str:
    """*hành* → *hàành* or *hànhh*."""
    at = chance.randrange(len(word))
    return word[: at + 1] + word[at:]


def keys_left(word: str, chance: random.Random) -> str:
    """*thực* → *thưcj*, *thuwcj*, *thuc75*: the typing method was off, or came too late."""
    letters, vni = _nfd(word), chance.random() < 0.3
    tone = next((sign for sign in letters if sign in _TONES), "")
    bare = _nfc([sign for sign in letters if sign not in _TONES])
    if not vni and chance.random() < 0.5 and tone:
        return bare + _TELEX[tone]
    spelt = bare.replace("ươ", "uo7" if vni else "uow")
    for letter, keys in zip("âêôơưăđ", ("a6 e6 o6 o7 u7 a8 d9" if vni else "aa ee oo ow uw aw dd").split(), strict=True):
        spelt = spelt.replace(letter, keys)
    return spelt + ((_VNI if vni else _TELEX)[tone] if tone else "")


_ONE: dict[str, tuple[int, Callable[[str, random.Random], str]]] = {
    "tone lost": (22, tone_lost), "shape lost": (8, shape_lost), "all marks lost": (6, all_lost), "another tone": (14, tone_other),
    "another onset": (12, onset_other), "another coda": (7, coda_other), "letters exchanged": (6, exchanged), "key beside": (6, beside),
    "letter left out": (5, left_out), "letter doubled": (2, doubled_letter), "keys left": (5, keys_left),
}  # fmt: skip
_TWO = {"run together": 6, "syllable doubled": 4, "syllable dropped": 4}


def spoilt(line: str, chance: random.Random) -> tuple[str, int, int, str, str] | None:
    """Return *line* with one fault: the text, where it stands, what was there, its kind; None when it has no place for one."""
    places = list(_WORD.finditer(line))
    if len(places) < 6:
        return None
    for _ in range(40):
        kind = chance.choices([*_ONE, *_TWO], [weight for weight, _ in _ONE.values()] + [*_TWO.values()])[0]
        at = chance.randrange(1, len(places) - 1)
        word = places[at]
        if kind in _ONE:
            wrong = _ONE[kind][1](word[0], chance)
            if wrong != word[0] and wrong:
                return line[: word.start()] + wrong + line[word.end() :], word.start(), word.start() + len(wrong), word[0], kind
            continue
        after = places[at + 1]
        if line[word.end() : after.start()] != " ":
            continue
        if kind == "run together":
            return line[: word.end()] + line[after.start() :], word.start(), after.end() - 1, f"{word[0]} {after[0]}", kind
        if kind == "syllable doubled":
            return f"{line[: word.end()]} {word[0]}{line[word.end() :]}", word.start(), word.end() * 2 - word.start() + 1, word[0], kind
        before = places[at - 1]
        if line[before.end() : word.start()] == " ":
            return line[: before.end()] + line[word.end() :], before.start(), before.end() + 1 + len(after[0]), word[0], kind
    return None
