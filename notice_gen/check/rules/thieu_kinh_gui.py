"""Công văn, tờ trình không có “Kính gửi”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm b: đối với tờ trình và công văn, nơi nhận gồm phần “Kính gửi” và phần “Nơi nhận”.

Sai: tờ trình vào ngay lời văn sau trích yếu.

Đúng: Kính gửi: Ủy ban nhân dân thành phố Huế

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("KG01", "thieu_kinh_gui", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and view.loai in {"CV", "TTr"} and "kinh_gui" not in view.components:
        yield RULE.at(None, N_("Văn bản không có “Kính gửi”."), N_("Thêm “Kính gửi: …” trên lời văn, ghi tên cơ quan, cá nhân trực tiếp giải quyết."))
