"""Letters: capitals, the decree's letters for điểm, file names, old fonts, where a sentence ends."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

CHU_DIEM = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm in the decree's own usage: ă, â, ê, ô, ơ, ư are skipped (Phụ lục I, mục II.6; Phụ lục VI)."""

CHU_THUONG = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""The small letters, precomposed, as the inside of a class of a regular expression; ``à-ỹ`` holds capitals too."""
_SENTENCE_END = re.compile(rf"(?<![\w./@-])([{CHU_THUONG}]{{2,7}})[.?!][ \u00a0]+$")
_FIRST_WORD = re.compile(rf"[{CHU_THUONG}]+(?![\w.@/:-])")

CHU_IN = "A-Z" + CHU_THUONG[3:].upper()
"""The capitals, likewise."""

_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
CHU_DUNG_SAN = CHU_THUONG[3:] + CHU_IN[3:]
"""Every letter of Vietnamese that is not of the Latin alphabet, precomposed."""


@cache
def bieu_thuc(pattern: str) -> re.Pattern[str]:
    """Return a regular expression in which ``a-z`` and ``A-Z`` are the small letters and the capitals of Vietnamese."""
    return re.compile(pattern.replace("A-Z", CHU_IN).replace("a-z", CHU_THUONG))


_TU = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def cac_tu(text: str) -> tuple[str, ...]:
    """Return the words and figures of a text, whatever stands between them.

    >>> cac_tu("02 hồ sơ, lần_2")
    ('02', 'hồ', 'sơ', 'lần', '2')
    """
    return tuple(_TU.findall(text))


Heads = Mapping[str, Mapping[str, Sequence[int]]]


def dau_cum(phrases: Iterable[str]) -> Heads:
    """Return the first words of phrases, each with the second ones, or none, and which phrases begin so (:func:`cac_cum`)."""
    heads = defaultdict[str, dict[str, list[int]]](dict)
    for number, phrase in enumerate(phrases):
        first, second = (*_TU.findall(phrase)[:2], "", "")[:2]
        heads[first].setdefault(second, []).append(number)
    return heads


def cac_cum(text: str, heads: Heads) -> list[int]:
    """Return, faster than to look for each, which phrases may stand in *text* as whole words: those whose first two words do, in order."""
    words = cac_tu(text)
    begun = heads.keys() & words
    found: set[int] = set()
    for first, second in pairwise((*words, "")) if begun else ():
        if first in begun:
            for its in {second, ""}:
                found.update(heads[first].get(its, ()))
    return sorted(found)


# Windows keeps these for devices, whatever the extension.
_STROKED = re.compile(r"(?<!\w)(?:ĐA|HĐ)(?!\w)")  # the codes of types that are another's with a stroke (Phụ lục III, mục I)
_RESERVED = r"con|prn|aux|nul|com\d|lpt\d"
_NOT_SLUG = r"[^a-z0-9]+"


@lru_cache(maxsize=1024)
def chu_hoa(text: str) -> str:
    """Return *text* in capitals, precomposed (NFC) as TCVN 6909:2001 asks.

    >>> chu_hoa("Ủy ban nhân dân xã Bình Điền")
    'ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN'
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).upper())


def gon(text: str) -> str:
    """Return *text* as it is compared: precomposed, without signs that nobody sees, single blanks between words.

    >>> gon("xã\u200b\u00a0 C ") == gon("xa\u0303 C") == "xã C"
    True
    """
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


def chu_diem(i: int) -> str:
    """Return the letter of the điểm at place *i*, counted from 0.

    Raises ValueError: past ``y``: the decree has no letter left, so the khoản must be divided.

    >>> "".join(chu_diem(i) for i in range(8))
    'abcdđegh'
    """
    if not 0 <= i < len(CHU_DIEM):
        raise ValueError(f"no letter for place {i}: the alphabet of điểm has {len(CHU_DIEM)}")
    return CHU_DIEM[i]


_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # those of Latin letters; U+034F is no mark


