"""The sandboxed Jinja environment: the office's filters, exact arithmetic, values printed as an office writes them."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from notice_gen import vietnamese
from notice_gen.expressions import bounds

EXACT = "=decimal"
"""Filter that keeps a literal such as 98.7 in decimals; nobody can type its name."""

ROUNDS = "=vong"
"""Filter around what a loop of a template goes through; nobody can type its name."""

# Jinja's own filters that make sense in an office text or a Word template; `safe` and the like are left out on purpose.
_JINJA_FILTERS = ("default", "first", "last", "length", "lower", "trim", "upper", "abs")
_OF_LOOPS = frozenset({"first", "last", "index", "index0", "length"})
BLANK = "…"
"""What a draft prints where it has no number or date yet."""
_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod,
}  # fmt: skip


class _Environment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict about undefined names when asked, exact in arithmetic."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - Jinja's signature
        return arithmetic(operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict or isinstance(obj, Mapping):  # a figure may be called "items" or "copy"
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if type(obj) is LoopContext and attribute in _OF_LOOPS:
            return getattr(obj, attribute)
        return self._no_method(obj, attribute, super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self._no_method(obj, argument, super().getitem(obj, argument))

    def _no_method(self, obj: Any, name: Any, value: Any) -> Any:
        """Return *value*, a piece of data; a method would print where it lies in memory."""
        return self.undefined(obj=obj, name=str(name)) if callable(value) else value


def environment(**options: Any) -> ImmutableSandboxedEnvironment:
    """Return a sandboxed environment with the office's filters and no functions; *options* are those of :class:`jinja2.Environment`."""
    env = _Environment(**options)
    own = {name: bounds.bounded(env.filters[name]) for name in _JINJA_FILTERS} | {"join": bounds.join}
    env.filters = {**own, **{name: bounds.bounded(function, blank=BLANK) for name, function in vietnamese.FILTERS.items()}}
    env.filters |= {EXACT: lambda digits: bounds.figure(Decimal(digits)), ROUNDS: bounds.rounds}
    env.tests = {name: env.tests[name] for name in ("defined", "divisibleby", "even", "odd", "none", "in", "==", "eq")}
    env.globals = {}
    return env


@cache
def text_environment() -> ImmutableSandboxedEnvironment:
    """Return the environment of texts and conditions."""
    return environment(undefined=Undefined)


def show(value: Any) -> str:
    """Print a value as an office writes it.

    >>> [show(v) for v in (4, 1250, Decimal("98.5"), date(2024, 6, 28), "xã A", None)]
    ['04', '1.250', '98,5', '28/6/2024', 'xã A', '…']
    """
    if type(value) is int:  # the commonest by far
        return vietnamese.so_dem(value)
    if isinstance(value, str):
        return value
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    if isinstance(value, int):
        return vietnamese.so_dem(value)
    if isinstance(value, Fraction):  # a quotient without end, such as 1/3
        return vietnamese.so(round(Decimal(value.numerator) / value.denominator, 2))
    if isinstance(value, Decimal):
        return vietnamese.so(value)
    if isinstance(value, date):
        return vietnamese.ngay(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(show, value))
    return str(value)


def arithmetic(sign: str, left: Any, right: Any) -> Any:
    """Return what *sign* makes of two figures, exactly; raises TypeError for what is no figure, ZeroDivisionError when the second is 0."""
    if type(left) is int and type(right) is int and sign in {"+", "-", "*"}:  # whole numbers stay whole
        return bounds.figure(_OPERATORS[sign](bounds.figure(left), bounds.figure(right)))
    if isinstance(left, date) and isinstance(right, date) and sign == "-":
        return (left - right).days
    a, b = _exact(left), _exact(right)
    if sign not in _OPERATORS:
        raise TypeError(sign)
    value = bounds.figure(_OPERATORS[sign](a, b))
    if value.denominator == 1 and not isinstance(left, Decimal) and not isinstance(right, Decimal):
        return int(value)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact if Fraction(exact) == value else value


def _exact(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction | float):
        raise TypeError(type(value).__name__)
    # A literal such as 0.5 reaches us as a float; its shortest spelling is what was typed.
    return Fraction(bounds.figure(Decimal(repr(value)) if isinstance(value, float) else value))
