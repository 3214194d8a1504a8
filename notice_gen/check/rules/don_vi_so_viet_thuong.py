"""Tên quận, phường là chữ số mà danh từ chung viết thường.

Căn cứ: Phụ lục II, Mục III, khoản 1, điểm b: tên đơn vị hành chính là chữ số thì viết hoa cả danh từ chung.

Sai: quận 1; phường 3, thành phố Hồ Chí Minh

Đúng: Quận 1; Phường 3, Thành phố Hồ Chí Minh

Bỏ qua khi: chữ số là số lượng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH15", "don_vi_so_viet_thuong", Level.LUAT, "Phụ lục II, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    pattern = r"\b(?P<loai>quận(?= [1-9]\d?\b(?![/%.]\d))|phường(?= [1-9]\d?(?:[,;.)](?!\d)|$| (?:quận|Quận|thành phố|Thành phố|tỉnh)\b)))"
    for span in texts.legible(view):
        for found in re.finditer(pattern, span.text):
            number = re.match(r"\d+", span.text[found.end() + 1 : found.end() + 4])
            shown = found["loai"] + " " + (number[0] if number else "")
            yield RULE.at(texts.piece(span, found, "loai"), N_("Tên đơn vị “{doan}” phải viết hoa."), N_("Viết: {dung}"), doan=shown, dung=shown[0].upper() + shown[1:])
