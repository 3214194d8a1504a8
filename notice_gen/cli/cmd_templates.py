"""``notice-gen templates …``: the Word files that notices are printed from, and the office's own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import completing, meant, options, report
from notice_gen.errors import N_, ExitCode, Say

if TYPE_CHECKING:
    from notice_gen.template_review import Finding

_MAU = click.argument("mau", metavar=N_("MẪU"), callback=meant.one_template, shell_complete=completing.templates)


@options.command(N_("Các mẫu đang có."), N_("Liệt kê các mẫu: tên, loại văn bản, dùng khi nào."), options.output_format, name="list")
def list_(say: Say, output_format: str) -> int:  # noqa: ARG001 - what a manifest says is in Vietnamese
    """Return the exit code after listing the templates."""
    from notice_gen.templates import find, names

    manifests = {mau: find(mau).manifest for mau in names()}
    rows = [(mau, str(manifest["ten"]), str(manifest["mo_ta"])) for mau, manifest in manifests.items()]
    if output_format == "json":
        report.print_json([{"mau": mau, "ten": ten, "mo_ta": mo_ta} for mau, ten, mo_ta in rows])
        return ExitCode.OK
    first, second = (max(len(row[n]) for row in rows) for n in (0, 1))
    for mau, ten, mo_ta in rows:
        click.echo(f"{mau:<{first}}  {ten:<{second}}  {mo_ta}")
    return ExitCode.OK


@options.command(
    N_("Một mẫu: cần gì, có những thẻ nào."),
    N_("Cho biết MẪU cần những khóa nào trong tệp nội dung và tệp Word của mẫu có những thẻ nào."),
    _MAU,
)  # fmt: skip
def show(say: Say, mau: str) -> int:
    """Return the exit code after reporting all about one template."""
    from notice_gen import template_review
    from notice_gen.templates import find, form_of

    template = find(mau)
    ten, needed, _ = form_of(template)
    click.echo(f"{mau}: {ten}. {template.manifest['mo_ta']}")
    click.echo(say(N_("Tệp Word: {tep}; lấy về: notice-gen templates export {mau}")).format(tep=template.label, mau=mau))
    if needed:
        click.echo(say(N_("Tệp nội dung phải có: {cac_khoa}")).format(cac_khoa=", ".join(needed)))
    _list_tags(template_review.tags(template.docx), say)
    return ExitCode.OK


@options.command(
    N_("Lấy tệp Word của mẫu về sửa."),
    N_("Ghi tệp Word của MẪU ra để sửa kiểu chữ, thêm biểu trưng, …; sửa xong thì soát bằng templates check, rồi in với render --template."),  # noqa: E501
    _MAU, click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), type=options.FILE, help=N_("Tệp .docx hoặc thư mục để ghi.")),
    options.if_exists,
)  # fmt: skip
def export(say: Say, mau: str, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the Word file of *mau*."""
    from notice_gen.templates import find

    options.check_suffix(out, ".docx", say)
    path, named = options.target(out, f"mau-{mau}.docx")
    options.write(path, find(mau).docx, if_exists, say, named=named)
    report.aside(say(N_("Sửa bằng Word, giữ nguyên các thẻ {{{{ … }}}} và {{% … %}}, rồi soát: notice-gen templates check {tep} --mau {mau}")).format(tep=options.typed(path), mau=mau))  # noqa: E501
    return ExitCode.OK


@options.command(
    N_("Soát một mẫu Word đã sửa."),
    N_("Soát TỆP mẫu Word: thẻ hỏng, tên không có, phần mẫu không còn chỗ in, và mọi chỗ trang in ra sai thể thức; mỗi điều ở đoạn nào, chữ gì."),  # noqa: E501
    click.argument("file", metavar=N_("TỆP"), type=click.Path(path_type=Path)),
    click.option(
        "--mau", default="thong-bao", metavar=N_("MẪU"), shell_complete=completing.templates,
        help=N_("Loại văn bản mà tệp này là mẫu; mặc định thong-bao."),
    ),
    click.option("--annotate", metavar=N_("TỆP_RA"), type=click.Path(path_type=Path), help=N_("Ghi thêm một bản của mẫu có chú thích (Word comment) ở từng chỗ.")),  # noqa: E501
    options.if_exists, options.output_format,
)  # fmt: skip
def check(say: Say, file: Path, mau: str, annotate: Path | None, if_exists: str, output_format: str) -> int:
    """Return the exit code after reporting what is wrong with the template *file*."""
    from notice_gen import template_review
    from notice_gen.templates import read

    now = datetime.now().astimezone()
    docx = read(file)
    findings = template_review.review(docx, file.name, mau, now.date())
    tags = template_review.tags(docx)
    if output_format == "json":
        listed = [{"part": part, "paragraph": number, "tag": tag} for part, number, tag in tags]
        report.print_json({"input": str(file), "mau": mau, "tags": listed, "findings": [_as_json(finding, say) for finding in findings]})
    else:
        _list_tags(tags, say)
        for finding in findings:
            _report(str(file), finding, say)
    if annotate and findings:
        options.write(annotate, template_review.annotated(docx, findings, say, now), if_exists, say, named=True)
    errors = sum(finding.problem.level == "error" for finding in findings)
    summary = N_("Mẫu dùng được, không có gì phải sửa.") if not findings else N_("{loi} lỗi, {canh_bao} chỗ nên xem.")
    report.note(say(summary).format(loi=errors, canh_bao=len(findings) - errors))
    return ExitCode.INPUT if errors else ExitCode.FAULTS if any(finding.rule for finding in findings) else ExitCode.OK


