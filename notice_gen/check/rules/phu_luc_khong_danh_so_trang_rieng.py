"""Số trang của phụ lục đánh tiếp theo văn bản, không đánh riêng.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm đ: số trang của Phụ lục được đánh số riêng theo từng Phụ lục.

Sai: văn bản 3 trang, phụ lục bắt đầu từ trang 4.

Đúng: mỗi phụ lục là một section, số trang bắt đầu lại từ 1.

Bỏ qua khi: phụ lục chỉ có một trang và không hiện số trang.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TR10", "phu_luc_khong_danh_so_trang_rieng", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    if not view.annexes or not page.surely_two_pages(view):
        return
    here = Counter(annex.paragraphs[0].section for annex in view.annexes if annex.paragraphs)
    for annex in view.annexes:
        section = annex.paragraphs[0].section if annex.paragraphs else 0
        if not section < len(view.sections) or not page.numbers(view.sections[section]):
            continue
        if annex.ten and (here[section] > 1 or section == 0 or view.sections[section].restart != 1):
            hint = N_("Chèn Section Break (Next Page) trước phụ lục; Format Page Numbers > Start at: 1.")
            yield RULE.at(annex.ten, N_("Số trang của phụ lục không đánh riêng từ 1."), hint)
