"""What a paper says of itself and not alike: who chairs and who signs, which paper it calls itself, its level, its session, its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from notice_gen.check import head, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules.nguoi_ky import signers
from notice_gen.check.view import DocumentView, Kind, Span
from notice_gen.errors import N_
from notice_gen.facts import Pattern
from notice_gen.legal.quyen_ky import OF_A_BODY, viet_tat_cua_co_quan_khac
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.loi_gio import LAU
from notice_gen.vietnamese.ngay_thang import ngay

_AGREE = "Sự thống nhất trong một văn bản"


def plain(text: str) -> str:
    """Return a text in capitals without marks, one blank between words."""
    return " ".join(bo_dau(texts.nfc(text)).upper().split())


_PERSON = (
    r"(?: \([^()]{1,40}\))?\s*:\s*(?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|Đ/c)\s+)?(?P<ten>[A-Z][a-z]*(?: [A-Z][a-z]*){1,4})(?=\s*[,;.–-]|\s*$)"
)
_NAMED = r"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí) (?P<ten>[A-Z][a-z]*(?: [A-Z][a-z]*){1,4})"
_HEADS = ("Trưởng đoàn", "Trưởng ban", "Tổ trưởng", "Chủ tọa", "Thư ký")
_ROLES = (("Chủ (?:trì|tọa|toạ)(?: (?:cuộc họp|hội nghị))?", ("CHU TOA", "CHU TRI")), ("Thư ký(?: (?:cuộc họp|hội nghị))?", ("THU KY",)))


@rule("MT14", Level.GOI_Y, _AGREE)
def chu_toa_khac_nguoi_ky(this: Rule, view: DocumentView) -> Faults:
    """Biên bản ghi người chủ trì, thư ký khác với người ký ở dưới.
    Căn cứ: mẫu biên bản (1.9): chủ tọa và thư ký của cuộc họp ký biên bản.
    Sai: “Chủ trì: Ông Nguyễn Văn A”, dưới “CHỦ TỌA” là Trần Văn B | Đúng: cùng một người. | Bỏ qua khi: chủ trì ủy nhiệm người khác ký.
    """
    signed = [(plain(" ".join(span.text for span in (*one.authority, *one.post))), one.name[0]) for one in signers(view) if one.name]
    for posts, said in _said(view) if view.loai == "BB" else ():
        names = [name for post, name in signed if post.startswith(posts)]
        if len(names) == len(said) == 1 and plain(names[0].text) != plain(said[0]["ten"]) and not names[0].blank:
            message, shown = N_("“{doan}” ký ở chỗ của {vai}, trên kia ghi {ten}."), said[0]["vai"].strip(" -+").lower()
            yield this.at(names[0], message, N_("Xem lại tên ở một trong hai chỗ."), vai=shown, ten=said[0]["ten"])


def _said(view: DocumentView) -> Iterator[tuple[tuple[str, ...], list[re.Match[str]]]]:
    """Yield the posts of a meeting, of a body, and the lines that say who has each."""
    running = texts.running(view)
    for role, posts in _ROLES:
        yield posts, [found for _, found in texts.matches(running, rf"^(?P<vai>[-+ ]*{role}){_PERSON}", role[:3])]
    for role in _HEADS:
        yield (plain(role),), [found for _, found in texts.matches(running, rf"{_NAMED}\b[^;]*[,–-] (?P<vai>{role})\s*[;.]?\s*$", role)]


_MET = (
    r"^\s*(?:Vào )?(?:(?:[Ss]áng|[Cc]hiều),? )?(?P<ngay>[Nn]gày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4})),[^.;]{0,200}?"
    r"(?:(?:đã )?chủ trì (?:cuộc họp|hội nghị|buổi|phiên)|đã họp|đã tổ chức|tổ chức họp|họp bàn)"
)
_A_YEAR = timedelta(days=330), timedelta(days=400)
_HEAD = 12  # paragraphs within which minutes say when it began
_BEGUN = r"(?:[Bb]ắt đầu|[Vv]ào (?:hồi|lúc))[^.;]{0,60}?(?P<ngay>ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4}))"
_WHEN = r"(?:Thời gian|[Vv]ào (?:hồi|lúc))[^\n]*"


@rule("MT15", Level.THONG_LE, _AGREE)
def hop_truoc_ngay_van_ban(this: Rule, view: DocumentView) -> Faults:
    """Giấy mời ghi thời gian họp trước ngày ban hành giấy mời; thông báo kết luận ghi cuộc họp sau ngày ban hành.
    Căn cứ: thời gian họp ở giấy mời là thời gian sắp tới, cuộc họp được kết luận thì đã họp.
    Sai: giấy mời ngày 09/11/2026, “Thời gian: 8 giờ ngày 04/11/2026” | Đúng: ngày 14/11/2026
    """
    issued = texts.issued(view)
    for place, met, message in _wrongly_met(view, issued) if issued else ():
        yield this.at(place, message, N_("Xem lại ngày họp hoặc ngày ban hành."), doan=ngay(met), ngay=ngay(issued))  # type: ignore[arg-type]
        return
    for span, found in texts.matches(texts.running(view), _WHEN, "Thời gian", "ào ") if issued and view.loai == "GM" else ():
        days = [day for _, day in texts.dates(found[0]) if day]
        if issued and days and max(days) < issued:
            message = N_("Thời gian họp trước ngày ban hành giấy mời ({ngay}).")
            yield this.at(texts.piece(span, found), message, N_("Xem lại ngày họp, nhất là tháng."), ngay=ngay(issued))
            return


def _wrongly_met(view: DocumentView, issued: date) -> Iterator[tuple[Span, date, str]]:
    """Yield the day of a meeting that minutes, a report, a notice of its conclusions cannot have: after their own, or a year before."""
    later = N_("Cuộc họp ngày {doan} ở sau ngày ban hành ({ngay}).")
    long_ago = N_("Cuộc họp ngày {doan} trước ngày ban hành ({ngay}) một năm.")
    minutes = texts.running(view)[:_HEAD] if view.loai == "BB" else []
    told = [*texts.matches(minutes, _BEGUN, "ắt đầu", "ào hồi", "ào lúc")]
    told += texts.matches(texts.running(view), _MET, "chủ trì", "họp", "tổ chức") if view.loai in {"TB", "BC", "BB"} else ()
    for span, found in told:
        met = next((day for _, day in texts.dates(found["ngay"]) if day), issued)
        if met > issued:
            yield texts.piece(span, found, "ngay"), met, later
        elif view.loai == "TB" and _A_YEAR[0] < issued - met < _A_YEAR[1]:
            yield texts.piece(span, found, "ngay"), met, long_ago


def _types(view: DocumentView) -> str:
    names = {loai.ten for loai in view.law.loai.values()} | {"Công văn", "Điều lệ", "Nội quy"}
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))  # one order, that what is compiled is known again


_RULES = Pattern(r" (?:quy định (?:về|việc|chi tiết|chế độ)|áp dụng (?:đối với|cho)|có hiệu lực|không áp dụng)\b")
_VERBS = frozenset({"Quy định", "Quyết định", "Thông báo", "Báo cáo", "Hướng dẫn", "Chỉ thị"})  # in small letters they say what is done


@rule("MT16", Level.GOI_Y, _AGREE)
def van_ban_nay_khac_loai(this: Rule, view: DocumentView) -> Faults:
    """Lời văn gọi chính văn bản này bằng tên loại khác.
    Căn cứ: văn bản gọi mình bằng tên loại của mình. | Sai: nghị quyết ghi “chịu trách nhiệm thi hành Quyết định này” | Đúng: Nghị quyết này
    Bỏ qua khi: đó là văn bản khác vừa nhắc tới.
    """
    own = view.law.loai.get(view.loai)
    where = {paragraph.index: number for number, annex in enumerate(view.annexes) for paragraph in annex.paragraphs}
    names = {-1: own.ten if own else ""}
    for number, annex in enumerate(view.annexes):
        title = plain(annex.tieu_de.text) if annex.tieu_de and annex.ten is None else ""
        names[number] = next((name for name in _types(view).split("|") if plain(name) == title), "")
    everything = " ".join(texts.nfc(paragraph.text) for paragraph in view.paragraphs)
    for span, found in texts.matches(texts.prose(view), rf"\b(?P<loai>{_types(view)}) này\b(?! (?:của|ngày|số))", " này"):
        its, said = names.get(where.get(span.paragraph.index, -1), ""), found["loai"]
        # A verb has a capital at the head of a line; within a sentence the capital is a paper's.
        named = rf"(?:(?<=[^\W_] )|(?<=, )){said}\b" if said in _VERBS else rf"\b(?i:{said})\b"
        others = len(re.findall(named, everything)) - len(re.findall(rf"\b(?i:{said}) này\b", everything))
        before = span.text[: found.start()].rstrip()
        if its and said not in names.values() and (_is_itself(before, span.text[found.end() :]) or not others):
            message = N_("Văn bản này là {loai}, ở đây gọi là “{doan}”.")
            yield this.at(texts.piece(span, found), message, N_("Viết: {dung} này"), loai=its.lower(), dung=its)


def _is_itself(before: str, after: str) -> bool:
    """Tell whether a paper surely speaks of itself: who carries it out, what it rules."""
    return before.endswith(("thi hành", "chịu trách nhiệm thực hiện")) or (not before[-1:].isalpha() and _RULES.match(after) is not None)


_FAR = timedelta(days=10)
_PASSED = r"\bnày (?:đã )?được [^.;]{4,90}thông qua (?P<ngay>ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4}))"
_SESSION = r"[Kk](?:HÓA|HOÁ|hóa|hoá) (?P<khoa>[IVXL]+|\d{1,2})(?: \([^)]*\))?,? (?:[Kk]ỳ họp|KỲ HỌP) (?:thứ|THỨ) (?P<ky>\w+(?: mươi)?)"


@rule("MT17", Level.GOI_Y, _AGREE)
def ky_hop_khac(this: Rule, view: DocumentView) -> Faults:
    """Nghị quyết ghi khóa, kỳ họp ở đầu khác với câu “đã được … thông qua”.
    Căn cứ: nghị quyết được thông qua tại một kỳ họp. | Sai: “KHÓA II, KỲ HỌP THỨ 4”, ở cuối “khóa II, kỳ họp thứ 3 thông qua”
    Đúng: cùng một khóa, một kỳ họp.
    """
    heads = texts.body(view)[:3] if view.loai == "NQ" else []
    first = next((found for _, found in texts.matches(heads, _SESSION)), None)
    for span, found in texts.matches(texts.body(view)[3:], _SESSION + r"[^.]*thông qua", "thông qua") if first else ():
        if first and (plain(found["khoa"]), plain(found["ky"])) != (plain(first["khoa"]), plain(first["ky"])):
            place = texts.part(span, found.start(), found.end("ky"))
            yield this.at(place, N_("“{doan}” khác với “{tren}” ở đầu văn bản."), N_("Xem lại khóa và kỳ họp."), tren=first[0])
    issued = texts.issued(view)
    for span, found in texts.matches(texts.body(view)[3:], _PASSED, "thông qua ngày") if issued and view.loai == "NQ" else ():
        day = next((day for _, day in texts.dates(found["ngay"])), None)
        if issued and day and _FAR < issued - day <= LAU:  # what is farther is told by TG16, what is later by TG05
            message = N_("Ngày thông qua “{doan}” khác với ngày ban hành ({ngay}).")
            yield this.at(texts.piece(span, found, "ngay"), message, N_("Xem lại hai ngày."), ngay=ngay(issued))


_STATUTE = r"(?:Quy chế|Quy định|Điều lệ|Nội quy|Quy trình|Kế hoạch|Chương trình|Đề án|Phương án|Danh mục|Danh sách)"
_OF_THIS = r"kèm theo (?:Quyết định|Nghị quyết) này"
_ISSUES = (
    rf"[Bb]an hành (?:{_OF_THIS} (?:bản )?(?={_STATUTE})|(?:bản )?(?={_STATUTE}\b[^.;]{{0,200}} {_OF_THIS}\b))(?P<ten>{_STATUTE})\b"
)
_SUBJECT = rf"\b[Bb]an hành (?:bản )?(?P<ten>{_STATUTE})\b"
_FIRST = rf"^Điều 1\. (?:Nay )?[Bb]an hành (?:{_OF_THIS} )?(?:bản )?(?P<ten>{_STATUTE})\b"
_HEADS_A_CHAPTER = re.compile(r"QUY DINH (?:CHUNG|CU THE|KHAC|CHI TIET)\b")


@rule("MT18", Level.GOI_Y, _AGREE)
def ten_kem_theo_khac(this: Rule, view: DocumentView) -> Faults:
    """Quyết định ban hành kèm theo một văn bản mà phần kèm theo, trích yếu mang tên khác.
    Căn cứ: văn bản kèm theo là văn bản mà quyết định ban hành. | Sai: “Ban hành kèm theo Quyết định này Quy định …”, ở dưới là “QUY CHẾ”
    Đúng: cùng một tên.
    """
    titles = [plain(annex.tieu_de.text) for annex in view.annexes if annex.tieu_de]
    lines = [line for one in view.paragraphs if one.text.isupper() and not _HEADS_A_CHAPTER.match(line := plain(one.text))]
    for span, found in texts.matches(texts.body(view), _ISSUES, "an hành ") if titles else ():
        if len(titles) == len(view.annexes) and not any(line.startswith(plain(found["ten"])) for line in (*titles, *lines)):
            message, hint = N_("Ban hành kèm theo “{doan}”, phần kèm theo lại là “{co}”."), N_("Xem lại tên ở một trong hai chỗ.")
            yield this.at(texts.piece(span, found, "ten"), message, hint, co=titles[0])
            return
    yield from _subject_issues_another(this, view)


def _subject_issues_another(this: Rule, view: DocumentView) -> Faults:
    subjects = texts.boxed(view, "trich_yeu") if view.loai in texts.WITH_BASES else []
    said = [found["ten"] for _, found in texts.matches(subjects, _SUBJECT, "an hành ")]
    for span, found in texts.matches(texts.body(view), _FIRST, "Điều 1.") if len(said) == 1 else ():
        # A subject that names both issues both.
        if found["ten"] != said[0] and not any(found["ten"].lower() in texts.nfc(one.text).lower() for one in subjects):
            message = N_("Trích yếu ghi “{dung}”, ở đây ghi “{doan}”.")
            yield this.at(texts.piece(span, found, "ten"), message, N_("Xem lại tên ở một trong hai chỗ."), dung=said[0])


_LEVELS = {"xã": "xã", "phường": "xã", "đặc khu": "xã", "tỉnh": "tỉnh", "thành phố": "tỉnh"}
_OF_LEVEL = (
    r"(?<![Cc]ác )(?P<ten>\b(?:UBND|(?:Ủy|Uỷ) ban nhân dân|HĐND|Hội đồng nhân dân|Đảng ủy|ngành))"
    r" (?P<cap>xã|phường|đặc khu|tỉnh|thành phố)(?!(?:,| và| hoặc|/)? ?(?:xã|phường|thị|đặc khu|tỉnh|thành phố|[A-Z]|\d|[.…]{2}))"
)


@rule("MT19", Level.GOI_Y, _AGREE)
def goi_sai_cap_cua_minh(this: Rule, view: DocumentView) -> Faults:
    """Lời văn gọi cơ quan của xã là của phường, của thành phố là của tỉnh, hoặc ngược lại.
    Căn cứ: tên cơ quan theo tên gọi chính thức của đơn vị hành chính. | Sai: UBND XÃ BÌNH ĐIỀN ghi “báo cáo Ủy ban nhân dân phường”
    Đúng: báo cáo Ủy ban nhân dân xã | Bỏ qua khi: nói về cơ quan của đơn vị hành chính khác.
    """
    own = {_LEVELS[one.loai.lower()]: one.loai.lower() for one in head.places(view) if one.loai.lower() in _LEVELS}
    told: set[str] = set()
    for span, found in texts.matches(texts.words(view), _OF_LEVEL, "xã", "phường", "đặc khu", "tỉnh", "thành phố") if own else ():
        right = own.get(_LEVELS[found["cap"]])
        if right and right != found["cap"] and found["cap"] not in told:
            told.add(found["cap"])
            message, hint = N_("“{doan}”: cơ quan ban hành là của {loai}."), N_("Viết: {dung}, hoặc ghi tên riêng của đơn vị kia.")
            yield this.at(texts.piece(span, found), message, hint, loai=right, dung=f"{found['ten']} {right}")


_VOTES = r"[Pp]hát ra:? (?P<ra>\d{1,4}) phiếu[^.\d]{1,40}thu về:? (?P<ve>\d{1,4})(?: phiếu)?\b"


@rule("MT22", Level.THONG_LE, _AGREE, each=texts.found(texts.running, _VOTES, "thu về"))
def thu_ve_hon_phat_ra(this: Rule, span: Span, found: re.Match[str]) -> Faults:
    """Số phiếu thu về nhiều hơn số phiếu phát ra.
    Căn cứ: phiếu thu về không nhiều hơn phiếu phát ra. | Sai: phát ra 21 phiếu, thu về 23 phiếu | Đúng: phát ra 21 phiếu, thu về 21 phiếu
    """
    if int(found["ve"]) > int(found["ra"]):
        yield this.at(texts.piece(span, found), N_("“{doan}”: thu về nhiều hơn phát ra."), N_("Xem lại hai con số."))


_COMMITTEE = re.compile(r"(?:CHU TICH )?(?:UY BAN NHAN DAN|UBND)\b")


@rule("MT23", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.2")
def tham_quyen_khac_chu_ky(this: Rule, view: DocumentView) -> Faults:
    """Dòng thẩm quyền là Ủy ban nhân dân mà chữ ký không “TM.”, hoặc là Chủ tịch mà chữ ký “TM. ỦY BAN NHÂN DÂN”.
    Căn cứ: mẫu quyết định: thẩm quyền ban hành là của cơ quan hoặc của người đứng đầu; ký thay mặt tập thể thì ghi “TM.”.
    Sai: ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN … KT. CHỦ TỊCH / PHÓ CHỦ TỊCH; CHỦ TỊCH ỦY BAN NHÂN DÂN … TM. ỦY BAN NHÂN DÂN
    Đúng: ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN … TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH
    """
    lines = [span for span in texts.body(view)[:3] if span.text.isupper() and _COMMITTEE.match(plain(span.text))]
    line = next(iter(lines), None)
    signed = [*signers(view)]
    if view.loai != "QĐ" or line is None or len(signed) != 1 or not signed[0].title:
        return
    of_head = plain(line.text).startswith("CHU TICH")
    for_all = any(re.match(r"TM\b", plain(one)) for one in signed[0].lines)
    if of_head == for_all:
        of_all = N_("Dòng thẩm quyền ghi “{doan}”, chữ ký không ghi “TM.”.")
        of_one = N_("Dòng thẩm quyền ghi “{doan}”, chữ ký lại ghi “TM.”.")
        hint = N_("Thẩm quyền của tập thể thì ký TM. ỦY BAN NHÂN DÂN; của Chủ tịch thì ký CHỦ TỊCH hoặc KT. CHỦ TỊCH.")
        yield this.at(line, of_one if of_head else of_all, hint, doan=line.text.strip())


_PERIOD = (
    (r"(?P<so>\d{1,2}) tháng(?: đầu)? năm (?P<nam>\d{4})", 1), (r"[Tt]háng (?P<so>\d{1,2})(?:/| năm )(?P<nam>\d{4})", 1),
    (r"[Qq]uý (?P<so>I{1,3}|IV|[1-4])(?:/| năm )(?P<nam>\d{4})", 3),
)


def _ends(view: DocumentView) -> Iterator[tuple[Span, str, date]]:
    """Yield the month in which the period of the subject ends, as its first day."""
    for span in texts.boxed(view, "trich_yeu"):
        for pattern, months in _PERIOD:
            found = re.search(pattern, texts.nfc(span.text))
            number = (int(found["so"]) if found["so"].isdigit() else texts.roman_value(found["so"])) if found else 0
            if found and 0 < number * months <= 12:
                yield span, found[0], date(int(found["nam"]), number * months, 1)


@rule("MT24", Level.GOI_Y, _AGREE)
def bao_cao_truoc_ky(this: Rule, view: DocumentView) -> Faults:
    """Báo cáo kết quả của một kỳ đề ngày trước tháng cuối của kỳ đó.
    Căn cứ: trích yếu phản ánh nội dung của văn bản. | Sai: báo cáo “kết quả 9 tháng năm 2026” đề ngày 05/8/2026 | Đúng: đề ngày 25/9/2026
    Bỏ qua khi: báo cáo ước thực hiện, phương hướng của kỳ tới (chương trình bỏ qua).
    """
    issued = texts.issued(view)
    subject = " ".join(texts.nfc(span.text) for span in texts.boxed(view, "trich_yeu"))
    planned = view.loai != "BC" or re.search(r"ước|dự kiến|kế hoạch|phương hướng|nhiệm vụ", subject)
    for span, shown, last in _ends(view) if issued and not planned else ():
        if issued and issued < last:
            message = N_("Báo cáo của kỳ “{ky}” mà đề ngày {ngay}.")
            yield this.at(span, message, N_("Xem lại kỳ báo cáo hoặc ngày ban hành."), ky=shown, ngay=ngay(issued))


@rule("SO21", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")
def ky_hieu_nghi_cua_so_khac(this: Rule, view: DocumentView) -> Faults:
    """Ký hiệu ghi chữ viết tắt thường là của một sở khác.
    Căn cứ: ký hiệu gồm chữ viết tắt tên cơ quan ban hành văn bản. | Sai: SỞ NỘI VỤ ban hành, ký hiệu ghi “2105/STP-CCHC”
    Đúng: 2105/SNV-CCHC
    Bỏ qua khi: chữ viết tắt của cơ quan trùng với của sở kia.
    """
    number, issuer = head.number(view), [" ".join(texts.nfc(span.text).split()) for span in texts.boxed(view, "co_quan")]
    other = viet_tat_cua_co_quan_khac("-".join(number.groups), issuer) if number and view.kind is Kind.HANH_CHINH else None
    joint = re.search(r"[-–,]| VÀ ", " ".join(issuer)) or any(re.match(r"SỞ\b", line) for line in issuer[1:])
    if number and other and other[0] not in OF_A_BODY and not joint:
        message = N_("Ký hiệu ghi “{viet_tat}” ({ten_kia}) mà cơ quan ban hành là “{co_quan}”.")
        hint = N_("Ghi chữ viết tắt của cơ quan ban hành.")
        yield this.at(number.ky_hieu, message, hint, viet_tat=other[0], ten_kia=other[1], co_quan=" ".join(issuer))
