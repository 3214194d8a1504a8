"""Whether a signature fits the agency that issues and the date (Điều 13; the district level and the communes' offices)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from notice_gen import facts
from notice_gen.errors import N_, Problem
from notice_gen.legal.layout import kt_missing
from notice_gen.legal.lines import Block, capital, deputy, fault, head, without_pho
from notice_gen.legal.quyen_ky import begins, fold, loai_co_quan, quyen_ky
from notice_gen.records import replace

_COMMITTEES = ("ubnd", "hdnd")
_POST = 3  # words of a post at most, before the body that it heads
_BODIES = ("ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd")


def _tm_of_another(block: Block) -> Iterator[Problem]:
    """What is signed on behalf of a committee or council is issued by it."""
    line, issues = block.collective, block.loai
    signs = loai_co_quan(line.words) if line else None
    if line and signs and signs.ma in _COMMITTEES and issues and issues.che_do and signs.ma != issues.ma:
        own = _BODIES[:2] if signs.ma == "ubnd" else _BODIES[2:]
        if issues.ma not in _COMMITTEES or not any(body in block.co_quan for body in own):
            yield fault("tm_co_quan_khac", line.typed, dong=line.typed)


def _head_of_another(block: Block) -> Iterator[Problem]:
    """``KT.``, ``TL.``, ``TUQ.``, ``Q.`` name the head of the issuing agency."""
    kind = block.loai
    line = next((line for line in (*block.above, block.post) if line.prefix not in ("", "TM")), None)
    if kind and kind.dung_dau and line and head(line.rest) in {*quyen_ky().don_vi, "chủ tịch"} - {*kind.dung_dau}:
        own = capital(kind.dung_dau[0])
        yield fault("dung_dau_khac", line.typed, dong=line.typed, truong=line.words, chu=line.prefix, dung_dau=own)


def _alone(block: Block) -> Iterator[Problem]:
    """Without a line of authority only the head of the issuing agency signs."""
    kind, post = block.loai, block.post
    if block.above or post.prefix or kind is None or not (kind.dung_dau or kind.che_do == "thu_truong"):
        return
    own, below, units = head(post.rest), head(deputy(post)), quyen_ky().don_vi
    if below and (below in kind.dung_dau or not kind.dung_dau):
        yield kt_missing(post, "", post.typed)
    elif kind.dung_dau and ((own in units and own not in kind.dung_dau) or below in units):
        above = f"\"TL. {capital(kind.dung_dau[0])}\"" + (f", \"KT. {without_pho(post.words)}\"" if below else "")
        yield fault("thieu_tl", post.typed, chuc_vu=post.typed, dong=above)


def _commune_unit(block: Block) -> Iterator[Problem]:
    """Before 1/7/2025 a commune had no office and no units whose head could sign by order."""
    moc = quyen_ky().moc["phong_cap_xa"]
    line = next((line for line in block.above if line.prefix in ("TL", "TUQ")), None)
    commune = block.loai is not None and block.loai.ma == "ubnd" and level(block.co_quan) in quyen_ky().cap_xa
    if line and commune and block.ngay and block.ngay < moc:
        of_unit = begins(block.post.rest.removeprefix("phó "), quyen_ky().don_vi)
        broken, found = ("xa_chua_co_phong", block.post.typed) if of_unit else ("xa_thua_lenh", line.typed)
        yield fault(broken, found, dong=line.typed, chuc_vu=block.post.typed, ngay=_day(moc))


def _tm_of_another_place(block: Block) -> Iterator[Problem]:
    """``TM. UBND XÃ A`` may name its place, but it is the issuer's."""
    line = block.collective
    if line and block.loai and block.loai.ma in _COMMITTEES:
        place = next((line.rest[len(body) :].strip() for body in _BODIES if line.rest.startswith(body)), "")
        if place and level(block.co_quan) and place not in block.co_quan and not begins(place, ("và", "khóa")):
            yield fault("tm_dia_danh_khac", line.typed, dong=line.typed)


