"""Findings → notices in memory, with their numbers.  One that is refused does not keep the others from being looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.errors import ExitCode, InputError, NoticeGenError, Problem, unwaived
from notice_gen.office import numbering
from notice_gen.records import record, replace

if TYPE_CHECKING:
    from notice_gen.register import Entry
    from notice_gen.steps import Issued


@record
class Findings:
    """What one notice is made from."""

    file: str  # the findings file's name, for messages and the register
    folder: Path  # where the office's settings and the register are looked for, and where its notice is written
    data: bytes | None = None  # what it says, when that is no file's matter (standard input, a web form); None: it is read from *file*


@record
class Outcome:
    """What became of one findings file."""

    findings: Findings  # what it was to be made from
    issued: Issued | None  # the notice, unless refused
    problems: tuple[Problem, ...]  # errors when refused, else warnings
    exit_code: ExitCode = ExitCode.OK  # OK unless refused

    @property
    def file(self) -> str:
        """The name of its findings file."""
        return self.findings.file

    @property
    def notice(self) -> Issued:
        """The notice of an outcome that was not refused."""
        if self.issued is None:
            raise AssertionError(self.file)
        return self.issued


@record
class Numbered:
    """Notices with their numbers."""

    outcomes: Sequence[Outcome]  # of each input, those that take their number from a register made with it
    keys: Mapping[int, tuple[str, str]]  # by the input's index, the register and the key under which the notice stands there
    created: tuple[str, ...] = ()  # the registers that were begun, by the names they go by
    remarks: tuple[Problem, ...] = ()  # what else the registers have to say, such as that one was brought up to this version
    fresh: tuple[int, ...] = ()  # whose number the register gave just now, where that was asked


def are_good(outcomes: Sequence[Outcome]) -> bool:
    """Say whether none is refused."""
    return not any(outcome.exit_code for outcome in outcomes)


def make(several: Sequence[Findings], *, today: date, template: Path | None = None, strict: bool = False) -> list[Outcome]:
    """Make the notice of each, in memory; a number that the register gives is still a stand-in.

    Args: *several*: what they are made from; *today*: gives a draft without a date its year; *template*: the office's own Word file, in
    place of the shipped one; *strict*: a warning refuses as an error does.
    """
    outcomes = [_make(findings, today, template) for findings in several]
    return strictly(outcomes) if strict else outcomes


def strictly(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return the outcomes with those refused that have warnings."""
    return [_refused(each, numbering.as_errors(each.problems)) if each.problems and each.issued else each for each in outcomes]


def _make(findings: Findings, today: date, template: Path | None) -> Outcome:
    from notice_gen import issue, reader

    try:
        data = reader.load_findings(Path(findings.file)) if findings.data is None else findings.data
        issued = issue.issue(data, file=findings.file, folder=findings.folder, today=today, template=template)
    except NoticeGenError as error:
        return Outcome(findings, None, error.problems, error.exit_code)
    return Outcome(findings, issued, issued.warnings)


def _refused(outcome: Outcome, problems: Sequence[Problem], exit_code: ExitCode = ExitCode.INPUT) -> Outcome:
    return Outcome(outcome.findings, None, tuple(problems), exit_code)


def beside_a_register(outcomes: Sequence[Outcome], where: str | None) -> list[Outcome]:
    """Return the outcomes with a doubt where the number is not of a register in a folder above, or of none though it is to be kept.

    Args: *outcomes*: all of them good; *where*: the register that the user names; None for the one in force in the folder of each.
    """
    numbered = [outcome for outcome in outcomes if outcome.notice.notice.van_ban.so is not None]
    begun = {numbering.in_force(where, outcome.findings.folder) for outcome in numbered if _is_taken(outcome)}
    return [_beside(outcome, where, begun) if outcome in numbered else outcome for outcome in outcomes]


def _beside(outcome: Outcome, where: str | None, begun: Collection[str]) -> Outcome:
    from notice_gen import reader

    doubts = [numbering.passed_by(outcome.findings.folder)] if where is None else []
    if outcome.notice.notice.so_van_ban.luu_tru:
        place = numbering.in_force(where, outcome.findings.folder)
        doubts.append(None if place in begun or numbering.is_there(place) else numbering.unkept())
    found = [doubt for doubt in doubts if doubt]
    if not found:
        return outcome
    located = reader.locate(unwaived(found, outcome.notice.notice.the_thuc.bo_qua), outcome.notice.layers)
    return Outcome(outcome.findings, outcome.issued, (*outcome.problems, *located), outcome.exit_code)


