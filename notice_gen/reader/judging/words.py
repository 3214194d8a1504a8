"""The checker's word rules on texts as typed (``vietnamese/loi_go.py``): a warning at the piece, with what to type instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from notice_gen import expressions, facts
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.reader.source import shorten
from notice_gen.records import replace
from notice_gen.vietnamese import dong_hoi, loi_dau, loi_go
from notice_gen.vietnamese.chinh_ta import LoiChu, la_tu_rieng
from notice_gen.vietnamese.lanh import hoi_rieng, lanh

Text = tuple[KeyPath, str]
"""A text as typed, and where it stands."""

_NO_TEXTS = frozenset({"cot", "so_lieu_tinh", "kiem_tra", "the_thuc", "dinh_dang", "mau"})
"""Tables that hold no words for the page."""

_STANDING = "|".join(f"{figure}+" for figure in loi_go.CHUA_BIET)  # for expressions
_WRITE = N_("Gõ: {dung}")
_AGAIN = 4
"""Slips of one piece that are mended for its advice."""


def slips(texts: Iterable[Text], *, of_row: bool, paper: loi_go.VanBan) -> Iterator[Problem]:
    """Yield a warning for each slip of the texts of a file, or of a row among many; brackets and quotes may close later than they open."""
    once: set[tuple[str, object]] = set()
    odd: dict[str, list[tuple[Text, int, bool]]] = {pair: [] for pair in _PAIRS}
    before: Text = ((), "")
    for path, text in texts:
        if path[0] in _NO_TEXTS or path[-1] == "ho_ten":  # a name is spelt as its papers have it
            continue
        found = _slips(text, paper, fast=of_row and lanh(text))
        yield from (replace(problem, path=path) for problem in found if _is_told(problem, path, once))
        if text == before[1] and _is_next(before[0], path, text):
            yield _again(path, text)
        before = path, text
        for pair, waiting in odd.items():
            if pair[0] in text or pair[1] in text:
                _match((path, text), pair, waiting)
    for pair, waiting in odd.items():
        yield from (_alone(text, at, pair, opens=opens) for text, at, opens in waiting)


_CAPITALS_OF_A_NAME = "ten_rieng_sai_chu_hoa"
_IN_CAPITALS = "don_vi_so_viet_thuong"  # the slip of a small letter in what capitals are printed of


def _is_told(problem: Problem, path: KeyPath, once: set[tuple[str, object]]) -> bool:
    """Tell whether a slip is told: not of a unit, an issuer or a place that is judged by its key, nor of an agency, printed in capitals.

    Nor is one told again that is told once in a file, which *once* notes.
    """
    if (path[0] in {"don_vi", "co_quan"} and problem.rule.startswith("DV")) or (path[0] == "co_quan" and problem.code == _IN_CAPITALS):
        return False
    if path[-1] == "dia_danh" and problem.code == _CAPITALS_OF_A_NAME:
        return False
    said = (problem.code, problem.values["doan"])
    if problem.code in _once() and said in once:
        return False
    once.add(said)
    return True


_ITEMS = frozenset({"phat_hien", "phu", "can_cu", "noi_dung", "thanh_phan"})  # who gets a paper twice is told where addressees are judged
_FEWEST_WORDS = 3
_TWICE = ("cau_lap", "CT05")  # the rule that asks it of a text


def _is_next(one: KeyPath, other: KeyPath, text: str) -> bool:
    """Tell whether two texts, of several words, are neighbours in a list of lines, none of them a cell."""
    if len(text.split()) < _FEWEST_WORDS or len(one) != len(other):
        return False
    lists = [tuple(step for step in path if isinstance(step, str)) for path in (one, other)]
    return lists[0] == lists[1] and bool(_ITEMS.intersection(lists[0])) and "hang" not in lists[0]


def _again(path: KeyPath, text: str) -> Problem:
    message, hint = N_("Dòng ghi hai lần liền: “{doan}”."), N_("Bỏ một dòng.")
    return Problem(message, hint, {"doan": shorten(text)}, path, level="warning", code=_TWICE[0], rule=_TWICE[1])


@facts.once
def _once() -> frozenset[str]:
    """Return the names of the rules that tell each slip once in a file."""
    return frozenset(dong["ten"] for dong in loi_go.cac_dong() if "mot_lan_ca_tep" in dong)


def spelt_otherwise(warnings: Iterable[Problem], tu_dien: Collection[str]) -> tuple[Problem, ...]:
    """Return *warnings* without those of spelling at words that the office spells so (``[the_thuc] tu_dien``)."""
    return tuple(one for one in warnings if not (tu_dien and one.rule.startswith("CT") and la_tu_rieng(str(one.values["doan"]), tu_dien)))


_MOST = 20  # slips of one kind in one text: nobody mends more at once
_LONG = 300
_ENDLESS = re.compile(rf"\S{{{_LONG}}}|\s{{{_LONG}}}")


@lru_cache(maxsize=4096)
def _slips(text: str, paper: loi_go.VanBan, *, fast: bool = False) -> tuple[Problem, ...]:
    """Return a warning for each slip; *fast*: of the rows alone that a fast look leaves."""
    if re.search("[\x7f-\x9f]", text) or (len(text) >= _LONG and _ENDLESS.search(text)):
        return ()  # which the model refuses; or no text that somebody typed
    typed = unicodedata.normalize("NFC", text)
    pieces = expressions.pieces(typed)
    codes = [piece for piece in pieces if not isinstance(piece, str)]
    shown = "".join([p if isinstance(p, str) else loi_go.CHUA_BIET[codes.index(p) % 2] * len(p.source) for p in pieces]) if codes else typed
    found = dong_hoi.cac_loi(shown, paper, _MOST, hoi_rieng() if fast else None)
    known = {loi.tu for _, loi in found if loi.dung is not None}
    sure = [(dong, loi) for dong, loi in found if loi.dung is not None or loi.tu not in known]
    sure = [(dong, loi) for dong, loi in sure if "<" not in typed[slice(*_words(shown, loi.tu, loi.den))]]  # no tag
    return tuple(_problem(dong, loi, typed, shown) for dong, loi in sorted(sure, key=lambda one: one[1].tu))


def _problem(dong: loi_go.Dong, loi: LoiChu, typed: str, shown: str) -> Problem:
    """Return what is said of a slip: its whole words, and these mended."""
    start, end = _words(shown, loi.tu, loi.den)
    piece = typed[start:end]
    if loi.dung is None:
        said = dong.get("khac", dong)
        return _warning(said["loi"], said["sua"], {**loi.gia_tri, "doan": piece}, _first(typed, start, end), dong["ten"], dong["ma"])
    right = _mended(shown[start : loi.tu] + loi.dung + shown[loi.den : end])
    codes = re.finditer(_STANDING, shown[start:end])
    right = re.sub(_STANDING, lambda _: piece[slice(*next(codes).span())], right)
    return _warning(dong["loi"], _WRITE, {**loi.gia_tri, "doan": piece, "dung": right}, _first(typed, start, end), dong["ten"], dong["ma"])


def _warning(message: str, hint: str, values: dict[str, str], found: str, code: str, rule: str) -> Problem:
    return Problem(message, hint, values, (), found, level="warning", code=code, rule=rule)


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the whole words begin and end of which *start* to *end* is a part."""
    if text[start:end].isspace():
        end += 1
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _mended(piece: str) -> str:
    """Return *piece* with whatever else is wrong in it mended too: advice that is taken draws no other warning."""
    for _ in range(_AGAIN):
        slip = next((loi for dong in loi_go.cac_dong() for loi in loi_go.tim(dong, piece) if loi.dung is not None), None)
        if slip is None:
            break
        piece = piece[: slip.tu] + str(slip.dung) + piece[slip.den :]
    return piece


