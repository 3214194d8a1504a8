"""Tables that few notices have: those of one form alone, and ``[ban_sao]`` of a copy (Điều 25; Phụ lục I, Phần II)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from notice_gen import blanks, legal, patterns
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern
from notice_gen.legal import Law
from notice_gen.model import BanSao, BienBan, GiayMoi, GiayNghiPhep, Ky, Notice
from notice_gen.reader.judging.body import written
from notice_gen.reader.judging.head import as_typed
from notice_gen.records import replace
from notice_gen.vietnamese.ngay_thang import la_ngay_lam_viec, ngay
from notice_gen.vietnamese.ten_nguoi import cac_nguoi, khac_nguoi


def own_faults(notice: Notice) -> Iterator[Problem]:
    """Yield what is wrong in the tables that the form of *notice* alone has."""
    if notice.giay_moi:
        yield from _invitation(notice, notice.giay_moi)
    if notice.bien_ban:
        yield from _minutes(notice, notice.bien_ban)
    issued, giay = notice.van_ban.ngay, notice.giay_gioi_thieu
    if giay and issued and giay.den_ngay < issued:
        message, hint = N_("Giấy hết giá trị ngày {den}, trước ngày {ngay} ký giấy."), N_("Xem lại den_ngay, hoặc ngay trong [van_ban].")
        yield Problem(message, hint, {"den": ngay(giay.den_ngay), "ngay": ngay(issued)}, ("giay_gioi_thieu", "den_ngay"))
    if notice.giay_nghi_phep:
        yield from _leave(notice, notice.giay_nghi_phep)
    yield from _subject_of_another(notice)
    if notice.ben:
        yield from _parties(notice)


_PERSON = Pattern(r"(?:ông|bà|Ông|Bà) (?P<ten>[A-ZĐÀ-Ỵ][\w'’]*(?: [A-ZĐÀ-Ỵ][\w'’]*){1,4})")
_GIVES, _GETS = Pattern(r"(?i:(?:người|bên) ủy quyền)"), Pattern(r"(?i:(?:người|bên) (?:được|nhận) ủy quyền)")


def authority_given(notice: Notice) -> Iterator[Problem]:
    """Yield a warning where who gives an authority is not who signs, or who signs gets it."""
    signer = notice.ky.ho_ten
    for n, muc in enumerate(notice.muc):
        title, names = muc.tieu_de or "", {found["ten"] for line in muc.noi_dung for found in _PERSON.finditer(line)}
        gets = bool(_GETS.match(title))
        if not names or not (gets or _GIVES.match(title)) or (signer in names) is not gets:
            continue
        message = N_("Người ký {ky} cũng là người được ủy quyền.") if gets else N_("Người ký là {ky}, người ủy quyền là {ten}.")
        hint = N_("Xem lại họ tên ở mục này và ở [ky].")
        values = {"ky": signer, "ten": ", ".join(sorted(names))}
        yield Problem(message, hint, values, ("muc", n, "noi_dung"), level="warning", code="uy_quyen_khac_nguoi_ky")


def _subject_of_another(notice: Notice) -> Iterator[Problem]:
    """The subject, which only the register has, is not of the one who had the paper that this file was begun from."""
    who, typed = notice.giay_gioi_thieu or notice.giay_nghi_phep, notice.van_ban.trich_yeu
    if who and khac_nguoi(typed, f"ông {who.ho_ten}") and who.ho_ten not in typed:
        message = N_("Trích yếu để ghi sổ nói về {nguoi}, mà giấy cấp cho {ho_ten}.")
        hint = N_("Sửa trich_yeu, hoặc bỏ dòng này: sổ ghi theo tên người được cấp giấy.")
        values = {"nguoi": ", ".join(cac_nguoi(typed)), "ho_ten": who.ho_ten}
        yield Problem(message, hint, values, ("van_ban", "trich_yeu"), typed, level="warning", code="trich_yeu_nguoi_khac")


def _invitation(notice: Notice, moi: GiayMoi) -> Iterator[Problem]:
    issued = notice.van_ban.ngay
    if issued and moi.thoi_gian.date() < issued:
        message, hint = N_("Thời gian họp {hop} ở trước ngày {ngay} của giấy mời."), N_("Xem lại thoi_gian, hoặc ngay trong [van_ban].")
        yield Problem(message, hint, {"hop": ngay(moi.thoi_gian), "ngay": ngay(issued)}, ("giay_moi", "thoi_gian"))
    yield from _ends(moi.thoi_gian, moi.den_luc, ("giay_moi", "den_luc"))


def _ends(begins: dt.datetime, ends: dt.datetime | None, path: KeyPath) -> Iterator[Problem]:
    if ends and ends <= begins:
        message, hint = N_("Giờ kết thúc {den} không ở sau giờ bắt đầu {tu}."), N_("Xem lại thoi_gian và den_luc.")
        yield Problem(message, hint, {"den": f"{ends:%H:%M} {ngay(ends)}", "tu": f"{begins:%H:%M} {ngay(begins)}"}, path)


def _minutes(notice: Notice, bien_ban: BienBan) -> Iterator[Problem]:
    issued = notice.van_ban.ngay
    yield from _ends(bien_ban.thoi_gian, bien_ban.den_luc, ("bien_ban", "den_luc"))
    if issued and issued < bien_ban.thoi_gian.date():
        message, hint = N_("Ngày {ngay} của biên bản ở trước ngày họp {hop}."), N_("Xem lại ngay trong [van_ban], hoặc thoi_gian.")
        yield Problem(message, hint, {"hop": ngay(bien_ban.thoi_gian), "ngay": ngay(issued)}, ("van_ban", "ngay"))
    chair = notice.ky.ho_ten
    if not patterns.of_words(rf"(?<!\w){re.escape(chair)}(?!\w)").search(bien_ban.chu_tri) and "{{" not in bien_ban.chu_tri:
        message, hint = N_("Người ký ở [ky] là {ky}, không phải chủ tọa “{chu_tri}”."), N_("Ghi cùng một người ở chu_tri và ở [ky] ho_ten.")
        yield Problem(message, hint, {"ky": chair, "chu_tri": bien_ban.chu_tri}, ("bien_ban", "chu_tri"))
    if bien_ban.thu_ky.ho_ten == chair and not blanks.found(chair):
        message, hint = N_("{ky} vừa là chủ tọa vừa là thư ký."), N_("Ghi họ tên người ghi biên bản ở [bien_ban.thu_ky].")
        yield Problem(message, hint, {"ky": chair}, ("bien_ban", "thu_ky", "ho_ten"))


_LONGEST_LEAVE = 400
"""Days among which working days are counted."""


def _leave(notice: Notice, giay: GiayNghiPhep) -> Iterator[Problem]:
    issued, path = notice.van_ban.ngay, ("giay_nghi_phep",)
    if issued and issued < giay.ngay_don:
        message = N_("Đơn đề nghị nghỉ phép ngày {don} ở sau ngày {ngay} ký giấy.")
        hint = N_("Xem lại ngay_don, hoặc ngay trong [van_ban].")
        yield Problem(message, hint, {"don": ngay(giay.ngay_don), "ngay": ngay(issued)}, (*path, "ngay_don"))
    days = (giay.den_ngay - giay.tu_ngay).days + 1
    if days < 1:
        message, hint = N_("Ngày cuối {den} ở trước ngày đầu {tu}."), N_("Xem lại tu_ngay và den_ngay.")
        yield Problem(message, hint, {"den": ngay(giay.den_ngay), "tu": ngay(giay.tu_ngay)}, (*path, "den_ngay"))
        return
    working = _working_days(giay.tu_ngay, days)
    if giay.so_ngay not in {days, working}:
        message = N_("Số ngày nghỉ {so} không khớp: từ ngày {tu} đến hết ngày {den} là {lich} ngày.")
        hint = N_("Gõ: so_ngay = {lich}; hoặc xem lại tu_ngay, den_ngay.")
        if working and working != days:
            message = N_("Số ngày nghỉ {so} không khớp: từ ngày {tu} đến hết ngày {den} là {lich} ngày, trong đó {lam} ngày làm việc.")
            hint = N_("Gõ: so_ngay = {lam} (ngày làm việc) hoặc so_ngay = {lich}; hoặc xem lại tu_ngay, den_ngay.")
        values = {"so": giay.so_ngay, "tu": ngay(giay.tu_ngay), "den": ngay(giay.den_ngay), "lich": days, "lam": working}
        yield Problem(message, hint, values, (*path, "so_ngay"))


def _working_days(first: dt.date, days: int) -> int | None:
    """Count the working days among *days*; None where a year's days off are not known."""
    try:
        return sum(la_ngay_lam_viec(first + dt.timedelta(n)) for n in range(days)) if days <= _LONGEST_LEAVE else None
    except ValueError:
        return None


