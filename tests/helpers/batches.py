"""A common findings file and rows for it, and what a batch made of them."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from notice_gen.cli.main import run
from tests.helpers.findings import GOOD
from tests.helpers.word import paragraphs

BASE = (
    GOOD.replace('[don_vi]\nten = "thôn Một"\n\n', "")
    .replace("so = 12\n", "")
    .replace("tiep_nhan = 322\n", "")
    .replace('dieu_kien = "tiep_nhan == 322"', 'dieu_kien = "tiep_nhan >= 0"')
)
AUTO = BASE.replace("ngay = 2024", 'so = "tu-dong"\nngay = 2024')
HEAD = ("don_vi.ten", "so_lieu.tiep_nhan")
OUT = Path("ra")


def thon(count: int) -> list[tuple[str, int]]:
    """Rows for *count* units."""
    return [(f"thôn {n}", 10 * n) for n in range(1, count + 1)]


def put(rows: Iterable[Sequence[object]], *, head: Sequence[str] = HEAD, base: str = BASE, name: str = "so-lieu.csv") -> list[str]:
    """Write the common file and the rows; return the command that makes notices of them."""
    Path("chung.toml").write_text(base, "utf-8")
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return ["batch", "chung.toml", "--data", name, "-o", str(OUT), "--jobs", "1"]


def made(folder: Path = OUT) -> dict[str, bytes]:
    """What lies in the output folder, the manifest apart: also what should not."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "ket-qua.jsonl"} if folder.exists() else {}


def manifest(folder: Path = OUT) -> list[dict[str, Any]]:
    """The lines of the manifest."""
    return [json.loads(line) for line in (folder / "ket-qua.jsonl").read_text("utf-8").splitlines()]


def said(name: str, folder: Path = OUT) -> str:
    """The text of one output."""
    return "\n".join(paragraphs((folder / name).read_bytes()))


def start(command: list[str], **options: Any) -> subprocess.Popen[str]:
    """The command as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "notice_gen", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        start_new_session=sys.platform != "win32", preexec_fn=_hears_ctrl_c if sys.platform != "win32" else None, **options,  # noqa: PLW1509 - one thread
    )  # fmt: skip


def _hears_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job, the tests themselves, may be deaf to it


def finished(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code of a process that ends, and what it said."""
    _, err = process.communicate(timeout=60)
    return process.returncode, err


def from_two_desks(command: Callable[[str], list[str]], where: str) -> None:
    """Print from two folders at once, by what *command* writes in each and returns, on the register at *where*, which a file is begun for."""
    if "://" not in where:
        assert run(["register", "init", "--register", where]) == 0
    processes = []
    for desk in ("a", "b"):
        Path(desk).mkdir()
        os.chdir(desk)
        words = command(desk)
        os.chdir("..")
        processes.append(start([*words, "--register", where if "://" in where else f"../{where}"], cwd=desk))
    assert [finished(process)[0] for process in processes] == [0, 0]
