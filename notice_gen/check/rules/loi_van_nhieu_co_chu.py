"""Lời văn có đoạn cỡ chữ 13, có đoạn cỡ chữ 14.

Căn cứ: Phụ lục I, Phần I, Mục V, chú thích 1: cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất.

Sai: đoạn đầu cỡ 14, các đoạn sau cỡ 13.

Đúng: mọi đoạn của lời văn cùng cỡ chữ.

Bỏ qua khi: đoạn trích nguyên văn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import layout, look
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("ND04", "loi_van_nhieu_co_chu", Level.THONG_LE, "Phụ lục I, Phần I, Mục V, chú thích 1")


def faults(view: DocumentView) -> Iterator[Fault]:
    weights: Counter[float] = Counter()
    spans = layout.sentences(view)
    for span in spans:
        for run in span.runs:
            weights[run.size] += run.end - run.start
    usual = weights.most_common(1)[0][0] if weights else 0.0
    allowed = look.asked(view, "noi_dung").co_chu
    for span in spans:
        other = next((run.size for run in span.runs if run.size != usual), None)
        # A size that is not allowed at all is another fault.
        if other is not None and all(allowed.allows(Decimal(str(run.size))) for run in span.runs):
            mend = Mend("run", {"size": usual})
            yield RULE.at(span, N_("Đoạn này cỡ chữ {co}, phần còn lại của lời văn cỡ {dung}."), N_("Đặt cùng một cỡ chữ cho lời văn."), mend=mend, co=so(Decimal(str(other))), dung=so(Decimal(str(usual))))
