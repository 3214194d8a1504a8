"""What is typed into a field → the value it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from notice_gen.assist import kinds
from notice_gen.assist.form import literals
from notice_gen.assist.form.text import RefusalError
from notice_gen.assist.records import Key
from notice_gen.errors import N_


def meant(path: Key, typed: Any, old: Any) -> Any:
    """Return the value that is typed into the field at *path*.  Raises RefusalError: it is none of its kind."""
    names = tuple(step for step in path if isinstance(step, str))
    free = kinds.kind(names[:1]) == "free" if len(names) > 1 else False
    kind: str = kinds.item(names) if isinstance(path[-1], int) else kinds.kind(names)
    if free or "hang" in names:
        kind = "text" if free and names[0] != "so_lieu" else "figure"
    taken = _TAKES.get(kind, _as_it_is)(path, typed, old)
    if isinstance(taken, str) and re.search("[\ud800-\udfff]", taken):
        raise RefusalError(N_("Có ký tự hỏng, không ghi được vào tệp."), N_("Gõ lại đoạn chữ."))
    return taken


def _text(_: Key, typed: Any, __: Any) -> Any:
    return typed if not isinstance(typed, str) else typed.replace("\r\n", "\n").replace("\r", "\n")


def _as_it_is(_: Key, typed: Any, __: Any) -> Any:
    return typed


def _figure(_: Key, typed: Any, old: Any) -> Any:
    return typed if isinstance(old, str) and old and not isinstance(literals.figure(old), str) else literals.figure(str(typed))


def _number(path: Key, typed: Any, _: Any) -> Any:
    if path == ("van_ban", "so") and str(typed).strip() == "tu-dong":
        return "tu-dong"
    value = typed if isinstance(typed, int) and not isinstance(typed, bool) else literals.number(str(typed))
    if value is None:
        message = N_("“{gia_tri}” không phải một con số, hoặc đọc được hai cách.")
        raise RefusalError(message, N_("Gõ số liền, ví dụ 1250 hoặc 98,7."), gia_tri=str(typed)[:60])
    return value


def _day(_: Key, typed: Any, __: Any) -> Any:
    if (value := literals.day(str(typed))) is None:
        raise RefusalError(N_("“{gia_tri}” không phải một ngày."), N_("Gõ ngày/tháng/năm, ví dụ 05/3/2026."), gia_tri=str(typed)[:60])
    return value


def _moment(_: Key, typed: Any, __: Any) -> Any:
    if (value := literals.moment(str(typed))) is None:
        raise RefusalError(N_("“{gia_tri}” không phải giờ và ngày."), N_("Chọn cả ngày và giờ."), gia_tri=str(typed)[:60])
    return value


def _lines(_: Key, typed: Any, old: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    text = typed.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if isinstance(old, list):
        return text.split("\n")
    many = "\n" in text or (isinstance(old, str) and "\n" in old)
    return f"{text}\n" if many else text


_TAKES: Mapping[str, Callable[[Key, Any, Any], Any]] = {
    "text": _text, "figure": _figure, "number": _number, "date": _day, "moment": _moment, "lines": _lines,
}
