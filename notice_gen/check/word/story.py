"""One part of the package (main text, a header, a footer) to paragraphs, as the page shows them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from notice_gen.check.view import Cell, Line, Paragraph, Run
from notice_gen.check.word import lines
from notice_gen.check.word.fields import Fields
from notice_gen.check.word.formatting import Base, Formatting
from notice_gen.check.word.lines import Mark, with_lines
from notice_gen.check.word.numbering import Counters
from notice_gen.check.word.properties import Properties
from notice_gen.check.word.tables import cells
from notice_gen.check.word.tracked import deletes, endless, gone
from notice_gen.ooxml.names import MC, MM_PER_TWIP, Element, M, W, first, val
from notice_gen.ooxml.runs import Origin
from notice_gen.records import record, replace

_NO_TABLE: tuple[Properties, Properties] = ({}, {})
# Holds what is shown: walked through.  Everything else that is not named below is skipped.
_THROUGH = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo")
) | {M + "oMath", M + "oMathPara"}
_SIGNS: Mapping[str, str] = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_WRITTEN = frozenset({W + "t", W + "sym"})
_FIELD_PARTS = frozenset({W + "fldChar", W + "instrText", W + "pgNum"})
_SHAPES = {W + "drawing": lines.drawing, W + "pict": lines.vml, W + "object": lines.vml}

Origins = dict[tuple[str, int], Origin]
"""By part and number of the paragraph."""

Look = tuple[str, float, bool, bool, bool, bool, str, str]  # Run's, after its place
_LONGEST_KEPT = 10_000  # bytes of a paragraph that is kept
_HELD = re.compile(r"(?<=\S)\u00a0(?=\S)")


@record
class Around:
    """Where paragraphs stand: container, cell, mm of width, and what the cell's table style gives."""

    container: str
    width: float
    cell: Cell | None = None
    style: tuple[Properties, Properties] = _NO_TABLE


@record
class Story:
    """A part as read: its paragraphs, and the index among them of the first that holds a page number."""

    paragraphs: tuple[Paragraph, ...]
    page_field: int | None = None


def read_story(
    root: Element, part: str, formatting: Formatting, *, container: str, widths: tuple[float, ...] = (), breaks: tuple[bool, ...] = (),
    origins: Origins | None = None,
) -> Story:  # fmt: skip
    """Read the paragraphs of a part.

    Args:
        root: ``w:body``, ``w:hdr`` or ``w:ftr``, or an element that holds it.
        part: name in the package.
        formatting: of the file.
        container: ``body``, ``header`` or ``footer``.
        widths: mm of text width of each section.
        breaks: whether each section begins on a new page.
        origins: where to note which elements each paragraph came from.
    """
    reader = _Reader(root, part, formatting, widths or (165.0,), breaks, origins)
    reader.blocks(root, Around(container, reader.widths[0]))
    return Story(tuple(with_lines(_contextual(reader.found, reader.contextual), reader.marks)), reader.page_field)


