"""A line with a total, ``Còn 09 hồ sơ:``, and the lines of the list below it, ``- Đất đai: 06 hồ sơ;``, that should come to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.ca_the import DAU, SO, ghi, gia_tri, mot_so

_WHOLE = Pattern(rf"{DAU} (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?)(?: ?\([^()]*\))?(?![^:;.]*\d)[^:;.]*:\s*$")
_PART = Pattern(
    rf"(?:(?P<ten>[^\d:;]{{2,80}}?)(?::| có| là| -| –|,)? )?(?P<so>{SO})(?![\d.,/%]|\s?%) (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?)[^\d]*$"
)
_OPEN_END = Pattern(r"\.\.\.|…|v\.v|\b(?:khác|chủ yếu|như|ví dụ|tiêu biểu|bình quân|mỗi|một số|tối thiểu|tối đa|ít nhất|riêng|cả)\b")
_SOME = Pattern(r"\b(?:trong đó|trong số đó|gồm có|nổi bật|điển hình|cụ thể như)\b")
_FEWEST = 2
_NAMED = Pattern(r"\b(?:(?:[Ôô]ng|[Bb]à)|[Đđ]ồng chí|[Đđ]/c|[Tt]hôn|[Xx]ã|[Pp]hường|[Tt]rường) [A-ZĐÀ-Ỹ]")
_FAR = 5  # from so many on, two may be missing or too many
_IN_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}  # “năm” is a year too


@record
class TongKhac:
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


def dem_khac(dau: str, cac_muc: Sequence[str]) -> TongKhac | None:
    """Return how many a line that ends with a colon says there are, where the list below it has one or two more, or fewer.

    Args:
        dau: the line above.
        cac_muc: the items, one text each.

    >>> dem_khac("Thành lập Tổ kiểm kê gồm 06 ông, bà có tên sau:", ["Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Lý Văn D", "Đỗ Thị E"])
    TongKhac(whole='06 ông', tu=25, den=31, dung='5')
    >>> dem_khac("Còn 03 dự án chậm:", ["Đường: 02 dự án", "Cầu: 01 dự án"]), dem_khac("Giao 02 đơn vị:", ["a", "b", "c", "d"])
    (None, None)
    >>> dem_khac("Tổ gồm 04 thành viên:", ["Ông Nguyễn Văn A, Bà Trần Thị B", "Bà Lê Thị C", "Ông Lê Văn D"])
    """
    found = _counted().search(dau) if len(cac_muc) >= _FEWEST else None
    if found is None or _OPEN_END.search(found["con"] or ""):
        return None
    said, there = _IN_WORDS.get(found["so"].lower()) or int(found["so"]), len(cac_muc)
    if said < _FEWEST or not 0 < abs(said - there) <= (2 if said > _FAR else 1):
        return None
    # Items that are counted again, each in the same unit, are parts of a sum; one may name several.
    if any(re.search(rf"\d {found['dv']}\b", item) or len(_NAMED.findall(item)) > 1 for item in cac_muc):
        return None
    return TongKhac(dau[found.start("so") : found.end("dv")], found.start("so"), found.end("dv"), str(there))


@facts.once
def _counted() -> Pattern:
    """Return what finds a number of things, at the end of a line, that a list below it names one by one."""
    words, things = "|".join(_IN_WORDS), "|".join(facts.words("muc_liet_ke"))
    return Pattern(rf"(?<![\w.,/-])(?P<so>\d{{1,2}}|{words}) (?P<dv>{things})\b(?P<con>(?:,? [^\W\d_]+| \([^()\d]*\)){{0,8}}):\s*$")


def _amount(line: str, unit: str) -> Fraction | None:
    """Return the one figure of a line of a list, where it is in this unit."""
    bare = re.sub(r"^\s*(?:[-–+*•]|[a-zđ]\)|\d{1,2}[.)])\s*", "", line)
    found = _PART.match(bare)
    if found is None or found["dv"].split(" ")[0] != unit or mot_so(bare) is None or _OPEN_END.search(bare.replace("khác", "")):
        return None
    return Fraction(gia_tri(found["so"]))
