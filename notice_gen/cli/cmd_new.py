"""``notice-gen new``: a commented findings file to start from, which renders at once."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path

import click

from notice_gen.cli import meant, options, report
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, OutputError, Say

_SCHEMA_LINE = re.compile(r"\A#:schema [^\r\n]*")

_before = click.option(
    "--from", "before", metavar=N_("TỆP"), type=click.Path(path_type=Path),
    help=N_("Bắt đầu từ tệp nội dung của năm trước: giữ lời văn, để trống số, ngày, số liệu, thời hạn."),
)  # fmt: skip


@options.command(
    N_("Tạo tệp nội dung mới để điền."), N_("Tạo tệp nội dung mới cho MẪU, có chú thích từng chỗ cần điền; in thử được ngay."),
    options.mau, _before, options.output, options.if_exists,
)  # fmt: skip
def new(say: Say, mau: tuple[str, ...], before: Path | None, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the starter file of the template that *mau* names."""
    from notice_gen.library import drafting

    if out != options.STREAM:
        options.check_suffix(out, ".toml", say)
    if before:
        if mau:
            raise options.usage_error(say, N_("--from đã có loại văn bản của tệp năm trước: bỏ MẪU “{mau}”."), mau=" ".join(mau))
        return _from_last_year(before, out, if_exists, say)
    name = meant.chosen_template(mau, say)
    path, _ = options.target(None if out == options.STREAM else out, f"{name}.toml")
    text, remark, settings = drafting.starter_file(name, path.parent, today=today())
    # The sample names the command that prints it.
    text = text.replace(f"notice-gen render {name}.toml", f"notice-gen render {options.typed(Path(path.name))}", 1)
    code = options.put(text, out, f"{name}.toml", if_exists, say)
    if out != options.STREAM:
        _put_schema(path.parent, say)
    if remark:
        report.aside(say(remark).format(tep=report.visible(settings)))
    return code


def _from_last_year(before: Path, out: str | None, if_exists: str, say: Say) -> int:
    """Write this year's file begun from *before*, say what is empty in it and what is worth a look; return the exit code."""
    from notice_gen import reader, renewal, templates

    data, year = reader.load_findings(before), today().year
    target, named = options.target(None if out == options.STREAM else out, renewal.new_name(before, data, year), before.parent)
    made = renewal.renewed(data, file=str(before), name=str(target), year=year)
    kept, moved = made.text, target.parent.resolve() != before.parent.resolve()
    if moved and out != options.STREAM:  # the schema of the old file lay somewhere beside that
        kept = _SCHEMA_LINE.sub(f"#:schema {templates.SCHEMA}", kept, count=1)
    text = kept.replace("\n", "\r\n") if b"\r\n" in data else kept
    if out == options.STREAM:
        click.echo(text, nl=False)
    else:
        if target.exists() and target.samefile(before):
            raise options.usage_error(say, N_("Tệp mới trùng tên với tệp năm trước {tep}. Gõ tên khác sau -o."), tep=str(before))
        options.write(target, text.encode(), if_exists, say, named=named)
        if text.startswith(f"#:schema {templates.SCHEMA}"):
            _put_schema(target.parent, say)
    words = N_("Đã để trống {so} khóa ({cac_khoa}) và {o} ô trong bảng; lời văn giữ nguyên.")
    report.aside(report.visible(say(words).format(so=len(made.emptied), cac_khoa=", ".join(made.emptied) or "—", o=made.cells)))
    report.complain(made.look, say)
    if made.lines:
        lines = ", ".join(map(str, made.lines))
        report.note(say(N_("Lời văn còn số gõ sẵn của văn bản trước, xem lại ở dòng: {cac_dong}.")).format(cac_dong=lines))
    return ExitCode.OK


def _put_schema(folder: Path, say: Say) -> None:
    """Put the schema that the first line names beside the new file, that of an older version replaced; say so on stderr.

    Whatever else has its name stays, and a folder that takes no second file is no fault: only editors want it.
    """
    from notice_gen import files, templates

    schema, path = templates.schema(), folder / templates.SCHEMA
    with contextlib.suppress(OutputError, OSError):
        before = path.read_bytes() if path.exists() else b""
        if before != schema and files.write(path, schema, if_exists=files.IfExists.SKIP, is_ours=_is_schema):
            message = N_("Kèm {tep}: nhờ nó VS Code (Even Better TOML) gợi ý, giải thích từng khóa.")
            report.aside(say(message).format(tep=report.visible(str(path))))


def _is_schema(data: bytes) -> bool:
    try:
        found = json.loads(data)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("title") == "notice-gen" and "definitions" in found
