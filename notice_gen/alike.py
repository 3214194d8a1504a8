"""Notices of one mailing: of each page only what is not that of another notice is printed anew.

What two pages have in common is found by comparing them, not by knowing what a row may change; so it does not matter how a page came about.
A page that has another shape than those before (a list longer, a mark more) is placed and printed by itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from operator import is_
from typing import Any

from notice_gen import issue, page, render
from notice_gen.compose import Context
from notice_gen.model import DinhDang
from notice_gen.page import Page, Path
from notice_gen.steps import Placed
from notice_gen.templates import Template

_AT_ONCE = 8  # shapes of pages kept
_MOST = 64  # shapes in all: a mailing that has more has hardly anything in common
_MOST_HOLES = 400


class _Sheet:
    """A page that others are like."""

    def __init__(self, asked: tuple[object, ...], model: Page, placed: Placed) -> None:
        self.asked, self.model, self.placed = asked, model, placed
        self.holes: frozenset[Path] = frozenset()
        self.closed: frozenset[Path] = frozenset()  # which of its values decide what is printed
        self.stencil: render.Stencil | None = None
        self.facts = page.names_facts(placed.form.names)

    def open_at(self, paths: Collection[Path]) -> render.Stencil | None:
        """Return the page printed with holes at *paths*, and perhaps at others; None where it cannot be."""
        if not self.holes.issuperset(paths):
            wanted = self.holes.union(paths)
            if len(wanted) > _MOST_HOLES or not self.closed.isdisjoint(paths):
                return None
            try:
                self.stencil = render.stencil(self.placed.form, self.model, wanted)
            except page.Inspected as error:
                self.closed |= {error.path} if error.path in wanted - self.holes else wanted - self.holes
                return None
            self.holes = wanted
        return self.stencil


def following() -> issue.Place:
    """Return :func:`issue.placed` for one notice after the other: faster for pages of one shape, which then are printed faster, too."""
    sheets: deque[_Sheet] = deque(maxlen=_AT_ONCE)
    made = 0

    def place(context: Context, template: Template, dinh_dang: DinhDang) -> Placed:
        nonlocal made
        asked: tuple[Any, ...] = (template, dinh_dang, context.law, context.co_chu_dau)
        for sheet in sheets:
            if all(map(is_, asked[:-1], sheet.asked)) and asked[-1] == sheet.asked[-1]:
                changed = page.changes(sheet.model, context.page, facts=sheet.facts)
                if changed is not None:
                    return sheet.placed._replace(stencil=sheet.open_at(changed), changed=changed)
        placed = issue.placed(context, template, dinh_dang)
        if made < _MOST:
            made += 1
            sheets.appendleft(_Sheet(asked, context.page, placed))
        return placed

    return place
