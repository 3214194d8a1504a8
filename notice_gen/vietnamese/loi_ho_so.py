"""Days that a paper says of itself and of records without a number: minutes held later than it, a term that is over before it begins.

Figures are asked for as ``[0-9]``: an expression stands in a text as figures that no paper has (``loi_go.CHUA_BIET``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from notice_gen.errors import N_, Words
from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.loi_ngay import cac_ngay, trich_dan_sau
from notice_gen.vietnamese.ngay_thang import la_ngay_lam_viec
from notice_gen.vietnamese.ngay_thang import ngay as _ngay

_LEADS = r"(?:[Cc]ăn cứ|[Xx]ét|[Tt]heo(?: đề nghị tại| nội dung| kết luận tại| kết quả)?|[Tt]hực hiện|[Tt]rên cơ sở)"
_RECORDS = (
    r"(?:[Bb]iên bản|[Bb]áo cáo|[Tt]ờ trình|[Đđ]ơn|[Gg]iấy đề nghị|[Kk]ết luận|[Tt]hông báo|[Qq]uyết định|[Kk]ế hoạch"
    r"|[Hh]ợp đồng|[Pp]hiếu|[Vv]ăn bản|[Ýý] kiến|[Kk]ết quả|[Nn]ghị quyết|[Cc]hứng thư|[Hh]ồ sơ|Bộ luật|Luật|Pháp lệnh|Nghị định|Thông tư)"
)
_RECORD = Pattern(rf"\b{_LEADS} (?P<ten>{_RECORDS}\b[^.;:,/()]{{0,90}}?),? (?:[Nn]gày |lập ngày |ký ngày )?$")
# Of a day that is to come: when something is to be, not when it was written down.
_TO_COME = Pattern(
    r"\b(?:về|tổ chức|từ|đến|trước|sau|hạn|vào|hằng|kể|của tháng|dự kiến|diễn ra|sẽ|khai mạc|hiệu lực|thực hiện|lúc|hết|cho)\b"
)
_LAWS = ("Bộ luật", "Luật", "Pháp lệnh")


def ho_so_sau(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the minutes, reports, requests without a number that a text goes by and that are of a day after its own, *ngay*.

    >>> text = "Căn cứ Biên bản họp ngày 25 tháng 10 năm 2026; Căn cứ Kế hoạch tổ chức lễ ngày 20/11/2026"
    >>> [text[loi.tu : loi.den] for loi in ho_so_sau(text, date(2026, 9, 30))]
    ['Biên bản họp ngày 25 tháng 10 năm 2026']
    """
    for found, day in cac_ngay(text):
        said = _RECORD.search(text, max(found.start() - 150, 0), found.start()) if day and day > ngay else None
        # A law of a later year is told by its year (loi_ngay.trich_dan_sau).
        by_year = said and said["ten"].startswith(_LAWS) and day and day.year > ngay.year
        if said and day and not _TO_COME.search(said["ten"]) and not by_year:
            yield LoiChu(said.start("ten"), found.end(), None, {"ngay_dan": _ngay(day), "ngay": _ngay(ngay)})


def viet_sau(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield what is cited, with a number or without, of a day after the paper's own, *ngay*; each place once."""
    numbered = [*trich_dan_sau(text, ngay)]
    yield from numbered
    yield from (one for one in ho_so_sau(text, ngay) if all(one.den <= other.tu or other.den <= one.tu for other in numbered))


_HOLDS = Pattern(
    r"(?:\b(?:[Gg]iấy|[Vv]ăn bản|[Tt]hẻ|[Qq]uyết định|[Ll]ệnh|[Hh]ợp đồng|[Tt]hông báo|[Cc]hứng nhận)(?: [^\W\d_]+){0,3} này"
    r" có (?:giá trị|hiệu lực)|^\W*(?:Có giá trị|Giá trị sử dụng|Thời hạn (?:ủy quyền|uỷ quyền|sử dụng|có giá trị))\b:?)"
    r"[^.;]{0,60}?\b(?:đến|tới)(?: hết)?(?: ngày)? ?$"
)


def gia_tri_da_het(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the day up to which a paper says that it holds, where that day is before the paper's own, *ngay*.

    >>> [loi.tu for loi in gia_tri_da_het("Giấy này có giá trị đến hết ngày 01/11/2026.", date(2026, 11, 3))]
    [33]
    """
    for found, day in cac_ngay(text) if "giá trị" in text or "hiệu lực" in text or "hời hạn" in text else ():
        if day and day < ngay and _HOLDS.search(text, max(found.start() - 140, 0), found.start()):
            yield LoiChu(*found.span(), None, {"ngay": _ngay(ngay)})


_SPAN = Pattern(r"\b(?P<so>[0-9]{1,3}) ngày(?P<lam> làm việc)?(?: liên tục)?,? \(?(?:tính |kể )?từ (?:ngày )?$")
_LEAVE = Pattern(r"\b[Nn]ghỉ\b[^.;]{0,80}$")
_BETWEEN = Pattern(r" đến(?: hết)?(?: ngày)? ?")
_DAYS, _WORKING = N_("{so} ngày"), N_("{so} ngày làm việc")
_LONGEST = 400


def so_ngay_khac_khoang(text: str) -> Iterator[LoiChu]:
    """Yield a number of days that the dates behind it do not span.

    Days of work are counted; days without a word are told where they are more than the dates have, of a leave where they are neither all of
    its days nor its days of work.

    >>> texts = "trong 15 ngày, từ ngày 01/12/2026 đến ngày 10/12/2026", "05 ngày làm việc, kể từ ngày 15/6/2026 đến hết ngày 26/6/2026"
    >>> [str(loi.gia_tri["co"]) for text in texts for loi in so_ngay_khac_khoang(text)]
    ['10 ngày', '10 ngày làm việc']
    """
    days = sorted(cac_ngay(text), key=lambda one: one[0].start()) if " ngày" in text else []
    for (first, begin), (second, end) in pairwise(days):
        said = _SPAN.search(text, max(first.start() - 50, 0), first.start())
        if not said or not begin or not end or begin > end or not _BETWEEN.fullmatch(text, first.end(), second.start()):
            continue
        number, there, working = int(said["so"]), (end - begin).days + 1, ngay_lam_viec(begin, end)
        if said["lam"]:
            wrong = working is not None and number != working
        else:
            on_leave = _LEAVE.search(text, max(said.start() - 90, 0), said.start())
            wrong = number > there or (on_leave is not None and working is not None and number not in {there, working})
        if wrong:
            right = Words(_WORKING, so=working) if said["lam"] else Words(_DAYS, so=there)
            yield LoiChu(said.start(), second.end(), None, {"co": right})


def ngay_lam_viec(begin: date, end: date) -> int | None:
    """Count the days of work from *begin* to *end*; None where a year's days off are not known, or the span is long."""
    days = (end - begin).days + 1
    try:
        return sum(la_ngay_lam_viec(begin + timedelta(n)) for n in range(days)) if days <= _LONGEST else None
    except ValueError:
        return None
