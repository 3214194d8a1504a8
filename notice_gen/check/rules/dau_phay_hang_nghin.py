"""Dấu phẩy giữa các hàng nghìn.

Căn cứ: Luật Kế toán, Điều 11, khoản 2: sau chữ số hàng nghìn, hàng triệu, hàng tỷ đặt dấu chấm; sau chữ số hàng đơn vị đặt dấu phẩy.

Sai: 1,250,000 đồng; 1,250 hồ sơ

Đúng: 1.250.000 đồng; 1.250 hồ sơ

Bỏ qua khi: dấu phẩy đứng trước phần thập phân.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SL04", "dau_phay_hang_nghin", Level.THONG_LE, "Luật Kế toán, Điều 11, khoản 2")

# Things that are counted and have no thousandths.
_COUNTED = "đồng|hồ sơ|người|hộ|văn bản|trường hợp|lượt|đơn|thủ tục|tài khoản|học sinh|cuộc|bản|ý kiến|đối tượng|doanh nghiệp|cán bộ|công chức|hội viên"


def faults(view: DocumentView) -> Iterator[Fault]:
    pattern = rf"(?<![\d.,/])[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{2,}}(?![\d,])|,\d{{3}}(?= (?:{_COUNTED})\b))"
    for span in texts.legible(view):
        for found in re.finditer(pattern, span.text):
            yield RULE.at(texts.piece(span, found), N_("“{doan}”: dấu phẩy không dùng để ngăn hàng nghìn."), N_("Viết: {dung}"), doan=found[0], dung=found[0].replace(",", "."))
