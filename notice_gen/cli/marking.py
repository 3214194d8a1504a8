"""``batch --mark``: the copy of the workbook in which what is wrong is seen, asked for and written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from notice_gen.cli import report
from notice_gen.cli.options import usage_error
from notice_gen.errors import N_, ExitCode, NoticeGenError, OutputError, Problem, Say


def check(mark: Path | None, data: Path | None, say: Say) -> None:
    """Refuse (click.UsageError, OutputError) a marked copy that cannot be."""
    from notice_gen.files import is_link, linked

    if mark is None:
        return
    if data is None or data.suffix.lower() != ".xlsx" or mark.suffix.lower() != ".xlsx":
        raise usage_error(say, N_("--mark chép và tô bảng .xlsx của --data, ra một tệp .xlsx khác; dạng khác thì lưu thành .xlsx trước."))
    if mark.exists() and data.exists() and mark.samefile(data):
        raise usage_error(say, N_("--mark không ghi đè bảng gốc “{tep}”: ghi tên khác, ví dụ --mark loi.xlsx."), tep=data)
    if is_link(mark):
        raise OutputError(linked(mark, "--mark"))


def write(mark: Path | None, data: Path | None, found: Sequence[tuple[str, Problem]], if_exists: str, say: Say) -> ExitCode:
    """Write the copy of the workbook *data* with what was *found* at its cells; return the exit code."""
    from notice_gen import files
    from notice_gen.batch import marked

    if mark is None or data is None:
        return ExitCode.OK
    marks = marked.marks(found, str(data), say)
    if not marks:
        report.note(say(N_("Không có ô nào để tô, không ghi {tep}.")).format(tep=report.visible(str(mark))))
        return ExitCode.OK
    try:
        written = files.write(mark, marked.copy(data, marks), if_exists=files.IfExists(if_exists), is_ours=marked.is_ours)
    except NoticeGenError as error:
        report.complain(error.problems, say)
        return error.exit_code
    if written:
        message = N_("Bản tô lỗi: {tep} (sửa trong bảng gốc, hay sửa luôn ở bản này rồi lưu bằng Excel).")
        report.aside(report.visible(say(message).format(tep=written)))
    return ExitCode.OK
