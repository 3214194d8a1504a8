"""Data brought up to date without a new version: which set of files is in use, in a folder of the user's.

A set is a folder of files with ``du-lieu.toml``, which names each with its SHA-256.  ``hien-hanh.json`` says which set holds, and which
held before.  A set that is not whole, of another format, or no newer than what the program has itself, is as if it were not there.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from notice_gen import folders, windows
from notice_gen.errors import N_, InputError, Problem
from notice_gen.records import record

FORMAT = 1
MANIFEST = "du-lieu.toml"
POINTER = "hien-hanh.json"
VARIABLE = "NOTICE_GEN_DATA"
MOST_BYTES = 1 << 20  # of one file
_LONGEST_SOURCE = 200
UNITS = ("don-vi-truoc-2025-07.txt", "don-vi-tu-2025-07.txt", "tinh.toml")
WORDS = ("co-quan-cu.toml", "loi-chinh-ta.toml", "ten-theo-nguoi.txt", "ten-viet-hoa.toml", "viet-tat.toml")
HOLIDAYS = "ngay-nghi.toml"
GONE = "hieu-luc.toml"  # laws that hold no more
_LAW = re.compile(r"nghi-dinh-[1-9]\d{0,3}-20\d\d\.toml")
_SET = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{8}")


@record
class Edition:
    """A set of data files."""

    ngay: date  # until when what it says is known
    nguon: str  # who made it, for people
    folder: Path
    files: Mapping[str, str]  # name → SHA-256, hexadecimal

    @property
    def name(self) -> str:
        """What it is called: its date, and eight digits of what is in it."""
        import hashlib

        said = json.dumps([self.ngay.isoformat(), sorted(self.files.items())])
        return f"{self.ngay.isoformat()}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def may_be(name: str) -> bool:
    """Tell whether a file of this name may come with data: facts alone, no patterns, rules or messages."""
    return name in UNITS or name in WORDS or name in (HOLIDAYS, GONE) or is_law(name)


def is_law(name: str) -> bool:
    """Tell whether a file of this name is a decree's."""
    return _LAW.fullmatch(name) is not None


def folder() -> Path:
    """Return where sets are installed: ``NOTICE_GEN_DATA``, else the user's data folder."""
    own = os.environ.get(VARIABLE)
    return Path(own) if own else folders.of_user("data") / "du-lieu"


def history() -> list[str]:
    """Return the names of the sets that held, the one in use first; empty where none was installed."""
    try:
        said = json.loads((folder() / POINTER).read_bytes()[: 1 << 16])
    except (OSError, ValueError):
        return []
    names = said.get("bo") if isinstance(said, dict) else None
    return [name for name in names if isinstance(name, str) and _SET.fullmatch(name)] if isinstance(names, list) else []


def current() -> tuple[Edition | None, str]:
    """Return the set in use, whole, and why there is none although one was installed (for whoever maintains the program)."""
    if not (names := history()):
        return None, ""
    try:
        return read(folder() / names[0]), ""
    except (OSError, ValueError, InputError) as error:
        return None, str(error)


def read(place: Path) -> Edition:
    """Return the set in a folder, every file of it whole.  Raises InputError, OSError: it is not one."""
    data = {MANIFEST: _bytes(place / MANIFEST)}
    names = stated(data[MANIFEST])[2]
    return edition({**data, **{name: _bytes(place / name) for name in names}}, place)


def edition(data: Mapping[str, bytes], place: Path) -> Edition:
    """Return the set that *data*, its files by name, says it is.  Raises InputError: it is not whole, or holds what may not come."""
    if MANIFEST not in data:
        raise _refused(N_("Gói dữ liệu thiếu tệp {ten}."), ten=MANIFEST)
    import hashlib

    ngay, nguon, named = stated(data[MANIFEST])
    if others := sorted(named.keys() ^ (data.keys() - {MANIFEST})):
        raise _refused(N_("Gói dữ liệu thiếu hoặc thừa tệp so với {muc_luc}: {ten}."), muc_luc=MANIFEST, ten=", ".join(others))
    for name, sha256 in named.items():
        if hashlib.sha256(data[name]).hexdigest() != sha256:
            message = N_("{ten} trong gói dữ liệu khác mã SHA-256 ghi ở {muc_luc}: tệp hỏng hoặc đã bị sửa.")
            raise _refused(message, ten=name, muc_luc=MANIFEST)
    return Edition(ngay, nguon, place, named)


