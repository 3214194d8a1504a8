"""Địa danh không viết hoa chữ cái đầu, hoặc viết in hoa tất cả.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: bằng chữ in thường, các chữ cái đầu của địa danh phải viết hoa.

Sai: bình điền, ngày 05 tháng 3 năm 2026; BÌNH ĐIỀN, ngày …; Bình điền, ngày …

Đúng: Bình Điền, ngày 05 tháng 3 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head, places
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import dia_danh
from notice_gen.vietnamese.chu_cai import bo_dau

RULE = Rule("DN13", "dia_danh_viet_thuong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    if line and line.place[:1].isalpha() and not line.abbreviated and _wrong(line.place):
        yield RULE.at(line.span, N_("Địa danh viết hoa chưa đúng: “{dia_danh}”."), N_("Viết hoa chữ cái đầu của mỗi tiếng, ví dụ: Bình Điền."), dia_danh=line.place)


def _wrong(place: str) -> bool:
    """Three capitals without a mark may be an abbreviation; a small word in the middle counts where the name is known."""
    if place.isupper():
        return len(place) > 3 or (len(place) > 1 and bo_dau(place) != place)
    kind, name = dia_danh.parse(place)
    small = any(word[0].islower() for word in (name or place).split())
    return place[0].islower() or (small and (bool(kind) or places.is_unit(name)))
