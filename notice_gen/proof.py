"""Is what we print lawful?  Read back from its bytes and judged, each form the first time it is printed, then remembered.

What the decree asks of a page (boxes, faces, sizes, margins, lines, page numbers) depends on the Word file, the sizes asked
for and which boxes a notice has, not on its words: what is right once is right for every notice of that form.  A form that
is not right is told each time, until it is mended or waived.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import __version__, kept
from notice_gen import check as judges

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault

_FORM = """
    TR01 TR02 TR03 TR04 TR05 TR06 TR07 TR08 TR09 TR10 QH01 QH02 QH03 QH04 TN01 TN02 TN03 TN04 TN05 TN06 TN07 CQ01 CQ02 CQ03 CQ04 CQ05 CQ06 CQ07 CQ08
    SO01 SO02 SO04 SO13 SO14 SO15 DN01 DN02 DN04 DN05 DN06 DN07 DN09 TL01 TL02 TL03 TL04 TL05 TY01 TY02 TY03 TY04 TY06 TY07 TY08 TY10 TY11 TY12 TY13
    DK01 DK02 DK03 KG01 KG03 KG04 KG05 KG06 KG07 KG10 CC01 CC03 ND01 ND02 ND03 ND05 ND06 ND07 ND08 ND14 PC01 PC02 PC08 PC09 PC10 PC11 PC14 PC15
    KY01 KY02 KY03 KY04 KY05 KY06 KY07 KY09 NN01 NN02 NN03 NN04 NN05 NN06 NN07 NN08 NN09 NN19 NN20 SD01 SD02 SD03 SD04 SD05
    PL01 PL02 PL03 PL04 PL08 PL09 PL10 PL11 PL12 PL13 PL14 PL15
"""
FORM = frozenset(_FORM.split())
"""The rules on what the Word file and our own composing answer for: boxes, faces, sizes, places, lines, page numbers, the marks
that are supplied.

What an author says and how it is spelt is the notice's own matter, which ``notice-gen check`` and ``--check full`` look at.
"""

_JUDGES = Path(judges.__file__).parent
_right: set[tuple[str, tuple[str, ...]]] = set()


def of_form(docx: bytes, form: str, waived: Iterable[str] = (), *, today: date) -> tuple[Fault, ...]:
    """Return where a notice breaks the law by its form; nothing, at once, for a form that was found right before.

    Args:
        docx: the notice.
        form: what tells its form from others (``Issued.form``).
        waived: rules that the office passes over, as in ``[the_thuc] bo_qua``.
        today: whose decree holds for a draft without a date.
    """
    waived = tuple(sorted(waived))
    known = (form, waived)
    if known in _right:
        return ()
    name = kept.name(_JUDGES, __version__, _changed(), form, waived)
    if kept.load(name) is not None:
        _right.add(known)
        return ()
    faults = _judged(docx, waived, FORM, today)
    if not faults:
        _right.add(known)
        kept.store(name, b"right")
    return faults


@cache
def _changed() -> tuple[int, ...]:
    """When a rule or a reader was last added: to look at each of their files would take longer than the rest."""
    return tuple((_JUDGES / room).stat().st_mtime_ns for room in ("rules", "form", "word"))


def in_full(docx: bytes, waived: Iterable[str] = (), *, today: date) -> tuple[Fault, ...]:
    """Return every place where a notice breaks the law, by its form or its words."""
    return _judged(docx, waived, None, today)


def _judged(docx: bytes, waived: Iterable[str], codes: frozenset[str] | None, today: date) -> tuple[Fault, ...]:
    from notice_gen.check import judge
    from notice_gen.check.fault import Level
    from notice_gen.check.read import read

    entries = [entry for entry in judge.at_least(Level.LUAT) if codes is None or entry.rule.code in codes]
    return judge.judge(read(docx, today), entries, judge.named(waived)[0]).faults
