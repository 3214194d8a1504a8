"""Slips in what stands at the head and the foot of a paper: names of agencies, posts, persons; the subject's first letter.

They are short, and printed in capitals, so what judges running texts has nothing to go by.  One definition for what is typed and printed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from notice_gen import facts
from notice_gen.facts import Pattern
from notice_gen.vietnamese.am_tiet import la_am_tiet
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.ten_goi import sai_chu_hoa
from notice_gen.vietnamese.ten_nguoi import la_ho

_WORD = Pattern(r"[^\W\d_]+")
_TWICE = Pattern(r"(?<![\w-])(?P<tu>[^\W\d_]{2,})\.? (?P<lap>(?i:(?P=tu)))(?![\w-])")
_UNITS = frozenset({"xã", "phường", "thôn", "bản", "ấp", "khu"})
"""Kinds of places that may be the first word of a place's name too: *phường Phường Đúc*."""
_MARKS = frozenset(".,;:!?")  # one: some points stand for what is still to be filled in
_NAME = range(2, 6)  # words of a person's name
_ABOUT = Pattern(r"\s*[Vv]/[Vv]\s*:?\s*")
_ABOUT_IN_FULL = Pattern(r"\s*[Vv]ề việc\s?:\s*")
_NO_WORK = ("cử tri ",)  # words that begin like what is to be done
_JOINED = Pattern(r"(?:, | và )(?=(?:[Bb]ộ|[Ss]ở|[Pp]hòng|[Cc]ục|[Cc]hi cục) [A-ZĐÁÀẢÂẤĂÊÔƠƯỦỶ])")
_KIND = Pattern(
    r"(?P<kind>(?:[Bb]ộ|[Ss]ở|[Pp]hòng|[Cc]ục|[Cc]hi cục)(?= [A-ZĐÁÀẢÂẤĂÊÔƠƯỦỶ]))|"
    r"(?:UBND|[ỦU][ỷy] ban nhân dân) (?:tỉnh|thành phố|xã|phường)\b"
)
_ABOVE = "ubnd"  # who has the others below it, and is named before them
_LONGEST = 300


def sai_ten(text: str) -> Iterator[LoiChu]:
    """Yield what is mistyped in a name of an agency, a post, a place: a word twice, two letters that changed places.

    >>> [loi.dung for name in ("Sở Nội vụ vụ", "KT. KT. Giám đốc", "Chánh Vnă phòng") for loi in sai_ten(name)]
    ['vụ', 'KT', 'Văn']
    >>> [*sai_ten("UBND xã Đắk Pék"), *sai_ten("UBND PHƯỜNG PHƯỜNG ĐÚC"), *sai_ten("KT. CHỦ TỊCH"), *sai_ten("Phòng Kinh tế, Hạ tầng")]
    []
    """
    if len(text) > _LONGEST:
        return
    for found in _TWICE.finditer(text):
        alike = found["tu"] == found["lap"]  # “Ủy ban ban hành” says two things
        if alike and not (found["tu"].lower() in _UNITS and found.end() < len(text)):
            yield LoiChu(found.start(), found.end(), found["tu"])
    yield from _doi_cho(text)


def hoa_ho_ten(text: str) -> str | None:
    """Return a person's name in the capitals of one; None where they are right, or the family's name is none that many have.

    >>> [hoa_ho_ten(name) for name in ("nguyễn Văn A", "Lê VĂN Bình", "Trần thị Hoa", "Lê Thị Hà", "LÊ THỊ HÀ", "Y moan Niê")]
    ['Nguyễn Văn A', 'Lê Văn Bình', 'Trần Thị Hoa', None, None, None]
    """
    words = unicodedata.normalize("NFC", text).split()
    if len(words) not in _NAME or text.isupper() or not la_ho(words[0]) or not all(map(str.isalpha, words)):
        return None
    mixed = any(len(word) > 1 and word.isupper() for word in words)
    right = [word.capitalize() if mixed else word[0].upper() + word[1:] for word in words]
    return None if right == words else " ".join(right)


