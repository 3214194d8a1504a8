"""Options that several commands share, and what their values mean."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from notice_gen.cli import completing, report
from notice_gen.errors import LANGUAGES, N_, ExitCode, Say

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
STREAM = "-"

G = TypeVar("G", bound=click.Group)
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


lang: Decorator = click.option(
    "--lang", type=click.Choice(LANGUAGES), expose_value=False,
    help=N_("Ngôn ngữ của thông báo: vi (mặc định) hoặc en; cũng đặt được bằng biến NOTICE_GEN_LANG."),
)


def _hush(context: click.Context, _: click.Parameter, wished: bool) -> None:
    if wished:
        context.meta[report.QUIET] = True


quiet: Decorator = click.option(
    "-q", "--quiet", is_flag=True, expose_value=False, is_eager=True, callback=_hush,
    help=N_("Chỉ báo lỗi và cảnh báo: không tổng kết, không nhắc việc tiếp theo, không thanh tiến độ."),
)  # fmt: skip
verbose: Decorator = click.option(
    "-v", "--verbose", is_flag=True, expose_value=False,
    help=N_("Kể thêm: phiên bản, máy, thư mục, tệp thiết lập; lỗi ngoài dự kiến thì in đủ (như NOTICE_GEN_DEBUG=1)."),
)  # fmt: skip


def command(short: str, text: str, *given: Decorator, name: str | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function the command *name*, else of its own name; the language spoken is its first argument.

    Args: *short*: its help in a line; *text*: all of it; *given*: its arguments and options in order; those of every command are last.
    """

    def made(function: Callable[..., Any]) -> click.Command:
        function = click.pass_obj(function)
        for each in (lang, verbose, quiet, *reversed(given)):
            function = each(function)
        return click.command(name, context_settings=HELP, short_help=short, options_metavar=N_("[TÙY CHỌN]"), help=text)(function)

    return made


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


FILE = click.Path(allow_dash=True)
"""A file's name as it was typed, or ``-``: shells complete it."""

files: Decorator = click.argument("files", metavar=N_("TỆP…"), nargs=-1, required=True, type=FILE)
mau: Decorator = click.argument("mau", metavar=N_("[MẪU]"), nargs=-1, shell_complete=completing.templates)
template: Decorator = click.option(
    "--template", metavar=N_("TỆP"), type=click.Path(path_type=Path), help=N_("Dùng tệp Word này của cơ quan làm mẫu, thay mẫu có sẵn.")
)
strict: Decorator = click.option("--strict", is_flag=True, help=N_("Coi cảnh báo là lỗi: có cảnh báo thì không ghi tệp nào."))
if_exists: Decorator = click.option(
    "--if-exists", type=click.Choice(["fail", "overwrite", "skip", "rename"]), default="fail",
    help=N_("Khi tệp ghi ra đã có và đã bị sửa: fail dừng và báo (mặc định), overwrite ghi đè, skip bỏ qua, rename ghi sang “tên (2)”."),
)
register: Decorator = click.option(
    "--register", "where", envvar="NOTICE_GEN_REGISTER", metavar=N_("SỔ"), shell_complete=completing.registers,
    help=N_(
        "Sổ văn bản để lấy số: tệp, hoặc postgresql://… Mặc định: so-van-ban.db cạnh notice-gen.toml đang dùng, "
        "không có thì ở thư mục đang đứng. Cũng đặt được bằng biến NOTICE_GEN_REGISTER."
    ),
)  # fmt: skip
output: Decorator = click.option(
    "-o", "--output", "out", metavar=N_("ĐÍCH"), type=FILE, help=N_("Tệp hoặc thư mục để ghi; “-” là đầu ra chuẩn.")
)
output_format: Decorator = click.option(
    "--format", "output_format", type=click.Choice(["text", "json"]), default="text",
    help=N_("Kết quả in ra màn hình: text (mặc định) hoặc json cho chương trình khác đọc."),
)


def usage_error(say: Say, message: str, **values: object) -> click.UsageError:
    """Return the exception for a command line that asks for what cannot be."""
    return click.UsageError(say(message).format_map(values), click.get_current_context(silent=True))


def is_verbose(args: Sequence[str]) -> bool:
    """Say whether *args* ask for ``--verbose``; looked for before click reads them, because what is told then is told first.

    >>> is_verbose(["render", "a.toml", "-v"]), is_verbose(["render", "--", "-v"]), is_verbose(["-qv"])
    (True, False, True)
    """
    before = itertools.takewhile("--".__ne__, args)
    return any(word == "--verbose" or re.fullmatch(r"-[qv]*v[qv]*", word) for word in before)


def put(text: str, out: str | None, name: str, if_exists: str, say: Say) -> int:
    """Write *text* to what *out* means, see :func:`target`, or to ``-``; return the exit code.  Raises OutputError: as :func:`write`."""
    if out == STREAM:
        click.echo(text, nl=False)
    else:
        path, named = target(out, name)
        write(path, text.encode(), if_exists, say, named=named)
    return ExitCode.OK


def write(path: Path, data: bytes, if_exists: str, say: Say, *, named: bool = False) -> None:
    """Write *data* to *path* and print it; *named*: the user wrote the whole path, which may be a link to a file.

    Raises OutputError: it cannot be written, or would go over somebody's work.
    """
    from notice_gen import files

    tell_written(path, files.write(path, data, if_exists=files.IfExists(if_exists), named=named), say)


def check_suffix(out: str | None, suffix: str, say: Say) -> None:
    """Refuse *out* of ``-o`` (click.UsageError) as the name of a file that opens in the wrong program; a folder or none is right."""
    if out is not None and not is_folder(out) and Path(out).suffix.lower() != suffix:
        raise usage_error(say, N_("Tệp ghi ra “{tep}” phải có đuôi {duoi}."), tep=out, duoi=suffix)


def typed(path: Path) -> str:
    r"""Return *path* as it is typed in a command, on Windows too.

    >>> typed(Path("tb.toml")), typed(Path("xã A/tb.toml")), typed(Path("o'b.toml"))
    ('tb.toml', '"xã A/tb.toml"', '"o\'b.toml"')
    """
    text = str(path)
    return f'"{text}"' if any(char.isspace() or char in "'&();|<>" for char in text) else text


def target(out: str | None, name: str, folder: Path | str = "") -> tuple[Path, bool]:
    """Return the file that *out* of ``-o`` means, and whether it is named; in a folder, or in *folder* without ``-o``, it is *name*."""
    return (Path(out), True) if out is not None and not is_folder(out) else (Path(folder if out is None else out) / name, False)


def is_folder(out: str) -> bool:
    """Say whether *out* of ``-o`` names a folder: one that is there, or a name that ends like one."""
    return out != STREAM and (out.endswith(("/", os.sep)) or os.path.isdir(out))  # noqa: PTH112 - pathlib's raises for a name that is too long


def tell_written(path: Path, written: Path | None, say: Say) -> None:
    """Print the path written on stdout, or on stderr that *path* was left alone."""
    if written is None:
        report.aside(say(N_("Bỏ qua, tệp đã có: {tep}")).format(tep=report.visible(str(path))))
    else:
        click.echo(str(written))
