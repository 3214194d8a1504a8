"""Box 2: the name of the agency and the line below it."""

from __future__ import annotations

from decimal import Decimal

from notice_gen.check import look
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_


@rule("CQ01", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a", form=True)
def thieu_ten_co_quan(this: Rule, view: DocumentView) -> Faults:
    """Không thấy tên cơ quan, tổ chức ban hành văn bản.
    Căn cứ: tên chính thức, đầy đủ của cơ quan ban hành. | Sai: góc trên bên trái chỉ có số, ký hiệu.
    Đúng: tên cơ quan ở góc trên bên trái, ví dụ “ỦY BAN NHÂN DÂN / XÃ BÌNH ĐIỀN”. | Bỏ qua khi: văn bản in trên giấy có sẵn tên cơ quan.
    """
    if view.kind is Kind.HANH_CHINH and "co_quan" not in view.components:
        hint = N_("Ghi tên cơ quan ban hành ở phía trên, bên trái trang đầu, bằng chữ in hoa, đậm.")
        yield this.at(None, N_("Không thấy tên cơ quan ban hành văn bản."), hint)


@rule("CQ06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b", form=True)
def co_quan_thieu_duong_ke(this: Rule, view: DocumentView) -> Faults:
    """Dưới tên cơ quan ban hành không có đường kẻ ngang.
    Căn cứ: phía dưới có đường kẻ ngang, nét liền, dài bằng {duong_ke[tu]} đến {duong_ke[den]} dòng chữ.
    Sai: dưới tên cơ quan là số, ký hiệu, không có đường kẻ. | Đúng: đường kẻ ngắn, liền, cân đối dưới tên cơ quan.
    Bỏ qua khi: đường kẻ là hình ảnh, chương trình không nhận ra.
    """
    return look.no_rule_below(this, view, "co_quan")


@rule("CQ07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b", form=True)
def duong_ke_co_quan_sai_do_dai(this: Rule, view: DocumentView) -> Faults:
    """Đường kẻ dưới tên cơ quan dài hoặc ngắn quá.
    Căn cứ: đường kẻ dài bằng {duong_ke[khoang]} độ dài của dòng chữ. | Sai: đường kẻ dài bằng cả dòng tên cơ quan.
    Đúng: đường kẻ dài bằng {duong_ke[tu]} đến {duong_ke[den]} dòng chữ. | Bỏ qua khi: tên cơ quan ngắn, chênh lệch vài mi-li-mét.
    """
    share = view.law.duong_ke
    return look.rule_length(this, view, "co_quan", share.minimum or Decimal(0), share.maximum or Decimal(1))


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
