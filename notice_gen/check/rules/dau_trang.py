"""The head of the page: Quốc hiệu and Tiêu ngữ, agency (boxes 1, 2), stamps (box 10); the address at its foot (box 13); a second paper."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from notice_gen.check import look, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.form.header import QUOC_HIEU, SO
from notice_gen.check.form.pieces import pieces
from notice_gen.check.form.title import types
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.legal.agency import thieu_chu_quan
from notice_gen.vietnamese import ten_goi, tinh_thanh
from notice_gen.vietnamese.chinh_ta import dat_dau
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.viet_tat import bang_viet_tat

_QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_NUMBERED = re.compile(rf"(?=.*\d\s*/){SO.pattern}")
_NEAR = 20  # paragraphs: the number stands that close to the Quốc hiệu
_HEAD = 8  # paragraphs of the first document's own head, below its number


@rule("QH02", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm a", form=True)
def quoc_hieu_sai_chu(this: Rule, view: DocumentView) -> Faults:
    """Quốc hiệu viết sai chữ, hoặc không in hoa.
    Căn cứ: Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” được trình bày bằng chữ in hoa.
    Sai: CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM; Cộng hòa xã hội chủ nghĩa Việt Nam
    Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Bỏ qua khi: không có trường hợp nào; “HÒA” và “HOÀ” đều được chấp nhận.
    """
    lines = look.spans(view, "quoc_hieu")
    shown = " ".join(" ".join(span.text for span in lines).split())
    wrong = dat_dau(unicodedata.normalize("NFC", shown).upper(), "cu", chu_hoa_dau=True) != _QUOC_HIEU
    if lines and (wrong or not all(map(look.capitals, lines))):
        yield this.write(lines[0], N_("Quốc hiệu viết chưa đúng: “{doan}”."), _QUOC_HIEU, doan=shown)


@rule("CQ11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a", each=look.boxes("co_quan_chu_quan", "co_quan"))
def ten_co_quan_sai_dau(this: Rule, span: Span) -> Faults:
    """Tên cơ quan ban hành viết thiếu dấu, sai dấu.
    Căn cứ: tên cơ quan ban hành là tên chính thức, đầy đủ. | Sai: UY BAN NHÂN DÂN; HỘI ĐÔNG NHÂN DÂN | Đúng: ỦY BAN NHÂN DÂN
    """
    if wrong := ten_goi.sai_dau(span.text):
        yield this.write(span, N_("“{doan}” viết sai dấu."), wrong[1], doan=wrong[0])


@rule("CQ13", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a", each=look.boxes("co_quan"))
def ten_co_quan_viet_tat(this: Rule, span: Span) -> Faults:
    """Tên cơ quan ban hành viết tắt.
    Căn cứ: tên cơ quan ban hành là tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản trực tiếp được viết tắt những cụm từ thông dụng.
    Sai: UBND / XÃ BÌNH ĐIỀN; PHÒNG KT | Đúng: ỦY BAN NHÂN DÂN / XÃ BÌNH ĐIỀN; PHÒNG KINH TẾ
    """
    text = unicodedata.normalize("NFC", span.text)
    message = N_("Tên cơ quan ban hành viết tắt: “{doan}”.")
    if match := re.match(r"\W*(?P<tat>UBND|HĐND|HDND)\b", text):
        full = bang_viet_tat("co_quan")[match["tat"].replace("HDND", "HĐND")].upper()
        rest = " ".join(span.text[match.end() :].split())
        yield this.write(span, message, f"{full} {rest}".strip(), doan=span.text.strip())
        return
    short = None if _NAMED_SHORT.search(text) else re.search(r"\b[BCDĐGHKLMNPQRSTVX]{2,}\b", text)
    if short and short[0] not in bang_viet_tat("pho_bien") and not texts.roman_value(short[0]):
        yield this.at(span, message, N_("Viết đầy đủ tên cơ quan ban hành."), doan=span.text.strip())


@rule("QH05", Level.GOI_Y, "Điều 8")
def hai_van_ban_mot_tep(this: Rule, view: DocumentView) -> Faults:
    """Trong tệp còn một văn bản nữa ở dưới.
    Căn cứ: thể thức là của từng văn bản; chương trình kiểm tra văn bản đứng đầu tệp.
    Sai: công văn và quyết định kèm sau nó chung một tệp. | Đúng: mỗi văn bản một tệp.
    Bỏ qua khi: phần sau là mẫu trong phụ lục (chương trình bỏ qua), hoặc bản chụp văn bản khác kèm để tham khảo.
    """
    first = look.spans(view, "so_ky_hieu")
    if not first:
        return
    attached = {paragraph.index for annex in view.annexes if annex.ten or annex.kem_theo for paragraph in annex.paragraphs}
    titles = {name for name, _, _ in types(view.law)}
    below = [piece for piece in pieces(enumerate(view.paragraphs)) if piece.at > first[0].paragraph.index + _HEAD]
    heads = [piece for piece in below if QUOC_HIEU.fullmatch(piece.key) and piece.paragraph.index not in attached]
    numbered = [piece.at for piece in below if _NUMBERED.match(piece.key) or (piece.capitals and piece.key in titles)]
    for head in heads:
        if any(abs(at - head.at) <= _NEAR for at in numbered):
            hint = N_("Tách thành hai tệp rồi kiểm tra từng tệp.")
            yield this.at(head.span, N_("Từ đây là một văn bản khác; chương trình chỉ kiểm tra văn bản ở đầu tệp."), hint)
            return


@rule("TN01", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b", form=True)
def thieu_tieu_ngu(this: Rule, view: DocumentView) -> Faults:
    """Không thấy Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”.
    Căn cứ: Tiêu ngữ canh giữa dưới Quốc hiệu. | Sai: dưới Quốc hiệu là dòng địa danh, ngày tháng.
    Đúng: dưới Quốc hiệu là dòng “Độc lập - Tự do - Hạnh phúc”. | Bỏ qua khi: Tiêu ngữ là hình ảnh, chương trình không đọc được.
    """
    if "quoc_hieu" in view.components and "tieu_ngu" not in view.components:
        hint = N_("Thêm dòng “Độc lập - Tự do - Hạnh phúc” dưới Quốc hiệu.")
        yield this.at(look.spans(view, "quoc_hieu")[-1], N_("Văn bản không có Tiêu ngữ."), hint)


@rule("TN02", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b", form=True, each=look.boxes("tieu_ngu"))
def tieu_ngu_sai_chu(this: Rule, span: Span) -> Faults:
    """Tiêu ngữ viết sai: sai chữ, thiếu gạch nối, gạch nối không có cách chữ.
    Căn cứ: chữ in thường, chữ cái đầu của các cụm từ viết hoa, giữa các cụm từ có gạch nối (-), có cách chữ.
    Sai: Độc lập-Tự do-Hạnh phúc; Độc lập – Tự do – Hạnh Phúc; ĐỘC LẬP - TỰ DO - HẠNH PHÚC | Đúng: Độc lập - Tự do - Hạnh phúc
    """
    shown = unicodedata.normalize("NFC", span.text.strip())
    if shown == _TIEU_NGU and not look.capitals(span):
        return
    marks_only = "".join(filter(str.isalpha, shown)) == "".join(filter(str.isalpha, _TIEU_NGU))
    new = span.text.replace(span.text.strip(), _TIEU_NGU) if marks_only else None
    yield this.write(span, N_("Tiêu ngữ viết chưa đúng: “{doan}”."), _TIEU_NGU, new=new, doan=shown)


@rule("TN06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b", form=True)
def duong_ke_tieu_ngu_sai_do_dai(this: Rule, view: DocumentView) -> Faults:
    """Đường kẻ dưới Tiêu ngữ dài hơn hoặc ngắn hơn dòng chữ.
    Căn cứ: đường kẻ có độ dài bằng độ dài của dòng chữ. | Sai: đường kẻ chỉ bằng nửa dòng Tiêu ngữ.
    Đúng: đường kẻ bắt đầu và kết thúc cùng dòng Tiêu ngữ.
    Bỏ qua khi: chênh lệch nhỏ do máy in; chương trình đã bỏ qua chênh lệch dưới một phần mười.
    """
    if any(map(look.capitals, look.spans(view, "tieu_ngu"))):
        return iter(())  # in its own letters the line will be shorter
    return look.rule_length(this, view, "tieu_ngu", Decimal("0.96"), Decimal("1.04"))


@rule("CQ08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b", form=True)
def co_quan_khong_canh_giua(this: Rule, view: DocumentView) -> Faults:
    """Tên cơ quan ban hành không canh giữa.
    Căn cứ: tên cơ quan, tổ chức ban hành được đặt canh giữa dưới tên cơ quan, tổ chức chủ quản trực tiếp.
    Sai: “SỞ NỘI VỤ” canh trái dưới “UBND THÀNH PHỐ HUẾ”. | Đúng: “SỞ NỘI VỤ” canh giữa.
    Bỏ qua khi: dòng dài nhất của ô, vì không thấy được; tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua).
    """
    # The longest line fills the room that the others are set in; a line nearly as long stands in its middle, mm.
    narrower = 8.0
    widest = max((look.width(span) for span in look.spans(view, "co_quan_chu_quan", "co_quan", "so_ky_hieu")), default=0.0)
    for span in look.spans(view, "co_quan"):
        if look.width(span) < widest - narrower:
            yield from look.centred_of(this, span, look.asked(view, "co_quan"))


_COMMITTEE = r"(?:UBND|HĐND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)"
_NAMELESS = re.compile(rf"{_COMMITTEE}(?: (?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU))?\W*")
_LEVELLESS = re.compile(rf"{_COMMITTEE} (?!TỈNH|THÀNH PHỐ|TP|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN|THỊ |VÀ |CẤP )(?=[^\W\d_]{{2}})")


@rule("CQ14", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a")
def chu_quan_thieu_ten_noi(this: Rule, view: DocumentView) -> Faults:
    """Tên cơ quan ở địa phương, cơ quan chủ quản không có tên tỉnh, thành phố, xã, phường, hoặc thiếu chữ chỉ cấp.
    Căn cứ: tên cơ quan, tổ chức chủ quản trực tiếp ở địa phương có thêm tên đơn vị hành chính nơi cơ quan đóng trụ sở.
    Sai: UBND TỈNH / SỞ NỘI VỤ; UBND HUẾ / SỞ NỘI VỤ; ỦY BAN NHÂN DÂN; SỞ Y TẾ / BỆNH VIỆN ĐA KHOA
    Đúng: UBND TỈNH NGHỆ AN / SỞ NỘI VỤ; SỞ Y TẾ TỈNH PHÚ THỌ / BỆNH VIỆN ĐA KHOA
    """
    lines = look.spans(view, "co_quan_chu_quan")
    named = " ".join(unicodedata.normalize("NFC", span.text) for span in lines)
    in_capitals = named.upper()
    of_place = r"\b(?:TỈNH|THÀNH PHỐ|TP)\b|[.…\[{<]"
    if re.match(r"\s*SỞ\s", in_capitals) and not re.search(of_place, in_capitals) and not tinh_thanh.co_ten(named):
        yield this.at(lines[0], N_("“{doan}” chưa có tên tỉnh, thành phố."), N_("Thêm tên tỉnh, thành phố."), doan=" ".join(named.split()))
        return
    for box in ("co_quan_chu_quan", "co_quan"):
        spans = look.spans(view, box)
        shown = " ".join(" ".join(unicodedata.normalize("NFC", span.text).upper().split()) for span in spans)
        if _NAMELESS.fullmatch(dat_dau(shown, "cu", chu_hoa_dau=True)):
            message, hint = N_("“{doan}” chưa có tên riêng của đơn vị hành chính."), N_("Thêm tên tỉnh, thành phố, xã, phường.")
            yield this.at(spans[-1], message, hint, doan=shown)
        elif _LEVELLESS.match(dat_dau(shown, "cu", chu_hoa_dau=True)):
            message = N_("“{doan}” thiếu chữ chỉ đơn vị hành chính.")
            yield this.at(spans[-1], message, N_("Thêm tỉnh, thành phố, xã, phường hoặc đặc khu trước tên riêng."), doan=shown)


_UNIT_ALONE = re.compile(r"(?:XÃ|PHƯỜNG|TỈNH|THÀNH PHỐ|ĐẶC KHU) (?!HỘI\b)\w+(?: \w+){0,4}")


@rule("CQ17", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a")
def ten_co_quan_chi_co_don_vi(this: Rule, view: DocumentView) -> Faults:
    """Chỗ tên cơ quan ban hành chỉ ghi tên đơn vị hành chính.
    Căn cứ: tên cơ quan, tổ chức ban hành là tên chính thức, đầy đủ. | Sai: XÃ BÌNH ĐIỀN (một mình) | Đúng: ỦY BAN NHÂN DÂN / XÃ BÌNH ĐIỀN
    Bỏ qua khi: cơ quan ban hành chỉ có tên như vậy.
    """
    above, own = (" ".join(texts.nfc(span.text) for span in look.spans(view, box)).split() for box in ("co_quan_chu_quan", "co_quan"))
    if own and not above and _UNIT_ALONE.fullmatch(" ".join(own).upper()):
        message, hint = N_("“{doan}” là tên đơn vị hành chính, chưa có tên cơ quan."), N_("Ghi tên cơ quan ở trên, ví dụ ỦY BAN NHÂN DÂN.")
        yield this.at(look.spans(view, "co_quan")[0], message, hint, doan=" ".join(own))


@rule("CQ16", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a")
def thieu_co_quan_chu_quan(this: Rule, view: DocumentView) -> Faults:
    """Tên sở, phòng, chi cục, trạm y tế không có tên cơ quan chủ quản ở trên.
    Căn cứ: tên cơ quan ban hành gồm tên cơ quan và tên cơ quan, tổ chức chủ quản trực tiếp (nếu có).
    Sai: PHÒNG VĂN HÓA - XÃ HỘI (một mình) | Đúng: UBND XÃ ĐỒNG VĂN / PHÒNG VĂN HÓA - XÃ HỘI
    """
    named = look.spans(view, "co_quan")
    ten, above = (" ".join(texts.nfc(span.text) for span in look.spans(view, box)) for box in ("co_quan", "co_quan_chu_quan"))
    if named and thieu_chu_quan(ten, above):
        message, hint = N_("“{doan}” thiếu tên cơ quan chủ quản ở trên."), N_("Thêm tên cơ quan chủ quản ở dòng trên.")
        yield this.at(named[0], message, hint, doan=" ".join(ten.split()))


_NAMED_SHORT = re.compile(r"TRƯỜNG|CÔNG TY|BỆNH VIỆN|NGÂN HÀNG")  # what a school or a firm is called may be short itself
_STAMPS = frozenset({"KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"})


@rule("DK05", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 2", each=look.boxes("do_khan", "pham_vi"))
def dau_khan_sai_dau(this: Rule, span: Span) -> Faults:
    """Dấu chỉ mức độ khẩn, chỉ dẫn phạm vi lưu hành viết thiếu dấu, sai dấu.
    Căn cứ: các từ HỎA TỐC, THƯỢNG KHẨN, KHẨN; XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ. | Sai: HỎA TÔC; THƯƠNG KHẨN | Đúng: HỎA TỐC; THƯỢNG KHẨN
    """
    typed = dat_dau(unicodedata.normalize("NFC", " ".join(span.text.split())).upper(), "cu", chu_hoa_dau=True)
    right = next((stamp for stamp in _STAMPS if bo_dau(stamp) == bo_dau(typed)), typed)
    if typed not in {right, bo_dau(right)}:  # a paper typed without marks is another matter
        yield this.write(span, N_("“{doan}” viết sai dấu."), right, doan=span.text.strip())


@rule("DK04", Level.GOI_Y, "Phụ lục I, Phần I, Mục III, khoản 2", each=look.boxes("do_mat"))
def co_dau_do_mat(this: Rule, span: Span) -> Faults:
    """Tệp có dấu chỉ độ mật.
    Căn cứ: việc xác định và đóng dấu chỉ độ mật thực hiện theo quy định hiện hành về bảo vệ bí mật nhà nước.
    Sai: tệp Word có chữ MẬT lưu trên máy tính nối mạng. | Đúng: văn bản mật soạn trên máy tính độc lập, dấu độ mật đóng bằng con dấu.
    Bỏ qua khi: chữ “MẬT” không phải dấu độ mật.
    """
    message = N_("Văn bản có dấu chỉ độ mật “{doan}”.")
    yield this.at(span, message, N_("Không soạn thảo, lưu, gửi văn bản mật trên máy tính, mạng không được phép."), doan=span.text.strip())


@rule("SD05", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 4", form=True)
def dia_chi_thieu_duong_ke(this: Rule, view: DocumentView) -> Faults:
    """Trên địa chỉ cơ quan không có đường kẻ.
    Căn cứ: dưới một đường kẻ nét liền kéo dài hết chiều ngang của vùng trình bày văn bản. | Sai: địa chỉ ở chân trang, không có đường kẻ.
    Đúng: đường kẻ liền hết chiều ngang, địa chỉ ở dưới. | Bỏ qua khi: đường kẻ là hình ảnh, chương trình không nhận ra.
    """
    lines = look.spans(view, "dia_chi")
    if not lines or not view.sections:
        return
    first = view.sections[0]
    footing = first.first_footer if first.title_page else first.footer
    if footing is not None and not any(paragraph.lines for paragraph in footing.paragraphs):
        message = N_("Trên địa chỉ cơ quan không có đường kẻ.")
        yield this.at(lines[0], message, N_("Kẻ đường viền trên cho dòng địa chỉ (Borders > Top Border)."))
