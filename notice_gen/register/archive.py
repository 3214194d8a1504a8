"""The archive of a register: every paper as it was printed, and what it was printed from; in the same database as its number.

A paper enters in the transaction that calls its number issued: both are on the disk, or neither.  Contents are known by their
SHA-256 and kept once; what of a Word file all notices of its form have alike is one content, so a mailing takes little room.
Nothing is ever deleted.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from notice_gen.errors import N_, Problem
from notice_gen.records import record
from notice_gen.register import failures, store
from notice_gen.register.connection import Connection, Value
from notice_gen.register.statements import all_of, among, chunks
from notice_gen.register.store import Register
from notice_gen.register.store.protocol import Store

LARGEST: Final = 256 << 20
"""Bytes of one paper with all that it was made from: more than its pictures may come to."""

TEP, CO_QUAN, MAC_DINH, MAU, HINH = "tep", "co_quan", "mac_dinh", "mau", "hinh"
"""What a content was to its paper: the findings file, the office's settings, the form's defaults, an office's own Word file, a picture."""

_ALONE = 1 << 14  # bytes of a member that is kept by itself: a picture that every notice of a mailing shows
_LOCK = "luu-tru"


@record
class Content:
    """Something that a paper was made from."""

    vai: str  # what it was to the paper, one of :data:`TEP` …
    ten: str  # what it was called
    data: bytes
    ma: str  # its SHA-256, hexadecimal


def content(vai: str, ten: str, data: bytes) -> Content:
    """Return a content with its digest."""
    return Content(vai, ten, data, hashlib.sha256(data).hexdigest())


@record
class Paper:
    """A paper to be kept.

    Attributes:
        ten: the name of its file.
        sha256: of its bytes, hexadecimal.
        read: gives its bytes; where they are not of that digest, the paper is not kept.
        phien_ban: what printed it: version of the program and edition of its data.
        mau_sha256: the digest of its Word template.
        nguon: what it was made from.
        hang: the row of a table that it was made from, as JSON; empty for none.
        phan: which of the papers of a mailing that bear one number it is; empty for a notice by itself.
        kem: name and digest of its annexes that are files of their own.
    """

    ten: str
    sha256: str
    read: Callable[[], bytes]
    phien_ban: str
    mau_sha256: str
    nguon: tuple[Content, ...]
    hang: str = ""
    phan: str = ""
    kem: tuple[tuple[str, str], ...] = ()


@record
class Print:
    """A paper as it lies in the archive.

    Attributes:
        van_ban: the id of its number's line.
        ma: by which the line names it: the digest of its record.
        sha256: of the paper, hexadecimal.
        ten: the name of its file.
        luc: when it was printed, by the database's clock, UTC ISO 8601.
        ban_ghi: its record: JSON, which contents it and its sources are.
    """

    van_ban: int
    ma: str
    sha256: str
    ten: str
    luc: str
    ban_ghi: str


def keep(connection: Connection, kept_by: Store, papers: Sequence[tuple[int, Paper]], time: str) -> dict[int, str]:
    """Keep *papers*, each with the id of its line, in the transaction that issues their numbers.

    Returns by place among *papers* what the line is to name each by; one that is missing could not be kept: its file is gone, is
    no longer what was printed, or is too large.
    """
    if papers:
        kept_by.lock(connection, [_LOCK])
    marks: dict[int, str] = {}
    there, head = set[str](), b""
    for at, (line, paper) in enumerate(papers):
        docx = _read(paper)
        if docx is None:
            continue
        parts, head = _pieces(docx, head)
        pieces = [content("", "", piece) for piece in parts]
        new = {each.ma: each.data for each in (*pieces, *paper.nguon) if each.ma not in there}
        _insert(connection, "so_khoi", list(new.items()))
        there |= new.keys()
        text = _record(paper, [each.ma for each in pieces])
        marks[at] = hashlib.sha256(text.encode()).hexdigest()
        _insert(connection, "so_luu_tru", [(line, marks[at], paper.sha256, paper.ten, time, text)])
    return marks


def _read(paper: Paper) -> bytes | None:
    try:
        docx = paper.read()
    except OSError:
        return None
    if len(docx) + sum(len(each.data) for each in paper.nguon) > LARGEST:
        return None
    return docx if hashlib.sha256(docx).hexdigest() == paper.sha256 else None


