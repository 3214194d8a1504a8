"""Word files as small pictures of their pages."""

from __future__ import annotations

import struct
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

# Sixteen colours are enough for a page: greys, and the reds of a stamp.
_GREYS = [(level, level, level) for level in (0, 36, 73, 109, 146, 182, 219, 255)]
_REDS = [(255, level, level) for level in (0, 36, 73, 109, 146, 182, 219, 240)]
_RED_FROM = 48


def printed(folder: Path) -> None:
    """Print a folder's Word files to PDF files beside them."""
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", own, "--headless", "--convert-to", "pdf", "--outdir", folder, *folder.glob("*.docx"))


def run(*command: str | Path) -> bytes:
    """Run a command of ours; return what it writes."""
    return subprocess.run(command, check=True, capture_output=True, timeout=600).stdout  # noqa: S603 - our own command


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
