"""Capitals of names that the decree settles: agencies, laws, holidays (Nghị định 30/2020/NĐ-CP, Phụ lục II).

Only the names of ``data/ten-viet-hoa.toml`` are judged; tone marks may stand either way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import Heads, bo_dau, cac_cum, dau_cum
from notice_gen.vietnamese.tan_suat import cap, lan, so

Nhom = Literal["co_quan_rieng", "co_quan", "luat", "ngay_le", "dia_danh", "danh_hieu", "ten_rieng"]

_OLD, _NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy", "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
_OTHER_WAY = dict(zip(_OLD.split(" "), _NEW.split(" "), strict=True))
_TWO_VOWELS = Pattern(_OLD.replace(" ", "|"))
_OFTEN = 500.0  # times that two syllables were counted side by side


def sai_chu_hoa(text: str, *nhom: Nhom) -> Iterator[LoiChu]:
    """Yield the names of some groups that stand in *text* with wrong capitals; names all in capitals are headings.

    >>> [one.dung for one in sai_chu_hoa("uỷ ban nhân dân xã, Sở nội vụ, bộ luật hình sự", "co_quan_rieng", "co_quan", "luat")]
    ['Ủy ban nhân dân', 'Sở Nội vụ', 'Bộ luật Hình sự']
    >>> sorted(one.dung for one in sai_chu_hoa("- sở Nội vụ, sở Tài chính; các sở nội vụ; cán bộ Nội vụ", "co_quan"))
    ['Sở Nội vụ', 'Sở Tài chính']
    >>> list(sai_chu_hoa("pháp luật đất đai; SỞ NỘI VỤ; Uỷ ban nhân dân; tại cơ sở nội vụ", "co_quan_rieng", "co_quan", "luat"))
    []
    """
    plain = fold(text)
    if len(plain) != len(text):
        return
    others = facts.words("thanh_tu_khac")
    for one in nhom:
        longer: set[int] = set()
        for folded, right in map(_names(one).__getitem__, cac_cum(plain, _heads(one))):
            at = plain.find(folded)
            while at >= 0:
                end = at + len(folded)
                alone = at not in longer and _apart(plain, at, end) and not plain.endswith(others, 0, at)
                if alone and all(_wrong(text[at:end], name, one) for name in (right, *_as_right().get(folded, ()))):
                    yield LoiChu(at, end, right)
                    # A name inside a longer one is not told again.
                    longer.update(range(at, end))
                at = plain.find(folded, end)


@lru_cache(maxsize=512)
def sai_dau(text: str) -> tuple[str, str] | None:
    """Return the first name of an agency or a post that *text* has with other marks than its own, as typed and as it is right.

    >>> sai_dau("UY BAN NHÂN DÂN XÃ A"), sai_dau("KT. CHỦ TICH"), sai_dau("So Nội vụ"), sai_dau("UỶ BAN NHÂN DÂN"), sai_dau("UBND XA A")
    (('UY BAN NHÂN DÂN', 'ỦY BAN NHÂN DÂN'), ('CHỦ TICH', 'CHỦ TỊCH'), ('So Nội vụ', 'Sở Nội vụ'), None, None)
    >>> sai_dau("Thủ trưởng các ban, ngành"), sai_dau("Thú trưởng Bộ Y tế")
    (None, ('Thú trưởng', 'Thứ trưởng'))
    """
    plain, bare = fold(unicodedata.normalize("NFC", text)), bo_dau(unicodedata.normalize("NFC", text)).lower()
    if len(plain) != len(text) or len(bare) != len(text) or bo_dau(text) == text:  # typed without any mark is another matter
        return None
    for bare_name, folded, right in _bare_names():
        at = bare.find(bare_name)
        end = at + len(folded)
        if at >= 0 and _apart(bare, at, end) and plain[at:end] != folded and not _is_met(text[at:end]):
            shown = text[at:end]
            return shown, right.upper() if shown.isupper() else (right[0].upper() if shown[0].isupper() else right[0]) + right[1:]
    return None


def _is_met(name: str) -> bool:
    """Tell whether a name is words that stand together often as it is typed: *Thủ trưởng* is no slip of *Thứ trưởng*."""
    numbers = [so(word) for word in name.lower().split(" ")]
    return all(one > 0 < other and lan(cap(one, other)) >= _OFTEN for one, other in pairwise(numbers)) if len(numbers) > 1 else False


@facts.once
def _bare_names() -> tuple[tuple[str, str, str], ...]:
    """Return the names of agencies and posts at the head or the foot of papers: without marks, folded, right; the longest first."""
    table = facts.table("ten-viet-hoa.toml")
    names = sorted({*table["co_quan_rieng"], *table["co_quan"], *facts.words("chuc_vu_ky")}, key=len, reverse=True)
    folded = fold("\n".join(names))  # of all at once: of each by itself it takes ten times as long
    return tuple(zip(bo_dau(folded).split("\n"), folded.split("\n"), names, strict=True))


def _wrong(shown: str, right: str, nhom: Nhom) -> bool:
    if shown.isupper():
        return False
    if nhom == "co_quan" and not shown[0].isupper():
        # “các sở nội vụ” may speak of all of them, “sở Nội vụ” speaks of one.
        return shown.startswith(_KINDS) and (shown[1:] == right[1:] or any(word[0].isupper() for word in shown.split(" ")))
    # The words “ngày” and “tết” begin a sentence now and then.
    start = 1 if nhom == "ngay_le" else 0
    return any(a.isupper() != b.isupper() for a, b in zip(shown[start:], right[start:], strict=True))


_KINDS = ("sở ", "bộ ", "kho bạc ")  # “trưởng phòng Nội vụ” is a post


def _apart(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def fold(text: str) -> str:
    """Return *text* as names are looked for in it: in small letters, tone marks and hyphens in one place and of one kind."""
    text = text.replace("\u00a0", " ").replace("–", "-").lower()
    return _TWO_VOWELS.sub(lambda found: _OTHER_WAY[found[0]], text)


@facts.once
def _as_right() -> Mapping[str, tuple[str, ...]]:
    """Return other right forms of a name, by what it is looked for as."""
    names = facts.table("ten-viet-hoa.toml")["cung_dung"]
    return {fold(name): tuple(other for other in names if fold(other) == fold(name)) for name in names}


@cache
def _heads(nhom: Nhom) -> Heads:
    return dau_cum(folded for folded, _ in _names(nhom))


@cache
def _names(nhom: Nhom) -> tuple[tuple[str, str], ...]:
    names = sorted(facts.table("ten-viet-hoa.toml")[nhom], key=len, reverse=True)
    return tuple(zip(fold("\n".join(names)).split("\n"), names, strict=True))
