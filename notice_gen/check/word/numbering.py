"""``numbering.xml``: the label Word computes for each numbered paragraph (ECMA-376 Part 1, §17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from notice_gen.check.word.properties import Properties, paragraph_properties
from notice_gen.ooxml.names import Element, W, on, val, whole
from notice_gen.records import record
from notice_gen.vietnamese.con_so import la_ma

_LEVELS = 9
_LONGEST = 100  # letters of a label's pattern


@record
class Level:
    """One level of a list: first number, format, text with ``%1`` …, restart (§17.9.10) and its paragraph's properties."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph: Properties = field(default_factory=dict)


@record
class Numbering:
    """The lists of a file.

    Attributes:
        lists: levels by ``w:numId``.
        shared: ``w:numId`` → the abstract list whose counters it goes on with.
        starts: levels at which a ``w:num`` begins anew, with the number.
    """

    lists: Mapping[int, Mapping[int, Level]] = field(default_factory=dict)
    shared: Mapping[int, str] = field(default_factory=dict)
    starts: Mapping[int, Mapping[int, int]] = field(default_factory=dict)

    def indents(self, num: int, level: int) -> Properties:
        """Return the paragraph properties of a level, none for a list that is not there."""
        return self.lists.get(num, {}).get(level, _NONE).paragraph


_NONE = Level()


class Counters:
    """The running numbers of one story; :meth:`label` is called for each numbered paragraph in order."""

    def __init__(self, numbering: Numbering) -> None:
        """Begin before the first paragraph."""
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, num: int, level: int) -> str:
        """Count one paragraph of list *num* and return its label, empty where none is shown."""
        levels = self._numbering.lists.get(num)
        if levels is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(self._numbering.shared[num], [None] * _LEVELS)
        here = levels.get(level, _NONE)
        start = self._numbering.starts.get(num, {}).get(level)
        if start is not None and (num, level) not in self._begun:
            counts[level] = start
        else:
            before = counts[level]
            counts[level] = here.start if before is None else before + 1
        self._begun.add((num, level))
        for deeper in range(level + 1, _LEVELS):
            restart = levels.get(deeper, _NONE).restart
            if restart is None or 0 < restart <= level + 1:
                counts[deeper] = None
        if here.form == "bullet":
            return here.text

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            of = levels.get(at, _NONE)
            count = counts[at]
            return figure(of.start if count is None else count, "decimal" if here.legal else of.form)

        return re.sub(r"%([1-9])", shown, here.text) if here.form != "none" or "%" not in here.text else ""


def figure(number: int, form: str) -> str:
    """Write *number* in an OOXML number format.

    >>> figure(4, "upperRoman"), figure(28, "lowerLetter"), figure(7, "decimalZero"), figure(3, "bullet")
    ('IV', 'bb', '07', '3')
    """
    if form in {"lowerLetter", "upperLetter"} and 0 < number < 260:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        return la_ma(number) if form == "upperRoman" else la_ma(number).lower()
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form == "none" else str(number)


def read_numbering(root: Element | None) -> Numbering:
    """Read the root of ``numbering.xml``, which may be missing."""
    if root is None:
        return Numbering()
    abstract = {one.get(W + "abstractNumId", ""): one for one in root.iterfind(W + "abstractNum")}
    linked = {name: key for key, one in abstract.items() if (name := val(one, "styleLink"))}
    levels = {key: _levels(_followed(one, abstract, linked)) for key, one in abstract.items()}
    lists: dict[int, Mapping[int, Level]] = {}
    shared: dict[int, str] = {}
    starts: dict[int, dict[int, int]] = {}
    for num in root.iterfind(W + "num"):
        key, of = whole(num.get(W + "numId")), val(num, "abstractNumId") or ""
        if key is None or of not in levels:
            continue
        mine = dict(levels[of])
        for override in num.iterfind(W + "lvlOverride"):
            at = whole(override.get(W + "ilvl")) or 0
            mine |= _levels(override)
            begin = whole(val(override, "startOverride"))
            if begin is not None:
                starts.setdefault(key, {})[at] = begin
        lists[key], shared[key] = mine, of
    return Numbering(lists, shared, starts)


def _followed(element: Element, abstract: Mapping[str, Element], linked: Mapping[str, str]) -> Element:
    """A list that only names a numbering style has the levels of the list which defines that style (§17.9.21)."""
    key = linked.get(val(element, "numStyleLink") or "", "")
    return abstract.get(key, element)


def _levels(parent: Element) -> dict[int, Level]:
    found = {}
    for one in parent.iterfind(W + "lvl"):
        at = whole(one.get(W + "ilvl"))
        if at is not None and 0 <= at < _LEVELS:
            start = whole(val(one, "start"))
            indents = paragraph_properties(one.find(W + "pPr"))
            indents.pop("style", None)
            found[at] = Level(
                0 if start is None else start, val(one, "numFmt") or "decimal", (val(one, "lvlText") or "")[:_LONGEST],
                whole(val(one, "lvlRestart")), bool(on(one.find(W + "isLgl"))), indents,
            )
    return found
