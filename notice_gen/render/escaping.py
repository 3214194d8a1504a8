"""What a template prints, escaped where it stands: emphasised pieces of a text get runs of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from notice_gen.expressions import show
from notice_gen.markup import StyledText
from notice_gen.page import Shown
from notice_gen.render import drawing, pack

IN_RUN = "__chu"
"""The filter that tells a tag in a ``w:t`` its run's properties: an emphasised value closes the run and opens others."""
ELSEWHERE = "=thuoc_tinh"
"""The filter around what is printed where no run is: in an attribute, between two elements; nobody can type its name."""
_RPR = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>'}


def _in_run(value: Any, run_properties: str) -> str:
    """Print *value* where a ``w:t`` stands; emphasised parts get runs of their own."""
    if type(value) is str:  # the commonest by far
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if isinstance(value, Shown):
        return drawing.in_run(value)
    if isinstance(value, StyledText):
        return _in_runs(value, run_properties)
    return pack.escape(show(value))


def _in_runs(value: StyledText, run_properties: str) -> str:
    kept = run_properties[len("<w:rPr>") : -len("</w:rPr>")] if run_properties else ""
    out, own = list[str](), True  # own: inside the tag's own run, or a copy of it
    for text, style in value.runs:
        if style:
            properties = f"<w:rPr>{_ordered(kept, ''.join(_RPR[letter] for letter in style))}</w:rPr>"
            out.append("</w:t></w:r>" if own else "")
            out.append(f'<w:r>{properties}<w:t xml:space="preserve">{pack.escape(text)}</w:t></w:r>')
        else:
            out.append(("" if own else _again(run_properties)) + pack.escape(text))
        own = not style
    return "".join(out) if own else "".join(out) + _again(run_properties)


def _again(run_properties: str) -> str:
    return f'<w:r>{run_properties}<w:t xml:space="preserve">'


def _elsewhere(value: Any) -> str:
    return pack.escape(str(value)).replace("'", "&#39;").replace('"', "&#34;")


ESCAPING: Mapping[str, Callable[..., str]] = {
    IN_RUN: _in_run, ELSEWHERE: _elsewhere,
    "twips": lambda value: str(int(value)), "indent_of": lambda length, width: str((width - int(length)) // 2),
}  # fmt: skip
"""Filters whose result goes into the XML as it is."""


@lru_cache(maxsize=256)
def _ordered(kept: str, toggles: str) -> str:
    """Merge run properties in the order the schema asks (rStyle, rFonts, b, i, …, u)."""
    from notice_gen.ooxml.properties import ORDER

    order, own = ORDER["rPr"], {m[1]: m[0] for m in re.finditer(r"<w:(\w+)[^>]*/>", kept + toggles)}
    return "".join(own[name] for name in sorted(own, key=lambda name: order.index(name) if name in order else len(order)))
