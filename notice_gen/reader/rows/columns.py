"""What a column may be called, and what it takes: the keys of the model that a row can fill, over one base file."""

from __future__ import annotations

import datetime as dt
import re
import types
import typing
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from notice_gen import expressions
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import CotBang, Notice, PhatHien, Table, keys_of
from notice_gen.reader import keys
from notice_gen.reader.layers import table_of
from notice_gen.reader.source import shorten
from notice_gen.records import record

WHOLE, DECIMAL, DAY, MOMENT, TEXT, LINES, FIGURE, CODE, NUMBER, CHOICE, YES_NO = (
    "whole", "decimal", "day", "moment", "text", "lines", "figure", "code", "number", "choice", "yes-no",
)  # fmt: skip
"""Kinds: a count; an exact decimal; a date; a time of day with its date; a text; a list, one line each; a figure of any kind; a commune's
five digits; a document's number or ``tu-dong``; one of a few words; true or false."""

_FREE = {"don_vi": ("ma", "ten", "tinh"), "so_lieu": ()}
_DON_VI = re.compile(r"\bdon_vi\s*\.\s*(\w+)")
_LEFT_OUT = "#"
# What may be written as a text, and the key that the text then fills.
_TEXT_OF: Mapping[Any, str] = {PhatHien: "noi_dung", CotBang: "ten"}
_ROW_NUMBERS = frozenset({"stt", "tt", "so tt", "s tt", "so thu tu"})
LABELS: Mapping[str, tuple[str, ...]] = {
    "don_vi.ma": ("Mã đơn vị", "Mã xã", "Mã xã, phường", "Mã đơn vị hành chính", "Mã ĐVHC"),
    "don_vi.ten": ("Tên đơn vị", "Đơn vị", "Tên xã", "Xã", "Xã, phường", "Tên xã, phường", "Xã, phường, đặc khu", "Địa phương",
                   "Tên đơn vị hành chính", "Tên thôn", "Thôn", "Thôn, tổ dân phố", "Tổ dân phố", "Tên trường", "Trường"),
    "don_vi.tinh": ("Tỉnh, thành phố", "Tên tỉnh"),
    "van_ban.so": ("Số văn bản", "Số VB"),
}  # fmt: skip
"""What offices call the columns that every mailing has; the first is what a form calls them."""
_SHOWN = 12


@record
class Column:
    """A key that a row can fill."""

    key: str  # as a heading spells it, so_lieu.tiep_nhan, muc.2.phat_hien; positions from 1
    path: KeyPath  # where its value goes in a layer's tree; positions from 0
    kind: str  # what it takes
    example: Any = None  # the base's own value, if it has one
    choices: tuple[str, ...] = ()  # the words it takes, when there are only a few


def known(base: Mapping[str, Any]) -> dict[str, Column]:
    """Return by its key every column that may be written over *base*: defaults, office settings and the common findings file merged."""
    every = {}
    for name, field in keys_of(Notice).items():
        if name in keys.OF_THE_BASE:
            continue
        columns = _free(base, name) if name in _FREE else _under(name, (name,), field.annotation, base.get(name))
        every.update({column.key: column for column in columns})
    return every


def named_figures(base: Mapping[str, Any]) -> list[str]:
    """Return the figures that the texts and conditions of *base* name, given or not, in the order in which they are named."""
    named: dict[str, None] = {}
    for code in _codes(base):
        placed = sorted((code.find(name), -len(name), name) for name in expressions.figures_in(code))
        named.update((name, None) for _, _, name in placed if name not in expressions.GROUPS)
    return list(named)


def fold(heading: str) -> str:
    """Return *heading* as headings are compared.

    >>> fold("  Tiếp   NHẬN ") == fold("tiếp nhận")
    True
    """
    return " ".join(unicodedata.normalize("NFC", heading).casefold().split())


def overlap(first: KeyPath, second: KeyPath) -> bool:
    """Tell whether two columns fill the same place, or one a part of the other."""
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def is_left_out(heading: str) -> bool:
    """Tell whether a column with this heading is a note of the clerk's own: ``# …``, or mere row numbers."""
    return heading.lstrip().startswith(_LEFT_OUT) or keys.plain(heading).replace("_", " ") in _ROW_NUMBERS


_REMARKS = re.compile(r"(?:cot_)?ghi_chu(?:_\w*)?|gc|g_c|chu_thich")  # a figure of that name goes before


