"""Reads ``notice_gen/data``: what is so in the world, not in code, each file with its own comments."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from notice_gen import kept

FOLDER = Path(__file__).parent / "data"
DECREES: tuple[str, ...] = (str(FOLDER / "nghi-dinh-30-2020.toml"),)
"""The files of the decrees known, the oldest first; a test may put another tuple in its place."""
_WORDS = "tu-ngu.toml"


def text(name: str) -> str:
    """Return a file of ``notice_gen/data``."""
    return (FOLDER / name).read_text("utf-8")


def table(name: str) -> dict[str, Any]:
    """Return a TOML file of ``notice_gen/data`` as plain data."""
    return file(FOLDER / name)


def file(path: Path | str) -> dict[str, Any]:
    """Return a TOML file as plain data, kept once parsed: that takes longer than checking a notice."""
    status = os.stat(path)  # noqa: PTH116 - of either
    return _parsed(Path(path), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=32)
def _parsed(path: Path, changed: int, size: int) -> dict[str, Any]:
    def parsed() -> dict[str, Any]:
        import tomllib

        return tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)

    return kept.made_once(kept.name(FOLDER, path.name, changed, size), parsed)


@cache
def words(key: str) -> tuple[str, ...]:
    """Return a list of words or phrases of ``tu-ngu.toml``."""
    return tuple(table(_WORDS)[key])


class _Alternatives(dict[str, str]):
    """Lists of ``tu-ngu.toml`` as regular expressions, each when it is asked for."""

    def __missing__(self, key: str) -> str:
        return f"(?:{'|'.join(words(key))})"


class Phrases:
    r"""A regular expression built round lists of ``tu-ngu.toml``, compiled when it is first used.

    >>> Phrases(r"^{khong_lam_luat}\s").match("SO NOI VU") is not None
    True
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take the pattern: ``{key}`` stands for any phrase of that list, other braces are doubled."""
        self._pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern.format_map(_Alternatives()), self._flags)

    def match(self, folded: str) -> re.Match[str] | None:
        """As :meth:`re.Pattern.match`."""
        return self._compiled.match(folded)

    def fullmatch(self, folded: str) -> re.Match[str] | None:
        """As :meth:`re.Pattern.fullmatch`."""
        return self._compiled.fullmatch(folded)

    def search(self, folded: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As :meth:`re.Pattern.search`."""
        return self._compiled.search(folded, start, len(folded) if end is None else end)

    def finditer(self, folded: str) -> Iterator[re.Match[str]]:
        """As :meth:`re.Pattern.finditer`."""
        return self._compiled.finditer(folded)

    def split(self, folded: str, maxsplit: int = 0) -> list[str | Any]:
        """As :meth:`re.Pattern.split`."""
        return self._compiled.split(folded, maxsplit)

    def sub(self, put: str, folded: str) -> str:
        """As :meth:`re.Pattern.sub`."""
        return self._compiled.sub(put, folded)


class Pattern:
    """A regular expression as it is written, compiled when it is first used: most papers need few of them."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    sub: Callable[..., str]
    split: Callable[..., list[str]]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take what :func:`re.compile` takes."""
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compile, and have what a compiled expression has."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)