_PARTIES = range(2, 27)
"""From Bên A and Bên B to Bên Z."""


def _parties(notice: Notice) -> Iterator[Problem]:
    if len(notice.ben) not in _PARTIES:
        message, hint = N_("Có {so} bên; phải có từ hai đến hai mươi sáu bên."), N_("Mỗi bên một bảng [[ben]], dưới đó có [ben.dai_dien].")
        yield Problem(message, hint, {"so": len(notice.ben)}, ("ben",))
    signers = [ben.dai_dien.ho_ten for ben in notice.ben]
    if notice.ky.ho_ten not in signers:
        message = N_("Người ký ở [ky] là {ky}, không đại diện bên nào ({cac_ben}).")
        hint = N_("Ghi cùng một người ở [ky] ho_ten và ở [ben.dai_dien] ho_ten của bên mình.")
        yield Problem(message, hint, {"ky": notice.ky.ho_ten, "cac_ben": ", ".join(signers)}, ("ky", "ho_ten"), notice.ky.ho_ten)


_TABLE = ("ban_sao",)
_EXAMPLES = {"noi_nhan": "luu = \"VT\"", "ky": "chuc_vu = \"Chánh Văn phòng\"; ho_ten = \"Nguyễn Văn A\""}


def copy_faults(notice: Notice, sao: BanSao, on: dt.date) -> Iterator[Problem]:
    """Yield what is wrong with the copy that a *notice* is, and a warning where a photocopy is meant; *on* dates a copy without a date."""
    law = legal.law(sao.ngay or on)
    yield from _of_the_original(notice, sao)
    if sao.hinh_thuc != "trích sao":
        message = N_("Bản {hinh_thuc} là bản chụp, bản in từ bản gốc, bản chính hoặc bản sao y; chỉ trích sao được soạn lại ({dieu}).")
        hint = N_("In riêng phần sao để đặt dưới bản chụp: notice-gen new {mau}. Trích phần cần sao thì ghi hinh_thuc = \"trích sao\".")
        mau = "sao-y" if sao.hinh_thuc == "sao y" else "sao-luc"
        values = {"hinh_thuc": sao.hinh_thuc, "mau": mau, "dieu": law.dieu["ban_sao"]}
        yield Problem(message, hint, values, (*_TABLE, "hinh_thuc"), sao.hinh_thuc, level="warning", code="ban_sao_la_ban_chup")
    yield from _electronic(sao, law) if sao.dien_tu else _on_paper(notice, sao, law)
    for key in ("chu_quan", "dia_chi"):
        if sao.co_quan and getattr(sao.co_quan, key):
            message = N_("“{khoa}” trong [ban_sao.co_quan] không in.")
            hint = N_("Bỏ “{khoa}”: phần sao chỉ ghi tên cơ quan sao (mẫu 3.1, 3.2).")
            yield Problem(message, hint, {"khoa": key}, (*_TABLE, "co_quan", key), key)


