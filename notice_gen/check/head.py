"""The two lines of the head that say something: the number with its symbol, the place with its date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from notice_gen.check.texts import boxed, nfc, part, remembered
from notice_gen.check.view import DocumentView, Span
from notice_gen.records import record
from notice_gen.vietnamese import dia_danh
from notice_gen.vietnamese.loi_ngay import ngay_co
from notice_gen.vietnamese.ten_don_vi import Ten, cac_ten

# The word, its colon, the number, the stroke and the symbol; combining marks may stand after their letter.
_NUMBER = r"(?P<word>[^\W\d_][^\W\d_\u0300-\u036f]?[\u0300-\u036f]*)(?P<mark>\s*:?\s*)(?P<so>[^/]*?)(?P<gap>\s*)(?:/(?P<ky_hieu>.*))?"
# No stroke, another mark in its place.
_ODD_NUMBER = r"(?P<word>[^\W\d_]{2}[\u0300-\u036f]*)(?P<mark>\s*:?\s*)(?P<so>\d[\d.]*)(?P<gap>[\s\\_–—-]+)(?P<ky_hieu>[^\W\d_]{2}.*)"
_DATE = r"(?P<place>.*?)(?P<comma>\s*,)?\s*(?:(?i:ngày)|(?<=[,\s])(?=\d{1,2}\s*[/.-]\s*\d))(?P<rest>.*)"
_LONG = r"(?i)(?P<day>\d{0,2})[\s.…_]*tháng[\s.…_]*(?P<month>\d{0,2})[\s.…_]*năm[\s.…_]*(?P<year>\d{0,4})[\s.…_]*"
_SHORT = r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
_SEPARATORS = r"\s*[-–—\u2011/]\s*"
YEAR = r"^(?P<nam>\s*(?:19|20)\d\d\s*/\s*)"
"""A year at the head of a symbol."""


_TO_BE_FILLED = re.compile(r"[\[<{][^\]>}]*[\]>}]|…|\.{2,}|_{2,}")


def to_be_filled(text: str) -> bool:
    """Tell whether a part of the head is, or holds, a blank or the name of what goes there: ``[số]``, ``UBND-<...>``."""
    return _TO_BE_FILLED.search(text) is not None


@record
class Number:
    """Box 3 as typed.

    Attributes:
        span: all of it.
        word: ``Số``.
        mark: what stands between the word and the number, ``: ``.
        so: the number; blanks and dots in a draft.
        ky_hieu: the symbol, ``TB-UBND``, a span; None where there is no stroke.
    """

    span: Span
    word: str
    mark: str
    so: Span
    ky_hieu: Span | None

    @property
    def groups(self) -> list[str]:
        """The symbol's groups of letters, whatever stands between them, a year left out."""
        return groups(self.ky_hieu.text) if self.ky_hieu else []


def groups(symbol: str) -> list[str]:
    """Return the groups of letters of a symbol, ``TB-UBND``, whatever stands between them, a year left out."""
    composed = unicodedata.normalize("NFC", symbol.strip())
    return [group for group in re.split(_SEPARATORS, re.sub(YEAR, "", composed)) if group]


@remembered
def number(view: DocumentView) -> Number | None:
    """Return the number with its symbol, None when the paper has none that can be read."""
    span = next(iter(boxed(view, "so_ky_hieu")), None)
    found = (re.fullmatch(_ODD_NUMBER, span.text) or re.fullmatch(_NUMBER, span.text, re.DOTALL)) if span else None
    if span is None or found is None:
        return None

    symbol = None if found["ky_hieu"] is None else part(span, *found.span("ky_hieu"))
    return Number(span, found["word"], found["mark"], part(span, *found.span("so")), symbol)


@record
class DateLine:
    """Box 4 as typed.

    Attributes:
        span: all of it.
        place: the place; empty where there is none.
        comma: whether a comma parts the two.
        written_out: whether day, month and year have their words.
        day, month, year: their figures; empty in a draft.
    """

    span: Span
    place: str
    comma: bool
    written_out: bool
    day: str
    month: str
    year: str

    @property
    def whole(self) -> bool:
        """Whether no figure is missing."""
        return bool(self.day and self.month and len(self.year) == 4)

    @property
    def abbreviated(self) -> bool:
        """Whether the place is: ``TP. Huế``."""
        return dia_danh.VIET_TAT.match(self.place) is not None

    @property
    def date(self) -> date | None:
        """The day; None in a draft, or when there is no such day."""
        return ngay_co(self.year, self.month, self.day) if self.whole else None


@remembered
def places(view: DocumentView) -> list[Ten]:
    """Return the units that the names of the agency above and of the issuer say; a name may go over several lines."""
    return [one for name in ("co_quan_chu_quan", "co_quan") for one in cac_ten(" ".join(span.text for span in boxed(view, name)))]


@remembered
def date_line(view: DocumentView) -> DateLine | None:
    """Return the place and date, None when the paper has none that can be read."""
    span = next(iter(boxed(view, "dia_danh_ngay")), None)
    found = re.fullmatch(_DATE, " ".join(nfc(span.text).split())) if span else None
    if span is None or found is None:
        return None
    rest = found["rest"].strip(" .…_")
    figures = re.fullmatch(_LONG, rest) or re.fullmatch(_SHORT, rest)
    if figures is None:
        return None
    place, in_words = found["place"].strip(" .…_"), "tháng" in rest.lower()
    return DateLine(span, place, bool(found["comma"]), in_words, figures["day"], figures["month"], figures["year"])
