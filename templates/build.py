"""Build ``thong-bao/template.docx`` from the decree's data: the same bytes each time.

    python templates/build.py            write it
    python templates/build.py --check    fail when the committed file is not what would be written

docs/dev/templates.md is the manual of the tags; docs/dev/analysis/thong-bao.md says why the page is so.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from styles import HEAD, LAW, MAIN, styles_xml, twips  # noqa: E402 - a script: its folder comes first

OUT = Path(__file__).parent / "thong-bao" / "template.docx"

_RANGES = LAW.ranges
_PAGE = tuple(map(twips, LAW.kho_giay))
_MARGINS = {key: twips(float(_RANGES[f"le_{name}"].default)) for key, name in
            (("top", "tren"), ("right", "phai"), ("bottom", "duoi"), ("left", "trai"))}  # fmt: skip
_TEXT = _PAGE[0] - _MARGINS["left"] - _MARGINS["right"]
_WIDE_TEXT = _PAGE[1] - _MARGINS["left"] - _MARGINS["right"]
# The Quốc hiệu needs 95,7 mm and the longest place names with their date 103 mm at 13 pt.
_RIGHT = twips(103.5)
_LEFT = _TEXT - _RIGHT
_SIGNER = twips(90)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PKG = "http://schemas.openxmlformats.org/package/2006"


# --- paragraphs and tables ----------------------------------------------------------------------------


def _p(style: str, text: str = "", more: str = "", run: str = "") -> str:
    run = f'<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{run}</w:p>'


def _tag(text: str) -> str:
    return _p("The", f"{{%p {text} %}}")


def _if(condition: str, *content: str) -> str:
    return _tag(f"if {condition}") + "".join(content) + _tag("endif")


def _for(loop: str, *content: str) -> str:
    return _tag(f"for {loop}") + "".join(content) + _tag("endfor")


def _rule(length: str, area: int) -> str:
    """Return an empty paragraph drawn as a rule; the sample is 40 % of *area*."""
    side = round(area * 0.3)
    return _p("DuongKe", f"{{#ind {length}#}}", f'<w:ind w:left="{side}" w:right="{side}"/>')


def _cell(width: int, content: str, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'


def _row(*cells: str, header: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def _table(widths: tuple[int, ...], *rows: str, style: str = "TableNormal", total: str = "", look: str = "0000") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    total = total or f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{total}<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


# --- the page, from top to bottom ---------------------------------------------------------------------


def _letterhead() -> str:
    issuer = _for("dong in co_quan.chu_quan", _p("ChuQuan", "{{ dong }}")) + _for("dong in co_quan.ten", _p("CoQuan", "{{ dong }}"))
    nation = _p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + _p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
    level = '<w:vAlign w:val="bottom"/>'
    urgent = _p("DauKhan", "{{ van_ban.khan }}{#ind van_ban.khan_rong#}", f'<w:ind w:left="{_LEFT // 8}" w:right="{_LEFT // 8}"/>')
    return _table(
        (_LEFT, _RIGHT),
        _row(_cell(_LEFT, issuer + _rule("co_quan.duong_ke", _LEFT)), _cell(_RIGHT, nation + _rule("tieu_ngu.duong_ke", _RIGHT))),
        _row(
            _cell(_LEFT, _p("SoKyHieu", "Số: {{ van_ban.so_ky_hieu }}"), level),
            _cell(_RIGHT, _p("DiaDanh", "{{ van_ban.dia_danh }}, {{ van_ban.thoi_gian }}"), level),
        ),
        _tr("if van_ban.khan"),
        _row(_cell(_LEFT, urgent), _cell(_RIGHT, _p("KetPhan"))),
        _tr("endif"),
    )


def _tr(tag: str) -> str:
    return _row(_cell(_LEFT, _p("The", f"{{%tr {tag} %}}")), _cell(_RIGHT, _p("The")))


def _title() -> str:
    return _p("TenLoai", "{{ van_ban.ten_loai }}") + _p("TrichYeu", "{{ van_ban.trich_yeu }}") + _rule("van_ban.duong_ke", _TEXT) + _p("KetPhan", more='<w:spacing w:after="120"/>')


def _annex_heading() -> str:
    def rule(area: int) -> str:
        side = area // 3
        return _p("DuongKe", more=f'<w:ind w:left="{side}" w:right="{side}"/>')

    return (
        _p("PhuLuc", "{{ tl.ten }}")
        + _if("tl.tieu_de", _p("TenPhuLuc", "{{ tl.tieu_de }}"))
        + _p("KemTheo", "{{ tl.kem_theo }}")
        + _if("tl.ngang", rule(_WIDE_TEXT), _tag("else"), rule(_TEXT))
    )


_KINDS = {
    "doan": "Doan", "gach": "Gach", "cong": "Cong", "muc": "Muc", "dieu": "Dieu", "khoan": "Khoan", "diem": "Diem", "can_cu": "CanCu",
    "tham_quyen": "ThamQuyen", "kinh_gui": "KinhGui", "kinh_gui_noi": "KinhGuiNoi", "ten_bang": "TenBang", "don_vi_tinh": "DonViTinh",
}  # fmt: skip


def _blocks() -> str:
    samples = [(kind, _p(style, "{{ k.chu }}{#keepNext k.cuoi#}")) for kind, style in _KINDS.items()]
    samples.append(("bang", _figures()))
    branches = "".join(_tag(f'{"elif" if i else "if"} k.kieu == "{kind}"') + sample for i, (kind, sample) in enumerate(samples))
    return _for("k in tl.noi_dung", branches, _tag("endif"))


def _figures() -> str:
    narrow, wide = twips(30), _TEXT - 2 * twips(30)

    def each(loop: str, content: str, *, header: bool = False) -> str:
        first = _cell(narrow, _p("The", f"{{%tc for {loop} %}}"))
        return _row(first, _cell(wide, content), _cell(narrow, _p("The", "{%tc endfor %}")), header=header)

    def rows(tag: str) -> str:
        return _row(_cell(narrow, _p("The", f"{{%tr {tag} %}}")), _cell(wide, _p("The")), _cell(narrow, _p("The")))

    def either(bold: str = "") -> str:
        # One directive serves the whole cell.
        return _if("o.la_so", _p("OSo", "{{ o.chu }}{#tcW o.rong#}", run=bold), _tag("else"), _p("OChu", "{{ o.chu }}", run=bold))

    return _p("KetPhan", more='<w:keepNext/><w:spacing w:before="80"/>') + _table(
        (narrow, wide, narrow),
        each("cot in k.cot", _p("DauBang", "{{ cot.ten }}{#tcW cot.rong#}"), header=True),
        rows("for h in k.hang"),
        each("o in h", either()),
        rows("endfor"),
        rows("if k.tong"),
        each("o in k.tong", either("<w:rPr><w:b/></w:rPr>")),
        rows("endif"),
        style="BangSoLieu",
        total='<w:tblW w:w="0" w:type="auto"/>',
        look="0020",
    ) + _p("KetPhan")


def _signature() -> str:
    recipients = _p("NoiNhan", "Nơi nhận:") + _for("noi in noi_nhan", _p("NoiNhanMuc", "{{ noi }}"))
    signer = _for("dong in ky.quyen_han", _p("QuyenHan", "{{ dong }}")) + _p("QuyenHan", "{{ ky.chuc_vu }}") + _p("HoTen", "{{ ky.ho_ten }}")
    left = _TEXT - _SIGNER
    return _p("KetPhan", more='<w:keepNext/><w:spacing w:before="240"/>') + _table((left, _SIGNER), _row(_cell(left, recipients), _cell(_SIGNER, signer)))


def _section(*, wide: bool = False) -> str:
    width, height = _PAGE[::-1] if wide else _PAGE
    orient = ' w:orient="landscape"' if wide else ""
    margins = " ".join(f'w:{key}="{value}"' for key, value in _MARGINS.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar {margins} w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _document() -> str:
    one = (
        _if("loop.first", _letterhead(), _title(), _tag("else"), _annex_heading())
        + _blocks()
        + _if("loop.first", _signature())
        + _p("KetPhan")
        + _if("co_phu_luc", _if("not tl.ngang", _p("KetPhan", more=_section()), _tag("else"), _p("KetPhan", more=_section(wide=True))))
    )
    body = _for("tl in tai_lieu", one)
    return f'{HEAD}<w:document {MAIN} xmlns:r="{_REL}"><w:body>{body}{_section()}</w:body></w:document>'


# --- the package --------------------------------------------------------------------------------------


def _parts() -> dict[str, str]:
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    overrides = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header", "header2": "header"}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>' for name, kind in overrides.items())
    links = (("rId1", "styles", "styles"), ("rId2", "settings", "settings"), ("rId3", "header", "header1"), ("rId4", "header", "header2"))
    rels = "".join(f'<Relationship Id="{rid}" Type="{_REL}/{kind}" Target="{name}.xml"/>' for rid, kind, name in links)
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PKG}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PKG}/relationships"><Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PKG}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{_PKG}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Mẫu Thông báo</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_PKG}/relationships">{rels}</Relationships>',
        "word/document.xml": _document(),
        "word/header1.xml": f'{HEAD}<w:hdr {MAIN}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>{number}</w:p></w:hdr>',
        "word/header2.xml": f"{HEAD}<w:hdr {MAIN}>{_p('SoTrang')}</w:hdr>",
        "word/settings.xml": f'{HEAD}<w:settings {MAIN}><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        + "".join(f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
                  for name in ("overrideTableStyleFontSizeAndJustification", "differentiateMultirowTableHeaders")) + "</w:compat>"
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>',
        "word/styles.xml": styles_xml(),
    }


def build() -> bytes:
    """Return the template's bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in _parts().items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, text)
    return out.getvalue()


def differing(docx: bytes) -> list[str]:
    """Return the parts of *docx* that a fresh build would write otherwise (another zlib may pack them otherwise)."""
    fresh = {name: text.encode() for name, text in _parts().items()}
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        there = {name: archive.read(name) for name in archive.namelist()}
    return sorted(name for name in fresh.keys() | there.keys() if fresh.get(name) != there.get(name))


def main(arguments: list[str]) -> int:
    """Build, or check with ``--check``; return the exit code."""
    if arguments == ["--check"]:
        wrong = differing(OUT.read_bytes())
        if wrong:
            print(f"{OUT.name} is not what build.py writes: {', '.join(wrong)}; run python templates/build.py", file=sys.stderr)
        return 1 if wrong else 0
    OUT.write_bytes(build())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
