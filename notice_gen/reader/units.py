"""``don_vi.ma``: the unit's name and province, from the list that holds on the notice's date."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from notice_gen.errors import N_, InputError, Problem
from notice_gen.reader import build
from notice_gen.reader.layers import Layer, table_of

_PATH = ("don_vi", "ma")
_NAME = "danh mục đơn vị hành chính"


def with_unit(layers: Sequence[Layer], today: date) -> tuple[tuple[Layer, ...], tuple[Problem, ...]]:
    """Add what the code in ``[don_vi]`` tells, just under the layer that gives the code: what is said with it, or above, stands.

    So a row of data that gives a code alone is not called by the name in the common file.

    Args:
        layers: all layers so far, lowest first.
        today: stands for the date of a draft that has none.

    Returns:
        The layers, with one more for ``don_vi.ten`` and ``don_vi.tinh`` when the code is known, and warnings
        without a place.  A code that is not known refuses the notice only when nothing names the unit with it; a code
        beside the name of another unit of its province refuses it always: one of two communes would get the other's notice.
    """
    layers = tuple(layers)
    at = len(layers) - 1
    while at >= 0 and "ma" not in table_of(layers[at].data, "don_vi"):
        at -= 1
    ma = table_of(layers[at].data, "don_vi").get("ma")
    if not isinstance(ma, str):
        return layers, ()
    from notice_gen.vietnamese import don_vi as units

    ten, ngay = _said(layers[at:], "don_vi", "ten"), _said(layers, "van_ban", "ngay")
    don_vi = {} if ten is None else {"ten": ten}
    day = ngay if isinstance(ngay, date) and not isinstance(ngay, datetime) else today
    try:
        unit = units.theo_ma(ma, day)
    except InputError as error:
        problems = [dataclasses.replace(problem, path=_PATH) for problem in error.problems]
        if "ten" in don_vi:
            return layers, tuple(problems)
        refused = [dataclasses.replace(problem, level="error") for problem in problems]
        return (*layers[:at], Layer(_NAME, "", {}, build.locate(refused, layers)), *layers[at:]), ()
    other = _other_name(unit.ten, ma, don_vi)
    if other and _is_another(other.values["found"], ma, day, unit.tinh.ten):
        refused = [dataclasses.replace(other, path=_PATH, level="error")]
        return (*layers[:at], Layer(_NAME, "", {}, build.locate(refused, layers)), *layers[at:]), ()
    doubts = [units.chua_ro(unit, day), other]
    found = tuple(dataclasses.replace(doubt, path=_PATH) for doubt in doubts if doubt)
    told = Layer(_NAME, "", {"don_vi": {"ten": unit.ten, "tinh": unit.tinh.ten}})
    return (*layers[:at], told, *layers[at:]), found


def _other_name(ten: str, ma: str, don_vi: Mapping[str, Any]) -> Problem | None:
    written = don_vi.get("ten", ten)
    if not isinstance(written, str) or written.strip().lower() == ten.lower():
        return None
    return Problem(
        N_("Mã {ma} là {ten}, còn ten ghi “{found}”."),
        N_("Sửa mã hoặc tên cho cùng một đơn vị; để trống tên thì tên lấy theo mã."),
        {"ma": ma, "ten": ten, "found": written},
        level="warning",
    )


def _is_another(ten: Any, ma: str, day: date, tinh: str) -> bool:
    """Tell whether *ten* is surely the name of a unit with another code."""
    from notice_gen.vietnamese import don_vi as units

    try:
        return units.tim(ten, day, tinh).ma != ma
    except InputError:
        return False


def _said(layers: Sequence[Layer], table: str, key: str) -> Any:
    """Return what the uppermost layer that says it says."""
    for layer in reversed(layers):
        found = table_of(layer.data, table)
        if key in found:
            return found[key]
    return None