def sai_ho_ten(text: str) -> LoiChu | None:
    """Return what is mistyped in a person's name: letters changed about, a family's name without its marks, or twice.

    >>> [loi.dung for name in ("Tran Thị B", "Nugyễn Văn A", "Lê Văn Hòa", "Phạm Phạm An", "Y Moan Niê") if (loi := sai_ho_ten(name))]
    ['Trần', 'Nguyễn', 'Phạm']
    """
    words = [*_WORD.finditer(text)]
    if len(words) not in _NAME:
        return None
    first, second = (word[0].lower() for word in words[:2])
    if first == second and la_ho(first) and len(words) > 2:
        return LoiChu(words[0].start(), words[1].end(), words[0][0])
    if changed := next(iter(_doi_cho(text)), None):
        return changed
    right = "" if la_ho(first) else _meant(first)
    return LoiChu(*words[0].span(), right.upper() if text.isupper() else right.title()) if right else None


def dau_trich_yeu(text: str) -> LoiChu | None:
    """Return the letter at the head of a subject below its type that has the wrong size: *về việc*, *Về Việc*.

    >>> [loi.dung for text in ("về việc kiểm tra", "Về Việc kiểm tra", "Kiểm tra", "v/v kiểm tra") if (loi := dau_trich_yeu(text))]
    ['V', 'v']
    """
    shown = text.lstrip()
    at = len(text) - len(shown)
    if shown[:1].islower() and not shown.startswith("v/v"):
        return LoiChu(at, at + 1, shown[0].upper())
    return LoiChu(at + 3, at + 4, "v") if shown.startswith("Về Việc ") else None


def viet_tat_ve_viec(text: str) -> LoiChu | None:
    """Return the *V/v*, or *Về việc:*, that a subject below its type begins with, and what is written there.

    >>> [loi.dung for text in ("V/v kiểm tra", "Về việc: kiểm tra", "Về việc kiểm tra") if (loi := viet_tat_ve_viec(text))]
    ['Về việc ', 'Về việc ']
    """
    found = _ABOUT.match(text) or _ABOUT_IN_FULL.match(text)
    return LoiChu(found.start(), found.end(), "Về việc ") if found else None


def hoa_sau_ve_viec(text: str) -> LoiChu | None:
    """Return what is to be done, behind *V/v*, with the capital that it does not have: what a letter is about is no new sentence.

    >>> [loi.dung for text in ("V/v Đôn đốc thực hiện", "Góp ý dự thảo", "V/v Mời họp") if (loi := hoa_sau_ve_viec(text))]
    ['đôn đốc', 'góp ý', 'mời']
    >>> [hoa_sau_ve_viec(text) for text in ("V/v đôn đốc", "V/v Kế hoạch số 12/KH-UBND", "Xin Mần", "Cử tri kiến nghị", "GÓP Ý DỰ THẢO")]
    [None, None, None, None, None]
    """
    at = begun.end() if (begun := _ABOUT.match(text)) else 0
    said = text[at:]
    folded = said[:1].lower() + said[1:]
    for work in facts.words("viec_sau_ve_viec") if said[:1].isupper() else ():
        behind = folded[len(work) :] if folded.startswith(work) else "-"
        if not behind or (behind[0] == " " and (" " in work or behind[1:2].islower()) and not f"{work}{behind}".startswith(_NO_WORK)):
            return LoiChu(at, at + len(work), work)
    return None


