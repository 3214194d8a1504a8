"""What is known of the piece under the pointer: a key's help, what an expression prints now, what a rule says and by which article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notice_gen import facts
from notice_gen.assist import caret as carets
from notice_gen.assist import kinds
from notice_gen.assist.desk import printed, scope, shown, spots
from notice_gen.assist.records import Desk, Hover, offset, span
from notice_gen.errors import N_, InputError, Say, say_in
from notice_gen.expressions import Scope, figures_in
from notice_gen.legal.quyen_ky import quyen_ky
from notice_gen.model import Key
from notice_gen.reader import keys, source

_MOST = 12  # parts of an expression that are shown beside it


def hover(text: str, line: int, column: int, desk: Desk) -> Hover | None:
    """Return what is known of what stands at a place; None where nothing is."""
    text = shown(text)
    if len(text) > source.LARGEST:
        return None
    at = offset(text, line, column)
    if place := carets.expression_at(text, at):
        lines = tuple(_expression(text[place[0] + 2 : place[1] - 2].strip(), scope(text, desk), say_in(desk.language)))
        return Hover(span(text, *place), lines)
    return _at_spot(text, at, desk)


def _expression(code: str, now: Scope, say: Say) -> Iterator[str]:
    try:
        yield f"{code} → {now.show(code)}"
    except InputError as error:
        yield code
        for problem in error.problems:
            yield f"{problem.text(say)} {problem.hint_text(say)}".strip()
    for name in sorted(figures_in(code) - {code})[:_MOST]:
        if value := printed(now, name):
            yield f"{name} = {value}"


def _at_spot(text: str, at: int, desk: Desk) -> Hover | None:
    """Return what is known of a rule's name, of a key or header, of a formula, of a key that has no value yet."""
    found = [(path, spot) for path, spot in spots(text, desk).spots.items() if _holds(spot.value, at) or _holds(spot.key, at)]
    for path, spot in sorted(found, key=lambda one: len(one[0]), reverse=True):  # the innermost first
        if lines := tuple(_of_value(path, text[slice(*spot.value)].strip("\"'"), text, desk)):
            return Hover(span(text, *spot.value), lines)
        if _holds(spot.key, at) and (isinstance(path[-1], str) or spot.is_table) and (lines := tuple(_key(path, text, desk))):
            return Hover(span(text, *spot.key), lines)
    return _at_unfinished(text, at, desk)


def _of_value(path: Any, value: str, text: str, desk: Desk) -> Iterator[str]:
    say = say_in(desk.language)
    if path[:2] == ("the_thuc", "bo_qua") and isinstance(path[-1], int):
        yield from _rule(value, desk, say)
    elif path[0] == "kiem_tra" and path[-1] == "dieu_kien":
        yield from _expression(value, scope(text, desk), say)


def _holds(where: tuple[int, int], at: int) -> bool:
    return where[0] <= at <= where[1]


def _at_unfinished(text: str, at: int, desk: Desk) -> Hover | None:
    here = carets.caret(text, at)
    typed = text[here.start : here.end]
    lines = tuple(_key((*here.table, typed), text, desk)) if here.zone == "key" and typed else ()
    return Hover(span(text, here.start, here.end), lines) if lines else None


def _key(path: Any, text: str, desk: Desk) -> Iterator[str]:
    say = say_in(desk.language)
    names = tuple(step for step in path if isinstance(step, str))
    if names[:1] in (("so_lieu",), ("so_lieu_tinh",)) and len(names) > 1:
        yield f"{names[1]} = {printed(scope(text, desk), names[1])}"
        yield say(N_("Dùng trong lời văn: {{{{ {ten} }}}}")).format(ten=names[1])
    elif key := keys.field_at(names):
        yield from _of_model(names, key, say)


def _of_model(names: tuple[str, ...], key: Key, say: Say) -> Iterator[str]:
    table, must = keys.table_at(names), N_("phải có")
    yield keys.header(names) if table or len(names) == 1 else names[-1] + (f" · {say(must)}" if key.required else "")
    if help_ := key.help or (table.__doc__ or "" if table else ""):
        yield help_.strip()
    if known := kinds.choices(names):
        values = ", ".join(str(one).lower() if isinstance(one, bool) else str(one) for one in known)
        yield say(N_("Nhận: {cac_gia_tri}")).format(cac_gia_tri=values)
    elif key.examples and not table:
        yield say(N_("Ví dụ: {vi_du}")).format(vi_du=keys.example(names))


def _rule(code: str, desk: Desk, say: Say) -> tuple[str, ...]:
    """Return what a warning or a rule is, and by which article; nothing for a name that none has."""
    name = code.strip().replace("-", "_")
    if warning := facts.table("canh-bao.toml").get(name.lower()):
        return (name, say(warning))
    if name.lower() in quyen_ky().quy_tac:
        rule = quyen_ky().quy_tac[name.lower()]
        return (f"{name} · {rule.dieu}", say(rule.loi).replace("{{", "{").replace("}}", "}"))
    return _rule_of_check(name, desk)


def _rule_of_check(name: str, desk: Desk) -> tuple[str, ...]:
    from notice_gen import legal
    from notice_gen.check import judge, manual
    from notice_gen.check.fault import Level

    law = legal.law(desk.today)
    wanted = name.lower()
    for entry in judge.at_least(Level.GOI_Y):
        if wanted in (entry.rule.code.lower(), entry.rule.name.lower()):
            first = manual.text(entry.rule.article, entry.notes, law).split("\n\n")
            return (f"{entry.rule.code} · {entry.rule.article}", *first)
    return ()
