"""Cả đoạn lời văn in nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: nội dung văn bản kiểu chữ đứng.

Sai: một đoạn ba dòng in nghiêng.

Đúng: chữ đứng; chỉ căn cứ ban hành in nghiêng.

Bỏ qua khi: lời trích nguyên văn, ghi chú.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import layout, look, texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("ND11", "loi_van_in_nghieng", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")


def faults(view: DocumentView) -> Iterator[Fault]:
    bases = {span.paragraph.index for span in texts.bases(view)}
    for span in layout.sentences(view):
        quoted = span.text.lstrip().startswith(("“", '"', "(", "["))
        slanted = all(run.italic for run in look.lettered(span))
        if slanted and not quoted and span.paragraph.index not in bases and not _opening(span) and layout.rows(view, span) > 2:
            yield RULE.at(span, N_("Cả đoạn in nghiêng."), N_("Dùng chữ đứng cho lời văn."), mend=Mend("run", {"italic": False}))


def _opening(span: Span) -> bool:
    return texts.nfc(span.text[:20]).lstrip().startswith(("Căn cứ", "Theo đề nghị", "Thực hiện", "Xét", "Trên cơ sở", "Ghi chú", "Lưu ý"))
