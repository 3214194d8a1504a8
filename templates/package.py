"""The package around a form's document: its fixed parts, and the zip, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from styles import HEAD, MAIN, styles_xml
from wml import REL, p

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"


def package(title: str, document: str, first_footer: str = "") -> dict[str, str]:
    """Return the parts of a Word file by name.

    Args:
        title: its title property.
        document: ``word/document.xml``; its sections refer to the headers rId3 (later pages) and rId4 (the first), and
            where there is one to the first page's footer, rId5, and an empty one for what is attached, rId6.
        first_footer: what stands at the foot of the first page.
    """
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    around = {"header1": f'<w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>{number}</w:p>', "header2": p("SoTrang")}
    if first_footer:
        around |= {"footer1": first_footer, "footer2": p("KetPhan")}
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", **{name: name[:-1] for name in around}}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>' for name, kind in kinds.items())
    links = {name: kind for name, kind in kinds.items() if name != "document"}
    numbered = enumerate(links.items(), 1)
    rels = "".join(f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{name}.xml"/>' for n, (name, kind) in numbered)
    tops = {"header": "hdr", "footer": "ftr"}
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PKG}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PKG}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PKG}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{_PKG}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_PKG}/relationships">{rels}</Relationships>',
        "word/document.xml": document,
        **{f"word/{name}.xml": f"{HEAD}<w:{tops[name[:-1]]} {MAIN}>{text}</w:{tops[name[:-1]]}>" for name, text in around.items()},
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_xml(),
    }


def _settings() -> str:
    word = "http://schemas.microsoft.com/office/word"
    switches = {"compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1, "differentiateMultirowTableHeaders": 1}
    compat = "".join(f'<w:compatSetting w:name="{name}" w:uri="{word}" w:val="{value}"/>' for name, value in switches.items())
    return (
        f'{HEAD}<w:settings {MAIN}><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compat}</w:compat>"
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def zipped(parts: dict[str, str]) -> bytes:
    """Return *parts* as a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, text)
    return out.getvalue()


def differing(parts: dict[str, str], docx: bytes) -> list[str]:
    """Return the parts of *docx* that are not as in *parts* (another zlib may pack them otherwise)."""
    fresh = {name: text.encode() for name, text in parts.items()}
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        there = {name: archive.read(name) for name in archive.namelist()}
    return sorted(name for name in fresh.keys() | there.keys() if fresh.get(name) != there.get(name))
