"""The assistant for the page: problems, what may be done about them, completion, what is known of a piece, where a paragraph comes from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import notice_gen
from notice_gen import assist, files
from notice_gen.assist.form.fields import label
from notice_gen.errors import N_, InputError, Problem
from notice_gen.library.documents import this_day
from notice_gen.web import answers
from notice_gen.web.answers import Asked, text
from notice_gen.web.desk import Desk
from notice_gen.web.wording import saying

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from starlette.routing import Route

_HEADER = re.compile(r"^\[{1,2}[^\]]*\]{1,2}\s*")
_MOST = 40  # problems for which is looked what may be done about them


def routes(desk: Desk) -> list[Route]:
    """Return the routes of the assistant."""
    handlers = {"complete": _complete, "hover": _hover, "actions": _actions, "origins": _origins, "outline": _outline}
    return [answers.api(path, handler, desk) for path, handler in handlers.items()]


def beside(desk: Desk, name: str, language: str) -> assist.Desk:
    """Return what the assistant has beside the text of a file of the folder."""
    settings, office, office_file = notice_gen.settings_path(desk.path(name).parent), "", "notice-gen.toml"
    if settings is not None and not files.is_link(settings):
        try:
            office = files.read(settings).decode("utf-8-sig", "replace")
        except OSError:  # gone, or locked, since it was looked for
            office = ""
        office_file = settings.relative_to(desk.root).as_posix() if settings.is_relative_to(desk.root) else str(settings)
    return assist.Desk(this_day(), name, office, office_file, language=language, say=saying(language))


def told(diagnoses: Iterable[assist.Diagnosis], name: str) -> list[dict[str, Any]]:
    """Return diagnoses as the page knows problems."""
    return [
        {
            "level": one.severity, "file": one.file, "here": one.file == name, "line": one.span.line or None,
            "column": one.span.column or None, "width": max(one.span.end_column - one.span.column, 1), "message": one.message,
            "hint": one.hint, "code": one.code, "path": one.path, "edits": assist.plain(one.edits),
        }
        for one in diagnoses
    ]  # fmt: skip


def _asked(desk: Desk, asked: Asked, language: str) -> tuple[str, assist.Desk]:
    return text(asked, "text"), beside(desk, text(asked, "name"), language)


def _place(asked: Asked) -> tuple[int, int]:
    line, column = asked.get("line"), asked.get("column")
    if type(line) is not int or type(column) is not int or line < 1 or column < 1:
        raise InputError(Problem(N_("Yêu cầu không dùng được: “{gia_tri}”."), N_("Tải lại trang."), {"gia_tri": f"{line}:{column}"[:80]}))
    return line, column


def _complete(desk: Desk, asked: Asked, language: str) -> Any:
    content, around = _asked(desk, asked, language)
    return {"found": assist.plain(assist.complete(content, *_place(asked), around))}


def _hover(desk: Desk, asked: Asked, language: str) -> Any:
    content, around = _asked(desk, asked, language)
    known = assist.hover(content, *_place(asked), around)
    return {"known": assist.plain(known) if known else None}


def _actions(desk: Desk, asked: Asked, language: str) -> Any:
    """Return, by the place of each problem of the text, what may be done about what stands there; of one typed on, some of it."""
    content, around = _asked(desk, asked, language)
    places = dict.fromkeys((one.span.line, one.span.column) for one in assist.diagnose(content, around) if one.file == around.file)
    found = []
    for place in list(places)[:_MOST]:
        if desk.newest.get(around.file, content) != content:
            break  # the page asks for another text meanwhile, and must not wait
        if place[0]:
            found.append((place, assist.actions(content, *place, around)))
    return {"found": [{"line": line, "column": column, "actions": assist.plain(several)} for (line, column), several in found if several]}


def _origins(desk: Desk, asked: Asked, language: str) -> Any:
    content, around = _asked(desk, asked, language)
    return {"found": [
        {"paragraph": one.paragraph, "file": one.file, "line": one.span.line, "column": one.span.column, "end_line": one.span.end_line}
        for one in assist.origins(content, around)
    ]}  # fmt: skip


_IN_OUTLINE = frozenset({"table", "section", "grid"})


def _outline(desk: Desk, asked: Asked, language: str) -> Any:
    """Return the parts of a text by which one finds one's way in it: tables, sections, grids, as people call them."""
    content, around = _asked(desk, asked, language)
    return {"parts": list(_parts(assist.outline(content, around), 0))}


def _parts(symbols: Iterable[assist.Symbol], deep: int) -> Iterator[dict[str, Any]]:
    for one in symbols:
        if one.kind in _IN_OUTLINE:
            yield {
                "path": one.path, "label": label(one.path), "said": _HEADER.sub("", one.name), "line": one.head.line,
                "end_line": one.span.end_line, "deep": deep,
            }  # fmt: skip
            yield from _parts(one.inner, deep + 1)


def is_settings(name: str) -> bool:
    """Say whether a file is the office's settings, of which no page is made."""
    return Path(name).name == "notice-gen.toml"
