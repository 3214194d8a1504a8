"""Any Word file shown and mended: its paragraphs, its pages as they are printed, a copy mended, a copy with comments."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from notice_gen.errors import InputError
from notice_gen.library.documents import this_day
from notice_gen.library.verdicts import Fault, Report, as_reported, as_told, job_of
from notice_gen.records import record

T = TypeVar("T")

if TYPE_CHECKING:
    from notice_gen.check.mend import Choice
    from notice_gen.convert.pages import Box

_DOTS, _MOST_PAGES, _LONGEST = 110, 100, 2_000
_MOST_PARAGRAPHS = 20_000


@record
class Paragraph:
    """A paragraph of a Word file: the part it stands in, which one it is there, from 1, its number or mark, its text."""

    part: str
    paragraph: int
    label: str
    text: str


@record
class Pages:
    """The pages of a Word file: each as a PNG, no more than a hundred, and where each paragraph stands on them."""

    pictures: tuple[bytes, ...]
    boxes: tuple[Box | None, ...]


@record
class Mending:
    """A copy of a Word file, mended: its bytes, the faults that are gone, what is wrong with it still."""

    docx: bytes
    mended: tuple[Fault, ...]
    report: Report


def word_of(data: bytes, name: str = "") -> tuple[bytes, str]:
    """Return a Word file's bytes, and what it was made of: of a .doc, .odt or .rtf, LibreOffice makes one; the ending is then told.

    Raises InputError: it cannot be converted; ToolError: LibreOffice is missing.
    """
    from notice_gen.office import foreign

    [made] = foreign.made_ours([(name, data)])
    if made is None:
        return data, ""
    if made.error:
        raise made.error
    return made.docx, made.kind


def paragraphs(docx: bytes, *, today: date | None = None, seconds: float = 60.0) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a Word file's body.  Raises InputError: it is none, cannot be read safely, or takes too long."""
    from notice_gen.check.read import read

    found = _timely(seconds, lambda: read(docx, today or this_day()).paragraphs[:_MOST_PARAGRAPHS])
    return tuple(Paragraph(one.part, one.index + 1, one.number, one.text) for one in found)


def pages_of(docx: bytes, *, today: date | None = None, seconds: float = 60.0) -> Pages:
    """Return the pages of a Word file as LibreOffice prints them.

    Raises InputError: it cannot be read; ToolError: LibreOffice or pypdfium2 is missing, or does not work.
    """
    from notice_gen.convert import pages
    from notice_gen.errors import ToolError
    from notice_gen.library.drafting import to_pdf

    if not pages.can_read():
        raise ToolError(pages.MISSING)
    texts = [one.label + one.text for one in paragraphs(docx, today=today, seconds=seconds)]
    pdf, until = to_pdf(docx), time.monotonic() + seconds
    pictures = pages.pictures(pdf, dots=_DOTS, most=_MOST_PAGES, longest=_LONGEST, until=until)
    return Pages(tuple(pictures), tuple(pages.boxes(pdf, texts, until=until)))


def _timely(seconds: float, work: Callable[[], T]) -> T:
    from notice_gen.office.checking import TOO_MUCH
    from notice_gen.office.limits import OutOfTimeError, within

    try:
        return within(seconds, work)
    except (OutOfTimeError, MemoryError):
        raise InputError(TOO_MUCH) from None


def choice_of(fault: Fault) -> Choice:
    """Return by what a mending is chosen: all that a rule mends in one paragraph, or on the pages of one section, goes together."""
    return fault.code, fault.part or "", fault.paragraph or 0, fault.section or 0


def mend_docx(
    docx: bytes, *, only: Collection[Choice] | None = None, comments: str = "", level: str = "luật", office: str | Path | None = None,
    today: date | None = None, seconds: float = 60.0,
) -> Mending:  # fmt: skip
    """Return a copy of a Word file with what can be mended mended, as ``notice-gen check --fix``; never a word is changed.

    Args:
        docx: the file, which stays as it is.
        only: of which faults, as :func:`choice_of` tells them; None for all that can be, empty for none.
        comments: the language, ``vi`` or ``en``, in which Word's comments say what is wrong still, as ``--annotate``; empty for none.
        level: as for :func:`notice_gen.check_docx`.
        office: likewise.
        today: likewise.
        seconds: likewise.

    Raises InputError: as :func:`notice_gen.check_docx`.
    """
    from notice_gen.files import IfExists
    from notice_gen.office import checking

    job = job_of(docx, level=level, waived=(), office=office, today=today, seconds=seconds)
    with tempfile.TemporaryDirectory(prefix="notice-gen-") as folder:
        fixed, annotated = Path(folder) / "fixed.docx", Path(folder) / "annotated.docx"
        copies = checking.Copies(
            fixed, annotated if comments else None, IfExists.FAIL, comments or "vi", datetime.now().astimezone(),
            only=None if only is None else frozenset(only),
        )  # fmt: skip
        checked = checking.check_one(replace(job, copies=copies))
        if checked.verdict is None or checked.problems:
            raise InputError(checked.problems)
        made = (annotated if comments else fixed).read_bytes()
    return Mending(made, tuple(map(as_told, checked.mended)), as_reported(checked.verdict))
