"""Write docs/notice-gen.1, the page that ``man notice-gen`` shows, from the commands themselves.

Usage:
    python -m tools.man_page            writes it again
    python -m tools.man_page --check    says whether it is as it would be written
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from notice_gen.cli import i18n
from notice_gen.cli.main import group

PAGE = Path(__file__).parents[1] / "docs" / "notice-gen.1"
_CODES = (
    ("0", "xong"), ("1", "văn bản có chỗ sai thể thức, hoặc một số văn bản của lượt in hàng loạt hỏng"), ("2", "gõ lệnh sai"),
    ("3", "tệp nội dung, bảng số liệu hoặc mẫu bị từ chối"),
    ("4", "máy không làm được: tệp đang mở, đầy đĩa, thiếu LibreOffice, không tới được sổ"),
    ("130", "dừng bằng Ctrl+C"),
)  # fmt: skip
_VARIABLES = (
    ("NOTICE_GEN_LANG", "ngôn ngữ của thông báo: vi hoặc en"), ("NOTICE_GEN_REGISTER", "sổ văn bản, như --register"),
    ("NOTICE_GEN_SOFFICE", "đường dẫn tới soffice của LibreOffice"), ("NOTICE_GEN_DATA", "thư mục của dữ liệu cài thêm"),
    ("NOTICE_GEN_DEBUG", "đặt 1 thì lỗi ngoài dự kiến in đủ"), ("NO_COLOR", "có đặt thì không dùng màu"),
)  # fmt: skip


def page() -> str:
    """Return the page, in the language of roff."""
    i18n.speak("vi")  # what click says of options, too
    return "\n".join([".\\\" Made by tools/man_page.py", ".TH NOTICE\\-GEN 1", *_lines(), ""])


def _lines() -> Iterator[str]:
    context = click.Context(group, info_name="notice-gen", **group.context_settings)
    yield from (".SH TÊN", "notice\\-gen \\- từ tệp nội dung (.toml) ra văn bản Word đúng thể thức Nghị định 30/2020/NĐ\\-CP")
    yield from (".SH CÁCH DÙNG", ".B notice\\-gen", "LỆNH [THAM SỐ]…")
    yield from (".SH MÔ TẢ", *_paragraphs(group.help or ""))
    yield from (".SH CÁC LỆNH",)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            yield from _command(command, click.Context(command, parent=context, info_name=name, **command.context_settings))
    for title, rows in (("MÃ KẾT THÚC", _CODES), ("BIẾN MÔI TRƯỜNG", _VARIABLES)):
        yield f".SH {title}"
        for term, words in rows:
            yield from (".TP", f".B {_roff(term)}", _roff(words))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield from (f".SS {_roff(context.command_path)} {_roff(usage)}", *_paragraphs(command.help or ""))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from _command(child, click.Context(child, parent=context, info_name=name, **child.context_settings))
        return
    for param in command.get_params(context):
        record = param.get_help_record(context) if isinstance(param, click.Option) else None
        if record and param.name not in {"lang", "quiet", "verbose", "help"}:
            yield from (".TP", f".B {_roff(record[0])}", _roff(record[1]))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        listed = paragraph.startswith("\b\n")
        yield ".nf" if listed else ".PP"
        yield from (_roff(line) for line in (paragraph.removeprefix("\b\n").split("\n") if listed else [" ".join(paragraph.split())]))
        if listed:
            yield ".fi"


def _roff(text: str) -> str:
    """Return *text* so that roff takes no letter of it for a command."""
    out = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + out if out.startswith((".", "'")) else out


def main(arguments: list[str]) -> int:
    """Write, or check with ``--check``; return the exit code."""
    if arguments == ["--check"]:
        same = PAGE.is_file() and PAGE.read_text("utf-8") == page()
        if not same:
            sys.stderr.write("docs/notice-gen.1 is old: python -m tools.man_page\n")
        return int(not same)
    PAGE.write_text(page(), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
