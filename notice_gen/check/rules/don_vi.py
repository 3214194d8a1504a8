"""Administrative units: those that are no more, and how they are spelt."""

from __future__ import annotations

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules import dia_danh_ngay
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import danh_muc, don_vi_cu
from notice_gen.vietnamese.chu_cai import bo_dau


@rule("DV03", Level.GOI_Y, "Thông lệ chính tả tiếng Việt")
def ten_don_vi_sai_dau(this: Rule, view: DocumentView) -> Faults:
    """Tên xã, phường viết sai dấu.
    Căn cứ: tên đơn vị hành chính viết đúng như văn bản thành lập. | Sai: xã Bình Diền | Đúng: xã Bình Điền
    Bỏ qua khi: đó là tên một đơn vị cũ hoặc thôn, tổ dân phố.
    """
    issued = texts.issued(view)
    tinh = dia_danh_ngay.province(view)
    if issued is None or not tinh or not danh_muc.two_levels(issued):
        return
    for span in texts.legible(view):
        for found, loai, ten in don_vi_cu.neu_ten(span.text):
            right = _near(loai, ten, tinh)
            if right:
                place, message = texts.piece(span, found), N_("“{doan}” có lẽ viết sai dấu.")
                yield this.at(place, message, N_("Có phải: {dung}?"), dung=f"{loai.lower()} {right}")


def _near(loai: str, ten: str, tinh: str) -> str:
    """Return the commune of the province whose name has the same letters and other marks; nothing for a name in use anywhere."""
    if loai not in {"Xã", "Phường", "Đặc khu"} or dia_danh_ngay.spelling(ten) in dia_danh_ngay.known():
        return ""
    alike = danh_muc.names(danh_muc.SINCE).get(bo_dau(ten).lower(), ())
    near = [unit.ten_rieng for unit in alike if unit.tinh.ten_rieng.lower() == tinh]
    return near[0] if len(near) == 1 else ""
