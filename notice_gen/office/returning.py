"""Papers that come back from Word: read within limits, taken into findings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from notice_gen.errors import N_, InputError, Place, Problem
from notice_gen.office import checking, foreign
from notice_gen.office.limits import OutOfTimeError, limited

if TYPE_CHECKING:
    from collections.abc import Callable

    from notice_gen.back.importing import Imported
    from notice_gen.check.view import DocumentView

Result = TypeVar("Result")
_SECONDS = 60.0
_TOO_MUCH = Problem(
    N_("Đọc tệp này mất quá nhiều thời gian hoặc bộ nhớ."), N_("Tách phụ lục thành tệp riêng rồi làm lại; tệp lạ thì không nên mở."),
)  # fmt: skip


def read(file: str, data: bytes | None, today: date) -> DocumentView:
    """Return a paper as it is seen, also one that another program saved.

    Args:
        file: its name.
        data: its bytes, None when they are the file's.
        today: whose decree holds for a paper without a date.

    Raises InputError: it cannot be read; ToolError: LibreOffice is needed, and is missing or does not work.
    """
    from notice_gen.check.read import read as seen

    [made] = foreign.made_ours([(file, data)])
    if made is not None:
        if made.error is not None:
            raise type(made.error)(_placed(made.error.problems, file))
        data = made.docx
    try:
        return seen(checking.bytes_of(file) if data is None else data, today)
    except InputError as error:
        raise InputError(_placed(error.problems, file)) from error


def _placed(problems: tuple[Problem, ...], file: str) -> tuple[Problem, ...]:
    from dataclasses import replace

    return tuple(one if one.place else replace(one, place=Place(file)) for one in problems)


def within_limits(file: str, work: Callable[[], Result]) -> Result:
    """Return what *work* gives of the paper *file*.  Raises InputError: it takes longer, or more, than any paper does."""
    try:
        with limited(_SECONDS):
            return work()
    except (OutOfTimeError, MemoryError, RecursionError) as error:
        raise InputError(_placed((_TOO_MUCH,), file)) from error


def imported(file: str, data: bytes | None, *, name: str, today: date) -> Imported:
    """Return the findings of a paper; arguments as :func:`read`, *name*: of the findings file.  Raises likewise."""
    from notice_gen.back import importing

    return within_limits(file, lambda: importing.imported(read(file, data, today), name=name, today=today))


def findings_beside(file: str) -> Path:
    """Return where the findings of a paper are written by default: beside it."""
    return Path(file).with_suffix(".toml")
