"""Marks and the spaces around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from notice_gen.check import layout, outline, texts
from notice_gen.check.fault import Fault, Faults, Level, Mend, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Phrases
from notice_gen.vietnamese.loi_dau import ngoac_le

_RUN = r"(?:(?<=[^\s:….])|(?<=\w[.:]))[ \u00a0]{2,}(?=[^\s/])"
_LONG = 4  # spaces: columns put apart by hand, or room for something to be filled in
_BLANK_AFTER = ("ngày", "tháng", "năm", "số", "giờ", "phút", "lúc")


@rule("DC01", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")
def hai_khoang_trang(this: Rule, view: DocumentView) -> Faults:
    """Hai khoảng trắng trở lên liền nhau giữa các từ.
    Căn cứ: giữa hai từ là một khoảng trắng. | Sai: Ủy ban nhân dân  xã | Đúng: Ủy ban nhân dân xã
    Bỏ qua khi: chỗ trống chờ điền, ví dụ “ngày      tháng 6 năm 2026”, “Họ và tên:      ”. Khoảng trắng dài giữa hai cột chữ thì báo nhưng
    không tự sửa.
    """
    for span in texts.words(view):
        for match in re.finditer(_RUN, span.text) if "  " in span.text.replace("\u00a0", " ") else ():
            before, is_long = span.text[max(match.start() - 5, 0) : match.start()].lower(), len(match[0]) >= _LONG
            if before.endswith(_BLANK_AFTER) or (is_long and before.endswith(":")):
                continue
            hint, mend = N_("Giữa hai từ chỉ để một khoảng trắng."), Mend("text", {"new": " "})
            if is_long:
                hint = N_("Giữa hai từ chỉ để một khoảng trắng; chữ xếp thành cột thì dùng phím Tab hoặc bảng không viền.")
            shown, message = texts.around(span, *match.span()), N_("Thừa khoảng trắng ở “{doan}”.")
            yield this.at(texts.piece(span, match), message, hint, mend=None if is_long else mend, doan=shown)


def _word(text: str, found: re.Match[str]) -> str:
    """Return the word, no space within, that holds what was found."""
    longest_word = 80
    before = text[max(found.start() - longest_word, 0) : found.start()].rsplit(" ", maxsplit=1)[-1]
    return before + text[found.start() : found.end() + longest_word].split(" ", maxsplit=1)[0]


@rule("DC06", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính")
def ngoac_kep_hai_kieu(this: Rule, view: DocumentView) -> Faults:
    """Dấu ngoặc kép thẳng và cong lẫn lộn trong cùng một văn bản.
    Căn cứ: một văn bản dùng một kiểu ngoặc kép; nghị định dùng “…”. | Sai: "một cửa" ở đoạn đầu, “một cửa” ở đoạn sau.
    Đúng: “một cửa” ở mọi chỗ. | Bỏ qua khi: dấu " là ký hiệu inch hoặc giây.
    """
    straight = r'(?<![\w"])"(?=[^\s"])([^"\n]{1,300})(?<=[^\s"])"(?!\w)'
    spans = texts.words(view)
    if any("“" in span.text or "”" in span.text for span in spans):
        for span in spans:
            for match in re.finditer(straight, span.text) if '"' in span.text else ():
                for at in (match.start(), match.end() - 1):
                    new = "“" if at == match.start() else "”"
                    hint = N_("Viết “{doan}” như những chỗ khác trong văn bản.")
                    message = N_("Ngoặc kép thẳng (\") quanh “{doan}”, trong khi chỗ khác dùng ngoặc cong.")
                    yield this.at(texts.part(span, at, at + 1), message, hint, new=new, doan=match[1])


@rule("DC08", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính")
def khoang_nam_hai_kieu(this: Rule, view: DocumentView) -> Faults:
    """Khoảng năm viết theo nhiều kiểu trong cùng một văn bản.
    Căn cứ: một văn bản viết khoảng năm theo một kiểu. | Sai: giai đoạn 2021-2025 ở đoạn đầu, giai đoạn 2026 – 2030 ở đoạn sau.
    Đúng: giai đoạn 2021 - 2025, giai đoạn 2026 - 2030. | Bỏ qua khi: đó là tên văn bản được chép nguyên văn.
    """
    years = re.compile(r"(?<![\d/.-])(?P<tu>(?:19|20)\d\d)(?P<dau>[ \u00a0]?[-–—][ \u00a0]?)(?P<den>(?:19|20)\d\d)(?![\d/]|-\d)")
    spans_of_years = [(span, match) for span in texts.words(view) for match in years.finditer(span.text)]
    styles = Counter(match["dau"].replace("\u00a0", " ") for _, match in spans_of_years)
    if len(styles) > 1:
        usual = styles.most_common(1)[0][0]
        for span, match in spans_of_years:
            if match["dau"].replace("\u00a0", " ") != usual:
                right, message = match["tu"] + usual + match["den"], N_("Khoảng năm “{doan}” viết khác kiểu với những chỗ còn lại.")
                yield this.write(texts.piece(span, match, "dau"), message, right, new=usual, doan=match[0])


@rule("DC09", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính",
      each=texts.found(texts.prose, r"(?<=[a-z,;])[ \u00a0]?\t[\t \u00a0]*(?=[a-z])", "\t"))
def tab_trong_cau(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Dấu tab đứng giữa câu thay cho khoảng trắng.
    Căn cứ: giữa hai từ là một khoảng trắng. | Sai: Ủy ban nhân dân xã, dấu tab, rồi báo cáo. | Đúng: Ủy ban nhân dân xã báo cáo.
    Bỏ qua khi: tab dùng để gióng cột trong một danh sách.
    """
    shown, hint = texts.around(span, *match.span()).replace("\t", "→"), N_("Xóa dấu tab, để lại một khoảng trắng.")
    yield this.at(texts.piece(span, match), N_("Dấu tab giữa câu ở “{doan}”."), hint, new=" ", doan=shown)


