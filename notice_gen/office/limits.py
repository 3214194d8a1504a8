"""How long one file may be worked on."""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_AGAIN = 1.0  # seconds: what is raised while the collector calls back is swallowed there


class OutOfTimeError(BaseException):
    """A file takes longer than any document; no rule may catch it."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Stop what runs within after so much computing, in any thread and on any system.

    In the main thread of POSIX the system's clock of computing is asked; elsewhere (Windows, a thread of a server) a thread of ours watches
    the time that passes, and one long step of C, such as a regular expression's, is stopped only after it.
    Raises OutOfTimeError: within, wherever it is.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        with _by_signal(seconds):
            yield
    else:
        with _watched(seconds):
            yield


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    thread, over, turn = threading.get_ident(), threading.Event(), threading.Lock()

    def watch() -> None:
        pause = seconds
        while not over.wait(pause):
            with turn:
                if not over.is_set():
                    _raise_in(thread, OutOfTimeError)
            pause = _AGAIN

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with turn:
            over.set()
            _raise_in(thread, None)  # what was asked for and has not come would come somewhere behind


def _raise_in(thread: int, kind: type[BaseException] | None) -> None:
    """Have a thread raise *kind* at its next step; None: what it was to raise is forgotten."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(kind) if kind else None)
