"""A case of the table in ``test_mutations.py``."""

from __future__ import annotations

from dataclasses import dataclass

from tests.helpers.spoil import Change, spoilt


@dataclass(frozen=True)
class Case:
    """The right *paper* with *changes* in one *part* breaks *rule*, and no other."""

    rule: str
    paper: bytes
    changes: tuple[Change, ...]
    part: str

    @property
    def docx(self) -> bytes:
        return spoilt(self.paper, *self.changes, part=self.part)


def case(rule: str, paper: bytes, *changes: Change, part: str = "word/document.xml") -> Case:
    """A row of the table."""
    return Case(rule, paper, changes, part)
