"""What the tables of one form alone must agree on: with the document's date, with who signs, with themselves."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from notice_gen.errors import N_, Problem
from notice_gen.vietnamese.ngay_thang import ngay
from notice_gen.vietnamese.thoi_han import la_ngay_lam_viec

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from notice_gen.model import BienBan, GiayGioiThieu, GiayMoi, GiayNghiPhep, Notice
    from notice_gen.reader.keys import Path


def own_faults(notice: Notice) -> Iterator[Problem]:
    """Yield what is wrong in the tables that the form of *notice* alone has."""
    if notice.giay_moi:
        yield from _invitation(notice, notice.giay_moi)
    if notice.bien_ban:
        yield from _minutes(notice, notice.bien_ban)
    if notice.giay_gioi_thieu:
        yield from _letter_of_introduction(notice, notice.giay_gioi_thieu)
    if notice.giay_nghi_phep:
        yield from _leave(notice, notice.giay_nghi_phep)
    if notice.ben:
        yield from _parties(notice)


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


def _minutes(notice: Notice, bien_ban: BienBan) -> Iterator[Problem]:
    issued = notice.van_ban.ngay
    yield from _ends(bien_ban.thoi_gian, bien_ban.den_luc, ("bien_ban", "den_luc"))
    if issued and issued < bien_ban.thoi_gian.date():
        yield Problem(
            N_("Ngày {ngay} của biên bản ở trước ngày họp {hop}."),
            N_("Xem lại ngay trong [van_ban], hoặc thoi_gian."),
            {"hop": ngay(bien_ban.thoi_gian), "ngay": ngay(issued)},
            ("van_ban", "ngay"),
        )
    chair = notice.ky.ho_ten
    if not re.search(rf"(?<!\w){re.escape(chair)}(?!\w)", bien_ban.chu_tri) and "{{" not in bien_ban.chu_tri:
        yield Problem(
            N_("Người ký ở [ky] là {ky}, không phải chủ tọa “{chu_tri}”."),
            N_("Ghi cùng một người ở chu_tri và ở [ky] ho_ten."),
            {"ky": chair, "chu_tri": bien_ban.chu_tri},
            ("bien_ban", "chu_tri"),
        )
    if bien_ban.thu_ky.ho_ten == chair:
        yield Problem(
            N_("{ky} vừa là chủ tọa vừa là thư ký."),
            N_("Ghi họ tên người ghi biên bản ở [bien_ban.thu_ky]."),
            {"ky": chair},
            ("bien_ban", "thu_ky", "ho_ten"),
        )


def _letter_of_introduction(notice: Notice, giay: GiayGioiThieu) -> Iterator[Problem]:
    issued = notice.van_ban.ngay
    if issued and giay.den_ngay < issued:
        yield Problem(
            N_("Giấy hết giá trị ngày {den}, trước ngày {ngay} ký giấy."),
            N_("Xem lại den_ngay, hoặc ngay trong [van_ban]."),
            {"den": ngay(giay.den_ngay), "ngay": ngay(issued)},
            ("giay_gioi_thieu", "den_ngay"),
        )


_LONGEST_LEAVE = 400
"""Days among which working days are counted."""


def _leave(notice: Notice, giay: GiayNghiPhep) -> Iterator[Problem]:
    issued, path = notice.van_ban.ngay, ("giay_nghi_phep",)
    if issued and issued < giay.ngay_don:
        yield Problem(
            N_("Đơn đề nghị nghỉ phép ngày {don} ở sau ngày {ngay} ký giấy."),
            N_("Xem lại ngay_don, hoặc ngay trong [van_ban]."),
            {"don": ngay(giay.ngay_don), "ngay": ngay(issued)},
            (*path, "ngay_don"),
        )
    days = (giay.den_ngay - giay.tu_ngay).days + 1
    if days < 1:
        yield Problem(
            N_("Ngày cuối {den} ở trước ngày đầu {tu}."),
            N_("Xem lại tu_ngay và den_ngay."),
            {"den": ngay(giay.den_ngay), "tu": ngay(giay.tu_ngay)},
            (*path, "den_ngay"),
        )
        return
    working = _working_days(giay.tu_ngay, days)
    if giay.so_ngay not in {days, working}:
        message = N_("Số ngày nghỉ {so} không khớp: từ ngày {tu} đến hết ngày {den} là {lich} ngày.")
        hint = N_("Gõ: so_ngay = {lich}; hoặc xem lại tu_ngay, den_ngay.")
        if working is not None:
            message = N_("Số ngày nghỉ {so} không khớp: từ ngày {tu} đến hết ngày {den} là {lich} ngày, trong đó {lam} ngày làm việc.")
            hint = N_("Gõ: so_ngay = {lam} (ngày làm việc) hoặc so_ngay = {lich}; hoặc xem lại tu_ngay, den_ngay.")
        values = {"so": giay.so_ngay, "tu": ngay(giay.tu_ngay), "den": ngay(giay.den_ngay), "lich": days, "lam": working}
        yield Problem(message, hint, values, (*path, "so_ngay"))


def _working_days(first: dt.date, days: int) -> int | None:
    """Count the working days among *days*; None where a year's days off are not known."""
    try:
        return sum(la_ngay_lam_viec(first + timedelta(n)) for n in range(days)) if days <= _LONGEST_LEAVE else None
    except ValueError:
        return None


_PARTIES = range(2, 27)
"""From Bên A and Bên B to Bên Z."""


def _parties(notice: Notice) -> Iterator[Problem]:
    if len(notice.ben) not in _PARTIES:
        yield Problem(
            N_("Có {so} bên; phải có từ hai đến hai mươi sáu bên."),
            N_("Mỗi bên một bảng [[ben]], dưới đó có [ben.dai_dien]."),
            {"so": len(notice.ben)},
            ("ben",),
        )
    signers = [ben.dai_dien.ho_ten for ben in notice.ben]
    if notice.ky.ho_ten not in signers:
        yield Problem(
            N_("Người ký ở [ky] là {ky}, không đại diện bên nào ({cac_ben})."),
            N_("Ghi cùng một người ở [ky] ho_ten và ở [ben.dai_dien] ho_ten của bên mình."),
            {"ky": notice.ky.ho_ten, "cac_ben": ", ".join(signers)},
            ("ky", "ho_ten"),
            notice.ky.ho_ten,
        )
