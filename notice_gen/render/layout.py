"""What one notice changes of its template's look."""

from __future__ import annotations

from notice_gen.records import record


@record
class Layout:
    """What differs from the template, per style (by styleId); empty parts stay the template's."""

    sizes: tuple[tuple[str, int], ...] = ()  # style → size in half-points
    spacing: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()  # style → attributes of w:spacing (twips, or 240ths of a line)
    first_line: tuple[tuple[str, int], ...] = ()  # style → first-line indent in twips
    margins: tuple[tuple[str, int], ...] = ()  # attribute of w:pgMar ("left" …) → twips
