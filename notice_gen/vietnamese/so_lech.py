"""Figures of a paragraph that hardly fit each other: a rest, a harvest, a rise and its share, parts and their whole, an average, votes.

What is told here is doubtful, as what ``tong_loi_van.py`` and ``doi_chieu.py`` tell is not: a part may be left out, a figure be rounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from notice_gen.facts import Pattern
from notice_gen.vietnamese.ca_the import GIUA, SO, SO_TIEP, ghi, gia_tri, thap_phan
from notice_gen.vietnamese.con_so import ty_le

_WORD = r"[^\W\d_]+"
_ONE = rf"(?P<mot>\d(?<![\d.,/]\d){SO_TIEP})"
_WHOLE = 100


def so_lech(text: str) -> Iterator[tuple[str, str]]:
    """Yield figures that do not fit those beside them, and what these come to.

    >>> list(so_lech("Giao 20.000 triệu đồng, đã giải ngân 15.000 triệu đồng, đạt 75%; còn lại 5.500 triệu đồng."))
    [('còn lại 5.500 triệu đồng', '5.000')]
    >>> list(so_lech("Thu hoạch 28.000 ha, năng suất bình quân 65 tạ/ha, sản lượng 173.600 tấn."))
    [('28.000 ha, năng suất bình quân 65 tạ/ha, sản lượng 173.600 tấn', '182.000 tấn')]
    >>> list(so_lech("Phiếu thu về: 13 phiếu; hợp lệ: 14 phiếu; không hợp lệ: 01 phiếu."))
    [('thu về: 13 phiếu; hợp lệ: 14 phiếu; không hợp lệ: 01 phiếu', '15')]
    """
    for signs, look in _LOOKS:
        if any(map(text.__contains__, signs)):
            yield from look(text)


def _of(text: str, unit: str) -> list[tuple[int, int, int | Fraction]]:
    """Return where the figures of a unit stand in a text, and their values."""
    ends = [(found, found.end() + 1 + len(unit)) for found in _FIGURE.finditer(text) if text.startswith(f" {unit}", found.end())]
    return [(*found.span(), gia_tri(found[0])) for found, end in ends if not text[end : end + 1].isalpha()]


_FIGURE = Pattern(rf"(?<![\d.,/])(?:{SO})")
_REST = Pattern(rf"\bcòn lại(?: là|:)? (?P<so>{SO}) (?P<dv>{_WORD}(?: đồng)?)")
_DONE = Pattern(r"\b(?:đã|giải ngân|hoàn thành|giải quyết|thực hiện|sử dụng|xử lý|nộp|thu|chi)\b")


def _rest(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is said to remain of two figures before it, the whole and what was done of it, and does not."""
    for found in _REST.finditer(text):
        sentence = re.split(r"\. ", text[: found.start()])[-1]
        before = _of(sentence, found["dv"])
        if len(before) != 2 or not _DONE.search(sentence, before[0][1], before[1][0]) or re.search(r"\bthêm\b|/", sentence):
            continue
        whole, done = (Fraction(value) for *_, value in before)
        if whole > done and whole - done != gia_tri(found["so"]):
            yield found[0], ghi(whole - done)


_HARVEST = Pattern(
    rf"{_ONE} ha[^.\d]{{0,40}}năng suất(?: {_WORD}){{0,3}}:? (?P<hai>{SO}) (?P<dv>tạ|tấn)/ha[^.\d]{{0,20}}sản lượng"
    rf"(?: {_WORD}){{0,3}}:? (?P<tich>{SO}) tấn"
)
_SLACK = 200  # half a per cent


def _harvest(text: str) -> Iterator[tuple[str, str]]:
    """Yield a harvest that is not the area times the yield, as far as their decimals tell."""
    for found in _HARVEST.finditer(text):
        area, each, said = (Fraction(gia_tri(found[group])) for group in ("mot", "hai", "tich"))
        per = 10 if found["dv"] == "tạ" else 1
        step = Fraction(1, 10 ** len(found["hai"].partition(",")[2]))
        if abs(area * each / per - said) > area * step / per / 2 + said / _SLACK + 1:
            yield found[0], f"{ghi(round(area * each / per))} tấn"


