"""A template is mailed from office to office: it is trusted by what it is, never by how it is spelt.

Every notice printed from a template carries its parts along, so what is harmless to us (a remote template, an embedded
program, a field that reads a file) would open in Word on the desks of all who get the notice.  So a template's parts are
found as Word finds them, from relationship to relationship; only kinds on the lists below may be there, each part is parsed
and judged (:mod:`part_trust`), what a page has no need of is left out, and everything else is refused.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from notice_gen.errors import N_, Problem
from notice_gen.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, relations_of
from notice_gen.render import part_trust
from notice_gen.render.part_trust import FETCHES, Element, Fault

_OFFICE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_MICROSOFT = re.compile(r"http://schemas\.microsoft\.com/office/(?:word/)?20\d\d(?:/\d\d)?/(?:wordml/)?relationships/(\w+)", re.ASCII)

_RELATIONS = frozenset({
    "officeDocument", "extended-properties", "custom-properties", "core-properties", "styles", "stylesWithEffects", "settings",
    "webSettings", "fontTable", "numbering", "theme", "header", "footer", "footnotes", "endnotes", "comments", "commentsExtended",
    "commentsIds", "commentsExtensible", "image", "svg", "hyperlink", "font", "diagramData", "diagramLayout", "diagramQuickStyle",
    "diagramColors", "diagramDrawing",
})  # fmt: skip
"""Relationship types a page may need, by the last word (ECMA-376 Part 1, §11.3 and §15; MS-DOCX, MS-ODRAWXML)."""

_DROPPED = frozenset({
    "customXml", "customXmlProps", "thumbnail", "people", "printerSettings", "glossaryDocument", "documenttasks", "classificationlabels",
    "webextensiontaskpanes", "webextension", "attachedToolbars", "recipientData", "digital-signature-origin", "origin",
})  # fmt: skip
"""Relationship types of what nobody misses on a printed page: the part stays behind."""

_WML, _OD = "application/vnd.openxmlformats-officedocument.wordprocessingml.", "application/vnd.openxmlformats-officedocument."
_TYPES = frozenset({
    *(f"{_WML}{kind}+xml" for kind in (
        "document.main", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "numbering", "header", "footer",
        "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible",
    )),
    *(f"{_OD}{kind}+xml" for kind in (
        "theme", "extended-properties", "custom-properties", "drawingml.diagramData", "drawingml.diagramLayout", "drawingml.diagramStyle",
        "drawingml.diagramColors",
    )),
    "application/vnd.openxmlformats-package.core-properties+xml", "application/vnd.ms-word.stylesWithEffects+xml",
    "application/vnd.ms-office.drawingml.diagramDrawing+xml",
})  # fmt: skip
_PICTURES = frozenset({
    f"image/{kind}" for kind in ("png", "jpeg", "jpg", "pjpeg", "gif", "bmp", "tiff", "x-emf", "emf", "x-wmf", "wmf", "svg+xml", "svg")
})  # fmt: skip
_FONTS = frozenset({"application/vnd.openxmlformats-officedocument.obfuscatedFont", "application/x-fontdata", "application/x-font-ttf"})
_PICTURE = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM|II\*\0|MM\0\*|\x01\0\0\0.{36} EMF|\xd7\xcd\xc6\x9a|[\x01\x02]\0\x09\0\0[\x01\x03]", re.DOTALL
)
"""How a picture's bytes begin, whatever its part is called."""

_CARRIED = re.compile(
    r"(?:^|/)(?:embeddings|activex|vba[a-z]*|customui)(?:/|\.|$)"
    r"|\.(?:bin|ole|exe|dll|js|vbs|bat|cmd|ps1|lnk|hta|docm|dotm|xlsm)$",
    re.IGNORECASE,
)
_PRINTER = re.compile(r"(?:^|/)printerSettings/[^/]*\.bin$", re.IGNORECASE)
_WEB = re.compile(r"\s*(?:https?://|mailto:)[^\\]*", re.IGNORECASE)
_LARGEST_SOURCE = 4 << 20  # bytes of one part with tags; the longest of ours has a fiftieth
_MOST_TAGS = 2000

