"""All rows of ``data/loi-go.toml`` asked of a text, but those that can find nothing in it, which its words tell.

A row is passed over where no word holds a part of one of the texts that it asks for (``co``), where none has what it looks for within one
word, or where no two side by side begin one of its phrases.  Each word tells once which rows it may concern, in bits.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache, reduce
from itertools import chain, count, islice, pairwise
from operator import add, or_
from typing import NamedTuple

from notice_gen import facts
from notice_gen.records import remembered
from notice_gen.vietnamese import am_tiet, loi_dau, loi_go, ten_goi
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import bieu_thuc
from notice_gen.vietnamese.loi_go import Dong, Hoi, VanBan

_FIGURES = "023456789"  # for which a 1 stands: words with figures are many
_ANYTHING = (-1, -1, -1)
_EDGE = re.compile(r"(?<!\w)|(?!\w)|(?<=_)|(?=_)")  # where a word of a phrase may begin or end within one between spaces


def cac_loi(text: str, van_ban: VanBan, most: int, rows: tuple[Dong, ...] | None = None) -> list[tuple[Dong, LoiChu]]:
    """Return the slips of every row, or of these *rows*, in *text* (:func:`loi_go.tim`), each with its row, of one row *most* at a time."""
    found = []
    for dong, asked in cac_dong_hoi(loi_go.cac_dong() if rows is None else rows, text):
        if its := asked(text, van_ban):
            found += [(dong, loi) for loi in islice(its, most)]
    return found


def cac_dong_hoi(rows: tuple[Dong, ...], text: str) -> tuple[tuple[Dong, Hoi], ...]:
    """Return those of *rows* that may find something in *text*, by the words it is made of, each with what asks it."""
    return _those(rows, _bits_of_text(text))


@remembered(4096, 1)
def _those(rows: tuple[Dong, ...], bits: int) -> tuple[tuple[Dong, Hoi], ...]:
    return tuple([both for both, needed in _with_bits(rows) if bits & needed == needed])


@remembered(64)
def _with_bits(rows: tuple[Dong, ...]) -> tuple[tuple[tuple[Dong, Hoi], int], ...]:
    return tuple(((row, loi_go.hoi(row)), _asking().bits.get(row["ma"], 0)) for row in rows)


@lru_cache(maxsize=4096)  # rows of each level are asked of a whole paper one after another
def _bits_of_text(text: str) -> int:
    for figure in _FIGURES:
        text = text.replace(figure, "1")
    found = [*map(_bits_of_word, text.split())]
    bits = reduce(or_, [within for within, _, _ in found if within], 0)
    phrases = reduce(or_, [begun & goes_on for (_, begun, _), (_, _, goes_on) in pairwise(found) if begun and goes_on], 0)
    return reduce(or_, [bit for bit, its in _asking().phrases.items() if phrases & its] if phrases else (), bits)


@lru_cache(maxsize=16384)
def _bits_of_word(word: str) -> tuple[int, int, int]:
    """Return the bits of what *word* holds, and which phrases may begin at its end and which go on at its beginning."""
    if not unicodedata.is_normalized("NFC", word):
        return _ANYTHING  # some look at it composed, some as it is
    asking, folded, small = _asking(), ten_goi.fold(word), word.lower()
    begun = asking.parts.keys() & {*word, *map(add, word, word[1:])}  # mostly none
    held = [its for head in begun for part, its in asking.parts[head].items() if part in word]
    held += [its for part, its in asking.alone.items() if part in folded]
    if small not in am_tiet.cac_chu_dung() or word[1:] != small[1:] or "oo" in small:  # else it is a syllable and nothing more
        held += [its for looks, its in asking.looks.items() if looks(word)]
    if word.isalpha():
        return reduce(or_, held, 0), asking.first.get(folded, 0), asking.second.get(folded, 0)
    edges = [found.start() for found in _EDGE.finditer(folded)]
    begins, goes_on = [asking.first.get(folded[at:], 0) for at in edges], [asking.second.get(folded[:at], 0) for at in edges]
    return reduce(or_, held, 0), reduce(or_, begins, 0), reduce(or_, goes_on, 0)


class _Asking(NamedTuple):
    bits: Mapping[str, int]  # of a row, by its code: of all that it asks for; one that asks for nothing, or a space alone, is always heard
    parts: Mapping[str, Mapping[str, int]]  # of texts asked for the longest part without a space, by its first two characters
    looks: Mapping[Callable[[str], object], int]
    alone: Mapping[str, int]  # phrases of one word
    phrases: Mapping[int, int]  # by a row's bit the numbers, as bits, of its others, of which a word is
    first: Mapping[str, int]  # the first
    second: Mapping[str, int]  # or the second


@facts.once
def _asking() -> _Asking:
    bits, alone, first, second = (defaultdict[str, int](int) for _ in range(4))
    parts, looks = defaultdict[str, dict[str, int]](dict), defaultdict[Callable[[str], object], int](int)
    phrases, these = defaultdict[int, int](int), _phrases()
    places, numbers = (map((1).__lshift__, count()) for _ in range(2))
    rows = (*loi_go.cac_dong(), *facts.table("quy-tac.toml")["mau"])
    asked = _each(_ones, [row.get("co", ()) for row in rows])
    for row, its_texts in zip(rows, asked, strict=True):
        code, name = row["ma"], "" if "tim" in row else row["nhom"]
        if its_texts and all(map(str.strip, its_texts)):
            bits[code] |= (bit := next(places))
            for part in (max(text.split(), key=len) for text in its_texts):
                parts[part[:2]][part] = parts[part[:2]].get(part, 0) | bit
        if name in _LOOKS:
            bits[code] |= (bit := next(places))
            looks[_LOOKS[name]] |= bit
        if name in these:
            bits[code] |= (bit := next(places))
            for words in {(*phrase.split()[:2],) for phrase in these[name]}:
                if len(words) == 1:
                    alone[words[0]] |= bit
                else:
                    number = next(numbers)
                    phrases[bit] |= number
                    first[words[0]] |= number
                    second[words[1]] |= number
    return _Asking(bits, parts, looks, alone, phrases, first, second)


def _ones(text: str) -> str:
    return reduce(lambda said, figure: said.replace(figure, "1"), _FIGURES, text)


def _each(made: Callable[[str], str], lists: Iterable[Collection[str]]) -> list[list[str]]:
    """Return each of several lists of texts as *made*: all texts at once, for each by itself takes ten times as long."""
    every = [*map(tuple, lists)]
    texts = iter(made("\n".join(chain.from_iterable(every))).split("\n"))
    return [[*islice(texts, len(each))] for each in every]


def _phrases() -> Mapping[str, Collection[str]]:
    """Return what rows look for that look for whole words in one order, folded, by the name of their function."""
    names = facts.table("ten-viet-hoa.toml")
    groups = {name: names[name] for name in ("ngay_le", "dia_danh", "danh_hieu", "ten_rieng", "vung")}
    groups |= {"ten_co_quan": (*names["co_quan_rieng"], *names["co_quan"]), "viet_sai": facts.table("loi-chinh-ta.toml")["sai"]}
    return dict(zip(groups, _each(lambda text: _ones(ten_goi.fold(text)), groups.values()), strict=True))


_STUCK = "[a-z][A-Z]"
_LOOKS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("khong_am_tiet", "dau_thanh", "bo_go"), loi_go.has_odd),
    "sat_dau": loi_dau.TIGHT.search, "dau_lap": loi_dau.TWO.search, "dinh_chu_hoa": lambda word: bieu_thuc(_STUCK).search(word),
}
"""What functions that look within one word, between spaces, find nothing without."""
