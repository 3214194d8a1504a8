"""Deadlines as a calendar that Outlook takes (RFC 5545): an entry for each paper and deadline, a reminder before it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from notice_gen.follow.listing import Line
from notice_gen.follow.model import KienNghi, VanBan
from notice_gen.follow.states import DA_BAO_CAO, DA_XONG

_FOLD = 75  # octets of a line, RFC 5545 §3.1
_LONGEST = 300  # letters of a finding in an entry's description


def ics(found: Iterable[Line], stamp: date, *, days: int = 3) -> bytes:
    """Return the deadlines that are still waited for as an iCalendar file.

    Args: *found*: findings and where they stand; *stamp*: the day on which the file is made; *days*: before a deadline, when it reminds.
    """
    groups: dict[tuple[date, VanBan, str], list[KienNghi]] = defaultdict(list)
    for line in found:
        each, (state, han) = line.kien_nghi, line.trang_thai
        if han and state not in {DA_BAO_CAO, DA_XONG}:
            groups[han, each.van_ban, each.don_vi].append(each)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//notice-gen//theo doi kien nghi//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
             f"X-WR-CALNAME:{escaped('Hạn thực hiện kiến nghị')}"]  # fmt: skip
    for (han, paper, don_vi), several in sorted(groups.items(), key=lambda group: (group[0][0], group[0][1].id, group[0][2])):
        lines += _event(han, paper, don_vi, several, stamp, days)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(han: date, paper: VanBan, don_vi: str, several: list[KienNghi], stamp: date, days: int) -> Iterator[str]:
    name = hashlib.sha256(f"{paper.co_quan}|{paper.nam}|{paper.so_ky_hieu}|{don_vi}|{han}".encode()).hexdigest()[:32]
    said = "\n".join(f"- {each.ten}: {_short(each.noi_dung)}" for each in several)
    yield from (
        "BEGIN:VEVENT", f"UID:{name}@notice-gen", f"DTSTAMP:{stamp:%Y%m%d}T000000Z", f"DTSTART;VALUE=DATE:{han:%Y%m%d}",
        f"DTEND;VALUE=DATE:{han + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(f'Hạn: {don_vi or paper.trich_yeu}, {len(several)} kiến nghị ({paper.so_ky_hieu})')}",
        f"DESCRIPTION:{escaped(said)}", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{days}D",
        f"DESCRIPTION:{escaped(f'Còn {days} ngày đến hạn: {don_vi or paper.so_ky_hieu}')}", "END:VALARM", "END:VEVENT",
    )  # fmt: skip


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + "…"


def escaped(text: str) -> str:
    r"""Return *text* as a value of type TEXT (RFC 5545 §3.3.11); what would command a terminal or end a line is left out.

    >>> escaped("Hạn: A; B, C\\D\nE")
    'Hạn: A\\; B\\, C\\\\D\\nE'
    """
    plain = "".join(char for char in text.replace("\r\n", "\n").replace("\r", "\n") if char == "\n" or char.isprintable())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    r"""Return a line cut into pieces of at most 75 octets, no letter in two (RFC 5545 §3.1).

    >>> [len(part.encode()) for part in folded("SUMMARY:" + "ế" * 60).split("\r\n")]
    [74, 73, 43]
    """
    parts: list[str] = []
    piece, size, room = "", 0, _FOLD
    for char in line:
        width = len(char.encode())
        if size + width > room:
            parts.append(piece)
            piece, size, room = "", 0, _FOLD - 1  # behind the blank that marks what goes on
        piece += char
        size += width
    return "\r\n ".join([*parts, piece])
