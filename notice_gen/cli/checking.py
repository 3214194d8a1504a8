"""Files to verdicts: what ``check`` looks at, and what became of each file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.cli.options import STREAM
from notice_gen.errors import N_, ExitCode, InputError, NoticeGenError, Problem
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.check.judge import Verdict

_SUFFIX = ".docx"
_LOCK = "~$"  # Word's mark of a file that is open


@record
class Job:
    """One file to check.

    Attributes:
        file: as the user named it, or as it was found in a folder named.
        codes: of the rules to look at.
        waived: codes that the office's settings pass over.
    """

    file: str
    codes: frozenset[str]
    waived: frozenset[str] = frozenset()


@record
class Checked:
    """What became of one file.

    Attributes:
        file: as in its job.
        verdict: None when it could not be read.
        problems: then why.
        exit_code: this file's.
    """

    file: str
    verdict: Verdict | None = None
    problems: tuple[Problem, ...] = ()
    exit_code: ExitCode = ExitCode.OK


def found(names: Sequence[str]) -> Iterator[str]:
    """Yield the files meant by *names*, each once: a folder means the Word files in it and below, by name.

    Raises:
        InputError: a folder holds no Word file.
    """
    seen = set()
    for name in names:
        for file in _in_folder(Path(name)) if name != STREAM and Path(name).is_dir() else [name]:
            if file not in seen:
                seen.add(file)
                yield file


def _in_folder(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.suffix.lower() == _SUFFIX and not path.name.startswith(_LOCK) and path.is_file()]
    if not files:
        raise InputError(Problem(N_("Thư mục “{thu_muc}” không có tệp .docx nào."), values={"thu_muc": folder}))
    return sorted(map(str, files))


def check_all(jobs: Iterable[Job]) -> Iterator[Checked]:
    """Yield what becomes of each file, in the order given."""
    yield from map(check_one, jobs)


def check_one(job: Job) -> Checked:
    """Check one file; whatever is wrong with it is said in the result."""
    from notice_gen.check.judge import judge
    from notice_gen.check.read import read
    from notice_gen.check.rules import all_rules

    try:
        verdict = judge(read(_bytes(job.file)), [entry for entry in all_rules() if entry.rule.code in job.codes], job.waived)
    except NoticeGenError as error:
        return Checked(job.file, None, error.problems, error.exit_code)
    return Checked(job.file, verdict, (), _exit_code(verdict))


def _exit_code(verdict: Verdict) -> ExitCode:
    if verdict.unchecked:
        return ExitCode.ENVIRONMENT
    return ExitCode.FAULTS if verdict.count else ExitCode.OK


def _bytes(file: str) -> bytes:
    if file == STREAM:
        return sys.stdin.buffer.read()
    from notice_gen import reader

    return reader.load(Path(file))


