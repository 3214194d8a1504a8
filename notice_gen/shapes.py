"""Two pages compared: whether they have one shape, which values of the second are others, and a page with holes in their places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import compress
from operator import is_not
from typing import Any

from notice_gen.left_open import Hole, Path
from notice_gen.page import (
    Bang,
    BanSao,
    Cell,
    Chuong,
    CoQuan,
    Cot,
    DauNhom,
    Dong,
    Hang,
    Ky,
    KyCungNhau,
    Page,
    TaiLieu,
    TieuNgu,
    VanBan,
)
from notice_gen.records import names_of, replace

_SAME = frozenset({str, int, date})
"""Types of whose values those that are equal are printed alike; two amounts or emphasised texts may be equal and look otherwise."""
_FACTS = ("so_lieu", "don_vi")
"""What few templates see beside the texts: it may be nothing, or of another type, on a page of the same shape."""


def changes(before: Page, now: Page, *, facts: bool = True) -> dict[Path, Any] | None:
    """Return the values of *now* that are not those of *before*, by place; None where the pages differ in more than values.

    Pages of one shape have the same parts, lists of one length, blocks of one kind, and say something, or nothing, in the same places.
    *facts*: those that texts are written from are compared, too; a template that names none of them does not see them.
    """
    found: dict[Path, Any] = {}
    for name in compress(before.__dict__, map(is_not, before.__dict__.values(), now.__dict__.values())):
        if (facts or name not in _FACTS) and not _is_alike(before.__dict__[name], now.__dict__[name], (name,), found):
            return None
    return found


def names_facts(names: Collection[str]) -> bool:
    """Tell whether a template that prints *names*, dotted, sees more than texts: facts that they are written from."""
    return not _TEXTS.issuperset([name for name in names if "." not in name])


def _is_alike(before: Any, now: Any, path: Path, found: dict[Path, Any]) -> bool:
    """Tell whether two parts at *path* have one shape, and note in *found* the values of the second that are others."""
    kind = type(before)
    if kind is not type(now):
        texts = isinstance(before, str) and isinstance(now, str)
        return (texts or path[0] in _FACTS) and _is_value(before, now, path, found)
    if kind is tuple:
        differ: Iterable[Any] = compress(range(len(before)), map(is_not, before, now))
        return len(before) == len(now) and _are_alike(differ, before, now, path, found)
    if kind is dict and before.keys() != now.keys():
        return False
    if kind is dict or kind in _RECORDS:
        olds, news = (before, now) if kind is dict else (before.__dict__, now.__dict__)
        return _are_alike(_others(olds, news), olds, news, path, found)
    return (kind in _SAME and bool(before == now)) or before is now or _is_value(before, now, path, found)


def _others(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    return [name for name, old in before.items() if now[name] is not old]


def _are_alike(names: Iterable[Any], before: Any, now: Any, path: Path, found: dict[Path, Any]) -> bool:
    """Tell whether what has some *names* within two parts has one shape, as :func:`_is_alike`."""
    for name in names:
        old, new, at = before[name], now[name], path + (name,)  # noqa: RUF005 - in half the time of unpacking
        if type(old) is type(new) is Dong and old.kieu == new.kieu and old.cuoi is new.cuoi:
            old, new, at = old.chu, new.chu, at + _TEXT
        if type(old) is type(new) is str:  # the commonest by far
            if old != new:
                found[at] = new
                if path[0] not in _FACTS and (name == "kieu" or bool(old) != bool(new)):
                    return False
        elif not _is_alike(old, new, at, found):
            return False
    return True


def _is_value(before: Any, now: Any, path: Path, found: dict[Path, Any]) -> bool:
    """Note that *now* stands at *path* in the place of *before*; tell whether a page with it has the same shape."""
    found[path] = now
    if path[0] in _FACTS:
        return True
    return type(now) not in _OF_SHAPE and path[-1] != "kieu" and bool(before) == bool(now)


_TEXT = ("chu",)
_TEXTS = frozenset(names_of(Page)) - {*_FACTS}
_RECORDS = frozenset({Dong, Chuong, Cell, Cot, DauNhom, Bang, CoQuan, TieuNgu, VanBan, TaiLieu, Ky, Hang, KyCungNhau, BanSao, Page})
_OF_SHAPE = frozenset({bool, type(None)})


def with_holes(page: Page, paths: Iterable[Path]) -> tuple[Page, dict[Path, Hole]]:
    """Return *page* with holes at some *paths*, and these."""
    holes = {path: Hole(path) for path in paths}
    for path, hole in holes.items():
        page = _with(page, path, hole)
    return page, holes


def _with(part: Any, path: Path, value: Any) -> Any:
    """Return *part* with *value* at *path*."""
    if not path:
        return value
    name, rest = path[0], path[1:]
    if isinstance(part, tuple):
        n = int(name)
        return (*part[:n], _with(part[n], rest, value), *part[n + 1 :])
    if isinstance(part, Mapping):
        return {**part, name: _with(part[name], rest, value)}
    return replace(part, **{str(name): _with(getattr(part, str(name)), rest, value)})


def value_at(part: Any, path: Path) -> Any:
    """Return what stands at *path* on a page, or in a part of one."""
    for name in path:
        part = part[int(name)] if isinstance(part, tuple) else part[name] if isinstance(part, Mapping) else getattr(part, str(name))
    return part
