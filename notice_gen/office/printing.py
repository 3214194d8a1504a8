"""From findings to files: made, numbered, written, noted in the register, judged.

The order is the promise: a number is reserved only when every notice of the run is made in full, a file is written only
when its number is reserved, and the register notes it as issued only when the file is there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from notice_gen.errors import N_, ExitCode, NoticeGenError, OutputError, Problem, ToolError, unwaived
from notice_gen.office import FORM, keeping, notices, numbering, others
from notice_gen.office.keeping import Part
from notice_gen.office.notices import Findings, Numbered, Outcome
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault
    from notice_gen.files import IfExists
    from notice_gen.register import Issue
    from notice_gen.steps import Issued


@record
class File:
    """What became of the file of one notice."""

    status: str  # ``written``, ``skipped`` or ``not written``
    path: Path | None = None  # where it is, None when it was not written
    sha256: str = ""  # of a file written, hexadecimal; else empty
    annexes: tuple[Path, ...] | None = None  # the files of its annexes; None when they are in the notice's own
    parts: tuple[Part, ...] = ()  # the files written, the notice first


@record
class Written:
    """What became of a run."""

    outcomes: Sequence[Outcome]  # the inputs again; refused where the file could not be written
    files: Mapping[int, File]  # by the input's index
    problems: tuple[Problem, ...] = ()  # why a register has no note of files that are written; no number is lost
    interrupted: bool = False  # it was to stop; what is written until then is noted


Target = Callable[[Outcome], Path]
"""Gives the path that the notice of an outcome is to be written to."""


def prepare(
    several: Sequence[Findings], *, today: date, register: str | None = None, template: Path | None = None,
    strict: bool = False, dry: bool = False, target: Target | None = None, fresh: bool = False, fit: bool | None = None,
) -> Numbered:  # fmt: skip
    """Make all and give them their numbers; numbers are reserved, or looked at, only when none is refused.

    Args: *several*: what the notices are made from; *today*: gives a draft without a date its year; *register*: the register's path or URL;
    None for the one in force in the folder of each; *template*: the office's own Word file, in place of the shipped one; *strict*: a
    warning refuses as an error does; *dry*: only look, reserve nothing; *target*: refuse those that would be written where another is;
    *fresh*: note whose numbers are new; *fit*: fit the pages of those that want it (``vua_trang``); None for all but *dry*.
    """
    outcomes = notices.make(several, today=today, template=template, strict=strict)
    if notices.are_good(outcomes):
        outcomes = notices.beside_a_register(outcomes, register)
        outcomes = notices.strictly(outcomes) if strict else outcomes
    if not notices.are_good(outcomes):
        return Numbered(outcomes, {})
    new = list[int]() if fresh else None
    numbered = notices.number(outcomes, register, today=today, strict=strict, dry=dry, new=new)
    numbered = replace(numbered, fresh=tuple(new or ()))
    if target is not None and notices.are_good(numbered.outcomes):
        numbered = replace(numbered, outcomes=_without_clashes(numbered.outcomes, target))
        outcomes = others.with_twins(numbered, target)
        numbered = replace(numbered, outcomes=notices.strictly(outcomes) if strict else outcomes)
    to_fit = fit if fit is not None else not dry
    return replace(numbered, outcomes=_fitted(numbered.outcomes, today)) if to_fit and notices.are_good(numbered.outcomes) else numbered


def _fitted(outcomes: Sequence[Outcome], today: date) -> list[Outcome]:
    """Return the outcomes with those fitted to their pages that want it; what was changed is among their problems, and refuses nothing."""
    wanted = {index: outcome.notice for index, outcome in enumerate(outcomes) if outcome.notice.notice.dinh_dang.vua_trang}
    if not wanted:
        return list(outcomes)
    from notice_gen.office import fitting

    try:
        pages = fitting.wasteful({index: issued.docx for index, issued in wanted.items()}, today=today)
        done = fitting.fitted({index: (wanted[index], found) for index, found in pages.items()}, today=today)
        made = {index: (one.issued, one.said) for index, one in done.items()}
    except ToolError as error:
        made = {index: (issued, fitting.not_fitted(error, issued)) for index, issued in wanted.items()}
    after = list(outcomes)
    for index, (issued, said) in made.items():
        told = unwaived([said], issued.notice.the_thuc.bo_qua)
        after[index] = replace(outcomes[index], issued=issued, problems=(*outcomes[index].problems, *told))
    return after


def into(folder: Path | None) -> Target:
    """Return the usual names: number, symbol and unit; in *folder*, or where the findings of each are."""

    def target(outcome: Outcome) -> Path:
        from notice_gen import files

        name = files.safe_name(_name(outcome) if outcome.issued else "")
        return (outcome.findings.folder if folder is None else folder) / name

    return target


def _name(outcome: Outcome) -> str:
    """Return the usual name; that of a draft, which has no number of its own, ends with the name of its findings file."""
    from notice_gen import vietnamese

    name, mau = outcome.notice.name, outcome.notice.notice.mau
    made_from = "" if outcome.findings.data is not None else vietnamese.slug(Path(outcome.findings.file).stem)
    return name.replace(".docx", f"-{made_from}.docx") if name.startswith("du-thao-") and made_from not in {"", mau} else name


def _without_clashes(outcomes: Sequence[Outcome], target: Target) -> list[Outcome]:
    first: dict[str, Outcome] = {}
    kept = []
    for outcome in outcomes:
        path = target(outcome)
        # Windows and macOS take names that differ only in case for one.
        other = first.setdefault(str(path.absolute()).casefold(), outcome)
        if other is not outcome:
            message = N_("“{tep}” và “{tep_kia}” cùng ghi ra một tệp: {dich}.")
            hint = N_("Kiểm tra lại so, ky_hieu và don_vi.ten của hai tệp, hoặc in từng tệp với -o riêng.")
            problem = Problem(message, hint, {"tep": outcome.file, "tep_kia": other.file, "dich": path})
            outcome = replace(outcome, problems=(problem, *outcome.problems), exit_code=ExitCode.INPUT)  # noqa: PLW2901 - as it goes on
        kept.append(outcome)
    return kept


def write(numbered: Numbered, target: Target, *, if_exists: IfExists, apart: bool = False, named: bool = False) -> Written:
    """Write each notice and note it in its register; one that cannot be written does not keep the others from it.

    Args: *numbered*: all of them good; *apart*: write annexes and issued texts as files of their own; the others as :func:`files.write`.
    """
    written: dict[int, File] = {}
    after = list(numbered.outcomes)
    interrupted = False
    try:
        for index, outcome in enumerate(numbered.outcomes):
            try:
                made = outcome.notice
                written[index] = _write(made, outcome.findings, target(outcome), if_exists, apart=apart, named=named)
            except OutputError as error:
                written[index] = File("not written")
                after[index] = Outcome(outcome.findings, None, (*error.problems, *outcome.problems), error.exit_code)
    except KeyboardInterrupt:
        interrupted = True
    finally:  # also when it was interrupted: those that are written are issued
        problems = note(numbered, {index: file.parts for index, file in written.items() if file.sha256})
    return Written(after, written, problems, interrupted)


def _write(issued: Issued, made_from: Findings, path: Path, if_exists: IfExists, *, apart: bool, named: bool) -> File:
    """Write each annex that is a file of its own, then the notice: it is issued only when all of it is there."""
    if not apart:
        return _write_docx(issued.docx, made_from, path, if_exists, named=named)
    from notice_gen import apart as parting

    parts = parting.apart(issued)
    annexes = [_write_docx(docx, made_from, path.with_stem(f"{path.stem}-{name}"), if_exists) for name, docx in parts.others]
    file = _write_docx(parts.docx, made_from, path, if_exists, named=named)
    written = (file, *annexes) if file.sha256 else ()
    return replace(file, annexes=tuple(annex.path for annex in annexes if annex.path), parts=tuple(p for one in written for p in one.parts))


def _write_docx(docx: bytes, made_from: Findings, path: Path, if_exists: IfExists, *, named: bool = False) -> File:
    from notice_gen import files, render

    if made_from.data is None:
        docx = render.marked(docx, render.mark(made_from.file))

    def is_ours(old: bytes) -> bool:
        return others.is_earlier(old, docx, made_from, path, if_exists)

    written = files.write(path, docx, if_exists=if_exists, is_ours=is_ours, named=named)
    if written is None:
        return File("skipped", path)
    part = Part(written.name, hashlib.sha256(docx).hexdigest(), lambda: docx)
    return File("written", written, part.sha256, parts=(part,))


def send(numbered: Numbered, stream: BinaryIO) -> tuple[Problem, ...]:
    """Write the only notice to *stream*, then note it in its register; return what went wrong there, which loses no number."""
    docx = numbered.outcomes[0].notice.docx
    stream.write(docx)
    stream.flush()
    name = into(None)(numbered.outcomes[0]).name
    return note(numbered, {0: (Part(name, hashlib.sha256(docx).hexdigest(), lambda: docx),)})


def release(numbered: Numbered) -> tuple[Problem, ...]:
    """Make the numbers void that this run took for what it could not deliver; return what happened, as warnings.

    Raises RegisterError: the register cannot be written; the numbers stay kept for the notices.
    """
    from notice_gen import register

    problems = []
    for index in numbered.fresh if numbered.keys else ():
        place, khoa = numbered.keys[index]
        with register.connect(place, create=False) as book:
            for entry in register.entries(book, trang_thai=register.GIU_CHO):
                if entry.khoa == khoa:
                    register.void(book, [entry.id], "Không ghi được văn bản ra đầu ra chuẩn")
                    problems.append(Problem(
                        N_("Văn bản chưa ra được đầu ra chuẩn, nên số {so} vừa lấy đã hủy trong sổ."),
                        N_("Số đã hủy không dùng lại: chạy lại thì văn bản lấy số tiếp theo."), {"so": entry.so}, level="warning",
                    ))  # fmt: skip
    return tuple(problems)


def note(numbered: Numbered, written: Mapping[int, Sequence[Part]]) -> tuple[Problem, ...]:
    """Note in the registers that files are written, and keep them where that is asked; return what went wrong, which loses no number.

    *written*: the files of each, by the input's index, the notice first.
    """
    by_register: dict[str, list[Issue]] = {}
    for index, parts in written.items():
        if index in numbered.keys:
            place, khoa = numbered.keys[index]
            by_register.setdefault(place, []).extend(keeping.issues(numbered.outcomes[index].notice, khoa, parts))
    problems: list[Problem] = []
    for place, files in by_register.items():
        try:
            problems += keeping.not_kept(numbering.issue(place, files))
        except NoticeGenError as error:
            message = N_("Văn bản đã ghi ra tệp nhưng sổ chưa ghi nhận là đã cấp.")
            hint = N_("Số vẫn giữ cho văn bản này: xử lý lỗi trên rồi chạy lại đúng lệnh này.")
            problems += [*error.problems, Problem(message, hint)]
    return tuple(problems)


def faults(issued: Issued, check: str, *, today: date) -> tuple[Fault, ...]:
    """Return where a notice breaks the law: by its form (``FORM``), or in every place (``FULL``)."""
    from notice_gen import proof

    waived = issued.notice.the_thuc.bo_qua
    if check == FORM:
        return proof.of_form(issued.docx, issued.form, waived, today=today)
    return proof.in_full(issued.docx, waived, today=today)
