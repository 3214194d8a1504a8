"""Căn cứ ban hành không in nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm a: căn cứ ban hành được trình bày bằng chữ in thường, kiểu chữ nghiêng.

Sai: Căn cứ Luật Tổ chức chính quyền địa phương; chữ đứng.

Đúng: Căn cứ Luật Tổ chức chính quyền địa phương; chữ nghiêng.

Bỏ qua khi: câu mở đầu “Căn cứ …, Ủy ban nhân dân xã thông báo như sau:” của văn bản không phải quyết định, nghị quyết (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("CC01", "can_cu_khong_nghieng", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.loai in texts.WITH_BASES:
        for span in texts.bases(view):
            yield from look.style_of(RULE, span, look.asked(view, "can_cu"))
