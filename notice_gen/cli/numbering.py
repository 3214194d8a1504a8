"""The option that names the register, and the line that reports a new one."""

from __future__ import annotations

from collections.abc import Iterable

import click

from notice_gen.cli import report
from notice_gen.cli.options import Decorator
from notice_gen.errors import N_, Problem, Say

option: Decorator = click.option(
    "--register",
    "where",
    envvar="NOTICE_GEN_REGISTER",
    metavar=N_("SỔ"),
    help=N_(
        "Sổ văn bản để lấy số: tệp, hoặc postgresql://… Mặc định: so-van-ban.db cạnh notice-gen.toml đang dùng, "
        "không có thì ở thư mục đang đứng. Cũng đặt được bằng biến NOTICE_GEN_REGISTER."
    ),
)


def tell_created(labels: Iterable[str], remarks: Iterable[Problem], say: Say) -> None:
    """Say on stderr which registers were begun: somebody may have meant another; and what else they have to say."""
    report.complain(tuple(remarks), say)
    for label in labels:
        message = N_("Đã lập sổ văn bản mới: {so}. Nếu cơ quan đã có sổ ở chỗ khác thì dừng lại, ghi --register ĐƯỜNG-DẪN.")
        report.note(say(message).format(so=report.visible(label)))
