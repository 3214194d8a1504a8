"""What the command line says of a text, at the same places."""

from __future__ import annotations

from notice_gen.assist import fixing
from notice_gen.assist.desk import look
from notice_gen.assist.records import Desk, Diagnosis, Span
from notice_gen.errors import Place, Problem, say_in


def diagnose(text: str, desk: Desk) -> tuple[Diagnosis, ...]:
    """Return every problem and warning that ``notice-gen validate`` tells of *text*, in its order."""
    seen = look(text, desk)
    lines = seen.text.split("\n")
    return tuple(_diagnosis(problem, fixing.edits(problem, text, desk), lines, desk) for problem in seen.problems)


def _diagnosis(problem: Problem, edits: fixing.Edits, lines: list[str], desk: Desk) -> Diagnosis:
    say, place = desk.say or say_in(desk.language), problem.place or Place(desk.file)
    code = problem.code if problem.level == "warning" else ""
    where = span(place, lines if place.file == desk.file else ())
    return Diagnosis(place.file, where, problem.level, code, problem.text(say), problem.hint_text(say), problem.path, edits)


def span(place: Place, lines: list[str] | tuple[()]) -> Span:
    """Return the span of a *place* in a text of those *lines*, if known."""
    end = place.column + place.width if place.line else 0
    if 0 < place.line <= len(lines):
        end = max(place.column, min(end, len(lines[place.line - 1]) + 1))
    return Span(place.line, place.column, place.line, end)
