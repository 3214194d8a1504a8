"""What pydantic finds wrong, said to a clerk: what is wrong, the value found, what to type."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import PHIEN_BAN, Table, keys_of
from notice_gen.reader import keys
from notice_gen.reader.broken import words
from notice_gen.reader.layers import within
from notice_gen.reader.source import shorten

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


_TEXT = N_("“{khoa}” cần chữ trong dấu nháy kép; ở đây là {gia_tri}.")
_WHOLE = N_("“{khoa}” cần một số nguyên; ở đây là {gia_tri}.")
_LIST = N_("“{khoa}” cần một danh sách trong ngoặc vuông; ở đây là {gia_tri}.")
_TABLE = N_("“{khoa}” cần một bảng; ở đây là {gia_tri}.")
_YES_NO = N_("“{khoa}” cần true hoặc false, không có dấu nháy; ở đây là {gia_tri}.")

_EXPECTED = {
    "string_type": _TEXT, "string_sub_type": _TEXT, "int_type": _WHOLE, "int_parsing": _WHOLE, "int_from_float": _WHOLE,
    "tuple_type": _LIST, "list_type": _LIST, "dataclass_type": _TABLE, "dict_type": _TABLE, "mapping_type": _TABLE, "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
}

# What a clerk may type for a grade of secrecy, as a key or its value.
_SECRECY = frozenset({"mat", "toi_mat", "tuyet_mat", "do_mat", "muc_do_mat", "dau_mat", "dau_do_mat"})


def problems(errors: Sequence[ErrorDetails], data: Mapping[str, Any], given: Mapping[str, Any]) -> list[Problem]:
    """Return the problems that pydantic's *errors* about the tree *data* mean; their places are not filled.

    Args:
        errors: what pydantic says.
        data: the merged tree.
        given: the same without the form's defaults: what the clerk's own files say.
    """
    needed: dict[str, list[str]] = {}  # of tables that only the form's defaults have: what they must say
    others: list[ErrorDetails] = []
    for error in errors:
        if table := _absent(error, given):
            needed.setdefault(table, []).append(keys.example(error["loc"]))
        else:
            others.append(error)
    meanings = [_problem(error, data) for error in others]
    # A key misspelt is one fault, not an unknown key and a missing one.
    meant = {(*p.path[:-1], p.values["mend"]) for p in meanings if p.found and "mend" in p.values}
    return [
        *(_missing_table((table,), examples) for table, examples in needed.items()),
        *(p for p, e in zip(meanings, others, strict=True) if e["type"] != "missing" or (*p.path, e["loc"][-1]) not in meant),
    ]


def _absent(error: ErrorDetails, given: Mapping[str, Any]) -> str:
    """Return the table that only the form's defaults have and that a missing key belongs to; empty for other faults."""
    table, *rest = error["loc"] or ("",)
    return str(table) if error["type"] == "missing" and len(rest) == 1 and table not in given else ""


def _missing_table(path: KeyPath, needed: list[str]) -> Problem:
    values = {"khoa": path[-1], "bang": keys.header(path), "vi_du": "; ".join(needed)}
    return Problem(N_("Thiếu bảng {bang}."), N_("Thêm dòng {bang}, dưới đó ghi: {vi_du}"), values)


def _problem(error: ErrorDetails, data: Mapping[str, Any]) -> Problem:
    path = within(data, error["loc"])
    kind, value = error["type"], error["input"]
    if kind == "notice_gen":
        return _ours(path, value, error["ctx"])
    if kind == "missing":
        return _missing(path, str(error["loc"][-1]))
    if kind == "unexpected_keyword_argument":
        return _unknown(path, value)
    if kind == "literal_error":
        return _not_one_of(path, value)
    if kind in _EXPECTED:
        return _wrong_type(path, value, _EXPECTED[kind])
    values = {**_named(path), "gia_tri": shown(value)}
    if kind == "too_short":
        return Problem(N_("Danh sách “{khoa}” đang trống."), N_("Gõ: {vi_du}"), values, path)
    if kind == "greater_than_equal":
        values["tu"] = error["ctx"]["ge"]
        return Problem(N_("“{khoa}” phải từ {tu} trở lên; ở đây là {gia_tri}."), N_("Ghi một số từ {tu} trở lên."), values, path)
    return Problem(N_("Giá trị của “{khoa}” không dùng được: {gia_tri}."), N_("Gõ: {vi_du}"), values, path)


def _ours(path: KeyPath, value: object, context: Mapping[str, Any]) -> Problem:
    """Return what the model itself says of a value; of a date written otherwise, how to write it."""
    hint, values = context["hint"], dict(context["values"])
    length = _length_of_date(path)
    day = (words.judge(value).mend or "")[:length] if length and isinstance(value, str) else ""
    if day and len(day) == length and day[:4].isdigit():
        hint, values = N_("Gõ: {khoa} = {mend} (không có dấu nháy)."), {"khoa": path[-1], "mend": day}
    return Problem(context["message"], hint, values, path, context["found"])


