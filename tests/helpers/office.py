"""LibreOffice, where it is: Writer and Calc come in packages of their own, and a machine may have one alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")


def _has(library: str) -> bool:
    return SOFFICE is not None and any(Path(SOFFICE).resolve().parent.glob(f"*{library}lo.*"))


needs_writer = pytest.mark.skipif(not _has("sw"), reason="needs LibreOffice Writer (soffice)")
needs_calc = pytest.mark.skipif(not _has("sc"), reason="needs LibreOffice Calc (soffice) to convert workbooks")
