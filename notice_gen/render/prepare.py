"""From a Word template to Jinja sources: docxtpl's own healing, then the directives.  The only docxtpl."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from notice_gen.errors import N_, InputError, Problem, TemplateError
from notice_gen.ooxml.names import CONTENT_TYPES
from notice_gen.ooxml.package import Package
from notice_gen.render import directives, pack, trust
from notice_gen.render.layout import Layout
from notice_gen.render.part_trust import FETCHES, R, parsed
from notice_gen.render.restyle import restyle, text_width

_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MARKUP = re.compile(rb"<[^>]*>")
_TAG = re.compile(rb"\{[{%#]")
_HOLDS_TEXT = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template before Jinja: parts with tags as sources (one paragraph a line), the others as they are."""

    sources: Mapping[str, str]
    fixed: Mapping[str, bytes]


def prepare(docx: bytes, label: str, layout: Layout | None) -> Prepared:
    """Heal tags split over runs, apply directives, part what changes from what does not.

    Raises TemplateError: *docx* is no Word document, or too large to be an honest template.
    """
    parts = _parts(docx, label)
    if layout:
        parts = restyle(parts, layout)
    lasting = {name: data for name, data in parts.items() if name != pack.CORE}  # written anew for each notice
    tagged = [name for name, data in lasting.items() if _HOLDS_TEXT.fullmatch(name) and _TAG.search(_MARKUP.sub(b"", data))]
    sources = {name: _source(parts[name], text_width(parts)) for name in tagged}
    return Prepared(sources, _with_core({name: data for name, data in lasting.items() if name not in sources}))


def _source(data: bytes, width: int) -> str:
    from docxtpl import DocxTemplate

    # patch_xml() is docxtpl's pre-processing; it reads nothing of the object but its own text.
    xml = DocxTemplate(io.BytesIO()).patch_xml(re.sub(r"\s*\n\s*", " ", _ns_clean(data)))
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", directives.apply(xml, width)).replace("\u00a0%}", " %}")


def _ns_clean(data: bytes) -> str:
    """Return the part as docxtpl expects it: one string, no spell-check marks inside tags."""
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False))
    for mark in root.xpath("//*[local-name()='proofErr' or local-name()='lastRenderedPageBreak' or local-name()='noBreakHyphen']"):
        if mark.tag.endswith("proofErr") or mark.tag.endswith("lastRenderedPageBreak"):
            mark.getparent().remove(mark)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return head + str(etree.tostring(root, encoding="unicode"))


def _parts(docx: bytes, label: str) -> dict[str, bytes]:
    """Return the parts of a Word file that may be printed from."""
    try:
        package = Package(docx)
    except InputError as error:
        raise TemplateError([_not_word(label), *error.problems]) from error
    try:
        parts = {name: package.read(name) or b"" for name in package.names}
        for name in parts:
            if name.endswith((".xml", ".rels")):
                package.root(name)  # refuses what is not well-formed, and entities that multiply
    except InputError as error:
        raise TemplateError([_unreadable(label), *error.problems]) from error
    if "word/document.xml" not in parts or _DOCUMENT.encode() not in parts.get(CONTENT_TYPES, b""):
        raise TemplateError(_not_word(label))
    trusted = trust.trusted(parts)
    if trusted.problems:
        raise TemplateError([replace(problem, values={**problem.values, "mau": label}) for problem in trusted.problems])
    if astray := [(name, value) for name, data in trusted.parts.items() if _TAG.search(data) for value in _led_by_tags(data)]:
        hint = N_("Không dùng mẫu này nếu không rõ nguồn gốc. Mẫu của cơ quan: làm lại từ mẫu gốc: notice-gen templates export.")
        raise TemplateError([Problem(FETCHES, hint, {"mau": label, "phan": name, "dich": value[:120]}) for name, value in astray])
    return trusted.parts


def _led_by_tags(data: bytes) -> Iterator[str]:
    """Yield every reference to a relationship that a tag would choose when it is printed."""
    said = ((key.rpartition(" ")[0], value) for element in parsed(data).elements for key, value in element.attributes.items())
    return (value for namespace, value in said if namespace in R and "{" in value)


def _unreadable(label: str) -> Problem:
    return Problem(
        N_("Mẫu {mau} hỏng, hoặc phình to bất thường khi giải nén, nên không dùng."),
        N_("Lấy lại mẫu gốc, hoặc mở bằng Word và lưu lại thành .docx."), {"mau": label},
    )


def _not_word(label: str) -> Problem:
    return Problem(
        N_("Mẫu {mau} không phải tệp Word .docx."),
        N_("Mở bằng Word, chọn Lưu thành (Save As) kiểu “Word Document (*.docx)”, không dùng .doc hay .docm."), {"mau": label},
    )


def _with_core(fixed: dict[str, bytes]) -> dict[str, bytes]:
    """Declare the core properties part if the template had none."""
    types, rels = fixed["[Content_Types].xml"], fixed.get("_rels/.rels", b"")
    if b"core-properties" not in types:
        override = (
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        )
        types = types.replace(b"</Types>", override.encode())
    if b"metadata/core-properties" not in rels:
        link = (
            '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
            'metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
        )
        rels = rels.replace(b"</Relationships>", link.encode())
    return {**fixed, "[Content_Types].xml": types, "_rels/.rels": rels}
