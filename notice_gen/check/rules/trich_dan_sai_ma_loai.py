"""Ký hiệu của văn bản được viện dẫn không khớp với tên loại.

Căn cứ: Phụ lục III, Mục I: mỗi tên loại có một chữ viết tắt; công văn không có.

Sai: Kế hoạch số 12/TB-UBND; Công văn số 12/BC-UBND; Công văn số 12/CV-UBND

Đúng: Kế hoạch số 12/KH-UBND; Công văn số 12/UBND-VP

Bỏ qua khi: văn bản được viện dẫn đã mang ký hiệu như vậy.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.viet_tat import bang_viet_tat

RULE = Rule("TD06", "trich_dan_sai_ma_loai", Level.THONG_LE, "Phụ lục III, Mục I")

# Codes that no agency has for its own name.
_NO_AGENCY = frozenset({"QĐ", "NQ", "TTr", "TB", "BC", "BB", "CTr", "GM", "CĐ"})


def faults(view: DocumentView) -> Iterator[Fault]:
    codes = {name: code for code, name in bang_viet_tat("loai").items()}
    for one in citing.first_ones(view):
        shown = one.paper.so_ky_hieu
        right = codes.get(one.paper.loai)
        letter = one.paper.loai == "Công văn" and len(shown.nhom) > 1 and not shown.nam
        if letter and shown.nhom[0] == "CV" and not shown.dang:
            yield RULE.at(one.number, N_("“{doan}”: công văn không có chữ viết tắt tên loại."), N_("Công văn có dạng số/cơ quan-đơn vị soạn thảo; đúng là cơ quan kia ghi như vậy thì giữ nguyên."), doan=one.number.text)
        elif letter and shown.nhom[0] in _NO_AGENCY:
            hint = N_("Xem lại tên loại hoặc ký hiệu; công văn có dạng số/cơ quan-đơn vị soạn thảo.")
            yield RULE.at(one.number, N_("“{doan}”: {ma} là ký hiệu của {loai}, công văn không có."), hint, doan=one.number.text, ma=shown.nhom[0], loai=bang_viet_tat("loai")[shown.nhom[0]])
        elif right and not shown.nam and not shown.dang and not shown.nhom[0].startswith(right):
            yield RULE.at(one.number, N_("“{doan}”: ký hiệu của {loai} là {ma}."), N_("Xem lại tên loại hoặc ký hiệu của văn bản được trích dẫn."), doan=one.number.text, loai=one.paper.loai, ma=right)
