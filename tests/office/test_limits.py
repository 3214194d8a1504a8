"""Work within limits: any thread, and what has not come in time never comes later."""

from __future__ import annotations

import contextlib
import threading
import time

import pytest

from notice_gen.office.limits import OutOfTimeError, within


def endless():
    while True:  # a rule that swallows everything it can
        try:
            sum(range(100))
        except Exception:  # noqa: S112
            continue


def in_a_thread(work):
    """Return what *work* gives, or raises, in a thread of its own, as a server's."""
    came = []

    def run():
        try:
            came.append(work())
        except BaseException as error:
            came.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(30)
    assert came, "it was not stopped"
    return came[0]


def stopped():
    within(0.2, endless)


def in_time():
    assert within(0.2, lambda: 7) == 7
    end = time.monotonic() + 0.5
    while time.monotonic() < end:  # were it to come later, here
        sum(range(100))
    return "done"


def test_the_main_thread():
    with pytest.raises(OutOfTimeError):
        stopped()
    assert in_time() == "done"


def test_a_thread_of_a_server():
    assert isinstance(in_a_thread(stopped), OutOfTimeError)
    assert in_a_thread(in_time) == "done"


def test_a_system_without_a_clock_of_computing(monkeypatch):
    monkeypatch.delattr("signal.setitimer", raising=False)  # Windows
    with pytest.raises(OutOfTimeError):
        stopped()
    assert in_time() == "done"


def short():
    """Computing that takes just about as long as it may."""
    end = time.monotonic() + 0.001
    while time.monotonic() < end:
        pass


def test_limits_at_the_very_end():
    """It runs out while all is left: it came, or it never comes, and no watcher stays to raise in the next thread of that name."""

    def often():
        for _ in range(200):
            with contextlib.suppress(OutOfTimeError):
                within(0.001, short)
            sum(range(1000))
        return "done"

    assert in_a_thread(often) == "done"
    until = time.monotonic() + 5
    while threading.active_count() > 1 and time.monotonic() < until:
        time.sleep(0.05)
    assert [one.name for one in threading.enumerate() if "watch" in one.name] == []
