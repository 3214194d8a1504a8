"""Run pytest again and again without loading what others wrote again: each run is a fork of this process.

``python -m tools.warm`` reads from its standard input a line of JSON for each run, ``[arguments, environment, seconds]``,
and answers with pytest's exit code, or -1 for a run that was still going after so many seconds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time

import click.testing
import docx
import docxtpl
import hypothesis
import hypothesis.strategies
import jsonschema
import lxml.etree
import openpyxl
import pydantic
import pytest
import sqlalchemy.dialects.sqlite
import tree_sitter_toml

LOADED = (click.testing, docx, docxtpl, hypothesis.strategies, jsonschema, lxml.etree, openpyxl, pydantic, sqlalchemy, tree_sitter_toml)
_HUNG = -1


def forked(arguments: list[str], environment: dict[str, str], seconds: float) -> int:
    """Run pytest in a child with a group of its own; end what is left of the group after it."""
    child = os.fork()
    if not child:
        os.setsid()
        os.environ.update(environment)
        sys.dont_write_bytecode = bool(environment.get("PYTHONDONTWRITEBYTECODE"))
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nothing, number)
        code = 3
        try:
            code = int(pytest.main([*arguments, "-W", "ignore::pytest.PytestAssertRewriteWarning"]))
        finally:
            os._exit(code)
    end, code = time.monotonic() + seconds, _HUNG
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status) & 255
            break
        time.sleep(0.02)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        return code
    if code == _HUNG:
        os.waitpid(child, 0)
    return code


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        sys.stdout.write(f"{forked(*json.loads(line))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
