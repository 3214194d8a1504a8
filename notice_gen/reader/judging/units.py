"""The communes and provinces that a notice names: the issuer's own, others, those that are in no list."""

from __future__ import annotations

from datetime import date

from notice_gen import facts
from notice_gen.errors import N_, Problem
from notice_gen.model import CoQuan
from notice_gen.records import remembered, replace
from notice_gen.vietnamese.ten_don_vi import Ten, cac_ten, cung_ten

TWO_LEVELS = date(2025, 7, 1)
"""From this day on the list is of the units of today."""


@remembered(16)  # a mailing has one issuer
def places(co_quan: CoQuan) -> dict[str, Ten]:
    """Return the commune and the province that the issuer's name, else that of the agency above, names; none that two names contradict."""
    found: dict[str, Ten] = {}
    for lines in (co_quan.ten, co_quan.chu_quan):
        if any("{{" in line for line in lines):
            continue
        named = cac_ten(" ".join(lines))
        for cap in ("xa", "tinh"):
            here = [one for one in named if one.cap == cap]
            if here and all(cung_ten(here[0].ten, one.ten) for one in here):
                found.setdefault(cap, here[0])
    return found


def elsewhere(co_quan: CoQuan, text: str) -> Ten | None:
    """Return the unit of the issuer's own level or above that *text* names and the issuer is not of; None when it names none such."""
    if "{{" in text:
        return None
    own = places(co_quan)
    return next((one for one in cac_ten(text) if one.cap in own and not cung_ten(one.ten, own[one.cap].ten)), None)


def called(one: Ten) -> str:
    """Return a unit by its kind and name, ``xã Bình Điền``."""
    return f"{one.loai} {one.ten}"


def unknown(one: Ten, co_quan: CoQuan, on: date) -> Problem | None:
    """Return the warning that there is no commune of that kind and name; the list is read as text before it is read as units."""
    listed, line = facts.text("don-vi-tu-2025-07.txt"), f"{one.loai[0]}{one.ten}\n"
    if (at := listed.find(line)) > 0 and listed[at - 5 : at] not in facts.text("tinh.toml"):
        return None
    from notice_gen.vietnamese import goi_don_vi as calling

    words = one.ten.split()
    shorter = [f"{one.loai} {' '.join(words[:n])}" for n in range(len(words), 0, -1)]
    doubt = calling.khong_thay(shorter[0], on)
    if doubt is None or any(calling.khong_thay(name, on) is None for name in shorter[1:]):
        return None
    province = calling.tinh_cua((" ".join(co_quan.ten), " ".join(co_quan.chu_quan)), on)
    doubt = calling.khong_thay(shorter[0], on, province) or doubt
    hint = doubt.hint if "nay" in doubt.values or not doubt.values["gan"] else N_("Có phải: {gan}? Ghi đúng tên; đơn vị mới thì khai [[don_vi_rieng]] trong notice-gen.toml.")  # noqa: E501
    return replace(doubt, hint=hint, found=shorter[0])
