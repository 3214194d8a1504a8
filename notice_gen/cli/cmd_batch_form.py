"""``notice-gen batch-form``: the workbook in which the figures of every commune are entered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from notice_gen.cli import options, report
from notice_gen.errors import N_, ExitCode, Say


@options.command(
    N_("Tạo bảng Excel để nhập số liệu từng xã."),
    N_(
        "Tạo bảng Excel để nhập số liệu cho notice-gen batch: mỗi xã, phường một hàng, mỗi số liệu mà TỆP CHUNG cần một cột.\n\n"
        "Tên và mã đơn vị được điền sẵn theo danh mục vào ngày của văn bản."
    ),
    click.argument("base", metavar=N_("TỆP_CHUNG")),
    click.option(
        "--communes", "tinh", metavar=N_("TỈNH"),
        help=N_("Tỉnh, thành phố có các xã cần gửi, ví dụ \"Thành phố Huế\"; mặc định: theo co_quan và dia_danh của TỆP CHUNG."),
    ),
    options.output, options.if_exists,
)  # fmt: skip
def batch_form(say: Say, base: str, tinh: str | None, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the workbook for *base*."""
    from notice_gen import reader
    from notice_gen.batch import form

    path = Path(base)
    own = reader.parse(reader.load(path), file=base)
    office = reader.office_layer(path.parent)
    data = reader.merge([layer for layer in (office, own) if layer])
    from notice_gen.vietnamese import don_vi

    day = _day(data)
    units = don_vi.tat_ca(day, tinh) if tinh else _of_the_agency(data, day)
    if not units:
        message = N_("Không biết in cho các xã của tỉnh nào: thêm --communes, ví dụ --communes \"Thành phố Huế\".")
        if tinh:
            message = N_("Danh mục không có tỉnh, thành phố “{tinh}”. Ghi đủ tên có dấu, ví dụ --communes \"Thành phố Huế\".")
        raise options.usage_error(say, message, tinh=tinh)
    target, named = options.target(out, f"{path.stem}.xlsx", path.parent)
    if target.suffix.lower() != ".xlsx":
        raise options.usage_error(say, N_("Bảng nhập số liệu là tệp Excel: đặt tên có đuôi .xlsx, không phải “{duoi}”."), duoi=target.suffix)  # noqa: E501
    options.write(target, form.workbook(form.asks(data), units, say), if_exists, say, named=named)
    if tinh and don_vi.la_tinh_cu(tinh):
        report.note(say(N_("“{tinh}” nay thuộc {nay}: bảng có mọi xã, phường của {nay}; bỏ những hàng không gửi.")).format(tinh=tinh, nay=units[0].tinh.ten))  # noqa: E501
    report.note(say(N_("{so} đơn vị. Điền số liệu, lưu lại, rồi chạy: notice-gen batch {chung} --data {bang}")).format(so=len(units), chung=options.typed(Path(base)), bang=options.typed(target)))  # noqa: E501
    return ExitCode.OK


def _day(data: Mapping[str, Any]) -> date:
    """Return the notice's date, else today: lists of communes change with the day."""
    van_ban = data.get("van_ban")
    ngay = van_ban.get("ngay") if isinstance(van_ban, Mapping) else None
    return ngay if isinstance(ngay, date) and not isinstance(ngay, datetime) else datetime.now().astimezone().date()


def _of_the_agency(data: Mapping[str, Any], day: date) -> tuple[Any, ...]:
    """Return the communes of the province that the agency's name or place says."""
    from notice_gen.vietnamese import don_vi

    co_quan, van_ban = (table if isinstance(table := data.get(name), Mapping) else {} for name in ("co_quan", "van_ban"))
    ten = co_quan.get("ten", ())
    names = [van_ban.get("dia_danh"), *reversed([ten] if isinstance(ten, str) else list(ten))]
    return next(filter(None, (don_vi.tat_ca(day, name) for name in names if isinstance(name, str))), ())
