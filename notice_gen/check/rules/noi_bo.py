"""What a paper says of itself: clauses of its own articles, who carries it out, the period of its subject, the hours of its programme."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from notice_gen.check import attached, lists, outline, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules.so_lieu import tables
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Pattern
from notice_gen.legal import nguoi_noi
from notice_gen.vietnamese.chu_cai import CHU_DIEM, bo_dau
from notice_gen.vietnamese.dieu_noi_bo import CHIU_TRACH_NHIEM, cac_dieu
from notice_gen.vietnamese.gio_chuong_trinh import gio_chong
from notice_gen.vietnamese.ky_trich_yeu import ky_khac, ngay_ngoai_ky
from notice_gen.vietnamese.tong_danh_sach import dem_khac, tong_danh_sach

_AGREE = "Sự thống nhất trong một văn bản"


def _clauses(view: DocumentView, annex: int = -1) -> dict[int, set[int]]:
    """Return the clauses of each article of the paper itself, or of what it issues, by the numbers of both."""
    found: dict[int, set[int]] = defaultdict(set)
    article = 0
    for label in outline.labels(view):
        if label.annex == annex and label.level == "Điều":
            article = label.value
        elif label.annex == annex and label.level == "khoản" and article:
            found[article].add(label.value)
    return found


def _articles_of(view: DocumentView) -> dict[int, int]:
    """Return which article each paragraph below one is of."""
    heads, found, article = {label.span.paragraph.index: label for label in outline.labels(view) if label.level == "Điều"}, {}, 0
    where = {paragraph.index: n for n, annex in enumerate(view.annexes) for paragraph in annex.paragraphs}
    part = -1
    for span in texts.prose(view):
        index = span.paragraph.index
        article = heads[index].value if index in heads else article if where.get(index, -1) == part else 0
        part = where.get(index, -1)
        found[index] = article
    return found


@rule("MT10", Level.GOI_Y, _AGREE)
def khoan_nhac_ma_khong_co(this: Rule, view: DocumentView) -> Faults:
    """Lời văn nhắc tới một khoản mà điều của chính văn bản không có.
    Căn cứ: viện dẫn khoản của điều nào thì điều đó có khoản ấy. | Sai: Điều 2 có 4 khoản, Điều 4 ghi “theo khoản 5 Điều 2 Quyết định này”
    Đúng: theo khoản 4 Điều 2 Quyết định này | Bỏ qua khi: khoản đó là của văn bản khác nêu ở câu trước.
    """
    annexed = {paragraph.index: n for n, annex in enumerate(view.annexes) for paragraph in annex.paragraphs}
    clauses = {n: _clauses(view, n) for n, annex in enumerate(view.annexes) if annex.ten is None} | {-1: _clauses(view)}
    articles = _articles_of(view) if any(clauses.values()) else {}
    for span in texts.prose(view) if articles else ():
        where = annexed.get(span.paragraph.index, -1)
        its, own = clauses.get(where, {}), articles[span.paragraph.index]
        for start, end, article, number, there in _named_clauses(span, its, own, issued=where >= 0):
            shown, hint = texts.part(span, start, end), N_("Xem lại số của khoản ở “{doan}”.")
            yield this.at(shown, N_("Điều {dieu} chỉ có {co} khoản, không có khoản {so}."), hint, dieu=article, co=there, so=number)


def _named_clauses(span: Span, clauses: dict[int, set[int]], own: int, *, issued: bool) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield the clauses that a paragraph of article *own* names and there are not: where, the article, the clause, how many there are."""
    text = texts.nfc(span.text) if "Điều " in span.text and clauses else ""
    named = [(one.tu, one.den, one.cac_dieu[0], one.cac_khoan) for one in cac_dieu(text, kem_theo=issued) if len(one.cac_dieu) == 1]
    named += [(*one.span(), own, (int(one["so"]),)) for one in (_THIS_ARTICLE.finditer(text) if "Điều này" in text else ())]
    for start, end, article, numbers in named:
        there = clauses.get(article, set())
        absent = [number for number in numbers if number not in there]
        if absent and len(there) > 1 and max(there) == len(there):  # gaps in the numbers are told as such
            yield start, end, article, absent[0], len(there)


