"""Compiled templates kept between runs, in the user's cache folder, as Python keeps its own bytecode.

Healing a template needs docxtpl, python-docx and lxml, whose import alone costs more than printing a notice;
compiling its tags costs half as much again.  The cache is a convenience: whatever is wrong with it, the
template is compiled anew and nobody is told.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
from pathlib import Path
from typing import Any

import jinja2

_DIGEST = hashlib.sha256().digest_size


def key(docx: bytes, layout: object) -> str:
    """Return what a compiled template depends on: the file, the layout, this program, Jinja and Python."""
    code = [(path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in Path(__file__).parent.glob("*.py")]
    stands_on = (layout, sorted(code), jinja2.__version__, sys.implementation.cache_tag)
    return hashlib.sha256(docx + repr(stands_on).encode()).hexdigest()


def load(name: str) -> Any:
    """Return what was kept under *name*, or None."""
    try:
        data = _path(name).read_bytes()
        whole = data[:_DIGEST] == hashlib.sha256(data[_DIGEST:]).digest()
        return marshal.loads(data[_DIGEST:]) if whole else None  # noqa: S302 - ours, like a .pyc
    except (OSError, ValueError, EOFError, TypeError):
        return None


def store(name: str, kept: Any) -> None:
    """Keep plain data and code objects under *name*, whole or not at all."""
    data = marshal.dumps(kept)
    path = _path(name)
    temporary = path.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(hashlib.sha256(data).digest() + data)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _path(name: str) -> Path:
    import platformdirs

    return platformdirs.user_cache_path("notice-gen") / "templates" / name
