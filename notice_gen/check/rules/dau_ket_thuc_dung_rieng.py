"""Dấu “./.” đứng riêng một dòng.

Căn cứ: Phụ lục III, Mục II, mẫu 1.1 đến 1.10: “./.” liền sau chữ cuối cùng của nội dung.

Sai: … thực hiện. (xuống dòng) ./.

Đúng: … thực hiện./.

Bỏ qua khi: nội dung kết thúc bằng bảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KE02", "dau_ket_thuc_dung_rieng", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")


def faults(view: DocumentView) -> Iterator[Fault]:
    last = texts.last_of_text(view)
    if last and texts.ending(last.text) == 0:
        yield RULE.at(last, N_("Dấu “./.” đứng riêng một dòng."), N_("Đưa “./.” lên liền sau chữ cuối cùng của nội dung."))
