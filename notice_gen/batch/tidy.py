"""What earlier runs left in the output folder that no row and no valid number accounts for: void papers go, the rest is listed."""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.batch import manifest, naming, source
from notice_gen.batch.folder import Folder
from notice_gen.batch.manifest import Record
from notice_gen.batch.state import Batch, Order
from notice_gen.office import numbering


def tidy(order: Order, out: Folder, batch: Batch) -> None:
    """Remove the untouched files whose number is void; note in *batch* those and the files left for somebody to look at.

    Never removed is what somebody edited, what bears a number that is not void, and a draft.  Raises RegisterError: it cannot be read.
    """
    orphans = list(_orphans(order, out, batch))
    places = {place for place in order.registers.values() if place and numbering.is_there(place)} if orphans else set()
    void = {key for place in places for key in numbering.void(place)}
    now = {result.number for result in batch.results if result.status in manifest.THERE}
    for key, record, is_gone in orphans:
        if (record.register, record.number) in void:
            (batch.tidied if out.drop(record) else batch.left).append(record.output)
        elif is_gone and (not record.number or _is_borne_elsewhere(out, batch, key, record, now)):
            batch.left.append(record.output)


def _is_borne_elsewhere(out: Folder, batch: Batch, key: str, record: Record, now: set[int | None]) -> bool:
    """Tell whether the number, valid as it may be, is now on other papers: one for all of a mailing, or typed beside another name."""
    if record.register:
        return numbering.is_of_mailing(record.register, key)
    papers = (result for result in batch.results if result.number == record.number and result.status in manifest.THERE)
    return record.number in now and any(out.year(result.output) == out.year(record.output) for result in papers)


def _orphans(order: Order, out: Folder, batch: Batch) -> Iterator[tuple[str, Record, bool]]:
    """Yield the files that are there and are no result of this run, with their keys, and whether no row of the key has any other file."""
    if not out.records:
        return
    results = {entry.key: batch.results[entry.at] for entry in batch.entries}
    names = {naming.folded(result.output) for result in results.values() if result.output and result.status in manifest.THERE}
    ever = [(key, record) for key, records in out.numbered.items() for record in reversed(records)]
    seen: set[str] = set()
    for key, record in (*ever, *out.records.items()):
        if naming.folded(record.output) in names or record.output in seen or out.state(record) is None:
            continue
        seen.add(record.output)
        result = results.get(key)
        is_gone = result.status in manifest.THERE if result else _has_no_row(order, out, key)
        yield key, record, is_gone


def _has_no_row(order: Order, out: Folder, key: str) -> bool:
    """Tell whether the row or the file that *key* stands for is surely no more: not only left out of this run."""
    asked = order.source
    base, is_row, _ = key.partition("|")
    if is_row and (asked.data or asked.given) and base in {source.relative(file, asked.out) for file in asked.files}:
        return not asked.only and asked.limit is None
    return base.endswith(".toml") and not (out.path / base).exists()
