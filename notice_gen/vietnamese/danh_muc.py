"""The lists of communes and provinces, each unit as it was on a date.

Nghị quyết 202/2025/QH15 and the resolutions in ``data/tinh.toml``.  The lists are snapshots (early 2025
and 25/7/2026); the dated changes are laid over them here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from notice_gen import facts
from notice_gen.records import record
from notice_gen.vietnamese import dia_danh
from notice_gen.vietnamese.chu_cai import bo_dau

KINDS = {"x": "Xã", "p": "Phường", "t": "Thị trấn", "đ": "Đặc khu"}
"""The kinds of communes, by the mark that stands for each in the lists."""
BEFORE = "don-vi-truoc-2025-07.txt"
SINCE = "don-vi-tu-2025-07.txt"


@record
class Tinh:
    """A province or a centrally-run city on a date."""

    ma: str  # its code since 1/7/2025; for a former province the code of the one it went into
    loai: str  # Tỉnh or Thành phố
    ten_rieng: str  # its own name, "Nghệ An"

    @property
    def ten(self) -> str:
        """The name inside a sentence, ``tỉnh Nghệ An``."""
        return dia_danh.trong_cau(self.loai, self.ten_rieng)


@record
class DonVi:
    """A commune, ward, township or special zone on a date."""

    ma: str  # its code of five digits
    loai: str  # Xã, Phường, Thị trấn or Đặc khu
    ten_rieng: str  # its own name, "Bình Điền"
    tinh: Tinh  # its province
    huyen: str = ""  # its district, before 1/7/2025

    @property
    def ten(self) -> str:
        """The name inside a sentence, ``xã Bình Điền``."""
        return dia_danh.trong_cau(self.loai, self.ten_rieng)

    @property
    def day_du(self) -> str:
        """The name with all that it belongs to."""
        return ", ".join(filter(None, (self.ten, self.huyen and self.huyen[0].lower() + self.huyen[1:], self.tinh.ten)))


@cache
def read(name: str) -> Mapping[str, DonVi]:
    """Return the units of a list by code, as of the day of the list."""
    units: dict[str, DonVi] = {}
    tinh, huyen = Tinh("", "", ""), ""
    for line in facts.text(name).splitlines():
        mark = line[0]
        if mark == "=":
            tinh, huyen = Tinh(line[1:3], *dia_danh.parse(line[4:])), ""
        elif mark == "-":
            huyen = line[1:]
        elif mark != "#":
            units[line[:5]] = DonVi(line[:5], KINDS[line[5]], line[6:], tinh, huyen)
    return units


def all_levels(name: str) -> set[tuple[str, str]]:
    """Return the communes, districts and provinces of a list, each by its kind and its own name."""
    listed = read(name).values()
    districts = {dia_danh.parse(huyen) for huyen in {unit.huyen for unit in listed} if huyen}
    return {(unit.loai, unit.ten_rieng) for commune in listed for unit in (commune, commune.tinh)} | districts


def khong_dau(text: str) -> str:
    """Return a text in small letters without marks."""
    return bo_dau(text).lower()


@lru_cache(maxsize=4096)
def nhu_danh_muc(loai: str, ten: str, fold: Callable[[str], str] = str.lower, lists: tuple[str, ...] = (SINCE, BEFORE)) -> str:
    """Return the name of a unit of *lists* by its kind and its name as *fold* makes them; nothing when none has it.

    It is looked for in the text of the lists: to read all of it takes longer than a notice.

    >>> nhu_danh_muc("xã", "bình điền"), nhu_danh_muc("tinh", "nghe an", khong_dau), nhu_danh_muc("xã", "bình")
    ('Bình Điền', 'Nghệ An', '')
    """
    marks = [mark for mark, kind in KINDS.items() if fold(kind) == loai]
    for listed in lists:
        text = _folded(listed, fold)
        for head in map(fold, marks or (f"-{loai} ", f" {loai} ")):
            at = text.find(line := f"{head}{ten}\n")
            while at >= 0 and text[at - 1] not in "0123456789\n":  # the end of another name
                at = text.find(line, at + 1)
            if at >= 0:
                start = at + len(head)
                return lines(listed)[start : start + len(ten)]
    return ""


@cache
def _folded(name: str, fold: Callable[[str], str]) -> str:
    return fold(lines(name))


@cache
def lines(name: str) -> str:
    """Return the text of a list: looking for a line in it is faster than to read all of it."""
    return f"{facts.text(name)}\n"


@cache
def names(name: str) -> Mapping[str, tuple[DonVi, ...]]:
    """Return the units of a list by their bare names without diacritics."""
    found: dict[str, list[DonVi]] = defaultdict(list)
    for unit in read(name).values():
        found[khong_dau(unit.ten_rieng)].append(unit)
    return {key: tuple(units) for key, units in found.items()}


@facts.once
def changes() -> dict[str, Any]:
    """Return the dated changes."""
    return facts.table("tinh.toml")


def two_levels(ngay: date) -> bool:
    """Tell whether the district level is gone on a date."""
    return bool(ngay >= changes()["hai_cap_tu"])


def du_danh_muc(ngay: date) -> bool:
    """Tell whether every unit of a date is in the lists: none was made since, or was gone before."""
    return bool(changes()["biet_tu"] <= ngay <= changes()["biet_den"])


def list_of(ngay: date) -> str:
    """Return the name of the list that holds on a date."""
    return SINCE if two_levels(ngay) else BEFORE


def units(ngay: date) -> Mapping[str, DonVi]:
    """Return the units of the list that holds on a date; :func:`on` tells how they were."""
    return read(list_of(ngay))


def day_of_other_list(ngay: date) -> date:
    """Return the nearest day on which the other list holds."""
    first: date = changes()["hai_cap_tu"]
    return first - timedelta(days=1) if two_levels(ngay) else first


def on(unit: DonVi, ngay: date) -> DonVi:
    """Return *unit*, listed as of 25/7/2026 or early 2025, as it was on a date."""
    loai, tinh = unit.loai, tinh_vao(unit.tinh, ngay)
    if not two_levels(ngay):
        return DonVi(unit.ma, loai, unit.ten_rieng, tinh, unit.huyen)
    for change in changes()["len_phuong"]:
        if unit.ma in change["ma"]:
            loai = "Phường" if ngay >= change["tu"] else "Xã"
    return unit if unit.loai == loai and unit.tinh is tinh and not unit.huyen else DonVi(unit.ma, loai, unit.ten_rieng, tinh)


def tinh_vao(tinh: Tinh, ngay: date) -> Tinh:
    """Return a province of the list that holds on a date as it was then."""
    if two_levels(ngay):
        change = next((change for change in changes()["len_thanh_pho"] if change["ma"] == tinh.ma), None)
        return Tinh(tinh.ma, "Thành phố" if ngay >= change["tu"] else "Tỉnh", tinh.ten_rieng) if change else tinh
    change = next((change for change in changes()["ten_cu"] if change["ten"] == tinh.ten_rieng and ngay <= change["den"]), None)
    return Tinh(tinh.ma, change["loai_cu"], change["ten_rieng_cu"]) if change else tinh
