"""Wholes that their parts make up: after *gồm*, after a colon, of kinds that are all there are (``nam``, ``nữ``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from decimal import Decimal
from fractions import Fraction
from functools import cache

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.vietnamese.con_so import so

SO = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
SO_TIEP = r"(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*(?:,\d+)?)"
"""A number without its first figure.  A pattern that begins with a figure, and looks back afterwards, is tried at figures alone."""
DAU = rf"(?P<so>\d(?<![\d.,/+–-]\d){SO_TIEP})(?![\d.,/]|\s?[%+–-])"
DON_VI = r" (?P<dv>[^\W\d_]++(?: [^\W\d_]++){0,4}?)"
KE = r"(?=[^()\n.]|\.\d{3})[^()\n.]*+(?:\.(?=\d{3})[^()\n.]*+)*+"
_OF = Pattern(rf"\bgồm:? (?:có )?{DAU}{DON_VI}(?: \(|: )(?P<phan>{KE})")
_MADE_OF = Pattern(rf"{DAU}{DON_VI}(?: \([^()]{{3,80}}\))?,? ?\(?(?:bao )?gồm:? (?P<phan>{KE})")
_SAID_OF = Pattern(
    rf"\b[Ss]ố (?P<dv>[^\W\d_]++(?: [^\W\d_]++){{0,3}}?)(?: là|:) (?P<so>{SO})(?: (?P=dv))?(?:, | \(|,? )(?:bao )?gồm:? (?P<phan>{KE})"
)
_BARE = Pattern(rf"{DAU}{DON_VI}(?P<noi>: | \(|, )(?P<phan>{KE})")
_OPEN_END = Pattern(r"\.\.|…|v\.v|\bvân vân\b|\bkhác\b|\btrong đó\b|\b(?:chủ yếu|như|ví dụ|tiêu biểu|bình quân|mỗi)\b")
GIUA = Pattern(r";| và |,(?!\d)")
_PART = Pattern(rf"\s*(?:có |là |thêm )?(?P<so>{SO})(?![\d.,/%]|\s?%)(?: (?P<dv>[^\W\d_]+(?: [^\W\d_]+){{0,4}}))?")
_NAMED_PART = Pattern(rf"\s*(?:[^\W\d_]+:? ){{1,14}}(?P<so>{SO})(?![\d.,/%]|\s?%) (?P<dv>[^\W\d_]+(?: [^\W\d_]+){{0,4}})\s*")
_SHARE = Pattern(r"\s*(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ)(?: tỷ lệ| tỉ lệ)? [\d.,]+\s?%\s*")


def tong_khac(text: str) -> Iterator[tuple[str, str]]:
    """Yield each whole that its parts do not come to, and what they come to.

    >>> list(tong_khac("Tổng số 610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp."))
    [('610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp', '615')]
    """
    if "gồm" in text:
        yield from _wholes(_OF, text, alike=False)
        yield from _wholes(_MADE_OF, text, alike=True)
        yield from _wholes(_SAID_OF, text, alike=True)
    if co_the_ke(text):
        yield from _bare(text)


def co_the_ke(text: str) -> bool:
    """Tell, faster, that a figure may be told by its parts without *gồm*."""
    return _MAY_BE_BARE.search(text) is not None


_MAY_BE_BARE = Pattern(r"\d (?:[^\W\d_]+ ){0,4}[^\W\d_]+(?:: |,? \(|, )(?:\d|[^\W\d_]+(?: [^\W\d_]+){0,4}:? \d)")


def _bare(text: str) -> Iterator[tuple[str, str]]:
    """Yield a whole and its parts without *gồm*: kinds that are all there are, ``45 người: nam 20, nữ 26``, or what a colon counts out.

    >>> list(_bare("Toàn xã có 120 hộ: 50 hộ nghèo, 60 hộ cận nghèo. Lớp có 45 người (nam 20, nữ 25)."))
    [('120 hộ: 50 hộ nghèo, 60 hộ cận nghèo', '110')]
    """
    for found in _BARE.finditer(text):
        # A bracket holds no more than the list; else a semicolon ends it, unless it is what parts its items.
        first, listed = found["phan"].partition(";")[0], found["phan"]
        listed = listed if found["noi"] == " (" or not GIUA.search(first) else first
        if not _TWO_FIGURES.search(listed):
            continue
        told = _kinds_of(listed, found["dv"].split(" ")) or (None if found["noi"] == ", " else _counted_out(listed, found["dv"].split(" ")))
        if told and 1 < gia_tri(found["so"]) != told[0]:
            yield text[found.start("so") : found.start("phan") + told[1]].rstrip(" ,;"), ghi(told[0])


_TWO_FIGURES = Pattern(r"\d\D+\d")  # no whole has one part alone


def _kinds_of(listed: str, unit: list[str]) -> tuple[int | Fraction, int] | None:
    """Return what the kinds of a whole come to, and where they end; None where they are not all the kinds there are."""
    bare = re.sub(r"^trong đó:? ", "", listed)
    pieces = [item for item in GIUA.split(bare) if item.strip()]
    if len(pieces) < 2 or _OPEN_END.search(bare):  # no whole has one kind alone
        return None
    for kinds in _all_in(bare, len(pieces), told_in_part=bare != listed):
        first = pieces[: len(kinds)]
        told = [(kind[0], number) for item in first if (kind := _kind(kinds, item, unit)) and (number := mot_so(item)) is not None]
        if len(told) == len(kinds) == len({kind for kind, _ in told}):
            return sum(number for _, number in told), max(listed.find(item) + len(item) for item in first)
    return None


def _all_in(listed: str, pieces: int, *, told_in_part: bool) -> Iterator[tuple[Pattern, ...]]:
    """Yield the kinds that are all there are of a whole, where a list of so many pieces has each of them."""
    for kinds in _closed("luon_du_ca_the"):
        if len(kinds) <= pieces and all(kind.search(listed) for kind in kinds):
            yield kinds
    for kinds in () if told_in_part else _closed("du_ca_the"):
        if len(kinds) == pieces and all(kind.search(listed) for kind in kinds):
            yield kinds


def _counted_out(listed: str, unit: list[str]) -> tuple[int | Fraction, int] | None:
    """Return what the items that begin with a figure and the whole's unit come to, and where they end."""
    parts = [] if _OPEN_END.search(listed) else _parts(listed)
    units = [None if part[0][: part.start("so")].strip() else (part["dv"] or "").split(" ") for part, _ in parts]
    others = [own for own in units if own is None or not _alike(unit, own, named=False)]
    if len(parts) < 2 or others:
        return None
    return sum(gia_tri(part["so"]) for part, _ in parts), parts[-1][1]


