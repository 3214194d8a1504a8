"""Files to verdicts: what ``check`` looks at, and what became of each file; many files at once in processes of their own."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.cli.options import STREAM
from notice_gen.errors import N_, ExitCode, InputError, NoticeGenError, Problem
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.check.judge import Verdict

_SUFFIX = ".docx"
_LOCK = "~$"  # Word's mark of a file that is open
_SECONDS = 60.0  # of computing that one file may take
_WORTH = 12  # files from which on the start of other processes pays
_AHEAD = 4  # files handed to each process before their turn to be told


@record
class Job:
    """One file to check.

    Attributes:
        file: as the user named it, or as it was found in a folder named.
        codes: of the rules to look at.
        waived: codes that the office's settings pass over.
    """

    file: str
    codes: frozenset[str]
    waived: frozenset[str] = frozenset()


@record
class Checked:
    """What became of one file.

    Attributes:
        file: as in its job.
        verdict: None when it could not be read.
        problems: then why.
        exit_code: this file's.
    """

    file: str
    verdict: Verdict | None = None
    problems: tuple[Problem, ...] = ()
    exit_code: ExitCode = ExitCode.OK


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
    from notice_gen.check.judge import judge
    from notice_gen.check.read import read
    from notice_gen.check.rules import all_rules

    entries = [entry for entry in all_rules() if entry.rule.code in job.codes]
    try:
        data = _bytes(job.file)
        with _limited(_SECONDS):
            verdict = judge(read(data), entries, job.waived)
    except NoticeGenError as error:
        return Checked(job.file, None, error.problems, error.exit_code)
    except (_OutOfTimeError, MemoryError):
        return Checked(job.file, None, (_too_much(),), ExitCode.INPUT)
    return Checked(job.file, verdict, (), _exit_code(verdict))


def _exit_code(verdict: Verdict) -> ExitCode:
    if verdict.unchecked:
        return ExitCode.ENVIRONMENT
    return ExitCode.FAULTS if verdict.count else ExitCode.OK


def _bytes(file: str) -> bytes:
    from notice_gen import reader

    if file == STREAM:
        return sys.stdin.buffer.read()
    path = Path(file)
    if path.exists() and not path.is_file():
        raise InputError(Problem(N_("“{tep}” không phải tệp thường."), values={"tep": path}))
    return reader.load(path)


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
