"""JSON lines, one object a row: for programs, which say types where a cell only shows them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from notice_gen.errors import N_, Place, Problem
from notice_gen.reader import source
from notice_gen.reader.rows.columns import Column, Headings, overlap
from notice_gen.reader.rows.table import nearest

if TYPE_CHECKING:
    from notice_gen.reader.keys import Path


class Line(NamedTuple):
    """One line that holds anything.

    Attributes:
        number: from 1.
        raw: its text.
        values: the columns it fills, with what it says to each.
        names: what it calls each of them, by path.
        problems: keys that are not understood, or why it is no object of JSON.
    """

    number: int
    raw: str
    values: list[tuple[Column, Any]]
    names: dict[Path, str]
    problems: list[Problem]


class _Refused(Exception):  # noqa: N818 - caught beside it
    def __init__(self, message: str, hint: str, found: str) -> None:
        self.message, self.hint, self.found = message, hint, found
        super().__init__(message)


def lines(raws: Iterable[str], headings: Headings, file: str) -> Iterator[Line]:
    """Yield the lines that hold anything.

    Args:
        raws: all of them.
        headings: what a key may be: dotted, or nested tables, or a heading of ``[cot]``.
        file: its name, for the places.
    """
    for number, raw in enumerate(raws, start=1):
        if not raw.strip():
            continue
        values: list[tuple[Column, Any]] = []
        names: dict[Path, str] = {}
        problems: list[Problem] = []
        try:
            tree = _tree(raw)
        except _Refused as refused:
            problems.append(Problem(refused.message, refused.hint, {"khoa": refused.found}, place=_found(file, number, raw, refused.found)))
        except (ValueError, RecursionError) as error:
            at = error.pos if isinstance(error, json.JSONDecodeError) else 0
            problems.append(Problem(N_("Dòng này không phải JSON."), _HINT, place=Place(file, number, at + 1, text=raw)))
        else:
            for name, value in _flat("", tree, headings.known):
                meant = headings.column(name)
                other = next((c for c, _ in values if overlap(c.path, meant.path)), None) if isinstance(meant, Column) else None
                if other:
                    message, hint = N_("Khóa “{khoa}” điền cùng một chỗ với khóa “{truoc}”."), N_("Chỉ giữ một trong hai.")
                    meant = Problem(message, hint, {"khoa": name, "truoc": other.key})
                if isinstance(meant, Column):
                    values.append((meant, value))
                    names[meant.path] = name
                elif meant:
                    where = _found(file, number, raw, name.rpartition(".")[2])
                    problems.append(Problem(meant.message, meant.hint, meant.values, place=where))
        yield Line(number, raw, values, names, problems)


_HINT = N_("Viết: {{\"don_vi.ten\": \"xã A\", \"so_lieu.tiep_nhan\": 322}}")


def _flat(above: str, tree: Mapping[str, Any], columns: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        key = f"{above}{name}"
        if isinstance(value, dict) and key not in columns:
            yield from _flat(f"{key}.", value, columns)
        else:
            yield key, value


def _tree(raw: str) -> dict[str, Any]:
    tree = json.loads(raw, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_once)
    if isinstance(tree, dict):
        return tree
    raise _Refused(N_("Mỗi dòng phải là một đối tượng JSON trong ngoặc nhọn."), _HINT, "")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Refused(N_("Khóa “{khoa}” ghi hai lần."), N_("Chỉ giữ một lần."), twice)
    return tree


def _no_constant(word: str) -> Any:
    raise _Refused(N_("JSON không có giá trị “{khoa}”."), N_("Ghi một con số, hoặc null nếu để trống."), word)


def place(file: str, at: Mapping[Path, str], number: int, raw: str, path: Path, found: str = "") -> Place:
    """Return the place of *path* in a line: its key, which *at* has by path, or the piece *found* of its value."""
    path = nearest(path, at)
    return _found(file, number, raw, at.get(path, "").rpartition(".")[2], found)


def _found(file: str, number: int, raw: str, key: str, piece: str = "") -> Place:
    match = re.search(r'"(?:[^"\\]*\.)?' + re.escape(key) + r'"\s*:\s*', raw) if key else None
    start, end = match.span() if match else (0, 0)
    spelt = json.dumps(piece, ensure_ascii=False)[1:-1]
    if piece and (at := raw.find(spelt, end)) >= 0:
        start, end = at, at + len(spelt)
    local = source.place(raw, file, start, end)
    return Place(file, number, local.column, local.width, raw)

