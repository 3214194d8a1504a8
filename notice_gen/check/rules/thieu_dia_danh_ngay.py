"""Văn bản không có địa danh và thời gian ban hành.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: địa danh và thời gian ban hành được trình bày trên cùng một dòng với số, ký hiệu.

Sai: dưới Tiêu ngữ để trống.

Đúng: Bình Điền, ngày 05 tháng 3 năm 2026; dự thảo: “Bình Điền, ngày      tháng      năm 2026”.

Bỏ qua khi: biên bản, theo mẫu 1.9 không có dòng này (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("DN01", "thieu_dia_danh_ngay", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and view.loai != "BB" and "dia_danh_ngay" not in view.components:
        yield RULE.at(None, N_("Văn bản không có địa danh và ngày, tháng, năm ban hành."), N_("Thêm dưới Tiêu ngữ, ví dụ: “Bình Điền, ngày 05 tháng 3 năm 2026”."))
