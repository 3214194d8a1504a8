"""Cuối nội dung không có dấu “./.”.

Căn cứ: Phụ lục III, Mục II, mẫu 1.1 đến 1.10: nội dung văn bản kết thúc bằng “./.”.

Sai: … để các cơ quan biết, thực hiện.

Đúng: … để các cơ quan biết, thực hiện./.

Bỏ qua khi: nội dung kết thúc bằng bảng (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Kind, Span
from notice_gen.errors import N_

RULE = Rule("KE01", "thieu_dau_ket_thuc", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")


def faults(view: DocumentView) -> Iterator[Fault]:
    last = texts.last_of_text(view)
    if view.kind is Kind.HANH_CHINH and last and texts.ending(last.text) is None:
        end = len(last.text.rstrip())
        bare = len(last.text.rstrip(" .;,:"))
        if bare:
            place = Span(last.paragraph, last.start + bare - 1, last.start + end)
            mend = Mend("text", {"new": f"{place.text[:1]}./."})
            yield RULE.at(place, N_("Cuối nội dung không có dấu “./.”."), N_("Thêm “./.” ngay sau chữ cuối cùng của nội dung."), mend=mend)
