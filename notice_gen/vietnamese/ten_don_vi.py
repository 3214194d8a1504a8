"""Communes and provinces that a text names, by its words alone: no list is read, for every paper is asked.

Whether there is such a unit on a day is told by :mod:`notice_gen.vietnamese.goi_don_vi`.
"""

from __future__ import annotations

from typing import Literal

from notice_gen.records import record
from notice_gen.vietnamese.chinh_ta import dat_dau

_KINDS: dict[str, Literal["xa", "tinh"]] = {
    "xã": "xa", "phường": "xa", "đặc khu": "xa", "thị trấn": "xa", "tỉnh": "tinh", "thành phố": "tinh", "tp.": "tinh", "tp": "tinh",
}
_NO_KIND_AFTER = frozenset({"thị", "tác", "công"})  # thị xã, hợp tác xã, công xã
_NO_NAME = frozenset({"ủy", "uỷ", "hội", "đội", "đoàn", "lỵ"})  # tỉnh ủy, xã hội, xã đội: also where all letters are capitals
_BODIES = frozenset({"dân", "ubnd", "hđnd", "an"})  # behind ỦY BAN NHÂN DÂN, CÔNG AN stands a unit: XÃ HỘI THỊNH
_ENDS = frozenset({"tỉnh", "xã", "phường", "đặc", "huyện", "tp.", "tp", "và", "khóa", "nhiệm", "về", "để"})
_DASHES = frozenset("-–")
_MOST = 6


@record
class Ten:
    """A unit as a text names it."""

    cap: Literal["xa", "tinh"]  # of communes, or of provinces
    loai: str  # its kind in small letters: xã, phường, tỉnh
    ten: str  # its own name
    nhieu: bool = False  # several are named together: các xã A, B


def cac_ten(text: str) -> list[Ten]:
    """Return the units that *text* names with their kind, in its order.

    >>> [(one.loai, one.ten) for one in cac_ten("UBND xã Bình Điền, thành phố Huế (Phòng Văn hóa - Xã hội)")]
    [('xã', 'Bình Điền'), ('thành phố', 'Huế')]
    >>> [one.ten for one in cac_ten("PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG 3")], cac_ten("Hợp tác xã Thuận An; UBND các xã; Tỉnh ủy")
    (['3'], [])
    """
    found, words = [], text.split()
    capitals = text.isupper()
    low = [word.lower().strip("(“\"") for word in words]
    for n, word in enumerate(low):
        pair = f"{word} {low[n + 1]}" if n + 1 < len(low) else ""
        loai = pair if pair in _KINDS else word
        if loai not in _KINDS or (n and low[n - 1] in _NO_KIND_AFTER):
            continue
        whole = capitals and loai != "phường" and (not n or low[n - 1] not in _BODIES)
        ten = _name(words[n + len(loai.split()) :], capitals=whole)
        if ten:
            found.append(Ten(_KINDS[loai], loai, ten, bool(n) and low[n - 1] in {"các", "những", "hai", "ba"}))
    return found


def _name(words: list[str], *, capitals: bool) -> str:
    """Return the words that a unit's name may be: those that begin with a capital or a figure, up to a mark."""
    name: list[str] = []
    for n, word in enumerate(words[:_MOST]):
        if word in _DASHES and name:  # xã Chân Mây - Lăng Cô
            name.append("-")
            continue
        bare = word.rstrip(",.;:)”\"")
        small = bare.lower()
        no_name = not name and small in _NO_NAME and (capitals or len(words) == 1)
        if not bare[:1].isalnum() or bare[0].islower() or no_name or _ends(small, words[n + 1 : n + 2]):
            break
        name.append(bare)
        if bare != word:
            break
    return " ".join(name).rstrip(" -")


def _ends(small: str, after: list[str]) -> bool:
    """Tell whether a word is none of the name before it: *thành phố*, *năm 2026* start again, *xã Yên Thành*, *Ngã Năm* do not."""
    begins = after[0].lower() if after else ""
    return small in _ENDS or (small == "thành" and begins.startswith("phố")) or (small == "năm" and begins[:1].isdigit())


def cung_ten(one: str, other: str) -> bool:
    """Tell whether two spellings of a name are one: ``HOÀ BÌNH`` and ``Hòa Bình``; behind a dash one may say more."""
    if one == other:
        return True
    first, second = _spelling(one), _spelling(other)
    return first == second or first.startswith(f"{second} - ") or second.startswith(f"{first} - ")


def _spelling(ten: str) -> str:
    seen = "".join(char for char in ten if char.isprintable())  # what nobody sees is told as such
    return dat_dau(" ".join(seen.split()).lower(), "moi", chu_hoa_dau=True).lower()
