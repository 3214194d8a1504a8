"""A second decree, invented, in force from 2027: for whatever must be done by the law of a date."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen import facts

SECOND = Path(__file__).parent / "nghi-dinh-2027.toml"


@pytest.fixture
def two_decrees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the invented decree known."""
    monkeypatch.setattr(facts, "DECREES", (*facts.DECREES, SECOND))
