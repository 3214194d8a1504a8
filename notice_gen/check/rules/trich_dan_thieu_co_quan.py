"""Viện dẫn lần đầu một văn bản mà không ghi cơ quan ban hành.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm b: viện dẫn lần đầu phải ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu.

Sai: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư

Đúng: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư

Bỏ qua khi: câu đã nói văn bản do ai ban hành.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD02", "trich_dan_thieu_co_quan", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in citing.first_ones(view):
        if one.paper.ngay and not one.says_issuer:
            hint = N_("Thêm “của” và tên cơ quan ban hành sau ngày, tháng, năm.")
            yield RULE.at(one.place, N_("Viện dẫn lần đầu “{doan}” chưa ghi cơ quan ban hành."), hint, doan=one.number.text)
