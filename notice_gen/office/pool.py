"""Many things to work on: in this process, or by workers, no more under way than they need; one that dies loses only what killed it.

The library of processes is loaded only for workers.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from notice_gen import windows
from notice_gen.errors import NoticeGenError
from notice_gen.records import record

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")
R = TypeVar("R")

_PATIENCE = 1.0  # seconds until somebody looks why nothing comes back


@record
class Crew:
    """The workers, where this process does not do the work itself."""

    start: Callable[[], Executor]  # gives an executor; called again when one broke
    width: int  # how many things are worked on at once
    watch: Callable[[], None] = lambda: None  # called while nothing comes back; raises when nothing will


@record
class Work(Generic[T, R]):
    """What is to be done with each of many things."""

    order: Callable[[T], tuple[Callable[..., R], tuple[Any, ...]]]  # the function that a worker calls for a thing, and its arguments
    parts: Callable[[T], Sequence[T]]  # to be worked on one by one when a thing brought its worker down; itself when it has none
    lost: Callable[[T, BaseException], R]  # the result of a thing that brings its worker down even alone
    at_once: Callable[[T], R] | None = None  # does in this process what a worker would, with less ado

    def here(self, thing: T) -> R:
        """Do the work on *thing* at once, in this process."""
        if self.at_once:
            return self.at_once(thing)
        function, arguments = self.order(thing)
        return function(*arguments)


def processes(count: int) -> Crew:
    """Return a crew of *count* processes of this machine, or as many as Windows can wait for."""
    if sys.platform == "win32":
        count = min(count, windows.MOST_PROCESSES)

    def start() -> Executor:
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(count, _context(), _begin)

    return Crew(start, count)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fan_out(crew: Crew | None, work: Work[T, R], things: Iterator[T]) -> Iterator[tuple[T, R]]:
    """Yield each thing with its result, in the order they are done; without a crew this process does the work.

    Things are read while workers are busy, a few ahead.  When workers die, what they had in hand is tried again alone, then
    in its parts; a part that brings them down again is lost.

    Raises NoticeGenError: the first that a worker raised.
    """
    if crew is None:
        for thing in things:
            yield thing, work.here(thing)
        return
    hall = _Hall(crew, work)
    try:
        following = next(things, None)
        while following is not None or hall.is_busy():
            more = following is not None and not hall.is_full()
            hall.feed(following if more else None)
            following = next(things, None) if more else following
            yield from hall.collect(at_once=following is not None and not hall.is_full())
    finally:
        hall.executor.shutdown(cancel_futures=True)


class _Hall(Generic[T, R]):
    """Where a crew works: things come in, results go out."""

    def __init__(self, crew: Crew, work: Work[T, R]) -> None:
        self.crew, self.work = crew, work
        self.executor = crew.start()
        self.waiting: deque[T] = deque()
        self.suspects: deque[T] = deque()
        self.running: dict[Future[R], T] = {}
        self.alone = False

    def is_busy(self) -> bool:
        return bool(self.waiting or self.suspects or self.running)

    def is_full(self) -> bool:
        """Say whether as much waits as is worked on: what is read beyond that would only take memory."""
        return len(self.waiting) >= 2 * self.crew.width

    def feed(self, thing: T | None) -> None:
        """Take a thing; give the workers as much as they need, and suspects one by one."""
        if thing is not None:
            self.waiting.append(thing)
        self.alone = self.alone if self.running else bool(self.suspects)
        if self.alone or self.suspects:
            if self.alone and not self.running:
                self._submit(self.suspects)
            return
        while self.waiting and len(self.running) < 2 * self.crew.width:
            self._submit(self.waiting)

    def _submit(self, queue: deque[T]) -> None:
        from concurrent import futures

        thing = queue.popleft()
        function, arguments = self.work.order(thing)
        try:
            future = self.executor.submit(function, *arguments)
        except futures.BrokenExecutor:  # while it was idle
            self._restart()
            future = self.executor.submit(function, *arguments)
        self.running[future] = thing

    def collect(self, *, at_once: bool) -> Iterator[tuple[T, R]]:
        """Yield what is done; wait for something unless there is something else to do *at_once*."""
        from concurrent import futures

        if not self.running:
            return
        done, _ = futures.wait(self.running, timeout=0 if at_once else _PATIENCE, return_when=futures.FIRST_COMPLETED)
        if not (done or at_once) or any(future.cancelled() for future in done):
            self.crew.watch()
        if any(isinstance(_error(future), futures.BrokenExecutor) for future in done):
            done, _ = futures.wait(self.running)
            self._restart()
        for future in done:
            thing, error = self.running.pop(future), _error(future)
            if error is None:
                yield thing, future.result()
            elif isinstance(error, NoticeGenError):
                raise error
            elif not self.alone:
                self.suspects.append(thing)
            elif len(parts := self.work.parts(thing)) > 1:
                self.suspects.extend(parts)
            else:
                yield thing, self.work.lost(thing, error)

    def _restart(self) -> None:
        self.executor.shutdown(cancel_futures=True)
        self.executor = self.crew.start()


def _error(future: Future[Any]) -> BaseException | None:
    from concurrent import futures

    return futures.CancelledError() if future.cancelled() else future.exception()


def _context() -> Any:
    """Fork where it is cheap and safe: what is compiled already need not be compiled by every worker."""
    import multiprocessing

    fork = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if fork else "spawn")


def _begin() -> None:
    """Ready a worker: Ctrl-C is the parent's, and nobody outlives it."""
    import multiprocessing

    gc.freeze()  # what came from the parent: to collect it would copy it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: Any) -> None:
    parent.join()
    os._exit(1)
