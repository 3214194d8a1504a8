"""Which signing lines may stand together, whatever the agency (Điều 13; Phụ lục I, Phần I, mục II.7.b)."""

from __future__ import annotations

from collections.abc import Callable

from notice_gen.errors import Problem
from notice_gen.legal.lines import Block, Line, deputy, fault, head, is_body, names_a_deputy, same_post, with_pho, without_pho
from notice_gen.legal.quyen_ky import begins, loai_co_quan, quyen_ky

_BY_ORDER = ("TL", "TUQ")


def _too_many(block: Block) -> Problem | None:
    prefixed = [line for line in block.above if line.prefix]
    if len(prefixed) < 3:
        return None
    return fault("qua_nhieu", prefixed[2].typed, so=len(prefixed))


def _tm_before_post(block: Block) -> Problem | None:
    line = next((line for line in block.above if line.prefix == "TM" and head(line.rest.removeprefix("phó "))), None)
    if line is None:
        return None
    return fault("tm_truoc_chuc_vu", line.typed, dong=line.typed, chuc_vu=line.words)


def _before_body(block: Block) -> Problem | None:
    line = next((line for line in (*block.above, block.post) if line.prefix not in ("", "TM") and is_body(line.rest)), None)
    if line is None:
        return None
    return fault("truoc_ten_co_quan", line.typed, chu=line.prefix, nghia=block.meaning(line), dong=line.typed, ten=line.words)


def _q_before_deputy(block: Block) -> Problem | None:
    line = next((line for line in (*block.above, block.post) if line.prefix == "Q" and deputy(line)), None)
    if line is None:
        return None
    return fault("q_cap_pho", line.typed, dong=line.typed, truong=without_pho(line.words), pho=line.words)


def _kt_before_deputy(block: Block) -> Problem | None:
    """``KT.`` stands before a head's post; a deputy may be the head of a board, which his line then says behind his post."""
    lines = (line for line in (*block.above, block.post) if line.prefix == "KT" and head(deputy(line)))
    line = next((line for line in lines if not _second_post(line)), None)
    if line is None:
        return None
    return fault("kt_cap_pho", line.typed, dong=line.typed, truong=without_pho(line.words), pho=line.words)


def _second_post(line: Line) -> bool:
    behind = deputy(line).removeprefix(head(deputy(line)))
    return any(f" {word} " in f"{behind} " for word in ("-", "–", "kiêm", "trưởng", "tổ trưởng", "chủ tịch"))


def _tm_not_first(block: Block) -> Problem | None:
    late = next((line for line in block.above[1:] if line.prefix == "TM"), None)
    if late is None or not block.above[0].prefix:
        return None
    return fault("tm_dung_sau", late.typed, dong=late.typed, truoc=block.above[0].typed)


def _tm_of_no_collective(block: Block) -> Problem | None:
    """``TM.`` before an agency that its head leads, or before a group of leaders."""
    for line in block.above:
        kind = loai_co_quan(line.words) if line.prefix == "TM" else None
        leaders = line.prefix == "TM" and begins(line.rest, quyen_ky().nhom_lanh_dao) and block.loai and block.loai.che_do == "thu_truong"
        if leaders or (kind and kind.che_do == "thu_truong"):
            return fault("tm_thu_truong", line.typed, dong=line.typed)
    return None


def _tm_with_order(block: Block) -> Problem | None:
    """On behalf of a collective only its head or a deputy signs, never somebody by order."""
    if not block.above or block.above[0].prefix != "TM":
        return None
    order = next((line for line in block.above[1:] if line.prefix in _BY_ORDER), None)
    if order:
        return fault("tm_voi_tl", order.typed, dong=order.typed, tm=block.above[0].typed)
    kind = loai_co_quan(block.above[0].words)
    post = block.post.rest.removeprefix("phó ")
    if kind and kind.ma == "ubnd" and begins(post, quyen_ky().don_vi):
        chain = f"\"TL. Chủ tịch\", \"KT. {without_pho(block.post.words)}\"" if deputy(block.post) else "\"TL. Chủ tịch\""
        return fault("tm_cap_duoi", block.post.typed, chuc_vu=block.post.typed, dong=chain)
    return None


def _kt_above_another(block: Block) -> Problem | None:
    """``KT.`` stands right above the deputy's post."""
    line = next((line for line in block.above[:-1] if line.prefix == "KT"), None)
    below = block.above[-1] if block.above else None
    if line is None or below is None or not below.prefix:
        return None
    return fault("kt_dung_tren", line.typed, dong=line.typed, duoi=below.typed, truong=line.words, pho=with_pho(line.words))


def _handed_on(block: Block) -> Problem | None:
    """By order: only to one's own deputy; by authorisation: to nobody."""
    for line, below in zip(block.above, block.above[1:], strict=False):
        if line.prefix == "TUQ" and below.prefix:
            return fault("tuq_giao_tiep", below.typed, dong=line.typed, duoi=below.typed, truong=below.words)
        if line.prefix == "TL" and below.prefix in _BY_ORDER:
            return fault("tl_giao_tiep", below.typed, dong=line.typed, duoi=below.typed, truong=below.words, pho=with_pho(below.words))
    return None


