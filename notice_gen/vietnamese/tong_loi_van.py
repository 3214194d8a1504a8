"""Wholes and their parts in a sentence: ``610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp``, a share of two figures beside it.

Only what cannot be meant otherwise is judged.  *Gồm* makes a whole of what follows; parts after *trong đó* may overlap, so there only
words that exclude each other (``bu_nhau`` of the data) are added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.vietnamese.con_so import so, ty_le

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_HEAD = rf"(?<![\d.,/+–-])(?P<so>{_NUMBER})(?![\d.,/]|\s?[%+–-])"
_UNIT = r" (?P<dv>[^\W\d_]+(?: [^\W\d_]+){0,4}?)"
_LISTED = r"(?:[^()\n.]|\.(?=\d{3}))+"
_OF = Pattern(rf"\bgồm:? (?:có )?{_HEAD}{_UNIT}(?: \(|: )(?P<phan>{_LISTED})")
_MADE_OF = Pattern(rf"{_HEAD}{_UNIT},? ?\(?(?:bao )?gồm:? (?P<phan>{_LISTED})")
_OF_WHICH = Pattern(rf"{_HEAD}{_UNIT},? ?\(?(?:trong đó|trong số đó):? (?P<phan>{_LISTED})")
_BETWEEN = Pattern(r";| và |,(?!\d)")
_PART = Pattern(rf"\s*(?:có |là |thêm )?(?P<so>{_NUMBER})(?![\d.,/%]|\s?%)(?: (?P<dv>[^\W\d_]+(?: [^\W\d_]+){{0,4}}))?")
_NAMED_PART = Pattern(rf"\s*(?:[^\W\d_]+:? ){{1,8}}(?P<so>{_NUMBER})(?![\d.,/%]|\s?%) (?P<dv>[^\W\d_]+(?: [^\W\d_]+){{0,4}})\s*")
_SHARE = Pattern(r"\s*(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ)(?: tỷ lệ| tỉ lệ)? [\d.,]+\s?%\s*")
_SUM = Pattern(rf"(?<![\d/.,+–=-])(?P<so>{_NUMBER})\s?=\s?(?P<phan>(?:{_NUMBER})(?:\s?\+\s?(?:{_NUMBER}))+)(?![\d/%]|[.,]\d)")
_COLUMNS = 30
"""Below this ``5 = 3 + 4`` may say of which columns one is the sum."""
_ONE_SHARE = Pattern(
    rf"(?<![\d.,/])(?P<mot>{_NUMBER}) (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?)\b(?P<giua>[^.;\d%()]{{1,60}}?)(?P<hai>{_NUMBER}) (?P=dv)"
    rf"(?: [^\W\d_]+){{0,3}}?,? ?\(?(?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)? (?P<ty_le>\d{{1,3}}(?:,\d+)?)\s?%(?P<sau>[^.;)]*)"
)
_CHANGE = Pattern(
    rf"(?<!không )\b(?:tăng|giảm) (?:thêm )?(?P<so>{_NUMBER}) (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?),? ?"
    rf"\(?từ (?P<truoc>{_NUMBER})(?: (?P<dv_2>[^\W\d_]+(?: [^\W\d_]+)?))?"
    rf" (?:lên|xuống|còn|xuống còn) (?P<sau>{_NUMBER})(?![\d/%]|[.,]\d|\s?%)"
)
_OTHERS = Pattern(r"kế hoạch|chỉ tiêu|dự toán|so với|cùng kỳ|tăng|giảm|năm|bình quân|thêm|mỗi|\bcủa\b|dân số|giao|định mức|cả")
_LISTED_BEFORE = Pattern(r"(?:gồm|trong đó|trong số đó):?(?: [^\W\d_]+){0,4} \Z")
_WHOLE = 100
_LONGEST = 3000  # characters of a text that are looked at


def sai_tong(text: str) -> Iterator[tuple[str, str]]:
    """Yield each whole that its parts do not come to, each share that two figures do not have; and what it should be.

    >>> list(sai_tong("Tổng số 610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp."))
    [('610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp', '615')]
    >>> list(sai_tong("Đoàn gồm 3 thành viên: 1 trưởng đoàn và 1 thư ký."))
    [('3 thành viên: 1 trưởng đoàn và 1 thư ký', '2')]
    >>> list(sai_tong("Tiếp nhận 322 hồ sơ, đã giải quyết 310 hồ sơ, đạt 103,9%."))
    [('322 hồ sơ, đã giải quyết 310 hồ sơ, đạt 103,9%', '96,3%')]
    """
    text = text[:_LONGEST]
    if "gồm" in text:
        yield from _wholes(_OF, text, alike=False)
        yield from _wholes(_MADE_OF, text, alike=True)
    if "trong đó" in text or "trong số đó" in text:
        yield from _overfull(text)
    if "=" in text:
        for found in _SUM.finditer(text):
            total = sum(_value(part) for part in re.findall(_NUMBER, found["phan"]))
            if total != _value(found["so"]) and _value(found["so"]) >= _COLUMNS:
                yield found[0], _shown(total)
    if "từ " in text:
        for found in _CHANGE.finditer(text):
            said, right = _value(found["so"]), abs(_value(found["truoc"]) - _value(found["sau"]))
            if said != right and found["dv"] == (found["dv_2"] or found["dv"]):
                yield found[0], _shown(right)
    if "%" in text:
        yield from _shares(text)


_MORE_OR_LESS = Pattern(r"(?:tăng|giảm) .{0,40}từ \d")


def asks(text: str) -> bool:
    """Tell, faster, that there may be something to add up."""
    if "%" in text or "=" in text or "gồm" in text or "trong đó" in text or "trong số" in text:
        return True
    return "từ " in text and _MORE_OR_LESS.search(text) is not None


def _wholes(pattern: Pattern, text: str, *, alike: bool) -> Iterator[tuple[str, str]]:
    for found in pattern.finditer(text):
        whole, parts = _value(found["so"]), _parts(found["phan"])
        if len(parts) < 2 or any(_value(part["so"]) > whole for part, _ in parts):
            continue
        unit = found["dv"].split(" ")
        named = parts[0][0].re.pattern == _NAMED_PART.pattern
        if alike and any(not _alike(unit, (part["dv"] or "").split(" "), named=named) for part, _ in (parts if named else parts[:1])):
            continue
        total = sum(_value(part["so"]) for part, _ in parts)
        if total != whole:
            yield text[found.start("so") : found.start("phan") + parts[-1][1]].rstrip(" ,;"), _shown(total)


def _alike(unit: list[str], other: list[str], *, named: bool) -> bool:
    """Tell whether a part counts what the whole counts; named parts, ``thôn Thượng 40 hộ``, may leave out of which kind: ``hộ nghèo``."""
    return other[: len(unit)] == unit or (named and other == unit[: len(other)])


def _parts(listed: str) -> list[tuple[re.Match[str], int]]:
    """Return the figures that the items of a list begin with, and where each item ends; none when one has no figure."""
    parts, at = [], 0
    for item in _BETWEEN.split(listed):
        end = at + len(item)
        part = _PART.match(item) or _NAMED_PART.fullmatch(item)
        if part:
            parts.append((part, end))
        elif item.strip() and not _SHARE.fullmatch(item):
            return []
        at = end + len(next(iter(_BETWEEN.findall(listed[end : end + 4])), ""))
    return parts


def _overfull(text: str) -> Iterator[tuple[str, str]]:
    for found in _OF_WHICH.finditer(text):
        whole, items = _value(found["so"]), _BETWEEN.split(found["phan"])
        for family in facts.words("bu_nhau"):
            told = [(kind[0], number) for item in items if (kind := re.search(family, item)) and (number := _only_number(item)) is not None]
            if len({kind for kind, _ in told}) == len(told) > 1 and (total := sum(number for _, number in told)) > whole:
                yield found[0].rstrip(" ,;"), _shown(total)
                break


def _only_number(item: str) -> Fraction | None:
    numbers = re.findall(rf"(?<![\d.,/])(?:{_NUMBER})(?![\d/]|[.,]\d|\s?%)", item)
    return _value(numbers[0]) if len(numbers) == 1 else None


def _shares(text: str) -> Iterator[tuple[str, str]]:
    for found in _ONE_SHARE.finditer(text):
        one, two = _value(found["mot"]), _value(found["hai"])
        if not one or not two or one == two or found["ty_le"] == str(_WHOLE) or _OTHERS.search(found["giua"] + found["sau"][:25]):
            continue
        sentence = re.split(r"[.;] ", text[: found.start()])[-1]
        if re.search(rf"\d {found['dv']}\b", sentence) or _LISTED_BEFORE.search(sentence):
            continue  # parts of another whole
        decimals = len(found["ty_le"].partition(",")[2])
        right, typed = min(one, two) / max(one, two) * _WHOLE, _value(found["ty_le"])
        done = two / one * _WHOLE if two > one else right  # what was done of what was planned
        if min(abs(right - typed), abs(done - typed)) > Fraction(1, 10**decimals):
            yield found[0][: found.start("sau") - found.start()], ty_le(min(one, two), max(one, two), max(decimals, 1))


def _value(shown: str) -> Fraction:
    return Fraction(shown.replace(".", "").replace(",", "."))


def _shown(total: Fraction | int) -> str:
    value = Fraction(total)
    return so(Decimal(value.numerator) / value.denominator)
