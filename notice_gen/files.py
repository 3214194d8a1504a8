"""Output files: names that are safe everywhere, and writing whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Literal

from notice_gen import windows
from notice_gen.errors import N_, OutputError, Problem, why_refused

_LONGEST_STEM = 120  # bytes; Windows gives a whole path, its folders too, 260 characters
_SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{5,100}\.docx")  # too long to be reserved
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_OPEN = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW"))
_LINKS = {getattr(stat, "IO_REPARSE_TAG_SYMLINK", 0), getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0)} - {0}  # of Windows
_PIECE, _MOST = 1 << 16, 1 << 30  # bytes read at a time
_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


class IfExists(StrEnum):
    """What to do when the file to be written is there already and is not our own untouched work."""

    FAIL = "fail"
    OVERWRITE = "overwrite"
    SKIP = "skip"
    RENAME = "rename"


def safe_name(name: str) -> str:
    """Return *name*, a file name and no folders, as Windows, macOS and Linux all take it.

    >>> safe_name("12/TB-UBND: xã A.docx"), safe_name("con.docx"), safe_name("du-thao. .docx"), safe_name("du-thao.")
    ('12-TB-UBND- xã A.docx', '_con.docx', 'du-thao.docx', 'du-thao')
    """
    if _SAFE.fullmatch(name):
        return name
    stem, dot, suffix = _FORBIDDEN.sub("-", name).rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    suffix = suffix.rstrip(" .")
    dot = dot if suffix else ""
    stem = stem.encode("utf-8", "ignore")[:_LONGEST_STEM].decode("utf-8", "ignore")
    stem = stem.strip(" .-") or "van-ban"  # a leading dot hides a file, a leading hyphen makes it an option
    return ("_" if windows.RESERVED.match(stem) else "") + stem + dot + suffix


def unfit(path: Path) -> Problem | None:
    """Return why nothing can be written to *path* on this system, however free it is; None where nothing is wrong."""
    return windows.unfit(path.absolute()) if os.name == "nt" else None


def is_link(path: Path | str) -> bool:
    """Say whether a name leads elsewhere: a symbolic link, a junction of Windows; a file that OneDrive keeps does not."""
    try:
        about = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(about.st_mode) or getattr(about, "st_reparse_tag", 0) in _LINKS


def linked(path: Path, option: str = "-o") -> Problem:
    """Return why nothing is written through a link, and what to do; *option* names another place."""
    message = N_("“{tep}” là liên kết (symlink) dẫn sang chỗ khác, nên không đọc, không ghi, không xóa gì qua đó.")
    hint = N_("Xóa liên kết đó rồi chạy lại, hoặc chọn chỗ khác bằng {lua_chon}.")
    return Problem(message, hint, {"tep": path, "lua_chon": option})


def read(path: Path | str, at: int | None = None) -> bytes:
    """Return the bytes of a plain file; *at* is the open folder its path starts from.  Raises OSError: it is a link, or cannot be read."""
    if not hasattr(os, "O_NOFOLLOW") and is_link(path):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    number = os.open(path, os.O_RDONLY | _OPEN | getattr(os, "O_NONBLOCK", 0), dir_fd=at)
    try:  # not by ``open``, which takes as long again: a batch looks at thousands
        about = os.fstat(number)
        if not stat.S_ISREG(about.st_mode):
            code = errno.EISDIR if stat.S_ISDIR(about.st_mode) else errno.EINVAL
            raise OSError(code, os.strerror(code), str(path))
        size, most = about.st_size, min(max(about.st_size, _PIECE) + 1, _MOST)
        pieces = [os.read(number, most)]
        if size <= len(pieces[0]) < most:  # no more than it is long: there is none
            return pieces[0]
        while piece := os.read(number, most):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(number)


Test = Callable[[bytes], bool]
"""Says something of the bytes of a file that is there."""


def write(path: Path, data: bytes, *, if_exists: IfExists, is_ours: Test = lambda _: False, named: bool = False) -> Path | None:
    """Write *data* to *path*: whole or not at all, never over somebody's work unless that is asked for.

    Args: *path*: its folder must be there; *if_exists*: what to do over a file that is not ours untouched; *is_ours*: says if bytes are
    exactly what this program once wrote; *named*: by the user, who may name a link; a name of the program's is refused where one has it.
    Returns the file written, for ``RENAME`` under the first other name that is free or ours untouched; None when ``SKIP`` left it alone.
    Raises OutputError: nothing was written; why, and what to do.
    """
    return _place(path, if_exists, lambda old: old == data, is_ours, lambda target, over: _put(target, data, over=over), named=named)


def settle(
    finished: str, path: str, *, sha256: str, if_exists: IfExists, is_ours: Test = lambda _: False, at: int | None = None
) -> str | None:
    """Give a file that is finished its name *path*, in a folder of the same disk, where no link has it; else as :func:`write`.

    Args: *finished*: the file; gone afterwards, unless its name is refused; *sha256*: of its bytes, hexadecimal; *at*: the open folder
    that *finished* starts from.
    Raises OutputError: nothing was done; why, and what to do.
    """
    if os.name != "nt":
        try:
            _link(finished, path, at)  # what it comes to where nothing is in the way
        except OSError:
            pass
        else:
            os.unlink(finished, dir_fd=at)
            return path
    written = _place(
        Path(path), if_exists, lambda old: hashlib.sha256(old).hexdigest() == sha256, is_ours,
        lambda target, over: _name(finished, target, over=over, at=at), named=False,
    )  # fmt: skip
    with contextlib.suppress(FileNotFoundError):
        os.unlink(finished, dir_fd=at)
    return str(written) if written else None


def _link(finished: str, path: str | Path, at: int | None) -> None:
    if at is None:
        os.link(finished, path)
    else:
        os.link(finished, path, src_dir_fd=at, follow_symlinks=False)


def _place(
    path: Path, if_exists: IfExists, same: Test, is_ours: Test, put: Callable[[Path, bool], None], *, named: bool
) -> Path | None:
    if problem := unfit(path):
        raise OutputError(problem)
    target, further = _real(path) if named else path, _further(path)
    while True:
        what = _found(target, if_exists, same, is_ours)
        if what == "same":
            return path
        if what == "other":
            if if_exists is IfExists.SKIP:
                return None
            if if_exists is not IfExists.RENAME:
                raise OutputError(linked(path) if is_link(target) else _edited(path))
            path = target = next(further)
            continue
        try:
            put(target, what == "ours")
        except FileExistsError:
            continue  # another program was quicker: look again
        return path


def _found(target: Path, if_exists: IfExists, same: Test, is_ours: Test) -> Literal["nothing", "same", "ours", "other"]:
    """Return what stands at a path: what is to be written, what may be written over, or what stays."""
    if is_link(target):
        return "other"
    if not _is_there(target):
        return "nothing"
    old = _read(target, if_exists)
    if old is not None and same(old):
        return "same"
    return "ours" if if_exists is IfExists.OVERWRITE or (old is not None and is_ours(old)) else "other"


def fill(path: str, data: bytes, at: int | None = None) -> None:
    """Write *data* to a file of ours, in place of what has its name; it is not on the disk yet.  Raises OutputError: it is not written."""
    try:
        try:
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN, 0o666, dir_fd=at)
        except FileExistsError:  # of this run, or put there by another: a link, a file with a second name
            windows.patiently(lambda: os.unlink(path, dir_fd=at))
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN, 0o666, dir_fd=at)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(number, rest) :]
        finally:
            os.close(number)
    except OSError as error:
        raise OutputError(refusal(Path(path), error)) from error


def _real(path: Path) -> Path:
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError) as error:
        raise OutputError(refusal(path, error)) from error


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:  # a name too long, a drive that is gone
        raise OutputError(refusal(path, error)) from error
    return True


def _read(path: Path, if_exists: IfExists) -> bytes | None:
    """Return the bytes of what is there; None when it cannot be read and is to be left alone anyway."""
    try:
        return read(path)
    except OSError as error:
        if if_exists in {IfExists.SKIP, IfExists.RENAME}:
            return None
        raise OutputError(_unread(path)) from error


def _further(path: Path) -> Iterator[Path]:
    """Yield ``name (2).docx`` and so on."""
    return (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))


def _put(path: Path, data: bytes, *, over: bool) -> None:
    """Write through a temporary file in the same folder; FileExistsError when not *over* and it is there."""
    # Short, so that a name that fits is not refused for the sake of its temporary twin.
    temporary = path.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        try:
            with temporary.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise OutputError(refusal(path, error)) from error
        _name(str(temporary), path, over=over)
    finally:
        with contextlib.suppress(OSError):
            windows.patiently(lambda: temporary.unlink(missing_ok=True))


def _name(finished: str, path: Path, *, over: bool, at: int | None = None) -> None:
    try:
        windows.patiently(lambda: _move(finished, path, over=over, at=at))
    except FileExistsError:
        raise
    except PermissionError as error:
        raise OutputError(_in_use(path)) from error
    except OSError as error:
        raise OutputError(refusal(path, error)) from error


def _move(temporary: str, path: Path, *, over: bool, at: int | None) -> None:
    if over:
        os.replace(temporary, path, src_dir_fd=at)
    elif os.name == "nt":
        Path(temporary).rename(path)  # refuses an existing file by itself
    else:
        try:
            _link(temporary, path, at)
        except OSError as error:
            if error.errno not in _NO_HARD_LINKS:
                raise
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from error
            os.replace(temporary, path, src_dir_fd=at)


def _edited(path: Path) -> Problem:
    message = N_("Tệp “{tep}” đã có và đã được sửa (hoặc không do notice-gen tạo ra), nên không ghi đè.")
    hint = N_("Thêm --if-exists rename để ghi sang tên khác, hoặc --if-exists overwrite để bỏ bản đã sửa.")
    return Problem(message, hint, {"tep": path})


def _unread(path: Path) -> Problem:
    """Return why a file that is there cannot be read before it would be replaced."""
    if path.is_dir():
        return Problem(N_("“{tep}” là thư mục, không phải tệp."), N_("Ghi tên tệp văn bản, ví dụ: -o thong-bao.docx."), {"tep": path})
    if not path.is_file():
        return Problem(N_("“{tep}” không phải tệp thường."), N_("Chọn tên tệp khác."), {"tep": path})
    return linked(path) if is_link(path) else _in_use(path)


def _in_use(path: Path) -> Problem:
    message = N_("Không ghi được tệp “{tep}”: tệp đang mở trong Word, hoặc chỉ được đọc.")
    hint = N_("Đóng tệp trong Word rồi chạy lại, hoặc ghi sang tên khác bằng -o.")
    return Problem(message, hint, {"tep": path})


def refusal(path: Path, error: Exception) -> Problem:
    """Return why *path* cannot be written, and what to do about it."""
    number, folder = getattr(error, "errno", None), path.parent
    values = {"tep": path, "thu_muc": folder, "loi": why_refused(error) if isinstance(error, OSError) else str(error)}
    if number in {errno.ENOENT, errno.ENOTDIR} and not folder.is_dir():
        return Problem(N_("Không có thư mục “{thu_muc}”."), N_("Tạo thư mục đó trước, hoặc sửa đường dẫn."), values)
    if number in {errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC}:
        return Problem(N_("Ổ đĩa đã đầy, không ghi được “{tep}”."), N_("Xóa bớt tệp rồi chạy lại."), values)
    if number in {errno.EACCES, errno.EPERM, errno.EROFS}:
        hint = N_("Ghi vào thư mục khác, ví dụ thư mục Tài liệu (Documents) của mình.")
        return Problem(N_("Không có quyền ghi vào thư mục “{thu_muc}”."), hint, values)
    if number == errno.ENAMETOOLONG:
        return Problem(N_("Tên tệp “{tep}” dài quá."), N_("Đặt tên ngắn hơn."), values)
    return Problem(N_("Không ghi được tệp “{tep}”: {loi}."), N_("Kiểm tra lại đường dẫn, hoặc ghi sang tên khác bằng -o."), values)
