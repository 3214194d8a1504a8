"""Sau các căn cứ không có dòng “QUYẾT ĐỊNH:” hoặc “QUYẾT NGHỊ:”.

Căn cứ: Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3: sau các căn cứ là dòng “QUYẾT NGHỊ:” hoặc “QUYẾT ĐỊNH:”.

Sai: sau căn cứ cuối cùng là ngay “Điều 1.”

Đúng: QUYẾT ĐỊNH:

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

RULE = Rule("CC06", "thieu_dong_quyet_dinh", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")

_DECIDES = r"^\W*QUYET (?:DINH|NGHI)\W*$|\bQUYET (?:DINH|NGHI)[^:]{0,40}:\s*$"


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is not Kind.HANH_CHINH or view.loai not in texts.WITH_BASES or not texts.body(view):
        return
    titles = {span.paragraph.index for span in texts.boxed(view, "ten_loai") if ":" not in span.paragraph.text}
    lines = (line for paragraph in view.paragraphs if paragraph.index not in titles for line in paragraph.text.split("\n"))
    if not any(re.search(_DECIDES, bo_dau(texts.nfc(" ".join(line.split()))).upper()) for line in lines):
        shown = "QUYẾT ĐỊNH:" if view.loai == "QĐ" else "QUYẾT NGHỊ:"
        yield RULE.at(texts.body(view)[0], N_("Không thấy dòng “{doan}” sau các căn cứ."), N_("Thêm dòng “{doan}” canh giữa, chữ in hoa, đậm, trước nội dung."), doan=shown)
