"""What one XML part of a template may hold, judged as Word reads it: parsed, however it is spelt.

expat reads a part once (UTF-8 only, no document type); names are judged by their namespace and local part, values as they
stand after character references.  Comments and processing instructions are not judged: :func:`plain` takes them out before
anything else reads the part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from xml.parsers import expat

from notice_gen.errors import N_

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = frozenset(
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"}
)  # fmt: skip

FIELDS = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC", "XE", "INDEX", "LISTNUM",
    "HYPERLINK", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "LASTSAVEDBY",
    "FILENAME", "NUMWORDS", "NUMCHARS", "REVNUM", "EDITTIME", "DOCPROPERTY", "SYMBOL", "ADVANCE", "FORMTEXT", "FORMCHECKBOX",
    "FORMDROPDOWN", "QUOTE", "EQ", "IF",
})  # fmt: skip
"""Field codes (ECMA-376 Part 1, §17.16.5) that reach nothing outside the page."""

_FORBIDDEN = frozenset({
    "altChunk", "object", "subDoc", "control", "OLEObject", "attachedTemplate", "mailMerge", "dataSource", "movie", "frameset",
    "entryMacro", "exitMacro", "saveThroughXslt", "externalData", "script", "foreignObject", "iframe", "embed", "audioFile", "videoFile",
    "quickTimeFile", "wavAudioFile", "audioCd", "webVideoPr", "webextensionref",
})  # fmt: skip
"""Elements that carry a program, another file or a film, or that read one, by local name in any namespace."""

_FETCHING = frozenset({"src", "href", "althref"})
_CLICKED = frozenset({"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"})
_PICTURES = frozenset({"imagedata", "fill", "stroke", "image", "background"})
_WEB = re.compile(r"(?:https?:|mailto:)[^\s\\]*", re.IGNORECASE)
_STYLED = re.compile(r"@import|url\(\s*['\"]?(?!#)|expression\s*\(", re.IGNORECASE)
_CODES = frozenset({"instrText", "delInstrText"})
_TAG = re.compile(r"\{[{%#]|[}%#]\}")
_DEEPEST = 200  # elements inside each other; a table in a table in a box has some forty

ELEMENT = N_("Mẫu {mau}, phần {phan}, có thành phần không được phép: {thanh_phan}.")
FIELD = N_("Mẫu {mau}, phần {phan}, có trường không được phép: {truong}.")
FETCHES = N_("Mẫu {mau} lấy nội dung từ nơi khác khi mở ({phan}: {dich}).")
BUILT = N_("Mẫu {mau}, phần {phan}, viết theo cách Word không viết.")
ENCODED = N_("Mẫu {mau}, phần {phan}, có mã hóa không phải UTF-8.")
DOCTYPE = N_("Mẫu {mau}, phần {phan}, có khai báo DOCTYPE.")
DEEP = N_("Mẫu {mau}, phần {phan}, có quá nhiều lớp lồng nhau.")


class Element(NamedTuple):
    """One element as it begins: its namespace, local name, attributes by ``namespace name`` or bare name, and its own text."""

    namespace: str
    name: str
    attributes: dict[str, str]
    text: list[str]


class Fault(NamedTuple):
    """What is wrong with a part: a sentence and its values."""

    message: str
    values: dict[str, str]


class Part(NamedTuple):
    """A part parsed."""

    elements: list[Element]  # in the order they begin
    remarks: bool  # whether there are comments, processing instructions or CDATA sections
    fault: Fault | None  # why it was not read to its end; None when it was


class _StopError(Exception):
    """What the parser met is not for us."""


class _Reader:
    """What expat tells of one part."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.remarks = False
        self._open: list[Element] = []
        parser = expat.ParserCreate("UTF-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = self._begin, self._end, self._text
        parser.XmlDeclHandler, parser.StartDoctypeDeclHandler, parser.StartNamespaceDeclHandler = self._declared, self._doctype, self._named
        parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartCdataSectionHandler = self._remark
        self.parse = parser.Parse

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise _StopError(DEEP)
        namespace, _, local = name.rpartition(" ")
        self.elements.append(Element(namespace, local, attributes, []))
        self._open.append(self.elements[-1])

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, piece: str) -> None:
        if self._open:
            self._open[-1].text.append(piece)

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.lower() not in {"utf-8", "us-ascii", "ascii"}:
            raise _StopError(ENCODED)

    def _doctype(self, *_: object) -> None:
        raise _StopError(DOCTYPE)

    def _named(self, prefix: str | None, uri: str) -> None:
        if (prefix == "w") != (uri == W):
            raise _StopError(BUILT)

    def _remark(self, *_: str) -> None:
        self.remarks = True


