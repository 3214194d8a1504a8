"""Finding a commune on a date: 10.035 units before 1/7/2025, 3.321 since.

A commune is best named by its code: 245 names of today occur in several provinces.  What is not found
is a warning, never a refusal, for the lists are snapshots.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from notice_gen import facts
from notice_gen.errors import N_, InputError, Problem, Words, joined
from notice_gen.vietnamese import danh_muc, dia_danh
from notice_gen.vietnamese.chinh_ta import dat_dau
from notice_gen.vietnamese.chu_cai import bo_dau, gon
from notice_gen.vietnamese.danh_muc import BEFORE, SINCE, DonVi, Tinh, changes, du_danh_muc, list_of, names, on, read, two_levels
from notice_gen.vietnamese.ngay_thang import ngay as _ngay

__all__ = ["DonVi", "Tinh", "du_danh_muc", "la_tinh_cu", "nay_la", "nhan_ra", "tat_ca", "theo_ma", "tim"]

_SHOWN = 8
BODY = re.compile(r"^(?:ubnd|hđnd|đảng ủy|ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan|hội đồng nhân dân)\s+", re.IGNORECASE)
"""The body of a unit, before its name."""
_CITIES = {"hcm": "ho chi minh", "tphcm": "ho chi minh"}


def theo_ma(ma: str, ngay: date) -> DonVi:
    """Return the unit that has a code on a date.

    Raises InputError: no such code then; one warning, which says what the unit became when that is known.

    >>> theo_ma("00004", date(2025, 1, 2)).day_du, theo_ma("00004", date(2026, 1, 2)).day_du
    ('phường Trúc Bạch, quận Ba Đình, thành phố Hà Nội', 'phường Ba Đình, thành phố Hà Nội')
    """
    found = danh_muc.units(ngay).get(ma)
    if found:
        return on(found, ngay)
    other_day = danh_muc.day_of_other_list(ngay)
    other = danh_muc.units(other_day).get(ma)
    raise InputError(_unknown(ma, ngay, on(other, other_day) if other else None))


def tim(ten: str, ngay: date, tinh: str = "") -> DonVi:
    """Find a unit by its name on a date.

    Args:
        ten: with or without its kind and diacritics; may go on with the district and the province: ``xã Tân Tiến, tỉnh Đồng Nai``.
        ngay: the date of the document.
        tinh: the province, when *ten* does not say it; a former province counts as the one it went into.

    Raises InputError: several units have the name (an error that lists them), or none has (a warning).

    >>> tim("xa binh dien", date(2026, 1, 2), "Huế").ma == tim("Bình Điền", date(2026, 1, 2)).ma
    True
    >>> tim("Hương Trà", date(2026, 1, 2))
    Traceback (most recent call last):
    notice_gen.errors.InputError: Có 2 đơn vị cùng tên “Hương Trà”.
    """
    own, *above = [part.strip() for part in ten.split(",")]
    tinh = tinh or (above[-1] if above else "")
    huyen = above[0] if len(above) > 1 else ""
    found = named(own, ngay, tinh, huyen)
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(_ambiguous(ten, found))
    former = named(own, danh_muc.day_of_other_list(ngay), tinh)
    raise InputError(_unknown(ten, ngay, former[0] if len(former) == 1 else None, _near(own, ngay, tinh)))


def tat_ca(ngay: date, tinh: str = "") -> tuple[DonVi, ...]:
    """Return every unit on a date, of one province or of the country, in the order of codes.

    >>> len(tat_ca(date(2026, 1, 2))), len(tat_ca(date(2026, 1, 2), "Huế"))
    (3321, 40)
    """
    found = (on(unit, ngay) for unit in danh_muc.units(ngay).values())
    return tuple(sorted((u for u in found if not tinh or in_province(u, tinh)), key=lambda u: u.ma))


def la_tinh_cu(tinh: str) -> bool:
    """Say whether a province is one that went into another.

    >>> la_tinh_cu("Bình Thuận"), la_tinh_cu("tỉnh Lâm Đồng"), la_tinh_cu("TP. HCM")
    (True, False, False)
    """
    return bare_name(tinh) in _former_provinces()


@lru_cache(maxsize=8192)
def nhan_ra(goi: str, ngay: date) -> str:
    """Return by what a unit is known however it is called: its code where that is sure, else its name and province.

    Args:
        goi: a code, or the name, perhaps with its province behind a comma.
        ngay: the date of the document.

    >>> day = date(2026, 1, 2)
    >>> [nhan_ra(goi, day) for goi in ("20035", "ủy ban nhân dân xã Bình Điền", "xa binh dien, Huế", "thôn Một, tỉnh Lâm Đồng")]
    ['20035', '20035', '20035', 'thôn một, lam dong']
    """
    goi = gon(goi)
    if goi.isdecimal():
        return goi
    ten, _, tinh = goi.lower().rpartition(",") if "," in goi else (goi.lower(), "", "")
    found = named(BODY.sub("", ten.strip()), ngay, tinh.strip())
    if len(found) == 1:
        return found[0].ma
    return f"{spelling(ten.strip())}, {bare_name(tinh.strip())}" if tinh else spelling(ten.strip())


def nay_la(ma: str) -> DonVi | None:
    """Return the unit of today's list into which a former unit went, when its code says so.

    A unit made in 2025 keeps the code of one of those it was made from; for the others None.
    """
    return read(SINCE).get(ma)


def named(text: str, ngay: date, tinh: str, huyen: str = "") -> list[DonVi]:
    """Return the units that *text* may mean; one typed without diacritics may mean several names."""
    loai, ten = dia_danh.parse(text)
    found = _spelt(ten, ngay, tinh, huyen)
    if not found and not loai and bo_dau(text) == text:
        for kind in dia_danh.LOAI:
            head = bo_dau(kind).lower() + " "
            if text.lower().startswith(head):
                loai, found = kind, _spelt(text[len(head) :], ngay, tinh, huyen)
                break
    return [unit for unit in found if not loai or unit.loai == loai]


def _spelt(ten: str, ngay: date, tinh: str, huyen: str = "") -> list[DonVi]:
    loose = [on(unit, ngay) for unit in names(list_of(ngay)).get(bo_dau(ten).lower(), ())]
    loose = [unit for unit in loose if not tinh or in_province(unit, tinh)]
    loose = [unit for unit in loose if not huyen or bare_name(unit.huyen) == bare_name(huyen)]
    plain = bo_dau(ten) == ten
    if plain and ten in (ten.lower(), ten.upper()):  # typed in haste: "ba dinh" is Ba Đình as well as Ba Dinh
        return loose
    exact = [unit for unit in loose if spelling(unit.ten_rieng) == spelling(ten)]
    return exact or (loose if plain else [])


def spelling(ten: str) -> str:
    """Return by what two spellings of a name are one: ``Hoà`` and ``Hòa``."""
    return dat_dau(ten, "moi", chu_hoa_dau=True).lower()


def bare_name(text: str) -> str:
    """Return the name of a province or a district without its kind and diacritics."""
    plain = bo_dau(dia_danh.parse(text)[1]).lower()
    for noun in ("tinh ", "thanh pho ", "tp ", "quan ", "huyen ", "thi xa "):
        plain = plain.removeprefix(noun)
    return _CITIES.get(plain, plain)


def in_province(unit: DonVi, tinh: str) -> bool:
    """Tell whether a unit is in a province, given by its name, that of a former one or its code."""
    wanted = bare_name(tinh)
    if wanted in (bare_name(unit.tinh.ten_rieng), unit.tinh.ma):
        return True
    return not unit.huyen and _former_provinces().get(wanted) == unit.tinh.ma


def o_tinh_khac(ten: str, tinh: str, ngay: date) -> bool:
    """Tell whether a place is surely not in a province: another one, today's or a former one, or a commune that only others have.

    >>> [o_tinh_khac(ten, "Cần Thơ", date(2026, 6, 5)) for ten in ("Hậu Giang", "Huế", "Bình Điền", "Ninh Kiều", "Cần Thơ")]
    [True, True, True, False, False]
    """
    bare, everywhere = bare_name(ten), tat_ca(ngay)
    here = [unit for unit in everywhere if in_province(unit, tinh)]
    if bare == bare_name(tinh) or any(bare in {bare_name(unit.ten_rieng), bare_name(unit.tinh.ten_rieng)} for unit in here):
        return False
    names = {bare_name(name) for unit in everywhere for name in (unit.ten_rieng, unit.tinh.ten_rieng)}
    return bare in names or bare in _former_provinces()


@facts.once
def _former_provinces() -> Mapping[str, str]:
    """Return the code of today's province for each former one that lost its name."""
    today = {bare_name(unit.tinh.ten_rieng) for unit in read(SINCE).values()}
    former = {bare_name(unit.tinh.ten_rieng): unit.tinh.ma for unit in read(BEFORE).values()}
    renamed = {bare_name(change["ten_rieng_cu"]): former[bare_name(change["ten"])] for change in changes()["ten_cu"]}
    return {name: code for name, code in (former | renamed).items() if name not in today}


