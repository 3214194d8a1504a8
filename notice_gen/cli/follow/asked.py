"""What the commands that follow findings share: the register opened, the office's days off, options, days as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import options, report
from notice_gen.cli.options import Decorator, usage_error
from notice_gen.cli.register import chosen
from notice_gen.cli.work import today
from notice_gen.errors import N_, Say

if TYPE_CHECKING:
    from notice_gen.follow.model import TheoDoi
    from notice_gen.follow.states import Today
    from notice_gen.register import Register

STATES = {
    "qua-han": N_("quá hạn"), "sap-den-han": N_("sắp đến hạn"), "chua-den-han": N_("chưa đến hạn"), "khong-han": N_("không ghi hạn"),
    "da-bao-cao": N_("đã báo cáo"), "hoan-thanh": N_("hoàn thành"),
}  # fmt: skip
"""What ``--state`` says, and the state as it is shown."""

_WHICH: dict[str, Decorator] = {
    "don_vi": click.option("--unit", "don_vi", default="", metavar=N_("ĐƠN_VỊ"), help=N_("Chỉ đơn vị này: mã, hoặc một phần tên, có dấu hay không đều được.")),  # noqa: E501
    "linh_vuc": click.option("--field", "linh_vuc", default="", metavar=N_("LĨNH_VỰC"), help=N_("Chỉ lĩnh vực này: một phần tên.")),
    "loai": click.option("--kind", "loai", type=click.Choice(["ket-qua", "ton-tai", "yeu-cau"]), help=N_("Chỉ loại phát hiện này.")),
    "trang_thai": click.option("--state", "trang_thai", multiple=True, type=click.Choice(list(STATES)), help=N_("Chỉ trạng thái này; ghi được nhiều lần.")),  # noqa: E501
    "den": click.option("--until", "den", metavar=N_("NGÀY"), help=N_("Chỉ hạn đến ngày này, ví dụ 31/12/2026.")),
    "nam": click.option("--year", "nam", type=click.IntRange(1900, 9999), metavar=N_("NĂM"), help=N_("Chỉ văn bản của năm này.")),
    "soon": click.option("--soon", type=click.IntRange(0, 366), default=5, show_default=True, metavar=N_("NGÀY"), help=N_("Còn bấy nhiêu ngày làm việc thì là sắp đến hạn.")),  # noqa: E501
}


def which(*names: str) -> list[Decorator]:
    """Return the options that choose findings, all or those named."""
    return [_WHICH[name] for name in names or _WHICH]


Command = Callable[[Callable[..., Any]], click.Command]


def command(short: str, text: str, *given: Decorator, name: str | None = None) -> Command:
    """As :func:`options.command`, with ``--register`` and ``--agency`` behind what is *given*."""
    agency = click.option("--agency", "co_quan", metavar=N_("CƠ_QUAN"), help=N_("Chỉ cơ quan ban hành này, khi sổ chung cho nhiều cơ quan."))  # noqa: E501
    return options.command(short, text, *given, agency, options.register, name=name)


@contextmanager
def opened(where: str | None, co_quan: str | None) -> Iterator[tuple[Register, TheoDoi]]:
    """Open the register in force, and yield it with all that counts; days off are the office's until the end."""
    from notice_gen.follow import issuer, model
    from notice_gen.register.kien_nghi import reading

    with chosen.opened(where) as book, issuer.days_off(issuer.office(Path())):
        yield book, model.counted(reading.noted(book, co_quan=co_quan))


def now(soon: int) -> Today:
    """Return today, as states are told by it."""
    from notice_gen.follow.states import Today

    return Today(today(), soon)


def day(text: str | None, option: str, say: Say) -> date | None:
    """Return the day that an option says, as an office writes it or year first.  Raises click.UsageError: it is none."""
    from notice_gen import vietnamese

    if not text:
        return None
    for read in (vietnamese.doc_ngay, date.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    raise usage_error(say, N_("{lua_chon}: “{ngay}” không phải ngày; ghi 31/12/2026."), lua_chon=option, ngay=report.visible(text))


def left_out(theo_doi: TheoDoi, say: Say) -> None:
    """Say on stderr what does not count and why, and how many findings have no code."""
    words = {
        "hủy": N_("{so} kiến nghị của văn bản đã hủy số: không tính."),
        "giữ chỗ": N_("{so} kiến nghị của văn bản mới giữ số, chưa in: chưa tính."),
        "thay-the": N_("{so} kiến nghị của văn bản đã có văn bản thay thế: tính theo văn bản mới."),
        "thu-hoi": N_("{so} kiến nghị của văn bản đã thu hồi: không tính."),
        "bo": N_("{so} kiến nghị không còn trong bản in mới nhất của văn bản: không tính."),
    }
    for why, text in words.items():
        if theo_doi.ngoai.get(why):
            report.aside(say(text).format(so=theo_doi.ngoai[why]))
    nameless = sum(1 for each in theo_doi.kien_nghi if not each.ma)
    if nameless:
        report.aside(say(N_("{so} kiến nghị không ghi mã (ma): nhận ra bằng chỗ đứng và lời văn; sửa lời văn rồi in lại thì thành kiến nghị khác.")).format(so=nameless))  # noqa: E501
