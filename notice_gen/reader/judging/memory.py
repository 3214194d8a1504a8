"""What is found in the parts that the rows of a mailing share is found once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from datetime import date
from typing import TypeVar

from notice_gen import legal
from notice_gen.model import Notice
from notice_gen.records import Same

T = TypeVar("T")

_MOST = 8
"""Sets of parts that a function remembers: a mailing has one, or one for each of its signers."""


def remembered(parts: Callable[[Notice], Hashable]) -> Callable[[Callable[[Notice, date], T]], Callable[[Notice, date], T]]:
    """Remember what a function makes, by the law of the day, of a notice's *parts*, the only ones it looks at: a ``Same`` of each."""

    def remembering(look: Callable[[Notice, date], T]) -> Callable[[Notice, date], T]:
        made: dict[Hashable, T] = {}

        @functools.wraps(look)
        def looked(notice: Notice, on: date) -> T:
            key = parts(notice), Same(legal.law(on))
            result = made.get(key)
            if result is None:
                if len(made) >= _MOST:
                    made.clear()
                result = made[key] = look(notice, on)
            return result

        return looked

    return remembering
