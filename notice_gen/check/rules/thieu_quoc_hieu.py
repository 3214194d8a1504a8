"""Không thấy Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm a: Quốc hiệu ở trên cùng, bên phải trang đầu.

Sai: trang đầu bắt đầu ngay bằng tên cơ quan hoặc tên loại văn bản.

Đúng: dòng “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” trên cùng, bên phải trang đầu.

Bỏ qua khi: Quốc hiệu là hình ảnh, chương trình không đọc được.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("QH01", "thieu_quoc_hieu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and "quoc_hieu" not in view.components:
        hint = N_("Thêm dòng “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” ở trên cùng, bên phải trang đầu.")
        yield RULE.at(None, N_("Văn bản không có Quốc hiệu."), hint)
