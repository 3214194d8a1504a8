"""The articles of its own that a text of articles names: ``Điều 4 Quyết định này``, ``có tên tại Điều 1``, ``Như Điều 3``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.records import record

_OF_PARTS = ("Quy chế", "Quy định", "Điều lệ", "Nội quy")
_THIS = r"(?:Nghị quyết|Quyết định|Chỉ thị|Quy chế|Quy định|Điều lệ|Nội quy|Hợp đồng|Thỏa thuận|Bản thỏa thuận) này"
_NUMBERS = r"\d{1,3}(?:(?:, | và |, và )(?:Điều )?\d{1,3})*"
_NAMED = Pattern(
    rf"(?:(?:điểm [a-zđ] )?khoản (?P<khoan>\d{{1,2}}) )?(?:[Cc]ác )?Điều (?P<dieu>{_NUMBERS})(?: của)? (?P<loai>{_THIS})"
    rf"|^\s*(?:- )?[Nn]hư (?:các )?Điều (?P<nhu>{_NUMBERS})\b"
)
_BARE = Pattern(  # in what is all articles, of this very paper
    r"\b(?:tại|theo|ở) (?:khoản \d{1,2} )?Điều (?P<dieu>\d{1,3})"
    r"(?=[.,;)]|$| (?:nêu )?trên\b| (?:chịu trách nhiệm|có trách nhiệm|căn cứ|thi hành)\b)"
)
_CITED = Pattern(r"\b(?:Luật|Bộ luật|Nghị định|Thông tư|Pháp lệnh|Hiến pháp|Điều lệ|Quy chế|Quy định|Quyết định|Nghị quyết)\b(?! này)")


@record
class DieuNoiBo:
    """Articles that a text names as its own paper's.

    Attributes:
        tu, den: where the words stand in the text, in characters.
        cac_dieu: the articles' numbers.
        khoan: the clause of the article that is named; 0 for none.
    """

    tu: int
    den: int
    cac_dieu: tuple[int, ...]
    khoan: int = 0


def cac_dieu(text: str, *, kem_theo: bool = False) -> Iterator[DieuNoiBo]:
    """Yield the articles of its own paper that *text* names; *kem_theo*: it is of what a decision issues, so “Quyết định này” is another.

    >>> [one.cac_dieu for one in cac_dieu("Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.")]
    [(1,)]
    >>> [(one.cac_dieu, one.khoan) for one in cac_dieu("Theo khoản 2 Điều 3 Quyết định này và Điều 5 Luật Đất đai.")]
    [((3,), 2)]
    """
    if "Điều" not in text:
        return
    for found in _NAMED.finditer(text):
        if not kem_theo or (found["loai"] or "Quyết định").startswith(_OF_PARTS):
            numbers = tuple(int(number) for number in re.findall(r"\d+", found["dieu"] or found["nhu"]))
            yield DieuNoiBo(found.start(), found.end(), numbers, int(found["khoan"] or 0))
    if (bare := _BARE.search(text)) and not _CITED.search(text):
        yield DieuNoiBo(bare.start(), bare.end(), (int(bare["dieu"]),))
