"""Provinces and cities under central government as a text calls them: of the right kind on its day, and there at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

from notice_gen import facts
from notice_gen.errors import N_, Problem
from notice_gen.records import replace
from notice_gen.vietnamese import danh_muc, dia_danh
from notice_gen.vietnamese.chinh_ta import dat_dau
from notice_gen.vietnamese.chu_cai import bo_dau, gon
from notice_gen.vietnamese.ngay_thang import ngay as _ngay

_WORD = r"(?:[^\W\d_]+|-)"
_NAMED = rf"(?<!các )(?<!những )\b(?P<loai>tỉnh|thành phố|tp\.?) (?P<ten>{_WORD}(?: {_WORD})*)"
_LISTED = rf"\b(?:các|những) tỉnh:? (?P<cac>{_WORD}(?: {_WORD})*(?:, {_WORD}(?: {_WORD})*)*)"
_OTHER_TIME = r"\b(?:cũ|trước đây|trước sáp nhập|nay là|đổi tên)\b"
_MOST = 5  # words of a name: Bà Rịa - Vũng Tàu
_PROVINCE, _CITY = "Tỉnh", "Thành phố"
_SINCE = N_("“{found}”: từ ngày {ngay} là {dung} (Nghị quyết số {van_ban}).")


@lru_cache(maxsize=4096)
def goi_sai(text: str, ngay: date) -> Problem | None:
    """Return the warning that a text calls a province what it is not on a day, or one that is no more; None for all else.

    Silent are names that the data do not know, those said to be former ones, and, after the day until which every change is known, a city
    that may have become one since.

    >>> day = date(2026, 11, 20)
    >>> [goi_sai(text, day) is None for text in ("UBND thành phố Bắc Ninh", "TỈNH NGHỆ AN", "UBND tỉnh Bắc Ninh", "UBND TỈNH BÌNH THUẬN")]
    [True, True, False, False]
    >>> goi_sai("UBND tỉnh Bắc Ninh", date(2026, 9, 19)) is None
    True
    >>> [goi_sai(text, day).found for text in ("UBND các tỉnh Lạng Sơn, Bắc Ninh", "Sở Y tế các tỉnh: Nghệ An và Đồng Nai")]
    ['Bắc Ninh', 'Đồng Nai']
    >>> [goi_sai(text, day) for text in ("UBND các tỉnh Lạng Sơn, Nghệ An", "UBND các tỉnh, thành phố Bắc Ninh", "các tỉnh phía Bắc")]
    [None, None, None]
    """
    text = re.sub(r"\s*[-–]\s*", " - ", gon(text))
    if re.search(_OTHER_TIME, text, re.IGNORECASE):
        return None
    for found in re.finditer(_NAMED, text, re.IGNORECASE):
        kind, words = (_PROVINCE if found["loai"].lower() == "tỉnh" else _CITY), found["ten"].split(" ")
        for length in range(min(_MOST, len(words)), 0, -1):
            name = " ".join(words[:length])
            key = _spelling(name)
            if key in _of(ngay) or key in _former() or (kind == _CITY and key in _cities_of_provinces()):
                longer = words[length : length + 1]  # "tỉnh Hà Nam Ninh" is another
                problem = None if longer and longer[0].istitle() else _judged(kind, key, f"{found['loai']} {name}", ngay)
                if problem:
                    return problem
                break
    return _of_list(text, ngay)


def _of_list(text: str, ngay: date) -> Problem | None:
    """Return the warning that a list of provinces, ``các tỉnh Bắc Ninh, Lạng Sơn``, has one that is none on a day."""
    for found in re.finditer(_LISTED, text, re.IGNORECASE):
        for name in re.split(r", | và ", found["cac"]):
            key = _spelling(name)
            problem = _judged(_PROVINCE, key, f"tỉnh {name}", ngay) if key in _of(ngay) or key in _former() else None
            if problem:
                return replace(problem, found=name)
    return None


def _judged(kind: str, key: str, shown: str, ngay: date) -> Problem | None:
    own, known = _of(ngay).get(key), ngay <= danh_muc.changes()["biet_den"]
    if own:
        if own.loai == kind or (kind == _CITY and not (danh_muc.two_levels(ngay) and known)):
            return None  # before 1/7/2025 a city of that name was one of the province
        if kind == _CITY and key in _cities_of_provinces():
            return _no_such_city(shown)
        change = next((one for one in danh_muc.changes()["len_thanh_pho"] if one["ma"] == own.ma), None)
        if change is None:
            return _problem(N_("“{found}”: vào ngày {ngay} là {dung}."), shown, own.ten, ngay=_ngay(ngay))
        message = _SINCE
        if kind == _CITY:
            message = N_("“{found}”: trước ngày {ngay} còn là {dung} (Nghị quyết số {van_ban}).")
        return _problem(message, shown, own.ten, ngay=_ngay(change["tu"]), van_ban=change["van_ban"])
    if kind == _PROVINCE:
        return _gone(key, shown, ngay)
    return _no_such_city(shown) if danh_muc.two_levels(ngay) and key in _cities_of_provinces() else None


def _no_such_city(shown: str) -> Problem:
    """Return the warning that the cities of the district level are no more."""
    message = N_("“{found}”: từ ngày {ngay} không còn thành phố thuộc tỉnh.")
    hint = N_("Ghi xã, phường hoặc tỉnh hiện nay; hoặc xem lại ngày của văn bản.")
    values = {"found": shown, "ngay": _ngay(danh_muc.changes()["hai_cap_tu"])}
    return Problem(message, hint, values, found=shown, level="warning", code="tinh_khong_dung_ngay")


def _gone(key: str, shown: str, ngay: date) -> Problem | None:
    """Return the warning that a province was renamed, or went into another."""
    changes, message = danh_muc.changes(), N_("“{found}”: từ ngày {ngay} thuộc {dung} (Nghị quyết số {van_ban}).")
    since, law = changes["hai_cap_tu"], changes["hai_cap"]
    renamed = next((one for one in changes["ten_cu"] if _spelling(one["ten_rieng_cu"]) == key), None)
    if renamed:
        message, since, law = _SINCE, renamed["den"] + timedelta(days=1), renamed["van_ban"]
    now = next((tinh for tinh in _of(ngay).values() if tinh.ma == _former().get(key)), None)
    return _problem(message, shown, now.ten, ngay=_ngay(since), van_ban=law) if now and ngay >= since else None


def _problem(message: str, shown: str, right: str, **values: str) -> Problem:
    hint = N_("Gõ: {dung}; hoặc xem lại ngày của văn bản.")
    return Problem(message, hint, {"found": shown, "dung": right, **values}, found=shown, level="warning", code="tinh_khong_dung_ngay")


@lru_cache(maxsize=64)
def _of(ngay: date) -> Mapping[str, danh_muc.Tinh]:
    """Return the provinces of a day by the spelling of their names."""
    listed = (danh_muc.tinh_vao(tinh, ngay) for tinh in cac_tinh(danh_muc.list_of(ngay)))
    return {_spelling(tinh.ten_rieng): tinh for tinh in listed}


@cache
def cac_tinh(name: str) -> tuple[danh_muc.Tinh, ...]:
    """Return the provinces of a list, from its text: to read all of it takes longer than a notice."""
    heads = re.findall(r"^=(\d\d) (.+)$", danh_muc.lines(name), re.MULTILINE)
    return tuple(danh_muc.Tinh(ma, *dia_danh.parse(ten)) for ma, ten in heads)


@facts.once
def _former() -> Mapping[str, str]:
    """Return the code of today's province for every one of before 1/7/2025, by the spelling of its name, and of names older still."""
    codes = {tinh.ten_rieng: tinh.ma for tinh in cac_tinh(danh_muc.BEFORE)}
    renamed = {change["ten_rieng_cu"]: codes[change["ten"]] for change in danh_muc.changes()["ten_cu"]}
    return {_spelling(name): ma for name, ma in (codes | renamed).items()}


@facts.once
def _cities_of_provinces() -> frozenset[str]:
    """Return the spellings of the cities of the district level, which are no more."""
    return frozenset(map(_spelling, re.findall(r"^-Thành phố (.+)$", danh_muc.lines(danh_muc.BEFORE), re.MULTILINE)))


def _spelling(ten: str) -> str:
    return dat_dau(ten.replace(" - ", " "), "moi", chu_hoa_dau=True).lower()


def co_ten(text: str) -> bool:
    """Tell whether a text has the name of a province or city in it, of today or of before, with its kind or without.

    >>> co_ten("SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI"), co_ten("SỞ Y TẾ")
    (True, False)
    """
    said = f" {' '.join(bo_dau(text).lower().replace('-', ' ').split())} "
    return any(f" {name} " in said for name in _bare_names())


@facts.once
def _bare_names() -> frozenset[str]:
    names = {*_former(), *_of(danh_muc.changes()["biet_den"])}
    return frozenset(" ".join(bo_dau(name).lower().replace("-", " ").split()) for name in names)