def chung_dong(text: str) -> tuple[str, ...]:
    """Return the agencies of one line of recipients that a comma or *và* joins, the line cut there; empty where they are no two.

    Of two that share a name or a place (*Đảng ủy, UBND xã*), of one and what is above it, nothing is said.

    >>> [*map(chung_dong, ("UBND tỉnh, Sở Nội vụ", "Phòng Kinh tế và Phòng Y tế;", "Sở Y tế, Sở Tư pháp, Sở Công Thương"))]
    [('UBND tỉnh', 'Sở Nội vụ'), ('Phòng Kinh tế', 'Phòng Y tế'), ('Sở Y tế', 'Sở Tư pháp', 'Sở Công Thương')]
    >>> [*map(chung_dong, ("Đảng ủy, UBND xã A", "Sở Nông nghiệp và Môi trường", "Phòng Văn thư, Sở Nội vụ", "Các Sở: Y tế, Tư pháp"))]
    [(), (), (), ()]
    """
    parts = tuple(_JOINED.split(text.rstrip(" ;.")))
    kinds = [(kind["kind"] or _ABOVE).lower() for part in parts if (kind := _KIND.match(part))]
    alike = len({*kinds}) == 1 or kinds[:1] == [_ABOVE]
    return parts if len(parts) > 1 and len(kinds) == len(parts) and alike else ()


@lru_cache(maxsize=1024)  # the papers of an office go to the same few
def noi_nhan_viet_thuong(text: str) -> str:
    """Return the kind of agency that a recipient's name begins with in small letters, as it is written; empty where there is none.

    >>> [noi_nhan_viet_thuong(text) for text in ("văn phòng UBND tỉnh", "công an xã", "Công an xã", "các xã, phường", "sở Nội vụ")]
    ['Văn phòng', 'Công an', '', '', '']
    """
    kinds = (word for word in facts.words("noi_ban_hanh") if text.startswith(word[0].lower() + word[1:]) and word != word.upper())
    kind = next((word for word in kinds if not text[len(word) : len(word) + 1].isalnum()), "")
    return "" if kind and any(slip.tu == 0 for slip in sai_chu_hoa(text, "co_quan_rieng", "co_quan")) else kind


def bo_dau_cuoi(text: str) -> str | None:
    """Return a name without the mark that it ends with, which no name has; None where it has none, or points for what is still to come.

    >>> [bo_dau_cuoi(text) for text in ("Ủy ban nhân dân.", "Nguyễn Văn A;", "Sở Nội vụ", "Trung tâm Y tế (cơ sở 2)", "xã ...")]
    ['Ủy ban nhân dân', 'Nguyễn Văn A', None, None, None]
    """
    shown = text.rstrip()
    bare = shown.rstrip(".,;:!? ")
    return bare if bare and bare != shown and shown[len(bare) :].strip() in _MARKS else None


@lru_cache(maxsize=1024)
def _doi_cho(text: str) -> tuple[LoiChu, ...]:
    """Return the words that are no syllables, and are a word of such names when two of their letters change places."""
    return tuple(LoiChu(*word.span(), right) for word in _WORD.finditer(text) if (right := _changed_about(word[0])))


def _changed_about(word: str) -> str | None:
    lower = word.lower()
    if lower.isascii() or la_am_tiet(lower):
        return None
    swapped = (lower[:n] + lower[n + 1] + lower[n] + lower[n + 2 :] for n in range(len(lower) - 1))
    right = next((one for one in swapped if one in _of_names()), None)
    if right is None:
        return None
    return right.upper() if word.isupper() else right[0].upper() + right[1:] if word[0].isupper() else right


_SHORTEST = 4  # letters of a family's name that is told by its bare letters


def _meant(first: str) -> str:
    """Return the one common family name that has the letters of *first* but other marks."""
    same = [one for one in facts.table("quyen-ky.toml")["ho_ten"]["ho"] if len(one) >= _SHORTEST and bo_dau(one) == bo_dau(first)]
    return same[0] if len(same) == 1 else ""


@facts.once
def _of_names() -> frozenset[str]:
    """Return the words of agencies' names, of posts and of persons' names that many have."""
    table = facts.table("ten-viet-hoa.toml")
    named = (*table["co_quan_rieng"], *table["co_quan"], *facts.words("chuc_vu_ky"), *facts.family_names(), "văn", "thị")
    return frozenset(word for name in named for word in _WORD.findall(name.lower()))
