"""A line with a total, ``Còn 09 hồ sơ:``, and the lines of the list below it, ``- Đất đai: 06 hồ sơ;``, that should come to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from notice_gen.facts import Pattern
from notice_gen.vietnamese.ca_the import DAU, SO, ghi, gia_tri, mot_so

_WHOLE = Pattern(rf"{DAU} (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?)(?![^:;.]*\d)[^:;.]*:\s*$")
_PART = Pattern(
    rf"(?:(?P<ten>[^\d:;]{{2,80}}?)(?::| có| là| -| –|,)? )?(?P<so>{SO})(?![\d.,/%]|\s?%) (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?)[^\d]*$"
)
_OPEN_END = Pattern(r"\.\.\.|…|v\.v|\b(?:khác|chủ yếu|như|ví dụ|tiêu biểu|bình quân|mỗi|một số|tối thiểu|tối đa|ít nhất|riêng|cả)\b")
_SOME = Pattern(r"\b(?:trong đó|trong số đó|gồm có|nổi bật|điển hình|cụ thể như)\b")
_FEWEST = 2


class TongKhac(NamedTuple):
    """A total that its list does not come to: the *whole* as typed, where it begins and ends, what the list comes to."""

    whole: str
    tu: int
    den: int
    dung: str


def tong_danh_sach(dau: str, dong: Sequence[str]) -> TongKhac | None:
    """Return the total of a line that ends with a colon where the list below it, each of one figure in the same unit, comes to another.

    Args:
        dau: the line above.
        dong: the lines of the list.

    >>> tong_danh_sach("Còn 09 hồ sơ quá hạn:", ["- Lĩnh vực đất đai: 06 hồ sơ;", "- Lĩnh vực tư pháp: 04 hồ sơ."])
    TongKhac(whole='09 hồ sơ', tu=4, den=12, dung='10')
    """
    whole = _WHOLE.search(dau) if dau.rstrip().endswith(":") and len(dong) >= _FEWEST else None
    if whole is None or _OPEN_END.search(dau, whole.end("so")):
        return None
    unit = whole["dv"].split(" ")[0]
    parts = [_amount(line, unit) for line in dong]
    told = [part for part in parts if part is not None]
    total, said = sum(told, Fraction(0)), Fraction(gia_tri(whole["so"]))
    some = _SOME.search(dau) is not None
    if len(told) != len(dong) or total == said or (some and total < said) or said <= 1:
        return None
    # What is far from the whole counts something else.
    if abs(total - said) * 2 > max(total, said):
        return None
    end = whole.end("so") + 1 + len(unit) if len(whole["dv"].split(" ")) == 1 else whole.end("dv")
    return TongKhac(dau[whole.start("so") : end], whole.start("so"), end, ghi(total))


def _amount(line: str, unit: str) -> Fraction | None:
    """Return the one figure of a line of a list, where it is in this unit."""
    bare = re.sub(r"^\s*(?:[-–+*•]|[a-zđ]\)|\d{1,2}[.)])\s*", "", line)
    found = _PART.match(bare)
    if found is None or found["dv"].split(" ")[0] != unit or mot_so(bare) is None or _OPEN_END.search(bare):
        return None
    return Fraction(gia_tri(found["so"]))
