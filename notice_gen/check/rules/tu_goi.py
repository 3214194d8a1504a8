"""What a paper calls itself and what it makes: its subject again in the opening, the closing, Điều 1; the body set up, the rules issued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from notice_gen.check import head, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules import noi_bo
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Pattern
from notice_gen.legal import nguoi_noi
from notice_gen.vietnamese import ten_minh, viec_lap

_AGREE = "Sự thống nhất trong một văn bản"
_OPENING = 12  # paragraphs within which the opening sentence stands
_SHORT = 4  # paragraphs: nothing of a text as short is said twice


def _subject(view: DocumentView) -> str:
    return " ".join(" ".join(texts.nfc(span.text) for span in texts.boxed(view, "trich_yeu", "trich_yeu_cong_van")).split())


def _of_itself(view: DocumentView) -> Iterator[tuple[Span, int, str]]:
    """Yield the sentences in which a paper says what it is about: the paragraph, where it begins there, its text."""
    body = texts.body(view)
    yield from islice(_openings(body), 1)
    yield from ((span, 0, texts.nfc(span.text)) for span in body if "Tên " in span.text[:12] and _NAMED.match(span.text))
    if view.loai == "TB" and (told := next((span for span in body[:_SHORT] if "chủ trì " in span.text), None)):
        start = told.text.index("chủ trì ")
        yield told, start, _first(told.text[start:])
    if view.loai == "GM":
        yield from ((span, 0, texts.nfc(span.text)) for span in body[:_SHORT] if "kính mời" in span.text)
    yield from ((span, 0, _first(span.text)) for span in body[-_OPENING:] if span.text.startswith("Trên đây"))
    if view.loai in texts.WITH_BASES:
        yield from islice(((span, 0, f"Điều 1.{_first(span.text[7:])}") for span in body if span.text.startswith("Điều 1.")), 1)


def _openings(body: Sequence[Span]) -> Iterator[tuple[Span, int, str]]:
    for span in body[:_OPENING]:
        text = texts.nfc(span.text)
        if text.rstrip().endswith(("như sau:", "cụ thể:", "sau đây:")) and (who := nguoi_noi.mo_loi(text)):
            start = text.rindex(who) + len(who)
            yield span, start, text[start:]


def _first(text: str) -> str:
    """Return the first clause of a text."""
    return re.split(r"[.;:](?!\d)", texts.nfc(text), maxsplit=1)[0]


_NAMED = Pattern(r"\s*(?:[-+] |[a-zđ]\) |\d{1,2}[.)] )?Tên (?:công trình|dự án|gói thầu|nhiệm vụ|đề án|kế hoạch|chương trình):")


@rule("MT29", Level.GOI_Y, _AGREE)
def cau_ve_minh_khac_trich_yeu(this: Rule, view: DocumentView) -> Faults:
    """Câu mở đầu, câu “Trên đây là …” hoặc Điều 1 ghi kỳ, nơi khác với trích yếu.
    Căn cứ: trích yếu phản ánh khái quát nội dung của văn bản.
    Sai: trích yếu ghi “Tuần lễ Văn hóa đọc năm 2026”, cuối văn bản ghi “Trên đây là Kế hoạch tổ chức Tuần lễ Văn hóa đọc năm 2025”
    Đúng: cùng một năm. | Bỏ qua khi: văn bản nói về hai kỳ.
    """
    subject = _subject(view)
    for span, start, sentence in _of_itself(view) if subject else ():
        for other in ten_minh.khac_trich_yeu(subject, sentence):
            if other.dung[-1:].isdigit() and any(noi_bo.ky_khac_trich_yeu.faults(view)):
                return
            message, hint = N_("Trích yếu ghi “{dung}”, ở đây ghi “{doan}”."), N_("Sửa một trong hai chỗ, thường sót lại từ văn bản cũ.")
            yield this.at(texts.part(span, start + other.tu, start + other.den), message, hint, dung=other.dung)
    yield from _of_others(this, view, subject)
    own = {one.ten.lower(): one for one in head.places(view) if one.cap == "xa"}
    for span in texts.prose(view) if len(own) == 1 else ():
        for found in ten_minh.xa_khac(texts.nfc(span.text), next(iter(own))):
            message, hint = N_("“{doan}”: cơ quan ban hành là của {dung}."), N_("Sửa tên nơi, thường sót lại từ văn bản cũ.")
            one = next(iter(own.values()))
            yield this.at(texts.part(span, *found), message, hint, dung=f"{one.loai.lower()} {one.ten.title()}")


_ENTITIES = ("Công ty ", "Hợp tác xã ", "Doanh nghiệp ", "Bệnh viện ", "Trung tâm ", "Trường ")


def _of_others(this: Rule, view: DocumentView, subject: str) -> Faults:
    """Yield whose conclusion, and which firm or school, a subject names where the text names another."""
    lines = texts.boxed(view, "trich_yeu", "trich_yeu_cong_van")
    own = ten_minh.ket_luan_cua(subject) if view.loai == "TB" and "ết luận của" in subject else None
    for span in texts.body(view) if own else ():
        said = ten_minh.ket_luan_cua(texts.nfc(span.text))
        if own and said and said[0] != own[0] and said[0].removeprefix("Phó ") == own[0].removeprefix("Phó "):
            message, hint = N_("Trích yếu ghi “{dung}”, ở đây ghi “{doan}”."), N_("Sửa một trong hai chỗ, thường sót lại từ văn bản cũ.")
            yield this.at(texts.part(span, said[1], said[2]), message, hint, dung=own[0])
    if len(lines) == 1 and any(map(subject.__contains__, _ENTITIES)):
        others = (*texts.text(view), *texts.boxed(view, "noi_nhan", "kinh_gui"))
        other = ten_minh.don_vi_khac(texts.nfc(lines[0].text), " ".join(texts.nfc(span.text) for span in others))
        if other:
            message = N_("Trích yếu ghi “{doan}”, nội dung chỉ nói về {dung}.")
            yield this.at(texts.part(lines[0], other[0], other[1]), message, N_("Xem lại tên ở một trong hai chỗ."), dung=other[2])


@rule("MT30", Level.GOI_Y, _AGREE)
def cau_ket_cua_van_ban_khac(this: Rule, view: DocumentView) -> Faults:
    """Câu “Trên đây là …” gọi văn bản bằng tên loại khác, hoặc nói về việc mà cả văn bản không nhắc tới.
    Căn cứ: câu kết nói về chính văn bản.
    Sai: kế hoạch tổ chức Tuần lễ Văn hóa đọc kết bằng “Trên đây là Kế hoạch tổ chức Tuần lễ Du lịch”
    Đúng: Trên đây là Kế hoạch tổ chức Tuần lễ Văn hóa đọc | Bỏ qua khi: câu kết nói về văn bản gửi kèm.
    """
    own, subject, body = view.law.loai.get(view.loai), _subject(view).lower(), texts.body(view)
    for span in body[-_OPENING:] if own and len(body) >= _SHORT and view.loai != "TTr" else ():
        closing = ten_minh.cau_ket(texts.nfc(span.text)) if span.text.startswith("Trên đây là") else None
        if own and closing:
            loai, name, at = closing
            if loai.lower() != own.ten.lower():
                if loai[0].isupper() and loai.lower() not in subject:
                    place = texts.part(span, at - len(loai) - 1, at - 1)
                    message = N_("Văn bản này là {loai}, ở đây gọi là “{doan}”.")
                    yield this.at(place, message, N_("Viết: {dung}"), loai=own.ten.lower(), dung=own.ten)
                continue
            rest = (one for one in (*texts.boxed(view, "trich_yeu"), *texts.text(view)) if one.paragraph.index != span.paragraph.index)
            strange = ten_minh.tu_la(name, " ".join(" ".join(texts.nfc(one.text).lower().split()) for one in rest))
            if strange and (where := name.find(strange)) >= 0:
                place = texts.part(span, at + where, at + where + len(strange))
                message = N_("Câu kết nói về “{doan}”, cả văn bản không nhắc tới.")
                yield this.at(place, message, N_("Sửa tên việc ở câu kết, thường sót lại từ văn bản cũ."))


@rule("MT31", Level.GOI_Y, _AGREE)
def viec_quyet_dinh_khac_trich_yeu(this: Rule, view: DocumentView) -> Faults:
    """Quyết định thành lập một tổ chức mà điều khoản nói về tổ chức khác; hoặc ban hành quy chế mà trích yếu, phần kèm theo mang tên khác.
    Căn cứ: trích yếu phản ánh khái quát nội dung của văn bản.
    Sai: trích yếu ghi “thành lập Tổ công tác”, Điều 2 ghi “Ban Chỉ đạo có nhiệm vụ …”, trong danh sách có “Phó Trưởng ban”
    Đúng: cùng một tổ chức ở mọi chỗ. | Bỏ qua khi: quyết định thành lập cả hai.
    """
    subject, body = _subject(view), texts.body(view) if view.loai in texts.WITH_BASES else []
    decided = next((span for span in body if span.text.startswith("Điều 1.")), None)
    if decided is None:
        return
    yield from _never_decided(this, view, decided)
    yield from _body_set_up(this, view, subject, decided) if "hành lập" in subject else ()
    issued = [(span, viec_lap.ban_hanh(texts.nfc(span.text))) for span in (*texts.boxed(view, "trich_yeu")[:1], decided)]
    issued += _titles(view)
    known = [(span, one) for span, one in issued if one]
    for (_, one), (span, other) in pairwise(known):
        if one[0].lower() == other[0].lower() and viec_lap.khac_han(one[1], other[1]):
            place = texts.part(span, other[2], other[2] + len(other[1]))
            message = N_("Trên kia ghi {loai} “{truoc}”, ở đây ghi “{doan}”.")
            yield this.at(place, message, N_("Xem lại tên ở một trong hai chỗ."), loai=one[0], truoc=one[1])


def _never_decided(this: Rule, view: DocumentView, decided: Span) -> Faults:
    """Yield what a decision's subject is about where Điều 1 has something else behind the same words, and its text never has that."""
    lines, running = texts.boxed(view, "trich_yeu"), texts.text(view)
    text = " ".join(" ".join(texts.nfc(span.text).lower().split()) for span in running)
    for span in lines if len(running) > _SHORT else ():
        if other := viec_lap.viec_khac(texts.nfc(span.text), texts.nfc(decided.text), text):
            at = span.text.find(other[0])
            message = N_("Trích yếu nói về “{doan}”, Điều 1 nói về “{dung}”.")
            yield this.at(texts.part(span, at, at + len(other[0])), message, N_("Xem lại tên ở một trong hai chỗ."), dung=other[1])
            return


