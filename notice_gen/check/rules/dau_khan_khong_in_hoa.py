"""Dấu chỉ mức độ khẩn, chỉ dẫn phạm vi lưu hành không in hoa.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 2: các từ HỎA TỐC, THƯỢNG KHẨN, KHẨN; XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ trình bày bằng chữ in hoa.

Sai: Khẩn

Đúng: KHẨN

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DK01", "dau_khan_khong_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 2")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "do_khan", "pham_vi"):
        if not look.capitals(span):
            yield RULE.at(span, N_("“{doan}” phải viết in hoa."), N_("Viết: {dung}"), doan=span.text.strip(), dung=span.text.strip().upper())
