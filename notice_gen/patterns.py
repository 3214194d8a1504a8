"""Regular expressions compiled in an earlier run, kept: compiling takes a quarter of what one page costs, printed or checked.

``re`` is asked as ever and has what it compiled in its memory; this fills that memory before our modules are loaded.  How ``re`` works
inside is no promise of Python's: where anything is not as expected the patterns are compiled, as they are in any machine's first run.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from typing import Any

from notice_gen import ready

EVERY = "moi"
"""The task of every command: what ``re`` compiles while click and the other libraries are loaded."""

_ODD = (AttributeError, ImportError, TypeError, ValueError, EOFError, RuntimeError, OverflowError)
_NOTHING = marshal.dumps([])
_MOST = 960  # patterns
_ROOM = 1024  # of them in the memory of ``re``, which has 512 of its own accord: fewer than a check asks for
_FILES = "(?s:"  # how ``fnmatch`` begins what it makes of a file's name
_known: dict[tuple[str, int], Any] = {}
_of_words: set[tuple[str, int]] = set()
_before: set[tuple[str, int]] = set()  # those compiled before any of a task could be given: there they come too late


def of_words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that holds someone's words, for this run alone."""
    _of_words.add((pattern, 0))
    return re.compile(pattern)


@cache
def remember(task: str) -> None:
    """Give ``re`` the patterns that :func:`keep` kept for a task, such as ``kiem`` (checking); once."""
    with suppress(*_ODD):
        if not _before and task != EVERY:
            _before.update(_asked())
        re._MAXCACHE = max(re._MAXCACHE, _ROOM)  # type: ignore[attr-defined]  # noqa: SLF001
        built = ready.code(name(task), ())
        for pattern, flags, made in built.PATTERNS if built else _kept(task):
            with suppress(*_ODD):  # one that is odd is compiled as ever, and costs the others nothing
                their, code, groups, names, indices = made
                re._cache[str, pattern, flags] = _sre.compile(pattern, their, array("I", code).tolist(), groups, dict(names), indices)  # type: ignore[attr-defined]  # noqa: SLF001
                _known[pattern, flags] = made


def _kept(task: str) -> Any:
    from notice_gen import kept

    return marshal.loads(kept.load(name(task)) or _NOTHING)  # noqa: S302 - sealed by ``kept``


def keep(task: str) -> None:
    """Keep for a task what ``re`` has compiled by now, when that is more than was kept.

    For a process of ours alone: a host's patterns are not ours to keep, nor are those of anyone's words (:func:`of_words`).
    """
    from notice_gen import kept

    try:
        asked = _asked()
        if _known.keys() >= set(asked) or ready.has(name(task)) or not kept.is_kept():
            return
        for pattern, flags in asked:
            _known[pattern, flags] = _known.get((pattern, flags)) or _made(pattern, flags)
        kept.store(name(task), marshal.dumps([(*key, _known[key]) for key in asked]))
    except _ODD:
        return


def _asked() -> list[tuple[str, int]]:
    memory = re._cache  # type: ignore[attr-defined]  # noqa: SLF001
    # Plain numbers: from Python 3.13 on ``re.sub`` asks with a zero of a type of its own for no flags, which marshal does not write.
    asked = [(pattern, int(flags)) for kind, pattern, flags in memory if kind is str and not pattern.startswith(_FILES)]
    return [key for key in asked if key not in _of_words and key not in _before][-_MOST:]


def built() -> str:
    """Return what ``re`` has compiled by now as Python, for :func:`remember` of a program that is packed."""
    return f"VERSIONS = {{}}\nPATTERNS = {tuple((*key, _made(*key)) for key in _asked())!r}\n"


def _made(pattern: str, flags: int) -> tuple[int, bytes, int, tuple[tuple[str, int], ...], tuple[str | None, ...]]:
    """Return what ``re`` hands to its engine for a pattern."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    groups, names = parsed.state.groupdict, {at: name for name, at in parsed.state.groupdict.items()}
    code = _compiler._code(parsed, flags)  # noqa: SLF001
    with suppress(*_ODD):
        from notice_gen import openings

        code = openings.told(code, parsed, flags)
    indices = tuple(names.get(at) for at in range(parsed.state.groups))
    return flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, (*groups.items(),), indices


def name(task: str) -> str:
    """Return what the patterns of a task are kept under: another Python compiles otherwise."""
    tag = (sys.implementation.cache_tag or "").replace("-", "_")
    return f"mau_{task}_{tag}_{sys.hexversion:x}_{_sre.MAGIC}_{_sre.CODESIZE}"
