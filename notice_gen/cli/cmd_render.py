"""``notice-gen render``: findings files in, Word files out."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import numbering, options, proofs, report, work
from notice_gen.cli.i18n import Say
from notice_gen.cli.numbering import Reserved
from notice_gen.cli.options import STREAM, is_folder, usage_error
from notice_gen.cli.work import Outcome
from notice_gen.errors import N_, ExitCode, OutputError, Problem

if TYPE_CHECKING:
    from notice_gen.steps import Issued


@click.command(
    context_settings=options.HELP,
    short_help=N_("In tệp kết quả thành văn bản Word."),
    options_metavar=N_("[TÙY CHỌN]"),
    help=N_(
        "In TỆP kết quả (.toml) thành văn bản Word, rồi in ra đường dẫn tệp đã ghi.\n\n"
        "TỆP là “-” thì đọc từ đầu vào chuẩn. Nhiều TỆP: đọc và kiểm tra tất cả trước; một tệp có lỗi thì không ghi tệp nào."
    ),
)
@options.files
@click.option(
    "-o",
    "--output",
    "out",
    metavar=N_("ĐÍCH"),
    help=N_(
        "Tệp .docx hoặc thư mục để ghi; “-” là đầu ra chuẩn. Mặc định: cạnh TỆP, đặt tên theo số, ký hiệu và đơn vị."
    ),
)
@options.template
@click.option(
    "--annexes-apart",
    is_flag=True,
    help=N_("Văn bản điện tử: mỗi phụ lục, văn bản kèm theo thành một tệp riêng, chỉ dẫn kèm theo để trống."),
)
@options.strict
@numbering.option
@options.if_exists
@proofs.option
@options.output_format
@options.lang
@click.pass_obj
def render(
    say: Say, files: tuple[str, ...], out: str | None, template: Path | None, annexes_apart: bool, strict: bool, where: str | None,
    if_exists: str, check: str, output_format: str,
) -> int:  # fmt: skip
    """Return the exit code after writing what *files* say."""
    _check_usage(files, out, output_format, say)
    if annexes_apart and out == STREAM:
        raise usage_error(say, N_("--annexes-apart ghi nhiều tệp nên không dùng được với -o -."))
    outcomes = work.issue_all(files, template, say, strict=strict)
    reserved = numbering.Reserved(outcomes, {})
    if not work.worst(outcomes):
        reserved = numbering.reserve(outcomes, where, say, strict=strict)
        outcomes = reserved.outcomes
    if not work.worst(outcomes) and out != STREAM:
        outcomes = _without_clashes(outcomes, out)
    code = work.worst(outcomes)
    if out == STREAM:
        work.complain(outcomes, say)
        return code or _to_stdout(outcomes[0].notice, reserved, check, say)
    if code:
        if output_format == "json":
            work.print_json(outcomes, {}, say)
        else:
            work.complain(outcomes, say)
            report.note(say(N_("Chưa ghi tệp nào. Sửa lỗi rồi chạy lại.")))
        return code
    return _write_all(replace(reserved, outcomes=outcomes), out, if_exists, check, output_format, say, apart=annexes_apart)


def _check_usage(files: Sequence[str], out: str | None, output_format: str, say: Say) -> None:
    if out is None or is_folder(out):
        return
    if len(files) > 1:
        raise usage_error(say, N_("Có {so} tệp vào mà -o chỉ một tệp ra: cho -o là một thư mục."), so=len(files))
    if out == STREAM:
        if output_format == "json":
            raise usage_error(say, N_("-o - đã dùng đầu ra chuẩn cho văn bản, không in JSON ra đó được nữa."))
    else:
        options.check_suffix(out, ".docx", say)


def _target(outcome: Outcome, out: str | None) -> Path:
    from notice_gen import files

    if out is not None and not is_folder(out):
        return Path(out)
    name = files.safe_name(outcome.issued.name if outcome.issued else "")
    if out is not None:
        return Path(out) / name
    return Path(name) if outcome.file == STREAM else Path(outcome.file).parent / name


def _without_clashes(outcomes: Sequence[Outcome], out: str | None) -> list[Outcome]:
    """Refuse an input whose notice would be written where another's was to be."""
    first: dict[str, Outcome] = {}
    kept = []
    for outcome in outcomes:
        target = _target(outcome, out)
        # Windows and macOS take names that differ only in case for one.
        other = first.setdefault(str(target.absolute()).casefold(), outcome)
        kept.append(outcome if other is outcome else _clash(outcome, other, target))
    return kept


