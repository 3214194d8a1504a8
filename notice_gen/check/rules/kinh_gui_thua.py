"""Loại văn bản này theo mẫu không có “Kính gửi”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm b: phần “Kính gửi” dùng cho tờ trình, báo cáo gửi cấp trên và công văn.

Sai: kế hoạch có dòng “Kính gửi: Các phòng, ban”.

Đúng: ghi nơi nhận ở cuối văn bản.

Bỏ qua khi: báo cáo, phiếu gửi, phiếu chuyển, giấy mời (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KG02", "kinh_gui_thua", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b")

_WITHOUT = frozenset({"NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "CTr", "KH", "PA", "ĐA", "DA", "BB"})


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.loai in _WITHOUT and "kinh_gui" in view.components:
        yield RULE.at(look.spans(view, "kinh_gui")[0], N_("{loai} theo mẫu không có “Kính gửi”."), N_("Ghi các nơi nhận ở cuối văn bản, sau “Nơi nhận:”."), loai=view.law.loai[view.loai].ten)
