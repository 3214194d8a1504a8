"""What a rule sees of a paper, from its words alone: no Word file, no layout."""

from __future__ import annotations

from collections.abc import Sequence

from notice_gen import legal
from notice_gen.check.view import Annex, Cell, Component, DocumentView, Kind, Paragraph, Section, Span
from tests.helpers.notices import TODAY

_PART = "word/document.xml"


def paper(
    *body: str,
    loai: str = "TB",
    so: str = "Số: 12/TB-UBND",
    ngay: str = "Bình Điền, ngày 12 tháng 6 năm 2026",
    co_quan: Sequence[str] = ("ỦY BAN NHÂN DÂN", "XÃ BÌNH ĐIỀN"),
    trich_yeu: str = "",
    noi_nhan: Sequence[str] = (),
    bang: Sequence[Sequence[str]] = (),
    phu_luc: Sequence[str] = (),
) -> DocumentView:
    """A view of a paper with the parts that rules on words look at.

    Args:
        body: its paragraphs.
        loai: the type's code.
        so: the line of its number.
        ngay: the date line.
        co_quan: the lines of its issuer.
        trich_yeu: its subject.
        noi_nhan: the lines under ``Nơi nhận:``.
        bang: the rows of a table after the body.
        phu_luc: the paragraphs of an annex.
    """
    made: list[Paragraph] = []
    components: dict[str, Component] = {}

    def add(text: str, **how: object) -> Span:
        made.append(Paragraph(_PART, len(made), text, **how))  # type: ignore[arg-type]
        return Span(made[-1], 0, len(text))

    def component(name: str, lines: Sequence[str], **how: object) -> None:
        if lines:
            components[name] = Component(name, tuple(add(line, **how) for line in lines))

    head = {"container": "table"}
    for name, lines, column in (("co_quan", co_quan, 0), ("so_ky_hieu", [so], 0), ("dia_danh_ngay", [ngay], 1)):
        component(name, lines, cell=Cell(0, 0, column), **head)
    component("trich_yeu", [trich_yeu] if trich_yeu else [])
    component("noi_dung", body, container="body")
    for row, cells in enumerate(bang):
        for column, text in enumerate(cells):
            add(text, container="table", cell=Cell(1, row, column, borders=True, grid=column))
    component("noi_nhan", ["Nơi nhận:", *noi_nhan] if noi_nhan else [], cell=Cell(2, 0, 0), **head)
    annexes = []
    if phu_luc:
        spans = [add(line, container="body") for line in phu_luc]
        annexes.append(Annex(spans[0], None, None, tuple(span.paragraph for span in spans)))
    section = Section(210, 297, 20, 20, 30, 15)
    return DocumentView(Kind.HANH_CHINH, legal.law(TODAY), loai, tuple(made), (section,), components, tuple(annexes))
