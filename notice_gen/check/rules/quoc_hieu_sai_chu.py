"""Quốc hiệu viết sai chữ.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm a: Quốc hiệu là “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.

Sai: CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM

Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Bỏ qua khi: không có trường hợp nào; “HÒA” và “HOÀ” đều được chấp nhận.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.chinh_ta import dat_dau

RULE = Rule("QH02", "quoc_hieu_sai_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm a")


_RIGHT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def faults(view: DocumentView) -> Iterator[Fault]:
    lines = look.spans(view, "quoc_hieu")
    shown = " ".join(" ".join(span.text for span in lines).split())
    if lines and dat_dau(shown.upper(), "cu", chu_hoa_dau=True) != _RIGHT:
        yield RULE.at(lines[0], N_("Quốc hiệu viết chưa đúng: “{doan}”."), N_("Viết: {dung}"), doan=shown, dung=_RIGHT)