def _pieces(docx: bytes, head: bytes = b"") -> tuple[list[bytes], bytes]:
    """Cut a Word file: what all notices of its form have alike, each large part, the rest; joined they are the file.

    Args: *head*: what the paper before had alike with others; returned is that of this one.
    """
    if head and docx.startswith(head) and len(docx) - len(head) < _ALONE:
        return [head, docx[len(head) :]], head
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            members = sorted(archive.infolist(), key=lambda info: info.header_offset)
            end = archive.start_dir
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return [docx], b""
    cuts, alike = {0, len(docx)}, 0
    ends = [*(info.header_offset for info in members[1:]), end]
    for info, behind in zip(members, ends, strict=True):
        if info.date_time[0] == 1980 and alike == info.header_offset:  # what never changes bears no date of its own
            alike = behind
        elif behind - info.header_offset >= _ALONE:
            name, extra = struct.unpack_from("<2H", docx, info.header_offset + 26)  # its header has the notice's date
            cuts |= {min(info.header_offset + 30 + name + extra, behind), behind}
    places = sorted(cuts | {alike})
    return [docx[start:stop] for start, stop in itertools.pairwise(places)], docx[:alike]


def _record(paper: Paper, pieces: Sequence[str]) -> str:
    """Return the record of a paper: the same for the same paper, whenever it is printed."""
    sources = [{"vai": each.vai, "ten": each.ten, "ma": each.ma} for each in paper.nguon]
    values = {
        "ten": paper.ten, "sha256": paper.sha256, "phien_ban": paper.phien_ban, "mau_sha256": paper.mau_sha256,
        "docx": pieces, "nguon": sources, "hang": paper.hang, "phan": paper.phan, "kem": paper.kem,
    }  # fmt: skip
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _insert(connection: Connection, table: str, rows: Sequence[Sequence[Value]]) -> None:
    """Insert what is not there yet."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.do_all(f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO NOTHING", rows)  # noqa: S608 - our own


_PRINTS = "SELECT van_ban, ma, sha256, ten, luc, ban_ghi FROM so_luu_tru"


def prints(register: Register, *, ids: Sequence[int] | None = None, sha256: str | None = None) -> list[Print]:
    """Return what the archive has of the lines *ids*, or of the paper with that digest, the oldest first; of all when neither is said.

    Raises RegisterError: the register cannot be read.
    """
    if not register.ready:
        return []
    asked = [among("van_ban", ids)] if ids is not None else []
    asked += [("sha256 = ?", (sha256,))] if sha256 is not None else []
    condition, values = all_of(*asked)

    def work(connection: Connection) -> list[Print]:
        rows = connection.rows(f"{_PRINTS} WHERE {condition} ORDER BY luc, van_ban, ten", values)
        if any(tuple(map(type, row)) != (int, str, str, str, str, str) for row in rows):
            raise failures.UnsoundError
        return [Print(*row) for row in rows]

    return store.read(register, work)


def digests(register: Register) -> frozenset[str]:
    """Return the SHA-256 of every paper in the archive.  Raises RegisterError: the register cannot be read."""
    if not register.ready:
        return frozenset()
    return store.read(register, lambda connection: frozenset(sha256 for (sha256,) in connection.rows("SELECT sha256 FROM so_luu_tru")))


def docx(register: Register, kept: Print) -> bytes:
    """Return a paper of the archive, byte for byte.  Raises RegisterError: it cannot be read, or is no longer what was kept."""
    said = _said(kept)
    data = b"".join(_contents(register, said["docx"])) if said else b""
    if said is None or hashlib.sha256(data).hexdigest() != kept.sha256:
        raise failures.failure(*failures.UNSOUND, register.label)
    return data


def sources(register: Register, kept: Print) -> tuple[Content, ...]:
    """Return what a paper of the archive was made from.  Raises RegisterError: as :func:`docx`."""
    said = _said(kept)
    if said is None:
        raise failures.failure(*failures.UNSOUND, register.label)
    several = said["nguon"]
    found = _contents(register, [each["ma"] for each in several])
    return tuple(Content(each["vai"], each["ten"], data, each["ma"]) for each, data in zip(several, found, strict=True))


def row(kept: Print) -> str:
    """Return the row that a paper of the archive was made from, as JSON; empty for none."""
    return str((_said(kept) or {}).get("hang", ""))


def part(kept: Print) -> str:
    """Return which of the papers of a mailing with one number a print is; empty for a notice by itself."""
    return str((_said(kept) or {}).get("phan", ""))


def beside(kept: Print) -> list[tuple[str, str]]:
    """Return name and digest of the annexes of a paper that are files of their own."""
    return [(name, sha256) for name, sha256 in (_said(kept) or {}).get("kem", ())]


def _said(kept: Print) -> dict[str, Any] | None:
    """Return what a record says; None where it is not what the line names."""
    try:
        said = json.loads(kept.ban_ghi)
    except ValueError:
        return None
    sound = isinstance(said, dict) and hashlib.sha256(kept.ban_ghi.encode()).hexdigest() == kept.ma and said.get("sha256") == kept.sha256
    return said if sound and _is_sound(said) else None


def _is_sound(said: Mapping[str, Any]) -> bool:
    pieces, several = said.get("docx"), said.get("nguon")
    if not isinstance(pieces, list) or not isinstance(several, list) or not all(isinstance(ma, str) for ma in pieces):
        return False
    kem = said.get("kem", [])
    if not isinstance(kem, list) or not all(isinstance(one, list) and list(map(type, one)) == [str, str] for one in kem):
        return False
    return all(isinstance(each, dict) and all(isinstance(each.get(name), str) for name in ("vai", "ten", "ma")) for each in several)


def _contents(register: Register, wanted: Sequence[str]) -> list[bytes]:
    """Return contents by their digests, in that order.  Raises RegisterError: one is missing, or is another."""

    def work(connection: Connection) -> list[bytes]:
        condition, values = among("ma", dict.fromkeys(wanted))
        lengths = connection.rows(f"SELECT length(noi_dung) FROM so_khoi WHERE {condition}", values)  # noqa: S608 - our own
        if sum(length or 0 for (length,) in lengths) > LARGEST:
            raise failures.UnsoundError
        found = dict(connection.rows(f"SELECT ma, noi_dung FROM so_khoi WHERE {condition}", values))  # noqa: S608 - our own
        if any(not _is_content(ma, found.get(ma)) for ma in wanted):
            raise failures.UnsoundError
        return [bytes(found[ma]) for ma in wanted]

    return store.read(register, work)


def _is_content(ma: str, data: Any) -> bool:
    return isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == ma


_ALTERED = N_("Chép bản sao lưu của sổ ra chỗ khác để so; văn bản đó còn bản Word thì giữ lại, đừng in lại từ lưu trữ.")


def faults(connection: Connection) -> Iterator[Problem]:
    """Yield what of the archive is gone or is not what was kept, by number."""
    sound = _sound_contents(connection)
    lines = {id_: rest for id_, *rest in connection.rows("SELECT id, so, ky_hieu, luu_tru, sha256 FROM so_van_ban")}
    there = set[tuple[int, str, str]]()
    for values in connection.rows(f"{_PRINTS} ORDER BY van_ban"):
        kept = Print(*values)
        there.add((kept.van_ban, kept.ma, kept.sha256))
        said = _said(kept) if all(isinstance(value, str) for value in values[1:]) else None
        needed = {*said["docx"], *(each["ma"] for each in said["nguon"])} if said else set()
        if said is None or not sound >= needed:
            so, ky_hieu, *_ = lines.get(kept.van_ban, ("?", ""))
            yield Problem(N_("Bản lưu trữ “{ten}” của số {so} không còn nguyên: đã bị sửa, bị xóa ngoài chương trình, hoặc hỏng."), _ALTERED, {"ten": kept.ten, "so": _shown(so, ky_hieu)})  # noqa: E501
    for id_, (so, ky_hieu, ma, sha256) in lines.items():
        if ma and (id_, ma, sha256) not in there:
            yield Problem(N_("Số {so}: trong sổ có ghi bản lưu trữ mà lưu trữ không có bản đó."), _ALTERED, {"so": _shown(so, ky_hieu)})


def _sound_contents(connection: Connection) -> frozenset[str]:
    """Return the digests of the contents that are what was kept; not all are read at once: it may be years."""
    known = [ma for (ma,) in connection.rows("SELECT ma FROM so_khoi")]
    asked = (among("ma", some) for some in chunks(known))
    found = (connection.rows(f"SELECT ma, noi_dung FROM so_khoi WHERE {condition}", values) for condition, values in asked)  # noqa: S608 - our own
    return frozenset(ma for rows in found for ma, data in rows if _is_content(ma, data))


def _shown(so: object, ky_hieu: object) -> str:
    from notice_gen import vietnamese

    number = vietnamese.so_van_ban(so) if isinstance(so, int) else str(so)
    return f"{number}/{ky_hieu}" if ky_hieu else number
