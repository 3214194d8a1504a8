"""From one text of the findings file to the text on paper: figures filled in, emphasis kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from typing import Any, TypeVar

from notice_gen import expressions, markup
from notice_gen.compose.before import Before, Plan
from notice_gen.compose.products import is_backward
from notice_gen.errors import N_, InputError, Problem
from notice_gen.expressions import Expression, Scope
from notice_gen.facts import Pattern
from notice_gen.page import Chart, Picture
from notice_gen.records import record, replace
from notice_gen.vietnamese.chu_cai import dau_cau, het_cau
from notice_gen.vietnamese.lien_dong import CHO, lien, lien_gia_tri, nhu_go
from notice_gen.vietnamese.tong_loi_van import asks, sai_phep_tinh

Path = tuple[str | int, ...]
T = TypeVar("T")


@record
class Filled:
    """A table as it was printed, what is worked out filled in, for a chart of the same section.

    Its columns by their *names*, and in *full* with the heading of their group; its rows; those *standing_out*, heads of groups and typed
    totals, by number.
    """

    names: Sequence[str]
    full: Sequence[str]
    rows: Sequence[Sequence[Any]]
    standing_out: Collection[int]


_MOST = 100  # problems, and warnings, that one notice tells; nobody mends more at once


class Writer:
    """Writes the texts of one notice, gathering every problem instead of stopping at the first; its values are those of a ``Scope``.

    *cited*: where the law of its date says what problems cite (:attr:`legal.Law.dieu`); *pictures* by name, as the notice names them.
    Those that were put on the page are *drawn*, the *charts* too, both together *shown* so many times; *tables* are those printed, by path.
    """

    def __init__(
        self, values: Mapping[str, Any], cited: Mapping[str, str] = {}, pictures: Mapping[str, Picture] = {}, before: Before | None = None
    ) -> None:
        self.scope, self.cited, self.pictures, self.before = Scope(values), cited, pictures, before
        self.drawn: list[Picture] = []
        self.charts: list[Chart] = []
        self.shown = self.numbered = 0
        self.tables: dict[Path, Filled] = {}
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def again(self, plan: Plan, write: Callable[[Writer, Any], T]) -> list[T]:
        """Return the steps of a plan, those that are open as *write* writes them, or wrote them where their expressions saw the same."""
        before = self.before
        kept = before.of(plan, self.scope.values) if before else None
        steps, wanted = kept or ([*plan.steps], plan.open)
        told = len(self.warnings), len(self.problems)
        for n in wanted:
            steps[n] = write(self, plan.steps[n])
        if before and not kept and told == (len(self.warnings), len(self.problems)) and max(told) < _MOST:  # then nothing went untold
            before.keep(plan, self.scope.values, steps)
        return steps

    def line(self, source: str, path: Path) -> str:
        """Return *source* as :meth:`text` does, to stand at the head of a line: an expression there gets its capital."""
        return self.text(source, path, heads_line=True)

    def paragraph(self, source: str, path: Path) -> str:
        """Return *source* as :meth:`line` does, with what does not break at the end of a line (:mod:`vietnamese.lien_dong`)."""
        return self.text(source, path, heads_line=True, held=True)

    def text(self, source: str, path: Path, *, heads_line: bool = False, held: bool = False) -> str:
        """Return *source* as printed; a problem is noted under *path* and gives an empty text.

        What is typed stays as typed; what an expression puts at the head of a sentence gets its capital (Phụ lục II, Mục I).
        *held*: it is running text, as in :meth:`paragraph`.
        """
        if len(self.problems) >= _MOST:
            return ""
        pieces, codes, styles, heads, alone, is_asked, shares = _program(source, held)
        if codes is None:
            if is_asked:
                self._recalculate(source, path)
            return pieces[0]
        if alone:
            self._without_partner(alone, path)
        try:
            shown = self._shown(pieces, codes, heads if heads_line or heads[:1] != (0,) else heads[1:], held=held)
            text = "".join(shown)
            if is_asked or "%" in text:
                self._recalculate(nhu_go(text), path)
                if shares:
                    self._turn_round(shares, path)
            return markup.styled(zip(shown, styles, strict=True)) if styles else text
        except InputError as error:
            self.refuse(error, path)
            return ""

    def _shown(self, pieces: Sequence[str], codes: Sequence[tuple[int, str]], heads: Sequence[int], *, held: bool) -> list[str]:
        """Return *pieces* as printed: expressions, *codes* by their places, worked out, *heads* of sentences among them with a capital."""
        show, known, shown = self.scope.show, self.scope.shown, [*pieces]
        for n, code in codes:
            shown[n] = text = known.get(code) or show(code)
            if held and " " in text and n not in heads:
                shown[n] = lien_gia_tri(text)
        for n in heads:
            text = dau_cau(shown[n])
            shown[n] = lien_gia_tri(text) if held and " " in text else text
        return shown

    def _without_partner(self, mark: str, path: Path) -> None:
        """Warn of a mark of emphasis that is printed as it stands."""
        message = N_("Dấu nhấn mạnh ở “{found}” không thành cặp nên in nguyên ra văn bản.")
        hint = N_("Viết sát chữ, đủ hai đầu: **đậm**, *nghiêng*, __gạch chân__; muốn in chính dấu đó thì trước mỗi dấu gõ một dấu \\ (trong dấu nháy kép gõ hai).")  # noqa: E501
        self._warn(Problem(message, hint, {"found": mark}, path, mark, level="warning", code="nhan_manh_le"))

    def _recalculate(self, text: str, path: Path) -> None:
        """Warn of arithmetic written in *text* that does not hold."""
        for found, right in _wrong_arithmetic(text)[:_MOST]:
            message = N_("Phép tính trong lời văn không đúng: “{found}”.")
            hint = N_("Kết quả đúng là {dung}; sửa con số, hoặc để máy tính: {{{{ a + b }}}}.")
            if "%" in found:
                hint = N_("Kết quả đúng là {dung}; sửa con số, hoặc để máy tính: {{{{ a | ty_le(b) }}}}.")
            self._warn(Problem(message, hint, {"found": found, "dung": right}, path, found, level="warning", code="phep_tinh_sai"))

    def _turn_round(self, shares: Iterable[tuple[str, str, str]], path: Path) -> None:
        """Warn of a share asked for the wrong way round: by the names of its figures, and by what they are."""
        figures = self.scope.values.get("so_lieu", {})
        for found, phan, tong in shares:
            part, whole = figures.get(phan), figures.get(tong)
            if _is_number(part) and _is_number(whole) and part > whole and is_backward(phan, tong):
                message = N_("“{found}” quá 100%: hai số ghi ngược.")
                hint = N_("Số là một phần ghi trước: {{{{ {tong} | ty_le({phan}) }}}}.")
                values = {"found": found, "phan": phan, "tong": tong}
                self._warn(Problem(message, hint, values, path, found, level="warning", code="ty_le_nguoc"))

    def value(self, source: Any, path: Path) -> Any:
        """Return a table cell's value: a number or date stays one, also when an expression gives it."""
        if not isinstance(source, str):
            return source
        parts = expressions.pieces(source)
        if len(parts) == 1 and isinstance(parts[0], Expression):
            try:
                return self.scope.evaluate(parts[0].code)
            except InputError as error:
                self.refuse(error, path)
                return ""
        return self.text(source, path)

    def refuse(self, error: InputError, path: Path) -> None:
        """Note the problems of *error* as standing under *path*; one that has a path keeps it."""
        self.note(problem if problem.path else replace(problem, path=path) for problem in error.problems)

    def note(self, found: Iterable[Problem]) -> None:
        """Note the problems *found*; what several texts stumble over is noted once."""
        for problem in found:
            if len(self.problems) < _MOST and problem not in self.problems:
                self.problems.append(problem)

    def _warn(self, problem: Problem) -> None:
        if len(self.warnings) < _MOST:
            self.warnings.append(problem)


