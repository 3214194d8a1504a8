"""The check page: any Word file judged, shown as it is printed, mended; nothing of it is kept or written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import notice_gen
from notice_gen.errors import N_, InputError, Problem
from notice_gen.web import answers
from notice_gen.web.answers import Asked, base64_of, text
from notice_gen.web.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.routing import Route

_LARGEST = 30 << 20  # bytes of a Word file
_BODY = (_LARGEST * 4 // 3) + (1 << 20)
LIMITS = {"/api/check": _BODY, "/api/check/pages": _BODY, "/api/check/mend": _BODY}
_WORD = frozenset({".docx", ".doc", ".odt", ".rtf"})
_LEVEL = "gợi ý"
_SECONDS = 60.0


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this page."""
    handlers = {"check": _check, "check/files": _files, "check/open": _open, "check/pages": _pages, "check/mend": _mend}
    return [answers.api(path, handler, desk) for path, handler in handlers.items()]


def _files(desk: Desk, _: Asked, __: str) -> Any:
    return {"files": [name for name, _ in desk.names(_WORD) if not name.rpartition("/")[2].startswith("~$")]}


def _open(desk: Desk, asked: Asked, _: str) -> Any:
    """Return a Word file of the folder: from here on it is as one that was dropped."""
    name = text(asked, "name")
    if desk.path(name).suffix.lower() not in _WORD:
        raise InputError(Problem(N_("Chỉ kiểm tra tệp .docx, .doc, .odt, .rtf; ở đây là “{ten}”."), N_("Chọn tệp khác."), {"ten": name}))
    return {"data": base64_of(desk.read(name, _LARGEST))}


def _office(desk: Desk, asked: Asked) -> Path:
    """Return the folder whose settings hold: that of a file of the folder, else the folder itself."""
    return desk.path(text(asked, "name")).parent if asked.get("name") else desk.root


def _check(desk: Desk, asked: Asked, language: str) -> Any:
    """Judge a file; of another program's, what LibreOffice made of it goes back with what is said of it."""
    docx, kind = notice_gen.word_of(answers.data(asked, _LARGEST), text(asked, "file"))
    report = notice_gen.check_docx(docx, level=_LEVEL, office=_office(desk, asked), seconds=_SECONDS)
    return {
        "kind": kind, "docx": base64_of(docx) if kind else None, "report": report.as_dict(language),
        "paragraphs": [vars(one) for one in notice_gen.paragraphs(docx, seconds=_SECONDS)],
    }  # fmt: skip


def _pages(_: Desk, asked: Asked, __: str) -> Any:
    """Return the pages as they are printed, and where on them each paragraph stands, in the order of the paragraphs."""
    pages = notice_gen.pages_of(answers.data(asked, _LARGEST), seconds=_SECONDS)
    boxes = [box and [box.page, *(round(side, 4) for side in (box.left, box.top, box.right, box.bottom))] for box in pages.boxes]
    return {"pages": [base64_of(picture) for picture in pages.pictures], "boxes": boxes}


def _mend(desk: Desk, asked: Asked, language: str) -> Any:
    """Return the file with the faults mended that were chosen, and with comments on the others where they are wanted."""
    chosen = asked.get("only")
    if chosen is not None and not (isinstance(chosen, list) and all(map(_is_choice, chosen))):
        raise InputError(Problem(N_("Yêu cầu không dùng được: “{gia_tri}”."), N_("Tải lại trang."), {"gia_tri": str(chosen)[:80]}))
    made = notice_gen.mend_docx(
        answers.data(asked, _LARGEST), only=None if chosen is None else [tuple(one) for one in chosen],
        comments=language if asked.get("comments") is True else "", level=_LEVEL, office=_office(desk, asked), seconds=_SECONDS,
    )  # fmt: skip
    mended = [fault.as_dict(language) for fault in made.mended]
    return {"docx": base64_of(made.docx), "mended": mended, "report": made.report.as_dict(language)}


def _is_choice(one: object) -> bool:
    return isinstance(one, list) and [type(part) for part in one] == [str, str, int, int]
