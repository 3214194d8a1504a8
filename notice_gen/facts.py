"""Reads ``notice_gen/data``: what is so in the world, not in code, each file with its own comments."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from notice_gen import installed, kept, ready
from notice_gen.installed import Edition

T = TypeVar("T")

FOLDER = Path(__file__).parent / "data"
DECREES: tuple[str, ...] = (str(FOLDER / "nghi-dinh-30-2020.toml"),)
"""The files of the decrees known, the oldest first; a test may put another tuple in its place."""
_WORDS = "tu-ngu.toml"


_once: list[Callable[[], None]] = []


class _InUse:
    """The data that hold in this process: the program's own, and a newer set installed over them, if any."""

    set: Edition | None = None
    trouble = ""
    looked = False


def in_use() -> Edition | None:
    """Return the installed set that holds in this process: one that is whole, and newer than the program's own data; else None."""
    if not _InUse.looked:
        found, _InUse.trouble = installed.current()
        use(found if found and found.ngay > shipped().ngay else None)
    return _InUse.set


def use(these: Edition | None) -> None:
    """Have a set hold in this process, or none; what was worked out of the one before (:func:`once`) is forgotten."""
    _InUse.set, _InUse.looked = these, True
    for forget in _once:
        forget()


def trouble() -> str:
    """Return why an installed set is not in use although it should be; empty when all is well."""
    in_use()
    return _InUse.trouble


def shipped() -> Edition:
    """Return what the program's own data say of themselves."""
    said = file(FOLDER / installed.MANIFEST)
    return Edition(said["ngay"], said["nguon"], FOLDER, {})


def edition() -> str:
    """Return the name of the data that hold in this process; two machines with the same say the same of a paper."""
    these = in_use()
    return these.name if these else shipped().ngay.isoformat()


def changed() -> str:
    """Return the name of the installed data that hold in this process; empty for the program's own, which its version tells."""
    these = in_use()
    return these.name if these else ""


def path(name: str) -> Path:
    """Return where a file of data lies."""
    these = in_use() if installed.may_be(name) else None
    return (these.folder if these and name in these.files else FOLDER) / name


def digest(name: str) -> str:
    """Return what changes when a file of data does."""
    these = in_use()
    return these.files[name] if these and name in these.files else str(path(name).stat().st_mtime_ns)


def decrees() -> tuple[str, ...]:
    """Return the files of the decrees known, the oldest first: :data:`DECREES`, and those that came with data."""
    these = in_use()
    if not these:
        return DECREES
    own = tuple(str(path(Path(one).name)) if Path(one).parent == FOLDER else one for one in DECREES)
    names = {Path(one).name for one in own}
    more = sorted((name for name in these.files if installed.is_law(name) and name not in names), key=lambda name: name.split("-")[:1:-1])
    return (*own, *(str(path(name)) for name in more))


def text(name: str) -> str:
    """Return a file of ``notice_gen/data``, or what was installed in its place."""
    return path(name).read_text("utf-8")


def table(name: str) -> dict[str, Any]:
    """Return a TOML file of ``notice_gen/data``, or what was installed in its place, as plain data."""
    return file(path(name))


def file(path: Path | str) -> dict[str, Any]:
    """Return a TOML file as plain data, kept once parsed: that takes longer than checking a notice."""
    status = os.stat(path)  # noqa: PTH116 - of either
    return _parsed(Path(path), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=32)
def _parsed(path: Path, changed: int, size: int) -> dict[str, Any]:
    def parsed() -> dict[str, Any]:
        import tomllib

        return tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)

    if path.parent == FOLDER and (made := ready.plain(path.stem, path, object_hook=kept.plain)) is not None:
        return made  # type: ignore[no-any-return]
    return kept.made_once(kept.name(FOLDER, *((path.name,) if path.parent == FOLDER else (str(path),)), changed, size), parsed)


def once(function: Callable[[], T]) -> Callable[[], T]:
    """Have a function work out once what it makes of the tables, and anew where another set of them is in force (:func:`use`)."""
    made = cache(function)
    _once.append(made.cache_clear)
    return made


@cache
def words(key: str) -> tuple[str, ...]:
    """Return a list of words or phrases of ``tu-ngu.toml``."""
    return tuple(table(_WORDS)[key])


@once
def family_names() -> frozenset[str]:
    """Return the family names that many have (``quyen-ky.toml``, ``[ho_ten]``), in small letters."""
    known = table("quyen-ky.toml")["ho_ten"]
    return frozenset((*known["ho"], *known["ho_khac"]))


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
