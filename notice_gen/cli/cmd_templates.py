"""``notice-gen templates …``: the Word files that notices are printed from, and the office's own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import options, report
from notice_gen.cli.i18n import Say
from notice_gen.errors import N_, ExitCode

if TYPE_CHECKING:
    from notice_gen.template_review import Finding

_MAU = click.argument("mau", metavar=N_("MẪU"))


@click.group(
    context_settings=options.HELP,
    short_help=N_("Mẫu Word: xem, lấy về sửa, soát lại."),
    options_metavar=N_("[TÙY CHỌN]"),
    subcommand_metavar=N_("LỆNH [THAM SỐ]…"),
    help=N_("Mẫu Word của từng loại văn bản: xem các mẫu, lấy tệp Word về sửa cho hợp cơ quan, rồi soát lại trước khi dùng với --template."),
    invoke_without_command=True,
)
@options.lang
@click.pass_context
def templates(context: click.Context) -> int:
    """Only holds the commands about templates; called without one it shows them."""
    if context.invoked_subcommand:
        return ExitCode.OK
    report.note(context.get_help())
    return ExitCode.USAGE


@templates.command("list", context_settings=options.HELP, options_metavar=N_("[TÙY CHỌN]"), short_help=N_("Các mẫu đang có."), help=N_("Liệt kê các mẫu: tên, loại văn bản, dùng khi nào."))
@options.output_format
@options.lang
@click.pass_obj
def list_(say: Say, output_format: str) -> int:  # noqa: ARG001 - what a manifest says is in Vietnamese
    """Return the exit code after listing the templates."""
    from notice_gen.templates import find, names

    rows = [(mau, str(found.manifest["ten"]), str(found.manifest["mo_ta"])) for mau in names() for found in [find(mau)]]
    if output_format == "json":
        click.echo(json.dumps([{"mau": mau, "ten": ten, "mo_ta": mo_ta} for mau, ten, mo_ta in rows], ensure_ascii=False, indent=2))
        return ExitCode.OK
    first, second = (max(len(row[n]) for row in rows) for n in (0, 1))
    for mau, ten, mo_ta in rows:
        click.echo(f"{mau:<{first}}  {ten:<{second}}  {mo_ta}")
    return ExitCode.OK


@templates.command(context_settings=options.HELP, options_metavar=N_("[TÙY CHỌN]"), short_help=N_("Một mẫu: cần gì, có những thẻ nào."), help=N_("Cho biết MẪU cần những khóa nào trong tệp kết quả và tệp Word của mẫu có những thẻ nào."))
@_MAU
@options.lang
@click.pass_obj
def show(say: Say, mau: str) -> int:
    """Return the exit code after telling all about one template."""
    from notice_gen import template_review
    from notice_gen.templates import find, form_of

    found = find(mau)
    ten, needed, _ = form_of(found)
    click.echo(f"{mau}: {ten}. {found.manifest['mo_ta']}")
    click.echo(say(N_("Tệp Word: {tep}; lấy về: notice-gen templates export {mau}")).format(tep=found.label, mau=mau))
    if needed:
        click.echo(say(N_("Tệp kết quả phải có: {cac_khoa}")).format(cac_khoa=", ".join(needed)))
    _list_tags(template_review.tags(found.docx), say)
    return ExitCode.OK


@templates.command(context_settings=options.HELP, options_metavar=N_("[TÙY CHỌN]"), short_help=N_("Lấy tệp Word của mẫu về sửa."), help=N_("Ghi tệp Word của MẪU ra để sửa kiểu chữ, thêm biểu trưng, …; sửa xong thì soát bằng templates check, rồi in với render --template."))
@_MAU
@click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), help=N_("Tệp .docx hoặc thư mục để ghi."))
@options.if_exists
@options.lang
@click.pass_obj
def export(say: Say, mau: str, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the Word file of *mau*."""
    from notice_gen import files
    from notice_gen.templates import find

    options.check_suffix(out, ".docx", say)
    docx = find(mau).docx
    path = Path(out or ".")
    path = path / f"mau-{mau}.docx" if out is None or options.is_folder(out) else path
    written = files.write(path, docx, if_exists=files.IfExists(if_exists), is_ours=lambda _: False)
    options.tell_written(path, written, say)
    report.note(say(N_("Sửa bằng Word, giữ nguyên các thẻ {{{{ … }}}} và {{% … %}}, rồi soát: notice-gen templates check {tep} --mau {mau}")).format(tep=options.typed(path), mau=mau))
    return ExitCode.OK


