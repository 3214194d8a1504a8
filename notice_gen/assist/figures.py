"""What may stand in an expression at the caret: figures, facts and filters, each with what it prints now."""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen import expressions, vietnamese
from notice_gen.assist.caret import Caret
from notice_gen.assist.desk import printed, scope, value_of
from notice_gen.assist.offers import HERE, offer
from notice_gen.assist.records import Completion, Desk
from notice_gen.errors import N_, say_in


def figures(text: str, here: Caret, desk: Desk) -> Iterator[Completion]:
    """Yield what may stand in the expression at the caret."""
    code = here.code or ""
    typed = text[here.start : here.end] if here.start < here.end else ""
    before = code[: len(code) - len(code.rsplit(typed, 1)[-1]) - len(typed)] if typed and code.endswith(typed) else code
    before = before.rstrip()
    now, say = scope(text, desk), say_in(desk.language)
    if before.endswith("."):
        group = before[:-1].rsplit(maxsplit=1)[-1] if before[:-1].split() else ""
        yield from _of_group(text, here, group, now)
    elif before.endswith("|"):
        yield from _filters(text, here, before[:-1].strip(), now)
    else:
        for name in now.values.get("so_lieu", {}):
            yield offer(text, here, name, "figure", name, detail=printed(now, name))
        for group in expressions.GROUPS:
            members = ", ".join([*now.values.get(group, {})][:6])
            yield offer(text, here, f"{group}.", "figure", f"{group}.", detail=members or say(N_("chưa có tên nào")))


def _of_group(text: str, here: Caret, group: str, now: expressions.Scope) -> Iterator[Completion]:
    members = now.values.get(group, {}) if group in expressions.GROUPS else {}
    for name in dict.fromkeys((*members, *sorted(expressions.GROUPS.get(group, ())))):
        yield offer(text, here, name, "figure", name, detail=printed(now, f"{group}.{name}"))


_WITH_ARGUMENT = {"do_luong": f'do_luong("{HERE}")'} | {name: f"{name}({HERE})" for name in ("ty_le", "han_sau", "khoang_ngay")}


def _filters(text: str, here: Caret, code: str, now: expressions.Scope) -> Iterator[Completion]:
    """Yield the filters, those first that make something of the value before them."""
    value = value_of(now, code) if code else None
    useful: list[Completion] = []
    others: list[Completion] = []
    for name, function in vietnamese.FILTERS.items():
        shown_as = printed(now, f"{code} | {name}") if value is not None else ""
        doc = (function.__doc__ or "").strip().splitlines()
        one = offer(text, here, name, "filter", _WITH_ARGUMENT.get(name, name), detail=shown_as, help=doc[0] if doc else "")
        (useful if shown_as else others).append(one)
    yield from (*useful, *others)
