"""Lời văn có chữ gạch chân.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: nội dung văn bản trình bày bằng chữ in thường, kiểu chữ đứng; các mẫu không dùng gạch chân.

Sai: Yêu cầu nộp __trước ngày 31 tháng 3__ (gạch chân).

Đúng: dùng chữ đậm hoặc nghiêng khi cần nhấn mạnh.

Bỏ qua khi: địa chỉ trang thông tin, thư điện tử (chương trình bỏ qua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import layout
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("ND09", "loi_van_gach_chan", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in layout.paragraphs(view):
        for run in span.runs:
            text = span.paragraph.text[run.start : run.end]
            if run.underline and any(map(str.isalpha, text)) and not re.search(r"@|://|www\.|\.vn\b", text):
                yield RULE.at(Span(span.paragraph, run.start, run.end), N_("Chữ gạch chân trong lời văn: “{doan}”."), N_("Bỏ gạch chân; cần nhấn mạnh thì dùng chữ đậm."), mend=Mend("run", {"underline": False}), doan=text.strip())
                break
