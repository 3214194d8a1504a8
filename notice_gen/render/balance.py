"""Whether all that a template can print is well-formed, proved once from the template alone.

Values are escaped where they stand, or are runs that are whole in themselves, so only the template's own text can break
the XML.  When the body of every loop and condition is whole by itself and stands between tags, any number of them, in any
order, is whole too; what cannot be proved so is looked at in every notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.parsers import expat

from jinja2 import nodes

from notice_gen.render.escaping import IN_RUN

_BODY = "<n/>"  # stands for a loop or condition: an element, so that none passes inside a tag
_VALUE = "&#48;"  # stands for a value: so written, none passes as a part of a name
_RUN = "\ue000"  # stands for a value in a run
_OPAQUE = ("<!--", "<![CDATA[", _RUN)


def is_whole(tree: nodes.Template) -> bool:
    """Say whether every result of the part *tree* is well-formed; False when the template alone does not tell."""
    bodies = [tree.body, *_bodies(tree.body)]
    if not all(isinstance(node, nodes.Output | nodes.If | nodes.For) for body in bodies for node in body):
        return False
    document, *fragments = map(_text, bodies)
    return _parses(document) and all(_parses(f"<n>{fragment}</n>") for fragment in fragments)


def _bodies(body: Sequence[nodes.Node]) -> Iterator[Sequence[nodes.Node]]:
    """Yield the bodies of all loops and conditions, at any depth."""
    for node in body:
        inner: tuple[Sequence[nodes.Node], ...] = ()
        if isinstance(node, nodes.If):
            inner = (node.body, *(other.body for other in node.elif_), node.else_)
        elif isinstance(node, nodes.For):
            inner = (node.body, node.else_)
        for nested in inner:
            yield nested
            yield from _bodies(nested)


def _text(body: Iterable[nodes.Node]) -> str:
    """Return what *body* prints, with stand-ins for what depends on values; what no proof sees through breaks it."""
    pieces = []
    for node in body:
        for part in node.nodes if isinstance(node, nodes.Output) else ():
            if not isinstance(part, nodes.TemplateData):
                pieces.append(_RUN if isinstance(part, nodes.Filter) and part.name == IN_RUN else _VALUE)
            elif any(mark in part.data for mark in _OPAQUE):
                pieces.append("<")
            else:
                pieces.append(part.data)
        if not isinstance(node, nodes.Output):
            pieces.append(_BODY)
    return "".join(pieces)


def _parses(xml: str) -> bool:
    """Say whether *xml* is well-formed and every value in a run stands in a ``w:t`` of a ``w:r``."""
    inside: list[str] = []
    astray: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(name)
        astray.extend(value for value in attributes.values() if _RUN in value)

    def text(data: str) -> None:
        if _RUN in data and inside[-2:] != ["w:r", "w:t"]:
            astray.append(data)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: inside.pop()
    parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        return False
    return not astray
