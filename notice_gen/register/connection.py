"""What is said to a register's database within one transaction, whichever database it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Protocol

Value = str | int | bytes | date | None
"""What a column holds."""
Group = tuple[Sequence[Value], Iterable[Sequence[Value]]]
"""Lines of a table: what all of them begin with, and what comes after it in each."""


class Connection(Protocol):
    """A transaction.  What is said to it is the same SQL for all, ``?`` in the place of each value; what differs is here."""

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """Return what a statement finds; a day may come as its text, ISO 8601."""

    def do(self, statement: str, values: Sequence[Value] = ()) -> None:
        """Change what a statement says."""

    def do_all(self, statement: str, every: Sequence[Sequence[Value]]) -> None:
        """Change what a statement says, for each of these values, in one go."""

    def set_texts(self, table: str, columns: Sequence[str], lines: Sequence[Sequence[str | int]]) -> None:
        """Write texts into lines of a table in the quickest way that the database has: of each what *columns* are to hold, and its id."""

    def insert(self, table: str, columns: Sequence[str], groups: Iterable[Group]) -> None:
        """Add lines to a table in the quickest way that the database has: in each group what begins its lines, and how they go on.

        *columns* name the values of a whole line.
        """

    def make(self, statement: str) -> None:
        """Make a table.

        ``{counted}`` is a number that the database counts by itself, ``{by_key}`` a table found by its key alone, ``{bytes}`` bytes.
        """

    def held(self, statement: str, table: str, *, shared: bool = False) -> str:
        """Return the statement so that nobody else changes the lines of *table* it finds; *shared*: others may hold them, too."""

    def tables(self) -> frozenset[str]:
        """Return the names of all tables in sight."""


def value(connection: Connection, statement: str, values: Sequence[Value] = ()) -> Any:
    """Return the one value that a statement finds; None where it finds nothing."""
    found = connection.rows(statement, values)
    return found[0][0] if found else None
