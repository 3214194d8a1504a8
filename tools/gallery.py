"""Render every example to small pictures of its pages, for ``docs/mau.md``, and every type's sample to one, for the screen's gallery.

Usage:
    python tools/gallery.py

Needs LibreOffice (``soffice``) and poppler (``pdftoppm``).  Writes ``docs/gallery/<example>-<page>.png`` and
``notice_gen/web/static/types/<mau>.png``.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from notice_gen import issue, templates

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery"
TYPES = ROOT / "notice_gen" / "web" / "static" / "types"
_DPI, _SMALL = 60, 30
_DAY = date(2026, 11, 23)
# Sixteen colours are enough for a page: greys, and the reds of a stamp.
_GREYS = [(level, level, level) for level in (0, 36, 73, 109, 146, 182, 219, 255)]
_REDS = [(255, level, level) for level in (0, 36, 73, 109, 146, 182, 219, 240)]
_RED_FROM = 48


def main() -> int:
    """Write the pictures; return the exit code."""
    examples = {path.stem: path.read_bytes() for path in sorted((ROOT / "examples").glob("*.toml"))}
    samples = {mau: templates.sample(mau).encode() for mau in templates.names()}
    for folder, texts, dpi in ((GALLERY, examples, _DPI), (TYPES, samples, _SMALL)):
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        sizes = [path.stat().st_size for path in pictures(texts, folder, dpi, first=folder == TYPES)]
        sys.stdout.write(f"{folder.relative_to(ROOT)}: {len(sizes)} pages, {sum(sizes) // 1024} KB\n")
    return 0


def pictures(texts: Mapping[str, bytes], folder: Path, dpi: int, *, first: bool) -> Iterator[Path]:
    """Write a picture of each page of each notice, by name, or of its *first* page alone; yield the files."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for name, data in texts.items():
            made = issue.issue(data, file=f"{name}.toml", folder=work, today=_DAY)
            (work / f"{name}.docx").write_bytes(made.docx)
        own = f"-env:UserInstallation={(work / 'profile').as_uri()}"
        _run("soffice", own, "--headless", "--convert-to", "pdf", "--outdir", work, *work.glob("*.docx"))
        for pdf in sorted(work.glob("*.pdf")):
            pages = work / pdf.stem
            pages.mkdir()
            _run("pdftoppm", "-r", str(dpi), *(("-l", "1") if first else ()), pdf, pages / "p")
            for number, page in enumerate(sorted(pages.iterdir(), key=_page), start=1):
                path = folder / (f"{pdf.stem}.png" if first else f"{pdf.stem}-{number}.png")
                path.write_bytes(png(page.read_bytes()))
                yield path


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=600)  # noqa: S603 - our own command


def _page(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def png(ppm: bytes) -> bytes:
    """Return a picture in 16 colours from a P6 picture."""
    kind, width, height, _, pixels = _header(ppm)
    if kind != b"P6":
        raise ValueError(kind)
    known: dict[bytes, int] = {}
    rows = bytearray()
    for y in range(height):
        row = [known.setdefault(pixel, _index(*pixel)) for pixel in _pixels(pixels, y * width, width)]
        row += [0] * (width % 2)
        rows += b"\0" + bytes(high << 4 | low for high, low in zip(row[::2], row[1::2], strict=True))
    head = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    palette = bytes(channel for colour in (*_GREYS, *_REDS) for channel in colour)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    packed = (struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def _header(ppm: bytes) -> tuple[bytes, int, int, int, bytes]:
    kind, width, height, depth = ppm.split(None, 4)[:4]
    start = len(ppm) - int(width) * int(height) * 3
    return kind, int(width), int(height), int(depth), ppm[start:]


def _pixels(data: bytes, start: int, count: int) -> Iterator[bytes]:
    return (data[at : at + 3] for at in range(start * 3, (start + count) * 3, 3))


def _index(red: int, green: int, blue: int) -> int:
    if red - (green + blue) // 2 > _RED_FROM:
        return len(_GREYS) + min(range(len(_REDS)), key=lambda i: abs(_REDS[i][1] - (green + blue) // 2))
    return min(range(len(_GREYS)), key=lambda i: abs(_GREYS[i][0] - (red + green + blue) // 3))


if __name__ == "__main__":
    sys.exit(main())