CARRIES = N_("Mẫu {mau} mang theo chương trình hoặc tệp nhúng ({phan}).")
KIND = N_("Mẫu {mau} có phần {phan} thuộc loại không được phép: {loai}.")
TAGS = N_("Mẫu {mau}, phần {phan}, có quá nhiều thẻ.")
_HINT = N_("Không dùng mẫu này nếu không rõ nguồn gốc. Mẫu của cơ quan: mở bằng Word, xóa phần đó, hoặc làm lại từ mẫu gốc: notice-gen templates export.")  # noqa: E501


class Trusted(NamedTuple):
    """What of a template may be printed from: its parts by name, and why it may not."""

    parts: dict[str, bytes]
    problems: list[Problem]


class _Relation(NamedTuple):
    """A relationship: its id, the last word of its type (all of it when unknown), its target, whether that lies outside the file."""

    id: str
    kind: str
    target: str
    outside: bool


def trusted(parts: Mapping[str, bytes]) -> Trusted:
    """Return the parts that Word would find and a page may have, as they read, and what is wrong with the others.

    Args:
        parts: every part of the package, by name.
    """
    content_types, faults = _content_types(parts[CONTENT_TYPES])
    problems = [*_located(CONTENT_TYPES, faults), *(_problem(name, CARRIES) for name in parts if _carried(name))]
    found: dict[str, bytes] = {}
    behind: set[str] = set()
    by_name = {name.casefold(): name for name in parts}
    waiting, met = [("", "")], {("", "")}
    while waiting:
        name, kind = waiting.pop(0)
        related = relations_of(name)
        relations, faults = _relations(parts.get(related, b""))
        problems += _located(related, faults)
        if name:
            found[name], faults = _part(parts[name], kind, content_types(name), {relation.id for relation in relations if relation.outside})
            problems += _located(name, faults)
        if related in parts:
            found[related] = _without_dropped(parts[related], relations)
        targets = [(by_name.get(_resolved(name, one.target).casefold(), ""), one.kind) for one in relations if not one.outside]
        behind |= {part for target, kind in targets if target and kind in _DROPPED for part in _below(target, parts)}
        leads = {(target, kind) for target, kind in targets if target and kind in _RELATIONS} - met
        waiting += sorted(leads)
        met |= leads
    problems += _suspicious({name: parts[name] for name in parts.keys() - found.keys() - behind - {CONTENT_TYPES}})
    found[CONTENT_TYPES] = _declaring(parts[CONTENT_TYPES], parts.keys() - found.keys() - {CONTENT_TYPES})
    return Trusted({name: found[name] for name in parts if name in found}, problems)


def _carried(name: str) -> bool:
    return bool(_CARRIED.search(name)) and not _PRINTER.search(name)