_SHARE = Pattern(r"\b(?P<phan>\w+)\s*\|\s*ty_le\(\s*(?P<tong>\w+)")


def _shares(source: str) -> tuple[tuple[str, str, str], ...]:
    """Return the shares that *source* asks for, each with the names of its part and of its whole."""
    return tuple((found[0], found["phan"], found["tong"]) for found in _SHARE.finditer(source))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


@lru_cache(maxsize=4096)
def _wrong_arithmetic(text: str) -> tuple[tuple[str, str], ...]:
    return (*sai_phep_tinh(text),)


_Program = tuple[
    tuple[str, ...],  # the pieces of a text, nothing where an expression stands
    tuple[tuple[int, str], ...] | None,  # the expressions, by their places; None when the one piece is printed as it stands
    tuple[str, ...],  # the styles of the pieces; none when all are plain
    tuple[int, ...],  # which expressions begin a sentence
    str,  # a mark without its partner
    bool,  # there may be arithmetic in what is typed; what expressions give has none but percentages
    tuple[tuple[str, str, str], ...],  # the shares that are asked for
]
"""How a text is written."""


_MARKS = ("{{", "*", "__", "\\")
"""One of these stands in each text that does not print as it stands."""


@lru_cache(maxsize=65536)
def _program(source: str, held: bool = False) -> _Program:
    """Return how *source* is written, *held* as in :meth:`Writer.text`."""
    is_asked = asks(source)
    if not any([mark in source for mark in _MARKS]):
        return (lien(source) if held else source,), None, (), (), "", is_asked, ()
    found, alone = markup.spans_and_alone(expressions.pieces(source))
    styles = tuple(style for _, style in found)
    pieces = _held([piece for piece, _ in found]) if held else tuple(piece for piece, _ in found)
    heads = tuple(n for n in range(len(pieces)) if _heads_sentence(pieces, n))
    codes = tuple((n, piece.code) for n, piece in enumerate(pieces) if isinstance(piece, Expression))
    texts = tuple(piece if isinstance(piece, str) else "" for piece in pieces)
    return texts, codes, styles if any(styles) else (), heads, alone, is_asked, _shares(source) if "ty_le(" in source else ()


