"""The numbers before paragraphs, typed or set by Word, and the headings: parts and chapters, roman sections, clauses with a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from notice_gen.check import look
from notice_gen.check.fault import Fault, Mend, Rule
from notice_gen.check.layout import rows
from notice_gen.check.texts import nfc, prose, remembered, roman_value
from notice_gen.check.view import DocumentView, Span, is_blank
from notice_gen.errors import N_
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import CHU_DIEM, CHU_IN

_ENDS_A_SENTENCE = (".", ";", ",", ":", "/", "…", "!", "?")


@record
class Heading:
    """``Chương I`` alone on its line, and the title below it when there is one."""

    label: Label
    title: Span | None


@remembered
def wide(view: DocumentView) -> list[Heading]:
    """Return the parts, chapters and sections whose word and number stand alone on a line; an annex is free in its text."""
    following = {above.paragraph.index: below for above, below in pairwise(prose(view))}
    numbered = {label.span.paragraph.index for label in labels(view)}
    found = []
    for label in bound(view):
        if label.level in WIDE and label.typed and not label.beside:
            title = _under(label) or following.get(label.span.paragraph.index)
            if title and ((title.paragraph.index in numbered and title.paragraph is not label.span.paragraph) or rows(view, title) > 4):
                title = None
            found.append(Heading(label, title))
    return found


def bound(view: DocumentView) -> list[Label]:
    """Return the numbers that the decree lays out: those of the text and of what it issues, not those of an annex."""
    return [label for label in labels(view) if label.annex < 0 or view.annexes[label.annex].ten is None]


def _under(label: Label) -> Span | None:
    """Return the title that stands in the paragraph of its number, after a line break."""
    first, broken, rest = label.span.text.partition("\n")
    start = label.span.start + len(first) + 1
    return Span(label.span.paragraph, start, label.span.end) if broken and rest.strip() else None


def roman(view: DocumentView) -> Iterator[Label]:
    """Yield the sections ``I.``, ``II.`` that have a title, not those whose number begins a sentence."""
    for label in labels(view):
        if label.level == "mục La Mã" and label.annex == -1 and label.rest and _is_title(view, label):
            yield label


def titled(view: DocumentView) -> Iterator[Label]:
    """Yield the clauses whose number and title stand on a line of their own, with the clause below."""
    found = labels(view)
    at = {label.span.paragraph.index: label for label in found}
    before: Label | None = None
    for one, below in pairwise(prose(view)):
        above, before = before, at.get(one.paragraph.index)
        label = before
        if label is None or label.level != "khoản" or label.mark != "." or label.annex != -1:
            continue
        if not _in_list(label, above) and _opens(at.get(below.paragraph.index)) and label.rest and _is_title(view, label):
            yield label


def _in_list(label: Label, above: Label | None) -> bool:
    """Tell whether a clause goes on with the list of the one above: the last of a list has no title."""
    return above is not None and above.level == "khoản" and above.value == label.value - 1 and not above.rest.endswith((".", ":"))


def _opens(under: Label | None) -> bool:
    """Tell whether what stands below a clause, by its own number, can be its matter."""
    return under is None or under.level == "điểm" or (under.level == "khoản" and under.value == 1 and under.mark != ".")


def _is_title(view: DocumentView, label: Label) -> bool:
    sentence = label.rest.endswith(_ENDS_A_SENTENCE) or re.search(r"[.;:] |:\xa0|…|\.{3}", label.rest)
    return not sentence and rows(view, label.span) < 1.1


def not_bold(rule: Rule, span: Span) -> Iterator[Fault]:
    """Yield a fault when some letters are not bold and upright."""
    if any(not run.bold or run.italic for run in look.lettered(span)):
        mend, hint = Mend("run", {"bold": True, "italic": False}), N_("Chọn dòng này rồi bật, tắt nút B (đậm) và I (nghiêng) cho đúng.")
        yield rule.at(span, N_("“{doan}” phải là chữ đứng, đậm."), hint, mend=mend, doan=span.text.strip())


def not_centred(rule: Rule, span: Span) -> Iterator[Fault]:
    """Yield a fault when a line is not in the middle."""
    if span.paragraph.align != "center" and not look.placed_by_hand(span.paragraph):
        mend = Mend("paragraph", {"align": "center", "first_line": 0.0, "left": 0.0, "right": 0.0})
        yield rule.at(span, N_("“{doan}” phải canh giữa."), N_("Đặt con trỏ vào dòng này, bấm Ctrl+E."), mend=mend, doan=span.text.strip())


LEVELS = ("phần", "chương", "mục", "tiểu mục", "Điều", "mục La Mã", "khoản", "điểm")
"""From the widest; a number begins anew below a wider one.  ``mục La Mã`` is the ``I.`` of texts without Điều."""
WIDE = LEVELS[:4]
"""Those whose word and number stand on a line of their own."""

_TYPED = (
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG) (?:thứ )?(?P<big>[IVXLC]+|\d{1,2}|(?i:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười))\b"
    r"|(?P<muc>Mục|MỤC|Tiểu mục|TIỂU MỤC) (?P<small>\d{1,3}|[IVXLC]+)\b"
    r"|(?P<dieu>Điều|ĐIỀU) (?P<n>\d{1,3}|[IVXL]{1,6}(?=[.:]))(?P<dot>[a-zđ]?[.:)–-]?)(?= |$)"
    r"|(?P<roman>[IVX]{1,6})(?P<point>[./]|[):]|\s?[-–](?=\s)|(?=\s[^\W\d_]))(?:\s|(?<=\.){word})"
    r"|(?P<khoan>\d{1,2})(?P<mark>[./)]|:|\s?[-–](?=\s)|(?=\s[^\W\d_]))(?:\s|(?<=\.){word})"
    r"|(?P<diem>[a-zăâđêôơư])(?P<paren>[)./]|:|\s?[-–](?=\s))(?:\s|(?<=\)){word})"
).replace("{word}", rf"(?=[{CHU_IN}][^\W\d_])")  # “2.Sở Nội vụ”: that no space follows is told by itself
_ODD = frozenset({"", ":", "-", "–"})
"""Marks behind the number of a clause or a point by which none is known but where its list wants it."""
_LONGEST = 40  # letters that a number and its word may take
_ONE_SPACE = str.maketrans("\u00a0\u2007\u202f\t", "    ")  # whatever parts “Điều” from its number, and that from its words


@record
class Label:
    """A number before a paragraph.

    Attributes:
        span: its paragraph.
        level: one of ``LEVELS``.
        value: from 1; of a letter its place among the letters of điểm, 0 for a letter that is none of them.
        shown: as it stands, ``c)``.
        mark: what stands behind the number, ``.``, ``)``, ``/``, ``:`` or nothing.
        typed: how many of the paragraph's characters it takes; 0 when Word sets it.
        annex: which annex it is in, -1 for the main text.
    """

    span: Span
    level: str
    value: int
    shown: str
    mark: str
    typed: int
    annex: int = -1

    @property
    def rest(self) -> str:
        """What follows the number."""
        return self.span.text[self.typed :].strip()

    @property
    def beside(self) -> str:
        """What follows the number on its own line."""
        return self.span.text[self.typed :].partition("\n")[0].strip(" .:-–\t")

    @property
    def place(self) -> Span:
        """The number's own characters; the whole paragraph when Word sets it."""
        start = len(self.span.text) - len(self.span.text.lstrip())
        return Span(self.span.paragraph, self.span.start + start, self.span.start + self.typed) if self.typed else self.span


