"""The command group, and the one place where an error becomes an exit code."""

from __future__ import annotations

import contextlib
import errno
import gc
import importlib
import io
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from notice_gen import __version__, child, patterns, ready
from notice_gen.cli import completing, i18n, meant, options, report
from notice_gen.errors import N_, ExitCode, NoticeGenError, Say, in_one_line, why_refused

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_NO_ROOM = {errno.ENOSPC, errno.EIO, errno.EFBIG}
_DEBUG = "NOTICE_GEN_DEBUG"
_HUNG_UP = 141  # 128 + SIGPIPE
_PRINTING = ("render", "validate", "batch")  # commands that need the same patterns
_BACK = ("import", "take-edits", "diff", "verify")  # and these, which read papers too

_OWN = (
    "batch", "batch-form", "check", "completion", "data", "diff", "doctor", "follow", "import", "init", "lsp", "metadata", "new", "pdf",
    "preview", "register", "render", "report", "schema", "stats", "take-edits", "templates", "verify", "verify-signature", "web",
)
COMMANDS = {name: f"cmd_{name.replace('-', '_')}" for name in _OWN} | {"validate": "cmd_render"}
"""The module of each command, here and not looked for in a folder: a program in one file has none."""


class Commands(meant.Group):
    """The commands, each loaded when it is called or listed."""

    say: Say = str

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """Return every command's name."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's interface
        """Return the command of that name, its help in the language spoken."""
        if cmd_name not in COMMANDS:
            return None
        function = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")  # a word of the language
        command: click.Command = getattr(importlib.import_module(f"notice_gen.cli.{COMMANDS[cmd_name]}"), function)
        return i18n.translated(command, self.say)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with its help in a line."""
        lines = self._in_a_line()
        if lines is None:
            super().format_commands(ctx, formatter)
        else:
            listed = {name: click.Command(name, short_help=line) for name, line in lines.items()}
            click.Group(commands=listed).format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands whose names begin so, each with its help in a line, and the options that do."""
        lines = self._in_a_line()
        if lines is None:
            return super().shell_complete(ctx, incomplete)
        own = [completing.item(name, line) for name, line in sorted(lines.items()) if name.startswith(incomplete)]
        return [*own, *super(click.Group, self).shell_complete(ctx, incomplete)]

    def _in_a_line(self) -> dict[str, str] | None:
        """Return what was made ready of the commands, by name: one line each is not worth loading them all; None where it is not there."""
        lines = ready.plain("lenh", *Path(__file__).parent.rglob("*.py"))
        return lines and {name: self.say(line) for name, line in lines.items()}


def _tell_version(context: click.Context, _: click.Parameter, wished: bool) -> None:
    """Print the program's version, and the date of the data that hold."""
    if wished:
        from notice_gen import facts

        using = facts.in_use() or facts.shipped()
        click.echo(f"notice-gen {__version__}")
        click.echo(context.obj(N_("dữ liệu {bo}, {nguon}")).format(bo=facts.edition(), nguon=report.source(using.nguon, context.obj)))
        context.exit()


_version = click.option("-V", "--version", is_flag=True, expose_value=False, is_eager=True, callback=_tell_version, help=N_("In số phiên bản, ngày của dữ liệu."))  # noqa: E501
_what = N_("Từ tệp nội dung (.toml) ra văn bản Word đúng thể thức Nghị định 30/2020/NĐ-CP, sẵn sàng để ký.")
group = options.group(Commands, "notice-gen", "", _what, also=_version)


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    if child.is_frozen():
        _thaw()
    gc.disable()  # a command is over before there is much to collect; looking for it costs a tenth of start-up
    code = run(sys.argv[1:])
    gc.freeze()  # likewise the last look, as the interpreter leaves
    sys.exit(code)


def _thaw() -> None:
    """Do what this program was called for by itself, where there is no Python to call, and leave; return if a person called it."""
    import multiprocessing

    multiprocessing.freeze_support()
    if name := child.asked_for(sys.argv[1:]):
        child.work(name)
        sys.exit()


def run(args: Sequence[str]) -> int:
    """Run the command line *args* and return the exit code."""
    try:
        return _ran(args)
    except BrokenPipeError:
        return _hung_up()


