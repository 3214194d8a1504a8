"""Abbreviations: of agencies and units (practice), of the types of document of any decree known: what is cited may be of any date."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Literal

from notice_gen import facts
from notice_gen.vietnamese.chu_cai import slug


def ma_loai() -> Mapping[str, str]:
    """Return the names of the types of document by their codes (Phụ lục III, mục I), copies included."""
    return _codes(facts.decrees())


def ten_loai() -> tuple[str, ...]:
    """Return the names of all types of document, those without a code too."""
    return tuple(dict.fromkeys(row["ten"] for row in _rows(facts.decrees())))


def loai_goi_la(typed: str) -> tuple[str, ...]:
    """Return the types of document called so, without diacritics: by name, else by code as typed, else whatever its capitals, its accents.

    >>> loai_goi_la("Quyết định"), loai_goi_la("HD"), loai_goi_la("hd"), loai_goi_la("cv")
    (('quyet-dinh',), ('huong-dan',), ('hop-dong', 'huong-dan'), ('cong-van',))
    """
    names, plain = {slug(ten) for ten in ten_loai()}, slug(typed)
    if plain in names:
        return (plain,)
    code = unicodedata.normalize("NFC", typed)
    exact: tuple[Callable[[str], bool], ...] = (
        lambda ma: ma == code, lambda ma: not code.isascii() and ma.lower() == code.lower(), lambda ma: slug(ma) == plain,
    )
    known = {"CV": "Công văn"} | dict(ma_loai())
    found = ({slug(ten) for ma, ten in known.items() if same(ma)} for same in exact)
    return tuple(sorted(next(filter(None, found), ())))


def cac_loai() -> tuple[str, ...]:
    """Return the names of the types a citation begins with, the longest first: the decree's and those it leaves to others.

    >>> cac_loai()[0], "Công văn" in cac_loai(), "Luật" in cac_loai()
    ('Thông tư liên tịch', True, True)
    """
    return tuple(sorted({*ten_loai(), *facts.words("loai_khac")}, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=8)
def _codes(decrees: tuple[str, ...]) -> Mapping[str, str]:
    return {row["ma"]: row["ten"] for row in _rows(decrees) if row["ma"]}


def _rows(decrees: tuple[str, ...]) -> tuple[Mapping[str, Any], ...]:
    """Return the types of the decrees; this floor cannot ask ``legal``, its neighbour."""
    return tuple(row for path in decrees for row in facts.file(path).get("loai", ()))


Nhom = Literal["co_quan", "don_vi", "thuat_ngu", "pho_bien", "loai"]


def bang_viet_tat(nhom: Nhom) -> Mapping[str, str]:
    """Return the abbreviations of one group with what they stand for.

    Args:
        nhom: ``co_quan`` agencies, ``don_vi`` units inside one, ``thuat_ngu`` terms of running text,
            ``pho_bien`` what everybody knows, ``loai`` the 30 codes of Phụ lục III, mục I.

    >>> bang_viet_tat("co_quan")["HĐND"], bang_viet_tat("loai")["TB"], len(bang_viet_tat("loai"))
    ('Hội đồng nhân dân', 'Thông báo', 30)
    """
    table: Mapping[str, str] = ma_loai() if nhom == "loai" else _data()[nhom]
    return table


def day_du(viet_tat: str, nhom: Nhom = "co_quan") -> str | None:
    """Return what an abbreviation stands for, or None when it is not a common one.

    >>> day_du("UBND"), day_du("NV", "don_vi"), day_du("XYZ")
    ('Ủy ban nhân dân', 'Nội vụ', None)
    """
    return bang_viet_tat(nhom).get(unicodedata.normalize("NFC", viet_tat))


def rut_gon(ten: str, nhom: Nhom = "co_quan") -> str | None:
    """Return the usual abbreviation of a name, or None when it has none.

    >>> rut_gon("Ủy ban nhân dân"), rut_gon("kế hoạch", "loai")
    ('UBND', 'KH')
    """
    wanted = unicodedata.normalize("NFC", ten).lower()
    return next((short for short, full in bang_viet_tat(nhom).items() if full.lower() == wanted), None)


@facts.once
def _data() -> Mapping[str, Mapping[str, str]]:
    return facts.table("viet-tat.toml")
