"""Đầu câu không viết hoa.

Căn cứ: Phụ lục II, Mục I: viết hoa chữ cái đầu âm tiết thứ nhất của một câu sau dấu chấm, dấu chấm hỏi, dấu chấm than.

Sai: Các xã đã báo cáo. đề nghị tổng hợp.

Đúng: Các xã đã báo cáo. Đề nghị tổng hợp.

Bỏ qua khi: dấu chấm là của một từ viết tắt.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.cau import TU_CO_CHAM

RULE = Rule("VH04", "dau_cau_viet_thuong", Level.LUAT, "Phụ lục II, Mục I")

_SMALL_START = texts.vietnamese(r"(?<![\w./@-])(?P<truoc>[a-z]{2,7}|\d{4})(?P<dau>[.?!])[ \u00a0]+(?P<sau>[a-z]{1,7})(?![\w.@/])")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.sentences(view):
        for found in _SMALL_START.finditer(span.text):
            if found["truoc"] not in TU_CO_CHAM:
                hint = N_("Viết hoa chữ đầu của “{sau}”, hoặc thay dấu “{dau}” bằng dấu phẩy.")
                yield RULE.at(texts.piece(span, found, "sau"), N_("Đầu câu viết thường ở “{doan}”."), hint, doan=found[0], sau=found["sau"], dau=found["dau"])
