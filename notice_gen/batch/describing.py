"""Metadata beside the Word files of a batch: one file for each notice, made from its findings and its row when the Word file is there."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import files, issue, metadata, reader, template_choice
from notice_gen.batch import manifest, pages, source
from notice_gen.batch.source import Entry
from notice_gen.batch.state import Batch, Order
from notice_gen.errors import NoticeGenError, Problem
from notice_gen.records import record
from notice_gen.steps import Composed

if TYPE_CHECKING:
    from notice_gen.batch.job import Job
    from notice_gen.reader import Layer


@record
class Described:
    """What became of the metadata of a batch.

    Attributes:
        written: the files that are there now.
        problems: why others are not, and what is worth a look, located.
        edited: how many of the Word files were edited since: theirs are of the findings.
        failed: how many are not written.
    """

    written: tuple[Path, ...]
    problems: tuple[Problem, ...]
    edited: int
    failed: int


def make(order: Order, batch: Batch, kind: str) -> Described:
    """Write the metadata of every notice that is there, as one of :data:`metadata.KINDS`; one that fails does not stop the others."""
    written, problems, edited, failed = list[Path](), list[Problem](), 0, 0
    printed = pages.paths(batch)
    for entry, own in source.read(order.source, lambda _: None, asks=bool(order.there)):
        result = batch.results.get(entry.at)
        if result is None or result.status not in manifest.THERE:
            continue
        try:
            composed = _composed(order, entry, own, result.number)
            values = metadata.of_notice(composed.notice, composed.context, pages=_counted(printed.get(entry.at)))
            found = reader.locate(metadata.faults(values), composed.source.read.layers)
            problems += found
            if found:
                failed += 1
                continue
            path = (order.source.out / result.output).with_suffix(f".{kind}")
            if there := _put(path, metadata.text(values, kind).encode(), order.if_exists):
                written.append(there)
            edited += result.status == manifest.EDITED
        except NoticeGenError as error:
            problems += error.problems
            failed += 1
    return Described(tuple(written), tuple(problems), edited, failed)


def _composed(order: Order, entry: Entry, own: Layer | None, so: int | None) -> Composed:
    job: Job = pickle.loads(entry.job)  # noqa: S301 - ours
    layers = [*job.layers, own or reader.parse(reader.load_findings(entry.file), file=str(entry.file))]
    used = template_choice.template_of(layers, order.source.docx)
    understood = issue.understood([template_choice.defaults(used), *layers], used, today=order.source.today)
    return issue.composed(understood, today=order.source.today, so=so)


def _counted(pdf: str | None) -> int | None:
    from notice_gen.convert.pages import can_read
    from notice_gen.convert.pages import pages as read

    return len(read(Path(pdf).read_bytes(), top=0.0, bottom=0.0)) if pdf and can_read() else None


def _put(path: Path, data: bytes, if_exists: files.IfExists) -> Path | None:
    """Write a file; one with the same bytes is there already.  Raises OutputError: another is in its place."""
    try:
        if files.read(path) == data:
            return path
    except OSError:
        pass  # whoever writes says it
    return files.write(path, data, if_exists=if_exists)