class _Reader:
    """Walks one part; lists grow as it goes."""

    def __init__(
        self, root: Element, part: str, formatting: Formatting, widths: tuple[float, ...], breaks: tuple[bool, ...], origins: Origins | None
    ) -> None:
        self.part, self.formatting, self.widths, self.breaks, self._origins = part, formatting, widths, breaks, origins
        self._deletes = deletes(root)
        self.index = {element: number for number, element in enumerate(root.iter(W + "p"))}
        self.found: list[Paragraph] = []
        self.contextual: list[bool] = []
        self.marks: list[Mark] = []
        self.page_field: int | None = None
        self.section = 0
        self._tables = 0
        self._break = False
        self.fields = Fields()
        self._counters = Counters(formatting.numbering)
        self._numbered = 0  # paragraphs that had a number

    def blocks(self, parent: Element, around: Around) -> None:
        before: tuple[Element, ...] = ()  # paragraphs whose end is deleted: their text begins the next one
        for child in parent:
            name = child.tag
            if name == W + "p":
                if self._deletes and endless(child):
                    before += (child,)
                elif before or not (self._deletes and gone(child)):
                    self._paragraph(child, around, before)
                    before = ()
            elif name == W + "tbl":
                self._table(child, around)
            elif name in _THROUGH or name == W + "body":
                self.blocks(child, around)
            elif name == MC + "AlternateContent":
                self.blocks(_chosen(child), around)

    def _table(self, element: Element, around: Around) -> None:
        number = self._tables
        self._tables += 1
        for box in cells(element, self.formatting.styles, around.width):
            cell = Cell(number, box.row, box.column, box.borders, box.grid)
            first = len(self.found)
            container = "table" if around.container == "body" else around.container
            self.blocks(box.element, Around(container, box.width, cell, box.style))
            if len(self.found) > first:
                if box.bottom:
                    self.marks.append(Mark(len(self.found) - 1, Line("border", box.width)))
                if box.top and box.row:
                    self.marks.append(Mark(first, Line("border", box.width), above=True))

    def _paragraph(self, element: Element, around: Around, before: tuple[Element, ...]) -> None:
        """Read a paragraph, or take it as it was read in another file: one of the same bytes, at the same place, under the same styles."""
        # Boxes lie in boxes: nothing is looked at again at each depth.
        if self._origins is not None or before or around.container not in {"body", "table"} or not self.fields.idle:
            self._read(element, around, before)
            return
        width = self.widths[self.section] if around.container == "body" and self.section < len(self.widths) else around.width
        cell = around.cell and (around.cell.table, around.cell.row, around.cell.column, around.cell.borders, around.cell.grid)
        place = (self.part, self.index[element], around.container, width, cell, repr(around.style), self.section, self._break)
        key = (etree.tostring(element, encoding="utf-8", xml_declaration=False, with_tail=False), *place)
        at, known = len(self.found), self.formatting.paragraphs.get(key)
        if known is None:
            marks, outside = len(self.marks), (self._numbered, self.fields.touched)
            self._read(element, around, before)
            alone = (self._numbered, self.fields.touched) == outside and len(self.found) == at + 1
            if alone and len(key[0]) <= _LONGEST_KEPT and b"sectPr" not in key[0]:
                lines = tuple((mark.line, mark.above) for mark in self.marks[marks:])
                self.formatting.keep(key, (self.found[at], self.contextual[at], lines, self._break))
            return
        paragraph, contextual, lines, self._break = known
        self.found.append(paragraph)
        self.contextual.append(contextual)
        self.marks += [Mark(at, line, above) for line, above in lines]

    def _read(self, element: Element, around: Around, before: tuple[Element, ...]) -> None:
        ppr = first(element, W + "pPr")
        said, style = self.formatting.paragraph(ppr, around.style)
        width = self.widths[self.section] if around.container == "body" and self.section < len(self.widths) else around.width
        at = len(self.found)
        self._numbered += bool(said.get("num"))
        label = self._counters.label(said["num"], said.get("level", 0)) if said.get("num") else ""
        text = self._text((*before, element), ppr, around, at)
        broken = self._break or bool(said.get("page_break")) or text.break_first
        self._break = text.break_last
        self.found.append(
            Paragraph(
                self.part, self.index[element], text.joined(), text.runs(), label, style.name,
                align=said.get("frame") or said.get("align", "left"), first_line=_mm(said, "first"), left=_mm(said, "left"),
                right=_mm(said, "right"), before=said.get("before", 0.0) / 20, after=said.get("after", 0.0) / 20,
                line=said.get("line", 240.0) / (240 if said.get("rule", "auto") == "auto" else 20), line_rule=said.get("rule", "auto"),
                page_break=broken, container=around.container, cell=around.cell,
                section=self.section,
            )
        )
        self.contextual.append(bool(said.get("contextual")))
        self._drawn(at, said, text, around, width)
        if around.container == "body" and ppr is not None and first(ppr, W + "sectPr") is not None:
            self.section = min(self.section + 1, max(len(self.widths) - 1, 0))
            self._break = self._break or (self.section < len(self.breaks) and self.breaks[self.section])

    def _drawn(self, at: int, said: Properties, text: _Text, around: Around, width: float) -> None:
        """Note the rules of a paragraph and read the text boxes anchored in it."""
        inner = max(width - _mm(said, "left") - _mm(said, "right"), 0.0)
        self.marks += [Mark(at, Line("border", inner), side == "top") for side in ("top", "bottom") if said.get(side)]
        self.marks += [Mark(at, *shape) for shape in text.shapes]
        for box in text.boxes:
            self.blocks(box, Around("textbox" if around.container in {"body", "table"} else around.container, width))

    def _text(self, elements: tuple[Element, ...], ppr: Element | None, around: Around, at: int) -> _Text:
        before, self.fields.page_number = self.fields.page_number, False
        origin = None if self._origins is None else self._origins.setdefault((self.part, self.index[elements[-1]]), Origin(elements[-1]))
        text = _Text(self, self.formatting.base(val(ppr, "pStyle"), around.style), origin)
        for element in elements:
            text.content(element)
        self.fields.paragraph_ended()
        if self.fields.page_number and self.page_field is None:
            self.page_field = at
        self.fields.page_number = before
        return text

    def take(self, element: Element) -> None:
        """Hand a field's pieces on, for the text being read."""
        if element.tag == W + "fldChar":
            self.fields.character(element)
        elif element.tag == W + "instrText":
            self.fields.code(element.text or "")
        elif element.tag == W + "fldSimple":
            self.fields.code_ended(element.get(W + "instr", ""))
        else:
            self.fields.code_ended("PAGE")


