"""Số, ký hiệu không canh giữa dưới tên cơ quan.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: số, ký hiệu được đặt canh giữa dưới tên cơ quan, tổ chức ban hành.

Sai: số, ký hiệu canh trái trong ô.

Đúng: số, ký hiệu canh giữa.

Bỏ qua khi: tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SO15", "so_ky_hieu_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.centred(RULE, view, "so_ky_hieu")
