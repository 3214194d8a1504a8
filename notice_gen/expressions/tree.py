"""An expression as Jinja reads it: its syntax tree.  Nothing loads it that ``direct`` reads by itself."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from notice_gen.expressions import bounds
from notice_gen.expressions.direct import straight
from notice_gen.expressions.sandbox import EXACT, text_environment


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


def names(code: str) -> tuple[tuple[str, str], ...]:
    """Return the names in *code*, in the order of its tree, as ``direct.Direct`` has them; none when it cannot be read."""
    try:
        whole = nodes.Output([parse(code)])
    except TemplateSyntaxError:
        return ()
    asked = {id(of.node): of.attr for of in whole.find_all(nodes.Getattr)}
    named = [(name.name, asked.get(id(name))) for name in whole.find_all(nodes.Name)]
    return tuple([(name, of) if of else ("", name) for name, of in named])
