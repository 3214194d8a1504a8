"""``notice-gen import``: a finished Word file back into a findings file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import back_text, options, report
from notice_gen.cli.options import STREAM
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, Say

if TYPE_CHECKING:
    from notice_gen.back.importing import Imported


@options.command(
    N_("Lập tệp nội dung từ một văn bản Word đã có."),
    N_(
        "Đọc TỆP Word (.docx, do ai soạn cũng được; .doc, .odt, .rtf khi máy có LibreOffice) và ghi tệp nội dung .toml "
        "in ra đúng lời văn ấy.\n\n"
        "Chỗ không chắc có dòng “# xem lại” ở trên. Văn bản in lại được so với TỆP: chỗ nào khác (Nghị định quy định viết khác, hoặc "
        "mẫu không có chỗ) thì báo, và mã thoát là 1."
    ),
    click.argument("file", metavar=N_("TỆP")),
    click.option("--figures", is_flag=True, help=N_("Đưa các con số trong lời văn (“322 hồ sơ”, tỷ lệ) vào [so_lieu], kèm phép kiểm tra khi chúng cộng khớp.")),  # noqa: E501
    options.output, options.if_exists, options.output_format, name="import",
)  # fmt: skip
def import_(say: Say, file: str, figures: bool, out: str | None, if_exists: str, output_format: str) -> int:
    """Return the exit code after writing the findings of *file*."""
    from notice_gen.office import returning

    stdin = file == STREAM
    out = STREAM if stdin and out is None else out
    if out != STREAM:
        options.check_suffix(out, ".toml", say)
    target, named = options.target(out, f"{'nhap' if stdin else Path(file).stem}.toml", "" if stdin else Path(file).parent)
    found = returning.imported(file, sys.stdin.buffer.read() if stdin else None, name=str(target), today=today(), with_figures=figures)
    if output_format == "json":
        if out != STREAM:
            _write(target, found.text, if_exists, named=named)
        _print_json(found, say, None if out == STREAM else target)
    else:
        if out == STREAM:
            click.echo(found.text, nl=False)
        else:
            options.write(target, found.text.encode(), if_exists, say, named=named)
        _tell(found, say)
    return ExitCode.FAULTS if found.changed or found.doubts or found.problems else ExitCode.OK


def _write(target: Path, text: str, if_exists: str, *, named: bool) -> None:
    from notice_gen import files

    files.write(target, text.encode(), if_exists=files.IfExists(if_exists), named=named)


def _tell(found: Imported, say: Say) -> None:
    report.complain((*found.doubts, *found.problems), say)
    if found.changed:
        report.note(say(N_("Văn bản in lại khác tệp Word ở {so} chỗ:")).format(so=len(found.changed)))
        for line in back_text.lines(found.changed, say):
            report.note(line)
    if found.problems:
        report.note(say(N_("Tệp nội dung đã ghi, nhưng chưa in được cho đến khi sửa {so} lỗi trên.")).format(so=len(found.problems)))
    if not (found.changed or found.doubts or found.problems):
        report.note(say(N_("Văn bản in lại có lời văn giống hệt tệp Word.")))


def _print_json(found: Imported, say: Say, target: Path | None) -> None:
    report.print_json({
        "output": str(target) if target else None, "text": None if target else found.text,
        "changed": [back_text.as_json(one) for one in found.changed],
        "doubts": [report.as_json(one, say) for one in found.doubts], "problems": [report.as_json(one, say) for one in found.problems],
    })  # fmt: skip
