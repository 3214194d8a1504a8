"""Names of places: the noun before the name in running text, and the place of the date line.

Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III: the common noun is small (*xã Bình Điền*) unless the name is a figure, a person or an event
(*Phường 3*, *Phường Điện Biên Phủ*); *Thủ đô Hà Nội* and *Thành phố Hồ Chí Minh* are fixed.  Phụ lục I, mục II.4: the date line has the
bare name (*Bình Điền, ngày …*), with its noun in those same cases.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from notice_gen import facts
from notice_gen.errors import N_, Problem
from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import dat_dau
from notice_gen.vietnamese.chu_cai import bo_dau, gon

LOAI = ("Xã", "Phường", "Thị trấn", "Đặc khu", "Huyện", "Quận", "Thị xã", "Thành phố", "Tỉnh")
"""Kinds of unit, those of the district level for documents before 1/7/2025."""

_CITY = "Hồ Chí Minh"
VIET_TAT = Pattern(r"(?:TP|Tp|TX|Tx|TT|Tt|[XPQH])(?:\.\s*|(?=HCM)|\s+(?=[A-ZĐ]))|[PQ]\s?(?=\d)|.*\bHCM\b")
"""How a place begins, or what it holds, that is abbreviated: *TP. Huế*, *TP.HCM*, *Tp Hồ Chí Minh*, *P1*."""

_SHORT = {"TP": "Thành phố", "TX": "Thị xã", "TT": "Thị trấn", "P": "Phường", "X": "Xã", "H": "Huyện", "Q": "Quận"}


def parse(text: str) -> tuple[str, str]:
    """Split the name of a unit into its kind and its own name; the kind is empty when not said.

    >>> parse("xã Bình Điền"), parse("TP. Huế"), parse("Phường 3"), parse("Bình Điền"), parse("P.3")
    (('Xã', 'Bình Điền'), ('Thành phố', 'Huế'), ('Phường', '3'), ('', 'Bình Điền'), ('Phường', '3'))
    """
    text = gon(text)
    for loai in LOAI:
        if text[: len(loai)].lower() == loai.lower() and text[len(loai) : len(loai) + 1] == " ":
            return loai, text[len(loai) + 1 :]
    head, dot, rest = text.partition(".")
    if dot and head.upper() in _SHORT and rest.strip():
        return _SHORT[head.upper()], rest.strip()
    return "", text


_SHORTEST = 4  # capitals that are no abbreviation, even without a mark


def sai_chu_hoa(text: str, is_unit: Callable[[str], bool]) -> bool:
    """Tell whether a place of the date line has small letters, or capitals alone; *is_unit* tells whether a name is known.

    Three capitals without a mark may be an abbreviation; a small word in the middle counts where the name is known.

    >>> [sai_chu_hoa(text, {"Bình điền"}.__contains__) for text in ("huế", "HUẾ", "Bình điền", "Chợ nổi", "HCM", "xã Bình điền")]
    [True, True, True, False, False, True]
    """
    if text.isupper():
        return len(text) >= _SHORTEST or (len(text) > 1 and bo_dau(text) != text)
    kind, name = parse(text)
    small = any(word[0].islower() for word in (name or text).split())
    return text[:1].islower() or (small and (bool(kind) or is_unit(name)))


def sai_hoa_danh_tu(text: str) -> bool:
    """Tell whether the noun before a place's name has a capital inside.

    >>> sai_hoa_danh_tu("Thành Phố Hồ Chí Minh"), sai_hoa_danh_tu("Thành phố Hồ Chí Minh")
    (True, False)
    """
    kind = parse(text)[0]
    return " " in kind and not gon(text).startswith((kind, kind.lower()))


def viet_du(text: str) -> str:
    """Return the place of the date line for one that is abbreviated, or in other capitals than a name's.

    >>> [viet_du(text) for text in ("TP.HCM", "Tp Hồ Chí Minh", "P. Quang Trung", "TP. Huế", "ĐỨC TRỌNG", "lê lợi", "bình Điền")]
    ['Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh', 'Phường Quang Trung', 'Huế', 'Đức Trọng', 'Lê Lợi', 'Bình Điền']
    """
    text = gon(text)
    short = VIET_TAT.match(text)
    kind = short[0].rstrip(". ") if short else ""
    if kind.upper() in _SHORT:
        text = f"{_SHORT[kind.upper()]} {text[len(short[0]) :]}" if short else text
    loai, ten = parse(text.replace("HCM", _CITY))
    small = any(word[0].islower() for word in ten.split() if word)
    named = " ".join(word[0].upper() + word[1:].lower() for word in ten.split()) if small or ten.isupper() else ten
    return format(f"{loai} {named}".strip())


@lru_cache(maxsize=4096)
def trong_cau(loai: str, ten: str) -> str:
    """Return the name of a unit inside a sentence (Phụ lục II, mục III).

    >>> trong_cau("Xã", "Bình Điền"), trong_cau("Phường", "3"), trong_cau("Thành phố", "Hồ Chí Minh")
    ('xã Bình Điền', 'Phường 3', 'Thành phố Hồ Chí Minh')
    """
    return f"{loai if giu_danh_tu(ten) else loai.lower()} {ten}"


def format(text: str) -> str:  # noqa: A001 - the fourth of parse, validate, is_valid, format
    """Return the place of the date line for the unit where the issuer stands (Phụ lục I, mục II.4).

    >>> [format(t) for t in ("xã Bình Điền", "Phường 3", "tỉnh Nghệ An", "thành phố Hà Nội", "TP. Hồ Chí Minh")]
    ['Bình Điền', 'Phường 3', 'Nghệ An', 'Hà Nội', 'Thành phố Hồ Chí Minh']
    """
    loai, ten = parse(text)
    if ten == _CITY:
        loai = "Thành phố"
    return f"{loai} {ten}" if loai and giu_danh_tu(ten) else ten


def validate(text: str) -> str:
    """Return *text* when it can stand on the date line.  Raises ValueError: the message of :func:`fault`."""
    problem = fault(text)
    if problem:
        raise ValueError(problem.text())
    return text


def is_valid(text: str) -> bool:
    """Tell whether *text* can stand on the date line.

    >>> is_valid("Hương Trà"), is_valid("TP. Hồ Chí Minh"), is_valid("xã Bình Điền")
    (True, False, False)
    >>> is_valid("Xã Bình Điền"), is_valid("Phường 3"), is_valid("Thành phố Huế")
    (True, True, True)
    """
    return fault(text) is None


def fault(text: str) -> Problem | None:
    """Return what is wrong with the place of a date line, or None; a name we do not know is no fault."""
    clean = " ".join(unicodedata.normalize("NFC", text).split()).rstrip(" ,.;:")
    if not clean:
        return Problem(N_("Địa danh đang để trống."), N_("Ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở, ví dụ Bình Điền."))
    if clean.isupper() and len(clean) > 2:
        return Problem(
            N_("Địa danh “{found}” không viết in hoa toàn bộ."), N_("Viết: {dung}"), {"found": text, "dung": format(clean.title())},
            found=text,
        )
    right, (loai, ten) = format(clean), parse(clean)
    if text in (right, f"{loai} {ten}"):  # with its noun the name is full, which is asked of some and of none forbidden
        return None
    return Problem(
        N_("Địa danh “{found}” chưa đúng cách ghi ở dòng ngày tháng."), N_("Viết: {dung}"), {"found": text, "dung": right}, found=text,
    )


def giu_danh_tu(ten: str) -> bool:
    """Tell whether the common noun belongs to the name: a figure, a person, an event, Hồ Chí Minh.

    >>> giu_danh_tu("3"), giu_danh_tu("Điện Biên Phủ"), giu_danh_tu("Bình Điền")
    (True, True, False)
    """
    if ten == _CITY or any(c.isdigit() for c in ten):
        return True
    return _initials(ten) in _initials_of_people() and _people().get(_spelling(ten), False)


def phai_ghi_du(ten: str) -> bool:
    """Tell whether a place must stand with its noun: one named after a person, by a figure, after an event (Phụ lục I, Phần I, mục II.4.a).

    A name of words that a figure follows, ``Sơn Kim 1``, is not named by a figure alone: with its noun or without, neither is wrong.

    >>> phai_ghi_du("3"), phai_ghi_du("1 Bảo Lộc"), phai_ghi_du("Điện Biên Phủ"), phai_ghi_du("Sơn Kim 1")
    (True, True, True, False)
    """
    return giu_danh_tu(ten) and not (ten[:1].isalpha() and ten[-1:].isdigit())


def co_the_giu_danh_tu(ten: str) -> bool:
    """Tell whether the common noun belongs to the name, or may: with it or without, neither is wrong.

    >>> co_the_giu_danh_tu("Thống Nhất"), giu_danh_tu("Thống Nhất"), co_the_giu_danh_tu("Bình Điền")
    (True, False, False)
    """
    return giu_danh_tu(ten) or (_initials(ten) in _initials_of_people() and _spelling(ten) in _people())


@facts.once
def _people() -> Mapping[str, bool]:
    """Return the names after persons and events, and whether they surely are."""
    lines = facts.text("ten-theo-nguoi.txt").splitlines()
    return {_spelling(line.removeprefix("? ")): not line.startswith("?") for line in lines if not line.startswith("#")}


@facts.once
def _initials_of_people() -> frozenset[tuple[str, ...]]:
    return frozenset(map(_initials, _people()))


def _initials(ten: str) -> tuple[str, ...]:
    """Return the bare first letters of a name: of most places they tell already that it is nobody's."""
    return tuple(word[0] for word in unicodedata.normalize("NFD", ten).split())


def _spelling(ten: str) -> str:
    return dat_dau(ten, "moi", chu_hoa_dau=True)
