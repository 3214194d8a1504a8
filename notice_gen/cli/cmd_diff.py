"""``notice-gen diff``: two papers compared, findings or Word files, box by box, then word by word."""

from __future__ import annotations

import click

from notice_gen.cli import back_text, options, report
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, Say


@options.command(
    N_("So sánh hai văn bản: theo từng ô của thể thức, rồi từng chữ."),
    N_(
        "So TỆP_MỚI với TỆP_CŨ; mỗi tệp là tệp nội dung .toml (so văn bản nó in ra) hoặc tệp Word "
        "(.docx; .doc, .odt, .rtf khi có LibreOffice).\n\n"
        "Chữ bỏ đi để trong [-…-], chữ thêm vào để trong {+…+}. Giống hết: mã thoát 0; có chỗ khác: 1."
    ),
    click.argument("old", metavar=N_("TỆP_CŨ")), click.argument("new", metavar=N_("TỆP_MỚI")), options.output_format,
)  # fmt: skip
def diff(say: Say, old: str, new: str, output_format: str) -> int:
    """Return the exit code after telling where two papers differ."""
    from notice_gen.office import returning

    words, looks = returning.compared(old, new, today=today())
    if output_format == "json":
        differences, of_looks = [back_text.as_json(one) for one in words], [back_text.look_as_json(one) for one in looks]
        report.print_json({"differences": differences, "looks": of_looks})
    elif not words and not looks:
        report.note(say(N_("Hai văn bản giống nhau.")))
    else:
        for line in (*back_text.lines(words, say), *back_text.look_lines(looks, say)):
            click.echo(line, color=report.colour())
    return ExitCode.FAULTS if words or looks else ExitCode.OK
