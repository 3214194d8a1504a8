"""Work within limits: any thread, and what has not come in time never comes later."""

from __future__ import annotations

import threading
import time

import pytest

from notice_gen.office.limits import OutOfTimeError, limited


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
    with limited(0.2):
        endless()


def in_time():
    with limited(0.2):
        pass
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


def test_limits_at_the_very_end():
    """It runs out while the block is left: it came, or it never comes."""

    def often():
        for _ in range(60):
            try:
                with limited(0.001):
                    end = time.monotonic() + 0.001
                    while time.monotonic() < end:
                        pass
            except OutOfTimeError:
                pass
            sum(range(1000))
        return "done"

    assert in_a_thread(often) == "done"
