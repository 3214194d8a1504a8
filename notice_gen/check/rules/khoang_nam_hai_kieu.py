"""Khoảng năm viết theo nhiều kiểu trong cùng một văn bản.

Căn cứ: Thông lệ soạn thảo trên máy tính: một văn bản viết khoảng năm theo một kiểu.

Sai: giai đoạn 2021-2025 ở đoạn đầu, giai đoạn 2026 – 2030 ở đoạn sau.

Đúng: giai đoạn 2021 - 2025, giai đoạn 2026 - 2030.

Bỏ qua khi: đó là tên văn bản được chép nguyên văn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC08", "khoang_nam_hai_kieu", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính")

_YEARS = re.compile(r"(?<![\d/.-])(?P<tu>(?:19|20)\d\d)(?P<dau>[ \u00a0]?[-–—][ \u00a0]?)(?P<den>(?:19|20)\d\d)(?![\d/]|-\d)")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = [(span, one) for span in texts.words(view) for one in _YEARS.finditer(span.text)]
    styles = Counter(one["dau"].replace("\u00a0", " ") for _, one in found)
    if len(styles) > 1:
        usual = styles.most_common(1)[0][0]
        for span, one in found:
            if one["dau"].replace("\u00a0", " ") != usual:
                right = one["tu"] + usual + one["den"]
                message = N_("Khoảng năm “{doan}” viết khác kiểu với những chỗ còn lại.")
                yield RULE.at(texts.piece(span, one, "dau"), message, N_("Viết: {dung}"), mend=Mend("text", {"new": usual}), doan=one[0], dung=right)
