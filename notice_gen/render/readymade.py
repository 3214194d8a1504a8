"""The shipped Word files compiled when the program was built: modules of ``notice_gen/data/ready``, see ``tools/make_ready.py``."""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path
from typing import Any

from notice_gen import ready
from notice_gen.render import pack
from notice_gen.render.runtime import Page


def module(docx: bytes) -> str:
    """Return the name of the module that a Word file is compiled to."""
    return f"word_{hashlib.sha256(docx).hexdigest()[:16]}"


def find(docx: bytes) -> tuple[Any, ...] | None:
    """Return what is true of a Word file, as ``engine.Compiled`` has it after its label; None for one that was not made ready."""
    found = ready.code(module(docx), Path(__file__).parent.glob("*.py"))
    if found is None or hashlib.sha256(docx).hexdigest() != found.DOCX:
        return None
    templates = {part: Page(import_module(f"{found.__name__}_{number}")) for number, part in enumerate(found.PARTS)}
    return templates, found.SOURCES, pack.Fixed(*found.FIXED), found.NAMES, found.WORDS, found.DIGEST, found.WHOLE
