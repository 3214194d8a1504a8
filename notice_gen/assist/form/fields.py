"""A text as a form: each table of the model in its printed order, each key as a field; what no field can show, as it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from notice_gen import facts, template_choice, templates
from notice_gen.assist import kinds
from notice_gen.assist.desk import look, shown, spots
from notice_gen.assist.diagnosing import diagnose
from notice_gen.assist.records import Desk, Diagnosis, Key
from notice_gen.errors import TemplateError
from notice_gen.model import Notice, keys_of
from notice_gen.reader import keys, source
from notice_gen.records import record, replace

_MOST = 20_000  # fields of one form
_TYPE = "mau"
_NOT_ASKED = frozenset({"phien_ban"})
_OF_OFFICE = frozenset({"nguoi_ky", "don_vi_rieng", "so_van_ban", "ngay_nghi", "cot", "dac_ta"})
"""Tables that an office's settings have as a rule: shown where they say something."""


@record
class Field:
    """One key of the text, or one that it may have.

    Attributes:
        path: where in the tree of keys, places in lists from 0.
        label, help: its name and what a clerk reads about it.
        kind: as :data:`kinds.Kind`; ``figure`` is a number, a date or a text; ``raw`` is shown as it stands in the text.
        value: of a single value what is written there: a text, a number as Vietnamese write it without points, an ISO date, true or false;
            of a ``grid`` the rows of cells, each as a text; of ``raw`` the piece of the text; None where the text says nothing.
        given: it stands in this text.
        line: where, from 1; 0 where it does not.
        required: the table must say it.
        choices: the values of a closed set; of a ``number``, what may be written in its place.
        names: how the choices are called, where otherwise than they are written; of a ``grid``, its columns.
        below: what the office or the template says, where the text says nothing.
        inner: the fields of a table; the items of a list, the tables of rows.
    """

    path: Key
    label: str
    help: str
    kind: str
    value: Any
    given: bool
    line: int
    required: bool = False
    choices: tuple[Any, ...] = ()
    below: Any = None
    inner: tuple[Field, ...] = ()
    names: tuple[str, ...] = ()


@record
class Form:
    """A form, or why there is none.

    Attributes:
        fields: the tables in the order of the printed page; empty while the text is no TOML.
        faults: why the text is none, at their places; empty otherwise.
    """

    fields: tuple[Field, ...]
    faults: tuple[Diagnosis, ...] = ()


def form(text: str, desk: Desk) -> Form:
    """Return *text* as a form; nothing that stands in the text is left out of it."""
    text = shown(text)
    if not source.holds(text) or len(text) > source.LARGEST:
        return Form((), diagnose(text, desk))
    return Form(tuple(_Reader(text, desk).root()))


