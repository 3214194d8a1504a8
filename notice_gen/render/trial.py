"""A stranger's Word file is tried in a process of its own before it is compiled here, with little memory and little time.

What :mod:`expressions.bounds` and :mod:`trust` refuse is refused in words; what neither knows of (a text that a regular
expression does not get to the end of) ends the trial, not the program.  Only where the system has limits for processes (POSIX),
and only in a program of one thread: a fork of several may not come to its end.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
import time
from functools import lru_cache
from pathlib import Path

from notice_gen import kept
from notice_gen.errors import N_, NoticeGenError, Problem, TemplateError

_SECONDS = 2  # of work
_WAITING = 60.0  # seconds that may pass meanwhile on a busy machine
_BYTES = 300 << 20  # more than the program has
_TOO_MUCH = 9


@lru_cache(maxsize=32)
def tried(docx: bytes, label: str) -> None:
    """Compile a Word file in a child, once for all; raises TemplateError when that takes more time or memory than any template."""
    if os.name != "posix" or threading.active_count() > 1:
        return
    kept_as = kept.name(Path(__file__).parent, b"trial", docx, sys.version_info[:2])
    if kept.load(kept_as) is not None:
        return
    if not _ends(docx, label):
        raise TemplateError(Problem(
            N_("Mẫu {mau} cần quá nhiều thời gian hoặc bộ nhớ để đọc nên không dùng."),
            N_("Không dùng mẫu này nếu không rõ nguồn gốc. Mẫu của cơ quan: làm lại từ mẫu gốc: notice-gen templates export."),
            {"mau": label},
        ))
    kept.store(kept_as, b"+")


def _ends(docx: bytes, label: str) -> bool:
    """Tell whether a child with limits gets to an end, whatever that is."""
    child = os.fork()
    if not child:
        code = _TOO_MUCH
        try:
            code = _try(docx, label)
        finally:
            os._exit(code)  # nothing of the parent's is flushed or closed
    before = time.monotonic() + _WAITING
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        if time.monotonic() > before:
            os.kill(child, 9)
            os.waitpid(child, 0)
            return False
        time.sleep(0.002)


def _try(docx: bytes, label: str) -> int:
    import resource

    gc.freeze()  # what the parent holds is not looked through: in a large program that alone would take the time
    from notice_gen.render.compiling import compile_prepared
    from notice_gen.render.prepare import prepare

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + _SECONDS
    with contextlib.suppress(OSError, ValueError):  # a limit that is lower already
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + _BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    try:
        compile_prepared(prepare(docx, label, None), label)
    except NoticeGenError:
        return 0  # the parent will say it
    except (MemoryError, RecursionError):
        return _TOO_MUCH
    return 0
