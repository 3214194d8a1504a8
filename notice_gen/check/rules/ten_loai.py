"""Box 5a: the name of the type."""

from __future__ import annotations

import unicodedata

from notice_gen.check import head, look
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_
from notice_gen.vietnamese import dat_dau


@rule("TL01", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b", form=True)
def thieu_ten_loai(this: Rule, view: DocumentView) -> Faults:
    """Văn bản không có tên loại, cũng không phải công văn.
    Căn cứ: tên loại và trích yếu ở ô số 5a; chỉ công văn không có tên loại.
    Sai: số ký hiệu ghi “15/TB-SNV” nhưng không có dòng “THÔNG BÁO”.
    Đúng: THÔNG BÁO, canh giữa, trên trích yếu.
    Bỏ qua khi: tên loại là hình ảnh hoặc chữ nghệ thuật.
    """
    if view.kind is Kind.HANH_CHINH and not view.loai and "ten_loai" not in view.components:
        message = N_("Không thấy tên loại văn bản.")
        yield this.at(None, message, N_("Thêm tên loại, ví dụ “THÔNG BÁO”, canh giữa, chữ in hoa, đậm, trên trích yếu."))


@rule("TL06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")
def ten_loai_viet_sai(this: Rule, view: DocumentView) -> Faults:
    """Tên loại văn bản viết sai chữ, hoặc không phải tên loại mà ký hiệu nói tới.
    Căn cứ: tên loại văn bản do cơ quan ban hành (các loại ở Điều 7).
    Sai: QUYẾT ĐINH; số ghi “15/QĐ-SNV” mà tên loại ghi “THÔNG TRI”.
    Đúng: QUYẾT ĐỊNH
    Bỏ qua khi: tên loại của ngành khác, số và ký hiệu theo quy định riêng.
    """
    number = head.number(view)
    said = view.loai or (number.groups[0] if number and number.groups else "")
    known = view.law.loai.get(said)
    for span in look.spans(view, "ten_loai")[:1] if known else ():
        typed = " ".join(unicodedata.normalize("NFC", span.text).split()).rstrip(" :.")
        if known and dat_dau(typed.casefold(), "cu") != dat_dau(known.ten.casefold(), "cu"):
            yield this.write(span, N_("Tên loại “{doan}” viết chưa đúng."), known.ten.upper(), doan=typed)
