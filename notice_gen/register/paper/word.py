"""The register as a Word file to print and bind: the cover and the table of Phụ lục IV, mục I, one volume after the other."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from notice_gen import vietnamese
from notice_gen.register.journal import Head
from notice_gen.register.paper.form import COT, Quyen, row
from notice_gen.register.paper.sheet import printable

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can name
_TEN_SO = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"
_PAGE = (16838, 11906)  # twips: A4 on its side, ten columns need the width
_MARGINS = 'w:top="1134" w:right="851" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"'
_WIDTHS = (1520, 1190, 3620, 1480, 1760, 1340, 760, 1000, 700, 1199)  # twips, together the line
_STYLES = dict.fromkeys((0, 1, 6, 7), "OGiua")
"""Of the columns with short texts; the others are set left."""

_COVER, _PAGES = "rId4", "rId3"
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
_PARAGRAPHS = (
    ("ChuQuan", "Tên cơ quan chủ quản", 0, 14, "c"), ("CoQuan", "Tên cơ quan", 0, 14, "bc"), ("TenSo", "Tên sổ", 90, 20, "bc"),
    ("LoaiVanBan", "Loại văn bản", 6, 14, "bc"), ("Nam", "Năm", 48, 14, "ic"), ("TuDen", "Từ … đến …", 12, 14, "ic"),
    ("QuyenSo", "Quyển số", 96, 14, "bc"), ("TenCot", "Tên cột", 0, 11, "bck"), ("SoCot", "Số cột", 0, 11, "ck"), ("O", "Ô", 0, 11, ""),
    ("OGiua", "Ô giữa", 0, 11, "c"), ("Cuoi", "Cuối sổ", 0, 1, ""), ("SoTrang", "Số trang", 0, 13, "c"),
)



def docx(volumes: Sequence[Quyen], chu_quan: Mapping[str, Sequence[str]], heads: Sequence[Head] = ()) -> bytes:
    """Return the volumes as one Word file, the same bytes for the same lines.

    Args:
        volumes: each begins with its cover.
        chu_quan: the parent agency's name by the agency's, printed above it where there is one.
        heads: of the journals, printed below the table.
    """
    ends = {(head.co_quan, head.nam): _p("O", f"Mã nhật ký năm {head.nam}: {head}") for head in heads}
    body = "".join(
        _cover(volume, chu_quan.get(volume.co_quan, ()))
        + _table(volume, ends.get((volume.entries[0].day_so.co_quan, volume.nam), ""), last=volume is volumes[-1])
        for volume in volumes
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in _package(body, title=_TEN_SO.capitalize()).items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, text.encode())
    return out.getvalue()


def _p(style: str, text: str, *, section: str = "") -> str:
    """Return a paragraph; one that ends a section says what the section was like."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr>{_runs(text)}</w:p>'


def _runs(text: str) -> str:
    lines = printable(text).split("\n")
    return "<w:r>" + "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines) + "</w:r>" if text else ""


def _cover(volume: Quyen, chu_quan: Sequence[str]) -> str:
    so = [vietnamese.so_van_ban(entry.so) for entry in (volume.entries[0], volume.entries[-1])]
    ngay = [vietnamese.ngay(day) for day in volume.ngay] if volume.ngay else ["……", "……"]
    return "".join(
        [
            *(_p("ChuQuan", line.upper()) for line in chu_quan),
            _p("CoQuan", volume.co_quan.upper()),
            _p("TenSo", _TEN_SO),
            _p("LoaiVanBan", f"({volume.loai})") if volume.loai else "",
            _p("Nam", f"Năm: {volume.nam}"),
            _p("TuDen", f"Từ ngày {ngay[0]} đến ngày {ngay[1]}"),
            _p("TuDen", f"Từ số {so[0]} đến số {so[1]}"),
            _p("QuyenSo", "Quyển số: ....", section=_section(_COVER)),
        ]
    )


def _section(header: str) -> str:
    """Return the properties of a section: a cover, framed, or pages of the table, numbered from 1."""
    frame = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="24" w:color="auto"/>' for side in ("top", "left", "bottom", "right"))
    own = f'<w:pgBorders w:offsetFrom="page">{frame}</w:pgBorders>' if header == _COVER else '<w:pgNumType w:start="1"/>'
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{_PAGE[0]}" w:h="{_PAGE[1]}" w:orient="landscape"/><w:pgMar {_MARGINS}/>{own}</w:sectPr>'
    )


def _table(volume: Quyen, below: str, *, last: bool) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    numbers = [f"({number})" for number in range(1, len(COT) + 1)]
    rows = _row(COT, head="TenCot") + _row(numbers, head="SoCot") + "".join(_row(row(entry)) for entry in volume.entries)
    section = _section(_PAGES)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="KeO"/><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{below}" + (_p("Cuoi", "") + section if last else _p("Cuoi", "", section=section))
    )


def _row(cells: Sequence[str], *, head: str = "") -> str:
    middle = '<w:vAlign w:val="center"/>' if head else ""
    out = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>{_p(head or _STYLES.get(index, "O"), text)}</w:tc>'
        for index, (text, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{out}</w:tr>"


# --- what surrounds the tables: package, styles, page numbers ---------------------------------------------


def _package(body: str, *, title: str) -> dict[str, str]:
    """Return the parts of the Word file by name.

    Args:
        body: what stands in ``w:body``.
        title: document property.
    """
    overrides = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header", "header2": "header"}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>' for name, kind in overrides.items())
    links = (("rId1", "styles", "styles"), ("rId2", "settings", "settings"), (_PAGES, "header", "header1"), (_COVER, "header", "header2"))
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
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>{"".join(_style(*style) for style in _PARAGRAPHS)}'
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
