"""The papers that a row of texts cites, one after another: which is named for the first time, and what is said around it.

Phụ lục I, Phần I, Mục II, khoản 6, điểm b: the first time a paper is named in full (type, number and symbol, date, issuer, subject),
then by its type and number; laws and ordinances go by their name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from notice_gen.errors import N_
from notice_gen.facts import Pattern, Phrases
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.trich_dan import TrichDan, cut_ngang, tim, trong_trich_yeu

LUAT = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
"""The types that are cited by their names alone."""

_LONGEST_SENTENCE = 1500
_LONGEST_BULLET = 12
_LETTERS_OF_A_SUBJECT = 60
# Those who issue papers, as their names begin.
_ISSUER = Phrases(r"\b{noi_ban_hanh}\b")
_SUBJECT = Phrases(r"\b{noi_dung_vien_dan}\b")
_SUBJECT_IN_CAPITALS = Pattern(
    r"\b(?:Về|Quy định|Ban hành|Hướng dẫn|Phê duyệt|Sửa đổi|Bổ sung|Triển khai|Công bố|Thực hiện|Thành lập|Kiện toàn|Tăng cường|Đẩy mạnh"
    r"|Phát động|Bãi bỏ|Thông qua)\b"
)
# “Kế hoạch … về triển khai thực hiện Nghị quyết số …”: the second stands in the subject of the first, quoted as it is.
_OF_ANOTHER = Pattern(
    r"\d[-/][A-ZĐ][\w./-]*[^;.()]{0,160}? (?:về|V/v)(?: việc)? (?:[^\W\d_]+ ){0,6}?"
    r"(?:thực hiện|triển khai|thi hành|cụ thể hóa|cụ thể hoá)(?: nội dung)? $"
)
_LETTERS_BEFORE = 280
_DONE_BY_IT = Pattern(
    r"\b(?:được|đã|bị|phê duyệt|ban hành|công bố|giao|thành lập|quy định|chỉ đạo|hướng dẫn)\b[^.;]{2,120}?\b(?:theo|tại|bằng)(?: các)?\s*$"
    r"|\w \w+ (?:phê duyệt|ban hành|công bố|thành lập)(?: kèm)? (?:theo|tại|bằng)(?: các)?\s*$"
    r"|\b(?:[Đđ]iều chỉnh|(?<!phân )[Cc]ấp|[Gg]ia hạn|[Cc]hấp thuận)(?: lại)?(?: lần [^\W_]+)? (?:kèm theo|tại|bằng)\s*$"
    r"|\b(?:xin ý kiến|có ý kiến|tham gia ý kiến|theo đề nghị)\b[^.;]{2,120}? tại\s*$"
)
# “được Tập đoàn A thông qua tại Văn bản số …”: who issued it stands before.
_BY_WHOM = Pattern(r"\b(?:được|do) [A-ZĐ][^.;()]{2,80}? (?:phê duyệt|thông qua|chấp thuận|ban hành|cấp)(?: kèm)? (?:tại|theo|bằng)\s*$")
_BARE_DAY = Pattern(r",? ?\(?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b")
_A_DAY = Pattern(r"\bngày[\s.…_{]{0,20}(?:[\d/\[<]|tháng\b|$)|\b(?:ban hành|phê duyệt|ký)(?: vào| trong)? (?:tháng|năm) \d")
_MONTH_OR_YEAR = Pattern(r"\btháng \d|năm \d{4}")
_SAID_ABOVE = Pattern(r"[^,;.]{0,60}\b(?:(?:nêu|nói|dẫn) (?:ở )?trên|đã nêu|trên đây)\b")
# “Thực hiện Công văn số … của Sở A, Sở B báo cáo …”: behind the comma stands who writes, and nothing more of the paper cited.
_LEADS = Pattern(
    r"(?i:thực hiện|thi hành|căn cứ|theo|tiếp theo|phúc đáp|trả lời|triển khai|tiếp nhận|nhận được|xét|trên cơ sở)(?: nội dung)?\s*$"
)
_WHO_WRITES = Phrases(
    r",\s+(?:{noi_ban_hanh}|đơn vị|nhà trường|cơ quan|địa phương|chúng tôi)\b(?:(?!\bvề\b)[^,;.]){{0,80}}?"
    r"\b(?:(?:thông )?báo cáo|thông báo|đề nghị|yêu cầu|trả lời|phúc đáp|có ý kiến|tham gia ý kiến|góp ý|trình|gửi|kính|trân trọng|xin"
    r"|ban hành|xây dựng|tổ chức|triển khai|hướng dẫn|giao|mời|cử|cung cấp|đã|tiến hành|tổng hợp|rà soát)\b"
)
# Between two papers of which one thing is said.
_AND = Pattern(r"(?: của [^,;.]{2,60}?)?(?: ?[,;])?(?: và| cùng)? ?")
# “136/2025/NĐ- CP ngày …”: read only in part, yet named with its day.
_REST_AND_DAY = Pattern(r" ?[-–] ?(?P<them>[A-ZĐ][\w-]*),? (?:của [^,;.]{2,40} )?ngày \d")
# “Theo đề nghị của … tại Tờ trình số …” is a form of its own (Phụ lục III, mẫu 1.2).
_ASKED = Pattern(r"\s*(?:[-–] )?(?:Theo đề (?:nghị|xuất)|Xét đề (?:nghị|xuất)|Xét Tờ trình)")
# “… đã báo cáo kết quả (Báo cáo số … ngày … của …)”: what it is about stands before the bracket.
_NAMED_BEFORE = Pattern(r"\w[^.;(]{20,}\((?:tại |theo |xem )?$")
_BRACKET_CLOSED = Pattern(r"[^(;.]{0,80}\)")


@record
class VienDan:
    """One paper cited at one place; what stands around it is cut where the sentence is too long.

    Attributes:
        doan: which of the texts it stands in.
        text: that text.
        paper: what is cited, read.
        lan_dau: whether the paper names it here for the first time; an annex goes on with the paper.
        dau_phan: whether its own part, the main text or an annex, names it here for the first time.
        truoc: the same sentence before it.
        sau: the rest of its clause, up to a full stop, a semicolon or the next paper cited.
        chung: what is said of it together with those right behind it: “Công văn … và Công văn … của Bộ Nội vụ về việc …”.
        dan: what stands before the first of them: “đã phê duyệt … tại các Quyết định …, …”.
        trong_ten: whether the subject of another paper names it.
    """

    doan: int
    text: str
    paper: TrichDan
    lan_dau: bool
    dau_phan: bool
    truoc: str
    sau: str
    chung: str = ""
    dan: str = ""
    trong_ten: bool = False

    @property
    def ghi_day_du(self) -> bool:
        """Whether it is to be named in full here: for the first time, no law, and nothing says that it was named above."""
        return self.lan_dau and self.paper.loai not in LUAT and _SAID_ABOVE.match(f"{self.paper.co_quan}{self.sau}") is None

    @property
    def thieu_ngay(self) -> bool:
        """Whether no date is given in its sentence: after it, or for what was done by it before.

        A month or a year alone dates the paper only before its subject, which may speak of any: “về chuyển đổi số năm 2026”.
        """
        after = self.paper.nguyen_van + self.sau
        shown = _A_DAY.search(after) or _MONTH_OR_YEAR.search(_SUBJECT.split(after, maxsplit=1)[0])
        return not (shown or _BARE_DAY.match(self.sau) or re.search(r"\b[Nn]gày \d", self.truoc))

    @property
    def thieu_co_quan(self) -> bool:
        """Whether it has a date, and no agency is named in its sentence."""
        named = self._in_list or self.paper.co_quan or _ASKED.match(self.text) or _BY_WHOM.search(self.truoc)
        return bool(self.paper.ngay and not (named or _ISSUER.search(self.truoc) or _ISSUER.search(self._of_it + self.chung)))

    @property
    def thieu_trich_yeu(self) -> bool:
        """Whether it has a date, and nothing of its subject follows, nor stands before: “đã được phê duyệt theo …”."""
        return bool(self.paper.ngay and not (self._says_subject or self.trong_ten or _ASKED.match(self.text)))

    @property
    def _of_it(self) -> str:
        """What follows it up to the clause of who writes, in a sentence that begins with what is carried out."""
        if not _LEADS.search(self.truoc):
            return self.sau
        ends = [found.start() for found in _WHO_WRITES.finditer(self.sau)]
        return self.sau[: ends[-1]] if ends else self.sau

    @property
    def _says_subject(self) -> bool:
        following = f"{self.paper.co_quan} {self._of_it}{self.chung}"
        said = _SUBJECT.search(following) or _SUBJECT_IN_CAPITALS.search(following) or _DONE_BY_IT.search(self.dan)
        named = _NAMED_BEFORE.search(self.truoc) and _BRACKET_CLOSED.match(self.sau)
        return bool(self._in_list or said or named or len(self._of_it.partition(",")[0]) >= _LETTERS_OF_A_SUBJECT)

    @property
    def _in_list(self) -> bool:
        """Whether it is an item of a list, whose leading sentence may say whose the papers are and what about."""
        start = self.paper.vi_tri[0]
        return start <= _LONGEST_BULLET and re.fullmatch(r"\s*(?:[-–+•*]|\w{1,2}[.)])\s*", self.text[:start]) is not None


@record
class Thieu:
    """What a paper named for the first time lacks: the rule's code and name, what is wrong, what to do."""

    ma: str
    ten: str
    loi: str
    sua: str