_SHARE = r"(?P<ty_le>\d{1,3}(?:,\d+)?)\s?%"
_BY_AND_SHARE = (
    Pattern(
        rf"\b(?P<huong>tăng|giảm) (?P<so>{SO}) (?P<dv>{_WORD}(?: {_WORD})?) so với [^.;()]{{0,40}}\((?P<truoc>{SO}) (?P=dv)\)"
        rf"[,;]? (?:tương ứng|tương đương|tức(?: là)?)?(?: với)? ?(?P<vai>tăng|giảm|bằng|đạt) {_SHARE}"
    ),
    Pattern(
        rf"\b[Ss]o với [^.;()]{{0,40}}\((?P<truoc>{SO}) (?P<dv>{_WORD}(?: {_WORD})?)\),? (?P<huong>tăng|giảm) (?P<so>{SO}) (?P=dv)"
        rf"[,;]? (?:tương ứng|tương đương|tức(?: là)?)?(?: với)? ?(?P<vai>tăng|giảm|bằng|đạt) {_SHARE}"
    ),
)
_BY = (
    Pattern(rf"\b(?P<huong>tăng|giảm) (?P<so>{SO}) (?P<dv>{_WORD}(?: {_WORD})?) so với [^.;()]{{0,40}}\((?P<truoc>{SO}) (?P=dv)\)"),
    Pattern(rf"\b[Ss]o với [^.;()]{{0,40}}\((?P<truoc>{SO}) (?P<dv>{_WORD}(?: {_WORD})?)\),? (?P<huong>tăng|giảm) (?P<so>{SO}) (?P=dv)"),
)


def _risen(text: str) -> Iterator[tuple[str, str]]:
    """Yield a rise and its share of the figure of before that do not fit, and one that nearly makes a figure of the paragraph."""
    for found in (found for pattern in _BY_AND_SHARE for found in pattern.finditer(text)) if "(" in text else ():
        before, by = Fraction(gia_tri(found["truoc"])), Fraction(gia_tri(found["so"]))
        after = before + by if found["huong"] == "tăng" else before - by
        part, decimals = by if found["vai"] in {"tăng", "giảm"} else after, len(found["ty_le"].partition(",")[2])
        if before and abs(part / before * _WHOLE - gia_tri(found["ty_le"])) > Fraction(1, 10**decimals):
            yield found[0], ty_le(thap_phan(part), thap_phan(before), max(decimals, 1))
            return
    yield from _nearly_risen(text) if "(" in text else ()


def _nearly_risen(text: str) -> Iterator[tuple[str, str]]:
    for found in (found for pattern in _BY for found in pattern.finditer(text)):
        was, step = Fraction(gia_tri(found["truoc"])), Fraction(gia_tri(found["so"]))
        sign = 1 if found["huong"] == "tăng" else -1
        others = {Fraction(value) for *_, value in _of(text, found["dv"])} - {was, step}
        if was + sign * step not in others and any(_slip(abs(other - was), step) for other in others if (other > was) == (sign > 0)):
            near = next(abs(other - was) for other in others if _slip(abs(other - was), step))
            yield found[0], f"{found['huong']} {ghi(near)}"


_FEWEST_FIGURES, _SURE_FIGURES = 3, 4


def _slip(one: int | Fraction, other: int | Fraction) -> bool:
    """Tell whether two figures look like one, mistyped: two figures that changed places, or, of four and more, one that is another.

    >>> _slip(1240, 1420), _slip(52300, 53300), _slip(45, 44), _slip(150, 140)
    (True, False, False, False)
    """
    if one == other or Fraction(one).denominator != 1 or Fraction(other).denominator != 1:
        return False
    while int(one) % 10 == int(other) % 10 == 0:
        one, other = int(one) // 10, int(other) // 10
    a, b = str(int(one)), str(int(other))
    if len(a) != len(b) or len(a) < _FEWEST_FIGURES:
        return False
    wrong = [at for at, pair in enumerate(zip(a, b, strict=True)) if pair[0] != pair[1]]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
    return swapped or (len(wrong) == 1 and len(a) >= _SURE_FIGURES)


