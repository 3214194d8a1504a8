"""Số trang không ở giữa lề trên.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 7: canh giữa theo chiều ngang trong phần lề trên.

Sai: số trang ở cuối trang, hoặc ở góc phải.

Đúng: số trang ở giữa, phía trên trang.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TR05", "so_trang_sai_vi_tri", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7")


def faults(view: DocumentView) -> Iterator[Fault]:
    for number, section in enumerate(view.sections):
        for where, paragraph in page.numbers(section):
            if where == "footer":
                yield RULE.at(number, N_("Số trang ở chân trang."), N_("Xóa số trang ở chân trang; Insert > Page Number > Top of Page, kiểu ở giữa."), mend=page.centred_number(view))
            elif paragraph.align != "center" and "\t" not in paragraph.text:
                yield RULE.at(number, N_("Số trang không canh giữa."), N_("Nhấp đúp vào đầu trang, đặt con trỏ ở số trang, bấm Ctrl+E."), mend=page.centred_number(view))
            else:
                continue
            return
