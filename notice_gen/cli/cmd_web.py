"""``notice-gen web``: the screen, in the browser."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from notice_gen.cli import options, report
from notice_gen.errors import N_, ExitCode, Say
from notice_gen.office import numbering


@options.command(
    N_("Mở màn hình soạn thảo trong trình duyệt."),
    N_(
        "Mở THƯ_MỤC chứa các tệp nội dung trong trình duyệt: soạn, xem trước trang in, in ra tệp Word. "
        "Không ghi THƯ_MỤC thì mở thư mục mở lần trước, lần đầu thì thư mục Tài liệu (Documents).\n\n"
        "Chỉ máy này mở được. Thư mục đang mở sẵn thì hiện lại màn hình đó. Tắt bằng nút Tắt trên màn hình, hoặc Ctrl+C."
    ),
    click.argument("folder", metavar=N_("[THƯ_MỤC]"), required=False, type=click.Path(path_type=Path)),
    click.option("--port", type=click.IntRange(1, 65535), metavar=N_("CỔNG"), help=N_("Cổng để nghe; mặc định: cổng riêng của thư mục, bận thì cổng khác.")),  # noqa: E501
    click.option("--no-open", is_flag=True, help=N_("Không mở trình duyệt; dòng đầu của đầu ra chuẩn là địa chỉ, mở được một lần.")),
    options.register,
)  # fmt: skip
def web(say: Say, folder: Path | None, port: int | None, no_open: bool, where: str | None) -> int:
    """Return the exit code after the screen was closed."""
    from notice_gen.web import server

    root = server.folder_to_open(folder)
    register = numbering.in_force(where, root) if where else None

    def opened(address: Callable[[], str]) -> None:
        click.echo(address())
        sys.stdout.flush()
        if not no_open:
            import webbrowser

            webbrowser.open(address())
        report.note(say(N_("Đang mở {thu_muc}. Tắt bằng nút Tắt trên màn hình, hoặc Ctrl+C.")).format(thu_muc=report.visible(str(root))))

    if server.running(root):
        opened(lambda: server.running(root) or "")
        return ExitCode.OK
    try:
        server.serve(root, port=port, register=register, opened=opened)
    except KeyboardInterrupt:
        report.note(say(N_("Đã tắt.")))
    return ExitCode.OK