_OF_WHICH = Pattern(
    rf"{_ONE}(?![\d.,/%]) (?P<dv>{_WORD})\b[^.;\d()]{{0,30}}?,? \(?(?:trong đó|trong số đó):? (?P<phan>(?:[^.;()]|\.(?=\d{{3}}))+)"
)
_PART = Pattern(rf"^(?:{_WORD}[ :]+){{0,8}}(?P<so>{SO}) (?P<dv>{_WORD})(?: {_WORD}){{0,4}}$")
_FEWEST = 2


def _of_which(text: str) -> Iterator[tuple[str, str]]:
    """Yield a whole that its parts, each of its unit, come to but for a slip of one figure in one of them."""
    for found in _OF_WHICH.finditer(text):
        items = [_PART.match(item.strip()) for item in GIUA.split(found["phan"]) if item.strip()]
        if len(items) < _FEWEST or any(item is None or item["dv"] != found["dv"] for item in items):
            continue
        parts, whole = [gia_tri(item["so"]) for item in items if item], gia_tri(found["mot"])
        total = sum(parts)
        if total != whole and (_slip(total, whole) or any(_slip(part, whole - total + part) for part in parts)):
            yield found[0].rstrip(" ,"), ghi(total)


_MONEY = r"(?:(?:tỷ|tỉ|triệu|nghìn|ngàn) )?đồng"
_SOURCES = Pattern(rf"{_ONE} (?P<dv>{_MONEY})(?: \([^()]*\))?[,;:]? \(?(?P<phan>(?:trong đó|từ|gồm|bao gồm)\b(?:[^.]|\.(?=\d{{3}}))*)")
_SOURCE = Pattern(rf"(?P<ten>(?:[^,;.\d]|\d{{4}}(?! ?(?:{_MONEY})))*?) ?(?P<so>{SO}) (?P<dv>{_MONEY})")
_OTHERS = Pattern(r"xã hội hóa|xã hội hoá|huy động|đối ứng|đóng góp|tài trợ|nguồn khác|vốn khác|hợp pháp khác")
_MOST_SOURCES = 4


def _by_source(text: str) -> Iterator[tuple[str, str]]:
    """Yield a sum of money that its sources, a budget first and what others give last, do not come to."""
    for found in _SOURCES.finditer(text):
        parts = [*_SOURCE.finditer(found["phan"])]
        if not _FEWEST <= len(parts) <= _MOST_SOURCES or "ngân sách" not in parts[0]["ten"] or not _OTHERS.search(parts[-1]["ten"]):
            continue
        total = sum(Fraction(gia_tri(part["so"])) for part in parts)
        if all(part["dv"] == found["dv"] for part in parts) and total != gia_tri(found["mot"]):
            end = found.start("phan") - found.start() + parts[-1].end()
            yield found[0][:end], ghi(total)


_NAMES_SOURCES = Pattern(r"^\s*(?:[-+•] |[a-zđ]\) |\d{1,2}[.)] )?Nguồn (?:vốn|kinh phí)(?: thực hiện| đầu tư)?:? ")


def nguon_von(text: str) -> tuple[int, int, str, Fraction] | None:
    """Return where a line that names sources of money names them, their unit, and what they come to; None for another line.

    >>> nguon_von("3. Nguồn vốn: ngân sách xã 200.000.000 đồng, Nhân dân đóng góp 45.000.000 đồng.")
    (14, 78, 'đồng', Fraction(245000000, 1))
    """
    head = _NAMES_SOURCES.match(text)
    parts = [*_SOURCE.finditer(text, head.end())] if head else []
    alike = _FEWEST <= len(parts) <= _MOST_SOURCES and len({one["dv"] for one in parts}) == 1
    if head is None or not alike or "ngân sách" not in parts[0]["ten"]:
        return None
    return head.end(), parts[-1].end(), parts[0]["dv"], sum((Fraction(gia_tri(one["so"])) for one in parts), Fraction(0))


