"""A film of what a page shows, without a program that encodes it: the browser's own pictures, one after the other in an AVI file (Motion JPEG)."""

from __future__ import annotations

import base64
import contextlib
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_RATE = 4  # pictures in a second
_LONGEST = 3  # seconds that a picture stands at most: nobody wants to watch a machine wait
_HAS_INDEX = 0x10


@contextlib.contextmanager
def filmed(page: Any, path: Path) -> Iterator[None]:
    """Film what *page* shows while the ``with`` runs, into the file *path*, also when it ends in a failure."""
    shown: list[tuple[float, bytes]] = []
    session = page.context.new_cdp_session(page)

    def take(frame: Any) -> None:
        shown.append((frame["metadata"]["timestamp"], base64.b64decode(frame["data"])))
        session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    session.on("Page.screencastFrame", take)
    size = page.viewport_size
    session.send("Page.startScreencast", {"format": "jpeg", "quality": 70, "maxWidth": size["width"], "maxHeight": size["height"]})
    try:
        yield
    finally:
        with contextlib.suppress(Exception):
            session.send("Page.stopScreencast")
        path.write_bytes(avi(list(_evenly(shown)), size["width"], size["height"]))


def _evenly(shown: list[tuple[float, bytes]]) -> Iterator[bytes]:
    """Yield the pictures at an even rate."""
    ends = [at for at, _ in shown[1:]] + [shown[-1][0] + 1] if shown else []
    for (at, picture), end in zip(shown, ends, strict=True):
        for _ in range(max(1, round(min(end - at, _LONGEST) * _RATE)) if end - at > 1 / (2 * _RATE) else 0):
            yield picture


def avi(pictures: list[bytes], width: int, height: int) -> bytes:
    """Return JPEG pictures as an AVI file."""
    largest = max(map(len, pictures), default=0)
    main = struct.pack("<14I", 1_000_000 // _RATE, largest * _RATE, 0, _HAS_INDEX, len(pictures), 0, 1, largest, width, height, 0, 0, 0, 0)
    stream = b"vidsMJPG" + struct.pack("<IHHIIIIIIII4H", 0, 0, 0, 0, 1, _RATE, 0, len(pictures), largest, 0xFFFFFFFF, 0, 0, 0, width, height)
    picture = struct.pack("<IiiHH4sIiiII", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0)
    about = _list(b"hdrl", _chunk(b"avih", main) + _list(b"strl", _chunk(b"strh", stream) + _chunk(b"strf", picture)))
    index, at = [], 4
    for one in pictures:
        index.append(b"00dc" + struct.pack("<III", _HAS_INDEX, at, len(one)))
        at += 8 + len(one) + len(one) % 2
    film = _list(b"movi", b"".join(_chunk(b"00dc", one) for one in pictures))
    return _chunk(b"RIFF", b"AVI " + about + film + _chunk(b"idx1", b"".join(index)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _list(name: bytes, data: bytes) -> bytes:
    return _chunk(b"LIST", name + data)
