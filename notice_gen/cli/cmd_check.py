"""``notice-gen check``: is this Word file right, whoever made it?"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import click

from notice_gen.cli import check_rules, check_text, checking, i18n, options, report
from notice_gen.cli.checking import Checked, Job
from notice_gen.cli.i18n import Say
from notice_gen.errors import N_, ExitCode


@click.command(
    context_settings=options.HELP,
    short_help=N_("Kiểm tra thể thức một văn bản Word bất kỳ."),
    options_metavar=N_("[TÙY CHỌN]"),
    help=N_(
        "Kiểm tra TỆP Word (.docx), do ai soạn cũng được, theo thể thức của Nghị định 30/2020/NĐ-CP: sai chỗ nào, theo điều khoản nào, sửa ra sao.\n\n"
        "TỆP là một thư mục thì kiểm tra mọi tệp .docx trong đó; là “-” thì đọc từ đầu vào chuẩn."
    ),
)
@click.argument("files", metavar=N_("TỆP…"), nargs=-1)
@click.option("--select", metavar=N_("MÃ,…"), multiple=True, help=N_("Chỉ xét các quy tắc này: mã (TR05), nhóm (TR) hoặc tên quy tắc."))
@click.option("--ignore", metavar=N_("MÃ,…"), multiple=True, help=N_("Không xét các quy tắc này."))
@click.option("--level", metavar=N_("MỨC"), default="gợi ý", help=N_("Mức thấp nhất cần xét: luật, thông lệ hoặc gợi ý (mặc định: cả ba); gõ không dấu cũng được."))
@click.option("--explain", metavar=N_("MÃ"), help=N_("In hướng dẫn của một quy tắc: nội dung, căn cứ, ví dụ sai và đúng, khi nào bỏ qua."))
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help=N_("Kết quả in ra: text (mặc định) cho người đọc; json, sarif (SARIF 2.1.0) hoặc github (GitHub Actions) cho chương trình khác."),
)
@click.option("--jobs", type=click.IntRange(min=1), metavar=N_("SỐ"), help=N_("Số tiến trình kiểm tra cùng lúc khi có nhiều tệp; mặc định theo máy."))
@options.lang
@click.pass_obj
def check(
    say: Say, files: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], level: str, explain: str | None,
    output_format: str, jobs: int | None,
) -> int:  # fmt: skip
    """Return the exit code after telling what is wrong with *files*."""
    if explain is not None:
        click.echo("\n\n\n".join(check_text.explanation(entry, say) for entry in check_rules.explained(explain, say)))
        return ExitCode.OK
    if not files:
        raise options.usage_error(say, N_("Ghi tên tệp hoặc thư mục cần kiểm tra."))
    codes = check_rules.chosen(select, ignore, level, say)
    todo = [Job(file, codes, waived) for file, waived in check_rules.with_waivers(checking.found(files), say)]
    results: list[Checked] = []
    for checked in checking.check_all(todo, jobs):
        _progress("")
        results.append(checked)
        if output_format in _AS_THEY_COME:
            _AS_THEY_COME[output_format](checked, say)
        if len(todo) > 1:
            _progress(say(N_("Đã kiểm tra {so}/{tong} tệp …")).format(so=len(results), tong=len(todo)))
    _progress("")
    code = max(checked.exit_code for checked in results)
    if output_format == "json":
        click.echo(json.dumps({"results": [_as_json(checked, say) for checked in results]}, ensure_ascii=False, indent=2))
    elif output_format == "sarif":
        click.echo(json.dumps(_as_sarif(results, codes, code, say), ensure_ascii=False, indent=2))
    elif len(results) > 1 or any(checked.verdict and checked.verdict.count for checked in results):
        report.note(check_text.summary(results, say))
    return code


def _tell(checked: Checked, say: Say) -> None:
    for line in check_text.lines(checked, say):
        click.echo(line)
    for line in check_text.notes(checked, say):
        report.note(line)


def _tell_github(checked: Checked, say: Say) -> None:
    from notice_gen.check import report as faults

    for fault in checked.verdict.faults if checked.verdict else ():
        click.echo(faults.github_line(checked.file, fault, say))
    if checked.verdict is None:
        click.echo(faults.github_command("error", {"file": checked.file}, check_text.why_refused(checked, say)))
    else:
        for line in check_text.notes(checked, say):
            report.note(line)


_AS_THEY_COME = {"text": _tell, "github": _tell_github}


def _progress(line: str) -> None:
    """Show *line* as the last one of a terminal, in place of what was shown there."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r\x1b[K{line}", nl=False, err=True)


def _as_json(checked: Checked, say: Say) -> dict[str, Any]:
    from notice_gen.check import report as faults

    verdict = checked.verdict
    problems = [report.as_json(problem, say) for problem in checked.problems]
    if verdict is None:
        return {"input": checked.file, "status": "refused", "problems": problems}
    return {"input": checked.file, "status": faults.status(verdict), **faults.verdict_as_json(verdict, say), "problems": problems}


def _as_sarif(results: Sequence[Checked], codes: frozenset[str], code: int, say: Say) -> dict[str, Any]:
    from notice_gen import __version__
    from notice_gen.check.rules import all_rules
    from notice_gen.check.sarif import sarif

    rows = [(checked.file, checked.verdict or check_text.why_refused(checked, say)) for checked in results]
    entries = [entry for entry in all_rules() if entry.rule.code in codes]
    return sarif(rows, entries, say, version=__version__, language=i18n.spoken(), exit_code=code)
