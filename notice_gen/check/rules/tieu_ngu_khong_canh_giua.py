"""Tiêu ngữ không canh giữa dưới Quốc hiệu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm b: Tiêu ngữ được canh giữa dưới Quốc hiệu.

Sai: “Độc lập - Tự do - Hạnh phúc” canh trái dưới Quốc hiệu.

Đúng: “Độc lập - Tự do - Hạnh phúc” canh giữa.

Bỏ qua khi: tác giả canh bằng dấu cách, tab hoặc thụt đoạn (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TN07", "tieu_ngu_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.centred(RULE, view, "tieu_ngu")
