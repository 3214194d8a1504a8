"""How one fault gets into a paper that was read: another text in the place of a right one, a sentence more, a table more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from notice_gen.check.read import Opened
from notice_gen.check.texts import body, prose, text, words
from notice_gen.check.view import DocumentView, Span
from notice_gen.ooxml.package import serialised
from tools.recall_kinds import PUT, TABLES, Kind

_PLACES: dict[str, Callable[[DocumentView], list[Span]]] = {"prose": prose, "body": body, "words": words, "text": text}


def _totals(view: DocumentView) -> list[Span]:
    """Return the figures of tables that are the sum of all figures above them, three at least."""
    columns: dict[tuple[int, int], list[Span]] = {}
    for span in text(view):
        cell = span.paragraph.cell
        if cell and re.fullmatch(r"\s*\d{1,6}\s*", span.text):
            columns.setdefault((cell.table, cell.grid), []).append(span)
    return [
        spans[-1] for spans in columns.values()
        if len(spans) > 3 and sum(int(one.text) for one in spans[:-1]) == int(spans[-1].text) > 0
    ]


_PLACES["tong"] = _totals


def places(view: DocumentView, kind: Kind) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield where a fault of *kind* can be put."""
    if kind.types and view.loai not in kind.types.split():
        return
    for span in _PLACES[kind.box](view) if kind.box in _PLACES else view.components[kind.box].spans if kind.box in view.components else ():
        found = None if re.search(kind.avoid, span.text) else re.search(kind.pattern, span.text)
        if found:
            yield span, found


def spoilt(file: Opened, span: Span, found: re.Match[str], kind: Kind) -> bytes | None:
    """Return the file with the fault at one place; None where its characters are not text alone."""
    origin = file.origins[span.paragraph.part, span.paragraph.index]
    new = found.expand(kind.new) if isinstance(kind.new, str) else kind.new(found)
    start, end = span.start + found.start(), span.start + found.end()
    first = True
    for at, holder in zip(origin.starts, origin.holders, strict=True):
        shown = holder.text or ""
        if at > end or at + max(len(shown), 1) < start or (at == end and end > start) or (at + len(shown) == start and end > start):
            continue
        if not holder.tag.endswith("}t"):
            return None
        low, high = max(start - at, 0), max(min(end - at, len(shown)), 0)
        holder.text = shown[:low] + (new if first else "") + shown[high:]
        holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        first = False
        if end == start:
            break
    if first:
        return None
    part = span.paragraph.part
    return file.package.with_parts({part: serialised(file.roots[part])})


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def with_text(file: Opened, span: Span, text_: str) -> bytes:
    """Return the file with a sentence more at the end of a paragraph."""
    holder = next(one for one in reversed(file.origins[span.paragraph.part, span.paragraph.index].holders) if one.tag == _W + "t")
    holder.text = f"{holder.text or ''} {text_}"
    return file.package.with_parts({span.paragraph.part: serialised(file.roots[span.paragraph.part])})


def with_table(file: Opened, span: Span, rows: list[tuple[str, ...]]) -> bytes:
    """Return the file with a ruled table behind a paragraph."""
    line = f'<w:tbl xmlns:w="{_W[1:-1]}"><w:tblPr><w:tblBorders>{{}}</w:tblBorders></w:tblPr><w:tblGrid>{{}}</w:tblGrid>{{}}</w:tbl>'
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    cells = ["".join(f"<w:tc><w:tcPr/><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) for row in rows]
    table = line.format(sides, "<w:gridCol/>" * len(rows[0]), "".join(f"<w:tr>{row}</w:tr>" for row in cells))
    at = next(iter(file.origins[span.paragraph.part, span.paragraph.index].holders))
    while at.tag != _W + "p":
        at = at.getparent()
    at.addnext(etree.fromstring(table))
    return file.package.with_parts({span.paragraph.part: serialised(file.roots[span.paragraph.part])})


Putting = Callable[[Opened, Span, bool], bytes]
"""Puts the wrong or the right sentence into a paper."""


def puts() -> Iterator[tuple[str, set[str], Putting]]:
    """Yield the kinds of :data:`PUT` and :data:`TABLES`: what is done, the rules, what puts the wrong or the right one into a paper."""
    for name, rules, sentence, wrong, right in PUT:
        yield name, set(rules.split()), partial(_put_text, sentence, wrong, right)
    for name, top, rows, last, wrong, right in TABLES:
        yield name, {"SL03"}, partial(_put_table, (top, *rows, last), wrong, right)


def _put_text(sentence: str, bad: str, good: str, file: Opened, span: Span, wrong: bool) -> bytes:
    return with_text(file, span, sentence.replace("{}", bad if wrong else good))


def _put_table(rows: tuple[tuple[str, ...], ...], bad: str, good: str, file: Opened, span: Span, wrong: bool) -> bytes:
    return with_table(file, span, [tuple(cell.replace("{}", bad if wrong else good) for cell in row) for row in rows])
