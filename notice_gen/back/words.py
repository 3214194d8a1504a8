"""The words of a line as runs with their emphasis: what of a paragraph is the text's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_gen import expressions, markup
from notice_gen.back import source
from notice_gen.back.leaves import Leaf, Origin
from notice_gen.check.view import Paragraph, Run, Span
from notice_gen.vietnamese.chu_cai import chu_hoa

LABEL = re.compile(r"(?:Điều \d{1,3}\.|\d{1,2}[.)/]|[a-zđ]\)|[IVX]{1,6}\.|(?:Chương|Phần) [IVXL]+|(?:Mục|Tiểu mục) \d+)\s+")
"""A number before a line, as the program prints it."""
END = re.compile(r"\s*\.?\s*/\s*\.\s*$")
"""The mark at the end of a text."""


def within(one: Paragraph, origin: Origin) -> Span | None:
    """Return the leaf's own words in a paragraph; None where what stands around them is no longer there."""
    text = one.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if origin.before:
        shown = source.clean(text[start:end])
        label, mine = LABEL.match(shown), LABEL.fullmatch(origin.before)
        if mine and label:
            start += label.end()
        elif shown.startswith(origin.before):
            start += len(origin.before)
        elif origin.before.strip() in {"-", "+"} and shown[:1] in {"-", "–", "+", "•"}:
            start += len(shown) - len(shown[1:].lstrip())
        else:
            return None
    if origin.after and text[start:end].endswith(origin.after):
        end -= len(origin.after)
    elif found := END.search(text, start, end):
        end = found.start() + (text[found.start() : found.start() + 1] == ".")
    return Span(one, start, max(end, start))


def runs(span: Span, without: str) -> list[tuple[str, str]]:
    """Return the runs of a span with their emphasis, but for the letters (``biu``) in *without*; trimmed."""

    def style(run: Run) -> str:
        looks = (("b", run.bold), ("i", run.italic), ("u", run.underline))
        return "".join(letter for letter, on in looks if on and letter not in without)

    text = span.paragraph.text
    cut = ((text[max(run.start, span.start) : min(run.end, span.end)], run) for run in span.paragraph.runs_of(span.start, span.end))
    return _trimmed([(source.clean(piece.upper() if run.caps else piece), style(run)) for piece, run in cut if piece])


def _trimmed(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    while runs and not runs[0][0].strip():
        runs = runs[1:]
    while runs and not runs[-1][0].strip():
        runs = runs[:-1]
    if runs:
        runs[0] = (runs[0][0].lstrip(), runs[0][1])
        runs[-1] = (runs[-1][0].rstrip(), runs[-1][1])
    return runs


def without_end(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return runs without the marks at their end."""
    return [*pieces[:-1], (pieces[-1][0].rstrip(" ;.,"), pieces[-1][1])] if pieces else pieces


def said(pieces: Sequence[tuple[str, str]]) -> str:
    """Return the words of runs."""
    return " ".join("".join(text for text, _ in pieces).split())


def base(span: Span, typed: str) -> str:
    """Return the letters of emphasis that a place on the page gives by itself: all words have them, and not all are marked so."""
    styles = [style for _, style in markup.spans(expressions.pieces(typed))]
    runs = span.runs
    return "".join(
        letter for letter, on in (("b", lambda run: run.bold), ("i", lambda run: run.italic), ("u", lambda run: run.underline))
        if runs and all(map(on, runs)) and not (styles and all(letter in style for style in styles))
    )  # fmt: skip


def upper_only(leaf: Leaf, shown: str) -> bool:
    """Tell whether a text is printed in capitals that it is not typed in."""
    return shown == chu_hoa(shown) and leaf.typed != chu_hoa(leaf.typed)


def cased(typed: str, shown: str, usual: str) -> str:
    """Return *shown*, in capitals, with the letters of the words that *typed* has too, the others as *usual* has them.

    >>> cased("Chánh Văn phòng", "PHÓ CHÁNH VĂN PHÒNG", "Phó Chánh văn phòng")
    'Phó Chánh Văn phòng'
    >>> cased("Danh sách thành viên", "DANH SÁCH CÁC THÀNH VIÊN", "DANH SÁCH CÁC THÀNH VIÊN")
    'Danh sách các thành viên'
    """
    known = {chu_hoa(word): word for word in typed.split()}
    words, others = shown.split(" "), usual.split(" ")
    others = others if len(others) == len(words) else words
    return " ".join(known.get(word, other if other != word else word.lower()) for word, other in zip(words, others, strict=True))
