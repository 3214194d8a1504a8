"""Họ tên người ký không canh giữa dưới chức vụ.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm đ: họ và tên người ký được đặt canh giữa quyền hạn, chức vụ của người ký.

Sai: họ tên canh phải trong ô.

Đúng: họ tên canh giữa.

Bỏ qua khi: tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("KY09", "ho_ten_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.centred(RULE, view, "ho_ten")
