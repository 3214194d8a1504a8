"""Văn bản không có tên loại, cũng không phải công văn.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: tên loại và trích yếu ở ô số 5a; chỉ công văn không có tên loại.

Sai: số ký hiệu ghi “15/TB-SNV” nhưng không có dòng “THÔNG BÁO”.

Đúng: THÔNG BÁO, canh giữa, trên trích yếu.

Bỏ qua khi: tên loại là hình ảnh hoặc chữ nghệ thuật.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("TL01", "thieu_ten_loai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and not view.loai and "ten_loai" not in view.components:
        yield RULE.at(None, N_("Không thấy tên loại văn bản."), N_("Thêm tên loại, ví dụ “THÔNG BÁO”, canh giữa, chữ in hoa, đậm, trên trích yếu."))
