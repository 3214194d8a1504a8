"""Deadlines against the document's date, and against the day that the finding's own words give."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from notice_gen import expressions
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import Muc, Notice
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


@reads("so_lieu", "van_ban.ngay")
def before_the_date(notice: Notice, on: dt.date) -> Iterator[Problem]:
    """A deadline among the figures is not before the document's date."""
    for name, han in _days_among(notice.so_lieu) if notice.van_ban.ngay else ():
        if han < on and _NAMED.fullmatch(name):
            yield _passed(han, on, ("so_lieu", name))


def _days_among(figures: Mapping[str, Any]) -> list[tuple[str, dt.date]]:
    return [(name, value) for name, value in figures.items() if type(value) is dt.date]


@reads("muc", "van_ban.ngay")
def of_finding_before_the_date(notice: Notice, on: dt.date) -> Iterator[Problem]:
    """Nor is that of a finding."""
    if notice.van_ban.ngay:
        yield from (_passed(han, on, (*path, "han")) for path, han, _ in _with_deadline(notice.muc) if han < on)


def _passed(han: dt.date, on: dt.date, path: KeyPath) -> Problem:
    message, hint = N_("Hạn {han} ở trước ngày ban hành {ngay} của văn bản."), N_("Xem lại hạn này hoặc ngay trong [van_ban].")
    return Problem(message, hint, {"han": written(han), "ngay": written(on)}, path, level="warning", code="han_truoc_ngay_ban_hanh")


@remembered(8)
def _with_deadline(cac_muc: tuple[Muc, ...]) -> tuple[tuple[KeyPath, dt.date, str], ...]:
    """Return the findings that have a deadline: where they stand, the deadline, their words."""
    return tuple((path, one.han, " ".join((*one.noi_dung, *one.phu))) for path, one in findings(cac_muc) if one.han)


@reads("muc")
def against_its_text(notice: Notice, on: dt.date) -> Iterator[Problem]:
    """The ``han`` of a finding is the day that its words give, where they give one that is still to come."""
    yield from _against([(path, han, text) for path, han, text in _with_deadline(notice.muc) if "{{" not in text], on)


@reads("muc", "so_lieu")
def against_its_figures(notice: Notice, on: dt.date) -> Iterator[Problem]:
    """The same where its words name figures, which may be days."""
    if worded := _worded(notice.muc):
        yield from _against_days(worded, tuple(_days_among(notice.so_lieu)), on)


@remembered(8)
def _worded(cac_muc: tuple[Muc, ...]) -> tuple[tuple[KeyPath, dt.date, str], ...]:
    """Return of the findings that have a deadline those whose words name figures."""
    return tuple([one for one in _with_deadline(cac_muc) if "{{" in one[2]])


@remembered(64, same=1)
def _against_days(
    worded: tuple[tuple[KeyPath, dt.date, str], ...], dates: tuple[tuple[str, dt.date], ...], on: dt.date
) -> tuple[Problem, ...]:
    return tuple(_against([(path, han, _with_dates(text, dates)) for path, han, text in worded], on))


def _against(cac_han: Iterable[tuple[KeyPath, dt.date, str]], on: dt.date) -> Iterator[Problem]:
    for path, han, text in cac_han:
        days = [(found, day) for found, day in _days(text, han.year) if day >= on]
        # "Before the 30th" may end on the 29th or on the 30th.
        if days and all(han not in {day, day - dt.timedelta(1)} for _, day in days):
            message = N_("han = {han} khác ngày ghi trong lời văn của phát hiện: “{found}”.")
            hint = N_("Sửa một trong hai cho khớp; theo lời văn thì gõ: han = {dung}")
            values = {"han": han.isoformat(), "found": days[-1][0], "dung": days[-1][1].isoformat()}
            yield Problem(message, hint, values, (*path, "han"), level="warning", code="han_khac_loi_van")


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


def _with_dates(text: str, dates: tuple[tuple[str, dt.date], ...]) -> str:
    """Return *text* with the *dates* among the figures in place of the expressions that print them."""
    days = {name: written(day) for name, day in dates}

    def shown(code: str) -> str:
        name = _FIGURE.fullmatch(code)
        return days.get(name[1], " … ") if name else " … "

    return "".join(piece if isinstance(piece, str) else shown(piece.code) for piece in expressions.pieces(text))
