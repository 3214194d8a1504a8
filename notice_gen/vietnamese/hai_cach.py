"""One thing said in two ways within a paper: an organisation's name with one letter changed, a count of the same things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG, bo_dau
from notice_gen.vietnamese.con_so import doc_so

_NOUNS = (
    "Hiệp hội", "Hội", "Công ty", "Trường", "Trung tâm", "Liên đoàn", "Ban Quản lý", "Ban quản lý", "Hợp tác xã", "Bệnh viện", "Câu lạc bộ",
    "Liên minh", "Học viện", "Viện", "Ngân hàng", "Quỹ", "Làng nghề", "Nhà máy",
)
_NAME = Pattern(rf"\b(?=(?P<ten>(?:{'|'.join(_NOUNS)})(?: [{CHU_IN}{CHU_THUONG}]+){{2,9}}))")  # one may stand behind another
_LONGEST, _FEWEST, _OFTEN = 10, 4, 3
_LIKE = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")  # Kỹ, Kĩ: one syllable, written in two ways


@record
class HaiCach:
    """A name that differs by one letter from one that the paper has more often.

    Attributes:
        doan: which of the texts it stands in.
        tu, den: the syllable that differs, in characters.
        dung: the syllable that the others have.
        ten: the name as the others have it.
    """

    doan: int
    tu: int
    den: int
    dung: str
    ten: str


def ten_hai_cach(texts: Sequence[str]) -> Iterator[HaiCach]:
    """Yield each name of an organisation that stands once, and of four words or more twice or more with one syllable a letter different.

    >>> four = ["Hiệp hội Nước mắm Phan Thiết họp.", "Kính gửi Hiệp hội Nước mắm Phan Thiết", "Hiệp hội Nước nắm Phan Thiết báo cáo."]
    >>> [(one.doan, one.dung) for one in ten_hai_cach(four)]
    [(2, 'mắm')]
    """
    naming = [(n, text) for n, text in enumerate(texts) if any(map(text.__contains__, _NOUNS))]
    names = [(n, found, found["ten"].split(" ")) for n, text in naming for found in _NAME.finditer(text)] if len(naming) > 1 else []
    heads = Counter(" ".join(words[:length]).lower() for _, _, words in names for length in range(_FEWEST, min(len(words), _LONGEST) + 1))
    shown = {" ".join(words[:length]).lower(): words[:length] for _, _, words in names for length in range(_FEWEST, len(words) + 1)}
    gaps: dict[_Gap, list[list[str]]] = {}
    for often in [shown[key] for key, number in heads.items() if number > 1]:
        for at in range(len(often)):
            gaps.setdefault(_gap(often, at), []).append(often)
    for n, found, words in names if gaps else ():
        if other := _other(words, heads, gaps):
            at, right = other
            start = found.start() + len(" ".join(words[:at])) + 1
            yield HaiCach(n, start, start + len(words[at]), right[at], " ".join(right))


_Gap = tuple[int, tuple[str, ...]]


def _gap(words: Sequence[str], at: int) -> _Gap:
    """Return a name without one of its words, and which; names that differ in that word alone have it in common."""
    return at, tuple(word.lower() for n, word in enumerate(words) if n != at)


def _other(words: Sequence[str], heads: Counter[str], gaps: Mapping[_Gap, Sequence[list[str]]]) -> tuple[int, list[str]] | None:
    """Return which word of a name is another, and the longest name that others have for it; None for a name that is like others."""
    for length in range(min(len(words), _LONGEST), _FEWEST - 1, -1):
        mine = words[:length]
        if heads[" ".join(mine).lower()] != 1:
            continue
        for at, right in ((n, one) for n in range(length) for one in gaps.get(_gap(mine, n), ())):
            if _one_letter(mine[at], right[at]) and mine[-1][0].isupper() and right[-1][0].isupper():
                # The last syllable tells one school from the next; only of a mark, and often, it is a slip.
                of_a_mark = bo_dau(mine[at]).lower() == bo_dau(right[at]).lower() and heads[" ".join(right).lower()] >= _OFTEN
                if at < length - 1 or of_a_mark:
                    return at, right
    return None


def _one_letter(one: str, other: str) -> bool:
    """Tell whether two syllables differ by one letter, or its mark.

    >>> _one_letter("nắm", "mắm"), _one_letter("Kỹ", "Kĩ"), _one_letter("thôg", "thông"), _one_letter("Lợi", "Lan")
    (True, False, True, False)
    """
    short, long = sorted((one.lower(), other.lower()), key=len)
    if short.translate(_LIKE) == long.translate(_LIKE) or len(short) < 2:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


_COUNT = Pattern(
    rf"(?<![\d.,/%–-])(?P<so>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}) "
    rf"(?P<gi>[{CHU_THUONG}]+(?:,? [{CHU_THUONG}]+){{2,7}})(?=\s*(?P<sau>[.;,:()]|$| \d))"
)
_FILLS = frozenset({"đang", "đã", "hiện", "được"})
_NO_TOTAL = Pattern(
    r"trong đó|trong số|\b(?:thêm|tăng|giảm|so với|mỗi|khác|còn|lần|đợt|ngày|tháng|năm|tuần|quý|giờ|kỳ|mới|chỉ tiêu|kế hoạch|mục tiêu"
    r"|phấn đấu|dự kiến|đăng ký|giao|gồm|bình quân|tối thiểu|ít nhất|không quá|trên|hơn|gần|khoảng|đến|từ|tối đa"
    r"|giai đoạn|nếu|ví dụ|cho|của|tại|thuộc|với|và)\b",
    re.IGNORECASE,
)
_PLACE = Pattern(rf"\b(?:[Tt]hôn|[Xx]ã|[Pp]hường|[Ấấ]p|[Bb]ản|[Tt]ổ|[Kk]hu|[Tt]ỉnh|"
    rf"[Hh]uyện|[Tt]rường|[Pp]hòng|[Ss]ở|[Bb]an) [{CHU_IN}\d]")
_NEAR = 4
_UNITS = frozenset({
    "triệu", "tỷ", "đồng", "nghìn", "giờ", "phút", "điểm", "trang", "bản", "buổi", "tháng", "năm", "ngày", "tuần", "chữ", "lần",
})


@record
class Dem:
    """A count: which text it stands in, where, its number as typed and in figures, what is counted, less the words that do not matter."""

    doan: int
    tu: int
    den: int
    ghi: str
    so: int
    gi: str


def so_hai_cach(texts: Sequence[str]) -> Iterator[tuple[Dem, Dem]]:
    """Yield two counts of the same things, three words or more, that are not alike, neither of a part, a place or a time.

    >>> [(one.ghi, two.ghi) for one, two in so_hai_cach(["Hiện có 09 xã, phường có dịch.", "Các ổ dịch ở 08 xã, phường đang có dịch."])]
    [('09', '08')]
    """
    counts: dict[str, list[Dem]] = {}
    for n, text in enumerate(texts):
        for one in _counts(n, text):
            counts.setdefault(one.gi, []).append(one)
    for alike in counts.values():
        values = {one.so for one in alike}
        if len(values) == 2 and (max(values) - min(values)) * _NEAR <= max(values):
            first = alike[0]
            yield from islice(((first, one) for one in alike if one.so != first.so and one.doan != first.doan), 1)


def _counts(n: int, text: str) -> Iterator[Dem]:
    for found in _COUNT.finditer(text):
        words = [word for word in re.split(r",? ", found["gi"]) if word not in _FILLS]
        start = max(text.rfind(mark, 0, found.start()) for mark in (". ", "; ", ": ")) + 1
        sentence = re.split(r"[.;](?!\d)", text[start:].lstrip())[0]
        if len(words) > 2 and words[0] not in _UNITS and not _NO_TOTAL.search(sentence) and not _PLACE.search(text[: found.end()]):
            yield Dem(n, *found.span(), found["so"], int(doc_so(found["so"])), " ".join(words))
