"""What the assistant answers with: plain frozen records; lines and columns count from 1, columns in characters."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Literal

from notice_gen.errors import Say
from notice_gen.records import record

Key = tuple[str | int, ...]
"""Where in the tree of keys, places in lists from 0: ``("muc", 0, "phat_hien", 3)``."""


@record
class Span:
    """A piece of a text, its end not part of it.

    Attributes:
        line, column: where it begins.
        end_line, end_column: where it ends.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    def holds(self, line: int, column: int) -> bool:
        """Tell whether a caret at that place touches the piece."""
        return (self.line, self.column) <= (line, column) <= (self.end_line, self.end_column)


@record
class Edit:
    """A change of a text: what stands in *span* gives way to *new*."""

    span: Span
    new: str


@record
class Desk:
    """What lies on the desk beside the text that is written.

    Attributes:
        today: what day it is.
        file: the name of the text's file; that of the office's settings has the text looked at as such.
        office: the text of the office's ``notice-gen.toml``; empty for none.
        office_file: the name of that file.
        row: a row of data that lies over the text, as one JSON object; empty for none.
        language: in which sentences are said, ``vi`` or ``en``.
        say: what says the sentences of problems, where they are said otherwise than by the command line.
    """

    today: dt.date
    file: str = "van-ban.toml"
    office: str = ""
    office_file: str = "notice-gen.toml"
    row: str = ""
    language: str = "vi"
    say: Say | None = None


@record
class Diagnosis:
    """One thing wrong with a text, or worth a look in it: what the command line says at the same place.

    Attributes:
        file: where it stands, this text's file or the office's.
        span: the faulty piece, to the end of its first line; of line 0 when the file as a whole is at fault.
        severity: an error refuses the paper.
        code: the name by which a warning is passed over, empty for an error.
        message, hint: what is wrong, and what to type instead.
        path: the key at fault; empty when none is.
        edits: what does as the hint says, where that is one thing.
    """

    file: str
    span: Span
    severity: Literal["error", "warning"]
    code: str
    message: str
    hint: str
    path: Key
    edits: tuple[Edit, ...] = ()


@record
class Action:
    """Something that may be done about a diagnosis.

    Attributes:
        title: what it does, for a button.
        kind: ``fix`` does as the hint says, ``waive`` passes over the warning in this file.
        edits: the changes, of places that do not overlap.
        message: that of the diagnosis.
    """

    title: str
    kind: Literal["fix", "waive"]
    edits: tuple[Edit, ...]
    message: str


@record
class Completion:
    """Something that may stand at the caret.

    Attributes:
        label: how it is listed.
        kind: ``table``, ``key``, ``value``, ``figure``, ``filter`` or ``unit``.
        edit: what it changes.
        caret: how far into the new text the caret goes.
        detail: in a line: what it prints now, what kind it is.
        help: what a clerk reads about it.
        required: the table must have this key.
    """

    label: str
    kind: Literal["table", "key", "value", "figure", "filter", "unit"]
    edit: Edit
    caret: int
    detail: str = ""
    help: str = ""
    required: bool = False


@record
class Hover:
    """What is known of the piece under the pointer: lines of plain text, the first one a heading."""

    span: Span
    lines: tuple[str, ...]


@record
class Symbol:
    """A part of the text.

    Attributes:
        name: how it is listed: the title of a section, the words of an item.
        kind: ``table``, ``section``, ``item``, ``grid`` or ``figure``.
        path: where in the tree of keys.
        span: all of it.
        head: its header, or its key.
        inner: the parts of it.
    """

    name: str
    kind: Literal["table", "section", "item", "grid", "figure"]
    path: Key
    span: Span
    head: Span
    inner: tuple[Symbol, ...] = ()


@record
class Origin:
    """Where a paragraph of the printed page comes from.

    Attributes:
        paragraph: which ``w:p`` of ``word/document.xml``, from 0, all of them counted.
        text: what is read there.
        path: the key that says it.
        file: the file that has this key: the text's, the office's, or one of the program's own.
        span: the value, or the line of it.
    """

    paragraph: int
    text: str
    path: Key
    file: str
    span: Span


def plain(answer: Any) -> Any:
    """Return a record, and those in it, as plain JSON values.

    >>> plain((Edit(Span(1, 2, 1, 4), "so"),))
    [{'span': {'line': 1, 'column': 2, 'end_line': 1, 'end_column': 4}, 'new': 'so'}]
    """
    if isinstance(answer, tuple | list):
        return [plain(one) for one in answer]
    if isinstance(answer, dict):
        return {str(name): plain(value) for name, value in answer.items()}
    if isinstance(answer, dt.date):
        return answer.isoformat()
    return {name: plain(value) for name, value in vars(answer).items()} if hasattr(answer, "__dataclass_fields__") else answer


def applied(text: str, edits: Iterable[Edit]) -> str:
    r"""Return *text* with *edits* made, its line ends as they are.

    >>> applied("so: 12\r\nx", [Edit(Span(1, 3, 1, 4), " =")])
    'so = 12\r\nx'
    """
    starts = _starts(text)
    for edit in sorted(edits, key=lambda one: tuple(vars(one.span).values()), reverse=True):
        start, end = (_offset(text, starts, *at) for at in ((edit.span.line, edit.span.column), (edit.span.end_line, edit.span.end_column)))
        text = text[:start] + edit.new + text[end:]
    return text


def offset(text: str, line: int, column: int) -> int:
    """Return the offset in *text* of a place, or of the nearest there is."""
    return _offset(text, _starts(text), line, column)


_LINE_END = re.compile(r"\r\n|\r|\n")


def _starts(text: str) -> list[tuple[int, int]]:
    """Return where each line of *text* begins and ends; a byte order mark is no character of the first."""
    lines, at = [], 1 if text.startswith("\ufeff") else 0
    for end in _LINE_END.finditer(text):
        lines.append((at, end.start()))
        at = end.end()
    return [*lines, (at, len(text))]


def _offset(text: str, starts: list[tuple[int, int]], line: int, column: int) -> int:
    if line > len(starts):
        return len(text)
    start, end = starts[max(line, 1) - 1]
    return min(start + max(column, 1) - 1, end)


def span(text: str, start: int, end: int) -> Span:
    r"""Return the span of ``text[start:end]``, lines of which end with ``\n``."""
    line, column = position(text, start)
    return Span(line, column, *position(text, end))


def position(text: str, at: int) -> tuple[int, int]:
    r"""Return line and column of an offset in *text*, lines of which end with ``\n``."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