def _of_the_original(notice: Notice, sao: BanSao) -> Iterator[Problem]:
    issued = notice.van_ban.ngay
    if not isinstance(notice.van_ban.so, int) or issued is None:
        message = N_("Chỉ sao văn bản đã ban hành: [van_ban] chưa có đủ so và ngay.")
        hint = N_("Ghi số và ngày của văn bản được sao, ví dụ: so = 12 và ngay = 2026-03-05.")
        yield Problem(message, hint, path=_TABLE)
    elif sao.ngay and sao.ngay < issued:
        message, hint = N_("Ngày sao {sao} ở trước ngày {ngay} của văn bản được sao."), N_("Xem lại ngày sao, hoặc ngay trong [van_ban].")
        yield Problem(message, hint, {"sao": written(sao.ngay), "ngay": written(issued)}, (*_TABLE, "ngay"))


def _on_paper(notice: Notice, sao: BanSao, law: Law) -> Iterator[Problem]:
    for key, there in (("noi_nhan", sao.noi_nhan), ("ky", sao.ky)):
        if there is None:
            message, hint = N_("Bản sao giấy phải có bảng {bang} ({dieu})."), N_("Thêm dòng {bang}, dưới đó ghi: {vi_du}")
            values = {"bang": f"[ban_sao.{key}]", "dieu": law.dieu["ban_sao_giay"], "vi_du": _EXAMPLES[key]}
            yield Problem(message, hint, values, _TABLE)
    if sao.ky:
        yield from _signature(notice, sao, sao.ky, law)


def _signature(notice: Notice, sao: BanSao, ky: Ky, law: Law) -> Iterator[Problem]:
    of, who, day = sao.co_quan or notice.co_quan, ky.ho_ten, sao.ngay
    faults = legal.faults_in_signature(ky.quyen_han, ky.chuc_vu, law=law, co_quan=of.ten, chu_quan=of.chu_quan, ho_ten=who, ngay=day)
    yield from as_typed(ky, law, (*_TABLE, "ky"), {str(fault.path[-1]) for fault in faults})
    for fault in faults:
        own = fault.path[0] == "ky" or sao.co_quan is not None
        yield replace(fault, path=(*_TABLE, *fault.path) if own else fault.path)
    if ky.co_quan:
        message, hint = N_("“co_quan” trong [ban_sao.ky] không in."), N_("Cơ quan sao ghi ở [ban_sao.co_quan], khi khác cơ quan ban hành.")
        yield Problem(message, hint, path=(*_TABLE, "ky", "co_quan"), found="co_quan")


def _electronic(sao: BanSao, law: Law) -> Iterator[Problem]:
    for key in ("so", "ngay", "dia_danh", "noi_nhan", "ky"):
        if getattr(sao, key) is not None:
            message = N_("“{khoa}”: bản sao điện tử chỉ có hình thức sao, cơ quan sao và thời gian ký ({dieu}).")
            hint = N_("Bỏ “{khoa}”; sao ra giấy thì bỏ dòng dien_tu.")
            yield Problem(message, hint, {"khoa": key, "dieu": law.dieu["ban_sao_dien_tu"]}, (*_TABLE, key), key)