class _Reader:
    """Makes the fields of one text."""

    def __init__(self, text: str, desk: Desk) -> None:
        self.text, self.data, self.map = text, source.loads(text), spots(text, desk)
        seen = look(text, desk)
        self.below = [layer.data for layer in reversed(seen.layers) if layer.file != desk.file]
        self.absent = _no_place(seen.data)

    def root(self) -> Iterator[Field]:
        for name, key in keys_of(Notice).items():
            there = name in self.data
            if name == _TYPE:
                yield self.type_of(key.help)
            elif name not in _NOT_ASKED and (there or not (name in self.absent or name in _OF_OFFICE)):
                yield self.field((name,), key.help, required=key.required)
        yield from self._unknown((), self.data, keys_of(Notice))
        yield from (self.raw((name,)) for name in _NOT_ASKED if name in self.data)

    def type_of(self, help_: str) -> Field:
        """Return the type of document as a choice among those there are; one that is not there as it is written."""
        field, several = self.field((_TYPE,), help_, required=True), templates.names()
        if field.value not in several:
            return field
        return replace(field, kind="choice", choices=several, names=tuple(templates.find(mau).manifest["ten"] for mau in several))

    def field(self, path: Key, help_: str = "", *, required: bool = False) -> Field:
        """Return the field of a key of the model."""
        given, value = _at(self.data, path)
        kind, table = kinds.kind(path), keys.table_at(path)
        explained = _explained(path) or help_ or (table.__doc__ or "" if table else "").strip()
        if given and not _fits(kind, value):
            return self.raw(path, help_)
        said_here = _SHOWN.get(kind, said)(value) if given else None
        below = None if given else said(self._below(path))
        return Field(
            path, label(path), explained, kind, said_here, given, self._line(path), required,
            kinds.choices(path) if kind in ("choice", "number") else (), below, tuple(self._inner(path, kind, value if given else None)),
            self._headings(path) if kind == "grid" else (),
        )

    def _inner(self, path: Key, kind: str, value: Any) -> Iterable[Field]:
        """Return the fields of a table, the items of a list."""
        if kind == "table":
            return self._of_table(path, value or {})
        if kind == "free":
            return self._free(path, value or {})
        if kind not in ("rows", "list") or value is None:
            return ()
        if isinstance(value, list):
            return (self._item((*path, n), one) for n, one in enumerate(value))
        return [replace(self._item(path, value), label=label((*path, 0)))]  # one, written without its list

    def _headings(self, path: Key) -> tuple[str, ...]:
        """Return what stands above the columns of a grid, groups and all; none where the table says it otherwise than in a list."""
        there, columns = _at(self.data, (*path[:-1], "cot"))
        return tuple(_names_of(columns)) if there and isinstance(columns, list) else ()

    def raw(self, path: Key, help_: str = "") -> Field:
        """Return what no field can show, as it stands in the text."""
        spot = self.map.spots.get(path)
        piece = self.text[slice(*spot.value)] if spot else ""
        return Field(path, label(path), help_, "raw", piece.rstrip(), given=True, line=self._line(path))

    def _of_table(self, path: Key, data: Mapping[str, Any]) -> Iterator[Field]:
        table = keys.table_at(path)
        if table is None or len(path) > _DEEPEST:
            return
        known = keys_of(table)
        for name, key in known.items():
            here = (*path, name)
            if name in data or not (".".join(str(step) for step in here if isinstance(step, str)) in self.absent or _is_table(here)):
                yield self.field(here, key.help, required=key.required)
        yield from self._unknown(path, data, known)

    def _unknown(self, path: Key, data: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[Field]:
        yield from (self.raw((*path, name)) for name in data if name not in known)

    def _free(self, path: Key, data: Mapping[str, Any]) -> Iterator[Field]:
        for name, value in data.items():
            here = (*path, name)
            if isinstance(value, Mapping | list):
                yield self.raw(here)
            else:
                kind = "figure" if path == ("so_lieu",) else "text"
                yield Field(here, label(here), "", kind, said(value), given=True, line=self._line(here))

    def _item(self, path: Key, value: Any) -> Field:
        """Return an item of a list, or one table of rows."""
        if isinstance(value, Mapping):
            inner = tuple(self._of_table(path, value)) if keys.table_at(path) else ()
            if inner or not value:
                return Field(path, label(path), "", "table", None, given=True, line=self._line(path), inner=inner)
            return self.raw(path)
        if isinstance(value, list):
            return self.raw(path)
        kind = "text" if isinstance(value, str) else kinds.item(path)
        return Field(path, label(path), "", kind, said(value), given=True, line=self._line(path))

    def _line(self, path: Key) -> int:
        spot = self.map.spots.get(path)
        return self.text.count("\n", 0, spot.key[0]) + 1 if spot else 0

    def _below(self, path: Key) -> Any:
        return next((value for data in self.below for there, value in [_at(data, path)] if there and not isinstance(value, Mapping)), None)


_DEEPEST = 12


def _names_of(columns: Iterable[Any], group: str = "") -> Iterator[str]:
    for one in columns:
        if isinstance(one, Mapping) and isinstance(one.get("cot"), list):
            yield from _names_of(one["cot"], str(one.get("tieu_de", "")))
        else:
            name = str(one.get("ten", "") if isinstance(one, Mapping) else one)
            yield f"{group}: {name}" if group else name


def _is_table(path: Key) -> bool:
    """Tell whether a key that is not there would open a table in a table without end, a section in a section."""
    return kinds.kind(path) == "table" and len(path) > 2


def _fits(kind: str, value: Any) -> bool:
    """Tell whether a value is of its kind, so that a field can show it."""
    return _FITS.get(kind, _is_single)(value)


def _is_single(value: Any) -> bool:
    return isinstance(value, str | int | Decimal | dt.date) and not isinstance(value, dt.time)


def _is_list_of(kind: Any, value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, kind) for one in value)


