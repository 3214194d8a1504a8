"""The shape of a printed part: which of the template's own pieces came, in which order.

What is filled in between them is escaped text, or runs that are whole in themselves; neither can break the XML that
the pieces make.  So two results of one shape are both well-formed or both not, and a mailing need look once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import CodeType

_MANY = 256  # shapes of one template; a mailing has a few


class Shapes:
    """The shapes of one part that are known to be well-formed.

    Args:
        code: the compiled part; its pieces are its constants, the very same objects whenever it runs.
    """

    def __init__(self, code: CodeType) -> None:
        self._pieces = {id(text): text for text in _texts(code)}  # the texts too: while they live, nothing else has their ids
        self._known: set[tuple[int, ...]] = set()

    def of(self, result: Sequence[str]) -> tuple[int, ...]:
        """Return the shape of what the part gave, piece by piece."""
        return tuple(filter(self._pieces.__contains__, map(id, result)))

    def is_known(self, shape: tuple[int, ...]) -> bool:
        """Say whether a result of that shape was well-formed."""
        return shape in self._known

    def add(self, shape: tuple[int, ...]) -> None:
        """Take note that a result of that shape is well-formed."""
        if len(self._known) < _MANY:
            self._known.add(shape)


def _texts(code: CodeType) -> Iterator[str]:
    for constant in code.co_consts:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, CodeType):
            yield from _texts(constant)
