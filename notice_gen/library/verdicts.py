"""Any Word file, ours or not → what is wrong with it, as plain records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen import reader
from notice_gen.errors import N_, InputError, Problem, Say, said, say_in
from notice_gen.library import sources
from notice_gen.library.documents import this_day
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.check import fault as check
    from notice_gen.check.judge import Verdict
    from notice_gen.office import checking


@record
class Fault:
    """A rule broken at a place; paragraphs and sections count from 1, characters from 0.

    Attributes:
        code, name, level, article: of the rule; the level is ``luật``, ``thông lệ`` or ``gợi ý``.
        message, hint, values: catalogue sentences with ``{named}`` fields, and what fills them, as in :class:`Problem`.
        part, paragraph, start, end, text: where in the file, and the whole paragraph; None when the page is at fault.
        section: whose page is at fault; None otherwise.
        mendable: ``notice-gen check --fix`` can mend it.
    """

    code: str
    name: str
    level: str
    article: str
    message: str
    hint: str
    part: str | None
    paragraph: int | None
    start: int | None
    end: int | None
    text: str | None
    section: int | None
    mendable: bool
    values: Mapping[str, object]

    def as_dict(self, language: str | Say = "vi") -> dict[str, Any]:
        """Return it as plain JSON values, in words of *language*."""
        say = say_in(language) if isinstance(language, str) else language
        words = {name: said(text, self.values, say) if text else "" for name, text in (("message", self.message), ("hint", self.hint))}
        return {name: words.get(name, value) for name, value in self.__dict__.items() if name != "values"}


@record
class Report:
    """What the rules say of one file.

    Attributes:
        status: ``clean``, ``faults``, ``not judged`` (no document that the decree has a form for) or ``not checked`` (a rule broke down).
        kind, type: what sort of document it is, and its type's code; None when unknown.
        faults: from the top of the file.
        more, waived: by code, how many more there are, and how many were passed over.
        unchecked: codes of rules that broke down on this file.
        tracked: the file holds Word's tracked changes, which were taken for accepted.
    """

    status: str
    kind: str
    type: str | None
    faults: tuple[Fault, ...]
    more: Mapping[str, int]
    waived: Mapping[str, int]
    unchecked: tuple[str, ...]
    tracked: bool = False

    def as_dict(self, language: str | Say = "vi") -> dict[str, Any]:
        """Return it as plain JSON values, in words of *language*."""
        return {**self.__dict__, "faults": [fault.as_dict(language) for fault in self.faults], "unchecked": list(self.unchecked)}


def check_docx(
    docx: bytes | str | Path, *, level: str = "luật", waived: Iterable[str] = (), office: str | Path | None = None,
    today: date | None = None, seconds: float = 60.0,
) -> Report:  # fmt: skip
    """Hold a Word file, given by its bytes or its path, against the decree's forms.

    Args:
        docx: the file, made by anybody.
        level: the least binding rules to look at: ``luật``, ``thông lệ`` or ``gợi ý``.
        waived: rules whose faults are only counted: codes, groups or names.
        office: a folder whose settings say what else is passed over, and which days are off; None for nothing.
        today: the day whose decree judges a document without a date; None: this day.
        seconds: how long it may compute, in any thread and on any system.

    Raises InputError: it is no Word file, cannot be read safely, or takes too long; there is no such level or rule.
    """
    from notice_gen.office import checking

    data = docx if isinstance(docx, bytes) else reader.load(sources.path_of(docx))
    checked = checking.check_one(job_of(data, level=level, waived=waived, office=office, today=today, seconds=seconds))
    if checked.verdict is None:
        raise InputError(checked.problems)
    return as_reported(checked.verdict)


def job_of(
    data: bytes, *, level: str, waived: Iterable[str], office: str | Path | None, today: date | None, seconds: float
) -> checking.Job:
    """Return a file to check.  Raises InputError: there is no such level or rule; the office's settings cannot be read."""
    from notice_gen.check import judge
    from notice_gen.office import checking

    lowest, (waivers, unknown) = judge.level_of(level), judge.named(waived)
    if lowest is None:
        raise InputError(Problem(N_("Không có mức “{muc}”: chọn luật, thông lệ hoặc gợi ý."), values={"muc": level}))
    if unknown:
        raise InputError(Problem(N_("Không có quy tắc “{ma}”."), values={"ma": unknown[0]}))
    habits, codes = checking.Habits(), frozenset(entry.rule.code for entry in judge.at_least(lowest))
    if office is not None:
        [habits] = checking.offices([sources.path_of(office)]).by_folder.values()
    habits = replace(habits, waived=habits.waived | waivers)
    return checking.Job("", codes, today or this_day(), habits, data=data, seconds=seconds)


def as_reported(verdict: Verdict) -> Report:
    """Return a verdict as a program knows it."""
    from notice_gen.check import report

    plain = report.verdict_as_json(verdict, str)
    faults = tuple(map(as_told, verdict.faults))
    counts = (plain["more"], plain["waived"], tuple(plain["unchecked"]), verdict.tracked)
    return Report(report.status(verdict), plain["kind"], plain["type"], faults, *counts)


def as_told(broken: check.Fault) -> Fault:
    """Return a fault as a program knows it."""
    from notice_gen.check import report

    return Fault(**report.fault_as_json(broken, str) | {"message": broken.message, "hint": broken.hint, "values": dict(broken.values)})


def sentence(problem: Problem | Fault, language: str = "vi") -> str:
    """Return in one line what is wrong and what to do, in ``vi`` or ``en``; where, its fields tell."""
    words = problem.as_dict(language)
    return f"{words['message']} {words['hint']}".strip()
