"""A page printed once for many: what stands between the values that differ from notice to notice is UTF-8 already.

The template itself is run, with holes in the place of those values.  It may print a hole and ask whether there is anything in it; a
template that looks at one (compares it, counts it, passes it to a filter) is found out, and prints each notice by itself.  So what is put
together here is what the template prints, for any values, and nobody says a second time what that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from notice_gen import page, shapes
from notice_gen.expressions import bounds
from notice_gen.left_open import Hole, Inspected, Path
from notice_gen.page import Page
from notice_gen.records import record
from notice_gen.render import engine
from notice_gen.render.escaping import ESCAPING

_MARK = re.compile("(\0\\d+\0)")  # no text of a notice or of XML holds a nought
_TESTS = frozenset({"defined", "undefined"})
_PASSED_ON = frozenset({"default", "d"})


@record
class Cut:
    """A part of the printed file: texts, and what goes between them."""

    name: str
    texts: tuple[bytes, ...]  # one more than there are values between them
    values: tuple[int, ...]  # the number of the hole that each value stands in
    filters: tuple[tuple[Callable[..., str], tuple[Any, ...]], ...]  # what prints it, and what else that is given


@record
class Stencil:
    """A printed page with holes."""

    cuts: tuple[Cut, ...]
    holes: Mapping[Path, int]  # where on the page each stands, and its number
    values: tuple[Any, ...]  # of the page it was made from, by number
    asked: tuple[int, ...]  # of which values the template asks whether there is anything


def stencil(template: engine.Compiled, model: Page, paths: Iterable[Path]) -> Stencil:
    """Return the page *model* as it is printed, with holes at *paths*.

    Raises notice_gen.left_open.Inspected: what is printed depends on what one of these values is, or may.
    """
    holed, holes = shapes.with_holes(model, paths)
    numbers = {path: n for n, path in enumerate(holes)}
    try:
        values = page.values(holed)
        cuts = tuple([_cut(template, name, values, numbers) for name in template.templates])
    except Inspected:
        raise
    except Exception as error:  # whatever a hole is not good for; a page without holes is printed
        raise Inspected(()) from error
    asked = tuple([numbers[path] for path, hole in holes.items() if hole.is_asked])
    return Stencil(cuts, numbers, tuple([shapes.value_at(model, path) for path in holes]), asked)


def filled(cut: Stencil, changed: Mapping[Path, Any]) -> dict[str, bytes] | None:
    """Return the parts, as :func:`engine.parts` prints them, of a page whose values are those of the model but for what is *changed*.

    None where the template itself is to be asked.
    """
    values, holes = [*cut.values], cut.holes
    for path, value in changed.items():
        values[holes[path]] = value
    if not all([values[n] for n in cut.asked]):
        return None
    printed = {}
    for part in cut.cuts:
        pieces = [b""] * (2 * len(part.values) + 1)
        pieces[::2] = part.texts
        pieces[1::2] = [show(values[n], *more).encode() for n, (show, more) in zip(part.values, part.filters, strict=True)]
        printed[part.name] = b"".join(pieces)
        if len(printed[part.name]) > engine.LARGEST:
            return None
    return printed


def _cut(template: engine.Compiled, name: str, values: Mapping[str, Any], numbers: Mapping[Path, int]) -> Cut:
    """Return a part cut at what the filters printed of holes, which are known by their *numbers*."""
    printed: list[tuple[Path, Callable[..., str], tuple[Any, ...]]] = []

    def filters(called: str, function: Callable[..., Any]) -> Callable[..., Any]:
        return _marking(function, printed) if called in ESCAPING else function if called in _PASSED_ON else _closed(function)

    def tests(called: str, test: Callable[..., Any]) -> Callable[..., Any]:
        return test if called in _TESTS else _closed(test)

    part = template.templates[name]
    environment: Any = part.environment.overlay()
    environment.filters = {called: filters(called, function) for called, function in environment.filters.items()}
    environment.tests = {called: tests(called, test) for called, test in environment.tests.items()}
    xml = bounds.produced(part, values, engine.LARGEST, environment)
    last = xml.rfind("<w:sectPr")
    texts = _MARK.split(engine.lift_last_section(xml))
    # Each hole that was printed stands there, once, in its turn: none was printed into a condition or another filter.
    is_sound = [mark[1:-1] for mark in texts[1::2]] == [*map(str, range(len(printed)))] and not any("\0" in text for text in texts[::2])
    if name not in template.whole or not is_sound or "\0" in xml[max(last - engine.NEAR, 0) : max(last, 0)]:  # that decides on the section
        raise Inspected(())
    return Cut(
        name, tuple([text.encode() for text in texts[::2]]), tuple([numbers[path] for path, *_ in printed]),
        tuple([(function, more) for _, function, more in printed]),
    )  # fmt: skip


def _closed(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that does not take a hole."""

    @wraps(function)
    def closed(*args: Any, **named: Any) -> Any:
        for value in (*args, *named.values()):
            if type(value) is Hole:
                raise Inspected(value.path)
        return function(*args, **named)

    return closed


def _marking(function: Callable[..., str], printed: list[tuple[Path, Callable[..., str], tuple[Any, ...]]]) -> Callable[..., str]:
    """Return a filter that leaves a mark for a hole, and notes in *printed* what is to come there."""

    @wraps(function)
    def marking(value: Any, *more: Any) -> str:
        if type(value) is not Hole or any([type(one) is Hole for one in more]):
            return function(value, *more)
        printed.append((value.path, function, more))
        return f"\0{len(printed) - 1}\0"

    return marking
