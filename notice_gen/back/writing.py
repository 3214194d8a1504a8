"""A tree of keys → the text of a findings file, with remarks above the keys that somebody should look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from notice_gen import toml_text

Path = tuple[str | int, ...]
Notes = Mapping[Path, Sequence[str]]
"""Remarks by the path of the key they stand above."""
_WIDTH = 100


class Text(list[str]):
    """Lines of running text: one line is one paragraph."""


def document(tree: Mapping[str, Any], notes: Notes, top: Sequence[str] = (), bottom: Sequence[str] = ()) -> str:
    """Return *tree* as TOML.

    Args: *tree*: keys in the order to be written; a list of mappings is a list of tables; *notes*: remarks, without ``#``; *top*,
    *bottom*: remarks at the head and at the end of the file.
    """
    written = [*(f"# {line}" for line in top), *_table(tree, (), notes), *(f"# {line}" for line in ("", *bottom) if bottom)]
    return "\n".join(line.rstrip() if line.startswith("#") else line for line in written).strip("\n") + "\n"


def _table(tree: Mapping[str, Any], path: Path, notes: Notes) -> Iterator[str]:
    tables = {key: value for key, value in tree.items() if _is_table(value)}
    for key, value in tree.items():
        if key not in tables:
            yield from _remarks((*path, key), notes)
            yield f"{toml_text.key(key)} = {valued(value)}"
    for key, value in tables.items():
        for n, one in enumerate(value if isinstance(value, list | tuple) else [value]):
            here = (*path, key, n) if isinstance(value, list | tuple) else (*path, key)
            name = ".".join(toml_text.key(step) for step in here if isinstance(step, str))
            yield ""
            yield from _remarks(here, notes)
            yield f"[[{name}]]" if isinstance(value, list | tuple) else f"[{name}]"
            yield from _table(one, here, notes)


def _is_table(value: Any) -> bool:
    several = isinstance(value, list | tuple) and bool(value)
    return isinstance(value, Mapping) or (several and all(isinstance(one, Mapping) for one in value))


def _remarks(path: Path, notes: Notes) -> Iterator[str]:
    return (f"# {line}" for note in notes.get(path, ()) for line in note.split("\n"))


def valued(value: Any) -> str:
    """Return one value as TOML.

    >>> valued(["một", 2]), valued(Text(["một"])), valued({"ma": "A", "phu": ["một"]})
    ('["một", 2]', '"một"', '{ ma = "A", phu = ["một"] }')
    """
    if isinstance(value, Text):
        return toml_text.quoted(value[0]) if len(value) == 1 else '"""\n' + "".join(f"{escaped(line)}\n" for line in value) + '"""'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return toml_text.quoted(value)
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{toml_text.key(key)} = {valued(one)}' for key, one in value.items())} }}"
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return _listed(value) if isinstance(value, list | tuple) else str(value)


def _listed(value: Sequence[Any]) -> str:
    inner = [valued(one) for one in value]
    flat = f"[{', '.join(inner)}]"
    if inner and (len(flat) > _WIDTH or isinstance(value[0], list | tuple)):
        return "[\n" + "".join(f"  {one},\n" for one in inner) + "]"
    return flat


def escaped(line: str) -> str:
    """Return a line as it stands between three quotes."""
    return re.sub(r'"(?="")', r"\"", line.replace("\\", "\\\\"))
