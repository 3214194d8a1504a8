"""Days of one event held against each other, and who is asked against who the paper is sent to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from notice_gen.check import lists, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules import ngay_thang
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Pattern
from notice_gen.legal.nguoi_noi import cac_tu
from notice_gen.records import record
from notice_gen.vietnamese.ngay_thang import ngay

_AGREE = "Sự thống nhất trong một văn bản"


@record
class Event:
    """When the one thing that a paper is about takes place: its first and its last day, and the hour at which it begins, if said."""

    place: Span
    first: date
    last: date
    hour: tuple[int, int] | None


_WHEN = Pattern(r"^\s*(?:[-+•*] |[a-zđ]\) |\d{1,2}(?:\.\d{1,2})*[.)] )?[Tt]hời gian(?: tổ chức| họp| dự kiến)?\s*:")
_HOUR = Pattern(r"(?<![\d.,/])(?P<gio>\d{1,2}) ?(?:giờ|h|:) ?(?P<phut>\d{2})?")
_LONG = timedelta(days=31)


@texts.remembered
def _event(view: DocumentView) -> Event | None:
    """Return the one event whose time the text says in a line of its own; None where there is none, or several."""
    lines = [span for span in texts.running(view) if "hời gian" in span.text[:40] and _WHEN.match(span.text)]
    days = [day for _, day in texts.dates(lines[0].text) if day] if len(lines) == 1 else []
    if not days:
        return None
    hour = _HOUR.search(lines[0].text)
    return Event(lines[0], min(days), max(days), (int(hour["gio"]), int(hour["phut"] or 0)) if hour else None)


_DAY = r"(?:ngày )?\d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4})"
_EVENTS = r"(?i:hội nghị|hội thảo|hội thi|hội thao|hội diễn|lễ|lớp|giải|tọa đàm|diễn đàn|ngày hội|cuộc thi|kỳ thi|tập huấn|họp|đại hội)"
_EVENT = Pattern(rf"\b{_EVENTS}\b")
_IN_PROSE = (
    rf"\b(?:(?:tổ chức|khai mạc|tiến hành|triệu tập)(?: Chương trình| [Bb]uổi| [Cc]uộc)? {_EVENTS}\b"
    r"(?P<giua>[^.;:]{0,200}?)(?:vào|lúc|trong|từ|,)"
    r"|\b(?:khai mạc|diễn ra)(?: (?:vào|lúc|trong|từ))*|\bthời gian(?: tổ chức| họp)?:)"
    r" [^.;:0-9]{0,20}?(?:\d{1,2}(?: ?giờ|h|:) ?(?:\d{2})?(?: phút)?,? )?(?:thứ \w+,? )?(?:(?:vào |trong )?(?:sáng|chiều) )?"
    rf"(?P<ngay>{_DAY}(?: đến(?: hết)? {_DAY})?)"
)
_NOT_THE_EVENT = Pattern(r"\bđã\b|\b(?:đến|trước|sau|kết quả|kế hoạch số|đăng ký|nộp|gửi|hạn|ngày)\b")


@texts.remembered
def _event_in_prose(view: DocumentView) -> Event | None:
    """Return the one event whose day sentences say, *tổ chức Hội nghị … vào ngày …*; None where there is none, or they say several."""
    told: list[Event] = []
    signs = "tổ chức ", "khai mạc", "diễn ra", "thời gian", "tiến hành ", "triệu tập "
    for span, found in texts.matches(texts.running(view), _IN_PROSE, *signs):
        days = [day for _, day in texts.dates(found["ngay"]) if day]
        before = re.split(r"[.;] ", span.text[: found.start()])[-1]
        if days and not _NOT_THE_EVENT.search(found["giua"] or "") and not re.search(r"\bđã $|\bđã được $", before):
            told.append(Event(texts.piece(span, found), min(days), max(days), None))
    return told[0] if told and all((one.first, one.last) == (told[0].first, told[0].last) for one in told) else None


_BEFORE_IT = Pattern(
    r"\b(?:đăng ký|chuẩn bị|[Tt]ài liệu gửi|gửi tài liệu|gửi danh sách|danh sách (?:đại biểu|tham dự)|xác nhận (?:tham )?dự|gửi giấy mời)\b"
)
_AFTER_IT = Pattern(r"\b(?:báo cáo|tổng hợp)(?:,? (?:báo cáo|tổng hợp|đánh giá))? kết quả\b(?! (?:đăng ký|chuẩn bị|rà soát))")
_PAST = r"\b(?:[Qq]uá|[Ss]au) (?:thời hạn |thời gian )?(?:trên |này )?\(?(?P<ngay>ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4}))"
_NOT = Pattern(r"\bkhông (?:tổng hợp|nhận|xem xét|gửi|giải quyết|báo cáo|đăng ký|có ý kiến)|\bcoi như\b|\bchịu trách nhiệm\b")
_COMES = r"\b(?:đến|tham) dự\b[^.;]{0,60}?\b(?:lúc|vào|đúng)\b(?P<khi>[^.;]{0,60})"


@rule("MT32", Level.GOI_Y, _AGREE)
def moc_khong_hop_viec(this: Rule, view: DocumentView) -> Faults:
    """Hạn đăng ký, chuẩn bị, gửi tài liệu ở sau ngày tổ chức; hạn báo cáo kết quả ở trước; hai chỗ ghi hai ngày của một việc.
    Căn cứ: các mốc của một việc khớp nhau. | Sai: hội thi từ ngày 20/10 đến ngày 24/10/2026, đăng ký tham gia trước ngày 26/10/2026
    Đúng: đăng ký trước ngày 16/10/2026 | Bỏ qua khi: hạn đó là của việc khác.
    """
    deadlines, event = ngay_thang.of(view), _event(view)
    yield from _beside_the_event(this, deadlines, event)
    if deadlines and event is None and not any("hời gian" in span.text[:40] and _WHEN.match(span.text) for span in texts.running(view)):
        about_it = any(_EVENT.search(texts.nfc(span.text)) for span in texts.boxed(view, "trich_yeu", "trich_yeu_cong_van"))
        yield from _beside_the_event(this, deadlines, _event_in_prose(view), about_it=about_it)
    yield from _passed(this, view, {day for _, day in deadlines})
    yield from _coming(this, view, event) if event and view.loai in {"GM", ""} else ()


def _within(place: Span, whole: Span) -> bool:
    return place.paragraph.index == whole.paragraph.index and whole.start <= place.start < whole.end


def _beside_the_event(this: Rule, deadlines: list[tuple[Span, date]], event: Event | None, *, about_it: bool = True) -> Faults:
    """Yield a day by which something is asked for that the event should come after, or, of a paper that is *about_it*, before."""
    for place, day in deadlines if event else ():
        if event is None or _within(place, event.place):
            continue
        clause = re.split(r"[.;:](?!\d)|\d{4}\b", texts.nfc(place.paragraph.text[: place.start]))[-1]  # since the date before
        if day > event.last and _BEFORE_IT.search(clause):
            message = N_("“{doan}” ở sau ngày tổ chức ({ngay}).")
            yield this.at(place, message, N_("Xem lại hai ngày."), ngay=ngay(event.last))
        ends = event.last if event.last - event.first < _LONG else event.first
        if about_it and day < ends and _AFTER_IT.search(clause):
            message = N_("Hạn báo cáo kết quả “{doan}” ở trước ngày tổ chức xong ({ngay}).")
            yield this.at(place, message, N_("Xem lại hai ngày."), ngay=ngay(ends))


def _passed(this: Rule, view: DocumentView, days: set[date]) -> Faults:
    """Yield a day after which nothing is accepted that is no day by which anything is asked for."""
    signs = "uá ngày", "au ngày", " hạn ngày", "gian ngày", "(ngày", "trên ngày"
    for span, found in texts.matches(texts.running(view), _PAST, *signs):
        day, days = next((day for _, day in texts.dates(found["ngay"])), None), days | _limits(view)
        near = {day + timedelta(days=by) for day in days for by in (-1, 0, 1)}
        if day and days and day not in near and _NOT.search(span.text, found.end()):
            shown = ", ".join(ngay(one) for one in sorted(days))
            message = N_("“{doan}” khác với thời hạn đã ghi ({ngay}).")
            yield this.at(texts.piece(span, found, "ngay"), message, N_("Xem lại hai ngày."), ngay=shown)


def _limits(view: DocumentView) -> set[date]:
    """Return the days before which, or by which, something is said to be."""
    dated = ((span.text[: found.start()], day) for span in texts.running(view) for found, day in texts.dates(span.text) if day)
    return {day for before, day in dated if _LIMIT.search(before)}


_LIMIT = Pattern(r"(?:[Tt]rước|[Cc]hậm nhất(?: là)?|[Đđ]ến(?: hết)?|hết)(?: ngày)? ?$")


def _coming(this: Rule, view: DocumentView, event: Event) -> Faults:
    """Yield another day, or a later hour, at which those invited are asked to come."""
    for span, found in texts.matches(texts.running(view), _COMES, " dự"):
        days = [day for _, day in texts.dates(found["khi"]) if day]
        hour = _HOUR.search(found["khi"])
        late = event.hour and hour and (int(hour["gio"]), int(hour["phut"] or 0)) > event.hour
        if span.paragraph.index != event.place.paragraph.index and ((days and days[0] > event.last) or (late and days == [event.first])):
            message = N_("“{doan}” khác với dòng “Thời gian”.")
            yield this.at(texts.piece(span, found, "khi"), message, N_("Xem lại giờ và ngày."))


_AGENCY = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Thường trực HĐND|Sở|Bộ|Phòng|Cục|Chi cục|Công an|Trường|Kho bạc|Thuế)"
)
_ASKED = (
    rf"\b(?:(?:kính |trân trọng )?đề nghị|kính (?:trình|mong|gửi)|trình) (?P<noi>{_AGENCY} [^,;.:()]{{2,60}}?)"
    r",? (?:xem xét|quan tâm|phê duyệt|cho ý kiến|có ý kiến|chấp thuận|thống nhất|thẩm định|hỗ trợ|tạo điều kiện|giúp đỡ)\b"
)
_HOPED = (
    rf"\bmong (?:nhận được )?(?:sự )?(?:quan tâm|phối hợp|hợp tác|hỗ trợ|giúp đỡ)"
    rf"(?:,? (?:quan tâm|phối hợp|hợp tác|hỗ trợ|giúp đỡ|chỉ đạo))*"
    rf" của (?:quý )?(?P<noi>{_AGENCY} [^,;.:()/]{{2,60}})(?=[,.;/]|$)"
)
_INVITED = rf"\bkính mời (?:đại diện )?(?:lãnh đạo )?(?P<noi>{_AGENCY}[^.;:()]{{2,200}}?) (?:cử |đến |tham )?(?:dự|tham dự)\b"
_AT_THE_END = 3


@rule("MT33", Level.GOI_Y, _AGREE)
def noi_duoc_de_nghi_khac(this: Rule, view: DocumentView) -> Faults:
    """Câu đề nghị, câu mời nói với một cơ quan không có ở “Kính gửi”.
    Căn cứ: văn bản nói với nơi mà nó gửi tới. | Sai: kính gửi Sở Tài chính, cuối văn bản ghi “kính đề nghị Sở Y tế xem xét”
    Đúng: kính đề nghị Sở Tài chính xem xét | Bỏ qua khi: việc của cơ quan đó được nhắc qua nơi nhận.
    """
    own = cac_tu(" ".join(span.text for span in texts.boxed(view, "co_quan")))
    known = _sent_to(view)
    for span, noi, at in _asked(view) if known else ():
        words = cac_tu(" ".join(word for word in noi.split() if word[0].isupper()) or noi)
        if words and not words <= own and not any(words <= one or (one and one <= words) for one in known):
            message = N_("Câu này nói với “{doan}”, “Kính gửi” không ghi nơi đó.")
            yield this.at(texts.part(span, at, at + len(noi)), message, N_("Sửa một trong hai chỗ, thường sót lại từ văn bản cũ."))


def _sent_to(view: DocumentView) -> list[frozenset[str]]:
    """Return the words of each addressee and recipient; nothing where the addressees are many, or named elsewhere: *các xã*, *như trên*."""
    listed, lines = lists.kinh_gui(view), [span.text for span in texts.boxed(view, "kinh_gui")]
    if not listed or any(word in line for word in ("ác ", "hủ trưởng", "hư ") for line in lines):
        return []
    named = (*(one.text for one in listed[1]), *lines, *(span.text for span in texts.boxed(view, "noi_nhan")))
    return [cac_tu(line) - {"gửi", "kính"} for line in named]


def _asked(view: DocumentView) -> Iterator[tuple[Span, str, int]]:
    """Yield the agencies that the last sentences ask for something, or that are invited, each with its place."""
    running = [span for span in texts.body(view) if span.paragraph.cell is None]
    for span, found in texts.matches(running[-_AT_THE_END:], _ASKED, "ề nghị", "trình", "kính "):
        yield span, found["noi"], found.start("noi")
    for span, found in texts.matches(running[-_AT_THE_END:], _HOPED, "mong "):
        yield span, found["noi"].rstrip(), found.start("noi")
    for span, found in texts.matches(running, _INVITED, "kính mời"):
        at = found.start("noi")
        for one in re.split(r"(, | và )", found["noi"]):
            if re.match(_AGENCY, one):
                yield span, one, at
            at += len(one)
