"""Phụ lục không có dòng chỉ dẫn “Kèm theo …”.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo văn bản trên mỗi phụ lục gồm số, ký hiệu, thời gian ban hành và tên cơ quan ban hành.

Sai: dưới tên phụ lục là ngay nội dung.

Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)

Bỏ qua khi: dòng chỉ dẫn đặt trong hình ảnh.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL12", "phu_luc_thieu_kem_theo", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.ten and annex.kem_theo is None:
            yield RULE.at(annex.ten, N_("Phụ lục không có dòng chỉ dẫn “(Kèm theo …)”."), N_("Thêm dưới tên phụ lục: (Kèm theo … số … ngày … tháng … năm … của …)"))
