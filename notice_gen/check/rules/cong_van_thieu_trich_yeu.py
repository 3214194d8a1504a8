"""Công văn không có trích yếu “V/v …”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: đối với công văn, trích yếu ở ô số 5b, sau chữ “V/v”, dưới số và ký hiệu.

Sai: dưới số, ký hiệu công văn để trống.

Đúng: V/v lập danh mục hồ sơ năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("TY08", "cong_van_thieu_trich_yeu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and view.loai == "CV" and not {"ten_loai", "trich_yeu_cong_van"} & view.components.keys():
        yield RULE.at(look.spans(view, "so_ky_hieu")[0], N_("Công văn không có trích yếu dưới số, ký hiệu."), N_("Thêm “V/v …” canh giữa dưới số, ký hiệu, cách 6 pt."))
