"""What the heads of two papers say, and the edits of the findings that make the one the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_gen.back import lines, merging
from notice_gen.back.editing import Editor
from notice_gen.back.findings import subject
from notice_gen.check import head
from notice_gen.check.texts import boxed
from notice_gen.check.view import DocumentView
from notice_gen.expressions import Scope


def take(data: Mapping[str, Any], editor: Editor, scope: Scope, old: DocumentView, new: DocumentView) -> list[tuple[str, str]]:
    """Take subject, date, place, number and the signer's name into the findings *data*; return the expressions that gave way."""
    van_ban, gone = data.get("van_ban"), list[tuple[str, str]]()
    if isinstance(van_ban, Mapping):
        now = subject(new)
        if now and subject(old) != now and isinstance(van_ban.get("trich_yeu"), str):
            typed, gone = merging.merged(van_ban["trich_yeu"], [(now, "")], scope)
            editor.put(("van_ban", "trich_yeu"), typed)
        _date(van_ban, editor, old, new)
        _number(van_ban, editor, old, new)
    _signers(data, editor, old, new)
    return gone


def _signers(data: Mapping[str, Any], editor: Editor, old: DocumentView, new: DocumentView) -> None:
    before, after = ([lines.plain(span.text) for span in boxed(view, "ho_ten")] for view in (old, new))
    others = data.get("ky_lien_tich")
    typed = {("ky",): data.get("ky")} | {("ky_lien_tich", n): one for n, one in enumerate(others if isinstance(others, list) else ())}
    for was, name in zip(before, after, strict=True) if len(before) == len(after) else ():
        path = next((path for path, one in typed.items() if isinstance(one, Mapping) and one.get("ho_ten") == was), None)
        if path and name and was != name:
            del typed[path]  # of two with one name the first one on the page is the first one here
            editor.put((*path, "ho_ten"), name)


def _date(van_ban: Mapping[str, Any], editor: Editor, old: DocumentView, new: DocumentView) -> None:
    a, b = head.date_line(old), head.date_line(new)
    if a and b:
        if b.date and a.date != b.date:
            editor.put(("van_ban", "ngay"), b.date)
        if b.place and a.place != b.place and "dia_danh" in van_ban:
            editor.put(("van_ban", "dia_danh"), b.place)


def _number(van_ban: Mapping[str, Any], editor: Editor, old: DocumentView, new: DocumentView) -> None:
    was, now = ("" if (number := head.number(view)) is None else lines.plain(number.so.text) for view in (old, new))
    if now.isdecimal() and now != was and int(now) and van_ban.get("so") != "tu-dong":
        editor.put(("van_ban", "so"), int(now))
