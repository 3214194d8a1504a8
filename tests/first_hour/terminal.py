"""A terminal that somebody types into: a shell in tmux, each command waited for by its prompt."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 180.0  # seconds that a busy machine may take for one command
_PROMPT = re.compile(r"^\[(\d+)\]\$ *$")  # the exit code of the command before
needed = pytest.mark.skipif(not (shutil.which("tmux") and shutil.which("bash")), reason="needs tmux and bash")


class Terminal:
    """What stands on the screen, and the keyboard before it."""

    def __init__(self, tmux: list[str]) -> None:
        self._tmux = tmux

    def _ask(self, *words: str) -> str:
        return subprocess.run([*self._tmux, *words], capture_output=True, encoding="utf-8", check=True).stdout

    def screen(self) -> list[str]:
        """All lines since the terminal was cleared, those too long for it joined again."""
        return self._ask("capture-pane", "-p", "-J", "-S", "-").rstrip().splitlines()

    def keys(self, *keys: str) -> None:
        self._ask("send-keys", *keys)

    def type(self, text: str) -> None:
        self._ask("send-keys", "-l", text)

    def wait(self, seen: Callable[[list[str]], bool]) -> list[str]:
        until = time.monotonic() + PATIENCE
        while not seen(lines := self.screen()):
            assert time.monotonic() < until, "\n".join(lines)
            time.sleep(0.1)
        return lines

    def wait_for(self, text: str) -> None:
        self.wait(lambda lines: any(text in line for line in lines))

    def run(self, line: str) -> tuple[int, str]:
        """Type a command; return its exit code and what it said."""
        self.clear()
        self.type(line)
        self.keys("Enter")
        return self.ended()

    def clear(self) -> None:
        self._ask("send-keys", "-R")
        self._ask("clear-history")
        self.keys("C-l")
        self.wait(lambda lines: len(lines) == 1 and bool(_PROMPT.match(lines[0])))

    def ended(self) -> tuple[int, str]:
        """Wait for the prompt of the next command; return the exit code of the last, and what it said."""
        lines = self.wait(lambda lines: len(lines) > 1 and bool(_PROMPT.match(lines[-1])))
        match = _PROMPT.match(lines[-1])
        assert match
        return int(match[1]), "\n".join(lines[1:-1])


@contextmanager
def opened(folder: Path) -> Iterator[Terminal]:
    """Yield a terminal of 120 by 50 that stands in *folder*, where ``notice-gen`` is a command."""
    tools = folder.parent / "lenh"
    tools.mkdir()
    command = tools / "notice-gen"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m notice_gen "$@"\n', "utf-8")
    command.chmod(0o755)
    home = Path(__file__).parents[2]
    path = os.pathsep.join([str(home), *filter(None, [os.environ.get("PYTHONPATH")])])
    shell = {**os.environ, "PS1": "[$?]$ ", "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": path, "LC_ALL": "C.UTF-8", "HISTFILE": ""}
    tmux = ["tmux", "-u", "-f", os.devnull, "-S", str(tools / "tmux")]
    shell.pop("TMUX", None)
    started = ["new-session", "-d", "-x", "120", "-y", "50", "-c", str(folder), "bash", "--noprofile", "--norc", "-i"]
    subprocess.run([*tmux, *started], env=shell, check=True)
    try:
        yield Terminal(tmux)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
