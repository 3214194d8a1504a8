"""A chart as its own part (ECMA-376 Part 1, §21.2): native, so that Word can edit it, black and white so that a copier keeps it apart.

Each series has a fill, or a line with marks, of its own lightness; nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from notice_gen.ooxml.names import relations_of
from notice_gen.page import Axis, Chart, ChartSeries
from notice_gen.render import pack, workbook
from notice_gen.render.workbook import plain

TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/package" Target="../embeddings/%s"/></Relationships>'
)

_TITLE_PT = 11
_LEGEND_PT = 11
_VALUE_PT = 9
_LABELS, _FIGURES = 1, 2  # ids of the axes


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _pattern(kind: str, colour: str) -> str:
    inks = f'<a:fgClr><a:srgbClr val="{colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
    return f'<a:pattFill prst="{kind}">{inks}</a:pattFill>'


def _line(colour: str = "000000", width: int = 9525, dash: str = "") -> str:
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{width}" cap="flat">{_solid(colour)}{dashes}<a:round/></a:ln>'


# Dark, light, striped, middle, chequered, lined: in grey each differs from those beside it.
_FILLS = (
    _solid("1F3864"), _solid("FBE4B0"), _pattern("wdUpDiag", "1F3864"), _solid("8FAADC"), _pattern("smGrid", "7F3F00"),
    _pattern("dkHorz", "595959"),
)  # fmt: skip
# A line is told by its dashes and marks; filled marks and open ones in turn.
_LINES = (
    ("1F3864", "solid", "circle", True), ("9C3A00", "dash", "square", False), ("1E5631", "sysDot", "triangle", True),
    ("000000", "lgDashDot", "diamond", False), ("5B2C6F", "sysDash", "square", True), ("404040", "lgDash", "circle", False),
)  # fmt: skip


def parts(charts: Mapping[int, Chart]) -> dict[str, bytes]:
    """Return the parts of *charts*, which are by their numbers from 0: each chart, what leads to its figures, its figures as a workbook."""
    found = {}
    for n, chart in charts.items():
        book = f"bieu-do-{n + 1}.xlsx"
        found[name_of(n)] = _part(chart).encode()
        found[relations_of(name_of(n))] = (_PACKAGE % book).encode()
        found[f"word/embeddings/{book}"] = workbook.workbook(chart)
    return found


def name_of(number: int) -> str:
    """Return the name of the part of chart *number*, counted from 0."""
    return f"word/charts/chart{number + 1}.xml"


def _part(chart: Chart) -> str:
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_look(_LEGEND_PT)}</c:legend>' if len(chart.series) > 1 else ""
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}" xmlns:r="{_OFFICE}"><c:date1904 val="0"/><c:lang val="vi-VN"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_plot(chart)}{_label_axis(chart)}'
        f'{_figure_axis(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}<c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr>{_solid("FFFFFF")}<a:ln><a:noFill/></a:ln></c:spPr>{_look(_TITLE_PT)}'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(chart: Chart) -> str:
    series = "".join(_series(chart, n, one) for n, one in enumerate(chart.series))
    ids = f'<c:axId val="{_LABELS}"/><c:axId val="{_FIGURES}"/>'
    if chart.kieu == "duong":
        return f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{ids}</c:lineChart>'
    grouping, overlap = ("stacked", '<c:overlap val="100"/>') if _is_stacked(chart) else ("clustered", "")
    return (
        f'<c:barChart><c:barDir val="{"bar" if _lies(chart) else "col"}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="60"/>{overlap}{ids}</c:barChart>'
    )


def _lies(chart: Chart) -> bool:
    return chart.kieu.startswith("thanh")


def _is_stacked(chart: Chart) -> bool:
    return chart.kieu.endswith("chong")


def _series(chart: Chart, n: int, series: ChartSeries) -> str:
    column, last = workbook.column(n), len(chart.labels) + 1
    head = f'<c:idx val="{n}"/><c:order val="{n}"/><c:tx>{_texts(f"${column}$1", (series.name,))}</c:tx>'
    if chart.kieu == "duong":
        colour, dash, sign, filled = _LINES[n]
        mark = f'<c:symbol val="{sign}"/><c:size val="7"/><c:spPr>{_solid(colour if filled else "FFFFFF")}{_line(colour)}</c:spPr>'
        look, end = f"<c:spPr>{_line(colour, 22225, dash)}</c:spPr><c:marker>{mark}</c:marker>", '<c:smooth val="0"/>'
    else:
        look, end = f'<c:spPr>{_FILLS[n]}{_line()}</c:spPr><c:invertIfNegative val="0"/>', ""
    labels = f'<c:cat>{_texts(f"$A$2:$A${last}", chart.labels)}</c:cat>'
    figures = f'<c:val>{_numbers(f"${column}$2:${column}${last}", series, chart.axis)}</c:val>'
    return f"<c:ser>{head}{look}{_values(chart, series)}{labels}{figures}{end}</c:ser>"


def _texts(place: str, texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{pack.escape(text)}</c:v></c:pt>' for n, text in enumerate(texts))
    return f"<c:strRef><c:f>'{workbook.SHEET}'!{place}</c:f><c:strCache><c:ptCount val=\"{len(texts)}\"/>{points}</c:strCache></c:strRef>"


def _numbers(place: str, series: ChartSeries, axis: Axis) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{plain(value)}</c:v></c:pt>' for n, value in enumerate(series.values) if value is not None)
    cache = f'<c:formatCode>{pack.escape(_format(axis))}</c:formatCode><c:ptCount val="{len(series.values)}"/>{points}'
    return f"<c:numRef><c:f>'{workbook.SHEET}'!{place}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"


# --- figures as an office writes them -------------------------------------------------------------------

_VIETNAMESE = "[$-42A]"  # MS-LCID
_WHOLE = ((10**9, '[>=1000000000]#"."000"."000"."000;[>=1000000]#"."000"."000;0'), (10**6, '[>=1000000]#"."000"."000;[>=1000]#"."000;0'))


def _format(axis: Axis) -> str:
    """Return the code by which figures are written with a dot between thousands, whatever the settings of the computer.

    Whole numbers spell the dot out; below zero, and with decimals, a code cannot, and the Vietnamese language is asked for: LibreOffice
    follows it, Word the settings of Windows.
    """
    if axis.decimals or axis.low < 0:
        return f"{_VIETNAMESE}#,##0{'.' + '0' * axis.decimals if axis.decimals else ''}"
    return next((code for least, code in _WHOLE if axis.high >= least), '[>=1000]#"."000;0')


def _values(chart: Chart, series: ChartSeries) -> str:
    """Return the values beside what is drawn; inside a stack on white, for ink on ink cannot be read."""
    there = [n for n, value in enumerate(series.values) if value is not None]
    if not series.written:
        return ""
    gone = "".join(f'<c:dLbl><c:idx val="{n}"/><c:delete val="1"/></c:dLbl>' for n in there if n not in series.written)
    stacked = _is_stacked(chart)
    ground = _solid("FFFFFF") if stacked else "<a:noFill/>"
    place = "ctr" if stacked else "t" if chart.kieu == "duong" else "outEnd"
    shown = "".join(f'<c:{what} val="{int(what == "showVal")}"/>' for what in _SHOWN)
    return (
        f'<c:dLbls>{gone}<c:numFmt formatCode="{_attribute(_format(chart.axis))}" sourceLinked="0"/>'
        f'<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>{_look(_VALUE_PT)}<c:dLblPos val="{place}"/>{shown}</c:dLbls>'
    )


_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def _attribute(text: str) -> str:
    return pack.escape(text).replace('"', "&quot;")


# --- axes and letters -----------------------------------------------------------------------------------


def _label_axis(chart: Chart) -> str:
    lies = _lies(chart)
    return (
        f'<c:catAx><c:axId val="{_LABELS}"/><c:scaling><c:orientation val="{"maxMin" if lies else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if lies else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{_line()}</c:spPr>'
        f'{_look(chart.size_pt, turn=-5400000 if chart.turned else 0)}<c:crossAx val="{_FIGURES}"/><c:crosses val="autoZero"/>'
        f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="{chart.every}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _figure_axis(chart: Chart) -> str:
    lies, axis = _lies(chart), chart.axis
    steps = f'<c:max val="{plain(axis.high)}"/><c:min val="{plain(axis.low)}"/>'
    code = _format(Axis(axis.low, axis.high, axis.step, max(-_exponent(axis.step), 0)))
    return (
        f'<c:valAx><c:axId val="{_FIGURES}"/><c:scaling><c:orientation val="minMax"/>{steps}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"b" if lies else "l"}"/><c:majorGridlines><c:spPr>{_line("BFBFBF", 6350)}</c:spPr></c:majorGridlines>'
        f'{_unit(chart)}<c:numFmt formatCode="{_attribute(code)}" sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{_line()}</c:spPr>{_look(_TITLE_PT)}<c:crossAx val="{_LABELS}"/>'
        f'<c:crosses val="{"max" if lies else "autoZero"}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{plain(axis.step)}"/></c:valAx>'
    )


def _exponent(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)


def _unit(chart: Chart) -> str:
    if not chart.unit:
        return ""
    turn = 0 if _lies(chart) else -5400000
    words = f'<a:r><a:rPr lang="vi-VN" sz="{_TITLE_PT}00" b="0" i="1">{_FACES}</a:rPr><a:t>{pack.escape(chart.unit)}</a:t></a:r>'
    properties = f'<a:pPr><a:defRPr sz="{_TITLE_PT}00" b="0" i="1">{_FACES}</a:defRPr></a:pPr>'
    body = f'<a:bodyPr rot="{turn}" vert="horz"/><a:lstStyle/><a:p>{properties}{words}</a:p>'
    return f'<c:title><c:tx><c:rich>{body}</c:rich></c:tx><c:overlay val="0"/></c:title>'


_FACES = f'{_solid("000000")}<a:latin typeface="Times New Roman"/><a:ea typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'


def _look(size_pt: int, turn: int | None = None) -> str:
    """Return the letters of a part of a chart: Times New Roman, black, turned by 60,000ths of a degree."""
    turned = f' rot="{turn}" vert="horz"' if turn is not None else ""
    properties = f'<a:defRPr sz="{size_pt}00" b="0">{_FACES}</a:defRPr>'
    return f'<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr>{properties}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
