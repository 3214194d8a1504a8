"""Văn bản không có số, ký hiệu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3: văn bản có số thứ tự đăng ký tại Văn thư và ký hiệu, dưới tên cơ quan ban hành.

Sai: dưới tên cơ quan là tên loại, không có dòng “Số: …”.

Đúng: Số: 15/TB-UBND; dự thảo thì để trống chỗ số: “Số:      /TB-UBND”.

Bỏ qua khi: thư công, văn bản không đăng ký số.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("SO01", "thieu_so_ky_hieu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and "so_ky_hieu" not in view.components:
        yield RULE.at(None, N_("Văn bản không có số, ký hiệu."), N_("Thêm dòng “Số: …/…” dưới tên cơ quan ban hành; chưa có số thì để trống trước dấu gạch chéo."))
