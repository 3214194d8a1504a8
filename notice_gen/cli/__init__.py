"""The command line: the only click, the only "today", the only exit codes.  Nothing is decided here."""

from __future__ import annotations

from notice_gen.cli.main import main

__all__ = ["main"]
