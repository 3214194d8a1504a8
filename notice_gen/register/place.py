"""Where a register must not be."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path, PureWindowsPath

from notice_gen import facts
from notice_gen.errors import N_, Problem, RegisterError

_OCTAL = re.compile(rb"\\([0-7]{3})")  # how the kernel writes a blank in a name
_DRIVE_REMOTE = 4  # of Windows' GetDriveTypeW


def refuse_share(path: Path) -> None:
    """Refuse a SQLite file on a network share: the locks that keep a number from being given twice do not hold there.

    Raises RegisterError: it is one.
    """
    if _is_share(path):
        message = N_("Sổ “{so}” nằm trên ổ mạng dùng chung; ở đó hai máy có thể lấy trùng một số, nên không dùng được.")
        hint = N_("Đặt sổ trên ổ đĩa của một máy (--register ĐƯỜNG-DẪN); nhiều máy cùng lấy số thì dùng PostgreSQL (xem docs/so-van-ban.md).")  # noqa: E501
        raise RegisterError(Problem(message, hint, {"so": path}))


def _is_share(path: Path) -> bool:
    if sys.platform == "win32":
        return _is_windows_share(path)
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    kind = file_system(str(Path(os.path.realpath(path)).parent), mounts)  # the file itself may be a link
    return kind in facts.table("so-van-ban-di.toml")["o_mang"]


def file_system(folder: str, mounts: str) -> str:
    r"""Return the type of the file system that *folder* is on, an absolute path without links, by what ``/proc/self/mountinfo`` says.

    >>> file_system("/mnt/ổ chung/so", "36 1 8:1 / / rw - ext4 /dev/sda1 rw\n37 36 0:5 / /mnt/ổ\\040chung rw - cifs //may/so rw")
    'cifs'
    """
    longest, kind = -1, ""
    for line in mounts.split("\n"):
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        raw = fields[4].encode("utf-8", "surrogateescape")
        point = _OCTAL.sub(lambda octal: bytes([int(octal[1], 8)]), raw).decode("utf-8", "surrogateescape")
        inside = point in {"/", folder} or folder.startswith(point + "/")
        if inside and len(point) >= longest:  # of two mounts on one point the later hides the earlier
            longest, kind = len(point), after.split(" ")[0]
    return kind


def is_unc(path: str) -> bool:
    r"""Say whether a Windows path names a share by itself.

    >>> [is_unc(p) for p in (r"\\may-chu\so\a.db", "//may-chu/so/a.db", r"\\?\UNC\may\so\a.db", r"\\?\C:\a.db", r"C:\a.db")]
    [True, True, True, False, False]
    """
    drive = PureWindowsPath(path).drive
    named = drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))
    return named or drive.upper().startswith("\\\\?\\UNC\\")


def _is_windows_share(path: Path) -> bool:
    if is_unc(str(path)) or is_unc(os.path.realpath(path)):  # a mapped drive may resolve to its share
        return True
    import ctypes

    drive = os.path.splitdrive(path.absolute())[0]
    windll = getattr(ctypes, "windll", None)
    return bool(drive and windll and windll.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE)
