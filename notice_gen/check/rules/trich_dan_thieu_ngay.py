"""Viện dẫn lần đầu một văn bản mà không ghi thời gian ban hành.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm b: viện dẫn lần đầu phải ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu.

Sai: theo Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư

Đúng: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư

Bỏ qua khi: văn bản đã được ghi đầy đủ ở chỗ mà chương trình không đọc được.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD01", "trich_dan_thieu_ngay", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in citing.first_ones(view):
        if not one.says_day:
            hint = N_("Lần đầu viện dẫn, ghi: {doan} ngày … tháng … năm … của … về …")
            yield RULE.at(one.number, N_("Viện dẫn lần đầu “{doan}” chưa ghi ngày, tháng, năm ban hành."), hint, doan=one.number.text)