def _near(text: str, ngay: date, tinh: str) -> str:
    """Return what may be meant by a name that no unit has there: the same name of another kind or province, then names nearly the same."""
    ten = dia_danh.parse(text)[1]
    places = dict.fromkeys((tinh, ""))
    near = [unit for find in (_spelt, alike) for where in places for unit in find(ten, ngay, where)]
    found = near or alike(ten, ngay, tinh, cutoff=0.6)
    return joined("; ", [_with_code(unit) for unit in list(dict.fromkeys(found))[:3]])


def _with_code(unit: DonVi) -> Words:
    return Words(N_("{ten} (mã {ma})"), ten=unit.day_du, ma=unit.ma)


def alike(ten: str, ngay: date, tinh: str = "", cutoff: float = 0.8) -> list[DonVi]:
    """Return the units, of one province or of the country, with the three names that are nearest, at least so near."""
    from difflib import get_close_matches

    known = names(list_of(ngay))
    pool = {key: here for key, units in known.items() if (here := [u for u in units if not tinh or in_province(u, tinh)])}
    return [on(unit, ngay) for key in get_close_matches(bo_dau(ten).lower(), pool, n=3, cutoff=cutoff) for unit in pool[key]]


def _ambiguous(ten: str, found: list[DonVi]) -> Problem:
    shown = [*map(_with_code, found[:_SHOWN])] + ["…"] * (len(found) > _SHOWN)
    return Problem(
        N_("Có {so} đơn vị cùng tên “{found}”."), N_("Ghi thêm tỉnh hoặc ghi mã: {cac_don_vi}."),
        {"found": ten, "so": len(found), "cac_don_vi": joined("; ", shown)}, found=ten,
    )