def parsed(data: bytes) -> Part:
    """Parse a part, no further than the first thing that no part may have."""
    reader = _Reader()
    fault = Fault(ENCODED, {}) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:64] else None
    try:
        if not fault:
            reader.parse(data, True)
    except _StopError as stop:
        fault = Fault(str(stop), {})
    except expat.ExpatError:
        fault = Fault(BUILT, {})
    return Part(reader.elements, reader.remarks, fault)


def plain(data: bytes) -> bytes:
    """Return a part as it reads without its comments, processing instructions and CDATA marks."""
    return without(data, lambda _: False)


def without(data: bytes, dropped: Callable[[Any], bool]) -> bytes:
    """Return a part that :func:`parsed` found sound as it reads, the children of its root that are *dropped* left out."""
    from lxml import etree

    from notice_gen.ooxml.package import serialised

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    root = etree.fromstring(data, parser)
    for child in [child for child in root if dropped(child)]:
        root.remove(child)
    return serialised(root)


def faults(part: Part, outside: Collection[str] = ()) -> Iterator[Fault]:
    """Yield what a part holds that no page needs and an attacker has.

    Args:
        part: from :func:`parsed`.
        outside: ids of its relationships that lead outside the file; only a link that is clicked may use them.
    """
    if part.fault:
        yield part.fault
    for element in part.elements:
        if element.name in _FORBIDDEN:
            yield Fault(ELEMENT, {"thanh_phan": element.name})
        yield from _attributes(element, outside)
        if element.name == "style" and element.text and _STYLED.search("".join(element.text)):
            yield Fault(FETCHES, {"dich": "style"})
    for code in _codes(part.elements):
        words = code.split()
        if (words and words[0].upper() not in FIELDS and not words[0].startswith("=")) or _TAG.search(code):
            yield Fault(FIELD, {"truong": " ".join(words)[:80]})


def _attributes(element: Element, outside: Collection[str]) -> Iterator[Fault]:
    for name, value in element.attributes.items():
        namespace, _, local = name.rpartition(" ")
        if namespace in R:
            if value in outside and element.name not in _CLICKED:
                yield Fault(FETCHES, {"dich": f"{element.name} {local}"})
        elif local in _FETCHING and not _within(value):
            link = local == "href" and element.name not in _PICTURES and _WEB.fullmatch(value.strip())
            if not link:
                yield Fault(FETCHES, {"dich": value[:120]})
        elif local == "style" and _STYLED.search(value):
            yield Fault(FETCHES, {"dich": value[:120]})


def _within(value: str) -> bool:
    """Tell whether an address is a place of the same part, or nothing, or a picture written out."""
    value = value.strip().lower()
    return not value or value.startswith(("#", "data:image/png;base64,", "data:image/jpeg;base64,"))


def _codes(elements: list[Element]) -> Iterator[str]:
    """Yield the code of every field; Word cuts one over several runs, and nests one in another.

    A tag that stands as text between the pieces of a code counts with it: it could keep a piece out of sight.
    """
    fields: list[_Field] = []  # those open
    for element in elements:
        if element.namespace != W:
            continue
        within = fields[-1].code if fields and not fields[-1].ended else None
        if element.name == "fldSimple":
            yield element.attributes.get(f"{W} instr", "")
        elif element.name in _CODES and within is None:
            yield "".join(element.text)
        elif element.name in _CODES or (element.name == "t" and within is not None and _TAG.search("".join(element.text))):
            fields[-1].code.append("".join(element.text))
        elif element.name == "fldChar":
            yield from _marked(fields, element.attributes.get(f"{W} fldCharType", ""))
    yield from ("".join(one.code) for one in fields)


@dataclass
class _Field:
    """An open field: its code so far, and whether the code has ended and the result begun."""

    code: list[str] = field(default_factory=list)
    ended: bool = False


def _marked(fields: list[_Field], kind: str) -> Iterator[str]:
    """Follow a mark of a field; yield the code of one that it closes."""
    if kind == "begin":
        fields.append(_Field())
    elif kind == "separate" and fields:
        fields[-1].ended = True
    elif kind == "end" and fields:
        yield "".join(fields.pop().code)
