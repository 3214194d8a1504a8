"""Properties of a Word file that bear names of their own (ECMA-376 Part 1, §22.3)."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from notice_gen.ooxml.names import CONTENT_TYPES
from notice_gen.render import pack

PART = "docProps/custom.xml"
_RELS = "_rels/.rels"
_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_NONE = f'<Properties xmlns="{_NS}" xmlns:vt="{_VT}"/>'.encode()
_FIRST = 2  # the lowest pid of a property of one's own

Properties = tuple[tuple[str, str | int], ...]


@lru_cache(maxsize=2)
def with_properties(common: pack.Fixed, custom: Properties) -> pack.Fixed:
    """Return the parts that are the same in every notice, with properties among them; those of a template that have other names stay."""
    parts = pack.unpacked(common)
    if PART not in parts:
        for name, end, entry in (
            (CONTENT_TYPES, "</Types>", f'<Override PartName="/{PART}" ContentType="{_KIND}"/>'),
            (_RELS, "</Relationships>", f'<Relationship Id="rIdDacTa" Type="{_LINK}" Target="{PART}"/>'),
        ):
            parts[name] = parts[name].decode("utf-8").replace(end, entry + end).encode()
    root = etree.fromstring(parts.get(PART, _NONE), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    names = {name for name, _ in custom}
    for one in [one for one in root if one.get("name") in names]:
        root.remove(one)
    for name, said in custom:
        element = etree.SubElement(root, f"{{{_NS}}}property", fmtid=_SET, pid="0", name=name)
        etree.SubElement(element, f"{{{_VT}}}{'i4' if isinstance(said, int) else 'lpwstr'}").text = str(said)
    for pid, one in enumerate(root, start=_FIRST):
        one.set("pid", str(pid))
    return pack.fixed({**parts, PART: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})
