"""Effective formatting, as Word resolves it (ECMA-376 Part 1, §17.7.2).

Document defaults, table style, paragraph style with the numbering it names, direct numbering, direct formatting of the
paragraph; for characters then the character style and the run's own.  Toggle properties (bold, italic, capitals, hidden)
of styles of different types cancel each other out (§17.7.3); direct ones are final.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from notice_gen.check.word.numbering import Numbering
from notice_gen.check.word.properties import TOGGLES, Properties, paragraph_properties, run_properties
from notice_gen.check.word.styles import Style, Styles
from notice_gen.ooxml.names import Element, W
from notice_gen.records import record

_MOST_KEPT = 1024  # paragraphs, a mailing's and more


@record
class Base:
    """What a run starts from: its paragraph's plain look, and the styles' toggles that it was combined of."""

    look: Properties
    toggles: dict[str, bool]


class Formatting:
    """Resolves against one file's styles; what repeats is resolved once."""

    def __init__(
        self, styles: Styles, numbering: Numbering, *, old_tables: bool = True, paragraphs: dict[Hashable, Any] | None = None
    ) -> None:
        """Take what one file says.

        Args:
            styles: its styles and document defaults.
            numbering: its lists.
            old_tables: a table style's size and alignment win over a paragraph style that leaves 10 pt and left
                (Word without the setting ``overrideTableStyleFontSizeAndJustification``).
            paragraphs: what was read of paragraphs under these styles, by all that they were read from.
        """
        self.styles = styles
        self.numbering = numbering
        self._old_tables = old_tables
        self.paragraphs = {} if paragraphs is None else paragraphs
        self._bases: dict[tuple[str, int], Base] = {}
        self._kept_tables: list[tuple[Properties, Properties]] = []  # so that an id in the cache stays one table's

    def keep(self, key: Hashable, read: Any) -> None:
        """Keep what was read of a paragraph."""
        if len(self.paragraphs) >= _MOST_KEPT:
            self.paragraphs.clear()
        self.paragraphs[key] = read

    def paragraph(self, element: Element | None, table: tuple[Properties, Properties]) -> tuple[Properties, Style]:
        """Return all that a ``w:pPr`` comes to, and the paragraph's style.

        Args:
            element: the ``w:pPr``, or None.
            table: paragraph and run properties that the cell's table style gives.
        """
        direct = paragraph_properties(element)
        style = self.styles.style(direct.get("style"), "paragraph")
        said = self.styles.paragraph | table[0]
        for own in style.own:
            said |= self._numbered(own) | own
        if self._old_tables and "align" in table[0] and said.get("align") == "left":
            said["align"] = table[0]["align"]
        if "num" in direct or "level" in direct:
            merged = {"num": said.get("num", 0), "level": said.get("level", 0)} | direct
            said |= self._numbered(merged)
        said |= direct
        return said, style

    def _numbered(self, said: Properties) -> Properties:
        return self.numbering.indents(said["num"], said.get("level", 0)) if said.get("num") else {}

    def base(self, key: str | None, table: tuple[Properties, Properties]) -> Base:
        """Return what runs of a paragraph of the style *key* start from, in a cell whose table style gives *table*."""
        place = (key or "", id(table))
        known = self._bases.get(place)
        if known is None:
            self._kept_tables.append(table)
            known = self._bases[place] = self._base(self.styles.style(key, "paragraph"), table[1])
        return known

    def _base(self, style: Style, table: Properties) -> Base:
        look = self.styles.run | table | style.run
        if self._old_tables and "size" in table and style.run.get("size", self.styles.run.get("size", 10.0)) == 10.0:
            look["size"] = table["size"]
        toggles = {}
        for name in TOGGLES:
            toggles[name] = bool(table.get(name)) != bool(style.run.get(name))
            look[name] = bool(self.styles.run.get(name)) or toggles[name]
        return Base(look, toggles)

    def run(self, element: Element | None, base: Base) -> Properties:
        """Return all that a ``w:rPr`` comes to in a paragraph whose runs start from *base*."""
        if element is None or not len(element):
            return base.look
        direct = run_properties(element, self.styles.theme)
        said = base.look
        if "style" in direct:
            character = self.styles.style(direct["style"], "character").run
            said = said | character
            for name in TOGGLES:
                if name in character:
                    said[name] = bool(self.styles.run.get(name)) or base.toggles[name] != bool(character[name])
        return said | direct


def old_tables(settings: Element | None) -> bool:
    """Tell from ``settings.xml`` whether table styles win over 10 pt and left, as before Word 2010."""
    if settings is None:
        return True
    for one in settings.iter(W + "compatSetting"):
        if one.get(W + "name") == "overrideTableStyleFontSizeAndJustification":
            return one.get(W + "val", "0") not in {"1", "true", "on"}
    return True
