"""What clerks do: single faults, each with the rules that are to tell it, for ``recall.py``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

New = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Kind:
    """A fault clerks make.

    Attributes:
        group: form, citations or figures.
        name: what is done.
        rules: codes of rules one of which is to speak.
        box: a component of the view, or a key of ``_PLACES``.
        pattern: what becomes wrong.
        new: what stands there instead.
        types: the types of paper it is a fault of, all when empty.
        avoid: no place where this is found in the paragraph.
    """

    group: str
    name: str
    rules: str
    box: str
    pattern: str
    new: New
    types: str = ""
    avoid: str = "$^"


_UP = "A-ZĐÀ-ỸƯƠĂÂÊÔ"
_DAY = r"ngày (\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})"
_SYMBOL = r"\d{1,5}/(?:\d{4}/)?[A-ZĐ][\w-]+"
_CITED = r"(?:Nghị định|Quyết định|Kế hoạch|Thông tư|Công văn|Chỉ thị|Nghị quyết|Tờ trình|Báo cáo)"


def _title(found: re.Match[str]) -> str:
    return " ".join(word.capitalize() for word in found[0].split(" "))


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def _sentence(found: re.Match[str]) -> str:
    return found[0].capitalize()


def _later(found: re.Match[str]) -> str:
    return re.sub(r"\d{4}$", "2029", found[0])


FORM, CITED, FIGURES = "thể thức", "viện dẫn", "số liệu, ngày"
KINDS = (
    Kind(FORM, "Quốc hiệu chữ thường, hoa đầu từ", "QH02", "quoc_hieu", r"CỘNG H\S+ XÃ HỘI CHỦ NGHĨA VIỆT NAM", _title),
    Kind(FORM, "Quốc hiệu như câu", "QH02", "quoc_hieu", r"CỘNG H\S+ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    Kind(FORM, "Quốc hiệu sót chữ", "QH01 QH02", "quoc_hieu", r"XÃ HỘI CHỦ", "XÃ HỘI"),
    Kind(FORM, "Tiêu ngữ hoa cả hai chữ", "TN02", "tieu_ngu", r"Độc lập\b.*Hạnh phúc", "Độc Lập - Tự Do - Hạnh Phúc"),
    Kind(FORM, "Tiêu ngữ gạch dính chữ", "TN02", "tieu_ngu", r"Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"),
    Kind(FORM, "số dưới 10 thiếu số 0", "SO02", "so_ky_hieu", r"Số:\s*[\d.…]*\s*/", "Số: 7/"),
    Kind(FORM, "thiếu hai chấm sau Số", "SO04", "so_ky_hieu", r"Số:", "Số"),
    Kind(FORM, "ký hiệu có khoảng trắng", "SO11", "so_ky_hieu", r"/(\w+)-(\w)", r"/\1 - \2"),
    Kind(FORM, "số, ký hiệu có năm", "SO10", "so_ky_hieu", r"(?<=Số:)\s*[\d.…]*\s*/(?!\d)", " 15/2026/", "KH BC TB TTr CV"),
    Kind(FORM, "ký hiệu sai mã loại", "SO07", "so_ky_hieu", r"/(?:QĐ|KH|BC|TB|TTr)-", "/TT-", "QĐ KH BC TB TTr"),
    Kind(FORM, "công văn có mã CV", "SO08", "so_ky_hieu", r"/(?=\w)", "/CV-", "CV"),
    Kind(FORM, "ngày dưới 10 thiếu số 0", "DN02", "dia_danh_ngay", r"ngày[\s.…\d]*tháng", "ngày 5 tháng"),
    Kind(FORM, "tháng 1 thiếu số 0", "DN02", "dia_danh_ngay", r"tháng[\s.…\d]*năm", "tháng 1 năm"),
    Kind(FORM, "ngày ban hành 14/10/2025", "DN10", "dia_danh_ngay", r"ngày.*", "ngày 14/10/2025"),
    Kind(FORM, "địa danh, 14/10/2025 không có chữ ngày", "DN10", "dia_danh_ngay", r"ngày.*", "14/10/2025"),
    Kind(FORM, "thiếu phẩy sau địa danh", "DN09", "dia_danh_ngay", r",\s*(?=ngày)", " "),
    Kind(FORM, "địa danh viết thường", "DN13", "dia_danh_ngay", r"^\S+ \S+(?=,)", _lower),
    Kind(FORM, "thiếu địa danh", "DN08", "dia_danh_ngay", r"^\s*\S+ \S+, ngày", "Ngày"),
    Kind(FORM, "tên cơ quan chữ thường", "CQ09 CQ01", "co_quan", rf"^[{_UP} ,]{{6,}}$", _title),
    Kind(FORM, "tên cơ quan như câu", "CQ09 CQ01", "co_quan", rf"^[{_UP} ,]{{6,}}$", _sentence),
    Kind(FORM, "tên loại chữ thường", "TL02", "ten_loai", rf"^[{_UP} ]{{4,}}", _sentence),
    Kind(FORM, "trích yếu công văn không có V/v", "TY09 TY08", "trich_yeu_cong_van", r"^V/v ", "Về "),
    Kind(FORM, "thiếu hai chấm sau Kính gửi", "KG05", "kinh_gui", r"(?<=Kính gửi)\s*:", " "),
    Kind(FORM, "nơi kính gửi viết thường", "VH01 VH18", "kinh_gui", r"(?:Sở|Bộ|Ủy ban|Công an|Văn phòng|Hội)(?= \w)", _lower),
    Kind(FORM, "nơi nhận viết thường", "VH01 VH18", "noi_nhan", r"(?:Sở|Bộ|Ủy ban|Văn phòng)(?= [A-ZĐ])", _lower),
    Kind(FORM, "nơi nhận không có chấm phẩy", "NN09", "noi_nhan", r";\s*$", ""),
    Kind(FORM, "thiếu hai chấm sau Nơi nhận", "NN06", "noi_nhan", r"(?<=Nơi nhận)\s*:", ""),
    Kind(FORM, "Lưu thiếu hai chấm", "NN12", "noi_nhan", r"Lưu:", "Lưu"),
    Kind(FORM, "Như trên thành Như kính gửi", "NN14", "noi_nhan", r"Như trên", "Như kính gửi"),
    Kind(FORM, "quyền hạn viết thường", "KY03", "quyen_han", r"^TM\. [A-ZĐỦỶ ]+", lambda found: "TM. " + found[0][4:].capitalize()),
    Kind(FORM, "chức vụ viết thường", "KY03", "chuc_vu", r"^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC)$", _sentence),
    Kind(FORM, "họ tên in hoa", "KY08", "ho_ten", r"^\w+ \w+ \w+.*$", lambda found: found[0].upper()),
    Kind(FORM, "bỏ ./. ở cuối", "KE01 DC11", "body", r"\s*\./\.\s*$", "."),
    Kind(FORM, "nhảy số Điều", "SX02", "body", r"^(\s*Điều )2(?=\.)", r"\g<1>3"),
    Kind(FORM, "nhảy số Điều, cách không ngắt", "SX02", "body", r"^(\s*Điều) 2\. ", "\\1\u00a03.\u00a0"),
    Kind(FORM, "căn cứ cuối bằng phẩy", "CC03", "body", r"^(\s*Căn cứ .*);$", r"\1,", "QĐ"),
    Kind(FORM, "Điều viết thường", "VH06", "prose", r"(?<=[a-z] )Điều(?= \d)", "điều"),
    Kind(FORM, "UBND Tỉnh", "VH14 VH19", "prose", r"(?<=UBND )tỉnh(?=[ ,.;])", "Tỉnh"),
    Kind(FORM, "sở Nội vụ, sở Tài chính trong câu", "VH01 VH18", "prose", r"Sở(?= (?:Nội vụ|Tài chính|Xây dựng|Y tế|Tư pháp)\b)", "sở"),
    Kind(FORM, "thụt đầu dòng bằng dấu cách", "DC14 ND06", "body", r"^\s*(?=[A-ZĐ]\w+ [a-zà-ỹ].{60,}[.;]$)", "        "),
    Kind(FORM, "nhân dân viết thường", "VH08", "prose", r"(?<=[a-z] )Nhân dân(?=[ ,.;])", "nhân dân",
         avoid="(?:Ủy ban|Hội đồng|quần chúng) Nhân dân"),
    Kind(FORM, "dấu chấm sau ký hiệu", "SO18", "so_ky_hieu", r"(?<=[A-ZĐ])$", "."),
    Kind(FORM, "dấu chấm sau ngày ban hành", "DN18", "dia_danh_ngay", r"(?<=\d{4})$", "."),
    Kind(FORM, "cơ quan thay cho địa danh", "DN19", "dia_danh_ngay", r"^(?=\w)", "UBND xã "),
    Kind(FORM, "UBND là cơ quan ban hành", "CQ13", "co_quan", r"^(?:ỦY|UỶ) BAN NHÂN DÂN", "UBND"),
    Kind(FORM, "ký hiệu của hội đồng ở ủy ban", "SO19", "so_ky_hieu", r"-UBND$", "-HĐND", "QĐ KH BC TB TTr"),
    Kind(FORM, "trích yếu viết thường", "TY16", "trich_yeu", r"^[A-ZĐ](?=[^\W\d_])", _lower),
    Kind(FORM, "Nơi gửi", "NN22", "noi_nhan", r"Nơi nhận", "Nơi gửi"),
    Kind(FORM, "Kính Gửi", "KG11", "kinh_gui", r"Kính gửi", "Kính Gửi"),
    Kind(FORM, "Lưu: VT-", "NN12", "noi_nhan", r"(?<=VT),\s*", "-"),
    Kind(FORM, "hai nơi nhận một dòng", "NN23", "noi_nhan", r"^(- [^;]{8,});$", r"\1; Sở Tài chính;", avoid="Lưu|Như"),
    Kind(FORM, "PHÓ CT", "KY18", "chuc_vu", r"CHỦ TỊCH$", "CT"),
    Kind(FORM, "Ông trước họ tên", "KY10", "ho_ten", r"^(?=[A-ZĐ])", "Ông "),
    Kind(FORM, "số La Mã IIII", "SX10", "prose", r"^(\s*)IV(?=\. )", r"\1IIII"),
    Kind(FORM, "Chủ Tịch", "VH26", "prose", r"Chủ tịch", "Chủ Tịch"),
    Kind(FORM, "Quyết định này viết thường", "VH22", "prose", r"(?<=[a-z] )Quyết định này", "quyết định này", "QĐ"),
    Kind(CITED, "viện dẫn không có tên loại", "TD17", "prose", rf"(?<=ăn cứ ){_CITED} (?=số {_SYMBOL} {_DAY})", ""),
    Kind(CITED, "viện dẫn không có ký hiệu", "TD18", "prose", rf"({_CITED} số \d+)/[\w/-]+ (?={_DAY})", r"\1 "),
    Kind(CITED, "bỏ ngày của viện dẫn", "TD01", "prose", rf"({_CITED} số {_SYMBOL}) {_DAY}", r"\1"),
    Kind(CITED, "bỏ cơ quan và trích yếu", "TD02 TD03", "prose", rf"({_CITED} số {_SYMBOL} {_DAY}) của .*$", r"\1."),
    Kind(CITED, "bỏ trích yếu", "TD03", "prose",
         rf"({_CITED} số {_SYMBOL} {_DAY} của (?:Chính phủ|Thủ tướng Chính phủ|Bộ \w+ \w+)) "
         r"(?:về|quy định|ban hành|phê duyệt)[^.;]*", r"\1"),
    Kind(CITED, "nghị định không có năm", "TD07 TD13", "prose", r"(Nghị định số \d+)/\d{4}/NĐ-CP", r"\1/NĐ-CP"),
    Kind(CITED, "NĐ-CP thành QĐ-CP", "TD06 TD13 TD16", "prose", r"(Nghị định số \d+/\d{4})/NĐ-CP", r"\1/QĐ-CP"),
    Kind(CITED, "sai mã loại của kế hoạch", "TD06", "prose", r"(Kế hoạch số \d+)/KH-", r"\1/QĐ-"),
    Kind(CITED, "sai mã loại của quyết định", "TD06", "prose", r"(Quyết định số \d+)/QĐ-", r"\1/KH-"),
    Kind(CITED, "tên loại viết thường", "VH11", "prose", rf"(?<=[a-z,] ){_CITED}(?= số {_SYMBOL})", _lower),
    Kind(CITED, "ngày của viện dẫn không có thật", "TG01", "prose", rf"({_CITED} số {_SYMBOL}) {_DAY}", r"\1 ngày 31/02/2024"),
    Kind(CITED, "viện dẫn sau ngày văn bản", "TG05", "prose",
         rf"{_CITED} số {_SYMBOL} ngày \d{{1,2}}(?:/\d{{1,2}}/| tháng \d{{1,2}} năm )\d{{4}}", _later),
    Kind(CITED, "ký hiệu viện dẫn có khoảng trắng", "TD12", "prose", rf"({_CITED} số \d+)/([A-ZĐ]\w*)-([A-ZĐ])", r"\1/\2 - \3"),
    Kind(CITED, "viện dẫn hành chính có năm", "TD08", "prose", r"((?:Kế hoạch|Tờ trình|Công văn|Báo cáo) số \d+)/(?=[A-Z])", r"\1/2025/"),
    Kind(CITED, "thiếu chữ số", "TD10", "prose", rf"({_CITED}) số (?={_SYMBOL})", r"\1 "),
    Kind(CITED, "luật viết thường", "VH02", "prose", r"Luật (?=(?:Tổ chức chính quyền|Đất đai|Đầu tư công|Ngân sách|Thi đua))", "luật "),
    Kind(FIGURES, "dấu phẩy hàng nghìn", "SL04", "prose",
         r"(?<![\d.])(\d{1,3})\.(\d{3})(?= (?:đồng|hồ sơ|người|hộ|văn bản|lượt))", r"\1,\2"),
    Kind(FIGURES, "dấu chấm thập phân", "SL05", "prose", r"(?<![\d.,])(\d{1,2}),(\d{1,2})%", r"\1.\2%"),
    Kind(FIGURES, "tỷ lệ tính sai", "SL01", "prose", r"(\d+/\d+ [\w ]{0,30}?(?:đạt|chiếm)(?: tỷ lệ)? )\d{1,2}(?:,\d+)?%", r"\g<1>3,7%"),
    Kind(FIGURES, "tổng của bảng sai", "SL03", "tong", r"\d+(?=\D*$)", lambda found: str(int(found[0]) + 7)),
    Kind(FIGURES, "ngày không có trong lịch", "TG01", "prose", r"ngày \d{1,2}/\d{1,2}/(?=\d{4})", "ngày 32/5/"),
    Kind(FIGURES, "năm hai chữ số: 12/5/26", "TG10 TG12", "prose", r"(ngày \d{1,2}/\d{1,2})/20(\d\d)(?!\d)", r"\1/\2"),
    Kind(FIGURES, "thứ không khớp ngày", "TG02", "prose", r"ngày (?=\d{1,2}/\d{1,2}/\d{4})", "thứ Hai, ngày "),
    Kind(FIGURES, "hạn đã qua", "TG03", "prose", r"(trước ngày \d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm ))20\d\d", r"\g<1>2019"),
)
"""What clerks do; a kind whose fault the paper's own words may excuse says so in ``avoid``."""

