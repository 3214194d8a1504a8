"""Mail merge and content controls: what other programs fill in, made into tags of ours."""

from __future__ import annotations

import re

from lxml import etree

from notice_gen.ooxml.names import Element, W, val
from notice_gen.ooxml.package import Package, serialised
from notice_gen.vietnamese import slug

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_FIELD = re.compile(r"\s*MERGEFIELD\s+(?:\"([^\"]+)\"|(\S+))")
_OF_UNIT = frozenset({"don_vi", "ten_don_vi", "don_vi_nhan"})
_SAID = frozenset(W + name for name in ("t", "tab", "br", "cr", "sym", "fldChar", "instrText", "noBreakHyphen"))


def converted(package: Package) -> bytes:
    """Return the file with its merge fields and named content controls as tags."""
    roots = {name: package.root(name) for name in package.names if _TEXT.fullmatch(name)}
    changed = {name: root for name, root in roots.items() if root is not None and _merge_fields(root) + _controls(root)}
    return package.with_parts({name: serialised(root) for name, root in changed.items()})


def _tag_of(typed: str) -> str:
    name = slug(typed).replace("-", "_")
    return "{{ don_vi.ten }}" if name in _OF_UNIT else f"{{{{ {name if name[:1].isalpha() else f'so_{name}'} }}}}"


def _merge_fields(root: Element) -> int:
    count = 0
    for simple in [*root.iter(W + "fldSimple")]:
        if found := _FIELD.match(simple.get(W + "instr", "")):
            _unwrapped(simple, _tag_of(found[1] or found[2]))
            count += 1
    for paragraph in root.iter(W + "p"):
        count += _complex_fields(paragraph)
    return count


def _complex_fields(paragraph: Element) -> int:
    """Make the merge fields of a paragraph tags: all runs from begin to end become the first that shows text."""
    count, inside, code, runs = 0, 0, "", list[Element]()
    for run in [*paragraph.iter(W + "r")]:
        kinds = [mark.get(W + "fldCharType") for mark in run.iter(W + "fldChar")]
        inside += kinds.count("begin")
        if inside:
            runs.append(run)
            code += "".join(piece.text or "" for piece in run.iter(W + "instrText"))
        inside -= kinds.count("end")
        if runs and not inside:
            if found := _FIELD.match(code):
                kept = next((one for one in runs if one.find(W + "t") is not None), runs[0])
                say(kept, _tag_of(found[1] or found[2]))
                for one in runs:
                    if one is not kept:
                        one.getparent().remove(one)
                count += 1
            code, runs = "", []
    return count


def _controls(root: Element) -> int:
    count = 0
    for control in [*root.iter(W + "sdt")]:
        content, properties = control.find(W + "sdtContent"), control.find(W + "sdtPr")
        if content is None:
            continue
        name = (val(properties, "tag") or val(properties, "alias") or "") if properties is not None else ""
        runs = [*content.iter(W + "r")]
        if name and runs and len([*content.iter(W + "p")]) <= 1:
            say(runs[0], _tag_of(name))
            for run in runs[1:]:
                run.getparent().remove(run)
        _unwrapped(control, "", content)
        count += 1
    return count


def _unwrapped(element: Element, tag: str, content: Element | None = None) -> None:
    """Put what *element* holds in its place, said as *tag* if one is given."""
    inner = list(element if content is None else content)
    if tag:
        runs = [one for one in inner if one.tag == W + "r"] or [etree.SubElement(element, W + "r")]
        say(runs[0], tag)
        inner = runs[:1]
    for one in inner:
        element.addprevious(one)
    element.getparent().remove(element)


def say(run: Element, text: str) -> None:
    """Let a run say *text* alone; what is drawn in it stays."""
    for piece in [*run]:
        if piece.tag in _SAID:
            run.remove(piece)
    said = etree.SubElement(run, W + "t", {SPACE: "preserve"})
    said.text = text
