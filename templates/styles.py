"""The template's styles.xml: every size from the decree's data, every name in Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass

from notice_gen import legal, typography

LAW = legal.decree("30/2020/NĐ-CP")
"""The decree that the Word files are built by, as ``word/khung.toml`` says; what a later one changes is changed as a notice is printed."""
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(mm: float) -> int:
    """Return *mm* in twips."""
    return round(mm * typography.TWIPS_PER_MM)


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style.

    Attributes:
        id, name: its ASCII id and the name a clerk sees.
        base: the style it builds on.
        part: the component of the decree that gives size, bold and italic; empty = inherited.
        ppr: paragraph properties, in the order of the schema.
        size: a size in pt where the decree gives none.
        bold, italic: where *part* says nothing.
        colour: RGB in hex.
    """

    id: str
    name: str
    base: str = "Normal"
    part: str = ""
    ppr: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""


def _spacing(before: float = 0, after: float = 0, line: str = "") -> str:
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{line}/>'


def _line_of_body() -> str:
    ranges = LAW.ranges
    line = f' w:line="{round(240 * ranges["gian_dong"].default)}" w:lineRule="auto"'
    return _spacing(before=float(ranges["gian_doan"].default), line=line)


CELL = twips(1.5)
"""Room at the sides of a cell of figures."""
_KEEP = "<w:keepNext/>"
_CENTRE = '<w:jc w:val="center"/>'
_NO_INDENT = '<w:ind w:left="0" w:firstLine="0"/>'
_INDENT = f'<w:ind w:firstLine="{twips(float(LAW.ranges["thut_dau_dong"].default) * 10)}"/>'
_THIN = _spacing(before=3, line=' w:line="40" w:lineRule="exact"')
_BLACK_LINE = '<w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
# Several addressees stand below the colon of "Kính gửi:" (Phụ lục I, Phần I, mục II.9.d).
_KINH_GUI = twips(40)
_BELOW_COLON = _KINH_GUI + twips(typography.width_mm("Kính gửi", size_pt=14))
_DASH = twips(typography.width_mm("- ", size_pt=14))


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


