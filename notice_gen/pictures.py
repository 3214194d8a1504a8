"""Pictures that a notice shows: plain PNG and JPEG files beside its findings file, told by their bytes, never by their names."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from notice_gen import files
from notice_gen.errors import N_, InputError, KeyPath, Problem
from notice_gen.model import Notice
from notice_gen.page import Picture
from notice_gen.reader import Layer
from notice_gen.records import remembered

_LARGEST, _MOST = 5 << 20, 20  # bytes of one, how many one notice may have
_SIDE = 20_000  # pixels that no printed picture needs
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers of JPEG that tell the size (ITU-T T.81, table B.1)


def of(notice: Notice, layers: Sequence[Layer]) -> Mapping[str, Picture]:
    """Return the pictures that *notice* names, by name.  Raises InputError: with every one that cannot be printed, unplaced.

    They lie in the folder of the findings file, the uppermost of *layers* that is one, or below it.
    """
    named = _named(notice.muc, notice.phu_luc, notice.van_ban_kem_theo)
    if not named:
        return {}
    folder = next((Path(layer.folder) for layer in reversed(layers) if layer.folder), None)
    found: dict[str, Picture] = {}
    problems = []
    for path, name in named:
        try:
            found[name] = found.get(name) or _picture(folder, name)
        except InputError as error:
            problems += [Problem(one.message, one.hint, {**one.values, "tep": name}, path, name) for one in error.problems]
    if len(found) > _MOST:
        message = N_("Văn bản có {so} hình, nhiều hơn {nhieu_nhat}.")
        problems.append(Problem(message, N_("Bỏ bớt hình."), {"so": len(found), "nhieu_nhat": _MOST}, named[_MOST][0]))
    if problems:
        raise InputError(problems)
    return found


def all_of(layers: Sequence[Layer]) -> dict[str, bytes]:
    """Return the bytes of all pictures that *layers* name, by name; empty for one that cannot be read: it is told when a notice is made."""
    return dict(_named_by(layers))


def digest(layers: Sequence[Layer]) -> str:
    """Return one word for the bytes of all pictures that *layers* name; empty when they name none."""
    found = [data for _, data in _named_by(layers)]
    return hashlib.sha256(b"\n".join(hashlib.sha256(data).digest() for data in found)).hexdigest() if found else ""


def _named_by(layers: Sequence[Layer]) -> Iterator[tuple[str, bytes]]:
    for layer in layers:
        for name in _in_tree(layer.data):
            try:
                yield name, _picture(Path(layer.folder) if layer.folder else None, name).data
            except (InputError, OSError):
                yield name, b""


def _in_tree(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            several = value if isinstance(value, list) else [value]
            yield from (one["tep"] for one in several if key == "hinh" and isinstance(one, Mapping) and isinstance(one.get("tep"), str))
            yield from _in_tree(value)
    elif isinstance(data, list):
        for value in data:
            yield from _in_tree(value)


@remembered(64)
def _named(*parts: Any) -> tuple[tuple[KeyPath, str], ...]:
    """Return the path and the name of each picture; a mailing's notices share their sections."""
    keys = ("muc", "phu_luc", "van_ban_kem_theo")
    return tuple(found for key, several in zip(keys, parts, strict=True) for found in _below(several, (key,)))


def _below(several: Sequence[Any], path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for n, one in enumerate(several):
        yield from (((*path, n, "hinh", k, "tep"), picture.tep) for k, picture in enumerate(getattr(one, "hinh", ())))
        yield from _below(one.muc, (*path, n, "muc"))


def _picture(folder: Path | None, name: str) -> Picture:
    if folder is None:
        hint = N_("Hình chỉ đọc được khi văn bản là một tệp: hình nằm cùng thư mục với tệp đó.")
        raise _refused(N_("Không đọc được hình “{tep}”."), hint, name)
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or ".." in parts or PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or re.match(r"\w+:", name):
        raise _refused(N_("Hình “{tep}” phải nằm cùng thư mục với tệp này, hoặc trong thư mục con."), N_("Chép hình vào đó, rồi ghi tên tệp, ví dụ: tep = \"so-do.png\""), name)  # noqa: E501
    place = folder
    for part in parts:
        place /= part
        if files.is_link(place):
            raise _refused(N_("Hình “{tep}” là liên kết dẫn sang chỗ khác, nên không dùng."), N_("Chép chính tệp hình vào thư mục này."), name)  # noqa: E501
    try:
        about = place.stat()
        if about.st_size > _LARGEST:
            raise _refused(N_("Hình “{tep}” lớn quá {lon_nhat} MB."), N_("Lưu lại hình nhỏ hơn: in rộng 16 cm chỉ cần khoảng 1.900 điểm ảnh chiều ngang."), name, lon_nhat=_LARGEST >> 20)  # noqa: E501
        return _read(place, about.st_mtime_ns, about.st_size)
    except OSError as error:
        raise _refused(N_("Không đọc được hình “{tep}”."), N_("Xem lại tên tệp, kể cả đuôi; hình nằm cùng thư mục với tệp này."), name) from error  # noqa: E501


@lru_cache(maxsize=32)
def _read(place: Path, _: int, __: int) -> Picture:
    """Return a picture; *place* with the time of its last change and its size tells it from what stood there before."""
    data = files.read(place)
    kind, size = ("png", _of_png(data)) if data.startswith(_PNG) else ("jpeg", _of_jpeg(data)) if data.startswith(_JPEG) else ("", None)
    if not size:
        raise _refused(N_("“{tep}” không phải hình PNG hay JPEG, hoặc hình hỏng."), N_("Mở hình bằng Paint, lưu lại kiểu PNG hoặc JPEG; đổi đuôi tệp không đổi được kiểu."), place.name)  # noqa: E501
    if min(size) < 1 or max(size) > _SIDE:
        raise _refused(N_("Hình “{tep}” lớn quá {lon_nhat} điểm ảnh một chiều."), N_("Lưu lại hình nhỏ hơn."), place.name, lon_nhat=_SIDE)
    return Picture(data, kind, *size)


def _of_png(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels (PNG specification, 11.2.2); None for a file that is cut off."""
    whole = data[12:16] == b"IHDR" and b"IEND" in data[-16:]
    return struct.unpack(">II", data[16:24]) if whole else None


def _of_jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, (length,) = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if b"\xff\xd9" in data[-64:] else None
        at += 2 + length if marker != 0xFF else 1
    return None


def _refused(message: str, hint: str, name: str, **values: Any) -> InputError:
    return InputError(Problem(message, hint, {"tep": name, **values}))
