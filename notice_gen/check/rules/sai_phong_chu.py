"""Có chữ không phải phông Times New Roman.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4: phông chữ tiếng Việt Times New Roman, màu đen.

Sai: lời văn phông Arial, Calibri.

Đúng: toàn văn bản phông Times New Roman.

Bỏ qua khi: ký hiệu toán, dấu chọn (Symbol, Wingdings; chương trình bỏ qua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import look, page
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Run
from notice_gen.errors import N_

RULE = Rule("ND01", "sai_phong_chu", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")

_RIGHT = r"\s*Times\s*New\s*Roman|Symbol|Wingdings|Webdings|Cambria Math|MT Extra|Segoe UI Symbol|MS Gothic"
# Letters of an old font are not the letters they look like: they are converted, not only set in another font.
_OLD = r"\.Vn|VNI|UVN|VNtimes"


def faults(view: DocumentView) -> Iterator[Fault]:
    for paragraph in page.everything(view):
        for span, font in look.stretches(paragraph, _wrong):
            mend = None if re.match(_OLD, font, re.IGNORECASE) else Mend("run", {"font": "Times New Roman"})
            yield RULE.at(span, N_("Phông chữ {phong}, quy định Times New Roman."), N_("Chọn đoạn này, đổi phông chữ thành Times New Roman."), mend=mend, phong=font)


def _wrong(run: Run) -> str:
    return "" if re.match(_RIGHT, run.font, re.IGNORECASE) else run.font
