"""What the server works on: one folder, and names in it that lead nowhere else."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from notice_gen import files, windows
from notice_gen.errors import N_, InputError, OutputError, Problem, why_refused
from notice_gen.web.door import Door

_DEEPEST = 4  # folders below the one that is open
_MOST = 5_000  # files listed
_BAD = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]|[. ]$|^[. ]')
_LONGEST = 255  # bytes of one name
_LARGEST = 8 << 20  # bytes of a findings file that is shown


@dataclass(frozen=True)
class Desk:
    """A server's folder and what it is told from without.

    Attributes: *root*: the folder, absolute, no link in it; *kept*: where what is not saved yet is kept, outside the folder; *door*: who
    comes in; *stop*: ends the server; *register*: the register that the user named, its path or URL, None for those of the folders;
    *newest*: by file, the text that the page asked about last: what takes long for an older one is given up.
    """

    root: Path
    kept: Path
    door: Door
    stop: Callable[[], None] = field(default=lambda: None)
    register: str | None = None
    newest: dict[str, str] = field(default_factory=dict, compare=False)

    def path(self, name: str) -> Path:
        """Return the path of a name in the folder, ``nam-2026/tb.toml``.  Raises InputError: it leads out of it, or through a link."""
        parts = name.split("/")
        sound = 0 < len(parts) <= _DEEPEST + 1 and all(map(_is_sound, parts))
        path = self.root.joinpath(*parts) if sound else self.root
        if not sound and len(parts) <= _DEEPEST + 1 and all(part.strip(". ") for part in parts):  # typed, for a new file
            message = N_("Tên tệp “{ten}” không dùng được.")
            hint = N_("Đặt tên ngắn, không có dấu < > : \" | ? * \\, không bắt đầu hay kết thúc bằng dấu chấm, dấu cách.")
            raise InputError(Problem(message, hint, {"ten": name[:80]}))
        if not sound or any(files.is_link(self.root.joinpath(*parts[: n + 1])) for n in range(len(parts))):
            message = N_("Không mở được “{ten}”: chỉ mở tệp trong thư mục đang mở.")
            raise InputError(Problem(message, N_("Chọn tệp trong danh sách."), {"ten": name[:80]}))
        return path

    def names(self, suffixes: frozenset[str]) -> Iterator[tuple[str, os.stat_result]]:
        """Yield the files of those endings in the folder and below, by name; no links, nothing hidden, no more than a screen can hold."""
        for count, entry in enumerate(_walk(self.root, "", suffixes, _DEEPEST)):
            if count >= _MOST:
                return
            yield entry

    def read(self, name: str, most: int = _LARGEST) -> bytes:
        """Return the bytes of a file.  Raises InputError: as :meth:`path`, or it cannot be read, or has more than *most* bytes."""
        path = self.path(name)
        try:
            if path.stat().st_size > most:
                raise InputError(Problem(N_("Tệp “{ten}” quá lớn."), N_("Mở tệp khác."), {"ten": name}))
            return files.read(path)
        except OSError as error:
            message = N_("Không đọc được “{ten}”: {loi}.")
            raise InputError(Problem(message, N_("Xem tệp có còn đó không, có chương trình nào đang giữ không."), {"ten": name, "loi": why_refused(error)})) from error  # noqa: E501

    def save(self, name: str, data: bytes, over: str | None) -> bool:
        """Write a file over what was read of it, *over* its SHA-256, None for a new one; say whether it was that.

        Raises InputError: as :meth:`path`; OutputError: it cannot be written.
        """
        path = self.path(name)
        seen: list[bool] = []

        def is_what_was_read(old: bytes) -> bool:
            seen.append(digest(old) == over)
            return seen[-1]

        try:
            files.write(path, data, if_exists=files.IfExists.FAIL, is_ours=is_what_was_read)
        except OutputError:
            if seen and not seen[-1]:
                return False
            raise
        return True


def _is_sound(part: str) -> bool:
    fits = 0 < len(part.encode("utf-8", "surrogatepass")) <= _LONGEST and part.isprintable()
    return fits and not _BAD.search(part) and not windows.RESERVED.match(part)


def _walk(folder: Path, before: str, suffixes: frozenset[str], deep: int) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if not _is_sound(entry.name) or files.is_link(entry.path):
            continue
        if entry.is_file(follow_symlinks=False) and Path(entry.name).suffix.lower() in suffixes:
            yield before + entry.name, entry.stat(follow_symlinks=False)
        elif deep > 0 and entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{before}{entry.name}/", suffixes, deep - 1)


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
