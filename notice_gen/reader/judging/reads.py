"""What each check reads of a notice: of the rows of a mailing, one is asked again only when a part that it reads is another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from notice_gen.errors import Problem
from notice_gen.model import Notice

Check = Callable[[Notice, date], Iterable[Problem]]
"""From a notice, and the day whose law it is judged by, to what is wrong or worth a look in it; paths, no places."""

C = TypeVar("C", bound=Check)

PARTS: dict[Check, tuple[str, ...]] = {}
"""The parts that each check reads."""


def reads(*parts: str) -> Callable[[C], C]:
    """Declare which *parts* of a notice a check reads, dotted names from it; days off and the day are read by all.

    A part that is read and not declared is a check that is silent in a mailing: every test holds each check to what it declares.
    """

    def declare(check: C) -> C:
        PARTS[check] = parts
        return check

    return declare
