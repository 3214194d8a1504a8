"""Which signing lines may stand together, whatever the agency (Điều 13; Phụ lục I, Phần I, mục II.7.b)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise, zip_longest

from notice_gen.errors import Problem
from notice_gen.legal.lines import Block, Line, deputy, fault, head, is_body, names_a_deputy, same_post, with_pho, without_pho
from notice_gen.legal.quyen_ky import begins, loai_co_quan, quyen_ky

_BY_ORDER = ("TL", "TUQ")


def _too_many(block: Block) -> Iterator[Problem]:
    prefixed = [line for line in block.above if line.prefix]
    if len(prefixed) > 2:
        yield fault("qua_nhieu", prefixed[2].typed, so=len(prefixed))


def _tm_before_post(block: Block) -> Iterator[Problem]:
    for line in block.above:
        if line.prefix == "TM" and head(line.rest.removeprefix("phó ")):
            yield fault("tm_truoc_chuc_vu", line.typed, dong=line.typed, chuc_vu=line.words)


def _before_body(block: Block) -> Iterator[Problem]:
    for line in (*block.above, block.post):
        if line.prefix not in ("", "TM") and is_body(line.rest):
            yield fault("truoc_ten_co_quan", line.typed, chu=line.prefix, nghia=block.meaning(line), dong=line.typed, ten=line.words)


def _q_before_deputy(block: Block) -> Iterator[Problem]:
    for line in (*block.above, block.post):
        if line.prefix == "Q" and deputy(line):
            yield fault("q_cap_pho", line.typed, dong=line.typed, truong=without_pho(line.words), pho=line.words)


def _before_deputy(block: Block) -> Iterator[Problem]:
    """``KT.``, ``TL.``, ``TUQ.`` stand before a head's post; a deputy may head a board, which his line then says behind his post."""
    for line in (*block.above, block.post):
        if line.prefix in ("KT", *_BY_ORDER) and head(deputy(line)) and not _second_post(line):
            rule = "kt_cap_pho" if line.prefix == "KT" else "tl_cap_pho"
            values: dict[str, object] = {"truong": without_pho(line.words), "pho": line.words, "nghia": block.meaning(line)}
            yield fault(rule, line.typed, dong=line.typed, chu=line.prefix, **values)


def _second_post(line: Line) -> bool:
    behind = deputy(line).removeprefix(head(deputy(line)))
    return any(f" {word} " in f"{behind} " for word in ("-", "–", "kiêm", "trưởng", "tổ trưởng", "chủ tịch"))


def _tm_not_first(block: Block) -> Iterator[Problem]:
    for late in block.above[1:]:
        if late.prefix == "TM" and block.above[0].prefix:
            yield fault("tm_dung_sau", late.typed, dong=late.typed, truoc=block.above[0].typed)


def _tm_of_no_collective(block: Block) -> Iterator[Problem]:
    """``TM.`` before an agency that its head leads, or before a group of leaders."""
    for line in block.above:
        kind = loai_co_quan(line.words) if line.prefix == "TM" else None
        leaders = line.prefix == "TM" and begins(line.rest, quyen_ky().nhom_lanh_dao) and block.loai and block.loai.che_do == "thu_truong"
        if leaders or (kind and kind.che_do == "thu_truong"):
            yield fault("tm_thu_truong", line.typed, dong=line.typed)


def _tm_with_order(block: Block) -> Iterator[Problem]:
    """On behalf of a collective only its head or a deputy signs, never somebody by order."""
    line = block.collective
    if line is None:
        return
    for order in block.above[1:]:
        if order.prefix in _BY_ORDER:
            yield fault("tm_voi_tl", order.typed, dong=order.typed, tm=line.typed)
    kind = loai_co_quan(line.words)
    if kind and kind.ma == "ubnd" and begins(block.post.rest.removeprefix("phó "), quyen_ky().don_vi):
        chain = f"\"TL. Chủ tịch\", \"KT. {without_pho(block.post.words)}\"" if deputy(block.post) else "\"TL. Chủ tịch\""
        yield fault("tm_cap_duoi", block.post.typed, chuc_vu=block.post.typed, dong=chain)


def _kt_above_another(block: Block) -> Iterator[Problem]:
    """``KT.`` stands right above the deputy's post."""
    for line in block.above[:-1]:
        below = block.above[-1]
        if line.prefix == "KT" and below.prefix:
            yield fault("kt_dung_tren", line.typed, dong=line.typed, duoi=below.typed, truong=line.words, pho=with_pho(line.words))


def _handed_on(block: Block) -> Iterator[Problem]:
    """By order: only to one's own deputy; by authorisation: to nobody."""
    for line, below in pairwise(block.above):
        if line.prefix == "TUQ" and below.prefix:
            yield fault("tuq_giao_tiep", below.typed, dong=line.typed, duoi=below.typed, truong=below.words)
        if line.prefix == "TL" and below.prefix in _BY_ORDER:
            yield fault("tl_giao_tiep", below.typed, dong=line.typed, duoi=below.typed, truong=below.words, pho=with_pho(below.words))


