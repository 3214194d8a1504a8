"""The types of documents that any decree known has had: what is cited may be of any date."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen import facts

if TYPE_CHECKING:
    from collections.abc import Mapping


def ma_loai() -> Mapping[str, str]:
    """Return the names of the types of document by their codes (Phụ lục III, mục I), copies included."""
    return _codes(facts.DECREES)


def ten_loai() -> tuple[str, ...]:
    """Return the names of all types of document, those without a code too."""
    return tuple(dict.fromkeys(row["ten"] for row in _rows(facts.DECREES)))


@lru_cache(maxsize=8)
def _codes(decrees: tuple[Path, ...]) -> Mapping[str, str]:
    return {row["ma"]: row["ten"] for row in _rows(decrees) if row["ma"]}


@lru_cache(maxsize=8)
def _rows(decrees: tuple[Path, ...]) -> tuple[Mapping[str, Any], ...]:
    """Return the types of the decrees; this floor cannot ask ``legal``, its neighbour."""
    return tuple(row for path in decrees for row in facts.file(path).get("loai", ()))
