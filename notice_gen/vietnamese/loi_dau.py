"""Slips of marks and letters: of another alphabet, without their space or with one too many, twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from notice_gen.vietnamese import am_tiet
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import bieu_thuc, bo_dau
from notice_gen.vietnamese.tan_suat import cap, lan, so

_CYRILLIC, _GREEK = "аеорсухіјѕАВЕКМНОРСТУХІЈЅ", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"
_WIDE_LETTERS = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_MEANT = str.maketrans(f"ÐðƉ{_CYRILLIC}{_GREEK}", "ĐđĐaeopcyxijsABEKMHOPCTYXIJSABEZHIKMNOPTYXov")
# One that is of no other use here, or one that touches a Latin letter.
_ALIKE = rf"[ÐðƉ{_WIDE_LETTERS}]|(?<=[A-Za-zÀ-ỹ])[{_CYRILLIC}{_GREEK}]|[{_CYRILLIC}{_GREEK}](?=[A-Za-zÀ-ỹ])"


def nhin_giong(text: str) -> Iterator[LoiChu]:
    """Yield the words with a letter of another alphabet that looks like one of ours."""
    for word in re.finditer(r"\S+", text) if re.search(_ALIKE, text) else ():
        if found := re.search(_ALIKE, word[0]):
            values = {"chu": found[0], "ten": unicodedata.name(found[0], "").lower()}
            yield LoiChu(word.start(), word.end(), unicodedata.normalize("NFKC", word[0].translate(_MEANT)), values)


_WIDE_MARK = r"(?P<dau>[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e\u3001\u3002])(?P<sau>(?=\w))?"
_OTHER_MARK = str.maketrans({"\u3001": ",", "\u3002": "."})


def toan_hinh(text: str) -> Iterator[LoiChu]:
    """Yield the marks of Chinese and Japanese keyboards."""
    for found in re.finditer(_WIDE_MARK, text):
        right = unicodedata.normalize("NFKC", found["dau"].translate(_OTHER_MARK))
        space = " " if found["sau"] is not None and right in ",.;:!?)" else ""
        yield LoiChu(found.start(), found.end(), right + space, {"dau": found["dau"], "dung": right})


TIGHT = re.compile(r"[,;.:](?<=[^\W\d_].)(?=[^\W\d_])|;(?<=[^\W\d_].)(?=\d)")
_ADDRESS = r"(?i:[@\\#=&]|://|www\.|\.(?:vn|com|org|net|gov|docx?|xlsx?|pdf)\b)"
_LONGEST_WORD = 80


def sat_dau(text: str) -> Iterator[LoiChu]:
    """Yield the marks that no space follows."""
    for found in TIGHT.finditer(text):
        at, mark = found.start(), found[0]
        before, after = text[max(at - 2, 0) : at], text[at + 1 : at + 3]
        if mark == "." and not (len(before) == 2 and before.isalpha() and before.islower() and after[0].isupper() and after[1:].islower()):
            continue
        if mark == ":" and not before[-1].islower():
            continue
        word = text[max(at - _LONGEST_WORD, 0) : at].rsplit(" ", maxsplit=1)[-1] + text[at : at + _LONGEST_WORD].split(" ", maxsplit=1)[0]
        if not re.search(_ADDRESS, word):
            start = at - (2 if mark == "." else 1)
            yield LoiChu(start, at + 1, f"{text[start : at + 1]} ", {"dau": mark})


TWO = re.compile(r"[.,;:]{2}")
_TWICE = r"(?<![.,;:!?…/])(?:([,;:])\1+|(?<=\w)\.\.|[,;:][.;:,]|(?<=[a-z]{4})\.[,;])(?![.,;:!?…/])"


def dau_lap(text: str) -> Iterator[LoiChu]:
    """Yield the marks typed twice."""
    for found in bieu_thuc(_TWICE).finditer(text) if TWO.search(text) else ():
        yield LoiChu(found.start(), found.end(), found[0][0] if len(set(found[0])) == 1 else None, {"dau": found[0]})


_GLUED = r"(?<![\w'’/.@&-])(?P<truoc>[a-z]{2,7}|[A-Z][a-z]{1,6})(?P<sau>[A-Z][a-z]{1,6}|[A-Z]{3,8})(?![\w'’/@&])"


def dinh_chu_hoa(text: str) -> Iterator[LoiChu]:
    """Yield two words of which the second has its capital and no space before it: *vớiCông an*, *củaUBND*; a brand has no marks."""
    for found in bieu_thuc(_GLUED).finditer(text):
        first, second = found["truoc"], found["sau"]
        if not first.isascii() and am_tiet.la_am_tiet(first.lower()) and (second.isupper() or am_tiet.la_am_tiet(second.lower())):
            yield LoiChu(*found.span(), f"{first} {second}")


_APART = r"(?<![\w'’/.-])(?P<dau>ngh|ng|nh|ph|th|tr|ch|kh|gh|(?<= )[bcdđklmnpstvx]) (?P<sau>[a-z]{1,5})(?![\w'’/-])"


def tach_am_tiet(text: str) -> Iterator[LoiChu]:
    """Yield the syllables that a space cuts after their first consonants: *th ực*; one consonant stands for itself unless a word is cut.

    >>> [loi.dung for text in ("các đơn vị th ực hiện", "dọn vệ s inh", "đã b áo cáo kết quả", "hộ b ở thôn") for loi in tach_am_tiet(text)]
    ['thực', 'sinh', 'báo']
    """
    for found in bieu_thuc(_APART).finditer(text):
        whole = found["dau"] + found["sau"]
        if bo_dau(found["sau"][0]) not in "aeiouy" or not am_tiet.la_am_tiet(whole):
            continue
        if len(found["dau"]) > 1 or _makes_a_word(text[: found.start()], whole, text[found.end() :]):
            yield LoiChu(*found.span(), whole)


_OFTEN = 500.0  # times that two syllables were counted side by side


def _makes_a_word(before: str, word: str, after: str) -> bool:
    """Tell whether a syllable is met often beside the one before it, or the one behind."""
    first, last = before.rstrip(" ").rpartition(" ")[2], after.lstrip(" ").partition(" ")[0].strip(".,;:")
    beside = ((so(first.lower()), so(word)), (so(word), so(last.lower())))
    return any(one > 0 < other and lan(cap(one, other)) >= _OFTEN for one, other in beside)


_LABEL = r"(?:^\s*(?:[-–+*…“]{1,2} ?)?|[;:,.] )(?:\d{1,2}|[a-zăâđêôơưA-ZĐ]|[ivx]{1,4}|\*+)\)"


def _unmarked(label: re.Match[str]) -> str:
    """Return a label without its mark; ``, 11)`` closes a bracket that is open: *(tháng 9, 10, 11)*."""
    before = re.sub(r"^\s*[-–+*…“]{0,2} ?\w{1,4}\)", "", label.string[: label.start()])
    inside = label[0].startswith(",") and before.count("(") > before.count(")")
    return label[0] if inside else label[0].replace(")", " ")


def ngoac_le(text: str, mo: str, dong: str) -> tuple[list[int], list[int]]:
    """Return where the marks *mo* stand that open, and *dong* that close, without a partner in *text*; ``a)`` is a label.

    >>> ngoac_le("a) các xã (trừ xã A", "(", ")")
    ([10], [])
    """
    if mo not in text and dong not in text:
        return [], []
    shown = re.sub(_LABEL, _unmarked, text, flags=re.MULTILINE) if ")" in text else text
    opened: list[int] = []
    closed: list[int] = []
    for at, sign in enumerate(shown):
        if sign == mo:
            opened.append(at)
        elif sign == dong and opened:
            opened.pop()
        elif sign == dong:
            closed.append(at)
    return opened, closed
