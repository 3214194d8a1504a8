"""A function called in a process of its own, which is ended when it takes too long: a thread cannot be, nor a search that never returns.

The process is kept for the next call.  It is no ``multiprocessing``: that runs the caller's own program again in the child.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any, TypeVar

R = TypeVar("R")

_KEPT = 2  # processes that wait for the next call
_START = 30.0  # seconds that a process may take until it listens
_LONGEST = 1 << 30  # bytes of a call, or of what comes back
_idle: list[_Worker] = []
_door = threading.Lock()


class OverTimeError(Exception):
    """A call took too long, or too much memory: its process was ended."""


def within(seconds: float, function: Callable[..., R], *arguments: object) -> R:
    """Return what *function* returns, called in another process for so long at most, by the clock; it and all it is given can be pickled.

    Raises OverTimeError: it took longer, or its process died of it; OSError: no process can be started.  What it raises is raised here.
    """
    with _door:
        worker = _idle.pop() if _idle else None
    worker = worker or _Worker()
    try:
        is_good, answer = worker.ask((function, arguments), seconds)
    except BaseException:
        worker.end()
        raise
    with _door:
        kept = len(_idle) < _KEPT
        if kept:
            _idle.append(worker)
    if not kept:
        worker.end()
    if is_good:
        return answer  # type: ignore[no-any-return]
    raise answer


class _Worker:
    """A process that answers one call after the other."""

    def __init__(self) -> None:
        begin = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
        self._process = subprocess.Popen([sys.executable, "-c", begin], stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - us
        self._is_new = True

    def ask(self, call: object, seconds: float) -> Any:
        wake = threading.Timer(seconds + _START * self._is_new, self._process.kill)
        wake.daemon = True
        wake.start()
        try:
            _write(self._process.stdin, pickle.dumps(call))
            self._is_new = False
            return pickle.loads(_read(self._process.stdout))  # noqa: S301 - of our own process
        except (OSError, EOFError) as error:
            raise OverTimeError(str(error)) from error
        finally:
            wake.cancel()

    def end(self) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()
        self._process.wait()


def serve() -> None:
    """Answer calls until nobody asks: what the process runs."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a function prints is no answer
    while True:
        try:
            function, arguments = pickle.loads(_read(asked))  # noqa: S301 - of our parent
        except EOFError:
            return
        try:
            answer = True, function(*arguments)
        except Exception as error:
            answer = False, error
        _write(answers, pickle.dumps(answer))


def _write(stream: IO[bytes] | None, data: bytes) -> None:
    if stream is None or len(data) > _LONGEST:
        raise EOFError
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def _read(stream: IO[bytes] | None) -> bytes:
    head = stream.read(8) if stream else b""
    size = int.from_bytes(head, "big")
    data = stream.read(size) if stream and len(head) == 8 and size <= _LONGEST else b""
    if len(head) != 8 or len(data) != size:
        raise EOFError
    return data
