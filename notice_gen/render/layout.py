"""What one notice changes of its template's look."""

from __future__ import annotations

from notice_gen.records import record


@record
class Layout:
    """What differs from the template, per style (by styleId); empty parts stay the template's.

    Attributes:
        sizes: style → size in half-points.
        spacing: style → attributes of w:spacing (twips, or 240ths of a line).
        first_line: style → first-line indent in twips.
        margins: attribute of w:pgMar (``left`` …) → twips.
    """

    sizes: tuple[tuple[str, int], ...] = ()
    spacing: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()
    first_line: tuple[tuple[str, int], ...] = ()
    margins: tuple[tuple[str, int], ...] = ()
