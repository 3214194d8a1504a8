"""``notice-gen new``: a commented findings file to start from, which renders at once."""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import meant, options, report
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, Say

_before = click.option(
    "--from", "before", metavar=N_("TỆP"), type=click.Path(path_type=Path),
    help=N_("Bắt đầu từ tệp kết quả của năm trước: giữ lời văn, để trống số, ngày, số liệu, thời hạn."),
)  # fmt: skip


@options.command(
    N_("Tạo tệp kết quả mới để điền."), N_("Tạo tệp kết quả mới cho MẪU, có chú thích từng chỗ cần điền; in thử được ngay."),
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
    if remark:
        report.note(say(remark).format(tep=report.visible(settings)))
    return code


def _from_last_year(before: Path, out: str | None, if_exists: str, say: Say) -> int:
    """Write this year's file begun from *before*, say what is empty in it and what is worth a look; return the exit code."""
    from notice_gen import reader, renewal

    data, year = reader.load_findings(before), today().year
    target, named = options.target(None if out == options.STREAM else out, renewal.new_name(before, data, year), before.parent)
    made = renewal.renewed(data, file=str(before), name=str(target), year=year)
    text = made.text.replace("\n", "\r\n") if b"\r\n" in data else made.text
    if out == options.STREAM:
        click.echo(text, nl=False)
    else:
        if target.exists() and target.samefile(before):
            raise options.usage_error(say, N_("Tệp mới trùng tên với tệp năm trước {tep}. Gõ tên khác sau -o."), tep=str(before))
        options.write(target, text.encode(), if_exists, say, named=named)
    words = N_("Đã để trống {so} khóa ({cac_khoa}) và {o} ô trong bảng; lời văn giữ nguyên.")
    report.note(report.visible(say(words).format(so=len(made.emptied), cac_khoa=", ".join(made.emptied) or "—", o=made.cells)))
    report.complain(made.look, say)
    if made.lines:
        lines = ", ".join(map(str, made.lines))
        report.note(say(N_("Lời văn còn số gõ sẵn của văn bản trước, xem lại ở dòng: {cac_dong}.")).format(cac_dong=lines))
    return ExitCode.OK