def _post_in_advisory_body(block: Block) -> Iterator[Problem]:
    """A steering committee's paper is signed with the post held in it; the post in the agency stands above the name."""
    post = block.post.rest.removeprefix("phó ")
    if block.loai and block.loai.ma == "tu_van" and begins(post, (*quyen_ky().don_vi, "chủ tịch")):
        yield fault("chuc_danh_tu_van", block.post.typed, chuc_vu=block.post.typed)


def _not_of_the_committee(block: Block) -> Iterator[Problem]:
    """On behalf of a people's committee its chairman signs, or his deputy for him."""
    line, kind = block.collective, block.loai
    if line is None or len(block.above) > 1 or kind is None or kind.ma != "ubnd" or not begins(line.rest, _BODIES[:2]):
        return
    if "chủ tịch" not in block.post.rest or _of_council(block.post.rest):
        yield fault("tm_ubnd_chuc_vu", block.post.typed, dong=line.typed, chuc_vu=block.post.typed)


def _of_council(folded: str) -> bool:
    """Tell whether a post is that of a council or a front only: ``Chủ tịch Hội đồng nhân dân``."""
    rest = folded.removeprefix("phó ").removeprefix("chủ tịch").strip()
    of_council = begins(rest, (*_BODIES[2:], "thường trực", "ủy ban mặt trận", "mặt trận"))
    return bool(of_council) and not any(body in rest for body in _BODIES[:2])


def _no_head_of_a_unit(block: Block) -> Iterator[Problem]:
    """By order signs the head of a unit of the agency: not the head of another body, not one who heads nothing (Điều 13 khoản 4)."""
    line, post = block.last, block.post
    if line and line.prefix == "TL" and begins(post.rest.removeprefix("phó "), quyen_ky().khong_thua_lenh):
        yield fault("tl_chuc_vu_khac", post.typed, dong=line.typed, chuc_vu=post.typed)


def _outside(block: Block) -> Iterator[Problem]:
    """By order or authorisation signs one who heads a part of the issuer, not somebody of another body (Điều 13 khoản 3 và 4)."""
    line, post, words = block.last, block.post, quyen_ky()
    if line is None or line.prefix not in ("TL", "TUQ"):
        return
    rest = post.rest.removeprefix("phó ").split()
    bodies = (" ".join(rest[n:]) for n in range(1, min(_POST + 1, len(rest) - 1)))
    kind = next((found for body in bodies if (found := loai_co_quan(body))), None)
    issues = block.loai
    never = words.ngoai_co_cau.get(issues.ma, words.ngoai_co_cau.get(issues.che_do, ())) if issues else ()
    heads_nothing = line.prefix == "TUQ" and begins(" ".join(rest), words.khong_thua_uy_quyen)
    if heads_nothing or (kind and kind.ma in never):
        yield fault("ngoai_co_cau", post.typed, dong=line.typed, chuc_vu=post.typed)


def _unit_of_a_province(block: Block) -> Iterator[Problem]:
    """The head of a department of the province signs nothing of a commune."""
    commune = level(block.co_quan) or level(block.chu_quan)
    post = block.post.rest.removeprefix("phó ")
    kind = loai_co_quan(post.removeprefix(head(post)).strip()) if head(post) else None
    if commune in quyen_ky().cap_xa and kind and kind.ma in ("so", "cuc", "chi_cuc"):
        yield fault("chuc_vu_cap_khac", block.post.typed, chuc_vu=block.post.typed)


CHECKS: tuple[Callable[[Block], Iterator[Problem]], ...] = (
    _tm_of_another, _head_of_another, _commune_unit, _alone, _tm_of_another_place, _post_in_advisory_body,
    _not_of_the_committee, _no_head_of_a_unit, _unit_of_a_province, _outside,
)  # fmt: skip
"""What needs the issuer or the date, in order of telling."""


def level(folded: str) -> str:
    """Return the level of the committee or council that a name speaks of.

    >>> level("văn phòng hđnd và ubnd phường a"), level("sở nội vụ")
    ('phường', '')
    """
    words = quyen_ky()
    levels = (*words.cap_truoc_moc, *words.cap_tu_moc, *words.cap_xa, "tỉnh", "thành phố")
    found = (begins(folded[at + len(body) :].strip(), levels) for body in _BODIES if (at := folded.find(body)) >= 0)
    return next(filter(None, found), "")


