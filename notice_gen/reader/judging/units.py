"""The communes and provinces that a notice names: the issuer's own, others, those that are in no list."""

from __future__ import annotations

from datetime import date

from notice_gen import facts
from notice_gen.errors import N_, Problem
from notice_gen.model import CoQuan
from notice_gen.records import remembered, replace
from notice_gen.vietnamese.ten_don_vi import Ten, cac_ten, cung_ten


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


def unknown(one: Ten, co_quan: CoQuan, on: date, *, abroad: bool = False) -> Problem | None:
    """Return the warning that there is no commune of that kind and name, or that the issuer's province has it of another kind only.

    The list is read as text before it is read as units.  *abroad*: the text names a province, so it need not be the issuer's.
    """
    listed, line = facts.text(_LIST), f"{one.loai[0]}{one.ten}\n"
    at, here = listed.find(line), "" if abroad else _province_of(co_quan)
    of_another_kind = line not in here and any(f"{kind}{one.ten}\n" in here for kind in "xpđ")
    if at > 0 and listed[at - 5 : at] not in facts.text("tinh.toml") and not of_another_kind:
        return None
    from notice_gen.vietnamese import goi_don_vi as calling

    anywhere = calling.khong_thay(called(one), on)
    if not of_another_kind and (anywhere is None or _is_longer(one, on)):
        return None
    province = calling.tinh_cua((" ".join(co_quan.ten), " ".join(co_quan.chu_quan)), on)
    doubt = calling.khong_thay(called(one), on, province) or anywhere
    if doubt is None:
        return None
    hint = doubt.hint if "nay" in doubt.values or not doubt.values["gan"] else _MEANT
    return replace(doubt, hint=hint, found=called(one))


def is_commune_of(ten: str, co_quan: CoQuan) -> bool:
    """Tell at a glance whether the issuer's province has a commune of that name, spelt as in the list."""
    here = _province_of(co_quan)
    return any(f"{kind}{ten}\n" in here for kind in "xpđ")


def _is_longer(one: Ten, on: date) -> bool:
    """Tell whether the first words of a name are a commune's, and the others somebody's; of A Lưới the A stands for no name."""
    from notice_gen.vietnamese import goi_don_vi as calling

    words = one.ten.split()
    shorter = (words[:n] for n in range(len(words) - 1, 0, -1) if n > 1 or len(words[0]) > 1)
    return any(calling.khong_thay(f"{one.loai} {' '.join(name)}", on) is None for name in shorter)


_LIST = "don-vi-tu-2025-07.txt"
_MEANT = N_("Có phải: {gan}? Ghi đúng tên; đơn vị mới thì khai [[don_vi_rieng]] trong notice-gen.toml.")


@remembered(16)  # a mailing has one issuer
def _province_of(co_quan: CoQuan) -> str:
    """Return the part of the list that is of the issuer's province; empty where its name does not tell."""
    listed, own = facts.text(_LIST), places(co_quan)
    if "tinh" in own:
        head = next((at for kind in ("Tỉnh", "Thành phố") if (at := listed.find(f" {kind} {own['tinh'].ten}\n")) > 0), 0)
    elif "xa" in own and listed.count(line := f"{own['xa'].loai[0]}{own['xa'].ten}\n") == 1:
        head = listed.rfind("\n=", 0, listed.find(line)) + 1
    else:
        return ""
    return listed[head : listed.find("\n=", head + 1)] if head else ""
