"""Reading the package's data files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_text(name: str) -> str:
    """Return a file of ``notice_gen/data``."""
    from importlib.resources import files

    return files("notice_gen").joinpath("data", name).read_text(encoding="utf-8")


def read_toml(name: str) -> dict[str, Any]:
    """Return a TOML file of ``notice_gen/data``, parsed."""
    import tomllib

    return tomllib.loads(read_text(name))


@cache
def ma_loai() -> Mapping[str, str]:
    """Return the names of the types of document by their codes (Phụ lục III, mục I), copies included.

    The same data file as ``legal.py`` reads: this floor cannot ask its neighbour.
    """
    rows = read_toml("nghi-dinh-30-2020.toml")["loai"]
    return {row["ma"]: row["ten"] for row in rows if row["ma"]}


@cache
def ten_loai() -> tuple[str, ...]:
    """Return the names of all types of document, those without a code too."""
    return tuple(row["ten"] for row in read_toml("nghi-dinh-30-2020.toml")["loai"])