NGAY = Thieu(
    "TD01", "trich_dan_thieu_ngay", N_("Viện dẫn lần đầu “{doan}” chưa ghi ngày, tháng, năm ban hành."),
    N_("Lần đầu viện dẫn, ghi: {doan} ngày … tháng … năm … của … về …"),
)  # fmt: skip
CO_QUAN = Thieu(
    "TD02", "trich_dan_thieu_co_quan", N_("Viện dẫn lần đầu “{doan}” chưa ghi cơ quan ban hành."),
    N_("Thêm “của” và tên cơ quan ban hành sau ngày, tháng, năm."),
)  # fmt: skip
TRICH_YEU = Thieu(
    "TD03", "trich_dan_thieu_trich_yeu", N_("Viện dẫn lần đầu “{doan}” chưa ghi trích yếu nội dung."),
    N_("Thêm trích yếu của văn bản đó, ví dụ “về việc …”."),
)  # fmt: skip


CO_SO = N_("Viện dẫn luật không ghi số, ký hiệu: “{doan}”.")


def trong(text: str) -> tuple[TrichDan, ...]:
    """Return the papers cited in a text; several rules ask."""
    return tim(text) if "/" in text else ()


CHINH = -1
"""The main text, among the parts of a paper."""


def cac_vien_dan(
    texts: Iterable[tuple[int, str]], own: str = "", *, ban_hanh: Container[int] = (), trong_bang: Container[int] = (),
) -> Iterator[VienDan]:  # fmt: skip
    """Yield the papers cited in *texts*, in order; those within another's subject, or read only in part, left out.

    Args:
        texts: each with the part it stands in: :data:`CHINH`, or the number of an annex.
        own: the paper's own number and symbol, which it may name.
        ban_hanh: the annexes that are texts which the paper issues: papers of their own, they start again.
        trong_bang: which of the texts stand in cells: what they name with its day is named, of itself nothing is asked.

    >>> [one.lan_dau for one in cac_vien_dan([(-1, "Kế hoạch số 12/KH-UBND ngày 05/02/2026"), (-1, "theo Kế hoạch số 12/KH-UBND")])]
    [True, False]
    """
    seen: set[tuple[int, str]] = set()
    dated: set[str] = set()  # in a cell or within another's subject, “(được sửa đổi bởi Nghị định số … ngày …)”: named there with their day
    for doan, (part, text) in enumerate(texts):
        papers = trong(text)
        if doan in trong_bang:
            dated.update(_named_with_day(text, papers, in_cell=True))
            continue
        shared = _shared(text, papers) if len(papers) > 1 else [""]
        leaders, lead = _leaders(text, papers), ""
        within = _within_another(text, papers, leaders)
        for number, paper in enumerate(papers):
            dated.update(_named_with_day(text, (paper,)))
            shown = str(paper.so_ky_hieu)
            if not (own.endswith(shown) or cut_ngang(text, paper) or trong_trich_yeu(text, paper.vi_tri[0])):
                # A slip in a mark (LDCL, LĐCL) makes no other paper of it.
                key = part, bo_dau(shown).upper()
                above = part not in ban_hanh and ((CHINH, key[1]) in seen or (not paper.ngay and key[1] in dated))
                end = papers[number + 1].vi_tri[0] if number + 1 < len(papers) else len(text)
                before, after = _around(text, *paper.vi_tri, end)
                lead = before if number in leaders else lead
                opens = key not in seen
                yield VienDan(doan, text, paper, opens and not above, opens, before, after, shared[number], lead, number in within)
                seen.add(key)


