"""The story of a batch: read → make → number, name, fit → settle (→ PDFs).  Read this file and you know what a crash can cost."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from notice_gen.batch import folder, make, naming, pages, settle
from notice_gen.batch.folder import Folder, Look
from notice_gen.batch.state import Batch, Order, Progress
from notice_gen.errors import OutputError
from notice_gen.office import numbering


def registers(files: Iterable[Path], where: str | None) -> tuple[dict[Path, str], frozenset[str]]:
    """Return by findings file the register in force in its folder, and which registers exist already; *where* names one for all.

    Raises RegisterError: the one named is not there.
    """
    folders = {file: file.parent for file in files}
    found = {folder: numbering.in_force(where, folder) for folder in {*folders.values()}}
    return {file: found[folder] for file, folder in folders.items()}, frozenset(filter(numbering.is_there, {*found.values()}))


def run(order: Order, progress: Progress) -> Batch:
    """Make and write every notice that *order* asks for.

    Raises InputError, TemplateError: a common file, the data or the template is refused as a whole; OutputError, RegisterError: nothing was
    written; the folder or the register cannot be used, the disk is full; KeyboardInterrupt: before anything was written.
    """
    if order.dry:
        return _prepared(order, Look(order.source.out), progress)
    with folder.opened(order.source.out) as out:
        batch = _prepared(order, out, progress)
        _fit(order, out, batch)
        settle.settle(order, out, batch)
        _beside(order, out, batch, progress)
        names = [*batch.outputs(), *pages.names(batch)]
        if order.archive and names and not (batch.stopped or batch.interrupted):
            try:
                batch.archive = settle.pack(order.archive, order.source.out, names, if_exists=order.if_exists)
            except OutputError as error:
                batch.stopped = error.problems
        return batch


def _fit(order: Order, out: Folder, batch: Batch) -> None:
    """Fit those to their pages that want it."""
    if any(result.fits for result in batch.results):
        from notice_gen.batch import fitting

        fitting.fit(order, out, batch)


def _beside(order: Order, out: Folder, batch: Batch, progress: Progress) -> None:
    """Make what is to lie beside the Word files, now that these are safe; remove it where they are gone."""
    pages.drop(order, batch)
    if out.beside:
        from notice_gen.batch import describing

        describing.drop(order, out, batch)
    if batch.stopped or batch.interrupted:
        return
    try:
        if order.with_pdf:
            pages.make(order, out, batch, progress)
        if order.describe and not batch.interrupted:
            from notice_gen.batch import describing

            batch.described = describing.make(order, out, batch, order.describe)
    except OutputError as error:
        batch.stopped = error.problems


def _prepared(order: Order, out: Look, progress: Progress) -> Batch:
    """Return the batch with everything decided: a crash until here has cost time only."""
    batch = Batch()
    make.make(order, out, batch, progress)
    naming.part(order, out, batch)
    out.sync()  # before numbers are taken: what they are taken for is on the disk
    naming.number(order, out, batch)
    return batch
