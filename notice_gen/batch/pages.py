"""PDFs beside the Word files of a batch, made when these are safe."""

from __future__ import annotations

import hashlib
from pathlib import Path

from notice_gen import files
from notice_gen.batch import manifest
from notice_gen.batch.folder import Folder
from notice_gen.batch.state import Batch, Order, Progress

_PRINTED = frozenset({manifest.WRITTEN, manifest.UNCHANGED, manifest.EDITED})


def make(order: Order, out: Folder, batch: Batch, progress: Progress) -> None:
    """Make a PDF of every notice that is there; of one that has not changed it is there already.  The manifest tells of the new ones.

    Raises OutputError: the manifest cannot be written.
    """
    from notice_gen.office import pdf

    batch.pdf_of = [index for index, result in enumerate(batch.results) if result.status in _PRINTED]
    docx = [order.source.out / batch.results[index].output for index in batch.pdf_of]
    batch.pdf_orders = [pdf.Order(path, path.with_suffix(".pdf")) for path in docx]
    batch.pdf_run = pdf.run(batch.pdf_orders, order.if_exists, progress=progress)
    batch.interrupted = batch.pdf_run.interrupted
    told = []
    for index, path in sorted(paths_of(batch, pdf.WRITTEN).items()):
        entry, result, sha256 = batch.entries[index], batch.results[index], hashlib.sha256(files.read(path)).hexdigest()
        if out.beside.get(path.name) != sha256:
            told.append(manifest.line_beside(entry.key, entry.place, manifest.PDF, path.name, sha256, result.sha256))
    out.append(told)


def paths_of(batch: Batch, status: str) -> dict[int, Path]:
    """Return the PDFs of a status, by the notice's index."""
    made = batch.pdf_run.made if batch.pdf_run else {}
    return {batch.pdf_of[at]: one.path for at, one in made.items() if one.path and one.status == status}


def drop(order: Order, batch: Batch) -> None:
    """Remove the PDFs of Word files that were removed: their notices are called otherwise now, or their numbers are void."""
    for names in (batch.dropped, batch.tidied):
        if names:
            from notice_gen.office import pdf

            names += [gone.name for name in names if (gone := pdf.drop(order.source.out / name))]


def paths(batch: Batch) -> dict[int, str]:
    """Return the PDFs that are there, by the notice's index."""
    return {batch.pdf_of[at]: str(made.path) for at, made in batch.pdf_run.made.items() if made.path} if batch.pdf_run else {}


def names(batch: Batch) -> list[str]:
    """Return the names of the PDFs that are there."""
    return [made.path.name for made in batch.pdf_run.made.values() if made.path] if batch.pdf_run else []
