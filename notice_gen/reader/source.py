"""Bytes of a file → text, or one clear problem saying why it is no text of ours; the one door to ``tomllib``."""

from __future__ import annotations

import errno
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

from notice_gen.errors import N_, InputError, Place, Problem

_SAVE_AS = N_("Mở tệp bằng Notepad, chọn Tệp (File) → Lưu như (Save As), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu lại.")
_CONVERT = N_("Chuyển chữ sang Unicode bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), rồi lưu bằng Notepad với Mã hóa (Encoding) là UTF-8.")  # noqa: E501
NOT_TOML = N_("Chọn tệp .toml ghi kết quả; tệp này mở bằng Notepad phải đọc được chữ.")

LARGEST = 1_000_000
"""Bytes of a findings file or of settings: five hundred pages of text."""
_LARGEST_OF_ALL = 100_000_000  # bytes of a file of any kind
_DEEPEST = 100
# More names than any key has: tomllib would need their number squared.
_ENDLESS_KEY = re.compile(rf"(?:^|[{{,])[ \t\[]*+(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{_DEEPEST}}}")

BEGIN = N_("Chép một tệp mẫu rồi sửa, hoặc chạy: notice-gen new thong-bao.")

_SIGNATURES = (
    (b"PK\x03\x04", N_("Đây là tệp Word, Excel hoặc tệp nén (.docx, .xlsx, .zip), không phải tệp TOML.")),
    (b"\xd0\xcf\x11\xe0", N_("Đây là tệp Word hoặc Excel đời cũ (.doc, .xls), không phải tệp TOML.")),
    (b"%PDF", N_("Đây là tệp PDF, không phải tệp TOML.")), (b"{\\rtf", N_("Đây là tệp RTF của Word hoặc WordPad, không phải tệp TOML.")),
)

_VOWELS = rb"[aeiouyAEIOUY\xe2\xe3\xea\xf4\xf5\xf6\xfd\xc2\xc3\xca\xd4\xd5\xd6\xdd]"
# Windows-1258 writes a tone as a combining byte after its vowel; VNI has other bytes for the same;
# TCVN 5712 (ABC fonts) alone uses A8-B9 for its commonest letters.
_LEGACY = (
    ("Windows-1258", _VOWELS + rb"[\xcc\xd2\xde\xec\xf2]|\xf0", _SAVE_AS),
    ("TCVN3 (ABC)", rb"[\xa8-\xb9]", _CONVERT),
    ("VNI", rb"[aeouyAEOUY\xf4\xf6\xd4\xd6][\xf8\xf9\xfb\xef\xe0-\xe5\xe8-\xeb\xd8\xd9\xdb\xcf]|\xf1", _CONVERT),
)


def load(path: Path) -> bytes:
    """Return the bytes of the file at *path*.  Raises InputError: the file is missing, is a folder, or may not be read."""
    try:
        if path.stat().st_size > _LARGEST_OF_ALL:
            raise _too_large(str(path), _LARGEST_OF_ALL)
        return path.read_bytes()
    except OSError as error:
        raise InputError(Problem(*_why(error, path), place=Place(str(path)))) from error


