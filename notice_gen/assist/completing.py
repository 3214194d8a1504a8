"""What may be typed at the caret: tables and keys with their help, values of closed sets, figures with what they print now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from notice_gen.assist import caret as carets
from notice_gen.assist import kinds
from notice_gen.assist.caret import Caret
from notice_gen.assist.desk import shown
from notice_gen.assist.figures import figures
from notice_gen.assist.offers import HERE, offer
from notice_gen.assist.records import Completion, Desk, offset
from notice_gen.assist.values import values
from notice_gen.errors import N_, say_in
from notice_gen.model import Notice, Table, keys_of
from notice_gen.reader import keys, source
from notice_gen.reader.broken import scan

_DEEPEST, _SECTIONS = 3, 2  # tables in tables, sections in sections, that are listed


def complete(text: str, line: int, column: int, desk: Desk) -> tuple[Completion, ...]:
    """Return what may stand at the caret, the likeliest first; the text need not be TOML yet."""
    text = shown(text)
    if len(text) > source.LARGEST:
        return ()
    at = offset(text, line, column)
    here = carets.caret(text, at)
    if here.code is not None:
        found = figures(text, here, desk)
    elif here.zone == "header":
        found = _tables(text, here, at)
    elif here.zone == "key":
        found = _keys(text, here, desk)
    elif here.zone in ("value", "text"):
        found = values(text, here, at, desk)
    else:
        found = iter(())
    return tuple(found)


@cache
def headers() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """Return every table that may be written as such: its names, its header, its help; in the order of the printed page."""
    found: list[tuple[tuple[str, ...], str, str]] = []

    def walk(path: tuple[str, ...], table: type[Table], depth: int) -> None:
        for name, key in keys_of(table).items():
            here, inner = (*path, name), keys.table_at((*path, name))
            if kinds.kind(here) == "free" and not path:
                found.append((here, f"[{name}]", key.help))
            if inner is None or name == "cot" or depth > _DEEPEST or here.count("muc") > _SECTIONS:
                continue
            found.append((here, keys.header(here), key.help or (inner.__doc__ or "").strip()))
            walk(here, inner, depth + 1)

    walk((), Notice, 0)
    return tuple(found)


def _tables(text: str, here: Caret, at: int) -> Iterator[Completion]:
    statements = scan.statements(text)
    there = set(carets.tables_of(text, [one for one in statements if not one.start <= at <= one.end]))
    above = carets.tables_of(text, [one for one in statements if one.end < at])
    for names, header, help_ in headers():
        if names in there and not header.startswith("[["):
            continue
        outer = names[:-1]
        if outer and not any(outer[: len(one)] == one or one[: len(outer)] == outer for one in above):
            continue
        required = len(names) == 1 and keys_of(Notice)[names[0]].required and names not in there
        yield offer(text, here, header, "table", header, help=help_, required=required)


def _keys(text: str, here: Caret, desk: Desk) -> Iterator[Completion]:
    if len(here.table) == 1 and kinds.kind(here.table) == "free":
        yield from _of_unit(text, here, desk) if here.table == ("don_vi",) else ()
        return
    table = keys.table_at(here.table) if here.table else Notice
    for name, key in keys_of(table).items() if table else ():
        path = (*here.table, name)
        is_alone = kinds.kind(path) in ("table", "rows", "free") and not _may_be_inline(path)  # it has a header of its own
        if name not in here.given and not is_alone:
            yield _key(text, here, path, key, desk)


def _of_unit(text: str, here: Caret, desk: Desk) -> Iterator[Completion]:
    for name, detail in (("ma", N_("mã đơn vị cấp xã")), ("ten", N_("tên như viết giữa câu")), ("tinh", N_("tỉnh, thành phố"))):
        if name not in here.given:
            yield offer(text, here, name, "key", f'{name} = "{HERE}"', detail=say_in(desk.language)(detail))


def _may_be_inline(path: tuple[str, ...]) -> bool:
    return path[-1] in ("phat_hien", "bang", "cot", "thu_ky", "dai_dien")


def _key(text: str, here: Caret, path: tuple[str, ...], key: Any, desk: Desk) -> Completion:
    name = path[-1]
    new = f"{name} = {_empty(path, desk)}"
    rest = text[here.end : here.end + 40].lstrip(" \t")
    if rest.startswith("="):  # the value is there
        new = name
    return offer(text, here, name, "key", new, detail=say_in(desk.language)(_KINDS[kinds.kind(path)]), help=key.help, required=key.required)


def _empty(path: tuple[str, ...], desk: Desk) -> str:
    """Return what stands for the value of a key that is begun, the caret in it."""
    kind, known = kinds.kind(path), kinds.choices(path)
    if kind == "choice" and len(known) == 1:
        return f'"{known[0]}"' if isinstance(known[0], str) else str(known[0])
    if path[-1] == "noi_dung" and kind == "lines":
        return f'"""\n{HERE}\n"""'
    of_day = {"date": desk.today.isoformat(), "moment": f"{desk.today.isoformat()} 08:00:00"}
    return of_day.get(kind) or _EMPTY.get("bang" if path[-1] == "bang" else kind, f'"{HERE}"')


_EMPTY = {
    "yes_no": "true", "number": HERE, "lines": f'["{HERE}"]', "list": f'["{HERE}"]', "rows": f'["{HERE}"]', "bang": f"{{ {HERE} }}",
    "grid": f'[\n  ["{HERE}"],\n]', "table": f"{{ {HERE} }}", "free": f"{{ {HERE} }}",
}
_KINDS = {
    "text": N_("chữ"), "lines": N_("nhiều dòng chữ"), "date": N_("ngày"), "moment": N_("giờ, ngày"), "choice": N_("chọn một"),
    "yes_no": N_("true hoặc false"), "number": N_("số"), "list": N_("danh sách"), "table": N_("bảng"), "rows": N_("các bảng"),
    "grid": N_("các hàng"), "free": N_("tên tùy ý"),
}

