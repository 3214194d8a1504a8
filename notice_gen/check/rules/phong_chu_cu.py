"""Chữ gõ bằng phông có từ trước Unicode (.VnTime, VNI-Times).

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4: phông chữ Times New Roman, bộ mã ký tự Unicode theo TCVN 6909:2001.

Sai: “Céng hßa x· héi chñ nghÜa”, chỉ đọc được bằng phông .VnTime.

Đúng: “Cộng hòa xã hội chủ nghĩa” bằng Times New Roman.

Bỏ qua khi: đoạn đó thật sự là tiếng nước ngoài.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import bang_ma

RULE = Rule("KT02", "phong_chu_cu", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.everything(view):
        code, word = bang_ma.phong_chu_cu(span.text)
        if code:
            hint = N_("Chuyển mã sang Unicode, ví dụ bằng UniKey Toolkit (Ctrl+Shift+F6), rồi chọn phông Times New Roman.")
            yield RULE.at(span, N_("Đoạn có chữ “{doan}” gõ bằng bảng mã {ma}, không phải Unicode."), hint, doan=word, ma=code)
