"""Rows: of a list, and tables in double brackets: one more, moved, cells pasted."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from notice_gen import toml_text
from notice_gen.assist import kinds
from notice_gen.assist.form import literals
from notice_gen.assist.form.keyed import added, block_in_order, in_new_table, spaced
from notice_gen.assist.form.layout import Item
from notice_gen.assist.form.text import BY_HAND, Change, Operation, RefusalError, Text, with_value
from notice_gen.assist.records import Key
from notice_gen.errors import N_, KeyPath
from notice_gen.model import keys_of
from notice_gen.reader import keys
from notice_gen.reader.broken import scan
from notice_gen.records import replace


def insert(doc: Text, operation: Operation) -> Change:
    """Return what puts a row before the one at a place, an empty one where none is given."""
    path, n = _row(operation)
    there, value = doc.at(path), operation.value
    if value is None:
        value = _empty(path, doc.desk.today)
    if there is not None and not isinstance(there, list):
        return _one_more(doc, path, there, value, n)
    rows: list[Any] = there or []
    n = min(n, len(rows))
    tree = with_value(doc.data, path, [*rows[:n], value, *rows[n:]])
    if there is not None and doc.is_inline(path):
        own = doc.items(path)
        more = replace(own, items=(*own.items[:n], Item(literals.literal(value)), *own.items[n:]))
        return Change(((*doc.spots[path].value, more.written()),), tree)
    if _has_headers(doc, path) and isinstance(value, Mapping):
        block = f"{keys.header(path)}\n{_pairs(value)}"
        if n < len(rows):
            at = doc.layout.lead(doc.spots[*path, n].key[0])
            return Change(((at, at, f"{block}\n"),), tree)
        return Change((block_in_order(doc, (*path, n) if rows else path, block),), tree)
    if there is not None:
        raise RefusalError(*BY_HAND)
    is_there = path[:-1] in doc.spots or len(path) == 1
    return Change((added(doc, path, [value]),), tree) if is_there else in_new_table(doc, path, [value], tree)


def _row(operation: Operation) -> tuple[Key, int]:
    """Return the list and the place in it that an operation is about."""
    *above, n = operation.path
    if not above or not isinstance(n, int) or n < 0:
        raise RefusalError(*BY_HAND)
    return tuple(above), n


def _has_headers(doc: Text, path: Key) -> bool:
    """Tell whether the rows at *path* are tables with headers of their own."""
    is_within_inline = any(doc.is_inline(path[:n]) for n in range(1, len(path)))
    return kinds.kind(path) == "rows" and path[-1] != "phat_hien" and not is_within_inline


def _one_more(doc: Text, path: Key, there: Any, value: Any, n: int) -> Change:
    """Add to what stands alone where a list may stand: a text, or a table with one pair of brackets."""
    spot, new = doc.spots[path], [value, there] if n == 0 else [there, value]
    if isinstance(there, str) and "\n" not in there.strip("\n") and kinds.kind(path) == "list":
        return Change(((*spot.value, literals.literal(new)),), with_value(doc.data, path, new))
    if not spot.is_table or kinds.kind(path) != "rows" or not isinstance(value, Mapping):
        raise RefusalError(*BY_HAND)
    header = (*spot.key, keys.header(path))
    block = f"{keys.header(path)}\n{_pairs(value)}"
    if n == 0:
        at = doc.layout.lead(spot.key[0])
        return Change(((at, at, f"{block}\n"), header), with_value(doc.data, path, new))
    group = doc.layout.group(path)
    if group is None:
        raise RefusalError(*BY_HAND)
    return Change((header, spaced(doc.text, group[1], block)), with_value(doc.data, path, new))


def _pairs(table: Mapping[str, Any]) -> str:
    return "".join(f"{toml_text.key(name)} = {literals.literal(one)}\n" for name, one in table.items())


def _empty(path: Key, today: dt.date) -> Any:
    """Return an item that says nothing yet: what has to be filled in is empty, and told until it is."""
    table = keys.table_at(path)
    if table is None:
        return [] if path[-1] == "hang" else ""
    if path[-1] == "phat_hien":
        return ""
    if path[-1] == "bang":
        return {"cot": ["TT", "Nội dung"], "hang": [["1", ""]]}
    if path[-1] == "bieu_do":
        return {"kieu": "cot", "ten": "", "du_lieu": {"cot": ["Nhãn", "Số liệu"], "hang": [["", ""]]}}
    of_kind = {"date": today, "moment": dt.datetime.combine(today, dt.time(8)), "number": 1, "list": [""], "table": {}, "lines": ""}
    required = {name: of_kind.get(kinds.kind((*path, name)), "") for name, key in keys_of(table).items() if key.required}
    return required or {"tieu_de": ""}


def move(doc: Text, operation: Operation) -> Change:
    """Return what gives a row another place, with all that is below it and the comments above it."""
    path, n = _row(operation)
    rows = doc.at(path)
    if not isinstance(rows, list) or not max(n, operation.to) < len(rows) or operation.to < 0:
        raise RefusalError(*BY_HAND)
    order = [*range(len(rows))]
    order.insert(operation.to, order.pop(n))
    tree = with_value(doc.data, path, [rows[k] for k in order])
    if doc.is_inline(path):
        own = doc.items(path)
        return Change(((*doc.spots[path].value, replace(own, items=tuple(own.items[k] for k in order)).written()),), tree)
    return Change((_reordered(doc, path, order),), tree)


def _reordered(doc: Text, path: Key, order: list[int]) -> scan.Edit:
    groups = [group for k in order if (group := doc.layout.group((*path, k)))]
    pieces = sorted((doc.layout.lead(begin), end) for begin, end in groups)
    if len(pieces) < len(order) or any(one[1] != other[0] for one, other in pairwise(pieces)):
        raise RefusalError(*BY_HAND)  # another table stands between them
    texts = [doc.text[begin:end].rstrip("\n") for begin, end in pieces]
    start, end = pieces[0][0], pieces[-1][1]
    tail = len(doc.text[start:end]) - len(doc.text[start:end].rstrip("\n"))
    return (start, end, "\n\n".join(texts[k] for k in order) + "\n" * tail)


def paste(doc: Text, operation: Operation) -> Change:
    """Return what puts a range of cells into a grid, rows added as they are needed; a range wider than the table is refused."""
    *above, row, column = operation.path
    path, rows = tuple(above), doc.at(tuple(above))
    if not isinstance(rows, list) or not isinstance(row, int) or not isinstance(column, int) or kinds.kind(path) != "grid":
        raise RefusalError(*BY_HAND)
    cells, width = _cells(str(operation.value or "")), len(doc.at((*path[:-1], "cot")) or ())
    widest = max(map(len, cells))
    if column + widest > width or len(cells) > _MOST_ROWS:
        message = N_("Vùng dán có {co} cột, từ cột {tu} của bảng chỉ còn {con} cột.")
        hint = N_("Chọn lại vùng trong Excel, hoặc thêm cột vào bảng trước.")
        raise RefusalError(message, hint, co=widest, tu=column + 1, con=max(width - column, 0))
    return _filled(doc, path, _pasted([list(one) for one in rows], cells, row, column, width))


def _filled(doc: Text, path: KeyPath, new: list[list[Any]]) -> Change:
    """Return what puts *new* rows in place of those of a grid; a row that is the same keeps how it is written."""
    rows, own = doc.at(path), doc.items(path)
    kept = {n: own.items[n] for n, line in enumerate(new) if n < len(rows) and line == rows[n]}
    written = [kept.get(n) or _written(own.items[n] if n < len(rows) else None, line) for n, line in enumerate(new)]
    indent = own.indent if own.indent is not None or len(new) == 1 else f"{own.closing}  "
    list_ = replace(own, items=tuple(written), indent=indent).written()
    gone = "\n".join(item.text for item in own.items)
    return Change(((*doc.spots[path].value, list_),), with_value(doc.data, path, new), gone)


_MOST_ROWS = 5_000


def _pasted(rows: list[list[Any]], cells: list[list[Any]], row: int, column: int, width: int) -> list[list[Any]]:
    rows += [[""] * width for _ in range(row + len(cells) - len(rows))]
    for n, line in enumerate(cells, start=row):
        rows[n] += [""] * (column + len(line) - len(rows[n]))
        rows[n][column : column + len(line)] = line
    return rows


def _written(item: Item | None, line: list[Any]) -> Item:
    return replace(item, text=literals.literal(line)) if item else Item(literals.literal(line))


def _cells(pasted: str) -> list[list[Any]]:
    """Return the cells of a range copied from Excel: lines, tabs between; a cell of several lines stands in quotes."""
    lines = csv.reader(io.StringIO(pasted.replace("\r\n", "\n").rstrip("\n")), delimiter="\t")
    return [[literals.figure(" ".join(cell.split())) for cell in line] for line in lines] or [[""]]
