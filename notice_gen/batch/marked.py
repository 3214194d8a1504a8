"""A copy of a workbook in which what is wrong is seen at its cells: coloured, with a comment.

openpyxl trusts what it reads: every part is looked at before, and it works in a process of its own, which may die of it.
"""

from __future__ import annotations

import io
import pickle
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from notice_gen import child
from notice_gen.errors import N_, InputError, Problem, Say
from notice_gen.reader import source
from notice_gen.reader.rows import zipped
from notice_gen.reader.rows.values import limited
from notice_gen.records import record

_LARGEST = 20_000_000  # bytes, unpacked: thousands of rows; a copy of more takes minutes
_MOST = 2_000  # cells
_SECONDS = 120
_LONGEST = 2_000  # characters of a comment
_OURS = "notice-gen"
_FILLS = {"error": "FFC7CE", "warning": "FFEB9C"}
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHOLE = (N_("Bảng này không chép được thành bản tô lỗi (quá lớn, hoặc có phần không rõ)."),
          N_("Chép riêng vùng có số liệu sang một tệp .xlsx mới, hoặc bỏ --mark và xem lỗi trên màn hình."))


@record
class Mark:
    """What is said of one cell.

    Attributes:
        sheet: its name.
        cell: ``D5``; ``17`` for a row, which is marked at its first cell.
        level: how bad it is, as of :class:`Problem`.
        text: what its comment says.
    """

    sheet: str
    cell: str
    level: str
    text: str


def marks(found: Iterable[tuple[str, Problem]], file: str, say: Say) -> list[Mark]:
    """Return what to write at the cells of the workbook *file*.

    Args: *found*: problems, each with the place of the row that has it, ``bang.xlsx, So lieu!17``, where one has; a problem of another file
    stands at the row; *say*: translates.
    """
    out: dict[Mark, None] = {}
    for row, problem in found:
        place = problem.place
        within = place is not None and place.file == file and bool(place.cell)
        sheet, _, cell = (place.cell if place and within else row.removeprefix(f"{file}, ")).rpartition("!")
        if sheet:
            where = f"{place}: " if place and not within else ""
            hint = f"\n{say(N_('gợi ý:'))} {problem.hint_text(say)}" if problem.hint else ""
            out[Mark(sheet, cell, problem.level, f"{where}{problem.text(say)}{hint}")] = None
    return list(out)[:_MOST]


def copy(path: Path, wanted: list[Mark]) -> bytes:
    """Return the workbook at *path*, an .xlsx, with its cells marked.

    Raises InputError: it cannot be read, or is too large to be copied.
    """
    data, file = source.load(path), str(path)
    parts = zipped.Parts(data, file)
    if parts.size > _LARGEST:
        raise zipped.refused(file, *_WHOLE)
    for name in parts.names:
        if name.endswith((".xml", ".rels")):
            zipped.walk(parts.read(name), parts, {})
    try:
        asked = pickle.dumps((data, [(mark.sheet, mark.cell, mark.level, mark.text) for mark in wanted]))
        command = child.command("to-loi")
        return subprocess.run(command, input=asked, capture_output=True, timeout=_SECONDS, check=True).stdout  # noqa: S603 - ourselves
    except (subprocess.SubprocessError, OSError) as error:
        raise zipped.refused(file, *_WHOLE) from error


def is_ours(data: bytes) -> bool:
    """Say whether *data* is a marked copy that no other program has saved since: each writes its user's name into it."""
    try:
        return f">{_OURS}</cp:lastModifiedBy>".encode() in zipped.Parts(data, "").read("docProps/core.xml")
    except InputError:
        return False


def _marked(data: bytes, wanted: Iterable[tuple[str, str, str, str]]) -> bytes:
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    book = openpyxl.load_workbook(io.BytesIO(data))
    book.properties.lastModifiedBy = _OURS
    for name, at, level, text in wanted:
        sheet: Any = book[name]
        where = f"A{at}" if at.isdigit() else at
        cell = sheet[next((str(area).partition(":")[0] for area in sheet.merged_cells.ranges if where in area), where)]
        before = f"{cell.comment.text}\n" if cell.comment else ""
        note = _NO_XML.sub("\ufffd", f"{before}{text}")[:_LONGEST]
        if level == "error" or cell.fill.fgColor.rgb != f"00{_FILLS['error']}":
            cell.fill = PatternFill("solid", fgColor=_FILLS[level])
        cell.comment = Comment(note, _OURS, height=40 + 20 * (note.count("\n") + len(note) // 40), width=320)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def main() -> None:
    """Do a child's work: a workbook and its marks on standard input, the copy on standard output."""
    limited()
    sys.stdout.buffer.write(_marked(*pickle.load(sys.stdin.buffer)))  # noqa: S301 - the parent's own
