"""Workers behind ``concurrent.futures.Executor``: never more under way than they need, and one that dies costs at most its row."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from dataclasses import dataclass
from typing import Any

from notice_gen.batch import job, source
from notice_gen.batch.job import Made
from notice_gen.batch.source import Entry
from notice_gen.errors import N_, NoticeGenError, Problem
from notice_gen.records import record

_PATIENCE = 1.0  # seconds until somebody looks why nothing comes back

CHUNK = 32
"""Notices handed to a worker at a time: some 20 ms of work."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some notices that share a job.

    Attributes:
        entries: what they are.
        rows: pickled, the row of each; empty for findings files, which are read when their turn comes.
        numbers: of each, the number to print where the register gives it.
    """

    entries: tuple[Entry, ...]
    rows: bytes
    numbers: tuple[int, ...]

    def part(self, wanted: Sequence[int], numbers: Sequence[int] | None = None) -> Chunk:
        """Return the notices at the *wanted* positions, with other *numbers* if given."""
        rows = source.some(self.rows, wanted) if self.rows else b""
        return Chunk(tuple(self.entries[n] for n in wanted), rows, tuple(numbers or (self.numbers[n] for n in wanted)))


@record
class Crew:
    """Who does the work.

    Attributes:
        start: gives an executor; called again when one broke.
        width: how many chunks are worked on at once.
        watch: called while nothing comes back; raises when nothing will.
    """

    start: Callable[[], Executor]
    width: int
    watch: Callable[[], None] = lambda: None


def here() -> Crew:
    """Return the crew that works in this process."""
    return Crew(_Here, 1)


def processes(count: int) -> Crew:
    """Return a crew of *count* processes of this machine."""
    from concurrent.futures import ProcessPoolExecutor

    return Crew(lambda: ProcessPoolExecutor(count, _context(), _begin), count)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def made(chunk: Chunk) -> list[Made]:
    """Make a chunk at once, in this process."""
    return job.make(*_order(chunk))


def _order(chunk: Chunk) -> tuple[bytes, bytes, tuple[int, ...]]:
    return chunk.entries[0].job, chunk.rows or source.of_files(chunk.entries), chunk.numbers


def fan_out(crew: Crew, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, list[Made]]]:
    """Yield each chunk with what was made of it, in the order they are done.

    Chunks are read while workers are busy.  When workers die, what they had in hand is tried again alone, then row
    by row; a row that brings them down again is refused.
    """
    hall = _Hall(crew)
    try:
        following = next(chunks, None)
        while following or hall.is_busy():
            hall.feed(following)
            following = next(chunks, None) if following else None
            yield from hall.collect(at_once=following is not None)
    finally:
        hall.executor.shutdown(cancel_futures=True)


class _Hall:
    """Where a crew works: chunks come in, what was made of them goes out."""

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self.executor = crew.start()
        self.waiting: deque[Chunk] = deque()
        self.suspects: deque[Chunk] = deque()
        self.running: dict[Future[list[Made]], Chunk] = {}
        self.alone = False

    def is_busy(self) -> bool:
        return bool(self.waiting or self.suspects or self.running)

    def feed(self, chunk: Chunk | None) -> None:
        """Take a chunk; give the workers as much as they need, and suspects one by one."""
        if chunk:
            self.waiting.append(chunk)
        self.alone = self.alone if self.running else bool(self.suspects)
        if self.alone or self.suspects:
            if self.alone and not self.running:
                self._submit(self.suspects)
            return
        while self.waiting and len(self.running) < 2 * self.crew.width:
            self._submit(self.waiting)

    def _submit(self, queue: deque[Chunk]) -> None:
        chunk = queue.popleft()
        try:
            future = self.executor.submit(job.make, *_order(chunk))
        except BrokenExecutor:  # while it was idle
            self._restart()
            future = self.executor.submit(job.make, *_order(chunk))
        self.running[future] = chunk

    def collect(self, *, at_once: bool) -> Iterator[tuple[Chunk, list[Made]]]:
        """Yield what is done; wait for something unless there is something else to do *at_once*."""
        if not self.running:
            return
        done, _ = wait(self.running, timeout=0 if at_once else _PATIENCE, return_when=FIRST_COMPLETED)
        if not (done or at_once) or any(future.cancelled() for future in done):
            self.crew.watch()
        if any(isinstance(_error(future), BrokenExecutor) for future in done):
            done, _ = wait(self.running)
            self._restart()
        for future in done:
            chunk, error = self.running.pop(future), _error(future)
            if error is None:
                yield chunk, future.result()
            elif isinstance(error, NoticeGenError):
                raise error
            elif not self.alone:
                self.suspects.append(chunk)
            elif len(chunk.entries) > 1:
                self.suspects.extend(chunk.part([n]) for n in range(len(chunk.entries)))
            else:
                yield chunk, [Made(b"", problems=(_lost(error),))]

    def _restart(self) -> None:
        self.executor.shutdown(cancel_futures=True)
        self.executor = self.crew.start()


def _error(future: Future[Any]) -> BaseException | None:
    return CancelledError() if future.cancelled() else future.exception()


def _lost(error: BaseException) -> Problem:
    return Problem(
        N_("Tiến trình in bị dừng đột ngột khi làm văn bản này ({loi})."),
        N_("Có thể máy thiếu bộ nhớ: đóng bớt chương trình, chạy lại với --jobs 1; vẫn vậy thì gửi hàng này cho người phụ trách phần mềm."),
        {"loi": f"{type(error).__name__}: {error}".splitlines()[0]},
    )


# --- processes -----------------------------------------------------------------------------------------


def _context() -> Any:
    """Fork where it is cheap and safe: what is compiled already need not be compiled by every worker."""
    import multiprocessing

    fork = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if fork else "spawn")


def _begin() -> None:
    """Ready a worker: Ctrl-C is the parent's, and nobody outlives it."""
    import multiprocessing

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: Any) -> None:
    parent.join()
    os._exit(1)


class _Here(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future
