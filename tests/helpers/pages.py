"""Pages as LibreOffice prints them, measured: their lines, in mm from the paper's left and top edges."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MM = 25.4 / 72
DPI = 144
_APART = 6  # mm between words of one line and those of the next column


@dataclass(frozen=True)
class Piece:
    """Words with one baseline in one column: their text, and where they lie."""

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float


def printed(folder: Path, docx: Iterable[Path]) -> None:
    """Print Word files to PDF files of the same names, in *folder*."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *docx], check=True, capture_output=True, timeout=540)


def pieces(pdf: Path) -> list[Piece]:
    """Return the lines of a PDF, page by page from the top, those side by side apart."""
    html = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    return [piece for page, body in enumerate(html.split("<page ")[1:], 1) for piece in _of_page(page, body)]


def _of_page(page: int, body: str) -> Iterator[Piece]:
    rows = defaultdict(list)
    for box in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)', body):
        left, top, right, bottom = (float(value) * MM for value in box[:4])
        rows[round(bottom, 1)].append((left, right, top, bottom, box[4]))
    for _, words in sorted(rows.items()):
        run = []
        for word in sorted(words):
            if run and word[0] - run[-1][1] > _APART:
                yield _joined(page, run)
                run = []
            run.append(word)
        yield _joined(page, run)


def _joined(page: int, words: list[tuple[float, float, float, float, str]]) -> Piece:
    text = " ".join(word[4] for word in words).replace("\u00a0", " ")
    return Piece(page, text, words[0][0], words[-1][1], min(word[2] for word in words), max(word[3] for word in words))


def count(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, encoding="utf-8").stdout
    return int(re.search(r"Pages: +(\d+)", info)[1])


def rules(pdf: Path, page: int = 1) -> list[tuple[float, float]]:
    """Return (left, length) in mm of every rule drawn on a page, from the top: thin dark rows longer than any stroke of a letter."""
    command = ["pdftoppm", "-gray", "-r", str(DPI), "-f", str(page), "-l", str(page), pdf]
    image = subprocess.run(command, check=True, capture_output=True).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", image)
    width, height = int(head[1]), int(head[2])
    px, found, seen = 25.4 / DPI, [], {}  # where each run that is still going on began, and the row it was seen in last
    dark = re.compile(rb"[\x00-\xb0]{22,}")
    for y in range(height):
        row = image[head.end() + y * width : head.end() + (y + 1) * width]
        for run in dark.finditer(row):
            near = next((at for at, last in seen.items() if abs(at - run.start()) <= 3 and y - last <= 3), None)
            if near is None:
                found.append((run.start() * px, (run.end() - run.start()) * px))
            seen[run.start() if near is None else near] = y
    return found
