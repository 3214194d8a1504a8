"""Workers behind ``concurrent.futures.Executor``: never more under way than they need, and one that dies costs at most its row."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from typing import Any

from notice_gen.batch import job
from notice_gen.batch.chunks import Chunk, Crew, order
from notice_gen.batch.job import Made
from notice_gen.errors import N_, NoticeGenError, Problem

_PATIENCE = 1.0  # seconds until somebody looks why nothing comes back
_WIDE = 1 << 20  # bytes of a pipe: as many as Linux grants to everybody


def processes(count: int) -> Executor:
    """Return an executor of *count* processes of this machine."""
    executor = ProcessPoolExecutor(count, _context(), _begin)
    _widen(executor)
    return executor


def fan_out(crew: Crew, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, list[Made]]]:
    """Yield each chunk with what was made of it, in the order they are done.

    Chunks are read while workers are busy, a few ahead.  When workers die, what they had in hand is tried again alone, then row
    by row; a row that brings them down again is refused.
    """
    hall = _Hall(crew)
    try:
        following = next(chunks, None)
        while following or hall.is_busy():
            more = following is not None and not hall.is_full()
            hall.feed(following if more else None)
            following = next(chunks, None) if more else following
            yield from hall.collect(at_once=following is not None and not hall.is_full())
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

    def is_full(self) -> bool:
        """Say whether as much waits as is worked on: what is read beyond that would only take memory."""
        return len(self.waiting) >= 2 * self.crew.width

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
            future = self.executor.submit(job.make, *order(chunk))
        except BrokenExecutor:  # while it was idle
            self._restart()
            future = self.executor.submit(job.make, *order(chunk))
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
    fork = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if fork else "spawn")


def _widen(executor: ProcessPoolExecutor) -> None:
    """Let a worker hand in what it made (half a megabyte) and go on: a pipe holds 64 kB, and to fetch the rest this process has to find the time.

    The library has no word for it: where its insides are called otherwise, or the system refuses, the pipe stays as it is.
    """
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        pipe = executor._result_queue._writer.fileno()  # type: ignore[attr-defined]  # noqa: SLF001
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _WIDE)


def _begin() -> None:
    """Ready a worker: Ctrl-C is the parent's, and nobody outlives it."""
    gc.freeze()  # what came from the parent: to collect it would copy it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: Any) -> None:
    parent.join()
    os._exit(1)
