"""Who can have issued a paper that is cited: a symbol and a type's name say it, and the words behind them may say another.

>>> text = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Quốc hội; Luật Đất đai ngày 18/01/2024 của Chính phủ; Luật của Quốc hội"
>>> [(text[loi.tu : loi.den], loi.gia_tri["dung"]) for loi in sai_noi(text)]
[('Quốc hội', 'Chính phủ'), ('Chính phủ', 'Quốc hội')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import bieu_thuc

_ISSUERS = (
    r"(?P<ai>(?:Ủy|Uỷ) ban (?:[Tt]hường vụ Quốc hội|[Nn]hân dân)|UBTVQH|UBND|HĐND|Hội đồng [Nn]hân dân|Quốc hội|Thủ tướng(?: Chính phủ)?"
    r"|Chính phủ|Chủ tịch (?:nước|Quốc hội|(?:Ủy|Uỷ) ban [Nn]hân dân|UBND)|Bộ trưởng"
    r"|(?:Bộ|Sở) [A-Z][a-z]+(?: (?!về|ban|quy|hướng|phê|triển|và|tại|đã|có)[a-z]+)?|Tỉnh ủy)(?!\w)"
)
_DAY = r"(?:,? ngày (?:[\d/.-]{8,10}|\d{1,2} tháng \d{1,2} năm \d{4})|,? năm \d{4})?"
_SYMBOL = rf"\d/(?:\d{{4}}/)?(?P<ky_hieu>[A-Z][A-Za-z\d]*(?:-[A-Z][A-Za-z]*)*){_DAY},? của {_ISSUERS}"
_BY_SYMBOL: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...] = (  # how a symbol ends, whose it is, how its name is written there
    (re.compile(r"N[ĐQ]-CP"), "Chính phủ", ("Chính phủ",)),
    (re.compile(r"(?:QĐ|CT|CĐ)-TTg"), "Thủ tướng Chính phủ", ("Thủ tướng",)),
    (re.compile(r"(?:NQ-)?QH\d{1,2}"), "Quốc hội", ("Quốc hội",)),
    (re.compile(r"(?:NQ-|PL-)?UBTVQH\d{1,2}"), "Ủy ban Thường vụ Quốc hội", ("Ủy ban t", "Uỷ ban t", "UBTVQH")),
    (re.compile(r"(?:NQ|TTr|KH|BC|TB|CTr|GM)-HĐND|HĐND-[A-Z]+"), "Hội đồng nhân dân", ("Hội đồng n", "HĐND")),
    (re.compile(r"(?:QĐ|CT|KH|BC|TB|TTr|PA|CTr|HD|GM|CĐ|ĐA)-UBND|UBND-[A-Z]+"), "Ủy ban nhân dân",
     ("Ủy ban n", "Uỷ ban n", "UBND", "Chủ tịch Ủ", "Chủ tịch U")),
    (re.compile(r"TT-B[^\W\d_a-z]+"), "bộ ban hành", ("Bộ",)),
)  # fmt: skip
_BY_TYPE: dict[str, tuple[str, tuple[str, ...]]] = {  # a type's name alone says as much
    "Luật": ("Quốc hội", ("Quốc hội",)), "Bộ luật": ("Quốc hội", ("Quốc hội",)),
    "Pháp lệnh": ("Ủy ban Thường vụ Quốc hội", ("Ủy ban t", "Uỷ ban t", "UBTVQH")), "Nghị định": ("Chính phủ", ("Chính phủ",)),
    "Thông tư": ("bộ ban hành", ("Bộ",)),
}  # fmt: skip
# “dự thảo Luật … của Chính phủ”, “Nghị định hướng dẫn Luật … của Chính phủ”: what is said is of another thing.
_NAMED = (
    r"(?<![\w-])(?P<loai>Bộ luật|Luật|Pháp lệnh|Nghị định|Thông tư) (?P<ten>[A-Z][a-z]+(?:,? [A-Za-z]+){0,9})?"
    rf"{_DAY},? của {_ISSUERS}"
)
_OTHERS = Pattern(
    r"\b(?:dự thảo|dự án|trình|về|hướng dẫn|thi hành|của|bởi|[Nn]ghị định|[Nn]ghị quyết|[Tt]hông tư|[Qq]uyết định|[Vv]ăn bản|theo yêu cầu"
    r"|đề nghị|ý kiến|chỉ đạo|kế hoạch|trách nhiệm|thẩm quyền|nhiệm vụ|chức năng|quy định)\b"
)


def sai_noi(text: str) -> Iterator[LoiChu]:
    """Yield where a paper cited is said to be of somebody who issues none like it, with whose it is."""
    if " của " not in text:
        return
    told: set[int] = set()
    for found in bieu_thuc(_SYMBOL).finditer(text) if "/" in text else ():
        for shape, right, heads in _BY_SYMBOL:
            if shape.fullmatch(found["ky_hieu"]) and not _is_of(found["ai"], heads):
                told.add(found.start("ai"))
                yield LoiChu(*found.span("ai"), None, {"dung": right, "vb": found["ky_hieu"]})
    for found in bieu_thuc(_NAMED).finditer(text) if any(map(text.__contains__, _BY_TYPE)) else ():
        right, heads = _BY_TYPE[found["loai"]]
        before = re.split(r"[;.]", text[max(found.start("loai") - 40, 0) : found.start("loai")])[-1]
        of_other = _OTHERS.search(found["ten"] or "") or _OTHERS.search(before)
        if found.start("ai") not in told and not of_other and not _is_of(found["ai"], heads):
            yield LoiChu(*found.span("ai"), None, {"dung": right, "vb": found["loai"]})


def _is_of(named: str, heads: tuple[str, ...]) -> bool:
    return named.lower().startswith(tuple(map(str.lower, heads)))
