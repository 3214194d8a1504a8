"""Layers → one notice, every problem gathered before it is refused: the one place that knows in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import PurePath
from typing import Any, NamedTuple

from notice_gen import expressions
from notice_gen.errors import N_, InputError, KeyPath, Place, Problem
from notice_gen.model import OF_ONE_FORM, PHIEN_BAN, Notice, law_of, validate
from notice_gen.model.core import pydantic_core
from notice_gen.reader import judging
from notice_gen.reader.codes import filled_in
from notice_gen.reader.layers import OFFICE_FILE, Layer, locate, merge, value_at
from notice_gen.records import record, remembered


@record
class FormKeys:
    """What a form asks of the findings file beyond the model."""

    ten: str  # the form's name for the clerk ("Công văn")
    can: tuple[str, ...] = ()  # dotted keys ("van_ban.kinh_gui") that must say something
    khong: tuple[str, ...] = ()  # dotted keys that must not be there
    sample: str = ""  # the text of the findings file to start from


def form_faults(data: Mapping[str, Any], layers: Sequence[Layer], form: FormKeys) -> Iterator[Problem]:
    """Yield a problem for each key of *form* that is missing or out of place in *data*, the tree of all *layers*.

    What the office's settings say is meant for all its documents, and a form's own defaults fill what the model asks
    of every document: they are never out of place.
    """
    can, khong = _paths(form)
    for path in can:
        if not value_at(data, path):
            yield _missing(path, data, form)
    for path in khong:
        said = [layer for layer in layers if path[0] in layer.data and value_at(layer.data, path)]
        if said and any(PurePath(layer.file).name != OFFICE_FILE and not layer.root for layer in said):
            message = N_("{ten} không có chỗ cho “{khoa}”: in ra sẽ mất nội dung.")
            hint = N_("Bỏ {khoa}, hoặc chọn mẫu khác ở dòng mau đầu tệp.")
            if path[0] in OF_ONE_FORM and path[0] != "ben":
                hint = N_("Bỏ {khoa}, hoặc ghi ở đầu tệp: mau = \"{mau}\".")
            yield Problem(message, hint, {"ten": form.ten, "khoa": path[-1], "mau": path[0].replace("_", "-")}, path, path[-1])


@remembered(64)
def _paths(form: FormKeys) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Return the paths of the keys that a form asks for, and of those that it has no place for."""
    can, khong = (tuple([tuple(key.split(".")) for key in keys]) for keys in (form.can, form.khong))
    return can, khong


def _missing(path: tuple[str, ...], data: Mapping[str, Any], form: FormKeys) -> Problem:
    from notice_gen.reader import keys

    table: KeyPath = path[:-1] or path
    values = {"ten": form.ten, "khoa": path[-1], "bang": keys.header(table), "vi_du": keys.example(path, form.sample)}
    above = value_at(data, path[:-1])
    there = (path if path[-1] in above else path[:-1]) if isinstance(above, Mapping) else ()
    if len(path) == 1:
        return Problem(N_("{ten} phải có bảng {bang}."), N_("Thêm dòng {bang} vào cuối tệp."), values)
    return Problem(N_("{ten} phải có “{khoa}” trong bảng {bang}."), N_("Thêm dòng này dưới {bang}: {vi_du}"), values, there)


class Read(NamedTuple):
    """A notice that was read."""

    notice: Notice  # what its layers say, every part of it checked
    layers: tuple[Layer, ...]  # those, and what the codes in them stand for
    doubts: tuple[Problem, ...] = ()  # what is worth a look in the layers; paths, no places
    warnings: tuple[Problem, ...] = ()  # what is worth a look in the notice, likewise


_MOST_PROBLEMS = 100
"""Problems that one refusal tells; nobody mends more at once."""

Checked = tuple[Notice, tuple[Problem, ...]]
"""A notice without errors, and its warnings."""

Check = Callable[[Sequence[Layer], FormKeys | None, date], Checked]
Slips = Callable[[Sequence[Layer]], list[Problem]]
Judge = Callable[[Notice, date], tuple[Problem, ...]]


def read(
    layers: Sequence[Layer], form: FormKeys | None, today: date, check: Check | None = None, slips: Slips = judging.slips
) -> Read:
    """Return the notice that *layers*, lowest first, say together.

    Args:
        layers: from the template's defaults to the findings file, or a row of data over it.
        form: which keys the form asks for and which it has no place for; None asks nothing.
        today: stands for the date of a draft that has none; no document is dated years ahead of it.
        check: does what :func:`checked` does, faster.
        slips: does what :func:`judging.slips` does, faster.

    Raises InputError: with all problems, each at its place in the layer its value came from.
    """
    given = layers
    layers, doubts = filled_in(layers, today)
    doubts = (*doubts, *layers[-1].doubts, *slips(layers), *judging.mixed_up(layers, given, today))
    try:
        notice, warnings = (check or checked)(layers, form, today)
    except InputError as error:  # a doubt, such as a figure left empty, often tells why it is refused
        told = [one.path for one in error.problems if one.path]  # a text is not refused twice
        further = [doubt for doubt in doubts if doubt.level == "warning" or not any(doubt.path[: len(path)] == path for path in told)]
        raise InputError((*error.problems, *locate(further, layers))) from error
    doubts = (*judging.far_ahead(notice.van_ban, today), *doubts)
    if any(doubt.level == "error" for doubt in doubts):
        raise InputError(locate(doubts, layers))
    of_file = (*(judging.left_of_sample(layers, form.sample) if form else ()), *judging.unused(notice, layers[-1]))
    return Read(notice, layers, _told_once(doubts, warnings), (*warnings, *of_file))