@rule("DC10", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")
def ngoac_don_khong_dong(this: Rule, view: DocumentView) -> Faults:
    """Dấu ngoặc đơn mở mà không đóng, hoặc đóng mà không mở.
    Căn cứ: dấu ngoặc đơn đi thành cặp. | Sai: các xã (trừ xã miền núi phải báo cáo. | Đúng: các xã (trừ xã miền núi) phải báo cáo.
    Bỏ qua khi: dấu đóng ngoặc là một phần của ký hiệu, ví dụ 1), a).
    """
    yield from _alone(this, view, "()", ahead=2)


@rule("DC16", Level.GOI_Y, "Thông lệ chính tả tiếng Việt")
def ngoac_kep_khong_dong(this: Rule, view: DocumentView) -> Faults:
    """Dấu ngoặc kép mở mà không đóng, hoặc đóng mà không mở.
    Căn cứ: dấu ngoặc kép đi thành cặp. | Sai: phong trào “Toàn dân đoàn kết được phát động.
    Đúng: phong trào “Toàn dân đoàn kết” được phát động.
    Bỏ qua khi: đoạn chép nguyên văn dài mở ngoặc lại ở từng đoạn.
    """
    yield from _alone(this, view, "“”", ahead=_A_QUOTED_PART)


_A_QUOTED_PART = 60  # paragraphs of a text that is quoted whole


def _alone(this: Rule, view: DocumentView, pair: str, *, ahead: int) -> Faults:
    """Yield the marks of a pair without their partners; one that opens may close *ahead* paragraphs later."""
    waiting: dict[int, tuple[Span, list[int]]] = {}
    for number, span in enumerate(texts.words(view)):
        if number - ahead - 1 in waiting:
            yield _unpaired(this, *waiting.pop(number - ahead - 1), N_("Dấu ngoặc mở mà không đóng ở “{doan}”."))
        opened, closed = ngoac_le(span.text, *pair)
        for at in closed:
            near = max(waiting, default=None)
            if near is None:
                yield _unpaired(this, span, [at], N_("Dấu ngoặc đóng mà không mở ở “{doan}”."))
                break
            waiting[near][1].pop()
            if not waiting[near][1]:
                del waiting[near]
        if opened:
            waiting[number] = (span, opened)
    for left in waiting.values():
        yield _unpaired(this, *left, N_("Dấu ngoặc mở mà không đóng ở “{doan}”."))


def _unpaired(this: Rule, span: Span, places: list[int], message: str) -> Fault:
    at = places[0]
    start, end = max(at - 20, 0), min(at + 20, len(span.text))
    hint = N_("Thêm dấu ngoặc còn thiếu, hoặc bỏ dấu thừa.")
    return this.at(texts.part(span, at, at + 1), message, hint, doan=span.text[start:end].strip())


@rule("DC11", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")
def thieu_dau_cuoi_doan(this: Rule, view: DocumentView) -> Faults:
    """Đoạn văn dài hơn một dòng, hoặc gồm nhiều câu, mà cuối đoạn không có dấu câu.
    Căn cứ: câu kết thúc bằng dấu chấm. | Sai: Các xã đã báo cáo. Đề nghị các phòng tổng hợp
    Đúng: Các xã đã báo cáo. Đề nghị các phòng tổng hợp. | Bỏ qua khi: đoạn đó là tiêu đề.
    """
    shortest = 60
    open_end = re.compile(r"[^\W_]\s*$")
    two_sentences = texts.vietnamese(r"[a-z]{2}\. [A-Z]")
    running = texts.sentences(view)
    # The last paragraph of the text ends with ./. and is another rule's.
    last = texts.body(view)[-1:]
    plain = _plain_paragraphs(view)
    for span in running:
        open_ = len(span.text) >= shortest and open_end.search(span.text[-20:]) and span not in last and not _LEADS.search(span.text[-30:])
        if open_ and (two_sentences.search(span.text) or span.paragraph.index in plain):
            end = len(span.text.rstrip())
            place = texts.part(span, end - 1, end)
            message, hint = N_("Đoạn kết thúc bằng “{doan}” mà không có dấu câu."), N_("Thêm dấu chấm ở cuối đoạn.")
            yield this.at(place, message, hint, doan=span.text[:end][-25:].partition(" ")[2] or span.text[end - 1])


_LEADS = Phrases(r"\b(?:{cau_dan})(?P<dau>\s*[.;,]?)\s*$")


def _plain_paragraphs(view: DocumentView) -> set[int]:
    """Return the paragraphs of several rows that are neither titles nor lines of a list, and that the next one does not go on with."""
    numbered = {label.span.paragraph.index for label in outline.labels(view)} | {span.paragraph.index for span in texts.bases(view)}
    found = set()
    for span, below in pairwise(texts.body(view)):
        one = span.paragraph
        running = one.container == "body" and one.align in {"both", "left"} and span.text.lstrip()[:1].isupper()
        listed, goes_on = one.index in numbered or one.number, below.text.lstrip()[:1].islower()
        if running and not listed and not goes_on and layout.rows(view, span) > _SEVERAL and not any(run.bold for run in span.runs):
            found.add(one.index)
    return found


_SEVERAL = 1.2  # rows: surely broken


@rule("DC19", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")
def cau_dan_thieu_hai_cham(this: Rule, view: DocumentView) -> Faults:
    """Câu dẫn vào phần sau (“như sau”, “sau đây”) không có dấu hai chấm ở cuối.
    Căn cứ: dấu hai chấm báo hiệu phần liệt kê, giải thích ở sau. | Sai: Ủy ban nhân dân xã thông báo như sau
    Đúng: Ủy ban nhân dân xã thông báo như sau: | Bỏ qua khi: đó là tiêu đề.
    """
    for span in texts.body(view)[:-1]:
        found = _LEADS.search(span.text, max(len(span.text) - 30, 0))
        heading = len(span.text.split()) <= _TITLE or (span.runs and all(run.bold for run in span.runs))
        if found and span.paragraph.container == "body" and not heading:
            place = texts.part(span, found.start("dau") - 1, found.end("dau"))
            shown, message = found[0][: found.start("dau") - found.start()], N_("Sau câu dẫn “{doan}” thiếu dấu hai chấm.")
            yield this.write(place, message, f"{shown}:", new=f"{place.text[0]}:", doan=shown)


_TITLE = 5  # words: no more may be a title


@rule("DC12", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính",
      each=texts.found(texts.legible, r"(?<=[^\W\d_]{2})(?<![IVX]{2})(?:(?P<sau>[-–/]) |(?P<truoc> [-–/]))(?=[^\W\d_]{2})"))
def khoang_trang_mot_ben(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Dấu gạch nối hoặc gạch chéo giữa hai từ chỉ có khoảng trắng ở một bên.
    Căn cứ: gạch nối giữa hai vế có khoảng trắng cả hai bên, gạch chéo không có bên nào. | Sai: Văn hóa- Xã hội; đơn vị/ cá nhân
    Đúng: Văn hóa - Xã hội; đơn vị/cá nhân | Bỏ qua khi: gạch ngang đứng đầu dòng liệt kê.
    """
    word = texts.around(span, *match.span(), 60)
    if re.search(r"(?i)https?:|www\.|\w\.(?:gov|edu|com|org|net|vn)\b|@\w", word) or re.search(r"\bvà/ ?hoặc", word):
        return  # an address, broken over two rows
    sign = (match["sau"] or match["truoc"]).strip()
    new = "/" if sign == "/" else f" {sign} "
    message = N_("Khoảng trắng chỉ có ở một bên dấu “{dau}” ở “{doan}”.")
    hint = N_("Gạch nối: khoảng trắng cả hai bên; gạch chéo: không khoảng trắng.")
    yield this.at(texts.piece(span, match), message, hint, new=new, dau=sign, doan=texts.around(span, *match.span()))


@rule("DC14", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")
def thut_dau_dong_bang_dau_cach(this: Rule, view: DocumentView) -> Faults:
    """Chữ đầu dòng lùi vào bằng dấu cách.
    Căn cứ: chữ đầu dòng lùi vào bằng định dạng của đoạn, mọi đoạn như nhau. | Sai: gõ tám dấu cách trước chữ đầu của đoạn văn
    Đúng: Paragraph > Indentation > Special: First line {thut_dau_dong[mac_dinh]} cm
    Bỏ qua khi: dòng được đặt vào giữa trang bằng dấu cách (chương trình bỏ qua).
    """
    fewest = 60
    for span in layout.sentences(view):
        typed = re.match(r"[ \u00a0]{2,}(?=\S)", span.text)
        # What stands in the middle is put there by spaces; a sentence is not.
        if typed and len(span.text) >= fewest and span.text.rstrip().endswith((".", ";", ":", ",", "/")):
            message = N_("Đầu đoạn “{doan}” lùi vào bằng {so} dấu cách.")
            hint = N_("Xóa các dấu cách, rồi Paragraph > Indentation > Special: First line.")
            shown = " ".join(span.text.split()[:5])
            yield this.at(texts.piece(span, typed), message, hint, new="", doan=shown, so=len(typed[0]))


@rule("DC13", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính")
def tieu_de_muc_dau_hai_cham(this: Rule, view: DocumentView) -> Faults:
    """Các tiêu đề cùng cấp, chỗ có dấu hai chấm chỗ không.
    Căn cứ: các tiêu đề cùng cấp trong một văn bản viết theo một kiểu.
    Sai: “1. Kết quả đạt được:”, “2. Tồn tại, hạn chế:” rồi “3. Yêu cầu”.
    Đúng: “1. Kết quả đạt được”, “2. Tồn tại, hạn chế”, “3. Yêu cầu”. | Bỏ qua khi: tiêu đề dẫn ngay vào một danh sách.
    """
    fewest = 3
    for siblings in _siblings(view):
        with_colon = [label for label in siblings if label.rest.endswith(":")]
        without = [label for label in siblings if not label.rest.endswith(":")]
        if len(siblings) >= fewest and with_colon and without:
            one = min(with_colon, without, key=len)[0]
            shown = one.span.text.strip()
            usual = without[0] if one in with_colon else with_colon[0]
            message = N_("Tiêu đề “{doan}” khác kiểu với “{dung}”: chỗ có dấu hai chấm, chỗ không.")
            yield this.at(one.span, message, N_("Viết các tiêu đề cùng cấp theo một kiểu."), doan=shown, dung=usual.span.text.strip())


def _siblings(view: DocumentView) -> Iterator[list[outline.Label]]:
    """Yield the headings of each level below one and the same wider heading."""
    longest = 80
    found: dict[tuple[int, str, int], list[outline.Label]] = {}
    wider: dict[int, int] = {}
    prose = texts.prose(view)
    at = {label.span.paragraph.index: label for label in outline.labels(view)}
    for number, (span, below) in enumerate(pairwise(prose)):
        label = at.get(span.paragraph.index)
        if label is None:
            continue
        rank = outline.LEVELS.index(label.level)
        wider[rank] = number
        following = at.get(below.paragraph.index)
        content = following is None or outline.LEVELS.index(following.level) > rank
        title = 0 < len(label.rest) <= longest and ":" not in label.rest[:-1] and re.search(r"[\w)”:]$", label.rest)
        if content and label.level != "điểm" and title:
            parent = max((place for above, place in wider.items() if above < rank), default=-1)
            found.setdefault((label.annex, label.level, parent), []).append(label)
    yield from found.values()
