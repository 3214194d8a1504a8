"""CSV as Excel and others save it → one table of cells; JSON lines, one object a row, for programs, which say types."""

from __future__ import annotations

import csv
import functools
import io
import itertools
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from notice_gen.errors import N_, InputError, KeyPath, Place, Problem
from notice_gen.reader import source
from notice_gen.reader.rows.columns import Column, Headings, overlap
from notice_gen.reader.rows.numbers import Refused
from notice_gen.reader.rows.table import Record, Table, keyed, nearest

_DELIMITERS = "\t;,"
_CHOOSE = N_("Chọn tệp .xlsx, .ods hoặc .csv có số liệu.")
_LONGEST = 1_000_000  # characters of one cell
_SHOWN = 1_000  # characters of a line with a cell that is too long
_MOST_FAULTS = 100  # that one line tells
_MOST_NAMES = 10_000  # of keys in a file


def table(text: str, *, file: str) -> Table:
    """Return the table that a CSV holds: cells parted by tab, ``;`` or ``,``.  Raises InputError: a quote is never closed."""
    data, begin = f"{text}\n".encode(), text.partition("\n")[0].strip()  # bytes: a third of what its lines would take, side by side
    skip = 1 if begin.lower().startswith("sep=") else 0
    first = next((line for line in _lines(data) if line.strip()), "")  # with anything in it
    outside = "".join(first.split('"')[::2])  # of quotes
    delimiter = (begin[4:5] or "\t") if skip else max(_DELIMITERS, key=outside.count)
    find = functools.partial(place, file, delimiter)
    records = _records(data, delimiter, skip, file)
    number, head, raw = next(records, (1, (), ""))
    headings = list(head)
    while headings and not headings[-1].strip():
        headings.pop()
    below = next(records, None)
    keys = keyed(headings, below[1]) if below else None
    stray = _stray(records if below is None or keys else itertools.chain([below], records), keys or headings, find)
    again = itertools.islice(_records(data, delimiter, skip, file), 2 if keys else 1, None)
    return Table(keys or headings, lambda n: find({(): n}, number, raw, ()), again, stray, find, "dòng {}", labels=headings)


def _stray(records: Iterator[Record], headings: Sequence[str], find: Callable[..., Place]) -> Place | None:
    """Return the first cell that has no heading; all *records* are read: a quote that is never closed is found now."""
    bare = {n for n, heading in enumerate(headings) if not heading.strip()}
    stray = None
    for number, cells, raw in records:
        if stray is None and (bare or len(cells) > len(headings)):
            n = next((n for n, cell in enumerate(cells) if cell.strip() and (n >= len(headings) or n in bare)), None)
            stray = None if n is None else find({(): n}, number, raw, ())
    return stray


