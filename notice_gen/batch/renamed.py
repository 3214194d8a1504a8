"""Files that go by another name than when they were printed here: the register would give their notices second numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from notice_gen.batch.folder import Look
from notice_gen.batch.source import Entry, relative
from notice_gen.batch.state import Batch
from notice_gen.errors import Problem
from notice_gen.office import numbering

if TYPE_CHECKING:
    from notice_gen.register import Register


def refusals(out: Look, batch: Batch, book: Register, asks: Callable[[], Iterable[numbering.Ask]]) -> Mapping[int, Problem]:
    """Return why notices do not get new numbers: in an earlier run into this folder they had some, from a file that is gone since.

    Args: *out*: the folder, *book*: the register; *asks*: gives what it is to be asked.
    """
    printed = _printed(out, batch)
    if not printed:
        return {}
    mine = {ask.at: old for ask in asks() if ask.taken and (old := printed.get(_mark(batch.entries[ask.at])))}
    mine = {index: old for index, old in mine.items() if batch.entries[index].key not in out.numbered}
    if not mine:
        return {}
    from notice_gen import register

    given, _ = numbering.reserve(book, asks(), strict=False, dry=True)
    living = {entry.khoa: entry for entry in register.entries(book) if entry.trang_thai != register.HUY}
    return {
        index: register.renamed(living[old]) for index, old in mine.items()
        if index in given and not given[index].id and old in living and register.series_of(old) == register.series_of(given[index].khoa)
    }  # fmt: skip


def _printed(out: Look, batch: Batch) -> dict[str, str]:
    """Return by its mark, of every notice printed from a file that is gone, the key of its number in the register."""
    ours = {relative(file, out.path) for file in {entry.file for entry in batch.entries}}

    @cache
    def is_gone(name: str) -> bool:
        try:
            return name not in ours and not (out.path / name).exists()
        except (OSError, ValueError):
            return False

    marks = {key: key.rpartition("|")[2] if "|" in key else records[-1].input_sha256 for key, records in out.numbered.items()}
    return {marks[key]: records[-1].register for key, records in out.numbered.items() if is_gone(key.rpartition("|")[0] or key)}


def _mark(entry: Entry) -> str:
    """Return by what a notice is known whatever its file is called: the unit of its row, or what a findings file says."""
    return entry.key.rpartition("|")[2] if entry.row else entry.digest
