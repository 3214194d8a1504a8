"""One fault at a time: a right paper, wrong in one place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from tests.helpers.docx import NS, packed, unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Change = Callable[[Any], None]  # changes the root of a part


def spoilt(data: bytes, *changes: Change, part: str = "word/document.xml") -> bytes:
    """*data* with the part changed."""
    files = unpacked(data)
    root = etree.fromstring(files[part])
    for change in changes:
        change(root)
    files[part] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return packed(files)


def _paragraph(root: Any, text: str) -> Any:
    found = [one for one in root.iter(W + "p") if text in "".join(t.text or "" for t in one.iter(W + "t")) and one.find(".//" + W + "p") is None]
    assert found, text
    return found[0]


def _run(root: Any, text: str) -> Any:
    found = [one for one in root.iter(W + "r") if text in "".join(t.text or "" for t in one.iter(W + "t"))]
    assert found, text
    return found[0]


def _elements(xml: str) -> list[Any]:
    return list(etree.fromstring(f"<w:x {NS}>{xml}</w:x>"))


def words(old: str, new: str, *, every: bool = False) -> Change:
    """*old* becomes *new* where it is first found within one run (or *every* time)."""

    def change(root: Any) -> None:
        texts = [one for one in root.iter(W + "t") if old in (one.text or "")]
        assert texts, old
        for one in texts if every else texts[:1]:
            one.text = one.text.replace(old, new)
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    return change


def look(text: str, *rpr: str) -> Change:
    """The run that holds *text* takes properties (``b``, ``sz=24``, ``b=0``, raw XML); an earlier one of the same name goes."""

    def change(root: Any) -> None:
        run = _run(root, text)
        said = run.find(W + "rPr")
        if said is None:
            said = etree.SubElement(run, W + "rPr")
            run.insert(0, said)
        for one in rpr:
            name, _, value = one.partition("=")
            xml = one if one.startswith("<") else f'<w:{name} w:val="{value}"/>' if value else f"<w:{name}/>"
            for element in _elements(xml):
                for old in said.findall(element.tag):
                    said.remove(old)
                said.append(element)

    return change


def lay(text: str, xml: str) -> Change:
    """The paragraph that holds *text* takes properties, raw XML; an earlier one of the same name goes."""

    def change(root: Any) -> None:
        paragraph = _paragraph(root, text)
        said = paragraph.find(W + "pPr")
        if said is None:
            said = etree.Element(W + "pPr")
            paragraph.insert(0, said)
        for element in _elements(xml):
            for old in said.findall(element.tag):
                said.remove(old)
            said.append(element)

    return change


def drop(text: str) -> Change:
    """The paragraph that holds *text* goes."""

    def change(root: Any) -> None:
        paragraph = _paragraph(root, text)
        paragraph.getparent().remove(paragraph)

    return change


def drop_line(text: str) -> Change:
    """The line drawn in the paragraph that holds *text* goes."""

    def change(root: Any) -> None:
        drawings = list(_paragraph(root, text).iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"))
        assert drawings, text
        for one in drawings:
            one.getparent().remove(one)

    return change


def after(text: str, *blocks: str) -> Change:
    """*blocks* stand behind the paragraph that holds *text*."""

    def change(root: Any) -> None:
        paragraph = _paragraph(root, text)
        for element in reversed(_elements("".join(blocks))):
            paragraph.addnext(element)

    return change


def append(text: str, run: str) -> Change:
    """*run* ends the paragraph that holds *text*."""
    return lambda root: _paragraph(root, text).extend(_elements(run))


def raw(pattern: str, new: str) -> Change:
    """The XML that *pattern* finds first becomes *new*: for pages and lines."""

    def change(root: Any) -> None:
        xml, times = re.subn(pattern, new, etree.tostring(root, encoding="unicode"), count=1)
        assert times, pattern
        root[:] = list(etree.fromstring(xml))

    return change
