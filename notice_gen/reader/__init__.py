"""The reader: TOML text, in layers, → :class:`notice_gen.model.Notice`, or every problem at its place.

:func:`read` knows the order: codes filled in, every key checked, then the parts against each other; :func:`following` does
the same faster for the rows of a mailing.
"""

from __future__ import annotations

from notice_gen.reader.judging.words import spelt_otherwise
from notice_gen.reader.layers import (
    OFFICE_FILE,
    Layer,
    load_findings,
    locate,
    merge,
    office_layer,
    office_path,
    parse,
    parsing,
    value_at,
)
from notice_gen.reader.mailing import following
from notice_gen.reader.reading import FormKeys, Read, read, tree
from notice_gen.reader.rows import Row, Rows, json_rows, rows
from notice_gen.reader.source import load

__all__ = [
    "OFFICE_FILE", "FormKeys", "Layer", "Read", "Row", "Rows", "following", "json_rows", "load", "load_findings", "locate", "merge",
    "office_layer", "office_path", "parse", "parsing", "read", "rows", "spelt_otherwise", "tree", "value_at",
]
