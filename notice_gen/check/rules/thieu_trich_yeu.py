"""Dưới tên loại không có trích yếu nội dung.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu nội dung được đặt ngay dưới tên loại văn bản.

Sai: dưới dòng THÔNG BÁO là ngay lời văn.

Đúng: Kết quả kiểm tra công tác văn thư năm 2026, đặt dưới dòng THÔNG BÁO.

Bỏ qua khi: giấy giới thiệu, giấy nghỉ phép, theo mẫu không có trích yếu (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("TY01", "thieu_trich_yeu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and view.loai in view.law.loai and view.loai not in look.WITHOUT_SUBJECT and "ten_loai" in view.components and "trich_yeu" not in view.components:
        yield RULE.at(look.spans(view, "ten_loai")[0], N_("Không thấy trích yếu nội dung dưới tên loại."), N_("Thêm một câu ngắn nêu nội dung chủ yếu ngay dưới tên loại, canh giữa, chữ đậm."))
