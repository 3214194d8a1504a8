"""Trang thứ nhất hiện số trang.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 7: không hiển thị số trang thứ nhất.

Sai: số 1 ở đầu trang thứ nhất.

Đúng: trang đầu không có số, trang sau có số 2.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("TR07", "so_trang_hien_o_trang_dau", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7")


def faults(view: DocumentView) -> Iterator[Fault]:
    if not view.sections or view.kind is not Kind.HANH_CHINH:
        return
    first = view.sections[0]
    shown = [first.first_header, first.first_footer] if first.title_page else [first.header, first.footer]
    if any(footing is not None and footing.page_field is not None for footing in shown):
        mend = page.centred_number(view)
        yield RULE.at(0, N_("Số trang hiện ở trang thứ nhất."), N_("Nhấp đúp vào đầu trang, đánh dấu Different First Page."), mend=mend)
