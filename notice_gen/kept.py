"""What is dear to make and the same every time, kept between runs in the user's cache folder.

Plain data (the decree's, lists of units) is kept as JSON; code (compiled templates, the model's validator) as bytes that are
run when read back.  So nothing is read that others may have put there: the folder and every file in it must be the user's
own and writable by nobody else, no link is followed, and each file is sealed with a key that lies beside it.

The cache is a convenience: whatever is wrong with it, the thing is made again and nothing is reported.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from notice_gen import folders, windows

T = TypeVar("T")

_DIGEST = 32  # bytes of SHA-256
_KEY = "khoa"
_MOST = 500  # things kept at once
_OLDEST = 90 * 86400.0  # seconds


def name(code: Path, *depends: object) -> str:
    """Return the name to keep a thing under.

    Args:
        code: the folder whose Python files make it: a change there makes it again.
        depends: whatever else it depends on; bytes, or objects with a faithful ``repr``.
    """
    import hashlib

    sources = [*code.glob("*.py")] or [Path(sys.executable)]  # a program in one file has no others, and is new as a whole
    files = sorted((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in sources)
    digest = hashlib.sha256(repr((files, sys.implementation.cache_tag)).encode())
    for thing in depends:
        digest.update(thing if isinstance(thing, bytes) else repr(thing).encode())
    return f"{code.name}-{digest.hexdigest()}"


def load(kept_as: str) -> bytes | None:
    """Return what was kept under that name, whole and by this user, or None."""
    import hmac

    folder = _folder()
    if folder is None or (data := _own(folder / kept_as)) is None:
        return None
    return data[_DIGEST:] if hmac.compare_digest(data[:_DIGEST], _seal(folder, kept_as, data[_DIGEST:])) else None


def is_kept() -> bool:
    """Tell whether there is a folder to keep things in."""
    return _folder() is not None


def store(kept_as: str, data: bytes) -> None:
    """Keep *data* under that name, whole or not at all; what is old goes."""
    folder = _folder()
    if folder is None:
        return
    temporary = _temporary(folder)
    with contextlib.suppress(OSError):
        try:
            _write(temporary, _seal(folder, kept_as, data) + data)
            windows.patiently(lambda: temporary.replace(folder / kept_as))
        finally:
            temporary.unlink(missing_ok=True)
        _tidy(folder)


def forget(kept_as: str) -> None:
    """Remove what is kept under that name."""
    folder = _folder()
    if folder is not None:
        with contextlib.suppress(OSError):
            (folder / kept_as).unlink()


def made_once(kept_as: str, make: Callable[[], T]) -> T:
    """Return what *make* gives, made in this run only when it is not kept under that name.

    Args:
        kept_as: from :func:`name`.
        make: gives plain data: dicts with text keys, lists, texts, numbers, Decimals, dates; what is kept of a tuple is a list.
    """
    data = load(kept_as)
    if data:
        with contextlib.suppress(ValueError):
            return json.loads(data, object_hook=plain)  # type: ignore[no-any-return]
    made = make()
    store(kept_as, written(made))
    return made


def written(made: object) -> bytes:
    """Return plain data as JSON that :func:`plain` reads back."""
    return json.dumps(made, ensure_ascii=False, default=_tagged).encode()


def _tagged(value: object) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {"__decimal__": str(value)}
    if isinstance(value, date):
        return {"__date__": value.isoformat()}
    raise TypeError(type(value).__name__)


def plain(table: dict[str, Any]) -> Any:
    """Return what a table of JSON stands for: a Decimal, a date, or itself."""
    if len(table) == 1:
        if "__decimal__" in table:
            return Decimal(table["__decimal__"])
        if "__date__" in table:
            return date.fromisoformat(table["__date__"])
    return table


def _folder() -> Path | None:
    """Return the user's cache folder; None when there is none that only this user can write."""
    folder = folders.of_user("cache")
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
        if not _is_own(found, stat.S_ISDIR):
            return None
        if os.name != "nt" and found.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError:
        return None
    return folder


def _is_own(found: os.stat_result, kind: Callable[[int], bool]) -> bool:
    """Tell whether what was found is of that kind and only this user writes it; Windows keeps others out of a profile by itself."""
    if not kind(found.st_mode):
        return False
    return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


def _own(path: Path) -> bytes | None:
    """Return the bytes of a file of this user's, None for any other."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    with open(number, "rb") as file:  # noqa: PTH123 - the descriptor that was looked at, not the name
        return file.read() if _is_own(os.fstat(number), stat.S_ISREG) else None


def _temporary(folder: Path) -> Path:
    return folder / f".{os.urandom(8).hex()}"  # as ``secrets`` does, which costs every start more than the file


def _write(path: Path, data: bytes) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(number, "wb") as file:  # noqa: PTH123 - a file that nobody else has opened
        file.write(data)


def _seal(folder: Path, kept_as: str, data: bytes) -> bytes:
    """Return what proves that this user kept *data* under this name."""
    import hmac

    return hmac.digest(_key(folder), kept_as.encode() + b"\0" + data, "sha256")


@cache
def _key(folder: Path) -> bytes:
    path = folder / _KEY
    key = _own(path)
    if not key or len(key) != _DIGEST:
        key = os.urandom(_DIGEST)
        temporary = _temporary(folder)
        with contextlib.suppress(OSError):
            _write(temporary, key)
            # Of two programs that begin at once the last key stays, what the other sealed is made again.
            windows.patiently(lambda: temporary.replace(path))
    return key


def _tidy(folder: Path) -> None:
    """Remove what was kept long ago, and the oldest of too many."""
    with os.scandir(folder) as entries:
        files = sorted((entry.stat(follow_symlinks=False).st_mtime, entry.name) for entry in entries if entry.name != _KEY)
    before = time.time() - _OLDEST
    for at, (written, old) in enumerate(files):
        if written < before or at < len(files) - _MOST:
            (folder / old).unlink(missing_ok=True)
