"""Trích yếu viết in hoa tất cả.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu nội dung được trình bày bằng chữ in thường.

Sai: KẾT QUẢ KIỂM TRA CÔNG TÁC VĂN THƯ

Đúng: Kết quả kiểm tra công tác văn thư

Bỏ qua khi: trích yếu chỉ gồm một từ viết tắt.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TY05", "trich_yeu_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    lines = look.spans(view, "trich_yeu", "trich_yeu_cong_van")
    if lines and all(look.capitals(span) for span in lines) and len(" ".join(span.text for span in lines).split()) > 2:
        yield RULE.at(lines[0], N_("Trích yếu “{doan}” viết in hoa tất cả."), N_("Viết chữ thường, chỉ viết hoa chữ đầu và tên riêng."), doan=" ".join(span.text for span in lines))
