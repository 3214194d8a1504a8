"""The rules that differ by data alone (``data/quy-tac.toml``, ``loi-go.toml``): a row is a rule, a table is a way of looking.

What is asked of a component stands in the decree's data (``thanh_phan``), and so do the figures of the manuals.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Any

from notice_gen import facts
from notice_gen.check import citing, lists, look, order, outline, parts, texts
from notice_gen.check.fault import Entry, Fault, Faults, Level, Look, Rule
from notice_gen.check.view import DocumentView, Kind, Span
from notice_gen.errors import N_
from notice_gen.legal import ThanhPhan
from notice_gen.records import remembered
from notice_gen.vietnamese import dong_hoi, loi_go
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.loi_go import VanBan
from notice_gen.vietnamese.phep_tinh import sai_so_hoc
from notice_gen.vietnamese.thuat_ngu import la_thuat_ngu
from notice_gen.vietnamese.tong_loi_van import asks, sai_tong

_WRITE = N_("Viết: {dung}")

Row = Mapping[str, Any]
"""A rule as its file has it."""

Way = Callable[[Row, Rule, DocumentView], Faults]
"""How the rules of a table look at a file."""

def rows() -> Iterator[Entry]:
    """Yield the rules of all tables."""
    tables = [(_WAYS[table], row) for table, its_rows in facts.table("quy-tac.toml").items() for row in its_rows]
    for way, row in (*tables, *((_slips, row) for row in loi_go.cac_dong())):
        rule = Rule(row["ma"], row["ten"], Level(row.get("muc", Level.LUAT)), row["dieu"])
        yield Entry(rule, _looking(way, row), row["ghi_chu"], row.get("the_thuc", way not in {_slips, _marks_at_the_end}))


def _looking(way: Way, row: Row) -> Look:
    return lambda this, view: way(row, this, view)


_STAMPS = {"khan": ("khan", "luu_hanh")}
"""Where a row speaks of several components of the decree's data."""


def _component(wrong: Callable[[Row, Rule, Span, ThanhPhan], Faults]) -> Way:
    """Return how to look at the lines of a component, against what the decree asks."""

    @remembered(256)  # of the papers of a mailing most lines are the very ones of the paper before
    def told(row: Row, this: Rule, span: Span, asked: ThanhPhan) -> tuple[Fault, ...]:
        return () if span.blank else tuple(wrong(row, this, span, asked))

    def faults(row: Row, this: Rule, view: DocumentView) -> Faults:
        for asked in _STAMPS.get(row["phan"], (row["phan"],)):
            for span in parts.lines(view, row.get("o", asked)):
                yield from told(row, this, span, view.law.thanh_phan[asked])

    return faults


def _small_letters(row: Row, this: Rule, span: Span, _: ThanhPhan) -> Faults:
    # A remark in brackets is none of a heading's words.
    bare = span.text.partition("(")[0].rstrip() if row["phan"] == "tieu_de_muc" else span.text
    if not look.capitals(texts.part(span, 0, len(bare))):
        shown = span.text.strip()
        yield this.write(span, row["loi"], shown.upper(), doan=shown)


def _off_the_middle(row: Row, this: Rule, span: Span, part: ThanhPhan) -> Faults:
    if look.width(span) < row.get("ngan_hon", sys.maxsize):
        yield from look.centred_of(this, span, part)


def _line_length(row: Row, this: Rule, view: DocumentView) -> Faults:
    share = view.law.duong_ke
    return look.rule_length(this, view, row["o"], share.minimum or Decimal(0), share.maximum or Decimal(1))


def _missing(row: Row, this: Rule, view: DocumentView) -> Faults:
    judged = view.loai in row["loai"] if "loai" in row else view.loai not in row.get("tru_loai", ())
    if judged and view.kind is Kind.HANH_CHINH and view.components.keys().isdisjoint(row["o"]):
        yield this.at(None, row["loi"], row["sua"])