def _too_large(file: str, most: int) -> InputError:
    message, hint = N_("Tệp quá lớn: nhiều nhất {so} MB."), N_("Xem lại tên tệp; số liệu nhiều đơn vị thì để trong bảng tính.")
    return InputError(Problem(message, hint, {"so": most // 1_000_000}, place=Place(file)))


def decode(data: bytes, *, file: str, most: int = _LARGEST_OF_ALL) -> str:
    r"""Return the text of *data*: UTF-8, with or without a byte order mark, lines ended by ``\n``.

    Raises InputError: another encoding, a binary file, nothing at all, or more than *most* bytes.
    """
    for signature, message in _SIGNATURES:
        if data.startswith(signature):
            raise _refusal(file, message, NOT_TOML)
    nulls = data[:2000:2].count(0), data[1:2000:2].count(0)
    looks_like_utf_16 = max(nulls) * 4 > len(data[:2000]) and min(nulls) * 4 <= max(nulls)
    if looks_like_utf_16 or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal(file, N_("Tệp lưu bằng bảng mã UTF-16 (Notepad gọi là “Unicode”); cần UTF-8."), _SAVE_AS)
    if len(data) > most:
        raise _too_large(file, most)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf_8(data, error, file) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line, column = position(text, text.index("\0"))
        raise _refusal(file, N_("Tệp có ký tự rỗng (NUL): tệp bị hỏng hoặc không phải tệp chữ."), NOT_TOML, line=line, column=column)
    if not text.strip():
        raise _refusal(file, N_("Tệp trống, chưa có nội dung nào."), BEGIN)
    return text


def loads(text: str) -> dict[str, Any]:
    """Parse *text*; decimals stay exact.  Raises ValueError: it is not TOML, or has tables in tables, or figures, without end."""
    if any(_ENDLESS_KEY.search(line) for line in text.split("\n") if line.count(".") >= _DEEPEST):
        raise ValueError(TOO_DEEP)
    try:
        tree = tomllib.loads(text, parse_float=Decimal)
    except (ArithmeticError, RecursionError) as error:  # 1e9999999999999999999; [[[[[[…
        raise ValueError(TOO_DEEP if isinstance(error, RecursionError) else str(error)) from error
    return bounded(tree)


def following() -> Callable[[str], dict[str, Any]]:
    """Return :func:`loads` for one text after the other: a table that stands word for word in the one before is the very one of then.

    A text is cut before the heads of its tables.  Where each piece is TOML by itself and no two speak of one table, all of them together
    say what the text says; any other text is parsed as a whole.
    """
    before: dict[str, dict[str, Any]] = {}

    def load(text: str) -> dict[str, Any]:
        nonlocal before
        pieces = _pieces(text)
        try:
            before = {piece: before.get(piece) or loads(piece) for piece in pieces}
        except ValueError:
            return loads(text)
        tree = {name: table for piece in pieces for name, table in before[piece].items()}
        return tree if len(tree) == sum([len(before[piece]) for piece in pieces]) else loads(text)

    return load


def _pieces(text: str) -> list[str]:
    """Return *text* cut at each line that may be the head of a table and names another than the one before: ``[ky]``, ``[[muc]]``."""
    head, *rest = f"\n{text}".split("\n[")
    cuts, at, name = [0], len(head), ""
    for piece in rest:
        found = re.match(r"\[?([\w-]+)\]\]?[ \t]*(?:#.*)?(?:\n|$)", piece)
        if found and found[1] != name:
            name = found[1]
            cuts.append(at)
        at += len(piece) + 2
    return [text[start:end] for start, end in pairwise([*cuts, len(text)])]


def bounded(tree: dict[str, Any]) -> dict[str, Any]:
    """Return *tree*, which is nested no deeper, and has no longer numbers, than what reads and shows it takes.

    Raises ValueError: it is not such a tree.
    """
    level: list[Any] = [tree]
    for _ in range(_DEEPEST):
        inner = [value for table in level for value in (table.values() if isinstance(table, dict) else table)]
        if [value for value in inner if type(value) is int and value.bit_length() > _LONGEST]:
            raise ValueError("a number that cannot be shown")
        level = [value for value in inner if isinstance(value, _NESTED)]
        if not level:
            return tree
    raise ValueError(TOO_DEEP)


TOO_DEEP = "too deep"
_NESTED = (dict, list)
_LONGEST = 10_000  # bits of a whole number


def holds(text: str) -> bool:
    """Tell whether *text* is TOML."""
    try:
        loads(text)
    except ValueError:
        return False
    return True


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1 and in characters, of *offset* in *text*."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


KEPT = 2_000
"""Characters that a place keeps of a line without end, from the fault on."""


def place(text: str, file: str, start: int, end: int) -> Place:
    """Return the place of ``text[start:end]``, cut at the end of its first line."""
    line, column = position(text, start)
    stop = line_end(text, start)
    width = max(1, min(end, stop) - start)
    return Place(file=file, line=line, column=column, width=width, text=text[start - column + 1 : min(stop, start + KEPT)])


def line_end(text: str, at: int) -> int:
    """Return where the line of *text* ends in which *at* is."""
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop


def shorten(text: str) -> str:
    r"""Return *text* cut to what fits a message: of several lines the first.

    >>> shorten("Thôn Một"), shorten("Thôn Một\nThôn Hai")
    ('Thôn Một', 'Thôn Một…')
    """
    first, _, more = text.strip("\n").partition("\n")
    return first if len(first) <= 60 and not more else first[:59].rstrip() + "…"


def _not_utf_8(data: bytes, error: UnicodeDecodeError, file: str) -> InputError:
    start = data.rfind(b"\n", 0, error.start) + 1
    end = data.find(b"\n", error.start)
    line_bytes = data[start:] if end < 0 else data[start:end]
    where = {"line": data.count(b"\n", 0, error.start) + 1, "column": len(data[start : error.start].decode("utf-8", "replace")) + 1}
    if b"\0" in data:
        return _refusal(file, N_("Tệp này không phải tệp chữ."), NOT_TOML, **where, text="")
    text = line_bytes.decode("utf-8", "replace").rstrip("\r")
    score, name, hint = max(((len(re.findall(pattern, data)), name, hint) for name, pattern, hint in _LEGACY), key=itemgetter(0))
    if score * 4 < sum(byte > 0x7F for byte in data):
        return _refusal(file, N_("Tệp không lưu bằng bảng mã UTF-8 (có ký tự không đọc được)."), _SAVE_AS, **where, text=text)
    message = N_("Tệp không lưu bằng bảng mã UTF-8; có vẻ là {bang_ma}.")
    return _refusal(file, message, hint, **where, text=text, bang_ma=name)


def _why(error: OSError, path: Path) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError):
        return N_("Không tìm thấy tệp."), N_("Xem lại tên tệp và thư mục; tên có dấu cách thì để trong dấu nháy.")
    # Windows answers "permission denied" for a folder opened as a file.
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return N_("Đây là một thư mục, không phải tệp."), N_("Ghi tên một tệp ở trong thư mục đó.")
    if isinstance(error, PermissionError):
        return N_("Không được phép đọc tệp này."), N_("Đóng chương trình đang mở tệp, hoặc xin quyền đọc tệp.")
    if error.errno == errno.ENAMETOOLONG:
        return N_("Tên tệp quá dài."), N_("Đặt tên tệp ngắn hơn.")
    return N_("Không đọc được tệp này."), N_("Chép tệp về máy rồi thử lại.")


def _refusal(file: str, message: str, hint: str, *, line: int = 1, column: int = 1, text: str = "", **values: object) -> InputError:
    return InputError(Problem(message, hint, values, place=Place(file, line, column, text=text)))
