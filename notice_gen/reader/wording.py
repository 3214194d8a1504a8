"""What pydantic finds wrong, said to a clerk: what is wrong, the value found, what to type."""

from __future__ import annotations

import datetime as dt
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.legal import Law
from notice_gen.model import PHIEN_BAN, Table, keys_of
from notice_gen.reader import keys
from notice_gen.reader.broken import words
from notice_gen.reader.layers import within
from notice_gen.reader.source import shorten
from notice_gen.records import replace
from notice_gen.vietnamese.viet_tat import loai_goi_la

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


def problems(errors: Sequence[ErrorDetails], data: Mapping[str, Any], given: Mapping[str, Any], law: Law, sample: str) -> list[Problem]:
    """Return the problems that pydantic's *errors* about the merged tree *data* mean; their places are not filled.

    *given* is the same tree without the form's defaults: what the clerk's own files say; *law* is that of the notice's day; *sample* the
    form's, from which examples are taken.
    """
    needed: dict[str, list[str]] = {}  # of tables that only the form's defaults have: what they must say
    others: list[ErrorDetails] = []
    for error in errors:
        loc = error["loc"]
        if error["type"] == "missing" and len(loc) == 2 and loc[0] not in given:
            needed.setdefault(str(loc[0]), []).append(keys.example(loc, sample))
        else:
            others.append(error)
    meanings = [_problem(error, data, law, sample) for error in others]
    misplaced = [problem for error in others if error["type"] in _EXPECTED for problem in _strangers(error, data, law)]
    # A key misspelt is one fault, not an unknown key and a missing one.
    meant = {(*p.path[:-1], p.values["mend"]) for p in meanings if p.found and "mend" in p.values}
    return [
        *(_missing_table((table,), examples) for table, examples in needed.items()),
        *(p for p, e in zip(meanings, others, strict=True) if e["type"] != "missing" or (*p.path, e["loc"][-1]) not in meant),
        *misplaced,
    ]


def _strangers(error: ErrorDetails, data: Mapping[str, Any], law: Law) -> Iterator[Problem]:
    """Yield a problem for each key of a table written ``[so]``, not ``[[so]]``, that belongs to another table."""
    path, value = within(data, error["loc"]), error["input"]
    table = keys.table_at(path) if isinstance(value, Mapping) and keys.repeats(path) else None
    here = keys_of(table) if table else {}
    for key, inner in value.items() if table else ():
        if key not in here:
            yield _unknown((*path, key), inner, law)


def _missing_table(path: KeyPath, needed: list[str]) -> Problem:
    values = {"khoa": path[-1], "bang": keys.header(path), "vi_du": "; ".join(needed)}
    return Problem(N_("Thiếu bảng {bang}."), N_("Thêm dòng {bang}, dưới đó ghi: {vi_du}"), values)


def _problem(error: ErrorDetails, data: Mapping[str, Any], law: Law, sample: str) -> Problem:
    path = within(data, error["loc"])
    kind, value = error["type"], error["input"]
    if kind == "notice_gen":
        return _ours(path, value, error["ctx"])
    if kind == "missing":
        return _missing(path, str(error["loc"][-1]), sample)
    if kind == "unexpected_keyword_argument":
        return _unknown(path, value, law)
    if kind == "literal_error":
        return _not_one_of(path, value, law)
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
    kinds = keys.takes(path)
    length = 19 if dt.datetime in kinds else 10 if dt.date in kinds else 0  # characters in which a date is written
    day = (words.judge(value.strip()).mend or "")[:length] if length and isinstance(value, str) else ""
    if day and len(day) == length and day[:4].isdigit():
        hint, values = N_("Gõ: {khoa} = {mend} (không có dấu nháy)."), {"khoa": path[-1], "mend": day}
        if isinstance(path[-1], int):  # an item of a list has no key of its own
            hint = N_("Gõ: {mend} (không có dấu nháy).")
    if path == ("van_ban", "loai"):
        called = loai_goi_la(str(value))
        hint = N_("Bỏ dòng loai: chữ viết tắt tên loại có sẵn theo dòng mau ở đầu tệp.")
        if called:
            hint, values["mau"] = N_("Bỏ dòng loai; loại văn bản theo dòng mau ở đầu tệp: mau = \"{mau}\"."), called[0]
    return Problem(context["message"], hint, values, path, context["found"])


