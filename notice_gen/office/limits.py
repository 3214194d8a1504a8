"""How long one paper may take: more computing than any document needs is refused."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class OutOfTimeError(BaseException):
    """A file takes longer than any document; no rule may catch it."""


@contextmanager
def limited(seconds: float) -> Iterator[Callable[[object], bool]]:
    """Stop what runs within after so much computing; yield what says, asked about anything, that there is time left.

    Where the system has no such clock, and outside the main thread, only asking stops it.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        end = time.thread_time() + seconds

        def in_time(_: object) -> bool:
            if time.thread_time() > end:
                raise OutOfTimeError
            return True

        yield in_time
        return

    def stop(*_: object) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGVTALRM, stop)
    # Once more each second: what is raised while the collector calls back is swallowed there.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)
    try:
        yield lambda _: True  # asking the clock 285 times would cost a tenth of a page
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
