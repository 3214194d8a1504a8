"""How far a batch has come: a bar with rate and remaining time on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time

import click

from notice_gen.cli import report
from notice_gen.cli.i18n import Say
from notice_gen.errors import N_

_WIDTH = 30
_OFTEN, _SELDOM = 0.1, 10.0  # seconds between two looks at a terminal, two lines of a log


class Bar:
    """Reports on stderr how many notices are made; nothing where it is not to be *shown*."""

    def __init__(self, say: Say, *, shown: bool = True) -> None:
        self._say, self._shown = say, shown
        self._on_terminal = bool(sys.stderr and sys.stderr.isatty())
        self._start = self._last = time.monotonic()
        self._drawn = 0

    def at(self, done: int, total: int | None) -> None:
        """Take note that *done* are made, of *total* once that is known."""
        now = time.monotonic()
        if not self._shown or self._is_early(now, last=done == total):
            return
        self._last = now
        line = self._line(done, total, now - self._start)
        if self._on_terminal:
            click.echo("\r" + line.ljust(self._drawn), nl=False, err=True)
            self._drawn = len(line)
        else:
            report.note(line)

    def _is_early(self, now: float, *, last: bool) -> bool:
        return now - self._last < (_OFTEN if self._on_terminal else _SELDOM) and not (last and self._drawn)

    def _line(self, done: int, total: int | None, seconds: float) -> str:
        rate = done / seconds if seconds else 0.0
        if total is None:
            return self._say(N_("{xong} văn bản, {toc_do} văn bản/giây")).format(xong=done, toc_do=round(rate))
        full = round(_WIDTH * done / total) if total else _WIDTH
        left = round((total - done) / rate) if rate else 0
        bar = f"[{'#' * full}{'.' * (_WIDTH - full)}] " if self._on_terminal else ""
        line = self._say(N_("{xong}/{tong} văn bản, {toc_do} văn bản/giây, còn {con_lai} giây"))
        return bar + line.format(xong=done, tong=total, toc_do=round(rate), con_lai=left)

    def close(self) -> None:
        """Leave the line of the bar."""
        if self._on_terminal and self._drawn:
            click.echo("\r" + " " * self._drawn + "\r", nl=False, err=True)
            self._drawn = 0
