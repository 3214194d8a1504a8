"""Show every example and every type's sample as two engines lay it out, beside the decree's page, for the eye.

Usage:
    python -m tools.engines

Needs LibreOffice, poppler, chromium and npm.  Writes ``build/engines/index.html`` and its pictures; what differs, and why, is told in
``docs/dev/analysis/engines.md``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from html import escape
from pathlib import Path

from notice_gen import issue, templates
from tests.helpers import pages, second_engine
from tools import decree

ROOT = Path(__file__).parent.parent
OUT = ROOT / "build" / "engines"
_DPI = 72
_DAY = date(2026, 11, 23)
_HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Two engines</title>
<style>body { font-family: sans-serif } figure { display: inline-block; margin: 8px; vertical-align: top }
img { border: 1px solid #999 }</style>"""


def main() -> int:
    """Write the page; return the exit code."""
    if reason := second_engine.missing():
        sys.stderr.write(f"{reason}\n")
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    texts = {mau: templates.sample(mau).encode() for mau in templates.names()}
    texts |= {f"examples/{path.name}": path.read_bytes() for path in sorted((ROOT / "examples").glob("*.toml"))}
    made = {}
    for name, data in texts.items():
        made[name] = OUT / f"{name.replace('/', '-').removesuffix('.toml')}.docx"
        made[name].write_bytes(issue.issue(data, file="a.toml", folder=ROOT / "examples", today=_DAY).docx)
    pages.printed(OUT, made.values())
    (OUT / "index.html").write_text(_HEAD + "".join(_shown(name, made[name], texts[name].decode()) for name in made), "utf-8")
    sys.stdout.write(f"{OUT / 'index.html'}\n")
    return 0


def _shown(name: str, docx: Path, text: str) -> str:
    """Return the part of the page about one paper, of which *text* is the TOML, its pictures written."""
    stem = docx.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(_DPI), "-png", stem.with_suffix(".pdf"), stem], check=True, timeout=120)  # noqa: S603, S607
    second_engine.pictured(docx.read_bytes(), OUT / f"{stem.name}.browser.png", OUT)
    ours = sorted(OUT.glob(f"{stem.name}-[0-9]*.png"))
    forms = decree.pages_of(text, _DAY)
    pictures = [
        *((os.path.relpath(page, OUT), f"Nghị định 30, {page.stem}") for page in forms),
        *((path.name, f"LibreOffice, {n}") for n, path in enumerate(ours, 1)),
        (f"{stem.name}.browser.png", "docx-preview"),
    ]
    figures = "".join(f'<figure><img src="{escape(file)}" width="595"><figcaption>{said}</figcaption></figure>' for file, said in pictures)
    without = "" if forms else "<p>The decree has no form for it.</p>"
    return f"<h2>{escape(name)}</h2>{without}{figures}"


if __name__ == "__main__":
    sys.exit(main())