PUT: tuple[tuple[str, str, str, str, str], ...] = (
    ("tỷ lệ của a/b", "SL01", "Đã giải quyết 306/310 hồ sơ, đạt tỷ lệ {}.", "96,7%", "98,7%"),
    ("tỷ lệ trên tổng số", "SL01", "Có 45/60 hộ tham gia, chiếm {}.", "85%", "75%"),
    ("tỷ lệ trong ngoặc", "SL01", "Số trẻ được tiêm là 188/200 cháu ({}).", "92%", "94%"),
    ("tỷ lệ, số có dấu chấm", "SL01", "Cấp mới được 1.104/1.250 thẻ, đạt {}.", "89,3%", "88,3%"),
    ("hai phần cộng lại", "SL08", "Tiếp nhận 610 hồ sơ, gồm 95 hồ sơ trực tuyến và {} hồ sơ trực tiếp.", "520", "515"),
    ("trong đó, ba phần", "SL08", "Toàn xã có 128 hộ nghèo, gồm: thôn Thượng 40 hộ, thôn Trung 38 hộ, thôn Hạ {} hộ.", "55", "50"),
    ("tổ gồm mấy người", "SL08", "Tổ công tác gồm 5 người: 1 tổ trưởng, 1 tổ phó và {} thành viên.", "4", "3"),
    ("phép cộng", "SL02", "Tổng kinh phí: 120 + 85 = {} triệu đồng.", "215", "205"),
    ("phép trừ", "SL02", "Còn lại: 310 - 298 = {} hồ sơ.", "22", "12"),
    ("tiền bằng chữ", "SL07", "Tổng kinh phí là 1.250.000 đồng (Bằng chữ: Một triệu hai trăm {} nghìn đồng).", "mười lăm", "năm mươi"),
    ("tiền bằng chữ, lớn", "SL07", "Số tiền 35.600.000 đồng (ba mươi lăm triệu {} trăm nghìn đồng).", "năm", "sáu"),
    ("số lượng bằng chữ", "SL07", "Hồ sơ lập thành 04 ({}) bản.", "năm", "bốn"),
    ("hàng nghìn bằng phẩy", "SL04", "Kinh phí {} đồng từ ngân sách xã.", "12,500,000", "12.500.000"),
    ("hàng nghìn bằng phẩy, đếm", "SL04", "Đã cấp {} thẻ bảo hiểm cho người dân, gồm {} người già.", "1,250", "1.250"),
    ("thập phân bằng chấm", "SL05", "Tỷ lệ hài lòng đạt {}.", "98.7%", "98,7%"),
    ("thập phân bằng chấm, tỷ đồng", "SL05", "Tổng mức đầu tư {} tỷ đồng.", "1.5", "1,5"),
    ("nhóm ba chữ số sai", "SL09", "Dự toán được giao {} đồng.", "12.50.000", "12.500.000"),
    ("đếm không khớp", "SL10", "Kiểm tra tại địa bàn gồm {} thôn: Vinh An, Vinh Lộc và Vinh Hòa.", "4", "3"),
    ("ngày không có", "TG01", "Báo cáo gửi về trước ngày {}.", "31/11/2027", "30/11/2027"),
    ("ngày không có, viết dài", "TG01", "Hội nghị dự kiến tổ chức vào ngày {}.", "30 tháng 02 năm 2027", "26 tháng 02 năm 2027"),
    ("thứ không khớp", "TG02", "Họp vào thứ {}, ngày 14/01/2027.", "Sáu", "Năm"),
    ("thứ không khớp, trong ngoặc", "TG02", "Thời gian: ngày 20/01/2027 (thứ {}).", "Năm", "Tư"),
    ("khoảng ngày ngược", "TG06", "Thực hiện từ ngày {} đến ngày 10/02/2027.", "15/02/2027", "05/02/2027"),
    ("giờ không có", "TG01 TG06 TG11", "Bắt đầu lúc {} tại hội trường.", "25 giờ 30 phút", "08 giờ 30 phút"),
    ("năm hai chữ số", "TG12", "Báo cáo gửi trước ngày {}.", "15/01/27", "15/01/2027"),
    ("hạn đã qua", "TG03", "Yêu cầu các đơn vị gửi báo cáo trước ngày {}.", "15/01/2019", "15/01/2027"),
    ("lời văn khác lời văn, số trích dẫn", "MT02",
     "Theo Quyết định số 7{}6/QĐ-UBND ngày 23/6/2022 của Ủy ban nhân dân tỉnh; xem Quyết định số 766/QĐ-UBND ngày 23/6/2022.", "7", "6"),
    ("một văn bản hai ngày", "MT01",
     "Theo Kế hoạch số 12/KH-UBND ngày 05/02/2022 của Ủy ban nhân dân xã; đã nêu tại Kế hoạch số 12/KH-UBND ngày {}/02/2022.", "15", "05"),
)  # fmt: skip
"""Sentences put at the end of a paragraph: what is done, the rules, the sentence, what makes it wrong, what right.

The right one is to be let pass.
"""

TABLES: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...], tuple[str, ...], str, str], ...] = (
    ("tổng của bảng", ("Thôn", "Số hộ"), (("Đông", "40"), ("Đoài", "38"), ("Trung", "50")), ("Tổng cộng", "{}"), "138", "128"),
    ("tổng của bảng, dấu nghìn", ("TT", "Nội dung", "Kinh phí (đồng)"), (("1", "In ấn", "1.500.000"), ("2", "Nước uống", "750.000")),
     ("", "Cộng", "{}"), "2.150.000", "2.250.000"),
    ("tổng của bảng, thập phân", ("Xứ đồng", "Diện tích (ha)"), (("Đồng Mây", "12,5"), ("Đồng Sau", "7,25")), ("Tổng số", "{}"),
     "19,57", "19,75"),
    ("tổng của bảng, hai cột", ("Đơn vị", "Nam", "Nữ"), (("Tổ 1", "12", "15"), ("Tổ 2", "9", "11"), ("Tổ 3", "7", "8")),
     ("Tổng", "28", "{}"), "35", "34"),
)  # fmt: skip
"""Tables put behind a paragraph: what is done, head, rows, the row of totals, what makes it wrong, what right."""
