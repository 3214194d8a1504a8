"""Wholes and their parts in a sentence: ``610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp``, a share of two figures beside it.

Only what cannot be meant otherwise is judged.  *Gồm* makes a whole of what follows; parts after *trong đó* may overlap, so there only
words that exclude each other (``bu_nhau`` of the data) are added up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.vietnamese.ca_the import DAU, DON_VI, GIUA, KE, SO, SO_TIEP, co_doc, co_the_ke, ghi, gia_tri, mot_so, thap_phan, tong_khac
from notice_gen.vietnamese.con_so import BAC_TIEN, so, ty_le
from notice_gen.vietnamese.doi_chieu import co_the_doi_chieu, doi_chieu_khac
from notice_gen.vietnamese.phep_tinh import sai_so_hoc

_OF_WHICH = Pattern(rf"{DAU}{DON_VI},? ?\(?(?:trong đó|trong số đó):? (?P<phan>{KE})")
_UNIT = r"(?: [^\W\d_]+(?: [^\W\d_]+)?)?"
_SUM = Pattern(
    rf"(?P<so>\d(?<![\d/.,+–=-]\d){SO_TIEP})(?P<dv>{_UNIT}) ?\(?\s?=\s?"
    rf"(?P<phan>(?:{SO})(?P<dv_1>{_UNIT})(?:\s?\+\s?(?:{SO})(?P<dv_2>{_UNIT}))+)(?![\d/%]|[.,]\d|\s?[-–x×*/+])"
)
_COLUMNS = 30
"""Below this ``5 = 3 + 4`` may say of which columns one is the sum."""
_ONE_SHARE = Pattern(
    rf"(?P<mot>\d(?<![\d.,/]\d){SO_TIEP}) (?!tháng|năm|quý|ngày|tuần|giờ|lần|vụ)"
    rf"(?P<dv>[^\W\d_]++(?: [^\W\d_]++)?)\b(?P<giua>[^.;\d%()]{{1,60}}+)(?P<hai>{SO}) (?P=dv)"
    rf"(?: [^\W\d_]+){{0,3}}?,? ?\(?(?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)? (?P<ty_le>\d{{1,3}}(?:,\d+)?)\s?%(?P<sau>[^.;)]*)"
)
_CHANGE = Pattern(
    rf"(?<!không )\b(?:tăng|giảm) (?:thêm )?(?P<so>{SO}) (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?),? ?"
    rf"\(?từ (?P<truoc>{SO})(?: (?P<dv_2>[^\W\d_]+(?: [^\W\d_]+)?))?"
    rf" (?:lên|xuống|còn|xuống còn) (?P<sau>{SO})(?![\d/%]|[.,]\d|\s?%)"
)
_FROM_TO = Pattern(
    rf"\btừ (?P<truoc>{SO})(?: (?P<dv_1>[^\W\d_]+(?: [^\W\d_]+)?))? (?:lên|xuống|còn|xuống còn|lên thành) "
    rf"(?P<sau>{SO}) (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?)"
    rf",? ?\(?(?P<huong>tăng|giảm) (?:thêm )?(?P<so>{SO}) (?P=dv)\b"
)
_GROWN = Pattern(
    r"(?<!không )\b(?:tăng|giảm) (?P<ty_le>\d{1,3}(?:,\d+)?)\s?%[^;.()%\d]{0,40} ?\("
    rf"từ (?P<truoc>{SO})(?: (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?))?"
    rf" (?:lên|xuống|còn|xuống còn|lên thành) (?P<sau>{SO})(?: (?P<dv_2>[^\W\d_]+(?: [^\W\d_]+)?))?\)"
)
_REMAINS = Pattern(rf"(?P<mot>\d(?<![\d.,/]\d){SO_TIEP})\s?%[^.%\d]{{0,60}}\bcòn lại(?: là| chiếm)? (?P<hai>{SO})\s?%")
_STEP = Pattern(r"\btừ bậc (?P<truoc>\d{1,2})\b[^.;]{0,60}?\blên bậc (?P<sau>\d{1,2})\b")
_PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu)"
_PLANS = ("kế hoạch", "dự toán", "chỉ tiêu")
_OF_TIME = r"(?! (?:cả |của )?(?:năm|vụ|quý|tháng|giai đoạn)\b)"
_ONE, _TWO = rf"(?P<mot>\d(?<![\d.,/]\d){SO_TIEP})", rf"(?P<hai>{SO})"
_PLAN_UNIT = r"(?P<dv>[^\W\d_]+(?: [^\W\d_]+)?)"
_SAID = r",? ?\(?(?:đạt|bằng)(?: tỷ lệ| tỉ lệ)? (?P<ty_le>\d{1,3}(?:,\d+)?)\s?%"
_OF_PLAN = (
    Pattern(rf"{_ONE} {_PLAN_UNIT}{_SAID} (?:so với )?{_PLAN}[^\d(;.]{{0,20}}\({_PLAN}(?: là| giao)? {_TWO} (?P=dv)\)"),
    Pattern(rf"{_ONE} {_PLAN_UNIT}{_SAID} (?:so với )?{_PLAN}(?: [^\W\d_]+){{0,4}} \(?{_TWO} (?P=dv)\b"),
    Pattern(
        rf"{_ONE} {_PLAN_UNIT} ?(?:/|trên|so với) ?{_PLAN}?(?: (?:là|giao|năm))? ?{_TWO} (?P=dv)(?: {_PLAN})?{_SAID}(?: {_PLAN}{_OF_TIME})?"
        r"(?! [^\W\d_]|,?\d)"
    ),
    Pattern(
        rf"(?i:{_PLAN})(?: (?!năm |quý |tháng )[^\W\d_]+){{0,6}}:? (?P<hai>\d(?<![\d.,/]\d){SO_TIEP}) {_PLAN_UNIT}\b"
        rf"(?:(?!{_PLAN})[^.;%\d()]){{1,60}}(?P<mot>{SO}) (?P=dv)(?: [^\W\d_]+){{0,3}}?{_SAID} (?:so với )?{_PLAN}{_OF_TIME}"
    ),
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
    wholes = dict(tong_khac(text))
    yield from wholes.items()
    if "trong đó" in text or "trong số đó" in text:
        yield from (slip for slip in _overfull(text) if slip[0] not in wholes)
    if co_the_doi_chieu(text):
        yield from doi_chieu_khac(text)
    if "=" in text:
        yield from _written_out(text)
    if "từ " in text:
        yield from _risen(text)
    if "%" in text:
        yield from _remains(text) if "còn lại" in text else ()
        yield from _shares(text)
        yield from _of_plan(text) if any(map(text.__contains__, _PLANS)) else ()


def sai_phep_tinh(text: str) -> Iterator[tuple[str, str]]:
    """Yield what :func:`sai_so_hoc` and :func:`sai_tong` find, faster for one text after the other that differ in their figures.

    >>> list(sai_phep_tinh("Tổng số 610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp."))
    [('610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp', '615')]
    """
    for look in _reading(text.encode(errors="surrogatepass").translate(_NOUGHTS)):
        yield from look(text)


_NOUGHTS = bytes.maketrans(b"123456789", b"000000000")


@lru_cache(maxsize=4096)  # no pattern here asks which figure it is, only how many there are
def _reading(noughts: bytes) -> tuple[Callable[[str], Iterator[tuple[str, str]]], ...]:
    """Return those of the two that read a figure in a text whose figures are all 0."""
    return tuple([look for look in (sai_so_hoc, sai_tong) if co_doc(look, noughts.decode(errors="surrogatepass"))])


def _written_out(text: str) -> Iterator[tuple[str, str]]:
    """Yield the sums whose result stands first, ``610 hồ sơ = 95 + 520``, that do not come out."""
    for found in _SUM.finditer(text):
        total, said = sum(gia_tri(part) for part in re.findall(SO, found["phan"])), gia_tri(found["so"])
        others = {found["dv_1"].strip(), found["dv_2"].strip()} - {found["dv"].strip()}
        if total != said >= _COLUMNS and not any(map(_is_money, others)):
            yield found[0], ghi(total)


def _is_money(unit: str) -> bool:
    """Tell whether a unit is of money, whose parts may be in thousands where the whole is in millions."""
    return unit.split(" ", maxsplit=1)[0] in BAC_TIEN


_MORE_OR_LESS = Pattern(r"(?:tăng|giảm) .{0,40}từ \d|từ \d.{0,60}(?:tăng|giảm) \d|từ bậc")


def asks(text: str) -> bool:
    """Tell, faster, that there may be something to add up."""
    if "%" in text or "=" in text or "gồm" in text or "trong đó" in text or "trong số" in text:
        return True
    return ("từ " in text and _MORE_OR_LESS.search(text) is not None) or co_the_ke(text) or co_the_doi_chieu(text)


def _risen(text: str) -> Iterator[tuple[str, str]]:
    """Yield a rise or fall that its two ends do not make: ``từ 68 tỷ đồng lên 71 tỷ đồng, tăng 4 tỷ đồng``, ``từ bậc 4 lên bậc 4``."""
    for pattern, unit in ((_CHANGE, "dv_2"), (_FROM_TO, "dv_1")) if "tăng" in text or "giảm" in text else ():
        for found in pattern.finditer(text):
            right = abs(Fraction(gia_tri(found["truoc"])) - gia_tri(found["sau"]))
            if right != gia_tri(found["so"]) and found["dv"] == (found[unit] or found["dv"]):
                yield found[0], ghi(right)
    yield from _grown(text) if "%" in text else ()
    for found in _STEP.finditer(text) if "từ bậc" in text else ():
        if gia_tri(found["sau"]) <= (before := gia_tri(found["truoc"])):
            yield found[0], str(before + 1)


def _grown(text: str) -> Iterator[tuple[str, str]]:
    """Yield a growth in per cent that its two ends do not make: ``tăng 15% (từ 200 lên 210)``."""
    for found in _GROWN.finditer(text):
        before, decimals = Fraction(gia_tri(found["truoc"])), len(found["ty_le"].partition(",")[2])
        share = abs(gia_tri(found["sau"]) - before) / before * _WHOLE if before else Fraction(gia_tri(found["ty_le"]))
        if found["dv"] in {None, found["dv_2"]} and abs(share - gia_tri(found["ty_le"])) > Fraction(1, 10**decimals):
            yield found[0], f"{so(round(Decimal(share.numerator) / share.denominator, max(decimals, 1)))}%"


def _remains(text: str) -> Iterator[tuple[str, str]]:
    """Yield a share and what is said to remain beside it where both are above the whole: ``đạt 45%, còn lại 65%``."""
    for found in _REMAINS.finditer(text):
        if gia_tri(found["mot"]) <= _WHOLE < gia_tri(found["mot"]) + gia_tri(found["hai"]):
            yield found[0], f"{ghi(_WHOLE - gia_tri(found['mot']))}%"


def _of_plan(text: str) -> Iterator[tuple[str, str]]:
    """Yield a share of what was planned that the two figures do not have: ``412 ha, đạt 102,5% kế hoạch (kế hoạch 420 ha)``."""
    for found in (found for pattern in _OF_PLAN for found in pattern.finditer(text)):
        one, two, decimals = Fraction(gia_tri(found["mot"])), gia_tri(found["hai"]), len(found["ty_le"].partition(",")[2])
        if two and abs(one / two * _WHOLE - gia_tri(found["ty_le"])) > Fraction(1, 10**decimals):
            yield found[0], ty_le(thap_phan(one), thap_phan(two), max(decimals, 1))


_AMOUNT = Pattern(rf"(?P<so>\d(?<![\d.,/]\d){SO_TIEP})(?![\d.,/]|\s?%) (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?)\s*$")


_OVERLAPS = Pattern(r"\b(?:riêng|cả|mỗi|tối đa|không quá|nhiều nhất|cao nhất|bình quân|so với|tăng|giảm)\b")


def _amounts(whole: str, unit: str, items: list[str]) -> tuple[Fraction, list[Fraction]] | None:
    """Return a whole and its parts where each says its unit behind its figure, the whole's own, or money; None where one does not."""
    scale = BAC_TIEN.get(unit.split(" ", maxsplit=1)[0])
    parts = []
    for item in items:
        found = _AMOUNT.search(item.rstrip(" .)"))
        if not found or len(re.findall(SO, item)) != 1 or _OVERLAPS.search(item):
            return None
        own = BAC_TIEN.get(found["dv"].split(" ")[0])
        if scale and own and "đồng" in found["dv"]:
            parts.append(Fraction(gia_tri(found["so"])) * own)
        elif not scale and found["dv"].split(" ")[0] == unit.split(" ", maxsplit=1)[0]:
            parts.append(Fraction(gia_tri(found["so"])))
        else:
            return None
    return (Fraction(gia_tri(whole)) * (scale or 1), parts) if parts else None


