"""Reads ``data/nghi-dinh-*.toml``, one file a decree: no number of a decree stands in code.

A new decree is a new file and its name in :data:`facts.DECREES`.  A file that begins ``sua_doi = "30/2020/NĐ-CP"`` says only what
it changes of that decree.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from notice_gen import facts
from notice_gen.errors import N_, Words, either, joined
from notice_gen.records import record

_ENDS = ("tu", "den", "chon")


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
            return joined(" ", (either([*map(_figure, self.choices)]), self.unit))
        low, high = _figure(self.minimum or Decimal(0)), _figure(self.maximum)
        if low == high:
            return joined(" ", (high, self.unit))
        sentence = N_("từ {thap} đến {cao} {don_vi}") if high else N_("từ {thap} {don_vi} trở lên")
        return Words(sentence, thap=low, cao=high, don_vi=self.unit)

    @property
    def schema_type(self) -> Any:
        """The Python type that says the same in a JSON Schema: ``float``, or a ``Literal`` of the choices."""
        plain = tuple(int(c) if c == int(c) else float(c) for c in self.choices)
        return Literal[plain] if plain else float

    def allows(self, value: int | Decimal) -> bool:
        """Tell whether the decree allows *value* (in :attr:`unit`).

        >>> ranges = law(date(2026, 11, 23)).ranges
        >>> ranges["thut_dau_dong"].allows(Decimal("1.27")), ranges["co_chu"].allows(12)
        (True, False)
        """
        if self.choices:
            return value in self.choices
        above = self.minimum is None or value >= self.minimum
        return above and (self.maximum is None or value <= self.maximum)


@record
class LoaiVanBan:
    """A type of document."""

    ma: str  # its code ("TB"; empty for a công văn)
    ten: str  # its name
    mau: str  # its form of Phụ lục III; empty where there is none
    dieu: str  # where the decree says so
    quyet: str = ""  # the words of decision that its form prints before the body ("QUYẾT ĐỊNH:")


@record
class ThanhPhan:
    """How one component of the page is set.

    Attributes:
        ten: its name.
        co_chu: its size in pt.
        dam, nghieng: bold, italic.
    """

    ten: str
    co_chu: Range
    dam: bool
    nghieng: bool


@record
class QuyenHan:
    """A signing prefix: its letters (``TL``), what it says, and what it stands before."""

    ma: str
    ten: str
    truoc: str
    dieu: str


@record
class Law:
    """One decree."""

    so_ky_hieu: str  # its number ("30/2020/NĐ-CP")
    hieu_luc: date  # the day it came into force
    ranges: Mapping[str, Range]  # the measures an office may choose, by their key in "[dinh_dang]"
    duong_ke: Range  # length of the rules below issuer and trích yếu, as a share of their line
    thanh_phan: Mapping[str, ThanhPhan]  # sizes and styles by component
    loai: Mapping[str, LoaiVanBan]  # types of documents and copies that have a code, by code
    loai_khong_ma: tuple[LoaiVanBan, ...]  # the types without one
    quyen_han: Mapping[str, QuyenHan]  # signing prefixes by their letters
    khung_khan: Mapping[str, tuple[int, int]]  # width and height in mm of the urgency stamps
    kho_giay: tuple[int, int]  # width and height of the paper in mm
    dieu: Mapping[str, str]  # where the decree says what is no measure, by what it is about

    def size(self, part: str, co_chu_dau: Decimal) -> Decimal:
        """Return the size in pt of a component of the head when the place and date have *co_chu_dau*: all go down together.

        >>> law(date(2026, 11, 23)).size("co_quan", Decimal(14))
        Decimal('13')
        """
        return co_chu_dau + self.thanh_phan[part].co_chu.default - self.thanh_phan["dia_danh"].co_chu.default


def law(on: date) -> Law:
    """Return the decree in force.

    Args:
        on: the date of the document; of a draft, or of one whose date cannot be read, the day on which it is made or judged.
            Before the first decree known, that one serves: offices then wrote much as it says, and no older text is data here.

    >>> law(date(2026, 11, 23)).loai["TB"].ten
    'Thông báo'
    """
    return _in_force(on, facts.decrees())


@lru_cache(maxsize=1024)
def _in_force(on: date, files: tuple[str, ...]) -> Law:
    known = _read(files)
    return next((decree for decree in reversed(known) if decree.hieu_luc <= on), known[0])


def every() -> tuple[Law, ...]:
    """Return all decrees known, the oldest first: for what no date tells, such as what an editor may offer."""
    return _read(facts.decrees())


def decree(so_ky_hieu: str) -> Law:
    """Return a decree by its number.

    >>> decree("30/2020/NĐ-CP").hieu_luc
    datetime.date(2020, 3, 5)
    """
    return next(one for one in every() if one.so_ky_hieu == so_ky_hieu)


@lru_cache(maxsize=8)
def _read(files: tuple[str, ...]) -> tuple[Law, ...]:
    texts: dict[str, Mapping[str, Any]] = {}
    for path in files:
        raw = facts.file(path)
        texts[raw["so_ky_hieu"]] = _amended(texts[raw["sua_doi"]], raw) if "sua_doi" in raw else raw
    return tuple(map(_law, texts.values()))


def _amended(before: Mapping[str, Any], raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return a decree with the changes *raw*: tables key by key, types of documents by their name, a measure with all its ends."""
    kept = {key: value for key, value in before.items() if key not in _ENDS} if any(end in raw for end in _ENDS) else before
    both = {
        key: _amended(kept[key], value) if isinstance(value, Mapping) and key in kept else value
        for key, value in raw.items()
        if key != "loai"
    }
    if "loai" in raw:
        both["loai"] = [*{table["ten"]: table for table in (*before["loai"], *raw["loai"])}.values()]
    return {**kept, **both}