def _first(text: str, start: int, end: int) -> str:
    """Return the piece from *start* to *end*, with as many words before it as it takes to be found there first."""
    while start and text.find(text[start:end]) < start:
        start = max(text.rfind(" ", 0, start - 1) + 1, 0) if start > 1 else 0
    return text[start:end]


_PAIRS = {
    "()": ("ngoac_don_khong_dong", "DC10", N_("Dấu ngoặc mở mà không đóng ở “{doan}”."), N_("Dấu ngoặc đóng mà không mở ở “{doan}”.")),
    "“”": ("ngoac_kep_khong_dong", "DC16", N_("Ngoặc kép mở mà không đóng: {doan}"), N_("Ngoặc kép đóng mà không mở: {doan}")),
}
_MISSING = N_("Thêm dấu {dau} còn thiếu, hoặc bỏ dấu thừa.")


def _match(text: Text, pair: str, waiting: list[tuple[Text, int, bool]]) -> None:
    """Take out of *waiting* what *text* closes, put in what it leaves open, or closes though nothing is open."""
    shown = "".join([piece if isinstance(piece, str) else " " * len(piece.source) for piece in expressions.pieces(text[1])])
    opened, closed = loi_dau.ngoac_le(shown, *pair)
    for at in closed:
        if waiting and waiting[-1][2]:
            waiting.pop()
        else:
            waiting.append((text, at, False))
    waiting += [(text, at, True) for at in opened]


def _alone(text: Text, at: int, pair: str, *, opens: bool) -> Problem:
    path, typed = text
    name, rule, opened, closed = _PAIRS[pair]
    start, end = _words(typed, at, at + 1)
    values = {"doan": typed[start:end], "dau": pair[1] if opens else pair[0]}
    return Problem(opened if opens else closed, _MISSING, values, path, _first(typed, start, end), level="warning", code=name, rule=rule)
