"""Prepared templates kept between runs, in the user's cache folder: one command, one template, no docxtpl.

Healing a template needs docxtpl, python-docx and lxml, whose import costs more than printing a notice.
The cache is a convenience: whatever is wrong with it, the template is prepared anew and nobody is told.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
from pathlib import Path

from notice_gen.render.restyle import Layout

Parts = tuple[dict[str, str], dict[str, bytes]]
"""Sources of the parts that hold tags, and the other parts, by name."""


def key(docx: bytes, layout: Layout | None) -> str:
    """Return what a prepared template depends on: the file, the layout and this program's own code."""
    code = [(path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(Path(__file__).parent.glob("*.py"))]
    return hashlib.sha256(docx + repr((layout, code)).encode()).hexdigest()


def load(name: str) -> Parts | None:
    """Return the parts kept under *name*, or None."""
    try:
        kept = json.loads(_path(name).read_bytes())
        return dict(kept["sources"]), {part: base64.b64decode(data) for part, data in kept["fixed"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def store(name: str, sources: dict[str, str], fixed: dict[str, bytes]) -> None:
    """Keep the parts under *name*, whole or not at all."""
    kept = {"sources": sources, "fixed": {part: base64.b64encode(data).decode() for part, data in fixed.items()}}
    path = _path(name)
    temporary = path.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_text(json.dumps(kept), "utf-8")
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _path(name: str) -> Path:
    import platformdirs

    return platformdirs.user_cache_path("notice-gen") / "templates" / f"{name}.json"
