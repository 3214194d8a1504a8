"""The zip around the parts: everything that never changes is deflated once; same input, same bytes."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

import deflate
from deflate import crc32, deflate_compress

from notice_gen.records import record, remembered

CORE = "docProps/core.xml"
DEFLATED_BY = f"deflate {deflate.__version__}"
"""What has to be the same for the same bytes to come out."""

_STAMP = "notice-gen:sha256:"
_SOURCE = ";nguon:"
_IDENTIFIER = re.compile(f"<dc:identifier>({_STAMP}[0-9a-f]{{64}})(?:{_SOURCE}([0-9a-f]{{16}}))?</dc:identifier>")
_HEAD = 1 << 18  # bytes of a page that its number stands within
_CREATED = rb"<dcterms:created[^>]*>(\d{4})"
_EPOCH = 1 << 5 | 1  # 1/1/1980, the earliest day a zip can name
_LAST = 2107 - 1980  # the last year, counted from the first
_LONGEST = 255  # letters of a property (python-docx: "Maximum length is 255")
_LEVEL = 1  # libdeflate's: as small as zlib's 3 in half its time
_LEVEL_ONCE = 12  # for what is kept with the template
_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_STORED, _DEFLATED = 0, 8
_CORE_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>%s</dc:title><dc:subject>%s</dc:subject><dc:creator>%s</dc:creator>"
    '<cp:lastModifiedBy>%s</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified>'
    "<dc:identifier>%s</dc:identifier><dc:language>vi-VN</dc:language></cp:coreProperties>"
)


@record
class Fixed:
    """The parts that are the same in every notice, as they lie in the archive."""

    members: bytes  # their local headers and deflated data
    directory: bytes  # their entries of the central directory, and "count", how many
    count: int  # see "directory"
    sums: tuple[str, ...]  # one line for each: its name and CRC-32


def escape(text: str) -> str:
    """Return *text* as it stands between two tags of XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fixed(parts: Mapping[str, bytes]) -> Fixed:
    """Deflate the parts that are the same in every notice."""
    members, directory, sums = _members(parts, _LEVEL_ONCE, _EPOCH, 0)
    return Fixed(members, directory, len(parts), sums)


def unpacked(common: Fixed) -> dict[str, bytes]:
    """Return the parts that :func:`fixed` deflated, by name."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(zipped(common, {}))) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def checksum(data: bytes) -> int:
    """Return the CRC-32 of *data* in a tenth of zlib's time."""
    return int(crc32(data))


def sha256(members: bytes, docx: bytes) -> str:
    """Return the SHA-256 of a .docx, hexadecimal; of *members*, with which many may begin, it is worked out once."""
    whole, rest = (_begun(members).copy(), len(members)) if docx.startswith(members) else (hashlib.sha256(), 0)
    whole.update(memoryview(docx)[rest:])
    return whole.hexdigest()


@remembered(8)
def _begun(members: bytes) -> hashlib._Hash:
    return hashlib.sha256(members)


def pack(common: Fixed, parts: Mapping[str, bytes], *, title: str, subject: str, creator: str, created: date) -> bytes:
    """Return the whole .docx.

    The zip's own structures are written here (APPNOTE 4.3: local header, central directory, end record):
    zipfile would read and write the directory of the common parts anew for each notice.

    This notice's own *parts* have ASCII names and come in the order to be written; of the document's properties *created* is the only
    time that gets into the file.
    """
    title, subject, creator = map(_short, (title, subject, creator))
    who, time = escape(creator), f"{created.isoformat()}T00:00:00Z"
    day = min(max(created.year - 1980, 0), _LAST) << 9 | created.month << 5 | created.day
    own, directory, sums = _members(parts, _LEVEL, day, len(common.members))
    core = (_CORE_XML % (escape(title), escape(subject), who, who, time, time, _stamp((*common.sums, *sums)))).encode()
    last = len(common.members) + len(own)
    member, entry = _member(CORE, core, core, crc32(core), _STORED, day, last)  # too small to gain by deflating
    entries = b"".join((common.directory, directory, entry))
    count = common.count + len(parts) + 1
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(entries), last + len(member), 0)
    return b"".join((common.members, own, member, entries, end))