def _kind(kinds: Sequence[Pattern], item: str, unit: list[str]) -> re.Match[str] | None:
    """Return which of *kinds* an item is, ``nam 20`` or ``20 nam``; None when it says more than that and the whole's unit."""
    for kind in kinds:
        found = kind.search(item)
        rest = item.replace(found[0], "", 1) if found else item
        if found and {*re.findall(r"[^\W\d_]+", rest)} <= {*unit, "có", "là", "số", "giới"}:
            return found
    return None


@cache
def _closed(table: str) -> tuple[tuple[Pattern, ...], ...]:
    """Return the kinds that are all there are of a whole."""
    return tuple(tuple(Pattern(rf"\b(?:{kind})\b") for kind in row) for row in facts.table("tu-ngu.toml")[table])


def _wholes(pattern: Pattern, text: str, *, alike: bool) -> Iterator[tuple[str, str]]:
    for found in pattern.finditer(text):
        first = found["phan"].partition(";")[0]
        parts = _parts(first if " và " in first else found["phan"])  # “và” comes before the last: what a semicolon parts is no more of it
        if len(parts) < 2:
            continue
        whole, each = gia_tri(found["so"]), [gia_tri(part["so"]) for part, _ in parts]
        total = sum(each)
        if max(each) <= whole != total and (not alike or _are_of(found["dv"].split(" "), found["phan"], [part for part, _ in parts])):
            yield text[found.start("so") : found.start("phan") + parts[-1][1]].rstrip(" ,;"), ghi(total)


