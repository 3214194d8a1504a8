"""Đường kẻ dưới Tiêu ngữ dài hơn hoặc ngắn hơn dòng chữ.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm b: đường kẻ có độ dài bằng độ dài của dòng chữ.

Sai: đường kẻ chỉ bằng nửa dòng Tiêu ngữ.

Đúng: đường kẻ bắt đầu và kết thúc cùng dòng Tiêu ngữ.

Bỏ qua khi: chênh lệch nhỏ do máy in; chương trình đã bỏ qua chênh lệch dưới một phần mười.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TN06", "duong_ke_tieu_ngu_sai_do_dai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    if any(map(look.capitals, look.spans(view, "tieu_ngu"))):
        return iter(())  # in its own letters the line will be shorter
    return look.rule_length(RULE, view, "tieu_ngu", Decimal("0.96"), Decimal("1.04"))
