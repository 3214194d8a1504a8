"""Dates in the text: days there are, one manner of writing, deadlines."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from notice_gen.check import citing, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese import loi_ngay
from notice_gen.vietnamese.ngay_thang import han_sau, la_ngay_lam_viec, ngay


@texts.remembered
def of(view: DocumentView) -> list[tuple[Span, date]]:
    """Return the days by which the text asks for something, each with its place."""
    return [(texts.piece(span, one), day) for span in texts.legible(view) for one, day in loi_ngay.cac_han(span.text)]


@rule("TG04", Level.GOI_Y, "Thông lệ ghi ngày tháng")
def han_vao_ngay_nghi(this: Rule, view: DocumentView) -> Faults:
    """Thời hạn rơi vào ngày nghỉ.
    Căn cứ: thời hạn nên là ngày làm việc. | Sai: báo cáo trước ngày 27/6/2026 (thứ Bảy) | Đúng: báo cáo trước ngày 29/6/2026 (thứ Hai)
    Bỏ qua khi: công việc vẫn làm được trong ngày nghỉ.
    """
    issued = texts.issued(view)
    for place, day in of(view):
        try:
            off = not la_ngay_lam_viec(day)
            later = han_sau(day, 0, doi=True)
        except ValueError:  # the days off of that year are not known
            continue
        if off and (issued is None or day >= issued):
            yield this.at(place, N_("Thời hạn {doan} là ngày nghỉ."), N_("Ngày làm việc tiếp theo là {dung}."), dung=ngay(later))


@rule("TG07", Level.GOI_Y, "Thông lệ ghi ngày tháng")
def ngay_hai_kieu_dau(this: Rule, view: DocumentView) -> Faults:
    """Ngày viết gọn bằng nhiều kiểu dấu trong cùng một văn bản.
    Căn cứ: một văn bản viết ngày gọn theo một kiểu. | Sai: 12/6/2026 ở đoạn đầu, 15-6-2026 ở đoạn sau. | Đúng: 12/6/2026, 15/6/2026
    Bỏ qua khi: ngày được chép nguyên văn.
    """
    short = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1\d{4}(?![\d/]|[.-]\d)")
    dates = [(span, match) for span in texts.legible(view) for match in short.finditer(span.text)]
    usual = Counter(match[1] for _, match in dates).most_common(1)
    for span, match in dates:
        if match[1] != usual[0][0]:
            right = match[0].replace(match[1], usual[0][0])
            yield this.write(texts.piece(span, match), N_("Ngày “{doan}” viết khác kiểu với những chỗ còn lại."), right, doan=match[0])


@rule("TG08", Level.GOI_Y, "Thông lệ ghi ngày tháng")
def ngay_thang_trong_cau_thieu_so_khong(this: Rule, view: DocumentView) -> Faults:
    """Trong lời văn, ngày dưới 10 hoặc tháng 1, 2 thiếu số 0 phía trước.
    Căn cứ: như ở dòng địa danh, thời gian (Phụ lục I, Phần I, Mục II, khoản 4), ngày dưới 10 và tháng 1, 2 thêm số 0.
    Sai: ngày 5 tháng 1 năm 2026; 5/1/2026 | Đúng: ngày 05 tháng 01 năm 2026; 05/01/2026 | Bỏ qua khi: cơ quan có quy định riêng.
    """
    for span in texts.legible(view):
        for match, day in texts.dates(span.text):
            *_, month, _ = match.groups()
            if day and (len(match[1]) == 1 or month in {"1", "2"}):
                shown = f"{day.month:02d}" if month in {"1", "2"} else month
                if len(match.groups()) == 4:
                    right = match[2].join((f"{day.day:02d}", shown, f"{day.year}"))
                else:
                    right = f"ngày {day.day:02d} tháng {shown} năm {day.year}"
                yield this.write(texts.piece(span, match), N_("“{doan}” thiếu số 0 phía trước."), right)


@rule("TG09", Level.GOI_Y, "Thông lệ ghi ngày tháng")
def ngay_dai_ngan_lan_lon(this: Rule, view: DocumentView) -> Faults:
    """Ngày của văn bản được viện dẫn chỗ viết đầy đủ, chỗ viết gọn.
    Căn cứ: trong phần căn cứ, hoặc trong lời văn, ngày của các văn bản được viện dẫn viết theo một kiểu.
    Sai: Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026, rồi Kế hoạch số 13/KH-UBND ngày 10/02/2026.
    Đúng: ngày 05 tháng 02 năm 2026, ngày 10 tháng 02 năm 2026. | Bỏ qua khi: trích yếu của văn bản khác được chép nguyên văn.
    """
    bases = {span.paragraph.index for span in texts.bases(view)}
    for here in (True, False):
        dated = [one for one in citing.citations(view) if one.paper.ngay and (one.span.paragraph.index in bases) is here]
        long = [one for one in dated if "tháng" in one.paper.nguyen_van]
        short = [one for one in dated if "tháng" not in one.paper.nguyen_van]
        if long and short:
            one, usual = (long[0], short[0]) if len(long) < len(short) else (short[0], long[0])
            message = N_("Ngày ở “{doan}” viết khác kiểu với “{dung}”.")
            yield this.at(
                one.place, message, N_("Viết ngày của các văn bản được viện dẫn theo một kiểu."), doan=_head(one), dung=_head(usual),
            )


def _head(one: citing.Cited) -> str:
    """Return the citation up to its date."""
    match = re.match(r".*?ngày [\d/.-]+(?: tháng \d+ năm \d+)?", one.paper.nguyen_van)
    return match[0] if match else one.paper.nguyen_van
