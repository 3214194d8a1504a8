"""A zip archive with some members changed and every other one copied as it lies there (APPNOTE 4.3)."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF_8 = 0x800
_KEPT_FLAGS = 0x6 | _UTF_8  # the compression's own; sizes go into the local header, nothing is encrypted


def rewritten(data: bytes, members: Iterable[zipfile.ZipInfo], changed: Mapping[str, bytes]) -> bytes:
    """Return the archive, written as a new one.  Raises BadZipFile: a member is not where the directory says.

    *members* is the directory of *data*; *changed* has the bytes of members to change, in their place, or to add, after the others.
    """
    out: list[bytes] = []
    directory: list[bytes] = []
    waiting, offset = dict(changed), 0

    def put(info: zipfile.ZipInfo, stored: bytes, method: int, crc: int, size: int) -> None:
        nonlocal offset
        name = info.filename.encode("utf-8")
        flags = info.flag_bits & _KEPT_FLAGS | (0 if name.isascii() else _UTF_8)
        year, month, day, hour, minute, second = info.date_time
        shared = (20, flags, method, hour << 11 | minute << 5 | second // 2, max(year - 1980, 0) << 9 | month << 5 | day)
        sizes = (crc, len(stored), size, len(name), 0)
        out.extend((_LOCAL.pack(b"PK\3\4", *shared, *sizes), name, stored))
        directory.extend((_ENTRY.pack(b"PK\1\2", info.create_system << 8 | 20, *shared, *sizes, 0, 0, 0, info.external_attr, offset), name))
        offset += _LOCAL.size + len(name) + len(stored)

    for info in members:
        new = waiting.pop(info.filename, None)
        put(info, *((_stored(data, info), info.compress_type, info.CRC, info.file_size) if new is None else _deflated(new)))
    for name, new in waiting.items():
        put(zipfile.ZipInfo(name), *_deflated(new))
    entries, count = b"".join(directory), len(directory) // 2
    return b"".join((*out, entries, _END.pack(b"PK\5\6", 0, 0, count, count, len(entries), offset, 0)))


def _deflated(data: bytes) -> tuple[bytes, int, int, int]:
    return zlib.compress(data, wbits=-zlib.MAX_WBITS), zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data)


def _stored(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes as they lie in the archive, compressed."""
    header = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or header[:4] != b"PK\3\4":
        raise zipfile.BadZipFile(info.filename)
    *_, name, extra = _LOCAL.unpack(header)
    start = info.header_offset + _LOCAL.size + name + extra
    stored = data[start : start + info.compress_size]
    if len(stored) < info.compress_size:
        raise zipfile.BadZipFile(info.filename)
    return stored
