"""Số thứ tự của phụ lục không phải số La Mã.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm a: từ hai phụ lục trở lên thì các phụ lục phải được đánh số thứ tự bằng chữ số La Mã.

Sai: Phụ lục 1 / Phụ lục 2

Đúng: Phụ lục I / Phụ lục II

Bỏ qua khi: văn bản chỉ có một phụ lục (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import la_ma

RULE = Rule("PL06", "phu_luc_khong_so_la_ma", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = attached.annexes(view)
    for annex in found if len(found) > 1 else ():
        number = attached.number(annex)
        if annex.ten and number and not attached.value(number):
            right = la_ma(int(number)) if number.isdigit() and int(number) else "I, II, …"
            yield RULE.at(annex.ten, N_("Số thứ tự của “{doan}” không phải số La Mã."), N_("Viết: {dung}"), doan=annex.ten.text.strip(), dung=f"Phụ lục {right}")
