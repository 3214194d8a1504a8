"""Viện dẫn lần đầu một văn bản mà không ghi trích yếu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm b: viện dẫn lần đầu phải ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu.

Sai: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.

Đúng: theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.

Bỏ qua khi: nội dung của văn bản đã được nói ngay trước đó.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD03", "trich_dan_thieu_trich_yeu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b")

_LETTERS_OF_A_SUBJECT = 60


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in citing.first_ones(view):
        # “Theo đề nghị của … tại Tờ trình số …” is a form of its own (Phụ lục III, mẫu 1.2).
        asked = re.match(r"\s*(?:[-–] )?(?:Theo đề nghị|Xét đề nghị|Xét Tờ trình)", one.span.text)
        if one.paper.ngay and not asked and not one.says_subject and len(one.after.partition(",")[0]) < _LETTERS_OF_A_SUBJECT:
            hint = N_("Thêm trích yếu của văn bản đó, ví dụ “về việc …”.")
            yield RULE.at(one.place, N_("Viện dẫn lần đầu “{doan}” chưa ghi trích yếu nội dung."), hint, doan=one.number.text)
