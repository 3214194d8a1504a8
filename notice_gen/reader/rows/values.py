"""The values of a sheet, by calamine, which is used nowhere else.

calamine trusts an .xls: a damaged one can make it ask for a terabyte or stop the whole program.  What it reads
of an .xlsx or .ods was looked through before; an .xls it reads in a process of its own.
"""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

from notice_gen import child

_SECONDS = 120  # that may pass on a busy machine
_WORKING = 20  # of computing
_MEMORY = 2_000_000_000


class Unreadable(Exception):  # noqa: N818 - a verdict, caught beside it
    """A workbook that calamine does not read."""


Again = Callable[[], Iterator[list[Any]]]
"""The rows of a sheet from the first one, their cells from column A; as often as it is called."""


def rows(data: bytes, sheet: str) -> Again:
    """Return the rows of the sheet of that name in the workbook *data*.  Raises Unreadable: it cannot be read."""
    import python_calamine as calamine

    try:
        cells = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet)
    except BaseException as error:
        known = isinstance(error, calamine.CalamineError | OSError | ValueError)
        if known or type(error).__name__ == "PanicException":  # calamine itself gave up; it is no Exception
            raise Unreadable(str(error)) from error
        raise
    before = [""] * (cells.start or (0, 0))[1]
    return lambda: ([*before, *row] if before else row for row in cells.iter_rows())


def rows_apart(data: bytes, sheet: str) -> Again:
    """Return what :func:`rows` does, from a process that may die of it.  Raises Unreadable: it cannot be read."""
    try:
        asked = pickle.dumps((data, sheet))
        done = subprocess.run(  # noqa: S603 - ourselves
            child.command("doc-bang"), input=asked, capture_output=True, timeout=_SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise Unreadable(str(error)) from error
    every = pickle.loads(done.stdout)  # noqa: S301 - ourselves
    return lambda: iter(every)


def limited() -> None:
    """Take from this process what a workbook never needs of memory and computing."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_WORKING, _WORKING))
    except (ImportError, OSError, ValueError):  # Windows has no such limit, and gives no terabyte either
        pass


def main() -> None:
    """Do a child's work: the sheet asked for on standard input, its rows on standard output."""
    limited()
    data, sheet = pickle.load(sys.stdin.buffer)  # noqa: S301 - the parent's own
    try:
        every = list(rows(data, sheet)())
    except Unreadable:
        sys.exit(1)
    pickle.dump(every, sys.stdout.buffer)
