"""Không thấy tên cơ quan, tổ chức ban hành văn bản.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 2, điểm a: tên chính thức, đầy đủ của cơ quan ban hành.

Sai: góc trên bên trái chỉ có số, ký hiệu.

Đúng: tên cơ quan ở góc trên bên trái, ví dụ “ỦY BAN NHÂN DÂN / XÃ BÌNH ĐIỀN”.

Bỏ qua khi: văn bản in trên giấy có sẵn tên cơ quan.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("CQ01", "thieu_ten_co_quan", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and "co_quan" not in view.components:
        hint = N_("Ghi tên cơ quan ban hành ở phía trên, bên trái trang đầu, bằng chữ in hoa, đậm.")
        yield RULE.at(None, N_("Không thấy tên cơ quan ban hành văn bản."), hint)