STYLES = (
    # the letterhead
    Style("QuocHieu", "Quốc hiệu", part="quoc_hieu", ppr=_CENTRE),
    Style("TieuNgu", "Tiêu ngữ", part="tieu_ngu", ppr=_CENTRE),
    Style("ChuQuan", "Tên cơ quan chủ quản", part="chu_quan", ppr=_CENTRE),
    Style("CoQuan", "Tên cơ quan ban hành", part="co_quan", ppr=_CENTRE),
    Style("SoKyHieu", "Số, ký hiệu", part="so_ky_hieu", ppr=_spacing(before=6) + _CENTRE),
    Style("DiaDanh", "Địa danh, ngày tháng", part="dia_danh", ppr=_spacing(before=6) + _CENTRE),
    Style(
        "TrichYeuCongVan", "Trích yếu công văn", part="trich_yeu_cong_van",
        ppr=_spacing(before=6) + f'<w:ind w:left="{twips(3)}" w:right="{twips(3)}"/>' + _CENTRE,
    ),
    Style("DuongKe", "Đường kẻ", ppr=f'<w:pBdr>{_BLACK_LINE}</w:pBdr>{_THIN}', size=1),
    Style("DauKhan", "Dấu chỉ mức độ khẩn", part="khan", ppr=_CENTRE, colour="FF0000"),
    Style("HinhThucSao", "Hình thức sao", part="hinh_thuc_sao", ppr=_KEEP + _CENTRE),
    Style("ThongTinKySo", "Thông tin chữ ký số của cơ quan", part="thong_tin_ky_so", ppr='<w:jc w:val="right"/>'),
    Style("LuuHanh", "Chỉ dẫn phạm vi lưu hành", part="luu_hanh", ppr=_CENTRE),
    # the title
    Style("TenLoai", "Tên loại văn bản", part="ten_loai", ppr=_KEEP + _spacing(before=24) + _CENTRE + _outline(0)),
    Style("TrichYeu", "Trích yếu", part="trich_yeu", ppr=_KEEP + f'<w:ind w:left="{twips(8)}" w:right="{twips(8)}"/>' + _CENTRE),
    # the body
    Style("NoiDung", "Nội dung", part="noi_dung", ppr="<w:widowControl/>" + _line_of_body() + _INDENT + '<w:jc w:val="both"/>'),
    Style("Doan", "Đoạn văn", "NoiDung"),
    Style("Gach", "Gạch đầu dòng", "NoiDung"),
    Style("Cong", "Dấu cộng đầu dòng", "NoiDung"),
    Style("CanCu", "Căn cứ", "NoiDung", part="can_cu"),
    Style(
        "ThamQuyen", "Thẩm quyền ban hành", "NoiDung",
        ppr=_KEEP + _spacing(before=12, after=6) + _NO_INDENT + "<w:contextualSpacing/>" + _CENTRE, bold=True,
    ),
    Style("Quyet", "Lời quyết định, quyết nghị", "NoiDung", ppr=_KEEP + _spacing(before=12, after=6) + _NO_INDENT + _CENTRE, bold=True),
    Style("Chuong", "Phần, chương, mục", "NoiDung", part="chuong", ppr=_KEEP + _spacing(before=12) + _NO_INDENT + _CENTRE + _outline(0)),
    Style("Muc", "Mục (I, II)", "NoiDung", part="tieu_de_muc", ppr=_KEEP + _outline(0)),
    Style("Dieu", "Điều", "NoiDung", part="dieu", ppr=_KEEP + _outline(0)),
    Style("Khoan", "Khoản (1, 2)", "NoiDung", part="khoan_co_tieu_de", ppr=_KEEP + _outline(1)),
    Style("Diem", "Điểm (a, b)", "NoiDung", part="diem", ppr=_KEEP + _outline(2)),
    Style(
        "KinhGui", "Kính gửi", "NoiDung", part="kinh_gui",
        ppr=_KEEP + _spacing(before=12) + f'<w:ind w:left="{_KINH_GUI}" w:firstLine="0"/><w:jc w:val="left"/>',
    ),
    Style(
        "KinhGuiNoi", "Nơi kính gửi", "NoiDung", part="kinh_gui",
        ppr=_spacing() + f'<w:ind w:left="{_BELOW_COLON + _DASH}" w:hanging="{_DASH}"/><w:jc w:val="left"/>',
    ),
    Style("LoiDan", "Lời dẫn (điện, giới thiệu)", "NoiDung", ppr=_KEEP + _spacing(before=12) + _NO_INDENT + _CENTRE),
    Style("TenBang", "Tên bảng", "NoiDung", ppr=_KEEP + _NO_INDENT + _CENTRE, bold=True),
    Style("DonViTinh", "Đơn vị tính", "NoiDung", ppr=_KEEP + _NO_INDENT + '<w:jc w:val="right"/>', italic=True),
    Style("DauBang", "Đầu bảng", ppr=_KEEP + _spacing(2, 2) + _CENTRE, size=13, bold=True),
    Style("OChu", "Ô chữ", ppr=_spacing(2, 2), size=13),
    Style("OSo", "Ô số", "OChu", ppr='<w:jc w:val="right"/>'),
    Style("OGiua", "Ô giữa (thứ tự, ngày, mã)", "OChu", ppr=_CENTRE),
    Style("Hinh", "Hình", ppr=_KEEP + _spacing(before=6) + _CENTRE),
    Style("TenHinh", "Tên hình", "NoiDung", ppr=_NO_INDENT + _CENTRE, italic=True),
    Style("ChuThich", "Chú thích, nguồn của bảng", ppr=_spacing(before=3) + '<w:jc w:val="both"/>', size=13, italic=True),
    # the end: kept whole by the table's row, kept with what follows so that no empty page follows
    Style("NoiNhan", "Nơi nhận", part="noi_nhan", ppr=_KEEP),
    Style("NoiNhanMuc", "Nơi nhận, từng dòng", part="noi_nhan_muc", ppr=_KEEP),
    Style("NoiNhanTiep", "Nơi nhận, dòng dưới chữ ký", part="noi_nhan_muc"),
    Style("QuyenHan", "Quyền hạn, chức vụ", part="quyen_han", ppr=_KEEP + _CENTRE),
    Style("CoQuanKy", "Cơ quan của người ký", "QuyenHan"),
    Style("ChucVuKhac", "Chức vụ khác của người ký", "QuyenHan", ppr=_spacing(before=76)),
    Style("HoTen", "Họ tên người ký", part="ho_ten", ppr=_KEEP + _spacing(before=76) + _CENTRE),
    Style("XacNhan", "Xác nhận nơi nghỉ phép", ppr=_CENTRE, size=13, italic=True),
    # annexes, page number, and what never prints
    Style("PhuLuc", "Phụ lục", part="phu_luc", ppr=_KEEP + _CENTRE + _outline(0)),
    Style("TenPhuLuc", "Tên phụ lục", part="ten_phu_luc", ppr=_KEEP + _CENTRE),
    Style("KemTheo", "Kèm theo", part="kem_theo", ppr=_KEEP + _CENTRE),
    Style("DiaChi", "Địa chỉ cơ quan (chân trang)", part="dia_chi"),
    Style("SoTrang", "Số trang", part="so_trang", ppr=_CENTRE),
    Style("KetPhan", "Kết phần", ppr=_spacing(line=' w:line="1" w:lineRule="exact"'), size=1),
    Style("The", "Thẻ lệnh (không in)", ppr='<w:jc w:val="left"/>', size=8, colour="808080"),
)  # fmt: skip


