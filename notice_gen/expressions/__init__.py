"""Figures and expressions: ``{{ tiep_nhan }}``, ``{{ a | ty_le(b) }}``, ``a == b + c``.

One sandboxed Jinja environment serves the texts of the findings file, its conditions, and the Word
templates, so the same filters mean the same everywhere.  In texts and conditions only expressions are
allowed, over named figures; arithmetic is exact (integers, decimals, fractions), never binary floats.
"""

from __future__ import annotations

from notice_gen.expressions.faults import fault_in_condition, fault_in_expression, fault_in_name, fault_in_text
from notice_gen.expressions.names import GROUPS, Names, names_of, seen
from notice_gen.expressions.parse import Expression, conditions, figures_in, named_in, pieces
from notice_gen.expressions.sandbox import ROUNDS, environment, show, text_environment
from notice_gen.expressions.scope import Scope

__all__ = [
    "GROUPS", "ROUNDS", "Expression", "Names", "Scope", "conditions", "environment", "fault_in_condition", "fault_in_expression",
    "fault_in_name", "fault_in_text", "figures_in", "named_in", "names_of", "pieces", "seen", "show", "text_environment",
]  # fmt: skip
