"""Reading the package's data files."""

from __future__ import annotations

from typing import Any


def read_text(name: str) -> str:
    """Return a file of ``notice_gen/data``."""
    from importlib.resources import files

    return files("notice_gen").joinpath("data", name).read_text(encoding="utf-8")


def read_toml(name: str) -> dict[str, Any]:
    """Return a TOML file of ``notice_gen/data``, parsed."""
    import tomllib

    return tomllib.loads(read_text(name))
