"""Figures and expressions: ``{{ tiep_nhan }}``, ``{{ a | ty_le(b) }}``, ``a == b + c``.

One sandboxed Jinja environment (``sandbox``) serves the texts of the findings file, its conditions, and the Word
templates, so the same filters mean the same everywhere; what is plain comes to the same without it (``direct``).
In texts and conditions only expressions are allowed, over named figures; arithmetic is exact (integers, decimals,
fractions), never binary floats.
"""

from __future__ import annotations

from notice_gen.expressions.faults import fault_in_condition, fault_in_expression, fault_in_text
from notice_gen.expressions.names import GROUPS, Names, fault_in_name, names_of, seen
from notice_gen.expressions.parse import Expression, conditions, figures_in, named_in, pieces
from notice_gen.expressions.scope import Scope
from notice_gen.expressions.values import show

__all__ = [
    "GROUPS", "Expression", "Names", "Scope", "conditions", "fault_in_condition", "fault_in_expression", "fault_in_name", "fault_in_text",
    "figures_in", "named_in", "names_of", "pieces", "seen", "show",
]  # fmt: skip
