"""Capitals (Phụ lục II): of sentences, of documents cited, of posts, holidays and places."""

from __future__ import annotations

import re
from functools import cache

from notice_gen import facts
from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Phrases
from notice_gen.vietnamese import danh_muc, dia_danh, ten_goi
from notice_gen.vietnamese.chu_cai import TU_CO_CHAM, bo_dau
from notice_gen.vietnamese.dia_danh import giu_danh_tu
from notice_gen.vietnamese.trich_dan import cac_loai


@rule("VH01", Level.LUAT, "Phụ lục II, Mục IV, khoản 1, điểm a")
def ten_co_quan_sai_chu_hoa(this: Rule, view: DocumentView) -> Faults:
    """Tên cơ quan, tổ chức viết hoa sai.
    Căn cứ: viết hoa chữ cái đầu của các từ chỉ loại hình và chức năng, lĩnh vực hoạt động.
    Sai: ủy ban nhân dân xã; Ủy Ban Nhân Dân xã; Sở nội vụ. | Đúng: Ủy ban nhân dân xã; Sở Nội vụ.
    Bỏ qua khi: cụm từ chỉ chung nhiều cơ quan, không phải một tên.
    """
    for span in texts.legible(view):
        for slip in ten_goi.sai_chu_hoa(span.text, "co_quan_rieng", "co_quan"):
            before = span.text[: slip.tu].split()[-1:]
            if slip.dung == "Quốc hội" and before and before[0].isalpha() and before[0][0].isupper():
                continue  # a person’s name: “ông Trần Quốc Hội”
            yield this.write(texts.part(span, slip.tu, slip.den), N_("Tên cơ quan “{doan}” viết hoa chưa đúng."), slip.dung)


@rule("VH04", Level.LUAT, "Phụ lục II, Mục I",
      each=texts.found(texts.sentences, r"(?<![\w./@-])(?P<truoc>[a-z]{2,7}|\d{4})(?P<dau>[.?!])[ \u00a0]+(?P<sau>[a-z]{1,7})(?![\w.@/])"))
