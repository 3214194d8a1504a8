"""This year's paper begun from last year's: number, date, figures and deadlines emptied; words, comments and layout kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from notice_gen import blanks, reader, vietnamese
from notice_gen.errors import N_, InputError, Problem
from notice_gen.reader import places, source
from notice_gen.reader.layers import table_of
from notice_gen.reader.places import Map, Spot

Steps = tuple[str | int, ...]

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LAWS = re.compile(r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Thông tư|(?:Nghị quyết|Quyết định) số)(?:(?! của )[^;.])*$")
_NUMBERS = re.compile(r"[-+]?\d[\d.,]*\s*%?")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d{1,2} tháng \d{1,2}")
_COUNTED = ("Điều", "khoản", "Khoản", "điểm", "Mục", "mục", "lục", "Chương", "số", "quý", "tháng", "ngày", "năm", "thứ")
_TYPED = re.compile("".join(f"(?<!{word} )" for word in _COUNTED) + r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/.-])(?!,\d)(?! tháng| năm 20)")
"""A figure typed in running text: not that of an article, an annex, a document or a date."""
_BODY = ("mo_dau", "muc", "ket_thuc", "phu_luc", "van_ban_kem_theo")
_ORDINALS = ("tt", "stt", "so-tt", "so-thu-tu")
_OF_THIS_PAPER = {("van_ban", "so"), ("van_ban", "ngay"), ("ban_sao", "so"), ("ban_sao", "ngay"), ("giay_nghi_phep", "so_ngay")}


class Renewed(NamedTuple):
    """A new year's findings file, made from last year's.

    Attributes:
        text: the new findings file.
        emptied: the keys that were emptied, dotted, in the order of the file.
        cells: how many cells of tables were.
        look: years in words that are of last year, at their places in the new file.
        lines: the lines of the new file whose running text has figures typed in it.
    """

    text: str
    emptied: tuple[str, ...]
    cells: int
    look: tuple[Problem, ...]
    lines: tuple[int, ...]


class _Edit(NamedTuple):
    """A piece of the text and what takes its place."""

    start: int
    end: int
    new: str


def renewed(data: bytes, *, file: str, name: str, year: int) -> Renewed:
    """Begin this year's findings file from last year's.

    Args:
        data: last year's file.
        file: its name, for messages.
        name: that of the new one.
        year: this year.

    Raises:
        InputError: last year's file is no findings file.
    """
    layer = reader.parse(data, file=file)
    if layer.problems:
        raise InputError(layer.problems)
    index = places.index(layer.text, file)
    kept = _ordinals(layer.data)
    edits, emptied, cells = list[_Edit](), list[str](), 0
    for path, value in _values(layer.data, ()):
        spot = index.spots.get(path)
        if spot is None:
            continue
        if path in _OF_THIS_PAPER or (path[0] != "so_lieu" and isinstance(value, date | time) and "hang" not in path):
            edits.append(_without(index, path, spot))
        elif new := _emptied(path, value, kept):
            edits.append(_Edit(*spot.value, new))
        else:
            continue
        emptied += [] if "hang" in path else [".".join(map(str, path))]
        cells += "hang" in path
    text = _changed(layer.text, edits, file, name)
    last = _year_of(layer.data, year)
    return Renewed(text, tuple(emptied), cells, tuple(_years(text, name, last, year - last)), _typed(text, name))


def new_name(file: Path, data: bytes, year: int) -> str:
    """Return what the new file is called: last year's name with the year in it changed, else added."""
    last = _year_of(reader.parse(data, file=str(file)).data, year)
    stem = file.stem.replace(str(last), str(year)) if last != year else file.stem
    return f"{stem if stem != file.stem else f'{stem}-{year}'}.toml"


def _year_of(data: Mapping[str, Any], year: int) -> int:
    """Return the year of last year's paper: of its date, else the year before this."""
    ngay = table_of(data, "van_ban").get("ngay")
    return ngay.year if isinstance(ngay, date) else year - 1


def _values(value: Any, path: Steps) -> Iterator[tuple[Steps, Any]]:
    """Yield every value that holds no others, with its path."""
    if isinstance(value, Mapping):
        for key, child in value.items():
            yield from _values(child, (*path, key))
    elif isinstance(value, list):
        for n, child in enumerate(value):
            yield from _values(child, (*path, n))
    else:
        yield path, value


def _emptied(path: Steps, value: Any, ordinals: frozenset[Steps]) -> str:
    """Return the blank that takes the place of a figure or a cell; empty for what stays."""
    figure = path[0] == "so_lieu" or ("hang" in path and (*path[: path.index("hang")], path[-1]) not in ordinals)
    if not figure or isinstance(value, bool):
        return ""
    if isinstance(value, date | datetime | time) or (isinstance(value, str) and _DATE.search(value)):
        return f'"{blanks.DAY}"'
    if isinstance(value, int | Decimal | float) or (isinstance(value, str) and _NUMBERS.fullmatch(value.strip())):
        return f'"{blanks.FIGURE}"'
    return ""


