"""What a mailing's table begins as, and what is handed on of it: the form to fill in, the workbook as it stands, the files as one zip."""

from __future__ import annotations

import datetime as dt
import io
import re
import tempfile
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen import reader
from notice_gen.errors import N_, InputError, OutputError, Problem
from notice_gen.library import sources
from notice_gen.library.documents import this_day
from notice_gen.library.tables import DataTable, layers_of, mail, merged, read_table, seen, view_data

if TYPE_CHECKING:
    from notice_gen.reader.rows.columns import Column

_LONGEST = 32_767  # characters that a cell of Excel holds
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def provinces(*, today: dt.date | None = None) -> list[str]:
    """Return the names of the provinces that there are."""
    from notice_gen.vietnamese import don_vi

    return list(dict.fromkeys(unit.tinh.ten for unit in don_vi.tat_ca(today or this_day())))


def data_form(base: str | PathLike[str], province: str | None = "") -> bytes:
    """Return the workbook to fill in, a row for each commune of a province, empty for the agency's own; None: for no unit yet.

    Raises InputError: *base* cannot be read, or there is no such province.
    """
    from notice_gen.batch import form
    from notice_gen.vietnamese import don_vi

    tree = reader.merge(layers_of(sources.path_of(base)))
    if province is None:
        return form.workbook(form.asks(tree, coded=False), ())
    units = don_vi.tat_ca(form.day(tree), province) if province else form.of_the_agency(tree)
    if not units:
        message, hint = N_("Không biết lập bảng cho các xã của tỉnh, thành phố nào."), N_("Chọn tỉnh, thành phố trong danh sách.")
        raise InputError(Problem(message, hint))
    return form.workbook(form.asks(tree), units)


def data_workbook(table: DataTable) -> bytes:
    """Return the table as it stands as an .xlsx: the same rows at the same numbers, those left out or passed over empty.

    Columns that were renamed have their new names, in a hidden row of keys where there is room for one.

    Raises InputError: as :func:`view_data`, or a cell holds more than Excel does.
    """
    import openpyxl

    from notice_gen.reader.rows.columns import known

    view = view_data(table)
    read = read_table(table)
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "So lieu"
    written = [(number, cells) for number, cells, _ in read.records]
    keyed = [str(said) for said in read.headings] != [str(label) for label in read.labels[: len(read.headings)]]
    below = view.head + 1
    if keyed and all(number != below for number, _ in view.rows):
        _put(sheet, view.head, [column.heading for column in view.columns])
        _put(sheet, below, [column.key for column in view.columns])
        sheet.row_dimensions[below].hidden = True
    else:
        _put(sheet, view.head, [*map(str, read.headings)])
    kinds = known(merged(table.base))
    for number, cells in written:
        _put(sheet, number, [_typed(cell, kinds.get(view.columns[n].key)) for n, cell in enumerate(cells)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _typed(cell: Any, column: Column | None) -> Any:
    """Return what a cell says as Excel would hold it: a count or a day that was typed is one."""
    from notice_gen.reader.rows.cells import take
    from notice_gen.reader.rows.numbers import Refused

    if type(cell) is str and column is not None and cell.strip():
        try:
            value = take(column, cell)
        except Refused:
            return cell
        if type(value) in (int, dt.date, dt.datetime):
            return value if type(value) is not int or abs(value) < 10**15 else cell
    return cell if type(cell) in (int, float, bool, dt.date, dt.datetime) else seen(cell)


def _put(sheet: Any, row: int, values: Iterable[Any]) -> None:
    for n, value in enumerate(values, start=1):
        if value == "":
            continue
        if isinstance(value, str):
            if len(value) > _LONGEST:
                message = N_("Một ô dài {so} chữ; Excel giữ được {nhieu}.")
                raise InputError(Problem(message, N_("Rút gọn ô đó."), {"so": len(value), "nhieu": _LONGEST}))
            sheet.cell(row, n, _NO_XML.sub("\ufffd", value)).data_type = "s"  # never a formula
        else:
            sheet.cell(row, n, value)


def mailing_zip(table: DataTable, out: str | PathLike[str], *, register: str | Path | None = None) -> bytes:
    """Return an archive of the files that lie in *out* for the rows of the table, with their PDFs; *register* as for :func:`mail`.

    Raises OutputError: there is none yet, or one cannot be read; RegisterError, TemplateError: as :func:`mail`.
    """
    from notice_gen.batch import manifest, settle
    from notice_gen.files import IfExists
    from notice_gen.office import pdf

    folder = sources.path_of(out)
    names = [row.output for row in mail(table, folder, register=register, dry=True).rows if row.status in manifest.THERE]
    if not names:
        raise OutputError(Problem(N_("Chưa có tệp nào để nén."), N_("In trước rồi tải về.")))
    with tempfile.TemporaryDirectory() as inner:
        names += [Path(name).with_suffix(".pdf").name for name in names if pdf.is_current(folder / name)]
        packed = settle.pack(Path(inner) / "thong-bao.zip", folder, names, if_exists=IfExists.OVERWRITE)
        return packed.read_bytes() if packed else b""
