"""Không thấy quyền hạn, chức vụ của người ký.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm đ: quyền hạn, chức vụ của người ký được trình bày ở ô số 7a.

Sai: cuối văn bản chỉ có họ tên.

Đúng: CHỦ TỊCH / Nguyễn Văn A

Bỏ qua khi: chữ ký là hình ảnh cả khối.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_

RULE = Rule("KY01", "thieu_chuc_vu_nguoi_ky", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.kind is Kind.HANH_CHINH and not {"quyen_han", "chuc_vu"} & view.components.keys():
        yield RULE.at(None, N_("Không thấy quyền hạn, chức vụ của người ký."), N_("Ghi chức vụ người ký bằng chữ in hoa, đậm, ngang hàng với “Nơi nhận”."))
