"""The file system inside an .xls ([MS-CFB]): sectors, chained by a table of who follows whom."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

_HEADER = 512
_ENTRY = 128
_STREAM = 2
_SPECIAL = 0xFFFFFFFA  # sector numbers from here on mean free, end, or a table


class Compound:
    """A compound file.

    Attributes:
        names: of all its streams and storages.

    Raises:
        struct.error, IndexError, UnicodeDecodeError, ValueError: it is damaged.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise ValueError("no compound file")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        (directory,), (self._small, self._mini_fat_at) = struct.unpack_from("<I", data, 48), struct.unpack_from("<II", data, 56)
        self._fat = [n for at in self._fat_sectors() for n in _numbers(self._sector(at))]
        self._entries = self._chained(directory)
        self.names = [self._name(at) for at in range(0, len(self._entries) - _ENTRY + 1, _ENTRY)]

    def stream(self, name: str) -> bytes:
        """Return the first stream called *name*, or nothing."""
        for n, called in enumerate(self.names):
            if called == name and self._entries[n * _ENTRY + 66] == _STREAM:
                start, total = struct.unpack_from("<II", self._entries, n * _ENTRY + 116)
                return (self._chained(start) if total >= self._small else self._mini(start))[:total]
        return b""

    def _name(self, at: int) -> str:
        (length,) = struct.unpack_from("<H", self._entries, at + 64)
        return self._entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le")

    def _sector(self, n: int) -> bytes:
        return self._data[(n + 1) * self._size : (n + 2) * self._size]

    def _fat_sectors(self) -> list[int]:
        sectors = list(_numbers(self._data[76:_HEADER]))
        (more_at,) = struct.unpack_from("<I", self._data, 68)
        most = len(self._data) // self._size // (self._size // 4) + 1  # that a file of this size can fill
        while more_at < _SPECIAL and len(sectors) < most:
            *more, more_at = _numbers(self._sector(more_at))
            sectors += more
        return [n for n in sectors if n < _SPECIAL][:most]

    def _chained(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self._fat)))

    def _mini(self, start: int) -> bytes:
        (first,) = struct.unpack_from("<I", self._entries, 116)  # the root entry holds all small streams
        held, size = self._chained(first), self._mini_size
        fat = list(_numbers(self._chained(self._mini_fat_at)))
        return b"".join(held[n * size : (n + 1) * size] for n in _chain(start, fat))


def _numbers(data: bytes) -> Iterator[int]:
    return (n for (n,) in struct.iter_unpack("<I", data[: len(data) // 4 * 4]))


def _chain(start: int, table: Sequence[int]) -> Iterator[int]:
    for _ in range(len(table)):
        if start >= len(table):
            return
        yield start
        start = table[start]
