"""A text that is edited: its tree and its places, what an edit changes, and why one cannot be made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from notice_gen.assist.desk import spots
from notice_gen.assist.form.layout import Items, Layout, items
from notice_gen.assist.records import Desk, Key
from notice_gen.errors import N_, Problem
from notice_gen.reader import source, value_at
from notice_gen.reader.broken import scan
from notice_gen.records import record


@record
class Operation:
    """One edit.

    Attributes:
        kind: ``set`` a value, ``remove`` a key or a row, ``insert`` a row before the one at *path*, ``move`` a row, ``paste`` a range of
            cells copied from Excel at the cell at *path*, ``rename`` a figure.
        path: the key, the row or the cell.
        value: what is typed: a text, true or false, a list of texts, None to say nothing; of ``insert`` an item, None for an empty one;
            of ``paste`` lines of cells with tabs between; of ``rename`` the new name.
        to: of ``move``, the place the row shall have, from 0.
    """

    kind: Literal["set", "remove", "insert", "move", "paste", "rename"]
    path: Key
    value: Any = None
    to: int = 0


class RefusalError(Exception):
    """An edit that cannot be made; its problem is told at the nearest key."""

    def __init__(self, message: str, hint: str = "", /, **values: object) -> None:
        super().__init__(message)
        self.problem = Problem(message, hint, values)


BY_HAND = N_("Không sửa được chỗ này bằng biểu mẫu mà chắc chắn giữ nguyên phần còn lại."), N_("Sửa thẳng ở dạng chữ.")


@record
class Change:
    """What an edit changes: pieces of the text, the tree there shall be, the pieces whose comments go."""

    edits: tuple[scan.Edit, ...]
    tree: Mapping[str, Any]
    gone: str = ""


class Text:
    """A text with its tree and its places."""

    def __init__(self, text: str, desk: Desk) -> None:
        self.text, self.data, self.desk = text, source.loads(text), desk
        self.map = spots(text, desk)
        self.spots = self.map.spots
        self.layout = Layout(text, self.map)

    def at(self, path: Key) -> Any:
        """Return what the text says at *path*; None where it says nothing."""
        return value_at(self.data, path)

    def is_inline(self, path: Key) -> bool:
        """Tell whether what is at *path* is written as a value, in brackets or braces."""
        spot = self.spots.get(path)
        return spot is not None and not spot.is_table and self.text[spot.value[0]] in "[{"

    def items(self, path: Key) -> Items:
        """Return the items of the list at *path*, which is written as a value."""
        if not self.is_inline(path):
            raise RefusalError(*BY_HAND)
        return items(self.text, self.spots[path], [self.spots[*path, n] for n in range(len(self.at(path)))])


def with_value(tree: Any, path: Key, value: Any) -> Any:
    """Return *tree* with *value* at *path*, tables made where there are none."""
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        items_ = tree if isinstance(tree, list) else []
        return [*items_[:step], with_value(items_[step] if step < len(items_) else None, tuple(rest), value), *items_[step + 1 :]]
    return {**(tree or {}), step: with_value((tree or {}).get(step), tuple(rest), value)}


def without(tree: Any, path: Key) -> Any:
    """Return *tree* without what is at *path*."""
    step, *rest = path
    if rest:
        return with_value(tree, (step,), without(tree[step], tuple(rest)))
    if isinstance(step, int):
        return [*tree[:step], *tree[step + 1 :]]
    return {name: one for name, one in tree.items() if name != step}
