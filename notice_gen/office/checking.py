"""Files to verdicts: what is to be checked, what an office passes over, and what became of each file; many at once in processes."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from notice_gen.errors import N_, ExitCode, InputError, NoticeGenError, OutputError, Problem, in_one_line, say_in
from notice_gen.office import foreign, pool
from notice_gen.office.limits import OutOfTimeError, within
from notice_gen.office.pool import Work
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault
    from notice_gen.check.judge import Verdict
    from notice_gen.check.mend import Choice
    from notice_gen.check.rules import Entry
    from notice_gen.files import IfExists
    from notice_gen.reader.layers import Layer

_SUFFIXES = {".docx", *foreign.SUFFIXES}
_TABLE, _KEY, _WORDS = "the_thuc", "bo_qua", "tu_dien"
_DAYS, _OFF, _WORKED = "ngay_nghi", "nghi", "lam_viec"
_LOCK = "~$"  # Word's mark of a file that is open
_WORTH = 12  # files from which on the start of other processes pays
_MOST = 8  # processes
TOO_MUCH = Problem(
    N_("Kiểm tra tệp này mất quá nhiều thời gian hoặc bộ nhớ."), N_("Tách phụ lục thành tệp riêng rồi kiểm tra; tệp lạ thì không nên mở."),
)  # fmt: skip


@record
class Copies:
    """The files to write of one file checked; None for what is not wanted."""

    fixed: Path | None  # the file with what could be mended
    annotated: Path | None  # the file, mended if so asked, with a comment at each fault that is left
    if_exists: IfExists  # what to do over a file that is there
    language: str  # of the comments
    now: datetime  # their date
    named: frozenset[str] = frozenset()  # of ``fixed`` and ``annotated``, whose path the user wrote: it may be a link to a file
    only: frozenset[Choice] | None = None  # the faults to mend; None for all


@record
class Habits:
    """What an office's settings say to the checker."""

    waived: frozenset[str] = frozenset()  # codes that are passed over, and the office's own words, in small letters
    nghi: frozenset[date] = frozenset()  # its own days off
    lam_viec: frozenset[date] = frozenset()  # days it works that the calendar has off


@record
class Job:
    """One file to check."""

    file: str  # its name, as the user gave it or as it was found in a folder named
    codes: frozenset[str]  # of the rules to look at
    today: date  # the day of checking, whose decree holds for a document without a date
    habits: Habits = Habits()  # of the office
    copies: Copies | None = None  # what to write, None for nothing
    data: bytes | None = None  # its bytes, when they are no file's; None: they are read from *file*
    seconds: float = 60.0  # of computing that it may take
    kind: str = ""  # of a paper of another program that *data* was made of: ``.doc`` …


@record
class Checked:
    """What became of one file."""

    file: str  # as in its job
    verdict: Verdict | None = None  # None when it could not be read; of the mended file when it was to be mended
    problems: tuple[Problem, ...] = ()  # why it could not be read or a copy not be written
    exit_code: ExitCode = ExitCode.OK  # this file's
    mended: tuple[Fault, ...] = ()  # the faults that were mended
    written: Mapping[str, Path | None] = field(default_factory=dict)  # of ``fixed`` and ``annotated``, as asked; None: left alone
    kind: str = ""  # as in its job: what was judged is LibreOffice's .docx of it


def word_files(folder: Path) -> list[str]:
    """Return the Word files in *folder* and below, by name.  Raises InputError: there is none."""
    files = [path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and not path.name.startswith(_LOCK) and path.is_file()]
    if not files:
        raise InputError(Problem(N_("Thư mục “{thu_muc}” không có tệp Word nào (.docx, .doc, .odt, .rtf)."), values={"thu_muc": folder}))
    return sorted(map(str, files))


def check_one(job: Job) -> Checked:
    """Check one file; whatever is wrong with it stands in the result."""
    from notice_gen.check.rules import all_rules
    from notice_gen.vietnamese.ngay_thang import theo_lich_rieng

    entries = [entry for entry in all_rules() if entry.rule.code in job.codes]
    try:
        data = bytes_of(job.file) if job.data is None else job.data
        with theo_lich_rieng(job.habits.nghi, job.habits.lam_viec):
            return within(job.seconds, lambda: _checked(job, data, entries))
    except NoticeGenError as error:
        return Checked(job.file, None, error.problems, error.exit_code)
    except (OutOfTimeError, MemoryError):
        return Checked(job.file, None, (TOO_MUCH,), ExitCode.INPUT)
    except Exception as error:
        if os.environ.get("NOTICE_GEN_DEBUG"):
            raise
        message = N_("Chương trình gặp lỗi ngoài dự kiến ({loi}). Chạy lại với NOTICE_GEN_DEBUG=1 rồi gửi phần in ra, kèm tệp, cho người phụ trách phần mềm.")  # noqa: E501
        return Checked(job.file, None, (Problem(message, values={"loi": in_one_line(error)}),), ExitCode.ENVIRONMENT)