def bo_dau(text: str) -> str:
    """Return *text* without tone marks and diacritics, ``đ`` as ``d``.

    >>> bo_dau("xã Bình Điền")
    'xa Binh Dien'
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text)).replace("đ", "d").replace("Đ", "D")
    return bare if bare.isascii() else "".join([c for c in bare if not unicodedata.combining(c)])


def slug(text: str) -> str:
    """Return *text* as a piece of a file name: a-z, 0-9 and single hyphens, safe on every system.

    Empty when *text* holds no letter or digit; a name Windows reserves ends in ``_``.

    >>> slug("xã Bình Điền"), slug("1999/TB-UBND"), slug("Ea H'leo"), slug("CON")
    ('xa-binh-dien', '1999-tb-ubnd', 'ea-hleo', 'con_')
    """
    plain = bo_dau(text).lower().replace("'", "").replace("’", "")
    name = re.sub(_NOT_SLUG, "-", plain).strip("-")
    return name + "_" if re.fullmatch(_RESERVED, name) else name


def slug_ky_hieu(text: str) -> str:
    """Return number and symbol as a piece of a file name; ĐA (đề án) and DA (dự án), HĐ and HD differ: ``dd``, as it is typed.

    >>> slug_ky_hieu("12/ĐA-UBND"), slug_ky_hieu("12/DA-UBND")
    ('12-dda-ubnd', '12-da-ubnd')
    """
    return slug(_STROKED.sub(lambda code: code[0].replace("Đ", "DD"), text))


# Text typed with the fonts of before Unicode reads right in ``.VnTime`` or ``VNI-Times`` alone; pasted into a Unicode file it is valid, and
# prints as ``x· héi`` or ``xaõ hoäi``.  TCVN3 (ABC) puts these signs in the place of commonest letters, inside a word; quotes and the soft
# hyphen also occur in good text and do not count.
_TCVN3 = re.compile(r"[a-zà-ÿ]«[a-zà-ÿ]|[a-zà-ÿ][¸µ¶·¹¾¼½©®ª¬¨]|(?!(?<!\w)µ[glmsav]\b)[¸µ¶·¹¾¼½©®ª¬¨§][a-zà-ÿ]", re.IGNORECASE)
# VNI writes the tone as a letter of its own after the vowel; no Vietnamese word has these pairs.
_VNI = re.compile(r"[aeouyôö][øûïäëåõù]", re.IGNORECASE)
# One of each must stand in such a text; they are looked for first, for without regard to capitals it takes five times as long.
_SIGN_OF_TCVN3 = re.compile("[«¸µ¶·¹¾¼½©®ª¬¨§\u039c\u03bc]")
_SIGN_OF_VNI = re.compile("[aeouyôöAEOUYÔÖ][øûïäëåõùØÛÏÄËÅÕÙ\u212b]")
_MODERN = re.compile(r"[ăđơưĂĐƠƯạ-ỹẠ-Ỹ]")
_WORD = re.compile(r"\S+")


@lru_cache(maxsize=4096)
def phong_chu_cu(text: str) -> tuple[str, str]:
    """Tell whether *text* was typed with an old font.

    Returns:
        The old code's name and the first such word; two empty texts for good text.  One odd word is
        not enough: names such as ``Citroën`` have one.

    >>> phong_chu_cu("Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp")
    ('TCVN3 (ABC)', 'x·')
    >>> phong_chu_cu("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")
    ('VNI', 'Coäng')
    >>> phong_chu_cu("Cộng hòa xã hội chủ nghĩa Việt Nam, 20 m², 30 °C, Citroën")
    ('', '')
    """
    if text.isascii():
        return "", ""
    for name, sign, odd in (("TCVN3 (ABC)", _SIGN_OF_TCVN3, _TCVN3), ("VNI", _SIGN_OF_VNI, _VNI)):
        if sign.search(text) and odd.search(text):
            words = [word for word in _WORD.findall(text) if odd.search(word) and not _MODERN.search(word)]
            if len(set(words)) > 1:
                return name, words[0]
    return "", ""


TU_CO_CHAM = frozenset({
    "tr", "tp", "ths", "ts", "gs", "bs", "ks", "vv", "st", "đt", "sđt", "tel", "vd", "tx", "tt", "đc", "nxb", "sn", "ng", "th",
})  # fmt: skip
"""Small words whose full stop says that they are short for something, not that a sentence ends."""


def het_cau(text: str) -> bool:
    """Say whether a sentence ends at the end of *text*, so that a capital comes next.

    >>> het_cau("Đã niêm yết công khai. "), het_cau("Liên hệ đt. "), het_cau("Tại ")
    (True, False, False)
    """
    end = _SENTENCE_END.search(text[-12:])
    return end is not None and end[1] not in TU_CO_CHAM


def dau_cau(text: str) -> str:
    """Return *text* with the capital of a sentence's first word; an address or a code is left as it is.

    >>> dau_cau("xã Bình Điền"), dau_cau("Ủy ban"), dau_cau("vanthu@xa.vn"), dau_cau("03 hộ")
    ('Xã Bình Điền', 'Ủy ban', 'vanthu@xa.vn', '03 hộ')
    """
    return chu_hoa(text[0]) + text[1:] if _FIRST_WORD.match(text) else text
