"""An offline installer for Windows: a zip with every wheel, built on any machine that reaches a package index.

Usage:
    python -m tools.bundle                   writes dist/notice-gen-<version>-windows.zip
    python -m tools.bundle --python EMBED    with a CPython in it: the archive "Windows embeddable package (64-bit)"
    python -m tools.bundle --try             the same for this machine, installed without a network into an empty environment, which prints

What is to be in it is asked of uv, which knows what Windows needs; pip fetches it; then every wheel's own word on what it needs is held
against what lies there.  Nothing of this runs on Windows.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.parser import BytesParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, sys_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "packaging" / "windows"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
EXTRAS = ("ky-so", "pdf", "web")
"""What an office's machine is to do beside printing: PDF files, places for signatures and what signatures say, the screen."""
_AT_THE_TOP = ("cai-dat.cmd", "go-bo.cmd", "DOC-TRUOC.txt")
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Target:
    """A machine that wheels are for."""

    python: str  # 3.13
    uv: str  # as uv calls the platform
    tags: tuple[Tag, ...]  # of the wheels that it takes
    pip: tuple[str, ...]  # as pip is asked for them
    marks: dict[str, str]  # what requirements ask of it


def windows(python: str) -> Target:
    """Return a PC with Windows and that Python, 64 bit."""
    version = tuple(map(int, python.split(".")))
    tags = (*cpython_tags(version, platforms=["win_amd64"]), *compatible_tags(version, f"cp{version[0]}{version[1]}", ["win_amd64"]))
    pip = ("--platform", "win_amd64", "--python-version", python, "--implementation", "cp")
    marks = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64",
             "python_version": python, "python_full_version": f"{python}.0"}  # fmt: skip
    return Target(python, "x86_64-pc-windows-msvc", tags, pip, marks)


def here() -> Target:
    """Return this machine."""
    return Target("{}.{}".format(*sys.version_info), "linux" if sys.platform == "linux" else "macos", tuple(sys_tags()), (), {})


def extras() -> str:
    """Return the extras that go in, as a requirement says them."""
    known = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    return f"[{','.join(name for name in EXTRAS if name in known)}]"


