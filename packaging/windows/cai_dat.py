r"""Installs notice-gen for one user of Windows, and removes it: ``cai-dat.cmd`` and ``go-bo.cmd`` call it with a Python that they found.

It needs no network, no administrator and nothing but the standard library.  Everything lies under ``%LOCALAPPDATA%\notice-gen``; of the
registry only HKEY_CURRENT_USER is written.  A new version is installed beside the old one, which goes when the new one runs.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath

import thao_tac

HERE = Path(__file__).resolve().parent
APPLICATION = "Soạn văn bản"
CHECK = "Kiểm tra thể thức"
PRINT = "In ra Word"
POINTER = "python.txt"
"""Says, from the folder of the program, which Python runs it: what ``go-bo.cmd`` reads."""
_KEEP = ("__main__.py", "cai_dat.py", "thao_tac.py", "mo.py", "go-bo.cmd")
_NAME = "notice-gen"
_CLASSES = r"Software\Classes"
_UNINSTALL = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{_NAME}"
_TOML = f"{_NAME}.toml"
_ICON = r"%SystemRoot%\System32\imageres.dll,-102"


class RefusedError(Exception):
    """Why nothing is installed, in a sentence for the clerk."""


def root() -> Path:
    """Return the folder of everything.  Raises RefusedError: Windows does not say where the user's profile is."""
    local = os.environ.get("LOCALAPPDATA")
    if not local:
        raise RefusedError("Windows không cho biết thư mục riêng của người dùng (LOCALAPPDATA).")
    return Path(local) / _NAME


def python_of(environment: Path) -> Path:
    """Return the Python of a private environment."""
    if (environment / "python.exe").is_file():  # the one that came with the bundle
        return environment / "python.exe"
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def command(python: PurePath, home: PurePath, action: str, *, with_file: bool = True) -> str:
    """Return the command line of a double click or of the right-click menu."""
    file = ' "%1"' if with_file else ""
    return f'"{python}" -I -X utf8 "{home / "mo.py"}" {action}{file}'


def entries(python: PurePath, home: PurePath, version: str) -> Iterator[thao_tac.Entry]:
    """Yield what is written into HKEY_CURRENT_USER; every key that ends in our name goes again with the program."""
    verbs = ((".docx", "kiem-tra", CHECK), (".toml", "soan", APPLICATION), (".toml", "in", PRINT))
    for suffix, action, words in verbs:
        key = rf"{_CLASSES}\SystemFileAssociations\{suffix}\shell\{_NAME}.{action}"
        yield thao_tac.Entry(key, "", words)
        yield thao_tac.Entry(key, "Icon", _ICON, expands=True)
        yield thao_tac.Entry(rf"{key}\command", "", command(python, home, action))
    yield thao_tac.Entry(rf"{_CLASSES}\{_TOML}", "", "Tệp nội dung văn bản")
    yield thao_tac.Entry(rf"{_CLASSES}\{_TOML}\Application", "ApplicationName", APPLICATION)
    yield thao_tac.Entry(rf"{_CLASSES}\{_TOML}\shell\open", "FriendlyAppName", APPLICATION)
    yield thao_tac.Entry(rf"{_CLASSES}\{_TOML}\shell\open\command", "", command(python, home, "soan"))
    yield thao_tac.Entry(rf"{_CLASSES}\.toml\OpenWithProgids", _TOML, "")  # one more in "open with": nothing that is there is changed
    told = {
        "DisplayName": f"{APPLICATION} (notice-gen)", "DisplayVersion": version, "Publisher": _NAME,
        "InstallLocation": str(home.parent), "UninstallString": f'"{home / "go-bo.cmd"}"',
    }  # fmt: skip
    for name, text in told.items():
        yield thao_tac.Entry(_UNINSTALL, name, text)
    for name in ("NoModify", "NoRepair"):
        yield thao_tac.Entry(_UNINSTALL, name, 1)


def own_keys() -> list[str]:
    """Return the keys that are ours alone."""
    found = dict.fromkeys(entry.key for entry in entries(PurePath(), PurePath(), "") if entry.key.count(_NAME))
    return [key for key in found if not any(key != other and key.startswith(other + "\\") for other in found)]


