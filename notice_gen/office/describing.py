"""Metadata of a findings file or of a finished Word file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.errors import InputError, NoticeGenError, Problem, ToolError
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.metadata import Value
    from notice_gen.steps import Issued


@record
class Described:
    """What is known of a paper.

    Attributes:
        values: of its fields.
        problems: what is worth a look, as warnings.
        uncounted: why its pages are not counted; None where they are.
    """

    values: tuple[Value, ...]
    problems: tuple[Problem, ...] = ()
    uncounted: Problem | None = None


def described(file: str, *, today: date, counted: bool = True) -> Described:
    """Return the metadata of a findings file (``.toml``) or of a Word file.

    Args: *today*: gives a draft its year and its law; *counted*: count the pages, where LibreOffice is.

    Raises InputError: it cannot be read, or a value is too long for its field; TemplateError, ToolError: as reading it does.
    """
    if file.lower().endswith(".toml"):
        from notice_gen import issue, reader

        path = Path(file)
        issued = issue.issue(reader.load_findings(path), file=file, folder=path.parent, today=today)
        if issued.notice.van_ban.so == "tu-dong":
            issued = issue.numbered(issued, None, today=today)
        return of_issued(issued, counted=counted)
    return _of_word(file, today, counted=counted)


def of_issued(issued: Issued, *, counted: bool = True) -> Described:
    """Return the metadata of a notice; arguments and errors as :func:`described`."""
    from notice_gen import metadata, reader

    pages, why = _pages(issued.docx) if counted else (None, None)
    values = metadata.of_notice(issued.notice, issued.context, pages=pages)
    own = "noi_nhan" in issued.layers[-1].data.get("dac_ta", {})  # the office's list is for all its papers
    found = reader.locate(metadata.faults(values, issued.notice.dac_ta.noi_nhan if own else ()), issued.layers)
    return _judged(values, (*found, *issued.warnings), why)


def _of_word(file: str, today: date, *, counted: bool) -> Described:
    from notice_gen import metadata
    from notice_gen.back import describing
    from notice_gen.office import pdf, returning

    def work() -> tuple[list[Value], Problem | None]:
        view = returning.read(file, None, today)
        kind, docx = pdf.read_word(Path(file))
        pages, why = _pages(docx, kind) if counted else (None, None)
        return describing.values(view, docx, pages=pages), why

    values, why = returning.within_limits(file, work)
    return _judged(values, returning.placed(tuple(metadata.faults(values)), file), why)


def _judged(values: Sequence[Value], problems: Sequence[Problem], why: Problem | None) -> Described:
    if any(problem.level == "error" for problem in problems):
        raise InputError(problems)
    return Described(tuple(values), tuple(problems), why)


def _pages(docx: bytes, kind: str = ".docx") -> tuple[int | None, Problem | None]:
    """Return how many pages a Word file has, or why nobody can say."""
    from notice_gen.convert import PDF, Paper, convert
    from notice_gen.convert.pages import MISSING, can_read, pages

    if not can_read():
        return None, MISSING
    try:
        [(_, pdf)] = convert([Paper(docx, kind)], PDF)
        if isinstance(pdf, Problem):
            return None, pdf
        return len(pages(pdf, top=0.0, bottom=0.0)), None
    except (ToolError, InputError) as error:
        return None, _first(error)


def _first(error: NoticeGenError) -> Problem:
    return error.problems[0]
