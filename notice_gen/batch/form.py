"""The entry workbook: one row for each commune, one column for what a findings file leaves to each.

What is written here, ``reader.rows`` reads back: row 1 has labels that may be changed freely, row 2, which
is hidden, the keys that they stand for.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from notice_gen import expressions
from notice_gen.errors import N_
from notice_gen.reader.rows import columns as kinds
from notice_gen.reader.rows.columns import Column
from notice_gen.reader.rows.numbers import shown
from notice_gen.records import record
from notice_gen.vietnamese import bo_dau

if TYPE_CHECKING:
    from notice_gen.vietnamese.don_vi import DonVi

_MA, _TEN, _TINH, _SO = "don_vi.ma", "don_vi.ten", "don_vi.tinh", "van_ban.so"
_FORMATS = {
    kinds.WHOLE: "#,##0", kinds.NUMBER: "0", kinds.DECIMAL: "#,##0.##", kinds.DAY: "dd/mm/yyyy", kinds.MOMENT: "dd/mm/yyyy hh:mm",
    kinds.FIGURE: "General", kinds.YES_NO: "General",
}  # fmt: skip
_TEXT_FORMAT = "@"  # a text whatever it looks like: never a formula, a number or a date
_WIDTHS = {kinds.TEXT: 28, kinds.LINES: 50, kinds.CODE: 10, kinds.CHOICE: 18, kinds.FIGURE: 18}
_NARROW = 14
_FIRST = 3  # row of units
_YES_NO = ("có", "không")
_ALLOWED: Mapping[str, Mapping[str, Any]] = {
    kinds.WHOLE: {"type": "whole", "operator": "greaterThanOrEqual", "formula1": "0"},
    kinds.NUMBER: {"type": "whole", "operator": "greaterThanOrEqual", "formula1": "1"},
    kinds.DECIMAL: {"type": "decimal", "operator": "between", "formula1": "-1E+15", "formula2": "1E+15"},
    kinds.DAY: {"type": "date", "operator": "greaterThan", "formula1": "DATE(1945,9,2)"},
}  # fmt: skip
_HELP = {
    kinds.WHOLE: N_("Số nguyên, không âm, ví dụ 322."), kinds.DECIMAL: N_("Số, có thể lẻ, ví dụ 98,7."),
    kinds.DAY: N_("Ngày, ví dụ 30/10/2026."), kinds.MOMENT: N_("Giờ và ngày, ví dụ 08:00 05/3/2026."), kinds.TEXT: N_("Chữ."),
    kinds.LINES: N_("Mỗi dòng trong ô là một ý; xuống dòng trong ô bằng Alt+Enter."), kinds.CHOICE: N_("Chọn một trong danh sách."),
    kinds.YES_NO: N_("Chọn có hoặc không."), kinds.FIGURE: N_("Số, ngày hoặc chữ mà lời văn dùng đến."),
}
_HELP_OF = {
    _MA: N_("Mã đơn vị hành chính, đã điền sẵn; không sửa."), _TEN: N_("Tên đơn vị như sẽ in trong văn bản, đã điền sẵn."),
    _SO: N_("Số văn bản của đơn vị này; để trống thì in dự thảo. Ghi so = \"tu-dong\" trong tệp chung thì không cần cột này."),
}


@record
class Ask:
    """A column of the workbook."""

    column: Column  # what it fills
    heading: str  # what row 1 says: the name that ``[cot]`` maps to it, else a label of ours, else its own name
    help: str  # the note on the heading, a catalogue sentence


def day(base: Mapping[str, Any]) -> date:
    """Return the notice's date, else today: lists of communes change with the day."""
    van_ban = base.get("van_ban")
    ngay = van_ban.get("ngay") if isinstance(van_ban, Mapping) else None
    return ngay if isinstance(ngay, date) and not isinstance(ngay, datetime) else datetime.now().astimezone().date()


def of_the_agency(base: Mapping[str, Any]) -> tuple[DonVi, ...]:
    """Return the communes of the province that the agency's name or place says; none when neither says one."""
    from notice_gen.vietnamese import don_vi

    co_quan, van_ban = (table if isinstance(table := base.get(name), Mapping) else {} for name in ("co_quan", "van_ban"))
    ten, on = co_quan.get("ten", ()), day(base)
    names = [van_ban.get("dia_danh"), *reversed([ten] if isinstance(ten, str) else list(ten))]
    return next(filter(None, (don_vi.tat_ca(on, name) for name in names if isinstance(name, str))), ())


def asks(base: Mapping[str, Any], *, coded: bool = True) -> tuple[Ask, ...]:
    """Return the columns that a notice for each unit needs.

    Args: *base*: the tree of the common findings file; may lack what differs between units; *coded*: they are communes.
    Returns code and name of the commune, its number unless the register gives it, what else ``[don_vi]`` says or texts ask of a unit, each
    figure (those of ``[so_lieu]`` in their order, then those that texts name and nobody gives), and what ``[cot]`` names besides.
    """
    columns = kinds.known(base)
    cot = base.get("cot")
    friendly = {key: heading for heading, key in cot.items() if key} if isinstance(cot, Mapping) else {}
    of_units = [key for key, column in columns.items() if column.path[0] == "don_vi" and key not in {_MA, _TEN, _TINH}]
    codes = [_MA] if coded else []
    figures = [key for key, column in columns.items() if column.path[0] == "so_lieu"]
    further = [key for key in friendly if key in columns and (coded or key != _MA)]
    wanted = [*codes, _TEN, *([_SO] if _takes_number(base) else []), *of_units, *figures, *further]
    helps = {key: _HELP_OF.get(key) or _HELP.get(columns[key].kind, _HELP[kinds.TEXT]) for key in wanted}
    words = _words(base)
    return tuple(Ask(columns[key], friendly.get(key) or _label(key, words), text) for key, text in helps.items())


