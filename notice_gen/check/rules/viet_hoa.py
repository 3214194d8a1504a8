"""Capitals (Phụ lục II): of sentences, of documents cited, of posts, holidays and places."""

from __future__ import annotations

import re
from functools import cache

from notice_gen import facts
from notice_gen.check import lists, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Phrases
from notice_gen.vietnamese import danh_muc, dia_danh
from notice_gen.vietnamese.chu_cai import TU_CO_CHAM, bo_dau
from notice_gen.vietnamese.dia_danh import co_the_giu_danh_tu
from notice_gen.vietnamese.ten_goi import sai_chu_hoa


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
    for span in filter(None, map(texts.readable, texts.prose(view))):
        match = texts.vietnamese(small_paragraph).match(span.text)
        ended = before is not None and re.search(r"(?:\w{2}|\d%|\w\))[.!?][”\"]?\s*$", before.text[-12:])
        if match and ended:
            yield this.at(texts.piece(span, match, "dau"), N_("Đoạn bắt đầu bằng chữ thường “{doan}”."), N_("Viết hoa chữ đầu đoạn."))
        before = span


_SMALL_DIVISION = Phrases(
    r"(?:(?<!\d )|(?<=khoản \d )|(?<=khoản \d\d ))(?<!các )(?<!vài )(?<!những )\b(?:điều(?= \d{{1,3}}[a-zđ]?\b)"
    r"|{muc_cua_van_ban}(?= (?:[IVXL]{{1,6}}|\d{{1,2}}) (?:của )?{van_ban_chia_muc}))"
)


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
        yield this.at(at, N_("Danh từ “nhà nước” viết thường ở “{doan}”."), N_("Viết: Nhà nước"), doan=texts.around(span, *match.span()))
    # In a name of the list the whole name is reported.
    for span, match in texts.matches(texts.legible(view), r"(?<!Kho bạc )\bNhà Nước\b(?! Việt Nam)", "Nhà Nước"):
        yield this.at(texts.piece(span, match), N_("“{doan}” viết hoa chưa đúng."), N_("Viết: Nhà nước"))


_SYLLABLE = r"[A-Z][a-z]+"
_NOUNS = ("Xã", "Phường", "Thị trấn", "Thị xã", "Huyện", "Tỉnh", "Đặc khu", "Thành phố")
_NOUN = f"(?:{'|'.join(_NOUNS)})"
_UNIT_NAMED = rf"(?:(?<=[a-z,(])|(?<=UBND)|(?<=HĐND))[ \u00a0](?P<loai>{_NOUN}) (?P<ten>{_SYLLABLE}(?:[ -]{{1,3}}{_SYLLABLE}){{0,4}})"
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


_ALONE = (
    r"\b(?P<truoc>UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|địa bàn|toàn) "
    r"(?P<loai>Tỉnh|Huyện|Xã|Phường|Thành phố)"
    r"(?=[,.;:)]|$| (?:[a-z]{2,7}|ý)(?: |[,.;:)]|$))"
)


@rule("VH19", Level.THONG_LE, "Phụ lục II, Mục III, khoản 1, điểm a")
def don_vi_mot_minh_viet_hoa(this: Rule, view: DocumentView) -> Faults:
    """Danh từ chung chỉ đơn vị hành chính đứng một mình mà viết hoa.
    Căn cứ: chỉ viết hoa tên riêng của đơn vị hành chính. | Sai: UBND Tỉnh; trên địa bàn Xã | Đúng: UBND tỉnh; trên địa bàn xã
    Bỏ qua khi: văn bản đã quy ước gọi như vậy, ví dụ “sau đây gọi là Thành phố” (chương trình bỏ qua).
    """
    agreed = {match[1] for span in texts.prose(view) for match in re.finditer(r"gọi (?:chung |tắt )?là:? [“\"]?(\w+(?: phố)?)", span.text)}
    for span, match in texts.matches(texts.legible(view), _ALONE, "Tỉnh", "Huyện", "Xã", "Phường", "Thành phố"):
        if match["loai"] not in agreed:
            message = N_("Danh từ chung trong “{doan}” không viết hoa.")
            yield this.write(texts.piece(span, match, "loai"), message, f"{match['truoc']} {match['loai'].lower()}", doan=match[0])


def _known_unit(kind: str, shown: str) -> str:
    """Return the longest head of *shown* that is a unit's own name and leaves the noun small, or nothing."""
    words = shown.split(" ")
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if (kind, bo_dau(name).lower()) in _bare_units():
            above = kind in {"Tỉnh", "Thành phố", "Thị xã", "Huyện"}
            return "" if co_the_giu_danh_tu(name) or (not above and words[0] in facts.words("ho_dat_ten_xa")) else name
    return ""


@cache
def _bare_units() -> frozenset[tuple[str, str]]:
    """Return every unit of both lists, communes, districts and provinces, by its kind and bare name."""
    lists = (danh_muc.BEFORE, danh_muc.SINCE)
    return frozenset((kind, bo_dau(name).lower()) for listed in lists for kind, name in danh_muc.all_levels(listed))


@rule("VH18", Level.LUAT, "Phụ lục II, Mục IV, khoản 1, điểm a", each=lists.names)
def noi_nhan_viet_thuong(this: Rule, span: Span) -> Faults:
    """Tên cơ quan ở “Kính gửi”, “Nơi nhận” bắt đầu bằng chữ thường.
    Căn cứ: viết hoa chữ cái đầu của từ chỉ loại hình cơ quan, tổ chức. | Sai: - văn phòng UBND tỉnh; / - công an xã;
    Đúng: - Văn phòng UBND tỉnh; / - Công an xã;
    """
    said = texts.nfc(span.text)
    kinds = (word for word in facts.words("noi_ban_hanh") if word != word.upper())
    kind = next((word for word in kinds if re.match(rf"{word[0].lower()}{word[1:]}\b", said)), None)
    if kind and not any(slip.tu == 0 for slip in sai_chu_hoa(said, "co_quan_rieng", "co_quan")):
        yield this.write(texts.part(span, 0, 1), N_("“{doan}” bắt đầu bằng chữ thường."), kind + said[len(kind) :], doan=said)


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
    # “Bảo hiểm xã hội”, “thành phố trực thuộc trung ương” name no unit.
    kind = re.compile(r"\b(?:xã(?! hội\b)|phường|thị trấn|đặc khu|huyện|thị xã|tỉnh|thành phố)(?! (?:trực )?thuộc\b) ", re.IGNORECASE)
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
