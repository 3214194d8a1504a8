"""Many notices that have their lower layers in common: what these alone say is checked once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from pydantic_core import ValidationError

from notice_gen import expressions
from notice_gen.model import Notice, law_of, validate
from notice_gen.reader.form_keys import FormKeys, form_faults
from notice_gen.reader.judging import judged
from notice_gen.reader.layers import Layer, merge
from notice_gen.reader.reading import Checked, Read, checked, read_by
from notice_gen.records import Same, record

_MOST = 64  # ways in which rows may differ in what they fill; beyond that they are read as any notice
_NAMED = ("so_lieu", "so_lieu_tinh", "don_vi")


@record
class _Alike:
    """What holds of notices that share layers, and whose own layers fill the same tables, with figures of the same names.

    Attributes:
        shared: those layers, kept so that no others can be taken for them.
        kept: the values of all other tables, checked.
        names: the names that texts may use.
        form: what the form asks of the tables filled.
    """

    shared: tuple[Layer, ...]
    kept: Mapping[str, Any]
    names: expressions.Names
    form: FormKeys


def following() -> Callable[[Sequence[Layer], FormKeys, date], Read]:
    """Return :func:`reading.read` for one notice after the other: faster for one that has the very layers of the one before.

    A table that a notice's own layers touch is checked as ever, over what the shared layers say of it.  The others are
    taken from the first notice that shared these and filled the same: their texts were checked against the same names.
    """
    before: dict[int, Layer] = {}
    seen: dict[tuple[Any, ...], _Alike] = {}

    def check(layers: Sequence[Layer], form: FormKeys | None, today: date) -> Checked:
        nonlocal before
        earlier, before = before, {id(layer): layer for layer in layers}
        own = [layer for layer in layers if id(layer) not in earlier]
        tables = tuple(dict.fromkeys(chain.from_iterable([layer.data for layer in own])))
        if form is None or len(seen) > _MOST or any(layer.problems for layer in layers):
            return checked(layers, form, today)
        data = merge(layers, only=tables)
        key = (*_key([number for number in before if number in earlier], form, tables, data), Same(law_of(data, today)))
        alike = seen.get(key)
        if alike is None:
            notice, warnings = checked(layers, form, today)
            shared = [layer for layer in layers if id(layer) in earlier]
            seen[key] = _kept(notice, shared, expressions.names_of(merge(layers)), tables, form)
            return notice, warnings
        try:
            notice = validate({**alike.kept, **data}, alike.names, today)
        except ValidationError:
            return checked(layers, form, today)  # which says why
        notice.__dict__.update(alike.kept)  # these very objects, not tuples of the same: what they are remembered by is which they are
        problems = judged(notice, today)
        faulty = any(form_faults(data, own, alike.form)) or any(problem.level == "error" for problem in problems)
        return checked(layers, form, today) if faulty else (notice, problems)

    return lambda layers, form, today: read_by(check, layers, form, today)


def _key(shared: Sequence[int], form: FormKeys, tables: tuple[str, ...], data: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what notices have in common that may be read by what one of them kept: layers, form, tables filled, names in them."""
    return (*shared, Same(form), *tables, *[tuple(data[name]) for name in _NAMED if isinstance(data.get(name), dict)])


def _kept(notice: Notice, shared: Sequence[Layer], named: expressions.Names, tables: tuple[str, ...], form: FormKeys) -> _Alike:
    """Return what is kept of a *notice* for those alike, which fill some *tables* of their own."""
    kept = {field.name: getattr(notice, field.name) for field in dataclasses.fields(notice) if field.name not in tables}
    can, khong = (tuple(key for key in dotted if key.partition(".")[0] in tables) for dotted in (form.can, form.khong))
    return _Alike(tuple(shared), kept, named, FormKeys(form.ten, can, khong))