def dau_cau_viet_thuong(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Đầu câu không viết hoa.
    Căn cứ: viết hoa chữ cái đầu âm tiết thứ nhất của một câu sau dấu chấm, dấu chấm hỏi, dấu chấm than.
    Sai: Các xã đã báo cáo. đề nghị tổng hợp. | Đúng: Các xã đã báo cáo. Đề nghị tổng hợp. | Bỏ qua khi: dấu chấm là của một từ viết tắt.
    """
    if match["truoc"] not in TU_CO_CHAM:
        message, hint = N_("Đầu câu viết thường ở “{doan}”."), N_("Viết hoa chữ đầu của “{sau}”, hoặc thay dấu “{dau}” bằng dấu phẩy.")
        yield this.at(texts.piece(span, match, "sau"), message, hint, doan=match[0], sau=match["sau"], dau=match["dau"])


@rule("VH05", Level.LUAT, "Phụ lục II, Mục I")
def dau_doan_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Đoạn văn bắt đầu bằng chữ thường dù đoạn trước đã kết thúc.
    Căn cứ: viết hoa chữ cái đầu của một câu khi xuống dòng. | Sai: đề nghị các xã báo cáo. | Đúng: Đề nghị các xã báo cáo.
    Bỏ qua khi: đoạn nối tiếp câu của đoạn trước.
    """
    small_paragraph = r"\s*(?:[-–+•*][ \t\u00a0]*)?(?P<dau>[a-z]{2,}|ý)(?= )"
    before = None
    for span in texts.prose(view):
        match = texts.vietnamese(small_paragraph).match(span.text)
        ended = before is not None and re.search(r"(?:\w{2}|\d%|\w\))[.!?][”\"]?\s*$", before.text[-12:])
        if match and ended and texts.is_legible(span):
            yield this.at(texts.piece(span, match, "dau"), N_("Đoạn bắt đầu bằng chữ thường “{doan}”."), N_("Viết hoa chữ đầu đoạn."))
        before = span


_SMALL_DIVISION = Phrases(
    r"(?:(?<!\d )|(?<=khoản \d )|(?<=khoản \d\d ))(?<!các )(?<!vài )(?<!những )\b(?:điều(?= \d{{1,3}}[a-zđ]?\b)"
    r"|{muc_cua_van_ban}(?= (?:[IVXL]{{1,6}}|\d{{1,2}}) (?:của )?{van_ban_chia_muc}))"
)


@rule("VH06", Level.LUAT, "Phụ lục II, Mục V, khoản 7", each=texts.found(texts.legible, _SMALL_DIVISION))
def dieu_viet_thuong(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Viện dẫn điều, chương, mục, phần mà không viết hoa.
    Căn cứ: viện dẫn một văn bản cụ thể thì viết hoa chữ cái đầu của phần, chương, mục, tiểu mục, điều.
    Sai: khoản 2 điều 5 chương II Luật Đất đai | Đúng: khoản 2 Điều 5 Chương II Luật Đất đai
    Bỏ qua khi: không phải viện dẫn, ví dụ “tổng cộng 3 điều 5 khoản”.
    """
    shown, hint = match[0] + " " + span.text[match.end() + 1 : match.end() + 7].split(" ")[0].rstrip(".,;:)"), N_("Viết: {dung}")
    yield this.at(texts.piece(span, match), N_("Viện dẫn “{doan}” phải viết hoa."), hint, doan=shown, dung=shown[0].upper() + shown[1:])


@rule("VH08", Level.LUAT, "Phụ lục II, Mục V, khoản 1", each=texts.found(texts.legible, r"\bnhân dân\b(?! tệ)", "nhân dân"))
def nhan_dan_viet_thuong(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Danh từ Nhân dân viết thường.
    Căn cứ: danh từ thuộc trường hợp đặc biệt: Nhân dân, Nhà nước. | Sai: phục vụ nhân dân | Đúng: phục vụ Nhân dân
    Bỏ qua khi: từ đó là một phần của tên gọi, ví dụ Ủy ban nhân dân, Công an nhân dân.
    """
    before = span.text[max(match.start() - 14, 0) : match.start()].lower().rstrip()
    if not before.endswith(facts.words("truoc_nhan_dan_trong_ten")):
        shown = texts.around(span, match)
        yield this.at(texts.piece(span, match), N_("Danh từ “nhân dân” viết thường ở “{doan}”."), N_("Viết: Nhân dân"), doan=shown)


@rule("VH09", Level.LUAT, "Phụ lục II, Mục V, khoản 1")
def nha_nuoc_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Danh từ Nhà nước viết thường, hoặc viết hoa cả hai chữ.
    Căn cứ: danh từ thuộc trường hợp đặc biệt: Nhân dân, Nhà nước. | Sai: chính sách của Đảng và nhà nước; quản lý của Nhà Nước
    Đúng: chính sách của Đảng và Nhà nước | Bỏ qua khi: từ đó là tính từ, ví dụ quản lý nhà nước, cơ quan nhà nước.
    """
    noun = (
        r"(?:(?:Đảng(?: và|,)?|pháp luật(?: của)?|do|của|được) (?P<a>nhà nước)|(?P<b>nhà nước)(?= và (?:nhân dân|Nhân dân)))\b"
        r"(?! pháp quyền| phong kiến| tư sản| cấp| khác)"
    )
    for span, match in texts.matches(texts.legible(view), noun, "nhà nước"):
        at = texts.piece(span, match, "a" if match["a"] else "b")
        yield this.at(at, N_("Danh từ “nhà nước” viết thường ở “{doan}”."), N_("Viết: Nhà nước"), doan=texts.around(span, match))
    # In a name of the list the whole name is reported.
    for span, match in texts.matches(texts.legible(view), r"(?<!Kho bạc )\bNhà Nước\b(?! Việt Nam)", "Nhà Nước"):
        yield this.at(texts.piece(span, match), N_("“{doan}” viết hoa chưa đúng."), N_("Viết: Nhà nước"))


@rule("VH10", Level.LUAT, "Phụ lục II, Mục V, khoản 3", each=texts.found(texts.legible, Phrases(r"(?<![\w-]){chuc_vu_lien_ten}")))
def chuc_vu_viet_thuong(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Chức vụ đứng liền trước tên cơ quan mà viết thường.
    Căn cứ: viết hoa tên chức vụ nếu đi liền với tên cụ thể, ví dụ Chủ tịch Quốc hội, Thủ tướng Chính phủ.
    Sai: chủ tịch Ủy ban nhân dân xã; giám đốc Sở Nội vụ | Đúng: Chủ tịch Ủy ban nhân dân xã; Giám đốc Sở Nội vụ
    Bỏ qua khi: chức vụ nói chung, không của một cơ quan cụ thể.
    """
    capitals = 2 if match[0].startswith("phó ") else 1
    words = [word[0].upper() + word[1:] if number < capitals else word for number, word in enumerate(match[0].split(" "))]
    yield this.write(texts.piece(span, match), N_("Chức vụ “{doan}” đi liền với tên cơ quan phải viết hoa."), " ".join(words))


@cache
def _small_type() -> re.Pattern[str]:
    names = "|".join(name.lower() for name in cac_loai())
    return re.compile(rf"(?<![\w-])(?P<loai>{names})(?= số:? ?\d+(?:/(?:\d{{4}}/)?[A-ZĐ]|-[A-ZĐ][\w]*/))")


@rule("VH11", Level.LUAT, "Phụ lục II, Mục V, khoản 6")
def ten_loai_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Tên loại của một văn bản cụ thể mà viết thường.
    Căn cứ: viết hoa chữ cái đầu của tên loại văn bản khi nói đến một văn bản cụ thể. | Sai: theo kế hoạch số 12/KH-UBND
    Đúng: theo Kế hoạch số 12/KH-UBND
    """
    for span in texts.legible(view):
        for match in _small_type().finditer(span.text) if " số" in span.text else ():
            right = match[0][0].upper() + match[0][1:]
            yield this.write(texts.piece(span, match), N_("Tên loại “{doan}” của một văn bản cụ thể phải viết hoa."), right)


@rule("VH13", Level.LUAT, "Phụ lục II, Mục V, khoản 8, điểm c")
def thu_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Tên ngày trong tuần mà viết thường.
    Căn cứ: viết hoa chữ cái đầu của âm tiết chỉ ngày, ví dụ thứ Hai, thứ Tư. | Sai: thứ hai, ngày 24/8/2026 | Đúng: thứ Hai, ngày 24/8/2026
    Bỏ qua khi: “thứ hai” là số thứ tự.
    """
    day = r"hai|ba|tư|năm|sáu|bảy"
    pattern = rf"\b[Tt]hứ (?P<a>{day})(?=,? (?:ngày \d|\(?\d{{1,2}}/\d))|(?:sáng|chiều|tối|trưa) thứ (?P<b>{day})\b"
    for span, match in texts.matches(texts.legible(view), pattern):
        name = "a" if match["a"] else "b"
        message = N_("Ngày trong tuần “thứ {doan}” phải viết hoa.")
        yield this.at(texts.piece(span, match, name), message, N_("Viết: thứ {dung}"), dung=match[name].capitalize())


_SYLLABLE = r"[A-Z][a-z]+"
_NOUNS = ("Xã", "Phường", "Thị trấn", "Thị xã", "Huyện", "Tỉnh", "Đặc khu", "Thành phố")
_NOUN = f"(?:{'|'.join(_NOUNS)})"
_UNIT_NAMED = rf"(?<=[a-z,(])[ \u00a0](?P<loai>{_NOUN}) (?P<ten>{_SYLLABLE}(?:[ -]{{1,3}}{_SYLLABLE}){{0,4}})"
_SEVERAL_UNITS = (
    rf"\b(?:[Cc]ác|[Nn]hững|[Tt]ừng|[Mm]ỗi) (?P<doan>{_NOUN}(?:(?:,| và) {_NOUN})*)\b"
    r"(?! (?:[A-Z\d]|ủy|uỷ|đoàn|đội)|,? (?:và )?(?:Thành|Tỉnh|Quận|Huyện) [uủỷ])"
)


@rule("VH14", Level.LUAT, "Phụ lục II, Mục III, khoản 1, điểm a")
def don_vi_viet_hoa(this: Rule, view: DocumentView) -> Faults:
    """Danh từ chung chỉ đơn vị hành chính viết hoa giữa câu.
    Căn cứ: chỉ viết hoa tên riêng của đơn vị hành chính. | Sai: trên địa bàn Tỉnh Nghệ An; UBND các Xã, Phường
    Đúng: trên địa bàn tỉnh Nghệ An | Bỏ qua khi: tên đơn vị là chữ số, tên người hay tên sự kiện lịch sử, ví dụ Phường Điện Biên Phủ.
    """
    message = N_("Giữa câu, danh từ chung trong “{doan}” không viết hoa.")
    for span, match in texts.matches(texts.legible(view), _UNIT_NAMED, *_NOUNS):
        name = _known_unit(match["loai"], match["ten"])
        if name:
            yield this.write(texts.piece(span, match, "loai"), message, f"{match['loai'].lower()} {name}", doan=f"{match['loai']} {name}")
    for span, match in texts.matches(texts.legible(view), _SEVERAL_UNITS, *_NOUNS):
        yield this.write(texts.piece(span, match, "doan"), message, match["doan"].lower(), doan=match[0])


def _known_unit(kind: str, shown: str) -> str:
    """Return the longest head of *shown* that is a unit's own name and leaves the noun small, or nothing."""
    words = shown.split(" ")
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if (kind, bo_dau(name).lower()) in _bare_units():
            above = kind in {"Tỉnh", "Thành phố", "Thị xã", "Huyện"}
            return "" if giu_danh_tu(name) or (not above and words[0] in facts.words("ho_dat_ten_xa")) else name
    return ""


@cache
def _bare_units() -> frozenset[tuple[str, str]]:
    """Return every unit of both lists, communes, districts and provinces, by its kind and bare name."""
    lists = (danh_muc.BEFORE, danh_muc.SINCE)
    return frozenset((kind, bo_dau(name).lower()) for listed in lists for kind, name in danh_muc.all_levels(listed))


@rule("VH15", Level.LUAT, "Phụ lục II, Mục III, khoản 1, điểm b")
def don_vi_so_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Tên quận, phường là chữ số mà danh từ chung viết thường.
    Căn cứ: tên đơn vị hành chính là chữ số thì viết hoa cả danh từ chung. | Sai: quận 1; phường 3, thành phố Hồ Chí Minh
    Đúng: Quận 1; Phường 3, Thành phố Hồ Chí Minh | Bỏ qua khi: chữ số là số lượng.
    """
    pattern = r"\b(?P<loai>quận(?= [1-9]\d?\b(?![/%.]\d))|phường(?= [1-9]\d?(?:[,;.)](?!\d)|$| (?:quận|Quận|thành phố|Thành phố|tỉnh)\b)))"
    for span, match in texts.matches(texts.legible(view), pattern):
        number = re.match(r"\d+", span.text[match.end() + 1 : match.end() + 4])
        shown, message = match["loai"] + " " + (number[0] if number else ""), N_("Tên đơn vị “{doan}” phải viết hoa.")
        yield this.write(texts.piece(span, match, "loai"), message, shown[0].upper() + shown[1:], doan=shown)


@rule("VH17", Level.LUAT, "Phụ lục II, Mục III, khoản 1, điểm a")
def ten_don_vi_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Tên riêng của chính đơn vị ban hành mà viết thường trong lời văn.
    Căn cứ: viết hoa chữ cái đầu của các âm tiết tạo thành tên riêng. | Sai: trên địa bàn xã Bình điền | Đúng: trên địa bàn xã Bình Điền
    Bỏ qua khi: cụm từ trùng với tên đơn vị mà không phải tên đơn vị.
    """
    kind = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|tỉnh|thành phố) ", re.IGNORECASE)
    head = " ".join(span.text for span in texts.boxed(view, "co_quan_chu_quan", "co_quan"))
    names = {dia_danh.parse(head[match.start() :])[1].lower() for match in kind.finditer(head)}
    names = {name for name in names if " " in name and name.replace(" ", "").isalpha()}
    for name in sorted(names):
        right = " ".join(word.capitalize() for word in name.split(" "))
        for span in texts.legible(view):
            for match in kind.finditer(span.text):
                start, end = match.end(), match.end() + len(name)
                shown, following = span.text[start:end], span.text[end : end + 1]
                whole = shown.lower() == name and not (following.isalnum() or following == "_")
                if whole and shown != right and not shown.isupper():
                    yield this.write(texts.part(span, start, end), N_("Tên riêng “{doan}” viết hoa chưa đúng."), right)
