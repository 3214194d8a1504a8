"""The command line: the only click, the only "today", the only exit codes.  Nothing is decided here."""

from __future__ import annotations

from notice_gen import later, patterns

later.put_off_inspect()
patterns.remember(patterns.EVERY)
from notice_gen.cli.main import main  # noqa: E402 - what it loads compiles those patterns

__all__ = ["main"]