def _dotted(heading: str) -> str:
    return ".".join(map(keys.plain, heading.split(".")))


class Headings:
    """Finds the column that each heading means, over one base.

    Attributes:
        known: the columns by key.
        problems: what is wrong with ``[cot]`` itself; paths, no places.
    """

    def __init__(self, base: Mapping[str, Any]) -> None:
        self.known = known(base)
        self.problems: list[Problem] = []
        self._friendly: dict[str, Column | None] = {}
        self._spelt: dict[str, str] = {}
        self._bare: dict[str, list[Column]] = {}
        self._labels = {keys.plain(label): self.known.get(key) for key, labels in LABELS.items() for label in labels}
        for fillable in self.known.values():
            if fillable.path[0] in _FREE or fillable.path[0] == "van_ban":
                self._bare.setdefault(str(fillable.path[-1]), []).append(fillable)
        for heading, key in table_of(base, "cot").items():
            column = self.known.get(key) if isinstance(key, str) else None
            if column is None and key != "":
                self.problems.append(self._unknown(str(key), path=("cot", heading)))
            self._friendly[fold(heading)] = column
            self._spelt[keys.plain(heading)] = heading

    def column(self, heading: str) -> Column | Problem | None:
        """Return the column that *heading* means, None for one left out, or what is wrong with it."""
        folded = fold(heading)
        if folded in self._friendly:
            return self._friendly[folded]
        if is_left_out(heading):
            return None
        exact, key = heading.strip(), _dotted(heading)
        if column := self.known.get(exact) or self.known.get(key):
            return column
        meant = self._bare.get(exact) or self._bare.get(key, [])
        if len(meant) == 1:
            return meant[0]
        if meant:
            message, hint = N_("Tên cột “{cot}” có thể hiểu nhiều cách."), N_("Ghi đủ, là một trong: {co}.")
            return Problem(message, hint, {"cot": heading, "co": ", ".join(column.key for column in meant)})
        return self._labels.get(key) or (None if _REMARKS.fullmatch(key) else self._unknown(heading))

    def _unknown(self, heading: str, path: KeyPath = ()) -> Problem:
        key = _dotted(heading)
        top = key.partition(".")[0]
        values: dict[str, object] = {"cot": shorten(heading), "bang": top}
        message = N_("Không có khóa nào tên “{cot}”.") if path else N_("Không hiểu tên cột “{cot}”.")
        if top in keys.OF_THE_BASE:
            hint = N_("“{bang}” chung cho mọi hàng: ghi trong tệp chung, không ghi thành cột.")
        elif re.search(r"\.\d+(\.|$)", key) and re.sub(r"\.\d+", ".1", key) in self.known:
            hint = N_("Tệp chung không có phần mang số thứ tự đó; số thứ tự đếm từ 1.")
        elif near := self._near(key):
            hint, values["mend"] = N_("Có phải ý bạn là “{mend}”?"), near
        elif top in _FREE:
            hint = N_("Tệp chung không dùng tên này: thêm nó vào [{bang}] của tệp chung, hoặc ghi dấu # trước tên cột để bỏ qua cột.")
        else:
            common = [column.key for column in self.known.values() if column.path[0] in _FREE or column.path == ("van_ban", "so")]
            values["co"] = ", ".join(common[:_SHOWN]) + (", …" if len(self.known) > _SHOWN else "")
            hint = N_("Ghi một trong: {co}; hoặc đặt tên cột này trong [cot] của tệp chung; hoặc ghi dấu # trước tên cột để bỏ qua cột.")
        return Problem(message, hint, values, path)

    def _near(self, key: str) -> str | None:
        """Return the heading or key that *key* most likely means; names of one table are compared without it."""
        top, _, name = key.partition(".")
        if top in _FREE and name:
            near = keys.close(name, [str(column.path[1]) for column in self.known.values() if column.path[0] == top])
            return f"{top}.{near}" if near else None
        near = keys.close(key, self._spelt) or keys.close(key, self._bare) or keys.close(key, self.known)
        return self._spelt.get(near) or (self._bare[near][0].key if near in self._bare else near) if near else None


_UNIONS = frozenset({typing.Union, types.UnionType})


