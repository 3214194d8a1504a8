"""Nơi nhận không có dòng “Lưu”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: dòng cuối cùng bao gồm chữ “Lưu”, dấu hai chấm, chữ viết tắt “VT”, đơn vị soạn thảo và số lượng bản lưu.

Sai: nơi nhận không ghi nơi lưu.

Đúng: - Lưu: VT, VP.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN10", "noi_nhan_thieu_luu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = lists.recipients(view)
    if found and not any(lists.is_kept(entry) for entry in found):
        yield RULE.at(found[-1].lines[-1], N_("Nơi nhận không có dòng “Lưu”."), N_("Thêm dòng cuối, ví dụ: “- Lưu: VT, VP.”"))
