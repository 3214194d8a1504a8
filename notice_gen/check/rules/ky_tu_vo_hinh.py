"""Ký tự không nhìn thấy lẫn trong chữ.

Căn cứ: Thông lệ soạn thảo trên máy tính: chữ chép từ trang mạng, tệp PDF hay mang theo ký tự ẩn, làm hỏng tìm kiếm và ngắt dòng.

Sai: “xã” và “hội” cách nhau bằng một ký tự có độ rộng bằng không.

Đúng: chỉ có chữ, dấu và khoảng trắng thường.

Bỏ qua khi: ký tự đó được đặt có chủ ý để cho phép ngắt dòng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KT04", "ky_tu_vo_hinh", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")

_HIDDEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+"


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.everything(view):
        for found in re.finditer(_HIDDEN, span.text):
            shown = re.sub(_HIDDEN, "·", texts.around(span, found))
            codes = " ".join(f"U+{ord(sign):04X}" for sign in found[0][:3])
            hint = N_("Xóa các ký tự ẩn, hoặc để chương trình sửa.")
            yield RULE.at(texts.piece(span, found), N_("Có ký tự ẩn {ma} ở “{doan}”."), hint, mend=Mend("text", {"new": ""}), ma=codes, doan=shown)
