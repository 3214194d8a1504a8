"""``notice-gen batch``: one notice for every row of data, or for every findings file of a folder."""

from __future__ import annotations

import errno
import gc
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen import vietnamese
from notice_gen.cli import completing, marking, options, pdf_text, report, work
from notice_gen.cli.options import usage_error
from notice_gen.cli.work import Bar, today
from notice_gen.errors import N_, ExitCode, InputError, OutputError, Problem, Say, said

if TYPE_CHECKING:
    from notice_gen.batch.source import Entry
    from notice_gen.batch.state import Batch, Order, Result
    from notice_gen.check.fault import Fault
    from notice_gen.office.pool import Crew

_SHOWN = 20  # different problems reported in full; rows of the table
FOLDER = "ket-qua"
"""The output folder, unless another is named."""


@options.command(
    N_("In hàng loạt: mỗi hàng số liệu, hoặc mỗi tệp, một văn bản Word."),
    N_(
        "In hàng loạt: mỗi hàng của --data một văn bản, theo TỆP chung; không có --data thì mỗi TỆP một văn bản.\n\n"
        "Mọi hàng được kiểm tra và lấy số trước khi ghi tệp đầu tiên; một hàng hỏng không cản các hàng khác. Chạy lại thì làm "
        "tiếp, bỏ qua những gì đã xong và không đổi, giữ nguyên số. TỆP là thư mục thì lấy mọi tệp .toml trong đó."
    ),
    options.files,
    click.option("--data", metavar=N_("BẢNG"), type=click.Path(path_type=Path), help=N_("Bảng số liệu: .xlsx, .xls, .ods, .csv hoặc .jsonl; mỗi hàng một văn bản.")),  # noqa: E501
    click.option(
        "-o", "--output", "out", metavar=N_("THƯ_MỤC"), type=click.Path(path_type=Path),
        help=N_("Thư mục để ghi, chưa có thì tạo. Mặc định: ket-qua, cạnh TỆP đầu tiên."),
    ),
    click.option("--name", metavar=N_("MẪU_TÊN"), default="", help=N_("Cách đặt tên tệp, ví dụ \"{{ van_ban.so }}-{{ don_vi.ten | slug }}\". Mặc định: như lệnh render.")),  # noqa: E501
    click.option("--only", metavar=N_("BIỂU_THỨC"), default="", shell_complete=completing.conditions, help=N_("Chỉ in những hàng mà biểu thức này đúng, ví dụ \"so_lieu.tiep_nhan > 300\".")),  # noqa: E501
    click.option("--visible-only", is_flag=True, help=N_("Chỉ lấy những hàng của BẢNG đang hiện trong Excel: hàng ẩn, hàng bị lọc đi thì bỏ qua.")),  # noqa: E501
    click.option("--limit", metavar="N", type=click.IntRange(min=1), help=N_("Chỉ in N văn bản đầu tiên.")),
    click.option("--dry-run", "dry", is_flag=True, help=N_("Chỉ in ra kế hoạch: sẽ in những gì, số nào, tên tệp gì; không ghi, không lấy số.")),  # noqa: E501
    click.option("--jobs", metavar="N", type=click.IntRange(min=1), help=N_("Số tiến trình chạy song song; mặc định: mọi lõi của máy.")),
    click.option("--zip", "archive", metavar=N_("TỆP"), type=click.Path(path_type=Path), help=N_("Nén các tệp đã xong vào một tệp .zip, để gửi đi.")),  # noqa: E501
    click.option("--cluster", metavar=N_("ĐỊA_CHỈ"), help=N_("Chia việc cho cụm máy Dask, ví dụ tcp://10.0.0.5:8786; tệp vẫn ghi ở máy này.")),  # noqa: E501
    click.option("--mark", metavar=N_("TỆP"), type=click.Path(path_type=Path), help=N_("Ghi một bản chép của BẢNG (.xlsx), ô có lỗi thì tô màu, kèm ghi chú; bảng gốc để yên.")),  # noqa: E501
    click.option("--metadata", "kind", type=click.Choice(["json", "xml"]), help=N_("Ghi dữ liệu đặc tả (Phụ lục VI) của từng văn bản vào một tệp .json hoặc .xml cạnh văn bản đó.")),  # noqa: E501
    pdf_text.wanted, options.template, options.strict, options.register, options.if_exists, work.judging, options.output_format,
)  # fmt: skip
def batch(
    say: Say, files: tuple[str, ...], data: Path | None, out: Path | None, name: str, only: str, visible_only: bool,
    limit: int | None, dry: bool, jobs: int | None, archive: Path | None, cluster: str | None, mark: Path | None, kind: str | None,
    with_pdf: bool, template: Path | None, strict: bool, where: str | None, if_exists: str, check: str, output_format: str,
) -> int:  # fmt: skip
    """Return the exit code after writing what *files* and *data* say."""
    from notice_gen import expressions
    from notice_gen.batch import run
    from notice_gen.batch.settle import faults
    from notice_gen.batch.source import Source
    from notice_gen.batch.state import Order
    from notice_gen.files import IfExists, is_link, linked

    for text, fault in ((name, expressions.fault_in_text(name)), (only, expressions.fault_in_expression(only) if only else None)):
        if fault:
            raise usage_error(say, N_("“{bieu_thuc}”: {loi}"), bieu_thuc=text, loi=f"{fault.text(say)} {fault.hint_text(say)}")
    _check_archive(archive, say)
    marking.check(mark, data, say)
    gc.enable()  # unlike other commands this one lives long enough to collect what it leaves behind
    findings = _expanded(files)
    if not findings:
        raise usage_error(say, N_("Không có tệp .toml nào trong: {tep}."), tep=", ".join(files))
    folder = out or findings[0].parent / FOLDER
    if not out and is_link(folder):  # a link that the clerk names is meant
        raise OutputError(linked(folder))
    source = Source(findings, data, folder, template, name, only, limit, strict, today(), visible_only, kind is not None)
    registers, there = run.registers(findings, where)
    order = Order(source, _crew(jobs, cluster), registers, there, IfExists(if_exists), dry, archive, with_pdf, kind)
    bar = Bar(say)
    try:
        done = run.run(order, bar.at)
    except InputError as error:
        bar.close()
        marking.write(mark, data, [("", problem) for problem in error.problems], if_exists, say)
        raise
    except KeyboardInterrupt:
        bar.close()
        report.note(say(N_("Chưa ghi tệp nào. Chạy lại đúng lệnh này để làm lại; số đã giữ trong sổ (nếu có) không mất.")))
        raise
    finally:
        bar.close()
    bar = Bar(say)
    unlawful = faults(order, done, check, bar.at)
    bar.close()
    code = told(order, done, output_format, say, unlawful)
    code = max(code, _tell_described(done, say))
    found = [(done.entries[index].place, problem) for index, result in enumerate(done.results) for problem in result.problems]
    return marking.write(mark, data, [*(("", problem) for problem in done.noted), *found], if_exists, say) or code