_AVERAGE = Pattern(rf"\b[Bb]ình quân (?:mỗi|một|1|01) (?P<vat>{_WORD}) (?:có |là |đạt |được )?(?P<so>{SO}) (?P<dv>{_WORD})\b")
_MOST_WHOLES = 6


def _average(text: str) -> Iterator[tuple[str, str]]:
    """Yield an average that no figure of the paragraph makes, shared among the one number of things it is of."""
    for found in _AVERAGE.finditer(text):
        numbers = {value for *_, value in _of(text, found["vat"])} - {1}
        before = text[: found.start("so")]
        wholes = [value for unit in (found["dv"], f"lượt {found['dv']}") for *_, value in _of(before, unit)]
        if len(numbers) != 1 or not 0 < len(wholes) <= _MOST_WHOLES:
            continue
        number, said, decimals = numbers.pop(), gia_tri(found["so"]), len(found["so"].partition(",")[2])
        if number and all(abs(Fraction(whole) / number - said) > Fraction(1, 10**decimals) for whole in wholes):
            yield found[0], ghi(round(Fraction(max(wholes)) / number, max(decimals, 1)))


_POINTS = Pattern(
    r"(?P<mot>\d{1,3}(?:,\d+)?)\s?%,? \(?(?P<huong>tăng|giảm) (?P<so>\d{1,3}(?:,\d+)?)\s?(?:%|điểm %|điểm phần trăm)"
    r" so với [^.;()%]{0,40}\((?P<truoc>\d{1,3}(?:,\d+)?)\s?%\)"
)


def _points(text: str) -> Iterator[tuple[str, str]]:
    """Yield a share's rise or fall, in points or of the share of before in brackets, that is neither.

    >>> list(_points("đạt 98,5%, giảm 0,5% so với tháng trước (98%)"))
    [('98,5%, giảm 0,5% so với tháng trước (98%)', 'tăng 0,5%')]
    """
    for found in _POINTS.finditer(text):
        now, before, by = (Fraction(gia_tri(found[group])) for group in ("mot", "truoc", "so"))
        change, sign = now - before, 1 if found["huong"] == "tăng" else -1
        grown = change / before * _WHOLE if before else change
        if change and change != sign * by and abs(grown - sign * by) > Fraction(1, 10):
            yield found[0], f"{'tăng' if change > 0 else 'giảm'} {ghi(abs(change))}%"


_THINGS = (
    "môn|lớp|công trình|dự án|xã|phường|thôn|trường|đội|loại|lĩnh vực|phòng|đơn vị|cơ quan|mô hình|sản phẩm|tuyến đường|cây cầu|hội thi"
)
_LISTED = Pattern(
    rf"(?<![\d.,/])(?P<so>0?[2-9]|1\d) (?P<dv>{_THINGS})\b(?: {_WORD}){{0,3}}"
    rf"(?:,? (?:bao )?gồm:? | \((?=(?P=dv) ))(?P<cac>[^.;:()\d]+)(?=[.;)]|$)"
)
_LONGEST_ITEM = 6


def _listed(text: str) -> Iterator[tuple[str, str]]:
    """Yield a number of things that is not that of the short names behind it; the last *và* may stand within a name.

    >>> list(_listed("Thi 05 môn, gồm bóng đá, cờ vua, cầu lông và điền kinh. Có 02 lĩnh vực, gồm giáo dục, khoa học và công nghệ."))
    [('05 môn', '4')]
    """
    bracketed = " và " in text and any(f"({thing} " in text for thing in _THINGS.split("|"))
    for found in _LISTED.finditer(text) if "gồm" in text or bracketed else ():
        counts = _counts(found["cac"].strip(), found["dv"])
        if counts and int(found["so"]) not in counts:
            yield text[found.start() : found.end("dv")], str(max(counts))


