"""Directives of a template: Jinja comments that set what Word cannot hold a tag for.

``{#keepNext k.cuoi#}``, ``{#ind van_ban.duong_ke#}``, ``{#tcW cot.rong#}``, ``{#gridSpan o.cot#}`` and ``{#vMerge restart n.rieng#}``
name the OOXML element they write and the expression that gives its value; docs/dev/templates.md is their manual.  They work on the
part's XML after docxtpl's own healing, when every tag is whole, and once per template.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import unescape

_DIRECTIVE = re.compile(r"\{#\s*(keepNext|ind|tcW|gridSpan|vMerge)\s+([^#]+?)\s*#\}")
_LOOP = re.compile(r"\{%\s*for\s+(\w+)\s+in\s+([^%]+?)\s*%\}")


def apply(source: str, text_width: int) -> str:
    """Turn every directive of *source*, one part's XML with Jinja tags, into markup with tags; the text is *text_width* twips wide."""
    writes: dict[str, Callable[[str, int, str], str]]
    writes = {"keepNext": _keep_next, "ind": partial(_ind, text_width=text_width), "tcW": _tc_w, "gridSpan": _grid_span,
              "vMerge": _v_merge}
    while found := _DIRECTIVE.search(source):
        name, expression = found[1], unescape(found[2])
        at = found.start()
        source = source[:at] + source[found.end() :]
        source = writes[name](source, at, expression)
    # What held nothing but a directive holds nothing now.
    return re.sub(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>\s*</w:t></w:r>", "", source)


def _keep_next(source: str, at: int, expression: str) -> str:
    paragraph = _start_of(source, at, "p")
    tag = f"{{% if {expression} %}}<w:keepNext/>{{% endif %}}"
    head = re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>(?:<w:pStyle [^>]*/>)?)?").match(source, paragraph)
    if head is None or head.end() > at:
        return source
    if head[1] is None:
        tag = f"<w:pPr>{tag}</w:pPr>"
    return source[: head.end()] + tag + source[head.end() :]


def _ind(source: str, at: int, expression: str, text_width: int) -> str:
    """Centre a rule of *expression* twips: what is left of the cell's or the page's width, halved."""
    cell = _start_of(source, at, "tc")
    end = source.find("</w:tc>", cell) if cell >= 0 else -1
    width = text_width
    if cell >= 0 and at < end:
        found = re.compile(r'<w:tcW [^>]*w:w="(\d+)"').search(source, cell, at)
        width = int(found[1]) if found else text_width
    paragraph = _start_of(source, at, "p")
    indent = f"{{{{ {expression} | indent_of({width}) }}}}"
    new = f'<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/>'
    old = re.compile(r"<w:ind [^>]*/>").search(source, paragraph, at)
    return source[: old.start()] + new + source[old.end() :] if old else source


def _tc_w(source: str, at: int, expression: str) -> str:
    cell = _start_of(source, at, "tc")
    old = re.compile(r"<w:tcW [^>]*/>").search(source, cell, at)
    if old is None:
        return source
    new = f'<w:tcW w:w="{{{{ {expression} | twips }}}}" w:type="dxa"/>'
    source = source[: old.start()] + new + source[old.end() :]
    table = _start_of(source, cell, "tbl")
    grid = re.compile(r"<w:tblGrid>(?:(?!</w:tblGrid>).)*</w:tblGrid>", re.DOTALL).search(source, table, cell)
    loops = [m for m in _LOOP.finditer(source, table, cell) if expression.split(".", maxsplit=1)[0] == m[1]]
    first = source.find("</w:tr>", table)
    is_below = _start_of(source, cell, "tr") > first and "<w:gridSpan" not in source[table:first]
    if grid is None or not loops or is_below or "{%" in grid[0] or "<w:gridSpan" in source[cell : source.find("</w:tc>", cell)]:
        return source  # only the first row of cells that are one column wide lays out the grid
    columns = f'{{% for {loops[-1][1]} in {loops[-1][2]} %}}<w:gridCol w:w="{{{{ {expression} | twips }}}}"/>{{% endfor %}}'
    return f"{source[: grid.start()]}<w:tblGrid>{columns}</w:tblGrid>{source[grid.end() :]}"


def _grid_span(source: str, at: int, expression: str) -> str:
    """Let a cell reach over as many columns as *expression* says."""
    width = re.compile(r"<w:tcW [^>]*/>").search(source, _start_of(source, at, "tc"), at)
    if width is None:
        return source
    span = f'{{% if {expression} > 1 %}}<w:gridSpan w:val="{{{{ {expression} }}}}"/>{{% endif %}}'
    return source[: width.end()] + span + source[width.end() :]


def _v_merge(source: str, at: int, expression: str) -> str:
    """Let a cell begin one that reaches down (``restart``) or go on with it (``continue``) where the expression after the word holds."""
    how, _, condition = expression.partition(" ")
    width = re.compile(r"<w:tcW [^>]*/>(?:{% if [^%]*%}<w:gridSpan [^>]*/>{% endif %})?").search(source, _start_of(source, at, "tc"), at)
    if width is None or how not in {"restart", "continue"}:
        return source
    merged = f'{{% if {condition} %}}<w:vMerge w:val="{how}"/>{{% endif %}}'
    return source[: width.end()] + merged + source[width.end() :]


def _start_of(source: str, at: int, tag: str) -> int:
    """Return where the element ``w:tag`` that opened last before *at* begins, or -1."""
    return max(source.rfind(f"<w:{tag}>", 0, at), source.rfind(f"<w:{tag} ", 0, at))
