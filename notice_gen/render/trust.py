"""A template is mailed from office to office: what a page has no need of, and an attacker has, is refused.

Every notice printed from a template carries its parts along, so what is harmless to us (a remote template, an
embedded program, a field that reads a file) would open in Word on the desks of all who get the notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from notice_gen.errors import N_, Problem
from notice_gen.ooxml.names import Element, W

_FIELDS = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "STYLEREF", "SEQ", "TOC", "HYPERLINK", "DATE", "TIME", "CREATEDATE",
    "SAVEDATE", "TITLE", "SUBJECT", "AUTHOR", "SYMBOL", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "QUOTE", "EQ", "IF",
})  # fmt: skip
"""Field codes (ECMA-376 Part 1, §17.16.5) that reach nothing outside the page."""

_EXTERNAL = re.compile(rb"""TargetMode\s*=\s*["']External["']""")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_PROGRAMS = re.compile(rb"oleObject|activeX|vbaProject|vbaData|/package[\"']|aFChunk|attachedTemplate|subDocument|mailMerge|/control[\"']|customUI|keyMapCustomizations", re.IGNORECASE)
_CARRIED = re.compile(r"(?:^|/)(?:embeddings|activex|vba[a-z]*|customui)(?:/|\.|$)|\.(?:bin|ole|exe|dll|js|vbs|bat|cmd|ps1|lnk|hta|docm|dotm|xlsm)$", re.IGNORECASE)
_ELEMENTS = ("altChunk", "object", "subDoc", "control", "attachedTemplate", "mailMerge", "movie", "frameset")
_LARGEST_SOURCE = 4 << 20  # bytes of one part with tags; the longest of ours has a fiftieth
_MOST_TAGS = 2000


def faults(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what makes a template unsafe to print from.

    Args:
        parts: by name; every .xml among them well-formed and without a document type.
    """
    for name in parts:
        if _CARRIED.search(name):
            yield _fault(N_("Mẫu {mau} mang theo chương trình hoặc tệp nhúng ({phan})."), name)
    for name, data in parts.items():
        if name.endswith(".rels"):
            yield from _relations(name, data)
        elif name.endswith(".xml") and name.startswith("word/"):
            yield from _elements(name, data)
            yield from _fields(name, data)
            if data.count(b"{{") + data.count(b"{%") > _MOST_TAGS or (b"{%" in data and len(data) > _LARGEST_SOURCE):
                yield _fault(N_("Mẫu {mau}, phần {phan}, có quá nhiều thẻ."), name)


def _relations(name: str, data: bytes) -> Iterator[Problem]:
    for found in _RELATION.finditer(data):
        if _EXTERNAL.search(found[0]) and b"/hyperlink" not in found[0]:
            yield _fault(N_("Mẫu {mau} lấy nội dung từ nơi khác khi mở ({phan}: {dich})."), name, dich=_target(found[0]))
        elif _PROGRAMS.search(found[0]):
            yield _fault(N_("Mẫu {mau} mang theo chương trình hoặc tệp nhúng ({phan})."), name)


def _target(relation: bytes) -> str:
    found = re.search(rb"""Target\s*=\s*["']([^"']*)""", relation)
    return found[1].decode("utf-8", "replace")[:120] if found else ""


def _elements(name: str, data: bytes) -> Iterator[Problem]:
    for element in _ELEMENTS:
        if re.search(rb"<(?:\w+:)?" + element.encode() + rb"[\s/>]", data):
            yield _fault(N_("Mẫu {mau}, phần {phan}, có thành phần không được phép: {thanh_phan}."), name, thanh_phan=element)


def _fields(name: str, data: bytes) -> Iterator[Problem]:
    """Yield the fields that read files, run programs or ask other machines (``INCLUDETEXT``, ``DDEAUTO``, …)."""
    if b"instr" not in data:
        return
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for code in _codes(root):
        words = code.split()
        if words and words[0].upper() not in _FIELDS and not words[0].startswith("="):
            yield _fault(N_("Mẫu {mau}, phần {phan}, có trường không được phép: {truong}."), name, truong=" ".join(words)[:80])


def _codes(root: Element) -> Iterator[str]:
    """Yield the code of every field; Word cuts one over several runs, and nests one in another."""
    open_: list[list[str]] = [[]]
    for element in root.iter(f"{W}fldSimple", f"{W}instrText", f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}fldSimple":
            yield element.get(f"{W}instr", "")
        elif element.tag == f"{W}instrText":
            open_[-1].append(element.text or "")
        elif kind == "begin":
            open_.append([])
        elif kind == "end" and len(open_) > 1:
            yield "".join(open_.pop())
    yield from map("".join, open_)


def _fault(message: str, part: str, **values: str) -> Problem:
    hint = N_("Không dùng mẫu này nếu không rõ nguồn gốc. Mẫu của cơ quan: mở bằng Word, xóa phần đó, hoặc làm lại từ mẫu gốc: notice-gen templates export.")
    return Problem(message, hint, {"phan": part, **values})