_THIS_ARTICLE = Pattern(r"\bkhoản (?P<so>\d{1,2}) Điều này\b")


def _carrying_out(view: DocumentView) -> set[int]:
    """Return the articles that say who carries the paper out."""
    labels = {label.span.paragraph.index: label for label in outline.labels(view) if label.level == "Điều" and label.annex == -1}
    found, article = set(), 0
    for span in texts.body(view):
        label = labels.get(span.paragraph.index)
        article = label.value if label else article
        if article and CHIU_TRACH_NHIEM.search(texts.nfc(span.text)):
            found.add(article)
    return found


@rule("NN24", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.2")
def nhu_dieu_khac_dieu_thi_hanh(this: Rule, view: DocumentView) -> Faults:
    """Nơi nhận ghi “Như Điều …” mà điều giao trách nhiệm thi hành là điều khác.
    Căn cứ: nơi nhận ghi “Như Điều …”, là điều giao trách nhiệm thi hành. | Sai: Điều 4 ghi ai “chịu trách nhiệm thi hành Quyết định này”,
    nơi nhận ghi “- Như Điều 3;” | Đúng: - Như Điều 4; | Bỏ qua khi: điều được ghi có tên những người nhận (chương trình bỏ qua Điều 1).
    """
    articles = _carrying_out(view)
    for entry in lists.recipients(view) if len(articles) == 1 else ():
        match = re.fullmatch(r"NHU DIEU (\d+)\b.*", entry.key)
        there = {label.value for label in outline.labels(view) if label.level == "Điều" and label.annex == -1}
        named = {int(number) for number in re.findall(r"\d+", entry.key)} if match else set()
        if named and 1 not in named and not named & articles and named <= there:
            message = N_("Nơi nhận ghi “{doan}”, điều giao trách nhiệm thi hành là Điều {dung}.")
            right = N_("Viết: - Như Điều {dung};")
            yield this.at(entry.lines[0], message, right, doan=entry.text.rstrip(" ;."), dung=min(articles))


def _subject(view: DocumentView) -> str:
    return " ".join(" ".join(texts.nfc(span.text) for span in texts.boxed(view, "trich_yeu", "trich_yeu_cong_van")).split())


@rule("MT11", Level.GOI_Y, _AGREE)
def ky_khac_trich_yeu(this: Rule, view: DocumentView) -> Faults:
    """Tháng, quý, năm, năm học ở trích yếu khác với nội dung.
    Căn cứ: trích yếu phản ánh khái quát nội dung chủ yếu của văn bản.
    Sai: trích yếu ghi “năm học 2025 - 2026”, nội dung chỉ nói về năm học 2026 - 2027 | Đúng: cùng một năm học
    Bỏ qua khi: nội dung nhắc tới kỳ khác vì lý do riêng, kỳ của trích yếu gọi bằng tên khác.
    """
    lines = texts.boxed(view, "trich_yeu", "trich_yeu_cong_van")
    own = {span.paragraph.index for span in lines}
    others = [span for span in texts.legible(view) if span.paragraph.index not in own]
    text = "\n".join(" ".join(texts.nfc(span.text).split()) for span in others)
    for other in ky_khac(_subject(view), text) if lines else ():
        message = N_("Trích yếu ghi {don_vi} {ky}, nội dung không nhắc tới mà ghi {don_vi} {khac}.")
        hint = N_("Sửa trích yếu hoặc nội dung cho khớp.")
        place = next((span for span in lines if other.ky in texts.nfc(span.text)), lines[0])
        yield this.at(place, message, hint, don_vi=other.don_vi, ky=other.ky, khac=other.khac)


def columns(view: DocumentView) -> Iterator[Sequence[Span]]:
    """Yield the columns of the tables of the text, each its cells from above, those of the row of headings too."""
    for rows in tables(view):
        for column in {at for row in rows for at in row}:
            yield [row[column] for row in rows if column in row]


@rule("MT12", Level.GOI_Y, _AGREE)
def ngay_ngoai_ky_cua_trich_yeu(this: Rule, view: DocumentView) -> Faults:
    """Một ngày trong bảng nằm ngoài quý, tháng mà trích yếu nói tới, các ngày khác của cột thì ở trong.
    Căn cứ: số liệu, ngày tháng trong văn bản khớp với trích yếu.
    Sai: lịch quý III năm 2026 có các ngày 03/8/2026, 05/8/2026, 07/6/2026 | Đúng: 07/8/2026 | Bỏ qua khi: ngày đó đúng là của kỳ khác.
    """
    subject = _subject(view)
    for cells in columns(view) if re.search(r"[Qq]uý|[Tt]háng", subject) else ():
        for n, shown in ngay_ngoai_ky(subject, [texts.nfc(cell.text) for cell in cells]):
            message = N_("Ngày {ngay} không thuộc kỳ ghi ở trích yếu; các ngày khác của cột thì thuộc kỳ đó.")
            yield this.at(cells[n], message, N_("Xem lại ngày này, nhất là tháng, năm."), ngay=shown)


_HOURS = re.compile(r"\s*(?:[-–+*] )?(?:[Tt]ừ )?\d{1,2}(?: ?giờ| ?[hg]|:)")


def _programmes(view: DocumentView) -> Iterator[Sequence[Span]]:
    yield from columns(view)
    lines: list[Span] = []
    for span in (*texts.prose(view), None):
        if span is not None and _HOURS.match(span.text):
            lines.append(span)
        elif lines:
            yield lines
            lines = []


@rule("MT13", Level.GOI_Y, _AGREE)
def gio_chuong_trinh_chong(this: Rule, view: DocumentView) -> Faults:
    """Giờ trong chương trình chồng lên nhau, hoặc kết thúc trước khi bắt đầu.
    Căn cứ: phần sau của chương trình bắt đầu khi phần trước đã xong. | Sai: 08:15 - 09:00, dòng dưới ghi 08:45 - 10:30
    Đúng: 08:15 - 09:00, dòng dưới ghi 09:00 - 10:30 | Bỏ qua khi: hai phần diễn ra ở hai nơi.
    """
    for lines in _programmes(view):
        for n, (start, end) in gio_chong([texts.nfc(span.text) for span in lines]):
            message = N_("Giờ “{doan}” chồng với dòng trên, hoặc kết thúc trước khi bắt đầu.")
            yield this.at(texts.part(lines[n], start, end), message, N_("Xem lại giờ của hai dòng."))


_ITEM = re.compile(r"\s*(?:[-–+*•]\s|[a-zđ]\)\s|\d{1,2}[.)]\s)")


@rule("SL25", Level.THONG_LE, "Thông lệ ghi số liệu")
def tong_danh_sach_sai(this: Rule, view: DocumentView) -> Faults:
    """Tổng ghi ở dòng trên không bằng các dòng kể ra ở dưới.
    Căn cứ: dòng kết thúc bằng dấu hai chấm kể đủ các phần ở những dòng dưới.
    Sai: Còn 09 hồ sơ quá hạn: / - Đất đai: 06 hồ sơ; / - Tư pháp: 04 hồ sơ. | Đúng: Còn 10 hồ sơ quá hạn: / …
    Bỏ qua khi: chỉ kể một số phần, hoặc các phần trùng nhau.
    """
    running = texts.prose(view)
    for n, head in enumerate(running):
        if not head.text.rstrip().endswith(":"):
            continue
        marks = _mark(head)
        listed: list[Span] = []
        for span in running[n + 1 :]:
            mark = _mark(span)
            if not mark or mark == marks or (listed and mark != _mark(listed[0])):
                break
            listed.append(span)
        whole = tong_danh_sach(texts.nfc(head.text), [texts.nfc(span.text) for span in listed])
        if whole:
            message = N_("“{doan}”: các dòng dưới cộng lại được {dung}.")
            yield this.at(texts.part(head, whole.tu, whole.den), message, N_("Xem lại con số này và các dòng dưới."), dung=whole.dung)


@rule("SL26", Level.GOI_Y, "Thông lệ ghi số liệu")
def dem_danh_sach_sai(this: Rule, view: DocumentView) -> Faults:
    """Số mục ghi ở dòng dẫn khác với số mục kể ra ở dưới.
    Căn cứ: dòng kết thúc bằng dấu hai chấm kể đủ những gì ở dưới.
    Sai: Tăng vốn cho 03 dự án: / a) … / b) … | Đúng: Tăng vốn cho 02 dự án: …
    Bỏ qua khi: chỉ kể một số, hoặc các dòng dưới kể việc khác.
    """
    for head, items in _counted_out(texts.prose(view)):
        if wrong := dem_khac(texts.nfc(head.text), items):
            message = N_("“{doan}”: ở dưới kể ra {dung}.")
            yield this.at(texts.part(head, wrong.tu, wrong.den), message, N_("Xem lại con số này và danh sách ở dưới."), dung=wrong.dung)


def _counted_out(running: Sequence[Span]) -> Iterator[tuple[Span, list[str]]]:
    """Yield each line that ends with a colon and the items of the list right below it."""
    for n, head in enumerate(running[:-1]):
        kind, mark = _mark(running[n + 1]), _mark(head)
        if head.text.rstrip().endswith(":") and kind not in {"", mark}:
            rest = [*takewhile(lambda span, mark=mark: not mark or _mark(span) != mark, running[n + 1 :])]  # type: ignore[misc]
            yield head, _items(rest, kind)


def _items(rest: Sequence[Span], kind: str) -> list[str]:
    """Return the items of a list: dashes in a row, or numbers and letters that count on; none where a line within may have parted them."""
    items: list[str] = []
    for n, span in enumerate(rest):
        mark, counted = _mark(span), _COUNTED.match(_shown(span))
        if mark != kind and (kind in "1a" or mark):
            continue  # what an item goes on with
        if mark != kind:
            return [] if any(_mark(after) == kind for after in rest[n + 1 : n + _NEAR]) else items
        if counted and _value(counted[1]) != len(items) + 1:
            break  # another list
        items.append(texts.nfc(span.text))
    return items


def _value(label: str) -> int:
    return int(label) if label.isdigit() else CHU_DIEM.find(label) + 1


@rule("MT26", Level.GOI_Y, _AGREE)
def cau_van_ghi_co_quan_khac(this: Rule, view: DocumentView) -> Faults:
    """Câu mở đầu, câu kết nói với tên một cơ quan khác với cơ quan ban hành.
    Căn cứ: văn bản nói với tên cơ quan ban hành. | Sai: văn bản của UBND phường Sa Đéc ghi “UBND phường Cao Lãnh kính trình …”
    Đúng: “UBND phường Sa Đéc kính trình …” | Bỏ qua khi: văn bản của nhiều cơ quan.
    """
    own = nguoi_noi.cac_tu(" ".join(texts.nfc(span.text) for span in texts.boxed(view, "co_quan", "co_quan_chu_quan")))
    for span in texts.body(view) if own else ():
        text = texts.nfc(span.text)
        who = nguoi_noi.ket_loi(text) or nguoi_noi.mo_loi(text) or nguoi_noi.cua_ai(text)
        if who and nguoi_noi.la_noi_khac(who, own) and attached.other_issuer(view, who):
            at = text.index(who)
            message = N_("Câu này ghi “{doan}”, không phải cơ quan ban hành.")
            yield this.at(texts.part(span, at, at + len(who)), message, N_("Sửa tên cơ quan, thường sót lại từ văn bản cũ."))


@rule("MT27", Level.GOI_Y, _AGREE)
def ten_nguoi_ky_khac(this: Rule, view: DocumentView) -> Faults:
    """Người ký, cùng chức vụ, ở nội dung viết tên khác đi một tiếng.
    Căn cứ: tên của một người ghi như nhau. | Sai: nội dung ghi “Huỳnh Văn Phước, Chủ tịch”, người ký là “Huỳnh Văn Phúc, Chủ tịch”
    Đúng: một tên ở cả hai chỗ | Bỏ qua khi: đó là hai người.
    """
    signer = texts.signer(view)
    name, post = (texts.nfc(signer[0].text).split(), signer[1]) if signer else ([], "")
    running = [[span] for span in texts.body(view) if span.paragraph.cell is None]
    lines = [*running, *([*row.values()] for rows in tables(view) for row in rows)]
    for spans in lines if len(name) > _FEWEST_WORDS else ():
        whole = " ".join(texts.nfc(span.text) for span in spans)
        if post not in whole.lower() or " ".join(name) in whole:
            continue
        for span, found in texts.matches(spans, _NAME_OF_A_PERSON):
            if _is_once_misspelt(name, texts.nfc(found[0]).split()[-len(name) :]):  # “Ông” may stand before it
                message = N_("Tên “{doan}” khác tên người ký {ten} một tiếng.")
                yield this.at(texts.piece(span, found), message, N_("Xem lại tên người ký và tên ở đây."), ten=" ".join(name))


@rule("MT28", Level.GOI_Y, _AGREE)
def nguoi_ky_co_chuc_vu_khac(this: Rule, view: DocumentView) -> Faults:
    """Người ký ở nội dung giữ chức vụ khác, còn chức vụ ký là của người khác.
    Căn cứ: người ký ghi đúng chức vụ.
    Sai: nội dung ghi “Ông Nguyễn Văn A, Giám đốc Sở” và “Bà Trần Thị B, Phó Giám đốc”, ký “GIÁM ĐỐC / Trần Thị B”
    Đúng: ký “GIÁM ĐỐC / Nguyễn Văn A” | Bỏ qua khi: người ký vừa được bổ nhiệm.
    """
    signer = texts.signer(view)
    if signer is None:
        return
    place, post = signer
    name = " ".join(texts.nfc(place.text).split())
    told = {found["ten"]: found["chuc"].lower() for _, found in texts.matches(texts.body(view), _WITH_POST, ", ")}
    other = next((who for who, has in told.items() if who != name and has.startswith(post)), "")
    if name in told and not told[name].startswith(post) and other:
        message = N_("{ten} ký với chức vụ mà nội dung ghi là của {doan}.")
        yield this.at(place, message, N_("Xem lại người ký."), ten=name, doan=other)


_WITH_POST = rf"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí) {texts.NAME}, (?=(?P<chuc>[A-Z][a-z]+(?: [A-Za-z]+){{1,6}}))"
_FEWEST_WORDS = 2
_NAME_OF_A_PERSON = r"(?<!\w)[A-Z][a-z]+(?: [A-Z][a-z]+){2,4}(?!\w)"


def _is_once_misspelt(name: list[str], other: list[str]) -> bool:
    """Tell whether two names have one word that is not alike, and that word the same first letter in both.

    >>> [_is_once_misspelt("Huỳnh Văn Phước".split(), name.split()) for name in ("Huỳnh Văn Phúc", "Huỳnh Văn Nam", "Lê Thị Phước")]
    [True, False, False]
    """
    apart = [(one, two) for one, two in zip(name, other, strict=False) if one != two]
    return len(name) == len(other) and len(apart) == 1 and bo_dau(apart[0][0])[0] == bo_dau(apart[0][1])[0]


_NEAR = 4  # lines that may part a list
_COUNTED = re.compile(r"\s*(\d{1,2}|[a-zđ])[.)]\s")


def _shown(span: Span) -> str:
    """Return a line with the mark that Word numbers it with."""
    return f"{span.paragraph.number.strip()} {span.text}" if span.paragraph.number and span.start == 0 else span.text


def _mark(span: Span) -> str:
    """Return the kind of mark before a line: ``-``, ``+``, a letter, a figure; empty for none."""
    found = _ITEM.match(_shown(span))
    if not found:
        return ""
    sign = found[0].strip()
    return "1" if sign[0].isdigit() else "a" if sign[0].isalpha() else sign[0].replace("–", "-")
