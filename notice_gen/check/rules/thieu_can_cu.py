"""Nghị quyết, quyết định không có căn cứ ban hành.

Căn cứ: Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3: dưới tên loại, trích yếu của nghị quyết, quyết định là các căn cứ ban hành.

Sai: dưới thẩm quyền ban hành là ngay “QUYẾT ĐỊNH:”.

Đúng: Căn cứ Nghị định số … ngày … của … về …;

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_
from notice_gen.vietnamese.chu_cai import bo_dau

RULE = Rule("CC05", "thieu_can_cu", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")

_BASIS = r"[-–+•*\s]*(?:CAN CU|XET|THUC HIEN|THEO (?:\w+ ){0,3}DE NGHI)\b"


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is not Kind.HANH_CHINH or view.loai not in texts.WITH_BASES or not texts.body(view):
        return
    if not any(re.match(_BASIS, bo_dau(paragraph.text.strip()[:40]).upper()) for paragraph in view.paragraphs):
        yield RULE.at(texts.body(view)[0], N_("{loai} không có căn cứ ban hành."), N_("Thêm trước dòng “QUYẾT ĐỊNH:” hoặc “QUYẾT NGHỊ:”: Căn cứ …;"), loai="Quyết định" if view.loai == "QĐ" else "Nghị quyết")
