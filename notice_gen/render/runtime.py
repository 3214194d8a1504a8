"""What a page asks for that was compiled when the program was built: the little that Jinja's runtime does for it, without Jinja.

Whatever is not there, or comes to nothing, raises: then the page is printed once more by Jinja itself, which says what is wrong.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any

from notice_gen.expressions import bounds
from notice_gen.expressions.values import filters
from notice_gen.render.escaping import ESCAPING

OF = "=cua"
"""The filter that looks up a name in a plain dict; nobody can type its name."""

missing = object()
TemplateRuntimeError = LookupError
Undefined = None  # of a condition without an else, which no shipped page has


def internalcode(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function: Jinja marks its own with it."""
    return function


class LoopContext:
    """A loop, and the ``loop`` of each round."""

    def __init__(self, rounds: Iterable[Any], _: object) -> None:
        self._rounds = [*rounds]
        self.length = len(self._rounds)
        self.index0 = 0

    def __iter__(self) -> Iterator[tuple[Any, LoopContext]]:
        for at, each in enumerate(self._rounds):
            self.index0 = at
            yield each, self

    index = property(lambda self: self.index0 + 1)
    first = property(lambda self: self.index0 == 0)
    last = property(lambda self: self.index0 + 1 == self.length)
    revindex = property(lambda self: self.length - self.index0)


def _undefined(*, name: str) -> Any:
    raise KeyError(name)


class Environment:
    """What a page asks of Jinja's environment."""

    tests: Mapping[str, Callable[..., Any]] = {}
    undefined = staticmethod(_undefined)
    concat = staticmethod("".join)
    getattr = staticmethod(getattr)

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        self.filters = filters

    def overlay(self) -> Environment:
        """Return another one, to be given other filters."""
        return Environment(self.filters)


@cache
def environment() -> Environment:
    """Return the environment of all pages: with the office's filters, and those that print."""
    return Environment({**filters(), bounds.ROUNDS: bounds.rounds, OF: operator.getitem, **ESCAPING})


class _Context:
    """The values that a page sees."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def resolve_or_missing(self, name: str) -> Any:
        return self._values.get(name, missing)


class Page:
    """A part of a Word file that was compiled when the program was built; it is printed as a ``jinja2.Template`` is."""

    def __init__(self, module: ModuleType) -> None:
        """Take the module of its code."""
        self.environment = environment()
        module.environment = self.environment  # type: ignore[attr-defined]
        self.root_render_func = module.root

    def new_context(self, values: Mapping[str, Any], *, shared: bool) -> _Context:  # noqa: ARG002 - Jinja's signature
        """Return what its code sees."""
        return _Context(values)

    def get_corresponding_lineno(self, _: int) -> int:
        """Return where in the template a line of its code comes from: Jinja says it, when it prints the page once more."""
        return 0


def page_code(code: str) -> str:
    """Return code that Jinja made of a template, to be run here.  Raises ValueError: it asks for more than is here."""
    head, _, body = code.partition("\n")
    asked = {name for name in _IMPORTED.findall(head.partition(" import ")[2]) if re.search(rf"\b{name}\b", body)}
    named = set(_FILTER.findall(body)) - environment().filters.keys()
    if odd := sorted((asked - set(_HERE)) | named | set(_ELSE.findall(body))):
        raise ValueError(f"no page that needs {', '.join(odd)} can be printed without Jinja")
    return f"from notice_gen.render.runtime import {', '.join(_HERE)}\n{body}"


_HERE = ("LoopContext", "TemplateRuntimeError", "Undefined", "internalcode", "missing")
_IMPORTED = re.compile(r"\w+")
_FILTER = re.compile(r"environment\.filters\['([^']*)'\]")
_ELSE = re.compile(r"environment\.tests|cond_expr_undefined(?=\()|context\.(?!resolve_or_missing)\w+")