def zipped(common: Fixed, parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of *common* and further *parts*, which bears no time of its own."""
    own, directory, _ = _members(parts, _LEVEL, _EPOCH, len(common.members))
    count, entries, start = common.count + len(parts), common.directory + directory, len(common.members) + len(own)
    return b"".join((common.members, own, entries, _END.pack(b"PK\5\6", 0, 0, count, count, len(entries), start, 0)))


def _short(text: str) -> str:
    """Return a property no longer than other programs can save, cut behind a word: python-docx and docxtpl refuse a longer one."""
    if len(text) <= _LONGEST:
        return text
    head = text[: _LONGEST - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def _members(parts: Mapping[str, bytes], level: int, day: int, offset: int) -> tuple[bytes, bytes, tuple[str, ...]]:
    """Return *parts* deflated as they lie in the archive from *offset* on, their entries of the central directory, their checksums."""
    members, directory, sums = [], [], []
    for name, data in parts.items():
        crc = crc32(data)
        member, entry = _member(name, data, deflate_compress(data, level), crc, _DEFLATED, day, offset)
        members.append(member)
        directory.append(entry)
        sums.append(f"{name} {crc:08x}")
        offset += len(member)
    return b"".join(members), b"".join(directory), tuple(sums)


def _member(name: str, data: bytes, stored: bytes | bytearray, crc: int, method: int, day: int, offset: int) -> tuple[bytes, bytes]:
    """Return a part as it lies in the archive at *offset*, and its entry of the central directory; nothing tells Windows from Linux."""
    shared = (20, 0, method, 0, day, crc, len(stored), len(data), len(name), 0)
    path = name.encode("ascii")
    return b"".join((_LOCAL.pack(b"PK\3\4", *shared), path, stored)), _ENTRY.pack(b"PK\1\2", 20, *shared, 0, 0, 0, 0, offset) + path


def mark(file: str) -> str:
    """Return what a paper bears of the name of its findings file: 16 hexadecimal digits, no path; empty when there is no name.

    >>> mark("nam-2026/báo cáo.toml") == mark("báo cáo.toml") != mark("Báo cáo.toml")
    True
    """
    stem = file.replace("\\", "/").rpartition("/")[2].removesuffix(".toml")
    return stem and hashlib.blake2b(unicodedata.normalize("NFC", stem).encode("utf-8", "replace"), digest_size=8).hexdigest()


def marked(docx: bytes, source: str) -> bytes:
    """Return *docx*, what :func:`pack` gave, bearing the :func:`mark` of its findings file."""
    _, *counts, _, start, _ = _END.unpack(docx[-_END.size :])
    *_, at = _ENTRY.unpack_from(docx, len(docx) - _END.size - _ENTRY.size - len(CORE))  # the last of the parts, not deflated
    core = docx[at + _LOCAL.size + len(CORE) : start].replace(b"</dc:identifier>", f"{_SOURCE}{source}</dc:identifier>".encode())
    day = _LOCAL.unpack_from(docx, at)[5]
    member, entry = _member(CORE, core, core, crc32(core), _STORED, day, at)  # the last of both, as pack writes it
    entries = docx[start : -_END.size - len(entry)] + entry
    return b"".join((docx[:at], member, entries, _END.pack(b"PK\5\6", *counts, len(entries), at + len(member), 0)))


def is_untouched(docx: bytes) -> bool:
    """Say whether *docx* is exactly what :func:`pack` wrote: Word and LibreOffice rewrite every part they save."""
    return _source(docx) is not None


def is_earlier(old: bytes, new: bytes) -> bool:
    """Say whether *old* is an untouched print of the document *new*, so that nothing is lost when it is replaced.

    It is of the same findings file, and of the same year: numbers begin anew each year, and last year's ``01-tb-ubnd-xa-a.docx`` is
    another document than this year's.
    """
    source = _source(old)
    return source is not None and source == _source(new) and year(old) == year(new)


def other_source(old: bytes, new: bytes) -> str | None:
    """Return the :func:`mark` of the other findings file that *old* is an untouched print of; empty for no name, None for no such print."""
    source = _source(old)
    return source if source is not None and (not source or source != _source(new)) else None


def is_printed(docx: bytes) -> bool:
    """Say whether we printed *docx*, whoever changed it since."""
    return _source(docx, untouched=False) is not None


def source(docx: bytes) -> str:
    """Return the :func:`mark` of the findings file that a paper bears, also one that was changed since; empty for none."""
    return _source(docx, untouched=False) or ""


def _source(docx: bytes, *, untouched: bool = True) -> str | None:
    """Return what a paper that we printed bears, empty where it bears no name; None for another, and for one changed since if asked."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            found = _IDENTIFIER.search(archive.read(CORE).decode("utf-8"))
            if found and untouched:
                sums = [f"{i.filename} {i.CRC:08x}" for i in archive.infolist() if i.filename != CORE]
                found = found if found[1] == _stamp(sums) and archive.testzip() is None else None
            return (found[2] or "") if found else None
    except (zipfile.BadZipFile, KeyError, ValueError, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return None


def year(docx: bytes) -> str:
    """Return the year that a file bears in its properties, of its document's date; empty when there is none.

    Raises ValueError: it is no Word file.
    """
    found = re.search(_CREATED, docx)  # we store the properties as they are
    if not found:
        import zipfile

        try:
            with zipfile.ZipFile(io.BytesIO(docx)) as archive:
                found = re.search(_CREATED, archive.read(CORE))
        except (zipfile.BadZipFile, KeyError) as error:
            raise ValueError(str(error)) from error
    return found[1].decode() if found else ""


def number(docx: bytes) -> str:
    """Return the number and symbol that a Word file shows at its head, ``01/TB-UBND``; empty for a draft and what is no Word file."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive, archive.open("word/document.xml") as part:
            head = part.read(_HEAD).decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return ""
    found = re.search(r"Số:\s*(\d{1,9}(?:/[\w-]+)*)", re.sub(r"<[^>]*>", "", head.replace("</w:p>", "\n")))
    return found[1] if found else ""


def _stamp(sums: Iterable[str]) -> str:
    return _STAMP + hashlib.sha256("\n".join(sorted(sums)).encode()).hexdigest()
