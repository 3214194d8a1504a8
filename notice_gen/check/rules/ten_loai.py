"""Boxes 5a and 5b: the name of the type; the subject, of a named type and of a letter (công văn)."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from notice_gen.check import head, look, texts
from notice_gen.check.fault import Faults, Level, Mend, Rule, rule
from notice_gen.check.view import DocumentView, Kind, Span
from notice_gen.errors import N_
from notice_gen.vietnamese import dat_dau, loi_ten
from notice_gen.vietnamese.con_so import so


@rule("TL06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")
def ten_loai_viet_sai(this: Rule, view: DocumentView) -> Faults:
    """Tên loại văn bản viết sai chữ, hoặc không phải tên loại mà ký hiệu nói tới.
    Căn cứ: tên loại văn bản do cơ quan ban hành (các loại ở Điều 7). | Sai: QUYẾT ĐINH; số ghi “15/QĐ-SNV” mà tên loại ghi “THÔNG TRI”.
    Đúng: QUYẾT ĐỊNH | Bỏ qua khi: tên loại của ngành khác, số và ký hiệu theo quy định riêng.
    """
    number = head.number(view)
    code = view.loai or (number.groups[0] if number and number.groups else "")
    meant = view.law.loai.get(code)
    for span in look.spans(view, "ten_loai")[:1] if meant else ():
        typed = " ".join(unicodedata.normalize("NFC", span.text).split()).rstrip(" :.")
        if meant and dat_dau(typed.casefold(), "cu") != dat_dau(meant.ten.casefold(), "cu"):
            yield this.write(span, N_("Tên loại “{doan}” viết chưa đúng."), meant.ten.upper(), doan=typed)


@rule("TL08", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")
def ten_loai_kem_so(this: Rule, view: DocumentView) -> Faults:
    """Dòng tên loại ghi cả số của văn bản.
    Căn cứ: số, ký hiệu ở ô số 3; dòng tên loại chỉ có tên loại, trích yếu ở ngay dưới. | Sai: KẾ HOẠCH SỐ 142; Thông báo số 15/TB-UBND
    Đúng: KẾ HOẠCH | Bỏ qua khi: thông báo số 1, số 2 của một cuộc thi, một hội nghị.
    """
    for span in look.spans(view, "trich_yeu")[:1] if view.kind is Kind.HANH_CHINH else ():
        found = re.match(r"\s*số\s*:?\s*\d+[^\s,;]*", texts.nfc(span.text), re.IGNORECASE)
        if found:
            hint = N_("Bỏ số ở dòng tên loại; số, ký hiệu ghi dưới tên cơ quan ban hành.")
            yield this.at(span, N_("Dòng tên loại ghi cả số: “{doan}”."), hint, doan=found[0].strip())


@rule("TY18", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")
def trich_yeu_cung_dong(this: Rule, view: DocumentView) -> Faults:
    """Trích yếu viết cùng dòng với tên loại.
    Căn cứ: trích yếu nội dung được đặt ngay dưới tên loại văn bản. | Sai: THÔNG BÁO Kết quả kiểm tra công tác văn thư
    Đúng: THÔNG BÁO (xuống dòng) Kết quả kiểm tra công tác văn thư | Bỏ qua khi: số ghi sau tên loại (quy tắc khác).
    """
    names, subjects = look.spans(view, "ten_loai"), look.spans(view, "trich_yeu")
    together = names and subjects and names[0].paragraph is subjects[0].paragraph and look.capitals(names[0])
    if view.kind is Kind.HANH_CHINH and together:
        between = names[0].paragraph.text[names[0].end : subjects[0].start]
        if "\n" not in between and re.match(r"(?i:\W*(?!số\b)[^\W\d_])", texts.nfc(subjects[0].text)):
            yield this.at(subjects[0], N_("Trích yếu viết cùng dòng với tên loại."), N_("Xuống dòng sau tên loại."))


@rule("TY01", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b", form=True)
def thieu_trich_yeu(this: Rule, view: DocumentView) -> Faults:
    """Dưới tên loại không có trích yếu nội dung.
    Căn cứ: trích yếu nội dung được đặt ngay dưới tên loại văn bản. | Sai: dưới dòng THÔNG BÁO là ngay lời văn.
    Đúng: Kết quả kiểm tra công tác văn thư năm 2026, đặt dưới dòng THÔNG BÁO.
    Bỏ qua khi: giấy giới thiệu, giấy nghỉ phép, theo mẫu không có trích yếu (chương trình bỏ qua).
    """
    asked = view.kind is Kind.HANH_CHINH and view.loai in view.law.loai and view.loai not in look.WITHOUT_SUBJECT
    if asked and "ten_loai" in view.components and "trich_yeu" not in view.components:
        message = N_("Không thấy trích yếu nội dung dưới tên loại.")
        hint = N_("Thêm một câu ngắn nêu nội dung chủ yếu ngay dưới tên loại, canh giữa, chữ đậm.")
        yield this.at(look.spans(view, "ten_loai")[0], message, hint)


@rule("TY05", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")
def trich_yeu_in_hoa(this: Rule, view: DocumentView) -> Faults:
    """Trích yếu viết in hoa tất cả.
    Căn cứ: trích yếu nội dung được trình bày bằng chữ in thường. | Sai: KẾT QUẢ KIỂM TRA CÔNG TÁC VĂN THƯ
    Đúng: Kết quả kiểm tra công tác văn thư | Bỏ qua khi: trích yếu chỉ gồm một từ viết tắt.
    """
    lines = look.spans(view, "trich_yeu", "trich_yeu_cong_van")
    long = len(" ".join(span.text for span in lines).split()) > 2
    if long and all(look.capitals(span) for span in lines) and not all(span.blank for span in lines):
        message, hint = N_("Trích yếu “{doan}” viết in hoa tất cả."), N_("Viết chữ thường, chỉ viết hoa chữ đầu và tên riêng.")
        yield this.at(lines[0], message, hint, doan=" ".join(span.text for span in lines))


@rule("TY06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b", form=True)
def trich_yeu_thieu_duong_ke(this: Rule, view: DocumentView) -> Faults:
    """Dưới trích yếu không có đường kẻ ngang.
    Căn cứ: bên dưới trích yếu có đường kẻ ngang, nét liền, dài bằng {duong_ke[khoang]} dòng chữ. | Sai: dưới trích yếu là ngay lời văn.
    Đúng: đường kẻ ngắn, liền, cân đối dưới trích yếu. | Bỏ qua khi: đường kẻ là hình ảnh, chương trình không nhận ra.
    """
    if view.kind is Kind.HANH_CHINH and view.loai in view.law.loai:
        yield from look.no_rule_below(this, view, "trich_yeu", "ten_loai")


@rule("TY08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b", form=True)
def cong_van_thieu_trich_yeu(this: Rule, view: DocumentView) -> Faults:
    """Công văn không có trích yếu “V/v …”.
    Căn cứ: đối với công văn, trích yếu ở ô số 5b, sau chữ “V/v”, dưới số và ký hiệu. | Sai: dưới số, ký hiệu công văn để trống.
    Đúng: V/v lập danh mục hồ sơ năm 2026
    """
    if view.kind is Kind.HANH_CHINH and view.loai == "CV" and not {"ten_loai", "trich_yeu_cong_van"} & view.components.keys():
        message = N_("Công văn không có trích yếu dưới số, ký hiệu.")
        yield this.at(look.spans(view, "so_ky_hieu")[0], message, N_("Thêm “V/v …” canh giữa dưới số, ký hiệu, cách 6 pt."))


@rule("TY09", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")
def trich_yeu_cong_van_sai_mo_dau(this: Rule, view: DocumentView) -> Faults:
    """Trích yếu công văn không mở đầu bằng “V/v”.
    Căn cứ: trích yếu nội dung công văn sau chữ “V/v”. | Sai: Về việc lập danh mục hồ sơ; V/V lập danh mục; v/v: lập danh mục
    Đúng: V/v lập danh mục hồ sơ
    """
    for span in look.spans(view, "trich_yeu_cong_van")[:1]:
        match = re.match(r"\S+(?:\s+việc\b)?\s*:?", span.text)
        if match and not re.match(r"V/v(?:\s+[^\s:]|[\s.…_]*$)", span.text):
            message = N_("Trích yếu công văn mở đầu chưa đúng: “{doan}”.")
            yield this.at(texts.piece(span, match), message, N_("Viết: V/v, một dấu cách, rồi nội dung, không có dấu hai chấm."))


@rule("TY13", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b", form=True)
def trich_yeu_cong_van_sat_so(this: Rule, view: DocumentView) -> Faults:
    """Trích yếu công văn đặt sát số, ký hiệu.
    Căn cứ: trích yếu công văn cách dòng 6pt với số và ký hiệu văn bản. | Sai: “V/v …” liền dưới số, ký hiệu, không có khoảng cách.
    Đúng: “V/v …” cách 6 pt (Spacing Before 6 pt). | Bỏ qua khi: hai dòng ở hai ô khác nhau của bảng (chương trình không đo được).
    """
    numbers, subjects = look.spans(view, "so_ky_hieu"), look.spans(view, "trich_yeu_cong_van")
    if numbers and subjects:
        above, below = numbers[0].paragraph, subjects[0].paragraph
        together = above.cell == below.cell and above.part == below.part and below.index - above.index == 1
        if together and above.after + below.before < 5.9:
            mend, message = Mend("paragraph", {"before": 6.0}), N_("Trích yếu công văn cách số, ký hiệu {cach} pt, quy định 6 pt.")
            hint = N_("Đặt con trỏ ở dòng “V/v”, Layout > Spacing > Before: 6 pt.")
            yield this.at(subjects[0], message, hint, mend=mend, cach=so(Decimal(str(above.after + below.before)), le=0))


@rule("TY15", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b", each=look.boxes("trich_yeu"))
def trich_yeu_viet_tat(this: Rule, span: Span) -> Faults:
    """Trích yếu dưới tên loại viết tắt “V/v”, hoặc có dấu hai chấm sau “Về việc”.
    Căn cứ: chữ viết tắt V/v chỉ ở trích yếu công văn; mẫu 1.1 đến 1.4 của Phụ lục III không có. | Sai: V/v kiểm tra; Về việc: kiểm tra
    Đúng: Về việc kiểm tra công tác văn thư; Kiểm tra công tác văn thư
    """
    if slip := loi_ten.viet_tat_ve_viec(texts.nfc(span.text)):
        found = texts.part(span, slip.tu, slip.den)
        yield this.write(found, N_("Trích yếu mở đầu bằng “{doan}”."), "Về việc", doan=found.text.strip())


@rule("TY16", Level.LUAT, "Phụ lục II, Mục I")
def trich_yeu_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Trích yếu dưới tên loại bắt đầu bằng chữ thường, hoặc viết hoa chữ “việc”.
    Căn cứ: viết hoa chữ cái đầu âm tiết thứ nhất khi xuống dòng. | Sai: về việc kiểm tra công tác văn thư; Về Việc kiểm tra
    Đúng: Về việc kiểm tra công tác văn thư | Bỏ qua khi: trích yếu công văn, sau chữ V/v (chương trình không xét).
    """
    for span in look.spans(view, "trich_yeu")[:1]:
        own_line = not span.paragraph.text[: span.start].rpartition("\n")[2].strip()
        slip = loi_ten.dau_trich_yeu(texts.nfc(span.text))
        if slip and slip.dung == "v":
            yield this.write(texts.part(span, slip.tu, slip.tu + len("Việc")), N_("Chữ “{doan}” không viết hoa."), "việc")
        elif slip and own_line:
            hint = N_("Viết hoa chữ đầu của trích yếu.")
            yield this.at(texts.part(span, slip.tu, slip.den), N_("Trích yếu bắt đầu bằng chữ thường."), hint)


@rule("TY19", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")
def trich_yeu_cong_van_viet_hoa(this: Rule, view: DocumentView) -> Faults:
    """Trích yếu công văn viết hoa chữ đầu sau “V/v”.
    Căn cứ: trích yếu nội dung công văn sau chữ “V/v”, bằng chữ in thường. | Sai: V/v Đôn đốc thực hiện Kế hoạch chuyển đổi số
    Đúng: V/v đôn đốc thực hiện Kế hoạch chuyển đổi số | Bỏ qua khi: đó là tên riêng (chương trình chỉ xét những từ chỉ việc thường gặp).
    """
    for span in look.spans(view, "trich_yeu_cong_van")[:1]:
        if slip := loi_ten.hoa_sau_ve_viec(texts.nfc(span.text)):
            found = texts.part(span, slip.tu, slip.den)
            yield this.write(found, N_("“{doan}” sau chữ “V/v” không viết hoa."), slip.dung or "", doan=found.text)
