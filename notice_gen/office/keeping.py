"""What the archive of a register keeps of a paper: its bytes, and everything that it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import __version__
from notice_gen.errors import N_, Problem
from notice_gen.records import record, remembered

if TYPE_CHECKING:
    from notice_gen.reader import Layer
    from notice_gen.register import Issue
    from notice_gen.register.archive import Content
    from notice_gen.steps import Issued
    from notice_gen.templates import Template


@record
class Part:
    """A file that bears the number of a notice: the notice, or an annex of its own."""

    ten: str  # its name
    sha256: str  # of its bytes, hexadecimal
    read: Callable[[], bytes]


def printed_by() -> str:
    """Return what prints here: the version of the program and of its data."""
    from notice_gen import facts

    return f"notice-gen {__version__}, dữ liệu {facts.edition()}"


def is_wanted(layers: Sequence[Layer]) -> bool:
    """Say whether what *layers* make is to be kept."""
    said = [table["luu_tru"] for layer in layers if isinstance(table := layer.data.get("so_van_ban"), dict) and "luu_tru" in table]
    return said[-1:] == [True]


def issues(issued: Issued, khoa: str, parts: Sequence[Part]) -> list[Issue]:
    """Return what its register is told of a notice whose files, the notice first, are written."""
    from notice_gen.register import Issue
    from notice_gen.register.archive import Paper

    used, by = issued.template, printed_by()
    mau = template_digest(used)
    nguon = made_of(issued.layers, used) if issued.notice.so_van_ban.luu_tru else ()
    hang = row(issued.layers)
    told = []
    for at, part in enumerate(parts):
        kem = tuple((annex.ten, annex.sha256) for annex in parts[1:]) if at == 0 else ()
        paper = Paper(part.ten, part.sha256, part.read, by, mau, nguon, hang, kem=kem) if nguon else None
        told.append(Issue(khoa, part.sha256, mau, by, paper, is_line=at == 0))
    return told


@remembered(64)
def template_digest(used: Template) -> str:
    """Return the digest of the Word file that notices are printed on, hexadecimal."""
    return hashlib.sha256(used.docx).hexdigest()


def made_of(layers: Sequence[Layer], used: Template | None) -> tuple[Content, ...]:
    """Return what *layers* and the pictures that they name say; and the template *used*, where it is the office's own."""
    from notice_gen import pictures
    from notice_gen.register import archive

    texts = [archive.content(_role(layer), Path(layer.file).name, layer.text.encode()) for layer in layers if layer.text]
    drawn = [archive.content(archive.HINH, name, data) for name, data in pictures.all_of(layers).items()]
    own = [archive.content(archive.MAU, Path(used.label).name, used.docx)] if used and not used.shipped else []
    return (*texts, *drawn, *own)


def _role(layer: Layer) -> str:
    from notice_gen import reader
    from notice_gen.register import archive

    if layer.root:
        return archive.MAC_DINH
    return archive.CO_QUAN if Path(layer.file).name == reader.OFFICE_FILE else archive.TEP


def row(layers: Sequence[Layer]) -> str:
    """Return what the row of a table says, or findings that a program handed over, as JSON; empty for none."""
    from notice_gen import reader

    said = reader.merge([layer for layer in layers if not layer.text])
    return json.dumps(said, ensure_ascii=False, default=str) if said else ""


def not_kept(names: Sequence[str]) -> list[Problem]:
    """Return why papers are not in the archive that is to keep them."""
    message = N_("Chưa lưu trữ được “{tep}”: tệp vừa ghi đã bị sửa hoặc xóa ngay sau đó, hoặc quá lớn.")
    hint = N_("Chạy lại đúng lệnh này: văn bản in lại, số không đổi, rồi được lưu trữ.")
    return [Problem(message, hint, {"tep": name}) for name in names]
