"""Slips in hours, parts of the day and periods, and papers in force before their day.

Figures are asked for as ``[0-9]``: an expression stands in a text as figures that no paper has (``loi_go.CHUA_BIET``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.con_so import doc_la_ma
from notice_gen.vietnamese.loi_ngay import cac_ngay

_CLOCK = r"(?P<{g}>[0-9]{{1,2}})(?: ?giờ|h|:) ?(?P<{p}>[0-9]{{2}})?(?: phút)?"
_FROM_TO = Pattern(
    rf"\b[Tt]ừ (?:lúc )?{_CLOCK.format(g='g1', p='p1')} (?:đến|-|–) {_CLOCK.format(g='g2', p='p2')}"
    r"(?=,? (?:cùng ngày|(?:thứ \w+,? |[Cc]hủ nhật,? )?ngày [0-9]))"
)
_DAY = range(6, 18)  # hours of a day's work: a shift of the night ends in the morning after


def nguoc(text: str) -> Iterator[LoiChu]:
    """Yield the hours of one day of which the second is before the first.

    >>> texts = ("từ 14 giờ 00 đến 13 giờ 30 ngày 30/11", "từ 22 giờ đến 5 giờ ngày 30/11")
    >>> [text[loi.tu : loi.den] for text in texts for loi in nguoc(text)]
    ['từ 14 giờ 00 đến 13 giờ 30']
    """
    for found in _FROM_TO.finditer(text):
        one, two = ((int(found[f"g{n}"]), int(found[f"p{n}"] or 0)) for n in (1, 2))
        if two < one and two[0] in _DAY and one[0] in _DAY:
            yield LoiChu(*found.span(), None)


_PART = Pattern(
    r"(?<![0-9.,/:])(?P<gio>[0-9]{1,2})(?: ?giờ|h|:)(?: ?[0-9]{2})?(?: phút)? (?:buổi )?(?P<buoi>sáng|chiều)\b"
)
_PARTS = {"sáng": range(13), "chiều": (*range(1, 7), *range(12, 20))}


def buoi_khac_gio(text: str) -> Iterator[LoiChu]:
    """Yield the hours that are in no such part of the day.

    >>> [text[loi.tu : loi.den] for text in ("14 giờ 00 sáng", "07 giờ 30 chiều", "5 giờ chiều") for loi in buoi_khac_gio(text)]
    ['14 giờ 00 sáng', '07 giờ 30 chiều']
    """
    return (LoiChu(*found.span(), None) for found in _PART.finditer(text) if int(found["gio"]) not in _PARTS[found["buoi"]])


_PERIOD = Pattern(
    r"(?:\b[Qq]uý (?P<quy>I{1,3}|IV|[1-4])|(?P<dau>[369]|0[369]) tháng đầu năm|0?6 tháng cuối(?P<cuoi>) năm)(?:(?: năm |/)[0-9]{4})?"
    r" \((?P<thang>(?:từ )?(?:các )?tháng [0-9]{1,2}(?:(?:,| và|,? đến| [-–])(?: hết)?(?: tháng)? [0-9]{1,2}){0,8})\)"
)


_A_SPAN = Pattern(r"^[^,]*(?: đến| [-–]) [^,]*$")


def ky_khac_thang(text: str) -> Iterator[LoiChu]:
    """Yield a quarter, or half of a year, with a month beside it that is not of it.

    >>> [text[loi.tu : loi.den] for text in ("Quý IV (tháng 9, 10, 11)", "quý I (từ tháng 1 đến tháng 3)") for loi in ky_khac_thang(text)]
    ['Quý IV (tháng 9, 10, 11)']
    """
    for found in _PERIOD.finditer(text):
        if found["quy"]:
            quarter = int(found["quy"]) if found["quy"].isdigit() else doc_la_ma(found["quy"])
            months = range(3 * quarter - 2, 3 * quarter + 1)
        else:
            months = range(7, 13) if found["cuoi"] is not None else range(1, int(found["dau"]) + 1)
        named = [int(month) for month in re.findall(r"[0-9]+", found["thang"])]
        if any(month not in months for month in named) or (_A_SPAN.search(found["thang"]) and named != [months[0], months[-1]]):
            yield LoiChu(*found.span(), None)


_IN_FORCE = Pattern(r"\bnày (?:có hiệu lực(?: thi hành)?,? (?:kể )?từ|(?:đã )?được [^.;]{4,90} thông qua) (?:ngày )?$")
LAU = timedelta(days=31)
"""From then on a day of the past is more likely a slip in the year than meant."""


def hieu_luc_da_qua(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the day from which this paper is said to be in force where it is more than a month before the paper's own.

    >>> [*map(len, [list(hieu_luc_da_qua("Quyết định này có hiệu lực từ ngày 01/01/2025.", date(2026, month, 5))) for month in (1, 11)])]
    [1, 1]
    """
    for found, day in cac_ngay(text) if "hiệu lực" in text or "thông qua" in text else ():
        if day and day < ngay - LAU and _IN_FORCE.search(text, max(found.start() - 140, 0), found.start()):
            yield LoiChu(*found.span(), None)
