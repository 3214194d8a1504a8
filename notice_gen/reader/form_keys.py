"""Keys that one form of document must have and another has no place for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, Problem
from notice_gen.reader.layers import OFFICE_FILE, Layer
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.reader.keys import Path


@record
class FormKeys:
    """What a form asks of the findings file beyond the model.

    Attributes:
        ten: the form's name for the clerk (``Công văn``).
        can: dotted keys (``van_ban.kinh_gui``) that must say something.
        khong: dotted keys that must not be there.
    """

    ten: str
    can: tuple[str, ...] = ()
    khong: tuple[str, ...] = ()


def form_faults(data: Mapping[str, Any], layers: Sequence[Layer], form: FormKeys) -> Iterator[Problem]:
    """Yield a problem for each key of *form* that is missing or out of place in *data*, the tree of all *layers*.

    What the office's settings say is meant for all its documents, and a form's own defaults fill what the model asks
    of every document: they are never out of place.
    """
    for path in map(_path, form.can):
        if not _at(data, path):
            yield _missing(path, data, form.ten)
    for path in map(_path, form.khong):
        if any(_at(layer.data, path) and PurePath(layer.file).name != OFFICE_FILE and not layer.root for layer in layers):
            message = N_("{ten} không có chỗ cho “{khoa}”: in ra sẽ mất nội dung.")
            hint = N_("Bỏ {khoa}, hoặc chọn mẫu khác ở dòng mau đầu tệp.")
            yield Problem(message, hint, {"ten": form.ten, "khoa": path[-1]}, path, path[-1])


@cache
def _path(dotted: str) -> tuple[str, ...]:
    return tuple(dotted.split("."))


def _missing(path: tuple[str, ...], data: Mapping[str, Any], ten: str) -> Problem:
    from notice_gen.reader import keys

    table: Path = path[:-1] or path
    values = {"ten": ten, "khoa": path[-1], "bang": keys.header(table), "vi_du": keys.example(path)}
    above = _at(data, path[:-1])
    there = (path if path[-1] in above else path[:-1]) if isinstance(above, Mapping) else ()
    if len(path) == 1:
        return Problem(N_("{ten} phải có bảng {bang}."), N_("Thêm dòng {bang} vào cuối tệp."), values)
    return Problem(N_("{ten} phải có “{khoa}” trong bảng {bang}."), N_("Thêm dòng này dưới {bang}: {vi_du}"), values, there)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data
