"""Papers that a register's archive has: printed again byte for byte, and held against files that come back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from notice_gen.errors import N_, InputError, Problem
from notice_gen.office import numbering
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.check.view import DocumentView
    from notice_gen.register import Entry, Register
    from notice_gen.register.archive import Print

_SOURCES = {"co_quan": "notice-gen.toml", "mac_dinh": "manifest.toml"}  # what some contents are called, whatever they were


def prints(book: Register, entry: Entry) -> list[Print]:
    """Return the papers in force that bear the number of *entry*: the one its line names and its annexes, or all of a mailing.

    Raises InputError: there is none; RegisterError: the register cannot be read.
    """
    from notice_gen.register import archive

    several = archive.prints(book, ids=[entry.id])
    own = next((kept for kept in several if kept.ma == entry.luu_tru), None)
    if own is None:
        message = N_("Số {so} không có bản lưu trữ: in trước khi cơ quan đặt luu_tru = true, hoặc nhập từ sổ giấy.")
        hint = N_("Tìm bản Word đã lưu; tệp nội dung còn thì in lại bằng notice-gen render.")
        raise InputError(Problem(message, hint, {"so": entry.so_ky_hieu}))
    if archive.part(own):
        return list({archive.part(kept): kept for kept in several}.values())
    beside = set(archive.beside(own))
    annexes = {kept.ten: kept for kept in several if (kept.ten, kept.sha256) in beside}
    return [own, *annexes.values()]


def sources(book: Register, kept: Print) -> list[tuple[str, bytes]]:
    """Return what a paper was made from, as files: names that stay below the folder they are written to, with ``/``, and bytes.

    Raises RegisterError: the register cannot be read, or has something else than it kept.
    """
    from notice_gen.register import archive

    found = {}
    for each in archive.sources(book, kept):
        name = _SOURCES.get(each.vai) or _inside(each.ten)
        found[f"mau/{name}" if each.vai == archive.MAU else name] = each.data
    if said := archive.row(kept):
        found["hang.jsonl"] = f"{said}\n".encode()
    return list(found.items())


def _inside(name: str) -> str:
    r"""Return a name that leads to nothing outside the folder it is put in.

    >>> _inside("../../etc/so-do.png"), _inside("C:\\hinh\\a.png"), _inside("hinh/a.png")
    ('etc/so-do.png', 'C/hinh/a.png', 'hinh/a.png')
    """
    from notice_gen import files

    steps = PurePosixPath(re.sub(r"[\\/]+", "/", name)).parts
    safe = [files.safe_name(step) for step in steps if step.strip(" .") and step != "/"]
    return "/".join(safe) or "van-ban"


@record
class Found:
    """What a register says of a Word file.

    Attributes:
        entry: the line of its number.
        kept: the paper in the archive that it is, or was; None where the archive has none.
        is_current: the paper that it is, or was, is the latest printed under the number, or one of its annexes.
    """

    entry: Entry
    kept: Print | None
    is_current: bool


def found(book: Register, word: str, docx: bytes, view: DocumentView | None) -> Found | None:
    """Return what *book* says of the Word file *docx* called *word*: by its bytes, else, with its *view*, by the number it bears.

    Raises RegisterError: the register cannot be read.
    """
    from notice_gen import register
    from notice_gen.register import archive

    digest = hashlib.sha256(docx).hexdigest()
    if view is None:
        several = archive.prints(book, sha256=digest)
        lines = {entry.id: entry for entry in register.entries(book, ids=[kept.van_ban for kept in several])}
        kept = next((kept for kept in reversed(several) if kept.van_ban in lines), None)
        if kept:
            return Found(lines[kept.van_ban], kept, is_current=_is_current(book, lines[kept.van_ban], kept))
        entry = next((entry for entry in register.entries(book, sha256=digest)), None)
        return Found(entry, None, is_current=True) if entry else None
    entry = _by_number(book, view)
    several = archive.prints(book, ids=[entry.id]) if entry else []
    if entry is None or not several:
        return None
    name = Path(word).name
    named = next((kept for kept in reversed(several) if kept.ten == name), None)
    kept = named or next((kept for kept in several if kept.ma == entry.luu_tru), several[-1])
    return Found(entry, kept, is_current=_is_current(book, entry, kept))


def _is_current(book: Register, entry: Entry, kept: Print) -> bool:
    try:
        return kept.sha256 in {one.sha256 for one in prints(book, entry)}
    except InputError:
        return False


def _by_number(book: Register, view: DocumentView) -> Entry | None:
    """Return the line whose number and symbol a paper bears, of its year and agency; None where there is none, or more than one."""
    from notice_gen import register
    from notice_gen.back import lines
    from notice_gen.check import head

    number, line = head.number(view), head.date_line(view)
    figure = lines.plain(number.so.text) if number else ""
    if number is None or line is None or line.date is None or not figure.isdecimal():
        return None
    entries = register.entries(book, so=int(figure), nam=line.date.year)
    symbol = _plain(number.ky_hieu.text if number.ky_hieu else "")
    entries = [entry for entry in entries if _plain(entry.ky_hieu) == symbol]
    agency = view.components.get("co_quan")
    whose = register.ten_chuan(agency.text) if agency else ""
    same = [entry for entry in entries if register.ten_chuan(entry.co_quan) == whose] or entries
    return same[0] if len(same) == 1 else None


def _plain(symbol: str) -> str:
    from notice_gen import vietnamese

    return vietnamese.bo_dau("".join(symbol.split())).casefold()


def register_of(where: str | None, folder: Path) -> str:
    """Return the register that papers of *folder* are held against; empty where there is none.

    Raises RegisterError: the user names one that is not there.
    """
    place = numbering.in_force(where, folder)
    return place if numbering.is_there(place) else ""


def void(entry: Entry, kept: Sequence[Print]) -> Problem:
    """Return why a paper whose number is void is not printed again unasked."""
    message = N_("Số {so} đã hủy ({ly_do}), nên không in lại {dem} văn bản mang số đó.")
    hint = N_("Chỉ để xem lại bản đã hủy thì thêm --void; đừng gửi đi.")
    return Problem(message, hint, {"so": entry.so_ky_hieu, "ly_do": entry.ly_do, "dem": len(kept)})
