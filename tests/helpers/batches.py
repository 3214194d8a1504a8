"""A common findings file and rows for it, and what a batch made of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

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
