"""Viện dẫn điều, chương, mục, phần mà không viết hoa.

Căn cứ: Phụ lục II, Mục V, khoản 7: viện dẫn một văn bản cụ thể thì viết hoa chữ cái đầu của phần, chương, mục, tiểu mục, điều.

Sai: khoản 2 điều 5 chương II Luật Đất đai

Đúng: khoản 2 Điều 5 Chương II Luật Đất đai

Bỏ qua khi: không phải viện dẫn, ví dụ “tổng cộng 3 điều 5 khoản”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH06", "dieu_viet_thuong", Level.LUAT, "Phụ lục II, Mục V, khoản 7")

_OF = r"(?= (?:của )?(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Kế hoạch|Đề án|Điều lệ|Phụ lục|Chương [IVX]|Phần (?:thứ|[IVX])))"
_SMALL = re.compile(
    r"(?:(?<!\d )|(?<=khoản \d )|(?<=khoản \d\d ))(?<!các )(?<!vài )(?<!những )\b(?:điều(?= \d{1,3}[a-zđ]?\b)"
    rf"|(?<!danh )(?<!hạng )(?<!đề )(?<!thành )(?<!học )(?<!cổ )(?:tiểu mục|mục|chương|phần)(?= (?:[IVXL]{{1,6}}|\d{{1,2}}){_OF}))"
)


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in _SMALL.finditer(span.text):
            shown = found[0] + " " + span.text[found.end() + 1 : found.end() + 7].split(" ")[0].rstrip(".,;:)")
            hint = N_("Viết: {dung}")
            yield RULE.at(texts.piece(span, found), N_("Viện dẫn “{doan}” phải viết hoa."), hint, doan=shown, dung=shown[0].upper() + shown[1:])
