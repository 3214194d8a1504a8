"""Dấu phẩy sau địa danh đứng cách địa danh, dính vào “ngày” hoặc cách xa “ngày”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: sau địa danh có dấu phẩy (,); mẫu ở Mục V: “Hà Nội, ngày 05 tháng 01 năm 2020”.

Sai: Huế , ngày 05 tháng 3 năm 2026; Huế,ngày 05 tháng 3 năm 2026; Huế,  ngày 05 tháng 3 năm 2026

Đúng: Huế, ngày 05 tháng 3 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head, texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN16", "dia_danh_dau_phay_cach_chu", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    found = re.search(r"(?<=\S)\s*,\s*(?=ng[aà])", line.span.text, re.IGNORECASE) if line and line.place and line.comma else None
    if line and found and found[0] not in {", ", ",\u00a0"}:
        yield RULE.at(texts.piece(line.span, found), N_("Khoảng trắng quanh dấu phẩy sau địa danh chưa đúng: “{doan}”."), N_("Viết: {dung}"), mend=Mend("text", {"new": ", "}), doan=line.span.text, dung=f"{line.place}, ngày …")
