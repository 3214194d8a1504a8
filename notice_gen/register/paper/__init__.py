"""The register as a book: Phụ lục IV, mục I of the decree, out to Word, Excel or CSV, and a year begun on paper in."""

from __future__ import annotations

from notice_gen.register.paper.entering import Entered, enter
from notice_gen.register.paper.form import Quyen, noted, quyen
from notice_gen.register.paper.reading import DAYS, Line, Office, columns, is_total, lines, unknown
from notice_gen.register.paper.sheet import csv_text, unescaped, xlsx
from notice_gen.register.paper.word import docx

__all__ = [
    "DAYS", "Entered", "Line", "Office", "Quyen", "columns", "csv_text", "docx", "enter", "is_total", "lines", "noted", "quyen",
    "unescaped", "unknown", "xlsx",
]  # fmt: skip
