"""The text as the command line reads it, once for every question about it: what is wrong, what it says, what it prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from notice_gen import issue, reader, template_choice, templates
from notice_gen.assist.records import Desk
from notice_gen.errors import InputError, NoticeGenError, Problem
from notice_gen.expressions import Scope, seen
from notice_gen.reader import OFFICE_FILE, Layer, places, source
from notice_gen.reader.broken import scan
from notice_gen.reader.layers import table_of
from notice_gen.records import record
from notice_gen.steps import Issued

_HALF = re.compile("[\ud800-\udfff]")
_MOST_PIECES = 200  # tables of a text that is no TOML, tried one by one


@record
class Look:
    r"""What a text is found to be.

    Attributes:
        text: without a byte order mark, its lines ended by ``\n``.
        problems: located; errors where it is refused, else warnings.
        layers: what it is read from, lowest first, as far as that could be read.
        data: the tree of all layers; of a text that is no TOML, what can be understood of it.
        issued: the paper, unless refused.
    """

    text: str
    problems: tuple[Problem, ...]
    layers: tuple[Layer, ...]
    data: Mapping[str, Any]
    issued: Issued | None


@lru_cache(maxsize=4)
def look(text: str, desk: Desk) -> Look:
    """Read, compose and print *text* on *desk*, by the way of ``notice-gen validate``."""
    text = shown(text)
    if PurePath(desk.file).name == OFFICE_FILE:
        return _look_at_office(text, desk)
    layers: tuple[Layer, ...] = ()
    try:
        own = reader.parse(_bytes(text), file=desk.file)
        layers = (own,)
        layers = (*_office(desk), own)
        layers = (*layers, *_row(desk, reader.merge(layers)))
        used = template_choice.template_of(layers)
        layers = (template_choice.defaults(used), *layers)
        issued = issue.of_layers(layers, used, today=desk.today)
    except NoticeGenError as error:
        layers = layers or (*_readable_office(desk), Layer(desk.file, text, understood(text)))
        return Look(text, error.problems, layers, reader.merge(layers), None)
    return Look(text, issued.warnings, issued.layers, reader.merge(issued.layers), issued)


@lru_cache(maxsize=8)  # each problem of a text asks
def shown(text: str) -> str:
    r"""Return *text* as an editor counts its lines: no byte order mark, no half of a character, each line ended by ``\n``."""
    return _bytes(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")).decode()


def _bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text).encode()


def _office(desk: Desk) -> tuple[Layer, ...]:
    return (reader.parse(_bytes(desk.office), file=desk.office_file),) if desk.office.strip() else ()


def _readable_office(desk: Desk) -> tuple[Layer, ...]:
    try:
        return _office(desk)
    except InputError:
        return ()


def _row(desk: Desk, base: Mapping[str, Any]) -> tuple[Layer, ...]:
    return tuple(row.layer for row in reader.json_rows([desk.row], base, file="<rows>")) if desk.row else ()


def _look_at_office(text: str, desk: Desk) -> Look:
    """Look at the office's settings: as they lie under a sample that says only what they leave open."""
    own = Layer(desk.file, "", {})
    try:
        own = reader.parse(_bytes(text), file=desk.file) if text.strip() else own
        mau = template_choice.DEFAULT_MAU
        sample = source.loads(templates.sample(mau))
        rest = {key: _without(value, own.data.get(key)) for key, value in sample.items() if not isinstance(own.data.get(key), list)}
        layers = (own, Layer("", "", rest))
        used = template_choice.template_of(layers)
        problems = issue.of_layers((template_choice.defaults(used), *layers), used, today=desk.today).warnings
    except NoticeGenError as error:
        problems = error.problems
    there = tuple(problem for problem in problems if problem.place and problem.place.file == desk.file)
    data = own.data or understood(text)
    return Look(text, there, (Layer(desk.file, text, data),), data, None)


def _without(value: Any, said: Any) -> Any:
    if isinstance(value, dict) and isinstance(said, Mapping):
        return {key: inner for key, inner in value.items() if key not in said}
    return value


def understood(text: str) -> Mapping[str, Any]:
    """Return what can be understood of a *text*, TOML or not: the statements that can be read, table by table."""
    if len(text.encode()) > source.LARGEST:
        return {}
    if source.holds(text):
        return source.loads(text)
    pieces, sound = [""], ""
    for statement in scan.statements(text):
        piece = text[statement.start : statement.end]
        if statement.kind == "header":
            pieces.append("")
        pieces[-1] += f"{piece}\n" if source.holds(piece) else ""
    for piece in pieces[:_MOST_PIECES]:
        sound = sound + piece if source.holds(sound + piece) else sound
    return source.loads(sound)


def scope(text: str, desk: Desk) -> Scope:
    """Return what the expressions of *text* see now, as far as that is known while it is refused."""
    return _scope(look(text, desk))


def _scope(seen_now: Look) -> Scope:
    issued = seen_now.issued
    if issued:
        return Scope(seen(issued.context.page.so_lieu, issued.context.facts))
    data = seen_now.data
    groups = {name: {key: _joined(value) for key, value in table_of(data, name).items()} for name in ("don_vi", "van_ban", "co_quan")}
    figures = dict(table_of(data, "so_lieu"))
    formulas = table_of(data, "so_lieu_tinh")
    for _ in formulas:  # each may ask for others
        for name, code in formulas.items():
            if name not in figures and isinstance(code, str):
                value = value_of(Scope(seen(figures, groups)), code)
                figures |= {} if value is None else {name: value}
    return Scope(seen(figures, groups))


def value_of(now: Scope, code: str) -> Any:
    """Return the value of *code*, or None where it has none."""
    try:
        return now.evaluate(code)
    except InputError:
        return None


def printed(now: Scope, code: str) -> str:
    """Return what *code* prints, or an empty text where it has no value."""
    try:
        return now.show(code)
    except InputError:
        return ""


def _joined(value: Any) -> Any:
    return " ".join(map(str, value)) if isinstance(value, list) else value


def spots(text: str, desk: Desk) -> places.Map:
    """Return where each key of *text* stands."""
    return places.index(shown(text), desk.file)
