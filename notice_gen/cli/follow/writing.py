"""``notice-gen follow remind``: one letter to each unit with something overdue, numbered by the register."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import cmd_batch, options, report, work
from notice_gen.cli.follow import asked
from notice_gen.cli.work import Bar, today
from notice_gen.errors import N_, ExitCode, InputError, Say

if TYPE_CHECKING:
    from notice_gen.follow.reminding import Owing


@asked.command(
    N_("Nhắc việc: mỗi đơn vị quá hạn, chưa báo cáo một công văn."),
    N_(
        "In công văn nhắc việc cho từng đơn vị có kiến nghị quá hạn mà chưa báo cáo, theo TỆP chung của cơ quan; số lấy từ sổ. Đơn vị đã báo cáo không bị nhắc.\n\n"  # noqa: E501
        "Không ghi TỆP thì ghi ra nhac-viec.toml để sửa lời văn trước."
    ),
    click.argument("file", metavar=N_("[TỆP]"), type=options.FILE, required=False),
    click.option("-o", "--output", "out", metavar=N_("THƯ_MỤC"), type=click.Path(path_type=Path), help=N_("Thư mục để ghi. Mặc định: thư mục mang tên TỆP, cạnh TỆP.")),  # noqa: E501
    click.option("--dry-run", "dry", is_flag=True, help=N_("Chỉ in ra kế hoạch: nhắc những đơn vị nào; không ghi, không lấy số.")),
    *asked.which("don_vi", "linh_vuc", "nam"), options.template, options.if_exists, work.judging, options.output_format,
)  # fmt: skip
def remind(
    say: Say, file: str | None, out: Path | None, dry: bool, template: Path | None, if_exists: str, check: str, output_format: str,
    co_quan: str | None, where: str | None, **which: Any,
) -> int:  # fmt: skip
    """Return the exit code after writing the letters, or the file they are made of."""
    from notice_gen.follow import issuer, listing, reminding

    if file is None:
        code = options.put(reminding.starter(issuer.office(Path()), today()), None, reminding.FILE, if_exists, say)
        report.aside(say(N_("Sửa lời văn trong tệp rồi chạy: notice-gen follow remind {tep}")).format(tep=reminding.FILE))
        return code
    gc.enable()
    with asked.opened(where, co_quan) as (book, theo_doi):
        found = listing.lines(theo_doi, asked.now(0), listing.Wish(**which))
        units, problems = reminding.owing(found)
        fault = _printed_before(book, Path(file))
        label = book.label
    report.complain(problems, say)
    if fault:
        raise InputError(fault)
    if not units:
        report.note(say(N_("Không có đơn vị nào quá hạn mà chưa báo cáo; không in gì.")))
        return ExitCode.OK
    return _printed(say, Path(file), units, out, template, if_exists, check, output_format, where or label, dry=dry)


def _printed_before(book: Any, file: Path) -> Any:
    from notice_gen import reader, register
    from notice_gen.follow import reminding
    from notice_gen.office import numbering

    data = reader.parse(reader.load_findings(file), file=str(file)).data
    van_ban = data.get("van_ban")
    ngay = van_ban.get("ngay") if isinstance(van_ban, dict) else None
    return reminding.printed_before(register.entries(book), numbering.name_in(book, file), ngay)


def _printed(
    say: Say, file: Path, units: list[Owing], out: Path | None, template: Path | None, if_exists: str, check: str, output_format: str,
    where: str, *, dry: bool,
) -> int:  # fmt: skip
    from notice_gen.batch import run
    from notice_gen.batch.settle import faults
    from notice_gen.batch.source import Source
    from notice_gen.batch.state import Order
    from notice_gen.files import IfExists
    from notice_gen.follow import reminding

    folder = out or file.with_suffix("")
    given = reminding.given(file, units, today())
    source = Source((file,), None, folder, template, "", "", None, strict=False, today=today(), given=given)
    registers, there = run.registers([file], where)
    order = Order(source, None, registers, there, IfExists(if_exists), dry)
    bar = Bar(say)
    try:
        done = run.run(order, bar.at)
    finally:
        bar.close()
    code = cmd_batch.told(order, done, output_format, say, faults(order, done, check, lambda *_: None))
    names = ", ".join(one.don_vi or one.ma for one in units[:8]) + (", …" if len(units) > 8 else "")
    report.aside(report.visible(say(N_("{so} đơn vị có việc quá hạn: {ten}.")).format(so=len(units), ten=names)))
    return code
