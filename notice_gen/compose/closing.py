"""How a text ends: the sign ``./.`` after its last word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter

from notice_gen import page
from notice_gen.compose.writer import ended, suffixed, unended
from notice_gen.page import Block, Dong
from notice_gen.records import replace

CLOSED = ".;:,!?…"
"""The marks that close a line."""


def close(blocks: list[Block]) -> None:
    """Put ``./.`` after the last word, below a last table, as every form of Phụ lục III shows it, and nowhere else, however often typed."""
    typed = [*compress(count(), map(_MAY_BE_CLOSED.__getitem__, map(_text, blocks)))]
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


class _MayBeClosed(dict[str, bool]):
    """Whether texts may end with the sign, each looked at once: the notices of a mailing share most of what they say."""

    def __missing__(self, text: str) -> bool:
        if len(self) >= _MOST:
            self.clear()
        self[text] = found = "/" in text[-3:]
        return found


_MOST = 4096
_MAY_BE_CLOSED, _text = _MayBeClosed(), attrgetter("chu")


def ends_with_table(blocks: Sequence[Block]) -> bool:
    """Tell whether the last of *blocks* is a table, a chart or a picture, or what is said below one."""
    return bool(blocks) and (isinstance(blocks[-1], page.Bang) or blocks[-1].kieu in {"hinh", "ten_hinh", "chu_thich"})
