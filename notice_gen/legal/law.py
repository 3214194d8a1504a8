"""Reads ``data/nghi-dinh-*.toml``: no number of the decree stands in code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from notice_gen import kept
from notice_gen.records import record

_DATA = Path(__file__).parent.parent / "data"
_FILES = ("nghi-dinh-30-2020.toml",)  # oldest first


@record
class Range:
    """What the decree allows for one measure.

    Attributes:
        label: its name for the clerk (``Cỡ chữ lời văn``).
        minimum, maximum: the ends; ``None`` where the decree sets none.
        choices: the only values allowed, when they are listed one by one.
        default: what we print when nothing is asked.
        unit: ``pt``, ``mm``, ``cm``, or what the figure multiplies.
        dieu: where the decree says so.
    """

    label: str
    minimum: Decimal | None
    maximum: Decimal | None
    choices: tuple[Decimal, ...]
    default: Decimal
    unit: str
    dieu: str

    @property
    def text(self) -> str:
        """The range as a clerk reads it: ``từ 13 đến 14 pt``, ``1 hoặc 1,27 cm``."""
        if self.choices:
            words = " hoặc ".join(map(_figure, self.choices))
        elif self.maximum is None:
            words = f"từ {_figure(self.minimum)} trở lên" if self.minimum is not None else ""
        elif self.minimum == self.maximum:
            words = _figure(self.maximum)
        else:
            words = f"từ {_figure(self.minimum or Decimal(0))} đến {_figure(self.maximum)}"
        return words.replace(" trở lên", f" {self.unit} trở lên") if "trở lên" in words else f"{words} {self.unit}"

    @property
    def schema_type(self) -> Any:
        """The Python type that says the same in a JSON Schema: ``float``, or a ``Literal`` of the choices."""
        plain = tuple(int(c) if c == int(c) else float(c) for c in self.choices)
        return Literal[plain] if plain else float

    def allows(self, value: int | Decimal) -> bool:
        """Tell whether the decree allows *value* (in :attr:`unit`).

        >>> law().ranges["thut_dau_dong"].allows(Decimal("1.27")), law().ranges["co_chu"].allows(12)
        (True, False)
        """
        if self.choices:
            return value in self.choices
        above = self.minimum is None or value >= self.minimum
        return above and (self.maximum is None or value <= self.maximum)


@record
class LoaiVanBan:
    """A type of document.

    Attributes:
        ma: its code (``TB``; empty for a công văn).
        ten: its name.
        mau: its form of Phụ lục III; empty where there is none.
        dieu: where the decree says so.
        quyet: the words of decision that its form prints before the body (``QUYẾT ĐỊNH:``).
    """

    ma: str
    ten: str
    mau: str
    dieu: str
    quyet: str = ""


@record
class ThanhPhan:
    """How one component of the page is set.

    Attributes:
        ten: its name.
        co_chu: its size in pt.
        dam, nghieng, in_hoa: bold, italic, capitals.
    """

    ten: str
    co_chu: Range
    dam: bool
    nghieng: bool
    in_hoa: bool


@record
class QuyenHan:
    """A signing prefix: its letters (``TL``), what it says, and what it stands before."""

    ma: str
    ten: str
    truoc: str
    dieu: str


@record
class Law:
    """One decree.

    Attributes:
        so_ky_hieu: its number (``30/2020/NĐ-CP``).
        hieu_luc: the day it came into force.
        ranges: the measures an office may choose, by their key in ``[dinh_dang]``.
        duong_ke: length of the rules below issuer and trích yếu, as a share of their line.
        thanh_phan: sizes and styles by component.
        loai: types of documents and copies that have a code, by code.
        loai_khong_ma: the types without one.
        quyen_han: signing prefixes by their letters.
        khung_khan: width and height in mm of the urgency stamps.
        kho_giay: width and height of the paper in mm.
    """

    so_ky_hieu: str
    hieu_luc: date
    ranges: Mapping[str, Range]
    duong_ke: Range
    thanh_phan: Mapping[str, ThanhPhan]
    loai: Mapping[str, LoaiVanBan]
    loai_khong_ma: tuple[LoaiVanBan, ...]
    quyen_han: Mapping[str, QuyenHan]
    khung_khan: Mapping[str, tuple[int, int]]
    kho_giay: tuple[int, int]


@lru_cache(maxsize=256)
def law(on: date | None = None) -> Law:
    """Return the decree in force.

    Args:
        on: the document's date; ``None`` means the newest.  Before the first decree we know, that one serves.

    >>> law().loai["TB"].ten
    'Thông báo'
    """
    known = _known()
    if on is None:
        return known[-1]
    return next((one for one in reversed(known) if one.hieu_luc <= on), known[0])


@cache
def _known() -> tuple[Law, ...]:
    return tuple(_law(read_data(name)) for name in _FILES)


def read_data(name: str) -> Any:
    """Return a file of ``notice_gen/data`` as plain data, kept once parsed: that takes longer than checking a notice."""
    path = _DATA / name
    status = path.stat()
    kept_as = kept.name(Path(__file__).parent, path.name, status.st_mtime_ns, status.st_size)
    return kept.made_once(kept_as, lambda: tomllib.loads(path.read_text("utf-8"), parse_float=Decimal))


def _law(raw: Mapping[str, Any]) -> Law:
    ranges = {key: _range(table) for key, table in raw["khoang"].items()}
    types = [LoaiVanBan(**table) for table in raw["loai"]]
    paper = raw["kho_giay"]
    return Law(
        so_ky_hieu=raw["so_ky_hieu"],
        hieu_luc=raw["hieu_luc"],
        ranges=MappingProxyType({key: limit for key, limit in ranges.items() if key != "duong_ke"}),
        duong_ke=ranges["duong_ke"],
        thanh_phan=MappingProxyType({key: _thanh_phan(table) for key, table in raw["thanh_phan"].items()}),
        loai=MappingProxyType({one.ma: one for one in types if one.ma}),
        loai_khong_ma=tuple(one for one in types if not one.ma),
        quyen_han=MappingProxyType({ma: QuyenHan(ma, **table) for ma, table in raw["quyen_han"].items()}),
        khung_khan=MappingProxyType({key: (rong, cao) for key, (rong, cao) in raw["khung_khan"].items()}),
        kho_giay=(paper["rong"], paper["cao"]),
    )


def _range(table: Mapping[str, Any]) -> Range:
    def number(key: str) -> Decimal | None:
        return Decimal(table[key]) if key in table else None

    choices = tuple(map(Decimal, table.get("chon", ())))
    default = Decimal(table["mac_dinh"])
    unit = table.get("don_vi", "pt")
    return Range(table["ten"], number("tu"), number("den"), choices, default, unit, table["dieu"])


def _thanh_phan(table: Mapping[str, Any]) -> ThanhPhan:
    kieu = table["kieu"]
    return ThanhPhan(table["ten"], _range(table), "đậm" in kieu, "nghiêng" in kieu, "in hoa" in kieu)


def _figure(value: Decimal | None) -> str:
    return f"{value:f}".replace(".", ",") if value is not None else ""
