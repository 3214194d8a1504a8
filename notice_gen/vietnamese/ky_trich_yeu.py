"""The month, quarter, year, school year that a subject names, against what the text says; days of a column that are not of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.con_so import doc_la_ma
from notice_gen.vietnamese.loi_ngay import cac_ngay

_OTHER_TIME = r"(?<!so với )(?<!cùng kỳ )(?<!từ )(?<!đến )(?<!đến hết )(?<!trước )(?<!sau )(?<!hết )(?<!cuối )(?<!đầu )(?<!của )"
_TERM = r"(?P<ky>20\d\d ?[-–] ?20\d\d)\b"
_PERIODS = (
    ("tháng", Pattern(rf"{_OTHER_TIME}(?<!\d )\b[Tt]háng (?P<ky>\d{{1,2}})(?![\d.]|,\d)")),
    ("quý", Pattern(rf"{_OTHER_TIME}\b[Qq]uý (?P<ky>[IV]{{1,3}}|[1-4])\b")),
    ("năm", Pattern(rf"{_OTHER_TIME}(?<!\d )\b[Nn]ăm (?P<ky>20\d\d)\b")),
    ("năm học", Pattern(rf"\b[Nn]ăm học {_TERM}")),
    ("giai đoạn", Pattern(rf"\b[Gg]iai đoạn {_TERM}")),
    ("nhiệm kỳ", Pattern(rf"\b[Nn]hiệm kỳ {_TERM}")),
)
_OF_A_MEETING = Pattern(r"(?i:họp|giao ban|hội nghị|hội thảo|kết luận|lịch)")
_LAST = {"tháng": 12, "quý": 4, "năm": 9999}
_OFTEN = 2
_WORDS = Pattern(r"(?:[\w-]+ ){4}$")
_TERMS = frozenset({"năm học", "giai đoạn", "nhiệm kỳ"})
_SENTENCE = 60


@record
class KyKhac:
    """A period of the subject that the text does not know.

    Attributes:
        tu, den: where it stands in the subject, in characters.
        don_vi: its unit, ``năm học``.
        ky: as the subject has it.
        khac: what the text has in its place.
    """

    tu: int
    den: int
    don_vi: str
    ky: str
    khac: str


def ky_khac(trich_yeu: str, text: str) -> Iterator[KyKhac]:
    """Yield each period of a subject that *text* never names while it names another one often, or behind the same words.

    The one that follows is what is planned; behind the same words it is another, of a year where the text begins with it.

    >>> [one.khac for one in ky_khac("Tuyển sinh lớp 10 năm học 2025 - 2026", "Chỉ tiêu tuyển sinh lớp 10 năm học 2026 - 2027 là 360.")]
    ['2026 - 2027']
    """
    if _OF_A_MEETING.search(trich_yeu):
        return
    for unit, pattern in _PERIODS:
        found = [*pattern.finditer(trich_yeu)] if unit[1:] in trich_yeu else []
        other = _other(unit, pattern, found[0], text) if len(found) == 1 else None
        if other:
            yield KyKhac(*found[0].span(), unit, found[0]["ky"], other)


def _other(unit: str, pattern: Pattern, found: re.Match[str], text: str) -> str | None:
    own, said = _order(found["ky"]), [*pattern.finditer(text)]
    if f"{unit} {{{{" in text:
        return None
    if same := _behind_the_same_words(found, said):
        usual = same[0]["ky"] if unit in _TERMS or _opens(text, same[0].start()) else None
        if usual and own not in {_order(each["ky"]) for each in same}:
            return str(usual)
    short = "" if unit in _TERMS else rf"/0?{own}|"
    there = re.search(rf"(?<!\d)(?:{short}{unit} 0?{own}|{re.escape(found['ky'])})(?!\d)", text)
    return None if there else _often(unit, own, said)


def _behind_the_same_words(found: re.Match[str], said: list[re.Match[str]]) -> list[re.Match[str]]:
    words = _WORDS.search(found.string, 0, found.start())
    return [each for each in said if words and each.string[: each.start()].lower().endswith(words[0].lower())]


def _often(unit: str, own: int, said: list[re.Match[str]]) -> str | None:
    """Return the period named most often, neither this one nor the next, as it is first written; None where it is seldom."""
    named = [_order(each["ky"]) for each in said]
    usual = Counter(one for one in named if one not in {own + 1, own % _LAST.get(unit, _LAST["năm"]) + 1}).most_common(1)
    if own in named or not usual or usual[0][1] < _OFTEN:
        return None
    return next(str(each["ky"]) for each in said if _order(each["ky"]) == usual[0][0])


def _opens(text: str, at: int) -> bool:
    """Tell whether a place is in the first sentence of a text that is long enough to be one."""
    first = next((line for line in text.split("\n") if len(line) >= _SENTENCE), "")
    return text.find(first) <= at < text.find(first) + len(first)


def _order(shown: str) -> int:
    head = re.split(r" ?[-–]", shown, maxsplit=1)[0]
    if head.isdigit():
        return int(head)
    try:
        return doc_la_ma(head)
    except ValueError:
        return 0


_OF_YEAR = Pattern(r"\b(?:[Qq]uý (?P<quy>[IV]{1,3}|[1-4])|[Tt]háng (?P<thang>\d{1,2}))(?: năm |/)(?P<nam>20\d\d)\b")
_FEWEST = 2


def ngay_ngoai_ky(trich_yeu: str, cot: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the one cell of a column whose day is not in the quarter or month of the subject, where those of all others are.

    Args:
        trich_yeu: the subject.
        cot: the texts of the cells of a column.

    >>> [*ngay_ngoai_ky("Lịch thu quý III năm 2026", ["03/8/2026", "05/8/2026", "Ngày 07/6/2026"])]
    [(2, '07/6/2026')]
    """
    named = [*_OF_YEAR.finditer(trich_yeu)]
    dated = [(n, day, found[0]) for n, text in enumerate(cot) for found, day in cac_ngay(text) if day] if len(named) == 1 else []
    within = [one for one in dated if _is_of(one[1], named[0])]
    outside = [one for one in dated if one not in within]
    if len(outside) == 1 and len(within) >= _FEWEST:
        yield outside[0][0], outside[0][2]


def _is_of(day: date, period: re.Match[str]) -> bool:
    if period["quy"]:
        return day.year == int(period["nam"]) and (day.month + 2) // 3 == _order(period["quy"])
    return day.year == int(period["nam"]) and day.month == int(period["thang"])
