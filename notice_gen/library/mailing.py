"""Many notices: one base, and a row of data for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen import issue, reader, template_choice
from notice_gen.errors import N_, InputError, NoticeGenError, OutputError, Place, Problem
from notice_gen.library import documents, sources
from notice_gen.library.documents import Document
from notice_gen.library.sources import Source
from notice_gen.reader import Layer
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.batch.source import Entry
    from notice_gen.batch.state import Result

_ROWS = "<rows>"


@record
class Row:
    """What became of one row.

    Attributes:
        row: its place among the rows, from 1.
        key: what tells it from the others: ``don_vi.ma``, else name and province; empty when nothing does.
        status: ``made`` or ``refused``; in a folder also, as its manifest says, ``written``, ``unchanged`` or ``edited`` since an
            earlier run, ``skipped``, ``not written``.
        problems: errors when it was refused or not written, else warnings.
        document: the notice, in memory.
        path: its file, in a folder.
        number, label: as in :class:`Document`; None and empty for what an earlier run wrote.
    """

    row: int
    key: str
    status: str
    problems: tuple[Problem, ...] = ()
    document: Document | None = None
    path: Path | None = None
    number: int | None = None
    label: str = ""


def make_many(
    rows: Iterable[Mapping[str, Any]], base: Source, *,
    office: Source | None = None, template: str | Path | None = None, today: date | None = None,
) -> Iterator[Row]:  # fmt: skip
    """Make a notice of each row, one at a time as they are asked for; a bad row does not stop the others.

    A row is a dict of what a table of data may have for headings, nested or with dots: ``{"so_lieu.tiep_nhan": 322}``.  It lies
    over *base*, the common findings file; this and the rest are as for :func:`make`.

    Raises InputError, TemplateError: the base cannot be used; at once, not at the first row.
    """
    today = today or documents.this_day()
    docx = None if template is None else sources.path_of(template)
    with sources.placed():
        layers = _common(base, office)
        used = template_choice.template_of(layers, docx)
        below = (template_choice.defaults(used), *layers)
        refused: Refused = {}
        given = _layers(rows, reader.merge(below), refused)
    return _made(given, refused, below, docx, today)


def _common(base: Source, office: Source | None) -> tuple[Layer, ...]:
    layers = (*sources.office_of(office), sources.layer_of(base))
    if layers[-1].problems:
        raise InputError(layers[-1].problems)
    return layers


Refused = dict[int, tuple[Problem, ...]]
"""By its place from 1, why what stands there is no row."""


def _layers(rows: Iterable[Mapping[str, Any]], base: Mapping[str, Any], refused: Refused) -> reader.Rows:
    """Return *rows* as the reader gives those of a file; one that cannot be written as JSON says nothing, and is noted in *refused*."""

    def lines() -> Iterator[str]:
        for n, row in enumerate(rows, start=1):
            try:
                yield sources.json_line(row)
            except InputError as error:
                refused[n] = tuple(replace(each, place=Place(_ROWS, n, cell=sources.dotted(each.path))) for each in error.problems)
                yield "{}"

    return reader.json_rows(lines(), base, file=_ROWS)


def _made(rows: Iterable[reader.Row], refused: Refused, below: Sequence[Layer], docx: Path | None, today: date) -> Iterator[Row]:
    from notice_gen.batch.job import unit_of

    read = reader.following()
    for row in rows:
        layers, key = (*below, row.layer), unit_of(row.layer.data)
        try:
            if row.number in refused:
                raise InputError(refused[row.number])
            issued = issue.of_layers(layers, template_choice.template_of(layers, docx), today=today, read=read)
            document = documents.document(documents.drafted(issued, today))
        except NoticeGenError as error:
            yield Row(row.number, key, "refused", sources.as_given(error.problems))
        else:
            yield Row(row.number, key, "made", document.warnings, document, None, document.number, document.label)


def write_many(
    rows: Iterable[Mapping[str, Any]], base: Source, out: str | Path, *,
    office: Source | None = None, template: str | Path | None = None, today: date | None = None,
    register: str | Path | None = None, key: str = "rows", name: str = "", overwrite: bool = False, jobs: int = 1,
) -> list[Row]:  # fmt: skip
    """Make a notice of each row and write them into the folder *out*, as ``notice-gen batch`` does.

    All are made and have their numbers before the first file is named.  Run again with the same rows it goes on where it stopped,
    leaves alone what is done, and every unit keeps its number.  What is not said here is as for :func:`make_many`.

    Numbers come from *register*, its path or URL, which must be there.  The mailing is known in the folder and the register by *key*;
    one whose *base* is a path, by that.  *name* is a pattern of the files' names, ``{{ don_vi.ten | slug }}``; *overwrite* replaces
    files that somebody has changed since; *jobs* processes make them.

    Raises:
        InputError, TemplateError: the base cannot be used.
        OutputError, RegisterError: the folder or the register cannot be used, or not to the end; run it again, and it goes on.
    """
    from notice_gen.batch import run
    from notice_gen.batch import source as asked
    from notice_gen.batch.state import Order
    from notice_gen.files import IfExists
    from notice_gen.office import pool

    out = sources.path_of(out)
    file = out / key if isinstance(base, bytes | Mapping) else sources.path_of(base)
    if register is not None:
        with documents.open_register(register):
            pass  # it is there
    refused: Refused = {}

    def layers(base: Mapping[str, Any]) -> reader.Rows:
        given = _layers(rows, base, refused)
        return given if register is not None else reader.Rows(_without_register(row, base) for row in given)

    with sources.placed():
        docx = None if template is None else sources.path_of(template)
        given = asked.Given(_common(base, office), layers)
        source = asked.Source((file,), None, out, docx, name, "", None, strict=False, today=today or documents.this_day(), given=given)
        crew = pool.processes(jobs) if jobs > 1 else None
        place, if_exists = str(register or ""), IfExists.OVERWRITE if overwrite else IfExists.FAIL
        order = Order(source, crew, {file: place}, frozenset({place} if place else ()), if_exists, dry=False)
        done = run.run(order, lambda *_: None)
    if done.stopped:
        raise OutputError(done.stopped)
    if done.interrupted:
        raise KeyboardInterrupt
    return [_became(entry, done.results[entry.at], done.aside(entry.at).label, refused, out) for entry in done.entries]


def _became(entry: Entry, result: Result, label: str, refused: Refused, out: Path) -> Row:
    problems = refused.get(entry.at + 1) or sources.as_given(result.problems)
    path = out / result.output if result.output and result.status != "refused" else None
    return Row(entry.at + 1, entry.row or "", result.status, problems, None, path, result.number, label)


def _without_register(row: reader.Row, base: Mapping[str, Any]) -> reader.Row:
    """Return *row*, refused if its number is to come from a register."""
    tables = [table for tree in (row.layer.data, base) if isinstance(table := tree.get("van_ban"), Mapping) and "so" in table]
    if not tables or tables[0]["so"] != "tu-dong":
        return row
    problem = Problem(N_("Số lấy từ sổ mà chưa nói sổ nào."), N_("Thêm register=, hoặc ghi số vào van_ban.so."), place=Place(_ROWS, row.number))  # noqa: E501
    return replace(row, layer=replace(row.layer, problems=(*row.layer.problems, problem)))
