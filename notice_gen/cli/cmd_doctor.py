"""``notice-gen doctor``: is all here that the program needs?"""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen import __version__
from notice_gen.cli import options, report
from notice_gen.errors import N_, ExitCode, Say, said

_STATES = {"good": (N_("được"), "green"), "less": (N_("thiếu"), "yellow"), "bad": (N_("hỏng"), "red")}


@options.command(
    N_("Xem máy này có đủ những gì chương trình cần."),
    N_("Xem máy này có đủ những gì chương trình cần: Python, bảng mã, LibreOffice, phông, quyền ghi, thư mục nhớ tạm, thiết lập, sổ văn bản; thiếu gì thì nói cách sửa."),  # noqa: E501
    options.register,
)  # fmt: skip
def doctor(say: Say, where: str | None) -> int:
    """Return the exit code after telling what is found: 4 when something has to be mended."""
    from notice_gen.office import doctor as looking

    click.echo(f"notice-gen {__version__}")
    code = ExitCode.OK
    for found in looking.look(Path.cwd(), where):
        word, colour = _STATES[found.state]
        click.echo(click.style(f"[{say(word)}]", fg=colour, bold=True) + f" {report.visible(said(found.said, found.values, say))}")
        if found.mend:
            for line in report.remark(say(N_("cách sửa:")), said(found.mend, found.values, say)):
                click.echo(line)
        if found.state == looking.BAD:
            code = ExitCode.ENVIRONMENT
    return code
