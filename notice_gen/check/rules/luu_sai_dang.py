"""Dòng “Lưu” thiếu dấu hai chấm hoặc thiếu “VT”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: chữ “Lưu”, sau có dấu hai chấm (:), tiếp theo là chữ viết tắt “VT”, dấu phẩy (,), chữ viết tắt đơn vị soạn thảo, số lượng bản lưu.

Sai: - Lưu VT; - Lưu: Văn phòng.

Đúng: - Lưu: VT, VP.

Bỏ qua khi: cơ quan không tổ chức văn thư riêng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN12", "luu_sai_dang", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    for entry in lists.recipients(view):
        if lists.is_kept(entry) and not re.match(r"LUU\s*:\s*VT\b", entry.key):
            yield RULE.at(entry.lines[0], N_("Dòng “{doan}” ghi chưa đúng."), N_("Viết: {dung}"), doan=entry.text, dung="- Lưu: VT, …")