def doubts_of_date(block: Block, lines: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """Yield a warning for an issuer (or its parent) that did not exist on the document's date.

    Args:
        block: gives names and date.
        lines: the lines of ``co_quan.ten`` and ``co_quan.chu_quan`` as typed, each with its key.
    """
    if block.ngay is None:
        return
    words = quyen_ky()
    for key, name in (("ten", block.co_quan), ("chu_quan", block.chu_quan)):
        at = level(name)
        found = next((line for own, line in lines if own == key and f" {at}" in f" {fold(line)}"), "")
        problem = _level_of_date(at, block.ngay, found)
        if problem:
            yield replace(problem, path=("co_quan", key))
    unit = block.loai is not None and block.loai.ma in ("phong", "van_phong")
    commune = level(block.chu_quan) or level(block.co_quan)
    if unit and commune in words.cap_xa and block.ngay < words.moc["phong_cap_xa"]:
        first = next((line for _, line in lines), "")
        problem = fault("phong_xa_truoc_moc", first, ngay=_day(words.moc["phong_cap_xa"]))
        yield replace(problem, path=("co_quan", "ten"))


def _level_of_date(at: str, ngay: date, found: str) -> Problem | None:
    """Return the warning that there was no unit of that level (``huyện``, ``đặc khu``) on a day."""
    words = quyen_ky()
    since = words.moc["het_cap_huyen"]
    if at in words.cap_truoc_moc and ngay >= since:
        return fault("het_cap_huyen", found, cap=at, ngay=_day(since))
    if at in words.cap_tu_moc and ngay < since:
        return fault("chua_co_dac_khu", found, cap=at, ngay=_day(since))
    return None


def level_gone(ten: str, ngay: date) -> Problem | None:
    """Return the warning that the committee or council of that name is of a level which there is none of on a day; None for others.

    >>> level_gone("UBND THỊ XÃ HƯƠNG TRÀ", date(2026, 3, 5)) is None, level_gone("UBND xã A", date(2026, 3, 5)) is None
    (False, True)
    """
    return _level_of_date(level(fold(ten)), ngay, ten)


def unit_gone(ten: str, ngay: date) -> Problem | None:
    """Return the warning that a unit of the district level, or a thị trấn, is no more on that day; None for others.

    >>> unit_gone("xã A", date(2026, 3, 5)) is None, unit_gone("Huyện A", date(2025, 6, 30)) is None
    (True, True)
    >>> str(unit_gone("huyện A", date(2026, 3, 5))).partition(" (")[0]
    'Từ ngày 01/7/2025 không còn đơn vị hành chính “huyện”; văn bản ghi ngày sau đó'
    """
    if not ten.lower().startswith(_beginnings_gone()):
        return None
    words, folded = quyen_ky(), fold(ten)
    since = words.moc["het_cap_huyen"]
    if ngay < since:
        return None
    hint = N_("Xem lại tên đơn vị hoặc ngày của văn bản; nay là xã, phường, đặc khu hoặc cấp tỉnh.")
    return replace(fault("het_cap_huyen", ten, cap=begins(folded, words.cap_truoc_moc) or level(folded), ngay=_day(since)), hint=hint)


@facts.once
def _beginnings_gone() -> tuple[str, ...]:
    return tuple(f"{body}{cap} " for cap in quyen_ky().cap_truoc_moc for body in ("", "ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân "))


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month}/{day.year}"


def thieu_chu_quan(ten: str, chu_quan: str) -> bool:
    """Tell whether an agency stands without the one above it, which each *Sở*, *Phòng*, *Chi cục* has (Phụ lục I, Phần I, mục II.2.a).

    >>> [thieu_chu_quan(ten, "") for ten in ("Phòng Văn hóa - Xã hội", "CHI CỤC THÚ Y", "SỞ NỘI VỤ")]
    [True, True, True]
    >>> [thieu_chu_quan(ten, "") for ten in ("Phòng khám đa khoa An Cựu", "Sở Giao dịch Chứng khoán", "Ủy ban nhân dân xã")]
    [False, False, False]
    """
    named = "" if chu_quan.strip() else fold(ten)
    return named.startswith(facts.words("co_cap_tren")) and not named.startswith(facts.words("ten_nhu_co_cap_tren"))
