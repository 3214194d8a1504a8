"""How a text ends: the sign ``./.`` after its last word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from notice_gen import page
from notice_gen.compose.writer import ended, suffixed, unended
from notice_gen.page import Block, Dong
from notice_gen.records import replace

CLOSED = ".;:,!?…"
"""The marks that close a line."""


def close(blocks: list[Block]) -> None:
    """Put ``./.`` after the last word, below a last table, as every form of Phụ lục III shows it, and nowhere else, however often typed."""
    typed = [n for n, block in enumerate(blocks) if _may_be_closed(block.chu)]
    for n in reversed(typed):
        text = blocks[n].chu
        left = unended(text)
        if left == text:
            continue
        if left:
            blocks[n] = replace(blocks[n], chu=left if left[-1] in CLOSED else suffixed(left, "."))
        elif n and not ends_with_table(blocks[:n]):
            del blocks[n]
    if ends_with_table(blocks):
        blocks.append(Dong("doan", "./."))
    elif blocks:
        blocks[-1] = replace(blocks[-1], chu=ended(blocks[-1].chu, "./.", instead_of=".;,:"))


@lru_cache(maxsize=4096)  # the notices of a mailing share most of what they say
def _may_be_closed(text: str) -> bool:
    return "/" in text[-3:]


def ends_with_table(blocks: Sequence[Block]) -> bool:
    """Tell whether the last of *blocks* is a table, a chart or a picture, or what is said below one."""
    return bool(blocks) and (isinstance(blocks[-1], page.Bang) or blocks[-1].kieu in {"hinh", "ten_hinh", "chu_thich"})
