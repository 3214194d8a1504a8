"""Expressions that need no interpreter: nine in ten name a figure, pass it to a filter of the office, add two or compare them.

What is here gives what Jinja gives, several times faster; all else, and whatever goes wrong, is left to Jinja.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from notice_gen import vietnamese
from notice_gen.expressions.parse import parse
from notice_gen.expressions.sandbox import BLANK, EXACT, arithmetic, show, text_environment

Direct = Callable[[Mapping[str, Any]], Any]
"""Gives the value of an expression; raises KeyError or TypeError when Jinja has to say what is wrong."""

_COMPARE = {"eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "lteq": operator.le, "gt": operator.gt, "gteq": operator.ge}


@lru_cache(maxsize=65536)
def direct(code: str) -> Direct | None:
    """Return what gives the value of *code*, or None when that takes Jinja.

    >>> direct("a | ty_le(so_lieu.b)")({"a": 1, "so_lieu": {"b": 3}}), direct("a if b else c")
    ('33,3%', None)
    """
    return _of(parse(code))


@lru_cache(maxsize=65536)
def shown(code: str) -> Callable[[Mapping[str, Any]], str] | None:
    """Return what gives the value of *code* as an office writes it, or None when that takes Jinja.

    What it gives raises an error of any kind when Jinja has to say what is wrong.
    """
    give = direct(code)
    if give is None:
        return None

    def written(values: Mapping[str, Any]) -> str:
        value = give(values)
        return value if type(value) is str else show(value)

    return written


def _of(node: nodes.Node) -> Direct | None:
    if isinstance(node, nodes.Name):
        return operator.itemgetter(node.name)
    if isinstance(node, nodes.Const):
        return _constant(node.value)
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return _within(node.node.name, node.attr)
    if isinstance(node, nodes.Filter) and node.node and not (node.kwargs or node.dyn_args or node.dyn_kwargs):
        return _filtered(node.name, _of(node.node), [_of(arg) for arg in node.args])
    if isinstance(node, nodes.BinExpr) and node.operator in _ARITHMETIC:
        return _joined(lambda left, right: arithmetic(node.operator, left, right), _of(node.left), _of(node.right))
    if isinstance(node, nodes.Compare) and len(node.ops) == 1 and node.ops[0].op in _COMPARE:
        return _joined(_COMPARE[node.ops[0].op], _of(node.expr), _of(node.ops[0].expr))
    return None


_ARITHMETIC = frozenset({"+", "-", "*", "/", "//", "%"})


def _constant(value: Any) -> Direct:
    return lambda _: value


def _within(group: str, name: str) -> Direct:
    def found(values: Mapping[str, Any]) -> Any:
        table = values[group]
        if type(table) is not dict:
            raise KeyError(group)
        return table[name]

    return found


def _filtered(name: str, inner: Direct | None, args: list[Direct | None]) -> Direct | None:
    if name == EXACT:
        function: Callable[..., Any] = text_environment().filters[name]
    elif name in vietnamese.FILTERS:
        function = vietnamese.FILTERS[name]
    else:
        return None
    known = tuple(arg for arg in args if arg)
    if inner is None or len(known) < len(args):
        return None

    def filtered(values: Mapping[str, Any]) -> Any:
        value, more = inner(values), [arg(values) for arg in known]
        return BLANK if value is None else function(value, *more)

    return filtered


def _joined(function: Callable[[Any, Any], Any], left: Direct | None, right: Direct | None) -> Direct | None:
    if left is None or right is None:
        return None
    return lambda values: function(left(values), right(values))
