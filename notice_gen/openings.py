r"""With which characters a match of a regular expression can begin, told to the engine of ``re`` beforehand.

``re`` tells its engine the first characters of a pattern that begins with a letter or a class, and the engine passes over all places where
no such character stands.  It tells nothing of a pattern that begins with ``\b``, ``(?<!…)`` or without regard to capitals, as most of ours
do: each place of a text is tried in full.  What is added here is a hint alone, a set that holds every character a match may begin with;
whether there is a match the pattern itself decides, as ever.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from functools import cache
from re import _compiler, _constants  # type: ignore[attr-defined]
from typing import Any

_INFO = 5  # how long the block is that tells nothing: its name, its length, what it tells, the least and the most length of a match
_CASED = 0x20000  # no character from here on has a capital
_MOST = 512  # of the characters of a range, without regard to capitals
_NO_WIDTH = frozenset({_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT})
_REPEATED = frozenset({_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT})
_CLASSES = frozenset({_constants.CATEGORY_WORD, _constants.CATEGORY_DIGIT, _constants.CATEGORY_SPACE})  # letters are in each in either case

Item = tuple[Any, Any]


class _UnknownError(Exception):
    """A match may begin with anything."""


def told(code: Sequence[int], parsed: Any, flags: int) -> list[int]:
    """Return the engine's *code* for a pattern that was *parsed*, with the characters that a match begins with where it says none."""
    code, flags = list(code), flags | parsed.state.flags
    if code[0] != _constants.INFO or code[2] or not code[3]:
        return code
    try:
        items, empty = _first(parsed, flags)
    except _UnknownError:
        return code
    negated = any(op is _constants.NEGATE for op, _ in items)
    if empty or not items or (negated and items[0][0] is not _constants.NEGATE):
        return code
    block = [*code[:_INFO]]
    block[2] = _constants.SRE_INFO_CHARSET
    _compiler._compile_charset(_compiler._optimize_charset(items)[0], flags, block)  # noqa: SLF001
    block[1] = len(block) - 1
    return [*map(int, block), *code[1 + code[1] :]]


def _first(sequence: Iterable[Item], flags: int) -> tuple[list[Item], bool]:
    """Return the class of characters that a match of *sequence* begins with, and whether it may be empty."""
    if flags & (_constants.SRE_FLAG_LOCALE | _constants.SRE_FLAG_ASCII):
        raise _UnknownError  # what is no letter there is one elsewhere
    found: list[Item] = []
    for op, its in sequence:
        if op in _NO_WIDTH:
            continue
        items, empty = _of(op, its, flags)
        if found and any(one is _constants.NEGATE for one, _ in (*found, *items)):
            raise _UnknownError
        found += items
        if not empty:
            return found, False
    return found, True


def _of(op: Any, its: Any, flags: int) -> tuple[list[Item], bool]:
    if op is _constants.LITERAL:
        return _either_case([(op, its)], flags), False
    if op is _constants.IN:
        return _either_case(its, flags), False
    if op is _constants.SUBPATTERN:
        _, added, taken, inner = its
        return _first(inner, _compiler._combine_flags(flags, added, taken))  # noqa: SLF001
    if op is _constants.ATOMIC_GROUP:
        return _first(its, flags)
    if op in _REPEATED:
        least, _, inner = its
        items, empty = _first(inner, flags)
        return items, empty or not least
    if op is _constants.BRANCH:
        every = [_first(one, flags) for one in its[1]]
        items = [item for found, _ in every for item in found]
        if any(one is _constants.NEGATE for one, _ in items):
            raise _UnknownError
        return items, any(empty for _, empty in every)
    raise _UnknownError


def _either_case(items: Sequence[Item], flags: int) -> list[Item]:
    """Return a class, of a pattern without regard to capitals with every character that it takes for one of them."""
    if not flags & _constants.SRE_FLAG_IGNORECASE:
        return [*items]
    found: list[Item] = []
    for op, its in items:
        if op is _constants.CATEGORY and its in _CLASSES:
            found.append((op, its))
            continue
        chars = range(its, its + 1) if op is _constants.LITERAL else range(its[0], its[1] + 1) if op is _constants.RANGE else ()
        if not 0 < len(chars) <= _MOST:
            raise _UnknownError
        found += [(_constants.LITERAL, one) for char in chars for one in _alike(char)]
    return found


def _alike(char: int) -> Iterable[int]:
    small = _sre.unicode_tolower(char)
    return {other for one in (small, *_compiler._EXTRA_CASES.get(small, ())) for other in (one, *_capitals().get(one, ()))}  # noqa: SLF001


@cache
def _capitals() -> dict[int, list[int]]:
    """Return every character that is another in small letters, by that one."""
    found: dict[int, list[int]] = {}
    for char in range(_CASED):
        if (small := _sre.unicode_tolower(char)) != char:
            found.setdefault(small, []).append(char)
    return found
