"""The reader: TOML text, in layers, → :class:`notice_gen.model.Notice`, or every problem at its place."""

from __future__ import annotations

from notice_gen.reader.again import following
from notice_gen.reader.build import locate, read
from notice_gen.reader.checks import cross_checks
from notice_gen.reader.form_keys import FormKeys
from notice_gen.reader.layers import OFFICE_FILE, Layer, merge, office_layer, office_path, parse
from notice_gen.reader.rows import Row, Rows, json_rows, rows
from notice_gen.reader.signers import with_signer
from notice_gen.reader.slips import far_ahead, slips
from notice_gen.reader.source import load
from notice_gen.reader.units import with_unit

__all__ = [
    "OFFICE_FILE",
    "FormKeys",
    "Layer",
    "Row",
    "Rows",
    "cross_checks",
    "far_ahead",
    "following",
    "json_rows",
    "load",
    "locate",
    "merge",
    "office_layer",
    "office_path",
    "parse",
    "read",
    "rows",
    "slips",
    "with_signer",
    "with_unit",
]