@templates.command(
    context_settings=options.HELP,
    options_metavar=N_("[TÙY CHỌN]"),
    short_help=N_("Soát một mẫu Word đã sửa."),
    help=N_("Soát TỆP mẫu Word: thẻ hỏng, tên không có, phần mẫu không còn chỗ in, và mọi chỗ trang in ra sai thể thức; mỗi điều ở đoạn nào, chữ gì."),
)
@click.argument("file", metavar=N_("TỆP"), type=click.Path(path_type=Path))
@click.option("--mau", default="thong-bao", metavar=N_("MẪU"), help=N_("Loại văn bản mà tệp này là mẫu; mặc định thong-bao."))
@click.option("--annotate", metavar=N_("TỆP_RA"), type=click.Path(path_type=Path), help=N_("Ghi thêm một bản của mẫu có chú thích (Word comment) ở từng chỗ."))
@options.if_exists
@options.output_format
@options.lang
@click.pass_obj
def check(say: Say, file: Path, mau: str, annotate: Path | None, if_exists: str, output_format: str) -> int:
    """Return the exit code after telling what is wrong with the template *file*."""
    from notice_gen import files, template_review
    from notice_gen.templates import read

    now = datetime.now().astimezone()
    docx = read(file)
    findings = template_review.review(docx, file.name, mau, now.date())
    tags = template_review.tags(docx)
    if output_format == "json":
        found = [{"part": part, "paragraph": n, "tag": tag} for part, n, tag in tags]
        click.echo(json.dumps({"input": str(file), "mau": mau, "tags": found, "findings": [_as_json(one, say) for one in findings]}, ensure_ascii=False, indent=2))
    else:
        _list_tags(tags, say)
        for one in findings:
            _tell(str(file), one, say)
    if annotate and findings:
        commented = template_review.annotated(docx, findings, say, now)
        options.tell_written(annotate, files.write(annotate, commented, if_exists=files.IfExists(if_exists), is_ours=lambda _: False), say)
    errors = sum(one.problem.level == "error" for one in findings)
    summary = N_("Mẫu dùng được, không có gì phải sửa.") if not findings else N_("{loi} lỗi, {canh_bao} chỗ nên xem.")
    report.note(say(summary).format(loi=errors, canh_bao=len(findings) - errors))
    return ExitCode.INPUT if errors else ExitCode.FAULTS if any(one.rule for one in findings) else ExitCode.OK


def _list_tags(tags: Iterable[tuple[str, int, str]], say: Say) -> None:
    click.echo(say(N_("Thẻ trong mẫu:")))
    for tag in dict.fromkeys(tag for _, _, tag in tags):
        click.echo(f"  {report.visible(tag)}")


def _tell(file: str, one: Finding, say: Say) -> None:
    from notice_gen.template_review import DOCUMENT

    where = ""
    if one.part and one.paragraph is not None:
        text = N_("đoạn {so}: ") if one.part == DOCUMENT else N_("{phan}, đoạn {so}: ")
        where = say(text).format(phan=one.part, so=one.paragraph + 1)
    level = say(N_("lỗi")) if one.problem.level == "error" else say(N_("cảnh báo"))
    code = f" {one.rule}" if one.rule else ""
    colour = "red" if one.problem.level == "error" else "yellow"
    click.echo(click.style(report.visible(f"{file}: {where}"), bold=True) + click.style(f"{level}{code}:", fg=colour, bold=True) + f" {report.visible(one.problem.text(say))}")
    if one.quote.strip():
        click.echo(f"    {report.visible(' '.join(one.quote.split())[:100])}")
    if hint := one.problem.hint_text(say):
        click.echo("    " + click.style(say(N_("gợi ý:")), fg="green") + f" {report.visible(hint)}")


def _as_json(one: Finding, say: Say) -> dict[str, Any]:
    return {
        "level": one.problem.level, "rule": one.rule or None, "part": one.part or None, "paragraph": one.paragraph, "quote": one.quote,
        "message": one.problem.text(say), "hint": one.problem.hint_text(say),
    }  # fmt: skip
