"""Taking a text or a condition apart, without looking at any value."""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from notice_gen.expressions import bounds
from notice_gen.expressions.names import GROUPS
from notice_gen.expressions.sandbox import EXACT, text_environment
from notice_gen.records import record

# {{ … }} whose inner quotes may hold braces.
_PIECE = re.compile(r"\{\{((?:[^\"'{}]|\"[^\"]*\"|'[^']*'|\}(?!\}))*)\}\}")
# Word types these for straight quotes and plain spaces.
_SMART_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})


@record
class Expression:
    """One ``{{ … }}`` of a text: its source as typed, and its code."""

    source: str
    code: str


def pieces(text: str) -> tuple[str | Expression, ...]:
    """Split *text* into plain text and expressions.

    >>> pieces("tiếp nhận {{ tiep_nhan }} hồ sơ")
    ('tiếp nhận ', Expression(source='{{ tiep_nhan }}', code='tiep_nhan'), ' hồ sơ')
    """
    return _split(text) if "{{" in text else (text,)  # such as each row of a mailing has: they are not remembered


@lru_cache(maxsize=65536)
def _split(text: str) -> tuple[str | Expression, ...]:
    found: list[str | Expression] = []
    start = 0
    for piece in _PIECE.finditer(text):
        found += [text[start : piece.start()], Expression(piece[0], piece[1].translate(_SMART_QUOTES).strip())]
        start = piece.end()
    return tuple(p for p in (*found, text[start:]) if p)


class TooLongError(TemplateSyntaxError):
    """An expression longer or more nested than any that a person writes."""


@lru_cache(maxsize=65536)
def parse(code: str) -> nodes.Expr:
    """Return the syntax tree of one expression; raises :class:`jinja2.TemplateSyntaxError` for what is none, or too long to be one."""
    if bounds.too_long(code):
        raise TooLongError("too long", 1)
    try:
        tree = text_environment().parse("{{ (" + straight(code) + "\n) }}")
    except (RecursionError, MemoryError, ValueError, OverflowError) as error:
        raise TooLongError("too long", 1) from error
    if bounds.too_deep(tree):
        raise TooLongError("too deep", 1)
    output = tree.body[0] if len(tree.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise TemplateSyntaxError("not one expression", 1)
    return _ExactLiterals().visit(output.nodes[0])  # type: ignore[no-any-return]


class _ExactLiterals(NodeTransformer):
    """``98.7`` is typed in decimals and must stay so: Jinja would make it a binary float."""

    def visit_Const(self, node: nodes.Const) -> nodes.Expr:  # noqa: N802
        if not isinstance(node.value, float):
            return node
        digits = nodes.Const(repr(node.value), lineno=node.lineno)
        exact = nodes.Filter(digits, EXACT, [], [], None, None, lineno=node.lineno)
        exact.set_environment(text_environment())
        return exact


def figures_in(code: str) -> frozenset[str]:
    """Return the names that *code* uses bare or of ``so_lieu``, groups such as ``don_vi`` too; none when it cannot be read.

    >>> sorted(figures_in("dung_han | ty_le(so_lieu.tong) + don_vi.dan_so"))
    ['don_vi', 'dung_han', 'so_lieu', 'tong']
    """
    try:
        tree = parse(code)
    except TemplateSyntaxError:
        return frozenset()
    whole = nodes.Output([tree])
    bare = {name.name for name in whole.find_all(nodes.Name)}
    of_table = {a.attr for a in whole.find_all(nodes.Getattr) if isinstance(a.node, nodes.Name) and a.node.name == "so_lieu"}
    return frozenset(bare | of_table)


@lru_cache(maxsize=4096)  # the files of a folder share most of their texts
def named_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return what the expressions of *text* may see: a group and the name that is asked of it, or no group and a figure's name.

    >>> sorted(named_in("{{ dung_han | ty_le(so_lieu.tong) }} của {{ don_vi['ten'] }}"))
    [('', 'don_vi'), ('', 'dung_han'), ('so_lieu', 'tong')]
    """
    found: dict[tuple[str, str], None] = {}
    for piece in pieces(text):
        if isinstance(piece, Expression):
            whole = nodes.Output([parse(piece.code)])
            asked = {id(of.node): of.attr for of in whole.find_all(nodes.Getattr)}
            for name in whole.find_all(nodes.Name):
                of = asked.get(id(name)) if name.name in GROUPS else None
                found[(name.name, of) if of else ("", name.name)] = None
    return tuple(found)


@lru_cache(maxsize=4096)
def conditions(code: str) -> tuple[tuple[str, str, str, str], ...]:
    """Split a condition at its outer ``and`` and each part at its comparison.

    Returns:
        For each part: the part, its left side, its operator, its right side (the last three empty when the part is no plain comparison).

    >>> conditions("a == b + c and d > 0")
    (('a == b + c', 'a', '==', 'b + c'), ('d > 0', 'd', '>', '0'))
    """
    tokens = [(kind, value) for _, kind, value in text_environment().lex("{{" + straight(code) + "}}")]
    parts: list[list[tuple[str, str]]] = [[]]
    depth = 0
    for kind, value in tokens[1:-1]:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(value, 0)
        if kind == "name" and value in ("or", "if") and not depth:
            return ((code, "", "", ""),)
        if kind == "name" and value == "and" and not depth:
            parts.append([])
        else:
            parts[-1].append((kind if not depth else "inner", value))
    return tuple(_sides(part) for part in parts)


_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})


def _sides(tokens: list[tuple[str, str]]) -> tuple[str, str, str, str]:
    text = "".join(value for _, value in tokens).strip()
    at = [i for i, (kind, value) in enumerate(tokens) if kind == "operator" and value in _COMPARISONS]
    if len(at) != 1 or any(value == "not" for _, value in tokens):
        return text, "", "", ""
    left, right = tokens[: at[0]], tokens[at[0] + 1 :]
    return text, "".join(v for _, v in left).strip(), tokens[at[0]][1], "".join(v for _, v in right).strip()


def straight(code: str) -> str:
    """Return *code* with straight quotes and plain spaces."""
    return code.translate(_SMART_QUOTES)
