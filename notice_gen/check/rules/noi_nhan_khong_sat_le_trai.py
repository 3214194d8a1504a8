"""Từ “Nơi nhận” không sát lề trái.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Nơi nhận” ngang hàng với dòng quyền hạn, chức vụ của người ký và sát lề trái.

Sai: “Nơi nhận:” canh giữa ô, hoặc thụt vào 2 cm.

Đúng: “Nơi nhận:” canh trái, không thụt.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN20", "noi_nhan_khong_sat_le_trai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")

# A cell's padding and a ruler dragged by hand, mm.
_SEEN = 5.0


def faults(view: DocumentView) -> Iterator[Fault]:
    words, _ = lists.noi_nhan(view)
    if words is None or words.text.strip() != words.paragraph.text.strip():
        return
    paragraph = words.paragraph
    if paragraph.align in {"center", "right"} or paragraph.left + paragraph.first_line > _SEEN:
        mend = Mend("paragraph", {"align": "left", "left": 0.0, "first_line": 0.0})
        yield RULE.at(words, N_("“Nơi nhận” phải sát lề trái."), N_("Đặt con trỏ vào dòng này, bấm Ctrl+L; Paragraph > Indentation: Left 0."), mend=mend)
