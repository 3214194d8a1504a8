"""What a program hands over, bytes, a path or a tree of Python values → the layers that the reader knows."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import Any

from notice_gen import reader, toml_text
from notice_gen.errors import N_, InputError, Place, Problem, TemplateError
from notice_gen.reader import Layer

Source = bytes | str | PathLike[str] | Mapping[str, Any]
"""A findings file: its bytes, its path, or its tree as a dict."""

Keys = tuple[str | int, ...]

TREE = "<dict>"
_BYTES = "<bytes>"
_MOST = 500_000  # values of one tree
_DEEPEST = 40
_LARGEST = 1 << 63
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?", re.ASCII)


def layer_of(source: Source, *, office: bool = False) -> Layer:
    """Return the layer that a findings file, or an office's settings, hold.  Raises InputError: it cannot be read, or is none of TOML."""
    under = f"/{reader.OFFICE_FILE}" if office else ""  # the reader knows the office's settings by that name
    if isinstance(source, Mapping):
        return reader.parse(toml(source), file=TREE + under, folder="") if source or not office else Layer(TREE + under, "", {})
    if isinstance(source, bytes):
        return reader.parse(source, file=_BYTES + under, folder="")
    path = path_of(source)
    if not office:
        return reader.parse(reader.load_findings(path), file=str(path))
    return reader.parse(reader.load(path), file=str(path) if path.name == reader.OFFICE_FILE else f"{path}/{under}")


def office_of(office: Source | None) -> tuple[Layer, ...]:
    """Return the layer of an office's settings, if any; a folder is looked in, and above it.  Raises InputError: as :func:`layer_of`."""
    if office is None:
        return ()
    if not isinstance(office, bytes | Mapping) and (folder := path_of(office)).is_dir():
        return tuple(filter(None, [reader.office_layer(folder)]))
    return (layer_of(office, office=True),)


def path_of(given: object) -> Path:
    """Return the path that was given.  Raises InputError: it is none, nor anything else that a notice is made from."""
    if isinstance(given, str | PathLike) and "\0" not in str(given):
        return Path(given)
    message, hint = N_("Không dùng được giá trị kiểu {kieu} ở đây."), N_("Đưa vào bytes, đường dẫn hoặc dict.")
    raise InputError(Problem(message, hint, {"kieu": type(given).__name__}))


@contextmanager
def placed() -> Iterator[None]:
    """Let problems raised within stand where the caller knows them."""
    try:
        yield
    except (InputError, TemplateError) as error:
        kind = TemplateError if isinstance(error, TemplateError) else InputError
        raise kind(as_given(error.problems)) from error


