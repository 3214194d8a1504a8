"""What the register needs of a database.  Each kind is one file of this folder; a third would be one more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, Protocol

from notice_gen.errors import RegisterError
from notice_gen.register.connection import Connection

Use = Literal["read", "write", "upgrade", "trial"]
"""What a transaction is for: to look; to change lines; to change tables; to change what nobody will keep."""


class Store(Protocol):
    """One register's database."""

    label: str  # where it is, as it may be shown: without a password
    path: Path | None  # its file; None for a server
    errors: tuple[type[Exception], ...]  # what its driver raises

    def is_there(self) -> bool:
        """Say whether something stands where the register should: a file, or tables of ours."""

    def make(self, fill: Callable[[Connection], None]) -> bool:
        """Make a new register with the tables that *fill* makes, whole or not at all; False when another program was quicker."""

    def transaction(self, use: Use) -> AbstractContextManager[Connection]:
        """Return a transaction: all that is read in it is of one moment or guarded by locks, all is written or nothing.

        Raises RegisterError: it cannot be begun, or what it wrote would be lost.
        """

    def lock(self, connection: Connection, names: Iterable[str]) -> None:
        """Let nobody else have *names* until the transaction ends; whoever holds one is waited for."""

    def now(self, connection: Connection) -> str:
        """Return the time by the database's clock, the same for every desk: UTC, ISO 8601, seconds."""

    def keep(self, connection: Connection, version: int) -> Path | None:
        """Copy the register of that *version* before this transaction brings it up; None for a server, whose administrator keeps copies."""

    def snapshot(self) -> bytes:
        """Return a sound copy of the register, taken while it may be in use.

        Raises RegisterError: it is a server, cannot be read, or is damaged.
        """

    def faults(self, connection: Connection) -> list[str]:  # noqa: ARG002 - for one who has checks
        """Return what the database itself finds wrong, in its own words; nothing where the checks are its administrator's."""
        return []

    def failure(self, error: Exception) -> RegisterError:
        """Return the plain words for what the driver or the system raised."""

    def is_passing(self, error: Exception) -> bool:
        """Say whether the same work may succeed when tried again at once: another program was in the way, or an answer was lost."""

    def close(self) -> None:
        """Let the database go."""
