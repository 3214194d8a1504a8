"""``notice-gen render``: findings files in, Word files out; ``validate``: all of that, but write."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import options, pdf_text, report, work
from notice_gen.cli.options import STREAM, is_folder, usage_error
from notice_gen.errors import N_, ExitCode, Say
from notice_gen.office import printing
from notice_gen.office.notices import Numbered
from notice_gen.office.printing import File, Written, faults

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault


@options.command(
    N_("In tệp nội dung thành văn bản Word."),
    N_(
        "In TỆP nội dung (.toml) thành văn bản Word, rồi in ra đường dẫn tệp đã ghi.\n\n"
        "TỆP là “-” thì đọc từ đầu vào chuẩn. Nhiều TỆP: đọc và kiểm tra tất cả trước; một tệp có lỗi thì không ghi tệp nào."
    ),
    options.files,
    click.option(
        "-o", "--output", "out", metavar=N_("ĐÍCH"), type=options.FILE,
        help=N_("Tệp .docx hoặc thư mục để ghi; “-” là đầu ra chuẩn. Mặc định: cạnh TỆP, đặt tên theo số, ký hiệu và đơn vị."),
    ),
    options.template,
    click.option(
        "--annexes-apart", is_flag=True,
        help=N_("Văn bản điện tử: mỗi phụ lục, văn bản kèm theo thành một tệp riêng, chỉ dẫn kèm theo để trống."),
    ),
    pdf_text.wanted, options.strict, options.register, options.if_exists, work.judging, options.output_format,
)  # fmt: skip
def render(
    say: Say, files: tuple[str, ...], out: str | None, template: Path | None, annexes_apart: bool, with_pdf: bool, strict: bool,
    where: str | None, if_exists: str, check: str, output_format: str,
) -> int:  # fmt: skip
    """Return the exit code after writing what *files* say."""
    _check_usage(files, out, output_format, say, several="--annexes-apart" if annexes_apart else "--pdf" if with_pdf else "")
    target = None if out == STREAM else _target(out)
    findings = work.named(files, say)
    numbered = printing.prepare(
        findings, today=work.today(), register=where, template=template, strict=strict, target=target, fresh=target is None
    )
    report.begun(numbered.created, numbered.remarks, say)
    code = work.worst(numbered.outcomes)
    if target is None:
        work.complain(numbered.outcomes, say)
        return code or _to_stdout(numbered, check, say)
    if not code:
        from notice_gen.files import IfExists

        named = out is not None and not is_folder(out)
        written = printing.write(numbered, target, if_exists=IfExists(if_exists), apart=annexes_apart, named=named)
        return _report(written, check, output_format, say, with_pdf=with_pdf, if_exists=if_exists)
    if output_format == "json":
        work.print_json(numbered.outcomes, {}, say)
    else:
        work.complain(numbered.outcomes, say)
        report.note(say(N_("Chưa ghi tệp nào. Sửa lỗi rồi chạy lại.")))
    return code


def _check_usage(files: Sequence[str], out: str | None, output_format: str, say: Say, *, several: str) -> None:
    if out is not None and not is_folder(out):
        if len(files) > 1:
            raise usage_error(say, N_("Có {so} tệp vào mà -o chỉ một tệp ra: cho -o là một thư mục."), so=len(files))
        if out == STREAM and output_format == "json":
            raise usage_error(say, N_("-o - đã dùng đầu ra chuẩn cho văn bản, không in JSON ra đó được nữa."))
        if out != STREAM:
            options.check_suffix(out, ".docx", say)
    if several and out == STREAM:
        raise usage_error(say, N_("{lua_chon} ghi nhiều tệp nên không dùng được với -o -."), lua_chon=several)


def _target(out: str | None) -> printing.Target:
    if out is None or is_folder(out):
        return printing.into(None if out is None else Path(out))
    path = Path(out)
    return lambda _: path


def _to_stdout(numbered: Numbered, check: str, say: Say) -> int:
    try:
        problems = printing.send(numbered, sys.stdout.buffer)
    except OSError:  # a full disk, nobody who reads
        report.complain(printing.release(numbered), say)
        raise
    report.complain(problems, say)
    unlawful = work.report_faults({STREAM: faults(numbered.outcomes[0].notice, check, today=work.today())}, say)
    return ExitCode.ENVIRONMENT if problems else ExitCode.FAULTS if unlawful else ExitCode.OK


def _report(written: Written, check: str, output_format: str, say: Say, *, with_pdf: bool, if_exists: str) -> int:
    """Report what was written and return the exit code.  What breaks the law is written, and reported."""
    report.complain(written.problems, say)
    if written.interrupted:
        raise KeyboardInterrupt
    outcomes, files = written.outcomes, written.files
    today, there = work.today(), [index for index, file in files.items() if file.status == "written"]
    unlawful = {index: faults(outcomes[index].notice, check, today=today) for index in there}
    own = max(ExitCode.ENVIRONMENT if written.problems else ExitCode.OK, ExitCode(any(unlawful.values())))
    code = max(work.worst(outcomes), own)
    docx = {path: outcomes[index].notice.notice.the_thuc.bo_qua for index in there for path in _docx(files[index])}
    rows = {index: _as_json(file, unlawful.get(index, ()), say) for index, file in files.items()} if output_format == "json" else None
    if rows is None:
        _tell(written, unlawful, say)
    if with_pdf:
        code = max(code, _with_pdf(docx, if_exists, say, None if rows is None else rows.values()))
    elif rows is None:
        for path in docx:
            pdf_text.tell_stale(path.parent, [path.name], say)
    if rows is not None:
        work.print_json(outcomes, rows, say)
    return code


def _docx(file: File) -> list[Path]:
    return [path for path in (file.path, *(file.annexes or ())) if path]


def _tell(written: Written, unlawful: Mapping[int, Sequence[Fault]], say: Say) -> None:
    work.complain(written.outcomes, say)
    papers = (written.outcomes[index].notice for index in unlawful)
    work.remind_of_data((paper.notice.van_ban.ngay for paper in papers), say)
    work.report_faults({str(written.files[index].path): its for index, its in unlawful.items()}, say)
    for file in written.files.values():
        if file.path:
            options.tell_written(file.path, file.path if file.status == "written" else None, say)
        for annex in file.annexes or ():
            click.echo(str(annex))


def _with_pdf(docx: Mapping[Path, Sequence[str]], if_exists: str, say: Say, rows: Iterable[dict[str, Any]] | None) -> ExitCode:
    """Make a PDF beside each Word file, which is safe by now; report it, in *rows* where these are printed; return the exit code.

    *docx*: each with the warnings that its notice passes over.
    """
    from notice_gen.files import IfExists
    from notice_gen.office import paging, pdf

    orders = [pdf.Order(path, path.with_suffix(".pdf")) for path in docx]
    run = pdf.run(orders, IfExists(if_exists))
    if rows is None:
        pdf_text.tell(orders, run, say)
    else:
        paths = {str(orders[index].docx): str(made.path) for index, made in run.made.items() if made.path}
        for row in rows:
            row["pdf"] = paths.get(row.get("output", ""))
        pdf_text.tell_failed(orders, run, say)
    if run.interrupted:
        raise KeyboardInterrupt
    made = {orders[index].docx: one.path for index, one in run.made.items() if one.path and one.status in {pdf.WRITTEN, pdf.UNCHANGED}}
    report.complain(paging.of_our_own({path: (made[path], bo_qua) for path, bo_qua in docx.items() if path in made}, work.today()), say)
    return ExitCode.ENVIRONMENT if run.exit_code else ExitCode.OK


def _as_json(file: File, unlawful: Sequence[Fault], say: Say) -> dict[str, Any]:
    row: dict[str, Any] = {"status": file.status}
    if file.path:
        row["output"] = str(file.path)
    if file.annexes is not None:
        row["annexes"] = [str(annex) for annex in file.annexes]
    if file.sha256:
        row |= {"sha256": file.sha256, "faults": work.faults_as_json(unlawful, say)}
    return row


@options.command(
    N_("Kiểm tra tệp nội dung, không ghi gì."),
    N_("Kiểm tra TỆP nội dung (.toml) như khi in văn bản, nhưng không ghi tệp nào.\n\nTỆP là “-” thì đọc từ đầu vào chuẩn."),
    options.files, options.template, options.strict, options.register, work.judging, options.output_format,
)  # fmt: skip
def validate(
    say: Say, files: tuple[str, ...], template: Path | None, strict: bool, where: str | None, check: str, output_format: str
) -> int:
    """Return the exit code after reporting every problem of *files*."""
    findings = work.named(files, say)
    outcomes = printing.prepare(findings, today=work.today(), register=where, template=template, strict=strict, dry=True).outcomes
    unlawful = {index: faults(outcome.issued, check, today=work.today()) for index, outcome in enumerate(outcomes) if outcome.issued}
    code = max(work.worst(outcomes), ExitCode.FAULTS if any(unlawful.values()) else ExitCode.OK)
    if output_format == "json":
        work.print_json(outcomes, {index: {"faults": work.faults_as_json(its, say)} for index, its in unlawful.items()}, say)
        return code
    work.complain(outcomes, say)
    work.report_faults({outcomes[index].file: its for index, its in unlawful.items()}, say, made=False)
    for index, outcome in enumerate(outcomes):
        if not outcome.exit_code and not unlawful.get(index):
            report.aside(say(N_("{tep}: không có lỗi.")).format(tep=report.visible(outcome.file)))
    work.remind_of_data((outcome.issued.notice.van_ban.ngay for outcome in outcomes if outcome.issued), say)
    return code
