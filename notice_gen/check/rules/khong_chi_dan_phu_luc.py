"""Văn bản có phụ lục mà nội dung không nhắc tới phụ lục.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm a: trường hợp văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó.

Sai: thông báo có phụ lục, lời văn không có chữ “phụ lục”, “kèm theo”.

Đúng: … (chi tiết tại Phụ lục kèm theo).

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import attached, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL17", "khong_chi_dan_phu_luc", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")

_SAID = r"phụ\s+lục|kèm\s+theo|gửi\s+kèm|đính\s+kèm|biểu\s+mẫu|danh\s+sách|PL\s?\d"


def faults(view: DocumentView) -> Iterator[Fault]:
    found = attached.annexes(view)
    annexed = {paragraph.index for annex in view.annexes for paragraph in annex.paragraphs}
    said = any(re.search(_SAID, texts.nfc(span.text), re.IGNORECASE) for span in texts.text(view) if span.paragraph.index not in annexed)
    if found and found[0].ten and not said:
        yield RULE.at(found[0].ten, N_("Nội dung văn bản không nhắc tới phụ lục."), N_("Thêm chỉ dẫn vào chỗ có liên quan, ví dụ “(chi tiết tại Phụ lục kèm theo)”."))
