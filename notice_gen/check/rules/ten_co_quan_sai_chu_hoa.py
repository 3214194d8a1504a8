"""Tên cơ quan, tổ chức viết hoa sai.

Căn cứ: Phụ lục II, Mục IV, khoản 1, điểm a: viết hoa chữ cái đầu của các từ chỉ loại hình và chức năng, lĩnh vực hoạt động.

Sai: ủy ban nhân dân xã; Ủy Ban Nhân Dân xã; Sở nội vụ.

Đúng: Ủy ban nhân dân xã; Sở Nội vụ.

Bỏ qua khi: cụm từ chỉ chung nhiều cơ quan, không phải một tên.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import ten_goi

RULE = Rule("VH01", "ten_co_quan_sai_chu_hoa", Level.LUAT, "Phụ lục II, Mục IV, khoản 1, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for one in ten_goi.sai_chu_hoa(span.text, "co_quan_rieng", "co_quan"):
            before = span.text[: one.tu].split()[-1:]
            if one.dung == "Quốc hội" and before and before[0].isalpha() and before[0][0].isupper():
                continue  # a person’s name: “ông Trần Quốc Hội”
            found = texts.part(span, one.tu, one.den)
            yield RULE.at(found, N_("Tên cơ quan “{doan}” viết hoa chưa đúng."), N_("Viết: {dung}"), doan=found.text, dung=one.dung)
