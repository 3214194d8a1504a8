"""Slips in dates and times of any text: days that are not, weekdays of other days, deadlines that are over, ranges turned round.

Figures are asked for as ``[0-9]``: an expression stands in a text as figures that no paper has (``loi_go.CHUA_BIET``).
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from notice_gen.errors import N_, Words
from notice_gen.facts import Pattern, Phrases
from notice_gen.vietnamese import trich_dan
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.ngay_thang import NOT_COUNTED, thu
from notice_gen.vietnamese.ngay_thang import ngay as _ngay

_FULL = r"\b[Nn]gày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})\b"
_SHORT = r"(?<![0-9/.-])([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![0-9/]|[.-][0-9])"
_LEAP = "2024"


@lru_cache(maxsize=4096)  # several rules ask, each of a whole paper
def cac_ngay(text: str) -> tuple[tuple[re.Match[str], date | None], ...]:
    """Return the dates written out in a text, None for a day that does not exist."""
    full = [(found, ngay_co(found[3], found[2], found[1])) for found in re.finditer(_FULL, text)]
    return (*full, *((found, ngay_co(found[4], found[3], found[1])) for found in re.finditer(_SHORT, text)))


def ngay_co(nam: str, thang: str, so: str) -> date | None:
    """Return a date, None when there is no such day."""
    try:
        return date(int(nam), int(thang), int(so))
    except ValueError:
        return None


# A day and a month without a year (29/02 may be), a month and a quarter with one ("lương tháng 13" is none).
_NO_YEAR = r"\b[Nn]gày (?P<ngay>[0-9]{1,2})(?:/| tháng )(?P<thang>[0-9]{1,2})(?![0-9/]|[.-][0-9]| năm [0-9])"
_ISO = r"(?<![0-9/.-])([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/-])"
_NO_YEAR_AT_ALL = r"\b[Nn]ăm (?:20[0-9]{3}|2[2-9][0-9]{2}|1[0-7][0-9]{2})(?=[,.;:)]|$| (?:của|trên|và|về|tại|theo)\b)"
_YEARS = range(1800, 2151)
_NO_MONTH = r"\b[Tt]háng (?:0|00|1[3-9]|[2-9][0-9])(?: năm |/)20[0-9]{2}\b|\b[Qq]uý (?:[05-9]|V|VI{1,3}|IX|X|IIII)(?: năm |/)20[0-9]{2}\b"


def khong_co(text: str) -> Iterator[LoiChu]:
    """Yield the days, months and quarters that no calendar has.

    >>> [text[loi.tu : loi.den] for text in ("trước ngày 31/11", "ngày 30 tháng 02 năm 2026, quý V/2026") for loi in khong_co(text)]
    ['ngày 31/11', 'ngày 30 tháng 02 năm 2026', 'quý V/2026']
    """
    if not any(digit in text for digit in string.digits):
        return
    asked = ((_NO_MONTH, "háng "), (_NO_MONTH, "uý "), (_NO_YEAR_AT_ALL, "ăm "))
    patterns = dict.fromkeys(pattern for pattern, word in asked if word in text)
    for found in (*_no_such_day(text), *(one for pattern in patterns for one in re.finditer(pattern, text))):
        yield LoiChu(*found.span(), None)


def _no_such_day(text: str) -> Iterator[re.Match[str]]:
    for found, day in cac_ngay(text):
        if day.year not in _YEARS if day else ("ngày" in found[0].lower() or "/" in found[0]):
            yield found
    for found in re.finditer(_ISO, text) if "-" in text or "/" in text else ():
        if int(found[1]) in _YEARS and ngay_co(found[1], found[3], found[4]) is None:
            yield found
    for found in re.finditer(_NO_YEAR, text) if "gày " in text else ():
        if ngay_co(_LEAP, found["thang"], found["ngay"]) is None:
            yield found


_NO_TIME = (
    r"(?<![0-9.,/])(?:(?P<gio>[0-9]{1,2})(?: giờ |h|:)(?P<phut>[6-9][0-9])(?! ngày|[0-9/:]|[.,][0-9])"
    r"|(?<=lúc )(?:2[5-9]|[3-9][0-9])(?= giờ|h[0-9 ,])"
    r"|(?:2[5-9]|[3-9][0-9])(?= (?:giờ |h)[0-5][0-9],? (?:ngày|thứ) ))"
)
_LAST_HOUR = 24


def gio_khong_co(text: str) -> Iterator[LoiChu]:
    """Yield the times that no clock shows.

    >>> [text[loi.tu : loi.den] for text in ("14 giờ 75 phút", "lúc 25 giờ", "trong 72 giờ", "3:75") for loi in gio_khong_co(text)]
    ['14 giờ 75', '25']
    """
    for found in re.finditer(_NO_TIME, text):
        if found["gio"] is None or (int(found["gio"]) <= _LAST_HOUR and (":" not in found[0] or len(found["gio"]) > 1)):
            yield LoiChu(*found.span(), None)


_DAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_SUNDAY = 6
_NAME = Pattern(rf"(?:{NOT_COUNTED}(?:thứ |\b[tT])(?P<thu>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*[,(:-]?\s*(?:ngày )?\(?$", re.IGNORECASE)
_NAME_AFTER = Pattern(r"\s*\(\s*(?:thứ (?P<thu>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*\)", re.IGNORECASE)


def thu_khac_ngay(text: str) -> Iterator[LoiChu]:
    """Yield the dates whose weekday, said before or after them, is another day's.

    >>> [loi.gia_tri["thu"] for loi in thu_khac_ngay("Thứ Hai, ngày 24/11/2026; ngày 29/11/2026 (Chủ nhật)")]
    ['thứ Ba']
    """
    for found, day in cac_ngay(text):
        named = day and (_NAME.search(text, max(found.start() - 30, 0), found.start()) or _NAME_AFTER.match(text, found.end()))
        if named and day and _number(named["thu"]) != day.weekday():
            shown = named[0].strip(" ,(:)-").removesuffix("ngày").strip(" ,(")
            yield LoiChu(*found.span(), None, {"ngay": found[0], "thu": thu(day), "ghi": shown})


def _number(name: str | None) -> int:
    if name is None:
        return _SUNDAY
    return int(name) - 2 if name.isdigit() else _DAYS.index(name.lower())


_BEFORE = Phrases(r"{truoc_han}(?: [0-9]{{1,2}} ?(?:giờ|h)(?: ?[0-9]{{2}})?,?)?(?: ngày)?(?: (?:thứ \w+|[Cc]hủ nhật),?(?: ngày)?)?\s*$")
# What is asked for; what is told of the past is no deadline.
_ASKED = Phrases(r"\b{viec_giao}\b", re.IGNORECASE)
_PAST = Phrases(r"\b{viec_da_qua}\b")
# “các hồ sơ nộp trước ngày …”: which ones, not by when.
_WHICH = Phrases(r"\b{doi_tuong}(?: \w+){{0,2}} {viec_cua_doi_tuong}\s*$", re.IGNORECASE)
_CITED = Pattern(r"\([^()]*\bsố [0-9]+[^\s()]*/[^\s()]+ ngày [^()]*\)[.;,]?\s*$")
_LONGEST_CLAUSE = 300


def cac_han(text: str) -> Iterator[tuple[re.Match[str], date]]:
    """Yield the days by which a text asks for something; what it repeats of an earlier paper, named in brackets at its end, asks nothing.

    >>> asked = "Yêu cầu các xã báo cáo trước ngày 28/5/2026"
    >>> [[day.day for _, day in cac_han(text)] for text in (asked, f"{asked} (văn bản số 34/TB-UBND ngày 10/4/2026; hạn 28/5/2026);")]
    [[28], []]
    """
    cited = _CITED.search(text[-_LONGEST_CLAUSE:])
    since = next((day for _, day in cac_ngay(cited[0]) if day), None) if cited else None
    for found, day in cac_ngay(text):
        if since and day and since <= day:
            continue
        before = re.split(r"[.;:]\s", text[max(found.start() - _LONGEST_CLAUSE, 0) : found.start()])[-1]
        limit = _BEFORE.search(before[-60:])
        clause = before[: len(before) - (len(limit[0]) if limit else 0)]
        asked = limit and not clause.endswith("từ ") and _ASKED.search(clause)
        if day and asked and not _PAST.search(clause) and not _WHICH.search(clause[-80:]):
            yield found, day


def han_da_qua(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the deadlines that are over on the paper's day *ngay*.

    >>> [loi.tu for loi in han_da_qua("Yêu cầu các xã báo cáo trước ngày 28/5/2026.", date(2026, 6, 12))]
    [34]
    """
    return (LoiChu(*found.span(), None, {"ngay": _ngay(ngay)}) for found, day in cac_han(text) if day < ngay)


