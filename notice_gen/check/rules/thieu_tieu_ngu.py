"""Không thấy Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm b: Tiêu ngữ canh giữa dưới Quốc hiệu.

Sai: dưới Quốc hiệu là dòng địa danh, ngày tháng.

Đúng: dưới Quốc hiệu là dòng “Độc lập - Tự do - Hạnh phúc”.

Bỏ qua khi: Tiêu ngữ là hình ảnh, chương trình không đọc được.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TN01", "thieu_tieu_ngu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    if "quoc_hieu" in view.components and "tieu_ngu" not in view.components:
        hint = N_("Thêm dòng “Độc lập - Tự do - Hạnh phúc” dưới Quốc hiệu.")
        yield RULE.at(look.spans(view, "quoc_hieu")[-1], N_("Văn bản không có Tiêu ngữ."), hint)
