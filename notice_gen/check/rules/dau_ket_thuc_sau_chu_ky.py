"""Dấu “./.” ở phần nơi nhận hoặc chữ ký.

Căn cứ: Phụ lục III, Mục II, mẫu 1.1 đến 1.10: “./.” ở cuối nội dung, trên phần nơi nhận.

Sai: - Lưu: VT./.

Đúng: - Lưu: VT.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import look, texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KE05", "dau_ket_thuc_sau_chu_ky", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "noi_nhan", "quyen_han", "chuc_vu", "ho_ten"):
        found = re.search(r"\./\.", span.text)
        if found:
            mend = Mend("text", {"new": "."})
            yield RULE.at(texts.piece(span, found), N_("Dấu “./.” không ở cuối nội dung."), N_("Ở đây chỉ dùng dấu chấm; “./.” chỉ đặt ở cuối nội dung."), mend=mend)
