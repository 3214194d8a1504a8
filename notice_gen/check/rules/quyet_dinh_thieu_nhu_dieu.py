"""Nơi nhận của quyết định, nghị quyết không có “Như Điều …”.

Căn cứ: Phụ lục III, Mục II, mẫu 1.2: dòng đầu của nơi nhận là “Như Điều …”.

Sai: nơi nhận của quyết định bắt đầu bằng “- Các thôn;”

Đúng: - Như Điều 3;

Bỏ qua khi: điều cuối không giao trách nhiệm cho ai.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists, outline, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN18", "quyet_dinh_thieu_nhu_dieu", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.2")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = lists.recipients(view)
    numbered = any(label.level == "Điều" and label.annex == -1 for label in outline.labels(view))
    if found and view.loai in texts.WITH_BASES and numbered and not any(entry.key.startswith("NHU ") for entry in found):
        yield RULE.at(found[0].lines[0], N_("Nơi nhận không có dòng “Như Điều …”."), N_("Thêm dòng đầu: “- Như Điều …;”, ghi điều giao trách nhiệm thi hành."))
