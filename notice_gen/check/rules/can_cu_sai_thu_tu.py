"""Căn cứ không xếp theo hiệu lực pháp lý từ cao xuống thấp.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm a: căn cứ gồm văn bản quy định thẩm quyền, rồi các văn bản quy định nội dung; các cơ quan xếp luật, nghị định, thông tư theo thứ bậc.

Sai: Căn cứ Thông tư … đứng trước Căn cứ Nghị định …

Đúng: Luật, pháp lệnh, nghị định, thông tư.

Bỏ qua khi: căn cứ thẩm quyền riêng của cơ quan đặt trước.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("CC04", "can_cu_sai_thu_tu", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm a")

_RANKS = ("Luật", "Pháp lệnh", "Nghị định", "Thông tư")


def faults(view: DocumentView) -> Iterator[Fault]:
    highest = 0
    for span in texts.bases(view) if view.loai in texts.WITH_BASES else ():
        found = re.match(r"\s*Căn cứ (?:Bộ )?([Ll]uật|Pháp lệnh|Nghị định|Thông tư)\b", span.text)
        if found is None:
            continue
        rank = _RANKS.index(found[1].capitalize())
        if rank < highest:
            yield RULE.at(texts.piece(span, found, 1), N_("{loai} đứng sau {truoc} trong các căn cứ."), N_("Xếp căn cứ từ văn bản có hiệu lực cao xuống thấp."), loai=_RANKS[rank], truoc=_RANKS[highest].lower())
            return
        highest = rank