def as_given(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return *problems* of a tree at their keys, and those of an office's file by the name it has."""
    return tuple(replace(problem, place=_as_given(problem.place, problem.path)) for problem in problems)


def _as_given(place: Place | None, keys: Keys) -> Place | None:
    if place and place.file.startswith(TREE):
        return Place(place.file, cell=place.cell or dotted(keys))
    return place and replace(place, file=place.file.removesuffix(f"//{reader.OFFICE_FILE}"))


def dotted(keys: Keys) -> str:
    """Return the way to a value as a clerk reads it, places in lists from 1.

    >>> dotted(("muc", 0, "phat_hien", 2))
    'muc.1.phat_hien.3'
    """
    return ".".join(str(key + 1) if isinstance(key, int) else key.encode("utf-8", "backslashreplace").decode() for key in keys)


def toml(tree: Mapping[str, Any]) -> bytes:
    r"""Return *tree* as a TOML file; a text that is nothing but an ISO date is a date, for JSON has none.

    Raises InputError: a value, or a key, that no TOML file can hold, at its keys.

    >>> toml({"van_ban": {"ngay": "2026-03-05", "so": None}, "so_lieu": {"ty_le": 98.5}}).decode()
    '"van_ban" = {"ngay" = 2026-03-05}\n"so_lieu" = {"ty_le" = 98.5}\n'
    """
    pairs = _Writer(" = ", dates=True).pairs(tree, ())
    return "".join(f"{pair}\n" for pair in pairs).encode() or b"# "  # for what it does not say, not as an empty file


def json_line(row: Mapping[str, Any]) -> str:
    """Return a row as a JSON line, null for what a DataFrame leaves empty.  Raises InputError: a value, or a key, that no row can hold."""
    if isinstance(row, Mapping):
        return _Writer(": ", dates=False).text(row, ())
    raise _refused((), N_("Mỗi hàng phải là một dict."))


class _Writer:
    """Writes values as TOML or JSON on one line; the two spell them alike but for ``=`` and dates."""

    def __init__(self, equals: str, *, dates: bool) -> None:
        self._equals, self._dates, self._left = equals, dates, _MOST

    def pairs(self, table: Mapping[Any, Any], keys: Keys) -> Iterator[str]:
        for key, value in table.items():
            if not isinstance(key, str):
                raise _refused(keys, N_("Khóa phải là chữ; ở đây có khóa kiểu {kieu}."), kieu=type(key).__name__)
            if not _is_empty(value):
                yield _quoted(key, (*keys, key)) + self._equals + self.text(value, (*keys, key))
            elif not (self._dates or keys):  # a row that has the key and leaves it empty
                yield f"{_quoted(key, (key,))}{self._equals}null"

    def text(self, value: Any, keys: Keys) -> str:
        self._left -= 1
        if len(keys) > _DEEPEST or self._left < 0:
            hint = N_("Bỏ chỗ một bảng chứa chính nó; bảng dài thì tách thành nhiều văn bản.")
            raise _refused(keys[:1], N_("Cây dữ liệu lồng nhau quá sâu, hoặc quá lớn."), hint)
        if isinstance(value, Mapping):
            return f"{{{', '.join(self.pairs(value, keys))}}}"
        if isinstance(value, list | tuple):
            return f"[{', '.join(self.text(each, (*keys, n)) for n, each in enumerate(value))}]"
        value = _native(value)
        if isinstance(value, str):
            return (_as_date(value) if self._dates else "") or _quoted(value, keys)
        if isinstance(value, dt.date) and not _is_empty(value):
            day = value.date() if isinstance(value, dt.datetime) and value.time() == dt.time() else value
            return day.isoformat() if self._dates else f'"{day.isoformat()}"'
        if number := _as_number(value):
            return number
        hint = N_("Dùng chữ, số vừa phải, ngày, True, False, danh sách, dict.")
        raise _refused(keys, N_("Không dùng được giá trị này, kiểu {kieu}."), hint, kieu=type(value).__name__)


def _quoted(text: str, keys: Keys) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message, hint = N_("Chữ hỏng, không phải Unicode đúng: {gia_tri}."), N_("Đọc lại nguồn bằng đúng bảng mã (UTF-8).")
        raise _refused(keys, message, hint, gia_tri=ascii(text[max(error.start - 20, 0) : error.end])) from error
    return toml_text.quoted(text)


def _as_date(text: str) -> str:
    """Return how TOML spells what is nothing but a date, or a date and a time of day; nothing for other texts."""
    if not _ISO.fullmatch(text):
        return ""
    try:
        return (dt.datetime if len(text) > len("2026-03-05") else dt.date).fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _as_number(value: object) -> str:
    """Return how TOML and JSON spell a number; nothing for one they cannot hold, or what is none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return int.__repr__(value) if abs(value) < _LARGEST else ""
    if isinstance(value, Decimal):
        return str(value) if value.is_finite() else ""
    if not isinstance(value, float) or not math.isfinite(value):
        return ""
    return str(int(value)) if value == int(value) and abs(value) < _LARGEST else float.__repr__(value)


def _is_empty(value: object) -> bool:
    """Tell what JSON calls null, and pandas NaN, NaT or NA."""
    value = _native(value)
    is_nan = value.is_nan() if isinstance(value, Decimal) else isinstance(value, float) and math.isnan(value)
    return value is None or is_nan or type(value).__name__ in {"NAType", "NaTType"}


def _native(value: Any) -> Any:
    """Return a number of numpy as Python's own."""
    return value.item() if type(value).__module__ == "numpy" and getattr(value, "ndim", None) == 0 else value


def _refused(keys: Keys, message: str, hint: str = "", **values: object) -> InputError:
    return InputError(Problem(message, hint, values, keys, place=Place(TREE, cell=dotted(keys))))
