"""What a batch is made from: findings files, or common files and rows of data → entries, each known by its key."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from notice_gen import __version__, expressions, facts, pictures, reader, render, template_choice
from notice_gen.batch import manifest
from notice_gen.batch.job import Job, Made, make, make_of, of_unit, unit_of
from notice_gen.compose.figures import worked_out
from notice_gen.errors import N_, InputError, Place, Problem, in_one_line, unwaived
from notice_gen.office.pool import Work
from notice_gen.reader import Layer
from notice_gen.records import record


@record
class Given:
    """A common file and its rows from a program, in place of files."""

    layers: tuple[Layer, ...]  # office settings and the common file, lowest first
    rows: Callable[[Mapping[str, Any]], reader.Rows]  # gives the rows, over the merged tree of all layers


@record
class Source:
    """What the clerk asks to be made."""

    files: tuple[Path, ...]  # findings files; with *data*, the common files
    data: Path | None  # the rows, each laid over every common file
    out: Path  # the output folder, from which files are named
    docx: Path | None  # the office's own Word file, in place of the shipped one
    name: str  # pattern of the output files' names; empty for the usual ones
    only: str  # an expression that chooses; empty for all
    limit: int | None  # how many at most; None for all
    strict: bool  # a warning refuses
    today: date  # gives a draft without a date its year
    visible_only: bool = False  # rows of the data that are hidden, or filtered out, are passed over
    describes: bool = False  # metadata are to be written beside each: what they cannot hold refuses the notice
    given: Given | None = None  # what a program hands over; *files* then names the common file that is meant


Shared = tuple[bytes, bytes, str]
"""What entries have in common: a pickled job, the digest of all their files are made from, that of the template."""


class Entry(NamedTuple):
    """One notice to be made."""

    at: int  # its place in the order of the batch
    place: str  # where a clerk finds it
    file: Path  # its findings file, or the common file
    key: str  # what the manifest knows it by
    row: str | None  # what the register knows the row by; empty for a findings file, None when nothing tells it from other rows
    digest: str  # of everything its file is made from, hexadecimal
    job: bytes  # pickled, what it shares with others
    template: str  # digest of its Word file, hexadecimal
    problems: tuple[Problem, ...] = ()  # why it is refused already
    unit: str = ""  # the unit that the row is about, as it names it; empty for a findings file


def read(source: Source, note: Callable[[Sequence[Problem]], None], *, asks: bool) -> Iterator[tuple[Entry, Layer | None]]:
    """Yield the notices to be made, in the order of files and rows, each with its row.

    Args: *note*: is given what is worth a look in the data as a whole; *asks*: a register takes note of every number.
    Raises InputError: a common file, or the data as a whole, is refused; TemplateError: the template cannot be used.
    """
    index = 0
    for entry, own in _entries(source, note, asks=asks):
        if index == source.limit:
            return
        chosen = _chosen(entry, own, source) if source.only else entry
        if chosen:
            yield chosen._replace(at=index), own
            index += 1


def _entries(source: Source, note: Callable[[Sequence[Problem]], None], *, asks: bool) -> Iterator[tuple[Entry, Layer | None]]:
    @cache
    def of_folder(folder: Path) -> Shared:
        office = reader.office_layer(folder)
        return _job(source, (office,) if office else (), asks=asks)

    for file in source.files:
        given = source.given
        if source.data:
            office, common = reader.office_layer(file.parent), reader.parse(reader.load_findings(file), file=str(file))
            rows = partial(reader.rows, source.data, visible_only=source.visible_only)
            given = Given(tuple(layer for layer in (office, common) if layer), rows)
        if given is None:
            yield _of_file(source, file, of_folder(file.parent)), None
        else:
            yield from _of_rows(source, file, given, note, asks=asks)


def _of_file(source: Source, file: Path, shared: Shared) -> Entry:
    job, digest, template = shared
    loaded = _loaded(file)
    data, problems = (loaded, ()) if isinstance(loaded, bytes) else (b"", loaded)
    return Entry(0, str(file), file, relative(file, source.out), "", input_digest(digest, data), job, template, problems)


def _loaded(file: Path) -> bytes | tuple[Problem, ...]:
    """Return the bytes of a findings file, or why it cannot be read."""
    try:
        return reader.load_findings(file)
    except InputError as error:
        return error.problems


def relative(file: Path, out: Path) -> str:
    """Return how the manifest names a findings file: the same however its path and that of the folder are spelt."""
    try:
        return Path(os.path.relpath(_real(file.parent.absolute()) / file.name, _real(out.absolute()))).as_posix()
    except ValueError:  # another drive of Windows
        return file.resolve().as_posix()


@lru_cache(maxsize=64)
def _real(folder: Path) -> Path:
    return folder.resolve()


def _of_rows(
    source: Source, file: Path, given: Given, note: Callable[[Sequence[Problem]], None], *, asks: bool
) -> Iterator[tuple[Entry, Layer]]:
    layers = given.layers
    if layers[-1].problems:
        raise InputError(layers[-1].problems)
    job, digest, template = _job(source, layers, asks=asks)
    below = [template_choice.defaults(template_choice.template_of(layers)), *layers]
    base = reader.merge(below)
    try:
        rows = given.rows(base)
    except InputError as error:
        raise InputError(reader.locate(error.problems, below)) from error
    note(unwaived(rows.warnings, reader.value_at(base, ("the_thuc", "bo_qua"))))
    name = relative(file, source.out)
    for row in rows:
        data, problems = row.layer.data, row.layer.problems
        unit, called = unit_of(data), of_unit(data, "ten")
        own = input_digest(digest, repr((data, [replace(problem, place=None) for problem in problems])).encode())
        place, key = f"{row.layer.file}, {row.place}", f"{name}|{unit or row.place}"
        entry = Entry(0, place, file, key, unit or None, own, job, template, unit=called or unit)
        yield entry, row.layer


def _job(source: Source, layers: tuple[Layer, ...], *, asks: bool) -> Shared:
    template = template_choice.template_of(layers, source.docx)
    render.compiled(template.docx, template.label)
    docx = (template.label, template.docx) if source.docx else None
    # Texts, not where they stand: from another folder, or from the screen, the same mailing is the same.
    texts = (layer.text for layer in layers)
    label = Path(template.label).name
    depends = (
        __version__, facts.edition(), source.name, label, template.docx, template.manifest_text, source.today.year, *texts,
        pictures.digest(layers),
    )  # fmt: skip
    shared = hashlib.sha256(repr(depends).encode()).digest()
    job = Job(layers, docx, source.today, source.name, source.strict, asks, shared, source.describes)
    return pickle.dumps(job), shared, hashlib.sha256(template.docx).hexdigest()


def input_digest(shared: bytes, own: bytes) -> str:
    """Return the digest of what a notice is made from: what it *shared* with others, and its *own* bytes."""
    return hashlib.sha256(shared + own).hexdigest()


def _chosen(entry: Entry, own: Layer | None, source: Source) -> Entry | None:
    """Return *entry* if ``only`` holds for it, with a problem where that cannot be worked out; else None."""
    if entry.problems:
        return entry
    try:
        own = own or reader.parse(reader.load_findings(entry.file), file=str(entry.file))
    except InputError:
        return entry  # what is wrong with it is reported when it is made
    if own.problems:
        return entry
    job: Job = pickle.loads(entry.job)  # noqa: S301 - ours
    data = reader.tree([*job.layers, own], source.today)
    try:
        return entry if _scope(data).evaluate(source.only) else None
    except InputError as error:
        fault = expressions.fault_in_expression(source.only, expressions.names_of(data))
        hint = N_("Biểu thức sau --only phải tính được cho mọi hàng: điền số liệu còn thiếu, hoặc sửa biểu thức.")
        problem = fault or replace(error.problems[0], hint=hint)
        start = max(source.only.find(problem.found), 0)
        place = Place("--only", 1, start + 1, len(problem.found) or len(source.only), source.only)
        return entry._replace(problems=(replace(problem, path=(), place=place),))


def _scope(data: Mapping[str, Any]) -> expressions.Scope:
    tables = {name: table if isinstance(table := data.get(name), Mapping) else {} for name in ("so_lieu_tinh", *expressions.GROUPS)}
    figures, formulas = tables.pop("so_lieu"), tables.pop("so_lieu_tinh")
    return expressions.Scope(expressions.seen(worked_out(figures, formulas, tables) if formulas else figures, tables))


CHUNK = 64
"""Notices handed to a worker at a time: some 25 ms of work."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some notices that share a job."""

    entries: tuple[Entry, ...]  # what they are
    rows: bytes  # pickled, the row of each; empty for findings files, which are read when their turn comes
    numbers: tuple[int, ...]  # of each, the number to print where the register gives it
    fresh: tuple[Layer, ...] = ()  # those rows, while they are there as they were read

    def part(self, wanted: Sequence[int]) -> Chunk:
        """Return the notices at the *wanted* positions."""
        rows = pickle.dumps([pickle.loads(self.rows)[n] for n in wanted]) if self.rows else b""  # noqa: S301 - ours
        return Chunk(tuple(self.entries[n] for n in wanted), rows, tuple(self.numbers[n] for n in wanted))


