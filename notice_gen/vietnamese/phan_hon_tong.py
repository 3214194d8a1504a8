"""Parts that are more than their whole, votes that are more than the voters, the absent who are not as many as are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.vietnamese.ca_the import SO, SO_TIEP, gia_tri
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG

_WORD = r"[^\W\d_]+"
# A unit of one word names what is counted where it can be nothing else; of others two words are compared.
_THING = r"(?:hộ|người|em|cháu|xã|phường|thôn|lớp|trường|phiếu|ha|con|cây|đơn vị|km|m2|ca|vụ)"
_IN_IT = r"(?:trong đó|trong số đó|trong số này|trong số ấy)"
_OF_WHICH = Pattern(
    rf"(?P<truoc>(?:{_WORD} ){{0,3}}:? ?)(?P<mot>\d(?<![\d.,/–-]\d){SO_TIEP}) (?P<dv>{_THING}\b|{_WORD} {_WORD}\b)"
    rf"(?P<giua>[^.;\d()/%]{{0,60}}?)"
    rf",? \(?{_IN_IT},?:? (?P<vai>[^.;\d/%]{{0,60}}?)(?P<hai>{SO}) (?P=dv)\b(?!/)(?P<sau>[^.;]{{0,40}})"
)
# What these stand before, or within, is no whole: a rise, an average, a plan, a least.
_NO_WHOLE = Pattern(
    r"\b(?:tăng|giảm|thêm|vượt|bình quân|trung bình|mỗi|một|chỉ tiêu|kế hoạch|mục tiêu|tối thiểu|ít nhất|trên|hơn|gần|khoảng|từ"
    r"|dưới|đến|thiếu|còn|cùng kỳ|so với|năm trước|lũy kế|luỹ kế|cả năm|lượt|cao nhất|nhiều nhất|lớn nhất|quy đổi"
    r"|gieo|dự kiến|phấn đấu|điều chỉnh)\b",
    re.IGNORECASE,
)


def phan_hon_tong(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a part is more than its whole, and the whole.

    >>> list(phan_hon_tong("Trường có 612 học sinh, trong đó 626 học sinh hoàn thành chương trình."))
    [(10, 45, '612 học sinh')]
    >>> list(phan_hon_tong("Có mặt 16/15 thành viên; tuyển mới đạt 626/612 học sinh."))
    [(7, 23, '15')]
    """
    if "trong đó" in text or "trong số" in text:
        for found in _OF_WHICH.finditer(text):
            words = f"{found['truoc']}|{found['giua']}|{found['vai']}|{found['sau']}"
            if gia_tri(found["hai"]) > gia_tri(found["mot"]) and not _NO_WHOLE.search(words):
                yield found.start("mot"), found.end("hai") + 1 + len(found["dv"]), f"{found['mot']} {found['dv']}"
    if "/" in text:
        yield from _of_those(text)


_OF_ALL = Pattern(
    r"(?P<mot>\d(?<![\d.,/–-]\d)(?<!ngày \d)(?:\d{0,2}(?:\.\d{3})+|\d*))/(?P<hai>\d{1,3}(?:\.\d{3})+|\d+)(?![\d.,]*[/\d])"
    r" (?:đồng chí )?(?P<dv>thành viên|đại biểu|đảng viên|uỷ viên|ủy viên|đồng chí|học sinh|em|cháu|phiếu|cử tri"
    r"|hộ|người|hội viên|đoàn viên|cổ đông|thầy cô|giáo viên|viên chức|công chức|cán bộ)\b"
)
_TAKE_PART = Pattern(
    r"\b(?:có mặt|hiện diện|dự họp|tham dự|dự hội nghị|dự đại hội|tán thành|đồng ý|nhất trí|biểu quyết|bỏ phiếu|thống nhất|triệu tập"
    r"|hoàn thành chương trình|lên lớp|được lên lớp|tốt nghiệp|hạnh kiểm|học lực|xếp loại|đạt loại)\b",
    re.IGNORECASE,
)
_MORE_THAN_PLANNED = Pattern(
    r"chỉ tiêu|kế hoạch|vượt|kết nạp|tuyển|vận động|phát triển|so với|mục tiêu|giao|đăng ký|dự kiến|cùng kỳ", re.IGNORECASE
)


_LEAD = 60  # letters before a colon that say what is counted behind it


