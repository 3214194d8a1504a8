"""Notices of one mailing: of each page only what differs from another notice's is printed.

What two pages have in common is found by comparing them, not by knowing what a row may change; so it does not matter how a page came about.
A page that has another shape than those before (a list longer, a mark more) is placed and printed by itself.
"""

from __future__ import annotations

from collections import deque
from operator import is_
from typing import NamedTuple

from notice_gen import issue, reader, render, shapes
from notice_gen.compose import Before, Context
from notice_gen.left_open import Inspected, Path
from notice_gen.model import DinhDang
from notice_gen.page import Page
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
        self.facts = shapes.names_facts(placed.form.names)

    def fit(self, context: Context) -> Placed | None:
        """Return where the sentences of a page of this shape go; None for another shape."""
        changed = shapes.changes(self.model, context.page, facts=self.facts)
        if changed is None:
            return None
        if self.stencil and self.holes.issuperset(changed):
            return Placed(self.placed.form, self.placed.shows, self.stencil, changed)
        wanted = self.holes.union(changed)
        if len(wanted) <= _MOST_HOLES and self.closed.isdisjoint(changed):
            try:
                self.stencil = render.stencil(self.placed.form, context.page, wanted)
            except Inspected as error:
                self.closed |= {error.path} if error.path in wanted - self.holes else wanted - self.holes
            else:
                self.model, self.holes = context.page, wanted  # it shares more with those to come than the very first does
                return self.placed._replace(stencil=self.stencil)
        return self.placed


class Following(NamedTuple):
    """What makes one notice after the other, each from what it has in common with those before."""

    read: issue.Reader
    before: Before
    place: issue.Place


def following() -> Following:
    """Return what makes the notices of one mailing, to be given to the steps of :mod:`issue`."""
    return Following(reader.following(), Before(), _placing())


def _placing() -> issue.Place:
    """Return :func:`issue.placed` for one notice after the other: faster for pages of one shape, which then are printed faster, too."""
    sheets: deque[_Sheet] = deque(maxlen=_AT_ONCE)
    made = 0

    def place(context: Context, template: Template, dinh_dang: DinhDang) -> Placed:
        nonlocal made
        if context.pictures or context.charts:  # what is drawn is the row's own, and so are the parts that it is drawn from
            return issue.placed(context, template, dinh_dang)
        asked = (template, dinh_dang, context.law, context.co_chu_dau)
        for sheet in sheets:
            if all(map(is_, asked, sheet.asked)) and (placed := sheet.fit(context)):
                return placed
        placed = issue.placed(context, template, dinh_dang)
        if made < _MOST:
            made += 1
            sheets.appendleft(_Sheet(asked, context.page, placed))
        return placed

    return place
