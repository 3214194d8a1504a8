"""``notice-gen follow import``: the workbook in which units report, taken over whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import options, report
from notice_gen.cli.follow import asked
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, Say


@asked.command(
    N_("Nhập bảng mà các đơn vị báo cáo vào sổ theo dõi."),
    N_(
        "Nhập TỆP (.xlsx, .ods, .csv) mà các đơn vị điền kết quả thực hiện; bảng để điền lấy bằng follow list -o theo-doi.xlsx.\n\n"
        "“Đã hoàn thành” là lời của đơn vị: ghi thành báo cáo; thêm --accept thì ghi là hoàn thành. Có lỗi thì báo hết theo từng ô và không nhập gì; nhập lại tệp cũ thì sổ không đổi."  # noqa: E501
    ),
    click.argument("file", metavar=N_("TỆP"), type=options.FILE),
    click.option("--accept", is_flag=True, help=N_("Chấp nhận mọi “Đã hoàn thành” trong bảng.")),
    click.option("--dry-run", "dry", is_flag=True, help=N_("Chỉ xem bảng có lỗi gì, sẽ ghi bao nhiêu việc; không ghi gì.")),
    name="import",
)  # fmt: skip
def import_(say: Say, file: str, accept: bool, dry: bool, co_quan: str | None, where: str | None) -> int:
    """Return the exit code after taking over what a workbook says."""
    from notice_gen.follow import answers
    from notice_gen.reader.rows import plain_table
    from notice_gen.register.kien_nghi import reading

    with asked.opened(where, co_quan) as (book, theo_doi):
        got = answers.read(plain_table(Path(file)), theo_doi, today(), accept=accept)
        report.complain(got.problems, say)
        errors = sum(problem.level == "error" for problem in got.problems)
        if errors:
            report.note(say(N_("Có {loi} lỗi; chưa nhập gì. Sửa rồi nhập lại.")).format(loi=errors))
            return ExitCode.INPUT
        new = len(got.events) if dry else reading.add(book, got.events)
        report.complain(book.remarks, say)
    message = N_("Sẽ ghi {so} việc.") if dry else N_("Đã ghi {so} việc.")
    click.echo(say(message).format(so=new))
    report.aside(say(N_("{cu} việc đã ghi từ trước, {trong} hàng chưa điền.")).format(cu=len(got.events) - new, trong=got.blank))
    return ExitCode.OK