def _unsaid(row: Row, this: Rule, view: DocumentView) -> Faults:
    """What the form of a type says in a line of its own, and no word of the text says."""
    subject = " ".join(texts.nfc(span.text) for span in texts.boxed(view, "trich_yeu"))
    if view.loai != row["loai"] or view.kind is not Kind.HANH_CHINH or not re.search(row.get("khi", ""), subject.lower()):
        return
    said = "\n".join(texts.nfc(span.text) for span in texts.text(view)).lower()
    for line, known in row["can"] if texts.body(view) else ():
        if not re.search(known, said):
            yield this.at(texts.body(view)[-1], row["loi"], row["sua"], dong=line)


_WHERE: Mapping[str, Callable[[DocumentView], Iterable[Span]]] = {
    "words": texts.words, "sentences": texts.sentences, "vien_dan": citing.paragraphs,
    "legible": texts.legible, "everything": texts.everything, "can_cu": lambda view: parts.lines(view, "can_cu"),
    "chan": look.boxes("noi_nhan", "quyen_han", "chuc_vu", "ho_ten"),
}


def _slips(row: Row, this: Rule, view: DocumentView) -> Faults:
    said_before: set[str] = set()
    terms = _terms(view, this) if "thuat_ngu" in row else ()
    for span, slips in _found(view, this.level).get(this.code, ()):
        for slip in loi_go.tim(row, span.text, texts.paper(view)) if slips is None else slips:
            if terms and span.text[slip.tu : slip.den] in terms:
                continue
            said = row["khac"] if slip.dung is None and "khac" in row else row
            place = texts.part(span, slip.tu, slip.den)
            shown = texts.around(span, slip.tu, slip.den) if row.get("quanh") else place.text
            if "mot_lan_ca_tep" in row:
                if shown in said_before:
                    continue
                said_before.add(shown)
            values: dict[str, Any] = {"doan": shown, "dung": slip.dung, **slip.gia_tri}
            new = slip.dung if "thay" in row or "sua_duoc" in row else None
            yield this.at(place, said["loi"], said.get("sua", _WRITE), new=new, **values)


def _terms(view: DocumentView, this: Rule) -> Collection[str]:
    """Return what is doubted so often, in so many places, that it is a term of the paper."""
    found = _found(view, this.level).get(this.code, ())
    return la_thuat_ngu((span.text[slip.tu : slip.den], slip.dung or "") for span, slips in found for slip in slips or ())


_USUAL = "legible"

Found = Mapping[str, Sequence[tuple[Span, Sequence[LoiChu] | None]]]
"""Slips by the rule's code, with the paragraph; None where a rule broke down on it, and each looks by itself."""


def _found(view: DocumentView, level: Level) -> Found:
    """Return what the rules of one level find, each text asked once of all that look where it stands, before the next."""
    if (_found, level) not in view.memory:
        found: dict[str, list[tuple[Span, Sequence[LoiChu] | None]]] = {}
        where, standing = _standing(view)
        told = {text: slips for text, names in standing.items() if (slips := _slips_of(text, texts.paper(view), names, level))}
        for name, spans in where.items() if told else ():
            its = {row["ma"] for row in _rows_of((name,), level)}
            for span in spans:
                for code, its_slips in told.get(span.text, ()):
                    if code in its:
                        found.setdefault(code, []).append((span, its_slips))
        view.memory[_found, level] = found
    its_found: Found = view.memory[_found, level]
    return its_found


@texts.remembered
def _standing(view: DocumentView) -> tuple[Mapping[str, Sequence[Span]], Mapping[str, tuple[str, ...]]]:
    """Return the paragraphs of each sort, and of each text the sorts of paragraphs in which it stands."""
    where, standing = {name: [*look(view)] for name, look in _WHERE.items()}, dict[str, tuple[str, ...]]()
    for name, spans in where.items():
        for text in {span.text: None for span in spans}:
            standing[text] = (*standing.get(text, ()), name)
    return where, standing


def _slips_of(text: str, paper: VanBan, where: tuple[str, ...], level: Level) -> Iterable[tuple[str, Sequence[LoiChu] | None]]:
    try:
        return _remembered_slips(paper, _rows_of(where, level), text)
    except Exception:  # told by the rule that breaks down, and by it alone
        return [(row["ma"], None) for row in _rows_of(where, level)]