_GONE, _SURER = "don_vi_khong_con", frozenset({"don_vi_khong_co", "tinh_khong_dung_ngay"})


def _told_once(doubts: tuple[Problem, ...], warnings: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return *doubts* without those that a unit is gone where *warnings* say the same, and what it is now."""
    surer = [(one.path, one.found) for one in (*doubts, *warnings) if one.code in _SURER]
    return tuple(one for one in doubts if one.code != _GONE or not any(one.path == path and name in one.found for path, name in surer))


def tree(layers: Sequence[Layer], today: date) -> dict[str, Any]:
    """Return what *layers* say together as plain data, with what their codes stand for; nothing of it is checked."""
    return merge(filled_in(layers, today)[0])


def checked(layers: Sequence[Layer], form: FormKeys | None, today: date, judge: Judge | None = None) -> Checked:
    """Return the notice that *layers* say, and what is worth a look in it.  Raises InputError: as :func:`read`.

    *judge* does what :func:`judging.judged` does, faster.
    """
    data = merge(layers)
    mended = [problem for layer in layers for problem in layer.problems]
    of_form = [*form_faults(data, layers, form)] if form else []
    try:
        notice = validate(data, expressions.names_of(data), today)
    except pydantic_core.ValidationError as error:
        from notice_gen.reader import advice, wording

        errors, sample = error.errors(include_url=False)[:_MOST_PROBLEMS], form.sample if form else ""
        found = wording.problems(errors, data, merge([layer for layer in layers if not layer.root]), law_of(data, today), sample)
        problems = [
            *advice.lasting(found, data, lambda tree: _told(tree, sample, today)),
            *_judged_without(data, [error["loc"] for error in errors if error["loc"]], today), *of_form,
        ]
        raise InputError(_gathered(mended, problems, layers)) from error
    judged = (judge or judging.judged)(notice, today)
    if mended or of_form or any(problem.level == "error" for problem in judged):
        raise InputError(_gathered(mended, [*judged, *of_form], layers))
    return notice, judged


def _told(data: Mapping[str, Any], sample: str, today: date) -> Sequence[Problem]:
    """Return what is wrong with a tree, and worth a look in it, unplaced."""
    try:
        notice = validate(data, expressions.names_of(data), today)
    except pydantic_core.ValidationError as error:
        from notice_gen.reader import wording

        return wording.problems(error.errors(include_url=False)[:_MOST_PROBLEMS], data, data, law_of(data, today), sample)
    return judging.judged(notice, today)


def _judged_without(data: Mapping[str, Any], faulty: Sequence[KeyPath], today: date) -> tuple[Problem, ...]:
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
    except pydantic_core.ValidationError:
        return ()


def _stand_in(value: Any, path: KeyPath, faulty: Iterable[KeyPath]) -> Any:
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

    A line with a syntax fault, a cell that is refused, has a guess in place of its value: what is said of that further is noise, but
    for what to type instead.
    """
    placed = locate(sorted(found, key=lambda problem: problem.level != "error")[:_MOST_PROBLEMS], layers)
    sound = _without_noise(placed, mended)
    mended = [_through(p, [q for q in placed if q.path[-1:] != (q.found,) and _is_there(p, q)]) for p in mended]
    order = {layer.file: -n for n, layer in enumerate(layers)}
    return sorted([*mended, *sound], key=partial(_by_place, order))


def _without_noise(placed: Iterable[Problem], mended: Sequence[Problem]) -> list[Problem]:
    guessed = {(p.place.file, p.place.line): p.place.column for p in reversed(mended) if p.place and not p.path}
    cells = {p.path for p in mended if p.path}

    def is_noise(p: Problem, place: Place) -> bool:
        fault = guessed.get((place.file, place.line))
        of_the_key = bool(p.path) and p.found == p.path[-1] and place.column < (fault or 0)
        return (fault is not None and not of_the_key) or any(p.path[: len(cell)] == cell for cell in cells)

    return [p for p in placed if p.place and not is_noise(p, p.place)]


def _by_place(order: Mapping[str, int], problem: Problem) -> tuple[int, int, int, str, int]:
    place = problem.place
    return (order.get(place.file, 0), place.line, len(place.cell), place.cell, place.column) if place else (0, 0, 0, "", 0)


def _is_there(one: Problem, other: Problem) -> bool:
    """Tell whether two problems are of one piece of a line; the other may be within its quotes."""
    here, there = one.place, other.place
    if here is None or there is None or (here.file, here.line) != (there.file, there.line):
        return False
    return there.column - here.column in {0, 1}


def _through(mended: Problem, further: Sequence[Problem]) -> Problem:
    """Return a syntax fault with the hint that holds where its own mending would be refused: with what is *further* said of its place."""
    from notice_gen.reader import advice

    return advice.advised_by(mended, further[0]) if further else mended