def gather(wheels: Path, targets: Iterable[Target]) -> None:
    """Put into *wheels* this project's wheel, pip's, and all that they need on each target."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    # What is made ready is for the very versions that go in: older pips hold the build by the first, newer ones by the second.
    held = {name: str(ROOT / "constraints.txt") for name in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT")}
    _run([*pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT)], **held)
    _run([*pip, "download", "--no-deps", "--dest", str(wheels), "pip"])
    asked = [flag for name in extras()[1:-1].split(",") for flag in ("--extra", name)]
    for target in targets:
        line = ["uv", "pip", "compile", "pyproject.toml", *asked, "--constraint", "constraints.txt", "--python-version", target.python]
        listed = _run([*line, "--python-platform", target.uv, "--no-header", "--no-annotate", "--quiet"])
        with tempfile.TemporaryDirectory() as folder:
            wanted = Path(folder) / "can.txt"
            wanted.write_text(listed, "utf-8")
            got = ["--only-binary=:all:", "--no-deps", "--dest", str(wheels), "--requirement", str(wanted)]
            _run([*pip, "download", *target.pip, *got])


def _run(line: list[str], **environment: str) -> str:
    """Run a tool, one of this environment's where it is there; return what it says."""
    own = Path(sys.executable).parent / line[0]
    line = [str(own) if own.is_file() else line[0], *line[1:]]
    return subprocess.run(line, cwd=ROOT, env={**os.environ, **environment}, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def missing(wheels: Path, target: Target) -> list[str]:
    """Return what a target would not find among *wheels*, each with who needs it: by the wheels' own metadata, whoever gathered them."""
    there = {}
    for path in sorted(wheels.glob("*.whl")):
        name, _, _, tags = parse_wheel_filename(path.name)
        if not tags.isdisjoint(target.tags):
            there[name] = path
    lacking, seen = [], set()
    waiting = [(Requirement(f"notice-gen{extras()}"), "the bundle"), (Requirement("pip"), "the bundle")]
    while waiting:
        wanted, asker = waiting.pop()
        name = canonicalize_name(wanted.name)
        if (name, *sorted(wanted.extras)) in seen:
            continue
        seen.add((name, *sorted(wanted.extras)))
        if name not in there:
            lacking.append(f"{target.python}: {wanted} ({asker})")
            continue
        version, needs = _metadata(there[name])
        if not wanted.specifier.contains(version, prereleases=True):
            lacking.append(f"{target.python}: {wanted} ({asker}); {version} is there")
        waiting += [(need, name) for need in needs if _applies(need, target, wanted.extras)]
    return lacking


def _metadata(wheel: Path) -> tuple[str, list[Requirement]]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        said = BytesParser().parsebytes(archive.read(name))
    return said["Version"], [Requirement(line) for line in said.get_all("Requires-Dist", [])]


def _applies(need: Requirement, target: Target, wanted: Iterable[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({**target.marks, "extra": extra}) for extra in ("", *wanted))


def lay_out(folder: Path, targets: list[Target], python: Path | None = None) -> None:
    """Make of the empty *folder* what the zip holds.

    Raises SystemExit: a wheel is missing.
    """
    work = folder / "chuong-trinh"
    wheels = work / "wheels"
    wheels.mkdir(parents=True)
    gather(wheels, targets)
    if lacking := [line for target in targets for line in missing(wheels, target)]:
        raise SystemExit("not in the bundle:\n" + "\n".join(lacking))
    for path in SOURCES.iterdir():
        if path.is_file():
            text = re.sub(r"\r?\n", "\r\n", path.read_text("utf-8"))
            mark = "\ufeff" if path.suffix == ".txt" else ""  # without it Notepad of Windows 7 would take it for another code page
            (folder if path.name in _AT_THE_TOP else work).joinpath(path.name).write_text(mark + text, "utf-8", newline="")
    (work / "phan-kem.txt").write_text(extras(), "ascii")
    (work / "phien-ban.txt").write_text(_version(), "ascii")
    if python:
        _unpack(python, folder / "python")
    files = sorted(path for path in work.rglob("*") if path.is_file())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(work).as_posix()}\n" for path in files]
    (work / "SHA256SUMS").write_text("".join(sums), "utf-8", newline="")


def _version() -> str:
    said = re.search(r'^__version__ = "(.+)"$', (ROOT / "notice_gen" / "__init__.py").read_text("utf-8"), re.MULTILINE)
    if said is None:
        raise SystemExit("notice_gen/__init__.py: no __version__")
    return said[1]


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack the embeddable Python, and let it find what is installed into it."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    (paths,) = folder.glob("python3*._pth")
    kept = [line for line in paths.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    paths.write_text("\n".join([*(line for line in kept if line != "import site"), r"Lib\site-packages", "import site", ""]), "utf-8")


def pack(folder: Path, archive: Path) -> None:
    """Write the zip of *folder*, the same for the same files."""
    archive.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                info = zipfile.ZipInfo(f"{archive.stem}/{path.relative_to(folder).as_posix()}", _EPOCH)
                info.compress_type = zipfile.ZIP_STORED if path.suffix == ".whl" else zipfile.ZIP_DEFLATED
                packed.writestr(info, path.read_bytes())


def tried(work: Path, folder: Path) -> Iterator[str]:
    """Install what lies in *work* without a network, into an empty environment below *folder*, and print a notice; yield what was done."""
    sys.path.insert(0, str(SOURCES))
    import cai_dat  # the installer's own way, as far as it goes here

    python = cai_dat.environment(folder / "môi trường riêng", work / "wheels")
    yield f"installed: {python}"
    made = folder / "thông báo.docx"
    subprocess.run([python, "-I", "-m", "notice_gen", "render", "examples/findings.toml", "-o", str(made)], cwd=ROOT, check=True)
    yield f"printed: {made.stat().st_size} bytes"


def main(arguments: list[str]) -> int:
    """Build, or try; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", type=Path)
    parser.add_argument("--try", action="store_true", dest="trying")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    said = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "notice-gen"
        lay_out(folder, [here()] if said.trying else [windows(python) for python in PYTHONS], said.python)
        if said.trying:
            for line in tried(folder / "chuong-trinh", Path(temporary)):
                print(line)
            return 0
        archive = said.out.absolute() / f"notice-gen-{_version()}-windows{'-kem-python' if said.python else ''}.zip"
        pack(folder, archive)
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        archive.with_suffix(".zip.sha256").write_text(f"{digest}  {archive.name}\n", "ascii", newline="")
    print(archive)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
