"""Chữ viết tắt tên loại trong ký hiệu không đúng với tên loại văn bản.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm b: ký hiệu gồm chữ viết tắt tên loại; bảng chữ viết tắt ở Phụ lục III, Mục I.

Sai: tên loại “KẾ HOẠCH”, số “12/TB-UBND”; tờ trình ghi “TT”, “TTR”; quy định ghi “QĐ”; đề án ghi “DA”; hướng dẫn ghi “HĐ”; chương trình ghi “CT”.

Đúng: kế hoạch: KH; tờ trình: TTr; quy định: QyĐ; đề án: ĐA; hướng dẫn: HD; chương trình: CTr.

Bỏ qua khi: chương trình nhận nhầm một dòng chữ in hoa là tên loại.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("SO07", "ky_hieu_sai_loai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    asked = view.law.loai.get(view.loai)
    if view.kind is not Kind.HANH_CHINH or not number or not number.groups or not asked or "ten_loai" not in view.components:
        return
    if number.groups[0] != asked.ma:
        yield RULE.at(
            number.ky_hieu,
            N_("Tên loại là {loai}, ký hiệu lại ghi “{ghi}”."),
            N_("Chữ viết tắt của {loai} là “{dung}”."),
            loai=asked.ten.lower(),
            ghi=number.groups[0],
            dung=asked.ma,
        )
