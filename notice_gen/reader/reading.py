"""Layers → one notice, every problem gathered before it is refused: the one place that knows in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import ValidationError

from notice_gen import expressions
from notice_gen.errors import InputError, Problem
from notice_gen.model import PHIEN_BAN, Notice, validate
from notice_gen.reader import judging
from notice_gen.reader.codes import filled_in
from notice_gen.reader.form_keys import FormKeys, form_faults
from notice_gen.reader.layers import Layer, locate, merge

if TYPE_CHECKING:
    from notice_gen.reader.keys import Path


class Read(NamedTuple):
    """A notice that was read.

    Attributes:
        notice: what its layers say, every part of it checked.
        layers: those, and what the codes in them stand for.
        doubts: what is worth a look in the layers; paths, no places.
        warnings: what is worth a look in the notice, likewise.
    """

    notice: Notice
    layers: tuple[Layer, ...]
    doubts: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


Checked = tuple[Notice, tuple[Problem, ...]]
"""A notice without errors, and its warnings."""

Check = Callable[[Sequence[Layer], FormKeys | None, date], Checked]


def read(layers: Sequence[Layer], form: FormKeys | None, today: date) -> Read:
    """Return the notice that *layers*, lowest first, say together.

    Args:
        layers: from the template's defaults to the findings file, or a row of data over it.
        form: which keys the form asks for and which it has no place for; None asks nothing.
        today: stands for the date of a draft that has none; no document is dated years ahead of it.

    Raises:
        InputError: with all problems, each at its place in the layer its value came from.
    """
    return read_by(checked, layers, form, today)


def read_by(check: Check, layers: Sequence[Layer], form: FormKeys | None, today: date) -> Read:
    """Do what :func:`read` does by *check*, which is :func:`checked`, or does the same faster."""
    layers, doubts = filled_in(layers, today)
    doubts = (*doubts, *layers[-1].doubts, *judging.slips(layers))
    try:
        notice, warnings = check(layers, form, today)
    except InputError as error:  # a doubt, such as a figure left empty, often tells why it is refused
        raise InputError((*error.problems, *locate(doubts, layers))) from error
    if far := judging.far_ahead(notice.van_ban.ngay, today):
        raise InputError(locate((*far, *doubts), layers))
    return Read(notice, layers, doubts, warnings)


def tree(layers: Sequence[Layer], today: date) -> dict[str, Any]:
    """Return what *layers* say together as plain data, with what their codes stand for; nothing of it is checked."""
    return merge(filled_in(layers, today)[0])


def checked(layers: Sequence[Layer], form: FormKeys | None, today: date) -> Checked:
    """Return the notice that *layers* say, and what is worth a look in it.

    Raises:
        InputError: as :func:`read`.
    """
    data = merge(layers)
    mended = [problem for layer in layers for problem in layer.problems]
    of_form = [*form_faults(data, layers, form)] if form else []
    try:
        notice = validate(data, expressions.names_of(data), today)
    except ValidationError as error:
        from notice_gen.reader import wording

        errors = error.errors(include_url=False)
        problems = [
            *wording.problems(errors, data, merge([layer for layer in layers if not layer.root])),
            *_judged_without(data, [error["loc"] for error in errors if error["loc"]], today), *of_form,
        ]
        raise InputError(_gathered(mended, problems, layers)) from error
    judged = judging.judged(notice, today)
    if mended or of_form or any(problem.level == "error" for problem in judged):
        raise InputError(_gathered(mended, [*judged, *of_form], layers))
    return notice, judged


def _judged_without(data: Mapping[str, Any], faulty: Sequence[Path], today: date) -> tuple[Problem, ...]:
    """Return what the checks say of *data* with a stand-in for each part that is *faulty*."""
    sound = dict(data)
    for path in faulty:
        key = str(path[0])
        stand_in = _stand_in(sound.get(key), path, faulty)
        if stand_in is None:
            sound.pop(key, None)
        else:
            sound[key] = stand_in
    sound.setdefault("phien_ban", PHIEN_BAN)
    try:
        return judging.judged(validate(sound, None, today), today, judging.CHECKS)
    except ValidationError:
        return ()


def _stand_in(value: Any, path: Path, faulty: Iterable[Path]) -> Any:
    """Return what may stand in for *value*, the topmost part on *path*; None where it can be left out."""
    from notice_gen.reader import keys

    key, n = path[0], path[1] if len(path) > 1 else None
    table, field = keys.table_at((key,)), keys.field_at((key,))
    if not table:
        return None
    if isinstance(value, list) and isinstance(n, int) and n < len(value):
        return [*value[:n], keys.stand_in(table), *value[n + 1 :]]
    if not field or not field.required:
        return None
    wrong = {other[1] if len(other) > 1 else None for other in faulty if other[0] == key}
    kept = value if isinstance(value, Mapping) and None not in wrong else {}
    return keys.stand_in(table) | {name: given for name, given in kept.items() if name not in wrong}


def _gathered(mended: list[Problem], found: list[Problem], layers: Sequence[Layer]) -> list[Problem]:
    """Return the problems in the order of the files, uppermost first, and of their lines.

    A line with a syntax fault, a cell that is refused, has a guess in place of its value: what it says further is noise.
    """
    guessed = {(p.place.file, p.place.line) for p in mended if p.place and not p.path}
    cells = {p.path for p in mended if p.path}
    sound = [
        p
        for p in locate(found, layers)
        if p.place and (p.place.file, p.place.line) not in guessed and not any(p.path[: len(cell)] == cell for cell in cells)
    ]
    order = {layer.file: -n for n, layer in enumerate(layers)}

    def by_place(problem: Problem) -> tuple[int, int, int, str, int]:
        place = problem.place
        return (order.get(place.file, 0), place.line, len(place.cell), place.cell, place.column) if place else (0, 0, 0, "", 0)

    return sorted([*mended, *sound], key=by_place)
