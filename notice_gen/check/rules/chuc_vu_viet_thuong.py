"""Chức vụ đứng liền trước tên cơ quan mà viết thường.

Căn cứ: Phụ lục II, Mục V, khoản 3: viết hoa tên chức vụ nếu đi liền với tên cụ thể, ví dụ Chủ tịch Quốc hội, Thủ tướng Chính phủ.

Sai: chủ tịch Ủy ban nhân dân xã; giám đốc Sở Nội vụ

Đúng: Chủ tịch Ủy ban nhân dân xã; Giám đốc Sở Nội vụ

Bỏ qua khi: chức vụ nói chung, không của một cơ quan cụ thể.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH10", "chuc_vu_viet_thuong", Level.LUAT, "Phụ lục II, Mục V, khoản 3")

_POSTS = (
    r"(?:tổng bí thư|(?:phó )?bí thư)(?= (?:Tỉnh ủy|Thành ủy|Đảng ủy|Đảng bộ))"
    r"|(?:phó )?chủ tịch(?= (?:Ủy ban|Uỷ ban|UBND|Hội đồng nhân dân|HĐND|Quốc hội|Hội [A-ZĐ]|UBMT))"
    r"|(?:phó )?thủ tướng(?= Chính phủ)|(?:bộ|thứ) trưởng(?= Bộ [A-ZĐ])"
    r"|(?:phó )?giám đốc(?= (?:Sở|Công an|Trung tâm|Kho bạc|Bảo hiểm) [A-ZĐ])"
    r"|(?:phó )?chánh (?:văn phòng|Văn phòng)(?= (?:UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Tỉnh ủy|Chính phủ))"
)


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in re.finditer(rf"(?<![\w-])(?:{_POSTS})", span.text):
            right = " ".join(word[0].upper() + word[1:] if n == 0 or (found[0].startswith("phó ") and n == 1) else word for n, word in enumerate(found[0].split(" ")))
            yield RULE.at(texts.piece(span, found), N_("Chức vụ “{doan}” đi liền với tên cơ quan phải viết hoa."), N_("Viết: {dung}"), doan=found[0], dung=right)
