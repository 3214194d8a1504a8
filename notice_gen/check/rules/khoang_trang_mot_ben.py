"""Dấu gạch nối hoặc gạch chéo giữa hai từ chỉ có khoảng trắng ở một bên.

Căn cứ: Thông lệ soạn thảo trên máy tính: gạch nối giữa hai vế có khoảng trắng cả hai bên, gạch chéo không có bên nào.

Sai: Văn hóa- Xã hội; đơn vị/ cá nhân

Đúng: Văn hóa - Xã hội; đơn vị/cá nhân

Bỏ qua khi: gạch ngang đứng đầu dòng liệt kê.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC12", "khoang_trang_mot_ben", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính")

_ONE_SIDE = re.compile(r"(?<=[^\W\d_]{2})(?<![IVX]{2})(?:(?P<sau>[-–/]) |(?P<truoc> [-–/]))(?=[^\W\d_]{2})")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in _ONE_SIDE.finditer(span.text):
            sign = (found["sau"] or found["truoc"]).strip()
            new = "/" if sign == "/" else f" {sign} "
            message, hint = N_("Khoảng trắng chỉ có ở một bên dấu “{dau}” ở “{doan}”."), N_("Gạch nối: khoảng trắng cả hai bên; gạch chéo: không khoảng trắng.")
            yield RULE.at(texts.piece(span, found), message, hint, mend=Mend("text", {"new": new}), dau=sign, doan=texts.around(span, found))