def _under(key: str, path: KeyPath, annotation: Any, value: Any) -> Iterator[Column]:
    """Yield the columns at and below *path*, as the model and the base's own lists have them."""
    if typing.get_origin(annotation) in _UNIONS:
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        annotation = parts[0] if len(parts) == 1 else annotation
    if isinstance(annotation, type) and issubclass(annotation, Table):
        table = value if isinstance(value, Mapping) else {}
        for name, field in keys_of(annotation).items():
            yield from _under(f"{key}.{name}", (*path, name), field.annotation, table.get(name))
    elif typing.get_origin(annotation) is tuple:
        (item, *_) = typing.get_args(annotation)
        if item is str or item in _TEXT_OF:
            yield Column(key, path, LINES, value)
        yield from _items(key, path, item, value)
    else:
        kind, choices = _kind(annotation, value)
        yield Column(key, path, kind, value, choices)


def _items(key: str, path: KeyPath, item: Any, value: Any) -> Iterator[Column]:
    if isinstance(value, Mapping):  # one table written where a list of tables may stand
        yield from _under(f"{key}.1", path, item, value)
    elif isinstance(value, list | tuple):
        for n, entry in enumerate(value):
            here, at = f"{key}.{n + 1}", (*path, n)
            if item in _TEXT_OF:
                yield Column(here, (*at, _TEXT_OF[item]) if isinstance(entry, Mapping) else at, TEXT, entry)
            if item not in _TEXT_OF or isinstance(entry, Mapping):
                yield from _under(here, at, item, entry)


def _kind(annotation: Any, value: Any) -> tuple[str, tuple[str, ...]]:
    if typing.get_origin(annotation) is typing.Literal:
        return CHOICE, tuple(typing.get_args(annotation))
    if typing.get_origin(annotation) in _UNIONS:
        return (figure_kind(value), ()) if dt.date in typing.get_args(annotation) else (NUMBER, ("tu-dong",))
    return {str: TEXT, dt.date: DAY, dt.datetime: MOMENT, Decimal: DECIMAL, bool: YES_NO, int: WHOLE}[annotation], ()


def figure_kind(value: Any) -> str:
    """Return the kind of a figure whose value in the base is *value*: other rows give the same kind."""
    kinds = ((bool, FIGURE), (int, WHOLE), (dt.date, DAY), (Decimal | float, DECIMAL), (str, TEXT))
    return next((kind for type_, kind in kinds if isinstance(value, type_)), FIGURE)


def _free(base: Mapping[str, Any], table: str) -> Iterator[Column]:
    """Yield the columns of a table whose names are free: those that it has, those known, those that are used."""
    here = table_of(base, table)
    for name in dict.fromkeys([*here, *_FREE[table], *_used(base, table)]):
        value = here.get(name)
        kind = figure_kind(value) if table == "so_lieu" else CODE if name == "ma" else TEXT
        yield Column(f"{table}.{name}", (table, name), kind, value)


def _used(base: Mapping[str, Any], table: str) -> list[str]:
    """Return the names of the free *table* that texts and ``[cot]`` of *base* use, in the order in which they use them."""
    mapped = [key.split(".") for key in table_of(base, "cot").values() if isinstance(key, str)]
    further = [steps[1] for steps in mapped if len(steps) == 2 and steps[0] == table and not expressions.fault_in_name(steps[1])]
    if table == "so_lieu":
        tinh = table_of(base, "so_lieu_tinh")
        return [*(name for name in named_figures(base) if name not in tinh), *further]
    return [*(name for code in _codes(base) for name in _DON_VI.findall(code)), *further]


def _codes(base: Mapping[str, Any]) -> list[str]:
    """Return the source of every expression and condition of *base*: texts in the order of the printed page, then the arithmetic."""
    checks = base.get("kiem_tra")
    every = (text for name in dict.fromkeys([*keys_of(Notice), *base]) for text in texts(base.get(name)))
    codes: list[Any] = [piece.code for text in every for piece in expressions.pieces(text) if not isinstance(piece, str)]
    if isinstance(checks, Sequence):
        codes += [check.get("dieu_kien") for check in checks if isinstance(check, Mapping)]
        codes += [name for check in checks if isinstance(check, Mapping) for name in _asked(check)]
    return [code for code in (*codes, *table_of(base, "so_lieu_tinh").values()) if isinstance(code, str)]


def _asked(check: Mapping[str, Any]) -> list[Any]:
    named, parts = check.get("khong_am"), table_of(check, "la_phan_cua")
    return [*(named if isinstance(named, list) else ()), *parts, *parts.values()]


def texts(value: Any) -> Iterator[str]:
    """Yield every text in *value*, a tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for child in value.values():
            yield from texts(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from texts(child)
