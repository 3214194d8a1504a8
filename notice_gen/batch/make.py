"""Entries → finished files without a name; what an earlier run did is left alone."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, count, islice, repeat
from typing import TYPE_CHECKING

from notice_gen import files
from notice_gen.batch import keeping, manifest, source
from notice_gen.batch.folder import Look
from notice_gen.batch.job import Made
from notice_gen.batch.source import CHUNK, MAKE, Chunk, Entry
from notice_gen.batch.state import Batch, Order, Progress, Result
from notice_gen.office import numbering, pool

if TYPE_CHECKING:
    from notice_gen.reader import Layer

_FEW = CHUNK  # notices that are not worth starting processes for

ToMake = tuple[Entry, "Layer | None"]


def make(order: Order, out: Look, batch: Batch, progress: Progress) -> None:
    """Make all that has to be made, and stage it.

    Raises InputError, TemplateError: the whole is refused; OutputError: the disk is full; RegisterError: the register cannot be read.
    """
    to_make = _to_make(order, out, batch)
    head = list(islice(to_make, _FEW))
    if not head:
        return
    workers = order.crew if len(head) == _FEW else None
    total: int | None = None

    def rest() -> Iterator[ToMake]:
        nonlocal total
        yield from chain(head[1:], to_make)
        total = len(batch.entries)

    def take(chunk: Chunk, made: Sequence[Made]) -> None:
        for entry, notice in zip(chunk.entries, made, strict=True):
            out.stage(entry.at, notice.docx)
            batch.keep(entry, notice)
        progress(batch.made, total)

    # The first is made here: what takes long to make is then ready when processes fork, and it says which numbers come.
    [first] = _chunks(head[:1], out, batch, lambda: 1)
    [made] = MAKE.here(first)
    # What the register will probably give to the first notice without a number.
    place = order.registers[head[0][0].file]
    number = numbering.next_number(place, made.request) if made.taken and made.request else 1
    coming = repeat(number) if made.shared else count(number)
    if made.taken and head[0][0].key not in out.records:
        [made] = MAKE.here(replace(first, numbers=(next(coming),)))
    take(first, [made])
    for chunk, several in pool.fan_out(workers, MAKE, _chunks(rest(), out, batch, lambda: next(coming))):
        take(chunk, several)


def again(order: Order, out: Look, batch: Batch, given: Mapping[int, int]) -> None:
    """Make those anew whose number is not the one foretold; *given*: their numbers, by index."""
    workers = order.crew if len(given) >= _FEW else None
    chunks = (replace(part, numbers=tuple(given[entry.at] for entry in part.entries)) for part in _parts(batch, given))
    for chunk, made in pool.fan_out(workers, MAKE, chunks):
        for entry, notice in zip(chunk.entries, made, strict=True):
            out.stage(entry.at, notice.docx)
            batch.keep(entry, notice, batch.results[entry.at].khoa)


def ask(batch: Batch, indices: Sequence[int]) -> None:
    """Note for some notices what they ask of a register: there was none to note their numbers when they were made."""
    for part in _parts(batch, frozenset(indices)):
        job = pickle.dumps(replace(pickle.loads(part.entries[0].job), asks=True))  # noqa: S301 - ours
        asking = replace(part, entries=tuple(entry._replace(job=job) for entry in part.entries))
        for entry, notice in zip(part.entries, MAKE.here(asking), strict=True):
            batch.ask(entry.at, notice.request)


def _parts(batch: Batch, wanted: Collection[int]) -> Iterator[Chunk]:
    """Yield what the chunks hold of the *wanted* notices."""
    return (chunk.part(places) for chunk, places in batch.holding(wanted))


def _to_make(order: Order, out: Look, batch: Batch) -> Iterator[ToMake]:
    """Yield what has to be made; note what is refused already, or done in an earlier run."""
    living, archived = cache(numbering.living), cache(numbering.archived)
    for entry, own in source.read(order.source, batch.note, asks=bool(order.there)):
        done = Result(manifest.REFUSED, problems=entry.problems) if entry.problems else _done(order, out, entry, living)
        batch.add(entry, done)
        if done and done.khoa:
            _catch_up(order, out, batch, (entry, own), done, living, archived)
        if not done:
            yield entry, own


def _done(order: Order, out: Look, entry: Entry, living: Callable[[str], Mapping[str, tuple[int, str]]]) -> Result | None:
    """Return the result of an earlier run, if it stands."""
    record = out.records.get(entry.key)
    if record is None or record.input_sha256 != entry.digest:
        return None
    state = out.state(record)
    if state is None or (state == manifest.EDITED and order.if_exists is files.IfExists.OVERWRITE):
        return None
    place = order.registers[entry.file]
    if record.register:
        number, _ = living(place).get(record.register, (None, ""))
        if number != record.number:
            return None  # void, or lost: it has to be asked for again
    elif record.number is not None and place in order.there:
        return None  # a register was begun since
    return Result(state, record.output, number=record.number, khoa=record.register, sha256=record.sha256)


def _catch_up(
    order: Order, out: Look, batch: Batch, made: ToMake, done: Result,
    living: Callable[[str], Mapping[str, tuple[int, str]]], archived: Callable[[str], Collection[str]],
) -> None:  # fmt: skip
    """Note what a register has yet to be told of a paper that an earlier run wrote: that it is issued, what its archive is to keep."""
    (entry, own), place = made, order.registers[made[0].file]
    record, sha256 = out.records[entry.key], living(place)[done.khoa][1]
    is_line = sha256 in {"", record.sha256} or not numbering.is_of_mailing(record.register, entry.key)
    is_told = not is_line or sha256 == record.sha256
    is_whole = done.status == manifest.UNCHANGED
    if not is_told or (is_whole and keeping.may_be_wanted(entry, own) and record.sha256 not in archived(place)):
        batch.behind.setdefault(place, []).append(keeping.late(out, entry, own, record, is_line=is_line))


def _chunks(to_make: Iterable[ToMake], out: Look, batch: Batch, foretell: Callable[[], int]) -> Iterator[Chunk]:
    group: list[tuple[Entry, Layer | None, int]] = []

    def chunk() -> Chunk:
        fresh = tuple([own for _, own, _ in group if own])
        rows = pickle.dumps([*fresh]) if fresh else b""
        made = Chunk(tuple([entry for entry, _, _ in group]), rows, tuple([so for _, _, so in group]), fresh)
        batch.note_chunk(made)
        return made

    for entry, own in to_make:
        if group and (len(group) == CHUNK or group[0][0].job != entry.job):
            yield chunk()
            group = []
        record = out.records.get(entry.key)
        group.append((entry, own, record.number if record and record.number else foretell()))
    if group:
        yield chunk()
