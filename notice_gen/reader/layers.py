"""Layers of one notice: template defaults < office settings < the findings file < a data row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from notice_gen.errors import InputError, Place, Problem
from notice_gen.reader import source
from notice_gen.reader.faults import loads
from notice_gen.records import record

if TYPE_CHECKING:
    from pathlib import Path

OFFICE_FILE = "notice-gen.toml"
"""The office's own settings, looked for in the folder of the findings file and upwards."""


@record
class Layer:
    """One parsed TOML file, a table of defaults, or a row of data.

    Attributes:
        file: its name, as the user gave it.
        text: its text, kept for positions; empty when it came from no file.
        data: its tree of keys; a table whose keys are numbers changes those items of the list below it.
        problems: syntax faults that could be mended without doubt: ``text`` and ``data`` are
            mended, and :func:`reader.read` refuses the layer with these and all others at once.
        root: where *data* hangs in the tree of *text*, when it is not all of it.
        doubts: what is not wrong but worth a look in it, located.
        where: finds the place of a path, and of a piece of its value, when that is not in *text*.
    """

    file: str
    text: str
    data: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()
    root: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()
    where: Callable[[tuple[str | int, ...], str], Place] | None = None


def parse(data: bytes, *, file: str) -> Layer:
    """Return the layer that the bytes of a TOML file hold.

    Args:
        data: the whole file, UTF-8.
        file: its name, for the problems.

    Raises:
        InputError: the file is no UTF-8 text, or its faults leave doubt about what it means.
    """
    text = source.decode(data, file=file)
    try:
        return Layer(file, text, loads(text))
    except ValueError:
        from notice_gen.reader import syntax

        mended = syntax.mend(text, file=file)
    if mended.data is None:
        raise InputError(mended.problems)
    return Layer(file, mended.text, mended.data, mended.problems)


def office_layer(folder: Path) -> Layer | None:
    """Return the nearest ``notice-gen.toml`` in *folder* or above it, or None.

    Raises:
        InputError: there is one, and it cannot be read.
    """
    path = office_path(folder)
    if path is None:
        return None
    data = source.load(path)
    return parse(data, file=str(path)) if data.strip() else Layer(str(path), "", {})


def office_path(folder: Path) -> Path | None:
    """Return where the nearest ``notice-gen.toml`` is, in *folder* or above it, or None."""
    here = folder.resolve()
    return next((path for place in (here, *here.parents) if (path := place / OFFICE_FILE).is_file()), None)


def merge(layers: Sequence[Layer], only: Sequence[str] | None = None) -> dict[str, Any]:
    """Return the tree of all layers, lowest first: tables merge key by key, the rest replaces.

    Args:
        layers: the layers.
        only: the tables wanted; None for all.
    """
    merged: dict[str, Any] = {}
    for layer in layers:
        if only is None:
            merged = _over(merged, layer.data)
            continue
        for key in only:
            if key in layer.data:
                merged[key] = _value_over(merged.get(key), layer.data[key])
    return merged


def table_of(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the table under *key*; an empty one when there is none, or no table."""
    table = data.get(key)
    return table if isinstance(table, dict) else {}


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    out = dict(below)
    for key, value in above.items():
        out[key] = _value_over(out.get(key), value) if isinstance(value, dict) else value
    return out


def _value_over(below: Any, above: Any) -> Any:
    if isinstance(above, dict):
        if isinstance(below, dict):
            return _over(below, above)
        if isinstance(below, list):
            items: dict[Any, Any] = dict(enumerate(below))
            return list(_over(items, above).values())
    return above
