"""Word files for the screen's tests: right, with faults, hostile."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import notice_gen

ROOT = Path(__file__).parents[2]
PART = "word/document.xml"


def right() -> bytes:
    """A notice without a fault."""
    return notice_gen.make(str(ROOT / "examples" / "phu-luc.toml")).docx


def changed(docx: bytes, change, part: str = PART) -> bytes:
    """The file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == part else data)
    return out.getvalue()


def faulty() -> bytes:
    """A margin too small (TR02), blanks before commas (DC02 …): all can be mended."""
    return changed(right(), lambda xml: re.sub(r'(<w:pgMar[^>]*w:left=")\d+', r"\g<1>567", xml).replace(", ", " , ", 5))


def bomb() -> bytes:
    """A .docx of some KB that would be a GB."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(right())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != PART:
                new.writestr(name, old.read(name))
        with new.open(PART, "w", force_zip64=True) as member:
            for _ in range(1024):
                member.write(b" " * (1 << 20))
    return out.getvalue()
