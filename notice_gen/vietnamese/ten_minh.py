"""What a paper says of itself a second time: its subject in the opening and the closing sentence and in Điều 1.

The period and the place there are those of the subject; others are what was left of the paper that this one was made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG

_YEAR = r"(?:(?: năm |/)20\d\d)?"
_KINDS = (
    (" tháng ", Pattern(r"\b(?P<ky>\d{1,2} tháng (?:đầu |cuối )?năm 20\d\d)")),
    ("uý ", Pattern(rf"\b(?P<ky>[Qq]uý (?:[IV]{{1,3}}|[1-4]){_YEAR})(?!\w)")),
    ("háng ", Pattern(r"(?<!\d )\b(?P<ky>[Tt]háng \d{1,2}(?: năm |/)20\d\d)")),
    (" 20", Pattern(r"\b(?P<ky>(?:[Nn]ăm học|[Gg]iai đoạn|[Nn]hiệm kỳ) 20\d\d ?[-–] ?20\d\d)")),
    ("uần ", Pattern(r"\b(?P<ky>[Tt]uần(?: thứ)? \d{1,2})\b")),
    ("ợt ", Pattern(r"\b(?P<ky>[Đđ]ợt \d{1,2})\b(?! ngày)")),
    ("ăm 20", Pattern(r"\b(?P<ky>[Nn]ăm 20\d\d)(?! ?[-–] ?20\d\d)")),
)
_WORDS = Pattern(r"([\w-]+[, ]+[\w-]+)[, ]+(?:của |trong |cho |lần |- )?$")
_HAMLET = Pattern(
    rf"\b(?P<loai>[Tt]hôn|[Bb]ản|[Ấấ]p|[Tt]ổ dân phố|[Kk]hu phố|[Kk]hối) "
    rf"(?P<ten>(?:số )?\d{{1,3}}|[{CHU_IN}][{CHU_THUONG}]+(?: [{CHU_IN}][{CHU_THUONG}]+){{0,3}})"
)
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

    >>> [one.doan for one in khac_trich_yeu("Kết quả tuyển quân năm 2026 xã Phú Lộc", "Kết quả tuyển quân năm 2026 xã Phú Vang.")]
    ['xã Phú Vang']
    >>> [*khac_trich_yeu("Kết quả tuyển quân năm 2026", "So với kết quả năm 2025, kết quả tuyển quân năm 2026 cao hơn.")]
    []
    """
    yield from _other_period(trich_yeu, cau)
    for kind, signs in ((_PLACE, ("xã ", "hường ", "đặc khu ")), (_HAMLET, ("hôn ", "ản ", "ấp ", " phố ", "hối "))):
        places = [*kind.finditer(trich_yeu)] if any(map(trich_yeu.__contains__, signs)) else []
        there = {_plain(one[0]) for one in kind.finditer(cau)} if places else set()
        if len({_plain(one[0]) for one in places}) == len(there) == 1:
            yield from (
                KhacTrichYeu(*one.span(), one[0], places[0][0]) for one in kind.finditer(cau)
                if _plain(one[0]) != _plain(places[0][0]) and _behind_its_words(trich_yeu, cau[: one.start()])
            )


def _other_period(subject: str, sentence: str) -> Iterator[KhacTrichYeu]:
    for sign, pattern in _KINDS:
        own = [*pattern.finditer(subject)] if sign in subject else []
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
    rf"(?:\b(?:báo cáo|trình|phản ánh|tham mưu)(?: kịp thời| kết quả)?(?: về| cho| đến| với)? (?:Chủ tịch )?"
    rf"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)"
    rf"|^\s*Trên đây là [^.;]{{5,200}}? của (?:Chủ tịch )?"
    rf"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Trường[^.;]{{3,40}}?)) {_UNIT}"
)  # fmt: skip


_OF_A_COMMUNE = (*(f"{body} {kind} " for body in ("nhân dân", "UBND", "HĐND") for kind in ("xã", "phường", "đặc khu")), "của Trường")


