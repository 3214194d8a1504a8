"""The rules, by the box of the form or by what they look at: each a function whose docstring is its manual, or a row
of ``data/quy-tac.toml`` (``bang.py``).

A new rule is a function under ``@rule`` (``check/fault.py``) in the module of its group; a new group is a module named in
:func:`all_rules`.
"""

from __future__ import annotations

from functools import cache

from notice_gen import patterns
from notice_gen.check.fault import JUDGED, Entry

__all__ = ["JUDGED", "Entry", "all_rules"]


@cache
def all_rules() -> tuple[Entry, ...]:
    """Return every rule, by code."""
    patterns.remember("kiem")
    from notice_gen.check.rules import (  # isort: skip
        ban_sao, bang, bo_cuc, can_cu, danh_sach, dau_cau, dau_trang, dia_danh_ngay, don_vi, hai_cach, hai_cho, ket_thuc, kinh_gui, ky_tu,
        loi_van, mau_rieng, mau_thuan, moc_viec, ngay_thang, nguoi_ky, nhat_quan, noi_bo, noi_nhan, phu_luc, so_ky_hieu, so_lech, so_lieu,
        ten_goi, ten_loai, thanh_phan, trang, trich_dan, tu_goi, viet_hoa, viet_tat,
    )  # fmt: skip

    groups = (
        ban_sao, bo_cuc, can_cu, danh_sach, dau_cau, dau_trang, dia_danh_ngay, don_vi, hai_cach, hai_cho, ket_thuc, kinh_gui, ky_tu,
        loi_van, mau_rieng, mau_thuan, moc_viec, ngay_thang, nguoi_ky, nhat_quan, noi_bo, noi_nhan, phu_luc, so_ky_hieu, so_lech, so_lieu,
        ten_goi, ten_loai, thanh_phan, trang, trich_dan, tu_goi, viet_hoa, viet_tat,
    )  # fmt: skip
    functions = (thing for group in groups for thing in vars(group).values() if isinstance(thing, Entry))
    return tuple(sorted((*bang.rows(), *functions), key=lambda entry: entry.rule.code))