def _takes_number(base: Mapping[str, Any]) -> bool:
    van_ban, noi_nhan = base.get("van_ban"), base.get("noi_nhan")
    shared = isinstance(noi_nhan, Mapping) and noi_nhan.get("chung_so")
    return not shared and not (isinstance(van_ban, Mapping) and van_ban.get("so") == "tu-dong")


def _label(key: str, words: Mapping[str, str]) -> str:
    """Return what a column is called: as offices call it, or as the paper's own words spell the name, with accents, where they have it."""
    if key in kinds.LABELS:
        return kinds.LABELS[key][0]
    table, _, name = key.rpartition(".")
    if table not in {"so_lieu", "don_vi"}:
        return key
    spelt = re.search(rf"(?<![a-z]){re.escape(name.replace('_', ' '))}(?![a-z])", words["bare"])
    return words["spelt"][spelt.start() : spelt.end()].capitalize() if spelt else name


def _words(base: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of *base* without their expressions: in lower case as they are spelt, and letter by letter without accents."""
    texts = (piece for text in kinds.texts(base) for piece in expressions.pieces(text) if isinstance(piece, str))
    spelt = unicodedata.normalize("NFC", " ".join(" | ".join(texts).lower().split()))
    return {"spelt": spelt, "bare": "".join(bo_dau(letter)[:1] or " " for letter in spelt)}


def workbook(needed: Sequence[Ask], units: Sequence[DonVi | str], say: Any = str) -> bytes:
    """Return the .xlsx to fill in: *needed* are its columns, *units* its rows, by name alone where they are no communes.

    *say* translates headings' notes.
    """
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - for the type checker: a new workbook has one
    sheet.title = "So lieu"
    last = max(len(units) + 2, _FIRST)
    for number, ask in enumerate(needed, start=1):
        kind, letter = ask.column.kind, get_column_letter(number)
        head = sheet.cell(1, number, ask.heading)
        head.data_type = "s"
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
        head.alignment = Alignment(wrap_text=True, vertical="top")
        head.comment = Comment("\n".join((ask.column.key, *_notes(ask, say))), "notice-gen", height=110, width=320)
        sheet.cell(2, number, ask.column.key).number_format = _TEXT_FORMAT
        sheet.column_dimensions[letter].width = max(_WIDTHS.get(kind, _NARROW), min(len(ask.heading) + 2, 40))
        for row in range(_FIRST, last + 1):
            cell = sheet.cell(row, number)
            cell.number_format = _FORMATS.get(kind, _TEXT_FORMAT)
            cell.alignment = Alignment(wrap_text=kind in {kinds.TEXT, kinds.LINES}, vertical="top")
        rule = _validation(ask, say)
        rule.add(f"{letter}{_FIRST}:{letter}{last}")
        sheet.add_data_validation(rule)
    sheet.row_dimensions[2].hidden = True
    for row, unit in enumerate(units, start=_FIRST):
        for number, ask in enumerate(needed, start=1):
            if ask.column.key in {_MA, _TEN}:
                ma, ten = ("", unit) if isinstance(unit, str) else (unit.ma, unit.ten)
                if text := ma if ask.column.key == _MA else ten:
                    sheet.cell(row, number, text).data_type = "s"
    sheet.freeze_panes = f"{'C' if needed[0].column.key == _MA else 'B'}{_FIRST}"
    sheet.print_title_rows, sheet.print_options.gridLines = "1:1", True
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _notes(ask: Ask, say: Any) -> list[str]:
    """Return the note on a column: its help, and what the common file says there."""
    example = ask.column.example
    if example is None or isinstance(example, list | Mapping) or ask.column.key in _HELP_OF:
        return [say(ask.help)]
    return [say(ask.help), say(N_("Trong tệp chung: {gia_tri}.")).format(gia_tri=shown(example))]


def _validation(ask: Ask, say: Any) -> Any:
    """Return the rule of a column's cells: what may be typed where that is sure, and what is shown when one is chosen."""
    from openpyxl.worksheet.datavalidation import DataValidation

    kind = ask.column.kind
    words = ask.column.choices if kind == kinds.CHOICE else _YES_NO if kind == kinds.YES_NO else ()
    allowed = {"type": "list", "formula1": f'"{",".join(words)}"'} if words else _ALLOWED.get(kind, {"type": None})
    rule = DataValidation(**allowed, allow_blank=True)
    rule.showErrorMessage = rule.type is not None
    rule.errorTitle, rule.error = say(N_("Sai kiểu")), say(ask.help)[:_LONGEST_NOTE]
    rule.showInputMessage = True
    rule.promptTitle, rule.prompt = ask.heading[:_LONGEST_TITLE], "\n".join(_notes(ask, say))[:_LONGEST_NOTE]
    return rule


_LONGEST_TITLE, _LONGEST_NOTE = 32, 255  # what Excel shows; a file with more is "repaired"
