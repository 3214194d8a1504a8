"""What the tables of one form alone must agree on: with the document's date, with who signs, with themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notice_gen.errors import N_, Problem
from notice_gen.vietnamese.ngay_thang import ngay

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from notice_gen.model import GiayMoi, Notice
    from notice_gen.reader.keys import Path


def own_faults(notice: Notice) -> Iterator[Problem]:
    """Yield what is wrong in the tables that the form of *notice* alone has."""
    if notice.giay_moi:
        yield from _invitation(notice, notice.giay_moi)


def _invitation(notice: Notice, moi: GiayMoi) -> Iterator[Problem]:
    issued = notice.van_ban.ngay
    if issued and moi.thoi_gian.date() < issued:
        yield Problem(
            N_("Thời gian họp {hop} ở trước ngày {ngay} của giấy mời."),
            N_("Xem lại thoi_gian, hoặc ngay trong [van_ban]."),
            {"hop": ngay(moi.thoi_gian), "ngay": ngay(issued)},
            ("giay_moi", "thoi_gian"),
        )
    yield from _ends(moi.thoi_gian, moi.den_luc, ("giay_moi", "den_luc"))


def _ends(begins: dt.datetime, ends: dt.datetime | None, path: Path) -> Iterator[Problem]:
    if ends and ends <= begins:
        yield Problem(
            N_("Giờ kết thúc {den} không ở sau giờ bắt đầu {tu}."),
            N_("Xem lại thoi_gian và den_luc."),
            {"den": f"{ends:%H:%M} {ngay(ends)}", "tu": f"{begins:%H:%M} {ngay(begins)}"},
            path,
        )
