"""What a Vietnamese office writes: dates, figures, number words, letters, document numbers, places.

Plain functions on plain values, for texts, Word templates and any Python program.  Light to import: no document library, and Babel only
inside the one function that needs it.  Value types are modules of four functions, ``parse``, ``validate``, ``is_valid``, ``format``:

>>> from notice_gen.vietnamese import so_ky_hieu
>>> so_ky_hieu.parse("12/UBND-NV").don_vi
'NV'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from notice_gen.vietnamese.chinh_ta import dat_dau, khoa_sap_xep, liet_ke
from notice_gen.vietnamese.chu_cai import bo_dau, chu_diem, chu_hoa, slug, slug_ky_hieu
from notice_gen.vietnamese.con_so import do_luong, doc_la_ma, doc_phan_tram, doc_so, la_ma, phan_tram, so, so_dem, so_van_ban, tien, ty_le

from notice_gen.vietnamese.ngay_thang import (  # isort: skip
    doc_dong_ngay, doc_khoang_ngay, doc_ngay, doc_quy, doc_thang, dong_ngay, gio_ngay, han_sau, khoang_ngay, la_ngay_lam_viec, lich_nghi,
    ngay, ngay_day_du, quy, thang, thu,
)  # fmt: skip
from notice_gen.vietnamese.so_thanh_chu import bang_chu, doc_bang_chu, tien_bang_chu

__all__ = [
    "FILTERS", "bang_chu", "bo_dau", "chu_diem", "chu_hoa", "dat_dau", "do_luong", "doc_bang_chu", "doc_dong_ngay",
    "doc_khoang_ngay", "doc_la_ma", "doc_ngay", "doc_phan_tram", "doc_quy", "doc_so", "doc_thang", "dong_ngay", "gio_ngay",
    "han_sau", "khoa_sap_xep", "khoang_ngay", "la_ma", "la_ngay_lam_viec", "lich_nghi", "liet_ke", "ngay", "ngay_day_du",
    "phan_tram", "quy", "slug", "slug_ky_hieu", "so", "so_dem", "so_van_ban", "thang", "thu", "tien", "tien_bang_chu", "ty_le",
]  # fmt: skip

FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            ngay, ngay_day_du, thang, quy, khoang_ngay, han_sau, so, so_dem, so_van_ban, ty_le, phan_tram, tien, do_luong, la_ma,
            bang_chu, tien_bang_chu, chu_hoa, slug,
        )
    }
)  # fmt: skip
"""The functions usable as filters in texts and in Word templates, by their own names."""