def _titles(view: DocumentView) -> list[tuple[Span, tuple[str, str, int] | None]]:
    """Return what the first statute that is issued calls itself: its title, and the line below that goes on with it."""
    for annex in view.annexes[:1]:
        if annex.tieu_de and annex.ten is None:
            rest = [one for one in annex.paragraphs if one.index > annex.tieu_de.paragraph.index and one.text.strip()][:1]
            title = texts.nfc(annex.tieu_de.text).strip()
            for below in rest if " " in title and "ban hành" not in rest[0].text.lower() and not rest[0].text.startswith("(") else ():
                found = viec_lap.ban_hanh(f"{title} {texts.nfc(below.text)}")
                if found and found[2] == len(title) + 1:
                    return [(Span(below, 0, len(below.text)), (found[0], found[1], 0))]
    return []


def _body_set_up(this: Rule, view: DocumentView, subject: str, decided: Span) -> Faults:
    own, said = viec_lap.thanh_lap(subject), viec_lap.thanh_lap(texts.nfc(decided.text))
    hint = N_("Sửa một trong hai chỗ, thường sót lại từ văn bản cũ.")
    if own and said and own != said and said not in subject:
        at = texts.nfc(decided.text).index(said)
        yield this.at(texts.part(decided, at, at + len(said)), N_("Trích yếu ghi “{dung}”, ở đây ghi “{doan}”."), hint, dung=own)
        return
    named = f"{subject} {texts.nfc(decided.text)}"
    for span in texts.body(view) if own and said else ():
        for start, end in viec_lap.to_khac(own, texts.nfc(span.text)):
            shown = span.text[start:end]
            if shown.split(" ", maxsplit=1)[0] not in named.replace(own, "") or shown in named:
                yield this.at(texts.part(span, start, end), N_("Quyết định này thành lập {dung}, ở đây ghi “{doan}”."), hint, dung=own)
