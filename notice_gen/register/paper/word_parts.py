"""What surrounds the register's tables in the Word file: package, styles, page numbers."""

from __future__ import annotations

from xml.sax.saxutils import escape

COVER, PAGES = "rId4", "rId3"
"""The headers: empty on a cover, the page's number elsewhere."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_DC = "http://purl.org/dc/elements/1.1/"
_WORD = "http://schemas.microsoft.com/office/word"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# id, name, before in pt, size in pt, how: b(old), i(talic), c(entred), k(eep with next)
_STYLES = (
    ("ChuQuan", "Tên cơ quan chủ quản", 0, 14, "c"),
    ("CoQuan", "Tên cơ quan", 0, 14, "bc"),
    ("TenSo", "Tên sổ", 90, 20, "bc"),
    ("LoaiVanBan", "Loại văn bản", 6, 14, "bc"),
    ("Nam", "Năm", 48, 14, "ic"),
    ("TuDen", "Từ … đến …", 12, 14, "ic"),
    ("QuyenSo", "Quyển số", 96, 14, "bc"),
    ("TenCot", "Tên cột", 0, 11, "bck"),
    ("SoCot", "Số cột", 0, 11, "ck"),
    ("O", "Ô", 0, 11, ""),
    ("OGiua", "Ô giữa", 0, 11, "c"),
    ("Cuoi", "Cuối sổ", 0, 1, ""),
    ("SoTrang", "Số trang", 0, 13, "c"),
)


def parts(body: str, *, title: str) -> dict[str, str]:
    """Return the parts of the Word file by name.

    Args:
        body: what stands in ``w:body``.
        title: document property.
    """
    overrides = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header", "header2": "header"}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>' for name, kind in overrides.items())
    links = (("rId1", "styles", "styles"), ("rId2", "settings", "settings"), (PAGES, "header", "header1"), (COVER, "header", "header2"))
    relations = "".join(f'<Relationship Id="{rid}" Type="{_R}/{kind}" Target="{name}.xml"/>' for rid, kind, name in links)
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{types}<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="{_DC}">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>",
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f'{_HEAD}<w:document {_W} xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
        "word/header1.xml": f'{_HEAD}<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>{number}</w:p></w:hdr>',
        "word/header2.xml": f'{_HEAD}<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr></w:p></w:hdr>',
        "word/settings.xml": f'{_HEAD}<w:settings {_W}><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{_WORD}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/></w:settings>',
        "word/styles.xml": _styles(),
    }


def _styles() -> str:
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in zip(sides, (28, 57, 28, 57), strict=False))
    return (
        f'{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>{"".join(_style(*style) for style in _STYLES)}'
        '<w:style w:type="table" w:customStyle="1" w:styleId="KeO"><w:name w:val="Kẻ ô"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style></w:styles>"
    )


def _style(id_: str, name: str, before: int, size: int, how: str) -> str:
    keep = "<w:keepNext/>" if "k" in how else ""
    centred = '<w:jc w:val="center"/>' if "c" in how else ""
    marks = ("<w:b/>" if "b" in how else "") + ("<w:i/>" if "i" in how else "")
    sizes = f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr>{keep}<w:spacing w:before="{before * 20}"/>{centred}</w:pPr><w:rPr>{marks}{sizes}</w:rPr></w:style>'
    )
