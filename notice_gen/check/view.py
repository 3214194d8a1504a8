"""What a rule sees of a finished file: its text with *effective* formatting, and the decree's boxes.

Everything here is frozen and plain; ``check/read.py`` fills it from the bytes, rules only look.
Lengths are in millimetres on the page and in points within the text, as the decree gives them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import islice, takewhile
from typing import Any

from notice_gen.legal import Law
from notice_gen.records import record, remembered, replace


class Kind(StrEnum):
    """What sort of paper a file is; only the first two are judged by the decree's forms."""

    HANH_CHINH = "văn bản hành chính"
    BAN_SAO = "bản sao văn bản"
    DANG = "văn bản của Đảng"
    QUY_PHAM = "văn bản quy phạm pháp luật"
    HOP_DONG = "hợp đồng"
    BIEU_MAU = "biểu mẫu"
    KEM_THEO = "phần kèm theo văn bản khác"
    KHAC = "không phải văn bản hành chính"


@record
class Run:
    """A stretch of a paragraph's text in one look.

    Attributes:
        start, end: its characters within ``Paragraph.text``.
        font: effective font of Latin text (theme fonts resolved), empty when the file does not say.
        size: pt.
        underline: anything but ``none``.
        caps: shown in capitals though typed otherwise (``w:caps``).
        color: ``RRGGBB``, empty for automatic.
        marked: ``strike`` (a line through the letters), ``highlight``, or empty.
    """

    start: int
    end: int
    font: str = ""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    color: str = ""
    marked: str = ""


@record
class Cell:
    """Where in a table a paragraph stands; all count from 0.

    Attributes:
        table, row: which.
        column: which cell of its row.
        borders: whether the table shows any line.
        grid: the column of the table where the cell begins; cells before it that are merged count as so many.
    """

    table: int
    row: int
    column: int
    borders: bool = False
    grid: int = 0


@record
class Line:
    """A rule seen under a paragraph.

    Attributes:
        kind: ``shape`` (drawn), ``border`` (of a paragraph or cell), ``underline`` (of letters), ``typed`` (``____``).
        width: mm; None where it cannot be known.
        dashed: whether it is drawn of dashes or dots.
    """

    kind: str
    width: float | None = None
    dashed: bool = False


