"""Files to verdicts: what ``check`` looks at, and what became of each file; many files at once in processes of their own."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import field
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.cli import i18n
from notice_gen.cli.options import STREAM
from notice_gen.errors import N_, ExitCode, InputError, NoticeGenError, OutputError, Problem
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault
    from notice_gen.check.judge import Verdict
    from notice_gen.check.rules import Entry
    from notice_gen.files import IfExists

_SUFFIX = ".docx"
_LOCK = "~$"  # Word's mark of a file that is open
_SECONDS = 60.0  # of computing that one file may take
_WORTH = 12  # files from which on the start of other processes pays
_AHEAD = 4  # files handed to each process before their turn to be told


@record
class Copies:
    """The files to write of one file checked; None for what is not wanted.

    Attributes:
        fixed: the file with what could be mended.
        annotated: the file, mended if so asked, with a comment at each fault that is left.
        if_exists: what to do over a file that is there.
        language: of the comments.
        now: their date.
    """

    fixed: Path | None
    annotated: Path | None
    if_exists: IfExists
    language: str
    now: datetime


@record
class Job:
    """One file to check.

    Attributes:
        file: as the user named it, or as it was found in a folder named.
        codes: of the rules to look at.
        today: the day of checking, whose decree holds for a document without a date.
        waived: codes that the office's settings pass over.
        copies: what to write, None for nothing.
    """

    file: str
    codes: frozenset[str]
    today: date
    waived: frozenset[str] = frozenset()
    copies: Copies | None = None


@record
class Checked:
    """What became of one file.

    Attributes:
        file: as in its job.
        verdict: None when it could not be read; of the mended file when it was to be mended.
        problems: why it could not be read or a copy not be written.
        exit_code: this file's.
        mended: the faults that were mended.
        written: the copies asked for, ``fixed`` or ``annotated``, each with its path; None for one that was left alone.
    """

    file: str
    verdict: Verdict | None = None
    problems: tuple[Problem, ...] = ()
    exit_code: ExitCode = ExitCode.OK
    mended: tuple[Fault, ...] = ()
    written: Mapping[str, Path | None] = field(default_factory=dict)


def found(names: Sequence[str]) -> Iterator[str]:
    """Yield the files meant by *names*, each once: a folder means the Word files in it and below, by name.

    Raises:
        InputError: a folder holds no Word file.
    """
    seen = set()
    for name in names:
        for file in _in_folder(Path(name)) if name != STREAM and Path(name).is_dir() else [name]:
            if file not in seen:
                seen.add(file)
                yield file


def _in_folder(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.suffix.lower() == _SUFFIX and not path.name.startswith(_LOCK) and path.is_file()]
    if not files:
        raise InputError(Problem(N_("Thư mục “{thu_muc}” không có tệp .docx nào."), values={"thu_muc": folder}))
    return sorted(map(str, files))


# --- one file ----------------------------------------------------------------------------------------------


class _OutOfTimeError(BaseException):
    """A file takes longer than any paper; no rule may catch it."""


def check_one(job: Job) -> Checked:
    """Check one file; whatever is wrong with it is said in the result."""
    from notice_gen.check.rules import all_rules

    entries = [entry for entry in all_rules() if entry.rule.code in job.codes]
    try:
        data = _bytes(job.file)
        with _limited(_SECONDS):
            return _checked(job, data, entries)
    except NoticeGenError as error:
        return Checked(job.file, None, error.problems, error.exit_code)
    except (_OutOfTimeError, MemoryError):
        return Checked(job.file, None, (_too_much(),), ExitCode.INPUT)
    except Exception as error:
        if os.environ.get("NOTICE_GEN_DEBUG"):
            raise
        return Checked(job.file, None, (_broken(error),), ExitCode.ENVIRONMENT)


def _checked(job: Job, data: bytes, entries: Sequence[Entry]) -> Checked:
    from notice_gen.check.judge import judge
    from notice_gen.check.read import read

    if job.copies is None:
        verdict = judge(read(data, job.today), entries, job.waived)
        return Checked(job.file, verdict, (), _exit_code(verdict))
    from notice_gen.check.annotate import annotated
    from notice_gen.check.mend import mended
    from notice_gen.check.read import opened

    wanted = job.copies
    done: tuple[Fault, ...] = ()
    if wanted.fixed is not None:
        mending = mended(data, entries, job.waived, today=job.today)
        data, done, verdict = mending.docx, mending.done, mending.verdict
    else:
        verdict = judge(read(data, job.today), entries, job.waived)
    contents = {"fixed": data}
    if wanted.annotated is not None:
        contents["annotated"] = annotated(opened(data, job.today), verdict.faults, i18n.speak(wanted.language), date=wanted.now)
    written, problems = _written(wanted, contents)
    return Checked(job.file, verdict, problems, ExitCode.ENVIRONMENT if problems else _exit_code(verdict), done, written)


def _written(wanted: Copies, contents: Mapping[str, bytes]) -> tuple[dict[str, Path | None], tuple[Problem, ...]]:
    from notice_gen import files

    written: dict[str, Path | None] = {}
    problems: list[Problem] = []
    for name, path in (("fixed", wanted.fixed), ("annotated", wanted.annotated)):
        if path is not None:
            try:
                written[name] = files.write(path, contents[name], if_exists=wanted.if_exists, is_ours=lambda _: False)
            except OutputError as error:
                problems += error.problems
    return written, tuple(problems)


def _exit_code(verdict: Verdict) -> ExitCode:
    if verdict.unchecked:
        return ExitCode.ENVIRONMENT
    return ExitCode.FAULTS if verdict.count else ExitCode.OK


def _bytes(file: str) -> bytes:
    if file == STREAM:
        return sys.stdin.buffer.read()
    path = Path(file)
    if path.exists() and not path.is_file():
        raise InputError(Problem(N_("“{tep}” không phải tệp thường."), values={"tep": path}))
    try:
        return path.read_bytes()
    except OSError:
        from notice_gen import reader

        return reader.load(path)  # it says why not


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Stop what runs within after so much computing; where the system has no such clock, let it run."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise _OutOfTimeError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _too_much() -> Problem:
    return Problem(N_("Kiểm tra tệp này mất quá nhiều thời gian hoặc bộ nhớ."), N_("Tách phụ lục thành tệp riêng rồi kiểm tra; tệp lạ thì không nên mở."))


def _broken(error: Exception) -> Problem:
    name = f"{type(error).__name__}: {error}".splitlines()[0]
    message = N_("Chương trình gặp lỗi ngoài dự kiến ({loi}). Chạy lại với NOTICE_GEN_DEBUG=1 rồi gửi phần in ra, kèm tệp, cho người phụ trách phần mềm.")
    return Problem(message, values={"loi": name})


# --- many files --------------------------------------------------------------------------------------------


def check_all(jobs: Sequence[Job], processes: int | None = None) -> Iterator[Checked]:
    """Yield what becomes of each file, in the order given.

    Args:
        jobs: the files.
        processes: how many to use; None for as many as pay.
    """
    if processes is None:
        processes = 1 if len(jobs) < _WORTH else min(os.cpu_count() or 1, 8)
    gc.enable()  # many files leave much behind
    if processes < 2 or len(jobs) < 2:
        yield from map(check_one, jobs)
        return
    waiting = iter(jobs)
    while left := (yield from _together(waiting, processes)):
        # A process died, of its file or for want of memory: those files again, each in a process of its own.
        yield from map(_alone, left)


def _together(jobs: Iterator[Job], processes: int) -> Generator[Checked, None, list[Job]]:
    """Yield results in order; return the jobs that were under way when a process died, none when all is done."""
    running: deque[tuple[Job, Future[Checked] | None]] = deque()
    pool = _pool(processes)
    try:
        while True:
            for job in islice(jobs, processes * _AHEAD - len(running)):
                running.append((job, None))
                running[-1] = (job, pool.submit(check_one, job))
            if not running:
                return []
            first = running[0][1]
            if first is None:
                raise AssertionError  # each was submitted
            yield first.result()
            running.popleft()
    except BrokenProcessPool:
        return [job for job, _ in running]
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(job: Job) -> Checked:
    try:
        with _pool(1) as pool:
            return pool.submit(check_one, job).result()
    except BrokenProcessPool:
        return Checked(job.file, None, (_too_much(),), ExitCode.INPUT)


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned, as on Windows: a fork of a process with threads may hang.
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_leave_ctrl_c_to_the_parent)


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
