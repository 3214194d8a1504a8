"""How an older register is brought up: its version, and what has changed since.

``tables.py`` says what a new register looks like; a migration says how the one before becomes so.  How to add one:
docs/dev/analysis/register.md, "Versions".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import sqlalchemy as sa

from notice_gen.records import record
from notice_gen.register.tables import phien_ban

FIRST = 1
"""The version of the registers made before there were migrations."""


@record
class Migration:
    """One change of the tables.

    Attributes:
        day: when it was written.
        name: what changes, in a few words.
        apply: makes the change; the transaction around it is the caller's.
    """

    day: date
    name: str
    apply: Callable[[sa.Connection], None]


MIGRATIONS: tuple[Migration, ...] = ()
"""All of them, oldest first, never to be changed once released: the first makes version 2 of version 1."""


def newest(migrations: Sequence[Migration]) -> int:
    """Return the version that *migrations* lead to."""
    return FIRST + len(migrations)


def bring_up(connection: sa.Connection, old: int, migrations: Sequence[Migration]) -> None:
    """Apply what a register of version *old* lacks, and note its version."""
    for migration in migrations[old - FIRST :]:
        migration.apply(connection)
    connection.execute(phien_ban.update().values(phien_ban=newest(migrations)))
