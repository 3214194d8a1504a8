"""Địa danh, ngày tháng không ngang hàng với số, ký hiệu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: trình bày trên cùng một dòng với số, ký hiệu văn bản.

Sai: số, ký hiệu ở hàng thứ hai của bảng, ngày tháng ở hàng thứ ba.

Đúng: số, ký hiệu và ngày tháng ở hai ô của cùng một hàng.

Bỏ qua khi: các dòng đặt bằng hộp văn bản (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN07", "dia_danh_ngay_khac_dong_so", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    numbers, dates = look.spans(view, "so_ky_hieu"), look.spans(view, "dia_danh_ngay")
    if not numbers or not dates:
        return
    one, other = numbers[0].paragraph, dates[0].paragraph
    if one.cell and other.cell:
        apart = one.cell.table == other.cell.table and one.cell.row != other.cell.row
    else:
        apart = one.container == other.container == "body" and one is not other
    if apart:
        yield RULE.at(dates[0], N_("Địa danh, ngày tháng không cùng dòng với số, ký hiệu."), N_("Đặt hai dòng vào hai ô của cùng một hàng trong bảng đầu trang."))
