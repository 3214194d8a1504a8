"""The zip around the parts: everything that never changes is deflated once; same input, same bytes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from datetime import date

from markupsafe import escape

CORE = "docProps/core.xml"
_STAMP = "notice-gen:sha256:"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can name
_CORE_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{creator}</dc:creator>"
    '<cp:lastModifiedBy>{creator}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified>'
    "<dc:identifier>{stamp}</dc:identifier><dc:language>vi-VN</dc:language></cp:coreProperties>"
)


def prefix(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of the parts that are the same in every notice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(_info(name, _EPOCH), data)
    return buffer.getvalue()


def checksums(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return one line for each part: its name and CRC-32."""
    return tuple(f"{name} {zlib.crc32(data):08x}" for name, data in parts.items())


def pack(
    fixed: bytes, fixed_sums: Iterable[str], parts: Mapping[str, bytes], *, title: str, subject: str, creator: str, created: date
) -> bytes:
    """Return the whole .docx.

    Args:
        fixed: what :func:`prefix` made, and ``fixed_sums`` its :func:`checksums`.
        fixed_sums: see ``fixed``.
        parts: this notice's own parts, in the order to be written.
        title: document property.
        subject: document property.
        creator: document property.
        created: the only time that gets into the file.
    """
    core = _CORE_XML.format(
        title=escape(title),
        subject=escape(subject),
        creator=escape(creator),
        time=f"{created.isoformat()}T00:00:00Z",
        stamp=_stamp((*fixed_sums, *checksums(parts))),
    )
    time = (max(created.year, 1980), created.month, created.day, 0, 0, 0)
    buffer = io.BytesIO()
    buffer.write(fixed)
    with zipfile.ZipFile(buffer, "a") as archive:
        for name, data in parts.items():
            archive.writestr(_info(name, time), data)
        archive.writestr(_info(CORE, time), core)
    return buffer.getvalue()


def is_untouched(docx: bytes) -> bool:
    """Say whether *docx* is exactly what :func:`pack` wrote: Word and LibreOffice rewrite every part they save."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            core = archive.read(CORE).decode("utf-8")
            stamp = re.search(f"<dc:identifier>({_STAMP}[0-9a-f]{{64}})</dc:identifier>", core)
            sums = [f"{i.filename} {i.CRC:08x}" for i in archive.infolist() if i.filename != CORE]
            return stamp is not None and stamp[1] == _stamp(sums) and archive.testzip() is None
    except (zipfile.BadZipFile, KeyError, ValueError, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return False


def _stamp(sums: Iterable[str]) -> str:
    return _STAMP + hashlib.sha256("\n".join(sorted(sums)).encode()).hexdigest()


def _info(name: str, time: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, time)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # else the bytes would tell Windows from Linux
    return info
