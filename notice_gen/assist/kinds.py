"""What kind of value a key takes, and which values of a closed set: read off the model."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

from notice_gen.errors import KeyPath
from notice_gen.model import Bang
from notice_gen.reader import keys

Kind = Literal["text", "lines", "date", "moment", "choice", "yes_no", "number", "list", "table", "rows", "grid", "free"]
"""``lines``: a text of several lines; ``moment``: date and time; ``rows``: tables in a list; ``free``: any names."""

_LONG = frozenset({"noi_dung", "thong_tin", "dia_chi"})


def kind(path: KeyPath) -> Kind:
    """Return what the key at *path* takes.

    >>> [kind(path) for path in (("van_ban", "ngay"), ("muc", "noi_dung"), ("muc",), ("so_lieu",), ("so_lieu", "x"), ("van_ban", "khan"))]
    ['date', 'lines', 'rows', 'free', 'text', 'choice']
    """
    takes, table = keys.takes(path), keys.table_at(path)
    if table is Bang:
        return "rows"
    if table is not None and path[-1] != "cot":
        return "rows" if keys.repeats(path) else "table"
    if path[-1] in _LONG:
        return "lines"
    if takes and typing.get_origin(takes[0]) is Mapping:
        return "free"
    if takes.count(tuple) + sum(typing.get_origin(one) is tuple for one in takes) > 1 and path[-1] == "hang":
        return "grid"
    if keys.repeats(path):
        return "list"
    return _scalar(takes)


def item(path: KeyPath) -> Kind:
    """Return what an item of the list at *path* is.

    >>> item(("ngay_nghi", "nghi")), item(("muc", "bang", "rong")), item(("noi_nhan", "gui"))
    ('date', 'number', 'text')
    """
    return _scalar(keys.takes(path))


def _scalar(takes: list[Any]) -> Kind:
    if bool in takes:
        return "yes_no"
    if choices_in(takes) and int not in takes:
        return "choice"
    if int in takes or Decimal in takes:
        return "number"
    if dt.datetime in takes:
        return "moment"
    return "date" if dt.date in takes else "text"


def choices(path: KeyPath) -> tuple[Any, ...]:
    """Return the values of a closed set that the key at *path* takes; empty where any will do.

    >>> choices(("van_ban", "khan")), choices(("van_ban", "dien_tu"))
    (('khẩn', 'thượng khẩn', 'hỏa tốc'), (True, False))
    """
    takes = keys.takes(path)
    return (True, False) if bool in takes else choices_in(takes)


def choices_in(takes: list[Any]) -> tuple[Any, ...]:
    """Return the values that the literals among some types name."""
    return tuple(value for one in takes if typing.get_origin(one) is Literal for value in typing.get_args(one))

