"""Papers that other programs saved (.doc, .odt, .rtf), read through LibreOffice where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from notice_gen.errors import N_, InputError, NoticeGenError, Problem, ToolError
from notice_gen.records import record

SUFFIXES = frozenset({".doc", ".odt", ".rtf"})
"""The endings by which such papers are looked for in folders; what a file is, its bytes tell."""

_AT_A_TIME = 50  # papers whose bytes are held
_LOOK = 4096  # bytes that tell most files


@record
class Foreign:
    """A paper of another program."""

    kind: str  # its ending, as its bytes tell
    docx: bytes = b""  # what LibreOffice made of it
    error: NoticeGenError | None = None  # why it made nothing


def made_ours(files: Sequence[tuple[str, bytes | None]]) -> Iterator[Foreign | None]:
    """Yield of each file, in order, what it became; None of one that is no other program's, or cannot be read: whoever reads it will say.

    Args: *files*: the name of each, and its bytes where they are no file's.  Some are converted at a time, the first when it is needed.
    """
    done: dict[int, Foreign] = {}
    looked = 0
    for index in range(len(files)):
        if index == looked:
            found: dict[int, tuple[str, bytes]] = {}
            while looked < len(files) and len(found) < _AT_A_TIME:
                foreign = _foreign(*files[looked])
                if foreign:
                    found[looked] = foreign
                looked += 1
                if not found:
                    break
            done |= _converted(found)
        yield done.pop(index, None)


def _foreign(file: str, data: bytes | None) -> tuple[str, bytes] | None:
    """Return the kind and the bytes of a paper of another program; None for any other."""
    from notice_gen.ooxml import kinds
    from notice_gen.ooxml.package import LARGEST_FILE

    try:
        if data is None:
            path = Path(file)
            if not path.is_file() or path.stat().st_size > LARGEST_FILE:
                return None
            with path.open("rb") as stream:
                data = stream.read(_LOOK)
                if not (data.startswith(kinds.OLE) or kinds.convertible(data)):
                    return None
                data += stream.read()
    except OSError:
        return None
    kind = kinds.convertible(data)
    return (kind, data) if kind else None


def _converted(found: dict[int, tuple[str, bytes]]) -> dict[int, Foreign]:
    if not found:
        return {}
    from notice_gen.convert import DOCX, Paper, convert, find

    places, done = list(found), dict[int, Foreign]()
    try:
        if find() is None:
            return {at: Foreign(kind, error=ToolError(_missing(kind))) for at, (kind, _) in found.items()}
        for number, made in convert((Paper(data, kind) for kind, data in found.values()), DOCX):
            kind = found[places[number]][0]
            done[places[number]] = Foreign(kind, error=InputError(made)) if isinstance(made, Problem) else Foreign(kind, made)
    except ToolError as error:
        return {at: done.get(at) or Foreign(kind, error=error) for at, (kind, _) in found.items()}
    return done


def _missing(kind: str) -> Problem:
    hint = N_("Cài LibreOffice (libreoffice.org; Linux: gói libreoffice-writer), hoặc mở bằng Word, lưu lại với kiểu Word Document (.docx) rồi kiểm tra.")  # noqa: E501
    return Problem(N_("Tệp {duoi} đọc được khi máy có LibreOffice; máy này chưa có."), hint, {"duoi": kind})
