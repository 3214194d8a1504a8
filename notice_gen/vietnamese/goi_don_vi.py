"""How a commune is called: whether a name is that of a unit, of another, of none; which one may be meant."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from notice_gen import facts, patterns
from notice_gen.errors import InputError, Problem
from notice_gen.vietnamese import dia_danh
from notice_gen.vietnamese.chu_cai import bo_dau, gon
from notice_gen.vietnamese.danh_muc import SINCE, DonVi, changes, two_levels
from notice_gen.vietnamese.don_vi import BODY, alike, bare_name, in_province, la_tinh_cu, named, spelling, tat_ca, tim

_COMMUNES = ("Xã", "Phường", "Thị trấn", "Đặc khu")
_PLACE = re.compile(r"(?:\btỉnh|\bthành phố|\btp\.|\bxã|\bphường|\bđặc khu)\s*\S.*$", re.IGNORECASE)
_ABOVE = re.compile(r"\s*(?:[,(]|\s(?=tỉnh\s|thành phố\s|tp\.))\s*", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–]\s*")  # in a name, or before the province
_STANDS_FOR = re.compile(r"[^\W\d_][\d'’]*|[A-ZĐ]{2,3}\d*|[\W_]*|[xX]+")  # what stands in a draft or an example for a name
_SEVERAL = re.compile(r"[;/&+]|\b(?:và|cũ|trước đây|nay là|sáp nhập)\b", re.IGNORECASE)


def cung_la(unit: DonVi, goi: str, ngay: date, tinh: str = "") -> Literal["dung", "gan", "khac"]:
    """Tell whether a unit, as it is on a date, may be called *goi*, of a province *tinh* if that is said.

    Returns:
        ``dung``: it is its name, perhaps with its body or province, or without its kind; ``gan``: it is the unit, or something in it, but
        not called by its right name (another kind, diacritics left out, a school there); ``khac``: the name of another, or of none.

    >>> day = date(2026, 10, 1)
    >>> (kep,) = named("phường Kép", day, "Bắc Ninh")
    >>> [cung_la(kep, goi, day) for goi in ("UBND phường  Kép, Bắc Ninh", "Kép", "xã Kép", "thôn Một, phường Kép", "phường Kem")]
    ['dung', 'dung', 'gan', 'gan', 'khac']
    """
    if goi == unit.ten and tinh in {"", unit.tinh.ten}:
        return "dung"
    own, above = _split(goi)
    loai, ten = dia_danh.parse(own)
    if any(not in_province(unit, province) for province in filter(None, map(_province, (tinh, above)))):
        return "khac"
    same = spelling(ten) == spelling(unit.ten_rieng)
    if same and loai in {"", unit.loai}:
        return "dung"
    if [other.ma for other in named(own, ngay, unit.tinh.ma)] not in ([], [unit.ma]):
        return "khac"
    folded, bare = bo_dau(own).lower(), bo_dau(unit.ten_rieng).lower()
    kinds = ("", *(bo_dau(kind).lower() + " " for kind in _COMMUNES))
    within = loai not in _COMMUNES and patterns.of_words(rf"\b{re.escape(bare)}\b").search(bo_dau(gon(goi)).lower())
    return "gan" if same or within or folded in {kind + bare for kind in kinds} else "khac"


@lru_cache(maxsize=8192)
def khong_thay(goi: str, ngay: date, tinh: str = "") -> Problem | None:
    """Return the warning that a name which says it is a commune's is in no list; None for all else, and for papers of before 1/7/2025.

    Silent are letters that stand for a name (``xã A1``), several units, and those said to be former ones.  *tinh* is the province if *goi*
    does not say it.

    >>> day = date(2026, 10, 1)
    >>> [khong_thay(goi, day, "Huế") is None for goi in ("xã Bình Điền", "xã A", "thôn Một", "các xã Bình Điền, Phú Vang", "xã Cửa Tunk")]
    [True, True, True, True, False]
    """
    own, above = _split(goi)
    loai, ten = dia_danh.parse(own)
    if loai not in {*_COMMUNES} - {"Thị trấn"} or not two_levels(ngay) or _STANDS_FOR.fullmatch(ten) or _SEVERAL.search(gon(goi)):
        return None
    province = _province(above) or tinh
    is_name = all(word[0].isupper() or word[0].isdigit() or word == "-" for word in ten.split())
    if _at_a_glance(loai, ten, province) or named(own, ngay, province) or not (is_name or (ten.islower() and alike(ten, ngay))):
        return None
    try:
        tim(own, ngay, province)
    except InputError as error:
        return error.problems[0]
    return None


@lru_cache(maxsize=64)
def tinh_cua(names: tuple[str, ...], ngay: date) -> str:
    """Return the province that names of agencies, from the lowest up, say or imply on a date; empty where they do not.

    >>> tinh_cua(("Sở Nội vụ", "UBND TP. Huế"), date(2026, 1, 2)), tinh_cua(("UBND xã Bình Điền",), date(2026, 1, 2))
    ('Huế', 'thành phố Huế')
    >>> tinh_cua(("UBND xã A",), date(2026, 1, 2))
    ''
    """
    for found in filter(None, map(_PLACE.search, map(gon, names))):
        loai, ten = dia_danh.parse(found[0])
        if loai in _COMMUNES:
            units = named(found[0], ngay, "")
            if len(units) == 1:
                return units[0].tinh.ten
        elif _province(ten):
            return ten
    return ""


@lru_cache(maxsize=1024)
def ten_day_du(dia_danh_: str, ngay: date, co_quan: tuple[str, ...] = ()) -> str:
    """Return the full name that the date line needs of a place called after a person, a figure or an event, without its noun.

    Args:
        dia_danh_: the place as typed.
        ngay: the date of the document.
        co_quan: the names of its agencies, from the lowest up; they, or else the list, say whether it is a xã or a phường.

    Returns:
        Its names with their nouns, joined by “hoặc” where it may be several; nothing where nothing is missing, or known.

    >>> day = date(2026, 10, 1)
    >>> ten_day_du("Quang Trung", day, ("UBND xã Quang Trung",)), ten_day_du("Quang Trung", day), ten_day_du("Hồ Chí Minh", day)
    ('Xã Quang Trung', 'Phường Quang Trung hoặc Xã Quang Trung', 'Thành phố Hồ Chí Minh')
    >>> ten_day_du("Xã Quang Trung", day), ten_day_du("Bình Điền", day), ten_day_du("Kim Đồng", day), ten_day_du("1", day)
    ('', '', 'Xã Kim Đồng', 'Phường 1')
    """
    loai, ten = dia_danh.parse(dia_danh_)
    if loai or not dia_danh.phai_ghi_du(ten):
        return ""
    if dia_danh.format(ten) != ten:  # Hồ Chí Minh
        return dia_danh.format(ten)
    said = re.search(rf"\b({'|'.join(dia_danh.LOAI)}) {re.escape(ten)}(?!\w)", gon(" ".join(co_quan)), re.IGNORECASE)
    if said:
        kinds = [said[1].capitalize()]
    else:
        here = named(ten, ngay, tinh_cua(co_quan, ngay)) or named(ten, ngay, "")
        # No other unit is called by a figure alone, today's list has none.
        kinds = sorted({unit.loai for unit in here}) or ["Phường"] * ten.isdigit()
    return " hoặc ".join(f"{kind} {ten}" for kind in kinds)


def viet_du(dia_danh_: str, ngay: date, co_quan: tuple[str, ...] = ()) -> str:
    """Return the place of the date line for one that is abbreviated or in other capitals, with its noun where it surely needs one.

    Of two places, the first.

    >>> viet_du("quang trung", date(2026, 10, 1), ("UBND xã Quang Trung",)), viet_du("bình điền, huế", date(2026, 10, 1))
    ('Xã Quang Trung', 'Bình Điền')
    """
    plain = dia_danh.viet_du(dia_danh_.partition(",")[0])
    full = ten_day_du(plain, ngay, co_quan)
    return plain if not full or " hoặc " in full else full


def ma_gan(ma: str, ngay: date, ten: str = "", tinh: str = "") -> list[DonVi]:
    """Return the units that may be meant by a code nobody has: of the name beside it, or nearly, else with codes that are one slip away.

    >>> day = date(2026, 1, 2)
    >>> [ma_gan(ma, day, tinh="Huế")[0].ten for ma in ("20335", "20053", "20O35")], ma_gan("20036", day, "xã Bình Điền")[0].ma
    (['xã Bình Điền', 'xã Bình Điền', 'xã Bình Điền'], '20035')
    """
    own, above = _split(ten)
    province = _province(above) or tinh
    listed = named(own, ngay, province) or named(own, ngay, "") if own else []
    found = listed or (alike(dia_danh.parse(own)[1], ngay, province) if own and ma else [])
    if found or not ma:
        return found[:3]
    slips = [ma[:n] + "?" + ma[n + 1 :] for n in range(len(ma))] + [ma[:n] + ma[n : n + 2][::-1] + ma[n + 2 :] for n in range(len(ma) - 1)]
    near = patterns.of_words("|".join(re.escape(slip).replace(r"\?", ".") for slip in (*slips, ma.zfill(5))))
    found = [unit for unit in tat_ca(ngay) if near.fullmatch(unit.ma)]
    return sorted(found, key=lambda unit: bool(tinh) and not in_province(unit, tinh))[:3]


def _split(goi: str) -> tuple[str, str]:
    """Return the name of the unit itself, without its body (UBND), and what is said to be above it, of which the last."""
    own, *above = [part.strip(" ,.;:)-") for part in _ABOVE.split(_DASH.sub(" - ", gon(goi)))]
    head, _, tail = own.rpartition(" - ")
    if head and _province(tail):
        own, above = head, above or [tail]
    return BODY.sub("", own), above[-1] if above else ""


@facts.once
def _text() -> str:
    return facts.text(SINCE)


@lru_cache(maxsize=256)
def _province(text: str) -> str:
    """Return *text* if it is the name of a province, or was one's; else nothing."""
    today = {bare_name(head) for head in re.findall(r"^=\d\d (.+)$", _text(), re.MULTILINE)} if text else set()
    return text if text and (bare_name(text) in today or la_tinh_cu(text)) else ""


def _at_a_glance(loai: str, ten: str, tinh: str) -> bool:
    """Tell whether a unit surely stands in the list since 1/7/2025, in its text as it is: to read all of it takes longer than a notice."""
    text, line, at = _text(), f"{loai[0].lower()}{ten}\n", 0
    while (at := text.find(line, at + 1)) > 0:
        head = text.rfind("\n=", 0, at) + 5
        if not tinh or bare_name(text[head : text.index("\n", head)]) == bare_name(tinh):
            return not any(text[at - 5 : at] in change["ma"] for change in changes()["len_phuong"])
    return False