def _in_charge(block: Block) -> Iterator[Problem]:
    """A deputy entrusted with the agency (phụ trách, điều hành) signs as any deputy does."""
    post = block.post
    cut = next((at for word in (" phụ trách", " điều hành") if (at := post.words.lower().find(word)) > 0), 0)
    if cut and deputy(post):
        plain = post.words[:cut]
        values: dict[str, object] = {"chuc_vu": post.typed, "truong": without_pho(plain), "pho": plain}
        if block.last and block.last.prefix == "KT":
            yield fault("ghi_phu_trach", post.typed, **values)
        else:
            yield fault("phu_trach", post.typed, **values, tren="".join(f"\"{line.typed}\", " for line in block.above if line.prefix))


def _by_order(block: Block) -> Iterator[Problem]:
    """``TL. X`` and ``TUQ. X`` are signed by somebody below X, who is not X's deputy."""
    post = block.post
    for line, below in zip_longest(block.above, block.above[1:]):
        if line.prefix not in _BY_ORDER:
            continue
        named, nghia = deputy(post) if below is None else below.rest if below.prefix == "KT" else "", block.meaning(line)
        if named and same_post(named, line.rest):
            found = (below or post).typed
            yield fault("cap_pho_thua_lenh", found, dong=line.typed, chuc_vu=post.typed, nghia=nghia, truong=line.words)
        if below is None and line.prefix == "TL" and head(deputy(post)):
            yield fault("thieu_kt_sau_tl", post.typed, chuc_vu=post.typed, dong=line.typed, truong=without_pho(post.words))
        if below is None and post.rest == line.rest:
            own = nghia.removeprefix("ký ")
            yield fault("chinh_minh", line.typed, truong=line.words, nghia=own, dong=line.typed, chuc_vu=post.typed)


def _kt(block: Block) -> Iterator[Problem]:
    """``KT. X`` is signed by X's deputy."""
    line, post = block.last, block.post
    if line is None or line.prefix != "KT":
        return
    if post.prefix == "Q" or not names_a_deputy(post.rest):
        yield fault("kt_khong_phai_cap_pho", post.typed, dong=line.typed, chuc_vu=post.typed, truong=line.words, pho=with_pho(line.words))
    own, other = head(line.rest), head(deputy(post))
    if own and other and own != other:
        yield fault("kt_khac_chuc_vu", post.typed, chuc_vu=post.typed, truong=line.words, cap_truong=without_pho(post.words))


def _kt_missing(block: Block) -> Iterator[Problem]:
    post, above, line = block.post, block.above, block.last
    if line is None or not deputy(post):
        return
    alone = not line.prefix and len(above) == 1 and same_post(line.rest, deputy(post))
    kind = loai_co_quan(line.words) if line.prefix == "TM" else None
    for_committee = kind is not None and kind.ma == "ubnd" and head(deputy(post)) == "chủ tịch"
    if alone or for_committee:
        yield kt_missing(post, "" if alone else f"\"{line.typed}\", ", line.typed)


def kt_missing(post: Line, above: str, found: str) -> Problem:
    """Return the fault of a deputy who signs without ``KT.``."""
    return fault("kt_thieu", found, chuc_vu=post.typed, truong=without_pho(post.words), giu=above)


def _q_with_deputy(block: Block) -> Iterator[Problem]:
    """An acting head signs as ``Q. X`` alone; a deputy who signs for an acting head, as ``KT. X``."""
    for line in block.above:
        if line.prefix == "Q" or (line.prefix == "KT" and line.rest.startswith("q. ")):
            post = line.words.removeprefix("Q. ").removeprefix("q. ")
            yield fault("q_kem_cap_pho", line.typed, dong=line.typed, chuc_vu=block.post.typed, truong=post, pho=with_pho(post))


def _authorised_deputy(block: Block) -> Iterator[Problem]:
    """Authorisation goes to the head of an agency or unit below, who signs himself."""
    line, post = block.last, block.post
    if line and line.prefix == "TUQ" and deputy(post):
        yield fault("tuq_cap_pho", post.typed, chuc_vu=post.typed, truong=without_pho(post.words), tren=line.words)


def _without_letters(block: Block) -> Iterator[Problem]:
    """Who signs for a collective says so; other lines without letters may be posts on a board, or go on with a long name."""
    for line in block.above[:1]:
        kind = None if line.prefix else loai_co_quan(line.rest)
        if kind and kind.che_do == "tap_the":
            yield fault("thieu_chu", line.typed, dong=line.words)


CHECKS: tuple[Callable[[Block], Iterator[Problem]], ...] = (
    _too_many, _tm_before_post, _before_body, _q_before_deputy, _before_deputy, _tm_not_first, _tm_of_no_collective, _tm_with_order,
    _kt_above_another, _by_order, _handed_on, _in_charge, _kt, _kt_missing, _q_with_deputy, _authorised_deputy, _without_letters,
)  # fmt: skip
"""In order of telling: the first thing that one of them finds explains the block best."""
