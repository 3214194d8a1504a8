"""What a paper says of itself a second time: its subject in the opening and the closing sentence and in Điều 1.

The period and the place there are those of the subject; others are what was left of the paper that this one was made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG

_YEAR = r"(?:(?: năm |/)20\d\d)?"
_KINDS = (
    ("tháng đầu", Pattern(rf"\b(?P<ky>\d{{1,2}} tháng (?:đầu |cuối )?năm 20\d\d)")),
    ("quý", Pattern(rf"\b(?P<ky>[Qq]uý (?:[IV]{{1,3}}|[1-4]){_YEAR})(?!\w)")),
    ("tháng", Pattern(r"(?<!\d )\b(?P<ky>[Tt]háng \d{1,2}(?: năm |/)20\d\d)")),
    ("khoảng", Pattern(r"\b(?P<ky>(?:[Nn]ăm học|[Gg]iai đoạn|[Nn]hiệm kỳ) 20\d\d ?[-–] ?20\d\d)")),
    ("tuần", Pattern(r"\b(?P<ky>(?:[Tt]uần(?: thứ)?|[Đđ]ợt) \d{1,2})\b(?! ngày)")),
    ("năm", Pattern(r"\b(?P<ky>[Nn]ăm 20\d\d)(?! ?[-–] ?20\d\d)")),
)
_WORDS = Pattern(r"([\w-]+[, ]+[\w-]+)[, ]+(?:của |trong |cho |lần |- )?$")
_UNIT = rf"(?P<loai>[Xx]ã|[Pp]hường|[Đđ]ặc khu) (?P<ten>[{CHU_IN}][{CHU_THUONG}]+(?: [{CHU_IN}][{CHU_THUONG}]+){{0,4}})"
_PLACE = Pattern(rf"\b{_UNIT}")
_CITED = Pattern(r"\b(?:số \d[^\s,;]*|ngày \d)")


@record
class KhacTrichYeu:
    """A period or place of a sentence that is not the subject's.

    Attributes:
        tu, den: where it stands in the sentence, in characters.
        doan: as typed.
        dung: what the subject has.
    """

    tu: int
    den: int
    doan: str
    dung: str


def khac_trich_yeu(trich_yeu: str, cau: str) -> Iterator[KhacTrichYeu]:
    """Yield the period and the place that a sentence about the paper itself has, behind words of the subject, where that has another.

    >>> [one.doan for one in khac_trich_yeu("Kết quả tuyển quân năm 2026 xã Phú Lộc", "Trên đây là kết quả tuyển quân năm 2025 xã Phú Vang.")]
    ['năm 2025', 'xã Phú Vang']
    >>> [*khac_trich_yeu("Kết quả tuyển quân năm 2026", "So với kết quả năm 2025, kết quả tuyển quân năm 2026 cao hơn.")]
    []
    """
    yield from _other_period(trich_yeu, cau)
    if places := [*_PLACE.finditer(trich_yeu)]:
        there = {_plain(one[0]) for one in _PLACE.finditer(cau)}
        if len({_plain(one[0]) for one in places}) == len(there) == 1:
            yield from (
                KhacTrichYeu(*one.span(), one[0], places[0][0]) for one in _PLACE.finditer(cau)
                if _plain(one[0]) != _plain(places[0][0]) and _behind_its_words(trich_yeu, cau[: one.start()])
            )


def _other_period(subject: str, sentence: str) -> Iterator[KhacTrichYeu]:
    for _, pattern in _KINDS:
        own = [*pattern.finditer(subject)]
        if not own:
            continue
        said = [*pattern.finditer(sentence)]
        # A subject of two periods says which of them is meant nowhere.
        if len(own) == 1 and len({_plain(one["ky"]) for one in said}) == 1 and not _CITED.search(sentence, 0, said[0].start()):
            here, there = _figures(said[0]["ky"]), _figures(own[0]["ky"])
            if here != there and len(here) == len(there) and _behind_its_words(subject, sentence[: said[0].start()]):
                yield KhacTrichYeu(*said[0].span("ky"), said[0]["ky"], own[0]["ky"])
        return


def _figures(period: str) -> tuple[str, ...]:
    return tuple(one.lstrip("0") for one in re.findall(r"\d+|(?<=quý )[IV]+", period[:1].lower() + period[1:]))


def _behind_its_words(subject: str, before: str) -> bool:
    """Tell whether the last two words before a place stand in the subject, too."""
    words = _WORDS.search(before)
    return words is not None and _plain(words[1]) in _plain(subject)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_TO_ITSELF = Pattern(
    rf"(?:\b(?:báo cáo|trình|phản ánh|tham mưu)(?: kịp thời| kết quả)?(?: về| cho| đến| với)? (?:Chủ tịch )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)"
    rf"|^\s*Trên đây là [^.;]{{5,200}}? của (?:Chủ tịch )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Trường[^.;]{{3,40}}?)) {_UNIT}"
)  # fmt: skip


def xa_khac(text: str, ten: str) -> Iterator[tuple[int, int]]:
    """Yield where what is said to be of a paper's own commune, *ten* in small letters, is of another: who it is reported to, whose paper it is.

    >>> [*xa_khac("Nếu có vướng mắc, báo cáo Ủy ban nhân dân xã Phú Vang xem xét.", "phú lộc")]
    [(44, 55)]
    """
    for found in _TO_ITSELF.finditer(text) if "xã" in text or "phường" in text else ():
        if _plain(found["ten"]) != _plain(ten) and _plain(ten) not in _plain(text):
            yield found.start("loai"), found.end("ten")


_OWN_TYPES = "Kế hoạch|Báo cáo|Thông báo|Hướng dẫn|Chương trình|Phương án|Đề án|Quy chế|Quy định|Quyết định|Nghị quyết|Tờ trình|Biên bản|Công văn"
_CLOSES = Pattern(rf"^\s*Trên đây là (?:toàn bộ |nội dung )?(?P<loai>{_OWN_TYPES}|{_OWN_TYPES.lower()}) (?P<ten>[^.;:]*)")
_NAME_ENDS = Pattern(r",| của | (?:năm|quý|tháng|giai đoạn|nhiệm kỳ) [\dIV]| trên địa bàn| tại | đề nghị | yêu cầu | kính ")
_SMALL = frozenset(
    """
    và về việc các của trong cho với theo tại để được đã là có những một số từ đến sẽ này trên dưới cùng do khi
    tổ chức thực hiện triển khai tiến hành kết quả công tác nội dung hoạt động xây dựng tăng cường nâng cao đẩy mạnh tình hình nhiệm vụ
    kiểm tra đánh giá báo cáo tổng hợp giải pháp phương hướng ban hành quy định kế hoạch chương trình thi hành chỉ đạo
    """.split()
)  # fmt: skip


def cau_ket(text: str) -> tuple[str, str, int] | None:
    """Return the type and the name that a closing sentence gives its own paper, and where the name begins; None for another sentence.

    >>> cau_ket("Trên đây là Kế hoạch tổ chức Ngày hội đọc sách năm 2026 của Ủy ban nhân dân xã.")
    ('Kế hoạch', 'tổ chức Ngày hội đọc sách', 21)
    """
    found = _CLOSES.match(text)
    if found is None:
        return None
    end = _NAME_ENDS.search(found["ten"])
    return found["loai"], found["ten"][: end.start()] if end else found["ten"], found.start("ten")


def tu_la(ten: str, van_ban: str) -> str:
    """Return the first two words side by side of a paper's name that nothing else in the paper has; empty where all are known.

    >>> tu_la("tổ chức Tuần lễ Du lịch", "kế hoạch tổ chức tuần lễ văn hóa đọc, có lịch trưng bày")
    'Du lịch'
    """
    for found in re.finditer(r"(?=(?<!\w)(\w+) (\w+)(?!\w))", ten):
        pair = f"{found[1]} {found[2]}".lower()
        if not {found[1].lower(), found[2].lower()} & _SMALL and not re.search(rf"(?<!\w){re.escape(pair)}(?!\w)", van_ban):
            return f"{found[1]} {found[2]}"
    return ""


_BODIES = {
    "Tổ": ("Tổ trưởng", "Tổ phó", "Phó Tổ trưởng", "Phó tổ trưởng"), "Ban": ("Trưởng ban", "Phó Trưởng ban", "Phó trưởng ban", "Trưởng Ban"),
    "Đoàn": ("Trưởng đoàn", "Phó Trưởng đoàn", "Phó trưởng đoàn", "Trưởng Đoàn"), "Hội đồng": ("Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng"),
}  # fmt: skip
_BODY = (
    r"(?P<to>Tổ (?:công tác|giúp việc|thẩm định|kiểm tra|kiểm kê|tư vấn|chuyên gia|rà soát|soạn thảo)|Ban (?:Chỉ đạo|Tổ chức|Quản lý|Giám sát"
    r"|Vận động|Biên tập|Chỉ huy|Soạn thảo)|Hội đồng|Đoàn (?:kiểm tra|thanh tra|công tác|giám sát|thẩm định|khảo sát))"
)
_SET_UP = Pattern(rf"\b[Tt]hành lập {_BODY}\b")
_DOES = Pattern(rf"^\s*(?:Điều \d+\. |\d+\. )?{_BODY} (?:có (?:nhiệm vụ|trách nhiệm)|chịu trách nhiệm trước|tự giải thể|hoạt động theo)\b")
_ROLE = Pattern(
    r"[,:–-] (?:làm )?(?P<vai>(?:Phó )?[Tt]rưởng (?:[Bb]an|[Đđ]oàn)|Tổ trưởng|Tổ phó|Phó [Tt]ổ trưởng|(?:Phó )?Chủ tịch Hội đồng)(?: thường trực)?\s*[;.]?\s*$"
    r"|của (?P<cua>[Tt]rưởng (?:[Bb]an|[Đđ]oàn)|Tổ trưởng|Chủ tịch Hội đồng)(?= (?:và|phân|giao)|[,.;])"
)  # fmt: skip


def thanh_lap(text: str) -> str:
    """Return what a text sets up, ``Tổ công tác``, ``Ban Chỉ đạo``; empty for nothing, or several.

    >>> thanh_lap("Về việc thành lập Tổ công tác chuyển đổi số"), thanh_lap("Thành lập Hội đồng; thành lập Tổ giúp việc Hội đồng")
    ('Tổ công tác', '')
    """
    found = {one["to"] for one in _SET_UP.finditer(text)} if "hành lập" in text else set()
    return found.pop() if len(found) == 1 else ""


def to_khac(to: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a paragraph speaks of another body than the one that its paper sets up, or gives a role of another sort of body.

    >>> [*to_khac("Tổ công tác", "2. Bà Lê Thị Hoa, Phó Chủ tịch, Phó Trưởng ban;")], [*to_khac("Ban Chỉ đạo", "Ông A, Trưởng ban;")]
    ([(31, 45)], [])
    """
    other = _DOES.match(text)
    if other and other["to"] != to:
        yield other.span("to")
    own = next((roles for kind, roles in _BODIES.items() if to.startswith(kind)), ())
    for found in _ROLE.finditer(text):
        group = "vai" if found["vai"] else "cua"
        if found[group] not in own:
            yield found.span(group)