_BETWEEN = Pattern(r"\s*(?:đến|-|–)(?: hết)?(?: ngày)?\s*")
_FROM = Pattern(r"\btừ(?: ngày)?\s*$", re.IGNORECASE)


_MONTH = r"tháng ([0-9]{1,2})(?:/| năm )([0-9]{4})"
_MONTHS = Pattern(rf"{_MONTH} đến (?:hết )?{_MONTH}")
_TERM = Pattern(r"(?i:giai đoạn|thời kỳ|thời kì|nhiệm kỳ|năm học|niên khóa) (20[0-9]{2}) ?(?:[-–]|đến) ?(20[0-9]{2})(?![0-9])")


_YEARS_OF = Pattern(r"\b[Nn]ăm (20[0-9]{2}) ?(?:[-–]|đến(?: hết)?(?: năm)?) ?(20[0-9]{2})(?![0-9])")
_AT = (
    r"(?P<gio{n}>[0-9]{{1,2}})(?: giờ|h|:) ?(?P<phut{n}>[0-9]{{2}})?(?: phút)?,? (?:ngày )?"
    r"(?P<ngay{n}>[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}})"
)
_TIMES = Pattern(rf"\b[Tt]ừ {_AT.format(n=1)} đến {_AT.format(n=2)}")
_DAYS_OF_MONTH = Pattern(
    r"\b[Tt]ừ ngày (?P<dau>[0-9]{1,2}) (?:đến|[-–])(?: hết)?(?: ngày)? (?P<cuoi>[0-9]{1,2})(?:/| tháng )[0-9]{1,2}(?![0-9])"
)


