"""Tên riêng của chính đơn vị ban hành mà viết thường trong lời văn.

Căn cứ: Phụ lục II, Mục III, khoản 1, điểm a: viết hoa chữ cái đầu của các âm tiết tạo thành tên riêng.

Sai: trên địa bàn xã Bình điền

Đúng: trên địa bàn xã Bình Điền

Bỏ qua khi: cụm từ trùng với tên đơn vị mà không phải tên đơn vị.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import dia_danh

RULE = Rule("VH17", "ten_don_vi_viet_thuong", Level.LUAT, "Phụ lục II, Mục III, khoản 1, điểm a")

_KIND = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|tỉnh|thành phố) ", re.IGNORECASE)


def faults(view: DocumentView) -> Iterator[Fault]:
    head = " ".join(span.text for span in texts.boxed(view, "co_quan_chu_quan", "co_quan"))
    names = {dia_danh.parse(head[found.start() :])[1].lower() for found in _KIND.finditer(head)}
    names = {name for name in names if " " in name and name.replace(" ", "").isalpha()}
    for name in sorted(names):
        for span in texts.legible(view):
            for found in re.finditer(rf"(?P<loai>{_KIND.pattern})(?P<ten>{name})\b", span.text, re.IGNORECASE):
                right = " ".join(word.capitalize() for word in name.split(" "))
                if found["ten"] != right and not found["ten"].isupper():
                    yield RULE.at(texts.piece(span, found, "ten"), N_("Tên riêng “{doan}” viết hoa chưa đúng."), N_("Viết: {dung}"), doan=found["ten"], dung=right)
