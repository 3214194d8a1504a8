"""Số thứ tự và tiêu đề của mục (I, II, …) không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục V, số thứ tự 6: số thứ tự và tiêu đề của mục: in hoa, đứng, đậm.

Sai: I. KẾT QUẢ ĐẠT ĐƯỢC không đậm.

Đúng: I. KẾT QUẢ ĐẠT ĐƯỢC chữ đứng, đậm.

Bỏ qua khi: mục không có tiêu đề (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PC14", "muc_la_ma_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục V, số thứ tự 6")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in headings.roman(view):
        yield from headings.not_bold(RULE, label.span)
