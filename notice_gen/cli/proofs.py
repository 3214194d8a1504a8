"""What ``render``, ``validate`` and ``batch`` report of the notices they make: one that breaks the law is reported loudly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import report
from notice_gen.cli.i18n import Say
from notice_gen.cli.options import Decorator
from notice_gen.errors import N_
from notice_gen.office.printing import FORM, FULL

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault

_SHOWN = 20  # files whose faults are shown

option: Decorator = click.option(
    "--check", "check", type=click.Choice([FORM, FULL]), default=FORM,
    help=N_("Kiểm tra văn bản in ra theo quy định: form (mặc định) xét thể thức của mẫu; full xét cả lời văn của từng văn bản, lâu hơn."),
)


def report_faults(faults: Mapping[str, Sequence[Fault]], say: Say, *, made: bool = True) -> bool:
    """Report on stderr where files break the law, and return whether any does.

    Args: *faults*: of each file; *say*: the language; *made*: whether the documents were written, or only looked at beforehand.
    """
    faulty = {file: its for file, its in faults.items() if its}
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