def _tell_described(batch: Batch, say: Say) -> ExitCode:
    """Report what became of the metadata, where they were asked for; return the exit code."""
    made = batch.described
    if made is None:
        return ExitCode.OK
    report.complain(made.problems, say)
    report.note(say(N_("Đã ghi dữ liệu đặc tả của {so} văn bản.")).format(so=len(made.written)))
    if made.failed:
        report.note(say(N_("Chưa ghi được dữ liệu đặc tả của {so} văn bản; tệp Word thì đã có.")).format(so=made.failed))
    if made.edited:
        words = N_("{so} văn bản đã sửa trong Word: dữ liệu đặc tả lấy từ tệp nội dung và bảng, không từ bản đã sửa.")
        report.note(say(words).format(so=made.edited))
    return ExitCode.FAULTS if made.failed else ExitCode.OK


def _check_archive(archive: Path | None, say: Say) -> None:
    """Refuse (click.UsageError, OutputError) an archive that cannot be, before any number is taken."""
    from notice_gen.files import is_link, linked, refusal

    if archive is None:
        return
    if archive.is_dir():
        raise usage_error(say, N_("“{tep}” là thư mục: sau --zip ghi tên tệp, ví dụ --zip thong-bao.zip."), tep=archive)
    if is_link(archive):
        raise OutputError(linked(archive, "--zip"))
    if not archive.parent.is_dir():
        raise OutputError(refusal(archive, FileNotFoundError(errno.ENOENT, "")))


