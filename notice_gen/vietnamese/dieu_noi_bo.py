"""The articles and annexes of its own that a text names: ``Điều 4 Quyết định này``, ``có tên tại Điều 1``, ``các Phụ lục I, II``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.con_so import doc_la_ma

_OF_PARTS = ("Quy chế", "Quy định", "Điều lệ", "Nội quy")
_THIS = r"(?:Nghị quyết|Quyết định|Chỉ thị|Quy chế|Quy định|Điều lệ|Nội quy|Hợp đồng|Thỏa thuận|Bản thỏa thuận) này"
_NUMBERS = r"\d{1,3}(?:(?:, | và |, và )(?:Điều )?\d{1,3})*"
_CLAUSES = r"\d{1,2}(?:(?:, | và |, và )(?:khoản )?\d{1,2})*"
_POINTS = r"[a-zđ](?:(?:, | và |, và )(?:điểm )?[a-zđ])*"
_NAMED = Pattern(
    rf"(?:(?:điểm (?P<diem>{_POINTS}) )?(?:[Cc]ác )?khoản (?P<khoan>{_CLAUSES}) )?"
    rf"(?:[Cc]ác )?Điều (?P<dieu>{_NUMBERS})(?: của)? (?P<loai>{_THIS})"
    rf"|^\s*(?:- )?[Nn]hư (?:các )?Điều (?P<nhu>{_NUMBERS})\b"
)
_BARE = Pattern(  # in what is all articles, of this very paper
    r"\b(?:tại|theo|ở) (?:khoản \d{1,2} )?Điều (?P<dieu>\d{1,3})"
    r"(?=[.,;)]|$| (?!của\b|luật\b|hợp đồng\b)[^\W\d_A-ZĐ])"
)
_CITED = Pattern(r"\b(?:Luật|Bộ luật|Nghị định|Thông tư|Pháp lệnh|Hiến pháp|Điều lệ|Quy chế|Quy định|Quyết định|Nghị quyết)\b(?! này)")


@record
class DieuNoiBo:
    """Articles that a text names as its own paper's.

    Attributes:
        tu, den: where the words stand in the text, in characters.
        cac_dieu: the articles' numbers.
        cac_khoan: the clauses of the one article that are named.
        cac_diem: the points of the one clause that are named.
    """

    tu: int
    den: int
    cac_dieu: tuple[int, ...]
    cac_khoan: tuple[int, ...] = ()
    cac_diem: tuple[str, ...] = ()


CHIU_TRACH_NHIEM = Pattern(r"\bchịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)\b")
"""What the article says that names who carries the paper out."""


def cac_dieu(text: str, *, kem_theo: bool = False) -> Iterator[DieuNoiBo]:
    """Yield the articles of its own paper that *text* names; *kem_theo*: it is of what a decision issues, so “Quyết định này” is another.

    >>> [one.cac_dieu for one in cac_dieu("Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.")]
    [(1,)]
    >>> [(one.cac_dieu, one.cac_khoan, one.cac_diem) for one in cac_dieu("Theo điểm a khoản 2 và khoản 5 Điều 3 Quyết định này.")]
    [((3,), (2, 5), ('a',))]
    """
    if "Điều" not in text:
        return
    for found in _NAMED.finditer(text):
        if not kem_theo or (found["loai"] or "Quyết định").startswith(_OF_PARTS):
            numbers = tuple(int(number) for number in re.findall(r"\d+", found["dieu"] or found["nhu"]))
            clauses = tuple(int(number) for number in re.findall(r"\d+", found["khoan"] or ""))
            yield DieuNoiBo(found.start(), found.end(), numbers, clauses, tuple(re.findall(r"\b[a-zđ]\b", found["diem"] or "")))
    if (bare := _BARE.search(text)) and not _CITED.search(text):
        yield DieuNoiBo(bare.start(), bare.end(), (int(bare["dieu"]),))


_AND = r"(?:,|;| và| đến| -|-|–)\s?(?:[Pp]hụ lục )?(?:số )?"
SO_PHU_LUC = (
    rf"(?:từ (?:số )?)?(?:[IVXLC]{{1,6}}\b(?!/)(?:{_AND}[IVXLC]{{1,6}}\b)*"
    rf"|\d{{1,2}}\b(?!/)(?:{_AND}\d{{1,2}}\b(?!/| (?!kèm|đính|ban|của|và|đến)[^\W\d_A-Z]))*)"
)
"""The number of an annex, or several; a figure behind a comma may count something: ``Phụ lục 2, 5 biểu``."""


def cac_so_phu_luc(shown: str) -> frozenset[int]:
    """Return the numbers of the annexes that *shown*, which :data:`SO_PHU_LUC` matches, names.

    >>> sorted(cac_so_phu_luc("từ I đến IV")), sorted(cac_so_phu_luc("1, 2 và 5")), sorted(cac_so_phu_luc("I, Phụ lục III"))
    ([1, 2, 3, 4], [1, 2, 5], [1, 3])
    """
    numbers = [_so(one) for one in re.findall(r"\b(?:[IVXLC]+|\d+)\b", shown)]
    if len(numbers) == 2 and re.search(r"đến|[-–]", shown):
        numbers = [*range(numbers[0], numbers[1] + 1)]
    return frozenset(numbers) - {0}


def _so(shown: str) -> int:
    try:
        return int(shown) if shown.isdigit() else doc_la_ma(shown)
    except ValueError:
        return 0
