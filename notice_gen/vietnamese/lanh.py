"""Is a text free of slips?  Told word by word, faster than by all rows of ``loi_go.py``: the cells of a mailing are short and many."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from operator import eq

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.vietnamese import bo_go, chinh_ta, loi_luong
from notice_gen.vietnamese.loi_go import Dong, cac_dong, tim

_BY_THEMSELVES = frozenset({
    "am_tiet_bi_tach", "cau_bo_lung", "chuc_vu_thua_chu_hoa", "chuc_vu_viet_thuong", "dau_cau_viet_thuong", "dem_khong_khop",
    "don_vi_hanh_chinh_sai_dau", "don_vi_viet_hoa",
    "nam_am_lich_viet_thuong", "nha_nuoc_viet_thuong", "nhan_vat_lich_su_viet_thuong", "so_ban_nganh_viet_hoa",
    "ten_bao_viet_thuong", "ten_co_quan_thieu_tieng", "tu_nghi_sai",
})  # fmt: skip
"""Rows of which :func:`lanh` knows nothing, by name; a test asks it of every row's own cases."""


@facts.once
def hoi_rieng() -> tuple[Dong, ...]:
    """Return the rows that are to be asked of a text though :func:`lanh` finds no slip in it."""
    return tuple(dong for dong in cac_dong() if dong["ten"] in _BY_THEMSELVES)


def lanh(text: str) -> bool:
    """Tell, faster than all rows do, that *text* holds no slip but of :func:`hoi_rieng`; False when one has to look.

    No word has a slip of its own or is where one of several words is looked for, none stands twice in a row, no two begin a phrase, no
    two come again.
    """
    words = [*map(_harmless, re.sub(r"\d", "1", text).split(" "))]
    if None in words:
        return False
    pairs = [*pairwise(words)]
    twice = any(map(eq, words, words[1:])) or len({*pairs}) < len(pairs)
    if not _BEFORE_NUMBER.isdisjoint(words) and any(one in _BEFORE_NUMBER and other and other[0] in "1{" for one, other in pairs):
        return False  # a number follows, or what gives one
    return not twice and _phrases().isdisjoint(pairs) and _ADDRESSED.isdisjoint(zip(words, words[2:], strict=False))


_SO = "số"
_BEFORE_NUMBER = frozenset({_SO, "từ", *loi_luong.DON_VI_DO})
_ADDRESSED = frozenset({("ông", "thị"), ("bà", "văn")})
_ASKS = Pattern(  # of a word, every figure in it a 1: where the rows look that look at a whole text (``ca_doan``)
    r"1?/[1A-ZĐxX…?.]|1[-–]1|1\.1{1,2}\.1|1\.1{4}|1\.111,111|1[h:]1|1-11|1[Ol]|[Ol]1|T1"
    rf"|{bo_go.CO_DAU_GO.pattern.replace('(?i)', '').replace('[1-9]', '1').replace('[0-9]', '1')}"
    r"|…|__|\.\.|\?\?|\?\)|!!|\?!|\[|\]|\^\^|[:;=]-?\)|xx|XX|@@|##|#[RNDV]|--|[\U0001F300-\U0001FAFF]"
    r"|abc|TODO|TBD|FIXME|orem|asdf|qwerty|NaN|undef|E\+"
    r"|\((?:số|tên|con|ngày|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|bằng|viết|chờ|đợi|đang|cần|nhớ|phải|xem|kiểm|hỏi|sửa|chưa|1{1,3}\))"
    r"|(?:sau|lại)\)|:$|\n"
    r"|@|^h[tps]{2,6}:|^w{2,5}[.,]|1[IVX]+l|[IVX]l\b|\(tháng$|^(?:s?đt|đtdđ|hotline|zalo|fax|tel|tương|cccd|cmnd|cmtnd|mst|sáng|chiều)[.,;:!?)]*$"
    r"|^(?:chữ|tháng|quý|thứ|giờ|huyện|quận|lúc|gửi|from|error|lỗi|click|choose|bấm|dạ|ok|oke|đây|nhật)[.,;:!?)]*$", re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def _harmless(word: str) -> str | None:
    """Return a word in small letters without its marks; None for one that has a slip, or at which a longer one is looked for."""
    if word == _SO:
        return word  # which no row looks at but before a number
    parts, alone = _of_words(letters=word.isalpha())
    if _ASKS.search(word) or any(map(f" {word} ".__contains__, parts)) or any(True for dong in alone for _ in tim(dong, word)):
        return None
    return word.lower().strip(".,;:()“”") if word.isprintable() and "\u00a0" not in word else None


@cache
def _of_words(*, letters: bool) -> tuple[tuple[str, ...], tuple[Dong, ...]]:
    """Return what asks a row to look at a text, and the rows whose slip a word may be; none of those that look at a whole text.

    *letters*: only what may be in a word of letters alone, or around it.
    """
    rows = [dong for dong in cac_dong() if "ca_doan" not in dong]
    alone = (dong for dong in rows if dong.get("mot_tu") or dong.get("nhom") == "viet_sai")
    parts = dict.fromkeys(part for dong in rows if dong["ten"] not in _BY_THEMSELVES for part in dong.get("co", ()))
    return (
        tuple(part for part in parts if not letters or part.strip(" ").isalpha()),
        tuple(dong for dong in alone if not letters or dong.get("mot_tu") != "dau"),
    )  # fmt: skip


@facts.once
def _phrases() -> frozenset[tuple[str, ...]]:
    """Return the first two words of whatever is misspelt, or may stand with wrong capitals, in small letters."""
    names = [name for rows in facts.table("ten-viet-hoa.toml").values() if isinstance(rows, list) for name in rows]
    names += [name for row in facts.table("co-quan-cu.toml")["khong_con"] for name in row["ten"]]
    phrases = [phrase.lower() for phrase in (*facts.table("loi-chinh-ta.toml")["sai"], *names, "nhân dân")]
    spelt = (words for phrase in phrases for words in (chinh_ta.dat_dau(phrase, "cu"), chinh_ta.dat_dau(phrase, "moi")))
    others = {("năm", "11111"), ("giai", "đoạn"), ("nhiệm", "kỳ"), ("thị", "xã"), ("thị", "trấn"), ("luật", "năm"),
              ("điện", "thoại"), ("di", "động"), ("dây", "nóng"), ("số", "máy"), ("quy", "đổi"),
              ("tức", "là"), ("căn", "cước"), ("định", "danh"), ("chứng", "minh"), ("số", "thuế"), ("hiệu", "lực"),
              ("từ", "tháng"), ("các", "tháng"), ("từ", "ngày"), ("từ", "lúc"),
              *((unit, said) for unit in loi_luong.DON_VI_DO for said in ("hay", "bằng", "tức"))}  # fmt: skip
    return frozenset({*(tuple(words.split(" ")[:2]) for words in spelt), *others})