def _expanded(files: Iterable[str]) -> tuple[Path, ...]:
    """Return the files meant, each once: those of a folder, those of a pattern that the shell (of Windows) left as it is."""
    paths: list[Path] = []
    for file in files:
        path = Path(file)
        if path.is_dir():
            paths += [found for found in sorted(path.glob("*.toml")) if not work.is_settings(found)]
        elif any(mark in file for mark in "*?[") and not path.exists():
            paths += sorted(path.parent.glob(path.name)) or [path]
        else:
            paths.append(path)
    return tuple(work.without_settings(tuple(dict.fromkeys(paths))))


def _crew(jobs: int | None, cluster: str | None) -> Crew | None:
    if cluster:
        from notice_gen.batch import cluster as machines

        return machines.crew(cluster)
    from notice_gen.office import pool

    count = jobs or pool.cores()
    return None if count == 1 else pool.processes(count)


def told(order: Order, batch: Batch, output_format: str, say: Say, unlawful: Mapping[int, Sequence[Fault]]) -> ExitCode:
    """Print the results on stdout, what went wrong on stderr; return the exit code.  *unlawful*: by index, where notices break the law."""
    code = max(_code(batch), ExitCode.FAULTS if unlawful else ExitCode.OK)
    if output_format == "json":
        _print_json(order, batch, say, unlawful)
        pdf_text.tell_of_batch(order, batch, say)
        return code
    _report_problems(batch, say)
    work.report_faults({str(order.source.out / batch.results[index].output): faults for index, faults in unlawful.items()}, say)
    if order.dry:
        _print_plan(batch, say)
    elif not sys.stdout.isatty():
        folder = str(order.source.out / "x")[:-1]  # joined as text: for each of many files a Path costs more than printing it
        written = [f"{folder}{result.output}" for result in batch.results if result.status == "written"]
        if written:
            click.echo("\n".join(written))
    pdf_text.tell_of_batch(order, batch, say)
    _sum_up(order, batch, code, say)
    work.remind_of_data([order.source.today] if any(result.status == "written" for result in batch.results) else [], say)
    return code


def _rows(batch: Batch) -> Iterator[tuple[Entry, Result]]:
    return ((entry, batch.results[entry.at]) for entry in batch.entries)


def _failed(batch: Batch) -> list[tuple[Entry, Result]]:
    failed = (index for index, result in enumerate(batch.results) if result.status in {"refused", "not written"})
    return [(batch.entries[index], batch.results[index]) for index in failed]


def _code(batch: Batch) -> ExitCode:
    failed = _failed(batch)
    if batch.interrupted:
        return ExitCode.INTERRUPTED
    if batch.stopped or (batch.pdf_run and batch.pdf_run.problems):
        return ExitCode.ENVIRONMENT
    if failed and len(failed) == len(batch.entries):
        return ExitCode.INPUT if all(result.status == "refused" for _, result in failed) else ExitCode.ENVIRONMENT
    return ExitCode.FAULTS if failed or (batch.pdf_run and batch.pdf_run.exit_code) else ExitCode.OK


_ALL = N_("muốn xem hết thì thêm --format json, hoặc --mark loi.xlsx để xem trong bảng .xlsx")
_Shared = tuple[Problem, list[int]]  # a problem, and the indices of the notices that have it


