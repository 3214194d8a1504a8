"""Trích yếu công văn không canh giữa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: đặt canh giữa dưới số và ký hiệu văn bản.

Sai: “V/v …” canh trái trong ô.

Đúng: “V/v …” canh giữa.

Bỏ qua khi: tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TY12", "trich_yeu_cong_van_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.centred(RULE, view, "trich_yeu_cong_van")