_DAYS_NO_YEAR = Pattern(
    r"\b[Tt]ừ ngày (?P<n1>[0-9]{1,2})(?:/| tháng )(?P<t1>[0-9]{1,2}) (?:đến|[-–])(?: hết)?(?: ngày)? "
    r"(?P<n2>[0-9]{1,2})(?:/| tháng )(?P<t2>[0-9]{1,2})(?![0-9/]|[.-][0-9])"
)
_SHORT_WHILE = 60  # days: from 15/11 to 15/3 is over the turn of the year


def _of_year(found: re.Match[str], n: int) -> int:
    return 31 * int(found[f"t{n}"]) + int(found[f"n{n}"])


def _time(found: re.Match[str], n: int) -> tuple[int, ...]:
    day, month, year = map(int, found[f"ngay{n}"].split("/"))
    return year, month, day, int(found[f"gio{n}"]), int(found[f"phut{n}"] or 0)


def khoang_nguoc(text: str) -> Iterator[LoiChu]:
    """Yield the ranges of days that end before they begin.

    >>> [text[loi.tu : loi.den] for text in ("từ ngày 15/6/2026 đến ngày 01/6/2026", "năm 2028 - 2027") for loi in khoang_nguoc(text)]
    ['15/6/2026 đến ngày 01/6/2026', 'năm 2028 - 2027']
    >>> text = "từ 22 giờ 00 ngày 24/11/2026 đến 05 giờ 00 ngày 24/11/2026; từ ngày 19 đến ngày 13/11/2026"
    >>> [text[loi.tu : loi.den] for loi in khoang_nguoc(text)]
    ['từ 22 giờ 00 ngày 24/11/2026 đến 05 giờ 00 ngày 24/11/2026', 'từ ngày 19 đến ngày 13/11']
    """
    in_order = sorted(cac_ngay(text), key=lambda one: one[0].start())
    for (first, begin), (second, end) in pairwise(in_order):
        # The word “ngày” belongs to what a long date matches, and stands before a short one.
        from_ = _FROM.search(text, max(first.start() - 12, 0), first.start())
        if begin and end and end < begin and from_ and _BETWEEN.fullmatch(text, first.end(), second.start()):
            yield LoiChu(first.start(), second.end(), None)
    for found in _turned_round(text):
        yield LoiChu(*found.span(), None)


_NEXT_MONTH = 15  # days: from the 28th to 05/12 is from one month to the next


