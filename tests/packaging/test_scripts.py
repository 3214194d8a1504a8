"""The scripts of the offline installer, run by Wine's cmd where it is, looked at everywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import types
from pathlib import Path

import pytest
from tree_sitter import Language, Parser

from notice_gen.cli import powershell

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "packaging" / "windows"
SCRIPTS = sorted(SOURCES.glob("*.cmd"))
WINE, CC = shutil.which("wine"), shutil.which("x86_64-w64-mingw32-gcc")
needs_wine = pytest.mark.skipif(not (WINE and CC), reason="needs wine and gcc-mingw-w64-x86-64")

FOLDER = "Nguyễn Văn A & B\\gói cài (1)"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_what_cmd_stumbles_over(script):
    """Read in the code page of the machine, so ASCII; every path in quotes; no name that a folder with ``!`` or ``&`` would break."""
    text = script.read_bytes()
    assert text.isascii()
    lines = text.decode().replace("\r\n", "\n").split("\n")
    assert lines[0] == "@echo off"
    assert any("DisableDelayedExpansion" in line for line in lines)
    assert not re.search(r"\bchcp\b", text.decode())  # cmd loses its place in a file whose code page changes under it
    labels = {line[1:] for line in lines if line.startswith(":")}
    assert {name for line in lines for name in re.findall(r"(?:goto|call :)\s?([a-z]+)", line)} <= labels
    for line in lines:
        bare = re.sub(r'"[^"]*"', '""', line)
        assert line.count('"') % 2 == 0, line
        assert not re.search(r"%(?:~dp0|HERE|ROOT|WORK|PYEXE|FIT|LOCALAPPDATA|ProgramFiles|TEMP)%?", bare), line
        assert "runas" not in line.lower()
        assert "HKLM" not in line


def test_git_gives_windows_its_line_ends():
    said = subprocess.run(["git", "check-attr", "eol", "--", *map(str, SCRIPTS)], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if said.returncode:
        pytest.skip("not a checkout")
    assert said.stdout.count("eol: crlf") == len(SCRIPTS)


def _faults(node):
    here = [f"{node.start_point}: {node.text[:60]!r}"] if node.type == "ERROR" or node.is_missing else []
    return here + [fault for child in node.children for fault in _faults(child)]


def test_what_powershell_reads_is_powershell():
    """Its own parser is to be had on Windows alone; a grammar of it reads what it would: completion, the steps of the workflows."""
    grammar = pytest.importorskip("tree_sitter_powershell", reason="needs tree-sitter-powershell")
    yaml = pytest.importorskip("yaml")
    parser = Parser(Language(grammar.language()))
    jobs = [job for path in (ROOT / ".github" / "workflows").glob("*.yml") for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values()]
    steps = [step["run"] for job in jobs for step in job.get("steps", ()) if step.get("shell") == "pwsh"]
    assert steps
    for script in (powershell.source("powershell"), *steps):
        assert _faults(parser.parse(script.encode()).root_node) == []
    assert _faults(parser.parse(b'if ($a { throw "x" }').root_node)


@pytest.fixture(scope="module")
def disk(tmp_path_factory):
    """Yield drive C of a Windows that Wine plays, with a stand-in for Python beside it."""
    place = tmp_path_factory.mktemp("wine")
    subprocess.run([CC, "-o", str(place / "stand-in.exe"), str(Path(__file__).with_name("stand_in.c"))], check=True)
    environment = {**os.environ, "WINEPREFIX": str(place / "may"), "WINEDEBUG": "-all", "LC_ALL": "C.UTF-8", "DISPLAY": ""}
    try:
        subprocess.run([WINE, "cmd", "/c", "ver"], env=environment, capture_output=True, timeout=120, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"wine does not start here: {error}")
    drive = place / "may" / "drive_c"
    here = drive / FOLDER.replace("\\", "/")
    (here / "chuong-trinh").mkdir(parents=True)
    (here / "chuong-trinh" / "__main__.py").touch()
    for script in SCRIPTS:
        (here / script.name).write_bytes(script.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    yield drive, environment
    subprocess.run([shutil.which("wineserver") or "true", "-k"], env=environment, check=False)


def ran(disk, script: str, **environment: str) -> tuple[int, str, list[str]]:
    """Return the exit code of a script, what it said, and the command lines that stand-ins were given."""
    drive, own = disk
    noted = drive / "noted.txt"
    noted.unlink(missing_ok=True)
    line = [WINE, f"C:\\{FOLDER}\\{script}", "/q"]
    done = subprocess.run(line, env={**own, "NOTED": r"C:\noted.txt", **environment}, capture_output=True, timeout=60, check=False)
    return done.returncode, done.stdout.decode("ascii", "replace"), noted.read_text("utf-8").splitlines() if noted.exists() else []


def put(disk, where: str):
    drive, _ = disk
    path = drive / where.replace("\\", "/")
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(drive.parents[1] / "stand-in.exe", path)
    return path


WORK = f'"C:\\{FOLDER}\\chuong-trinh" /q'


@needs_wine
@pytest.mark.slow
def test_a_machine_without_python_is_told_what_to_get(disk):
    code, said, noted = ran(disk, "cai-dat.cmd")
    assert (code, noted) == (4, [])
    assert "kem-python" in said


@needs_wine
@pytest.mark.slow
@pytest.mark.parametrize(
    ("there", "yes", "found"),
    [
        ("tools\\py.exe", {"YES_py": "-3.12"}, '"py.exe" -3.12 '),
        ("tools\\python.exe", {"YES_python": "-c"}, '"python.exe"  '),
        ("users\\root\\AppData\\Local\\Programs\\Python\\Python314\\python.exe", {"YES_python": "Python314"}, '\\Python314\\python.exe"  '),
        ("Program Files\\Python311\\python.exe", {"YES_python": "Python311"}, '"C:\\Program Files\\Python311\\python.exe"  '),
        (f"{FOLDER}\\python\\python.exe", {"YES_python": "cài (1)\\python"}, f'"C:\\{FOLDER}\\python\\python.exe"  '),
    ],
)
def test_a_python_that_fits_is_found_wherever_it_is(disk, there, yes, found):
    path = put(disk, there)
    try:
        code, _, noted = ran(disk, "cai-dat.cmd", WINEPATH="C:\\tools", **yes)
    finally:
        path.unlink()
    assert code == 0
    assert found in noted[-1]
    assert noted[-1].endswith(f"-I -X utf8 {WORK}")
    assert all(" -c " in line for line in noted[:-1])


@needs_wine
@pytest.mark.slow
def test_run_from_within_the_zip(disk):
    drive, _ = disk
    work = drive / FOLDER.replace("\\", "/") / "chuong-trinh"
    work.rename(work.with_name("khac"))
    try:
        code, said, noted = ran(disk, "cai-dat.cmd")
    finally:
        work.with_name("khac").rename(work)
    assert (code, noted) == (3, [])
    assert "Extract All" in said


@needs_wine
@pytest.mark.slow
def test_it_removes_itself(disk):
    """From the folder that goes, as "Apps" of the settings calls it; a second time there is nothing to remove."""
    drive, _ = disk
    root = next((drive / "users").glob("*/AppData/Local")) / "notice-gen"
    put(disk, str(root.relative_to(drive) / "chuong-trinh" / "ban-1" / "Scripts" / "python.exe").replace("/", "\\"))
    (root / "chuong-trinh" / "python.txt").write_bytes(b"ban-1\\Scripts\\python.exe\r\n")
    code, _, noted = ran(disk, "go-bo.cmd")
    assert code == 0
    assert len(noted) == 1
    assert noted[0].endswith('\\notice-gen\\chuong-trinh" /go-bo /q')
    until = time.monotonic() + 30
    while root.exists() and time.monotonic() < until:
        time.sleep(0.2)
    assert not root.exists()
    code, said, noted = ran(disk, "go-bo.cmd")
    assert (code, noted) == (0, [])
    assert "chua duoc cai" in said


def test_a_python_is_asked_for_all_that_it_must_be():
    """Not one whose writing below AppData nobody else would see (Microsoft's store), nor one that no wheel is for."""
    script = (SOURCES / "cai-dat.cmd").read_text("ascii")
    question = re.search(r'^set "FIT=(.*)"\r?$', script, re.MULTILINE)[1]

    def answers(version: tuple[int, int], platform: str, prefix: str) -> int:
        code = question.replace("import sys, sysconfig; ", "")
        sys_ = types.SimpleNamespace(version_info=(*version, 1), base_prefix=prefix, exit=lambda code: codes.append(int(code)))
        codes: list[int] = []
        exec(code, {"sys": sys_, "sysconfig": types.SimpleNamespace(get_platform=lambda: platform)})  # noqa: S102 - ours
        return codes[0]

    good = ((3, 13), "win-amd64", r"C:\Python313")
    assert answers(*good) == 0
    for version in ((3, 11), (3, 14)):
        assert answers(version, *good[1:]) == 0
    for version in ((2, 7), (3, 10), (3, 15), (4, 0)):
        assert answers(version, *good[1:]) == 1
    for platform in ("win32", "win-arm64"):
        assert answers(good[0], platform, good[2]) == 1
    assert answers(*good[:2], r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.13_x64") == 1
