"""Finished files in one archive, to be sent as one: the same files, the same bytes."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import zipfile
from collections.abc import Iterable
from pathlib import Path

from notice_gen import files
from notice_gen.errors import N_, OutputError, Problem

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can name
_COMMENT = b"notice-gen"


def pack(path: Path, folder: Path, names: Iterable[str], *, if_exists: files.IfExists) -> Path | None:
    """Put the files *names* of *folder* into the archive *path*, one of ours that is there already replaced.

    They are stored as they are: a .docx is deflated already.

    Returns the archive written; None where ``SKIP`` left another file alone.
    Raises OutputError: it cannot be written, or would go over somebody's file.
    """
    temporary = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with zipfile.ZipFile(temporary, "x") as archive:
            archive.comment = _COMMENT
            for name in names:
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system = 0  # else the bytes would tell Windows from Linux
                archive.writestr(info, (folder / name).read_bytes())
        if _is_ours(path):
            temporary.replace(path)
            return path
        with temporary.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        written = files.settle(str(temporary), str(path), sha256=sha256, if_exists=if_exists, is_ours=lambda _: False)
        return Path(written) if written else None
    except FileNotFoundError as error:
        if error.filename and Path(error.filename).parent == folder:
            raise OutputError(_gone(Path(error.filename))) from error
        raise OutputError(files.refusal(path, error)) from error
    except OSError as error:
        raise OutputError(files.refusal(path, error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _is_ours(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.comment == _COMMENT
    except (OSError, zipfile.BadZipFile):
        return False


def _gone(path: Path) -> Problem:
    return Problem(
        N_("Không nén được: tệp “{tep}” vừa bị xóa hoặc chuyển đi."), N_("Chạy lại đúng lệnh này: tệp đó được in lại rồi nén."),
        {"tep": path},
    )
