"""What stays on one line in running text: numbers with what they count, names of persons, the last word.

A space there becomes a no-break space, one character for one; :func:`nhu_go` gives the text back as it was typed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG
from notice_gen.vietnamese.ngat_dong import chi_phi

CACH = "\u00a0"
CHO = "\ufffc"
"""Stands for a figure that is not known yet."""
_LINE = 60  # letters: a text that is shorter has no second line
_LOST = 12  # letters of a last word that looks lost on a line of its own

_FIGURE = rf"[\d{CHO}]"
_COUNTED = (
    "Điều|Khoản|Điểm|Chương|Mục|Phần|Phụ lục|Biểu|Bảng|Mẫu|Số|Ngày|Tháng|Năm|Quý|Kỳ|Nhiệm kỳ|Giai đoạn|Lần|Đợt|Khóa|Khoá|Thứ|Nhóm|Tổ|Cấp"
    "|Loại|Hạng|Lớp|Tuần|Vòng|Trang|Thôn|Ấp|Khu phố"
)
_UNITS = "%|‰|nghìn|ngàn|triệu|tỷ|đồng|mm|cm|m|m²|m³|m2|m3|km|km²|km2|ha|g|kg|tạ|tấn|lít|giờ|phút|°C"
_NAME = rf"[{CHU_IN}][{CHU_THUONG}]*"
_TITLES = "Chánh|Phó|Giám|Chủ|Trưởng|Bí|Hiệu|Cục|Vụ|Tổng|Bộ|Thủ|Ủy|Uỷ|Đại"


def _either(*words: str) -> str:
    """Return *words* as alternatives, their first letters small or capital."""
    return "|".join(f"[{word[0]}{word[0].lower()}]{word[1:]}" for word in "|".join(words).split("|"))


_NUMBER = re.compile(
    rf"(?<!\w)(?:{_either(_COUNTED)}) (?={_FIGURE}{{1,4}}(?![\d/.]*/[{CHU_IN}])|[IVXLC]+\b)|(?<!\w)[đĐ]iểm (?=[{CHU_THUONG}]\b)"
    rf"|(?<={_FIGURE}) (?=(?:{_UNITS})(?!\w))|(?<=\d) (?=\d{{3}}(?![\d/]))"
)
_PERSON = re.compile(rf"(?<!\w)(?:[Ôô]ng|[Bb]à|chí|[Aa]nh|[Cc]hị|[Ee]m) (?!{_TITLES})({_NAME}(?: {_NAME}){{1,4}})(?!\w)")
_ONE_PERSON = re.compile(rf"(?!{_TITLES}){_NAME}(?: {_NAME}){{1,4}}")
_DIGIT = re.compile(rf"{_FIGURE}|[IVXLC]\b|iểm ")
_LAST = re.compile(rf" (?=\S{{1,{_LOST}}}$)")


def lien(text: str) -> str:
    r"""Return a text that does not break where nobody would end a line; where a figure is not known yet it has :data:`CHO`.

    >>> lien("Căn cứ khoản 2 Điều 5, 98,7 %, Tờ trình 45/TTr-PVHXH của ông Lê Văn C")
    'Căn cứ khoản\xa02 Điều\xa05, 98,7\xa0%, Tờ trình 45/TTr-PVHXH của ông Lê\xa0Văn\xa0C'
    """
    found = _PERSON.sub(_person, text)
    if _DIGIT.search(found):
        found = _NUMBER.sub(lambda before: before[0][:-1] + CACH, found)
    return _LAST.sub(CACH, found) if len(found) > _LINE else found


@lru_cache(maxsize=4096)
def lien_gia_tri(text: str) -> str:
    r"""Return what an expression gave, held as :func:`lien` holds it; a person's name alone is one.

    >>> lien_gia_tri("Nguyễn Văn A"), lien_gia_tri("ngày 28 tháng 6")
    ('Nguyễn\xa0Văn\xa0A', 'ngày\xa028 tháng\xa06')
    """
    return text.replace(" ", CACH) if _ONE_PERSON.fullmatch(text) else lien(text)


@lru_cache(maxsize=1024)
def lien_ten(text: str) -> str:
    r"""Return the name of an agency, or what ends with one, so that it breaks between its parts alone.

    >>> lien_ten("của Ủy ban nhân dân xã Bình Tiến")
    'của\xa0Ủy\xa0ban\xa0nhân\xa0dân xã\xa0Bình\xa0Tiến'
    """
    words = text.split(" ")
    held = [CACH if cost > 1 else " " for cost in chi_phi(words)]
    return "".join(word + space for word, space in zip(words, [*held, ""], strict=True))


def nhu_go(text: str) -> str:
    """Return a text as it was typed, with spaces that break."""
    return text.replace(CACH, " ")


def _person(match: re.Match[str]) -> str:
    return match[0][: match.start(1) - match.start()] + match[1].replace(" ", CACH)