def _overfull(text: str) -> Iterator[tuple[str, str]]:
    for found in _OF_WHICH.finditer(text):
        if (parts := _above_whole(found)) is not None:
            yield found[0].rstrip(" ,;"), ghi(parts)
            continue
        numbered = [(item, number) for item in GIUA.split(found["phan"]) if (number := mot_so(item)) is not None]
        for family in _exclusive() if len(numbered) > 1 else ():
            told = [(kind[0], number) for item, number in numbered if (kind := family.search(item))]
            if len({kind for kind, _ in told}) == len(told) > 1 and (total := sum(number for _, number in told)) > gia_tri(found["so"]):
                yield found[0].rstrip(" ,;"), ghi(total)
                break


def _above_whole(found: re.Match[str]) -> Fraction | None:
    """Return what the parts come to, in the unit of their whole, where one of them is above it, or of money all together; else None."""
    amounts = _amounts(found["so"], found["dv"], [item for item in GIUA.split(found["phan"]) if item.strip()])
    money = BAC_TIEN.get(found["dv"].split(" ")[0])
    if amounts and (max(amounts[1]) > amounts[0] or (money and sum(amounts[1]) > amounts[0])):
        return sum(amounts[1], Fraction(0)) / (money or 1)
    return None


@facts.once
def _exclusive() -> tuple[Pattern, ...]:
    """Return the words that exclude each other, by kinds."""
    return tuple(map(Pattern, facts.words("bu_nhau")))


def _shares(text: str) -> Iterator[tuple[str, str]]:
    for found in _ONE_SHARE.finditer(text):
        one, two = gia_tri(found["mot"]), gia_tri(found["hai"])
        if not one or not two or one == two or found["ty_le"] == str(_WHOLE) or _OTHERS.search(found["giua"] + found["sau"][:25]):
            continue
        sentence = re.split(r"[.;] ", text[: found.start()])[-1]
        if re.search(rf"\d {found['dv']}\b", sentence) or _LISTED_BEFORE.search(sentence):
            continue  # parts of another whole
        decimals, typed = len(found["ty_le"].partition(",")[2]), gia_tri(found["ty_le"].replace(",", ""))
        part, whole = sorted((one, two))
        # The share of the lesser in the greater, or what was done of what was planned, each in units of the last decimal shown.
        if all(abs(_WHOLE * 10**decimals * a - typed * b) > b for a, b in ((part, whole), (two, one))):
            yield found[0][: found.start("sau") - found.start()], ty_le(part, whole, max(decimals, 1))