def _unknown(key: str, ngay: date, other: DonVi | None, near: str = "") -> Problem:
    """Say that a unit is not in the list of a date, and what it became or was, when known."""
    values = {"found": key, "ngay": _ngay(ngay), "gan": near, "don_vi": other.day_du if other else ""}
    hint = N_("Kiểm tra lại tên và ngày của văn bản; danh mục kèm theo chương trình có thể thiếu.")
    if other and two_levels(ngay):
        now = nay_la(other.ma)
        if now:
            values["nay"] = _with_code(on(now, ngay))
            message = N_("“{found}”: ngày {ngay} không còn {don_vi}.")
            hint = N_("Từ 01/7/2025, mã của đơn vị này là của {nay}: kiểm tra rồi ghi tên mới.")
        else:
            message = N_("“{found}”: ngày {ngay} không còn {don_vi}, đơn vị này đã sắp xếp lại từ 01/7/2025.")
    elif other:
        message = N_("“{found}”: ngày {ngay} chưa có {don_vi}, đơn vị này có từ 01/7/2025.")
    else:
        message = N_("Không thấy đơn vị “{found}” trong danh mục ngày {ngay}.")
        hint = N_("Có phải: {gan}?") if near else hint
    return Problem(message, hint, values, found=key, level="warning", code="don_vi_khong_co")
