"""Whether a signature fits the agency that issues and the date (Điều 13; the district level and the communes' offices)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from notice_gen.errors import N_, Problem
from notice_gen.legal.layout import kt_missing
from notice_gen.legal.lines import Block, capital, deputy, fault, head, without_pho
from notice_gen.legal.quyen_ky import begins, fold, loai_co_quan, quyen_ky

_COMMITTEES = ("ubnd", "hdnd")
_BODIES = ("ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd")


def _tm_of_another(block: Block) -> Problem | None:
    """What is signed on behalf of a committee or council is issued by it."""
    line = block.above[0] if block.above and block.above[0].prefix == "TM" else None
    signs = loai_co_quan(line.words) if line else None
    issues = block.loai
    if line is None or signs is None or signs.ma not in _COMMITTEES or issues is None or not issues.che_do or signs.ma == issues.ma:
        return None
    own = _BODIES[:2] if signs.ma == "ubnd" else _BODIES[2:]
    if issues.ma in _COMMITTEES and any(body in block.co_quan for body in own):
        return None
    return fault(
        "tm_co_quan_khac",
        N_("“{dong}”: văn bản ký thay mặt tập thể nào thì tập thể đó ban hành, nhưng cơ quan ban hành ghi ở đây là cơ quan khác ({dieu})."),
        N_("Sửa co_quan.ten thành tập thể đó; nếu cơ quan đang ghi ban hành thì sửa quyen_han theo cơ quan này."), {"dong": line.typed},
        line.typed,
    )


def _head_of_another(block: Block) -> Problem | None:
    """``KT.``, ``TL.``, ``TUQ.``, ``Q.`` name the head of the issuing agency."""
    kind = block.loai
    line = next((line for line in (*block.above, block.post) if line.prefix not in ("", "TM")), None)
    if kind is None or not kind.dung_dau or line is None:
        return None
    named = head(line.rest)
    if named in kind.dung_dau or named not in (*quyen_ky().don_vi, "chủ tịch"):
        return None
    return fault(
        "dung_dau_khac",
        N_("“{dong}”: {truong} không phải người đứng đầu cơ quan ban hành ({dieu})."),
        N_("Ghi chức vụ người đứng đầu cơ quan ban hành: \"{chu}. {dung_dau}\"; nếu ký cho {truong} thì co_quan.ten phải là cơ quan của {truong}."),  # noqa: E501
        {"dong": line.typed, "truong": line.words, "chu": line.prefix, "dung_dau": capital(kind.dung_dau[0])},
        line.typed,
    )


def _alone(block: Block) -> Problem | None:
    """Without a line of authority only the head of the issuing agency signs."""
    kind, post = block.loai, block.post
    if block.above or post.prefix or kind is None or not (kind.dung_dau or kind.che_do == "thu_truong"):
        return None
    own, below = head(post.rest), head(deputy(post))
    if below and (below in kind.dung_dau or not kind.dung_dau):
        return kt_missing(post, "", post.typed)
    units = quyen_ky().don_vi
    if not kind.dung_dau or not ((own in units and own not in kind.dung_dau) or below in units):
        return None
    above = f"\"TL. {capital(kind.dung_dau[0])}\"" + (f", \"KT. {without_pho(post.words)}\"" if below else "")
    return fault(
        "thieu_tl",
        N_("“{chuc_vu}” ký văn bản của cơ quan cấp trên mình thì phải ghi thừa lệnh hoặc thừa ủy quyền ({dieu})."),
        N_("Ghi quyen_han = [{dong}], chuc_vu = \"{chuc_vu}\" (thừa ủy quyền thì thay TL. bằng TUQ.); nếu đơn vị tự ban hành thì ghi tên đơn vị vào co_quan.ten."),  # noqa: E501
        {"chuc_vu": post.typed, "dong": above},
        post.typed,
    )


def _commune_unit(block: Block) -> Problem | None:
    """Before 1/7/2025 a commune had no office and no units whose head could sign by order."""
    moc = quyen_ky().moc["phong_cap_xa"]
    line = next((line for line in block.above if line.prefix in ("TL", "TUQ")), None)
    commune = block.loai is not None and block.loai.ma == "ubnd" and level(block.co_quan) in quyen_ky().cap_xa
    if line is None or not commune or block.ngay is None or block.ngay >= moc:
        return None
    values: dict[str, object] = {"dong": line.typed, "chuc_vu": block.post.typed, "ngay": _day(moc)}
    hint = N_("Chủ tịch ký: quyen_han = [\"TM. Ủy ban nhân dân\"], chuc_vu = \"Chủ tịch\"; Phó Chủ tịch ký: thêm dòng \"KT. Chủ tịch\". Hoặc xem lại ngày của văn bản.")  # noqa: E501
    if begins(block.post.rest.removeprefix("phó "), quyen_ky().don_vi):
        message = N_("“{dong}” / “{chuc_vu}”: trước ngày {ngay} Ủy ban nhân dân cấp xã chưa có văn phòng, phòng chuyên môn ({dieu}).")
        return fault("xa_chua_co_phong", message, hint, values, block.post.typed)
    message = N_("“{dong}”: trước ngày {ngay} Ủy ban nhân dân cấp xã không có đơn vị trực thuộc để giao ký thừa lệnh, thừa ủy quyền ({dieu}).")  # noqa: E501
    return fault("xa_thua_lenh", message, hint, values, line.typed)


# --- doubts ------------------------------------------------------------------------------------------


def _tm_of_another_place(block: Block) -> Problem | None:
    """``TM. UBND XÃ A`` may name its place, but it is the issuer's."""
    line = block.above[0] if block.above and block.above[0].prefix == "TM" else None
    if line is None or block.loai is None or block.loai.ma not in _COMMITTEES:
        return None
    place = next((line.rest[len(body) :].strip() for body in _BODIES if line.rest.startswith(body)), "")
    if not place or not level(block.co_quan) or place in block.co_quan or begins(place, ("và", "khóa")):
        return None
    return fault(
        "tm_dia_danh_khac", N_("“{dong}” ghi địa danh khác tên cơ quan ban hành ({dieu})."),
        N_("Gõ \"TM. Ủy ban nhân dân\", không cần địa danh; hoặc sửa cho khớp với co_quan.ten."), {"dong": line.typed}, line.typed,
    )