@options.command(
    N_("Làm mẫu Word từ văn bản sẵn có của cơ quan."),
    N_("Nhận ra các ô của TỆP (văn bản đã ban hành, hay mẫu trộn thư của Word), đặt thẻ vào đó và ghi thành mẫu dùng với render --template."),  # noqa: E501
    click.argument("file", metavar=N_("TỆP"), type=click.Path(path_type=Path)),
    click.option("--as", "mau", default="thong-bao", metavar=N_("MẪU"), help=N_("Loại văn bản mà mẫu này in; mặc định thong-bao.")),
    click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), help=N_("Tệp .docx hoặc thư mục để ghi.")), options.if_exists,
    name="import",
)  # fmt: skip
def import_(say: Say, file: Path, mau: str, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the template that a paper makes, telling where each box's tag was put."""
    from notice_gen import template_import
    from notice_gen.templates import read

    options.check_suffix(out, ".docx", say)
    made = template_import.imported(read(file), file.name, mau, datetime.now().astimezone().date())
    path, named = options.target(out, f"mau-{file.stem}.docx")
    options.write(path, made.docx, if_exists, say, named=named)
    for one in made.placed:
        said = say(N_("đoạn {so}: “{chu}” → {the}"))
        report.note(report.visible(said.format(so=one.paragraph, chu=" ".join(one.quote.split())[:60], the=one.tag)))
    if made.lacking:
        report.note(say(N_("Không thấy trong tệp: {cac_o}. Mở mẫu bằng Word, gõ thẻ của ô đó vào chỗ của nó (xem thẻ: notice-gen templates show {mau}).")).format(cac_o=", ".join(made.lacking), mau=mau))  # noqa: E501
    next_step = N_("Xem lại bằng Word, rồi soát: notice-gen templates check {tep} --mau {mau}")
    report.note(say(next_step).format(tep=options.typed(path), mau=mau))
    return ExitCode.OK


def _list_tags(tags: Iterable[tuple[str, int, str]], say: Say) -> None:
    click.echo(say(N_("Thẻ trong mẫu:")))
    for tag in dict.fromkeys(tag for _, _, tag in tags):
        click.echo(f"  {report.visible(tag)}")


def _report(file: str, finding: Finding, say: Say) -> None:
    from notice_gen.template_review import DOCUMENT

    where = ""
    if finding.part and finding.paragraph is not None:
        text = N_("đoạn {so}: ") if finding.part == DOCUMENT else N_("{phan}, đoạn {so}: ")
        where = say(text).format(phan=finding.part, so=finding.paragraph + 1)
    level, colour = report.level_of(finding.problem, say)
    code = f" {finding.rule}" if finding.rule else ""
    click.echo(report.headline(f"{file}: {where}", f"{level}{code}:", colour, finding.problem.text(say)))
    if finding.quote.strip():
        click.echo(f"    {report.visible(' '.join(finding.quote.split())[:100])}")
    for line in report.remark(say(N_("gợi ý:")), finding.problem.hint_text(say)):
        click.echo(line)


def _as_json(finding: Finding, say: Say) -> dict[str, Any]:
    problem = finding.problem
    return {
        "level": problem.level, "rule": finding.rule or None, "part": finding.part or None, "paragraph": finding.paragraph,
        "quote": finding.quote, "message": problem.text(say), "hint": problem.hint_text(say),
    }  # fmt: skip


templates = options.group(
    meant.Group, "templates", N_("Mẫu Word: xem, lấy về sửa, soát lại."),
    N_("Mẫu Word của từng loại văn bản: xem các mẫu, lấy tệp Word về sửa cho hợp cơ quan, rồi soát lại trước khi dùng với --template."),
    list_, show, export, import_, check,
)  # fmt: skip