def _held(pieces: Sequence[str | Expression]) -> tuple[str | Expression, ...]:
    """Return *pieces* with what does not break, across their ends too."""
    typed = [piece if isinstance(piece, str) else CHO for piece in pieces]
    text, at, parts = lien("".join(typed)), 0, []
    for piece, length in zip(pieces, map(len, typed), strict=True):
        parts.append(text[at : at + length] if isinstance(piece, str) else piece)
        at += length
    return tuple(parts)


def _heads_sentence(pieces: Sequence[str | Expression], n: int) -> bool:
    if isinstance(pieces[n], str):
        return False
    before = takewhile(lambda piece: isinstance(piece, str), (pieces[at] for at in range(n - 1, -1, -1)))
    return n == 0 or het_cau("".join(reversed(list(before))))  # type: ignore[arg-type]  # texts only


def is_fixed(source: str) -> bool:
    """Say whether *source* prints as it stands, whatever the figures, and there is nothing to say about it."""
    _, codes, _, _, _, is_asked, _ = _program(source)
    return codes is None and not (is_asked and _wrong_arithmetic(source))


def prefixed(prefix: str, text: str) -> str:
    """Put *prefix* (a number, a dash), upright and plain, before *text*."""
    if type(text) is str:
        return prefix + text
    return markup.styled(((prefix, ""), *markup.runs_of(text)))


def suffixed(text: str, suffix: str) -> str:
    """Put *suffix*, upright and plain, after *text*."""
    if type(text) is str:
        return text + suffix
    return markup.styled((*markup.runs_of(text), (suffix, "")))


def ended(text: str, end: str, *, instead_of: str = ".;,") -> str:
    """Close *text* with *end*, in its last run, in the place of one closing mark among *instead_of*.

    >>> ended("Các thành viên Đoàn Kiểm tra,", ";"), ended("đã xong.", "./."), ended("đã xong./.", "./.")
    ('Các thành viên Đoàn Kiểm tra;', 'đã xong./.', 'đã xong./.')
    """
    if type(text) is str:
        last = text.rstrip(" ")
        return text if last.endswith(end) else _unclosed(last, instead_of) + end
    *before, (last, style) = markup.runs_of(text)
    last = last.rstrip(" ")
    return text if last.endswith(end) else markup.styled((*before, (_unclosed(last, instead_of) + end, style)))


# After a word, not after dots that leave room for something to be filled in: "ngày ../../..".
_END_SIGN = re.compile(r"(?<![./…_\s])(?:\s*\.)?\s*(?:\./)*\.?\s*/\s*\.?\s*$")
_ADDRESS = re.compile(r"(?://|www\.)\S*$")


def unended(text: str) -> str:
    """Return *text* without a ``./.`` at its end, however it is typed.

    >>> [unended(text) for text in ("Hết ./.", "Hết./", "Hết././.", "xem https://a.gov.vn/.", "ngày ../../..", "./.")]
    ['Hết', 'Hết', 'Hết', 'xem https://a.gov.vn/.', 'ngày ../../..', '']
    """
    sign = _END_SIGN.search(text, max(len(text) - 12, 0)) if "/" in text[-3:] else None
    if not sign or "." not in sign[0] or ("./." not in sign[0] and _ADDRESS.search(text)):
        return text
    if type(text) is str:
        return text[: sign.start()]
    left, kept = sign.start(), []
    for piece, style in markup.runs_of(text):
        kept.append((piece[:left], style))
        left -= min(left, len(piece))
    return markup.styled(kept)


def _unclosed(text: str, marks: str) -> str:
    return text[:-1].rstrip(" ") if text and text[-1] in marks and not text.endswith("..") else text
