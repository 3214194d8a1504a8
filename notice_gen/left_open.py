"""A value of a page that is left open: it stands for any, and whoever looks at more than whether there is one is found out."""

from __future__ import annotations

from typing import Never

Path = tuple[str | int, ...]
"""Where a value stands on a page."""


class Inspected(Exception):  # noqa: N818 - no error: what it looks at decides what is printed
    """A template looks at a value that may differ from notice to notice; *path*: which."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def _inspected(hole: Hole, *_: object) -> Never:
    raise Inspected(hole.path)


class Hole:
    """Stands on a page for any value: a template may print it and ask whether there is any, and is found out when it does more."""

    __slots__ = ("is_asked", "path")

    def __init__(self, path: Path) -> None:
        self.path, self.is_asked = path, False

    def __bool__(self) -> bool:
        """There is some value; that this was asked is noted."""
        self.is_asked = True
        return True

    __eq__ = __ne__ = __hash__ = __str__ = __repr__ = __len__ = __iter__ = __contains__ = __getitem__ = __getattr__ = _inspected
    __lt__ = __le__ = __gt__ = __ge__ = __int__ = __index__ = __float__ = __format__ = __call__ = __html__ = _inspected
