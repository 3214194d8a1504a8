"""Tables of figures of two papers, cell by cell, and the edits of the findings that make the one the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from notice_gen import pasted
from notice_gen.back import leaves, merging
from notice_gen.back.editing import Editor, Item, Line
from notice_gen.back.items import Para, items
from notice_gen.back.sections import cell_value
from notice_gen.check.view import DocumentView, Paragraph
from notice_gen.errors import KeyPath
from notice_gen.expressions import Scope
from notice_gen.reader import value_at

Grid = list[tuple[str, ...]]
Gone = list[tuple[str, str]]
"""Expressions that gave way, each with its words."""


def take(data: Mapping[str, Any], editor: Editor, scope: Scope, old: DocumentView, new: DocumentView) -> Gone:
    """Take what differs between the cells of two papers' tables into the findings *data*; return the expressions that gave way."""
    was, now, known, gone = [*_grids(old).values()], [*_grids(new).values()], [*tables_of(data)], Gone()
    if len(was) == len(known) == len(now):
        for (path, bang), before, after in zip(known, was, now, strict=True):
            if before == after or len(before[0]) != len(after[0]):
                continue
            if path[-1] == "noi_dung":
                _pasted(editor, path, data, bang["hang"], before[1:], after[1:])
            elif editor.has((*path, "hang")):
                gone += _table(editor, scope, path, bang, before, after)
    return gone


def _pasted(editor: Editor, path: KeyPath, data: Mapping[str, Any], hang: Sequence[Any], before: Grid, after: Grid) -> None:
    """Take what differs between the rows of a table that the findings have as lines with tabs, those of the text at *path*."""
    text = value_at(data, path)
    lines = leaves.lines_of(text) if isinstance(text, str) else []
    at = next((n for n in range(len(lines)) if [tuple(line.split("\t")) for line in lines[n : n + len(hang)]] == [*map(tuple, hang)]), None)
    if at is None or len(before) != len(hang):
        return
    own: list[Line] = [(n, line) for n, line in enumerate(lines[:at])]
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        both = min(j - i, m - k)
        for n in range(both if kind != "delete" else 0):
            cells = [typed if a == b else b for typed, a, b in zip(hang[i + n], before[i + n], after[k + n], strict=True)]
            own.append((at + i + n, "\t".join(cells)))
        own += [(None, "\t".join(row)) for row in after[k + both : m]]
    editor.lines(path, [*own, *enumerate(lines[at + len(hang) :], start=at + len(hang))])


def _table(editor: Editor, scope: Scope, path: KeyPath, bang: Mapping[str, Any], before: Grid, after: Grid) -> Gone:
    cot, hang = bang.get("cot"), bang.get("hang")
    if not isinstance(cot, list) or not isinstance(hang, list):
        return []
    heads = _heads(cot)
    for n, (a, b) in enumerate(zip(before[heads - 1], after[heads - 1], strict=True)):
        if a != b and b and n < len(cot):
            editor.put((*path, "cot", n, "ten") if isinstance(cot[n], Mapping) else (*path, "cot", n), _bare(b))
    total = len(before) - heads > len(hang)
    return _rows(editor, scope, (*path, "hang"), hang, before[heads : len(hang) + heads], after[heads : len(after) - total])


def _heads(cot: Sequence[Any]) -> int:
    """Return how many rows the heading has: one more where columns are grouped."""
    return 1 + any(isinstance(one, Mapping) and "nhom" in one for one in cot)


def computed(data: Mapping[str, Any], view: DocumentView) -> frozenset[tuple[int, int, int]]:
    """Return the cells that the program works out, by table, row and column of the page: totals, and columns that no row types."""
    found = set[tuple[int, int, int]]()
    for (table, grid), (_, bang) in zip(_grids(view).items(), tables_of(data), strict=False):
        cot, hang = bang.get("cot"), bang.get("hang")
        if isinstance(cot, list) and isinstance(hang, list):
            for row in range(_heads(cot), len(grid)):
                typed = hang[row - _heads(cot)] if row - _heads(cot) < len(hang) else ()
                found |= {(table, row, n) for n, cell in enumerate(grid[row]) if cell and not _typed(typed, n)}
    return frozenset(found)


def _typed(cells: Any, n: int) -> bool:
    return isinstance(cells, list | tuple) and n < len(cells) and cells[n] != ""


