"""Figures of one sentence that do not fit each other: a share told before its whole, a rise, a product, votes.

Only what cannot be meant otherwise is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from notice_gen.facts import Pattern
from notice_gen.vietnamese.ca_the import SO, SO_TIEP, ghi, gia_tri
from notice_gen.vietnamese.con_so import ty_le

_ONE = rf"(?P<mot>\d(?<![\d.,/]\d){SO_TIEP})"
_WORD = r"[^\W\d_]+"
_SHARE_FIRST = Pattern(
    rf"{_ONE} (?P<dv>{_WORD})\b[^.;\d%()]{{0,30}}(?:chiếm|bằng|đạt)(?: tỷ lệ| tỉ lệ)? (?P<ty_le>\d{{1,3}}(?:,\d+)?)\s?% "
    rf"(?:trong |trên |so với )?tổng(?: số)? (?P<hai>{SO}) (?P=dv)\b"
)
_GROWN = Pattern(
    rf"{_ONE} (?P<dv>{_WORD}(?: {_WORD})?)(?: {_WORD}){{0,3}},? \(?(?P<huong>tăng|giảm) (?P<ty_le>\d{{1,3}}(?:,\d+)?)\s?% so với "
    rf"[^.;%()]{{0,40}}?\((?:năm \d{{4}}(?: là| đạt)? )?(?P<hai>{SO}) (?P=dv)\)"
)
_CHANGED_BY = Pattern(
    rf"{_ONE} (?P<dv>{_WORD}(?: {_WORD})?)(?: {_WORD}){{0,3}},? \(?(?P<huong>tăng|giảm) (?P<so>{SO}) (?P=dv),? so với "
    rf"[^.;%()]{{0,40}}?\((?:năm \d{{4}}(?: là| đạt)? )?(?P<hai>{SO}) (?P=dv)\)"
)
_AT_PLACES = Pattern(
    rf"{_ONE} (?P<dv>{_WORD})\b(?P<ke>[^.;%()\d]{{0,120}}\((?:{SO}) (?P=dv)\)(?:(?:,| và)[^.;%()\d]{{1,60}}\((?:{SO}) (?P=dv)\))+)"
)
_FELL = Pattern(rf"\bcòn(?: lại)? (?P<hai>{SO}) (?P<dv>{_WORD})\b[^.;%()\d]{{0,30}}, giảm (?:được )?(?P<so>{SO}) (?P=dv)\b(?! so với)")
_EACH = Pattern(
    rf"{_ONE} (?P<vat>{_WORD}(?: {_WORD}){{0,2}}),? mỗi (?P=vat) (?:có |gồm )?(?P<hai>{SO}) (?P<dv>{_WORD})\b[^.;\d()]{{0,30}}?"
    rf"(?:tổng cộng|tổng số|tất cả|cả thảy)(?: là| có)? (?P<tong>{SO}) (?P=dv)\b"
)
_VOTES = Pattern(
    rf"(?P<mot>\d{{1,4}})/(?P<tong>\d{{1,4}}) (?:{_WORD} )?(?P<y>tán thành|đồng ý|nhất trí)\b[^.;()]{{0,25}}?[ ,]"
    rf"(?P<hai>\d{{1,4}}) (?:{_WORD} )?không (?P=y)\b"
)
_ABSENT = Pattern(
    r"(?P<mot>\d{1,4})/(?P<tong>\d{1,4}) (?:đại biểu|thành viên|người|ủy viên|đảng viên|hội viên|đồng chí)\b"
    r"[^.;()\d]{0,40}?[,;]? \(?(?:số )?vắng(?: mặt)?:? (?P<hai>\d{1,4})\b"
)
_AREA = Pattern(
    rf"\b[Dd]ài\b[^.;\d]{{0,20}}(?P<dai>{SO}) m\b(?:[^.\d]|\d(?! m²| m\d)){{0,60}}?\brộng\b[^.;\d]{{0,20}}(?P<rong>{SO}) m\b"
    rf"(?:(?!dài|rộng)[^.]){{0,60}}?\bdiện tích\b[^.;\d]{{0,25}}(?P<hai>{SO}) m(?:\d|²)"
)
_COPIES = Pattern(
    r"lập thành (?P<tong>\d{1,2}) \(?(?:[^\W\d_]+\) )?bản\b"
    r"(?P<ke>[^.]{0,80}\bmỗi bên [^.,;]{0,20}?\d{1,2} (?:\([^()]*\) )?bản\b[^.]{0,150})"
)
_EACH_SIDE = Pattern(r"mỗi bên [^.,;\d]{0,20}?(\d{1,2}) ")
_COPY = Pattern(r"(\d{1,2}) (?:\([^()]*\) )?bản\b")
_MOST_SIDES = 4
_WHOLE = 100
_SIGNS = ("%", " so với ", "diện tích", "mỗi bên", "), ", "mỗi ", " giảm ", "vắng", "không tán thành", "không đồng ý")


def doi_chieu_khac(text: str) -> Iterator[tuple[str, str]]:
    """Yield what figures say of each other wrongly, and what it should be.

    >>> list(doi_chieu_khac("186 hộ nghèo, chiếm 7,4% trong tổng số 3.000 hộ; 03 tổ, mỗi tổ 8 người, tổng cộng 26 người"))
    [('186 hộ nghèo, chiếm 7,4% trong tổng số 3.000 hộ', '6,2%'), ('03 tổ, mỗi tổ 8 người, tổng cộng 26 người', '24')]
    >>> list(doi_chieu_khac("Đầu năm có 186 hộ nghèo, nay còn 151 hộ, giảm 45 hộ. Có 9/11 phiếu tán thành, 3 phiếu không tán thành."))
    [('còn 151 hộ, giảm 45 hộ', '35'), ('9/11 phiếu tán thành, 3 phiếu không tán thành', '2')]
    >>> list(doi_chieu_khac("Có 312 lượt, tăng 38 lượt so với năm 2025 (350 lượt), 87 hộ ở bản A (34 hộ), bản B (28 hộ) và bản C (35 hộ)."))
    [('312 lượt, tăng 38 lượt so với năm 2025 (350 lượt)', 'giảm 38'), ('87 hộ ở bản A (34 hộ), bản B (28 hộ) và bản C (35 hộ)', '97')]
    >>> list(doi_chieu_khac("Đường dài 1.250 m, rộng 3,5 m, diện tích 4.735 m²; lập thành 03 bản, mỗi bên giữ 01 bản, xã giữ 02 bản."))
    [('dài 1.250 m, rộng 3,5 m, diện tích 4.735 m²', '4.375 m²'), ('lập thành 03 bản, mỗi bên giữ 01 bản, xã giữ 02 bản', '4')]
    """
    # A word that stands in every match is found much faster than the match is not.
    for found in _SHARE_FIRST.finditer(text) if "tổng" in text else ():
        yield from _share(found, gia_tri(found["mot"]), gia_tri(found["hai"]))
    for found in _GROWN.finditer(text) if "% so với " in text else ():
        yield from _share(found, abs(Fraction(gia_tri(found["mot"])) - gia_tri(found["hai"])), gia_tri(found["hai"]))
    yield from _in_brackets(text) if ")" in text else ()
    if " giảm " in text and "còn" in text:
        yield from _fallen(text)
    for found in _EACH.finditer(text) if "mỗi " in text else ():
        if (right := gia_tri(found["mot"]) * gia_tri(found["hai"])) != gia_tri(found["tong"]):
            yield found[0], ghi(right)
    yield from _of_all(text) if "/" in text else ()
    yield from _area(text) if "diện tích" in text and "rộng" in text else ()
    yield from _copies(text) if "mỗi bên" in text else ()


def _area(text: str) -> Iterator[tuple[str, str]]:
    """Yield an area that is not the length times the width named before it, a hundredth aside."""
    for found in _AREA.finditer(text):
        right, said = Fraction(gia_tri(found["dai"])) * gia_tri(found["rong"]), gia_tri(found["hai"])
        if abs(right - said) * _WHOLE > right:
            yield found[0], f"{ghi(right)} m²"


def _copies(text: str) -> Iterator[tuple[str, str]]:
    """Yield a number of copies that those kept do not come to, however many sides keep one each."""
    for found in _COPIES.finditer(text):
        each, others = _EACH_SIDE.search(found["ke"]), sum(map(gia_tri, _COPY.findall(found["ke"])))
        sums = [others + gia_tri(each[1]) * more for more in range(1, _MOST_SIDES)] if each else []
        if sums and gia_tri(found["tong"]) not in sums:
            yield found[0], str(sums[0])


def _in_brackets(text: str) -> Iterator[tuple[str, str]]:
    """Yield a change that the figure of before, in brackets, does not make; places, each with its figure, that come to more than all."""
    for found in _CHANGED_BY.finditer(text) if " so với " in text else ():
        change = Fraction(gia_tri(found["mot"])) - gia_tri(found["hai"])
        if change and change != gia_tri(found["so"]) * (1 if found["huong"] == "tăng" else -1):
            yield found[0], f"{'tăng' if change > 0 else 'giảm'} {ghi(abs(change))}"
    for found in _AT_PLACES.finditer(text) if text.count(")") > 1 else ():
        total = sum(map(gia_tri, re.findall(rf"\(({SO}) ", found["ke"])))
        if total > gia_tri(found["mot"]):  # fewer: some places are not named
            yield found[0], ghi(total)


def _of_all(text: str) -> Iterator[tuple[str, str]]:
    """Yield those present and absent that are not all, ``15/16 đại biểu, vắng 02``; votes for and against that are more than all."""
    for found in _ABSENT.finditer(text) if "vắng" in text else ():
        there, everybody = gia_tri(found["mot"]), gia_tri(found["tong"])
        if there <= everybody != there + gia_tri(found["hai"]):
            yield found[0], str(everybody - there)
    for found in _VOTES.finditer(text) if "không " in text else ():
        if gia_tri(found["mot"]) <= gia_tri(found["tong"]) < gia_tri(found["mot"]) + gia_tri(found["hai"]):
            yield found[0], str(gia_tri(found["tong"]) - gia_tri(found["mot"]))


def co_the_doi_chieu(text: str) -> bool:
    """Tell, faster, that there may be something to hold against each other."""
    return any(map(text.__contains__, _SIGNS))


def _share(found: re.Match[str], part: int | Fraction, whole: int | Fraction) -> Iterator[tuple[str, str]]:
    decimals = len(found["ty_le"].partition(",")[2])
    if whole and abs(Fraction(part) / whole * _WHOLE - gia_tri(found["ty_le"])) > Fraction(1, 10**decimals):
        one, two = (Decimal(value.numerator) / value.denominator for value in (Fraction(part), Fraction(whole)))
        yield found[0], ty_le(one, two, max(decimals, 1))


def _fallen(text: str) -> Iterator[tuple[str, str]]:
    """Yield a fall that none of the figures before it makes."""
    for found in _FELL.finditer(text):
        sentence = re.split(r"\. ", text[: found.start()])[-1]
        before = [gia_tri(one) for one in re.findall(rf"(?<![\d.,/]){SO}(?= {found['dv']}\b)", sentence)]
        rest, fall = gia_tri(found["hai"]), gia_tri(found["so"])
        if before and rest + fall not in before and max(before) > rest:
            nearest = min((abs(one - rest - fall), one) for one in before if one > rest)[1]
            yield found[0], ghi(nearest - rest)
