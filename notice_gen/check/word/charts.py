"""What the charts of a paper draw, as words: two papers of the same words may differ in nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from notice_gen.errors import InputError
from notice_gen.ooxml.names import C, Element, R, W
from notice_gen.ooxml.package import Package
from notice_gen.vietnamese import so

_MOST_CHARTS, _MOST_POINTS = 100, 2_000
_LONGEST = 200  # letters of a label
_BARS = {("col", False): "cột", ("col", True): "cột chồng", ("bar", False): "thanh ngang", ("bar", True): "thanh ngang chồng"}
_OTHERS = {"lineChart": "đường", "pieChart": "tròn", "doughnutChart": "vành khuyên", "areaChart": "miền", "scatterChart": "điểm"}


def read_charts(package: Package, part: str, root: Element) -> Mapping[int, tuple[str, ...]]:
    """Return what each chart of a part draws, in words, by the number of the paragraph that holds it.

    A chart that cannot be read is there with no words: it is damaged, larger than any paper's, or of a kind that has no series.
    """
    shown = [*root.iter(f"{C}chart")][:_MOST_CHARTS]
    if not shown:
        return {}
    index = {paragraph: n for n, paragraph in enumerate(root.iter(W + "p"))}
    related = package.related(part)
    found: dict[int, tuple[str, ...]] = {}
    for one in shown:
        paragraph = next(one.iterancestors(W + "p"), None)
        if paragraph is not None:
            n = index[paragraph]
            found[n] = (*found.get(n, ()), _said(package, related.get(one.get(f"{R}id", ""), ("", ""))[1]))
    return found


def _said(package: Package, target: str) -> str:
    try:
        root = package.root(target)
    except InputError:
        root = None
    plots = [] if root is None else [one for area in root.iter(f"{C}plotArea") for one in area if one.find(f"{C}ser") is not None]
    series = "; ".join(f"{_name(one)}: {', '.join(_points(one))}" for plot in plots for one in plot.findall(f"{C}ser"))
    return f"[biểu đồ {' và '.join(map(_kind, plots)) or '?'}: {series}]"


def _kind(plot: Element) -> str:
    name = plot.tag.removeprefix(C)
    grouping, direction = plot.find(f"{C}grouping"), plot.find(f"{C}barDir")
    if direction is not None:
        stacked = grouping is not None and "tacked" in grouping.get("val", "")
        return _BARS.get((direction.get("val", "col"), stacked), "cột")
    return _OTHERS.get(name) or str(name)


def _name(series: Element) -> str:
    return _short(" ".join(one.text or "" for one in series.iterfind(f"{C}tx//{C}v")))


def _points(series: Element) -> Iterator[str]:
    """Yield each figure of a series behind its label."""
    labels = _cached(series, "cat") or _cached(series, "xVal")
    figures = _cached(series, "val") or _cached(series, "yVal")
    for n, value in [*figures.items()][:_MOST_POINTS]:
        yield f"{labels.get(n, str(n + 1))} {_figure(value)}"


def _cached(series: Element, what: str) -> dict[int, str]:
    """Return what a series remembers of its labels or its figures, by their numbers."""
    points = series.iterfind(f"{C}{what}//{C}pt")
    return {int(one.get("idx", "0")): _short(one.findtext(f"{C}v") or "") for one in points if one.get("idx", "0").isdecimal()}


def _figure(text: str) -> str:
    try:
        return so(Decimal(text))
    except (InvalidOperation, ValueError):
        return text


def _short(text: str) -> str:
    return " ".join(text[:_LONGEST].split())
