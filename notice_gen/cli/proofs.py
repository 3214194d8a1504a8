"""What ``render``, ``validate`` and ``batch`` say of their own papers: printed unlawfully is said loudly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import report
from notice_gen.cli.i18n import Say
from notice_gen.cli.options import Decorator
from notice_gen.cli.work import today
from notice_gen.errors import N_

if TYPE_CHECKING:
    from notice_gen.batch.state import Batch, Order
    from notice_gen.check.fault import Fault
    from notice_gen.steps import Issued

FORM, FULL = "form", "full"
_SHOWN = 20  # files whose faults are told

option: Decorator = click.option(
    "--check",
    "check",
    type=click.Choice([FORM, FULL]),
    default=FORM,
    help=N_("Kiểm tra văn bản in ra theo quy định: form (mặc định) xét thể thức của mẫu; full xét cả lời văn của từng văn bản, lâu hơn."),
)


def faults(issued: Issued, check: str) -> tuple[Fault, ...]:
    """Return where a notice breaks the law."""
    from notice_gen import proof

    waived = issued.notice.the_thuc.bo_qua
    return proof.of_form(issued.docx, issued.form, waived, today=today()) if check == FORM else proof.in_full(issued.docx, waived, today=today())


def of_batch(order: Order, done: Batch, check: str, say: Say) -> dict[int, tuple[Fault, ...]]:
    """Return, by index, where the notices written break the law: one notice of each form, or all of them."""
    written = {entry.at: done.results[entry.at] for entry in done.entries if done.results[entry.at].status == "written"}
    folder = order.source.out
    if check == FORM:
        from notice_gen import proof

        first = {(result.form, result.waived): index for index, result in reversed(written.items())}
        return {index: its for (form, waived), index in first.items() if (its := proof.of_form((folder / written[index].output).read_bytes(), form, waived, today=order.source.today))}
    from notice_gen.check import judge
    from notice_gen.check.fault import Level
    from notice_gen.cli import checking
    from notice_gen.cli.progress import Bar

    codes = frozenset(entry.rule.code for entry in judge.at_least(Level.LUAT))
    jobs = [checking.Job(str(folder / result.output), codes, order.source.today, judge.named(result.waived)[0]) for index, result in written.items()]
    bar = Bar(say)
    found = {}
    for number, (index, checked) in enumerate(zip(written, checking.check_all(jobs), strict=True), start=1):
        bar.at(number, len(jobs))
        if checked.verdict and checked.verdict.faults:
            found[index] = checked.verdict.faults
    bar.close()
    return found


def tell(found: Mapping[str, Sequence[Fault]], say: Say, *, made: bool = True) -> bool:
    """Tell on stderr where files break the law; say whether any does.

    Args:
        found: the faults by file.
        say: the language.
        made: whether the documents were written, or only looked at beforehand.
    """
    faulty = {file: its for file, its in found.items() if its}
    if not faulty:
        return False
    from notice_gen.cli import check_text

    for file, its in islice(faulty.items(), _SHOWN):
        for fault in its:
            for line in check_text.fault_lines(file, fault, say):
                report.note(line)
    if len(faulty) > _SHOWN:
        report.note(say(N_("… và {so} văn bản khác sai thể thức; notice-gen check THƯ_MỤC cho xem hết.")).format(so=len(faulty) - _SHOWN))
    head = N_("Văn bản đã làm xong nhưng sai thể thức như trên.") if made else N_("Chưa ghi gì; in ra thì văn bản sai thể thức như trên.")
    message = N_(
        "Mẫu riêng (--template) thì sửa mẫu; lời văn thì sửa tệp kết quả; "
        "cơ quan không theo quy tắc nào thì ghi mã vào [the_thuc] bo_qua của notice-gen.toml."
    )
    report.note(f"{say(head)} {say(message)}")
    return True


def as_json(its: Sequence[Fault], say: Say) -> list[dict[str, Any]]:
    """Return faults as plain JSON values."""
    if not its:
        return []
    from notice_gen.check import report as faults_

    return [faults_.fault_as_json(fault, say) for fault in its]
