"""Spelling and order: where the tone mark stands, how words are sorted, sure slips (``data/loi-chinh-ta.toml``), words typed twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from operator import eq
from types import MappingProxyType
from typing import Literal

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import Heads, cac_cum, cac_tu, dau_cum


@record
class LoiChu:
    """A slip.

    Attributes:
        tu, den: where it stands in the text.
        dung: what to write instead; None when only the writer knows.
        gia_tri: what else a sentence about it may name.
    """

    tu: int
    den: int
    dung: str | None
    gia_tri: Mapping[str, str] = MappingProxyType({})


def viet_sai(text: str) -> Iterator[LoiChu]:
    """Yield the known misspellings in *text*, with the right form in the same capitals.

    >>> [(one.tu, one.dung) for one in viet_sai("Bổ xung, sử lý; cũng cố gắng")]
    [(0, 'Bổ sung'), (9, 'xử lý')]
    """
    plain = unicodedata.normalize("NFC", text).lower()
    for wrong, right in map(_pairs().__getitem__, cac_cum(plain, _heads()) if len(plain) == len(text) else ()):
        at = plain.find(wrong)
        while at >= 0:
            end = at + len(wrong)
            whole = not (plain[at - 1 : at].isalnum() or plain[end : end + 1].isalnum())
            if whole and not _la_ten(text, at, end) and not _excepted(plain, at, wrong):
                yield LoiChu(at, end, _as(text[at:end], right))
            at = plain.find(wrong, end)


def _excepted(plain: str, at: int, wrong: str) -> bool:
    return any(plain.startswith(phrase, max(at - shift, 0)) for phrase, shift in _exceptions(wrong))


def _la_ten(text: str, start: int, end: int) -> bool:
    """Tell whether a small word and a capital one are a kind and a name: *thôn Trường Lưu*."""
    words = text[start:end].split()
    return words[0].islower() and words[-1][0].isupper() and text[end + 1 : end + 2].isupper()


def tu_lap(text: str) -> Iterator[LoiChu]:
    """Yield words and phrases that stand twice in a row by mistake, reduplications left alone.

    >>> [one.dung for one in tu_lap("gửi Ủy ban nhân dân xã Ủy ban nhân dân xã")]
    ['Ủy ban nhân dân xã']
    >>> [*tu_lap("các tổ chức tôn giáo, tổ chức tôn giáo trực thuộc; chủ quyền, quyền chủ quyền, quyền tài phán và tài phán")]
    []
    >>> [text[one.tu : one.den] for text in ("của của xã", "Hội Nông dân Nông dân", "xanh xanh") for one in tu_lap(text)]
    ['của của', 'Nông dân Nông dân']
    """
    words = cac_tu(text.lower())
    # Figures come twice, “2, 2”; what is looked for are words.
    twice = any(map(eq, words, words[1:])) and any(one == again and one.isalpha() for one, again in pairwise(words))
    if twice or (any(map(eq, words, words[2:])) and any(map(eq, pairwise(words), pairwise(words[2:])))):
        yield from _side_by_side(text)
    threes = [*zip(words, words[1:], words[2:], strict=False)]
    if len({*threes}) < len(threes) and any(any(map(eq, threes, threes[words_apart:])) for words_apart in _PHRASE_OF):
        for found in _PHRASE.finditer(text, 0, _LONGEST):
            # Of a list: “các tổ chức tôn giáo, tổ chức tôn giáo trực thuộc”, “chủ quyền, quyền chủ quyền, quyền tài phán”.
            if "," in found[0][: len(found[1]) + 1] and _GOES_ON.match(text, found.end()):
                continue
            yield LoiChu(found.start(), found.end(), found[1])


def la_tu_rieng(doan: str, tu_dien: Iterable[str]) -> bool:
    """Tell whether *doan*, where a slip was found, holds one of an office's own words, or is a part of one.

    >>> la_tu_rieng("Sợi xơ;", ["xơ"]), la_tu_rieng("đun", ["môn đun"]), la_tu_rieng("xơi", ["xơ"])
    (True, True, False)
    """
    shown = _spaced(doan)
    return bool(shown.strip()) and any(word in shown or shown in word for word in map(_spaced, tu_dien))


def _spaced(text: str) -> str:
    return f" {' '.join(re.findall(_WORD, unicodedata.normalize('NFC', text).lower()))} "


def _as(shown: str, right: str) -> str:
    if shown.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if shown[0].isupper() else right


@facts.once
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple(facts.table("loi-chinh-ta.toml")["sai"].items())


@facts.once
def _heads() -> Heads:
    return dau_cum(wrong for wrong, _ in _pairs())


def _exceptions(wrong: str) -> tuple[tuple[str, int], ...]:
    """Return the right phrases that hold a wrong form, each with how far into it the form stands."""
    return tuple((phrase, phrase.index(wrong)) for phrase in facts.table("loi-chinh-ta.toml")["tru"] if wrong in phrase)


@facts.once
def _twice() -> re.Pattern[str]:
    words = "|".join(facts.table("loi-chinh-ta.toml")["lap"]["tu"])
    letter = r"[^\W\d_]"
    at = r"(?<![Hh]iện )(?<![Tt]ồn )([Tt]ại) tại"
    return re.compile(rf"(?<![\w-])(?:({words}|{words.title()}) (?i:\1)|({letter}{{2,9}} {letter}{{2,9}}) \2|{at})(?![\w-])")


def _side_by_side(text: str) -> Iterator[LoiChu]:
    for found in _twice().finditer(text):
        if not la_cuoi_tu(text[: found.start()].rstrip().rpartition(" ")[2].lower(), (found[1] or "").lower()):
            yield LoiChu(found.start(), found.end(), found[1] or found[2] or found[3])


# “năm tiếp theo theo quy định”, “đơn vị trực thuộc thuộc diện”: the first ends a word, the second begins what follows.
_ENDS_WITH = {
    "theo": ("tiếp", "kèm", "kéo", "dọc", "noi"), "thuộc": ("trực", "phụ"), "trên": ("cấp",), "dưới": ("cấp",), "phải": ("bên",),
}  # fmt: skip


def la_cuoi_tu(truoc: str, tu: str) -> bool:
    """Tell whether a small word ends another with the one before it, so that it may well come again: *tiếp theo | theo quy định*."""
    return truoc in _ENDS_WITH.get(tu, ())


_PHRASE = Pattern(r"(?<![\w-])((?:[^\W\d_]{1,10}+,? ){2,7}[^\W\d_]{1,10}+),? \1(?![\w-])")
_GOES_ON = Pattern(r" (?:[-–] )?[^\W\d_]")
_PHRASE_OF = range(3, 9)
"""Words that such a phrase has: as far apart do its first three come again."""
_LONGEST = 4000

_WORD = r"[^\W\d_]+"
_SENTENCE = Pattern(r"[^\n.;]+")
_FEWEST_WORDS = 4
_SHORTEST = 20


def cau_lap(text: str) -> Iterator[LoiChu]:
    """Yield the sentences and lines that are said again right after themselves.

    >>> [text[loi.tu : loi.den] for text in ("Các xã nộp báo cáo. Các xã nộp báo cáo. Hết.",) for loi in cau_lap(text)]
    ['Các xã nộp báo cáo']
    """
    before = ""
    for found in _SENTENCE.finditer(text) if len(text) > _SHORTEST else ():
        line = found[0].strip(" \t,:-+*")
        if not line:
            continue
        if line == before and len(re.findall(_WORD, line)) >= _FEWEST_WORDS:
            start = found.start() + found[0].index(line)
            yield LoiChu(start, start + len(line), None)
        before = line


_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of dictionaries
_TONE = f"[{_TONES}]"
_TWO_VOWELS = r"(?i:(?:o[ae]|(?<!q)uy)$)"

_ENDING = Pattern(r"[oòỏõóọOÒỎÕÓỌuùủũúụUÙỦŨÚỤ][aàảãáạAÀẢÃÁẠeèẻẽéẹEÈẺẼÉẸyỳỷỹýỵYỲỶỸÝỴ](?![^\W\d_])")
"""The end of a word whose mark may move: few have it, and the others need not be looked at."""

# The 29 letters in order, with f, j, w, z of foreign names where the Latin alphabet has them.
_ORDER = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_SYLLABLE = r"\d+|[^\W\d_]+"


def dat_dau(text: str, kieu: Literal["cu", "moi"], *, chu_hoa_dau: bool = False) -> str:
    """Return *text* with the tone marks of ``oa``, ``oe``, ``uy`` placed one way.

    The decree does not choose, and official texts mix both; names keep the spelling of their papers,
    so a word with a capital is left alone unless asked for.

    Args:
        text: any text.
        kieu: ``cu`` for *hòa, thủy*, ``moi`` for *hoà, thuỷ*.
        chu_hoa_dau: also touch words that hold a capital letter.

    >>> dat_dau("hoà giải tại xã Hoà Bình, quý I", "cu")
    'hòa giải tại xã Hoà Bình, quý I'
    >>> dat_dau("Ủy ban, khỏe, hoàn thành", "moi", chu_hoa_dau=True)
    'Uỷ ban, khoẻ, hoàn thành'
    """
    text = unicodedata.normalize("NFC", text)
    pieces: list[str] = []
    done = 0
    for found in _ENDING.finditer(text):
        start = found.start()
        while start and text[start - 1].isalnum() and not text[start - 1].isdecimal():
            start -= 1
        word = text[start : found.end()]
        if chu_hoa_dau or word == word.lower():
            pieces += text[done:start], _placed(word, kieu)
            done = found.end()
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=8192)
def _placed(word: str, kieu: str) -> str:
    """Return a word with its tone mark placed that way; remembered, for the subjects of a mailing say the same few hundred."""
    apart = unicodedata.normalize("NFD", word)
    tones = re.findall(_TONE, apart)
    bare = unicodedata.normalize("NFC", re.sub(_TONE, "", apart))
    if len(tones) != 1 or not re.search(_TWO_VOWELS, bare):
        return word
    at = len(bare) + (-1 if kieu == "cu" else 0)
    return unicodedata.normalize("NFC", bare[:at] + tones[0] + bare[at:])


def liet_ke(items: Iterable[str]) -> str:
    """Return items as a list inside a sentence, by CLDR's pattern for Vietnamese.

    >>> liet_ke(["đường", "cầu", "kè"])
    'đường, cầu và kè'
    """
    from babel.lists import format_list

    return format_list(list(items), locale="vi")


def khoa_sap_xep(text: str) -> tuple[object, ...]:
    """Return the key that sorts *text* as a Vietnamese dictionary does, syllable by syllable.

    Letters first (``ă`` and ``â`` after ``a``, ``đ`` after ``d``), then the tone (none, huyền, hỏi, ngã,
    sắc, nặng); numbers by their value.

    >>> sorted(["Đông Ba", "Dương Nỗ", "Hóa Châu", "Hòa Xuân", "An Cựu", "Ân Thi", "Phường 10", "Phường 2"],
    ...        key=khoa_sap_xep)
    ['An Cựu', 'Ân Thi', 'Dương Nỗ', 'Đông Ba', 'Hòa Xuân', 'Hóa Châu', 'Phường 2', 'Phường 10']
    """
    text = unicodedata.normalize("NFC", text)
    return (*(_syllable_key(token) for token in re.findall(_SYLLABLE, text.lower())), (-1, text))


def _syllable_key(token: str) -> tuple[object, ...]:
    if token.isdecimal():
        return (0, int(token))
    letters, tones = [], []
    for letter in token:
        apart = unicodedata.normalize("NFD", letter)
        tone = re.search(_TONE, apart)
        bare = unicodedata.normalize("NFC", re.sub(_TONE, "", apart))
        letters.append((_ORDER.get(bare, len(_ORDER)), bare))
        tones.append(1 + _TONES.index(tone[0]) if tone else 0)
    return (1, tuple(letters), tuple(tones))
