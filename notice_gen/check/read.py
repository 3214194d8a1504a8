"""Bytes of a .docx → :class:`DocumentView`: the only way in."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from notice_gen.check.form.recognise import recognised
from notice_gen.check.view import DocumentView, Footing, Kind
from notice_gen.check.word.charts import read_charts
from notice_gen.check.word.formatting import Formatting, old_tables
from notice_gen.check.word.numbering import Numbering, read_numbering
from notice_gen.check.word.sections import new_page, page, read_sections, section_elements
from notice_gen.check.word.story import Origins, read_story
from notice_gen.check.word.styles import Styles, read_styles
from notice_gen.check.word.tracked import is_tracked
from notice_gen.check.word.unseen import unseen
from notice_gen.errors import N_, InputError, Problem
from notice_gen.legal import law
from notice_gen.ooxml import kinds
from notice_gen.ooxml.names import STRICT, Element, W, on
from notice_gen.ooxml.package import Package, parsed
from notice_gen.records import record

_MOST_PARAGRAPHS = 200_000
_LONGEST_KEPT, _MOST_KEPT = 20_000, 64  # bytes of a header or footer that is kept for the files that share it, and how many are


def read(docx: bytes, today: date) -> DocumentView:
    """Read a finished file.

    Args:
        docx: the file's bytes, ours or anyone's.
        today: the day of checking, whose decree holds for a document without a date.

    Raises:
        InputError: it is no Word file, or one that cannot be read safely.
    """
    return _opened(docx, today, None).view


@record
class Opened:
    """A file read in order to be changed.

    Attributes:
        view: what is seen.
        package: the file.
        roots: the parts that were read for their text, by name; what is changed in them changes nothing in *package*.
        origins: which elements of *roots* each paragraph of *view* came from, by part and number.
        sections: the ``w:sectPr`` of each section; None for one that says nothing of itself.
    """

    view: DocumentView
    package: Package
    roots: Mapping[str, Element]
    origins: Origins
    sections: Sequence[Element | None]


def opened(docx: bytes, today: date) -> Opened:
    """Read a finished file so that it can be changed where the view shows it; raises as :func:`read` does."""
    return _opened(docx, today, {})


def _opened(docx: bytes, today: date, origins: Origins | None) -> Opened:
    try:
        return _read(Package(docx), today, origins)
    except RecursionError as error:
        raise InputError(kinds.UNSAFE) from error


def _read(package: Package, today: date, origins: Origins | None) -> Opened:
    main = package.main
    root = package.root(main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        strict = root is not None and root.tag.startswith(STRICT)
        empty = Problem(N_("Tệp không có phần nội dung văn bản."), N_("Mở bằng Word, lưu lại với kiểu Word Document (.docx) rồi kiểm tra."))
        raise InputError(kinds.STRICT if strict else empty)
    if sum(1 for _ in body.iter(W + "p")) > _MOST_PARAGRAPHS:
        raise InputError(kinds.TOO_LARGE)
    related = package.related(main)

    def part(kind: str) -> tuple[str, bytes | None]:
        target = next((target for said, target in related.values() if said == kind), "")
        return target, package.read(target)

    shared = _shared(part("settings"), part("styles"), part("theme"), part("numbering"))
    formatting = Formatting(shared.styles, shared.numbering, old_tables=shared.old_tables, paragraphs=shared.paragraphs)

    roots = {main: root}

    def footing(key: str, where: str) -> Footing | None:
        kind, target = related.get(key, ("", ""))
        return shown(target, where) if kind == where else None

    @cache
    def shown(target: str, where: str) -> Footing | None:
        found = _footing(package, target, where, formatting, shared.footings if origins is None else None, origins)
        if found is None:
            return None
        roots[target], footing = found
        return footing

    elements = section_elements(body)
    pages = [page(one) for one in elements]
    story = read_story(
        body, main, formatting, container="body", widths=tuple(max(one.width - one.left - one.right, 0.0) for one in pages),
        breaks=tuple(new_page(one) for one in elements), origins=origins,
    )
    sections = read_sections(elements, footing, even_and_odd=shared.even_and_odd)
    view = DocumentView(
        kind=Kind.KHAC, law=law(today), today=today, paragraphs=story.paragraphs, sections=sections, properties=_properties(package),
        tracked=is_tracked(roots.values()),
        unseen=tuple(chain.from_iterable(map(unseen, roots.values()))), charts=read_charts(package, main, root),
    )
    return Opened(recognised(view), package, roots, origins or {}, elements)


def _footing(
    package: Package, target: str, where: str, formatting: Formatting, kept: _Footings | None, origins: Origins | None
) -> tuple[Element, Footing] | None:
    """Read a header or footer, or take it as it was read in another file of the same template."""
    data = package.read(target)
    if data is None:
        return None
    known = kept.get((target, where, data)) if kept else None
    if known is None:
        top = parsed(target, data)
        story = read_story(top, target, formatting, container=where, origins=origins)
        known = top, Footing(target, story.paragraphs, story.page_field)
        if kept is not None and len(data) <= _LONGEST_KEPT and len(kept) < _MOST_KEPT:
            kept[target, where, data] = known
    return known


_Footings = dict[tuple[str, str, bytes], tuple[Element, Footing]]
"""Headers and footers by their part, place and bytes."""


@record
class _Shared:
    """What a file says beside its text, and says again in every other of its template."""

    styles: Styles
    numbering: Numbering
    old_tables: bool
    even_and_odd: bool
    paragraphs: dict[Hashable, Any] = field(default_factory=dict)
    footings: _Footings = field(default_factory=dict)


@lru_cache(maxsize=2)
def _shared(*parts: tuple[str, bytes | None]) -> _Shared:
    """Read settings, styles, theme and numbering, each a part's name and bytes."""
    settings, styles, theme, numbering = (None if data is None else parsed(name, data) for name, data in parts)
    even_and_odd = bool(on(None if settings is None else settings.find(W + "evenAndOddHeaders")))
    return _Shared(read_styles(styles, theme, settings), read_numbering(numbering), old_tables(settings), even_and_odd)


def _properties(package: Package) -> dict[str, str]:
    """Return the core properties (title, subject, language …) by their bare names."""
    target = next((target for kind, target in package.related("").values() if kind == "core-properties"), "docProps/core.xml")
    root = package.root(target)
    return {} if root is None else {one.tag.rsplit("}", 1)[-1]: one.text for one in root if one.text}
