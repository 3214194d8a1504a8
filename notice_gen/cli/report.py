"""Problems and results → lines that a clerk can read, or JSON for another program."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from notice_gen.errors import N_, Place, Problem, Say

_TAB = 4
_WIDTH = 100  # columns of a source line shown around the fault
_BEFORE = 60  # of these, at most so many before it
_FAR = 1_000  # characters around a fault that are looked at, of a line without end
_HALF = re.compile("[\ud800-\udfff]")  # what Python makes of a byte of a name that is no UTF-8
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def problem_lines(problem: Problem, say: Say) -> Iterator[str]:
    """Yield the lines that report one problem: place and message, source line with a caret, hint."""
    place, (level, colour) = problem.place, level_of(problem, say)
    yield headline(f"{place}: " if place else "", f"{level}:", colour, problem.text(say))
    if place:
        yield from quoted(place, colour)
    yield from remark(say(N_("gợi ý:")), problem.hint_text(say))


def level_of(problem: Problem, say: Say) -> tuple[str, str]:
    """Return the word for how bad a problem is, and its colour."""
    return (say(N_("lỗi")), "red") if problem.level == "error" else (say(N_("cảnh báo")), "yellow")


def headline(where: str, level: str, colour: str, message: str) -> str:
    """Return the first line of a problem or a fault."""
    return click.style(visible(where), bold=True) + click.style(level, fg=colour, bold=True) + f" {visible(message)}"


def quoted(place: Place, colour: str) -> Iterator[str]:
    """Yield the source line with a caret; nothing for a line that is empty."""
    if place.text.strip():
        source, caret = excerpt(place)
        yield f"    {source}"
        yield "    " + click.style(caret, fg=colour, bold=True)


def remark(name: str, text: str) -> Iterator[str]:
    """Yield a line under a problem or a fault; nothing for an empty *text*."""
    if text:
        yield "    " + click.style(name, fg="green") + f" {visible(text)}"


def excerpt(place: Place) -> tuple[str, str]:
    """Return the source line, cut to fit around the fault, and the line of carets below it.

    Columns are those of a terminal: a tab stops at every fourth, a wide character takes two, a combining mark none.
    """
    start = max(place.column - 1, 0)
    far = max(min(start, len(place.text)) - _FAR, 0)
    start -= far
    cells, goes_on = _cells(place.text[far : far + start + _FAR]), len(place.text) > far + start + _FAR
    first = start
    room = _BEFORE
    while first > 0 and first <= len(cells) and (room := room - cells[first - 1][1]) >= 0:
        first -= 1
    first = min(first, len(cells))
    last = first
    room = _WIDTH
    while last < len(cells) and (room := room - cells[last][1]) >= 0:
        last += 1
    head, tail = ("…" if first or far else ""), ("…" if last < len(cells) or goes_on else "")
    before = len(head) + sum(width for _, width in cells[first:start]) + max(start - len(cells), 0)
    under = sum(width for _, width in cells[start : min(start + place.width, last)])
    shown = head + "".join(text for text, _ in cells[first:last]) + tail
    return shown.rstrip(), " " * before + "^" * max(under, 1)


def _cells(text: str) -> list[tuple[str, int]]:
    """Return each character as it is shown and how many columns it takes."""
    cells: list[tuple[str, int]] = []
    column = 0
    for char in text:
        if char == "\t":
            width = _TAB - column % _TAB
            cells.append((" " * width, width))
        else:
            cells.append(_cell(char))
            width = cells[-1][1]
        column += width
    return cells


def _cell(char: str) -> tuple[str, int]:
    """Return a character as it is shown and its columns."""
    shown = visible(char)
    return shown, sum(map(columns, shown))


def columns(char: str) -> int:
    """Return how many columns of a terminal a character takes."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(text: str) -> str:
    r"""Return *text* with characters that would command the terminal written out.

    >>> visible("a\x1b[31mb\n")
    'a\\x1b[31mb\n'
    """
    if text.isprintable():
        return text
    commands = {char for char in text if char in _BIDI or (unicodedata.category(char) in {"Cc", "Cs"} and char != "\n")}
    return "".join(char.encode("unicode_escape").decode("ascii") if char in commands else char for char in text)


_OWN = N_("kèm chương trình")  # as data/du-lieu.toml says


def source(nguon: str, say: Say) -> str:
    """Return who made a set of data, in the language spoken where it is the program's own."""
    return visible(say(nguon))


def complain(problems: Iterable[Problem], say: Say) -> None:
    """Print *problems* on stderr."""
    for problem in problems:
        for line in problem_lines(problem, say):
            note(line)


def waivable(problems: Iterable[Problem], say: Say) -> None:
    """Say on stderr how the warnings among *problems* are passed over, in the very words to be typed; nothing where none can be."""
    names = dict.fromkeys(problem.code for problem in problems if problem.level == "warning" and problem.code)
    if names:
        typed = ", ".join(f'"{name}"' for name in names)
        message = N_("Không cần nhắc điều nào thì ghi tên nó vào [the_thuc] của tệp, hoặc của notice-gen.toml: bo_qua = [{ten}]")
        aside(say(message).format(ten=typed))


def note(line: str) -> None:
    """Print one line on stderr, in colour only on a terminal that has some and never with ``NO_COLOR``."""
    click.echo(line, err=True, color=None if has_colour() else False)


def has_colour() -> bool:
    """Say whether a terminal may be given colours, and lines that are drawn over again."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def aside(line: str) -> None:
    """Print on stderr what is said by the way: a summary, what to do next; not with ``--quiet``."""
    if not is_quiet():
        note(line)


QUIET = f"{__name__}.quiet"
"""What says, in the command's context, that only what is wrong is to be told."""


def is_quiet() -> bool:
    """Say whether only what is wrong is to be told."""
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(QUIET))


def colour() -> bool | None:
    """Return whether lines are coloured: None where that depends on who reads them."""
    return False if os.environ.get("NO_COLOR") else None


def begun(labels: Iterable[str], remarks: Iterable[Problem], say: Say) -> None:
    """Say on stderr which registers were begun: somebody may have meant another; and what else they have to say."""
    complain(remarks, say)
    for label in labels:
        message = N_("Đã lập sổ văn bản mới: {so}. Nếu cơ quan đã có sổ ở chỗ khác thì dừng lại, ghi --register ĐƯỜNG-DẪN.")
        note(say(message).format(so=visible(label)))


def print_json(value: Mapping[str, Any] | Sequence[Any]) -> None:
    """Print one JSON document."""
    click.echo(json_text(value, indent=2))


def json_text(value: Mapping[str, Any] | Sequence[Any], *, indent: int | None = None) -> str:
    """Return *value* as JSON that is UTF-8 whatever files are called: a byte of a name that is no text is an escape of half a pair."""
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))


def as_json(problem: Problem, say: Say) -> dict[str, Any]:
    """Return a problem as plain JSON values."""
    return {key: value for key, value in problem.as_dict(say).items() if key != "found" and (key != "code" or value)}
