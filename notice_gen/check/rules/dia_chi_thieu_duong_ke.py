"""Trên địa chỉ cơ quan không có đường kẻ.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 4: dưới một đường kẻ nét liền kéo dài hết chiều ngang của vùng trình bày văn bản.

Sai: địa chỉ ở chân trang, không có đường kẻ.

Đúng: đường kẻ liền hết chiều ngang, địa chỉ ở dưới.

Bỏ qua khi: đường kẻ là hình ảnh, chương trình không nhận ra.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SD05", "dia_chi_thieu_duong_ke", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 4")


def faults(view: DocumentView) -> Iterator[Fault]:
    lines = look.spans(view, "dia_chi")
    if not lines or not view.sections:
        return
    first = view.sections[0]
    footing = first.first_footer if first.title_page else first.footer
    if footing is not None and not any(paragraph.lines for paragraph in footing.paragraphs):
        yield RULE.at(lines[0], N_("Trên địa chỉ cơ quan không có đường kẻ."), N_("Kẻ đường viền trên cho dòng địa chỉ (Borders > Top Border)."))
