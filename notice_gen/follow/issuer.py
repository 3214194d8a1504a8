"""The parts of a new findings file that are the issuer's: left out where the office settings say them, else blanks to be filled."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

from notice_gen import blanks, reader
from notice_gen.reader.layers import table_of
from notice_gen.vietnamese.ngay_thang import theo_lich_rieng

Tree = dict[str, Any]


def office(folder: Path) -> Mapping[str, Any]:
    """Return the tree of the office settings in force in *folder*; empty where there are none."""
    layer = reader.office_layer(folder)
    return layer.data if layer else {}


def name(settings: Mapping[str, Any], otherwise: str = blanks.AGENCY) -> str:
    """Return the agency's name in one line."""
    ten = table_of(settings, "co_quan").get("ten", otherwise)
    return ten if isinstance(ten, str) else " ".join(map(str, ten))


def days_off(settings: Mapping[str, Any]) -> AbstractContextManager[None]:
    """Have working days counted as the office does whose *settings* these are, while the context lasts."""
    table = table_of(settings, "ngay_nghi")
    nghi, lam_viec = ([day for day in table.get(key, ()) if isinstance(day, date)] for key in ("nghi", "lam_viec"))
    return theo_lich_rieng(nghi, lam_viec)


def labels(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return what figures are called, by ``[cot]`` of the office settings: the heading of a column, by the figure's name."""
    columns = table_of(settings, "cot").items()
    return {key.removeprefix("so_lieu."): heading for heading, key in columns if isinstance(key, str) and key.startswith("so_lieu.")}


PAST = {"bo_qua": ["han_truoc_ngay_van_ban"]}
"""``[the_thuc]`` of a paper that speaks of deadlines which have passed, as it should."""


def framed(mau: str, body: Tree, settings: Mapping[str, Any], *, van_ban: Tree, gui: list[str], like: Mapping[str, Any] = {}) -> Tree:
    """Return the tree of a findings file, keys in the order of the page.

    Args: *mau*: its type; *body*: the tables of its text, ``[don_vi]`` and figures; *settings*: of the office; *van_ban*: what stands
    there beside the place; *gui*: recipients; *like*: a paper of the same issuer, whose own values are taken over.
    """
    def given(table: str, *keys: str) -> Tree:
        own = {key: table_of(like, table)[key] for key in keys if key in table_of(like, table)}
        return own or {key: blank for key, blank in _BLANK[table].items() if key in keys and key not in table_of(settings, table)}

    tree: Tree = {"phien_ban": 1, "mau": mau}
    co_quan = given("co_quan", "chu_quan", "ten", "viet_tat", "dia_chi")
    ky = given("ky", "nguoi_ky", "quyen_han", "chuc_vu", "ho_ten")
    tree |= {"co_quan": co_quan} if co_quan else {}
    tree |= {"don_vi": body["don_vi"]} if "don_vi" in body else {}
    tree["van_ban"] = {**van_ban, **given("van_ban", "dia_danh")}
    tree |= {key: value for key, value in body.items() if key != "don_vi"}
    tree["noi_nhan"] = {"gui": gui, **given("noi_nhan", "luu")}
    tree |= {"ky": ky} if ky and not ("nguoi_ky" in table_of(settings, "ky") and not table_of(like, "ky")) else {}
    return tree


_BLANK: Mapping[str, Tree] = {
    "co_quan": {"ten": blanks.AGENCY, "viet_tat": "UBND"},
    "van_ban": {"dia_danh": blanks.PLACE},
    "noi_nhan": {"luu": "VT"},
    "ky": {"chuc_vu": blanks.POST, "ho_ten": blanks.NAME},
}
