"""Reading one notice after the other: of what it says only that is looked at which those before it do not say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from notice_gen import expressions
from notice_gen.errors import Problem
from notice_gen.legal import Law
from notice_gen.model import Notice, Revalidate, VanBan, law_of, validating
from notice_gen.model.core import pydantic_core
from notice_gen.reader import judging
from notice_gen.reader.codes import LIST_OF_UNITS
from notice_gen.reader.layers import Layer, merge
from notice_gen.reader.reading import Checked, FormKeys, Read, checked, form_faults, read
from notice_gen.records import record, remembered, replace

_MOST = 64  # ways in which notices may differ in what they say anew; beyond that they are read as any notice
_NAMED = ("so_lieu", "so_lieu_tinh", "don_vi")
_BY_KEY = "van_ban"  # of which a row says the number, and the rest is long
_LOOKED_AT = (*_NAMED, _BY_KEY)


@record
class _Alike:
    """The last notice of a kind: those of one form and law, whose texts may use the same names."""

    same: tuple[FormKeys, Law]  # form and law, kept so that no others can be taken for them
    names: expressions.Names
    layers: Sequence[Layer]
    named: Mapping[str, Any]  # what the layers say together of the tables looked at
    notice: Notice


def following() -> Callable[[Sequence[Layer], FormKeys, date], Read]:
    """Return :func:`reading.read` for one notice after the other: faster for one that says much of what those before it say.

    A table of which any layer says another than for the notice before is checked as ever, over what the others say of it; of ``[van_ban]``
    only the keys that are.  The rest is taken from that notice: its texts were checked against the same names.
    """
    before: dict[tuple[Any, ...], _Alike] = {}
    partly: dict[tuple[int, frozenset[str]], tuple[FormKeys, FormKeys, Revalidate]] = {}  # with the form, so that no other has its id
    judge, slips = judging.following(), judging.slips_following()

    def check(layers: Sequence[Layer], form: FormKeys | None, today: date) -> Checked:
        if form is None or any(layer.problems for layer in layers):
            return checked(layers, form, today)
        named = _named(layers)
        same = (form, law_of(named, today))
        last = before.get(key := _kind(layers, same, named))
        own, tables, keys = _others(last, layers, named)
        parts = tables if keys is None else tables.difference([_BY_KEY]).union([f"{_BY_KEY}.{key}" for key in keys])
        part = partly.get((id(form), parts))
        if last is None or (part is None and len(partly) >= _MOST):
            notice, warnings = checked(layers, form, today, judge)
            if last or len(before) < _MOST:
                before[key] = _Alike(same, expressions.names_of(named), layers, named, notice)
            return notice, warnings
        _, asked, validate = partly[id(form), parts] = part or (form, _of_tables(form, tables), validating(parts))
        data = _merged(layers, tables, named)
        try:
            notice = validate(last.notice, _given(data, keys), last.names, same[1])
        except pydantic_core.ValidationError:
            return checked(layers, form, today)  # which says why
        problems = judge(notice, today)
        if any(form_faults(data, own, asked)) or _is_refused(problems):
            return checked(layers, form, today)
        before[key] = replace(last, layers=layers, named=named, notice=notice)
        return notice, problems

    return lambda layers, form, today: read(layers, form, today, check, slips)


def _named(layers: Sequence[Layer]) -> dict[str, Any]:
    """Return what *layers* say together of the tables looked at; what lies below a row, once for all rows."""
    end = len(layers) - 1
    while end and (layers[end - 1].where or layers[end - 1].file == LIST_OF_UNITS):
        end -= 1
    return merge(layers[end:], only=_LOOKED_AT, below=_below(*layers[:end]))


@remembered(16)
def _below(*layers: Layer) -> dict[str, Any]:
    return merge(layers, only=_LOOKED_AT)


def _others(
    last: _Alike | None, layers: Sequence[Layer], named: Mapping[str, Any]
) -> tuple[list[Layer], frozenset[str], dict[str, Any] | None]:
    """Return what is other than in *last*: the layers, the tables, and the keys of the table that is looked at by keys, None for all."""
    if last is None:
        return [], frozenset(), None
    own, tables = _anew(last.layers, layers)
    return own, tables, _other_keys(last.named, named) if _BY_KEY in tables else None


def _is_refused(problems: Iterable[Problem]) -> bool:
    return any(problem.level == "error" for problem in problems)


def _given(data: dict[str, Any], keys: dict[str, Any] | None) -> dict[str, Any]:
    """Return *data* with those *keys* alone in the table that is looked at by keys."""
    if keys is None:
        return data
    rest = {name: value for name, value in data.items() if name != _BY_KEY}
    return {**rest, _BY_KEY: keys} if keys else rest


def _kind(layers: Sequence[Layer], same: tuple[object, ...], named: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what notices must have in common to be read by what one of them kept: form, law, names in it, and how many layers."""
    names = [tuple(table) if isinstance(table := named.get(name), dict) else None for name in _NAMED]
    return (*map(id, same), len(layers), *names)


def _anew(before: Sequence[Layer], now: Sequence[Layer]) -> tuple[list[Layer], frozenset[str]]:
    """Return the layers of *now* that are others, and the tables of which any of them says another thing, or nothing any more."""
    others = [(one.data, other) for one, other in zip(before, now, strict=True) if one is not other]
    tables = [name for one, other in others for name in {**one, **other.data} if one.get(name) is not other.data.get(name)]
    return [layer for _, layer in others], frozenset(tables)


def _merged(layers: Sequence[Layer], tables: Collection[str], named: Mapping[str, Any]) -> dict[str, Any]:
    """Return what *layers* say together of some *tables*, of which those *named* are merged already."""
    data = merge(layers, only=[name for name in tables if name not in _LOOKED_AT])
    return {**data, **{name: named[name] for name in tables if name in named}}


def _other_keys(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the keys of a table looked at by which it says another thing than *before*; None where it has not the same keys."""
    old, new = before.get(_BY_KEY), now.get(_BY_KEY)
    if not (isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys() <= VanBan.__dataclass_fields__.keys()):
        return None
    return {key: value for key, value in new.items() if old[key] is not value}


def _of_tables(form: FormKeys, tables: Collection[str]) -> FormKeys:
    """Return what a form asks of some *tables*."""
    can, khong = (tuple(key for key in dotted if key.partition(".")[0] in tables) for dotted in (form.can, form.khong))
    return FormKeys(form.ten, can, khong)
