"""Dưới trích yếu không có đường kẻ ngang.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: bên dưới trích yếu có đường kẻ ngang, nét liền, dài bằng từ 1/3 đến 1/2 dòng chữ.

Sai: dưới trích yếu là ngay lời văn.

Đúng: đường kẻ ngắn, liền, cân đối dưới trích yếu.

Bỏ qua khi: đường kẻ là hình ảnh, chương trình không nhận ra.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind

RULE = Rule("TY06", "trich_yeu_thieu_duong_ke", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and view.loai in view.law.loai:
        yield from look.no_rule_below(RULE, view, "trich_yeu", "ten_loai")