def stated(manifest: bytes) -> tuple[date, str, dict[str, str]]:
    """Return date, source and digests that a manifest states.  Raises InputError: it states no such thing."""
    import tomllib

    try:
        said: dict[str, Any] = tomllib.loads(manifest.decode("utf-8"))
    except ValueError as error:
        raise _refused(N_("Không đọc được {ten} của gói dữ liệu: {loi}."), ten=MANIFEST, loi=error) from None
    ngay, nguon, files = said.get("ngay"), said.get("nguon"), said.get("tep")
    if said.get("dinh_dang") != FORMAT:
        message = N_("Gói dữ liệu có định dạng {dinh_dang}; bản chương trình này đọc định dạng {doc}.")
        raise _refused(message, dinh_dang=said.get("dinh_dang"), doc=FORMAT)
    if type(ngay) is not date or not isinstance(nguon, str) or len(nguon) > _LONGEST_SOURCE or not nguon.isprintable():
        raise _refused(N_("{ten} của gói dữ liệu thiếu ngay hoặc nguon."), ten=MANIFEST)
    if not isinstance(files, dict) or not files:
        raise _refused(N_("{ten} của gói dữ liệu không kê tệp nào ở bảng tep."), ten=MANIFEST)
    for name, sha256 in files.items():
        if not may_be(name) or not isinstance(sha256, str) or not re.fullmatch(r"[0-9a-f]{64}", sha256):
            raise _refused(N_("Gói dữ liệu không được có tệp này, hoặc mã SHA-256 của nó ghi sai: {ten}."), ten=name)
    return ngay, nguon, files


def _refused(message: str, **values: object) -> InputError:
    return InputError(Problem(message, N_("Lấy lại gói dữ liệu từ nơi phát hành; chưa có gì thay đổi."), values))


def install(data: Mapping[str, bytes], made: Edition) -> Path:
    """Put a set, its files by name, beside those there and have it hold; returns its folder.  Raises OSError: nothing is changed."""
    home = folder()
    home.mkdir(parents=True, exist_ok=True)
    place, before = home / made.name, history()
    if not place.is_dir():
        staged = home / f".{os.urandom(8).hex()}"
        staged.mkdir()
        try:
            for name, content in data.items():
                _write(staged / name, content)
            windows.patiently(lambda: staged.replace(place))
        except OSError:
            _remove(staged)
            raise
    _hold([made.name, *(name for name in before if name != made.name)][:_KEPT])
    for old in before:
        if old not in history():
            _remove(home / old)
    return place


_KEPT = 3
"""Sets that stay: the one in use, and those to go back to."""


def undo() -> bool:
    """Have the set before hold again, or the program's own; tells whether there was one to leave.  Raises OSError: nothing is changed."""
    if not (names := history()):
        return False
    _hold(names[1:])
    _remove(folder() / names[0])
    return True


def _hold(names: Iterable[str]) -> None:
    pointer, temporary = folder() / POINTER, folder() / f".{os.urandom(8).hex()}"
    try:
        _write(temporary, json.dumps({"bo": [*names]}).encode())
        windows.patiently(lambda: temporary.replace(pointer))
    finally:
        temporary.unlink(missing_ok=True)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"{path.name} is too long")
    return data


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _remove(place: Path) -> None:
    """Remove a folder of plain files, as far as that goes."""
    with contextlib.suppress(OSError):
        for path in _files(place):
            path.unlink()
        place.rmdir()


def _files(place: Path) -> Iterator[Path]:
    with os.scandir(place) as entries:
        yield from [Path(entry.path) for entry in entries if not entry.is_dir(follow_symlinks=False)]
