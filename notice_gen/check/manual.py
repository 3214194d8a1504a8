"""The manuals of the rules: their docstrings laid out for a clerk, with the figures of the law in force."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from notice_gen.legal import Law, Range, ThanhPhan
from notice_gen.vietnamese.con_so import so

_BREAK = re.compile(r"(?:\n| \| )(?=(?:Căn cứ|Sai|Đúng|Bỏ qua khi): )")
_NEVER_IGNORED = "Bỏ qua khi: không có trường hợp nào."


def text(article: str, notes: str, law: Law) -> str:
    """Return a rule's manual.

    Args:
        article: the rule's, which the line “Căn cứ” begins with.
        notes: the fault in one line, then “Căn cứ: ”, “Sai: ”, “Đúng: ”, “Bỏ qua khi: ”, broken anywhere, each on a line of its own or
            behind `` | ``, the last one only when there is something to say; with fields such as ``{so_trang[khoang]}`` (see
            :func:`figures`).
        law: whose figures fill the fields.
    """
    parts = [" ".join(part.split("\n")) for part in _BREAK.split(inspect.cleandoc(notes))]
    link = " " if parts[1].startswith("Căn cứ: và ") else ": "
    parts[1] = f"Căn cứ: {article}{link}{parts[1].removeprefix('Căn cứ: ')}"
    if not parts[-1].startswith("Bỏ qua khi: "):
        parts.append(_NEVER_IGNORED)
    return "\n\n".join(parts).format_map(figures(law))


def figures(law: Law) -> Mapping[str, Mapping[str, str]]:
    """Return the figures of a decree by the name of a component, of a measure, or ``kho_giay``.

    Of each: ``tu``, ``den``, ``mac_dinh``, ``khoang`` (``từ 13 đến 14``), ``khoang_ngan`` (``13 đến 14``), ``chon`` (``13 hoặc 14``),
    ``chon_don_vi`` (``1 cm hoặc 1,27 cm``); of a component also ``-1``, ``+2`` (a size so far outside), ``ngoai`` (how a size is
    wrong), ``kieu`` (``đứng``), ``ca_kieu`` (``đứng, không đậm``) and ``sai_kieu`` (how a style is wrong).
    """
    measures = {**law.ranges, "duong_ke": law.duong_ke}
    width, height = law.kho_giay
    return {
        **{key: _range(limits) for key, limits in measures.items()},
        **{key: {**_range(part.co_chu), **_outside(part.co_chu), **_style(part)} for key, part in law.thanh_phan.items()},
        "kho_giay": {"rong": str(width), "cao": str(height)},
    }


def _range(limits: Range) -> dict[str, str]:
    ends = limits.choices or tuple(dict.fromkeys(end for end in (limits.minimum, limits.maximum) if end is not None))
    low, high = _figure(ends[0]), _figure(ends[-1])
    return {
        "tu": low, "den": high, "mac_dinh": _figure(limits.default), "khoang": low if low == high else f"từ {low} đến {high}",
        "khoang_ngan": low if low == high else f"{low} đến {high}", "chon": " hoặc ".join(map(_figure, ends)),
        "chon_don_vi": " hoặc ".join(f"{_figure(end)} {limits.unit}" for end in ends),
    }


def _figure(value: Decimal) -> str:
    """Return a figure as it is read; a share that is no short decimal as a fraction, ``1/3``."""
    share = Fraction(value).limit_denominator(10)
    return str(share) if 0 < share < 1 else so(value)


def _outside(sizes: Range) -> dict[str, str]:
    low, high = sizes.minimum or sizes.default, sizes.maximum or sizes.default
    wrong = f"không phải {so(high)}" if low == high else "nằm ngoài quy định"
    return {**{f"{by:+}": so((high if by > 0 else low) + by) for by in (-3, -2, -1, 1, 2, 3)}, "ngoai": wrong}


def _style(part: ThanhPhan) -> dict[str, str]:
    slant = "nghiêng" if part.nghieng else "đứng"
    if part.dam:
        return {"kieu": f"{slant}, đậm", "ca_kieu": f"{slant}, đậm", "sai_kieu": f"không phải chữ {slant}, đậm"}
    wrong = "không in nghiêng, hoặc in đậm" if part.nghieng else "in đậm hoặc nghiêng"
    return {"kieu": slant, "ca_kieu": f"{slant}, không đậm", "sai_kieu": wrong}
