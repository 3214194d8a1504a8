"""Dòng “Như trên” không ở đầu phần nơi nhận.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm b: phía dưới từ “Nơi nhận” là từ “Như trên”, tiếp theo là các nơi nhận khác.

Sai: - Sở Tài chính; / - Như trên;

Đúng: - Như trên; / - Sở Tài chính;

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN15", "nhu_tren_khong_o_dau", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for entry in lists.recipients(view)[1:]:
        if lists.as_above(entry):
            yield RULE.at(entry.lines[0], N_("Dòng “{doan}” phải ở đầu phần nơi nhận."), N_("Chuyển dòng “Như trên” lên đầu."), doan=entry.text)
