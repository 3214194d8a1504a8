"""A division by 0: what divides, and how to write the expression so that it holds there too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes

from notice_gen.errors import N_, Problem
from notice_gen.expressions.parse import figures_in
from notice_gen.expressions.tree import parse

_OF_A_WHOLE = "ty_le"


def by_zero(code: str, value_of: Callable[[str], Any], otherwise: str) -> Problem:
    """Return the problem of *code*, which divides by 0.

    Args: *value_of*: gives what a name comes to; *otherwise*: what may stand for the result where there is nothing to divide by.
    """
    named = [name for divisor in _divisors(parse(code)) if (name := _written(divisor))]
    zeros = [name for name in dict.fromkeys(named) if value_of(name) == 0]
    values = {"code": code, "mau": ", ".join(zeros)}
    if not zeros:
        message = N_("“{code}” chia cho 0: phép tính ở mẫu số ra 0.")
        return Problem(message, N_("Sửa số liệu, hoặc sửa phép tính."), values, found=code, figures=figures_in(code))
    message, hint = N_("“{code}” chia cho 0: {mau} đang bằng 0."), N_("Sửa số liệu; {mau} đúng là 0 thì thay “{code}” bằng: {thay}")
    values["thay"] = _guarded(code, zeros, otherwise)
    return Problem(message, hint, values, found=code, figures=frozenset(name.rpartition(".")[2] for name in zeros))


def _divisors(tree: nodes.Expr) -> list[nodes.Node]:
    whole = nodes.Output([tree])
    return [
        *(part.right for part in whole.find_all((nodes.Div, nodes.FloorDiv, nodes.Mod))),
        *(part.args[0] for part in whole.find_all(nodes.Filter) if part.name == _OF_A_WHOLE and part.args),
    ]


def _written(node: nodes.Node) -> str:
    """Return how a name is written; empty for what is none."""
    if isinstance(node, nodes.Name):
        return node.name
    return f"{node.node.name}.{node.attr}" if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) else ""


def _guarded(code: str, zeros: list[str], otherwise: str) -> str:
    tree = parse(code)
    if isinstance(tree, nodes.Compare | nodes.And | nodes.Or | nodes.Not):
        return f"({' or '.join(f'{name} == 0' for name in zeros)} or ({code}))"
    kept = f"({code})" if isinstance(tree, nodes.CondExpr) else code
    return f"{kept} if {' and '.join(f'{name} != 0' for name in zeros)} else {otherwise}"
