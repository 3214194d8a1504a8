"""A syntax fault, the mending of it, and the one door to ``tomllib``."""

from __future__ import annotations

import tomllib
from dataclasses import field
from decimal import Decimal
from typing import TYPE_CHECKING

from notice_gen.errors import N_
from notice_gen.records import record

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def loads(text: str) -> dict[str, object]:
    """Parse *text*; decimals stay exact.

    Raises:
        ValueError: it is not TOML.
    """
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ArithmeticError, RecursionError) as error:  # 1e9999999999999999999; [[[[[[…
        raise ValueError(str(error)) from error


def holds(text: str) -> bool:
    """Tell whether *text* is TOML."""
    try:
        loads(text)
    except ValueError:
        return False
    return True


def invisible(at: int, text: str, edits: tuple[Edit, ...]) -> Fault:
    """Return the fault of the invisible character at ``text[at]``."""
    return Fault(
        at, at + 1, N_("Có ký tự không nhìn thấy (U+{ma}), thường lẫn vào khi dán từ Word hoặc từ trang web."),
        N_("Xóa khoảng trắng ở chỗ này rồi gõ lại bằng phím cách."), {"ma": f"{ord(text[at]):04X}"}, edits,
    )  # fmt: skip


def shorten(text: str) -> str:
    """Return *text* cut to what fits a message."""
    return text if len(text) <= 60 else text[:59] + "…"


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with every edit done; of two that overlap, the first stands."""
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        if start >= at:
            pieces += text[at:start], new
            at = end
    return "".join((*pieces, text[at:]))
