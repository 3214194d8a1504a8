"""The editor: what is wrong with a text, its page, its print."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any

import notice_gen
from notice_gen import assist
from notice_gen.errors import N_, InputError, OutputError, Problem, say_in
from notice_gen.web import answers, assistant
from notice_gen.web.answers import Asked, text
from notice_gen.web.desk import Desk

if TYPE_CHECKING:
    from starlette.routing import Route

_DOTS = 110  # to the inch, of a page that is looked at
_IF_EXISTS = ("fail", "overwrite", "rename")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS = {".docx": _WORD, ".pdf": "application/pdf"}


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this page."""
    handlers = {"preview": _preview, "print": _print, "print/look": _look, "pdf": _pdf, "file": _file}
    return [answers.api(path, handler, desk) for path, handler in handlers.items()]


def _preview(desk: Desk, asked: Asked, language: str) -> Any:
    """Say what is wrong with a text as it stands, and make its Word file, unless it is refused."""
    name, content = text(asked, "name"), text(asked, "text")
    desk.newest[name] = content
    around = assistant.beside(desk, name, language)
    problems = assistant.told(assist.diagnose(content, around), name)
    paper = None if assistant.is_settings(name) else assist.paper(content, around)
    return {"problems": problems, "docx": base64.b64encode(paper).decode() if paper else None}


def _look(desk: Desk, asked: Asked, language: str) -> Any:
    """Say what printing a file that is saved would do: the number it would have, from which register, the file."""
    look = notice_gen.look_at_print(desk.path(text(asked, "name")), register=desk.register)
    return {
        "label": look.label, "name": look.path.name, "taken": look.taken, "register": _within(desk, look.register), "begins": look.begins,
        "problems": answers.said(look.problems, language),
    }  # fmt: skip


def _within(desk: Desk, register: str) -> str:
    """Return what a register is called, of one in the folder its name there."""
    path = Path(register)
    return path.relative_to(desk.root).as_posix() if register and path.is_relative_to(desk.root) else register


def _print(desk: Desk, asked: Asked, language: str) -> Any:
    """Print a file that is saved, as ``notice-gen render`` does."""
    name, if_exists = text(asked, "name"), asked.get("if_exists", "fail")
    if if_exists not in _IF_EXISTS:
        raise InputError(Problem(N_("Yêu cầu không dùng được: “{gia_tri}”."), N_("Tải lại trang."), {"gia_tri": str(if_exists)[:80]}))
    try:
        printed = notice_gen.print_file(desk.path(name), register=desk.register, if_exists=if_exists)
    except OutputError as error:
        may = any("--if-exists" in problem.hint for problem in error.problems)
        return answers.problems(error.problems, language, status=422, may_replace=may)
    say = say_in(language)
    begun = [say(N_("Đã lập sổ văn bản mới: {so}.")).format(so=label) for label in printed.begun]
    return {
        "name": printed.path.resolve().relative_to(desk.root).as_posix(), "path": str(printed.path), "label": printed.document.label,
        "problems": answers.said((*printed.remarks, *printed.document.warnings), language),
        "faults": [notice_gen.sentence(fault, language) for fault in printed.faults], "begun": begun,
    }  # fmt: skip


def _pdf(desk: Desk, asked: Asked, _: str) -> Any:
    """Return the pages of a text as LibreOffice prints them: a PDF, and a picture of each."""
    name, content = text(asked, "name"), text(asked, "text")
    made = notice_gen.make(content.encode(), office=desk.path(name).parent)
    pdf = notice_gen.to_pdf(made.docx)
    pages = notice_gen.to_pictures(pdf, dots=_DOTS)
    return {"pdf": base64.b64encode(pdf).decode(), "pages": [base64.b64encode(page).decode() for page in pages]}


def _file(desk: Desk, asked: Asked, _: str) -> Any:
    """Return a Word or PDF file of the folder, to be kept or looked at."""
    from starlette.responses import Response

    name = text(asked, "name")
    kind = _KINDS.get(desk.path(name).suffix.lower())
    if kind is None:
        raise InputError(Problem(N_("Chỉ tải về tệp .docx, .pdf; ở đây là “{ten}”."), N_("Chọn tệp khác."), {"ten": name}))
    return Response(desk.read(name), media_type=kind)
