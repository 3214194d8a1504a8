"""Tables of figures of two papers, cell by cell, and the edits of the findings that make the one the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from notice_gen.back import merging
from notice_gen.back.editing import Editor, Item
from notice_gen.back.items import Para, items
from notice_gen.back.sections import cell_value
from notice_gen.check.view import DocumentView, Paragraph
from notice_gen.errors import KeyPath
from notice_gen.expressions import Scope

Grid = list[tuple[str, ...]]
Gone = list[tuple[str, str]]
"""Expressions that gave way, each with its words."""


def take(data: Mapping[str, Any], editor: Editor, scope: Scope, old: DocumentView, new: DocumentView) -> Gone:
    """Take what differs between the cells of two papers' tables into the findings *data*; return the expressions that gave way."""
    was, now, known, gone = [*_grids(old).values()], [*_grids(new).values()], [*tables_of(data)], Gone()
    if len(was) == len(known) == len(now):
        for (path, bang), before, after in zip(known, was, now, strict=True):
            if before != after and editor.has((*path, "hang")) and len(before[0]) == len(after[0]):
                gone += _table(editor, scope, path, bang, before, after)
    return gone


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
    supplied = {n for n in range(len(rows[0])) if not any(_typed(one, n) for one in hang)} if rows else set()
    for kind, i, j, k, m in SequenceMatcher(None, rows, others, autojunk=False).get_opcodes():
        both = min(j - i, m - k) if kind != "equal" else j - i
        kept += [(n, None) for n in range(i, i + both)]
        for n in range(both if kind == "replace" else 0):
            cells = [b if at not in supplied else a for at, (a, b) in enumerate(zip(rows[i + n], others[k + n], strict=True))]
            gone += _row(editor, scope, (*path, i + n), hang[i + n], rows[i + n], cells)
        new = others[k + both : m]
        kept += [(None, ["" if n in supplied else cell_value(_bare(cell)) for n, cell in enumerate(row)]) for row in new]
    if [n for n, _ in kept] != [*range(len(hang))]:
        editor.items(path, kept)
    return gone


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
    bang = one.get("bang")
    if isinstance(bang, Mapping):
        yield (*path, "bang"), bang
    for n, each in enumerate(bang if isinstance(bang, list) else ()):
        yield (*path, "bang", n), each
