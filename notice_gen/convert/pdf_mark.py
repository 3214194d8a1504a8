"""Our mark in a PDF: whether it is as we made it, and of which Word file.

LibreOffice's PDF differs from run to run, so bytes alone tell nothing.  The mark is a comment before ``startxref`` (ISO 32000-1, §7.2.3):
a digest of all other bytes, one of the Word file's, one of where that lies, whether PDF/A was asked for, and, where places for
signatures are on it, how many mm its seal has.  Who signs or edits the PDF
adds to it or writes it again: then the first digest fails, and the file is nobody's to replace.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from notice_gen.records import record

_END = b"startxref"
_MARK = rb"%notice-gen ([0-9a-f]{64}) ([0-9a-f]{64}) ([0-9a-f]{16}) ([01])(?: ([0-9]{1,3}))?\n"


@record
class Mark:
    """What a PDF says of itself."""

    docx: str  # the digest of the Word file that it was made of, hexadecimal
    place: str  # of where that file lay
    is_archive: bool  # made as PDF/A
    is_untouched: bool  # not a byte has changed since
    seal: int | None = None  # places for signatures are on it, all that the paper asks for, and its seal has so many mm


def place_of(docx: Path) -> str:
    """Return sixteen digits for where a Word file lies; they do not tell it."""
    return hashlib.sha256(str(docx.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def marked(pdf: bytes, docx: str, place: str, *, is_archive: bool, seal: int | None = None) -> bytes:
    """Return *pdf*, as LibreOffice wrote it, with our mark."""
    at = pdf.rfind(_END)
    if at < 0:
        return pdf
    places = "" if seal is None else f" {seal}"
    line = f"%notice-gen {hashlib.sha256(pdf).hexdigest()} {docx} {place} {int(is_archive)}{places}\n"
    return pdf[:at] + line.encode() + pdf[at:]


def read_mark(pdf: bytes) -> Mark | None:
    """Return the mark of a PDF; None of one that is not ours."""
    marks = list(re.finditer(_MARK, pdf))
    if not marks:
        return None
    found = marks[-1]
    bare = hashlib.sha256(pdf[: found.start()])
    bare.update(pdf[found.end() :])
    digest, docx, place, archive, seal = (group.decode() for group in found.groups(b""))
    return Mark(docx, place, archive == "1", bare.hexdigest() == digest, int(seal) if seal else None)
