"""What a batch came to, for people and for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from notice_gen import vietnamese
from notice_gen.cli import proofs, report
from notice_gen.cli.i18n import Say
from notice_gen.errors import N_, ExitCode, Problem

if TYPE_CHECKING:
    from notice_gen.batch.source import Entry
    from notice_gen.batch.state import Batch, Order, Result
    from notice_gen.check.fault import Fault

_SHOWN = 20  # different problems told in full; rows of the table
_PLANNED = "planned"


def tell(order: Order, batch: Batch, output_format: str, say: Say, unlawful: Mapping[int, Sequence[Fault]]) -> ExitCode:
    """Print the results on stdout, what went wrong on stderr; return the exit code.

    Args:
        order: what was asked.
        batch: what came of it.
        output_format: ``text`` or ``json``.
        say: translates.
        unlawful: by index, where notices written break the law.
    """
    code = _code(batch)
    if unlawful and code is ExitCode.OK:
        code = ExitCode.FAULTS
    if output_format == "json":
        _print_json(order, batch, say, unlawful)
        return code
    _tell_problems(batch, say)
    proofs.tell({str(order.source.out / batch.results[index].output): faults for index, faults in unlawful.items()}, say)
    if order.dry:
        _print_plan(batch, say)
    elif not sys.stdout.isatty():
        folder = str(order.source.out / "x")[:-1]  # joined as text: for each of many files a Path costs more than printing it
        written = [f"{folder}{result.output}" for _, result in _rows(batch) if result.status == "written"]
        if written:
            click.echo("\n".join(written))
    _sum_up(order, batch, code, say)
    return code


def _rows(batch: Batch) -> Iterator[tuple[Entry, Result]]:
    return ((entry, batch.results[entry.at]) for entry in batch.entries)


def _failed(batch: Batch) -> list[tuple[Entry, Result]]:
    return [(entry, result) for entry, result in _rows(batch) if result.status in {"refused", "not written"}]


def _code(batch: Batch) -> ExitCode:
    failed = _failed(batch)
    if batch.interrupted:
        return ExitCode.INTERRUPTED
    if batch.stopped:
        return ExitCode.ENVIRONMENT
    if failed and len(failed) == len(batch.entries):
        return ExitCode.INPUT if all(result.status == "refused" for _, result in failed) else ExitCode.ENVIRONMENT
    return ExitCode.FAULTS if failed else ExitCode.OK


# --- for people ----------------------------------------------------------------------------------------


def _tell_problems(batch: Batch, say: Say) -> None:
    for created in batch.created:
        message = N_("Đã lập sổ văn bản mới: {so}. Nếu cơ quan đã có sổ ở chỗ khác thì ghi --register ĐƯỜNG-DẪN.")
        report.note(say(message).format(so=report.visible(created)))
    report.complain(batch.noted, say)
    failed = _failed(batch)
    whose: dict[tuple[Any, ...], tuple[Problem, list[Entry]]] = {}
    for entry, result in _rows(batch):
        for problem in result.problems:
            # One doubt about many rows is told once; a fault has to be mended wherever it is.
            identity = (problem.level, problem.message, repr(problem.values), repr(problem.place) if problem.level == "error" else "")
            whose.setdefault(identity, (problem, []))[1].append(entry)
    for level in ("warning", "error"):
        told = [one for one in whose.values() if one[0].level == level]
        for problem, entries in told[:_SHOWN]:
            if len(entries) == 1 and _is_within(problem, entries[0]):
                pass  # its own place says where it is
            elif len(entries) < len(batch.entries) or len(entries) == 1 or _is_within(problem, entries[0]):
                report.note(report.visible(_where(entries, say)))
            report.complain([problem], say)
        if len(told) > _SHOWN:
            more = N_("… và {con_lai} lỗi khác.") if level == "error" else N_("… và {con_lai} cảnh báo khác.")
            report.note(say(more).format(con_lai=len(told) - _SHOWN))
    of_all = any(problem.level == "error" and len(entries) == len(batch.entries) > 1 for problem, entries in whose.values())
    if failed and not of_all:  # else it is no row's fault
        _print_table(failed, say)
    report.complain(batch.stopped, say)


def _where(entries: list[Entry], say: Say) -> str:
    """Return which rows a problem is about."""
    first = entries[0]
    if len(entries) == 1:
        return f"{first.place}:"
    return say(N_("{noi} và {so} văn bản khác:")).format(noi=first.place, so=len(entries) - 1)


def _print_table(failed: list[tuple[Entry, Result]], say: Say) -> None:
    head = (say(N_("Ở đâu")), say(N_("Đơn vị")), say(N_("Vì sao")))
    rows = [(entry.place, result.unit or entry.unit, _why(entry, result, say)) for entry, result in failed[:_SHOWN]]
    widths = [max(len(row[n]) for row in (head, *rows)) for n in (0, 1)]
    report.note("")
    report.note(say(N_("Không in được:")))
    for row in (head, *rows):
        report.note("  " + report.visible(f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}"))
    if len(failed) > _SHOWN:
        report.note("  " + say(N_("… và {con_lai} văn bản khác; muốn xem hết thì thêm --format json.")).format(con_lai=len(failed) - _SHOWN))


def _why(entry: Entry, result: Result, say: Say) -> str:
    if not result.problems:
        return say(N_("chưa ghi"))
    problem = result.problems[0]
    if problem.place and problem.place.cell and _is_within(problem, entry):
        return f"{problem.place.cell.rpartition('!')[2]}: {problem.text(say)}"
    return f"{problem.place}: {problem.text(say)}" if problem.place else problem.text(say)


def _is_within(problem: Problem, entry: Entry) -> bool:
    """Tell whether the place of a problem lies in the row or the file of the notice."""
    return problem.place is not None and (entry.place + ",").startswith(f"{problem.place.file},")


def _print_plan(batch: Batch, say: Say) -> None:
    words = {"ready": say(N_("sẽ in")), "unchanged": say(N_("đã có, không đổi")), "edited": say(N_("đã có, đã sửa trong Word")), "refused": say(N_("hỏng"))}
    for entry, result in _rows(batch):
        number = vietnamese.so_van_ban(result.number) if result.number else "-"
        click.echo("\t".join((result.label or number, result.output or "-", words[result.status], entry.place)))


def _sum_up(order: Order, batch: Batch, code: ExitCode, say: Say) -> None:
    counts: dict[str, int] = {}
    for _, result in _rows(batch):
        counts[result.status] = counts.get(result.status, 0) + 1
    if order.dry:
        said = [say(N_("Kế hoạch, chưa ghi gì: {so} văn bản sẽ in.")).format(so=counts.get("ready", 0))]
    elif counts.get("written"):
        said = [say(N_("Đã ghi {so} văn bản vào {thu_muc}.")).format(so=counts["written"], thu_muc=order.source.out)]
    elif not batch.entries:
        said = [say(N_("Không có văn bản nào để in."))]
    else:
        said = [say(N_("Không ghi tệp nào."))] if code else []
    notes = (
        ("unchanged", N_("{so} văn bản đã có, không đổi.")),
        ("edited", N_("{so} văn bản đã được sửa trong Word, để yên (muốn in lại thì thêm --if-exists overwrite).")),
        ("skipped", N_("{so} tệp đã có, để yên.")),
        ("refused", N_("{so} văn bản hỏng: sửa rồi chạy lại đúng lệnh này, những văn bản đã xong được bỏ qua.")),
        ("not written", N_("{so} văn bản chưa ghi được: xử lý lỗi trên rồi chạy lại đúng lệnh này; số không đổi.")),
    )
    said += [say(text).format(so=counts[status]) for status, text in notes if counts.get(status)]
    if batch.archive:
        said.append(say(N_("Đã nén {so} tệp vào {tep}.")).format(so=len(batch.outputs()), tep=batch.archive))
    if batch.dropped:
        said.append(say(N_("Đã bỏ {so} tệp cũ của những văn bản nay mang tên khác: {cac_tep}.")).format(so=len(batch.dropped), cac_tep=_some(batch.dropped)))
    if batch.interrupted:
        said.append(say(N_("Đã dừng theo yêu cầu. Chạy lại đúng lệnh này để làm tiếp.")))
    report.note(report.visible(" ".join(said)))


def _some(names: Iterable[str]) -> str:
    names = list(names)
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")


# --- for programs --------------------------------------------------------------------------------------


def _print_json(order: Order, batch: Batch, say: Say, unlawful: Mapping[int, Sequence[Fault]]) -> None:
    """Print the whole run as one JSON document, row by row."""
    click.echo('{"results": [')
    last = len(batch.entries) - 1
    for entry, result in _rows(batch):
        row = {
            "input": entry.place,
            "key": entry.key,
            "status": _PLANNED if result.status == "ready" else result.status,
            "number": result.number,
            "output": (result.output if order.dry else str(order.source.out / result.output)) if result.output and result.status not in {"refused", "not written"} else None,
            "sha256": None if order.dry or result.status in {"refused", "not written"} else result.sha256,
            "faults": proofs.as_json(unlawful.get(entry.at, ()), say),
            "problems": [report.as_json(problem, say) for problem in result.problems],
        }
        click.echo("  " + json.dumps(row, ensure_ascii=False) + ("," if entry.at < last else ""))
    packed = json.dumps(str(batch.archive) if batch.archive else None, ensure_ascii=False)
    click.echo("], " + f'"zip": {packed}, "problems": {json.dumps([report.as_json(problem, say) for problem in (*batch.noted, *batch.stopped)], ensure_ascii=False)}}}')
