"""Metadata beside the Word files of a batch: one file for each notice, made from its findings and its row when the Word file is there."""

from __future__ import annotations

import hashlib
import pickle
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import files, issue, metadata, reader, template_choice
from notice_gen.batch import manifest, pages, source
from notice_gen.batch.folder import Folder, Look
from notice_gen.batch.source import Entry
from notice_gen.batch.state import Batch, Described, Order
from notice_gen.errors import NoticeGenError, Problem
from notice_gen.steps import Composed

if TYPE_CHECKING:
    from notice_gen.batch.job import Job
    from notice_gen.reader import Layer


def make(order: Order, out: Folder, batch: Batch, kind: str) -> Described:
    """Write the metadata of every notice that is there, as one of :data:`metadata.KINDS`; one that fails does not stop the others.

    A file that an earlier run wrote and nobody changed since is replaced.  Raises OutputError: the manifest cannot be written.
    """
    written, problems, told, edited, failed = list[Path](), list[Problem](), list[str](), 0, 0
    printed = pages.paths(batch)
    for entry, own in source.read(order.source, lambda _: None, asks=bool(order.there)):
        result = batch.results[entry.at] if entry.at < len(batch.results) else None
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
            data = metadata.text(values, kind).encode()
            if there := files.write(path, data, if_exists=order.if_exists, is_ours=partial(_is_ours, out, path.name)):
                written.append(there)
                sha256 = hashlib.sha256(data).hexdigest()
                if out.beside.get(there.name) != sha256:
                    told.append(manifest.line_beside(entry.key, entry.place, manifest.METADATA, there.name, sha256, result.sha256))
            edited += result.status == manifest.EDITED
        except NoticeGenError as error:
            problems += error.problems
            failed += 1
    out.append(told)
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


def _is_ours(out: Look, name: str, old: bytes) -> bool:
    """Say whether a file is as an earlier run wrote it."""
    return out.beside.get(name) == hashlib.sha256(old).hexdigest()


def drop(order: Order, out: Look, batch: Batch) -> None:
    """Remove the metadata of Word files that were removed, where nobody changed them."""
    from notice_gen import metadata

    for names in (batch.dropped, batch.tidied):
        beside = [Path(name).with_suffix(f".{kind}").name for name in names for kind in metadata.KINDS]
        for name in beside:
            path = order.source.out / name
            with suppress(OSError):
                if name in out.beside and _is_ours(out, name, files.read(path)):
                    path.unlink()
                    names.append(name)
