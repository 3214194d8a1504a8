"""Trước họ tên người ký có học hàm, học vị, danh hiệu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm c: trước họ tên của người ký, không ghi học hàm, học vị và các danh hiệu danh dự khác.

Sai: TS. Nguyễn Văn A; NGƯT. Nguyễn Văn A

Đúng: Nguyễn Văn A

Bỏ qua khi: đơn vị vũ trang nhân dân, tổ chức sự nghiệp giáo dục, y tế, khoa học (chương trình bỏ qua khi tên cơ quan cho biết).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import look, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KY10", "ho_ten_co_hoc_vi", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm c")

_TITLES = r"(?:(?:TS|ThS|Ths|PGS|GS|BS|KS|CN|LS|DS|NGND|NGƯT|TTND|TTƯT|Tiến sĩ|Thạc sĩ|Giáo sư|Phó Giáo sư|Bác sĩ|Kỹ sư|Luật sư)(?:\.\s*|\s+))+(?=\w)"
_ALLOWED = r"TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|CAO ĐẲNG|VIỆN|TRUNG TÂM|TRẠM Y TẾ|CÔNG AN|QUÂN|BỘ CHỈ HUY|BỘ TƯ LỆNH|BIÊN PHÒNG|CẢNH SÁT|BÁO|ĐÀI"


def faults(view: DocumentView) -> Iterator[Fault]:
    agency = " ".join(span.text for span in look.spans(view, "co_quan_chu_quan", "co_quan"))
    if re.search(_ALLOWED, texts.nfc(agency).upper()):
        return
    for span in look.spans(view, "ho_ten"):
        found = re.match(_TITLES, span.text)
        if found:
            yield RULE.at(texts.piece(span, found), N_("Trước họ tên người ký có “{doan}”."), N_("Chỉ ghi họ và tên."), doan=found[0].strip())
