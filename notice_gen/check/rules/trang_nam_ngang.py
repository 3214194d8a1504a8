"""Văn bản trình bày theo chiều ngang của khổ giấy mà không có bảng, biểu.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 2: trình bày theo chiều dài khổ A4; chỉ được theo chiều rộng khi nội dung có bảng, biểu không làm thành phụ lục riêng.

Sai: quyết định chỉ có lời văn, giấy nằm ngang.

Đúng: giấy đứng; bảng rộng thì đưa vào phụ lục nằm ngang.

Bỏ qua khi: bảng là hình ảnh dán vào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TR03", "trang_nam_ngang", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 2")


def faults(view: DocumentView) -> Iterator[Fault]:
    annexed = page.sections_of_annexes(view)
    with_tables = {paragraph.section for paragraph in view.paragraphs if paragraph.cell and paragraph.cell.borders}
    for number, section in enumerate(view.sections):
        if section.landscape and number not in annexed and number not in with_tables:
            yield RULE.at(number, N_("Trang nằm ngang nhưng không có bảng, biểu."), N_("Layout > Orientation > Portrait."))
