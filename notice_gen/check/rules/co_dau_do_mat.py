"""Tệp có dấu chỉ độ mật.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 2: việc xác định và đóng dấu chỉ độ mật thực hiện theo quy định hiện hành về bảo vệ bí mật nhà nước.

Sai: tệp Word có chữ MẬT lưu trên máy tính nối mạng.

Đúng: văn bản mật soạn trên máy tính độc lập, dấu độ mật đóng bằng con dấu.

Bỏ qua khi: chữ “MẬT” không phải dấu độ mật.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DK04", "co_dau_do_mat", Level.GOI_Y, "Phụ lục I, Phần I, Mục III, khoản 2")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "do_mat"):
        yield RULE.at(span, N_("Văn bản có dấu chỉ độ mật “{doan}”."), N_("Không soạn thảo, lưu, gửi văn bản mật trên máy tính, mạng không được phép."), doan=span.text.strip())
