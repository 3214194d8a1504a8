"""Tiêu đề của mục (I, II, …) không in hoa.

Căn cứ: Phụ lục I, Phần I, Mục V, số thứ tự 6: số thứ tự và tiêu đề của mục: in hoa, đứng, đậm.

Sai: I. Kết quả đạt được

Đúng: I. KẾT QUẢ ĐẠT ĐƯỢC

Bỏ qua khi: mục không có tiêu đề, số thứ tự đứng trước lời văn (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PC13", "muc_la_ma_khong_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục V, số thứ tự 6")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in headings.roman(view):
        if not look.capitals(label.span):
            yield RULE.at(label.span, N_("Tiêu đề “{doan}” phải viết in hoa."), N_("Viết: {dung}"), doan=label.span.text.strip(), dung=label.span.text.strip().upper())
