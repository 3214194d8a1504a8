"""Letters: capitals, the decree's letters for điểm, file names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CHU_DIEM = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm in the decree's own usage: ă, â, ê, ô, ơ, ư are skipped (Phụ lục I, mục II.6; Phụ lục VI)."""

CHU_THUONG = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""The small letters, precomposed, as the inside of a class of a regular expression; ``à-ỹ`` holds capitals too."""

CHU_IN = "A-Z" + CHU_THUONG[3:].upper()
"""The capitals, likewise."""

# Windows keeps these for devices, whatever the extension.
_RESERVED = r"con|prn|aux|nul|com\d|lpt\d"
_NOT_SLUG = r"[^a-z0-9]+"


@lru_cache(maxsize=1024)
def chu_hoa(text: str) -> str:
    """Return *text* in capitals, precomposed (NFC) as TCVN 6909:2001 asks.

    >>> chu_hoa("Ủy ban nhân dân xã Bình Điền")
    'ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN'
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).upper())


def chu_diem(i: int) -> str:
    """Return the letter of the điểm at place *i*, counted from 0.

    Raises:
        ValueError: past ``y``: the decree has no letter left, so the khoản must be divided.

    >>> "".join(chu_diem(i) for i in range(8))
    'abcdđegh'
    """
    if not 0 <= i < len(CHU_DIEM):
        raise ValueError(f"no letter for place {i}: the alphabet of điểm has {len(CHU_DIEM)}")
    return CHU_DIEM[i]


def bo_dau(text: str) -> str:
    """Return *text* without tone marks and diacritics, ``đ`` as ``d``.

    >>> bo_dau("xã Bình Điền")
    'xa Binh Dien'
    """
    bare = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(bare).replace("đ", "d").replace("Đ", "D")


def slug(text: str) -> str:
    """Return *text* as a piece of a file name: a-z, 0-9 and single hyphens, safe on every system.

    Empty when *text* holds no letter or digit; a name Windows reserves ends in ``_``.

    >>> slug("xã Bình Điền"), slug("1999/TB-UBND"), slug("Ea H'leo"), slug("CON")
    ('xa-binh-dien', '1999-tb-ubnd', 'ea-hleo', 'con_')
    """
    plain = bo_dau(text).lower().replace("'", "").replace("’", "")
    name = re.sub(_NOT_SLUG, "-", plain).strip("-")
    return name + "_" if re.fullmatch(_RESERVED, name) else name
