"""A value that a function of this package does not take, said to a clerk as well as to a programmer."""

from __future__ import annotations

from notice_gen.errors import Problem


class GiaTriSai(ValueError):  # noqa: N818 - a fault of the value, in the words of this package
    """A ValueError that knows why.

    Attributes:
        problem: message and hint for the clerk; they may name the expression as ``{code}``.
    """

    def __init__(self, reason: str, message: str, hint: str, **values: object) -> None:
        super().__init__(reason)
        self.problem = Problem(message, hint, values)
