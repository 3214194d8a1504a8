"""``notice-gen validate``: everything that ``render`` does, but write."""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import numbering, options, proofs, report, work
from notice_gen.cli.i18n import Say
from notice_gen.errors import N_, ExitCode
from notice_gen.office import printing
from notice_gen.office.proofs import faults


@click.command(
    context_settings=options.HELP,
    short_help=N_("Kiểm tra tệp kết quả, không ghi gì."),
    options_metavar=N_("[TÙY CHỌN]"),
    help=N_(
        "Kiểm tra TỆP kết quả (.toml) như khi in văn bản, nhưng không ghi tệp nào.\n\n"
        "TỆP là “-” thì đọc từ đầu vào chuẩn."
    ),
)
@options.files
@options.template
@options.strict
@numbering.option
@proofs.option
@options.output_format
@options.lang
@click.pass_obj
def validate(
    say: Say, files: tuple[str, ...], template: Path | None, strict: bool, where: str | None, check: str, output_format: str
) -> int:
    """Return the exit code after reporting every problem of *files*."""
    order = printing.Order(work.today(), where, template, strict, dry=True)
    outcomes = printing.prepare(work.named(files, say), order).outcomes
    unlawful = {index: faults(outcome.issued, check) for index, outcome in enumerate(outcomes) if outcome.issued}
    code = max(work.worst(outcomes), ExitCode.FAULTS if any(unlawful.values()) else ExitCode.OK)
    if output_format == "json":
        work.print_json(outcomes, {index: {"faults": proofs.as_json(its, say)} for index, its in unlawful.items()}, say)
        return code
    work.complain(outcomes, say)
    proofs.tell({outcomes[index].file: its for index, its in unlawful.items()}, say, made=False)
    for index, outcome in enumerate(outcomes):
        if not outcome.exit_code and not unlawful.get(index):
            report.note(say(N_("{tep}: không có lỗi.")).format(tep=report.visible(outcome.file)))
    return code
