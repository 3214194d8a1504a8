"""What the register is told of the papers of a batch, and what its archive is to keep of each."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import files, reader, template_choice
from notice_gen.batch import source
from notice_gen.batch.folder import Look
from notice_gen.batch.job import Job
from notice_gen.batch.manifest import Record
from notice_gen.batch.source import Entry
from notice_gen.batch.state import Batch
from notice_gen.errors import InputError, Problem
from notice_gen.office import keeping, numbering
from notice_gen.reader import Layer
from notice_gen.records import replace

if TYPE_CHECKING:
    from notice_gen.register import Issue
    from notice_gen.register.archive import Content, Paper
    from notice_gen.templates import Template


def issues(out: Look, batch: Batch, indices: Sequence[int], noted: set[str]) -> list[Issue]:
    """Return what a register is told of papers just written; *noted*: the keys whose lines name a paper already, brought up to date."""
    from notice_gen.register import Issue

    told, by, own = [], keeping.printed_by(), dict(rows(batch, indices))
    for index in indices:
        result, entry = batch.results[index], batch.entries[index]
        paper = _paper(out.path, entry, own[index], result.output, result.sha256, result.khoa)
        if paper or result.khoa not in noted:
            told.append(Issue(result.khoa, result.sha256, result.template, by, paper, result.khoa not in noted))
        noted.add(result.khoa)
    return told


def late(out: Look, entry: Entry, own: Layer | None, record: Record, *, is_line: bool) -> Issue:
    """Return what a register is told of a paper of an earlier run, which is as it was written; *is_line*: its line is to name it."""
    from notice_gen.register import Issue

    paper = _paper(out.path, entry, own, record.output, record.sha256, record.register)
    mau = paper.mau_sha256 if paper else ""
    return Issue(record.register, record.sha256, mau, keeping.printed_by(), paper, is_line)


def may_be_wanted(entry: Entry, own: Layer | None) -> bool:
    """Say whether a paper is to be kept; also of a findings file that might say so."""
    if own is not None:
        return keeping.is_wanted([*_common(entry.job)[0].layers, own]) if "so_van_ban" in own.data else _common(entry.job)[1]
    try:
        return _common(entry.job)[1] or b"luu_tru" in reader.load_findings(entry.file)
    except InputError:
        return False


def is_wanted(job: bytes) -> bool:
    """Say whether the papers of a job are to be kept, by what all of them have in common."""
    return _common(job)[1]


def warned(names: Sequence[str]) -> list[Problem]:
    """Return why papers are not in the archive, as warnings: they are written, and the next run makes up for it."""
    return [replace(problem, level="warning") for problem in keeping.not_kept(names)]


def _paper(folder: Path, entry: Entry, own: Layer | None, name: str, sha256: str, khoa: str) -> Paper | None:
    """Return what the archive is to keep of a paper; None for nothing."""
    if not may_be_wanted(entry, own):
        return None
    job = _common(entry.job)[0]
    own = own or _findings(entry, job)
    if own is None or not keeping.is_wanted([*job.layers, own]):
        return None
    from notice_gen.register.archive import Paper

    mau, contents = _form(entry.job, template_choice.template_of([*job.layers, own]).mau)
    by_itself = keeping.made_of([own], None) if own.text or "hinh" in own.data else ()
    hang = "" if own.text else keeping.row([own])
    phan = entry.key if numbering.is_of_mailing(khoa, entry.key) else ""
    return Paper(name, sha256, partial(files.read, folder / name), keeping.printed_by(), mau, (*contents, *by_itself), hang, phan)


def _findings(entry: Entry, job: Job) -> Layer | None:
    """Return the findings file of a notice, if it still says what the notice was made from."""
    try:
        data = reader.load_findings(entry.file)
        return reader.parse(data, file=str(entry.file)) if source.input_digest(job.depends, data) == entry.digest else None
    except InputError:
        return None


@lru_cache(maxsize=16)
def _common(job: bytes) -> tuple[Job, bool]:
    """Return a job, and whether its papers are to be kept."""
    opened: Job = pickle.loads(job)  # noqa: S301 - ours
    return opened, keeping.is_wanted(opened.layers)


def template_of(job: bytes, mau: str) -> Template:
    """Return the template *mau* as a job prints on it."""
    docx = _common(job)[0].docx
    used = template_choice.template_of([Layer("", "", {"mau": mau})])
    return replace(used, label=docx[0], docx=docx[1], shipped=False) if docx else used


def layers(batch: Batch, index: int) -> list[Layer] | None:
    """Return what a notice of this run was made from, below it nothing of its form; None where its file says something else meanwhile."""
    entry = batch.entries[index]
    job = _common(entry.job)[0]
    own = dict(rows(batch, [index]))[index] or _findings(entry, job)
    return [*job.layers, own] if own else None


@lru_cache(maxsize=64)
def _form(job: bytes, mau: str) -> tuple[str, tuple[Content, ...]]:
    """Return the digest of the template *mau* as a job prints on it, and what all papers of the job on it were made from."""
    opened, used = _common(job)[0], template_of(job, mau)
    return keeping.template_digest(used), keeping.made_of([template_choice.defaults(used), *opened.layers], used)


def rows(batch: Batch, indices: Sequence[int]) -> Iterator[tuple[int, Layer | None]]:
    """Yield the row of each notice; None for a findings file."""
    for chunk, places in batch.holding(frozenset(indices)):
        own = pickle.loads(chunk.rows) if chunk.rows else [None] * len(chunk.entries)  # noqa: S301 - ours
        yield from ((chunk.entries[n].at, own[n]) for n in places)
