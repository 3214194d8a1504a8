"""Marks: rectangles of exact millimetres (ô 10b and 11), the line of an agency's digital signature (ô 14).

A mark is a table of one cell: its row's height and its width are exact in Word and in LibreOffice alike.
"""

from __future__ import annotations

from styles import LAW, twips
from wml import cell, either, end, if_, p, row, table

# The diagram of Phụ lục I, Phần I, mục IV.2, measured: ô 11 stands in the top margin, its middle 143,5 mm from the left edge.
_TOP_MM = 8
_MIDDLE_MM = 143.5
_LUU_HANH_MM = (52, 8)
# Above ô 11, with which it may stand on one page; as wide as the line is long with its time.
_LINE_TOP_MM = 3.5
_LINE = twips(100)


def urgency() -> str:
    """Return the urgency mark at the left margin (ô 10b): a rectangle for each, of the decree's size."""
    stamps = (
        (f'van_ban.khan == "{khan.upper()}"', _framed("KhungKhan", "DauKhan", "{{ van_ban.khan }}", size))
        for khan, size in LAW.khung_khan.items()
    )
    return if_("van_ban.khan", end('<w:spacing w:before="120"/>'), either(*stamps), end())


def circulation() -> str:
    """Return the mark of circulation above the Quốc hiệu (ô 11), placed on the page."""
    at = (twips(_MIDDLE_MM - _LUU_HANH_MM[0] / 2), twips(_TOP_MM))
    return if_("van_ban.luu_hanh", _framed("KhungLuuHanh", "LuuHanh", "{{ van_ban.luu_hanh }}", _LUU_HANH_MM, at), end())


def signing_line() -> str:
    """Return the agency's digital signature on a copy or on an annex of its own: one line, top right, no image (ô 14)."""
    line = row(cell(_LINE, p("ThongTinKySo", "{{ thong_tin_ky }}")))
    return if_("thong_tin_ky", table((_LINE,), line, at=(None, twips(_LINE_TOP_MM))), end())


def _framed(frame: str, style: str, text: str, size_mm: tuple[float, float], at: tuple[int, int] | None = None) -> str:
    width, height = map(twips, size_mm)
    return table((width,), row(cell(width, p(style, text), '<w:vAlign w:val="center"/>'), height=height), style=frame, at=at)
