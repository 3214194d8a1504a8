"""Văn bản dài hơn một trang mà không có số trang, hoặc trang chẵn không có.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 7: số trang đánh từ số 1, canh giữa trong phần lề trên, không hiển thị ở trang thứ nhất.

Sai: văn bản năm trang, đầu trang để trống; trang chẵn không có số trang.

Đúng: từ trang 2 có số trang ở giữa lề trên.

Bỏ qua khi: văn bản chỉ có một trang (chương trình ước lượng theo độ dài lời văn).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("TR04", "thieu_so_trang", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is not Kind.HANH_CHINH or not view.sections or not page.surely_two_pages(view):
        return
    if not any(page.numbers(section) for section in view.sections):
        mend = page.centred_number(view)
        yield RULE.at(0, N_("Văn bản dài hơn một trang nhưng không có số trang."), N_("Insert > Page Number > Top of Page, kiểu ở giữa; chọn Different First Page."), mend=mend)
        return
    for number, section in enumerate(view.sections):
        odd, even = (any(one is not None and one.page_field is not None for one in pair) for pair in ((section.header, section.footer), (section.even_header, section.even_footer)))
        if section.even_pages and odd and not even and page.surely_even_page(view, number):
            yield RULE.at(number, N_("Trang chẵn không có số trang."), N_("Nhấp đúp vào đầu trang, bỏ chọn Different Odd & Even Pages."), mend=page.centred_number(view) if section.even_header else None)
            return
