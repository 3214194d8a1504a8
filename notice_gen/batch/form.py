"""The entry workbook: one row for each commune, one column for each figure that a findings file asks for.

The only openpyxl of this room.  What is written here, ``batch --data`` reads back: row 1 names the keys.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from notice_gen import expressions
from notice_gen.errors import N_
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.vietnamese.don_vi import DonVi

WHOLE, DECIMAL, DAY, TEXT, ANY = "whole", "decimal", "day", "text", "any"
_FORMATS = {WHOLE: "#,##0", DECIMAL: "#,##0.##", DAY: "dd/mm/yyyy", TEXT: "@", ANY: "General"}
_WIDTHS = {WHOLE: 14, DECIMAL: 14, DAY: 14, TEXT: 28, ANY: 18}


@record
class Column:
    """A column of the workbook.

    Attributes:
        key: the dotted key it fills, ``so_lieu.tiep_nhan``.
        heading: what row 1 says: the key, or the friendly name that ``[cot]`` maps to it.
        kind: what may be typed: ``whole``, ``decimal``, ``day``, ``text`` or ``any``.
        help: the note on the heading, a catalogue sentence.
    """

    key: str
    heading: str
    kind: str
    help: str


def columns(base: Mapping[str, Any]) -> tuple[Column, ...]:
    """Return the columns that a notice for each commune needs.

    Args:
        base: the tree of the common findings file; may lack what differs between communes.

    Returns:
        Code and name of the commune, its number unless the register gives it, then each figure: those of
        ``[so_lieu]`` in their order, then those that texts name and nobody gives.
    """
    friendly = {key: heading for heading, key in _table(base, "cot").items() if isinstance(key, str)}

    def column(key: str, kind: str, text: str) -> Column:
        return Column(key, friendly.get(key, key), kind, text)

    found = [
        column("don_vi.ma", TEXT, N_("Mã đơn vị hành chính, đã điền sẵn; không sửa.")),
        column("don_vi.ten", TEXT, N_("Tên đơn vị như sẽ in trong văn bản, đã điền sẵn.")),
    ]
    if _table(base, "van_ban").get("so") != "tu-dong":
        found.append(column("van_ban.so", WHOLE, N_("Số văn bản của đơn vị này; để trống thì in dự thảo. Ghi so = \"tu-dong\" trong tệp chung thì không cần cột này.")))
    figures = _table(base, "so_lieu")
    found += [column(f"so_lieu.{name}", _kind(value), _HELP[_kind(value)]) for name, value in figures.items()]
    given = figures.keys() | _table(base, "so_lieu_tinh").keys()
    found += [column(f"so_lieu.{name}", ANY, _HELP[ANY]) for name in sorted(_named(base) - given)]
    return tuple(found)


_HELP = {
    WHOLE: N_("Số nguyên, không âm, ví dụ 322."),
    DECIMAL: N_("Số, có thể lẻ, ví dụ 98,7."),
    DAY: N_("Ngày, ví dụ 30/10/2026."),
    TEXT: N_("Chữ."),
    ANY: N_("Số, ngày hoặc chữ mà lời văn dùng đến."),
}


def workbook(needed: Sequence[Column], units: Sequence[DonVi], say: Any = str) -> bytes:
    """Return the .xlsx to fill in.

    Args:
        needed: its columns.
        units: its rows; none gives an empty form.
        say: translates headings' notes.
    """
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - for the type checker: a new workbook has one
    sheet.title = "So lieu"
    last = max(len(units) + 1, 2)
    for number, column in enumerate(needed, start=1):
        letter = get_column_letter(number)
        head = sheet.cell(1, number, column.heading)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
        head.alignment = Alignment(wrap_text=True, vertical="top")
        note = Comment(f"{column.key}\n{say(column.help)}", "notice-gen", height=90, width=320)
        head.comment = note
        sheet.column_dimensions[letter].width = max(_WIDTHS[column.kind], min(len(column.heading) + 2, 40))
        for row in range(2, last + 1):
            sheet.cell(row, number).number_format = _FORMATS[column.kind]
        rule = _validation(column.kind, say)
        if rule is not None:
            rule.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(rule)
    for row, unit in enumerate(units, start=2):
        for number, column in enumerate(needed, start=1):
            if column.key in {"don_vi.ma", "don_vi.ten"}:
                cell = sheet.cell(row, number, unit.ma if column.key == "don_vi.ma" else unit.ten)
                cell.data_type = "s"  # a text whatever it looks like: never a formula, never a number
    sheet.freeze_panes = "C2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _validation(kind: str, say: Any) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation

    if kind == WHOLE:
        rule = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    elif kind == DECIMAL:
        rule = DataValidation(type="decimal", operator="between", formula1="-1E+15", formula2="1E+15", allow_blank=True)
    elif kind == DAY:
        rule = DataValidation(type="date", operator="greaterThan", formula1="DATE(1945,9,2)", allow_blank=True)
    else:
        return None
    rule.showErrorMessage = True
    rule.errorTitle, rule.error = say(N_("Sai kiểu")), say(_HELP[kind])
    return rule


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return ANY
    if isinstance(value, int):
        return WHOLE
    if isinstance(value, date):
        return DAY
    return TEXT if isinstance(value, str) else DECIMAL if isinstance(value, float) or hasattr(value, "as_tuple") else ANY


def _named(base: Mapping[str, Any]) -> set[str]:
    """Return the figures that the texts and conditions of *base* name."""
    checks = base.get("kiem_tra", [])
    codes = [check["dieu_kien"] for check in checks if isinstance(check, Mapping) and isinstance(check.get("dieu_kien"), str)]
    codes += [code for code in _table(base, "so_lieu_tinh").values() if isinstance(code, str)]
    codes += [piece.code for text in _texts(base) for piece in expressions.pieces(text) if not isinstance(piece, str)]
    return {name for code in codes for name in expressions.figures_in(code)} - expressions.GROUPS.keys()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for child in value.values():
            yield from _texts(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _texts(child)


def _table(base: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = base.get(key)
    return table if isinstance(table, Mapping) else {}