def _post_in_advisory_body(block: Block) -> Problem | None:
    """A steering committee's paper is signed with the post held in it; the post in the agency stands above the name."""
    post = block.post.rest.removeprefix("phó ")
    if block.loai is None or block.loai.ma != "tu_van" or not begins(post, (*quyen_ky().don_vi, "chủ tịch")):
        return None
    return fault(
        "chuc_danh_tu_van",
        N_("“{chuc_vu}” là chức vụ ở cơ quan; văn bản của tổ chức tư vấn ghi chức danh trong tổ chức đó ({dieu})."),
        N_("Ghi chức danh, ví dụ chuc_vu = \"Trưởng ban\"; tổ chức được dùng con dấu của cơ quan thì thêm chuc_vu_khac = \"{chuc_vu}\" (in trên họ tên)."),  # noqa: E501
        {"chuc_vu": block.post.typed},
        block.post.typed,
    )


CHECKS: tuple[Callable[[Block], Problem | None], ...] = (
    _tm_of_another, _head_of_another, _commune_unit, _alone, _tm_of_another_place, _post_in_advisory_body,
)  # fmt: skip
"""What needs the issuer or the date, in order of telling."""


# --- the agency itself, by date ----------------------------------------------------------------------


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
        message = N_("Trước ngày {ngay} Ủy ban nhân dân cấp xã chưa có văn phòng, phòng chuyên môn ({dieu}).")
        values = {"ngay": _day(words.moc["phong_cap_xa"])}
        first = next((line for _, line in lines), "")
        problem = fault("phong_xa_truoc_moc", message, N_("Xem lại tên cơ quan hoặc ngày của văn bản."), values, first)
        yield replace(problem, path=("co_quan", "ten"))


def _level_of_date(at: str, ngay: date, found: str) -> Problem | None:
    """Return the warning that there was no unit of that level (``huyện``, ``đặc khu``) on a day."""
    words = quyen_ky()
    since = words.moc["het_cap_huyen"]
    values: dict[str, object] = {"cap": at, "ngay": _day(since)}
    if at in words.cap_truoc_moc and ngay >= since:
        message = N_("Từ ngày {ngay} không còn đơn vị hành chính “{cap}”; văn bản ghi ngày sau đó ({dieu}).")
        hint = N_("Xem lại tên cơ quan hoặc ngày của văn bản; nay là cơ quan cấp xã (xã, phường, đặc khu) hoặc cấp tỉnh.")
        return fault("het_cap_huyen", message, hint, values, found)
    if at in words.cap_tu_moc and ngay < since:
        message = N_("Trước ngày {ngay} chưa có đơn vị hành chính “{cap}” ({dieu}).")
        return fault("chua_co_dac_khu", message, N_("Xem lại tên cơ quan hoặc ngày của văn bản."), values, found)
    return None


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
    values: dict[str, object] = {"cap": begins(folded, words.cap_truoc_moc) or level(folded), "ngay": _day(since)}
    message = N_("Từ ngày {ngay} không còn đơn vị hành chính “{cap}”; văn bản ghi ngày sau đó ({dieu}).")
    hint = N_("Xem lại tên đơn vị hoặc ngày của văn bản; nay là xã, phường, đặc khu hoặc cấp tỉnh.")
    return fault("het_cap_huyen", message, hint, values, ten)


@cache
def _beginnings_gone() -> tuple[str, ...]:
    return tuple(f"{body}{cap} " for cap in quyen_ky().cap_truoc_moc for body in ("", "ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân "))


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month}/{day.year}"