@remembered
def labels(view: DocumentView) -> tuple[Label, ...]:
    """Return the numbers of the running paragraphs, in order; a quoted text keeps its own and is left out."""
    odd = {one.span.paragraph.index for one in _numbered(view) if one.mark in _ODD and one.level in RIGHT_MARK} - strays(view)
    return tuple(one for one in _numbered(view) if one.span.paragraph.index not in odd)


@remembered
def _numbered(view: DocumentView) -> tuple[Label, ...]:
    annex_of = {(paragraph.part, paragraph.index): number for number, annex in enumerate(view.annexes) for paragraph in annex.paragraphs}
    found: list[Label] = []
    quoting = False
    for span in prose(view):
        line = span.text.lstrip()
        quoting = quoting or line.count("“") > line.count("”") or (line.startswith('"') and line.count('"') % 2 == 1)
        label = None if quoting else _label(span, line, annex_of.get((span.paragraph.part, span.paragraph.index), -1))
        if quoting and re.search(r"[”\"][.;,]?$", line.rstrip()):
            quoting = False
        if label:
            found.append(label)
    return tuple(found)


def _label(span: Span, line: str, annex: int) -> Label | None:
    number, plain = span.paragraph.number, nfc(line[:_LONGEST]).translate(_ONE_SPACE)
    found = re.match(_TYPED, f"{number} {plain}" if number else plain)
    if not found or len(span.text.strip()) < 2:
        return None
    level, value, mark = _read(found)
    typed = 0 if number else len(span.text) - len(line) + _typed(line, len(found[0].rstrip()))
    label = Label(span, level, value, found[0].strip(), mark, typed, annex)
    return label if _is_heading(label) and not is_blank(label.rest) else None


