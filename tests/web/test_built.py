"""What the package carries of the screen is what its sources build; what the page says, it says in both languages."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from notice_gen import templates

ROOT = Path(__file__).parents[2]
WEB, STATIC = ROOT / "web", ROOT / "notice_gen" / "web" / "static"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.skipif(not (WEB / "node_modules" / "esbuild").is_dir(), reason="the packages of web/ are not installed: make web")
def test_what_lies_there_is_what_the_sources_build():
    checked = subprocess.run(["node", "build.mjs", "--check"], check=False, cwd=WEB, capture_output=True, text=True, timeout=120)
    assert checked.returncode == 0, checked.stderr


def test_the_bundle_is_small():
    """Without what shows a PDF, which is loaded when one is shown."""
    files = [path for path in STATIC.iterdir() if path.suffix in {".js", ".css"} and not path.name.startswith("pdf")]
    assert len(files) > 2
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= 250 * 1024


def test_every_type_has_a_picture():
    """To make them anew: ``make gallery``."""
    pictures = {path.stem: path.stat().st_size for path in (STATIC / "types").glob("*.png")}
    assert set(pictures) == set(templates.names())
    assert sum(pictures.values()) < 200_000


def test_the_licences_of_what_is_bundled_lie_beside_it():
    names = json.loads((WEB / "package.json").read_text("utf-8"))["dependencies"]
    licences = (STATIC / "licences.txt").read_text("utf-8")
    assert [name for name in names if f"{name} " not in licences] == []


def test_no_registry_is_named():
    lock = (WEB / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def test_the_page_says_all_in_english_too():
    sources = "\n".join(path.read_text("utf-8") for path in sorted((WEB / "src").rglob("*.ts*")) if path.name != "english.ts")
    said = {json.loads(f'"{text}"') for text in re.findall(r'\bt\("((?:[^"\\]|\\.)*)"', sources)}
    said |= set(re.findall(r'path: "/[\w-]*", name: "([^"]+)"', sources))
    known = dict(re.findall(r'^  "((?:[^"\\]|\\.)*)":\s+"((?:[^"\\]|\\.)*)",$', (WEB / "src" / "english.ts").read_text("utf-8"), re.MULTILINE))
    assert len(said) > 60
    assert said - set(known) == set()
    fields = re.compile(r"\{\w+\}")
    assert [text for text in known if set(fields.findall(text)) != set(fields.findall(known[text]))] == []
