"""Lists of a paper: how many a sentence says there are and how many are listed, nobody listed twice, one body's roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules.nhat_quan import plain
from notice_gen.check.rules.so_lieu import tables
from notice_gen.check.view import Annex, DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Pattern
from notice_gen.vietnamese import viec_lap

_AGREE = "Sự thống nhất trong một văn bản"


_COUNTED = (
    r"gồm (?:có )?(?P<so>\d{1,3}) (?P<gi>(?:ông|bà|đồng chí|thành viên|cán bộ|công chức|người|cá nhân|tập thể|đơn vị|hộ|xã|phường|thôn|tổ)"
    r"[^.\d:]{0,60})\s*:?\s*$"
)
_LISTED_BELOW = (
    r"(?<![\d.,/])(?P<so>\d{1,3}) (?P<gi>ông, bà|đồng chí|thành viên|cán bộ|công chức|viên chức|người|cá nhân|học viên|học sinh|sinh viên"
    r"|hộ|đại biểu|tập thể|đơn vị|thôn|xã|phường)\b[^.;\d()]{0,80}"
    r"(?:\((?:có |theo |chi tiết tại |tại )?|,? (?:có tên (?:trong|tại) |theo ))[Dd]anh sách (?:kèm|đính) "
)


@rule("MT20", Level.GOI_Y, _AGREE)
def so_nguoi_khac_bang(this: Rule, view: DocumentView) -> Faults:
    """Câu dẫn ghi số người, số đơn vị khác với số dòng của bảng ngay dưới, hoặc của danh sách kèm theo.
    Căn cứ: con số ở câu dẫn khớp với bảng kê. | Sai: “gồm 04 ông, bà có tên sau:”, bảng có 3 dòng | Đúng: gồm 03 ông, bà
    """
    message, hint, lists_ = N_("“{doan}”, bảng ở dưới có {co} dòng."), N_("Xem lại con số hoặc bảng."), []
    annexed = {paragraph.index for annex in view.annexes for paragraph in annex.paragraphs}
    for rows in tables(view):
        first = next(iter(rows[0].values())).paragraph
        above = next((one for one in reversed(view.paragraphs[: _place(view, first.index)]) if one.text.strip()), None)
        found, counted = re.search(_COUNTED, texts.nfc(above.text)) if above else None, _rows_numbered(rows)
        if above and found and counted and int(found["so"]) != counted:
            place = Span(above, found.start("so"), found.end("gi"))
            yield this.at(place, message, hint, co=counted, doan=place.text.strip())
        if counted and first.index in annexed:
            lists_.append(counted)
    for span, found in texts.matches(texts.body(view), _LISTED_BELOW, "anh sách") if len(lists_) == 1 else ():
        if int(found["so"]) != lists_[0]:
            place = Span(span.paragraph, span.start + found.start("so"), span.start + found.end("gi"))
            yield this.at(place, N_("“{doan}”, danh sách kèm theo có {co} dòng."), hint, co=lists_[0], doan=place.text.strip())


def _rows_numbered(rows: list[dict[int, Span]]) -> int:
    """Return how many rows of a table are numbered, from one on; 0 where they are not."""
    numbers = [texts.nfc(row[min(row)].text).strip(" .") for row in rows[1:] if row]
    counted = [int(one) for one in numbers if one.isdigit()]
    return len(counted) if counted == [*range(1, len(counted) + 1)] else 0


def _place(view: DocumentView, index: int) -> int:
    return next((at for at, one in enumerate(view.paragraphs) if one.index == index), 0)


@rule("MT21", Level.GOI_Y, _AGREE)
def mot_nguoi_hai_dong(this: Rule, view: DocumentView) -> Faults:
    """Một họ tên ghi hai lần trong cùng một bảng, một danh sách.
    Căn cứ: danh sách ghi mỗi người một dòng. | Sai: dòng 1 và dòng 3 đều là Trần Thị B | Đúng: mỗi người một dòng.
    Bỏ qua khi: hai người trùng tên, hoặc một người có nhiều việc ở nhiều dòng.
    """
    for rows in tables(view):
        columns = [at for at, span in rows[0].items() if re.fullmatch(r"HO,? (?:CHU )?(?:DEM,? )?(?:VA )?TEN", plain(span.text))]
        cells = [row[columns[0]] for row in rows[1:] if columns and columns[0] in row]
        names, seen = [plain(cell.text) for cell in cells], set[str]()
        several = len(names) - len({*names}) > _SLIPS  # a person has a line for each of the things done
        for cell, name in zip(cells, names, strict=True) if not several else ():
            if name in seen and " " in name:
                message, hint = N_("“{doan}” có ở hai dòng của bảng."), N_("Xem lại họ tên ở dòng này.")
                yield this.at(cell, message, hint, doan=cell.text.strip())
            seen.add(name)


    yield from _named_again(this, view)


def _named_again(this: Rule, view: DocumentView) -> Faults:
    """Yield a person who has two numbered lines of one list of the text."""
    seen: dict[str, int] = {}
    numbered = [span for span in texts.prose(view) if span.text.lstrip()[:1].isdigit()]
    for span, found in texts.matches(numbered, _LISTED_PERSON, ". Ông ", ". Bà ", ". ông ", ". bà ", ") Ông ", ") Bà ", "hí ", "Đ/c"):
        number, name = int(found["so"]), plain(found["ten"])
        seen = {} if number == 1 else seen
        if name in seen and seen[name] < number and name.count(" ") > 1:
            message, hint = N_("“{doan}” có ở hai dòng của danh sách."), N_("Xem lại họ tên ở dòng này.")
            yield this.at(texts.piece(span, found, "ten"), message, hint)
        seen.setdefault(name, number)


_LISTED_PERSON = r"^\s*(?P<so>\d{1,2})[.)] (?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|Đ/c):? )(?P<ten>[A-Z][a-z]*(?: [A-Z][a-z]*){1,4})\s*[,;:(–-]"
_SLIPS = 2


_AWARDED = r"(?<![\d.,/])(?P<so>\d{1,3}) (?P<gi>tập thể|cá nhân)\b"
_GROUP = Pattern(r"(?:[IVX]{1,4}|[A-D]|\d)?[.) ]*(?:VE |DANH SACH |CAC )?(?P<gi>TAP THE|CA NHAN)\b(?! VA)")
_NUMBERED = Pattern(r"(?P<so>\d{1,3})[.)]?\s")


@rule("MT34", Level.GOI_Y, _AGREE)
def so_khen_khac_danh_sach(this: Rule, view: DocumentView) -> Faults:
    """Số tập thể, cá nhân ghi ở điều khoản khác với danh sách kèm theo.
    Căn cứ: danh sách kèm theo kể đủ những ai được nêu. | Sai: khen 02 tập thể và 04 cá nhân, danh sách có 3 cá nhân | Đúng: 03 cá nhân
    Bỏ qua khi: danh sách ở nhiều phụ lục.
    """
    running = [span for span in texts.body(view) if span.paragraph.cell is None]
    said = [*texts.matches(running, _AWARDED, " tập thể", " cá nhân")]
    listed = _awarded(view, view.annexes[0]) if said and len(view.annexes) == 1 else {}
    told: set[str] = set()
    for span, found in said:
        there = listed.get(plain(found["gi"]), 0)
        if there and there != int(found["so"]) and found["gi"] not in told and re.search(r"danh sách", span.text):
            told.add(found["gi"])
            message, hint = N_("“{doan}”, danh sách kèm theo có {co}."), N_("Xem lại con số hoặc danh sách.")
            yield this.at(texts.piece(span, found), message, hint, co=there)


def _awarded(view: DocumentView, annex: Annex) -> dict[str, int]:
    """Return how many of each group the list of an annex numbers; nothing where a group is not numbered from one on."""
    counts: dict[str, int] = {}
    group = ""
    for line in _lines(view, {paragraph.index for paragraph in annex.paragraphs}):
        heads, number = _GROUP.match(plain(line)), _NUMBERED.match(line.strip())
        if heads and (line.isupper() or not number):
            group = heads["gi"]
            if group in counts:
                return {}
        elif group and number:
            if int(number["so"]) != counts.get(group, 0) + 1:
                return {}
            counts[group] = int(number["so"])
    return counts


def _lines(view: DocumentView, own: set[int]) -> list[str]:
    """Return the lines of an annex, or the rows of its tables where it has no lines."""
    lines = [span.text for span in texts.prose(view) if span.paragraph.index in own]
    rows = [[*row.values()] for rows in tables(view) for row in rows if row]
    return lines or [" ".join(span.text for span in row) for row in rows if row[0].paragraph.index in own]


@rule("MT35", Level.GOI_Y, _AGREE)
def vai_cua_to_chuc_khac(this: Rule, view: DocumentView) -> Faults:
    """Trong một danh sách thành viên, có người giữ vai của loại tổ chức khác.
    Căn cứ: ban có trưởng ban, tổ có tổ trưởng, đoàn có trưởng đoàn. | Sai: dòng 1 ghi “Trưởng ban”, dòng 2 ghi “Tổ phó”
    Đúng: Trưởng ban, Phó Trưởng ban | Bỏ qua khi: danh sách gồm thành viên của hai tổ chức.
    """
    for spans in _lists(view) if any("ban" in one.text.lower() or "ổ " in one.text for one in texts.text(view)) else ():
        roles = [(span, one) for span in spans if (one := viec_lap.vai(texts.nfc(span.text)))]
        kinds = [kind for _, (_, _, kind) in roles]
        if len(roles) > 1 and kinds.count(kinds[0]) >= len(kinds) - 1:
            for span, (start, end, kind) in roles:
                if kind != kinds[0]:
                    message = N_("“{doan}”: người đứng đầu danh sách là {dung}.")
                    first, (begin, until, _) = roles[0]
                    yield this.at(texts.part(span, start, end), message, N_("Xem lại vai của người này."), dung=first.text[begin:until])


def _lists(view: DocumentView) -> Iterator[Sequence[Span]]:
    """Yield the lists of the text: numbered lines in a row, the columns of tables."""
    lines: list[Span] = []
    for span in texts.prose(view):
        number = _NUMBERED.match(span.text.strip()) if span.text.lstrip()[:1].isdigit() else None
        if number is None or int(number["so"]) == 1:
            yield lines
            lines = []
        if number:
            lines.append(span)
    yield lines
    for rows in tables(view):
        for column in rows[0]:
            yield [row[column] for row in rows[1:] if column in row]


_NAMED_AT = (
    r"(?P<ai>[^.;]{0,60}) có tên (?:nêu )?(?:tại|ở|trong) Điều (?P<so>\d{1,2})\b"
    r"(?!(?:,| và| hoặc|;| -) (?:Điều )?\d| (?:của )?(?:Quyết định|Nghị quyết|Nghị định|Thông tư|Luật) (?!này))"
)
_ARTICLE = Pattern(r"^Điều (?P<so>\d{1,2})\b")
_NAMES_SOMEBODY = Pattern(
    r"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c):? [A-ZĐÀ-Ỹ]\w+ [A-ZĐÀ-Ỹ]|[Dd]anh sách (?:kèm|đính|gửi kèm|tại|sau|dưới|ở)|danh sách\)"
    r"|có tên (?:sau|dưới|trong [Dd]anh)"
    r"|[Hh]ọ,? (?:chữ đệm,? )?(?:và )?tên|[Pp]hụ lục"
)


@rule("MT40", Level.GOI_Y, _AGREE)
def noi_co_ten_khac(this: Rule, view: DocumentView) -> Faults:
    """Điều khoản nhắc những ai “có tên tại” một điều không nêu tên ai, trong khi điều khác có nêu.
    Căn cứ: viện dẫn đúng điều có danh sách. | Sai: Điều 1 kể 05 ông, bà; Điều 2 giao nhiệm vụ; Điều 3 ghi “các ông, bà có tên tại Điều 2”
    Đúng: các ông, bà có tên tại Điều 1 | Bỏ qua khi: điều đó nêu tên theo cách khác.
    """
    told = [*texts.matches(texts.body(view), _NAMED_AT, "có tên ")]
    articles = _articles(view) if told else {}
    naming = [number for number, lines in articles.items() if any(map(_NAMES_SOMEBODY.search, lines))]
    for span, found in told if naming else ():
        number, listed = int(found["so"]), [one for one in articles.get(int(found["so"]), ()) if one.lstrip()[:1].isdigit()]
        persons = re.search(r"\b(?:ông|bà|đồng chí|cá nhân|công chức|viên chức)\b", found["ai"])
        if number in articles and number not in naming and (persons or not listed):
            message, hint = N_("“{doan}”: Điều {so} không nêu tên ai, Điều {dung} có nêu."), N_("Xem lại số của điều.")
            start = found.start("so") - len("Điều ")
            yield this.at(texts.part(span, start, found.end("so")), message, hint, so=number, dung=naming[0])


def _articles(view: DocumentView) -> dict[int, list[str]]:
    """Return the lines of each article of a paper's own text, tables and all."""
    annexed = {paragraph.index for annex in view.annexes for paragraph in annex.paragraphs}
    articles: dict[int, list[str]] = {}
    number = 0
    for span in texts.text(view):
        if span.paragraph.index not in annexed:
            head = _ARTICLE.match(texts.nfc(span.text))
            number = int(head["so"]) if head else number
            articles.setdefault(number, []).append(texts.nfc(span.text))
    articles.pop(0, None)
    return articles