_ISSUED = Pattern(
    r"(?:[Bb]an hành(?: kèm theo (?:Quyết định|Nghị quyết) này)?|^)\s*(?:bản )?(?P<loai>Quy chế|Quy định|Điều lệ|Nội quy|Quy trình|Kế hoạch|Đề án|Phương án)"
    r" (?:về (?:việc )?)?(?P<ten>[^.,;:()]+)", re.IGNORECASE,
)  # fmt: skip
_LAST_OF_NAME = Pattern(r" (?:của|trên địa bàn|tại|thuộc|giai đoạn|năm \d)\b")


def ban_hanh(text: str) -> tuple[str, str, int] | None:
    """Return the type and the name of what a text issues, and where the name begins; None where it issues nothing.

    >>> ban_hanh("Ban hành kèm theo Quyết định này Quy chế tiếp công dân của Ủy ban nhân dân xã Phú Lộc.")
    ('Quy chế', 'tiếp công dân', 41)
    """
    found = _ISSUED.search(text)
    return (found["loai"], _LAST_OF_NAME.split(found["ten"])[0].strip(), found.start("ten")) if found else None


def khac_han(one: str, other: str) -> bool:
    """Tell whether two names of what is issued have no word in common.

    >>> khac_han("tiếp công dân", "làm việc"), khac_han("quản lý, sử dụng tài sản công", "quản lý tài sản")
    (True, False)
    """
    words = [set(re.findall(r"\w+", name.lower())) - {"và", "về", "việc", "của"} for name in (one, other)]
    return bool(words[0] and words[1]) and words[0].isdisjoint(words[1])
