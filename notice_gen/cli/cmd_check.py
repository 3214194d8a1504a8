"""``notice-gen check``: is this Word file right, whoever made it?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import check_text, completing, i18n, options, report, work
from notice_gen.cli.options import STREAM, is_folder, usage_error
from notice_gen.cli.work import Bar, today
from notice_gen.errors import N_, ExitCode, Say
from notice_gen.office import checking
from notice_gen.office.checking import Checked, Copies, Job

if TYPE_CHECKING:
    from notice_gen.check.rules import Entry
    from notice_gen.legal import Law

_MANY = 5  # files whose report begins with a page on all of them


@options.command(
    N_("Kiểm tra thể thức một văn bản Word bất kỳ."),
    N_(
        "Kiểm tra TỆP Word (.docx), do ai soạn cũng được, theo thể thức của Nghị định 30/2020/NĐ-CP: sai chỗ nào, theo điều khoản nào, sửa ra sao.\n\n"  # noqa: E501
        "Tệp .doc, .odt, .rtf cũng được khi máy có LibreOffice. TỆP là một thư mục thì kiểm tra mọi tệp như vậy trong đó; là “-” thì đọc từ đầu vào chuẩn."  # noqa: E501
    ),
    click.argument("files", metavar=N_("TỆP…"), nargs=-1, type=options.FILE),
    click.option(
        "--select", metavar=N_("MÃ,…"), multiple=True, shell_complete=completing.rules,
        help=N_("Chỉ xét các quy tắc này: mã (TR05), nhóm (TR) hoặc tên quy tắc."),
    ),
    click.option("--ignore", metavar=N_("MÃ,…"), multiple=True, shell_complete=completing.rules, help=N_("Không xét các quy tắc này.")),
    click.option("--level", metavar=N_("MỨC"), default="gợi ý", help=N_("Mức thấp nhất cần xét: luật, thông lệ hoặc gợi ý (mặc định: cả ba); gõ không dấu cũng được.")),  # noqa: E501
    click.option("--explain", metavar=N_("MÃ"), shell_complete=completing.rules, help=N_("In hướng dẫn của một quy tắc: nội dung, căn cứ, ví dụ sai và đúng, khi nào bỏ qua.")),  # noqa: E501
    click.option(
        "--fix", metavar=N_("ĐÍCH"), type=options.FILE,
        help=N_("Ghi ra ĐÍCH bản đã sửa: phông, cỡ chữ, giãn cách, lề, số trang, dấu câu, khoảng trắng; không sửa lời văn. Tệp gốc giữ nguyên."),  # noqa: E501
    ),
    click.option("--annotate", metavar=N_("ĐÍCH"), type=options.FILE, help=N_("Ghi ra ĐÍCH bản có ghi chú (comment) của Word ở từng chỗ sai. Tệp gốc giữ nguyên.")),  # noqa: E501
    options.if_exists,
    click.option(
        "--format", "output_format", type=click.Choice(["text", "json", "sarif", "github"]), default="text",
        help=N_("Kết quả in ra: text (mặc định) cho người đọc; json, sarif (SARIF 2.1.0) hoặc github (GitHub Actions) cho chương trình khác."),  # noqa: E501
    ),
    click.option("--pages", "with_pages", is_flag=True, help=N_("Xét thêm trang in: mấy trang, chữ ký ở trang nào, có đứng một mình không (cần LibreOffice và pypdfium2).")),  # noqa: E501
    click.option("--jobs", type=click.IntRange(min=1), metavar=N_("SỐ"), help=N_("Số tiến trình kiểm tra cùng lúc khi có nhiều tệp; mặc định theo máy.")),  # noqa: E501
)  # fmt: skip
def check(
    say: Say, files: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], level: str, explain: str | None, fix: str | None,
    annotate: str | None, if_exists: str, output_format: str, with_pages: bool, jobs: int | None,
) -> int:  # fmt: skip
    """Return the exit code after reporting what is wrong with *files*."""
    if explain is not None:
        click.echo("\n\n\n".join(check_text.explanation(entry, _law(), say) for entry in _rules(_codes([explain], say))))
        return ExitCode.OK
    if not files:
        raise _nothing_named({"--fix": fix, "--annotate": annotate}, say)
    codes = _chosen(select, ignore, level, say)
    everything = _named(files)
    copies = _planned(everything, fix, annotate, if_exists, datetime.now(UTC), say)
    offices = checking.offices(map(_folder, everything))
    report.complain(offices.doubts, say)
    given = {STREAM: sys.stdin.buffer.read()} if STREAM in everything else {}
    todo = [Job(file, codes, today(), offices.by_folder[_folder(file)], copies(file), given.get(file)) for file in everything]
    results = _check_all(todo, jobs, output_format, say)
    paged = _paged(results, say) if with_pages else {}
    code = max(checked.exit_code for checked in results)
    if output_format == "json":
        report.print_json({"results": [_as_json(checked, say) | paged.get(checked.file, {}) for checked in results]})
    elif output_format == "sarif":
        report.print_json(_as_sarif(results, codes, code, say))
    else:
        _sum_up(results, say)
    work.remind_of_data((checked.verdict.issued for checked in results if checked.verdict), say)
    return code


def _nothing_named(copies: Mapping[str, str | None], say: Say) -> click.UsageError:
    """Return what is wrong where no file is named: the file may have been typed where its copy goes."""
    for option, value in copies.items():
        if value:
            message = N_("Sau {tuy_chon} là tên tệp ghi ra. Ghi tệp cần kiểm tra trước, ví dụ: notice-gen check {tep} {tuy_chon} {ra}")
            names = [f'"{name}"' if " " in name else name for name in (value, Path(value).with_stem(f"{Path(value).stem}-moi").name)]
            return usage_error(say, message, tuy_chon=option, tep=names[0], ra=names[1])
    return usage_error(say, N_("Ghi tên tệp hoặc thư mục cần kiểm tra."))


def _sum_up(results: Sequence[Checked], say: Say) -> None:
    if len(results) > 1 or any(checked.verdict and checked.verdict.count for checked in results):
        report.aside(check_text.summary(results, say))


def _named(names: Sequence[str]) -> list[str]:
    """Return the files meant by *names*, each once: a folder means the Word files in it and below."""
    several = (checking.word_files(Path(name)) if name != STREAM and Path(name).is_dir() else [name] for name in names)
    return list(dict.fromkeys(chain.from_iterable(several)))


def _folder(file: str) -> Path:
    return Path() if file == STREAM else Path(file).parent


def _check_all(todo: Sequence[Job], processes: int | None, output_format: str, say: Say) -> list[Checked]:
    """Check all, reporting each file when it is done where the format allows it."""
    from notice_gen import patterns

    report_one = {"text": _report, "github": _report_github}.get(output_format)
    is_late = output_format == "text" and len(todo) >= _MANY  # what is said of all comes first
    bar = Bar(say, shown=len(todo) > 1)
    results = []
    for checked in checking.check_all(todo, processes):
        results.append(checked)
        bar.close()
        if report_one and not is_late:
            report_one(checked, say)
        bar.at(len(results), len(todo))
    bar.close()
    patterns.keep("kiem")
    if is_late:
        for line in check_text.overview(results, say):
            click.echo(line)
        for checked in results:
            _report(checked, say)
    return results


def _report(checked: Checked, say: Say) -> None:
    for line in (*check_text.mended(checked, say), *check_text.at_a_glance(checked, say), *check_text.lines(checked, say)):
        click.echo(line)
    _report_the_rest(checked, say)
    for path in checked.written.values():
        if path is not None:
            click.echo(str(path))


def _report_the_rest(checked: Checked, say: Say) -> None:
    for line in check_text.notes(checked, _law, say):
        report.note(line)
    if checked.verdict is not None:
        report.complain(checked.problems, say)


def _paged(results: Sequence[Checked], say: Say) -> dict[str, dict[str, Any]]:
    """Report the pages of each file on stderr and return them for JSON.  Raises ToolError: a program that is needed is missing."""
    from notice_gen.office import paging

    files = [checked.file for checked in results if checked.verdict and checked.file != STREAM]
    found = dict(paging.of_files(files, today()))
    for index, file in enumerate(files):
        for line in check_text.page_lines(file, found[index], say):
            report.note(line)
    return {file: {"pages": paging.as_json(found[index])} for index, file in enumerate(files)}


def _report_github(checked: Checked, say: Say) -> None:
    from notice_gen.check import report as faults

    if checked.verdict is None:
        click.echo(report.visible(faults.github_command("error", {"file": checked.file}, check_text.why_refused(checked, say))))
        return
    for fault in checked.verdict.faults:
        click.echo(report.visible(faults.github_line(checked.file, fault, say)))
    _report_the_rest(checked, say)


def _as_json(checked: Checked, say: Say) -> dict[str, Any]:
    from notice_gen.check import report as faults

    verdict = checked.verdict
    row: dict[str, Any] = {"input": checked.file, "status": "refused" if verdict is None else faults.status(verdict)}
    if verdict is not None:
        row |= faults.verdict_as_json(verdict, say)
        row["converted"] = checked.kind or None
        row["mended"] = [faults.fault_as_json(fault, say) for fault in checked.mended]
        row["written"] = {name: None if path is None else str(path) for name, path in checked.written.items()}
    return row | {"problems": [report.as_json(problem, say) for problem in checked.problems]}


def _as_sarif(results: Sequence[Checked], codes: frozenset[str], code: int, say: Say) -> dict[str, Any]:
    from notice_gen import __version__
    from notice_gen.check.sarif import sarif

    rows = [(checked.file, checked.verdict or check_text.why_refused(checked, say)) for checked in results]
    return sarif(rows, _rules(codes), say, _law(), version=__version__, language=i18n.spoken(), exit_code=code)


def _law() -> Law:
    from notice_gen.legal import law

    return law(today())


def _chosen(select: Sequence[str], ignore: Sequence[str], level: str, say: Say) -> frozenset[str]:
    """Return the codes that ``--select``, ``--ignore`` and ``--level`` leave."""
    from notice_gen.check import judge

    lowest = judge.level_of(level)
    if lowest is None:
        raise usage_error(say, N_("Không có mức “{muc}”: chọn luật, thông lệ hoặc gợi ý."), muc=level)
    codes = frozenset(entry.rule.code for entry in judge.at_least(lowest))
    if select:
        codes &= _codes(select, say)
    return codes - _codes(ignore, say)


def _codes(words: Iterable[str], say: Say) -> frozenset[str]:
    from notice_gen.check import judge

    codes, unknown = judge.named(word for several in words for word in several.split(",") if word.strip())
    if unknown:
        near = checking.nearest(unknown[0])
        message = N_("Không có quy tắc “{ma}”. Có phải: {gan}?") if near else N_("Không có quy tắc “{ma}”.")
        raise usage_error(say, message, ma=unknown[0], gan=near)
    return codes


def _rules(codes: frozenset[str]) -> list[Entry]:
    from notice_gen.check.rules import all_rules

    return [entry for entry in all_rules() if entry.rule.code in codes]


def _planned(
    files: Sequence[str], fix: str | None, annotate: str | None, if_exists: str, now: datetime, say: Say
) -> Callable[[str], Copies | None]:
    """Return what says which copies to write of each file.  Raises click.UsageError: one name for several, or an input is written over."""
    if fix is None and annotate is None:
        return lambda _: None
    from notice_gen.files import IfExists

    inputs = {_place(Path(file)) for file in files if file != STREAM}
    fixed = _targets("--fix", files, fix, inputs, say)
    annotated = _targets("--annotate", files, annotate, inputs, say)
    if {_place(path) for path in fixed.values()} & {_place(path) for path in annotated.values()}:
        raise usage_error(say, N_("--fix và --annotate phải ghi ra hai nơi khác nhau."))
    named = frozenset(name for name, out in (("fixed", fix), ("annotated", annotate)) if out is not None and not is_folder(out))
    return lambda file: Copies(fixed.get(file), annotated.get(file), IfExists(if_exists), i18n.spoken(), now, named)


def _targets(option: str, files: Sequence[str], out: str | None, inputs: set[str], say: Say) -> dict[str, Path]:
    if out is None:
        return {}
    if not is_folder(out) and len(files) > 1:
        raise usage_error(say, N_("Có {so} tệp cần kiểm tra: sau {lua_chon} ghi một thư mục đã có."), so=len(files), lua_chon=option)
    options.check_suffix(out, ".docx", say)
    targets = {file: options.target(out, f"{'van-ban' if file == STREAM else Path(file).stem}.docx")[0] for file in files}
    places: dict[str, Path] = {}
    for path in targets.values():
        place = _place(path)
        if place in inputs:
            raise usage_error(say, N_("Không ghi đè lên tệp được kiểm tra: “{tep}”. Ghi tên khác sau {lua_chon}."), tep=path, lua_chon=option)  # noqa: E501
        if place in places:
            raise usage_error(say, N_("Có hai tệp cùng tên “{tep}”: kiểm tra từng thư mục một khi dùng {lua_chon}."), tep=path.name, lua_chon=option)  # noqa: E501
        places[place] = path
    return targets


def _place(path: Path) -> str:
    """Windows and macOS take names that differ only in case for one."""
    return str(path.resolve()).casefold()