def _turned_round(text: str) -> Iterator[re.Match[str]]:
    """Yield the times, days of a month, months, years and terms of which the second is before the first."""
    for found in _TIMES.finditer(text):  # of two days they were told above, if no hours stood between
        if _time(found, 2) <= _time(found, 1):
            yield found
    for pattern in (_YEARS_OF, _TERM):
        yield from (found for found in pattern.finditer(text) if int(found[2]) < int(found[1]))
    yield from (found for found in _DAYS_OF_MONTH.finditer(text) if 0 < int(found[1]) - int(found[2]) < _NEXT_MONTH)
    yield from (found for found in _DAYS_NO_YEAR.finditer(text) if 0 < _of_year(found, 1) - _of_year(found, 2) < _SHORT_WHILE)
    yield from (found for found in _MONTHS.finditer(text) if (int(found[4]), int(found[3])) < (int(found[2]), int(found[1])))


_LAW_OF = Pattern(r"(?:Bộ luật|Luật|Pháp lệnh) [^,;.()0-9]{3,60},? (?:ngày [0-9]{1,2} tháng [0-9]{1,2} )?năm (?P<nam>20[0-9]{2})\b")


_YEAR = N_("năm {nam}")

_OPENS = Pattern(r"(?:^|[.;:] )(?:[Vv]ào |[Ss]áng |[Cc]hiều )?(?:[Nn]gày )?$")
_WAS = Pattern(r",? [^.;:{}]{0,160}?\bđã (?!được (?:lên lịch|ấn định))")
_PASSED = Pattern(r"\b(?:đã|được)\b [^.;:]{0,120}\b(?:thông qua|ban hành|phê duyệt|ký kết)(?: vào)?(?: ngày)? $")
_WILL = Pattern(r"\b(?:sẽ|dự kiến|trước khi|nếu|khi|sau khi|thì|phải|yêu cầu|đề nghị)\b")


