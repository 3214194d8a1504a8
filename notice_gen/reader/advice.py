"""What a hint says to type is tried before it is said: a clerk who does so must not be told of the same place again."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.records import replace

Told = Callable[[Mapping[str, Any]], Iterable[Problem]]
"""What is wrong with a tree."""

_STEPS = 3  # a value may be wrong in so many ways
_MOST = 20  # problems of one file whose advice is tried


def lasting(problems: Iterable[Problem], data: Mapping[str, Any], told: Told) -> Iterator[Problem]:
    """Yield *problems* of the tree *data* with hints that hold: what is typed by them is not refused again."""
    for n, problem in enumerate(problems):
        yield _lasting(problem, data, told) if n < _MOST else problem


def _lasting(problem: Problem, data: Mapping[str, Any], told: Told) -> Problem:
    for _ in range(_STEPS):
        value = _advised(problem)
        if value is None or not problem.path:
            return problem
        next_one = next((one for one in told(_with(data, problem.path, value)) if one.path[: len(problem.path)] == problem.path), None)
        if next_one is None:
            return problem
        problem = advised_by(problem, next_one)
    return replace(problem, hint=N_("Xem lại giá trị ở đây."))


def advised_by(problem: Problem, other: Problem) -> Problem:
    """Return *problem* with the hint of the *other*, which what it advises itself would draw."""
    said = _fields(problem.message)
    if any(problem.values.get(name) != other.values.get(name) for name in said & _fields(other.hint)):
        return replace(problem, message=other.message, hint=other.hint, values=other.values)
    kept = {name: problem.values[name] for name in said if name in problem.values}
    return replace(problem, hint=other.hint, values={**problem.values, **other.values, **kept})


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def _advised(problem: Problem) -> Any:
    """Return the value that *problem* says to type; None when it says none."""
    if problem.hint.startswith("Gõ: {khoa} = {mend}"):
        typed = str(problem.values["mend"])
    elif problem.hint == "Gõ: {vi_du}":
        typed = str(problem.values["vi_du"]).partition(" = ")[2]
    else:
        return None
    try:
        return tomllib.loads(f"x = {typed}", parse_float=Decimal)["x"]
    except ValueError:  # cut short, to be completed
        return None


def _with(tree: Any, path: KeyPath, value: Any) -> Any:
    """Return *tree* with *value* at *path*."""
    if not path:
        return value
    step, *rest = path
    if isinstance(tree, list) and isinstance(step, int):
        return [*tree[:step], _with(tree[step], tuple(rest), value), *tree[step + 1 :]]
    below = tree.get(step) if isinstance(tree, Mapping) else None
    return {**(tree if isinstance(tree, Mapping) else {}), step: _with(below, tuple(rest), value)}