def _report_problems(batch: Batch, say: Say) -> None:
    for label in batch.created:
        message = N_("Đã lập sổ văn bản mới: {so}. Nếu cơ quan đã có sổ ở chỗ khác thì ghi --register ĐƯỜNG-DẪN.")
        report.note(say(message).format(so=report.visible(label)))
    report.complain(batch.noted, say)
    shared = _shared(batch)
    for level, more in (("warning", N_("… và {con_lai} cảnh báo khác; {xem_het}.")), ("error", N_("… và {con_lai} lỗi khác; {xem_het}."))):
        of_level = [(problem, indices) for problem, indices in shared if problem.level == level]
        for problem, indices in of_level[:_SHOWN]:
            _report_shared(problem, batch.entries[indices[0]], len(indices), len(batch.entries), say)
        if len(of_level) > _SHOWN:
            report.note(say(more).format(con_lai=len(of_level) - _SHOWN, xem_het=say(_ALL)))
    report.waivable((problem for problem, _ in shared), say)
    failed = _failed(batch)
    of_all = any(problem.level == "error" and len(indices) == len(batch.entries) > 1 for problem, indices in shared)
    if failed and not of_all:  # else it is no row's fault
        _print_table(batch, failed, say)
    report.complain(batch.stopped, say)


def _shared(batch: Batch) -> list[_Shared]:
    """Return the problems; a doubt about many rows is one, a fault has to be mended wherever it is."""
    by_identity: dict[tuple[str, ...], _Shared] = {}
    for index, result in enumerate(batch.results):
        for problem in result.problems:
            identity = (problem.level, problem.message, repr(problem.values), repr(problem.place) if problem.level == "error" else "")
            by_identity.setdefault(identity, (problem, []))[1].append(index)
    return list(by_identity.values())


def _report_shared(problem: Problem, first: Entry, several: int, rows: int, say: Say) -> None:
    place, others = _shown(first.place, say), several - 1
    is_within = _is_within(problem, first)  # then its own place says where it is
    if not is_within if not others else is_within or several < rows:
        where = say(N_("{noi} và {so} văn bản khác:")).format(noi=place, so=others) if others else f"{place}:"
        report.note(report.visible(where))
    report.complain([problem], say)


