"""``[dinh_dang] vua_trang``: a last page of one or two lines, a signature alone on its page, disappears within the decree's ranges.

Every look tried is one of a short list, least change first, so findings give the same look again wherever pages fall the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from notice_gen.errors import N_, InputError, NoticeGenError, Problem, ToolError
from notice_gen.office import paging
from notice_gen.records import record, replace

if TYPE_CHECKING:
    from notice_gen.legal import Law
    from notice_gen.model import DinhDang
    from notice_gen.office.paging import Facts
    from notice_gen.steps import Issued

K = TypeVar("K")

_KEYS = ("co_chu", "gian_dong", "gian_doan")
_FEW_LINES = 2  # of a last page that is wasted
_LINE_STEP, _PARAGRAPH_STEP = Decimal("0.05"), Decimal(1)
_LOOSEST = 5  # steps by which lines or paragraphs are set wider, to bring text to a signature
_AT_ONCE = 20  # papers whose looks are tried in one go

Measures = tuple[Decimal, Decimal, Decimal]
"""Size of the text in pt, line spacing, space between paragraphs in pt."""


def is_wasteful(found: Facts) -> bool:
    """Say whether the last page is one to be done without."""
    return found.pages > 1 and (found.is_alone or left_over(found) <= _FEW_LINES)


def left_over(found: Facts) -> int:
    """Return how many lines of text the last page has, where the signature stands on it without those of its block."""
    return found.text_lines if found.signature == found.pages else found.last_lines


def measures(dinh_dang: DinhDang, law: Law) -> Measures:
    """Return the measures of a notice as its findings have them."""
    size, line, paragraph = (getattr(dinh_dang, key) or law.ranges[key].default for key in _KEYS)
    return size, line, paragraph


def named(found: Measures) -> dict[str, Decimal]:
    """Return measures by their keys in ``[dinh_dang]``."""
    return dict(zip(_KEYS, found, strict=True))


def looks(dinh_dang: DinhDang, law: Law) -> list[Measures]:
    """Return the measures to try, least change first, none of them outside the ranges of *law*: tighter ones, smaller text, wider ones.

    >>> from notice_gen import legal, model
    >>> [tuple(map(str, each)) for each in looks(model.DinhDang(gian_dong=Decimal("1.1")), legal.law(date(2026, 3, 5)))][:4]
    [('14', '1.05', '6'), ('14', '1.00', '6'), ('13', '1.1', '6'), ('13', '1.00', '6')]
    """
    size, line, paragraph = measures(dinh_dang, law)
    least_size, least_line, least_paragraph = (law.ranges[key].minimum or law.ranges[key].default for key in _KEYS)
    paragraphs = [paragraph - step * _PARAGRAPH_STEP for step in range(1, int((paragraph - least_paragraph) / _PARAGRAPH_STEP) + 1)]
    lines = [line - step * _LINE_STEP for step in range(1, int((line - least_line) / _LINE_STEP) + 1)]
    tightest = (lines[-1] if lines else line, paragraphs[-1] if paragraphs else paragraph)
    tighter = [*((size, line, each) for each in paragraphs), *((size, each, tightest[1]) for each in lines)]
    smaller = [(least_size, line, paragraph), (least_size, *tightest)]
    wider = [
        *((size, line, paragraph + step * _PARAGRAPH_STEP) for step in range(1, _LOOSEST + 1)),
        *((size, line + step * _LINE_STEP, paragraph) for step in range(1, _LOOSEST + 1)),
    ]
    found = dict.fromkeys((*tighter, *smaller, *wider))
    allowed = (each for each in found if all(law.ranges[key].allows(value) for key, value in zip(_KEYS, each, strict=True)))
    return [each for each in allowed if each != (size, line, paragraph)]


def with_measures(issued: Issued, found: Measures, *, today: date) -> Issued:
    """Return a notice, which has its number, with other measures."""
    from notice_gen import issue

    notice = issued.notice
    other = replace(notice, dinh_dang=replace(notice.dinh_dang, **named(found)))
    return issue.numbered(replace(issued, notice=other), None, today=today)


def wasteful(papers: Mapping[K, bytes], *, today: date) -> dict[K, Facts]:
    """Return the pages of those Word files whose last page is one to be done without.  Raises ToolError: a program is missing."""
    keys = list(papers)
    facts = _facts((papers[key] for key in keys), today)
    return {keys[at]: found for at, found in facts if is_wasteful(found)}


def _facts(several: Iterator[bytes], today: date) -> Iterator[tuple[int, Facts]]:
    from notice_gen.convert import PDF, Paper, convert
    from notice_gen.convert.pages import MISSING, can_read

    if not can_read():
        raise ToolError(MISSING)
    given = list[bytes]()

    def papers() -> Iterator[Paper]:
        for docx in several:
            given.append(docx)
            yield Paper(docx, ".docx")

    for at, pdf in convert(papers(), PDF):
        if not isinstance(pdf, Problem):
            try:
                yield at, paging.facts(pdf, given[at], today)
            except InputError:
                continue


@record
class Fitted:
    """What became of a notice whose last page was one to be done without."""

    issued: Issued  # as it was where no look did better
    said: Problem  # what was changed, or that nothing helps


def fitted(several: Mapping[K, tuple[Issued, Facts]], *, today: date) -> dict[K, Fitted]:
    """Return what becomes of notices with their numbers and pages.  Raises ToolError: LibreOffice stopped working."""
    done: dict[K, Fitted] = {}
    rest = iter(several.items())
    while some := list(islice(rest, _AT_ONCE)):
        tried = [
            (key, each, with_measures(issued, each, today=today))
            for key, (issued, _) in some
            for each in looks(issued.notice.dinh_dang, issued.context.law)
        ]
        pages = dict(_facts((made.docx for _, _, made in tried), today))
        for key, (issued, before) in some:
            good = [
                (each, made, found)
                for at, (whose, each, made) in enumerate(tried)
                if whose == key and (found := pages.get(at)) and not is_wasteful(found) and found.pages <= before.pages
            ]
            done[key] = _fitted(issued, before, *good[0]) if good else Fitted(issued, _said(issued, before, _NO_WAY, _WORDS))
    return done


_CHANGED = (  # a signature alone, few lines
    N_("Đã chỉnh cho vừa trang: {doi}. Trước {truoc} trang, chữ ký đứng một mình ở trang {so}; nay {nay} trang."),
    N_("Đã chỉnh cho vừa trang: {doi}. Trước {truoc} trang, trang cuối chỉ có {so} dòng lời văn; nay {nay} trang."),
)
_NO_WAY = (
    N_("Không chỉnh được cho vừa trang trong giới hạn của nghị định: {truoc} trang, chữ ký đứng một mình ở trang {so}."),
    N_("Không chỉnh được cho vừa trang trong giới hạn của nghị định: {truoc} trang, trang cuối chỉ có {so} dòng lời văn."),
)
_LOOK = N_("Mở bản in xem lại; không muốn chỉnh thì bỏ vua_trang, hoặc tự ghi co_chu, gian_dong, gian_doan trong [dinh_dang].")
_WORDS = N_("Rút bớt hoặc thêm vài dòng lời văn.")


def _fitted(issued: Issued, before: Facts, found: Measures, made: Issued, after: Facts) -> Fitted:
    said = _said(issued, before, _CHANGED, _LOOK, doi=_told(issued, found), nay=after.pages)
    return Fitted(replace(made, warnings=issued.warnings), said)


def _told(issued: Issued, found: Measures) -> str:
    """Return what is changed, with figures: ``cỡ chữ lời văn 14 → 13 pt``."""
    ranges = issued.context.law.ranges
    before = measures(issued.notice.dinh_dang, issued.context.law)
    parts = [
        f"{ranges[key].label[0].lower()}{ranges[key].label[1:]} {_figure(old)} → {_figure(new)} {ranges[key].unit}"
        for key, old, new in zip(_KEYS, before, found, strict=True)
        if old != new
    ]
    return ", ".join(parts)


def _figure(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _said(issued: Issued, before: Facts, messages: tuple[str, str], hint: str, **values: object) -> Problem:
    so = before.signature if before.is_alone else left_over(before)
    return _located(issued, Problem(messages[0 if before.is_alone else 1], hint, {"truoc": before.pages, "so": so, **values}))


def _located(issued: Issued, problem: Problem) -> Problem:
    from notice_gen import reader

    told = replace(problem, path=("dinh_dang", "vua_trang"), level="warning", code="vua_trang")
    return reader.locate((told,), issued.layers)[0]


def not_fitted(error: NoticeGenError, issued: Issued) -> Problem:
    """Return why a notice is printed as it is, though it is to be fitted."""
    first = error.problems[0]
    message = N_("Chưa chỉnh được cho vừa trang, in như không có vua_trang. {loi}")
    return _located(issued, Problem(message, first.hint, {**first.values, "loi": first.text()}))
