"""``ky.nguoi_ky``: one of the office's signers, by the code that ``[[nguoi_ky]]`` gives."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from notice_gen.errors import N_, Place, Problem
from notice_gen.reader import build
from notice_gen.reader.layers import OFFICE_FILE, Layer, table_of
from notice_gen.records import Same

_PATH = ("ky", "nguoi_ky")
_WHO = {"chuc_vu", "ho_ten"}


def with_signer(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Add what ``[[nguoi_ky]]`` tells of the signer named, just under the layer that names it.

    The named signer stands in place of a ``[ky]`` further down, whole: one who signs for himself must not
    keep another's ``TL.``.  So does one whom a file itself tells by post and name.  What is said beside the name, or above, stands.

    Args:
        layers: all layers so far, lowest first.

    Returns:
        The layers, with one more for ``ky``.  A name that no signer has refuses the notice when it is read.
    """
    if layers[-1].where and "ky" not in layers[-1].data and "nguoi_ky" not in layers[-1].data:  # a row of data without a say in it
        return (*_with_signer(tuple(map(Same, layers[:-1]))), layers[-1])
    return _with_signer(tuple(map(Same, layers)))


@lru_cache(maxsize=64)  # the same lower layers for every notice of a mailing
def _with_signer(these: tuple[Same[Layer], ...]) -> tuple[Layer, ...]:
    layers = _own_signer([one.thing for one in these])
    if not any("nguoi_ky" in table_of(layer.data, "ky") for layer in layers):
        return tuple(layers)
    at = max(n for n, layer in enumerate(layers) if "nguoi_ky" in table_of(layer.data, "ky"))
    ma = table_of(layers[at].data, "ky")["nguoi_ky"] if at >= 0 else None
    if not isinstance(ma, str):
        return tuple(layers)
    home = max((n for n, layer in enumerate(layers) if isinstance(layer.data.get("nguoi_ky"), list)), default=-1)
    known = _codes(layers[home]) if home >= 0 else {}
    below = [_without_signer(Same(layer)) for layer in layers[:at]]
    if ma not in known:
        return (*below, Layer("", "", {"ky": _stand_in()}, build.locate([_unknown(ma, known)], layers)), *layers[at:])
    if len(known[ma]) > 1:
        twice = _twice(ma, known[ma][1])
        return (*below, Layer("", "", {"ky": _stand_in()}, build.locate([twice], layers)), *layers[at:])
    return (*below, _told(Same(layers[home]), known[ma][0]), *layers[at:])


def _own_signer(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Return *layers* without what lies, of ``[ky]``, below a file that gives its signer's post and name.

    A row of data is no file: it fills in cells of the signature that its common file has.  Where the form itself says
    as what one signs (the chair, in minutes), the office's usual signer has no say.
    """
    usual = -1
    if "chuc_vu" in table_of(layers[0].data, "ky"):
        usual = next((n for n, layer in enumerate(layers) if Path(layer.file).name == OFFICE_FILE), -1)
    whole = (n for n, layer in enumerate(layers) if n != usual and not layer.where and table_of(layer.data, "ky").keys() >= _WHO)
    at = max(whole, default=0)
    return tuple(_without_signer(Same(layer)) if (n < at or n == usual) and "ky" in layer.data else layer for n, layer in enumerate(layers))


def _codes(home: Layer) -> dict[str, list[int]]:
    """Return which signers have each code."""
    codes: dict[str, list[int]] = {}
    for n, one in enumerate(home.data["nguoi_ky"]):
        if isinstance(one, Mapping) and isinstance(one.get("ma"), str):
            codes.setdefault(one["ma"], []).append(n)
    return codes


@lru_cache(maxsize=64)  # the same layers for every notice of a mailing, which then need not be read again
def _without_signer(layer: Same[Layer]) -> Layer:
    data = {key: value for key, value in layer.thing.data.items() if key != "ky"}
    return dataclasses.replace(layer.thing, data=data)


@lru_cache(maxsize=64)
def _told(known: Same[Layer], n: int) -> Layer:
    """Return the signer's own words as a ``[ky]``, each placed where ``[[nguoi_ky]]`` says it."""
    home = known.thing

    def where(path: tuple[str | int, ...], found: str) -> Place:
        (placed,) = build.locate([Problem("", path=("nguoi_ky", n, *path[1:]), found=found)], [home])
        return placed.place or Place(home.file)

    words = {key: value for key, value in home.data["nguoi_ky"][n].items() if key != "ma"}
    return Layer(home.file, "", {"ky": words}, where=where)


def _stand_in() -> dict[str, Any]:
    """Return a signer of whom nothing more is to be said: the fault is that none is known."""
    from notice_gen.model import Ky
    from notice_gen.reader import keys

    return keys.stand_in(Ky)


def _unknown(ma: str, known: Mapping[str, Any]) -> Problem:
    from notice_gen.reader import keys

    if not known:
        return Problem(
            N_("Không có người ký nào mang mã “{ma}”: chưa có bảng [[nguoi_ky]] nào."),
            N_("Thêm vào notice-gen.toml bảng [[nguoi_ky]] với ma, quyen_han, chuc_vu, ho_ten; hoặc bỏ nguoi_ky và ghi thẳng chuc_vu, ho_ten trong [ky]."),
            {"ma": ma}, _PATH, ma,
        )  # fmt: skip
    near = keys.close(ma, known)
    hint = N_("Có phải ý bạn là \"{gan}\"? Các mã đang có: {cac_ma}.") if near else N_("Các mã đang có: {cac_ma}.")
    return Problem(N_("Không có người ký nào mang mã “{ma}”."), hint, {"ma": ma, "gan": near or "", "cac_ma": ", ".join(known)}, _PATH, ma)


def _twice(ma: str, n: int) -> Problem:
    return Problem(N_("Có hai người ký cùng mã “{ma}”."), N_("Đặt cho mỗi người trong [[nguoi_ky]] một mã khác nhau."), {"ma": ma}, ("nguoi_ky", n, "ma"), ma)
