"""How a paper looks, where a findings file does not say it: sizes, faces, places on the line, colours that somebody changed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from notice_gen.back import lines, source
from notice_gen.back.comparing import aligned
from notice_gen.back.lines import Line
from notice_gen.check.view import DocumentView, Paragraph, Run, Span
from notice_gen.records import record

_NEAR = 0.6  # pt: sizes no further apart are the same
_ALIGNED = {"both": "left", "distribute": "left"}


@record
class Look:
    """A paragraph whose look was changed: its words, what of it (``font``, ``size``, ``align``, ``color``), how it was and is."""

    text: str
    what: str
    old: str
    new: str


def pairs(old: DocumentView, new: DocumentView) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield the paragraphs of two papers that say the same."""
    a, b = ([Line("", lines.plain(one.text), one) for one in view.paragraphs if one.text.strip()] for view in (old, new))
    for x, y in aligned(a, b):
        if x and y and x.text == y.text and x.paragraph and y.paragraph:
            yield x.paragraph, y.paragraph


def changed(old: DocumentView, new: DocumentView) -> Iterator[Look]:
    """Yield the looks that differ between paragraphs that say the same."""
    for a, b in pairs(old, new):
        for what, look in _LOOKS:
            x, y = look(a), look(b)
            near = what == "size" and x and y and abs(float(x) - float(y)) < _NEAR
            if x != y and not near:
                yield Look(a.text.strip(), what, x, y)


def _font(one: Paragraph) -> str:
    return _widest(one, lambda run: run.font)


def _size(one: Paragraph) -> str:
    return _widest(one, lambda run: f"{run.size:g}")


def _color(one: Paragraph) -> str:
    said = _widest(one, lambda run: run.color)
    return "" if said in {"auto", "000000"} else said


def _align(one: Paragraph) -> str:
    return _ALIGNED.get(one.align, one.align)


def _widest(one: Paragraph, look: Callable[[Run], str]) -> str:
    """Return the look of most letters of a paragraph."""
    counts: dict[str, int] = {}
    for run in one.runs:
        counts[look(run)] = counts.get(look(run), 0) + len(one.text[run.start : run.end].strip())
    return max(counts, key=lambda key: counts[key], default="")


_LOOKS = (("font", _font), ("size", _size), ("color", _color), ("align", _align))


def emphasised(old: DocumentView, new: DocumentView) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield the paragraphs that say the same, other words of them bold, italic or underlined."""
    for a, b in pairs(old, new):
        if source.spelt(Span(a, 0, len(a.text))) != source.spelt(Span(b, 0, len(b.text))):
            yield a, b
