"""Dấu cuối của căn cứ chưa đúng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm a: sau mỗi căn cứ cuối dòng có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.).

Sai: căn cứ cuối cùng kết thúc bằng dấu chấm phẩy; căn cứ giữa kết thúc bằng dấu phẩy.

Đúng: Căn cứ …; / Theo đề nghị của ….

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("CC03", "can_cu_sai_dau_cuoi", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.loai in texts.WITH_BASES:
        found = [lists.Entry((span,), "") for span in texts.bases(view)]
        yield from lists.marks(RULE, found, N_("Căn cứ “{doan}” phải kết thúc bằng dấu “{dau}”."))
