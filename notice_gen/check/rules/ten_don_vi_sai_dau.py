"""Tên xã, phường viết sai dấu.

Căn cứ: Thông lệ chính tả tiếng Việt: tên đơn vị hành chính viết đúng như văn bản thành lập.

Sai: xã Bình Diền

Đúng: xã Bình Điền

Bỏ qua khi: đó là tên một đơn vị cũ hoặc thôn, tổ dân phố.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import places, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import danh_muc
from notice_gen.vietnamese.chu_cai import bo_dau

RULE = Rule("DV03", "ten_don_vi_sai_dau", Level.GOI_Y, "Thông lệ chính tả tiếng Việt")


def faults(view: DocumentView) -> Iterator[Fault]:
    issued = texts.issued(view)
    tinh = places.province(view)
    if issued is None or not tinh or not danh_muc.two_levels(issued):
        return
    for span in texts.legible(view):
        for one in places.named(span):
            right = _near(one, tinh)
            if right:
                yield RULE.at(one.place, N_("“{doan}” có lẽ viết sai dấu."), N_("Có phải: {dung}?"), doan=one.place.text, dung=f"{one.loai.lower()} {right}")


def _near(one: places.Named, tinh: str) -> str:
    """Return the commune of the province whose name has the same letters and other marks; nothing for a name in use anywhere."""
    if one.loai not in {"Xã", "Phường", "Đặc khu"} or places.spelling(one.ten) in places.known():
        return ""
    near = [unit.ten_rieng for unit in danh_muc.names(danh_muc.SINCE).get(bo_dau(one.ten).lower(), ()) if unit.tinh.ten_rieng.lower() == tinh]
    return near[0] if len(near) == 1 else ""
