"""Viện dẫn luật, pháp lệnh kèm số, ký hiệu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm b: đối với Luật và Pháp lệnh chỉ ghi tên loại và tên của Luật, Pháp lệnh.

Sai: Luật Tổ chức chính quyền địa phương số 72/2025/QH15

Đúng: Luật Tổ chức chính quyền địa phương

Bỏ qua khi: cần phân biệt hai luật cùng tên.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD09", "trich_dan_luat_co_so", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in citing.citations(view):
        if one.paper.loai in {"Luật", "Bộ luật", "Pháp lệnh"}:
            name = f"{one.paper.loai} {one.paper.ten}".strip()
            message = N_("Viện dẫn luật không ghi số, ký hiệu: “{doan}”.")
            yield RULE.at(one.place, message, N_("Chỉ ghi: {dung}"), doan=one.number.text, dung=name)