def _ran(args: Sequence[str]) -> int:
    _speak_utf_8()
    say = i18n.speak(i18n.chosen(args, os.environ))
    _begin(args, say)
    try:
        commands = i18n.translated(group, say)
        commands.say = say
        code = commands.main(list(args), prog_name="notice-gen", standalone_mode=False, obj=say)
        if sys.stdout:  # closed by the caller, or a program without a console
            sys.stdout.flush()
        _keep(args, code)
    except (BrokenPipeError, SystemExit):  # click, told to end nothing by itself, still ends the process here
        return ExitCode.OK if completing.is_asked_for(os.environ) else _hung_up()  # a shell that asks has its answer by then
    except click.ClickException as error:
        return _usage(error, say)
    except (click.Abort, KeyboardInterrupt):
        report.note(say(N_("Đã dừng theo yêu cầu.")))
        return ExitCode.INTERRUPTED
    except NoticeGenError as error:
        report.complain(error.problems, say)
        return error.exit_code
    except Exception as error:
        return _failed(error, say)
    return int(code or ExitCode.OK)


def _tell_all(say: Say) -> None:
    """Say what whoever helps would ask: which program, on what, with which settings and register."""
    import platform

    from notice_gen import facts, reader

    os.environ[_DEBUG] = os.environ.get(_DEBUG) or "1"
    values = {
        "so": __version__, "bo": facts.edition(), "python": platform.python_version(), "he": platform.platform(terse=True),
        "thiet_lap": reader.office_path(Path()) or say(N_("không có")), "noi": Path.cwd(),
    }  # fmt: skip
    words = N_("notice-gen {so}, dữ liệu {bo}, Python {python} ({he}); thư mục: {noi}; thiết lập: {thiet_lap}")
    report.note(report.visible(say(words).format_map(values)))


def _failed(error: Exception, say: Say) -> int:
    """Say what went wrong that nobody foresaw; standard output that takes no more is told apart: its errors name no file."""
    if isinstance(error, OSError) and not error.filename:
        if error.errno in _NO_ROOM:
            return _no_room(error, say)
        if os.name == "nt" and error.errno == errno.EINVAL:  # what Windows says of a pipe whose reader has gone
            return _hung_up()
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG and isinstance(error.filename, str):
        from notice_gen import files  # wherever it was looked for, nothing is there

        report.complain([files.refusal(Path(error.filename), error)], say)
        return ExitCode.ENVIRONMENT
    return _broken(error, say)


def _begin(args: Sequence[str], say: Say) -> None:
    if args and args[0] in _PRINTING:
        patterns.remember("in")
    elif args and args[0] in _BACK:
        patterns.remember("ve")
    elif args and args[0] == "check":
        patterns.remember("kiem")
    if completing.is_asked_for(os.environ):
        importlib.import_module("notice_gen.cli.powershell")  # its class makes itself known to click
    elif options.is_verbose(args):
        _tell_all(say)


def _keep(args: Sequence[str], code: int | None) -> None:
    """Keep the patterns of a paper that was printed, or came back; the checker's have their own place."""
    if args and args[0] == "render" and not code and "notice_gen.check.rules" not in sys.modules:
        patterns.keep("in")
    elif args and args[0] in _BACK and code in {ExitCode.OK, ExitCode.FAULTS}:
        patterns.keep("ve")


def _speak_utf_8() -> None:
    """Let Vietnamese through whatever the code page; a file name that is no text comes out as it went in."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _hung_up() -> int:
    """End quietly, as a program of Unix does, when whoever reads our output (``| head -1``) has gone."""
    for number in (1, 2):
        with contextlib.suppress(OSError):
            if stat.S_ISFIFO(os.fstat(number).st_mode):
                os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    return _HUNG_UP


def _no_room(error: OSError, say: Say) -> int:
    """Say that the standard output takes no more, and forget what still waits to be written there."""
    report.note(report.visible(say(N_("Không ghi được ra đầu ra chuẩn: {loi}.")).format(loi=say(why_refused(error)))))
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.ENVIRONMENT


def _usage(error: click.ClickException, say: Say) -> int:
    context = getattr(error, "ctx", None)
    if context is not None:
        report.note(context.get_usage())
    report.note(click.style(say(N_("lỗi")) + ":", fg="red", bold=True) + f" {report.visible(error.format_message())}")
    if context is not None:
        report.note(say(N_("Xem cách dùng: {lenh} --help")).format(lenh=context.command_path))
    return error.exit_code


def _broken(error: Exception, say: Say) -> int:
    if os.environ.get(_DEBUG):
        import traceback

        report.note("".join(traceback.format_exception(error)))
    message = N_(
        "Chương trình gặp lỗi ngoài dự kiến ({loi}). Chạy lại với NOTICE_GEN_DEBUG=1 rồi gửi phần in ra, "
        "kèm tệp .toml, cho người phụ trách phần mềm."
    )
    report.note(report.visible(say(message).format(loi=in_one_line(error))))
    return ExitCode.ENVIRONMENT
