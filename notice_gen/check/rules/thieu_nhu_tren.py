"""Có “Kính gửi” mà nơi nhận không có “Như trên”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm b: đối với tờ trình, báo cáo gửi cấp trên và công văn, phía dưới từ “Nơi nhận” là từ “Như trên”.

Sai: nơi nhận của công văn bắt đầu bằng “- Sở Tài chính;”

Đúng: - Như trên;

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN13", "thieu_nhu_tren", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = lists.recipients(view)
    if found and "kinh_gui" in view.components and view.loai in {"CV", "TTr", "BC"} and not any(lists.as_above(entry) for entry in found):
        yield RULE.at(found[0].lines[0], N_("Có “Kính gửi” mà nơi nhận không có “Như trên”."), N_("Thêm dòng đầu: “- Như trên;”"))