def shown(value: object) -> str:
    """Return *value* as the file spells it, cut short.

    >>> shown(True), shown("a"), shown({"a": 1})
    ('true', '"a"', '{ a … }')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return shorten(f'"{value}"')
    if isinstance(value, Mapping):
        return f"{{ {', '.join(map(str, value))} … }}"
    if isinstance(value, list | tuple):
        return shorten(f"[{', '.join(map(shown, value))}]")
    return str(value)


def _named(path: KeyPath) -> dict[str, object]:
    names = tuple(step for step in path if isinstance(step, str))
    return {"khoa": names[-1] if names else "", "vi_du": keys.example(names) if names else ""}


def _where(path: KeyPath) -> str:
    return keys.header(path) if path else ""


def _missing(path: KeyPath, key: str) -> Problem:
    values: dict[str, object] = {"khoa": key, "bang": _where(path), "vi_du": keys.example((*path, key))}
    inner = keys.table_at((*path, key))
    if inner:
        needed = [keys.example((*path, key, name)) for name, field in keys_of(inner).items() if field.required]
        return replace(_missing_table((*path, key), needed), path=path)
    message, hint = N_("Thiếu khóa “{khoa}” trong bảng {bang}."), N_("Thêm dòng này dưới {bang}: {vi_du}")
    if not path:
        message, hint = N_("Thiếu khóa “{khoa}”."), N_("Thêm dòng này vào đầu tệp, trên mọi bảng: {vi_du}")
    elif isinstance(path[-1], int) and path[-2:-1] == ("phat_hien",):
        message, hint = N_("Phát hiện này thiếu khóa “{khoa}”."), N_("Thêm vào trong ngoặc nhọn: {vi_du}")
    return Problem(message, hint, values, path)


def _unknown(path: KeyPath, value: object) -> Problem:
    *above, key = path
    table = keys.table_at(tuple(above))
    name = keys.plain(str(key))
    if name in _SECRECY and not (table and name in keys_of(table)):
        return _secret(path, str(key))
    if isinstance(value, Mapping) or (isinstance(value, list) and value and isinstance(value[0], Mapping)):
        message = N_("Không có bảng “{khoa}” trong {bang}.") if above else N_("Không có bảng “{khoa}”.")
    else:
        message = N_("Không có khóa “{khoa}” trong bảng {bang}.") if above else N_("Không có khóa “{khoa}” ở đầu tệp.")
    hint, values = _meant(str(key), name, table, value, nested=bool(above))
    return Problem(message, hint, {"khoa": str(key), "bang": _where(tuple(above)), "mend": name, **values}, path, str(key))


def _meant(typed: str, name: str, table: type[Table] | None, value: object, *, nested: bool) -> tuple[str, dict[str, object]]:
    """Return the hint for a key that *table* has not, as it is *typed* and its plain *name*, and what fills the hint."""
    here = keys_of(table) if table else {}
    if name in here:
        return N_("Khóa viết không dấu, chữ thường, nối bằng gạch dưới: {mend}."), {}
    if nested and keys.table_at((name,)):
        return N_("Bảng này đứng riêng, viết thành dòng {mend}."), {"mend": keys.header((name,))}
    if nested and keys.field_at((name,)):
        return N_("“{mend}” đứng ở đầu tệp, trên mọi bảng: chuyển lên đó."), {}
    if elsewhere := _elsewhere(name):
        return N_("“{mend}” thuộc bảng {noi}: chuyển xuống dưới dòng đó."), {"noi": elsewhere}
    if near := keys.guess(typed, table) if table else None:
        return N_("Có phải ý bạn là “{mend}”?"), {"mend": near}
    if (other := keys.close(name, keys.all_keys())) and (elsewhere := _elsewhere(other)):
        return N_("Có phải ý bạn là “{mend}” của bảng {noi}?"), {"mend": other, "noi": elsewhere}
    if isinstance(value, int | Decimal | dt.date) and not isinstance(value, bool):
        return N_("Nếu là số liệu, chuyển dòng này xuống dưới [so_lieu]."), {}
    return N_("Ở đây dùng được: {co}."), {"co": ", ".join(here)}


def _secret(path: KeyPath, found: str) -> Problem:
    """Refuse a grade of secrecy: such a document is not to be drafted here at all."""
    hint = N_("Luật Bảo vệ bí mật nhà nước cấm soạn thảo bí mật nhà nước trên máy tính có kết nối mạng; dấu độ mật là con dấu khắc sẵn, đóng vào ô số 10a (Phụ lục I, Phần I, mục III.2.a). Văn bản không mật thì bỏ dòng này.")  # noqa: E501
    message = N_("“{found}”: văn bản có nội dung bí mật nhà nước không soạn bằng chương trình này.")
    return Problem(message, hint, {"found": found}, path, found)


def _elsewhere(name: str) -> str:
    return " / ".join(home for home in keys.homes(name)[:2] if home)


def _not_one_of(path: KeyPath, value: object) -> Problem:
    if path[-1:] == ("khan",) and keys.plain(str(value)) in _SECRECY:
        return _secret(path, str(value))
    field = keys.field_at(path)
    choices = [c for c in _literals(field.annotation) if c is not None] if field else []
    values = {**_named(path), "gia_tri": shown(value), "co": ", ".join(map(shown, choices))}
    if path == ("phien_ban",):
        values["vi_du"] = f"phien_ban = {PHIEN_BAN}"
        return Problem(N_("Chương trình này chỉ đọc tệp phiên bản 1; ở đây là {gia_tri}."), N_("Gõ: {vi_du}"), values, path)
    texts = [c for c in choices if isinstance(c, str)]
    near = keys.close(str(value), texts) or next((c for c in texts if keys.plain(c) == keys.plain(str(value))), None)
    hint = N_("Gõ: {khoa} = {mend}") if near else N_("Chọn một trong các giá trị: {co}.")
    return Problem(N_("“{khoa}” chỉ nhận: {co}; ở đây là {gia_tri}."), hint, {**values, "mend": shown(near)}, path)


def _wrong_type(path: KeyPath, value: object, expected: str) -> Problem:
    values: dict[str, object] = {**_named(path), "gia_tri": shown(value), "bang": _where(path)}
    if isinstance(value, Mapping) and keys.repeats(path) and expected is _LIST:
        return Problem(N_("Bảng “{khoa}” lặp lại được nên viết hai ngoặc vuông."), N_("Gõ: {bang}"), values, path)
    if isinstance(value, list) and expected is _TABLE and isinstance(path[-1], str):
        return Problem(N_("Bảng “{khoa}” chỉ có một nên viết một ngoặc vuông."), N_("Gõ: {bang}"), values, path)
    if expected is _LIST and not isinstance(value, str) and keys.table_at(path):
        expected = _TABLE
    hint = N_("Gõ: {vi_du}")
    if expected is _TEXT:
        hint, values["mend"] = _as_text(path, value)
    elif expected is _YES_NO:
        hint = N_("Gõ: {khoa} = true hoặc {khoa} = false.")
    elif expected is _LIST:
        hint, values["mend"] = _as_list(path, value)
    elif expected is _TABLE:
        hint = N_("Viết thành bảng: dòng {bang}, rồi các khóa ở dưới.")
    return Problem(expected, hint, values, path)


def _as_text(path: KeyPath, value: object) -> tuple[str, str]:
    """Return the hint to write *value* as a text, and that text."""
    if isinstance(path[-1], str) and not isinstance(value, list | Mapping):
        return N_("Gõ: {khoa} = {mend}"), words.quoted(shown(value))
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return N_("Gõ: {khoa} = {mend}"), shorten(words.quoted(", ".join(value)))
    return N_('Đặt chữ trong dấu nháy kép: "…".'), ""


def _as_list(path: KeyPath, value: object) -> tuple[str, str]:
    """Return the hint to write *value* as the list that *path* takes, and that list."""
    if value == "":
        return N_("Gõ: {khoa} = [\"…\"], hoặc xóa dòng này nếu không dùng."), ""
    item = shown(value) if isinstance(value, str) or not _takes_texts(path) else words.quoted(shown(value))
    return N_("Gõ: {khoa} = {mend}"), shorten(f"[{item}]")


def _literals(annotation: Any) -> tuple[Any, ...]:
    if typing.get_origin(annotation) is typing.Literal:
        return typing.get_args(annotation)
    return tuple(choice for arg in typing.get_args(annotation) for choice in _literals(arg))


def _length_of_date(path: KeyPath) -> int:
    """Return how many characters the date that *path* takes is written in, with its time of day or without; 0 when it takes none."""
    field = keys.field_at(path)
    if field is None:
        return 0
    return 19 if _mentions(field.annotation, dt.datetime) else 10 if _mentions(field.annotation, dt.date) else 0


def _takes_texts(path: KeyPath) -> bool:
    field = keys.field_at(path)
    return field is not None and _mentions(field.annotation, str) and not _mentions(field.annotation, int)


def _mentions(annotation: Any, kind: type) -> bool:
    return annotation is kind or any(_mentions(part, kind) for part in typing.get_args(annotation))
