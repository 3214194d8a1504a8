"""Options that several commands share, and what their values mean."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from notice_gen.cli import report
from notice_gen.errors import LANGUAGES, N_, ExitCode, Say

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
STREAM = "-"

G = TypeVar("G", bound=click.Group)
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def command(short: str, text: str, name: str | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function the command *name*, else of its own name, with a *short* help and its whole *text*."""
    return click.command(name, context_settings=HELP, short_help=short, options_metavar=N_("[TÙY CHỌN]"), help=text)


lang: Decorator = click.option(
    "--lang", type=click.Choice(LANGUAGES), expose_value=False,
    help=N_("Ngôn ngữ của thông báo: vi (mặc định) hoặc en; cũng đặt được bằng biến NOTICE_GEN_LANG."),
)


def group(cls: type[G], name: str, short: str, text: str, *commands: click.Command, also: Decorator = lambda made: made) -> G:
    """Return a command that only holds others; called without one it shows them."""

    @click.pass_context
    def show_help(context: click.Context) -> int:
        if context.invoked_subcommand:
            return ExitCode.OK
        report.note(context.get_help())
        return ExitCode.USAGE

    words = {"options_metavar": N_("[TÙY CHỌN]"), "subcommand_metavar": N_("LỆNH [THAM SỐ]…")}
    made = click.group(name, cls, context_settings=HELP, short_help=short, help=text, invoke_without_command=True, **words)
    held = made(also(lang(show_help)))
    for each in commands:
        held.add_command(each)
    return held


def speaking(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--lang``, and the language chosen as its first argument."""
    return lang(click.pass_obj(function))


files: Decorator = click.argument("files", metavar=N_("TỆP…"), nargs=-1, required=True)
mau: Decorator = click.argument("mau", metavar=N_("[MẪU]"), nargs=-1)
template: Decorator = click.option(
    "--template", metavar=N_("TỆP"), type=click.Path(path_type=Path), help=N_("Dùng tệp Word này của cơ quan làm mẫu, thay mẫu có sẵn.")
)
strict: Decorator = click.option("--strict", is_flag=True, help=N_("Coi cảnh báo là lỗi: có cảnh báo thì không ghi tệp nào."))
if_exists: Decorator = click.option(
    "--if-exists", type=click.Choice(["fail", "overwrite", "skip", "rename"]), default="fail",
    help=N_("Khi tệp kết quả đã có và đã bị sửa: fail dừng và báo (mặc định), overwrite ghi đè, skip bỏ qua, rename ghi sang “tên (2)”."),
)
output: Decorator = click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), help=N_("Tệp hoặc thư mục để ghi; “-” là đầu ra chuẩn."))
output_format: Decorator = click.option(
    "--format", "output_format", type=click.Choice(["text", "json"]), default="text",
    help=N_("Kết quả in ra màn hình: text (mặc định) hoặc json cho chương trình khác đọc."),
)


def usage_error(say: Say, message: str, **values: object) -> click.UsageError:
    """Return the exception for a command line that asks for what cannot be."""
    return click.UsageError(say(message).format_map(values), click.get_current_context(silent=True))


def put(text: str, out: str, name: str, if_exists: str, say: Say) -> int:
    """Write *text* to *out*: a file, a folder (there as *name*) or ``-``; print its path; return the exit code.

    Raises OutputError: it cannot be written, or would go over somebody's work.
    """
    if out == STREAM:
        click.echo(text, nl=False)
        return ExitCode.OK
    named = not is_folder(out)
    write(Path(out) if named else Path(out) / name, text.encode(), if_exists, say, named=named)
    return ExitCode.OK


def write(path: Path, data: bytes, if_exists: str, say: Say, *, named: bool = True) -> None:
    """Write *data* to *path* and print it.

    Raises OutputError: it cannot be written, or would go over somebody's work.
    """
    from notice_gen import files

    tell_written(path, files.write(path, data, if_exists=files.IfExists(if_exists), is_ours=lambda _: False, named=named), say)


def check_suffix(out: str | None, suffix: str, say: Say) -> None:
    """Refuse *out* of ``-o`` as the name of a file that opens in the wrong program; a folder or none is right.

    Raises click.UsageError: *out* does not end in *suffix*.
    """
    if out is not None and not is_folder(out) and Path(out).suffix.lower() != suffix:
        raise usage_error(say, N_("Tệp kết quả “{tep}” phải có đuôi {duoi}."), tep=out, duoi=suffix)


def typed(path: Path) -> str:
    r"""Return *path* as it is typed in a command, on Windows too.

    >>> typed(Path("tb.toml")), typed(Path("xã A/tb.toml")), typed(Path("o'b.toml"))
    ('tb.toml', '"xã A/tb.toml"', '"o\'b.toml"')
    """
    text = str(path)
    return f'"{text}"' if any(char.isspace() or char in "'&();|<>" for char in text) else text


def is_folder(out: str) -> bool:
    """Say whether *out* of ``-o`` names a folder: one that is there, or a name that ends like one."""
    return out != STREAM and (out.endswith(("/", os.sep)) or Path(out).is_dir())


def tell_written(path: Path, written: Path | None, say: Say) -> None:
    """Print the path written on stdout, or on stderr that *path* was left alone."""
    if written is None:
        report.note(say(N_("Bỏ qua, tệp đã có: {tep}")).format(tep=report.visible(str(path))))
    else:
        click.echo(str(written))