def _ordinals(data: Mapping[str, Any]) -> frozenset[Steps]:
    """Return the columns of tables that count their rows: the path of each table, and the column."""
    return frozenset(_counting(data, ()))


def _counting(value: Any, path: Steps) -> Iterator[Steps]:
    if isinstance(value, Mapping):
        if isinstance(value.get("cot"), list) and isinstance(value.get("hang"), list):
            rows = [row for row in value["hang"] if isinstance(row, list)]
            for n, heading in enumerate(value["cot"]):
                column = [row[n] for row in rows if n < len(row)]
                if vietnamese.slug(str(heading)) in _ORDINALS or (n == 0 and column == [*range(1, len(column) + 1)]):
                    yield (*path, n)
        for key, child in value.items():
            yield from _counting(child, (*path, key))
    elif isinstance(value, list):
        for n, child in enumerate(value):
            yield from _counting(child, (*path, n))


def _without(index: Map, path: Steps, spot: Spot) -> _Edit:
    """Return the edit that takes a key out: a line of its own becomes a comment, a part of a table in braces goes with its comma."""
    text = index.text
    head = text.rfind("\n", 0, spot.key[0]) + 1
    if not text[head : spot.key[0]].strip() and not _inside(index, path):
        remarked = "#" in text[spot.value[1] :].partition("\n")[0]
        width = spot.value[1] - head if remarked else 0  # a remark stays at its column
        return _Edit(head, spot.value[1], f"# {text[head : spot.key[1]]} =".ljust(width))
    before = re.compile(r",\s*$").search(text[: spot.key[0]])
    after = re.compile(r"\s*,\s*").match(text, spot.value[1])
    if before or not after:
        return _Edit(before.start() if before else spot.key[0], spot.value[1], "")
    return _Edit(spot.key[0], after.end(), "")


def _inside(index: Map, path: Steps) -> bool:
    """Tell whether a key stands within the braces of another on the same line or lines."""
    above = (index.spots.get(path[:n]) for n in range(1, len(path)))
    own = index.spots[path]
    return any(spot and not spot.is_table and spot.value[0] < own.key[0] and own.value[1] <= spot.value[1] for spot in above)


def _changed(text: str, edits: Sequence[_Edit], file: str, name: str) -> str:
    """Return *text* edited, which then names its own file in the command that prints it."""
    pieces, at = list[str](), 0
    for edit in sorted(edits):
        pieces += [text[at : max(edit.start, at)], edit.new]
        at = max(edit.end, at)
    new = "".join([*pieces, text[at:]])
    for wrong, right in ((r"\{\s*,\s*", "{ "), (r",\s*\}", " }")):  # the first and the last of several in braces taken out
        new = new if source.holds(new) else re.sub(wrong, right, new)
    return new.replace(f"notice-gen render {Path(file).name}", f"notice-gen render {Path(name).name}")


def _years(text: str, name: str, last: int, passed: int) -> Iterator[Problem]:
    """Yield what is worth a look: years about that of last year's paper, but for the dates of laws."""
    layer = reader.parse(text.encode(), file=name)
    found = list[Problem]()
    for path, value in _values(layer.data, ()) if passed else ():
        for match in _YEAR.finditer(value) if isinstance(value, str) else ():
            year = int(match[0])
            if abs(year - last) <= 1 and not _LAWS.search(value[: match.start()]):
                message = N_("Lời văn còn năm của văn bản trước: {nam}.")
                hint = N_("Nói về năm nay thì gõ {moi}; đúng là năm {nam} thì để nguyên.")
                found.append(Problem(message, hint, {"nam": year, "moi": year + passed}, path, _around(value, match), level="warning"))
    yield from reader.locate(found, [layer])


def _typed(text: str, name: str) -> tuple[int, ...]:
    """Return the lines of the body whose words have figures of last year's paper typed in them, which no key holds."""
    index = places.index(text, name)
    found = (
        index.place(path, _around(value, match)).line
        for path, value in _values(source.loads(text), ())
        if path[0] in _BODY and isinstance(value, str) and "can_cu" not in path and "hang" not in path
        for match in _TYPED.finditer(value)
        if not _YEAR.fullmatch(match[0])
    )
    return tuple(sorted(set(found)))


def _around(value: str, match: re.Match[str]) -> str:
    """Return the year with the words before it that tell it from another in the same text."""
    words = value[: match.start()].rsplit("\n", 1)[-1].split(" ")
    return " ".join([*words[-3:-1], words[-1] + match[0]])