def sound(wheels: Path) -> None:
    """Hold every file against the digests that came with it.  Raises RefusedError: one is missing or damaged."""
    for line in (wheels.parent / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        path = wheels.parent / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise RefusedError(f"Tệp {name} thiếu hoặc hỏng: giải nén lại tệp .zip, hoặc chép lại gói cài đặt.")


def environment(place: Path, wheels: Path) -> Path:
    """Make a private environment with the program in it, and return its Python.  Raises RefusedError: that failed; nothing is left."""
    pip = str(next(wheels.glob("pip-*.whl")) / "pip")
    bundled = HERE.parent / "python"
    try:
        if Path(sys.executable).resolve().parent == bundled.resolve():
            shutil.copytree(bundled, place)
            wanted = ["--target", str(place / "Lib" / "site-packages")]
        else:
            _run([sys.executable, "-I", "-m", "venv", "--without-pip", str(place)])
            wanted = ["--no-warn-script-location"]
        python = python_of(place)
        # The archive of pip is a program: neither a pip of this Python nor a network is needed.
        quiet = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-cache-dir", "--find-links", str(wheels)]
        _run([str(python), "-X", "utf8", pip, "install", *quiet, *wanted, _what(wheels)])
        _run([str(python), "-I", "-X", "utf8", "-m", "notice_gen", "--version"])
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(place, ignore_errors=True)
        said = error.stderr.decode("utf-8", "replace").strip() if isinstance(error, subprocess.CalledProcessError) else error
        raise RefusedError(f"Không tạo được môi trường riêng trong {place.parent}: {said}") from error
    return python


def _what(wheels: Path) -> str:
    return f"{_NAME}{(wheels.parent / 'phan-kem.txt').read_text('utf-8').strip()}"


def _run(line: list[str]) -> None:
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith(("PYTHON", "PIP_"))}
    subprocess.run(line, capture_output=True, check=True, env=own | {"PYTHONNOUSERSITE": "1", "PIP_CONFIG_FILE": os.devnull})


def install(system: thao_tac.System) -> Path:
    """Install, or put this version in the place of the one there; return the Python that runs it.

    Raises RefusedError: what there was before stays.
    """
    wheels, home = HERE / "wheels", root() / "chuong-trinh"
    sound(wheels)
    home.mkdir(parents=True, exist_ok=True)
    before = [path for path in home.iterdir() if path.is_dir()]
    python = environment(home / f"ban-{secrets.token_hex(4)}", wheels)
    for name in _KEEP:
        source = HERE / name if (HERE / name).is_file() else HERE.parent / name
        shutil.copyfile(source, home / name)
    (home / POINTER).write_text(str(python.relative_to(home)) + "\n", "ascii")
    (home.parent / "bin").mkdir(exist_ok=True)
    launcher = f'@"%~dp0..\\chuong-trinh\\{str(python.relative_to(home)).replace("/", chr(92))}" -I -X utf8 -m notice_gen %*\r\n'
    (home.parent / "bin" / "notice-gen.cmd").write_text(launcher, "ascii", newline="")
    version = (HERE / "phien-ban.txt").read_text("utf-8").strip()
    for key in own_keys():
        system.forget(key)
    for entry in entries(python, home, version):
        system.write(entry)
    system.add_to_path(str(home.parent / "bin"))
    for place in system.places():
        system.shortcut(place / f"{APPLICATION}.lnk", python, f'-I -X utf8 "{home / "mo.py"}" soan', _ICON)
    system.tell()
    for old in before:
        shutil.rmtree(old, ignore_errors=True)  # one that still runs goes the next time
    return python


def remove(system: thao_tac.System) -> None:
    """Take back all but the folder, in which this Python may lie: ``go-bo.cmd`` removes it."""
    for place in system.places():
        with contextlib.suppress(OSError):
            (place / f"{APPLICATION}.lnk").unlink(missing_ok=True)
    for key in own_keys():
        system.forget(key)
    system.forget_value(rf"{_CLASSES}\.toml\OpenWithProgids", _TOML)
    system.drop_from_path(str(root() / "bin"))
    system.tell()


def main(arguments: list[str]) -> int:
    """Install, or remove with ``/go-bo``; return the exit code."""
    system = thao_tac.System()
    try:
        if "/go-bo" in arguments:
            remove(system)
            print("\nĐã gỡ notice-gen. Văn bản và sổ văn bản của cơ quan còn nguyên.")
            return 0
        print("\nĐang cài notice-gen, khoảng một phút…", flush=True)
        install(system)
    except RefusedError as error:
        print(f"\nChưa cài được. {error}", file=sys.stderr)
        return 4
    except OSError as error:
        print(f"\nChưa cài được: {error}\nĐóng các cửa sổ “{APPLICATION}” đang mở rồi chạy lại.", file=sys.stderr)
        return 4
    for trouble in system.troubles:
        print(f"Lưu ý: {trouble}")
    print(f"\nĐã cài xong. Bấm đúp “{APPLICATION}” trên màn hình nền để bắt đầu;")
    print(f"bấm chuột phải vào tệp .docx, chọn “{CHECK}” để kiểm tra một văn bản.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
