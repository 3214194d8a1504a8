"""``notice-gen completion``: what a shell reads to complete commands, options, templates, rules, files."""

from __future__ import annotations

import click

from notice_gen.cli import options, powershell
from notice_gen.errors import N_, ExitCode, Say


@options.command(
    N_("In mã để phím Tab điền tiếp lệnh."),
    N_(
        "In đoạn mã để phím Tab trong SHELL điền tiếp lệnh, tùy chọn, mẫu, mã quy tắc, tỉnh, sổ, tên tệp. "
        "Ghi một lần vào tệp khởi động:\n\n"
        "\b\n"
        "bash:        notice-gen completion bash >> ~/.bashrc\n"
        "zsh:         notice-gen completion zsh >> ~/.zshrc\n"
        "fish:        notice-gen completion fish > ~/.config/fish/completions/notice-gen.fish\n"
        "powershell:  notice-gen completion powershell | Out-String | Invoke-Expression   (dòng này ghi vào $PROFILE)"
    ),
    click.argument("shell", type=click.Choice(powershell.SHELLS)),
)  # fmt: skip
def completion(_: Say, shell: str) -> int:
    """Return the exit code after printing what *shell* reads."""
    click.echo(powershell.source(shell), nl=False)
    return ExitCode.OK
