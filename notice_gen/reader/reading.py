"""Layers → one notice, every problem gathered before it is refused: the one place that knows in which order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import PurePath
from typing import Any, NamedTuple

from notice_gen import expressions
from notice_gen.errors import N_, InputError, KeyPath, Place, Problem
from notice_gen.legal import Law
from notice_gen.model import OF_ONE_FORM, PHIEN_BAN, Notice, Revalidate, VanBan, law_of, validate, validating
from notice_gen.model.core import pydantic_core
from notice_gen.reader import judging
from notice_gen.reader.codes import filled_in
from notice_gen.reader.layers import OFFICE_FILE, Layer, locate, merge, value_at
from notice_gen.records import record, replace


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
    for path in (tuple(key.split(".")) for key in form.can):
        if not value_at(data, path):
            yield _missing(path, data, form)
    for path in (tuple(key.split(".")) for key in form.khong):
        if any(value_at(layer.data, path) and PurePath(layer.file).name != OFFICE_FILE and not layer.root for layer in layers):
            message = N_("{ten} không có chỗ cho “{khoa}”: in ra sẽ mất nội dung.")
            hint = N_("Bỏ {khoa}, hoặc chọn mẫu khác ở dòng mau đầu tệp.")
            if path[0] in OF_ONE_FORM and path[0] != "ben":
                hint = N_("Bỏ {khoa}, hoặc ghi ở đầu tệp: mau = \"{mau}\".")
            yield Problem(message, hint, {"ten": form.ten, "khoa": path[-1], "mau": path[0].replace("_", "-")}, path, path[-1])


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
        named = merge(layers, only=_LOOKED_AT)
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
