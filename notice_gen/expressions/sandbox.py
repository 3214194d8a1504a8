"""The sandboxed Jinja environment: the office's filters, exact arithmetic.  Nothing loads it that can do without Jinja."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from jinja2 import Undefined
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_environment

from notice_gen.expressions import bounds, values

EXACT = "=decimal"
"""Filter that keeps a literal such as 98.7 in decimals; nobody can type its name."""

# Jinja's own filters that make sense in an office text or a Word template; `safe` and the like are left out on purpose.
_JINJA_FILTERS = ("default", "first", "last", "length", "lower", "trim", "upper", "abs")
_OF_LOOPS = frozenset({"first", "last", "index", "index0", "length"})


class _Environment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict about undefined names when asked, exact in arithmetic."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - Jinja's signature
        return values.arithmetic(operator, left, right)

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
    own = {name: bounds.bounded(env.filters[name]) for name in _JINJA_FILTERS} | {"join": _join}
    env.filters = {**own, **values.filters(), EXACT: values.exact, bounds.ROUNDS: bounds.rounds}
    env.tests = {name: env.tests[name] for name in ("defined", "divisibleby", "even", "odd", "none", "in", "==", "eq")}
    env.globals = {}
    return env


@cache
def text_environment() -> ImmutableSandboxedEnvironment:
    """Return the environment of texts and conditions."""
    return environment(undefined=Undefined)


@pass_environment
def _join(environment: Any, value: Iterable[Any], d: Any = "", attribute: str | int | None = None) -> str:
    """Jinja's ``join``, counted before anything is joined."""
    items = map(make_attrgetter(environment, attribute), value) if attribute is not None else value
    return bounds.joined([str(item) for item in items], str(d))