def _checked(job: Job, data: bytes, entries: Sequence[Entry]) -> Checked:
    from notice_gen.check.judge import judge
    from notice_gen.check.read import opened, read

    if job.copies is None:
        verdict = judge(read(data, job.today), entries, job.habits.waived)
        return Checked(job.file, verdict, (), _exit_code(verdict), kind=job.kind)
    from notice_gen.check.annotate import annotated
    from notice_gen.check.mend import mended

    wanted = job.copies
    done: tuple[Fault, ...] = ()
    if wanted.fixed is not None:
        mending = mended(data, entries, job.habits.waived, today=job.today, only=wanted.only)
        data, done, verdict = mending.docx, mending.done, mending.verdict
    else:
        verdict = judge(read(data, job.today), entries, job.habits.waived)
    contents = {"fixed": data}
    if wanted.annotated is not None:
        contents["annotated"] = annotated(opened(data, job.today), verdict.faults, say_in(wanted.language), date=wanted.now)
    written, problems = _written(wanted, contents)
    return Checked(job.file, verdict, problems, ExitCode.ENVIRONMENT if problems else _exit_code(verdict), done, written, job.kind)


def _written(wanted: Copies, contents: Mapping[str, bytes]) -> tuple[dict[str, Path | None], tuple[Problem, ...]]:
    from notice_gen import files

    written: dict[str, Path | None] = {}
    problems: list[Problem] = []
    for name, path in (("fixed", wanted.fixed), ("annotated", wanted.annotated)):
        if path is not None:
            try:
                written[name] = files.write(path, contents[name], if_exists=wanted.if_exists, named=name in wanted.named)
            except OutputError as error:
                problems += error.problems
    return written, tuple(problems)


def _exit_code(verdict: Verdict) -> ExitCode:
    if verdict.unchecked:
        return ExitCode.ENVIRONMENT
    return ExitCode.FAULTS if verdict.count else ExitCode.OK


def bytes_of(file: str) -> bytes:
    """Return the bytes of *file*.  Raises InputError: it cannot be read."""
    path = Path(file)
    if path.exists() and not path.is_file():
        raise InputError(Problem(N_("“{tep}” không phải tệp thường."), values={"tep": path}))
    try:
        return path.read_bytes()
    except OSError:
        from notice_gen import reader

        return reader.load(path)  # it says why not


def check_all(jobs: Sequence[Job], processes: int | None = None) -> Iterator[Checked]:
    """Yield what becomes of each file, in the order given; *processes*: how many to use, None for as many as pay."""
    if processes is None:
        processes = 1 if len(jobs) < _WORTH else min(pool.cores(), _MOST)
    if len(jobs) > 1:
        gc.enable()  # many files leave much behind, one of sixty pages a megabyte
    workers = pool.processes(processes) if processes > 1 and len(jobs) > 1 else None
    done: dict[int, Checked] = {}
    following = 0
    for (index, _), checked in pool.fan_out(workers, _WORK, _readable(jobs, done)):
        done[index] = checked
        while following in done:
            yield done.pop(following)
            following += 1
    yield from (done[index] for index in sorted(done))


def _readable(jobs: Sequence[Job], done: dict[int, Checked]) -> Iterator[tuple[int, Job]]:
    """Yield what can be checked, numbered; papers of other programs as LibreOffice made them, or in *done* why it did not."""
    for index, (job, made) in enumerate(zip(jobs, foreign.made_ours([(job.file, job.data) for job in jobs]), strict=True)):
        if made is None:
            yield index, job
        elif made.error is not None:
            done[index] = Checked(job.file, None, made.error.problems, made.error.exit_code, kind=made.kind)
        else:
            yield index, replace(job, data=made.docx, kind=made.kind)


