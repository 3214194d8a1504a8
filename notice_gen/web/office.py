"""The office's settings, ``notice-gen init`` as a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import notice_gen
from notice_gen.errors import N_, InputError, Problem
from notice_gen.web import answers
from notice_gen.web.answers import Asked
from notice_gen.web.desk import Desk
from notice_gen.web.folder import SETTINGS
from notice_gen.web.wording import saying

if TYPE_CHECKING:
    from starlette.routing import Route


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this page."""
    return [answers.api("office", _form, desk), answers.api("office/save", _save, desk)]


def _typed(asked: Asked) -> dict[str, str]:
    typed = asked.get("answers", {})
    if not isinstance(typed, dict) or not all(isinstance(value, str) and value.isprintable() for value in typed.values()):
        raise InputError(Problem(N_("Câu trả lời phải là chữ, mỗi câu một dòng."), N_("Gõ lại ô đó.")))
    return typed


def _form(desk: Desk, asked: Asked, language: str) -> Any:
    """Return the questions, as far as the answers lead, with what is offered and what is wrong."""
    say = saying(language)
    rows = [
        {
            "name": one.name, "label": say(one.label), "text": say(one.text), "why": say(one.why), "guess": one.guess, "answer": one.answer,
            "problems": answers.said(one.problems, language),
        }
        for one in notice_gen.office_form(_typed(asked))
    ]  # fmt: skip
    there = notice_gen.settings_path(desk.root)
    return {"questions": rows, "path": str(there) if there else None, "here": desk.path(SETTINGS).exists()}


def _save(desk: Desk, asked: Asked, language: str) -> Any:
    content = notice_gen.office_file(_typed(asked))
    if not desk.save(SETTINGS, content.encode(), None):
        problem = Problem(N_("Thư mục này đã có notice-gen.toml."), N_("Mở tệp đó trong danh sách để sửa."))
        return answers.problems([problem], language, status=409)
    return {"name": SETTINGS}
