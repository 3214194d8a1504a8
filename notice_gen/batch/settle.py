"""Finished files get their names, group by group: files, manifest, register."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import signal
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from notice_gen import __version__, facts, files, windows
from notice_gen.batch import keeping, manifest, naming, tidy
from notice_gen.batch.folder import Folder
from notice_gen.batch.manifest import Record
from notice_gen.batch.state import Batch, Order, Progress, Result
from notice_gen.errors import N_, NoticeGenError, OutputError, Problem
from notice_gen.office import FORM, numbering

if TYPE_CHECKING:
    from notice_gen.batch.source import Entry
    from notice_gen.check.fault import Fault

_GROUP = 256  # files between two syncs of the manifest


def settle(order: Order, out: Folder, batch: Batch) -> None:
    """Give the files their names; what cannot go on stops in good order, and says why in *batch*."""
    ready, there, noted, line = batch.ready(), out.with_numbers(), set[str](), _lines()
    with _interruptible() as interrupted:
        try:
            for place, written in batch.behind.items():
                batch.note(keeping.warned(numbering.issue(place, written)))
            for start in range(0, len(ready), _GROUP):
                if interrupted() or order.stops():
                    batch.interrupted = True
                    break
                _settle_group(order, out, batch, ready[start : start + _GROUP], there, noted, line)
            failed = [index for index, result in enumerate(batch.results) if result.status in {manifest.REFUSED, manifest.NOT_WRITTEN}]
            if failed and len(failed) < len(batch.entries):
                out.append([_refusal(batch, index) for index in failed])
            if not batch.interrupted:
                tidy.tidy(order, out, batch)
        except NoticeGenError as error:
            batch.stopped = error.problems
    for index in batch.ready():
        batch.results[index] = batch.results[index]._replace(status=manifest.NOT_WRITTEN)


def _settle_group(
    order: Order, out: Folder, batch: Batch, group: Sequence[int], there: Mapping[str, Record], noted: set[str],
    line: Callable[[Entry, Result], str],
) -> None:  # fmt: skip
    lines: list[str] = []
    to_note: dict[str, list[int]] = {}
    meant = {index: there[name] for index in group if (name := batch.results[index].output) in there}
    others = _others(order, out, batch, meant) if order.if_exists is files.IfExists.FAIL else set()
    for index in group:
        result, entry = batch.results[index], batch.entries[index]
        before = out.records.get(entry.key)
        if index in others:
            problem = naming.fault("other's notice", tep=result.output, so=meant[index].number or 0)
            batch.results[index] = result._replace(status=manifest.NOT_WRITTEN, problems=(problem,))
            continue
        try:
            written = out.settle(index, result.output, sha256=result.sha256, before=before, if_exists=order.if_exists)
        except OutputError as error:
            batch.results[index] = result._replace(status=manifest.NOT_WRITTEN, problems=error.problems)
            continue
        if written is None:
            batch.results[index] = result._replace(status=manifest.SKIPPED)
            continue
        batch.results[index] = result = result._replace(status=manifest.WRITTEN, output=written)
        lines.append(line(entry, result))
        if result.khoa:
            to_note.setdefault(order.registers[entry.file], []).append(index)
    out.append(lines)
    for place, indices in to_note.items():
        batch.note(keeping.warned(numbering.issue(place, keeping.issues(out, batch, indices, noted))))
    _drop_old(order, out, batch, group)


def _drop_old(order: Order, out: Folder, batch: Batch, group: Sequence[int]) -> None:
    """Remove the untouched files of notices that are called otherwise now: one notice, one file."""
    written = [index for index in group if batch.results[index].status == manifest.WRITTEN] if out.records else []
    before = {index: out.records[key] for index in written if (key := batch.entries[index].key) in out.records}
    renamed = {index: record for index, record in before.items() if record.output != batch.results[index].output}
    kept = _others(order, out, batch, renamed)
    moved = {index: record for index, record in renamed.items() if index not in kept}
    if not moved:
        return
    names = {naming.folded(result.output) for result in batch.results if result.output}
    batch.dropped += [record.output for record in moved.values() if naming.folded(record.output) not in names and out.drop(record)]


def _others(order: Order, out: Folder, batch: Batch, records: Mapping[int, Record]) -> set[int]:
    """Return which files of earlier runs, one for a notice, are another's: they bear another number, and nobody said that it is void."""
    results, entries = batch.results, batch.entries
    other = {i: record for i, record in records.items() if record.number}
    other = {i: record for i, record in other.items() if (record.register, record.number) != (results[i].khoa, results[i].number)}
    typed = {i for i, record in other.items() if not record.register and not _is_corrected(out, batch, i, record)}
    places = {i: order.registers[entries[i].file] for i, record in other.items() if record.register}
    void = {place: numbering.void(place) for place in set(places.values())}
    return typed | {i for i, place in places.items() if (other[i].register, other[i].number) not in void[place]}


def _is_corrected(out: Folder, batch: Batch, index: int, record: Record) -> bool:
    """Say whether a number typed in the table was set right: there is no register to ask, and the notice is of the same year."""
    result = batch.results[index]
    return result.number is not None and not result.khoa and out.year(record.output) == out.year(result.output)


