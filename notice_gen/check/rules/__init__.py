"""One fault, one file: its module's docstring is its manual, its ``RULE`` its identity, its ``faults`` finds it.

A new rule is a new file here; nothing else lists it.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from notice_gen.check.fault import Fault, Rule
from notice_gen.check.view import DocumentView, Kind

JUDGED = frozenset({Kind.HANH_CHINH, Kind.BAN_SAO})
"""The kinds of paper the decree's forms are for; every other is left alone."""


@dataclass(frozen=True)
class Entry:
    """A rule as the judge uses it.

    Attributes:
        rule: its identity.
        manual: what, article, wrong and right example, when to ignore; Vietnamese.
        look: the module's own function.
    """

    rule: Rule
    manual: str
    look: Callable[[DocumentView], Iterator[Fault]]

    def faults(self, view: DocumentView) -> Iterator[Fault]:
        """Yield where *view* breaks the rule; nothing for a paper that is not judged by the decree."""
        if view.kind in JUDGED:
            yield from self.look(view)


@cache
def all_rules() -> tuple[Entry, ...]:
    """Return every rule, by code."""
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    return tuple(sorted(map(_entry, names), key=lambda entry: entry.rule.code))


def _entry(name: str) -> Entry:
    module = importlib.import_module(f"{__name__}.{name}")
    return Entry(module.RULE, inspect.cleandoc(module.__doc__ or ""), module.faults)
