"""What is dear to make and the same every time, kept between runs in the user's cache folder.

Three things are: compiled templates, the model's validator and the decree's data.  The cache is a convenience: whatever is
wrong with it, the thing is made anew and nothing is reported.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_DIGEST = hashlib.sha256().digest_size


def name(code: Path, *depends: object) -> str:
    """Return the name to keep a thing under.

    Args:
        code: the folder whose Python files make it: a change there makes it anew.
        depends: whatever else it depends on; bytes, or objects with a faithful ``repr``.
    """
    files = sorted((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in code.glob("*.py"))
    digest = hashlib.sha256(repr((files, sys.implementation.cache_tag)).encode())
    for thing in depends:
        digest.update(thing if isinstance(thing, bytes) else repr(thing).encode())
    return f"{code.name}-{digest.hexdigest()}"


def load(kept_as: str) -> bytes | None:
    """Return what was kept under that name, whole, or None."""
    try:
        data = _path(kept_as).read_bytes()
    except OSError:
        return None
    return data[_DIGEST:] if data[:_DIGEST] == hashlib.sha256(data[_DIGEST:]).digest() else None


def store(kept_as: str, data: bytes) -> None:
    """Keep *data* under that name, whole or not at all."""
    path = _path(kept_as)
    temporary = path.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(hashlib.sha256(data).digest() + data)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def made_once(kept_as: str, make: Callable[[], T]) -> T:
    """Return what *make* gives, plain data, made in this run only when it is not kept under that name."""
    import pickle

    data = load(kept_as)
    if data:
        try:
            return pickle.loads(data)  # type: ignore[no-any-return]  # noqa: S301 - ours, like a .pyc
        except Exception:  # noqa: S110 - a cache of another make is no fault
            pass
    made = make()
    store(kept_as, pickle.dumps(made))
    return made


def _path(kept_as: str) -> Path:
    import platformdirs

    return platformdirs.user_cache_path("notice-gen") / kept_as