def _lines() -> Callable[[Entry, Result], str]:
    """Return what gives the manifest's line of a notice that is written."""
    by_template: dict[str, Callable[[str, str, Record], str]] = {}

    def line(entry: Entry, result: Result) -> str:
        template = result.template or entry.template
        written = by_template.get(template)
        if written is None:
            more = {"template_sha256": template, "version": __version__, "data": facts.edition()}
            written = by_template[template] = manifest.writing(more)
        return written(entry.key, entry.place, Record(result.output, result.sha256, entry.digest, result.number, result.khoa))

    return line


def _refusal(batch: Batch, index: int) -> str:
    result, entry = batch.results[index], batch.entries[index]
    return manifest.line(entry.key, entry.place, result.status, {"problems": [str(problem) for problem in result.problems]})


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


_COMMENT, _HELD = b"notice-gen", 1 << 20  # bytes written at a time


def pack(path: Path, folder: Path, names: Sequence[str], *, if_exists: files.IfExists) -> Path | None:
    """Put the files *names* of *folder* into the archive *path*, one of ours that is there already replaced.

    They are stored as they are: a .docx is deflated already.

    Returns the archive written; None where ``SKIP`` left another file alone.
    Raises OutputError: it cannot be written, or would go over somebody's file.
    """
    temporary = path.with_name(f".{secrets.token_hex(6)}.tmp")
    from notice_gen.render import checksum

    try:
        with temporary.open("x+b", buffering=_HELD) as file, zipfile.ZipFile(file, "x") as archive:
            archive.comment = _COMMENT
            for name in names:
                _store(archive, name, files.read(f"{folder}{os.sep}{name}"), checksum)
        if files.is_link(path):
            raise OutputError(files.linked(path, "--zip"))
        if _is_ours(path):
            windows.patiently(lambda: temporary.replace(path))
            return path
        sha256 = _digest(temporary) if path.exists() else ""  # that which is there may be the same
        written = files.settle(str(temporary), str(path), sha256=sha256, if_exists=if_exists)
        return Path(written) if written else None
    except FileNotFoundError as error:
        if error.filename and Path(error.filename).parent == folder:
            message = N_("Không nén được: tệp “{tep}” vừa bị xóa hoặc chuyển đi.")
            hint = N_("Chạy lại đúng lệnh này: tệp đó được in lại rồi nén.")
            raise OutputError(Problem(message, hint, {"tep": error.filename})) from error
        raise OutputError(files.refusal(path, error)) from error
    except OSError as error:
        led = next((folder / name for name in names if files.is_link(folder / name)), None)
        raise OutputError(files.linked(led) if led else files.refusal(path, error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _store(archive: zipfile.ZipFile, name: str, data: bytes, checksum: Callable[[bytes], int]) -> None:
    """Add a member as it is: the bytes of :meth:`zipfile.ZipFile.writestr` in half its time, which is for members of every kind."""
    info = zipfile.ZipInfo(name)  # of 1980, the earliest time a zip can name
    info.create_system, info.external_attr = 0, 0o600 << 16  # else the bytes would tell Windows from Linux
    info.CRC, info.file_size, info.compress_size, info.header_offset = checksum(data), len(data), len(data), archive.start_dir
    whole = info.FileHeader(zip64=False) + data
    cast("IO[bytes]", archive.fp).write(whole)
    archive.start_dir += len(whole)
    archive.filelist.append(info)
    archive.NameToInfo[name] = info


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_ours(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.comment == _COMMENT
    except (OSError, zipfile.BadZipFile):
        return False


def faults(order: Order, batch: Batch, check: str, progress: Progress) -> dict[int, tuple[Fault, ...]]:
    """Return, by index, where the notices written break the law.

    *check*: ``FORM`` looks at one notice of each form, ``FULL`` at every place of all; then *progress* is called with how many are judged.
    """
    written = {index: result for index, result in enumerate(batch.results) if result.status == manifest.WRITTEN}
    folder, today = order.source.out, order.source.today
    if check == FORM:
        from notice_gen import proof

        first = {(result.form, result.waived): index for index, result in reversed(written.items())}
        docx = {index: files.read(folder / written[index].output) for index in first.values()}
        judged = {index: proof.of_form(docx[index], form, waived, today=today) for (form, waived), index in first.items()}
    else:
        from notice_gen.check import judge
        from notice_gen.check.fault import Level
        from notice_gen.office import checking

        codes = frozenset(entry.rule.code for entry in judge.at_least(Level.LUAT))
        habits = {waived: checking.Habits(judge.named(waived)[0]) for waived in {result.waived for result in written.values()}}
        jobs = [checking.Job(str(folder / result.output), codes, today, habits[result.waived]) for result in written.values()]
        judged = {}
        for number, (index, checked) in enumerate(zip(written, checking.check_all(jobs), strict=True), start=1):
            progress(number, len(jobs))
            judged[index] = checked.verdict.faults if checked.verdict else ()
    return {index: its for index, its in judged.items() if its}
