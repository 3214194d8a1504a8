"""Expressions that need no template: nine in ten name a figure, pass it to a filter, add two or compare them.

What is here does what Jinja's template does, with the same functions and within the same bounds, but is several times faster to make and
to run; all else, and what a missing name comes to, is left to Jinja.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from notice_gen.expressions.parse import parse
from notice_gen.expressions.sandbox import arithmetic, text_environment

Direct = Callable[[Mapping[str, Any]], Any]

_COMPARE = {"eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "lteq": operator.le, "gt": operator.gt, "gteq": operator.ge}


class _NotDirectError(Exception):
    """An expression takes Jinja."""


@lru_cache(maxsize=65536)
def direct(code: str) -> Direct | None:
    """Return what gives the value of *code*, or None when that takes Jinja.

    What it gives raises KeyError or TypeError when Jinja has to say what is wrong.  Raises jinja2.TemplateSyntaxError: as :func:`parse`.

    >>> direct("a | ty_le(so_lieu.b)")({"a": 1, "so_lieu": {"b": 3}}), direct("a if b else c")
    ('33,3%', None)
    """
    try:
        return _of(parse(code))
    except _NotDirectError:
        return None


def _of(node: nodes.Node) -> Direct:
    match node:
        case nodes.Name(name=name):
            return operator.itemgetter(name)
        case nodes.Getattr(node=nodes.Name(name=group), attr=name):
            return lambda values: values[group][name]
        case nodes.Const(value=value):
            return lambda _: value
        case nodes.Compare(expr=left, ops=[nodes.Operand(op=sign, expr=right)]) if sign in _COMPARE:
            return _joined(_COMPARE[sign], left, right)
        case nodes.BinExpr(operator=sign, left=left, right=right) if sign in text_environment().intercepted_binops:
            return _joined(lambda a, b: arithmetic(sign, a, b), left, right)
        case nodes.Filter(node=nodes.Node() as inner, name=name, args=args, kwargs=[], dyn_args=None, dyn_kwargs=None):
            return _filtered(name, _of(inner), [_of(arg) for arg in args])
    raise _NotDirectError


def _joined(function: Callable[[Any, Any], Any], left: nodes.Node, right: nodes.Node) -> Direct:
    one, other = _of(left), _of(right)
    return lambda values: function(one(values), other(values))


def _filtered(name: str, inner: Direct, args: list[Direct]) -> Direct:
    function = text_environment().filters.get(name)
    if function is None or hasattr(function, "jinja_pass_arg"):  # those that ask for Jinja's own things
        raise _NotDirectError
    match args:
        case []:
            return lambda values: function(inner(values))
        case [arg]:
            return lambda values: function(inner(values), arg(values))
    return lambda values: function(inner(values), *[arg(values) for arg in args])