def _lost(numbered: tuple[int, Job], error: BaseException) -> Checked:
    from concurrent.futures import BrokenExecutor

    if not isinstance(error, BrokenExecutor):  # with NOTICE_GEN_DEBUG
        raise error
    return Checked(numbered[1].file, None, (TOO_MUCH,), ExitCode.INPUT)


_WORK = Work[tuple[int, Job], Checked](lambda numbered: (check_one, (numbered[1],)), lambda numbered: [numbered], _lost)


@record
class Offices:
    """The habits of offices."""

    by_folder: Mapping[Path, Habits]  # of documents in a folder
    doubts: tuple[Problem, ...]  # words of settings that are no rule's, located


def offices(folders: Iterable[Path]) -> Offices:
    """Return the habits that hold in each of *folders*.  Raises InputError: settings cannot be read."""
    by_folder: dict[Path, Habits] = {}
    by_settings: dict[Path | None, Habits] = {None: Habits()}
    doubts: list[Problem] = []
    for folder in dict.fromkeys(folders):
        path = _settings_of(folder)
        if path not in by_settings:
            by_settings[path] = _habits(folder, doubts)
        by_folder[folder] = by_settings[path]
    return Offices(by_folder, tuple(doubts))


def _settings_of(folder: Path) -> Path | None:
    """As the reader looks for them; it takes as long to load as a document to check, and most documents have no settings."""
    here = folder.resolve()
    if not any((place / "notice-gen.toml").exists() for place in (here, *here.parents)):
        return None
    from notice_gen import reader

    return reader.office_path(folder)


def _habits(folder: Path, doubts: list[Problem]) -> Habits:
    from notice_gen import reader

    layer = reader.office_layer(folder)
    if layer is None:
        return Habits()
    if layer.problems:
        raise InputError(layer.problems)
    own = [_days(layer, key) for key in (_OFF, _WORKED)]
    return Habits(_waived(layer, doubts), *own)


def _days(layer: Layer, key: str) -> frozenset[date]:
    days = _of_table(layer, _DAYS, key)
    if not isinstance(days, list) or any(type(day) is not date for day in days):
        raise _refused(N_("{khoa} phải là danh sách ngày."), N_("Không dấu nháy, ví dụ: {khoa} = [2026-11-23]"), (_DAYS, key), layer)
    return frozenset(days)


def _waived(layer: Layer, doubts: list[Problem]) -> frozenset[str]:
    from notice_gen import facts, reader
    from notice_gen.check import judge
    from notice_gen.legal.quyen_ky import quyen_ky

    words, own = _of_table(layer, _TABLE, _KEY), _of_table(layer, _TABLE, _WORDS)
    if words == own == []:
        return frozenset()
    if not _are_texts(words):
        raise _refused(N_("bo_qua phải là danh sách mã quy tắc."), N_("Ví dụ: bo_qua = [\"TR05\", \"QH\"]"), (_TABLE, _KEY), layer)
    if not _are_texts(own):
        raise _refused(N_("tu_dien phải là danh sách từ."), N_("Ví dụ: tu_dien = [\"môn đun\", \"xơ\"]"), (_TABLE, _WORDS), layer)
    codes, unknown = judge.named(words)
    of_warnings = {*facts.table("canh-bao.toml"), *quyen_ky().quy_tac}  # these speak when a paper is printed
    for word in (word for word in unknown if word not in of_warnings):
        message, hint, near = N_("Không có quy tắc “{ma}” để bỏ qua."), N_("Có phải: {gan}?"), nearest(word)
        path = (_TABLE, _KEY, words.index(word))
        doubts += reader.locate([Problem(message, hint if near else "", {"ma": word, "gan": near}, path, level="warning")], [layer])
    return codes | {word.lower() for word in own}


def _of_table(layer: Layer, table: str, key: str) -> object:
    """Return what the settings say under a key, an empty list where they say nothing; None where the table is none."""
    found = layer.data.get(table, {})
    return found.get(key, []) if isinstance(found, dict) else None


def _refused(message: str, hint: str, path: tuple[str, str], layer: Layer) -> InputError:
    from notice_gen import reader

    return InputError(reader.locate([Problem(message, hint, {"khoa": path[1]}, path)], [layer]))


def _are_texts(words: object) -> TypeGuard[list[str]]:
    return isinstance(words, list) and all(isinstance(word, str) for word in words)


def nearest(word: str) -> str:
    """Return the rules that *word* may mean, in one line."""
    from notice_gen.check import judge

    return ", ".join(f"{entry.rule.code} {entry.rule.name}" for entry in judge.nearest(word))
