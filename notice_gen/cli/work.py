"""What ``render`` and ``validate`` share: findings named on the command line, and the report of what became of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from notice_gen.cli import report
from notice_gen.cli.i18n import Say
from notice_gen.cli.options import STREAM, usage_error
from notice_gen.errors import N_, ExitCode
from notice_gen.office.notices import Findings, Outcome


def today() -> date:
    """Return what day it is here."""
    return datetime.now().astimezone().date()


def named(files: Sequence[str], say: Say) -> list[Findings]:
    """Return the findings that *files* mean; ``-`` is standard input, which is read."""
    if files.count(STREAM) > 1:
        raise usage_error(say, N_("Chỉ đọc được một văn bản từ đầu vào chuẩn: “-” chỉ ghi một lần."))
    return [Findings(STREAM, Path(), sys.stdin.buffer.read()) if file == STREAM else Findings(file, Path(file).parent) for file in files]


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
            "loi": sum(problem.level == "error" for outcome in refused for problem in outcome.problems), "hong": len(refused),
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
    report.print_json({"results": rows})
