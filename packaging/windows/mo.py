"""What a double click starts: ``mo.py soan [FILE.toml]`` opens the screen, ``kiem-tra FILE.docx`` and ``in FILE.toml`` show what they say.

The window stays until somebody has read it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from notice_gen.cli.main import run


def main(arguments: list[str]) -> int:
    """Do what the first argument says with the file that the second names; return the exit code."""
    action, *files = arguments
    if action == "soan":
        folder = [str(Path(file).parent) for file in files]
        code = run(["web", *folder])
        if not code:
            return 0
    else:
        code = run([{"kiem-tra": "check", "in": "render"}[action], "--", *files])
    print("\nNhấn Enter để đóng cửa sổ này.", end="", flush=True)
    sys.stdin.readline()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
