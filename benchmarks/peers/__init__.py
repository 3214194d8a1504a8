"""Other programs that fill Word templates, measured on the same page where they are at hand."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

_HERE = Path(__file__).parent
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]+)(</w:t>)")


def easy_template_x(docx: bytes, folder: Path) -> Callable[[int], float] | None:
    """Return what measures easy-template-x on one notice like *docx*: given how many to make, the seconds for one, file creation included.

    Args:
        docx: a finished notice; every text of it becomes a tag, and its text the tag's value.
        folder: a new folder, where the package is installed and files are made.

    Returns:
        None where node or npm is missing, or the package cannot be had.
    """
    if not (shutil.which("node") and shutil.which("npm")):
        return None
    folder.mkdir()
    (folder / "package.json").write_text('{"type": "module", "private": true}', "utf-8")
    if subprocess.run(["npm", "install", "--silent", "easy-template-x"], cwd=folder, capture_output=True, check=False).returncode:
        return None
    shutil.copy(_HERE / "easy_template_x.mjs", folder)
    template, texts = _tagged(docx)
    (folder / "template.docx").write_bytes(template)
    (folder / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), "utf-8")

    def measure(count: int) -> float:
        out = Path(tempfile.mkdtemp(dir=folder))
        command = ["node", "easy_template_x.mjs", "template.docx", "texts.json", str(out), str(count)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        return float(done.stdout) / 1000

    return measure


def _tagged(docx: bytes) -> tuple[bytes, dict[str, str]]:
    texts: dict[str, str] = {}

    def tag(found: re.Match[str]) -> str:
        key = f"t{len(texts)}"
        texts[key] = html.unescape(found[2])
        return f"{found[1]}{{{key}}}{found[3]}"

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = _TEXT.sub(tag, data.decode()).encode()
            new.writestr(name, data)
    return out.getvalue(), texts
