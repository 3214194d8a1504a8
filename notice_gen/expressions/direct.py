"""Expressions that need no Jinja: nine in ten name a figure, pass it to a filter, add two or compare them.

What is read here means what Jinja makes of it and comes to the same, with the same functions and within the same bounds, but Jinja takes
as long to be loaded as a notice to be printed.  All else, and what a missing name comes to, is left to Jinja: ``tree``, ``by_jinja``.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from notice_gen.expressions import bounds
from notice_gen.expressions.values import arithmetic, exact, filters
from notice_gen.records import record

Give = Callable[[Mapping[str, Any]], Any]

_WORD = re.compile(
    r"""\s+
    | [A-Za-z_]\w* (?:\.[A-Za-z_]\w*)? (?!\w|\.)    # a figure, or a fact of a group
    | (?:0|[1-9]\d*) (?:\.\d+)? (?![\w.])
    | '[^'\\\r\n]*' | "[^"\\\r\n]*"
    | [=!<>]= | // | [-+*/%<>|(),]""",
    re.VERBOSE | re.ASCII,
)
_MOST = 60  # words and signs of one expression: no tree of so many is too deep
_SHORT = 80  # letters of one that cannot be too long
# Word types these for straight quotes and plain spaces.
_SMART_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})

_CONSTANTS = {"true": True, "True": True, "false": False, "False": False, "none": None, "None": None}
_RESERVED = frozenset({"and", "or", "not", "in", "is", "if", "else"})
_COMPARE = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_NOT = 3
_BINDS = {"or": 1, "and": 2, **dict.fromkeys(_COMPARE, 4), "+": 5, "-": 5, "*": 6, "/": 6, "//": 6, "%": 6}
"""How strongly signs bind; ``not`` in between, a sign before a figure and filters more strongly than all."""


@record
class Direct:
    """An expression that was read.

    Attributes:
        give: returns its value; raises KeyError or TypeError when Jinja has to say what is wrong.
        names: a group and what is asked of it, or no group and a bare name, in the order of Jinja's tree.
        decides: it comes to true or false whatever the figures.
    """

    give: Give
    names: tuple[tuple[str, str], ...] = ()
    decides: bool = False


class _NotDirectError(Exception):
    """An expression takes Jinja."""


def straight(code: str) -> str:
    """Return *code* with straight quotes and plain spaces."""
    return code.translate(_SMART_QUOTES)


def words(code: str) -> list[str] | None:
    """Return the words, signs and spaces of *code*; None where one is of those that are left to Jinja."""
    found = _WORD.findall(code)
    return found if sum(map(len, found)) == len(code) else None


@lru_cache(maxsize=65536)
def direct(code: str) -> Direct | None:
    """Return what *code* says, or None when that takes Jinja.

    >>> direct("a | ty_le(so_lieu.b)").give({"a": 1, "so_lieu": {"b": 3}}), direct("a | ty_le(so_lieu.b)").names, direct("a[0]")
    ('33,3%', (('', 'a'), ('so_lieu', 'b')), None)
    """
    found = None if len(code) > _SHORT and bounds.too_long(code) else words(straight(code))
    rest = [word for word in reversed(found or ()) if not word.isspace()]
    if not 0 < len(rest) <= _MOST:
        return None
    try:
        read = _choice(rest)
    except _NotDirectError:
        return None
    return None if rest else read


def _take(rest: list[str], *wanted: str) -> str:
    """Return the next word or sign, the last of the *rest*, when it is *wanted*, or any; raises _NotDirectError."""
    if not rest or (wanted and rest[-1] not in wanted):
        raise _NotDirectError
    return rest.pop()


def _choice(rest: list[str]) -> Direct:
    then = _joined(rest, 0)
    if rest[-1:] != ["if"]:
        return then
    rest.pop()
    test = _joined(rest, 0)
    _take(rest, "else")
    other = _choice(rest)
    yes, holds, no = then.give, test.give, other.give
    names = (*test.names, *then.names, *other.names)
    return Direct(lambda values: yes(values) if holds(values) else no(values), names, then.decides and other.decides)


def _joined(rest: list[str], least: int) -> Direct:
    """Read what is joined by signs that bind no less than *least*."""
    if least <= _NOT and rest[-1:] == ["not"]:
        rest.pop()
        inner = _joined(rest, _NOT)
        denied = inner.give
        left = Direct(lambda values: not denied(values), inner.names, inner.decides)
    else:
        left = _operand(rest)
    while rest and _BINDS.get(rest[-1], -1) >= least:
        sign = rest.pop()
        right = _joined(rest, _BINDS[sign] + 1)
        if sign in _COMPARE and rest and rest[-1] in _COMPARE:
            raise _NotDirectError
        decides = sign in _COMPARE or (sign in {"and", "or"} and left.decides and right.decides)
        left = Direct(_both(sign, left.give, right.give), (*left.names, *right.names), decides)
    return left


def _both(sign: str, one: Give, other: Give) -> Give:
    if sign == "and":
        return lambda values: one(values) and other(values)
    if sign == "or":
        return lambda values: one(values) or other(values)
    if function := _COMPARE.get(sign):
        return lambda values: function(one(values), other(values))
    return lambda values: arithmetic(sign, one(values), other(values))


def _operand(rest: list[str]) -> Direct:
    value = _signed(rest)
    while rest[-1:] == ["|"]:
        rest.pop()
        value = _filtered(value, rest)
    return value


def _signed(rest: list[str]) -> Direct:
    word = _take(rest)
    if word == "-":
        inner = _signed(rest)
        turned = inner.give
        return Direct(lambda values: -turned(values), inner.names)
    if word == "(":
        inner = _choice(rest)
        _take(rest, ")")
        return inner
    if word[0] in "'\"":
        return _constant(word[1:-1])
    if word[0].isdigit():
        digits = repr(float(word))  # as Jinja reads it
        return Direct(lambda _: exact(digits)) if "." in word else _constant(int(word))
    return _constant(_CONSTANTS[word]) if word in _CONSTANTS else _named(word)


def _constant(value: Any) -> Direct:
    return Direct(lambda _: value)


def _named(word: str) -> Direct:
    group, dot, name = word.rpartition(".")
    if word in _RESERVED or group in _RESERVED or group in _CONSTANTS or not name[0].isidentifier():
        raise _NotDirectError
    return Direct((lambda values: values[group][name]) if dot else operator.itemgetter(name), ((group, name),))


def _filtered(inner: Direct, rest: list[str]) -> Direct:
    function = _filter(_take(rest))
    args: list[Direct] = []
    if rest[-1:] == ["("]:
        rest.pop()
        while rest[-1:] != [")"]:
            if args:
                _take(rest, ",")
            args.append(_choice(rest))
        rest.pop()
    names = (*inner.names, *[name for arg in args for name in arg.names])
    value, given = inner.give, [arg.give for arg in args]
    match given:
        case []:
            return Direct(lambda values: function(value(values)), names)
        case [one]:
            return Direct(lambda values: function(value(values), one(values)), names)
    return Direct(lambda values: function(value(values), *[one(values) for one in given]), names)


_OF_JINJA = frozenset({"default", "length", "lower", "trim", "upper", "abs"})


def _filter(name: str) -> Callable[..., Any]:
    """Return a filter that asks for none of Jinja's own things; Jinja's plain ones are its own."""
    if name in _OF_JINJA:
        from notice_gen.expressions.sandbox import text_environment

        plain: Callable[..., Any] = text_environment().filters[name]
        return plain
    if name not in filters():
        raise _NotDirectError
    return filters()[name]
