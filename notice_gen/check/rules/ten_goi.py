"""Names of agencies and posts in every box: issuer, addressees, recipients, who signs."""

from __future__ import annotations

from collections.abc import Iterable

from notice_gen.check import lists, look, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese import loi_ten, ten_goi

_JUDGED = look.boxes("co_quan_chu_quan", "co_quan", "quyen_han", "chuc_vu")


def _names(view: DocumentView) -> Iterable[Span]:
    return (*_JUDGED(view), *lists.names(view))


@rule("CQ15", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a", each=_names)
def ten_go_sai(this: Rule, span: Span) -> Faults:
    """Tên cơ quan, chức vụ gõ lặp một từ, hoặc đảo chữ.
    Căn cứ: tên cơ quan, chức vụ là tên chính thức. | Sai: CHÁNH VNĂ PHÒNG; KT. KT. GIÁM ĐỐC; - Sở Nội vụ vụ; | Đúng: CHÁNH VĂN PHÒNG
    """
    typed = texts.nfc(span.text)
    for slip in loi_ten.sai_ten(typed) if len(typed) == len(span.text) else ():
        yield this.write(texts.part(span, slip.tu, slip.den), N_("“{doan}” có thể gõ sai."), str(slip.dung))


@rule("NN25", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 9, điểm a", each=lists.names)
def noi_nhan_sai_dau(this: Rule, span: Span) -> Faults:
    """Tên cơ quan, chức vụ ở “Kính gửi”, “Nơi nhận” viết thiếu dấu, sai dấu.
    Căn cứ: tên cơ quan, chức vụ là tên chính thức. | Sai: - So Nội vụ; - Chủ tich UBND tỉnh; | Đúng: - Sở Nội vụ; - Chủ tịch UBND tỉnh;
    """
    if wrong := ten_goi.sai_dau(span.text):
        at = span.text.index(wrong[0])
        yield this.write(texts.part(span, at, at + len(wrong[0])), N_("“{doan}” viết sai dấu."), wrong[1], doan=wrong[0])
