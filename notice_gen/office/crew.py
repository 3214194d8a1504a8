"""What is to be done with each of many things, and who does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from notice_gen.records import record

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
R = TypeVar("R")


@record
class Crew:
    """The workers, where this process does not do the work itself."""

    start: Callable[[], Executor]  # gives an executor; called again when one broke
    width: int  # how many things are worked on at once
    watch: Callable[[], None] = lambda: None  # called while nothing comes back; raises when nothing will


@record
class Work(Generic[T, R]):
    """What is to be done with each of many things.

    *parts*: a thing in its parts, to be worked on one by one when it brought its worker down; itself when it has none.
    """

    order: Callable[[T], tuple[Callable[..., R], tuple[Any, ...]]]  # the function that a worker calls for a thing, and its arguments
    parts: Callable[[T], Sequence[T]]
    lost: Callable[[T, BaseException], R]  # the result of a thing that brings its worker down even alone

    def here(self, thing: T) -> R:
        """Do the work on *thing* at once, in this process."""
        function, arguments = self.order(thing)
        return function(*arguments)
