"""Dòng chỉ dẫn “Kèm theo” ghi số, ký hiệu khác với văn bản.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.

Sai: văn bản số 15/TB-SNV, phụ lục ghi “Kèm theo Thông báo số 14/TB-SNV”.

Đúng: (Kèm theo Thông báo số 15/TB-SNV …)

Bỏ qua khi: phụ lục kèm theo văn bản khác được nhắc lại.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL16", "kem_theo_sai_so", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")

_NUMBER = r"\bsố\s*:?\s*(\d{1,6})?[\s.…_]{0,40}/\s?([^\s/;,()]+)"


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    own = _figure(number.so.text) if number else ""
    for annex in view.annexes:
        found = re.search(_NUMBER, texts.nfc(annex.kem_theo.text)) if annex.kem_theo else None
        if number is None or not number.groups or annex.kem_theo is None or found is None:
            continue
        said = _figure(found[1] or "")
        if [group.upper() for group in head.groups(found[2])] != [group.upper() for group in number.groups] or (said and own and said != own):
            yield RULE.at(annex.kem_theo, N_("Phụ lục ghi kèm theo văn bản “{doan}”, văn bản này là “{dung}”."), N_("Ghi đúng số, ký hiệu của văn bản này."), doan=found[0], dung=number.span.text)


def _figure(typed: str) -> str:
    """Return a number without its leading zeros; nothing for a blank, or for what is another fault."""
    figure = typed.strip(" .…_").lstrip("0")
    return figure if figure.isdigit() else ""
