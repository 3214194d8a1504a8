"""A second engine that lays out Word files: docx-preview in a headless chromium, or what ``NOTICE_GEN_SECOND_ENGINE`` names.

docx-preview is fetched by npm into ``tests/render/second`` the first time, as its lock says.  For runs by hand with a converter whose layout
is closer to Word, the variable holds a command in which ``{docx}`` and ``{pdf}`` stand for the files.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parents[1] / "render" / "second"
_LIBRARIES = ("node_modules/jszip/dist/jszip.min.js", "node_modules/docx-preview/dist/docx-preview.min.js")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

Sheet = Mapping[str, Any]
"""One section on an endless sheet: ``text`` (lines), ``rules``, ``frames``, ``height`` of what stands on it, ``room`` of a page; in mm."""


@cache
def missing() -> str:
    """Return what is missing to lay out files, or nothing."""
    if not browser():
        return "needs chromium (headless) to lay out Word files a second time"
    if not all((_HERE / name).exists() for name in _LIBRARIES):
        if not shutil.which("npm"):
            return "needs npm to fetch docx-preview"
        fetched = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=_HERE, capture_output=True, timeout=180, check=False)
        if fetched.returncode:
            return "npm could not fetch docx-preview"
    return ""


def browser() -> str:
    return next(filter(None, map(shutil.which, _BROWSERS)), "")


def laid_out(files: Mapping[str, bytes], folder: Path) -> dict[str, list[Sheet]]:
    """Lay out Word files by name; *folder* is for what the browser needs."""
    scripts = "".join(f"<script>{(_HERE / name).read_text('utf-8')}</script>" for name in _LIBRARIES)
    data = json.dumps({name: base64.b64encode(docx).decode() for name, docx in files.items()})
    page = folder / "page.html"
    measure = (_HERE / "measure.js").read_text("utf-8")
    page.write_text(f'<!doctype html><meta charset="utf-8"><body>{scripts}<script>const files = {data};\n{measure}</script>', "utf-8")
    command = [
        browser(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=120000", "--window-size=1400,2000", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    dom = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=240, check=True).stdout
    found = re.search(r'<script type="application/json" id="measured">(.*?)</script>', dom, re.DOTALL)
    assert found, "the browser gave no measures"
    sheets: dict[str, list[Sheet]] = json.loads(found[1])
    assert not [name for name, said in sheets.items() if isinstance(said, dict)], sheets
    return sheets


def pictured(docx: bytes, picture: Path, folder: Path) -> None:
    """Write a picture of a Word file as the browser lays it out, all its sheets below each other."""
    scripts = "".join(f"<script>{(_HERE / name).read_text('utf-8')}</script>" for name in _LIBRARIES)
    draw = 'docx.renderAsync(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)), document.body, document.body, { inWrapper: false, useBase64URL: true });'
    page = folder / "picture.html"
    style = "<style>body { margin: 0 } section { border-bottom: 1px dashed grey }</style>"
    data = base64.b64encode(docx).decode()
    page.write_text(f'<!doctype html><meta charset="utf-8">{style}<body>{scripts}<script>const data = "{data}"; {draw}</script>', "utf-8")
    command = [
        browser(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=10000", "--hide-scrollbars", "--window-size=800,2400", f"--screenshot={picture}", page.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=120, check=True)


def converted(docx: Path, pdf: Path) -> bool:
    """Convert by the command of ``NOTICE_GEN_SECOND_ENGINE``; False when there is none."""
    command = os.environ.get("NOTICE_GEN_SECOND_ENGINE", "")
    if command:
        subprocess.run([part.format(docx=docx, pdf=pdf) for part in shlex.split(command)], check=True, timeout=300)
    return bool(command)
