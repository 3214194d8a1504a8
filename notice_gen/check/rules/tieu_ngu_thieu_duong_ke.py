"""Dưới Tiêu ngữ không có đường kẻ ngang.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm b: phía dưới có đường kẻ ngang, nét liền, dài bằng dòng chữ.

Sai: dưới Tiêu ngữ để trống.

Đúng: đường kẻ liền dưới Tiêu ngữ, dài bằng dòng chữ.

Bỏ qua khi: đường kẻ là hình ảnh, chương trình không nhận ra.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TN05", "tieu_ngu_thieu_duong_ke", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.no_rule_below(RULE, view, "tieu_ngu")