def styles_xml() -> str:
    """Return the part ``word/styles.xml``."""
    font = "Times New Roman"
    faces = " ".join(f'w:{face}="{font}"' for face in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {faces}/>{_size(14)}<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        f"<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>{cell_margins(0)}</w:tblPr></w:style>"
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    table = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="BangSoLieu"><w:name w:val="Bảng số liệu"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{cell_margins(CELL)}</w:tblPr></w:style>"
    )
    frames = _frame("KhungKhan", "Khung dấu chỉ mức độ khẩn", "FF0000") + _frame("KhungLuuHanh", "Khung chỉ dẫn phạm vi lưu hành", "auto")
    return f"{HEAD}<w:styles {MAIN}>{defaults}{''.join(map(_style, STYLES))}{table}{frames}</w:styles>"


def _frame(identifier: str, name: str, colour: str) -> str:
    """Return a table style: one rectangle around its cell, a point thick."""
    sides = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="{colour}"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style>"
    )


def cell_margins(across: int) -> str:
    """Return a table's margins within its cells: *across* twips left and right, none above and below."""
    sides = (f'<w:{side} w:w="{across if side in {"left", "right"} else 0}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _style(style: Style) -> str:
    part = LAW.thanh_phan[style.part] if style.part else None
    points = float(part.co_chu.default) if part else style.size
    toggles = "<w:b/><w:bCs/>" if style.bold or (part and part.dam) else ""
    toggles += "<w:i/><w:iCs/>" if style.italic or (part and part.nghieng) else ""
    rpr = toggles + (f'<w:color w:val="{style.colour}"/>' if style.colour else "")
    # A body style that has the body's own size follows it when the office chooses another.
    if points and not (style.base == "NoiDung" and points == float(LAW.ranges["co_chu"].default)):
        rpr += _size(points)
    ppr = f"<w:pPr>{style.ppr}</w:pPr>" if style.ppr else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.base}"/><w:qFormat/>{ppr}{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}</w:style>'
    )
