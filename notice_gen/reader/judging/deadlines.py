"""Deadlines against the document's date, and against the day that the finding's own words give."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from notice_gen import expressions
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import Muc, Notice, PhatHien
from notice_gen.reader.judging.body import findings, written
from notice_gen.reader.judging.reads import reads
from notice_gen.records import remembered

_NAMED = re.compile(r"(?:thoi_|ngay_)?han(?:_(?!hanh).*)?|.*_(?:thoi_)?han_chot")
_CUE = r"(?:trước|(?:chậm|muộn|trễ) nhất|không (?:quá|muộn hơn)|hết|xong|hoàn thành|(?<!quá )(?<!đúng )hạn(?: \w+){0,3}?)"
_DAY = r"(\d{1,2})(?:\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?| tháng (\d{1,2})(?: năm (\d{4}))?)(?![\d/])"
_CLOCK = r"(?: \d{1,2} ?(?:giờ|h)(?: ?\d{2})?(?: phút)?,?)?"
_UNTIL = re.compile(rf"{_CUE}(?:\s*:)?(?: (?:vào|là|hết|lúc))*{_CLOCK} (?:ngày )?{_DAY}", re.IGNORECASE)
_SINCE = re.compile(r"\btừ [^.;]{0,60}$")  # "từ ngày 01/12 đến hết ngày 31/12" is a time, no deadline
_FIGURE = re.compile(r"(?:so_lieu\.)?(\w+)\s*(?:\|\s*ngay\w*)?")


@reads("ngay_nghi")
def off_or_not(notice: Notice, _: dt.date) -> Iterator[Problem]:
    """No day is both off and worked."""
    for n, day in enumerate(notice.ngay_nghi.lam_viec):
        if day in notice.ngay_nghi.nghi:
            message, hint = N_("Ngày {ngay} vừa ghi là ngày nghỉ vừa ghi là ngày làm việc."), N_("Bỏ ngày đó ở nghi hoặc ở lam_viec.")
            yield Problem(message, hint, {"ngay": written(day)}, ("ngay_nghi", "lam_viec", n))


@reads("so_lieu", "muc", "van_ban.ngay")
def before_the_date(notice: Notice, on: dt.date) -> Iterator[Problem]:
    """A deadline, among the figures or of a finding, is not before the document's date."""
    if notice.van_ban.ngay is None:
        return
    figures = ((("so_lieu", name), han) for name, han in notice.so_lieu.items() if isinstance(han, dt.date) and _NAMED.fullmatch(name))
    of_findings = (((*path, "han"), finding.han) for path, finding in _with_deadline(notice.muc))
    for path, han in (*figures, *of_findings):
        if han and han < on:
            message, hint = N_("Hạn {han} ở trước ngày ban hành {ngay} của văn bản."), N_("Xem lại hạn này hoặc ngay trong [van_ban].")
            yield Problem(message, hint, {"han": written(han), "ngay": written(on)}, path, level="warning", code="han_truoc_ngay_ban_hanh")


@remembered(8)
def _with_deadline(cac_muc: tuple[Muc, ...]) -> tuple[tuple[KeyPath, PhatHien], ...]:
    return tuple((path, finding) for path, finding in findings(cac_muc) if finding.han)


@reads("muc", "so_lieu")
def against_its_text(notice: Notice, on: dt.date) -> Iterator[Problem]:
    """The ``han`` of a finding is the day that its words give, where they give one that is still to come."""
    for path, finding in _with_deadline(notice.muc):
        han = finding.han
        assert han is not None  # noqa: S101 - for the type checker
        text = _with_dates(" ".join((*finding.noi_dung, *finding.phu)), notice)
        days = [(found, day) for found, day in _days(text, han.year) if day >= on]
        # "Before the 30th" may end on the 29th or on the 30th.
        if days and all(han not in {day, day - dt.timedelta(1)} for _, day in days):
            message = N_("han = {han} khác ngày ghi trong lời văn của phát hiện: “{found}”.")
            hint = N_("Sửa một trong hai cho khớp; theo lời văn thì gõ: han = {dung}")
            values = {"han": han.isoformat(), "found": days[-1][0], "dung": days[-1][1].isoformat()}
            yield Problem(message, hint, values, (*path, "han"), level="warning", code="han_khac_loi_van")


@lru_cache(maxsize=256)  # the notices of a mailing say the same
def _days(text: str, year: int) -> tuple[tuple[str, dt.date], ...]:
    """Return the days until which something is to be done as *text* says, each with its words."""
    given = ((found[0], _day(found, year)) for found in _UNTIL.finditer(text) if not _SINCE.search(text, 0, found.start()))
    return tuple((found, day) for found, day in given if day)


def _day(found: re.Match[str], year: int) -> dt.date | None:
    day, month, its_year, in_words, year_in_words = found.groups()
    try:
        return dt.date(int(its_year or year_in_words or year), int(month or in_words), int(day))
    except ValueError:
        return None


def _with_dates(text: str, notice: Notice) -> str:
    """Return *text* with the dates among the figures in place of the expressions that print them."""

    def shown(code: str) -> str:
        name = _FIGURE.fullmatch(code)
        value = notice.so_lieu.get(name[1]) if name else None
        return written(value) if isinstance(value, dt.date) else " … "

    return "".join(piece if isinstance(piece, str) else shown(piece.code) for piece in expressions.pieces(text))
