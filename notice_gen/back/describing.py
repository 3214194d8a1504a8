"""The metadata of a finished Word file: what its page says, and what only its properties know."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from notice_gen import blanks, metadata
from notice_gen.back import findings, lines, signing
from notice_gen.back.casing import Casing
from notice_gen.back.findings import Draft
from notice_gen.check import head
from notice_gen.check.view import DocumentView
from notice_gen.metadata import Recipient, Value
from notice_gen.records import record

CUSTOM = "docProps/custom.xml"
_WRITTEN = {"Number": "[0-9]{1,4}", "Date": "[0-9]{4}-[0-9]{2}-[0-9]{2}"}
_LARGEST = 1 << 20  # bytes of properties
_BESIDE = ("FileCode.OrganId", "FileCode.FileCatalog", "FileCode.FileNotation", "DocOrdinal", "Language", "Description", "DueDate")
"""Fields that no page shows."""


@record
class _Code:
    ten: str
    ma: str


def values(view: DocumentView, docx: bytes, *, pages: int | None = None) -> list[Value]:
    """Return what a Word file says for the fields of metadata; what a page does not show comes from the properties that we wrote.

    Args: *view*: the paper as it is read; *docx*: its bytes; *pages*: how many it has, None where nobody counted them.
    """
    draft, casing, own = Draft(), Casing(view), properties(docx)
    findings.letterhead(draft, view, casing, cong_van=view.loai == "CV")
    found = [*_head(draft, view), *_signers(draft, view, casing)]
    noi_nhan = findings.recipients(draft, view)
    if "so_ban" in noi_nhan:
        found.append(Value("IssuedAmount", noi_nhan["so_ban"]))
    if pages is not None:
        found.append(Value(metadata.PAGES, pages))
    found += _beside(own)
    named = (*findings.addressees(view), *noi_nhan.get("gui", ()))
    return found + metadata.addressed([Recipient(metadata.bare(name)) for name in named], list(_codes(own)))


def _head(draft: Draft, view: DocumentView) -> Iterator[Value]:
    van_ban, co_quan = draft.tree["van_ban"], draft.tree["co_quan"]
    if ten_loai := _type(view):
        yield Value("TypeName", ten_loai)
    number = head.number(view)
    so = re.sub(r"[.…_\s]", "", lines.plain(number.so.text)) if number else ""
    if so:
        yield Value("CodeNumber", so)
    ky_hieu = re.sub(r"\s+", "", lines.plain(number.ky_hieu.text)) if number and number.ky_hieu else ""
    if ky_hieu:
        yield Value("CodeNotation", ky_hieu)
    if "ngay" in van_ban:
        yield Value("IssuedDate", van_ban["ngay"].isoformat())
    ten = co_quan["ten"]
    if ten != blanks.AGENCY:
        yield Value("OrganName", ten if isinstance(ten, str) else " ".join(ten))
    if about := findings.subject(view):
        yield Value("Subject", about)
    yield Value("Priority", metadata.priority(van_ban.get("khan")))


def _type(view: DocumentView) -> str:
    """Return the name of the paper's type; what stands as its title where the decree has none of that name."""
    if view.loai == "CV":
        return next((one.ten for one in view.law.loai_khong_ma if one.mau == "1.5"), "")
    if view.loai in view.law.loai:
        return view.law.loai[view.loai].ten
    spans = view.components["ten_loai"].spans if "ten_loai" in view.components else ()
    return " ".join(lines.plain(span.text) for span in spans).capitalize()


def _signers(draft: Draft, view: DocumentView, casing: Casing) -> Iterator[Value]:
    for at, one in enumerate(signing.signers(view)):
        said = signing.signature(draft, one, ("ky",), casing)
        if said["chuc_vu"] != blanks.POST:
            yield Value("SignerInfo.Position", said["chuc_vu"], at=at)
        if said["ho_ten"] != blanks.NAME:
            yield Value("SignerInfo.FullName", said["ho_ten"], at=at)


def _beside(own: Mapping[str, str]) -> Iterator[Value]:
    fields = metadata.truong()
    for ma in _BESIDE:
        said = own.get(ma, "")
        kind = fields[ma].kieu
        if said and (kind == "String" or re.fullmatch(_WRITTEN[kind], said)):  # a stranger's file may say anything
            yield Value(ma, int(said) if kind == "Number" else said)
    if "Language" not in own:
        yield Value("Language", metadata.language())


def _codes(own: Mapping[str, str]) -> Iterator[_Code]:
    for key, ma in own.items():
        if found := re.fullmatch(r"To\.(\d+)\.OrganId", key):
            yield _Code(own.get(f"To.{found[1]}.OrganName", ""), ma)


def properties(docx: bytes) -> dict[str, str]:
    """Return the properties of a Word file that bear names of fields; none of a file that cannot be read."""
    try:
        with ZipFile(io.BytesIO(docx)) as archive:
            info = archive.getinfo(CUSTOM)
            data = archive.read(info) if info.file_size <= _LARGEST else b""
        if b"<!DOCTYPE" in data:
            return {}
        root: Any = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (BadZipFile, KeyError, etree.XMLSyntaxError, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        return {}
    known = metadata.truong()
    found = {str(one.get("name")): "".join(one.itertext()).strip() for one in root}
    return {name: said for name, said in found.items() if re.sub(r"\.\d+\.", ".", name) in known and said}