def _lost(_: Chunk, error: BaseException) -> list[Made]:
    problem = Problem(
        N_("Tiến trình in bị dừng đột ngột khi làm văn bản này ({loi})."),
        N_("Có thể máy thiếu bộ nhớ: đóng bớt chương trình, chạy lại với --jobs 1; vẫn vậy thì gửi hàng này cho người phụ trách phần mềm."),
        {"loi": in_one_line(error)},
    )
    return [Made(manifest.REFUSED, problems=(problem,))]


def _at_once(chunk: Chunk) -> list[Made]:
    sources: Sequence[Any] = chunk.fresh or (pickle.loads(chunk.rows) if chunk.rows else _files(chunk))  # noqa: S301 - ours
    size = len(chunk.rows) or sum(len(data) for _, data in sources)
    return make_of(chunk.entries[0].job, sources, chunk.numbers, size)


def _files(chunk: Chunk) -> list[tuple[str, bytes | tuple[Problem, ...]]]:
    return [(str(entry.file), _loaded(entry.file)) for entry in chunk.entries]


MAKE = Work[Chunk, list[Made]](
    lambda chunk: (make, (chunk.entries[0].job, chunk.rows or pickle.dumps(_files(chunk)), chunk.numbers)),
    lambda chunk: [chunk.part([n]) for n in range(len(chunk.entries))], _lost, _at_once,
)
"""What is done with a chunk: its notices are made."""