def _clash(outcome: Outcome, other: Outcome, target: Path) -> Outcome:
    problem = Problem(
        N_("“{tep}” và “{tep_kia}” cùng ghi ra một tệp: {dich}."),
        N_("Kiểm tra lại so, ky_hieu và don_vi.ten của hai tệp, hoặc in từng tệp với -o riêng."),
        {"tep": outcome.file, "tep_kia": other.file, "dich": target},
    )
    return Outcome(outcome.file, outcome.issued, (problem, *outcome.problems), ExitCode.INPUT)


def _to_stdout(issued: Issued, reserved: Reserved, check: str, say: Say) -> int:
    sys.stdout.buffer.write(issued.docx)
    sys.stdout.buffer.flush()
    problems = numbering.issue_written(reserved, {0: hashlib.sha256(issued.docx).hexdigest()})
    report.complain(problems, say)
    unlawful = proofs.tell({STREAM: proofs.faults(issued, check)}, say)
    return ExitCode.ENVIRONMENT if problems else ExitCode.FAULTS if unlawful else ExitCode.OK


def _write_all(reserved: Reserved, out: str | None, if_exists: str, check: str, output_format: str, say: Say, *, apart: bool) -> int:
    """Write each; one that cannot be written does not keep the others from it.  What breaks the law is written, and told."""
    results: dict[int, dict[str, Any]] = {}
    after = list(reserved.outcomes)
    try:
        for index, outcome in enumerate(reserved.outcomes):
            try:
                results[index] = (_write_apart if apart else _write)(outcome, _target(outcome, out), if_exists)
            except OutputError as error:
                results[index] = {"status": "not written"}
                after[index] = Outcome(outcome.file, None, (*error.problems, *outcome.problems), error.exit_code)
    finally:  # also when it was interrupted: those that are written are issued
        problems = numbering.issue_written(reserved, {i: result["sha256"] for i, result in results.items() if "sha256" in result})
        report.complain(problems, say)
    unlawful = {index: proofs.faults(after[index].notice, check) for index, result in results.items() if result["status"] == "written"}
    code = max(work.worst(after), ExitCode.ENVIRONMENT if problems else ExitCode.FAULTS if any(unlawful.values()) else ExitCode.OK)
    if output_format == "json":
        for index, faults in unlawful.items():
            results[index]["faults"] = proofs.as_json(faults, say)
        work.print_json(after, results, say)
        return code
    work.complain(after, say)
    proofs.tell({results[index]["output"]: faults for index, faults in unlawful.items()}, say)
    for result in results.values():
        if "output" in result:
            path = Path(result["output"])
            options.tell_written(path, path if result["status"] == "written" else None, say)
        for annex in result.get("annexes", ()):
            click.echo(annex)
    return code


def _write(outcome: Outcome, target: Path, if_exists: str) -> dict[str, Any]:
    return _write_docx(outcome.notice.docx, target, if_exists)


def _write_apart(outcome: Outcome, target: Path, if_exists: str) -> dict[str, Any]:
    """Write each annex, then the notice: it is issued only when all of it is there."""
    from notice_gen.apart import apart

    parts = apart(outcome.notice)
    written = [_write_docx(docx, target.with_stem(f"{target.stem}-{name}"), if_exists) for name, docx in parts.others]
    return {**_write_docx(parts.docx, target, if_exists), "annexes": [one["output"] for one in written]}


def _write_docx(docx: bytes, target: Path, if_exists: str) -> dict[str, Any]:
    from notice_gen import files, render

    written = files.write(target, docx, if_exists=files.IfExists(if_exists), is_ours=lambda old: render.is_earlier(old, docx))
    if written is None:
        return {"status": "skipped", "output": str(target)}
    return {"status": "written", "output": str(written), "sha256": hashlib.sha256(docx).hexdigest()}
