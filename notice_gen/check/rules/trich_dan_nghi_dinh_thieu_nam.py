"""Nghị định, thông tư được viện dẫn mà số không có năm.

Căn cứ: Thông lệ viện dẫn văn bản: số, ký hiệu của văn bản quy phạm pháp luật có năm ban hành.

Sai: Nghị định số 30/NĐ-CP

Đúng: Nghị định số 30/2020/NĐ-CP

Bỏ qua khi: văn bản ban hành trước năm 1997, khi số chưa có năm.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD07", "trich_dan_nghi_dinh_thieu_nam", Level.THONG_LE, "Thông lệ viện dẫn văn bản")


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in citing.first_ones(view):
        shown = one.paper.so_ky_hieu
        old = one.paper.ngay is not None and one.paper.ngay.year < 1997
        if one.paper.loai in {"Nghị định", "Thông tư"} and shown.nam is None and len(shown.nhom) > 1 and not old:
            hint = N_("Ghi năm sau số, ví dụ 30/2020/NĐ-CP.")
            yield RULE.at(one.number, N_("“{doan}”: số của {loai} còn thiếu năm ban hành."), hint, doan=one.number.text, loai=one.paper.loai.lower())
