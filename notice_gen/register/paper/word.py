"""The register as a Word file to print and bind: the cover and the table of Phụ lục IV, mục I, one volume after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from notice_gen import vietnamese
from notice_gen.register.journal import Head
from notice_gen.register.paper.form import COT, SO_DI, Quyen, row
from notice_gen.register.paper.sheet import printable, zipped

_WIDTHS = (1520, 1190, 3620, 1480, 1760, 1340, 760, 1000, 700, 1199)  # twips, together the line
_STYLES = dict.fromkeys((0, 1, 6, 7), "OGiua")
"""Of the columns with short texts; the others are set left."""


def docx(volumes: Sequence[Quyen], chu_quan: Mapping[str, Sequence[str]], heads: Sequence[Head] = ()) -> bytes:
    """Return the volumes as one Word file, the same bytes for the same lines; each begins with its cover.

    *chu_quan* has the parent agency's name by the agency's, printed above it where there is one; the *heads* of the journals are printed
    below the table.
    """
    ends = {(head.co_quan, head.nam): _p("O", f"Mã nhật ký năm {head.nam}: {head}") for head in heads}
    body = "".join(
        _cover(volume, chu_quan.get(volume.co_quan, ()))
        + _table(volume, ends.get((volume.entries[0].day_so.co_quan, volume.nam), ""), last=volume is volumes[-1])
        for volume in volumes
    )
    texts = {name: _on_one_line(text).replace("{body}", body) for name, text in SO_DI["phan"].items()}
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return zipped({name: f"{head}{text}".encode() for name, text in texts.items()})


def _on_one_line(text: str) -> str:
    return "".join(text.splitlines())


def _p(style: str, text: str, *, section: str = "") -> str:
    """Return a paragraph; one that ends a section says what the section was like."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in printable(text).split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr>{f"<w:r>{lines}</w:r>" if text else ""}</w:p>'


def _cover(volume: Quyen, chu_quan: Sequence[str]) -> str:
    so = [vietnamese.so_van_ban(entry.so) for entry in (volume.entries[0], volume.entries[-1])]
    days = [entry.ngay for entry in volume.entries if entry.ngay]
    ngay = [vietnamese.ngay(day) for day in (min(days), max(days))] if days else ["……", "……"]
    lines = [
        *(("ChuQuan", line.upper()) for line in chu_quan), ("CoQuan", volume.co_quan.upper()), ("TenSo", "SỔ ĐĂNG KÝ VĂN BẢN ĐI"),
        *([("LoaiVanBan", f"({volume.loai})")] if volume.loai else []), ("Nam", f"Năm: {volume.nam}"),
        ("TuDen", f"Từ ngày {ngay[0]} đến ngày {ngay[1]}"), ("TuDen", f"Từ số {so[0]} đến số {so[1]}"),
    ]  # fmt: skip
    end = _p("QuyenSo", "Quyển số: ....", section=_on_one_line(SO_DI["trang_bia"]))
    return "".join(_p(style, text) for style, text in lines) + end


def _table(volume: Quyen, below: str, *, last: bool) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    numbers = [f"({number})" for number in range(1, len(COT) + 1)]
    rows = _row(COT, head="TenCot") + _row(numbers, head="SoCot") + "".join(_row(row(entry)) for entry in volume.entries)
    look, section = (_on_one_line(SO_DI[key]) for key in ("bang", "trang_bang"))
    end = _p("Cuoi", "") + section if last else _p("Cuoi", "", section=section)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{below}{end}"


def _row(cells: Sequence[str], *, head: str = "") -> str:
    middle = '<w:vAlign w:val="center"/>' if head else ""
    out = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>{_p(head or _STYLES.get(index, "O"), text)}</w:tc>'
        for index, (text, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{out}</w:tr>"
