"""Slips of the hand that are no fault of TOML and of no single key: seen in a whole layer, or against today."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, Problem
from notice_gen.reader.judging.body import written
from notice_gen.reader.layers import locate
from notice_gen.records import Same
from notice_gen.vietnamese.bang_ma import phong_chu_cu

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from notice_gen.reader.keys import Path
    from notice_gen.reader.layers import Layer

_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


_OLD_FONT = N_("Chữ có vẻ gõ bằng phông {bang_ma} đời cũ (“{word}”): in ra sẽ không đọc được.")
_CONVERT = N_("Chuyển đoạn chữ này sang Unicode bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), rồi dán lại.")


def slips(layers: Sequence[Layer]) -> list[Problem]:
    """Return a warning for each text of the uppermost of *layers* typed with a font of before Unicode, and for each figure like ``1.250``.

    Of a row of data, those of its common file too, but for what the row says otherwise.
    """
    own = layers[-1]
    warnings = _slips(own.data, (), file=not own.where)
    if own.where:
        common = next((layer for layer in reversed(layers) if layer.text and not layer.root), None)
        warnings += [slip for slip in _of_file(Same(common)) if not _says(own.data, slip.path)] if common else []
    return warnings


@lru_cache(maxsize=16)  # the rows of a mailing share it
def _of_file(layer: Same[Layer]) -> tuple[Problem, ...]:
    return locate(_slips(layer.thing.data, (), file=True), [layer.thing])


def _says(data: Any, path: Path) -> bool:
    for step in path:
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True


def _slips(value: Mapping[Any, Any] | Sequence[Any], path: Path, *, file: bool) -> list[Problem]:
    warnings: list[Problem] = []
    for key, child in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(child, dict | list):
            warnings += _slips(child, (*path, key), file=file)
        elif isinstance(child, str):
            bang_ma, word = phong_chu_cu(child)
            if bang_ma:
                values = {"bang_ma": bang_ma, "word": word}
                warnings.append(Problem(_OLD_FONT, _CONVERT, values, (*path, key), found=word, level="warning"))
        elif file and type(child) is Decimal and path == ("so_lieu",) and _THOUSANDS.fullmatch(str(child)):
            warnings.append(_thousands(child, (*path, key)))
    return warnings


def _thousands(figure: Decimal, path: Path) -> Problem:
    """Warn of ``1.250``: an office writes so what is twelve hundred and fifty, TOML what is one and a quarter."""
    typed = str(figure)
    whole, short = typed.replace(".", ""), typed.rstrip("0").rstrip(".")
    values = {"found": typed, "in_ra": short.replace(".", ","), "nguyen": whole, "le": short if short != typed else f"{typed}0"}
    hint = N_("Gõ: {nguyen} nếu là số hàng nghìn (khi in, dấu chấm tự thêm); đúng là số thập phân thì gõ: {le}.")
    return Problem(N_("{found} được hiểu là số thập phân, in ra {in_ra}."), hint, values, path, typed, level="warning")


_AHEAD = 5
"""Years by which no document is dated ahead."""


def far_ahead(ngay: dt.date | None, today: dt.date) -> tuple[Problem, ...]:
    """Return the fault of a document dated years ahead of *today*, which is a slip of the hand."""
    if ngay is None or ngay.year <= today.year + _AHEAD:
        return ()
    message = N_("Ngày ban hành {ngay} ở quá xa sau hôm nay, chắc là gõ nhầm năm.")
    hint = N_("Xem lại năm; ngày viết năm-tháng-ngày, ví dụ {vi_du}.")
    return (Problem(message, hint, {"ngay": written(ngay), "vi_du": today.isoformat()}, ("van_ban", "ngay"), f"{ngay.year}"),)