def shown(value: object) -> str:
    """Return *value* as the file spells it, cut short.

    >>> shown(True), shown("a"), shown({"a": 1})
    ('true', '"a"', '{ a … }')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{shorten(value)}"' if "\n" in value else shorten(f'"{value}"')
    if isinstance(value, Mapping):
        return f"{{ {', '.join(map(str, value))} … }}"
    if isinstance(value, list | tuple):
        return shorten(f"[{', '.join(map(shown, value))}]")
    return str(value)


def _named(path: KeyPath) -> dict[str, object]:
    names = tuple(step for step in path if isinstance(step, str))
    return {"khoa": names[-1] if names else "", "vi_du": keys.example(names) if names else ""}


def _missing(path: KeyPath, key: str, sample: str) -> Problem:
    values: dict[str, object] = {"khoa": key, "bang": keys.header(path), "vi_du": keys.example((*path, key), sample)}
    field = keys.field_at((*path, key))
    if (inner := keys.table_at((*path, key))) and not (field and field.examples and isinstance(field.examples[0], list)):
        needed = [keys.example((*path, key, name), sample) for name, field in keys_of(inner).items() if field.required]
        return replace(_missing_table((*path, key), needed), path=path)
    message, hint = N_("Thiếu khóa “{khoa}” trong bảng {bang}."), N_("Thêm dòng này dưới {bang}: {vi_du}")
    if not path:
        message, hint = N_("Thiếu khóa “{khoa}”."), N_("Thêm dòng này vào đầu tệp, trên mọi bảng: {vi_du}")
    elif isinstance(path[-1], int) and path[-2:-1] == ("phat_hien",):
        message, hint = N_("Phát hiện này thiếu khóa “{khoa}”."), N_("Thêm vào trong ngoặc nhọn: {vi_du}")
    return Problem(message, hint, values, path)


def _unknown(path: KeyPath, value: object, law: Law) -> Problem:
    above, key = path[:-1], str(path[-1])
    table, name = keys.table_at(above), keys.plain(key)
    if name in _SECRECY and not (table and name in keys_of(table)):
        return _secret(path, key, law)
    if isinstance(value, Mapping) or (isinstance(value, list) and value and isinstance(value[0], Mapping)):
        message = N_("Không có bảng “{khoa}” trong {bang}.") if above else N_("Không có bảng “{khoa}”.")
    else:
        message = N_("Không có khóa “{khoa}” trong bảng {bang}.") if above else N_("Không có khóa “{khoa}” ở đầu tệp.")
    hint, values = _meant(name, table, value, nested=bool(above))
    return Problem(message, hint, {"khoa": key, "bang": keys.header(above), "mend": name, **values}, path, key)


def _meant(name: str, table: type[Table] | None, value: object, *, nested: bool) -> tuple[str, dict[str, object]]:
    """Return the hint for a key that *table* has not, by its plain *name*, and what fills the hint."""
    here = keys_of(table) if table else {}
    if name in here:
        return N_("Khóa viết không dấu, chữ thường, nối bằng gạch dưới: {mend}."), {}
    if nested and keys.table_at((name,)):
        return N_("Bảng này đứng riêng, viết thành dòng {mend}."), {"mend": keys.header((name,))}
    if nested and keys.field_at((name,)):
        return N_("“{mend}” đứng ở đầu tệp, trên mọi bảng: chuyển lên đó."), {}
    if elsewhere := keys.homes(name):
        return N_("“{mend}” thuộc bảng {noi}: chuyển xuống dưới dòng đó."), {"noi": elsewhere}
    if near := keys.close(name, here):
        return N_("Có phải ý bạn là “{mend}”?"), {"mend": near}
    if (other := keys.close(name, keys.all_keys())) and (elsewhere := keys.homes(other)):
        return N_("Có phải ý bạn là “{mend}” của bảng {noi}?"), {"mend": other, "noi": elsewhere}
    if isinstance(value, int | Decimal | dt.date) and not isinstance(value, bool):
        return N_("Nếu là số liệu, chuyển dòng này xuống dưới [so_lieu]."), {}
    return N_("Ở đây dùng được: {co}."), {"co": ", ".join(here)}


def _secret(path: KeyPath, found: str, law: Law) -> Problem:
    """Refuse a grade of secrecy: such a document is not to be drafted here at all."""
    hint = N_("Luật Bảo vệ bí mật nhà nước cấm soạn thảo bí mật nhà nước trên máy tính có kết nối mạng; dấu độ mật là con dấu khắc sẵn, đóng vào ô số 10a ({dieu}). Văn bản không mật thì bỏ dòng này.")  # noqa: E501
    message = N_("“{found}”: văn bản có nội dung bí mật nhà nước không soạn bằng chương trình này.")
    return Problem(message, hint, {"found": found, "dieu": law.dieu["dau_do_mat"]}, path, found)


def _not_one_of(path: KeyPath, value: object, law: Law) -> Problem:
    if path[-1:] == ("khan",) and keys.plain(str(value)) in _SECRECY:
        return _secret(path, str(value), law)
    choices = [c for kind in keys.takes(path) if typing.get_origin(kind) is typing.Literal for c in typing.get_args(kind) if c is not None]
    values = {**_named(path), "gia_tri": shown(value), "co": ", ".join(map(shown, choices))}
    if path == ("phien_ban",):
        values["vi_du"] = f"phien_ban = {PHIEN_BAN}"
        return Problem(N_("Chương trình này chỉ đọc tệp phiên bản 1; ở đây là {gia_tri}."), N_("Gõ: {vi_du}"), values, path)
    texts = [c for c in choices if isinstance(c, str)]
    near = keys.close(str(value), texts) or next((c for c in texts if keys.plain(c) == keys.plain(str(value))), None)
    hint = N_("Gõ: {khoa} = {mend}") if near else N_("Chọn một trong các giá trị: {co}.")
    return Problem(N_("“{khoa}” chỉ nhận: {co}; ở đây là {gia_tri}."), hint, {**values, "mend": shown(near)}, path)


def _wrong_type(path: KeyPath, value: object, expected: str) -> Problem:
    values: dict[str, object] = {**_named(path), "gia_tri": shown(value), "bang": keys.header(path)}
    if isinstance(value, Mapping) and keys.repeats(path) and expected is _LIST:
        return Problem(N_("Bảng “{khoa}” lặp lại được nên viết hai ngoặc vuông."), N_("Gõ: {bang}"), values, path)
    if expected is _TABLE and isinstance(path[-1], str) and _lists_tables(value):
        return Problem(N_("Bảng “{khoa}” chỉ có một nên viết một ngoặc vuông."), N_("Gõ: {bang}"), values, path)
    if expected is _LIST and not isinstance(value, str) and keys.table_at(path):
        expected = _TABLE
    return Problem(expected, _how_to(path, value, expected, values), values, path)


def _how_to(path: KeyPath, value: object, expected: str, values: dict[str, object]) -> str:
    """Return the hint of what to type in the place of *value*; what it quotes is put into *values*."""
    hint = N_("Gõ: {vi_du}")
    if expected is _TEXT:
        hint, values["mend"] = _as_text(path, value)
    elif expected is _WHOLE:
        hint, values["mend"] = _as_whole(value)
    elif expected is _YES_NO:
        hint = N_("Gõ: {khoa} = true hoặc {khoa} = false.")
    elif expected is _LIST:
        hint, values["mend"] = _as_list(path, value)
    elif expected is _TABLE and "{" not in str(values["vi_du"]):
        hint = N_("Viết thành bảng: dòng {bang}, rồi các khóa ở dưới.")
    return hint


def _lists_tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def _as_text(path: KeyPath, value: object) -> tuple[str, str]:
    """Return the hint to write *value* as a text, and that text."""
    if path == ("mau",):
        return N_("Ghi tên mẫu trong dấu nháy kép, ví dụ: mau = \"thong-bao\"."), ""
    if path[-1] == "nguoi_ky":
        return N_("Ghi một mã có trong các [[nguoi_ky]], trong dấu nháy kép: nguoi_ky = \"…\"."), ""
    if isinstance(path[-1], str) and not isinstance(value, list | Mapping):
        return N_("Gõ: {khoa} = {mend}"), words.quoted(shown(value))
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return N_("Gõ: {khoa} = {mend}"), shorten(words.quoted(", ".join(" ".join(item.split()) for item in value)))
    return N_('Đặt chữ trong dấu nháy kép: "…".'), ""


def _as_whole(value: object) -> tuple[str, str]:
    """Return the hint to write *value* as a whole number, and that number, where it is plain which."""
    only = value[0] if isinstance(value, list) and len(value) == 1 else value
    if isinstance(only, int) and not isinstance(only, bool):
        return N_("Gõ: {khoa} = {mend}"), str(only)
    told = re.fullmatch(r"0*([1-9]\d{0,8})(?:[^\d.,/].*)?", only.strip()) if isinstance(only, str) else None
    return (N_("Gõ: {khoa} = {mend}"), told[1]) if told else (N_("Ghi một số nguyên, không có dấu nháy, không có phần lẻ: {khoa} = …"), "")


def _as_list(path: KeyPath, value: object) -> tuple[str, str]:
    """Return the hint to write *value* as the list that *path* takes, and that list."""
    if value == "":
        return N_("Gõ: {khoa} = [\"…\"], hoặc xóa dòng này nếu không dùng."), ""
    if path[-2:-1] == ("hang",):
        return N_("Mỗi hàng đặt trong ngoặc vuông của mình, đủ số ô như số cột: hang = [[1, \"…\"], [2, \"…\"]]."), ""
    kinds = keys.takes(path)
    if isinstance(value, str) and ";" in value and str in kinds:  # a list as it is read out
        return N_("Gõ: {khoa} = {mend}"), shorten(f"[{', '.join(words.quoted(item.strip()) for item in value.split(';') if item.strip())}]")
    item = shown(value) if isinstance(value, str) or str not in kinds or int in kinds else words.quoted(shown(value))
    return N_("Gõ: {khoa} = {mend}"), shorten(f"[{item}]")