def _is_grid(value: Any) -> bool:
    return _is_list_of(list, value) and all(_is_single(cell) and not isinstance(cell, bool) for row in value for cell in row)


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "table": lambda value: isinstance(value, Mapping), "free": lambda value: isinstance(value, Mapping),
    "rows": lambda value: isinstance(value, Mapping) or _is_list_of((Mapping, str), value),
    "list": lambda value: isinstance(value, str | list), "lines": lambda value: isinstance(value, str) or _is_list_of(str, value),
    "grid": _is_grid, "yes_no": lambda value: isinstance(value, bool),
}


def said(value: Any) -> Any:
    """Return a value as a field shows it.

    >>> said(Decimal("98.7")), said(1250), said(dt.date(2026, 3, 5)), said(True)
    ('98,7', '1250', '2026-03-05', True)
    """
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",") if value.is_finite() else str(value)
    if isinstance(value, list):
        return [said(one) for one in value]
    return str(value)


def _lines(value: Any) -> str:
    return "\n".join(value) if isinstance(value, list) else value.strip("\n") if isinstance(value, str) else str(value)


_SHOWN: Mapping[str, Callable[[Any], Any]] = {
    "table": lambda _: None, "free": lambda _: None, "rows": lambda _: None, "list": lambda _: None, "lines": _lines,
    "grid": lambda value: [[said(cell) for cell in row] for row in value],
}


def _at(data: Any, path: Key) -> tuple[bool, Any]:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            if isinstance(step, int) and step == 0 and isinstance(data, Mapping):
                continue  # one table written where a list of tables may stand
            return False, None
    return True, data


def _no_place(data: Mapping[str, Any]) -> frozenset[str]:
    """Return the dotted keys that the form of document has no place for."""
    mau = data.get("mau", template_choice.DEFAULT_MAU)
    try:
        return frozenset(templates.form_of(templates.find(mau, None))[2]) if isinstance(mau, str) else frozenset()
    except TemplateError:
        return frozenset()


def _explained(path: Key) -> str:
    """Return what a form says of a key whose own help tells how it is written in TOML; nothing of the others."""
    names = [step for step in path if isinstance(step, str)]
    return str(_labels()["giai_thich"].get(".".join(names[-2:]), "")) if isinstance(path[-1], str) else ""


@cache
def _labels() -> Mapping[str, Any]:
    return facts.table("nhan-khoa.toml")


def label(path: Key) -> str:
    """Return the name of a key as it is shown: of an item its place.

    >>> label(("van_ban", "trich_yeu")), label(("muc", 0, "phat_hien", 2, "noi_dung")), label(("muc", 1)), label(("so_lieu", "x"))
    ('Trích yếu', 'Nội dung', 'Mục 2', 'x')
    """
    names = [step for step in path if isinstance(step, str)]
    if isinstance(path[-1], int):
        return f"{label(path[:-1])} {path[-1] + 1}"
    own = _labels()["rieng"].get(names[-2] if len(names) > 1 else "goc", {}).get(names[-1])
    is_free = len(names) > 1 and kinds.kind((names[0],)) == "free"
    return str(own or (names[-1] if is_free else _labels().get(names[-1], names[-1])))

