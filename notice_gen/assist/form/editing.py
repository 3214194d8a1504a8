"""Edits of a form: each changes the piece of the text that says it and leaves all else alone, or is refused with the line.

What a text says after an edit is worked out beside it, on the tree, and the two are held against each other: the same tree, the same
comments but for those of rows that were taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from notice_gen.assist.desk import shown
from notice_gen.assist.form import keyed, rows
from notice_gen.assist.form.layout import comments
from notice_gen.assist.form.text import BY_HAND, Change, Operation, RefusalError, Text
from notice_gen.assist.records import Desk, Edit, applied, span
from notice_gen.errors import N_, say_in
from notice_gen.reader import source
from notice_gen.reader.broken import scan
from notice_gen.records import record


@record
class Edited:
    """The text after an edit, and what has changed in it."""

    text: str
    edits: tuple[Edit, ...]


@record
class Refused:
    """Why an edit was not made, and the line of the text where it is to be made by hand."""

    message: str
    line: int


_HANDLERS: Mapping[str, Callable[[Text, Operation], Change]] = {
    "set": keyed.set_value, "remove": keyed.remove, "rename": keyed.rename, "insert": rows.insert, "move": rows.move, "paste": rows.paste,
}


def edit(text: str, operation: Operation, desk: Desk) -> Edited | Refused:
    """Make an edit, or say why not; nothing else in the text changes, and no comment is lost but those of rows taken away."""
    say, own = say_in(desk.language), shown(text)
    if not source.holds(own) or len(own) > source.LARGEST:
        message = N_("Tệp đang có chỗ viết chưa đúng nên chưa dùng được biểu mẫu.")
        return Refused(say(message), 1)
    doc = Text(own, desk)
    try:
        change = _HANDLERS[operation.kind](doc, operation)
        _check(own, scan.apply(own, change.edits), change)
    except RefusalError as refusal:
        return Refused(f"{refusal.problem.text(say)} {refusal.problem.hint_text(say)}".strip(), doc.layout.line(operation.path))
    end = "\r\n" if "\r\n" in text else "\n"
    edits = tuple(Edit(span(own, start, stop), put.replace("\n", end)) for start, stop, put in change.edits if own[start:stop] != put)
    return Edited(applied(text, edits), edits)


def _check(old: str, new: str, change: Change) -> None:
    """Raise RefusalError unless *new* says what it shall, with the comments of *old* but those that were to go."""
    tree = source.loads(new) if source.holds(new) else None
    before, after = comments(old), comments(new)
    if not _same(tree, change.tree) or after - before or (before - after) - comments(change.gone):
        raise RefusalError(*BY_HAND)


def _same(one: Any, other: Any) -> bool:
    """Tell whether two trees are the same, 1 and true and 1.0 apart."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and (one == other or (one != one and other != other))  # noqa: PLR0124 - nan
