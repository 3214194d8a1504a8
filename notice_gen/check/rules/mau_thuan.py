"""What a paper says twice and not alike: papers cited, annexes, figures of its tables, days, posts.

Each is a suggestion: which of the two is right the clerk alone knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from notice_gen.check import attached, citing, outline, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules.so_lieu import tables
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Phrases
from notice_gen.vietnamese import loi_gio
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.dieu_noi_bo import SO_PHU_LUC, cac_dieu, cac_so_phu_luc
from notice_gen.vietnamese.hang_so import la_dong_tong
from notice_gen.vietnamese.ngay_thang import ngay

_AGREE = "Sự thống nhất trong một văn bản"
_FEWEST_FIGURES = 3


@rule("MT01", Level.GOI_Y, _AGREE)
def trich_dan_hai_ngay(this: Rule, view: DocumentView) -> Faults:
    """Một văn bản được viện dẫn với hai ngày khác nhau.
    Căn cứ: một số, ký hiệu của một cơ quan chỉ có một ngày ban hành.
    Sai: Kế hoạch số 12/KH-UBND ngày 05/02/2026 ở đoạn đầu, Kế hoạch số 12/KH-UBND ngày 15/02/2026 ở đoạn sau.
    Đúng: cùng một ngày ở mọi chỗ. | Bỏ qua khi: hai cơ quan cùng ký hiệu, hoặc số của hai năm khác nhau.
    """
    days: dict[tuple[str, str], tuple[date, citing.Cited]] = {}
    for cited in citing.citations(view):
        paper = cited.paper
        if paper.ngay is None:
            continue
        key = paper.loai, str(paper.so_ky_hieu)
        first, where = days.setdefault(key, (paper.ngay, cited))
        # Numbers begin anew each year: the same number of another year is another paper, but hardly one of the same day and month.
        one_year = first.year == paper.ngay.year or (first.day, first.month) == (paper.ngay.day, paper.ngay.month)
        if first != paper.ngay and (paper.so_ky_hieu.nam or one_year):
            message = N_("“{doan}” ở đây ghi ngày {ngay}, ở trên ghi ngày {truoc}.")
            hint = N_("Xem lại ngày của văn bản được trích dẫn.")
            here, above = ngay(paper.ngay), ngay(where.paper.ngay or first)
            yield this.at(cited.place, message, hint, doan=cited.number.text, ngay=here, truoc=above)


@rule("MT02", Level.GOI_Y, _AGREE)
def trich_dan_hai_so(this: Rule, view: DocumentView) -> Faults:
    """Một văn bản được viện dẫn với hai số gần giống nhau.
    Căn cứ: một văn bản có một số. | Sai: Quyết định số 766/QĐ-TTg ngày 23/6/2022, rồi Quyết định số 776/QĐ-TTg ngày 23/6/2022;
    Kế hoạch số 08/KH-SNV và số 88/KH-SNV cùng ngày, cùng trích yếu
    Đúng: cùng một số ở mọi chỗ. | Bỏ qua khi: đó là hai văn bản ban hành cùng ngày.
    """
    seen: dict[tuple[str, str, date], list[citing.Cited]] = defaultdict(list)
    for cited in citing.citations(view):
        paper = cited.paper
        if paper.ngay is None or paper.so_ky_hieu.so is None:
            continue
        others = seen[paper.loai, paper.so_ky_hieu.ky_hieu, paper.ngay]
        for other in others:
            if _apart(other, cited) and (_slip(str(other.paper.so_ky_hieu.so), str(paper.so_ky_hieu.so)) or _of_one_subject(other, cited)):
                message = N_("“{doan}” và “{truoc}” cùng ngày, số gần giống nhau: có phải một văn bản?")
                hint = N_("Xem lại số của văn bản được trích dẫn.")
                yield this.at(cited.place, message, hint, doan=cited.number.text, truoc=other.number.text)
                break
        others.append(cited)


def _apart(one: citing.Cited, other: citing.Cited) -> bool:
    """Tell whether two citations are not of one list: in two paragraphs, or the second, bare, in another sentence or clause."""
    if one.span.paragraph.index != other.span.paragraph.index:
        return True
    return not other.paper.co_quan and re.search(r"[.;] ", other.span.paragraph.text[one.place.end : other.place.start]) is not None


def _of_one_subject(one: citing.Cited, other: citing.Cited) -> bool:
    """Tell whether two papers of one day say that they are about the same; numbers side by side may be of two such papers."""
    numbers = [cited.paper.so_ky_hieu.so or 0 for cited in (one, other)]
    subjects = [re.split(r"[,.;]", f"{cited.vien_dan.sau} ", maxsplit=1)[0].strip().lower() for cited in (one, other)]
    return abs(numbers[0] - numbers[1]) > _SIDE_BY_SIDE and subjects[0] == subjects[1] and len(subjects[0]) >= _LETTERS


_SIDE_BY_SIDE, _LETTERS = 5, 20


def _slip(one: str, other: str) -> bool:
    """Tell whether two numbers differ by two figures that changed places, or, of three figures or more, by one, or by one left out."""
    one, other = one.zfill(2), other.zfill(2)
    if abs(len(one) - len(other)) == 1 and min(len(one), len(other)) >= _FEWEST_FIGURES:
        short, long = sorted((one, other), key=len)
        return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))
    if len(one) != len(other) or one == other:
        return False
    wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
    # 765 and 766 of one day are two papers as a rule; 766 and 776 are one.
    return swapped or (len(one) >= _FEWEST_FIGURES and len(wrong) == 1 and wrong[0] < len(one) - 1)


_ANNEX_NAMED = rf"\b(?:Phụ lục|phụ lục|PL)\s+(?:số\s+)?(?P<so>{SO_PHU_LUC})(?=(?P<cua>[^.;)]{{0,40}}))"


@rule("MT03", Level.GOI_Y, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")
def phu_luc_nhac_ma_khong_co(this: Rule, view: DocumentView) -> Faults:
    """Lời văn nhắc tới một phụ lục mà trong tệp không có.
    Căn cứ: văn bản có phụ lục thì có chỉ dẫn về phụ lục đó. | Sai: “(chi tiết tại Phụ lục III)” trong khi tệp chỉ có Phụ lục I và II.
    Đúng: nhắc đúng số của phụ lục kèm theo. | Bỏ qua khi: phụ lục ở tệp khác, hoặc của một văn bản khác.
    """
    there = {number for annex in attached.annexes(view) if (number := attached.number(annex))}
    there = there or {"I"} & {"I" for _ in attached.annexes(view)}  # the only one has no number
    known = {*map(_value, there), 0}
    if known != {*range(len(known))} or len(attached.annexes(view)) > max(len(there), 1):
        return  # they are numbered wrong themselves
    annexed = {paragraph.index for annex in view.annexes for paragraph in annex.paragraphs}
    for span, found in texts.matches(texts.prose(view), _ANNEX_NAMED, "hụ lục", "PL") if there else ():
        foreign = re.search(r"Nghị định|Thông tư|Luật|Quyết định số|Kế hoạch số|của (?!\w+(?: \w+)? này\b)", found["cua"])
        missing = cac_so_phu_luc(found["so"]) - known
        if missing and not foreign and span.paragraph.index not in annexed:
            known |= missing
            message = N_("Nhắc tới “{doan}”, trong tệp chỉ có phụ lục {co}.")
            shown = texts.part(span, found.start(), found.end("so"))
            yield this.at(shown, message, N_("Xem lại số của phụ lục, hoặc thêm phụ lục còn thiếu."), co=", ".join(sorted(there)))


def _value(shown: str) -> int:
    return int(shown) if shown.isdigit() else texts.roman_value(shown)


_FIGURE = r"(?P<so>\d{1,3}(?:\.\d{3})+|\d+)(?![\d%/]|[.,]\d)"
_COUNTED = rf"(?P<truoc>[Tt]ổng (?:số|cộng)|[Cc]ả thảy|[Tt]ất cả|[Tt]ổng)\s*(?:là|có|:)?\s*{_FIGURE}\s+(?P<gi>[a-z]+(?: [a-z]+){{0,3}})"
_AFTER_A_NAME = rf"(?P<gi>[A-Za-z]+(?: [a-z]+){{1,6}}):? (?:là |đạt |có )?{_FIGURE}(?= [a-z])"
_COUNTED_AFTER = rf"[Tt]ổng(?: số| cộng)? (?P<gi>(?!kết\b|hợp\b|số\b|cộng\b)[a-z]+(?: [a-z]+){{0,4}}?)(?: là|:| là:| có)? {_FIGURE}"


@rule("MT04", Level.GOI_Y, _AGREE)
def so_khac_bang(this: Rule, view: DocumentView) -> Faults:
    """Con số tổng trong lời văn khác dòng tổng của bảng trong cùng văn bản.
    Căn cứ: số liệu trong lời văn khớp với bảng, phụ lục kèm theo.
    Sai: lời văn ghi “tổng số 615 hồ sơ”, cột “Số hồ sơ” của bảng cộng được 610. | Đúng: hai con số như nhau.
    Bỏ qua khi: hai con số tính ở hai thời điểm, hai phạm vi khác nhau.
    """
    totals = list(_totals(view))
    running = texts.running(view) if totals else []
    for span, found, in_table in _said_twice(running, totals):
        said = int(found["so"].replace(".", ""))
        if said != in_table and _near(said, in_table):
            message = N_("Lời văn ghi “{doan}”, dòng tổng của bảng ghi {bang}.")
            yield this.at(texts.piece(span, found), message, N_("Xem lại con số trong lời văn và trong bảng."), bang=in_table)


def _said_twice(running: Iterable[Span], totals: list[tuple[str, int]]) -> Iterator[tuple[Span, re.Match[str], int]]:
    """Yield each figure of the text that a row of totals has too: after *tổng số*, or right behind the whole name of a column."""
    names = {heading: {value for one, value in totals if one == heading} for heading, _ in totals if " " in heading}
    for span in running:
        for pattern in (_COUNTED, _COUNTED_AFTER) if re.search("ổng|ả thảy|ất cả", span.text) else ():
            for found in texts.vietnamese(pattern).finditer(span.text):
                if (value := _total_of(found["gi"], totals)) is not None:
                    yield span, found, value
        for found in texts.vietnamese(_AFTER_A_NAME).finditer(span.text) if names else ():
            words = f" {bo_dau(texts.nfc(found['gi'])).upper()}"
            of_it = [values for heading, values in names.items() if words.endswith(f" {heading}") and len(values) == 1]
            yield from ((span, found, min(values)) for values in of_it)


def _total_of(thing: str, totals: list[tuple[str, int]]) -> int | None:
    """Return the one total of what is counted, by the longest head of its words that a column has; None for none or several."""
    words = bo_dau(thing).upper().split()
    for length in range(len(words), 0, -1):
        values = {value for heading, value in totals if re.search(rf"\b{' '.join(words[:length])}\b", heading)}
        if values:
            return values.pop() if len(values) == 1 and (length > 1 or len(words) == 1) else None
    return None


def _near(one: int, other: int) -> bool:
    """Tell whether two figures can be meant to be one: those far apart count something else."""
    return other > 0 and abs(one - other) * 5 <= max(one, other)


def _totals(view: DocumentView) -> Iterator[tuple[str, int]]:
    """Yield the figures in rows of totals, each with the folded words over its column and before its table."""
    for rows in tables(view):
        for row in rows[2:]:
            label = " ".join(span.text for span in row.values() if not span.text.strip().replace(".", "").isdigit())
            if not la_dong_tong(label):
                continue
            for column, span in row.items():
                figure = span.text.strip().replace(".", "")
                over = (one[column].text.strip() for one in rows[:2] if column in one)
                heading = " ".join(text for text in over if not text.replace(".", "").isdigit())
                if figure.isdigit():
                    yield bo_dau(texts.nfc(heading)).upper(), int(figure)


_EFFECT = r"có hiệu lực(?: thi hành)?(?: kể)? từ (?P<ngay>ngày (?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}))"


@rule("MT05", Level.GOI_Y, _AGREE)
def hieu_luc_truoc_ngay_ban_hanh(this: Rule, view: DocumentView) -> Faults:
    """Ngày có hiệu lực của văn bản đứng trước ngày ban hành.
    Căn cứ: hai ngày của một văn bản khớp nhau. | Sai: quyết định ngày 12/6/2026 “có hiệu lực kể từ ngày 01/6/2025”
    Đúng: có hiệu lực kể từ ngày ký. | Bỏ qua khi: chế độ được hưởng từ trước ngày ký.
    """
    within = texts.issued_within(view)
    own = r"(?:này|Quyết định|Nghị quyết|Quy chế) "
    for span, found in texts.matches(texts.legible(view), own + _EFFECT, "có hiệu lực") if within else ():
        day = next((day for _, day in texts.dates(found["ngay"])), None)
        if not within or not day or (found[0].startswith("này ") and day < within[0] - loi_gio.LAU):  # the latter told by TG16
            continue
        if day < within[0] and view.loai in texts.WITH_BASES:
            message = N_("“{doan}”: trước ngày ban hành ({ngay}).")
            yield this.at(texts.piece(span, found), message, N_("Xem lại ngày có hiệu lực, nhất là năm."), ngay=ngay(within[0]))


_POST = (
    r"(?P<chuc>(?:Phó )?(?:Chủ tịch|(?:Tổng )?Giám đốc|[Tt]rưởng (?:phòng|ban|thôn|đoàn)|Trưởng Công an|Chánh Văn phòng"
    r"|Hiệu trưởng|Bí thư|(?:Chi )?[Cc]ục trưởng|[Tt]ổ trưởng))"
)
_DOES = (
    "chủ trì", "phối hợp", "dự", "tham dự", "làm", "phụ trách", "chỉ đạo", "chịu", "là", "và", "theo dõi", "báo cáo", "phát biểu",
    "kết luận", "ký", "trình bày", "chủ tọa", "có", "đã", "được", "cùng", "để", "trực tiếp", "điều hành", "kiểm tra", "tổ chức thực hiện",
    "đề nghị", "yêu cầu", "giao", "đối với", "với", "cho", "thay", "của",
)
_OF = rf"(?P<noi>(?: (?!(?:{'|'.join(_DOES)})\b)[A-Za-z]+){{0,8}}%s)"
_HONOUR = r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Tt]hạc sĩ|[Tt]iến sĩ|ThS\.|TS\.|BS\.)"
_PERSON = rf"(?<!\w){_HONOUR} {texts.NAME}\s*(?:,|-|–|\(|:)\s*(?:[^,;.()]{{0,60}}, )?{_POST}{_OF % ''}"
_SURNAME = (
    r"(?=(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Đinh|Lương|Mai|Đào|Tô|Hà|Cao|Trịnh)"
    r" [A-Z][a-z]+ [A-Z])"
)
_POST_FIRST = rf"\b{_POST}{_OF % '?'}(?:,? {_HONOUR} | {_SURNAME}){texts.NAME}\b(?! [A-Z]|\s*(?:,|-|–|\()\s*(?:Phó |Quyền )?[A-Z])"
# A post that somebody had, or is given.
_GIVEN = Phrases(
    r"\b(?:bổ nhiệm|miễn nhiệm|bãi nhiệm|điều động|luân chuyển|nguyên (?:là )?(?:Phó|[A-Z])|bầu|giữ chức|thôi giữ|kiện toàn)\b"
)


@rule("MT06", Level.GOI_Y, _AGREE)
def mot_nguoi_hai_chuc_vu(this: Rule, view: DocumentView) -> Faults:
    """Một người ở hai chỗ ghi hai chức vụ của một cơ quan: cấp trưởng và cấp phó.
    Căn cứ: chức vụ của một người trong một cơ quan ghi như nhau.
    Sai: ông Nguyễn Văn A, Giám đốc Sở Nội vụ; ở đoạn sau: ông Nguyễn Văn A, Phó Giám đốc Sở Nội vụ | Đúng: một chức vụ ở mọi chỗ.
    Bỏ qua khi: người đó vừa được bổ nhiệm, hoặc là hai người trùng tên.
    """
    signer = _signer(view)
    posts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    needed = "ông ", "Ông ", "bà ", "Bà ", "ồng chí ", " sĩ ", "S. ", "hủ tịch ", "iám đốc ", "rưởng ", "Văn phòng ", "Bí thư "
    found_both = (found for pattern in (_PERSON, _POST_FIRST) for found in texts.matches(texts.legible(view), pattern, *needed))
    told = [one for one in found_both if not _GIVEN.search(one[0].text)]
    for span, found in sorted(told, key=lambda one: (one[0].paragraph.index, one[1].start("chuc"))):
        post, place = found["chuc"].removeprefix("Phó ").lower(), f" {bo_dau(found['noi'].strip()).upper()} "
        known = posts[found["ten"], post]
        own = signer[1] if signer and signer[::2] == (found["ten"], post) and place.strip() in signer[3] else found["chuc"]
        before = next((other for other, of in known if _is_one_place(place, of)), own)
        known.append((found["chuc"], place))
        if before.lower() != found["chuc"].lower():
            message = N_("{ten} ở đây là {doan}, ở chỗ khác là {truoc}.")
            place_ = texts.part(span, found.start("chuc"), found.end("chuc"))
            yield this.at(place_, message, N_("Xem lại chức vụ của người này."), ten=found["ten"], truoc=before)


def _is_one_place(one: str, other: str) -> bool:
    """Tell whether two places can be one, the words of both between spaces: where neither is said, or both, one of them shorter."""
    if not one.strip() or not other.strip():
        return one.strip() == other.strip()
    return one.startswith(other) or other.startswith(one)


def _signer(view: DocumentView) -> tuple[str, str, str, str] | None:
    """Return the one signer's name, post with and without its Phó, the issuer's folded name; None without one, or a post."""
    found = texts.signer(view)
    if found is None:
        return None
    name, post = found
    issuer = " ".join(span.text for span in texts.boxed(view, "co_quan"))
    own = post.removeprefix("phó ")
    own = own[:1].upper() + own[1:]
    shown = f"Phó {own}" if post.startswith("phó ") else own
    return texts.nfc(name.text.strip()), shown, own.lower(), bo_dau(texts.nfc(issuer)).upper()


_MOMENT = (
    r"[^.;]{0,60}?(?P<gio>\d{1,2}) ?(?:giờ|h|:) ?(?P<phut>\d{2})?[^.;\d]{0,20}"
    r"(?:ngày (?P<ngay>\d{1,2}(?:/\d{1,2}| tháng \d{1,2}))|cùng ngày)"
)
_BEGINS = rf"\b(?:[Bb]ắt đầu|[Kk]hai mạc){_MOMENT}"
_MINUTES_BEGIN = rf"(?:\b(?:[Bb]ắt đầu|[Kk]hai mạc)|^[^.;:]{{0,20}}\b[Vv]ào (?:hồi|lúc)){_MOMENT}"
_ENDS = rf"\b(?:kết thúc|bế mạc){_MOMENT}"


@rule("MT08", Level.GOI_Y, _AGREE)
def ket_thuc_truoc_bat_dau(this: Rule, view: DocumentView) -> Faults:
    """Cuộc họp kết thúc trước giờ bắt đầu trong cùng một ngày.
    Căn cứ: hai mốc thời gian của một cuộc họp khớp nhau. | Sai: bắt đầu 08 giờ 15 ngày 12/11, kết thúc vào 7 giờ 30 ngày 12/11
    Đúng: kết thúc vào 10 giờ 30 ngày 12/11 | Bỏ qua khi: hai mốc là của hai cuộc họp.
    """
    running = texts.running(view)
    begun: dict[str, tuple[int, int]] = {}
    begins, signs = (_MINUTES_BEGIN, ("ắt đầu", "hai mạc", "ào hồi", "ào lúc")) if view.loai == "BB" else (_BEGINS, ("ắt đầu", "hai mạc"))
    for _, found in texts.matches(running, begins, *signs):
        begun.setdefault(_day(found["ngay"] or ""), _clock(found))
    for span, found in texts.matches(running, _ENDS, "kết thúc", "bế mạc") if begun else ():
        day = _day(found["ngay"] or (next(iter(begun)) if len(begun) == 1 else ""))
        if len(begun) == 1 and day and day not in begun and _month_day(day) < _month_day(*begun):
            message = N_("“{doan}”: trước ngày bắt đầu ({ngay}).")
            yield this.at(texts.piece(span, found, "ngay"), message, N_("Xem lại ngày bắt đầu, ngày kết thúc."), ngay=next(iter(begun)))
        first = begun.get(day)
        if first and _clock(found) <= first:
            message = N_("“{doan}”: không sau giờ bắt đầu ({gio} giờ {phut:02d}).")
            place = texts.part(span, found.start("gio"), found.end())
            yield this.at(place, message, N_("Xem lại giờ bắt đầu, giờ kết thúc."), gio=first[0], phut=first[1])


def _day(shown: str) -> str:
    return "/".join(str(int(figure)) for figure in re.findall(r"\d+", shown))


def _month_day(day: str) -> list[int]:
    return [int(figure) for figure in reversed(day.split("/"))]


def _clock(found: re.Match[str]) -> tuple[int, int]:
    return int(found["gio"]), int(found["phut"] or 0)


@rule("MT09", Level.GOI_Y, _AGREE)
def dieu_nhac_ma_khong_co(this: Rule, view: DocumentView) -> Faults:
    """Lời văn nhắc tới một điều của chính văn bản mà văn bản không có.
    Căn cứ: viện dẫn điều của văn bản nào thì văn bản đó có điều ấy. | Sai: quyết định có 3 điều, Điều 3 ghi “các ông, bà có tên tại
    Điều 7 chịu trách nhiệm thi hành Quyết định này” | Đúng: có tên tại Điều 1 | Bỏ qua khi: điều đó là của văn bản khác nêu ở câu trước.
    """
    articles: dict[int, set[int]] = defaultdict(set)  # by the annex that they are in, -1 of the paper's own
    for label in outline.labels(view):
        if label.level == "Điều":
            articles[label.annex].add(label.value)
    annexes = {paragraph.index: n for n, annex in enumerate(view.annexes) for paragraph in annex.paragraphs}
    for span in texts.prose(view) if articles else ():
        where = annexes.get(span.paragraph.index, -1)
        for named in cac_dieu(texts.nfc(span.text), kem_theo=where >= 0) if where in articles else ():
            absent = [number for number in named.cac_dieu if number not in articles[where]]
            if absent and max(articles[where]) == len(articles[where]):  # gaps in the numbers are told as such
                message, hint = N_("Văn bản chỉ có {co} điều, không có Điều {so}."), N_("Xem lại số của điều ở “{doan}”.")
                shown = texts.part(span, named.tu, named.den)
                yield this.at(shown, message, hint, co=len(articles[where]), so=absent[0])