def _rows(editor: Editor, scope: Scope, path: KeyPath, hang: Sequence[Any], rows: Grid, others: Grid) -> Gone:
    kept, gone = list[Item](), Gone()
    rows, others = _as_typed(rows, hang), _as_typed(others, hang)
    for kind, i, j, k, m in SequenceMatcher(None, rows, others, autojunk=False).get_opcodes():
        both = min(j - i, m - k) if kind != "equal" else j - i
        kept += [(n, None) for n in range(i, i + both)]
        for n in range(both if kind == "replace" else 0):
            gone += _row(editor, scope, (*path, i + n), hang[i + n], rows[i + n], others[k + n])
        kept += [(None, [cell_value(_bare(cell)) for cell in row]) for row in others[k + both : m]]
    if [n for n, _ in kept] != [*range(len(hang))]:
        editor.items(path, kept)
    return gone


def _as_typed(rows: Grid, hang: Sequence[Any]) -> Grid:
    """Return rows without the cells of columns that no row types: they are worked out."""
    return [tuple(cell if any(_typed(one, n) for one in hang) else "" for n, cell in enumerate(row)) for row in rows]


def _row(editor: Editor, scope: Scope, path: KeyPath, cells: Any, before: Sequence[str], after: Sequence[str]) -> Gone:
    gone = Gone()
    for n, (a, b) in enumerate(zip(before, after, strict=True)):
        if a == b or not isinstance(cells, list) or n >= len(cells):
            continue
        if isinstance(cells[n], str) and "{{" in cells[n]:
            typed, lost = merging.merged(cells[n], [(b, "")], scope)
            gone += lost
            editor.put((*path, n), typed)
        else:
            editor.put((*path, n), cell_value(b if isinstance(cells[n], str) and cells[n].startswith("**") else _bare(b)))
    return gone


def _bare(cell: str) -> str:
    inner = cell.removeprefix("**").removesuffix("**")
    return inner if cell == f"**{inner}**" and "**" not in inner else cell


def _grids(view: DocumentView) -> dict[int, Grid]:
    """Return the cells of the tables of figures, as a findings file has them, by the table's number."""
    found: dict[int, dict[tuple[int, int], list[str]]] = {}
    for one in view.paragraphs:
        if one.cell and one.cell.borders:
            here = found.setdefault(one.cell.table, {}).setdefault((one.cell.row, one.cell.grid), [])
            here += [item.typed() for item in items([_alone(one)], {}) if isinstance(item, Para)]
    grids = dict[int, Grid]()
    for table, cells in found.items():
        width, height = max(column for _, column in cells) + 1, max(row for row, _ in cells) + 1
        if width > 1:
            grids[table] = [tuple(" ".join(cells.get((row, column), ())) for column in range(width)) for row in range(height)]
    return grids


def _alone(one: Paragraph) -> Paragraph:
    return replace(one, cell=None)


def tables_of(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Yield the tables of figures of findings, in the order of the page, each with its path."""
    for key in ("muc", "van_ban_kem_theo", "phu_luc"):
        for n, one in enumerate(data.get(key, ()) if isinstance(data.get(key), list) else ()):
            if key == "muc":
                yield from _of_section(one, (key, n))
            else:
                for m, inner in enumerate(one.get("muc", ())):
                    yield from _of_section(inner, (key, n, "muc", m))
                yield from _own_tables(one, (key, n))


def _of_section(muc: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    if isinstance(muc, Mapping):
        yield from _own_tables(muc, path)
        for n, inner in enumerate(muc.get("muc", ())):
            yield from _of_section(inner, (*path, "muc", n))


def _own_tables(one: Mapping[str, Any], path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    between = {"muc": "phat_hien", "phu_luc": "muc"}.get(str(path[-2]))  # as the model has it
    for table in pasted.last_tables(pasted.lines_of(one.get("noi_dung"))) if between and not one.get(between) else ():
        yield (*path, "noi_dung"), {"cot": [*table.cot], "hang": [*table.hang]}
    bang = one.get("bang")
    if isinstance(bang, Mapping):
        yield (*path, "bang"), bang
    for n, each in enumerate(bang if isinstance(bang, list) else ()):
        yield (*path, "bang", n), each