def _of_those(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _OF_ALL.finditer(text):
        if gia_tri(found["mot"]) > gia_tri(found["hai"]):
            start = max(text.rfind(mark, 0, found.start()) for mark in ";.:(\n") + 1
            clause = re.split(r"[;.)](?!\d)", text[start:])[0]
            lead = text[max(0, start - _LEAD) : start] if text[:start].endswith(":") else ""
            if _TAKE_PART.search(lead + clause) and not _MORE_THAN_PLANNED.search(lead + clause):
                yield *found.span(), found["hai"]


_BALLOT = r"(?:phiếu|thành viên|ý kiến|đại biểu|người|đồng chí|đảng viên|hộ|cử tri|ủy viên|uỷ viên)"
_YES, _NO = r"(?:tán thành|đồng ý|nhất trí)", r"không (?:tán thành|đồng ý|nhất trí)"
_NEITHER = r"(?:không (?:có )?ý kiến|ý kiến khác|không biểu quyết|phiếu trắng)"
_COUNT = r"(?P<so>\d{1,5})(?![\d.,]*[%\d])"


def _kinds(form: str) -> tuple[Pattern, ...]:
    return tuple(Pattern(form.format(kind), re.IGNORECASE) for kind in (rf"(?<!không ){_YES}", _NO, _NEITHER))


_BEFORE = _kinds(rf"\b{{}}(?: có| là|:)* (?:{_BALLOT}:? )?(?<![\d.,/])" + _COUNT.replace("{", "{{").replace("}", "}}"))
_AFTER = _kinds(
    r"(?<![\d.,/])" + _COUNT.replace("{", "{{").replace("}", "}}") + rf"(?:/\d+)? {_BALLOT}(?: bầu| biểu quyết)? {{}}\b"
)
_THERE = Pattern(
    r"\b(?:có mặt|dự họp|thu về|phát ra|tham gia biểu quyết|tổng số(?: phiếu)?(?: đại biểu| thành viên)?)"
    r"(?: là|:)? (?:có )?(?P<so>\d{1,5})(?![\d.,]*[%\d])"
    rf"|(?<![\d.,/])(?P<sau>\d{{1,5}})(?:/\d+)? {_BALLOT} (?:có mặt|dự họp|tham dự|tham gia biểu quyết)\b",
    re.IGNORECASE,
)


def so_nguoi(text: str) -> list[int]:
    """Return how many a text says are present, or ballots are handed out or come back.

    >>> so_nguoi("Có mặt: 13/15 thành viên; phát ra 13 phiếu.")
    [13, 13]
    """
    return [int(found["so"] or found["sau"]) for found in _THERE.finditer(text)]


def phieu(text: str) -> tuple[int, int, int] | None:
    """Return where a text tells the votes of one matter, for and against, and how many they are; None for another text.

    >>> phieu("Kết quả: đồng ý 12 phiếu, không đồng ý 3 phiếu.")
    (9, 40, 15)
    """
    if not _VOTED.search(text):
        return None
    told = next((kinds for form in (_AFTER, _BEFORE) if (kinds := [[*one.finditer(text)] for one in form])[0] and kinds[1]), None)
    if told is None or any(len(one) > 1 for one in told):
        return None
    found = [one[0] for one in told if one]
    return min(one.start() for one in found), max(one.end() for one in found), sum(int(one["so"]) for one in found)


_VOTED = Pattern(r"\bkhông (?:tán thành|đồng ý|nhất trí)", re.IGNORECASE)
_HONOUR = r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|[Cc]ô|[Tt]hầy|[Aa]nh|[Cc]hị|[Cc]háu|[Ee]m)"
_ABSENT = Pattern(
    r"\b[Vv]ắng(?: mặt)?(?: có lý do| có phép)?(?: là|:)? (?P<so>\d{1,3})(?![\d./,]*[%\d/])(?P<giua>(?: [^\W\d_]+){0,5})"
    r"(?: ?\((?P<trong>[^()]+)\)|: (?P<sau>[^.;()]+)(?=[.;]|$))"
)
_ONE = Pattern(rf"^(?:gồm:? )?{_HONOUR}:? [{CHU_IN}][{CHU_THUONG}]*\b")
_NAME_ALONE = Pattern(rf"^[{CHU_IN}][{CHU_THUONG}]+ [{CHU_IN}][{CHU_THUONG}]+")


def vang_khac(text: str) -> Iterator[tuple[str, str]]:
    """Yield the number of the absent that is not that of those named behind it, and that.

    >>> [*vang_khac("Vắng 03 thành viên có lý do (bà Hoa đi công tác, ông Bình nghỉ ốm).")]
    [('Vắng 03 thành viên có lý do', '2')]
    """
    for found in _ABSENT.finditer(text):
        named = _named(found["trong"] or found["sau"])
        if named and named != int(found["so"]):
            yield text[found.start() : found.end("giua")], str(named)


def _named(listed: str) -> int:
    """Return how many persons a list names; 0 where that cannot be told."""
    items = [one.strip() for one in re.split(r"[,;]| và (?=[^\W\d_]+ [A-ZĐÀ-Ỹ])", listed)]
    persons = [one for one in items if _ONE.match(one)]
    doubtful = any(_NAME_ALONE.match(one) for one in items) or re.search(r"\bcác\b|…|\.\.|v\.v|\d", listed)
    return 0 if doubtful or not items or not _ONE.match(items[0]) else len(persons)


_TOGETHER = Pattern(
    r"\b[Gg]ồm(?: có)?:? (?P<so>0?[2-9]|1\d) (?:người|thành viên|ông, bà|đồng chí): (?P<cac>[^.:()]+)(?=[.(]|$)"
)
_NUMBERED = Pattern(r"^(?:và )?(?P<so>0?[1-9]|1\d) (?:người|thành viên|ủy viên|uỷ viên|đại diện|đồng chí)\b")
_IS_ONE = Pattern(
    r"^(?:(?:01 |một )?đại diện (?!các\b|hai\b|lãnh đạo các\b)|[^,]{3,60} (?:là|làm) "
    r"(?:Tổ trưởng|Trưởng (?:ban|đoàn)|Tổ phó|Phó [^,]{3,20}|[Tt]hư ký|thành viên|ủy viên)\b)"
)


def nguoi_khac(text: str) -> Iterator[tuple[str, str]]:
    """Yield the size of a body that its members, by their posts and numbers, do not come to, and what these come to.

    >>> [*nguoi_khac("Tổ gồm 05 người: Trưởng thôn là Tổ trưởng, đại diện Hội Phụ nữ và 01 người do hội nghị bầu.")]
    [('gồm 05 người', '3')]
    """
    for found in _TOGETHER.finditer(text):
        items = [one.strip() for one in re.split(r"[;,]|,? và (?=đại diện |\d)", found["cac"]) if one.strip()]
        numbers = [int(number["so"]) if (number := _NUMBERED.match(one)) else int(bool(_IS_ONE.match(one))) for one in items]
        if len(items) > 1 and all(numbers) and sum(numbers) != int(found["so"]):
            yield text[found.start() : found.start("cac")].rstrip(": "), str(sum(numbers))
