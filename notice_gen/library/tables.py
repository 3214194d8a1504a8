"""A mailing whose table is worked on before it is printed: looked at, mended cell by cell, planned, printed, handed on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen import files, reader, template_choice
from notice_gen.errors import N_, InputError, OutputError, Problem
from notice_gen.library import sources
from notice_gen.library.documents import this_day
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.batch.source import Entry
    from notice_gen.batch.state import Batch
    from notice_gen.library.verdicts import Fault
    from notice_gen.reader import Layer
    from notice_gen.reader.rows.table import Table

_MOST_ROWS, _MOST_COLUMNS, _MOST_LETTERS = 5_000, 200, 5_000_000
_LONGEST = 1_000  # letters of a heading that are read
_SMALLER = N_("Chia bảng ra, hoặc in bằng lệnh notice-gen batch.")


@record
class DataTable:
    """A table of data for a common findings file, and what was changed of it since; columns count from 0, rows as Excel numbers them.

    Attributes:
        base: the common findings file.
        data, name: the bytes of the workbook or CSV, and what it is called.
        columns: what a column's heading says instead: a key, or ``#`` for one that is not to be read.
        cells: what is typed into cells, by row and column.
        left_out: rows that no notice is to be made of.
        visible_only: rows that are hidden, or filtered out, are passed over.
    """

    base: Path
    data: bytes
    name: str
    columns: Mapping[int, str]
    cells: Mapping[tuple[int, int], str]
    left_out: frozenset[int]
    visible_only: bool = False


@record
class DataColumn:
    """A column as it stands: its letters, what people read above it, and the key that it fills, empty when it is not read."""

    letters: str
    heading: str
    key: str


@record
class DataView:
    """What a table holds.

    Attributes:
        head: the row of the headings.
        columns: every column that has a heading or a cell.
        rows: the number of each row that holds anything, and its cells as people see them.
        hidden: rows that are passed over because they are hidden; they are not among *rows*.
        keys: what a column can fill, each with its label; those that every mailing has come first.
    """

    head: int
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    hidden: tuple[int, ...]
    keys: tuple[tuple[str, str], ...]


@record
class CellProblem:
    """What is wrong at a place of the table; *row* and *column* are None where it is the whole table, the whole row, or another file."""

    row: int | None
    column: int | None
    problem: Problem


@record
class MailedRow:
    """What became, or would become, of one row: as :class:`Row`, its number that of the table; *output*: its file's name."""

    row: int
    unit: str
    status: str
    number: int | None
    label: str
    output: str
    faults: tuple[Fault, ...] = ()