def _are_of(unit: list[str], listed: str, parts: Sequence[re.Match[str]]) -> bool:
    """Tell whether *parts* count what the whole does, people by what they are, or kinds that any whole has: *07 nam và 06 nữ*."""
    named = parts[0].re.pattern == _NAMED_PART.pattern
    if all(_alike(unit, (part["dv"] or "").split(" "), named=named) for part in (parts if named else parts[:1])):
        return True
    roles = unit[0] in facts.words("nguoi_dem") and all(map(_role, parts))
    return roles or _kinds_of(listed.partition(";")[0], unit) is not None


def _role(part: re.Match[str]) -> bool:
    """Tell whether a part counts people by what they are: ``01 chủ trì``, ``9 thành viên``."""
    return not part[0][: part.start("so")].strip() and (part["dv"] or "").startswith(facts.words("vai_nguoi"))


def _alike(unit: list[str], other: list[str], *, named: bool) -> bool:
    """Tell whether a part counts what the whole counts; named parts, ``thôn Thượng 40 hộ``, may leave out of which kind: ``hộ nghèo``."""
    return other[: len(unit)] == unit or (named and other == unit[: len(other)])


def _parts(listed: str) -> list[tuple[re.Match[str], int]]:
    """Return the figures that the items of a list begin with, and where each item ends; none when one has no figure."""
    parts, at = [], 0
    for item in GIUA.split(listed):
        end = at + len(item)
        part = _PART.match(item) or _NAMED_PART.fullmatch(item)
        if part:
            parts.append((part, end))
        elif item.strip() and not _SHARE.fullmatch(item):
            return []
        at = end + len(next(iter(GIUA.findall(listed[end : end + 4])), ""))
    return parts


_ALONE = Pattern(rf"\d(?<![\d.,/]\d){SO_TIEP}(?![\d/]|[.,]\d|\s?%)")


def mot_so(item: str) -> int | Fraction | None:
    """Return the number of *item* where it has just one, None otherwise."""
    numbers = _ALONE.findall(item)
    return gia_tri(numbers[0]) if len(numbers) == 1 else None


_BLIND = ContextVar("_BLIND", default=False)


class _UnreadError(Exception):
    """The value of a figure was asked for where none is to be seen."""


def co_doc(look: Callable[[str], Iterable[object]], text: str) -> bool:
    """Tell whether a *look* at a text comes to read the value of a figure in it; where not, other figures as long change nothing.

    >>> co_doc(tong_khac, "000 hồ sơ, gồm 00 trực tuyến và 000 trực tiếp"), co_doc(tong_khac, "000 hồ sơ, gồm cả hồ sơ 00 năm trước")
    (True, False)
    """
    before = _BLIND.set(True)
    try:
        return any(True for _ in look(text))
    except _UnreadError:
        return True
    finally:
        _BLIND.reset(before)


def gia_tri(shown: str) -> int | Fraction:
    """Return the value of a number as Vietnamese writes it, ``1.250,5``: the only way in which those who add up read a figure."""
    if _BLIND.get():
        raise _UnreadError
    plain = shown.replace(".", "")
    return Fraction(plain.replace(",", ".")) if "," in plain else int(plain)


def ghi(total: Fraction | int) -> str:
    """Write a number as Vietnamese does."""
    return so(thap_phan(total))


def thap_phan(value: Fraction | int) -> Decimal:
    """Return a value as a decimal, which is what prints a number."""
    return Decimal(value.numerator) / value.denominator
