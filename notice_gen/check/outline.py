"""The numbers before paragraphs: which there are and of what kind, typed or set by Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notice_gen.check.texts import prose, remembered
from notice_gen.check.view import DocumentView, Span
from notice_gen.vietnamese.chu_cai import CHU_DIEM
from notice_gen.vietnamese.con_so import doc_la_ma

LEVELS = ("phần", "chương", "mục", "tiểu mục", "Điều", "mục La Mã", "khoản", "điểm")
"""From the widest; a number begins anew below a wider one.  ``mục La Mã`` is the ``I.`` of texts without Điều."""

_TYPED = (
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG) (?:thứ )?(?P<big>[IVXLC]+)\b"
    r"|(?P<muc>Mục|MỤC|Tiểu mục|TIỂU MỤC) (?P<small>\d{1,3})\b"
    r"|(?P<dieu>Điều|ĐIỀU) (?P<n>\d{1,3})(?P<dot>[a-zđ]?[.:]?)(?= |$)"
    r"|(?P<roman>[IVX]{1,6})[./]\s"
    r"|(?P<khoan>\d{1,2})(?P<mark>[./)])\s"
    r"|(?P<diem>[a-zăâđêôơư])(?P<paren>[).])\s"
)


@dataclass(frozen=True)
class Label:
    """A number before a paragraph.

    Attributes:
        span: its paragraph.
        level: one of ``LEVELS``.
        value: from 1; of a letter its place among the letters of điểm, 0 for a letter that is none of them.
        shown: as it stands, ``c)``.
        annex: which annex it is in, -1 for the main text.
    """

    span: Span
    level: str
    value: int
    shown: str
    annex: int = -1


@remembered
def labels(view: DocumentView) -> tuple[Label, ...]:
    """Return the numbers of the running paragraphs, in order; a quoted text keeps its own and is left out."""
    annex_of = {
        (paragraph.part, paragraph.index): number
        for number, annex in enumerate(view.annexes)
        for paragraph in annex.paragraphs
    }
    found: list[Label] = []
    quoting = False
    for span in prose(view):
        line = span.text.lstrip()
        quoting = quoting or line.startswith(("“", '"'))
        label = None if quoting else _read(span, f"{span.paragraph.number} {line}" if span.paragraph.number else line)
        if quoting and re.search(r"[”\"][.;,]?$", line.rstrip()):
            quoting = False
        if label:
            where = annex_of.get((span.paragraph.part, span.paragraph.index), -1)
            found.append(Label(span, *label, where))
    return tuple(found)


def _read(span: Span, line: str) -> tuple[str, int, str] | None:
    found = re.match(_TYPED, line)
    if not found or len(span.text.strip()) < 2:
        return None
    shown = found[0].strip()
    if found["big"]:
        value = _roman(found["big"])
        return (found["word"].lower(), value, shown) if value else None
    if found["small"]:
        return found["muc"].lower(), int(found["small"]), shown
    if found["n"]:
        return ("Điều", int(found["n"]), shown) if not found["dot"][:1].isalpha() else None
    if found["roman"]:
        value = _roman(found["roman"])
        return ("mục La Mã", value, shown) if value else None
    if found["khoan"]:
        return "khoản", int(found["khoan"]), shown
    return "điểm", CHU_DIEM.find(found["diem"]) + 1, shown


def _roman(shown: str) -> int:
    try:
        return doc_la_ma(shown)
    except ValueError:
        return 0


def steps(view: DocumentView) -> Iterator[tuple[Label | None, Label]]:
    """Yield each number with the one before it on its level, None where it is the first below a wider one."""
    last: dict[str, Label] = {}
    where = -1
    for label in labels(view):
        if label.annex != where:
            last.clear()
            where = label.annex
        rank = LEVELS.index(label.level)
        yield last.get(label.level), label
        for narrower in LEVELS[rank + 1 :]:
            # Điều are counted through all chapters.
            if narrower != "Điều":
                last.pop(narrower, None)
        last[label.level] = label
