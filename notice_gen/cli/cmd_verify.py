"""``notice-gen verify``: is this Word file what the findings file prints, or was it edited since, and where?"""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import back_text, options, report
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, Say

_SAID = {
    "exact": N_("{word}: đúng từng byte văn bản mà {toml} in ra."),
    "same": N_("{word}: lời văn và định dạng đúng như {toml} in ra; tệp do chương trình khác ghi lại, hoặc in bằng phiên bản, mẫu khác."),
    "differs": N_("{word}: khác văn bản mà {toml} in ra ở {so} chỗ:"),
    "untouched": N_("{word}: còn nguyên như lúc in ra. Muốn so với tệp kết quả: thêm --from TỆP."),
    "edited": N_("{word}: do notice-gen in ra, rồi đã được chương trình khác ghi lại. Muốn biết sửa ở đâu: thêm --from TỆP."),
    "foreign": N_("{word}: không phải tệp do notice-gen in ra, hoặc không còn dấu vết. Muốn so với tệp kết quả: thêm --from TỆP."),
}  # fmt: skip
_RIGHT = {"exact", "same", "untouched"}


@options.command(
    N_("Xem tệp Word có đúng là văn bản in từ tệp kết quả không."),
    N_(
        "So TỆP Word với văn bản mà tệp kết quả in ra bằng chương trình và mẫu đang dùng: đúng từng byte, hay đã bị sửa, sửa ở đâu. "
        "Không ghi --from thì tìm tệp kết quả cạnh TỆP, theo dấu mà TỆP mang.\n\n"
        "Đúng: mã thoát 0; đã sửa, hoặc không biết: 1."
    ),
    click.argument("file", metavar=N_("TỆP")),
    click.option(
        "--from", "source", metavar=N_("TỆP_KẾT_QUẢ"), type=click.Path(path_type=Path), help=N_("Tệp kết quả .toml đã in ra TỆP."),
    ),
    options.output_format,
)  # fmt: skip
def verify(say: Say, file: str, source: Path | None, output_format: str) -> int:
    """Return the exit code after telling whether *file* is what its findings print."""
    from notice_gen.office import returning

    found = returning.verified(file, source, today=today())
    if output_format == "json":
        differences = [back_text.as_json(one) for one in found.differences]
        looks = [back_text.look_as_json(one) for one in found.looks]
        findings = str(found.findings) if found.findings else None
        report.print_json({"file": file, "status": found.status, "findings": findings, "differences": differences, "looks": looks})
    else:
        several = len(found.differences) + len(found.looks)
        report.note(report.visible(say(_SAID[found.status]).format(word=file, toml=found.findings, so=several)))
        for line in (*back_text.lines(found.differences, say), *back_text.look_lines(found.looks, say)):
            report.note(line)
    return ExitCode.OK if found.status in _RIGHT else ExitCode.FAULTS
