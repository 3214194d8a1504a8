"""``notice-gen preview``: the pages of a paper as pictures, to look at before it is printed."""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import options, report, work
from notice_gen.errors import N_, ExitCode, InputError, NoticeGenError, Problem, Say

_DOTS = 110  # to the inch: a page fits a screen, and 13 pt is read with ease


@options.command(
    N_("Xem trước: từng trang của văn bản thành ảnh PNG."),
    N_(
        "In từng trang của TỆP (tệp nội dung .toml, hoặc tệp Word) thành ảnh PNG, để xem trước khi in; cần LibreOffice và pypdfium2.\n\n"
        "Tệp nội dung thì không ghi văn bản, không lấy số. Nhiều trang thì tên ảnh có thêm -1, -2 …"
    ),
    click.argument("file", metavar=N_("TỆP"), type=options.FILE),
    click.option(
        "-o", "--output", "out", metavar=N_("ĐÍCH"), type=options.FILE, help=N_("Tệp .png hoặc thư mục để ghi; mặc định: cạnh TỆP.")
    ),
    options.template, options.if_exists,
)  # fmt: skip
def preview(say: Say, file: str, out: str | None, template: Path | None, if_exists: str) -> int:
    """Return the exit code after writing a picture of each page of *file*."""
    from notice_gen.convert import PDF, Paper, convert, pages
    from notice_gen.convert.pages import MISSING, can_read
    from notice_gen.errors import ToolError
    from notice_gen.files import IfExists, write

    options.check_suffix(out, ".png", say)
    if not can_read():
        raise ToolError(MISSING)
    kind, data = _word(Path(file), template, say)
    if not data:
        return ExitCode.INPUT
    [(_, pdf)] = convert([Paper(data, kind)], PDF)
    if isinstance(pdf, Problem):
        raise InputError(pdf)
    path, named = options.target(out, f"{Path(file).stem}.png", Path(file).parent)
    made = pages.pictures(pdf, dots=_DOTS)
    code = ExitCode.OK
    for number, picture in enumerate(made, start=1):
        target = path if len(made) == 1 else path.with_stem(f"{path.stem}-{number}")
        try:
            written = write(target, picture, if_exists=IfExists(if_exists), is_ours=pages.is_our_picture, named=named and len(made) == 1)
        except NoticeGenError as error:
            report.complain(error.problems, say)
            code = error.exit_code
        else:
            options.tell_written(target, written, say)
    return code


def _word(path: Path, template: Path | None, say: Say) -> tuple[str, bytes]:
    """Return the kind and the bytes of the Word file meant by *path*; no bytes where findings are refused, which is reported."""
    from notice_gen.office import pdf, printing

    if path.suffix.lower() != ".toml":
        return pdf.read_word(path)
    outcomes = printing.prepare(work.named([str(path)], say), today=work.today(), template=template, dry=True, fit=True).outcomes
    work.complain(outcomes, say)
    return ".docx", b"" if work.worst(outcomes) else outcomes[0].notice.docx