def number(
    outcomes: Sequence[Outcome], where: str | None, *, today: date, strict: bool = False, dry: bool = False, new: list[int] | None = None
) -> Numbered:
    """Give the notices their numbers, or check the numbers they have, in one transaction for each register: all, or none.

    Args: *outcomes*: all of them good; *where*: the register that the user names; None for the one in force in the folder of each; *today*:
    as in :func:`make`; *strict*: a warning of the register refuses, and nothing is reserved; *dry*: only look; ``tu-dong`` stays as it is;
    *new*: is given the notices that a register had no line of.
    """
    by_register: dict[str, list[int]] = {}
    for index, outcome in enumerate(outcomes):
        if outcome.issued and outcome.issued.notice.van_ban.so is not None:
            by_register.setdefault(numbering.in_force(where, outcome.findings.folder), []).append(index)
    numbered, keys, begun, remarks = list(outcomes), {}, list[str](), list[Problem]()
    for place, indices in by_register.items():
        taken = any(_is_taken(outcomes[index]) for index in indices)
        if not numbering.is_there(place) and (dry or not taken):
            continue  # typed numbers alone begin no register; one begun by another notice takes note of them
        asking = {index: outcomes[index] for index in indices}
        for index, (outcome, khoa) in _number_in(place, asking, begun, remarks, new, today=today, strict=strict, dry=dry).items():
            numbered[index] = outcome
            if khoa:
                keys[index] = (place, khoa)
    return Numbered(numbered, keys, tuple(begun), tuple(remarks))


def foreseen(outcome: Outcome, where: str, *, today: date) -> tuple[Outcome, str]:
    """Return a good notice as it would be numbered now in the register *where*, and what that register is called; nothing is reserved.

    A number that was reserved for it before is its own.  Raises RegisterError: the register cannot be read.
    """
    from notice_gen import issue, register

    with register.connect(where, create=False) as book:
        if not _is_taken(outcome):
            return outcome, book.label
        given, refused = numbering.reserve(book, [_ask(0, outcome, today)], strict=False, dry=True)
        if refused:
            return _refused(outcome, (*refused[0], *outcome.problems)), book.label
        return replace(outcome, issued=issue.numbered(outcome.notice, given[0].so, today=today)), book.label


def _is_taken(outcome: Outcome) -> bool:
    return outcome.notice.notice.van_ban.so == "tu-dong"


def _number_in(
    place: str, outcomes: Mapping[int, Outcome], begun: list[str], remarks: list[Problem], new: list[int] | None,
    *, today: date, strict: bool, dry: bool,
) -> dict[int, tuple[Outcome, str]]:  # fmt: skip
    """Return by index what becomes of each in one register, and its key there; *new*, if asked, is given those that it had no line of."""
    from notice_gen import reader, register

    as_they_were = {index: (outcome, "") for index, outcome in outcomes.items()}
    taken = any(map(_is_taken, outcomes.values()))
    try:
        with register.connect(place, create=taken and not dry) as book:
            begun += [book.label] if book.created else []
            remarks += book.remarks
            if not taken and not book.ready:  # numbers typed, and no register to hold them against
                return as_they_were
            asks = [_ask(index, outcome, today) for index, outcome in outcomes.items()]
            if new is not None and taken:
                new += [index for index, line in numbering.reserve(book, asks, strict=False, dry=True)[0].items() if not line.id]
            got, not_given = numbering.reserve(book, asks, strict=strict, dry=dry, whole=True)
    except NoticeGenError as error:
        first = next(iter(outcomes))
        return as_they_were | {first: (_refused(outcomes[first], error.problems, error.exit_code), "")}
    refused = {}
    for index, problems in not_given.items():
        outcome = outcomes[index]
        refused[index] = (_refused(outcome, (*reader.locate(problems, outcome.notice.layers), *outcome.problems)), "")
    given = {index: (_with_number(outcomes[index], its, today=today, dry=dry), its.khoa) for index, its in got.items()}
    return as_they_were | refused | given


def _ask(index: int, outcome: Outcome, today: date) -> numbering.Ask:
    from notice_gen import register

    issued, findings = outcome.notice, outcome.findings
    request = register.request_of(issued.notice, issued.context.page, "", today=today, shown=issued.context.shown)
    # What came without a file is known by what it says.
    as_said = "" if findings.data is None else "stdin:" + hashlib.sha256(issued.layers[-1].text.encode()).hexdigest()
    waived = issued.notice.the_thuc.bo_qua
    return numbering.Ask(index, request, as_said or Path(findings.file), "", (), _is_taken(outcome), waived)


def _with_number(outcome: Outcome, given: Entry, *, today: date, dry: bool) -> Outcome:
    from notice_gen import issue, reader

    issued = outcome.notice
    doubts = reader.locate(given.doubts, issued.layers)
    if not dry and _is_taken(outcome):
        try:
            issued = issue.numbered(issued, given.so, today=today)
        except InputError as error:
            return _refused(outcome, (*error.problems, *outcome.problems), error.exit_code)
    return Outcome(outcome.findings, issued, (*outcome.problems, *doubts))
