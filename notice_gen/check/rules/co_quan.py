"""Box 2: the name of the agency and the line below it."""

from __future__ import annotations

from notice_gen.check import look
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView

# The longest line fills the room that the others are set in; a line nearly as long stands in its middle, mm.
_NARROWER = 8.0


@rule("CQ08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b", form=True)
def co_quan_khong_canh_giua(this: Rule, view: DocumentView) -> Faults:
    """Tên cơ quan ban hành không canh giữa.
    Căn cứ: tên cơ quan, tổ chức ban hành được đặt canh giữa dưới tên cơ quan, tổ chức chủ quản trực tiếp.
    Sai: “SỞ NỘI VỤ” canh trái dưới “UBND THÀNH PHỐ HUẾ”. | Đúng: “SỞ NỘI VỤ” canh giữa.
    Bỏ qua khi: dòng dài nhất của ô, vì không thấy được; tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua).
    """
    widest = max((look.width(span) for span in look.spans(view, "co_quan_chu_quan", "co_quan", "so_ky_hieu")), default=0.0)
    for span in look.spans(view, "co_quan"):
        if look.width(span) < widest - _NARROWER:
            yield from look.centred_of(this, span, look.asked(view, "co_quan"))
