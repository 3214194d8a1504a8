"""The register as a book: a table of its lines read in, with each fault at its cell, and its lines out to Word, Excel or CSV."""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, InputError, Place, Problem

if TYPE_CHECKING:
    from notice_gen.reader.rows.table import Record, Table
    from notice_gen.register import Entry, Register
    from notice_gen.register.paper import Line, Office

KINDS = (".docx", ".xlsx", ".csv")
"""What a register goes out to, by the ending of the file."""

_UNREAD = (N_("Cột “{cot}” không được đọc."), N_("Sổ chỉ có mười cột của mẫu, thêm cột Năm và Cơ quan."))
_HEADINGS_WITHIN = 30  # rows: above them stand titles


def setting(table: str, key: str, folder: Path | None) -> tuple[str, ...]:
    """Return the lines that a key of the office settings in force in a folder says: a text, or a list of them; nothing without a folder."""
    from notice_gen import reader

    layer = reader.office_layer(folder) if folder is not None else None
    values = layer.data.get(table) if layer else None
    value = values.get(key) if isinstance(values, Mapping) else None
    return (value,) if isinstance(value, str) else tuple(map(str, value)) if isinstance(value, Sequence) else ()


def code(loai: str | None) -> str | None:
    """Return the type's code as the register has it: ``tb`` is ``TB``, ``CV`` the type without one."""
    if loai is None:
        return None
    from notice_gen import legal, register

    wish = unicodedata.normalize("NFC", loai).casefold()
    if wish == register.CONG_VAN.casefold():
        return ""
    return next((ma for law in reversed(legal.every()) for ma in law.loai if ma.casefold() == wish), loai)


def office(folder: Path | None, today: dt.date, *, nam: int | None = None, co_quan: str | None = None) -> Office:
    """Return what the rows of a table do not say: the settings in force in a folder, and the year and the agency of the whole table."""
    from notice_gen.register import paper

    ten, viet_tat = (" ".join(setting("co_quan", key, folder)) for key in ("ten", "viet_tat"))
    rieng = setting("so_van_ban", "day_so", folder) == ("rieng",)
    return paper.Office(co_quan or ten, bool(co_quan), viet_tat, nam, rieng, today)


def exported(kind: str, book: Register, entries: Sequence[Entry], folder: Path | None) -> bytes:
    """Return lines of the register as a file of one of :data:`KINDS`; the settings in force in *folder* name the parent agency."""
    from notice_gen import register
    from notice_gen.register import paper
    from notice_gen.register.kien_nghi import reading

    entries, heads = paper.noted(entries, reading.linked(book)), register.heads(book)
    if kind == ".docx":
        volumes = paper.quyen(entries)
        return paper.docx(volumes, _chu_quan({volume.co_quan for volume in volumes}, folder), heads)
    return paper.xlsx(entries, heads) if kind == ".xlsx" else paper.csv_text(entries, heads).encode()


def _chu_quan(agencies: set[str], folder: Path | None) -> dict[str, tuple[str, ...]]:
    """Return the parent agency of each agency that the office settings name."""
    from notice_gen import register

    ours, chu_quan = register.ten_chuan(" ".join(setting("co_quan", "ten", folder))), setting("co_quan", "chu_quan", folder)
    return {agency: chu_quan for agency in agencies if register.ten_chuan(agency) == ours}


class Sheet:
    """A table of cells whose headings are those of a register."""

    def __init__(self, table: Table) -> None:
        from notice_gen.register import paper

        self._table = table
        records = iter(table.records)
        above = list(itertools.islice(records, _HEADINGS_WITHIN))
        first = table.heading_place(0)
        candidates: list[tuple[int, Sequence[Any]]] = [(first.line, table.headings), *((number, cells) for number, cells, _ in above)]
        index, self._at = next(((index, at) for index, (_, cells) in enumerate(candidates) if (at := paper.columns(cells))), (-1, {}))
        if not self._at:
            message = N_("Không thấy hàng tên cột của sổ đăng ký văn bản đi.")
            hint = N_("Một hàng ghi tên các cột: Số, ký hiệu văn bản; Ngày tháng văn bản; Trích yếu…; mẫu: notice-gen register export so.xlsx.")  # noqa: E501
            raise InputError(Problem(message, hint, place=first))
        self._head, headings = candidates[index]
        self._records: list[Record] = [*above[index:], *records]
        self._raw = {number: raw for number, _, raw in (*above, *self._records)}
        self._blocks = [
            block.problem for block in table.blocks
            if block.touches(self._at.values()) and (not block.problem.place or block.problem.place.line > self._head)
        ]
        self.warnings = [
            *table.warnings,
            *(problem for problem in self._blocks if problem.level == "warning"),
            *(
                Problem(*_UNREAD, {"cot": " ".join(str(headings[n]).split())}, place=self.place(self._head, n), level="warning")
                for n in paper.unknown(headings)
            ),
        ]

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell of the headings, or below them."""
        return self._table.where({(): column}, row, self._raw[row], (), "") if row in self._raw else self._table.heading_place(column)

    def located(self, problem: Problem) -> Problem:
        """Return a problem whose path is a row and a column with its place."""
        row, column = problem.path
        return replace(problem, path=(), place=self.place(int(row), int(column)))

    def lines(self, office: Office) -> tuple[list[Line], list[Problem]]:
        """Return the lines that the rows say, and what is wrong with them, located."""
        from notice_gen.register import paper

        problems = [problem for problem in self._blocks if problem.level == "error"]
        rows = list(self._values(problems))
        lines, faults = paper.lines(rows, self._at, office)
        problems += map(self.located, faults)
        if not rows and not problems:
            message, hint = N_("Dưới hàng tên cột không có hàng nào."), N_("Ghi mỗi văn bản một hàng ở dưới rồi nhập lại.")
            problems.append(Problem(message, hint, place=self._table.heading_place(0)))
        return lines, problems

    def _values(self, problems: list[Problem]) -> Iterator[tuple[int, dict[str, str | dt.date]]]:
        """Yield the number of each row and what it says; add to *problems* the cells that cannot be read."""
        from notice_gen.reader.rows.numbers import Refused
        from notice_gen.reader.rows.table import are_ordinals
        from notice_gen.register import paper

        for number, cells, raw in self._records:
            if are_ordinals(cells) or paper.columns(cells) == self._at or paper.is_total(cells):
                continue
            values: dict[str, str | dt.date] = {}
            for name, index in self._at.items():
                cell = cells[index] if index < len(cells) else ""
                try:
                    values[name] = _value(name, paper.unescaped(cell) if isinstance(raw, str) else cell)
                except Refused as refused:
                    problems.append(Problem(refused.message, refused.hint, refused.values, place=self.place(number, index)))
            if len(values) == len(self._at):
                yield number, values


def _value(name: str, cell: Any) -> str | dt.date:
    """Return what a cell says: a day in a column of days, else a text.  Raises Refused: it cannot be read surely."""
    from notice_gen import vietnamese
    from notice_gen.reader.rows import cells
    from notice_gen.reader.rows.columns import DAY, TEXT, Column
    from notice_gen.register import paper

    if name == "ngay_chuyen" and isinstance(cell, dt.date):
        return vietnamese.ngay(cell)
    value = cells.take(Column(name, (name,), DAY if name in paper.DAYS else TEXT), cell)
    return value if isinstance(value, dt.date) else str(value or "")
