"""Văn bản không có “Nơi nhận”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm c: nơi nhận gồm từ “Nơi nhận” và phần liệt kê các cơ quan, cá nhân nhận văn bản.

Sai: cuối văn bản chỉ có chữ ký.

Đúng: Nơi nhận: / - Các xã, phường; / - Lưu: VT, VP.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("NN01", "thieu_noi_nhan", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and "noi_nhan" not in view.components:
        yield RULE.at(None, N_("Văn bản không có “Nơi nhận”."), N_("Thêm “Nơi nhận:” ở cuối văn bản, bên trái, ngang hàng với chức vụ người ký."))
