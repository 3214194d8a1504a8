"""``notice-gen batch-form``: the workbook in which the figures of every commune are entered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from notice_gen.cli import completing, options, report
from notice_gen.errors import N_, ExitCode, InputError, Place, Problem, Say

_MOST = 5_000  # rows of a form


@options.command(
    N_("Tạo bảng Excel để nhập số liệu từng xã, từng thôn, từng người."),
    N_(
        "Tạo bảng Excel để nhập số liệu cho notice-gen batch: mỗi xã, phường một hàng, mỗi số liệu mà TỆP CHUNG cần một cột.\n\n"
        "Tên và mã đơn vị được điền sẵn theo danh mục vào ngày của văn bản; không phải xã thì theo --list."
    ),
    click.argument("base", metavar=N_("TỆP_CHUNG"), type=options.FILE),
    click.option(
        "--communes", "tinh", metavar=N_("TỈNH"), shell_complete=completing.provinces,
        help=N_("Tỉnh, thành phố có các xã cần gửi, ví dụ \"Thành phố Huế\"; mặc định: theo co_quan và dia_danh của TỆP CHUNG."),
    ),
    click.option(
        "--list", "names", metavar=N_("TỆP"), type=click.Path(path_type=Path),
        help=N_("Không phải xã thì lấy tên ở tệp này, mỗi dòng một tên: thôn, trường, người được mời…"),
    ),
    click.option("--rows", "count", metavar="N", type=click.IntRange(1, _MOST), help=N_("Bảng trống N hàng, tên để tự gõ.")),
    options.output, options.if_exists,
)  # fmt: skip
def batch_form(say: Say, base: str, tinh: str | None, names: Path | None, count: int | None, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the workbook for *base*."""
    from notice_gen import reader
    from notice_gen.batch import form

    path = Path(base)
    own = reader.parse(reader.load_findings(path), file=base)
    office = reader.office_layer(path.parent)
    data = reader.merge([layer for layer in (office, own) if layer])
    from notice_gen.vietnamese import don_vi

    if (tinh is not None) + (names is not None) + (count is not None) > 1:
        raise options.usage_error(say, N_("Chỉ dùng một trong --communes, --list, --rows."))
    units: Sequence[Any] = don_vi.tat_ca(form.day(data), tinh) if tinh else ()
    if names or count:
        units = _names(names) if names else [""] * (count or 0)
    elif tinh is None:
        units = form.of_the_agency(data)
    if not units:
        message = N_("Không biết in cho các xã của tỉnh nào: thêm --communes, ví dụ --communes \"Thành phố Huế\"; không phải xã thì --list TỆP hoặc --rows N.")  # noqa: E501
        if tinh:
            message = N_("Danh mục không có tỉnh, thành phố “{tinh}”. Ghi đủ tên có dấu, ví dụ --communes \"Thành phố Huế\".")
        raise options.usage_error(say, message, tinh=tinh)
    target, named = options.target(out, f"{path.stem}.xlsx", path.parent)
    if target.suffix.lower() != ".xlsx":
        raise options.usage_error(say, N_("Bảng nhập số liệu là tệp Excel: đặt tên có đuôi .xlsx, không phải “{duoi}”."), duoi=target.suffix)  # noqa: E501
    options.write(target, form.workbook(form.asks(data, coded=not (names or count)), units, say), if_exists, say, named=named)
    if tinh and don_vi.la_tinh_cu(tinh):
        report.aside(say(N_("“{tinh}” nay thuộc {nay}: bảng có mọi xã, phường của {nay}; bỏ những hàng không gửi.")).format(tinh=tinh, nay=units[0].tinh.ten))  # noqa: E501
    report.aside(say(N_("{so} đơn vị. Điền số liệu, lưu lại, rồi chạy: notice-gen batch {chung} --data {bang}")).format(so=len(units), chung=options.typed(Path(base)), bang=options.typed(target)))  # noqa: E501
    return ExitCode.OK


def _names(path: Path) -> list[str]:
    """Return the names that a text file lists, one a line; row numbers and dashes before them are left out.

    Raises InputError: it is no text file, has a name twice, none or too many.
    """
    from notice_gen import reader
    from notice_gen.reader.rows import texts

    data, file = reader.load(path), str(path)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        message = N_("--list cần tệp chữ (.txt), mỗi dòng một tên; đây là tệp Excel hoặc Word.")
        raise InputError(Problem(message, _PASTE, place=Place(file)))
    named: dict[str, int] = {}
    for number, line in enumerate(texts.text_of(data, file=file).split("\n"), start=1):
        name = _BEFORE.sub("", " ".join(line.split()))
        if name in named:
            message = N_("“{ten}” đã ghi ở dòng {truoc}.")
            hint = N_("Bỏ dòng thừa; hai nơi, hai người trùng tên thì ghi thêm cho khác nhau.")
            place = Place(file, number, 1, max(len(line), 1), line)
            raise InputError(Problem(message, hint, {"ten": name, "truoc": named[name]}, place=place))
        if name:
            named[name] = number
    if not 1 <= len(named) <= _MOST:
        message = N_("Danh sách có {so} tên; cần từ 1 đến {nhieu}.")
        raise InputError(Problem(message, _PASTE, {"so": len(named), "nhieu": _MOST}, place=Place(file)))
    return list(named)


_BEFORE = re.compile(r"^(?:[-–•+*]|\d{1,4}[.)/])\s+")
_PASTE = N_("Chép cột tên từ Excel dán vào một tệp .txt, mỗi dòng một tên; hoặc tạo bảng trống bằng --rows N rồi dán vào.")