@record
class Paragraph:
    r"""One ``w:p`` as the page shows it.

    Attributes:
        part: name in the package, ``word/document.xml``.
        index: which ``w:p`` of that part, from 0, in document order, all containers counted.
        text: what is read, tabs as ``\t``, line breaks as ``\n``, accepted insertions in, deletions and hidden text out.
        runs: cover *text* from end to end.
        number: the label Word's own numbering puts before the text, ``1.`` or empty.
        style: the style's name.
        align: ``left``, ``center``, ``right``, ``both`` or ``distribute``.
        first_line, left, right: indents, mm; hanging is a negative first line.
        before, after: spacing, pt.
        line: line spacing, a multiple when *line_rule* is ``auto``, otherwise pt.
        line_rule: ``auto``, ``exact`` or ``atLeast``.
        container: ``body``, ``table``, ``textbox``, ``header`` or ``footer``.
        section: index into ``DocumentView.sections``.
        page_break: a new page is forced before this paragraph.
        lines: rules under it.
        typed: of a copy whose letters are composed (``check/composed.py``): the paragraph itself, and where in it each character stands.
    """

    part: str
    index: int
    text: str
    runs: tuple[Run, ...] = ()
    number: str = ""
    style: str = ""
    align: str = "left"
    first_line: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_rule: str = "auto"
    page_break: bool = False
    container: str = "body"
    cell: Cell | None = None
    section: int = 0
    lines: tuple[Line, ...] = ()
    typed: tuple[Paragraph, tuple[int, ...]] | None = None

    def runs_of(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs that hold some of the characters from *start* to *end*."""
        first = bisect_right(self.runs, start, key=lambda run: run.end)
        return takewhile(lambda run: run.start < end, islice(self.runs, first, None))


@record
class Footing:
    """A header or footer as shown: *paragraphs*, and where a ``PAGE`` field stands in it (index, else None)."""

    part: str
    paragraphs: tuple[Paragraph, ...] = ()
    page_field: int | None = None

    @property
    def number(self) -> Paragraph | None:
        """The paragraph that shows the page number."""
        at = self.page_field
        return self.paragraphs[at] if at is not None and at < len(self.paragraphs) else None


@record
class Section:
    """A section's page: mm. *title_page*, *even_pages*: the first page, even pages have their own header and footer (None = empty).

    *columns*: how many of text; *bordered*: lines round the page.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    landscape: bool = False
    title_page: bool = False
    even_pages: bool = False
    restart: int | None = None
    number_format: str = "decimal"
    columns: int = 1
    bordered: bool = False
    header: Footing | None = None
    footer: Footing | None = None
    first_header: Footing | None = None
    first_footer: Footing | None = None
    even_header: Footing | None = None
    even_footer: Footing | None = None

    @property
    def footings(self) -> Iterator[tuple[str, Footing]]:
        """Its headers and footers that are there, each with ``header`` or ``footer``."""
        headers, footers = (self.header, self.even_header, self.first_header), (self.footer, self.even_footer, self.first_footer)
        for where, group in (("header", headers), ("footer", footers)):
            yield from ((where, footing) for footing in group if footing is not None)


_NOTE = re.compile(r"\(\d{1,2}\)|\[[^\]]*\]|<[^>]*>")
_DOTS = re.compile(r"[\W_]*(?:…|_|\.\s?\.)[\W_]*")


def is_blank(text: str) -> bool:
    """Tell whether a text is a blank of a form: :attr:`Span.blank`.

    >>> [is_blank(text) for text in ("……(2)……", "[ghi tên]", ". . .", "Số: ……", "12", "./.", "")]
    [True, True, True, False, False, False, False]
    """
    rest = _NOTE.sub("", text)
    return _DOTS.fullmatch(rest) is not None or (rest != text and not any(map(str.isalnum, rest)) and not rest.strip("-–+• ;.,"))


@record
class Span:
    """Some characters of one paragraph."""

    paragraph: Paragraph
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """The characters."""
        return self.paragraph.text[self.start : self.end]

    @cached_property
    def blank(self) -> bool:
        """Whether nothing is written yet: dots to be filled in, maybe with the number of a note, ``……(2)……``, or ``[tên đơn vị]``."""
        return is_blank(self.text)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The looks within, cut to the span; spaces alone are left out."""
        start, end = self.start, self.end
        cut = (
            replace(run, start=max(run.start, start), end=min(run.end, end))
            for run in self.paragraph.runs_of(start, end)
        )
        return tuple(run for run in cut if self.paragraph.text[run.start : run.end].strip())


@remembered(4096, 1)  # a paragraph that several files share is asked of once
def whole(paragraph: Paragraph) -> Span:
    """Return all of a paragraph."""
    return Span(paragraph, 0, len(paragraph.text))


@record
class Component:
    """One box of the form (ô of Phụ lục III, Phần II; two-letter names for what shares a box).

    Attributes:
        name: one of ``COMPONENTS``.
        spans: its lines, in reading order.
    """

    name: str
    spans: tuple[Span, ...]

    @cached_property
    def text(self) -> str:
        """Its lines, joined by line feeds."""
        return "\n".join(span.text for span in self.spans)


COMPONENTS = (
    "quoc_hieu", "tieu_ngu", "co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay",  # boxes 1 to 4
    "ten_loai", "trich_yeu",  # 5a, of a named type
    "trich_yeu_cong_van",  # 5b
    "noi_dung",  # 6: every paragraph of the body
    "quyen_han", "chuc_vu", "ho_ten", "dau",  # 7a, 7b, 8
    "kinh_gui", "noi_nhan",  # 9a, 9b: the word itself and its lines
    "do_mat", "do_khan", "pham_vi", "ky_hieu_nguoi_soan", "dia_chi", "chu_ky_so_sao",  # 10a, 10b, 11 to 14
)  # fmt: skip
"""The boxes of the form; one is in ``DocumentView.components`` only when it was found."""


@record
class Annex:
    """An annex: the words ``Phụ lục I``, its title, its reference line, its paragraphs; spans may be missing."""

    ten: Span | None
    tieu_de: Span | None
    kem_theo: Span | None
    paragraphs: tuple[Paragraph, ...] = ()


@record
class DocumentView:
    """A whole file.

    Attributes:
        kind: what sort of paper it is.
        law: the decree in force on its own date, on the day of checking when it has none.
        loai: the type's code as the file's title shows it (``TB``, ``QĐ``, ``CV`` for công văn), empty when unknown.
        paragraphs: main text in document order, text boxes and tables where they are anchored.
        sections: in order.
        components: found boxes by name.
        annexes: in order.
        properties: core properties, ``title``, ``subject``, ``language`` …
        today: the day of checking; None where it is not known.
        tracked: it holds changes that Word keeps track of; all is seen as if they were accepted.
        charts: what the charts of the main text draw, in words, by the number of the paragraph that holds them.
        unseen: texts of the main part, of headers and footers, that stand where Word shows nothing, right below a paragraph or the body.
    """

    kind: Kind
    law: Law
    loai: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    components: Mapping[str, Component] = field(default_factory=dict)
    annexes: tuple[Annex, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    tracked: bool = False
    unseen: tuple[str, ...] = ()
    charts: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def memory(self) -> dict[Hashable, Any]:
        """What has been worked out of this file once, for the rules to share."""
        return {}