def _in_charge(block: Block) -> Problem | None:
    """A deputy entrusted with the agency (phụ trách, điều hành) signs as any deputy does."""
    post = block.post
    cut = next((at for word in (" phụ trách", " điều hành") if (at := post.words.lower().find(word)) > 0), 0)
    if not cut or not deputy(post):
        return None
    plain = post.words[:cut]
    values: dict[str, object] = {"chuc_vu": post.typed, "truong": without_pho(plain), "pho": plain}
    if block.above and block.above[-1].prefix == "KT":
        return fault("ghi_phu_trach", post.typed, **values)
    above = "".join(f"\"{line.typed}\", " for line in block.above if line.prefix)
    return fault("phu_trach", post.typed, **values, tren=above)


def _by_order(block: Block) -> Problem | None:
    """``TL. X`` and ``TUQ. X`` are signed by somebody below X, who is not X's deputy."""
    post = block.post
    for i, line in enumerate(block.above):
        if line.prefix not in _BY_ORDER:
            continue
        below = block.above[i + 1] if i + 1 < len(block.above) else None
        if below and below.prefix == "KT" and same_post(below.rest, line.rest):
            return _deputy_by_order(line, post, block.meaning(line), below.typed)
        if below is None and deputy(post) and same_post(deputy(post), line.rest):
            return _deputy_by_order(line, post, block.meaning(line), post.typed)
        if below is None and line.prefix == "TL" and head(deputy(post)):
            return fault("thieu_kt_sau_tl", post.typed, chuc_vu=post.typed, dong=line.typed, truong=without_pho(post.words))
        if below is None and post.rest == line.rest:
            nghia = block.meaning(line).removeprefix("ký ")
            return fault("chinh_minh", line.typed, truong=line.words, nghia=nghia, dong=line.typed, chuc_vu=post.typed)
    return None


def _deputy_by_order(line: Line, post: Line, nghia: str, found: str) -> Problem:
    return fault("cap_pho_thua_lenh", found, dong=line.typed, chuc_vu=post.typed, nghia=nghia, truong=line.words)


def _kt(block: Block) -> Problem | None:
    """``KT. X`` is signed by X's deputy."""
    if not block.above or block.above[-1].prefix != "KT":
        return None
    line, post = block.above[-1], block.post
    if post.prefix == "Q" or not names_a_deputy(post.rest):
        return fault("kt_khong_phai_cap_pho", post.typed, dong=line.typed, chuc_vu=post.typed, truong=line.words, pho=with_pho(line.words))
    own, other = head(line.rest), head(deputy(post))
    if own and other and own != other:
        return fault("kt_khac_chuc_vu", post.typed, chuc_vu=post.typed, truong=line.words, cap_truong=without_pho(post.words))
    return None


def _kt_missing(block: Block) -> Problem | None:
    post, above = block.post, block.above
    if not above or not deputy(post):
        return None
    line = above[-1]
    alone = not line.prefix and len(above) == 1 and same_post(line.rest, deputy(post))
    kind = loai_co_quan(line.words) if line.prefix == "TM" else None
    for_committee = kind is not None and kind.ma == "ubnd" and head(deputy(post)) == "chủ tịch"
    if not alone and not for_committee:
        return None
    return kt_missing(post, "" if alone else f"\"{line.typed}\", ", line.typed)


def kt_missing(post: Line, above: str, found: str) -> Problem:
    """Return the fault of a deputy who signs without ``KT.``."""
    return fault("kt_thieu", found, chuc_vu=post.typed, truong=without_pho(post.words), giu=above)


# --- doubts ------------------------------------------------------------------------------------------


def _q_with_deputy(block: Block) -> Problem | None:
    """An acting head signs as ``Q. X`` alone; a deputy who signs for an acting head, as ``KT. X``."""
    line = next((line for line in block.above if line.prefix == "Q" or (line.prefix == "KT" and line.rest.startswith("q. "))), None)
    if line is None:
        return None
    post = line.words.removeprefix("Q. ").removeprefix("q. ")
    return fault("q_kem_cap_pho", line.typed, dong=line.typed, chuc_vu=block.post.typed, truong=post, pho=with_pho(post))


def _authorised_deputy(block: Block) -> Problem | None:
    """Authorisation goes to the head of an agency or unit below, who signs himself."""
    if not block.above or block.above[-1].prefix != "TUQ" or not deputy(block.post):
        return None
    line = block.above[-1]
    return fault("tuq_cap_pho", block.post.typed, chuc_vu=block.post.typed, truong=without_pho(block.post.words), tren=line.words)


def _without_letters(block: Block) -> Problem | None:
    """Who signs for a collective says so; other lines without letters may be posts on a board, or go on with a long name."""
    line = block.above[0] if block.above else None
    kind = loai_co_quan(line.rest) if line and not line.prefix else None
    if line is None or kind is None or kind.che_do != "tap_the":
        return None
    return fault("thieu_chu", line.typed, dong=line.words)


CHECKS: tuple[Callable[[Block], Problem | None], ...] = (
    _too_many, _tm_before_post, _before_body, _q_before_deputy, _kt_before_deputy, _tm_not_first, _tm_of_no_collective, _tm_with_order,
    _kt_above_another, _by_order, _handed_on, _in_charge, _kt, _kt_missing, _q_with_deputy, _authorised_deputy, _without_letters,
)  # fmt: skip
"""In order of telling: the first one that finds something explains the block best."""
