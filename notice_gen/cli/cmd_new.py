"""``notice-gen new``: a commented findings file to start from, which renders at once."""

from __future__ import annotations

import click

from notice_gen.cli import options
from notice_gen.cli.i18n import Say
from notice_gen.errors import N_


@click.command(
    context_settings=options.HELP,
    short_help=N_("Tạo tệp kết quả mới để điền."),
    options_metavar=N_("[TÙY CHỌN]"),
    help=N_("Tạo tệp kết quả mới cho MẪU, có chú thích từng chỗ cần điền; in thử được ngay."),
)
@options.mau
@options.output
@options.if_exists
@options.lang
@click.pass_obj
def new(say: Say, mau: str, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the starter file of *mau*."""
    from notice_gen import templates

    return options.put(templates.sample(mau), out or ".", f"{mau}.toml", if_exists, say)
