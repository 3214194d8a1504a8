"""Metadata of a paper in its PDF: entries of the information dictionary (ISO 32000-1, §14.3.3), added as an incremental update (§7.5.6)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_BEFORE = re.compile(rb"/(?:Prev|XRefStm) \d+")  # of Word: which tables came before, which our own does not take over
_INFO = re.compile(rb"/Info (\d+) 0 R")


def with_info(pdf: bytes, said: Mapping[str, str]) -> bytes:
    """Return a PDF as LibreOffice or Word writes it with more entries in its information dictionary; one of another build stays as it is.

    The bytes that are there stay, and so do entries that have a name already: the dictionary is written again behind them.
    """
    found = _TRAILER.search(pdf, max(len(pdf) - 4096, 0))
    info = _INFO.search(found[1]) if found else None
    at = pdf.rfind(b"\n%s 0 obj" % info[1]) if info else -1
    end = pdf.find(b"endobj", at) if at >= 0 else -1
    if not said or found is None or info is None or end < 0 or b"/Encrypt" in found[1]:
        return pdf
    whole = pdf[at + 1 : end]
    close = whole.rfind(b">>")
    there = set(re.findall(rb"/([\w.]+)", whole))  # Title, Subject, Author: LibreOffice has them of the Word file
    entries = b"".join(b"/%s%s\n" % (_name(name), _text(value)) for name, value in said.items() if _name(name) not in there)
    start = len(pdf) + (not pdf.endswith(b"\n"))
    update = whole[:close] + b"\n" + entries + b">>\nendobj\n"
    table = b"xref\n%s 1\n%010d 00000 n \ntrailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        info[1], start, _BEFORE.sub(b"", found[1]).strip() + b"\n", found[2], start + len(update),
    )  # fmt: skip
    return pdf + (b"" if pdf.endswith(b"\n") else b"\n") + update + table


def _name(name: str) -> bytes:
    return re.sub(r"[^\w.-]", lambda sign: f"#{ord(sign[0]):02X}", name, flags=re.ASCII).encode("ascii", "replace")


def _text(value: str) -> bytes:
    return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode() + b">"
