"""Ngày của văn bản được viện dẫn chỗ viết đầy đủ, chỗ viết gọn.

Căn cứ: Thông lệ ghi ngày tháng: trong phần căn cứ, hoặc trong lời văn, ngày của các văn bản được viện dẫn viết theo một kiểu.

Sai: Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026, rồi Kế hoạch số 13/KH-UBND ngày 10/02/2026.

Đúng: ngày 05 tháng 02 năm 2026, ngày 10 tháng 02 năm 2026.

Bỏ qua khi: trích yếu của văn bản khác được chép nguyên văn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import citing, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TG09", "ngay_dai_ngan_lan_lon", Level.GOI_Y, "Thông lệ ghi ngày tháng")


def faults(view: DocumentView) -> Iterator[Fault]:
    bases = {span.paragraph.index for span in texts.bases(view)}
    for here in (True, False):
        dated = [one for one in citing.citations(view) if one.paper.ngay and (one.span.paragraph.index in bases) is here]
        long = [one for one in dated if "tháng" in one.paper.nguyen_van]
        short = [one for one in dated if "tháng" not in one.paper.nguyen_van]
        if long and short:
            one, usual = (long[0], short[0]) if len(long) < len(short) else (short[0], long[0])
            message = N_("Ngày ở “{doan}” viết khác kiểu với “{dung}”.")
            yield RULE.at(one.place, message, N_("Viết ngày của các văn bản được viện dẫn theo một kiểu."), doan=_head(one), dung=_head(usual))


def _head(one: citing.Cited) -> str:
    """Return the citation up to its date."""
    found = re.match(r".*?ngày [\d/.-]+(?: tháng \d+ năm \d+)?", one.paper.nguyen_van)
    return found[0] if found else one.paper.nguyen_van