def text_of(data: bytes, *, file: str) -> str:
    r"""Return the text of *data*, which Excel may have saved as UTF-16 ("Unicode text"); line ends are ``\n``.

    Raises InputError: it is no text, a text in another encoding, a web page, or nothing at all.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            data = data[2:].decode(encoding, "replace").encode()
    if data.startswith((b"%PDF", b"{\\rtf")):
        raise InputError(Problem(N_("Đây là tệp PDF hoặc RTF, không phải bảng số liệu."), _CHOOSE, place=Place(file, 1, 1)))
    try:
        text = source.decode(data, file=file)
    except InputError as error:
        ours = {source.NOT_TOML: _CHOOSE, source.BEGIN: N_("Tạo bảng mẫu bằng: notice-gen batch-form TỆP_CHUNG")}
        raise InputError(replace(problem, hint=ours.get(problem.hint, problem.hint)) for problem in error.problems) from error
    if text.lstrip().startswith("<"):  # what many programs on the web call .xls
        message, hint = N_("Đây là trang web (HTML hoặc XML), không phải bảng tính."), N_("Mở bằng Excel, lưu thành .xlsx rồi thử lại.")
        raise InputError(Problem(message, hint, place=Place(file, 1, 1, text=text.partition("\n")[0][:80])))
    return text


def _lines(data: bytes) -> Iterator[str]:
    return io.TextIOWrapper(io.BytesIO(data), "utf-8", newline="\n")


def _records(data: bytes, delimiter: str, skip: int, file: str) -> Iterator[Record]:
    """Yield the records that hold anything, each with its first line and its own text."""
    csv.field_size_limit(_LONGEST)
    raw: list[str] = []  # the lines of the record being read

    def noted() -> Iterator[str]:
        for line in itertools.islice(_lines(data), skip, None):
            raw.append(line)
            yield line

    reader = csv.reader(noted(), strict=True, delimiter=delimiter)
    done = 0
    try:
        for cells in reader:
            start, done = done, reader.line_num
            if any(map(str.strip, cells)):
                yield skip + start + 1, cells, "".join(raw)
            raw.clear()
    except csv.Error as error:
        message = N_("Dấu nháy kép không đi thành cặp, từ dòng này.")
        hint = N_("Ô có dấu nháy, xuống dòng hoặc dấu ngăn cột thì đặt trong nháy kép, nháy ở trong viết hai lần: \"xã \"\"A\"\"\". Hoặc lưu từ Excel.")  # noqa: E501
        if "limit" in str(error):
            message, hint = N_("Một ô dài quá một triệu chữ."), N_("Xem lại dấu nháy kép của dòng này: có thể thiếu dấu đóng.")
        shown = "".join(raw[:1])[:_SHOWN].rstrip("\n")
        raise InputError(Problem(message, hint, place=Place(file, skip + done + 1, 1, text=shown))) from error


def place(file: str, delimiter: str, at: Mapping[KeyPath, int], number: int, raw: str, path: KeyPath, found: str = "") -> Place:
    """Return the place of a cell as :attr:`Table.where` does; *number* is its record's first line, *raw* the record's own text."""
    start, end = _span(raw, delimiter, at.get(nearest(path, at), 0))
    if found and (piece := raw.find(found, start, end)) >= 0:
        start, end = piece, piece + len(found)
    local = source.place(raw, file, start, end)
    return Place(file, number + local.line - 1, local.column, local.width, local.text)


def _span(raw: str, delimiter: str, n: int) -> tuple[int, int]:
    """Return where the n-th cell of a record begins and ends."""
    cell = re.compile(rf'"(?:[^"]|"")*"|[^{re.escape(delimiter)}]*')
    start = 0
    for _ in range(n):
        match = cell.match(raw, start)
        start = min(match.end() + 1, len(raw)) if match else start
    match = cell.match(raw, start)
    return start, max(start, len(raw[: match.end() if match else start].rstrip("\r\n")))


class Line(NamedTuple):
    """One line that holds anything."""

    number: int  # from 1
    values: list[tuple[Column, Any]]  # the columns it fills, with what it says to each
    where: Callable[[KeyPath, str], Place]  # finds the place of a column, and of a piece of what it holds
    problems: list[Problem]  # keys that are not understood, or why it is no object of JSON


def lines(raws: Iterable[str], headings: Headings, file: str) -> Iterator[Line]:
    """Yield the lines that hold anything; *headings* tell what a key may be: dotted, or nested tables, or a heading of ``[cot]``."""
    for number, raw in enumerate(raws, start=1):
        if not raw.strip():
            continue
        values: list[tuple[Column, Any]] = []
        names: dict[KeyPath, str] = {}
        problems: list[Problem] = []
        found = functools.partial(_found, file, number, raw)
        try:
            tree = _tree(raw)
        except Refused as refused:
            problems.append(Problem(refused.message, refused.hint, refused.values, place=found(str(refused.values.get("khoa", "")))))
        except (ValueError, RecursionError, ArithmeticError) as error:
            at = error.pos if isinstance(error, json.JSONDecodeError) else 0
            where = Place(file, number, at + 1, text=raw[: at + source.KEPT])
            problems.append(Problem(N_("Dòng này không phải JSON."), _JSON, place=where))
        else:
            for name, value in _flat("", tree, headings.known):
                if len(problems) >= _MOST_FAULTS:
                    break
                meant = headings.column(name)
                other = next((c for c, _ in values if overlap(c.path, meant.path)), None) if isinstance(meant, Column) else None
                if other:
                    message, hint = N_("Khóa “{khoa}” điền cùng một chỗ với khóa “{truoc}”."), N_("Chỉ giữ một trong hai.")
                    meant = Problem(message, hint, {"khoa": name, "truoc": other.key})
                if isinstance(meant, Column):
                    values.append((meant, value))
                    names[meant.path] = name
                elif meant:
                    problems.append(Problem(meant.message, meant.hint, meant.values, place=found(name.rpartition(".")[2])))
        yield Line(number, values, functools.partial(_place_in_line, found, names), problems)


def given(raws: Iterable[str], headings: Headings) -> dict[KeyPath, Column]:
    """Return by its path every column that some of the lines *raws* gives; what is wrong with one is for :func:`lines` to tell."""
    names: dict[str, None] = {}
    for raw in raws:
        try:
            tree = json.loads(raw)
            names.update(dict.fromkeys(name for name, _ in _flat("", tree, headings.known)) if isinstance(tree, dict) else {})
        except (ValueError, RecursionError):
            continue
    columns = (headings.column(name) for name in itertools.islice(names, _MOST_NAMES))
    return {column.path: column for column in columns if isinstance(column, Column)}


_JSON = N_("Viết: {{\"don_vi.ten\": \"xã A\", \"so_lieu.tiep_nhan\": 322}}")


def _flat(above: str, tree: Mapping[str, Any], columns: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        key = f"{above}{name}"
        if isinstance(value, dict) and key not in columns:
            yield from _flat(f"{key}.", value, columns)
        else:
            yield key, value


def _tree(raw: str) -> dict[str, Any]:
    tree = json.loads(raw, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_once)
    if "\\ud" in raw.lower():
        json.dumps(tree, ensure_ascii=False, default=str).encode()  # half a pair of surrogates is no text
    if isinstance(tree, dict):
        return source.bounded(tree)
    raise Refused(N_("Mỗi dòng phải là một đối tượng JSON trong ngoặc nhọn."), _JSON)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) < len(pairs):
        times = Counter(name for name, _ in pairs)
        raise Refused(N_("Khóa “{khoa}” ghi hai lần."), N_("Chỉ giữ một lần."), khoa=next(name for name in times if times[name] > 1))
    return tree


def _no_constant(word: str) -> Any:
    raise Refused(N_("JSON không có giá trị “{khoa}”."), N_("Ghi một con số, hoặc null nếu để trống."), khoa=word)


def _place_in_line(find: Callable[[str, str], Place], names: Mapping[KeyPath, str], path: KeyPath, piece: str) -> Place:
    """Return the place of *path* in a line: its key, which *names* has by path, or a *piece* of its value."""
    return find(names.get(nearest(path, names), "").rpartition(".")[2], piece)


def _found(file: str, number: int, raw: str, key: str, piece: str = "") -> Place:
    match = re.search(r'"(?:[^"\\]*\.)?' + re.escape(key) + r'"\s*:\s*', raw) if key else None
    start, end = match.span() if match else (0, 0)
    spelt = json.dumps(piece, ensure_ascii=False)[1:-1]
    if piece and (at := raw.find(spelt, end)) >= 0:
        start, end = at, at + len(spelt)
    local = source.place(raw, file, start, end)
    return Place(file, number, local.column, local.width, raw[: local.column + source.KEPT])