@record
class Mailed:
    """What became of a mailing, or would become of it.

    Attributes:
        rows: every row that was read, in order; none when the table as a whole is refused.
        problems: all that is wrong or worth a look, the table as a whole first.
        refused: the table as a whole is refused.
        begun: registers that were begun.
        dropped, left: files of earlier runs that were removed; that no row accounts for.
        pdfs: how many of the files have a PDF beside them that was asked for.
        stopped: it did not come to its end: somebody wanted it to, or a file could not be written (then *problems* has why).
    """

    rows: tuple[MailedRow, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    refused: bool = False
    begun: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    stopped: bool = False
    pdfs: int = 0


def layers_of(base: Path) -> tuple[Layer, ...]:
    """Return the office's settings and the common file, lowest first.  Raises InputError: one cannot be read."""
    office, common = reader.office_layer(base.parent), reader.parse(reader.load_findings(base), file=str(base))
    if common.problems:
        raise InputError(common.problems)
    return tuple(layer for layer in (office, common) if layer)


def merged(base: Path) -> Mapping[str, Any]:
    """Return the merged tree of the template's defaults, the office's settings and the common file.  Raises InputError: as the layers."""
    layers = layers_of(base)
    return reader.merge([template_choice.defaults(template_choice.template_of(layers)), *layers])


def read_table(table: DataTable) -> Table:
    """Return the rows of a table as it was typed on.  Raises InputError: its file cannot be read."""
    from notice_gen.reader.rows import mended, table_of

    read = table_of(table.data, table.name, visible_only=table.visible_only or None)
    return mended.mended(read, mended.Mends(table.columns, table.cells, table.left_out), table.name)


def view_data(table: DataTable) -> DataView:
    """Return what a table holds as it stands; rows that are left out are among the rows.

    Raises InputError: it or the common file cannot be read, or it is larger than a page can show.
    """
    from notice_gen.batch import form
    from notice_gen.reader.rows.columns import known

    base, read = merged(table.base), read_table(replace(table, left_out=frozenset()))
    rows = tuple((number, tuple(map(seen, cells))) for number, cells, _ in read.records)
    hidden: tuple[int, ...] = ()
    if table.visible_only:
        from notice_gen.reader.rows import mended, table_of

        every = mended.mended(table_of(table.data, table.name), mended.NOTHING, table.name).records
        hidden = tuple(sorted({number for number, _, _ in every} - {number for number, _ in rows}))
    width = max(map(len, (read.headings, read.labels, *(cells for _, cells in rows))))
    _bounded(rows, width)
    usual = {ask.column.key: ask.heading for ask in form.asks(base)}
    keys = {**usual, **{key: "" for key in known(base) if key not in usual}}
    return DataView(read.heading_place(0).line or 1, _columns(read, base, width), rows, hidden, tuple(keys.items()))


def _bounded(rows: Sequence[tuple[int, Sequence[str]]], width: int) -> None:
    """Refuse (InputError) what is larger than a page can show."""
    letters = sum(len(cell) for _, cells in rows for cell in cells)
    for found, most, what in ((len(rows), _MOST_ROWS, N_("Bảng có {so} hàng; trên trang này nhiều nhất {nhieu}.")),
                              (width, _MOST_COLUMNS, N_("Bảng có {so} cột; trên trang này nhiều nhất {nhieu}.")),
                              (letters, _MOST_LETTERS, N_("Bảng có {so} chữ; trên trang này nhiều nhất {nhieu}."))):
        if found > most:
            raise InputError(Problem(what, _SMALLER, {"so": found, "nhieu": most}))


def _columns(read: Table, base: Mapping[str, Any], width: int) -> tuple[DataColumn, ...]:
    from notice_gen.reader.rows.books import letters
    from notice_gen.reader.rows.columns import Column, Headings

    headings, rest = Headings(base), [""] * width
    meant = [headings.column(str(said)[:_LONGEST]) if str(said).strip() else None for said in read.headings]
    keys = [one.key if isinstance(one, Column) else "" for one in meant] + rest
    labels = [*map(seen, read.labels), *rest]
    return tuple(DataColumn(letters(n), labels[n], keys[n]) for n in range(width))


def seen(cell: Any) -> str:
    """Return a cell as it is shown, and as it may be typed."""
    from notice_gen.reader.rows.numbers import shown

    if isinstance(cell, dt.datetime) and cell.time() != dt.time.min:
        return f"{cell:%H:%M %d/%m/%Y}"
    return shown(cell)


def mail(
    table: DataTable, out: str | PathLike[str], *,
    register: str | Path | None = None, dry: bool = False, overwrite: bool = False, pdf: bool = False, today: dt.date | None = None,
    progress: Callable[[int, int | None], None] = lambda *_: None, stops: Callable[[], bool] = lambda: False,
) -> Mailed:  # fmt: skip
    """Print a notice of each row into the folder *out*, as ``notice-gen batch`` does.

    Args:
        table: what is printed.
        out: the folder; made where it is not there.
        register: the path or URL of the register that gives numbers; the one in force in the common file's folder unless it is named.
        today: gives a draft without a date its year; today unless it is named.
        dry: only say what would be done: all that is wrong, every number and name; nothing is written, no number taken.
        overwrite: files that somebody changed since are written over.
        pdf: a PDF is made beside each, by LibreOffice.
        progress: is called with how many notices are made, and of how many once that is known.
        stops: is asked, often, whether to end; what is done stays, and the next run goes on.

    What is wrong with the table is told, not raised.
    Raises OutputError, RegisterError: the folder or the register cannot be used; TemplateError: the template cannot.
    """
    from notice_gen.batch import run, settle
    from notice_gen.batch import source as asked
    from notice_gen.batch.state import Order
    from notice_gen.files import IfExists
    from notice_gen.office import FORM

    folder = sources.path_of(out)
    if files.is_link(folder):
        raise OutputError(files.linked(folder))
    try:
        given = asked.Given(layers_of(table.base), partial(_rows, table))
        source = asked.Source((table.base,), None, folder, None, "", "", None, strict=False, today=today or this_day(), given=given)
        registers, there = run.registers([table.base], None if register is None else str(register))
        if_exists = IfExists.OVERWRITE if overwrite else IfExists.FAIL
        order = Order(source, None, registers, there, if_exists, dry, with_pdf=pdf and not dry, stops=stops)
        done = run.run(order, partial(_unless, stops, progress))
    except InputError as error:
        return Mailed(problems=tuple(_placed(problem, table.name) for problem in error.problems), refused=True)
    except _Ended:
        return Mailed(stopped=True)
    broken = {} if dry else settle.faults(order, done, FORM, lambda *_: None)
    return _told(table, done, broken)


class _Ended(KeyboardInterrupt):
    """Somebody wants it to end; it passes what looks after single rows, as Ctrl-C does.  Where something is written, that counts."""


def _unless(stops: Callable[[], bool], progress: Callable[[int, int | None], None], made: int, of: int | None) -> None:
    if stops():
        raise _Ended
    progress(made, of)


def _rows(table: DataTable, base: Mapping[str, Any]) -> reader.Rows:
    from notice_gen.reader.rows import rows_of

    return rows_of(read_table(table), base, file=table.name)


def _placed(problem: Problem, name: str, row: int | None = None) -> CellProblem:
    from notice_gen.reader.rows.mended import place_of

    at = place_of(problem.place, name)
    return CellProblem(at[0] if at else row, at[1] if at else None, problem)


def _told(table: DataTable, done: Batch, broken: Mapping[int, Sequence[Any]]) -> Mailed:
    from notice_gen.library.verdicts import as_told

    rows, problems = [], [_placed(problem, table.name) for problem in (*done.noted, *done.stopped)]
    for entry in done.entries:
        result, aside, number = done.results[entry.at], done.aside(entry.at), _number(entry)
        faults = tuple(map(as_told, broken.get(entry.at, ())))
        rows.append(MailedRow(number, aside.unit or entry.unit, result.status, result.number, aside.label, result.output, faults))
        problems += (_placed(problem, table.name, number) for problem in result.problems)
    made = done.pdf_run.made if done.pdf_run else {}
    for n, at in enumerate(done.pdf_of):
        problems += (_placed(problem, table.name, _number(done.entries[at])) for problem in (made[n].problems if n in made else ()))
    problems += [_placed(problem, table.name) for problem in (done.pdf_run.problems if done.pdf_run else ())]
    return Mailed(
        tuple(rows), tuple(problems), begun=tuple(done.created), dropped=(*done.dropped, *done.tidied), left=tuple(done.left),
        stopped=done.interrupted or bool(done.stopped), pdfs=sum(one.path is not None for one in made.values()),
    )  # fmt: skip


def _number(entry: Entry) -> int:
    return int(entry.place.rpartition("!")[2])
