"""The register as a Word file to print and bind: the cover and the table of Phụ lục IV, mục I, one volume after the other."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from notice_gen import vietnamese
from notice_gen.register.paper.form import COT, Quyen, row
from notice_gen.register.paper.sheet import printable
from notice_gen.register.paper.word_parts import COVER, PAGES, parts

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can name
_TEN_SO = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"
_PAGE = (16838, 11906)  # twips: A4 on its side, ten columns need the width
_MARGINS = 'w:top="1134" w:right="851" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"'
_WIDTHS = (1520, 1190, 3620, 1480, 1760, 1340, 760, 1000, 700, 1199)  # twips, together the line
_STYLES = dict.fromkeys((0, 1, 6, 7), "OGiua")
"""Of the columns with short texts; the others are set left."""


def docx(volumes: Sequence[Quyen], chu_quan: Mapping[str, Sequence[str]]) -> bytes:
    """Return the volumes as one Word file, the same bytes for the same lines.

    Args:
        volumes: each begins with its cover.
        chu_quan: the parent agency's name by the agency's, printed above it where there is one.
    """
    body = "".join(_cover(volume, chu_quan.get(volume.co_quan, ())) + _table(volume, last=volume is volumes[-1]) for volume in volumes)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts(body, title=_TEN_SO.capitalize()).items():
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
            _p("QuyenSo", "Quyển số: ....", section=_section(COVER)),
        ]
    )


def _section(header: str) -> str:
    """Return the properties of a section: a cover, framed, or pages of the table, numbered from 1."""
    frame = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="24" w:color="auto"/>' for side in ("top", "left", "bottom", "right"))
    own = f'<w:pgBorders w:offsetFrom="page">{frame}</w:pgBorders>' if header == COVER else '<w:pgNumType w:start="1"/>'
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{_PAGE[0]}" w:h="{_PAGE[1]}" w:orient="landscape"/><w:pgMar {_MARGINS}/>{own}</w:sectPr>'
    )


def _table(volume: Quyen, *, last: bool) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    numbers = [f"({number})" for number in range(1, len(COT) + 1)]
    rows = _row(COT, head="TenCot") + _row(numbers, head="SoCot") + "".join(_row(row(entry)) for entry in volume.entries)
    section = _section(PAGES)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="KeO"/><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>" + (_p("Cuoi", "") + section if last else _p("Cuoi", "", section=section))
    )


def _row(cells: Sequence[str], *, head: str = "") -> str:
    middle = '<w:vAlign w:val="center"/>' if head else ""
    out = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>{_p(head or _STYLES.get(index, "O"), text)}</w:tc>'
        for index, (text, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{out}</w:tr>"