def _counts(listed: str, thing: str) -> set[int]:
    """Return how many a list of short names may name, one more where its last *và* parts two; nothing where that cannot be told."""
    items, ands = [one.strip() for one in GIUA.split(listed)], listed.count(" và ")
    short = all(item and item[0].islower() and len(item.split()) <= _LONGEST_ITEM for item in items)
    told = ands or listed.startswith(thing) or len(items) >= _FEWEST_FIGURES
    if not short or not told or ands >= _FEWEST or _OPEN_END.search(listed):
        return set()
    return {len(items), len(items) - ands}


_OPEN_END = Pattern(r"\bkhác\b|…|v\.v|\bvà các\b")


_NAMED = Pattern(
    rf"{_ONE}(?![\d.,/%]) (?P<dv>{_WORD})\b(?: {_WORD}){{0,3}} ?(?:\(|: )"
    rf"(?P<cac>(?:(?:thôn|xã|phường|bản|ấp|tổ dân phố|khu phố|trường) [^,;.()\d]{{2,30}} (?:{SO}) (?P=dv)(?:, | và |; |(?=[).;]|$))){{3,}})"
)


_PLACES = ("thôn ", "xã ", "phường ", "phố ", "bản ", "ấp ", "trường ")


def _by_place(text: str) -> Iterator[tuple[str, str]]:
    """Yield a number that those of three places or more, each named with its own, do not come to.

    >>> list(_by_place("Trồng 550 cây xanh (thôn Mỹ An 200 cây, thôn Mỹ Khánh 150 cây, thôn Vinh Hưng 150 cây)."))
    [('550 cây xanh (thôn Mỹ An 200 cây, thôn Mỹ Khánh 150 cây, thôn Vinh Hưng 150 cây', '500')]
    """
    for found in _NAMED.finditer(text) if any(map(text.__contains__, _PLACES)) else ():
        total = sum(Fraction(value) for *_, value in _of(found["cac"], found["dv"]))
        if total != gia_tri(found["mot"]):
            yield found[0], ghi(total)


_VOTE = r"(?:phiếu(?: (?:bầu|biểu quyết))? )?"
_VALID = Pattern(
    rf"\bthu về(?: là)?:? (?P<tong>\d{{1,4}}) phiếu[;,.] (?:[Ss]ố )?{_VOTE}"
    rf"hợp lệ(?: là)?:? (?P<mot>\d{{1,4}}) phiếu[;,.] (?:[Ss]ố )?{_VOTE}"
    r"không hợp lệ(?: là)?:? (?P<hai>\d{1,4}) phiếu"
)
_FOR = Pattern(
    r"\b[Tt]án thành:? (?P<mot>\d{1,4}) phiếu[;,.] (?:[Ss]ố )?(?:phiếu )?không tán thành:? (?P<hai>\d{1,4}) phiếu"
    r"(?:[;,.] (?:[Ss]ố )?(?:phiếu )?không (?:có )?ý kiến:? (?P<ba>\d{1,4}) phiếu)?[;,.] "
    r"[Tt]ổng(?: số| cộng)?(?: phiếu)?:? (?P<tong>\d{1,4}) phiếu"
)


def _votes(text: str) -> Iterator[tuple[str, str]]:
    """Yield votes of all kinds that are not as many as there are."""
    for found in (found for pattern in (_VALID, _FOR) for found in pattern.finditer(text)):
        kinds = found.groupdict()
        total = sum(gia_tri(kinds[one]) for one in ("mot", "hai", "ba") if kinds.get(one))
        if total != gia_tri(found["tong"]):
            yield found[0], ghi(total)


_LOOKS: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[tuple[str, str]]]], ...] = (
    (("còn lại",), _rest), (("sản lượng",), _harvest), (("o với ",), _risen), (("trong đó",), _of_which), (("ngân sách",), _by_source),
    (("ình quân ",), _average), (("%)",), _points), (("gồm", "("), _listed), (("(", ": "), _by_place), (("hợp lệ", "án thành"), _votes),
)
"""The looks, each with what stands in every text in which it finds something."""
