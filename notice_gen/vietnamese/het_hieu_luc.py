"""Laws and decrees named in a text that hold no more on its day (``data/hieu-luc.toml``, each row with its source)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from notice_gen import facts
from notice_gen.facts import Pattern, Phrases
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.ngay_thang import ngay as written

_OVER = r"(?i:hết hiệu lực|thay thế|bãi bỏ)"
_PAST, _PAST_OF_BASE = Phrases(rf"{{chuyen_da_qua}}|{_OVER}|sửa đổi"), Phrases(_OVER)  # a base that was amended is gone all the same
_BASE = Pattern(r"\W*(?:\d{1,2}[.)] )?Căn cứ ")
_NUMBER = Pattern(r"(?<!\w)\d{1,3}/\d{4}/(?:QH\d\d|NĐ-CP)\b")


def het_hieu_luc(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield what *text*, of the day *ngay*, cites though another text has taken its place; nothing where it speaks of the past.

    >>> [loi.gia_tri["ngay"] for loi in het_hieu_luc("Theo Luật Lưu trữ ngày 11 tháng 11 năm 2011.", date(2026, 3, 5))]
    ['01/7/2025']
    >>> [*het_hieu_luc("Thay thế Luật Lưu trữ năm 2011.", date(2026, 3, 5)), *het_hieu_luc("Luật Lưu trữ năm 2011.", date(2024, 3, 5))]
    []
    >>> [*het_hieu_luc("Theo Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.", date(2026, 3, 5))]
    []
    """
    lowered = text.lower()
    bare = lowered.replace(",", "")
    if ("/" not in text and "luật" not in lowered) or (_PAST_OF_BASE if _BASE.match(text) else _PAST).search(text):
        return
    numbers = {found[0]: found for found in _NUMBER.finditer(text)} if "/" in text else {}
    for row in _gone_on(ngay):
        found = numbers.get(row["so"])
        if found is None and row.get("ten") and row["ten"].lower().replace(",", "") in bare:
            found = re.search(rf"\b(?:Bộ )?Luật {_loosely(row['ten'])},? ?\(?{_when(row)}", text, re.IGNORECASE)
        if found:
            yield LoiChu(*found.span(), None, {"ngay": written(row["tu"]), "moi": row["thay"]})


def _loosely(ten: str) -> str:
    """Return a pattern of a law's name, in which a comma may be left out."""
    return re.escape(ten).replace(",", ",?")


def _when(row: Mapping[str, Any]) -> str:
    """Return a pattern of the day or year behind a law's name; of two of one year, of its day alone."""
    if ngay := row.get("ngay"):
        return rf"ngày 0?{ngay.day}(?:/0?{ngay.month}/| tháng 0?{ngay.month} năm ){ngay.year}\b"
    return rf"(?:năm |ngày \d{{1,2}}(?:/\d{{1,2}}/| tháng \d{{1,2}} năm ))?{row['nam']}\b"


@lru_cache(maxsize=4)
def _gone_on(ngay: date) -> tuple[Mapping[str, Any], ...]:
    """Return the rows of the list that hold no more on a day."""
    listed = facts.table("hieu-luc.toml")
    return tuple(row for row in (*listed["luat"], *listed["nghi_dinh"]) if row["tu"] <= ngay)
