"""What forms 1.6 to 1.10, contracts, letters and copies say in words of their own, read back into their tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from notice_gen.back import findings, lines, signing, source
from notice_gen.back.casing import Casing
from notice_gen.back.findings import Draft
from notice_gen.back.items import Item, Para
from notice_gen.back.signing import Signer
from notice_gen.back.writing import Text
from notice_gen.check.form.pieces import fold
from notice_gen.check.texts import boxed
from notice_gen.check.view import DocumentView
from notice_gen.vietnamese.chu_cai import chu_hoa

TABLES = ("giay_moi", "cong_dien", "bien_ban", "giay_gioi_thieu", "giay_nghi_phep", "ben", "thu_cong")
WITH_FORM = frozenset({
    "giay-moi", "cong-dien", "bien-ban", "giay-gioi-thieu", "giay-nghi-phep", "hop-dong", "ban-ghi-nho", "ban-thoa-thuan",
    "sao-y", "sao-luc", "trich-sao",
})  # fmt: skip
_CALLED = r"(?:Ông \(bà\) |(?P<xung_ho>Ông|Bà|Đồng chí) )?(?P<ho_ten>[^,.:]+)"
_DAY = r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})"
_TIME = rf"(\d{{1,2}}) giờ(?: (\d{{2}}))?(?:, (thứ \w+|Chủ nhật|chủ nhật))?,? {_DAY}"


def has_no_text(mau: str) -> bool:
    """Tell whether a form has no place for text of its own."""
    return mau in {"giay-gioi-thieu", "giay-nghi-phep", "sao-y", "sao-luc", "trich-sao"}


def put(draft: Draft, view: DocumentView, mau: str, text: list[Item], casing: Casing) -> bool:
    """Put the tables of the form *mau*, taking their lines from *text*; tell whether the paper has them."""
    known: Mapping[str, Callable[[Draft, DocumentView, list[Item], Casing], bool]] = {
        "giay-moi": _invitation, "cong-dien": _telegram, "bien-ban": _minutes, "giay-gioi-thieu": _introduction, "giay-nghi-phep": _leave,
        "hop-dong": _contract, "ban-ghi-nho": _contract, "ban-thoa-thuan": _contract, "thu-cong": _letter,
    }  # fmt: skip
    return known[mau](draft, view, text, casing) if mau in known else True


def parties_sign(view: DocumentView) -> bool:
    """Tell whether parties sign, as under a contract."""
    return any(one.text.strip().upper().startswith("ĐẠI DIỆN BÊN ") for one in view.paragraphs)


class _Lines:
    """Lines of a text, looked at one after the other; taken from it when all are there."""

    def __init__(self, text: list[Item]) -> None:
        self._text, self.at = text, 0

    def peek(self) -> str:
        one = self._text[self.at] if self.at < len(self._text) else None
        return one.text if isinstance(one, Para) else ""

    def match(self, pattern: str) -> re.Match[str] | None:
        found = re.fullmatch(pattern, self.peek()) if self.peek() else None
        self.at += found is not None
        return found

    def one(self, label: str) -> str:
        """Return what follows *label* on its line, as typed; empty when the line is another."""
        item = self._text[self.at] if self.at < len(self._text) else None
        if not isinstance(item, Para) or not item.text.startswith(label):
            return ""
        self.at += 1
        return _after(item, label)

    def several(self, label: str) -> list[str]:
        """Return what *label* announces: on its line, or listed below it."""
        if self.peek() != label:
            single = self.one(f"{label} ")
            return [single] if single else []
        self.at += 1
        return self.dashes()

    def dashes(self) -> list[str]:
        found = []
        while self.at < len(self._text) and isinstance(one := self._text[self.at], Para) and one.dash == "- ":
            found.append(one.spelt().rstrip(" ;.,"))
            self.at += 1
        return found

    def take(self) -> None:
        del self._text[: self.at]


def _after(item: Para, label: str) -> str:
    """Return the words of a line behind *label*, without the full stop that the form supplies."""
    text = item.typed()
    said = text[len(label) :] if text.startswith(label) else source.typed([(item.text[len(label) :], "")])
    return said.removesuffix(".").strip()


def _day(*figures: str) -> date | None:
    try:
        day, month, year = map(int, figures)
        return date(year, month, day)
    except ValueError:
        return None


def _moment(hour: str, minute: str | None, _: str | None, *day: str) -> datetime | None:
    on = _day(*day)
    try:
        return datetime.combine(on, time(int(hour), int(minute or 0))) if on else None
    except ValueError:
        return None


def _person(found: re.Match[str], **more: str) -> dict[str, Any]:
    said = found.groupdict()
    out = {"xung_ho": said["xung_ho"]} if said.get("xung_ho") else {}
    return {**out, "ho_ten": said["ho_ten"].strip(), **more}


def _agency(draft: Draft) -> str:
    ten = draft.tree["co_quan"]["ten"]
    return ten if isinstance(ten, str) else " ".join(ten)


def _called(draft: Draft, said: str) -> None:
    """Write the issuer as its own sentence calls it, when that is the same name."""
    ten = draft.tree["co_quan"]["ten"]
    whole = " ".join([ten] if isinstance(ten, str) else ten)
    if said != whole and chu_hoa(said) == chu_hoa(whole):
        at, names = 0, []
        for line in [ten] if isinstance(ten, str) else ten:
            names.append(said[at : at + len(line)])
            at += len(line) + 1
        draft.tree["co_quan"]["ten"] = names if len(names) > 1 else names[0]


def _invitation(draft: Draft, view: DocumentView, text: list[Item], casing: Casing) -> bool:  # noqa: ARG001
    reading = _Lines(text)
    told = re.match(r"(.+) trân trọng kính mời:", reading.peek())
    if not told:
        return False
    _called(draft, told[1])
    guests = reading.several(told[0])
    to = reading.one("Tới dự ")
    chair = reading.one("Chủ trì: ")
    when = reading.match(rf"Thời gian: (?:từ (?:(\d\d) giờ (\d\d)|{_TIME}) đến )?{_TIME}\.")
    where = reading.one("Địa điểm: ")
    if not (guests and to and when and where):
        return False
    times = _times(when)
    if not times:
        return False
    out: dict[str, Any] = {"kinh_moi": guests if len(guests) > 1 else guests[0], "toi_du": to}
    out |= {"chu_tri": chair} if chair else {}
    draft.tree["giay_moi"] = {**out, **times, "dia_diem": where}
    reading.take()
    return True


def _times(when: re.Match[str]) -> dict[str, Any]:
    """Return the keys of when an invitation is for; nothing where it names no time that there is."""
    said = when.groups()
    end = _moment(*said[8:])
    begin = _moment(*said[2:8]) if said[2] else end
    if said[0] and end:
        begin = _moment(said[0], said[1], None, str(end.day), str(end.month), str(end.year))
    if begin is None or end is None:
        return {}
    return {"thoi_gian": begin} | ({"den_luc": end} if begin != end else {}) | ({"in_thu": True} if said[10] else {})


def _telegram(draft: Draft, view: DocumentView, text: list[Item], casing: Casing) -> bool:
    spans = boxed(view, "kinh_gui")
    said = [lines.plain(lines.shown(span)) for span in spans]
    if not said or not said[0].endswith(" điện:"):
        return False
    who = said[0].removesuffix(" điện:")
    to = [source.typed([(one.removeprefix("- ").rstrip(" ;.,"), "")]) for one in said[1:]]
    while text and isinstance(text[0], Para) and text[0].dash and not to:
        to.append(text.pop(0).spelt().rstrip(" ;.,"))  # type: ignore[union-attr]
    if not to:
        return False
    own = {} if chu_hoa(who) == chu_hoa(_agency(draft)) else {"nguoi_dien": casing.name(who)}
    draft.tree["cong_dien"] = {**own, "dien_toi": to if len(to) > 1 else to[0]}
    draft.tree["van_ban"].pop("kinh_gui", None)
    return True


def _minutes(draft: Draft, view: DocumentView, text: list[Item], casing: Casing) -> bool:  # noqa: ARG001
    reading = _Lines(text)
    begin = reading.match(rf"Thời gian bắt đầu: {_TIME}\.")
    where = reading.one("Địa điểm: ")
    who = reading.several("Thành phần tham dự:")
    chair = reading.one("Chủ trì: ")
    clerk = reading.match(rf"Thư ký: {_CALLED}, (?P<post>.+?)\.?")
    matter = reading.match("Nội dung:")
    last = text[-1] if text else None
    end = re.fullmatch(rf"(.+) kết thúc vào {_TIME}\s*\.?(?:/\.)?", last.text) if isinstance(last, Para) else None
    if not (begin and where and who and chair and clerk and matter and end):
        return False
    first, until = _moment(*begin.groups()), _moment(*end.groups()[1:])
    if first is None or until is None:
        return False
    out: dict[str, Any] = {"thoi_gian": first, "den_luc": until}
    out |= {"cuoc_hop": end[1]} if end[1] != "Cuộc họp" else {}
    out |= {"dia_diem": where, "thanh_phan": who if len(who) > 1 else who[0], "chu_tri": chair}
    draft.tree["bien_ban"] = {**out, "thu_ky": _person(clerk, chuc_vu=clerk["post"])}
    draft.tree["ky"] = _chair(view, chair)
    del text[-1]
    reading.take()
    return True


def _chair(view: DocumentView, said: str) -> dict[str, Any]:
    """Return who signs minutes as their chair; *said*: what they say of him."""
    found = signing.signers(view)
    one = next((each for each in found if fold(each.chuc_vu) == "CHU TOA"), found[-1] if found else Signer())
    name = one.ho_ten or re.sub(r"^(?:Ông|Bà|Đồng chí) ", "", said).partition(",")[0]
    return ({"chuc_vu_khac": one.chuc_vu_khac} if one.chuc_vu_khac else {}) | {"ho_ten": name}


def _introduction(draft: Draft, view: DocumentView, text: list[Item], casing: Casing) -> bool:  # noqa: ARG001
    reading = _Lines(text)
    told = reading.match(r"(.+) trân trọng giới thiệu:")
    who = reading.match(rf"{_CALLED}\.")
    post, to, about = (reading.one(label) for label in ("Chức vụ: ", "Được cử đến: ", "Về việc: "))
    asked = reading.match(r"Đề nghị Quý cơ quan tạo điều kiện để .+ có tên ở trên hoàn thành nhiệm vụ\.")
    until = reading.match(rf"Giấy này có giá trị đến hết {_DAY}\.?(?:/\.)?")
    day = _day(*until.groups()) if until else None
    if not (told and who and post and to and about and asked and day):
        return False
    _called(draft, told[1])
    draft.tree["giay_gioi_thieu"] = _person(who, chuc_vu=post) | {"cu_den": to, "ve_viec": about, "den_ngay": day}
    reading.take()
    return not text


def _leave(draft: Draft, view: DocumentView, text: list[Item], casing: Casing) -> bool:  # noqa: ARG001
    reading = _Lines(text)
    asked = reading.match(rf"Xét Đơn đề nghị nghỉ phép {_DAY} của .+, (?P<ten>[^,]+) cấp cho:")
    who = reading.match(r"(?:(?P<xung_ho>Ông|Bà|Đồng chí)|Ông \(bà\)): (?P<ho_ten>.+)\.")
    post = reading.one("Chức vụ: ")
    days = reading.match(rf"Được nghỉ phép trong thời gian (\d+) ngày, kể từ {_DAY} đến hết {_DAY} tại (.+?)\.?")
    counted = reading.match(r"Số ngày nghỉ phép nêu trên được tính vào thời gian (.+?)\.?(?:/\.)?")
    if not (asked and who and post and days and counted):
        return False
    _called(draft, asked["ten"])
    wanted, first, last = _day(*asked.groups()[:3]), _day(*days.groups()[1:4]), _day(*days.groups()[4:7])
    if wanted is None or first is None or last is None:
        return False
    out = _person(who, chuc_vu=post) | {"ngay_don": wanted, "so_ngay": int(days[1]), "tu_ngay": first, "den_ngay": last}
    out |= {"noi_nghi": findings.as_text(days[8]), "tinh_vao": source.typed([(counted[1].removesuffix("."), "")])}
    if not any(fold(one.text).strip().startswith("XAC NHAN CUA") for one in view.paragraphs):
        out["xac_nhan"] = False
    draft.tree["giay_nghi_phep"] = out
    reading.take()
    return not text


_PARTY = re.compile(r"Bên ([A-Z])(?: \(([^)]+)\))?: (.+)")
_STANDS_FOR = re.compile(rf"Đại diện: {_CALLED}, chức vụ: (?P<post>.+?)\.?")


def _contract(draft: Draft, view: DocumentView, text: list[Item], casing: Casing) -> bool:  # noqa: ARG001
    opens = re.compile(r"Hôm nay, .+, chúng tôi gồm:")
    start = next((n for n, one in enumerate(text) if isinstance(one, Para) and opens.fullmatch(one.text)), None)
    if start is None:
        return False
    parties, at = list[dict[str, Any]](), start + 1
    while (found := _party(text, at)) is not None:
        party, at = found
        parties.append(party)
    if len(parties) < 2:
        return False
    if re.fullmatch(r"(?:Hai|Các) bên thống nhất ký .+ với các nội dung sau:", _said(text, at)):
        at += 1
    del text[start:at]
    draft.tree["ben"] = parties
    draft.tree["ky"] = _for_party(signing.signers(view), parties)
    return True


def _said(text: list[Item], at: int) -> str:
    one = text[at] if at < len(text) else None
    return one.text if isinstance(one, Para) else ""


def _party(text: list[Item], at: int) -> tuple[dict[str, Any], int] | None:
    """Return the party whose name stands at a line, and the line behind what is said of it; None where it is no party."""
    named = _PARTY.fullmatch(_said(text, at))
    if named is None:
        return None
    told, at = Text(), at + 1
    while (said := _said(text, at)) and not _STANDS_FOR.fullmatch(said):
        told.append(text[at].typed())  # type: ignore[union-attr]  # a line of text, or it would say nothing
        at += 1
    stands = _STANDS_FOR.fullmatch(said)
    if stands is None:
        return None
    party: dict[str, Any] = {"ten": findings.as_text(named[3])} | ({"vai": named[2]} if named[2] else {})
    party |= {"thong_tin": told} if told else {}
    return party | {"dai_dien": _person(stands, chuc_vu=findings.as_text(stands["post"]))}, at + 1


def _for_party(found: list[Signer], parties: list[dict[str, Any]]) -> dict[str, Any]:
    """Return who signs for the party with lines of authority, else for the first."""
    own = next((one for one in found if one.quyen_han), found[0] if found else Signer())
    stand = next((one["dai_dien"] for one in parties if one["dai_dien"]["ho_ten"] == own.ho_ten), parties[0]["dai_dien"])
    same = not own.chuc_vu or chu_hoa(own.chuc_vu) == chu_hoa(stand["chuc_vu"])
    ky = {"quyen_han": [*own.quyen_han]} if own.quyen_han else {}
    return ky | {"chuc_vu": stand["chuc_vu"] if same else own.chuc_vu, "ho_ten": stand["ho_ten"]}


def _letter(draft: Draft, view: DocumentView, text: list[Item], casing: Casing) -> bool:  # noqa: ARG001
    if "noi_nhan" in view.components:
        return False
    title = " ".join(source.clean(span.text) for span in view.components["ten_loai"].spans)
    draft.tree["thu_cong"] = {} if fold(title) == "THU CONG" else {"tieu_de": title.capitalize()}
    draft.tree["co_quan"].pop("viet_tat", None)
    draft.doubts.pop(("co_quan", "viet_tat"), None)
    return True
