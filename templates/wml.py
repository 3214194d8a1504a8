"""WordprocessingML from a few words: paragraphs, tags that stand alone, tables."""

from __future__ import annotations

from xml.sax.saxutils import escape

from styles import CELL, HEAD, LAW, MAIN, cell_margins, twips

_RANGES = LAW.ranges
PAGE = tuple(map(twips, LAW.kho_giay))
MARGINS = {key: twips(float(_RANGES[f"le_{name}"].default)) for key, name in
           (("top", "tren"), ("right", "phai"), ("bottom", "duoi"), ("left", "trai"))}  # fmt: skip
TEXT = PAGE[0] - MARGINS["left"] - MARGINS["right"]
"""Width of the text area in twips; WIDE_TEXT on a landscape page."""
WIDE_TEXT = PAGE[1] - MARGINS["left"] - MARGINS["right"]
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(style: str, text: str = "", more: str = "", run: str = "", bookmark: str = "") -> str:
    """Return a paragraph; *more* goes into its properties, *run* are those of its one run; a bookmark stands before it."""
    run = f'<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    place = f'<w:bookmarkStart w:id="0" w:name="{bookmark}"/><w:bookmarkEnd w:id="0"/>' if bookmark else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{place}{run}</w:p>'


def tag(text: str) -> str:
    """Return a tag that takes its paragraph away with it."""
    return p("The", f"{{%p {text} %}}")


def if_(condition: str, *content: str) -> str:
    return tag(f"if {condition}") + "".join(content) + tag("endif")


def either(*branches: tuple[str, str]) -> str:
    """Return the first of *branches* (condition, content) that holds; an empty condition always does."""
    words = [f"elif {condition}" if condition else "else" for condition, _ in branches]
    words[0] = words[0].removeprefix("el")
    return "".join(tag(word) + content for word, (_, content) in zip(words, branches, strict=True)) + tag("endif")


def for_(loop: str, *content: str) -> str:
    return tag(f"for {loop}") + "".join(content) + tag("endfor")


def rule(length: str, area: int, more: str = "") -> str:
    """Return an empty paragraph drawn as a rule of *length* twips (an expression); the sample is 40 % of *area*."""
    return p("DuongKe", f"{{#ind {length}#}}", more + _sides(round(area * 0.3)))


def even(style: str, text: str, width: str, area: int) -> str:
    """Return a centred paragraph as wide as *width* twips (an expression), so that its lines come out even."""
    return p(style, f"{text}{{#ind {width}#}}", _sides(area // 20))


def third(area: int) -> str:
    """Return a rule as long as a third of *area* twips."""
    return p("DuongKe", more=_sides(area // 3))


def _sides(indent: int) -> str:
    return f'<w:ind w:left="{indent}" w:right="{indent}"/>'


def end(more: str = "") -> str:
    """Return the paragraph one point high that ends a part or parts two tables."""
    return p("KetPhan", more=more)


def cell(width: int, content: str, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'


def row(*cells: str, header: bool = False, height: int = 0) -> str:
    """Return a row; *height* in twips is exact."""
    exact = f'<w:trHeight w:val="{height}" w:hRule="exact"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{exact}{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def row_tag(text: str, widths: tuple[int, ...]) -> str:
    """Return a tag that takes its row away with it, in the first cell."""
    return row(*(cell(width, p("The", "" if i else f"{{%tr {text} %}}")) for i, width in enumerate(widths)))


def table(
    widths: tuple[int, ...], *rows: str, style: str = "TableNormal", total: str = "", look: str = "0000",
    at: tuple[int | None, int] | None = None,
) -> str:  # fmt: skip
    """Return a table; *at* places it on the page, in twips from the left edge (None: at the right margin) and the top edge."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    total = total or f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    place = ""
    if at:
        across = 'w:horzAnchor="margin" w:tblpXSpec="right"' if at[0] is None else f'w:horzAnchor="page" w:tblpX="{at[0]}"'
        place = f'<w:tblpPr w:vertAnchor="page" {across} w:tblpY="{at[1]}"/><w:tblOverlap w:val="never"/>'
    # Some engines do not take the margins from the default style.
    margins = cell_margins(CELL if style == "BangSoLieu" else 0)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{place}{total}<w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:val="{look}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def section(*, wide: bool = False, footer: str = "") -> str:
    """Return a section's properties: landscape or not, with the first page's footer of that id; see ``package``."""
    width, height = PAGE[::-1] if wide else PAGE
    orient = ' w:orient="landscape"' if wide else ""
    margins = " ".join(f'w:{key}="{value}"' for key, value in MARGINS.items())
    below = f'<w:footerReference w:type="first" r:id="{footer}"/>' if footer else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>{below}'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar {margins} w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def whole(body: str) -> str:
    """Return ``word/document.xml``."""
    return f'{HEAD}<w:document {MAIN} xmlns:r="{REL}"><w:body>{body}</w:body></w:document>'
