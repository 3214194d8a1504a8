"""Word files from a few words, and words from Word files."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="851"/></w:sectPr>'


def p(*runs: str) -> str:
    """A paragraph; each run is its text, or its properties and its text joined by ``¦``."""
    out = []
    for run in runs:
        properties, _, text = run.rpartition("¦")
        rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        out.append(f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>')
    return f"<w:p>{''.join(out)}</w:p>"


def docx(*body: str, section: str = SECTION, **parts: str) -> bytes:
    """A Word file with that body; *parts* replaces or adds parts by name (``/`` written ``__``)."""
    document = f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}{section}</w:body></w:document>'
    files = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": document}
    files |= {name.replace("__", "/"): text for name, text in parts.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> str:
    """The text of one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def paragraphs(data: bytes, name: str = "word/document.xml") -> list[str]:
    """The text of every paragraph of a part that has any, in order, as it was typed; a line break is a newline."""
    root = ET.fromstring(part(data, name))  # noqa: S314 - our own output
    found = []
    for paragraph in root.iter(f"{{{W}}}p"):
        text = "".join({"t": e.text or "", "br": "\n"}.get(e.tag.split("}")[1], "") for e in paragraph.iter())
        if text.strip():
            found.append(text.replace("\u00a0", " "))
    return found


def runs(data: bytes) -> list[tuple[str, str]]:
    """Every run that has text, with the names of its toggles (``b``, ``i``, ``u``)."""
    found = []
    for run in re.findall(r"<w:r(?: [^>]*)?>.*?</w:r>", part(data), re.DOTALL):
        text = "".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", run, re.DOTALL)).replace("\u00a0", " ")
        if text:
            found.append((text, "".join(t for t in "biu" if f"<w:{t}/>" in run or f"<w:{t} " in run)))
    return found
