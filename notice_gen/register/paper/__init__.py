"""The register as a book: Phụ lục IV, mục I of the decree, out to Word, Excel or CSV."""

from __future__ import annotations

from notice_gen.register.paper.columns import Quyen, quyen
from notice_gen.register.paper.docx import docx
from notice_gen.register.paper.sheet import csv_text, xlsx

__all__ = ["Quyen", "csv_text", "docx", "quyen", "xlsx"]