class _Text:
    """The text of one paragraph as it is gathered, with looks, drawn rules and text boxes."""

    def __init__(self, reader: _Reader, base: Base, origin: Origin | None) -> None:
        self._reader, self._base, self._origin = reader, base, origin
        self._pieces: list[str] = []
        self._looks: list[tuple[int, Look]] = []
        self._length = 0
        self._written = False  # something that is seen
        self.shapes: list[tuple[Line, bool]] = []
        self.boxes: list[Element] = []
        self.break_first = self.break_last = False

    def content(self, parent: Element) -> None:
        for child in parent:
            name = child.tag
            if name == W + "r":
                self._run(child)
            elif name in _THROUGH:
                if name == W + "fldSimple":
                    self._reader.take(child)
                self.content(child)
            elif name == M + "r":
                for piece in child.iter(M + "t"):  # a formula has a font of its own, and the size of what stands around it
                    self._add(piece.text or "", ("Cambria Math", *_look(self._base.look)[1:]), piece)
            elif isinstance(name, str) and name.startswith(M):
                self.content(child)
            elif name == MC + "AlternateContent":
                self.content(_chosen(child))

    def _run(self, element: Element) -> None:
        said = self._reader.formatting.run(first(element, W + "rPr"), self._base)
        self._pieces_of(element, _look(said), bool(said.get("hidden")))

    def _pieces_of(self, parent: Element, look: Look, hidden: bool) -> None:
        for child in parent:
            name = child.tag
            if name in _SIGNS or name in _WRITTEN:
                if not hidden and not self._reader.fields.hidden:
                    self._add(_SIGNS.get(name) or _written(child), look, child)
            elif name == W + "br":
                self._line_break(child, look)
            elif name in _FIELD_PARTS:
                self._reader.take(child)
            elif name in _SHAPES:
                self.shapes += filter(None, [_SHAPES[name](child)])
                self.boxes += _outermost_boxes(child)
            elif name == MC + "AlternateContent":
                self._pieces_of(_chosen(child), look, hidden)

    def _line_break(self, element: Element, look: Look) -> None:
        if element.get(W + "type") not in {"page", "column"}:
            self._add("\n", look, element)
        elif self._written:
            self.break_last = True
        else:
            self.break_first = True

    def _add(self, text: str, look: Look, holder: Element) -> None:
        if text:
            self._written = self._written or bool(text.strip())
            if self.break_last and text.strip():  # text after a break in the middle: nothing new begins after the paragraph
                self.break_last = False
                self._pieces.append("\n")
                self._length += 1
            if self._origin is not None:
                self._origin.note(self._length, holder)
            if not self._looks or self._looks[-1][1] != look:
                self._looks.append((self._length, look))
            self._pieces.append(text)
            self._length += len(text)

    def joined(self) -> str:
        text = "".join(self._pieces)
        # Words that were kept on one line are words as any others; more spaces than one are told as they stand.
        return _HELD.sub(" ", text) if "\u00a0" in text else text

    def runs(self) -> tuple[Run, ...]:
        ends = [start for start, _ in self._looks[1:]] + [self._length]
        return tuple(Run(start, end, *look) for (start, look), end in zip(self._looks, ends, strict=False))


def _mm(said: Properties, key: str) -> float:
    return float(round(said.get(key, 0.0) * MM_PER_TWIP, 3))


def _look(said: Properties) -> Look:
    """Return how characters look that have these properties."""
    return (
        said.get("font", ""), said.get("size", 10.0), bool(said.get("bold")), bool(said.get("italic")), bool(said.get("underline")),
        bool(said.get("caps")), said.get("color", ""), said.get("strike") or said.get("highlight", ""),
    )


def _written(element: Element) -> str:
    """The text of a ``w:t``, or the sign of a ``w:sym``."""
    if element.tag == W + "t":
        return (element.text or "").replace("\r", " ").replace("\n", " ")
    code = element.get(W + "char", "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000 else ""


def _chosen(alternate: Element) -> Element:
    """Return the branch of an ``mc:AlternateContent`` to read, empty when there is none: the same is written in each, so one is enough."""
    found = (alternate.find(MC + name) for name in ("Choice", "Fallback"))
    return next((one for one in found if one is not None), ())


def _outermost_boxes(element: Element) -> list[Element]:
    """Return the text boxes in a shape or a group of them, not those within other boxes nor the fallback's twins."""
    found = []
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if one.tag == W + "txbxContent":
            found.append(one)
        elif one.tag == MC + "AlternateContent":
            waiting += reversed(_chosen(one))
        else:
            waiting += reversed(one)
    return found


def _contextual(paragraphs: list[Paragraph], contextual: list[bool]) -> list[Paragraph]:
    """Between two paragraphs of one style, those that ask for it show no space (§17.3.1.9)."""
    shown = list(paragraphs)
    for at in [number for number, asked in enumerate(contextual) if asked]:
        one = shown[at]
        if at and (paragraphs[at - 1].style, paragraphs[at - 1].cell) == (one.style, one.cell):
            one = replace(one, before=0.0)
        if at + 1 < len(paragraphs) and (paragraphs[at + 1].style, paragraphs[at + 1].cell) == (one.style, one.cell):
            one = replace(one, after=0.0)
        shown[at] = one
    return shown
