"""What one row of a mailing costs in instructions, which other work on the machine does not change.

``python -m benchmarks.instructions`` counts the command, and the same file compiled by hand, over tables of 20 and of 220 communes: start
and first notice are in both, so the difference is 200 rows.  Needs valgrind; two minutes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import batch, by_hand, corpus

_FEW, _MORE = 20, 220
_COUNTING = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def main() -> None:
    if len(sys.argv) > 1:  # the child that is counted
        by_hand.write(Path(sys.argv[1]), Path(sys.argv[2]), batch.TODAY)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "chung.toml").write_text(corpus.base(), "utf-8")
        for rows in (_FEW, _MORE):
            corpus.write_csv(folder / f"{rows}.csv", rows)
        ours, hand = _a_row(folder, _command), _a_row(folder, _by_hand)
    print(f"A row of notice-gen batch: {ours / 1e6:.2f} million instructions")
    print(f"  compiled by hand: {hand / 1e6:.2f}; ours against it: {ours / hand:.2f} (target: at most 1.5)")


def _command(data: Path, out: Path) -> list[object]:
    common = data.with_name("chung.toml")
    return ["notice_gen", "batch", common, "--data", data, "-o", out, "--name", "{{ van_ban.so }}", "--jobs", 1]


def _by_hand(data: Path, out: Path) -> list[object]:
    return ["benchmarks.instructions", data, out]


def _a_row(folder: Path, words: Callable[[Path, Path], list[object]]) -> float:
    """Return the instructions of one row; a first run, which leaves bytecode and what is kept, is not counted."""
    data = {rows: folder / f"{rows}.csv" for rows in (_FEW, _MORE)}
    _run([], words(data[_FEW], Path(tempfile.mkdtemp(dir=folder))))
    few, more = (_run(_COUNTING, words(path, Path(tempfile.mkdtemp(dir=folder)))) for path in data.values())
    return (more - few) / (_MORE - _FEW)


def _run(before: tuple[str, ...] | list[str], words: list[object]) -> int:
    """Return how many instructions a module took that was run with its *words*; 0 where nothing counted them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONHASHSEED": "0"}
    command = [*before, sys.executable, "-m", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    counted = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    return int(counted[1].replace(",", "")) if counted else 0


if __name__ == "__main__":
    main()
