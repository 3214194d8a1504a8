"""Finished notices of a batch that want to be fitted to their pages (``[dinh_dang] vua_trang``), fitted before they get their names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from notice_gen import issue, template_choice
from notice_gen.batch import keeping
from notice_gen.batch.folder import Folder
from notice_gen.batch.state import Batch, Order, Result
from notice_gen.errors import NoticeGenError, Problem, ToolError, unwaived
from notice_gen.office import fitting
from notice_gen.steps import Issued


class _Staged(Mapping[int, bytes]):
    """The finished files that want it, by the notice's index, read one at a time."""

    def __init__(self, indices: list[int], read: Callable[[int], bytes]) -> None:
        self._indices, self._read = indices, read

    def __getitem__(self, index: int) -> bytes:
        return self._read(index)

    def __iter__(self) -> Iterator[int]:
        return iter(self._indices)

    def __len__(self) -> int:
        return len(self._indices)


def fit(order: Order, out: Folder, batch: Batch) -> None:
    """Fit the finished notices that want it, which have their numbers; without LibreOffice they stay as they are, and that is told.

    Raises OutputError: the disk is full; numbers are kept for the notices.
    """
    wanted = [index for index in batch.ready() if batch.results[index].fits]
    if not wanted:
        return
    today, issued = order.source.today, {}
    try:
        pages = fitting.wasteful(_Staged(wanted, out.staged), today=today)
        issued = {index: made for index in pages if (made := _made(order, batch, index))}
        done = fitting.fitted({index: (made, pages[index]) for index, made in issued.items()}, today=today)
    except ToolError as error:
        first = _made(order, batch, wanted[0])
        batch.note([fitting.not_fitted(error, first)] if first else error.problems)
        return
    for index, one in done.items():
        if one.issued is not issued[index]:
            out.stage(index, one.issued.docx)
        batch.results[index] = _after(batch.results[index], one.issued, one.said)
    out.sync()


def _after(result: Result, made: Issued, said: Problem) -> Result:
    problems = (*result.problems, *unwaived([said], result.waived))
    return result._replace(sha256=hashlib.sha256(made.docx).hexdigest(), form=made.form, problems=problems)


def _made(order: Order, batch: Batch, index: int) -> Issued | None:
    """Return a notice again, all of it, with its number; None where its findings are gone meanwhile."""
    entry, result, today = batch.entries[index], batch.results[index], order.source.today
    layers = keeping.layers(batch, index)
    if layers is None:
        return None
    used = keeping.template_of(entry.job, template_choice.template_of(layers).mau)
    wished = replace(layers[-1], data=_numbered(layers[-1].data, result)) if result.taken else layers[-1]
    try:
        return issue.of_layers([template_choice.defaults(used), *layers[:-1], wished], used, today=today)
    except NoticeGenError:
        return None


def _numbered(data: Mapping[str, object], result: Result) -> dict[str, object]:
    van_ban = data.get("van_ban")
    return {**data, "van_ban": {**(van_ban if isinstance(van_ban, dict) else {}), "so": result.number}}
