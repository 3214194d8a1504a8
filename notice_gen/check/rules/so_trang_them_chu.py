"""Bên số trang còn có chữ hoặc dấu.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 7: số trang bằng chữ số Ả Rập; mẫu ở Mục V chỉ có con số.

Sai: Trang 2; - 2 -; 2/7.

Đúng: 2

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TR09", "so_trang_them_chu", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7")


def faults(view: DocumentView) -> Iterator[Fault]:
    for number, paragraph in page.each_number(view):
        if re.search(r"[^\s\d]|\d\D+\d", paragraph.text.strip()) and len(paragraph.text.strip()) < 30:
            yield RULE.at(number, N_("Số trang có thêm chữ hoặc dấu: “{doan}”."), N_("Ở đầu trang chỉ để lại con số."), doan=paragraph.text.strip())
            return
