"""How long one file may be worked on."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_AGAIN = 1.0  # seconds: what is raised while the collector calls back is swallowed there


class OutOfTimeError(BaseException):
    """A file takes longer than any document; no rule may catch it."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what *work* gives, stopped after so much computing, in any thread and on any system.

    In the main thread of POSIX the system's clock of computing is asked; elsewhere (Windows, a thread of a server) a thread of ours watches
    the time that passes, and one long step of C, such as a regular expression's, is stopped only after it.
    A function, no context manager: what is raised at the very end must find the way out closed behind it (see :func:`_watched`).
    Raises OutOfTimeError; also when *work* ended after its time, where what was raised in it was swallowed.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        return _by_signal(seconds, work)
    return _watched(seconds, work)


def _by_signal(seconds: float, work: Callable[[], T]) -> T:
    fired = threading.Event()

    def stop(*_: object) -> None:
        fired.set()
        raise OutOfTimeError

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        result = work()
    finally:
        while True:  # as below
            try:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
                signal.signal(signal.SIGVTALRM, before)
                break
            except OutOfTimeError:
                continue
    return _in_time(fired, result)


def _watched(seconds: float, work: Callable[[], T]) -> T:
    thread, over, fired, turn = threading.get_ident(), threading.Event(), threading.Event(), threading.Lock()

    def watch() -> None:
        pause = seconds
        while not over.wait(pause):
            with turn:
                if not over.is_set():
                    fired.set()
                    _raise_in(thread, OutOfTimeError)
            pause = _AGAIN

    try:
        threading.Thread(target=watch, daemon=True).start()
        result = work()
    finally:
        # It may come at any call, in here too, and a watcher that is left would raise for ever in whatever thread has that name next.
        while True:
            try:
                with turn:
                    over.set()
                    _raise_in(thread, None)  # what was asked for and has not come
                break
            except OutOfTimeError:
                continue
    return _in_time(fired, result)


def _in_time(fired: threading.Event, result: T) -> T:
    if fired.is_set():
        raise OutOfTimeError
    return result


def _raise_in(thread: int, kind: type[BaseException] | None) -> None:
    """Have a thread raise *kind* at its next step; None: what it was to raise is forgotten."""
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(kind) if kind else None)
