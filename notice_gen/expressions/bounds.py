"""How long an expression may be and how much it may make: a few letters of text take neither all memory nor all day.

What is too much is refused where it arises, before it is made where that can be told: figures beyond :data:`MOST_DIGITS`, texts
beyond :data:`MOST_TEXT`, and, over one printing, the letters that all filters and loops together have gone through.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping, Sequence, Sized
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial, wraps
from itertools import islice
from types import FunctionType
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import GiaTriSai

if TYPE_CHECKING:
    from jinja2 import nodes

ROUNDS = "=vong"
"""Filter around what a loop of a template goes through; nobody can type its name."""
MOST_DIGITS = 80  # of a figure, at either side of the comma; those that are typed have 30
MOST_TEXT = 100_000  # letters that a filter may take or make; a paper of 30 pages
_MOST_WORK = 20_000_000  # letters that filters, and rounds that loops, go through in one printing
_AT_ONCE = 64  # pieces of a page looked at together
_ROUND = 50  # what a round of a loop counts
_LONGEST = 10_000  # letters of one expression
_DEEPEST = 90  # filters, signs and brackets around each other
_BRACKETS = 30
_LARGEST = 10**MOST_DIGITS
_LOW, _HIGH = -(10**18), 10**18
_DIGITS = re.compile(rf"\d{{{MOST_DIGITS + 1},}}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")

FIGURE = N_("Không tính “{code}”: kết quả là con số quá dài.")
TEXT = N_("Không tính “{code}”: kết quả là chữ quá dài.")
WORK = N_("Không tính “{code}”: phép tính quá nhiều bước.")
_HINT = N_("Kiểm tra lại phép tính và các số liệu trong đó; văn bản không cần kết quả dài như vậy.")


class _Spent(threading.local):
    work = 0


_spent = _Spent()


def begin() -> None:
    """Begin one printing, or one expression: nothing is done yet."""
    _spent.work = 0


def spend(work: int) -> None:
    """Count *work*, in letters or rounds; raises TooMuchError when it is more than any page takes."""
    done = _spent.work = _spent.work + work
    if done > _MOST_WORK:
        raise _too_much(WORK)


def figure(value: Any) -> Any:
    """Return a figure that can be printed; raises TooMuchError for another."""
    if type(value) is int and _LOW < value < _HIGH:  # the commonest by far
        return value
    if isinstance(value, int):
        fits = -_LARGEST < value < _LARGEST
    elif isinstance(value, Fraction):
        fits = abs(value.numerator) < _LARGEST and value.denominator < _LARGEST
    else:
        fits = not isinstance(value, Decimal) or (value.is_finite() and max(value.adjusted() + 1, -int(value.as_tuple()[2])) <= MOST_DIGITS)
    if not fits:
        raise _too_much(FIGURE)
    return value


def text(value: Any) -> Any:
    """Return what is no longer than any page; raises TooMuchError for a longer text."""
    if isinstance(value, str) and len(value) > MOST_TEXT:
        raise _too_much(TEXT)
    return value


class TooMuchError(GiaTriSai):
    """An expression makes more than any page holds; ``line``: where in a template, when it is known."""

    line = 0


def _too_much(message: str) -> TooMuchError:
    return TooMuchError("too much", message, _HINT, code="…")


def bounded(function: Callable[..., Any], *, blank: str | None = None) -> Callable[..., Any]:
    """Return a filter that takes and makes no more than a page holds, and gives *blank*, if any, for None."""

    @wraps(function)
    def within(*args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()) if kwargs else args:
            kind = type(value)
            if (kind is int and _LOW < value < _HIGH) or kind is date:  # the commonest by far
                continue
            if isinstance(value, str):
                spend(len(text(value)))
            else:
                figure(value)
        if blank and args[0] is None:
            return blank
        made = function(*args, **kwargs) if kwargs else function(*args)
        return made if type(made) is str and len(made) <= MOST_TEXT else text(made)

    return within


def joined(pieces: Sequence[str], between: str) -> str:
    """Return *pieces* with a text between them, counted before anything is joined; raises TooMuchError."""
    size = sum(map(len, pieces)) + len(between) * max(len(pieces) - 1, 0)
    if size > MOST_TEXT:
        raise _too_much(TEXT)
    spend(size + len(pieces))
    return between.join(pieces)


def rounds(value: Any) -> Any:
    """Return what a loop goes through, counted; raises TypeError for a text, TooMuchError for more than any page has."""
    if type(value) is not list:
        if isinstance(value, str):
            raise TypeError(value[:40])
        if not isinstance(value, Sized):
            return value
    spend(len(value) * _ROUND)
    return value


def produced(part: Any, values: Mapping[str, Any], most: int, environment: Any = None) -> str:
    """Return what a template prints, counted while it comes; raises TooMuchError beyond *most* letters.

    *part*: a ``jinja2.Template``, or what is used as one.
    *environment* has other filters and tests than the template's own.
    """
    begin()
    context = part.new_context(values, shared=True)  # no tag changes them
    root: Any = _within(part.root_render_func, environment) if environment else part.root_render_func
    stream = root(context)
    pieces: list[str] = []
    size = 0
    while some := list(islice(stream, _AT_ONCE)):
        pieces.append("".join(some))
        size += len(pieces[-1])
        if size > most:
            error = _too_much(TEXT)
            error.line = part.get_corresponding_lineno(stream.gi_frame.f_lineno)  # a generator
            raise error
    return "".join(pieces)


def _within(root: Any, environment: Any) -> Any:
    """Return what prints a template in another *environment*: Jinja's code has its own as an argument, or as a global where it was kept."""
    code = root.__code__
    if "environment" in code.co_varnames[: code.co_argcount]:
        return partial(root, environment=environment)
    return FunctionType(code, {**root.__globals__, "environment": environment}, code.co_name, root.__defaults__, root.__closure__)


def too_long(code: str) -> bool:
    """Tell whether *code*, one expression or tag, is longer or more nested than any that a person writes."""
    if len(code) > _LONGEST:
        return True
    bare = _QUOTED.sub("''", code)
    depth = deepest = 0
    for sign in bare:
        depth += (sign in "([{") - (sign in ")]}")
        deepest = max(deepest, depth)
    return deepest > _BRACKETS or bool(_DIGITS.search(bare))


def too_deep(tree: nodes.Node) -> nodes.Node | None:
    """Return the first node of *tree* inside more others than any person writes, or None; found without recursion."""
    level: list[nodes.Node] = [tree]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.iter_child_nodes()]
        if not level:
            return None
    return level[0]
