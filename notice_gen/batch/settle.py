"""Finished files get their names, group by group: files, manifest, register."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from notice_gen import __version__
from notice_gen.batch import manifest, numbers, plan
from notice_gen.batch.folder import Folder
from notice_gen.batch.manifest import Record
from notice_gen.batch.state import Batch, Order
from notice_gen.errors import NoticeGenError, OutputError

_GROUP = 256  # files between two syncs of the manifest


def settle(order: Order, out: Folder, batch: Batch) -> None:
    """Give the files their names; what cannot go on stops in good order, and says why in *batch*."""
    ready = batch.ready()
    with _interruptible() as interrupted:
        try:
            for place, written in batch.behind.items():
                numbers.issue(place, written)
            for start in range(0, len(ready), _GROUP):
                if interrupted():
                    batch.interrupted = True
                    break
                _settle_group(order, out, batch, ready[start : start + _GROUP])
            failed = [entry.at for entry in batch.entries if batch.results[entry.at].status in {manifest.REFUSED, manifest.NOT_WRITTEN}]
            if failed and len(failed) < len(batch.entries):
                out.append([_line(batch, index) for index in failed])
        except NoticeGenError as error:
            batch.stopped = error.problems
    for index in batch.ready():
        batch.results[index] = batch.results[index]._replace(status=manifest.NOT_WRITTEN)


def _settle_group(order: Order, out: Folder, batch: Batch, group: Sequence[int]) -> None:
    lines: list[str] = []
    told: dict[str, list[tuple[str, str]]] = {}
    for index in group:
        result, entry = batch.results[index], batch.entries[index]
        before = out.records.get(entry.key)
        try:
            written = out.settle(index, result.output, sha256=result.sha256, known=before, if_exists=order.if_exists)
        except OutputError as error:
            batch.results[index] = result._replace(status=manifest.NOT_WRITTEN, problems=error.problems)
            continue
        if written is None:
            batch.results[index] = result._replace(status=manifest.SKIPPED)
            continue
        batch.results[index] = result._replace(status=manifest.WRITTEN, output=written)
        lines.append(_line(batch, index))
        if result.khoa:
            told.setdefault(order.registers[entry.file.parent], []).append((result.khoa, result.sha256))
    out.append(lines)
    for place, written_ones in told.items():
        numbers.issue(place, written_ones)
    _drop_old(order, out, batch, group)


def _drop_old(order: Order, out: Folder, batch: Batch, group: Sequence[int]) -> None:
    """Remove the untouched files of notices that are called otherwise now: one notice, one file."""
    before = {index: out.records[key] for index in group if (key := batch.entries[index].key) in out.records}
    moved = {index: record for index, record in before.items() if batch.results[index].status == manifest.WRITTEN and record.output != batch.results[index].output}
    kept = _issued(order, batch, moved)
    moved = {index: record for index, record in moved.items() if index not in kept}
    if not moved:
        return
    names = {plan.folded(result.output) for result in batch.results.values() if result.output}
    batch.dropped += [record.output for record in moved.values() if plan.folded(record.output) not in names and out.drop(record)]


def _issued(order: Order, batch: Batch, moved: Mapping[int, Record]) -> set[int]:
    """Return which of the papers of an earlier run have a number of their own that lives in the register: they were issued, and stay."""
    others = {i: record for i, record in moved.items() if record.register and (record.register, record.number) != (batch.results[i].khoa, batch.results[i].number)}
    places = {index: order.registers[batch.entries[index].file.parent] for index in others}
    living = {place: numbers.known(place) for place in set(places.values())}
    return {index for index, record in others.items() if living[places[index]].get(record.register, (None, ""))[0] == record.number}


def _line(batch: Batch, index: int) -> str:
    result, entry = batch.results[index], batch.entries[index]
    if result.status != manifest.WRITTEN:
        return manifest.line(entry.key, entry.place, result.status, None, {"problems": [str(problem) for problem in result.problems]})
    record = Record(result.output, result.sha256, entry.digest, result.number, result.khoa)
    return manifest.line(entry.key, entry.place, result.status, record, {"template_sha256": entry.template, "version": __version__})


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Let Ctrl-C wait for a good moment; yield what says whether it came."""
    came: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield lambda: bool(came)
    finally:
        signal.signal(signal.SIGINT, before)
