"""Có chữ không phải màu đen.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4: phông chữ Times New Roman, bộ mã Unicode, màu đen.

Sai: tiêu đề màu xanh; đoạn chữ đỏ.

Đúng: toàn văn bản chữ màu đen.

Bỏ qua khi: dấu độ khẩn, độ mật; thông tin chữ ký số trong hộp văn bản (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Run
from notice_gen.errors import N_

RULE = Rule("ND02", "chu_mau", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")


def faults(view: DocumentView) -> Iterator[Fault]:
    stamped = {span.paragraph.index for span in look.spans(view, "do_khan", "do_mat", "pham_vi")}
    for paragraph in view.paragraphs:
        if paragraph.container == "textbox" or paragraph.index in stamped:
            continue
        for span, color in look.stretches(paragraph, _coloured):
            mend = Mend("run", {"color": "auto"})
            yield RULE.at(span, N_("Chữ màu #{mau}, quy định màu đen."), N_("Chọn đoạn này, Font Color > Automatic."), mend=mend, mau=color)


def _coloured(run: Run) -> str:
    """Nearly black prints black, and white does not print at all."""
    if len(run.color) != 6 or run.color == "FFFFFF":
        return ""
    try:
        return run.color if max(bytes.fromhex(run.color)) > 0x40 else ""
    except ValueError:
        return ""