def _typed(line: str, composed: int) -> int:
    """Return how many characters of *line*, where marks may stand apart from their letters, make *composed* of them."""
    return next((end for end in range(composed, len(line)) if len(nfc(line[: end + 1])) > composed), len(line))


def _read(found: re.Match[str]) -> tuple[str, int, str]:
    if found["big"]:
        return found["word"].lower(), _figure(found["big"]), ""
    if found["small"]:
        return found["muc"].lower(), _figure(found["small"]), ""
    if found["n"]:
        return "Điều", 0 if found["dot"][:1].isalpha() else _figure(found["n"]), found["dot"][-1:]
    if found["roman"]:
        return "mục La Mã", _figure(found["roman"]), found["point"].strip()
    if found["khoan"]:
        return "khoản", int(found["khoan"]), found["mark"].strip()
    return "điểm", CHU_DIEM.find(found["diem"]) + 1, found["paren"].strip()


def _is_heading(label: Label) -> bool:
    """A sentence may begin with ``Phần I của Kế hoạch`` or ``Điều 5 Luật Đất đai``."""
    if label.level == "điểm":
        return True
    if not label.value:
        return False
    rest = label.rest
    if label.level in WIDE:
        return not label.beside or rest[0] in ".:-–" or _set_out(label.span)
    if label.level == "Điều" and not label.mark and rest:
        return all(run.bold for run in label.place.runs)
    if label.level == "mục La Mã" and label.mark not in {".", "/"}:
        return rest == rest.upper() and len(rest) > 1  # else it may be a word, a range
    return label.level != "khoản" or bool(label.mark) or rest[:1].isupper()


def _set_out(span: Span) -> bool:
    """Tell whether a line is a heading by its look: capitals behind its number, or bold in the middle of the page."""
    rest = re.sub(r"^\W*\w+ (?:thứ )?\w+", "", nfc(span.text)).strip()
    return rest == rest.upper() or (span.paragraph.align == "center" and all(run.bold for run in look.lettered(span)))


_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def _figure(shown: str) -> int:
    word = {"một": "nhất", "bốn": "tư"}.get(shown.lower(), shown.lower())
    return int(shown) if shown.isdigit() else _ORDINALS.index(word) + 1 if word in _ORDINALS else roman_value(shown)


RIGHT_MARK = {"khoản": ".", "điểm": ")"}


@remembered
def strays(view: DocumentView) -> frozenset[int]:
    """Return the paragraphs whose number has another mark than the list it belongs to: the ``2)`` between ``1.`` and ``3.``.

    Its place in the list is empty, the number before it is there (after it, for the first), and no list of its own mark has its neighbours.
    """
    found: set[int] = set()
    for level, right in RIGHT_MARK.items():
        scope: list[Label] = []
        for label in (*_numbered(view), None):
            wider = label is None or LEVELS.index(label.level) < LEVELS.index(level)
            if wider or (scope and label is not None and label.annex != scope[-1].annex):
                found.update(_strays(scope, right))
                scope = []
            if label is not None and label.level == level:
                scope.append(label)
    return frozenset(found)


def _strays(scope: list[Label], right: str) -> Iterator[int]:
    values: dict[str, set[int]] = {right: set()}
    for label in scope:
        values.setdefault(label.mark, set()).add(label.value)
    above: set[int] = set()
    for label in scope:
        if label.mark == right:
            above.add(label.value)
        elif label.typed and label.value and label.value not in values[right]:
            alone = not values[label.mark] & {label.value - 1, label.value + 1}
            follows = label.value - 1 in above and (label.mark not in _ODD or label.value + 1 in values[right] or _surely_numbered(label))
            if alone and (follows or (label.value == 1 and 2 in values[right])):
                yield label.span.paragraph.index


def _surely_numbered(label: Label) -> bool:
    """Tell whether a number with an odd mark is no quantity at the head of a sentence: behind it a mark and a capital, or a bold line."""
    return label.rest[:1].isupper() and (bool(label.mark) or all(run.bold for run in look.lettered(label.span)))


def steps(view: DocumentView) -> Iterator[tuple[Label | None, Label]]:
    """Yield each number with the one before it of its level and mark, None where it is the first below a wider one."""
    last: dict[tuple[str, str], Label] = {}
    where = -1
    for label in labels(view):
        if label.annex != where:
            last.clear()
            where = label.annex
        rank = LEVELS.index(label.level)
        mark = RIGHT_MARK[label.level] if label.span.paragraph.index in strays(view) else label.mark if label.level in RIGHT_MARK else ""
        yield last.get((label.level, mark)), label
        for level, other in list(last):
            # Điều are counted through all chapters.
            if LEVELS.index(level) > rank and level != "Điều":
                del last[level, other]
        last[label.level, mark] = label
