"""The notices that a batch wrote, judged: one of each form, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notice_gen.batch import manifest
from notice_gen.batch.state import Batch, Order, Progress
from notice_gen.office.printing import FORM

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault


def faults(order: Order, batch: Batch, check: str, progress: Progress) -> dict[int, tuple[Fault, ...]]:
    """Return, by index, where the notices written break the law.

    Args: *order*: what was asked; *batch*: what came of it; *check*: ``FORM`` looks at one notice of each form, ``FULL`` at every place of
    all; *progress*: is called with how many are judged, where all are.
    """
    results = ((entry.at, batch.results[entry.at]) for entry in batch.entries)
    written = {index: result for index, result in results if result.status == manifest.WRITTEN}
    folder, today = order.source.out, order.source.today
    if check == FORM:
        from notice_gen import proof

        first = {(result.form, result.waived): index for index, result in reversed(written.items())}
        files = {index: (folder / written[index].output).read_bytes() for index in first.values()}
        judged = {index: proof.of_form(files[index], form, waived, today=today) for (form, waived), index in first.items()}
    else:
        from notice_gen.check import judge
        from notice_gen.check.fault import Level
        from notice_gen.office import checking

        codes = frozenset(entry.rule.code for entry in judge.at_least(Level.LUAT))
        jobs = [checking.Job(str(folder / result.output), codes, today, judge.named(result.waived)[0]) for result in written.values()]
        judged = {}
        for number, (index, checked) in enumerate(zip(written, checking.check_all(jobs), strict=True), start=1):
            progress(number, len(jobs))
            judged[index] = checked.verdict.faults if checked.verdict else ()
    return {index: its for index, its in judged.items() if its}
