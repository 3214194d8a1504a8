"""Template + context → .docx bytes.  A template is compiled once; a notice then costs one Jinja render.

``prepare`` is the only file that knows docxtpl, ``pack`` the only one that writes the zip.
"""

from __future__ import annotations

from notice_gen.render.engine import Compiled, compiled, judge, packed, parts, render
from notice_gen.render.holes import Stencil, filled, stencil
from notice_gen.render.layout import Layout
from notice_gen.render.pack import (
    DEFLATED_BY,
    checksum,
    is_earlier,
    is_printed,
    is_untouched,
    mark,
    marked,
    number,
    other_source,
    sha256,
    source,
    year,
)
from notice_gen.render.trial import tried

__all__ = [
    "DEFLATED_BY", "Compiled", "Layout", "Stencil", "checksum", "compiled", "filled", "is_earlier", "is_printed", "is_untouched", "judge",
    "mark", "marked", "number", "other_source", "packed", "parts", "render", "sha256", "source", "stencil", "tried", "year",
]  # fmt: skip
