"""The bundle is whole: every wheel for every Python, held against what the wheels themselves say; and it installs without a network."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("packaging", reason="needs what make bundle installs")

from tools import bundle

FULL = {
    "notice_gen-1-py3-none-any.whl": ["lxml>=5", 'colorama>=0.4; sys_platform == "win32"', 'uvloop; sys_platform == "linux"', 'pypdfium2>=5; extra == "pdf"'],
    "pip-26-py3-none-any.whl": [], "colorama-1-py2.py3-none-any.whl": [], "pypdfium2-5-py3-none-win_amd64.whl": [],
    "lxml-6-cp312-cp312-win_amd64.whl": [], "lxml-6-cp311-abi3-win_amd64.whl": [],
}  # fmt: skip


def wheels(folder: Path, named: dict[str, list[str]]) -> Path:
    """Make wheels that hold their metadata and nothing else."""
    for name, needs in named.items():
        project, version, *_ = name.split("-")
        with zipfile.ZipFile(folder / name, "w") as archive:
            lines = [f"Name: {project}", f"Version: {version}", *(f"Requires-Dist: {need}" for need in needs)]
            archive.writestr(f"{project}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")
    return folder


def test_nothing_is_missing(tmp_path):
    assert [line for python in bundle.PYTHONS for line in bundle.missing(wheels(tmp_path, FULL), bundle.windows(python))] == []


@pytest.mark.parametrize(
    ("gone", "told"),
    [("colorama-1-py2.py3-none-any.whl", "colorama"), ("pip-26-py3-none-any.whl", "pip"), ("pypdfium2-5-py3-none-win_amd64.whl", "pypdfium2"), ("notice_gen-1-py3-none-any.whl", "notice-gen")],
)
def test_what_is_missing_is_named_with_who_needs_it(tmp_path, gone, told):
    """Colorama is needed on Windows alone: whoever asks with the marks of Linux does not see it."""
    lacking = bundle.missing(wheels(tmp_path, {name: needs for name, needs in FULL.items() if name != gone}), bundle.windows("3.13"))
    assert len(lacking) == 1
    assert lacking[0].startswith(f"3.13: {told}")


@pytest.mark.parametrize(
    ("there", "fits"),
    [
        ("lxml-6-cp313-cp313-win_amd64.whl", True), ("lxml-6-cp311-abi3-win_amd64.whl", True), ("lxml-6-cp312-cp312-win_amd64.whl", False),
        ("lxml-6-cp313-cp313-win32.whl", False), ("lxml-6-cp313-cp313-win_arm64.whl", False), ("lxml-6-cp313-cp313t-win_amd64.whl", False),
        ("lxml-6-cp313-cp313-manylinux_2_28_x86_64.whl", False), ("lxml-4-py3-none-any.whl", False), ("lxml-6-py3-none-any.whl", True),
    ],
)  # fmt: skip
def test_a_wheel_must_fit_the_machine_and_the_version(tmp_path, there, fits):
    others = {name: needs for name, needs in FULL.items() if not name.startswith("lxml")}
    assert (bundle.missing(wheels(tmp_path, {**others, there: []}), bundle.windows("3.13")) == []) is fits


def test_every_python_that_is_supported_is_packed():
    classifiers = bundle.tomllib.loads((bundle.ROOT / "pyproject.toml").read_text("utf-8"))["project"]["classifiers"]
    assert [text.rpartition(" ")[2] for text in classifiers if "Python ::" in text] == list(bundle.PYTHONS)
    probe = (bundle.SOURCES / "cai-dat.cmd").read_text("ascii")
    assert "(3, 11) <= sys.version_info[:2] <= (3, 14)" in probe
    for python in bundle.PYTHONS:
        assert python in probe
        assert python.replace(".", "") in probe


@pytest.fixture
def laid_out(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "gather", lambda folder, _: wheels(folder, FULL))
    embed = tmp_path / "python-3.13.9-embed-amd64.zip"
    with zipfile.ZipFile(embed, "w") as archive:
        archive.writestr("python.exe", b"MZ")
        archive.writestr("python313._pth", "python313.zip\n.\n\n# Uncomment to run site.main() automatically\n#import site\n")
    folder = tmp_path / "notice-gen"
    bundle.lay_out(folder, [bundle.windows("3.13")], embed)
    return folder


def test_what_the_zip_holds(laid_out, tmp_path):
    assert {path.name for path in laid_out.iterdir()} == {"cai-dat.cmd", "go-bo.cmd", "DOC-TRUOC.txt", "chuong-trinh", "python"}
    for path in laid_out.rglob("*"):
        if path.suffix in {".cmd", ".py", ".txt"} and path.name not in {"phan-kem.txt", "phien-ban.txt"}:
            data = path.read_bytes()
            assert data.count(b"\n") == data.count(b"\r\n") > 0, path
            assert data.startswith(b"\xef\xbb\xbf") is (path.suffix == ".txt"), path
    sums = (laid_out / "chuong-trinh" / "SHA256SUMS").read_text("utf-8").splitlines()
    for line in sums:
        digest, name = line.split("  ")
        assert hashlib.sha256((laid_out / "chuong-trinh" / name).read_bytes()).hexdigest() == digest
    assert len(sums) == sum(path.is_file() for path in (laid_out / "chuong-trinh").rglob("*")) - 1
    paths = (laid_out / "python" / "python313._pth").read_text("utf-8").splitlines()
    assert paths == ["python313.zip", ".", r"Lib\site-packages", "import site"]
    archives = [tmp_path / "a" / "notice-gen.zip", tmp_path / "b" / "notice-gen.zip"]
    for archive in archives:
        bundle.pack(laid_out, archive)
    assert archives[0].read_bytes() == archives[1].read_bytes()


def test_the_installer_s_own_files_are_whole(laid_out, monkeypatch):
    """What the installer reads of the bundle is there, and holds."""
    monkeypatch.syspath_prepend(str(bundle.SOURCES))
    for name in ("cai_dat", "thao_tac"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import cai_dat

    monkeypatch.setattr(cai_dat, "HERE", laid_out / "chuong-trinh")
    cai_dat.sound(laid_out / "chuong-trinh" / "wheels")
    assert cai_dat._what(laid_out / "chuong-trinh" / "wheels") == f"notice-gen{bundle.extras()}"
    assert all((laid_out / "chuong-trinh" / name).is_file() or (laid_out / name).is_file() for name in cai_dat._KEEP)


@pytest.mark.slow
def test_it_installs_without_a_network_and_prints(tmp_path):
    """Of this machine's wheels, by the installer's own way; skipped where there is no index to gather them from."""
    pytest.importorskip("uv", reason="needs what make bundle installs")
    folder = tmp_path / "notice-gen"
    try:
        bundle.lay_out(folder, [bundle.here()])
    except subprocess.CalledProcessError as error:
        pytest.skip(f"no package index: {error}")
    said = list(bundle.tried(folder / "chuong-trinh", tmp_path))
    assert said[-1].startswith("printed")
    assert (tmp_path / "thông báo.docx").read_bytes().startswith(b"PK")
