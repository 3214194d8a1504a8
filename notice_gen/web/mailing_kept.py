"""What is kept of a mailing in the user's state folder: its workbook as it came, and what was typed over it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import notice_gen
from notice_gen import files
from notice_gen.errors import N_, InputError, Problem
from notice_gen.web.answers import Asked, text
from notice_gen.web.desk import Desk, digest

_FOLDER = "ket-qua"
_MOST = 5_000  # cells, columns or rows that one edit changes
_FURTHEST = 1 << 20  # row of a sheet
_WIDEST = 1 << 14  # column of a sheet
_LONGEST = 100_000  # characters typed into a cell


@dataclass(frozen=True)
class Kept:
    """What is kept of a mailing beside its workbook."""

    name: str
    sha256: str
    version: int = 1
    out: str = ""
    columns: dict[int, str] = field(default_factory=dict)
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    visible_only: bool = False


def _home(desk: Desk) -> Path:
    return desk.kept / "hang-loat"


def _note(desk: Desk, base: str) -> Path:
    desk.path(base)
    return _home(desk) / f"{digest(base.encode())}.json"


def _data(desk: Desk, base: str, sha256: str) -> Path:
    return _home(desk) / f"{digest(base.encode())}-{sha256}.bin"


def load(desk: Desk, base: str) -> tuple[Kept, bytes] | None:
    """Return what is kept for a common file, with the bytes of its workbook; None where nothing is."""
    try:
        said = json.loads(files.read(_note(desk, base)))
        kept = Kept(
            said["name"], said["sha256"], said["version"], said["out"], {int(n): value for n, value in said["columns"].items()},
            {(row, n): value for row, n, value in said["cells"]}, frozenset(said["left_out"]), said["visible_only"],
        )  # fmt: skip
        data = files.read(_data(desk, base, kept.sha256))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return (kept, data) if digest(data) == kept.sha256 else None


def keep(desk: Desk, base: str, kept: Kept) -> None:
    """Write what was typed."""
    said = {
        "base": base, "name": kept.name, "sha256": kept.sha256, "version": kept.version, "out": kept.out, "columns": kept.columns,
        "cells": [[row, n, value] for (row, n), value in kept.cells.items()], "left_out": sorted(kept.left_out),
        "visible_only": kept.visible_only,
    }  # fmt: skip
    files.write(_note(desk, base), json.dumps(said, ensure_ascii=False).encode(), if_exists=files.IfExists.OVERWRITE)


def there(desk: Desk, base: str) -> tuple[Kept, bytes]:
    """Return what is kept for a common file.  Raises InputError: nothing is."""
    found = load(desk, base)
    if found is None:
        raise InputError(Problem(N_("Chưa có bảng số liệu cho “{ten}”."), N_("Thả bảng vào trang, hoặc lập bảng mới."), {"ten": base}))
    return found


def as_data(desk: Desk, base: str, kept: Kept, data: bytes) -> notice_gen.DataTable:
    """Return it as the library knows it."""
    return notice_gen.DataTable(desk.path(base), data, kept.name, kept.columns, kept.cells, kept.left_out, kept.visible_only)


def out_of(desk: Desk, base: str, kept: Kept) -> Path:
    """Return the output folder."""
    return desk.path(kept.out or usual_out(base))


def usual_out(base: str) -> str:
    """Return the output folder, unless another is named."""
    folder, slash, _ = base.rpartition("/")
    return f"{folder}{slash}{_FOLDER}"


def take(desk: Desk, base: str, name: str, data: bytes) -> None:
    """Keep a new table for a common file, in the place of an earlier one."""
    _home(desk).mkdir(mode=0o700, parents=True, exist_ok=True)
    before = load(desk, base)
    kept = Kept(name, digest(data), version=before[0].version + 1 if before else 1, out=before[0].out if before else "")
    files.write(_data(desk, base, kept.sha256), data, if_exists=files.IfExists.OVERWRITE)
    keep(desk, base, kept)
    if before and before[0].sha256 != kept.sha256:
        _data(desk, base, before[0].sha256).unlink(missing_ok=True)


def unusable(value: object) -> InputError:
    """Return that a request is none that a page sends."""
    return InputError(Problem(N_("Yêu cầu không dùng được: “{gia_tri}”."), N_("Tải lại trang."), {"gia_tri": str(value)[:80]}))


def changes(desk: Desk, asked: Asked, kept: Kept) -> dict[str, Any]:
    """Return the fields that an edit changes.  Raises InputError: it is none."""
    changed: dict[str, Any] = {}
    columns, cells = {**kept.columns}, {**kept.cells}
    for n, value in _several(asked, "columns", 2):
        _put(columns, n, value, fits=_is_number(n, 0, _WIDEST))
    for row, n, value in _several(asked, "cells", 3):
        _put(cells, (row, n), value, fits=_is_number(row, 1, _FURTHEST) and _is_number(n, 0, _WIDEST))
    left_out = set(kept.left_out)
    for row, out in _several(asked, "rows", 2):
        if not _is_number(row, 1, _FURTHEST) or type(out) is not bool:
            raise unusable(row)
        (left_out.add if out else left_out.discard)(row)
    if "visible_only" in asked:
        changed["visible_only"] = asked["visible_only"] is True
    if "out" in asked:
        desk.path(text(asked, "out"))
        changed["out"] = asked["out"]
    return {**changed, "columns": columns, "cells": cells, "left_out": frozenset(left_out)}


def _several(asked: Asked, name: str, width: int) -> Iterable[list[Any]]:
    given = asked.get(name, [])
    if not isinstance(given, list) or len(given) > _MOST or not all(isinstance(one, list) and len(one) == width for one in given):
        raise unusable(name)
    return given


def _put(into: dict[Any, str], key: Any, value: Any, *, fits: bool) -> None:
    """Put a text, or take it away where it is None: then the workbook's own stands again."""
    if not fits or not (value is None or (isinstance(value, str) and len(value) <= _LONGEST and _is_text(value))):
        raise unusable(key)
    if value is None:
        into.pop(key, None)
    else:
        into[key] = value


def _is_number(value: Any, least: int, most: int) -> bool:
    return type(value) is int and least <= value < most


def _is_text(value: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in value)
