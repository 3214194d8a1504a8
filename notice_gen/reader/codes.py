"""Codes in place of words: ``ky.nguoi_ky``, one of the office's signers; ``don_vi.ma``, a unit of the list of its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, InputError, KeyPath, Place, Problem
from notice_gen.reader.layers import OFFICE_FILE, Layer, locate, table_of
from notice_gen.records import remembered, replace

if TYPE_CHECKING:
    from notice_gen.vietnamese.don_vi import DonVi

_SIGNER, _UNIT = ("ky", "nguoi_ky"), ("don_vi", "ma")
_WHO = {"chuc_vu", "ho_ten"}
LIST_OF_UNITS = "danh mục đơn vị hành chính"
"""The layer of what a unit's code stands for."""


def filled_in(layers: Sequence[Layer], today: date) -> tuple[tuple[Layer, ...], tuple[Problem, ...]]:
    """Return *layers* with what their codes stand for, and warnings without a place; see :func:`with_signer`, :func:`with_unit`."""
    return with_unit(with_signer(layers), today)


def with_signer(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Add what ``[[nguoi_ky]]`` says of the signer named, just under the layer that names it; *layers* are all so far, lowest first.

    The named signer stands in place of a ``[ky]`` further down, whole: one who signs for himself must not keep another's ``TL.``.
    So does one whom a file itself names by post and name.  What is said beside the name, or above, stands.  A name that no signer has
    refuses the notice when it is read.
    """
    if layers[-1].where and "ky" not in layers[-1].data and "nguoi_ky" not in layers[-1].data:  # a row of data without a say in it
        return (*_with_signer(*layers[:-1]), layers[-1])
    return _with_signer(*layers)


@remembered(64)  # the same lower layers for every notice of a mailing
def _with_signer(*these: Layer) -> tuple[Layer, ...]:
    layers = _own_signer(these)
    at = max((n for n, layer in enumerate(layers) if "nguoi_ky" in table_of(layer.data, "ky")), default=-1)
    ma = table_of(layers[at].data, "ky")["nguoi_ky"] if at >= 0 else None
    if not isinstance(ma, str):
        return layers
    home = next((layer for layer in reversed(layers) if isinstance(layer.data.get("nguoi_ky"), list)), None)
    codes: dict[str, list[int]] = {}
    for n, signer in enumerate(home.data["nguoi_ky"] if home else ()):
        if isinstance(signer, Mapping) and isinstance(signer.get("ma"), str):
            codes.setdefault(signer["ma"], []).append(n)
    if home and len(codes.get(ma, ())) == 1:
        signer = _signer(home, codes[ma][0])
    else:  # a signer of whom nothing more is to be said: the fault is that none is known
        from notice_gen.model import Ky
        from notice_gen.reader import keys

        fault = _unknown(ma, codes)
        if ma in codes:
            message, hint = N_("Có hai người ký cùng mã “{ma}”."), N_("Đặt cho mỗi người trong [[nguoi_ky]] một mã khác nhau.")
            fault = Problem(message, hint, {"ma": ma}, ("nguoi_ky", codes[ma][1], "ma"), ma)
        signer = Layer("", "", {"ky": keys.stand_in(Ky)}, locate([fault], layers))
    return (*(_without_signer(layer) for layer in layers[:at]), signer, *layers[at:])


def _own_signer(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Return *layers* without what lies, of ``[ky]``, below a file that gives its signer's post and name.

    A row of data is no file: it fills in cells of the signature that its common file has.  Where the form itself says
    as what one signs (the chair, in minutes), the office's usual signer has no say.
    """
    usual = -1
    if "chuc_vu" in table_of(layers[0].data, "ky"):
        usual = next((n for n, layer in enumerate(layers) if PurePath(layer.file).name == OFFICE_FILE), -1)
    whole = (n for n, layer in enumerate(layers) if n != usual and not layer.where and table_of(layer.data, "ky").keys() >= _WHO)
    at = max(whole, default=0)
    return tuple(_without_signer(layer) if (n < at or n == usual) and "ky" in layer.data else layer for n, layer in enumerate(layers))


@remembered(64)  # the same layers for every notice of a mailing, which then need not be read again
def _without_signer(layer: Layer) -> Layer:
    data = {key: value for key, value in layer.data.items() if key != "ky"}
    return replace(layer, data=data)


@remembered(64, same=1)
def _signer(home: Layer, n: int) -> Layer:
    """Return the signer's own words as a ``[ky]``, each placed where ``[[nguoi_ky]]`` says it."""
    def where(path: KeyPath, found: str) -> Place:
        (placed,) = locate([Problem("", path=("nguoi_ky", n, *path[1:]), found=found)], [home])
        return placed.place or Place(home.file)

    words = {key: value for key, value in home.data["nguoi_ky"][n].items() if key != "ma"}
    return Layer(home.file, "", {"ky": words}, where=where)


def _unknown(ma: str, codes: Mapping[str, Any]) -> Problem:
    from notice_gen.reader import keys

    if not codes:
        message = N_("Không có người ký nào mang mã “{ma}”: chưa có bảng [[nguoi_ky]] nào.")
        hint = N_("Thêm vào notice-gen.toml bảng [[nguoi_ky]] với ma, quyen_han, chuc_vu, ho_ten; hoặc bỏ nguoi_ky và ghi thẳng chuc_vu, ho_ten trong [ky].")  # noqa: E501
        return Problem(message, hint, {"ma": ma}, _SIGNER, ma)
    near = keys.close(ma, codes)
    hint = N_("Có phải ý bạn là \"{gan}\"? Các mã đang có: {cac_ma}.") if near else N_("Các mã đang có: {cac_ma}.")
    values = {"ma": ma, "gan": near or "", "cac_ma": ", ".join(codes)}
    return Problem(N_("Không có người ký nào mang mã “{ma}”."), hint, values, _SIGNER, ma)


def with_unit(layers: Sequence[Layer], today: date) -> tuple[tuple[Layer, ...], tuple[Problem, ...]]:
    """Add what the code in ``[don_vi]`` stands for, just under the layer that gives the code: what is said with it, or above, stands.

    So a row of data that gives a code alone is not called by the name in the common file.  *today* stands for the date of a draft.

    Returns:
        The layers, with one more for ``don_vi.ten`` and ``don_vi.tinh`` when the code is known, and warnings without a place.  A code that
        neither the list nor ``[[don_vi_rieng]]`` knows, or one beside the name of another unit, refuses the notice: one of two communes
        would get the other's.  Where the list may not know of the unit yet, it is a warning.
    """
    layers = tuple(layers)
    at, said = _with_code(layers)
    ma, ten, tinh = said.get("ma"), *(value if isinstance(value := said.get(key), str) else "" for key in ("ten", "tinh"))
    if not isinstance(ma, str):
        return layers, ()
    ngay = _uppermost(layers, "van_ban", "ngay")
    day = ngay if isinstance(ngay, date) and not isinstance(ngay, datetime) else today
    words, fault = _declared(layers, ma, ten) or _listed(layers, ma, ten, tinh, day)
    if fault and fault.level == "error":
        return _refused(layers, at, [fault]), ()
    more = (Layer(LIST_OF_UNITS, "", {"don_vi": words}),) if words else ()
    return (*layers[:at], *more, *layers[at:]), (replace(fault, path=_UNIT),) if fault else ()


def _with_code(layers: Sequence[Layer]) -> tuple[int, dict[str, Any]]:
    """Return which is the uppermost layer that gives a unit's code, and what it and those above it say of the unit."""
    at, said = 0, dict[str, Any]()
    for n, layer in enumerate(layers):
        if "don_vi" in layer.data and isinstance(table := layer.data["don_vi"], dict):
            at, said = (n, {**table}) if "ma" in table else (at, {**said, **table} if said else said)
    return at, said


_Unit = tuple[Mapping[str, str], Problem | None]
"""What ``[don_vi]`` says of a code, nothing where it is not known, and what is wrong with it."""
_OTHER = N_("Mã {ma} là {ten}, còn ten ghi “{found}”.")


def _declared(layers: Sequence[Layer], ma: str, ten: str) -> _Unit | None:
    """Return what the office's ``[[don_vi_rieng]]`` says of a code; None where it has no such unit."""
    homes = [layer.data["don_vi_rieng"] for layer in layers if isinstance(layer.data.get("don_vi_rieng"), list)]
    own = next((unit for unit in homes[-1] if isinstance(unit, Mapping) and unit.get("ma") == ma), {}) if homes else {}
    if not isinstance(own.get("ten"), str):
        return None
    from notice_gen.vietnamese.chu_cai import gon

    words = {key: str(own[key]) for key in ("ten", "tinh") if key in own}
    if gon(ten).lower() in {"", gon(words["ten"]).lower()}:
        return words, None
    hint = N_("Sửa tên, hoặc sửa đơn vị này trong [[don_vi_rieng]].")
    return words, Problem(_OTHER, hint, {"ma": ma, "ten": words["ten"], "found": ten})


def _listed(layers: Sequence[Layer], ma: str, ten: str, tinh: str, day: date) -> _Unit:
    """Return what the list of *day* says of a code, beside which *ten* and *tinh* are said."""
    from notice_gen.vietnamese import don_vi as units

    try:
        unit = units.theo_ma(ma, day)
    except InputError as error:
        known = not ten or units.du_danh_muc(day)
        fault = replace(error.problems[0], level="error" if known else "warning")
        if "nay" in fault.values:  # a unit of before, of which it says what became
            return {}, fault
        from notice_gen.vietnamese import goi_don_vi as calling

        near = calling.ma_gan(ma, day, ten, tinh or calling.tinh_cua(_agencies(layers), day))
        hint = N_("Sửa mã theo danh mục, hoặc để trống mã, chỉ ghi tên. Đơn vị mới thì thêm vào notice-gen.toml ba dòng: [[don_vi_rieng]] rồi ma = \"{ma}\" rồi ten = \"…\".")  # noqa: E501
        if near:
            hint = N_("Có phải: {gan}? Gõ mã đó, hoặc để trống mã, chỉ ghi tên. Đơn vị mới thì thêm vào notice-gen.toml ba dòng: [[don_vi_rieng]] rồi ma = \"{ma}\" rồi ten = \"…\".")  # noqa: E501
        gan = "; ".join(f"{other.ma} ({other.day_du})" for other in near)
        return {}, replace(fault, hint=hint, values={**fault.values, "ma": ma, "gan": gan})
    return {"ten": unit.ten, "tinh": unit.tinh.ten}, _called(unit, ten, tinh, day)


def _called(unit: DonVi, ten: str, tinh: str, day: date) -> Problem | None:
    """Return what is wrong with how a unit is called beside its code."""
    if ten == unit.ten and not tinh:
        return None
    from notice_gen.vietnamese import don_vi as units
    from notice_gen.vietnamese import goi_don_vi as calling

    ma, likeness = unit.ma, calling.cung_la(unit, ten or unit.ten, day, tinh)
    if likeness == "dung":
        return None
    values = {"ma": ma, "ten": unit.ten, "found": ten}
    if calling.cung_la(unit, ten or unit.ten, day) == "dung":  # it is the province that is another
        values |= {"ten": unit.day_du, "found": ", ".join(filter(None, (ten, tinh)))}
    if likeness == "gan" or not (units.du_danh_muc(day) or _is_another(ten, ma, day, unit.tinh.ten)):
        hint = N_("Gõ ten = \"{ten}\", hoặc để trống tên: tên lấy theo mã.")
        return Problem(_OTHER, hint, values, level="warning", code="ma_ten_khac_nhau")
    hint = N_("Sửa mã hoặc tên cho cùng một đơn vị; để trống tên thì tên lấy theo mã.")
    near = calling.ma_gan("", day, ten, tinh or unit.tinh.ten) or calling.ma_gan("", day, ten)
    if near:
        hint = N_("Sửa mã hoặc tên cho cùng một đơn vị (mã của {found}: {gan}); để trống tên thì tên lấy theo mã.")
        values["gan"] = ", ".join(other.ma for other in near)
    return Problem(_OTHER, hint, values)


def _agencies(layers: Sequence[Layer]) -> tuple[str, ...]:
    """Return the names of the issuer and of the agency above it, as typed."""
    said = (_uppermost(layers, "co_quan", key) for key in ("ten", "chu_quan"))
    return tuple(" ".join(map(str, name)) if isinstance(name, list) else str(name or "") for name in said)


def _refused(layers: tuple[Layer, ...], at: int, problems: Sequence[Problem]) -> tuple[Layer, ...]:
    """Return *layers* with one more, that says nothing and is refused."""
    faults = locate([replace(problem, path=_UNIT, level="error") for problem in problems], layers)
    return (*layers[:at], Layer(LIST_OF_UNITS, "", {}, faults), *layers[at:])


def _is_another(ten: str, ma: str, day: date, tinh: str) -> bool:
    """Tell whether *ten* is surely the name of a unit with another code."""
    from notice_gen.vietnamese import don_vi as units

    try:
        return units.tim(ten, day, tinh).ma != ma
    except InputError:
        return False


def _uppermost(layers: Sequence[Layer], table: str, key: str) -> Any:
    """Return what the uppermost layer that says it says."""
    return next((here[key] for layer in reversed(layers) if key in (here := table_of(layer.data, table))), None)
