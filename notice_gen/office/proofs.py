"""Our own documents judged before they leave: the form of each kind once, or every text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault
    from notice_gen.steps import Issued

FORM, FULL = "form", "full"


def faults(issued: Issued, check: str) -> tuple[Fault, ...]:
    """Return where a notice breaks the law: its form (``FORM``), or every place (``FULL``)."""
    from notice_gen import proof

    waived = issued.notice.the_thuc.bo_qua
    return proof.of_form(issued.docx, issued.form, waived) if check == FORM else proof.in_full(issued.docx, waived)