def _suspicious(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what is wrong with parts that nothing leads to: they are left out, and tell of whoever put them in."""
    for name, data in parts.items():
        if name.endswith(".rels"):
            yield from _located(name, _relations(data)[1])
        elif name.endswith(".xml"):
            yield from _located(name, _xml(data, set())[1])


def printed_faults(parts: Mapping[str, bytes], label: str) -> list[Problem]:
    """Return what the *printed* parts of a form hold that may not be there: what tags put together is judged as Word will read it."""
    faults = ((name, part_trust.faults(part_trust.parsed(data))) for name, data in parts.items())
    return [replace(problem, values={**problem.values, "mau": label}) for name, its in faults for problem in _located(name, its)]


def _part(data: bytes, kind: str, content_type: str, outside: set[str]) -> tuple[bytes, list[Fault]]:
    """Return a part as it reads, and what is wrong with it for the *kind* of relationship that leads to it."""
    if kind in {"image", "svg"}:
        return _picture(data, content_type, outside)
    if kind == "font":
        return data, [] if content_type in _FONTS else [Fault(KIND, {"loai": content_type or "?"})]
    if content_type not in _TYPES:
        return data, [Fault(KIND, {"loai": content_type or "?"})]
    return _xml(data, outside)


def _xml(data: bytes, outside: set[str]) -> tuple[bytes, list[Fault]]:
    part = part_trust.parsed(data)
    faults = list(part_trust.faults(part, outside))
    if part.remarks and not part.fault:
        data = part_trust.plain(data)
    if data.count(b"{{") + data.count(b"{%") > _MOST_TAGS or (b"{%" in data and len(data) > _LARGEST_SOURCE):
        faults.append(Fault(TAGS, {}))
    return data, faults


def _picture(data: bytes, content_type: str, outside: set[str]) -> tuple[bytes, list[Fault]]:
    """A picture is what its bytes are: a program called ``a.png`` is none."""
    if content_type not in _PICTURES:
        return data, [Fault(KIND, {"loai": content_type or "?"})]
    if _PICTURE.match(data):
        return data, []
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _xml(data, outside)
    return data, [Fault(CARRIES, {})]


def _relations(data: bytes) -> tuple[list[_Relation], list[Fault]]:
    if not data:
        return [], []
    part = part_trust.parsed(data)
    faults = [part.fault] if part.fault else []
    relations = []
    for element in part.elements:
        if element.name == "Relationship" and element.namespace == RELATIONSHIPS:
            relation = _relation(element)
            relations.append(relation)
            faults += _of_relation(relation)
        elif element.name != "Relationships":
            faults.append(Fault(part_trust.ELEMENT, {"thanh_phan": element.name}))
    return relations, faults


def _relation(element: Element) -> _Relation:
    said = element.attributes
    target = said.get("Target", "")
    outside = said.get("TargetMode", "Internal") != "Internal" or ":" in target or "\\" in target or target.startswith("//")
    return _Relation(said.get("Id", ""), _kind(said.get("Type", "")), target, outside)


def _kind(uri: str) -> str:
    for start in (*_OFFICE, _METADATA):
        if uri.startswith(start):
            word = uri.removeprefix(start)
            return {"metadata/core-properties": "core-properties", "metadata/thumbnail": "thumbnail"}.get(word, word)
    known = _MICROSOFT.fullmatch(uri)
    return known[1] if known else uri


def _of_relation(relation: _Relation) -> Iterator[Fault]:
    if relation.kind in _DROPPED and not relation.outside:
        return
    if relation.outside and not (relation.kind == "hyperlink" and _WEB.fullmatch(relation.target)):
        yield Fault(FETCHES, {"dich": relation.target[:120]})
    elif relation.kind not in _RELATIONS:
        yield Fault(CARRIES if relation.kind.isalnum() else KIND, {"loai": relation.kind[:120]})


def _without_dropped(data: bytes, relations: list[_Relation]) -> bytes:
    """Return relationships without those whose parts stay behind."""
    if not any(relation.kind in _DROPPED for relation in relations):
        return data
    return part_trust.without(data, lambda element: _kind(element.get("Type", "")) in _DROPPED)


def _resolved(source: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + posixpath.dirname(source), target)).lstrip("/")


def _below(name: str, parts: Mapping[str, bytes]) -> set[str]:
    """Return a part that stays behind with its relationships and what these lead to in its own folder."""
    folder = posixpath.dirname(name)
    within = {one for one in parts if folder not in {"", "word"} and one.startswith(f"{folder}/")}
    return {name, relations_of(name), *within} & parts.keys()


def _content_types(data: bytes) -> tuple[Callable[[str], str], list[Fault]]:
    """Return what tells a part's content type, empty when none is declared, and what is wrong with the declarations."""
    part = part_trust.parsed(data)
    faults = [part.fault] if part.fault else []
    declared: dict[str, str] = {}
    for element in part.elements:
        said = element.attributes
        key = said.get("PartName", "").lstrip("/").casefold() if element.name == "Override" else "." + said.get("Extension", "").casefold()
        if element.name in {"Override", "Default"} and declared.setdefault(key, said.get("ContentType", "")) != said.get("ContentType", ""):
            faults.append(Fault(part_trust.BUILT, {}))
    return lambda name: declared.get(name.casefold()) or declared.get("." + name.rpartition(".")[2].casefold(), ""), faults


def _declaring(data: bytes, gone: Collection[str]) -> bytes:
    """Return the content types without those of parts that are left out."""
    names = {f"/{name}".casefold() for name in gone}
    if not names or part_trust.parsed(data).fault:
        return data
    return part_trust.without(data, lambda element: element.get("PartName", "").casefold() in names)


def _located(part: str, faults: Iterable[Fault]) -> Iterator[Problem]:
    return (_problem(part, fault.message, **fault.values) for fault in faults)


def _problem(part: str, message: str, **values: str) -> Problem:
    return Problem(message, _HINT, {"phan": part, **values})
