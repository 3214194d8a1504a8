"""Tên ngày lễ, ngày tết viết hoa sai.

Căn cứ: Phụ lục II, Mục V, khoản 5 và khoản 8: viết hoa chữ cái đầu của âm tiết tạo thành tên gọi ngày lễ, ngày kỷ niệm; ngày tết viết hoa âm tiết thứ nhất.

Sai: ngày quốc khánh; tết Nguyên Đán.

Đúng: ngày Quốc khánh; tết Nguyên đán.

Bỏ qua khi: đó là tên riêng của một phong trào, một cuộc thi.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import ten_goi

RULE = Rule("VH03", "ngay_le_sai_chu_hoa", Level.LUAT, "Phụ lục II, Mục V, khoản 5")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for one in ten_goi.sai_chu_hoa(span.text, "ngay_le"):
            found = texts.part(span, one.tu, one.den)
            yield RULE.at(found, N_("Tên ngày lễ “{doan}” viết hoa chưa đúng."), N_("Viết: {dung}"), doan=found.text, dung=one.dung)
