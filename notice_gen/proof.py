"""Is what we print lawful?  Read back from its bytes and judged, each form the first time it is printed, then remembered.

What the decree asks of a page (boxes, faces, sizes, margins, lines, page numbers) depends on the Word file, the sizes asked for and which
boxes a notice has, not on its words: what is right once is right for every notice of that form.  A form that is not right is reported each
time, until it is mended or waived.  Which rules are on the form, each says itself (``check.fault.Entry.form``); what an author says and how
it is spelt is the notice's own matter, which ``notice-gen check`` and ``--check full`` look at.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import __version__, facts, kept, ready
from notice_gen import check as judges

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault

_JUDGES = Path(judges.__file__).parent
_right: set[tuple[str, tuple[str, ...]]] = set()


def of_form(docx: bytes, form: str, waived: Iterable[str] = (), *, today: date) -> tuple[Fault, ...]:
    """Return where a notice breaks the law by its form; nothing, at once, for a form that was found right before.

    Args: *docx*: the notice; *form*: what tells its form from others (``Issued.form``); *waived*: rules that the office passes over, as in
    ``[the_thuc] bo_qua``; *today*: whose decree holds for a draft without a date.
    """
    waived = tuple(sorted(waived))
    judged = (form, waived)
    if judged in _right:
        return ()
    if not waived and not facts.changed() and form in ready.forms("right"):
        _right.add(judged)
        return ()
    name = kept.name(_JUDGES, __version__, facts.changed(), _changed(), form, waived)
    if kept.load(name) is not None:
        _right.add(judged)
        return ()
    faults = anew(docx, waived, today=today)
    if not faults:
        _right.add(judged)
        kept.store(name, b"right")
    return faults


@cache
def _changed() -> tuple[int, ...]:
    """When a rule or a reader was last added: to look at each of their files would take longer than the rest."""
    return tuple((_JUDGES / room).stat().st_mtime_ns for room in ("rules", "form", "word"))


def anew(docx: bytes, waived: Iterable[str] = (), *, today: date) -> tuple[Fault, ...]:
    """Return where a notice breaks the law by its form, whatever was found before."""
    return _judged(docx, waived, today, form_alone=True)


def in_full(docx: bytes, waived: Iterable[str] = (), *, today: date) -> tuple[Fault, ...]:
    """Return every place where a notice breaks the law, by its form or its words."""
    return _judged(docx, waived, today, form_alone=False)


def _judged(docx: bytes, waived: Iterable[str], today: date, *, form_alone: bool) -> tuple[Fault, ...]:
    from notice_gen.check import judge
    from notice_gen.check.fault import Level
    from notice_gen.check.read import read

    entries = [entry for entry in judge.at_least(Level.LUAT) if entry.form or not form_alone]
    return judge.judge(read(docx, today), entries, judge.named(waived)[0]).faults
