"""``notice-gen schema``: the JSON Schema that gives an editor completion and hover help."""

from __future__ import annotations

import click

from notice_gen.cli import completing, meant, options
from notice_gen.errors import N_, Say


@options.command(
    N_("In JSON Schema cho trình soạn thảo."),
    N_(
        "In JSON Schema của tệp nội dung, để VS Code (Even Better TOML, Tombi) gợi ý và giải thích từng khóa; có MẪU thì chỉ cho mẫu đó.\n\n"  # noqa: E501
        "Ghi bằng -o vào cạnh tệp .toml, rồi để dòng đầu của tệp .toml là: #:schema notice-gen.schema.json"
    ),
    click.argument("mau", metavar=N_("[MẪU]"), default="", callback=meant.one_template, shell_complete=completing.templates),
    options.output, options.if_exists,
)  # fmt: skip
def schema(say: Say, mau: str, out: str | None, if_exists: str) -> int:
    """Return the exit code after printing or writing the schema, of *mau* alone when one is named."""
    from notice_gen import templates
    from notice_gen.schema import json_text

    forms = {name: templates.form_of(templates.find(name))[2] for name in ([mau] if mau else templates.names())}
    return options.put(json_text(forms), out or options.STREAM, f"{mau}.schema.json" if mau else templates.SCHEMA, if_exists, say)
