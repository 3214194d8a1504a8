"""Layers → one :class:`Notice`, gathering every problem before refusing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pydantic_core import ValidationError

from notice_gen import expressions, legal
from notice_gen.errors import InputError, Place, Problem
from notice_gen.model import PHIEN_BAN, Notice, validate
from notice_gen.reader import checks
from notice_gen.reader import layers as layering
from notice_gen.reader.form_keys import FormKeys, form_faults

if TYPE_CHECKING:
    from datetime import date

    from notice_gen.reader.keys import Path
    from notice_gen.reader.layers import Layer


def read(layers: Sequence[Layer], form: FormKeys | None, today: date) -> Notice:
    """Return the notice that *layers*, lowest first, say together.

    Args:
        layers: from the template's defaults to the findings file.
        form: which keys the form asks for and which it has no place for; None asks nothing.
        today: stands for the date of a draft that has none.

    Raises:
        InputError: with all problems, each at its place in the layer its value came from.
    """
    data = layering.merge(layers)
    mended = [problem for layer in layers for problem in layer.problems]
    of_form = [*form_faults(data, layers, form)] if form else []
    try:
        notice = validate(data, names(data), today)
    except ValidationError as error:
        from notice_gen.reader import wording

        errors = error.errors(include_url=False)
        found = [
            *wording.problems(errors, data, layering.merge([layer for layer in layers if not layer.root])),
            *_checks_of_the_rest(data, [one["loc"] for one in errors if one["loc"]], today),
            *of_form,
        ]
        raise InputError(_gathered(mended, found, layers)) from error
    found = [*checks.cross_checks(notice, legal.law(notice.van_ban.ngay or today)), *of_form]
    if mended or any(problem.level == "error" for problem in found):
        raise InputError(_gathered(mended, found, layers))
    return notice


def locate(problems: Iterable[Problem], layers: Sequence[Layer]) -> tuple[Problem, ...]:
    """Return *problems* with their places, found by path and by the piece each names.

    A problem that has a place keeps it.  One about a missing key stands at its table's header, or at
    the end of the uppermost file.  One about figures stands at the first of them that a row of data gives:
    the expression of the base is right for other rows.
    """
    problems = tuple(problems)
    if not problems:
        return ()
    from notice_gen.reader import places

    maps: dict[int, places.Map] = {}

    def place(problem: Problem) -> Place:
        path = _figure_of_row(problem.figures, layers) if problem.figures else ()
        n, path = _home(path or problem.path, layers)
        layer = layers[n]
        if layer.where:
            return layer.where(path, problem.found)
        if not layer.text:
            return Place(layer.file)
        if n not in maps:
            maps[n] = places.index(layer.text, layer.file)
        is_key = bool(path) and path[-1] == problem.found
        return maps[n].place((*layer.root, *path), problem.found, key=is_key)

    return tuple(p if p.place else dataclasses.replace(p, place=place(p)) for p in problems)


def _checks_of_the_rest(data: Mapping[str, Any], faulty: Iterable[Path], today: date) -> tuple[Problem, ...]:
    """Return what the cross-checks say of *data* with a stand-in for each part that is *faulty*."""
    from notice_gen.reader import keys

    faulty = tuple(faulty)
    sound = dict(data)
    for key, *rest in faulty:
        table = keys.table_at((key,))
        now = sound.get(str(key))
        if isinstance(now, list) and rest and isinstance(n := rest[0], int) and n < len(now) and table:
            sound[str(key)] = [*now[:n], keys.stand_in(table), *now[n + 1 :]]
        elif table and (field := keys.field_at((key,))) and field.required:
            wrong = {path[1] if len(path) > 1 else None for path in faulty if path[0] == key}
            kept = now if isinstance(now, Mapping) and None not in wrong else {}
            sound[str(key)] = keys.stand_in(table) | {name: value for name, value in kept.items() if name not in wrong}
        else:
            sound.pop(str(key), None)
    sound.setdefault("phien_ban", PHIEN_BAN)
    try:
        notice = validate(sound, None, today)
        return checks.cross_checks(notice, legal.law(notice.van_ban.ngay or today))
    except ValidationError:
        return ()


def names(data: Mapping[str, Any]) -> expressions.Names:
    """Return the names that the texts of the tree *data* may use."""
    so_lieu, tinh, don_vi = data.get("so_lieu"), data.get("so_lieu_tinh"), data.get("don_vi")
    return expressions.Names(
        so_lieu=frozenset(name for table in (so_lieu, tinh) if isinstance(table, Mapping) for name in table),
        don_vi=frozenset(don_vi if isinstance(don_vi, Mapping) else ()),
    )


def _gathered(mended: list[Problem], found: list[Problem], layers: Sequence[Layer]) -> list[Problem]:
    # A line with a syntax fault, a cell that is refused, has a guess in place of its value: what it says further is noise.
    guessed = {(p.place.file, p.place.line) for p in mended if p.place and not p.path}
    cells = {p.path for p in mended if p.path}
    sound = [
        p for p in locate(found, layers)
        if p.place and (p.place.file, p.place.line) not in guessed and not any(p.path[: len(c)] == c for c in cells)
    ]
    order = {layer.file: -n for n, layer in enumerate(layers)}

    def by_place(problem: Problem) -> tuple[int, int, int, str, int]:
        place = problem.place
        return (order.get(place.file, 0), place.line, len(place.cell), place.cell, place.column) if place else (0, 0, 0, "", 0)

    return sorted([*mended, *sound], key=by_place)


def _home(path: Path, layers: Sequence[Layer]) -> tuple[int, Path]:
    """Return the layer that *path* came from (the uppermost that has it) and the path in its own terms."""
    for depth in range(len(path), 0, -1):
        for n in range(len(layers) - 1, -1, -1):
            own = _own(layers[n], path[:depth])
            if own:
                return n, own
    return max((n for n, layer in enumerate(layers) if layer.text), default=len(layers) - 1), ()


def _figure_of_row(figures: Iterable[str], layers: Sequence[Layer]) -> Path:
    """Return the first of *figures*, or of those they are worked out from, that the row gives."""
    row = layers[-1]
    given = row.data.get("so_lieu") if row.where else None
    if not isinstance(given, Mapping):
        return ()
    formulas = layering.merge(layers).get("so_lieu_tinh")
    named, new = set[str](), set(figures)
    while new:
        named |= new
        codes = [formulas.get(name) for name in new] if isinstance(formulas, Mapping) else []
        new = {name for code in codes if isinstance(code, str) for name in expressions.figures_in(code)} - named
    return next((("so_lieu", name) for name in given if name in named), ())


def _own(layer: Layer, path: Path) -> Path:
    data: Any = layer.data
    if layer.where:
        return path if _has(data, path) else ()
    from notice_gen.reader import wording

    own = wording.within(data, path)
    steps = [step for step in path if isinstance(step, str)]
    return own if [step for step in own if isinstance(step, str)] == steps else ()


def _has(data: Any, path: Path) -> bool:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True
