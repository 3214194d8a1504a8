"""Dates in the text: days there are, one manner of writing, deadlines."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise

from notice_gen.check import citing, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Phrases
from notice_gen.vietnamese.ngay_thang import han_sau, la_ngay_lam_viec, ngay

_BEFORE = Phrases(r"{truoc_han}(?: \d{{1,2}} ?(?:giờ|h)(?: ?\d{{2}})?,?)?(?: ngày)?(?: (?:thứ \w+|[Cc]hủ nhật),?(?: ngày)?)?\s*$")
# What is asked for; what is told of the past is no deadline.
_ASKED = Phrases(r"\b{viec_giao}\b", re.IGNORECASE)
_PAST = Phrases(r"\b{viec_da_qua}\b")
# “các hồ sơ nộp trước ngày …”: which ones, not by when.
_WHICH = Phrases(r"\b{doi_tuong}(?: \w+){{0,2}} {viec_cua_doi_tuong}\s*$")
_LONGEST_CLAUSE = 300


@texts.remembered
def of(view: DocumentView) -> list[tuple[Span, date]]:
    """Return the days by which the text asks for something, each with its place."""
    found = []
    for span in texts.legible(view):
        for one, day in texts.dates(span.text):
            before = re.split(r"[.;:]\s", span.text[max(one.start() - _LONGEST_CLAUSE, 0) : one.start()])[-1]
            limit = _BEFORE.search(before[-60:])
            clause = before[: len(before) - (len(limit[0]) if limit else 0)]
            if day and limit and _ASKED.search(clause) and not _PAST.search(clause) and not _WHICH.search(clause[-80:]):
                found.append((texts.piece(span, one), day))
    return found


@rule("TG01", Level.THONG_LE, "Thông lệ ghi ngày tháng")
def ngay_khong_co_trong_lich(this: Rule, view: DocumentView) -> Faults:
    """Ngày không có trong lịch.
    Căn cứ: ngày phải có thật. | Sai: ngày 30/02/2026; ngày 31 tháng 4 năm 2026 | Đúng: ngày 28/02/2026; ngày 30 tháng 4 năm 2026
    Bỏ qua khi: con số không phải ngày tháng.
    """
    # A day and a month without a year; 29/02 may be.
    no_year = re.compile(r"\b[Nn]gày (?P<ngay>\d{1,2})/(?P<thang>\d{1,2})(?![\d/.-])")
    for span in texts.legible(view):
        for match, day in texts.dates(span.text):
            if day is None and ("ngày" in match[0].lower() or "/" in match[0]):
                yield this.at(texts.piece(span, match), N_("“{doan}”: không có ngày này trong lịch."), N_("Xem lại ngày, tháng."))
        for match in no_year.finditer(span.text):
            if texts.day("2024", match["thang"], match["ngay"]) is None:
                yield this.at(texts.piece(span, match), N_("“{doan}”: không có ngày này trong lịch."), N_("Xem lại ngày, tháng."))


def _shown(within: tuple[date, date]) -> str:
    """Return the day of issue in figures, or the month or year of a draft: ``12/6/2026``, ``tháng 6 năm 2026``, ``năm 2026``."""
    first, last = within
    if first == last:
        return ngay(first)
    return f"tháng {first.month} năm {first.year}" if first.month == last.month else f"năm {first.year}"


_DAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_SUNDAY = 6
_NAME = re.compile(r"(?:thứ (?P<thu>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*[,(:-]?\s*(?:ngày )?\(?$", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\s*\(\s*(?:thứ (?P<thu>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*\)", re.IGNORECASE)


@rule("TG02", Level.THONG_LE, "Thông lệ ghi ngày tháng")
def thu_khong_khop_ngay(this: Rule, view: DocumentView) -> Faults:
    """Thứ không khớp với ngày.
    Căn cứ: thứ và ngày cùng chỉ một ngày. | Sai: thứ Hai, ngày 25/8/2026 | Đúng: thứ Ba, ngày 25/8/2026
    """
    for span in texts.legible(view):
        for match, day in texts.dates(span.text):
            before = _NAME.search(span.text[max(match.start() - 30, 0) : match.start()])
            weekday = before or _NAME_AFTER.match(span.text, match.end())
            if weekday and day and _number(weekday["thu"]) != day.weekday():
                right = "Chủ nhật" if day.weekday() == _SUNDAY else f"thứ {_DAYS[day.weekday()]}"
                shown, message = weekday[0].strip(" ,(:)-"), N_("{ngay} là {dung}, không phải “{doan}”.")
                yield this.at(texts.piece(span, match), message, N_("Xem lại thứ hoặc ngày."), ngay=match[0], dung=right, doan=shown)


def _number(name: str | None) -> int:
    if name is None:
        return _SUNDAY
    return int(name) - 2 if name.isdigit() else [one.lower() for one in _DAYS].index(name.lower())


@rule("TG03", Level.THONG_LE, "Thông lệ ghi ngày tháng")
def han_truoc_ngay_van_ban(this: Rule, view: DocumentView) -> Faults:
    """Thời hạn đã qua khi văn bản được ban hành.
    Căn cứ: thời hạn giao việc sau ngày ban hành văn bản. | Sai: văn bản ngày 12/6/2026 yêu cầu báo cáo trước ngày 28/5/2026
    Đúng: báo cáo trước ngày 28/6/2026 | Bỏ qua khi: câu nói về việc đã qua.
    """
    within = texts.issued_within(view)
    for place, day in of(view) if within else ():
        if within and day < within[0]:
            message = N_("Thời hạn {doan} đã qua khi văn bản được ban hành ({ngay}).")
            yield this.at(place, message, N_("Xem lại thời hạn, nhất là năm."), ngay=_shown(within))


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


@rule("TG05", Level.THONG_LE, "Thông lệ ghi ngày tháng")
def trich_dan_sau_ngay_van_ban(this: Rule, view: DocumentView) -> Faults:
    """Văn bản được viện dẫn có ngày sau ngày của văn bản này.
    Căn cứ: văn bản chỉ viện dẫn văn bản đã ban hành. | Sai: văn bản ngày 12/6/2026 căn cứ Kế hoạch số 12/KH-UBND ngày 05/8/2026
    Đúng: căn cứ Kế hoạch số 12/KH-UBND ngày 05/02/2026
    """
    within = texts.issued_within(view)
    for cited in citing.citations(view) if within else ():
        if within and cited.paper.ngay and cited.paper.ngay > within[1]:
            message = N_("“{doan}” có ngày {ngay_dan}, sau ngày của văn bản này ({ngay}).")
            hint = N_("Xem lại ngày của văn bản được trích dẫn.")
            yield this.at(cited.place, message, hint, doan=cited.number.text, ngay_dan=ngay(cited.paper.ngay), ngay=_shown(within))


@rule("TG06", Level.THONG_LE, "Thông lệ ghi ngày tháng")
def khoang_ngay_nguoc(this: Rule, view: DocumentView) -> Faults:
    """Khoảng ngày kết thúc trước khi bắt đầu.
    Căn cứ: ngày cuối không trước ngày đầu. | Sai: từ ngày 15/6/2026 đến ngày 01/6/2026 | Đúng: từ ngày 01/6/2026 đến ngày 15/6/2026
    """
    between_pattern = re.compile(r"\s*(?:đến|-|–)(?: hết)?(?: ngày)?\s*")
    for span in texts.legible(view):
        match = sorted(texts.dates(span.text), key=lambda one: one[0].start())
        for (first, begin), (second, end) in pairwise(match):
            # The word “ngày” belongs to what a long date matches, and stands before a short one.
            between = span.text[first.end() : second.start()]
            from_ = re.search(r"\btừ(?: ngày)?\s*$", span.text[max(first.start() - 12, 0) : first.start()], re.IGNORECASE)
            if begin and end and end < begin and from_ and between_pattern.fullmatch(between):
                whole = texts.part(span, first.start(), second.end())
                yield this.at(whole, N_("Khoảng ngày “{doan}” kết thúc trước khi bắt đầu."), N_("Xem lại hai ngày."))


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


_SHORT_YEAR = (
    r"(?<![\w/.,-])(?P<ngay>0?[1-9]|[12]\d|3[01])(?P<dau>[/.-])(?P<thang>0?[1-9]|1[0-2])(?P=dau)(?P<nam>[12]\d)(?![\w/%-]|[.,]\d)"
)


@rule("TG10", Level.THONG_LE, "Thông lệ ghi ngày tháng", each=texts.found(texts.legible, _SHORT_YEAR, "/", "-", "."))
def nam_hai_chu_so(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Năm trong ngày tháng ghi hai chữ số.
    Căn cứ: năm ghi đủ bốn chữ số. | Sai: ngày 12/5/26 | Đúng: ngày 12/5/2026 | Bỏ qua khi: con số không phải ngày tháng.
    """
    dated = re.search(r"\b(?:ngày|từ|đến|hết|trước|sau|lúc|hôm|và|hạn)\s+$|[(:]\s*$", span.text[: match.start()], re.IGNORECASE)
    if dated and (match["dau"] != "." or dated[0].strip().lower() == "ngày"):
        right = match["dau"].join((match["ngay"], match["thang"], f"20{match['nam']}"))
        yield this.write(texts.piece(span, match), N_("Năm ở “{doan}” chỉ có hai chữ số."), right)