def _done(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """Return where a text says that something was done on a day: the sentence begins with it, or it was passed or signed on it."""
    start = found.start() - (5 if text[max(found.start() - 5, 0) : found.start()].lower() == "ngày " else 0)
    was = _WAS.match(text, found.end()) if _OPENS.search(text, max(start - 10, 0), start) else None
    if was and not _WILL.search(re.split(r"[.;] ", text[was.start() :], maxsplit=1)[0]):
        return start, was.end() - 1
    passed = _PASSED.search(text, max(start - 200, 0), start)
    return (passed.start(), found.end()) if passed and not _WILL.search(passed[0]) else None


def trich_dan_sau(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the papers cited whose date is after the paper's day *ngay*."""
    for cited in trich_dan.vien_dan(text):
        if cited.ngay and cited.ngay > ngay:
            yield LoiChu(*cited.vi_tri, None, {"ngay_dan": _ngay(cited.ngay), "ngay": _ngay(ngay)})
        elif (cited.so_ky_hieu.nam or 0) > ngay.year:
            yield LoiChu(*cited.vi_tri, None, {"ngay_dan": Words(_YEAR, nam=cited.so_ky_hieu.nam), "ngay": _ngay(ngay)})
    for found, day in cac_ngay(text):
        if day and day > ngay and (told := _done(text, found)):
            yield LoiChu(*told, None, {"ngay_dan": _ngay(day), "ngay": _ngay(ngay)})
    for found in _LAW_OF.finditer(text) if "năm 20" in text else ():
        if int(found["nam"]) > ngay.year:
            yield LoiChu(*found.span(), None, {"ngay_dan": Words(_YEAR, nam=found["nam"]), "ngay": _ngay(ngay)})


_NEAR = timedelta(240)
_WEEKDAY_NO_YEAR = (
    rf"(?i:(?:{NOT_COUNTED}thứ (?P<thu>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? \(?ngày )"
    r"(?P<ngay>[0-9]{1,2})/(?P<thang>[0-9]{1,2})(?![0-9/]|[.-][0-9])"
)


def thu_khac_ngay_nam_nay(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the days without a year whose weekday is another day's, in the year that is nearest the paper's day *ngay*."""
    for found in re.finditer(_WEEKDAY_NO_YEAR, text):
        days = [day for year in (ngay.year, ngay.year + 1, ngay.year - 1) if (day := ngay_co(str(year), found["thang"], found["ngay"]))]
        near = [day for day in days if abs(day - ngay) <= _NEAR]
        if near and all(_number(found["thu"]) != day.weekday() for day in near):
            shown = f"thứ {found['thu']}" if found["thu"] else "Chủ nhật"
            values = {"ngay": f"ngày {found['ngay']}/{found['thang']}/{near[0].year}", "thu": thu(near[0]), "ghi": shown}
            yield LoiChu(found.start("ngay"), found.end("thang"), None, values)


_SHORT_YEAR = Pattern(
    r"(?<![\w/.,-])(?:(?P<ngay>0?[1-9]|[12]\d|3[01])(?P<dau>[/.-])(?P<thang>0?[1-9]|1[0-2])(?P=dau)|"
    r"(?<=tháng )(?:0?[1-9]|1[0-2])/|(?<=uý )(?:IV|I{1,3}|[1-4])/)(?P<nam>[12]\d)(?![\w/%-]|[.,]\d)"
)
_SAYS_DATE = Pattern(
    r"\b(?P<han>ngày|trước|sau|hôm|hạn(?: chót| cuối| chậm nhất)?(?: là)?|(?:chậm|muộn|sớm) nhất(?: là)?(?: vào)?"
    r"|(?:thứ \w{2,3}|chủ nhật),?)\s+$"
    r"|\b(?:từ|đến|hết|lúc|vào|và|sáng|chiều|tối|trưa|tới|\d{1,2} ?(?:h|:|giờ) ?\d{0,2}(?: phút)?),?\s+$|[(:]\s*$"
    r"|\d/\d{1,2}/20\d\d(?:[,;]| và| đến)\s+$", re.IGNORECASE,
)
_NEAR_YEARS = 5


def nam_hai_chu_so(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the dates whose year has two figures, in a paper of the day *ngay*.

    >>> [loi.dung for loi in nam_hai_chu_so("Nộp trước ngày 20/10/26, theo mục 1.2.15.", date(2026, 10, 1))]
    ['20/10/2026']
    """
    for found in _SHORT_YEAR.finditer(text):
        near = abs(ngay.year - int(f"20{found['nam']}")) <= _NEAR_YEARS
        if _is_date(text, found, near=near):
            yield LoiChu(*found.span(), f"{found[0][: -len(found['nam'])]}20{found['nam']}")


def _is_date(text: str, match: re.Match[str], *, near: bool) -> bool:
    """Tell whether figures are a date: by the words before, or as all of a cell; *near*: their year is about the paper's own.

    ``1.2.15`` behind *từ* is the number of an item, ``4/12`` behind *tháng* a share.
    """
    if match["ngay"] is None:
        return near
    if match[0] == text.strip():
        return near and match["dau"] != "."
    before = _SAYS_DATE.search(text[max(match.start() - 40, 0) : match.start()])
    return before is not None and (match["dau"] != "." or bool(before["han"]) or near)


_COUNT_OF_YEARS = (
    r"\b(?P<so>0?\d|[1-9]\d) năm,? \((?:giai đoạn )?(?:từ )?(?:năm )?(?P<dau>(?:19|20)\d\d)"
    r" ?(?:[-–]|đến(?: năm)?) ?(?:năm )?(?P<cuoi>(?:19|20)\d\d)\)"
)
_HALF_COUNT_OF_YEARS = re.compile(r"(?:nhiệm kỳ|khóa|khoá|năm học|niên khóa|kỷ niệm|thâm niên|lần thứ)[^.;]*$")
_SAID = 40  # letters before a count that may say so


def so_nam(text: str) -> Iterator[LoiChu]:
    """Yield where a count of years and the two years beside it do not agree; terms and courses run from one midyear to another.

    >>> [loi.gia_tri["dung"] for loi in so_nam("giai đoạn 04 năm (2021 - 2025), nhiệm kỳ 5 năm (2021 - 2026)")]
    ['5']
    """
    for found in re.finditer(_COUNT_OF_YEARS, text) if "(" in text else ():
        right = int(found["cuoi"]) - int(found["dau"]) + 1
        before = text[max(found.start() - _SAID, 0) : found.start()]
        if right > 0 and int(found["so"]) != right and not (int(found["so"]) == right - 1 and _HALF_COUNT_OF_YEARS.search(before)):
            yield LoiChu(*found.span(), None, {"dau": found["dau"], "cuoi": found["cuoi"], "dung": str(right)})