def _named_with_day(text: str, papers: Iterable[TrichDan], *, in_cell: bool = False) -> Iterator[str]:
    """Yield, folded, the papers of a text that are named with their day where of themselves nothing is asked."""
    for paper in papers:
        rest = _REST_AND_DAY.match(text, paper.vi_tri[1]) if cut_ngang(text, paper) else None
        if rest or (paper.ngay and (in_cell or trong_trich_yeu(text, paper.vi_tri[0]))):
            yield bo_dau(f"{paper.so_ky_hieu}-{rest['them']}" if rest else str(paper.so_ky_hieu)).upper()


def _shared(text: str, papers: Sequence[TrichDan]) -> list[str]:
    """Return for each paper of a paragraph what is said of the last of the row it stands in; nothing for one that stands alone."""
    found = [""] * len(papers)
    for number in range(len(papers) - 2, -1, -1):
        end, following = papers[number].vi_tri[1], papers[number + 1]
        if _AND.fullmatch(text[end : following.vi_tri[0]]):
            next_one = papers[number + 2].vi_tri[0] if number + 2 < len(papers) else len(text)
            issuer = f" của {following.co_quan}" if following.co_quan else ""
            found[number] = issuer + (found[number + 1] or _around(text, *following.vi_tri, next_one)[1])
    return found


def _leaders(text: str, papers: Sequence[TrichDan]) -> frozenset[int]:
    """Return the papers of a paragraph that stand alone or first in a row."""
    gaps = ((number, text[papers[number - 1].vi_tri[1] : paper.vi_tri[0]]) for number, paper in enumerate(papers))
    return frozenset(number for number, gap in gaps if number == 0 or not _AND.fullmatch(gap))


def _within_another(text: str, papers: Sequence[TrichDan], leaders: Container[int]) -> frozenset[int]:
    """Return the papers of a paragraph that the subject of another names, with those in a row behind."""
    found: set[int] = set()
    for number, paper in enumerate(papers):
        start = paper.vi_tri[0]
        if (number not in leaders and number - 1 in found) or _OF_ANOTHER.search(text, max(start - _LETTERS_BEFORE, 0), start):
            found.add(number)
    return frozenset(found)


def _around(text: str, start: int, end: int, next_one: int) -> tuple[str, str]:
    before = text[max(0, start - _LONGEST_SENTENCE) : start]
    after = text[end : min(next_one, end + _LONGEST_SENTENCE)]
    return re.split(r"\. ", before)[-1], re.split(r"[.;](?:\s|$)", after, maxsplit=1)[0]
