"""Units that a text names: which there were on the paper's date, and what is told of the past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import notice_gen
from notice_gen import kept
from notice_gen.check import texts
from notice_gen.check.view import DocumentView, Span
from notice_gen.facts import Phrases
from notice_gen.records import record
from notice_gen.vietnamese import danh_muc, dia_danh
from notice_gen.vietnamese.chinh_ta import dat_dau

_SYLLABLE = r"[A-Z][a-z'’]+"
_LEVEL = "[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Tt]hành phố|[Xx]ã|[Pp]hường|[Đđ]ặc khu"
_NAMED = rf"\b(?P<loai>{_LEVEL}) (?P<ten>{_SYLLABLE}(?:(?: - |[ -]){_SYLLABLE}){{0,4}})"
# Words of a sentence that tells of what was.
_PAST = Phrases("{chuyen_da_qua}")
_YEAR = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d|202[0-4])(?!\d)|/2025\b|năm 2025\b")


@record
class Named:
    """A unit as a text names it: *loai* the noun with its capital, *ten* the words after it that begin with capitals."""

    place: Span
    loai: str
    ten: str


def named(span: Span) -> Iterator[Named]:
    """Yield the units named in a paragraph."""
    for found in texts.vietnamese(_NAMED).finditer(span.text):
        noun = found["loai"]
        yield Named(texts.piece(span, found), noun[0].upper() + noun[1:], found["ten"])


def of_the_past(span: Span) -> bool:
    """Tell whether a paragraph speaks of the years before the units of today, or of how they were made."""
    return bool(_PAST.search(span.text) or _YEAR.search(span.text))


def gone(one: Named) -> str:
    """Return the name of the unit of before 1/7/2025 that a text means, when there is none of that kind and name today.

    The longest words of the name that are a unit count; nothing when they are no unit we know, or one of today's.
    """
    words = one.ten.split(" ")
    for length in range(len(words), 0, -1):
        key = _key(one.loai, spelling(" ".join(words[:length])))
        if key in _units(danh_muc.SINCE):
            return ""
        if key in _units(danh_muc.BEFORE):
            return " ".join(words[:length])
    return ""


def spelling(ten: str) -> str:
    """Return a name by which two spellings of it are compared."""
    return dat_dau(ten, "moi", chu_hoa_dau=True).lower()


@cache
def _units(name: str) -> frozenset[str]:
    """Return the units of a list, provinces, districts and communes, as :func:`_key` names them: kept, it takes longer than a document."""
    kept_as = kept.name(Path(__file__).parent, f"units {name}", *_lists())
    return frozenset(kept.made_once(kept_as, lambda: sorted({_key(*unit) for unit in _read(name)})))


def _key(loai: str, ten: str) -> str:
    """Return one text for a kind and a name's spelling: thousands of texts are read back faster than pairs of them."""
    return f"{loai} {ten}"


@cache
def known() -> frozenset[str]:
    """Return the spellings of every commune's name of either list."""

    def made() -> list[str]:
        listed = (*danh_muc.read(danh_muc.BEFORE).values(), *danh_muc.read(danh_muc.SINCE).values())
        return sorted({spelling(unit.ten_rieng) for unit in listed})

    return frozenset(kept.made_once(kept.name(Path(__file__).parent, "names", *_lists()), made))


def is_unit(ten: str) -> bool:
    """Tell whether a province or a commune of either list has this name, however its letters are capitals."""
    key = spelling(ten)
    return key in known() or any(_key(loai, key) in _units(one) for loai in ("Tỉnh", "Thành phố") for one in (danh_muc.BEFORE, danh_muc.SINCE))  # noqa: E501


def _lists() -> tuple[int, ...]:
    """When the lists were last changed."""
    return tuple((Path(notice_gen.__file__).parent / "data" / name).stat().st_mtime_ns for name in (danh_muc.BEFORE, danh_muc.SINCE))


def _read(name: str) -> frozenset[tuple[str, str]]:
    found = set()
    for unit in danh_muc.read(name).values():
        found |= {(unit.loai, spelling(unit.ten_rieng)), (unit.tinh.loai, spelling(unit.tinh.ten_rieng))}
        loai, ten = dia_danh.parse(unit.huyen)
        if loai:
            found.add((loai, spelling(ten)))
    if name == danh_muc.BEFORE:
        found |= {(change["loai_cu"], spelling(change["ten_rieng_cu"])) for change in danh_muc.changes()["ten_cu"]}
    if name == danh_muc.SINCE:
        # A province that became a city since, and communes that became wards: either kind is no fault.
        found |= {("Thành phố", ten) for loai, ten in found if loai == "Tỉnh"} | {("Phường", ten) for loai, ten in found if loai == "Xã"}
        found |= {("Tỉnh", ten) for loai, ten in found if loai == "Thành phố"}
    return frozenset(found)


def province(view: DocumentView) -> str:
    """Return the province that the head of the document names, in small letters; empty when it names none."""
    head = " ".join(span.text for span in texts.boxed(view, "co_quan_chu_quan", "co_quan", "dia_danh_ngay")).lower()
    named_ = [name for name in _provinces() if name in head and re.search(rf"\b{name}\b", head)]
    return named_[0] if len(named_) == 1 else ""


@cache
def _provinces() -> frozenset[str]:
    def made() -> list[str]:
        return sorted({unit.tinh.ten_rieng.lower() for unit in danh_muc.read(danh_muc.SINCE).values()})

    return frozenset(kept.made_once(kept.name(Path(__file__).parent, "provinces", *_lists()), made))
