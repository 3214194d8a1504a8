"""What commands that make or check notices share: findings named, what became of them, where they break the law, how far it has come."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import report
from notice_gen.cli.options import STREAM, Decorator, usage_error
from notice_gen.errors import N_, ExitCode, Say
from notice_gen.office import FORM, FULL

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault
    from notice_gen.office.notices import Findings, Outcome


_SHOWN = 20  # files whose faults are shown
_WIDTH = 30  # of a bar
_OFTEN, _SELDOM = 0.1, 10.0  # seconds between two looks at a terminal, two lines of a log

judging: Decorator = click.option(
    "--check", "check", type=click.Choice([FORM, FULL]), default=FORM,
    help=N_("Kiểm tra văn bản in ra theo quy định: form (mặc định) xét thể thức của mẫu; full xét cả lời văn của từng văn bản, lâu hơn."),
)


def today() -> date:
    """Return what day it is here."""
    return datetime.now().astimezone().date()


def is_settings(path: Path) -> bool:
    """Tell whether *path* is the office's settings, of which no notice is made."""
    from notice_gen.reader import OFFICE_FILE

    return path.name == OFFICE_FILE


def without_settings(paths: Sequence[Path]) -> Sequence[Path]:
    """Return *paths* without the office's settings, which ``*.toml`` names too; alone they stay, to be refused by name."""
    return [path for path in paths if not is_settings(path)] or paths


def named(files: Sequence[str], say: Say) -> list[Findings]:
    """Return the findings that *files* mean; ``-`` is standard input, which is read."""
    from notice_gen.office.notices import Findings

    if files.count(STREAM) > 1:
        raise usage_error(say, N_("Chỉ đọc được một văn bản từ đầu vào chuẩn: “-” chỉ ghi một lần."))
    meant = {*map(str, without_settings([Path(file) for file in files]))}
    files = [file for file in files if str(Path(file)) in meant]
    return [Findings(STREAM, Path(), sys.stdin.buffer.read()) if file == STREAM else Findings(file, Path(file).parent) for file in files]


def worst(outcomes: Sequence[Outcome]) -> ExitCode:
    """Return the exit code of a run whose inputs came to this."""
    return max(outcome.exit_code for outcome in outcomes)


def remind_of_data(days: Iterable[date | None], say: Say) -> None:
    """Say once of each edition of the data that a paper is dated after what they know, and each time that installed ones are damaged."""
    from notice_gen import facts, kept
    from notice_gen.vietnamese import ngay

    if facts.trouble():
        message = N_("Bộ dữ liệu cài thêm không đọc được, đang dùng dữ liệu kèm chương trình. Cài lại: notice-gen data update TỆP; bỏ: notice-gen data update --undo.")  # noqa: E501
        report.note(say(message))
    last, known = max(filter(None, days), default=None), (facts.in_use() or facts.shipped()).ngay
    told = f"nhac-{facts.edition()}"
    if last and last > known and kept.load(told) is None:
        kept.store(told, b"+")
        message = N_("Văn bản đề ngày {ngay}, còn dữ liệu (đơn vị hành chính, ngày nghỉ, nghị định) biết đến ngày {biet}; có gói mới thì cài: notice-gen data update TỆP. Điều này chỉ nhắc một lần.")  # noqa: E501
        report.aside(say(message).format(ngay=ngay(last), biet=ngay(known)))


def complain(outcomes: Sequence[Outcome], say: Say) -> None:
    """Print every problem, and how many there are where something was refused."""
    for outcome in outcomes:
        report.complain(outcome.problems, say)
    report.waivable((problem for outcome in outcomes for problem in outcome.problems), say)
    refused = [outcome for outcome in outcomes if outcome.exit_code]
    if refused:
        errors = sum(problem.level == "error" for outcome in refused for problem in outcome.problems)
        report.note(say(N_("Có {loi} lỗi trong {hong}/{tong} tệp.")).format(loi=errors, hong=len(refused), tong=len(outcomes)))


