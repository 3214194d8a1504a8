"""Số thứ tự của các phụ lục không liên tục hoặc trùng nhau.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm a: các phụ lục phải được đánh số thứ tự.

Sai: Phụ lục I / Phụ lục III

Đúng: Phụ lục I / Phụ lục II

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from notice_gen.check import attached
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL07", "phu_luc_sai_thu_tu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    values = [(annex, attached.value(attached.number(annex))) for annex in attached.annexes(view)]
    for (above, before), (annex, here) in pairwise(values):
        if above.ten and annex.ten and before and here and here != before + 1:
            yield RULE.at(annex.ten, N_("“{so}” đứng sau “{truoc}”: sai thứ tự hoặc thiếu số ở giữa."), N_("Đánh lại số thứ tự, rồi sửa các chỗ viện dẫn."), so=annex.ten.text.strip(), truoc=above.ten.text.strip())
