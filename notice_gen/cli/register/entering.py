"""``notice-gen register import``: a year begun on paper, or an exported register, entered whole or not at all."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import report
from notice_gen.cli.register import chosen
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, InputError, Place, Problem, Say
from notice_gen.office.numbering import in_force, usual

if TYPE_CHECKING:
    from notice_gen.reader.rows.table import Record, Table
    from notice_gen.register import Register
    from notice_gen.register.paper import Entered, Line, Office

_ALIKE = 3  # rows with one and the same fault reported in full
_UNREAD = (N_("Cột “{cot}” không được đọc."), N_("Sổ chỉ có mười cột của mẫu, thêm cột Năm và Cơ quan."))
_HEADINGS_WITHIN = 30  # rows: above them stand titles


@chosen.command(
    N_("Lập sổ mới, chưa có số nào."),
    N_(
        "Lập sổ mới ở chỗ ghi sau --register; không ghi thì so-van-ban.db cạnh notice-gen.toml đang dùng, không có thì ở thư mục đang đứng.\n\n"  # noqa: E501
        "Ở đó đã có sổ thì báo, không đổi gì. Cơ quan đã cấp số trên giấy trong năm thì nhập tiếp bằng register import."
    ),
    "where",
)  # fmt: skip
def init(say: Say, where: str | None) -> int:
    """Return the exit code after beginning a register."""
    from notice_gen import register

    place = where or usual(Path())
    with register.connect(place, create=False) as book:
        if book.ready:
            raise register.already(book.label)
    with register.connect(place) as book:
        click.echo(report.visible(book.label))
    report.note(say(N_("Đã lập sổ văn bản mới, chưa có số nào.")))
    return ExitCode.OK


@chosen.command(
    N_("Nhập sổ giấy, hoặc sổ đã xuất ra Excel, CSV."),
    N_(
        "Nhập vào sổ các số đã cấp trên giấy, từ bảng tính hoặc CSV có các cột như sổ đăng ký văn bản đi (Phụ lục IV, mục I); cột số là bắt buộc.\n\n"  # noqa: E501
        "Có lỗi thì báo hết theo từng ô và không nhập gì. Nhập lại tệp cũ thì sổ không đổi; ô còn trống trong sổ được điền thêm."
    ),
    "file",
    click.option("--year", "nam", type=click.IntRange(1900, 9999), metavar=N_("NĂM"), help=N_("Năm của cả tệp; cần khi có hàng không ghi ngày.")),  # noqa: E501
    click.option("--agency", "co_quan", metavar=N_("CƠ_QUAN"), help=N_("Cơ quan của cả tệp; mặc định: theo cột Cơ quan, không có thì theo [co_quan] ten của notice-gen.toml.")),  # noqa: E501
    "where", name="import",
)  # fmt: skip
def import_(say: Say, file: str, nam: int | None, co_quan: str | None, where: str | None) -> int:
    """Return the exit code after entering the lines of *file*."""
    from notice_gen import register
    from notice_gen.reader.rows import plain_table
    from notice_gen.register import paper

    sheet = _Sheet(plain_table(Path(file)))
    ten, viet_tat = (" ".join(chosen.setting("co_quan", key)) for key in ("ten", "viet_tat"))
    rieng = chosen.setting("so_van_ban", "day_so") == ("rieng",)
    lines, problems = sheet.lines(paper.Office(co_quan or ten, bool(co_quan), viet_tat, nam, rieng, today()))
    report.complain([*sheet.warnings, *(problem for problem in problems if problem.level == "warning")], say)
    if problems := [problem for problem in problems if problem.level == "error"]:
        return _refused(problems, say)
    with register.connect(in_force(where, Path())) as book:
        report.begun([book.label] if book.created else [], book.remarks, say)
        try:
            done = paper.enter(book, lines)
        except InputError as error:
            return _refused(map(sheet.located, error.problems), say)
        _tell(done, book, say)
    return ExitCode.OK


def _refused(problems: Iterable[Problem], say: Say) -> int:
    in_order = sorted(problems, key=lambda problem: (problem.place.line, problem.place.column) if problem.place else (0, 0))
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in in_order:
        alike.setdefault((problem.message, problem.hint, repr(problem.values)), []).append(problem)
    for group in alike.values():  # what is missing for the whole sheet is wrong in every row of it
        rows = list(dict.fromkeys(problem.place.line if problem.place else 0 for problem in group))
        report.complain([problem for problem in group if (problem.place.line if problem.place else 0) in rows[:_ALIKE]], say)
        if len(rows) > _ALIKE:
            report.note(say(N_("… và {so} hàng khác cũng vậy.")).format(so=len(rows) - _ALIKE))
    report.note(say(N_("Có {loi} lỗi; chưa nhập số nào. Sửa rồi nhập lại.")).format(loi=len(in_order)))
    return ExitCode.INPUT


class _Sheet:
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
            problems.append(Problem(N_("Dưới hàng tên cột không có hàng nào."), place=self._table.heading_place(0)))
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


def _tell(done: Entered, book: Register, say: Say) -> None:
    from notice_gen import register
    from notice_gen.register import audit

    message = say(N_("Đã nhập {moi} số mới, điền thêm vào {bu} số, {cu} số đã có sẵn."))
    click.echo(message.format(moi=done.new, bu=done.filled, cu=done.same))
    for series, last in sorted(done.last.items(), key=repr):
        entries = [entry for entry in register.entries(book, nam=series.nam, co_quan=series.co_quan) if entry.day_so == series]
        name = chosen.heading(entries[-1], say)
        report.note(report.visible(say(N_("{so}: số tự động tiếp theo là {tiep}.")).format(so=name, tiep=last + 1)))
        if missing := audit.gaps((entry.so for entry in entries), last):
            report.note(report.visible(say(N_("{so}: trong sổ chưa có số {thieu}.")).format(so=name, thieu=missing)))
