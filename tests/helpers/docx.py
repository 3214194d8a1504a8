"""Word files of any making, from a few words: the raw XML that Word, LibreOffice or an old converter would write."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "theme1": "theme", "header": "header", "footer": "footer"}
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="850"/></w:sectPr>'
TNR = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'


def r(text: str, *rpr: str) -> str:
    """A run; *rpr* are properties as ``b``, ``i``, ``sz=26`` or raw XML; tabs and line feeds become what Word writes."""
    said = "".join(one if one.startswith("<") else _property(one) for one in rpr)
    shown = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(piece, f'<w:t xml:space="preserve">{escape(piece)}</w:t>') for piece in _pieces(text)
    )
    return f"<w:r>{f'<w:rPr>{said}</w:rPr>' if said else ''}{shown}</w:r>"


def _property(name: str) -> str:
    key, _, value = name.partition("=")
    return f'<w:{key} w:val="{value}"/>' if value else f"<w:{key}/>"


def _pieces(text: str) -> list[str]:
    found = [""]
    for sign in text:
        if sign in "\t\n":
            found += [sign, ""]
        else:
            found[-1] += sign
    return [one for one in found if one]


def p(*runs: str, jc: str = "", ppr: str = "", b: bool = False, i: bool = False) -> str:
    """A paragraph of runs or plain texts."""
    look = ["b"] * b + ["i"] * i
    inner = "".join(one if one.startswith(("<w:", "<mc:")) else r(one, *look) for one in runs if one)
    said = ppr + (f'<w:jc w:val="{jc}"/>' if jc else "")
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{inner}</w:p>"


def c(text: str, **how: str | bool) -> str:
    """A centred paragraph."""
    return p(text, jc="center", **how)


def table(*rows: list[str], tblpr: str = "", widths: tuple[int, ...] = (3500, 5855)) -> str:
    """A table; each cell is a text, or block XML."""
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    body = "".join("<w:tr>" + "".join(f"<w:tc>{cell if cell.startswith('<w:') else p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def box(*blocks: str) -> str:
    """A run with a DrawingML text box, as Word writes it: with its VML twin."""
    inner = "".join(blocks)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="2160000" cy="720000"/><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def connector(mm: float, *, offset: int = 200000) -> str:
    """A run with a drawn line *mm* long, *offset* EMU below the paragraph's top."""
    wide = int(mm * 36000)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{offset}</wp:posOffset></wp:positionV><wp:extent cx="{wide}" cy="0"/>'
        f'<a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:ext cx="{wide}" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:line from="0,0" to="100pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )


def docx(*blocks: str, section: str = SECTION, defaults: str = TNR, styles: str = "", refs: dict[str, str] | None = None, **parts: str) -> bytes:
    """A whole file.

    Args:
        blocks: the body.
        section: its ``w:sectPr``; a header is referred to by its part's name as ``r:id``.
        defaults: of ``styles.xml``.
        styles: ``w:style`` elements.
        refs: more relationships, id → target.
        parts: inner XML by part: ``numbering``, ``settings``, ``theme1``, ``header1``, ``footer1`` …; a value that begins
            with ``<?xml`` or is no XML is taken as it is.
    """
    files = {
        "word/document.xml": f"<w:document {NS}><w:body>{''.join(blocks)}{section}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NS}>{defaults}{styles}</w:styles>",
    }
    tops = {"numbering": "w:numbering", "settings": "w:settings", "theme": "a:theme", "header": "w:hdr", "footer": "w:ftr"}
    relations = f'<Relationship Id="styles" Type="{_REL}/styles" Target="styles.xml"/>'
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = inner if inner.startswith("<?xml") else f"<{tops[kind]} {NS}>{inner}</{tops[kind]}>"
        relations += f'<Relationship Id="{name}" Type="{_REL}/{kind}" Target="{name}.xml"/>'
    for key, target in (refs or {}).items():
        relations += f'<Relationship Id="{key}" Type="{_REL}/header" Target="{target}"/>'
    top = "http://schemas.openxmlformats.org/package/2006/relationships"
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{top}">{relations}</Relationships>'
    files["_rels/.rels"] = f'<Relationships xmlns="{top}"><Relationship Id="r1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>'
    kinds = "".join(f'<Override PartName="/{name}" ContentType="application/xml"/>' for name in files if name.startswith("word/") and not name.endswith(".rels"))
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    kinds = kinds.replace('document.xml" ContentType="application/xml"', f'document.xml" ContentType="{main}"')
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )
    return packed(files)


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip of *files*, the content types first as Word has it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda one: one != "[Content_Types].xml"):
            archive.writestr(name, files[name])
    return held.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
