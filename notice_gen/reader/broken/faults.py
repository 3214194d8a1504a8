"""A syntax fault, and the mending of it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from notice_gen.errors import N_
from notice_gen.reader.source import loads
from notice_gen.records import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from notice_gen.reader.broken.scan import Token

Edit = tuple[int, int, str]
"""``(start, end, new)``: replace ``text[start:end]`` by ``new``."""


@record
class Fault:
    """One syntax fault at ``text[start:end]``.

    ``edits`` mend it; ``sure`` says that the mended text means what the clerk meant, so that the
    rest of the file can be judged as well.
    """

    start: int
    end: int
    message: str
    hint: str
    values: dict[str, object] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    sure: bool = True


def fault(where: Token | tuple[int, int], message: str, hint: str, *edits: Edit, sure: bool = True, **values: object) -> Fault:
    """Return a fault of a token, or of what stands from one offset to another."""
    start, end = where if isinstance(where, tuple) else (where.start, where.end)
    return Fault(start, end, message, hint, values, edits, sure)


def invisible(at: int, text: str, *edits: Edit) -> Fault:
    """Return the fault of the invisible character at ``text[at]``."""
    message = N_("Có ký tự không nhìn thấy (U+{ma}), thường lẫn vào khi dán từ Word hoặc từ trang web.")
    hint = N_("Xóa khoảng trắng ở chỗ này rồi gõ lại bằng phím cách.")
    return fault((at, at + 1), message, hint, *edits, ma=f"{ord(text[at]):04X}")


def holds(text: str) -> bool:
    """Tell whether *text* is TOML."""
    try:
        loads(text)
    except ValueError:
        return False
    return True


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with every edit done; of two that overlap, the first stands."""
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        if start >= at:
            pieces += text[at:start], new
            at = end
    return "".join((*pieces, text[at:]))