def print_json(outcomes: Sequence[Outcome], results: Mapping[int, Mapping[str, Any]], say: Say) -> None:
    """Print the whole run as one JSON document; *results* adds what was written, by the input's index."""
    rows = [
        {
            "input": outcome.file, "status": "refused" if outcome.exit_code else "valid",
            "number": outcome.issued.notice.van_ban.so if outcome.issued else None, "output": None, "sha256": None, "faults": [],
            "problems": [report.as_json(problem, say) for problem in outcome.problems], **results.get(index, {}),
        }
        for index, outcome in enumerate(outcomes)
    ]
    report.print_json({"results": rows})


def report_faults(faults: Mapping[str, Sequence[Fault]], say: Say, *, made: bool = True) -> bool:
    """Report on stderr where files break the law, and return whether any does; *made*: they are written, not only looked at beforehand."""
    faulty = {file: its for file, its in faults.items() if its}
    if not faulty:
        return False
    from notice_gen.cli import check_text

    for file, its in islice(faulty.items(), _SHOWN):
        for fault in its:
            for line in check_text.fault_lines(file, fault, say):
                report.note(line)
    if len(faulty) > _SHOWN:
        report.note(say(N_("… và {so} văn bản khác sai thể thức; notice-gen check THƯ_MỤC cho xem hết.")).format(so=len(faulty) - _SHOWN))
    head = N_("Văn bản đã làm xong nhưng sai thể thức như trên.") if made else N_("Chưa ghi gì; in ra thì văn bản sai thể thức như trên.")
    message = N_(
        "Mẫu riêng (--template) thì sửa mẫu; lời văn thì sửa tệp nội dung; "
        "cơ quan không theo quy tắc nào thì ghi mã vào [the_thuc] bo_qua của notice-gen.toml."
    )
    report.note(f"{say(head)} {say(message)}")
    return True


def faults_as_json(its: Sequence[Fault], say: Say) -> list[dict[str, Any]]:
    """Return faults as plain JSON values."""
    if not its:
        return []
    from notice_gen.check import report as faults_

    return [faults_.fault_as_json(fault, say) for fault in its]


class Bar:
    """Reports on stderr how many notices are made; nothing where it is not to be *shown*."""

    def __init__(self, say: Say, *, shown: bool = True) -> None:
        self._say, self._shown = say, shown and not report.is_quiet()
        self._on_terminal = bool(sys.stderr and sys.stderr.isatty()) and os.environ.get("TERM") != "dumb"
        self._start = self._last = time.monotonic()
        self._drawn = 0

    def at(self, done: int, total: int | None) -> None:
        """Take note that *done* are made, of *total* once that is known."""
        now = time.monotonic()
        is_early = now - self._last < (_OFTEN if self._on_terminal else _SELDOM)
        if not self._shown or (is_early and not (done == total and self._drawn)):
            return
        self._last = now
        line = self._line(done, total, now - self._start)
        if self._on_terminal:
            click.echo("\r" + line.ljust(self._drawn), nl=False, err=True)
            self._drawn = len(line)
        else:
            report.note(line)

    def _line(self, done: int, total: int | None, seconds: float) -> str:
        rate = done / seconds if seconds else 0.0
        if total is None:
            return self._say(N_("{xong} văn bản, {toc_do} văn bản/giây")).format(xong=done, toc_do=round(rate))
        full = round(_WIDTH * done / total) if total else _WIDTH
        left = round((total - done) / rate) if rate else 0
        bar = f"[{'#' * full}{'.' * (_WIDTH - full)}] " if self._on_terminal else ""
        line = self._say(N_("{xong}/{tong} văn bản, {toc_do} văn bản/giây, còn {con_lai} giây"))
        return bar + line.format(xong=done, tong=total, toc_do=round(rate), con_lai=left)

    def close(self) -> None:
        """Leave the line of the bar."""
        if self._on_terminal and self._drawn:
            click.echo("\r" + " " * self._drawn + "\r", nl=False, err=True)
            self._drawn = 0
