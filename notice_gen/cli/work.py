"""What ``render`` and ``validate`` share: every file read and issued in memory, its problems kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import report
from notice_gen.cli.i18n import Say
from notice_gen.cli.options import STREAM, usage_error
from notice_gen.errors import N_, ExitCode, NoticeGenError, Problem
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.steps import Issued


@record
class Outcome:
    """What became of one input.

    Attributes:
        file: its name as the user gave it.
        issued: the notice, unless refused.
        problems: errors when refused, else warnings.
        exit_code: OK unless refused.
    """

    file: str
    issued: Issued | None
    problems: tuple[Problem, ...]
    exit_code: ExitCode = ExitCode.OK

    @property
    def notice(self) -> Issued:
        """The notice of an input that was not refused."""
        if self.issued is None:
            raise AssertionError(self.file)
        return self.issued


def issue_all(files: Sequence[str], template: Path | None, say: Say, *, strict: bool) -> list[Outcome]:
    """Issue every file in memory; one refused does not keep the others from being looked at.

    With *strict* a warning refuses as an error does.
    """
    if files.count(STREAM) > 1:
        raise usage_error(say, N_("Chỉ đọc được một văn bản từ đầu vào chuẩn: “-” chỉ ghi một lần."))
    outcomes = [_issue(file, template) for file in files]
    return [_strictly(outcome) if strict and not outcome.exit_code else outcome for outcome in outcomes]


def _strictly(outcome: Outcome) -> Outcome:
    if not outcome.problems:
        return outcome
    return Outcome(outcome.file, None, tuple(replace(p, level="error") for p in outcome.problems), ExitCode.INPUT)


def _issue(file: str, template: Path | None) -> Outcome:
    from notice_gen import issue, reader

    path = Path(file)
    try:
        data = sys.stdin.buffer.read() if file == STREAM else reader.load(path)
        folder = Path() if file == STREAM else path.parent
        issued = issue.issue(data, file=file, folder=folder, today=today(), template=template)
    except NoticeGenError as error:
        return Outcome(file, None, error.problems, error.exit_code)
    return Outcome(file, issued, issued.warnings)


def today() -> date:
    """Return what day it is here."""
    return datetime.now().astimezone().date()


def worst(outcomes: Sequence[Outcome]) -> ExitCode:
    """Return the exit code of a run whose inputs came to this."""
    return max(outcome.exit_code for outcome in outcomes)


def complain(outcomes: Sequence[Outcome], say: Say) -> None:
    """Print every problem, and how many there are where something was refused."""
    for outcome in outcomes:
        report.complain(outcome.problems, say)
    refused = [outcome for outcome in outcomes if outcome.exit_code]
    if refused:
        values = {
            "loi": sum(problem.level == "error" for outcome in refused for problem in outcome.problems),
            "hong": len(refused),
            "tong": len(outcomes),
        }
        report.note(say(N_("Có {loi} lỗi trong {hong}/{tong} tệp.")).format_map(values))


def print_json(outcomes: Sequence[Outcome], results: Mapping[int, Mapping[str, Any]], say: Say) -> None:
    """Print the whole run as one JSON document; *results* adds what was written, by the input's index."""
    rows = [
        {
            "input": outcome.file,
            "status": "refused" if outcome.exit_code else "valid",
            "number": outcome.issued.notice.van_ban.so if outcome.issued else None,
            "output": None,
            "sha256": None,
            "faults": [],
            "problems": [report.as_json(problem, say) for problem in outcome.problems],
            **results.get(index, {}),
        }
        for index, outcome in enumerate(outcomes)
    ]
    click.echo(json.dumps({"results": rows}, ensure_ascii=False, indent=2))