@remembered(4096, 2)
def _remembered_slips(paper: VanBan, rows: tuple[Row, ...], text: str) -> tuple[tuple[str, Sequence[LoiChu]], ...]:
    found = dong_hoi.cac_loi(text, paper, sys.maxsize, rows)
    return tuple((code, [slip for _, slip in its]) for code, its in groupby(found, lambda one: one[0]["ma"]))


@cache
def _rows_of(where: tuple[str, ...], level: Level) -> tuple[Row, ...]:
    rows = (*facts.table("quy-tac.toml")["mau"], *loi_go.cac_dong())
    return tuple(row for row in rows if row.get("trong", _USUAL) in where and row.get("muc", Level.LUAT) == level)


def _arithmetic(row: Row, this: Rule, view: DocumentView) -> Faults:
    for span in texts.legible(view):
        for shown, right in sai_so_hoc(span.text) if row["dau"] in span.text else ():
            if right.endswith("%") == (row["dau"] == "%"):
                start = span.text.find(shown)
                yield this.at(texts.part(span, start, start + len(shown)), row["loi"], row["sua"], dung=right)


def _sums_in_prose(row: Row, this: Rule, view: DocumentView) -> Faults:
    for span in texts.legible(view):
        for shown, right in sai_tong(span.text) if asks(span.text) else ():
            start = span.text.find(shown)
            yield this.at(texts.part(span, start, start + len(shown)), row["loi"], row["sua"], dung=right)


_LISTS: Mapping[str, Callable[[DocumentView], Sequence[lists.Entry]]] = {
    "can_cu": lambda view: [lists.Entry((span,), "") for span in parts.lines(view, "can_cu")],
    "kinh_gui": lists.addressees, "noi_nhan": lists.recipients,
}


def _last_marks(row: Row, this: Rule, view: DocumentView) -> Faults:
    found = _LISTS[row["trong"]](view)
    unkept = row["trong"] == "noi_nhan" and bool(found) and found[-1].text.endswith(";") and not any(map(lists.is_kept, found))
    return lists.marks(this, found, row["loi"], going_on=unkept)


def _marks_at_the_end(row: Row, this: Rule, view: DocumentView) -> Faults:
    """A mark behind a component that has none, whether it was read as part of the component or stands beside it."""
    for name in row["o"]:
        lines = parts.lines(view, name)
        for span in lines[-1:] if "cuoi" in row else lines:
            beside = re.match(r"\s*[.:;,!/*]*", span.paragraph.text[span.end :])
            typed = Span(span.paragraph, span.start, span.end + (beside.end() if beside else 0))
            found = re.search(r"(?<=[\w)”\"])\s*(?P<dau>[.:;,!/*]+)\s*$", typed.text)
            goes_on = found and found["dau"] == "," and span is not lines[-1]  # a name over two lines
            if found and not goes_on and not span.paragraph.text[typed.end :].partition("\n")[0].strip():
                bare = texts.part(typed, 0, found.start()).text.strip()
                yield this.at(texts.piece(typed, found, "dau"), row["loi"], row["sua"], new="", dau=found["dau"], doan=bare)


_WAYS: Mapping[str, Way] = {
    "co_chu": _component(lambda _, this, span, part: look.size_of(this, span, part)),
    "kieu_chu": _component(lambda _, this, span, part: look.style_of(this, span, part)),
    "dam": _component(lambda _, this, span, __: outline.not_bold(this, span)),
    "canh_giua": _component(_off_the_middle),
    "o_giua": _component(lambda _, this, span, __: outline.not_centred(this, span)),
    "in_hoa": _component(_small_letters),
    "duong_ke": lambda row, this, view: look.no_rule_below(this, view, row["o"]),
    "dai_duong_ke": _line_length, "thieu": _missing, "thieu_dong": _unsaid,
    "thu_tu": lambda row, this, view: order.out_of_order(this, view, *row["cap"]),
    "mau": _slips, "phep_tinh": _arithmetic, "tong_loi_van": _sums_in_prose,
    "dau_cuoi": _last_marks, "dau_thua": _marks_at_the_end,
}
"""The ways of looking, by table."""
