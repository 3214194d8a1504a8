"""The form of a text: its fields, and edits of them that come back as changes of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from notice_gen import assist
from notice_gen.assist import form as forms
from notice_gen.errors import N_, InputError, Problem
from notice_gen.web import answers, assistant
from notice_gen.web.answers import Asked, text
from notice_gen.web.desk import Desk

if TYPE_CHECKING:
    from starlette.routing import Route

_KINDS = ("set", "remove", "insert", "move", "paste", "rename")


def routes(desk: Desk) -> list[Route]:
    """Return the routes of the form."""
    return [answers.api(path, handler, desk) for path, handler in {"form": _form, "form-edit": _edit}.items()]


def _form(desk: Desk, asked: Asked, language: str) -> Any:
    name = text(asked, "name")
    found = forms.form(text(asked, "text"), assistant.beside(desk, name, language))
    return {"fields": assist.plain(found.fields), "faults": assistant.told(found.faults, name)}


def _edit(desk: Desk, asked: Asked, language: str) -> Any:
    """Return the changes that an edit of a field makes, or why it makes none, with the line."""
    around = assistant.beside(desk, text(asked, "name"), language)
    done = forms.edit(text(asked, "text"), _operation(asked.get("operation")), around)
    if isinstance(done, forms.Refused):
        return {"refused": assist.plain(done), "edits": []}
    return {"refused": None, "edits": assist.plain(done.edits)}


def _operation(given: Any) -> forms.Operation:
    if isinstance(given, dict):
        kind, path, value, to = given.get("kind"), given.get("path"), given.get("value"), given.get("to", 0)
        steps = isinstance(path, list) and path and all(type(step) in (str, int) for step in path)
        if kind in _KINDS and steps and isinstance(value, str | bool | None) and type(to) is int and isinstance(path, list):
            return forms.Operation(kind, tuple(path), value, to)
    raise InputError(Problem(N_("Yêu cầu không dùng được: “{gia_tri}”."), N_("Tải lại trang."), {"gia_tri": str(given)[:80]}))
