"""Trích yếu kết thúc bằng dấu chấm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu là một cụm từ; các mẫu ở Phụ lục III không có dấu chấm cuối.

Sai: Kết quả kiểm tra công tác văn thư năm 2026.

Đúng: Kết quả kiểm tra công tác văn thư năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("TY14", "trich_yeu_co_dau_cham", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for name in ("trich_yeu", "trich_yeu_cong_van"):
        for span in look.spans(view, name)[-1:]:
            bare = span.text.rstrip()
            if bare.endswith((".", ";", ",")) and not bare.endswith((". .", "..")):
                place = Span(span.paragraph, span.start + len(bare) - 1, span.start + len(bare))
                mend = Mend("text", {"new": ""})
                yield RULE.at(place, N_("Trích yếu kết thúc bằng dấu “{dau}”."), N_("Bỏ dấu ở cuối trích yếu."), mend=mend, dau=place.text)
