"""What takes too long is ended wherever it was called, also where no clock of the system reaches."""

from __future__ import annotations

import math
import os
import re
import sys
import threading
import time
from datetime import date

import pytest

import notice_gen
from notice_gen.errors import InputError
from notice_gen.office import checking, watched
from tests.helpers.docx import docx, p


def in_a_thread(function):
    """Return what *function* returns, or raises, in another thread."""
    came = []

    def run():
        try:
            came.append(function())
        except Exception as error:
            came.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(120)
    assert came, "it hangs"
    return came[0]


def test_a_call_answers_and_its_process_serves_the_next():
    assert watched.within(30, math.sqrt, 9) == 3
    assert watched.within(30, os.getpid) == watched.within(30, os.getpid) != os.getpid()
    with pytest.raises(ZeroDivisionError):
        watched.within(30, divmod, 1, 0)
    assert watched.within(30, print, "no answer") is None


@pytest.mark.parametrize(("function", "arguments"), [
    (time.sleep, (600,)), (re.match, ("(a+)+$", "a" * 60 + "b")), (sys.exit, (0,)), (os._exit, (1,)), (os.abort, ()),
], ids=["sleeps", "a search without end", "exit", "dies", "crashes"])  # fmt: skip
def test_what_never_answers_is_ended(function, arguments):
    watched.within(30, math.sqrt, 9)  # its process is warm
    start = time.monotonic()
    error = in_a_thread(lambda: watched.within(1.0, function, *arguments))
    assert isinstance(error, watched.OverTimeError)
    assert time.monotonic() - start < 60
    assert watched.within(30, math.sqrt, 16) == 4


def test_a_paper_is_checked_alike_in_a_thread():
    paper = docx(p("Một văn bản"))
    assert in_a_thread(lambda: notice_gen.check_docx(paper, today=date(2026, 3, 5))) == notice_gen.check_docx(paper, today=date(2026, 3, 5))


def test_a_paper_that_takes_too_long_is_refused_in_a_thread(monkeypatch):
    monkeypatch.setattr(checking, "check_one", time.sleep)  # by name, as the process finds it
    job = checking.Job("x", frozenset(), date(2026, 3, 5), data=b"", seconds=0.1)
    monkeypatch.setattr(watched, "within", lambda _, function, *__, real=watched.within: real(1.0, function, 600))
    checked = in_a_thread(lambda: checking.check_timely(job))
    assert checked.verdict is None
    assert "quá nhiều thời gian" in checked.problems[0].message


def test_rubbish_is_refused_in_a_thread():
    assert isinstance(in_a_thread(lambda: notice_gen.check_docx(b"no docx")), InputError)
