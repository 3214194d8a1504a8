"""Boxes 10 and 13: what is stamped on the document, and the address at its foot."""

from __future__ import annotations

from notice_gen.check import look
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_


@rule("DK04", Level.GOI_Y, "Phụ lục I, Phần I, Mục III, khoản 2", each=look.boxes("do_mat"))
def co_dau_do_mat(this: Rule, span: Span) -> Faults:
    """Tệp có dấu chỉ độ mật.
    Căn cứ: việc xác định và đóng dấu chỉ độ mật thực hiện theo quy định hiện hành về bảo vệ bí mật nhà nước.
    Sai: tệp Word có chữ MẬT lưu trên máy tính nối mạng. | Đúng: văn bản mật soạn trên máy tính độc lập, dấu độ mật đóng bằng con dấu.
    Bỏ qua khi: chữ “MẬT” không phải dấu độ mật.
    """
    message = N_("Văn bản có dấu chỉ độ mật “{doan}”.")
    yield this.at(span, message, N_("Không soạn thảo, lưu, gửi văn bản mật trên máy tính, mạng không được phép."), doan=span.text.strip())


@rule("SD05", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 4", form=True)
def dia_chi_thieu_duong_ke(this: Rule, view: DocumentView) -> Faults:
    """Trên địa chỉ cơ quan không có đường kẻ.
    Căn cứ: dưới một đường kẻ nét liền kéo dài hết chiều ngang của vùng trình bày văn bản. | Sai: địa chỉ ở chân trang, không có đường kẻ.
    Đúng: đường kẻ liền hết chiều ngang, địa chỉ ở dưới. | Bỏ qua khi: đường kẻ là hình ảnh, chương trình không nhận ra.
    """
    lines = look.spans(view, "dia_chi")
    if not lines or not view.sections:
        return
    first = view.sections[0]
    footing = first.first_footer if first.title_page else first.footer
    if footing is not None and not any(paragraph.lines for paragraph in footing.paragraphs):
        message = N_("Trên địa chỉ cơ quan không có đường kẻ.")
        yield this.at(lines[0], message, N_("Kẻ đường viền trên cho dòng địa chỉ (Borders > Top Border)."))
