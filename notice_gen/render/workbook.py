"""The workbook inside a chart, which Word opens on "Edit data": one sheet, labels and series, the same bytes every time."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from notice_gen.page import Chart
from notice_gen.render import pack

SHEET = "Số liệu"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}worksheet+xml"/></Types>'
    ),
    "_rels/.rels": f'{_RELATIONS}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_RELATIONS}<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="13"/><name val="Times New Roman"/></font>'
        '<font><b/><sz val="13"/><name val="Times New Roman"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def workbook(chart: Chart) -> bytes:
    """Return the figures of a chart as an ``.xlsx``: labels in column A, each series in a column of its own, headings in row 1."""
    heads = [_text("A1", chart.head, 1), *(_text(f"{column(i)}1", series.name, 1) for i, series in enumerate(chart.series))]
    rows = [f'<row r="1">{"".join(heads)}</row>']
    for n, label in enumerate(chart.labels, start=2):
        cells = [_number(f"{column(i)}{n}", series.values[n - 2]) for i, series in enumerate(chart.series)]
        rows.append(f'<row r="{n}">{_text(f"A{n}", label)}{"".join(cells)}</row>')
    widths = "".join(f'<col min="{n}" max="{n}" width="{20 if n > 1 else 32}" customWidth="1"/>' for n in range(1, len(chart.series) + 2))
    sheet = f'{_HEAD}<worksheet xmlns="{_MAIN}"><cols>{widths}</cols><sheetData>{"".join(rows)}</sheetData></worksheet>'
    return pack.zipped(_common(), {"xl/worksheets/sheet1.xml": sheet.encode()})


def column(series: int) -> str:
    """Return the letter of the column of a series, counted from 0: the labels stand in column A."""
    return chr(ord("B") + series)


def _text(cell: str, text: str, style: int = 0) -> str:
    return f'<c r="{cell}" s="{style}" t="inlineStr"><is><t>{pack.escape(text)}</t></is></c>'


def _number(cell: str, value: Decimal | None) -> str:
    return "" if value is None else f'<c r="{cell}"><v>{plain(value)}</v></c>'


def plain(value: Decimal) -> str:
    """Return a number as XML has it.

    >>> plain(Decimal("98.70")), plain(Decimal("1E+3"))
    ('98.7', '1000')
    """
    return f"{value.normalize():f}"


@cache
def _common() -> pack.Fixed:
    return pack.fixed({name: f"{_HEAD}{xml}".encode() for name, xml in _PARTS.items()})