def _print_table(batch: Batch, failed: list[tuple[Entry, Result]], say: Say) -> None:
    head = (say(N_("Ở đâu")), say(N_("Đơn vị")), say(N_("Vì sao")))
    shown = ((entry, result, batch.aside(entry.at).unit or entry.unit) for entry, result in failed[:_SHOWN])
    rows = [(_shown(entry.place, say), unit, _why(entry, result, say)) for entry, result, unit in shown]
    widths = [max(len(row[n]) for row in (head, *rows)) for n in (0, 1)]
    report.note("")
    report.note(say(N_("Không in được:")))
    for row in (head, *rows):
        report.note("  " + report.visible(f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}"))
    if len(failed) > _SHOWN:
        report.note("  " + say(N_("… và {con_lai} văn bản khác; {xem_het}.")).format(con_lai=len(failed) - _SHOWN, xem_het=say(_ALL)))


def _why(entry: Entry, result: Result, say: Say) -> str:
    if not result.problems:
        return say(N_("chưa ghi"))
    problem = result.problems[0]
    if problem.place and problem.place.cell and _is_within(problem, entry):
        return f"{problem.place.cell.rpartition('!')[2]}: {problem.text(say)}"
    return f"{problem.place}: {problem.text(say)}" if problem.place else problem.text(say)


def _shown(place: str, say: Say) -> str:
    from notice_gen.batch import naming

    return said("{noi}", {"noi": naming.said_place(place)}, say)


def _is_within(problem: Problem, entry: Entry) -> bool:
    """Say whether the place of a problem lies in the row or the file of the notice."""
    return problem.place is not None and (entry.place + ",").startswith(f"{problem.place.file},")


def _print_plan(batch: Batch, say: Say) -> None:
    words = {"ready": say(N_("sẽ in")), "unchanged": say(N_("đã có, không đổi")), "edited": say(N_("đã có, đã sửa trong Word")), "refused": say(N_("hỏng"))}  # noqa: E501
    for entry, result in _rows(batch):
        number = batch.aside(entry.at).label or (vietnamese.so_van_ban(result.number) if result.number else "-")
        none = result.status == "refused" and result.taken  # what it would take goes to another row
        what = ("-", "-") if none else (number, result.output or "-")
        click.echo("\t".join((*what, words[result.status], _shown(entry.place, say))))


def _sum_up(order: Order, batch: Batch, code: ExitCode, say: Say) -> None:
    from notice_gen.batch import pages

    counts = Counter(result.status for result in batch.results)
    if order.dry:
        sentences = [say(N_("Kế hoạch, chưa ghi gì: {so} văn bản sẽ in.")).format(so=counts["ready"])]
    elif counts["written"]:
        sentences = [say(N_("Đã ghi {so} văn bản vào {thu_muc}.")).format(so=counts["written"], thu_muc=order.source.out)]
    elif not batch.entries:
        sentences = [say(N_("Không có văn bản nào để in."))]
    else:
        sentences = [say(N_("Không ghi tệp nào."))] if code else []
    notes = (
        ("unchanged", N_("{so} văn bản đã có, không đổi.")),
        ("edited", N_("{so} văn bản đã được sửa trong Word, để yên (chưa ký, chưa gửi mà muốn in lại thì thêm --if-exists overwrite).")),
        ("skipped", N_("{so} tệp đã có, để yên.")),
        ("refused", N_("{so} văn bản hỏng: sửa rồi chạy lại đúng lệnh này, những văn bản đã xong được bỏ qua.")),
        ("not written", N_("{so} văn bản chưa ghi được: xử lý lỗi trên rồi chạy lại đúng lệnh này; số không đổi.")),
    )
    sentences += [say(text).format(so=counts[status]) for status, text in notes if counts[status]]
    sentences += pdf_text.counted(batch.pdf_run, say)
    if batch.archive:
        there = len(batch.outputs()) + len(pages.names(batch))
        sentences.append(say(N_("Đã nén {so} tệp vào {tep}.")).format(so=there, tep=batch.archive))
    if batch.dropped:
        some = ", ".join(batch.dropped[:3]) + (", …" if len(batch.dropped) > 3 else "")
        sentences.append(say(N_("Đã bỏ {so} tệp cũ của những văn bản nay mang tên khác: {cac_tep}.")).format(so=len(batch.dropped), cac_tep=some))  # noqa: E501
    if batch.tidied:
        some = ", ".join(batch.tidied[:3]) + (", …" if len(batch.tidied) > 3 else "")
        sentences.append(say(N_("Đã dọn {so} tệp mang số đã hủy: {cac_tep}.")).format(so=len(batch.tidied), cac_tep=some))
    if batch.interrupted:
        sentences.append(say(N_("Đã dừng theo yêu cầu. Chạy lại đúng lệnh này để làm tiếp.")))
    report.aside(report.visible(" ".join(sentences)))
    if batch.left:
        message = N_("Trong {thu_muc} còn {so} tệp in trước đây mà không hàng nào, không số còn hiệu lực nào ứng với; xem lại, không dùng nữa thì xóa:")  # noqa: E501
        report.note(report.visible(say(message).format(thu_muc=order.source.out, so=len(batch.left))))
        report.note(report.visible("\n".join(f"  {name}" for name in batch.left)))


def _print_json(order: Order, batch: Batch, say: Say, unlawful: Mapping[int, Sequence[Fault]]) -> None:
    """Print the whole run as one JSON document, row by row."""
    from notice_gen.batch import pages

    made = pages.paths(batch)
    click.echo('{"results": [')
    last = len(batch.entries) - 1
    for entry, result in _rows(batch):
        is_out = result.status not in {"refused", "not written"}
        row = {
            "input": _shown(entry.place, say), "key": entry.key, "status": "planned" if result.status == "ready" else result.status,
            "number": result.number,
            "output": (result.output if order.dry else str(order.source.out / result.output)) if result.output and is_out else None,
            "sha256": result.sha256 if is_out and not order.dry else None, "faults": work.faults_as_json(unlawful.get(entry.at, ()), say),
            "problems": [report.as_json(problem, say) for problem in result.problems],
        } | ({"pdf": made.get(entry.at)} if order.with_pdf else {})
        click.echo("  " + report.json_text(row) + ("," if entry.at < last else ""))
    rest = {
        "zip": str(batch.archive) if batch.archive else None,
        "dropped": [*batch.dropped, *batch.tidied], "left": batch.left,
        "problems": [report.as_json(problem, say) for problem in (*batch.noted, *batch.stopped)],
    }
    click.echo("], " + report.json_text(rest)[1:])