def xa_khac(text: str, ten: str) -> Iterator[tuple[int, int]]:
    """Yield where what is of a paper's own commune, *ten* in small letters, is said to be another's: who is reported to, whose paper it is.

    >>> [*xa_khac("Nếu có vướng mắc, báo cáo Ủy ban nhân dân xã Phú Vang xem xét.", "phú lộc")]
    [(42, 53)]
    """
    near = any(map(text.__contains__, _OF_A_COMMUNE)) and ten not in text.lower()
    for found in _TO_ITSELF.finditer(text) if near else ():
        if _plain(found["ten"]) != _plain(ten):
            yield found.start("loai"), found.end("ten")


_CONCLUDES = Pattern(
    r"\b[Kk]ết luận của (?:đồng chí )?(?P<pho>Phó )?(?P<chuc>Chủ tịch|Giám đốc|Cục trưởng|Chi cục trưởng|Hiệu trưởng|Trưởng ban)\b"
)


def ket_luan_cua(text: str) -> tuple[str, int, int] | None:
    """Return whose conclusion a text speaks of, and where it says so; None for none.

    >>> ket_luan_cua("Kết luận của Phó Chủ tịch Ủy ban nhân dân phường")
    ('Phó Chủ tịch', 13, 25)
    """
    found = _CONCLUDES.search(text)
    if found is None:
        return None
    start = found.start("pho" if found["pho"] else "chuc")
    return text[start : found.end("chuc")], start, found.end("chuc")


_ENTITY = Pattern(
    rf"\b(?P<loai>Công ty|Hợp tác xã|Doanh nghiệp|Bệnh viện|Trung tâm|Trường)"
    rf"(?: (?:TNHH|CP|MTV|[{CHU_THUONG}]+|Cổ phần|Tiểu học|Mầm non|THCS|THPT|Trung học|Y tế))*"
    rf" (?P<ten>[{CHU_IN}][{CHU_THUONG}]+(?: [{CHU_IN}][{CHU_THUONG}]+){{1,4}}(?: \d{{1,2}})?)"
)


def don_vi_khac(trich_yeu: str, van_ban: str) -> tuple[int, int, str] | None:
    """Return where a subject names the one firm, school or the like that its paper never does, and the one that it names instead.

    >>> don_vi_khac("Kiểm tra tại Công ty TNHH Sông Hương", "Đoàn kiểm tra Công ty TNHH Hương Giang. Công ty TNHH Hương Giang chấp hành.")
    (13, 36, 'Công ty TNHH Hương Giang')
    """
    own = [*_ENTITY.finditer(trich_yeu)]
    if len(own) != 1 or _plain(own[0]["ten"]) in _plain(van_ban):
        return None
    others = [one for one in _ENTITY.finditer(van_ban) if one["loai"] == own[0]["loai"]]
    names = {_plain(one["ten"]) for one in others}
    return (*own[0].span(), others[0][0]) if len(names) == 1 and len(others) > 1 else None


_OWN_TYPES = (
    "Kế hoạch|Báo cáo|Thông báo|Hướng dẫn|Chương trình|Phương án|Đề án|Quy chế|Quy định|Quyết định|Nghị quyết|Tờ trình|Biên bản|Công văn"
)
_CLOSES = Pattern(rf"^\s*Trên đây là (?:toàn bộ |nội dung )?(?P<loai>{_OWN_TYPES}|{_OWN_TYPES.lower()}) (?P<ten>[^.;:]*)")
_NAME_ENDS = Pattern(r",| của | (?:năm|quý|tháng|giai đoạn|nhiệm kỳ) [\dIV]| trên địa bàn| tại | đề nghị | yêu cầu | kính ")


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


@cache
def tu_thuong() -> frozenset[str]:
    """Return the words that any paper's name may have."""
    return frozenset(facts.words("tu_thuong_trong_ten"))


def tu_la(ten: str, van_ban: str) -> str:
    """Return the first two words side by side of a paper's name that nothing else in the paper has; empty where all are known.

    >>> tu_la("tổ chức Hội thi giáo viên giỏi", "kế hoạch tổ chức hội thi bơi lội, giáo viên thể dục")
    'viên giỏi'
    """
    said = f" {_plain(van_ban)} "
    for found in re.finditer(r"(?=(?<!\w)(\w+) (\w+)(?!\w))", ten):
        pair = f"{found[1]} {found[2]}".lower()
        if not {found[1].lower(), found[2].lower()} & tu_thuong() and f" {pair} " not in said:
            return f"{found[1]} {found[2]}"
    return ""
