"""Tên luật, bộ luật viết hoa sai.

Căn cứ: Phụ lục II, Mục V, khoản 6: viết hoa chữ cái đầu của tên loại và của âm tiết thứ nhất tạo thành tên gọi.

Sai: luật Đất đai; Luật đất đai; Bộ Luật Hình sự.

Đúng: Luật Đất đai; Bộ luật Hình sự.

Bỏ qua khi: cụm từ không phải tên một luật.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import ten_goi

RULE = Rule("VH02", "ten_luat_sai_chu_hoa", Level.LUAT, "Phụ lục II, Mục V, khoản 6")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for one in ten_goi.sai_chu_hoa(span.text, "luat") if "uật" in span.text else ():
            found = texts.part(span, one.tu, one.den)
            yield RULE.at(found, N_("Tên luật “{doan}” viết hoa chưa đúng."), N_("Viết: {dung}"), doan=found.text, dung=one.dung)
