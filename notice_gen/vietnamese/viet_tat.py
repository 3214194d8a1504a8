"""Abbreviations: of agencies and units (practice), of the types of document (the decree)."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal

from notice_gen import facts
from notice_gen.vietnamese.loai import ma_loai

if TYPE_CHECKING:
    from collections.abc import Mapping

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


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    return facts.table("viet-tat.toml")
