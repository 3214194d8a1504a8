"""Danh từ Nhân dân viết thường.

Căn cứ: Phụ lục II, Mục V, khoản 1: danh từ thuộc trường hợp đặc biệt: Nhân dân, Nhà nước.

Sai: phục vụ nhân dân

Đúng: phục vụ Nhân dân

Bỏ qua khi: từ đó là một phần của tên gọi, ví dụ Ủy ban nhân dân, Công an nhân dân.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH08", "nhan_dan_viet_thuong", Level.LUAT, "Phụ lục II, Mục V, khoản 1")

# Where the word belongs to a name or to a term of law.
_NAMES = (
    "ủy ban", "uỷ ban", "hội đồng", "tòa án", "toà án", "tòa", "toà", "kiểm sát", "công an", "cảnh sát", "an ninh", "quân đội", "tín dụng",
    "vũ trang", "thanh tra", "hội thẩm", "dân chủ", "nghệ sĩ", "nghệ sỹ", "nghệ nhân", "nhà giáo", "thầy thuốc", "chiến tranh", "báo",
    "đại biểu", "phòng không", "biên phòng", "dân quân", "quốc phòng", "nền", "chứng minh", "chứng minh thư", "đoàn thể", "quần chúng",
)  # fmt: skip


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in re.finditer(r"\bnhân dân\b(?! tệ)", span.text):
            before = span.text[max(found.start() - 14, 0) : found.start()].lower().rstrip()
            if not before.endswith(_NAMES):
                shown = texts.around(span, found)
                yield RULE.at(texts.piece(span, found), N_("Danh từ “nhân dân” viết thường ở “{doan}”."), N_("Viết: Nhân dân"), doan=shown)