def _law(raw: Mapping[str, Any]) -> Law:
    ranges = {key: _range(table) for key, table in raw["khoang"].items()}
    types = [LoaiVanBan(**table) for table in raw["loai"]]
    paper = raw["kho_giay"]
    return Law(
        so_ky_hieu=raw["so_ky_hieu"], hieu_luc=raw["hieu_luc"],
        ranges=MappingProxyType({key: limit for key, limit in ranges.items() if key != "duong_ke"}), duong_ke=ranges["duong_ke"],
        thanh_phan=MappingProxyType({key: _thanh_phan(table) for key, table in raw["thanh_phan"].items()}),
        loai=MappingProxyType({one.ma: one for one in types if one.ma}), loai_khong_ma=tuple(one for one in types if not one.ma),
        quyen_han=MappingProxyType({ma: QuyenHan(ma, **table) for ma, table in raw["quyen_han"].items()}),
        khung_khan=MappingProxyType({key: (rong, cao) for key, (rong, cao) in raw["khung_khan"].items()}),
        kho_giay=(paper["rong"], paper["cao"]), dieu=MappingProxyType(raw["noi_quy_dinh"]),
    )


def _range(table: Mapping[str, Any]) -> Range:
    def number(key: str) -> Decimal | None:
        return Decimal(table[key]) if key in table else None

    choices, default = tuple(map(Decimal, table.get("chon", ()))), Decimal(table["mac_dinh"])
    return Range(Words(table["ten"]), number("tu"), number("den"), choices, default, Words(table.get("don_vi", "pt")), table["dieu"])


def _thanh_phan(table: Mapping[str, Any]) -> ThanhPhan:
    kieu = table["kieu"]
    return ThanhPhan(Words(table["ten"]), _range(table), "đậm" in kieu, "nghiêng" in kieu)


def _figure(value: Decimal | None) -> str:
    return f"{value:f}".replace(".", ",") if value is not None else ""
