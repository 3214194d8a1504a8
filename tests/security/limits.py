"""A command line run in a child with limits on time and memory, as the system has them."""

from __future__ import annotations

import multiprocessing
import os
import re
import sys
from pathlib import Path

import pytest

from notice_gen.cli.main import run

SECONDS, MEMORY = 20, 300_000_000  # of computing before the system ends it: far below what has no end, above what a busy machine takes
needs_fork = pytest.mark.skipif(not hasattr(os, "fork") or not Path("/proc/self/statm").exists(), reason="needs fork and limits")


def refused(args: list[str], folder: Path, place: str, *, most: int = MEMORY, seconds: int = SECONDS) -> str:
    """A command line, run within bounds, refuses its input: exit 3, the place, in Vietnamese, and nothing is written; return what it said."""
    code, said, grown = in_a_child(args, folder, most, seconds)
    assert code == 3, said[-2000:]
    assert place in said, said[-2000:]
    assert "Traceback" not in said
    assert re.search("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]", said), said[-2000:]
    assert len(said) < 100_000
    assert grown < most
    assert not list(folder.glob("ra*"))
    return said


def in_a_child(args: list[str], folder: Path, most: int = MEMORY, seconds: int = SECONDS) -> tuple[int, str, int]:
    """Run a command line in a child with limits; its exit code, what it said, its bytes beyond its start."""
    out = folder / "noi.txt"
    context = multiprocessing.get_context("fork")
    told, tells = context.Pipe(duplex=False)
    child = context.Process(target=_measured, args=(args, out, most, seconds, tells))
    child.start()
    tells.close()
    try:
        code, grown = told.recv() if told.poll(60) else (None, 0)
    except EOFError:
        code, grown = None, 0
    child.kill()
    child.join()
    return (child.exitcode if code is None else code), out.read_text("utf-8", "replace"), grown


def _measured(args: list[str], out: Path, most: int, seconds: int, tells) -> None:
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[0]) * resource.getpagesize()
    room = pages + 2 * most
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds += int(used.ru_utime + used.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    os.environ["COLUMNS"] = "100"
    file = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(file, 1)
    os.dup2(file, 2)
    sys.stdout, sys.stderr = os.fdopen(os.dup(1), "w", encoding="utf-8"), os.fdopen(os.dup(2), "w", encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    code = run(args)
    sys.stdout.flush()
    sys.stderr.flush()
    tells.send((code, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024))
    os._exit(0)
