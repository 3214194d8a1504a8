"""What the tags of a template may say: names, filters, comparisons, ``for`` and ``if``; so that a page ends.

A template comes by mail from another office.  The sandbox keeps it from Python's objects; this keeps it from
running on: no text can be doubled again and again, and loops cannot be nested into a product of long lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from notice_gen.errors import N_
from notice_gen.expressions import bounds

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.Filter, nodes.Keyword, nodes.Test, nodes.List, nodes.Tuple, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.Mod, nodes.Neg, nodes.Concat,
)  # fmt: skip
FREE_LOOPS = 2
"""Loops inside each other over lists of their own; those over what the outer loop gives do not count."""

FORBIDDEN = N_("Mẫu {mau}, phần {phan}: thẻ trong đoạn “{doan}” dùng lệnh không được phép.")
NOT_A_LIST = N_("Mẫu {mau}, phần {phan}: thẻ {{% for %}} trong đoạn “{doan}” không đi qua một danh sách có tên.")
TOO_LONG = N_("Mẫu {mau}, phần {phan}: thẻ trong đoạn “{doan}” quá dài hoặc lồng quá nhiều lớp.")
TOO_DEEP = N_("Mẫu {mau}, phần {phan}: thẻ {{% for %}} trong đoạn “{doan}” lồng quá nhiều danh sách vào nhau.")


def faults(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the line and the sentence about what a template may not say.

    >>> from jinja2 import Environment
    >>> loops = "{% for a in d %}{% for b in a.e %}{% for c in d %}{% for g in d %}"
    >>> [said for _, said in faults(Environment().parse("{% set x = 1 %}" + loops + "{% endfor %}" * 4))] == [FORBIDDEN, TOO_DEEP]
    True
    """
    if deep := bounds.too_deep(tree):
        yield deep.lineno or 1, TOO_LONG
        return
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive) or _is_ours_alone(node):
            yield node.lineno or 1, FORBIDDEN
        elif isinstance(node, nodes.For) and not _is_list(node.iter):
            yield node.lineno or 1, NOT_A_LIST
    yield from ((line, TOO_DEEP) for line in _deep(tree, "", 0))


def _is_list(node: nodes.Node) -> bool:
    """Tell whether a loop goes over a list that has a name, or that stands in the tag itself, no longer than a person writes."""
    if isinstance(node, nodes.List | nodes.Tuple):
        return all(isinstance(item, nodes.Const) for item in node.items)
    return isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem)


def _is_ours_alone(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Filter) and node.name.startswith("_")


def _deep(node: nodes.Node, within: str, free: int) -> Iterator[int]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.For):
            own = free + (_root(child.iter) != within)
            if own > FREE_LOOPS:
                yield child.lineno
            else:
                yield from _deep(child, child.target.name if isinstance(child.target, nodes.Name) else "", own)
        else:
            yield from _deep(child, within, free)


def _root(node: nodes.Node) -> str | None:
    """Return the name that an expression such as ``k.hang`` begins with."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else None
