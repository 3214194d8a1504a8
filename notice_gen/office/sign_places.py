"""Places for digital signatures on the PDF of a paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from notice_gen.errors import InputError, Place, Problem, ToolError


def refuse_without_tools() -> None:
    """Raise ToolError where what places need is missing."""
    from notice_gen.convert import pages
    from notice_gen.signatures import fields

    missing = [problem for is_there, problem in ((pages.can_read(), pages.MISSING), (fields.can_sign(), fields.MISSING)) if not is_there]
    if missing:
        raise ToolError(missing)


def placed(pdf: bytes, paper: Path, seal: int, today: date) -> tuple[bytes, tuple[Problem, ...]]:
    """Return *pdf* with empty fields where the signatures of *paper* are to stand, and why some are not there.

    Args:
        pdf: what LibreOffice made of it.
        paper: the Word file.
        seal: mm of the seal's diameter.
        today: whose decree holds for a paper without a date.

    Raises ToolError: a program is missing.
    """
    from notice_gen.convert.pages import sheets
    from notice_gen.office import returning
    from notice_gen.signatures import fields, places

    file = str(paper)
    try:
        pages = sheets(pdf)
        found = returning.within_limits(file, lambda: places.places(returning.read(file, None, today), pages, seal=seal))
        with_fields = fields.with_fields(pdf, pages, found.places) if found.places else pdf
    except InputError as error:
        return pdf, tuple(replace(one, level="warning", code="khong_dat_cho_ky_so") for one in returning.placed(error.problems, file))
    return with_fields, tuple(replace(one, place=Place(file)) for one in found.problems)
