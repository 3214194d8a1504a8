"""Reads ``data/quyen-ky.toml``: kinds of agencies, posts, titles, dates, and every signing rule with its article and its sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from notice_gen import facts
from notice_gen.records import record


@record
class LoaiCoQuan:
    """A kind of agency.

    Attributes:
        ma: its id (``ubnd``, ``so``).
        che_do: who decides: ``tap_the`` (a collective) or ``thu_truong`` (its head); empty where other rules hold.
        dung_dau: the posts of its head, folded; empty when not certain.
        ho_ten_theo_nganh: its own sector says what stands before a signer's name.
    """

    ma: str
    che_do: Literal["", "tap_the", "thu_truong"]
    dung_dau: tuple[str, ...]
    ho_ten_theo_nganh: bool


@record
class QuyTac:
    """One rule of signing: whether breaking it refuses a document (``sai``) or is told (``nghi``), its article, message and hint."""

    muc: Literal["sai", "nghi"]
    dieu: str
    loi: str
    sua: str


@record
class QuyenKy:
    """The file, read.  All phrases are folded (see :func:`fold`).

    Attributes:
        cum_tu: kinds of agencies by the phrases their names begin with, the longest first.
        dung_dau, cap_pho, don_vi: posts of heads, of deputies with a name of their own, of heads of units below an agency.
        khong_thua_lenh, khong_thua_uy_quyen: posts of which none heads a unit below the agency, or an agency.
        ngoai_co_cau: by an issuer's kind, or how it decides, the kinds of agencies that are never part of it.
        nhom_lanh_dao: what a group of leaders is called that is no collective.
        chuc_vu_viet_tat: posts by the first letters that offices write among themselves.
        cap_truoc_moc, cap_tu_moc, cap_xa: words for units gone since *het_cap_huyen*, new since then, and of communes.
        moc: the day from which each change holds.
        truoc_ho_ten: what may not stand before a name, and quan hàm, forms of address, surnames.
        quy_tac: the rules by id.
    """

    cum_tu: tuple[tuple[str, LoaiCoQuan], ...]
    dung_dau: tuple[str, ...]
    cap_pho: tuple[str, ...]
    don_vi: tuple[str, ...]
    khong_thua_lenh: tuple[str, ...]
    khong_thua_uy_quyen: tuple[str, ...]
    ngoai_co_cau: Mapping[str, tuple[str, ...]]
    nhom_lanh_dao: tuple[str, ...]
    chuc_vu_viet_tat: Mapping[str, str]
    cap_truoc_moc: tuple[str, ...]
    cap_tu_moc: tuple[str, ...]
    cap_xa: tuple[str, ...]
    moc: Mapping[str, date]
    truoc_ho_ten: Mapping[str, tuple[str, ...]]
    quy_tac: Mapping[str, QuyTac]


@facts.once
def quyen_ky() -> QuyenKy:
    """Return the signing rules.

    >>> quyen_ky().quy_tac["tuq_giao_tiep"].dieu
    'Điều 13 khoản 3'
    """
    raw = facts.table("quyen-ky.toml")
    posts, levels = raw["chuc_vu"], raw["cap"]
    return QuyenKy(
        cum_tu=tuple(sorted(_phrases(raw["co_quan"]), key=lambda pair: -len(pair[0]))), dung_dau=tuple(posts["dung_dau"]),
        cap_pho=tuple(posts["cap_pho"]), don_vi=tuple(posts["don_vi"]),
        khong_thua_lenh=tuple(posts["khong_thua_lenh"]), khong_thua_uy_quyen=tuple(posts["khong_thua_uy_quyen"]),
        ngoai_co_cau=MappingProxyType({ma: tuple(kinds) for ma, kinds in raw["ngoai_co_cau"].items()}),
        nhom_lanh_dao=tuple(posts["nhom_lanh_dao"]),
        chuc_vu_viet_tat=MappingProxyType(posts["viet_tat"]),
        cap_truoc_moc=tuple(levels["truoc_moc"]), cap_tu_moc=tuple(levels["tu_moc"]), cap_xa=tuple(levels["xa"]),
        moc=MappingProxyType({ma: table["ngay"] for ma, table in raw["moc"].items()}),
        truoc_ho_ten=MappingProxyType({key: tuple(words) for key, words in raw["ho_ten"].items()}),
        quy_tac=MappingProxyType({ma: QuyTac(**table) for ma, table in raw["quy_tac"].items()}),
    )


def _phrases(kinds: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, LoaiCoQuan]]:
    for table in kinds:
        kind = LoaiCoQuan(table["ma"], table.get("che_do", ""), tuple(table.get("dung_dau", ())), table.get("ho_ten_theo_nganh", False))
        yield from ((phrase, kind) for phrase in table["ten"])


def fold(text: str) -> str:
    """Lower case, one spelling of the tone mark in uỷ/ủy, single spaces.

    >>> fold("UỶ BAN  nhân dân")
    'ủy ban nhân dân'
    """
    folded = " ".join(unicodedata.normalize("NFC", text).lower().split())
    return re.sub(r"\bu([ỷỳýỹỵ])", lambda m: {"ỷ": "ủ", "ỳ": "ù", "ý": "ú", "ỹ": "ũ", "ỵ": "ụ"}[m[1]] + "y", folded)


def begins(folded: str, phrases: Iterable[str]) -> str:
    """Return the first of *phrases* that *folded* begins with, as whole words; empty when none.

    >>> begins("chủ tịch ubnd xã a", ["chủ tịch"]), begins("chủ tịchx", ["chủ tịch"])
    ('chủ tịch', '')
    """
    return next((p for p in phrases if folded.startswith(p) and _is_whole(folded, p)), "")


def _is_whole(folded: str, phrase: str) -> bool:
    return not folded[len(phrase) : len(phrase) + 1].isalnum()


def loai_co_quan(ten: str) -> LoaiCoQuan | None:
    """Return the kind of agency that a name (or the rest of a ``TM.`` line) begins with.

    >>> kind = loai_co_quan("Sở Nội vụ")
    >>> (kind.ma, kind.che_do) if kind else None
    ('so', 'thu_truong')
    """
    folded = fold(ten)
    return next((kind for phrase, kind in quyen_ky().cum_tu if folded.startswith(phrase) and _is_whole(folded, phrase)), None)


def loai_ban_hanh(ten: Sequence[str]) -> LoaiCoQuan | None:
    """Return the kind of the issuing agency from the lines of its name.

    A unit below a committee or council may follow it in the same name: then the unit issues.

    >>> [kind.ma for lines in (["Ủy ban nhân dân", "xã A"], ["UBND tỉnh A", "Văn phòng"]) if (kind := loai_ban_hanh(lines))]
    ['ubnd', 'van_phong']
    """
    kind = loai_co_quan(" ".join(ten))
    if kind and kind.ma in ("ubnd", "hdnd"):
        below = (loai_co_quan(line) for line in ten[1:])
        kind = next((one for one in below if one and one.che_do == "thu_truong"), kind)
    return kind


OF_A_BODY = {"UBND": "ubnd", "HĐND": "hdnd", "HDND": "hdnd"}
_BODIES = {"ubnd": "Ủy ban nhân dân", "hdnd": "Hội đồng nhân dân"}
_ONE_HEAD = frozenset({"so", "phong", "chi_cuc", "cuc", "thanh_tra", "giao_duc", "y_te"})


def viet_tat_cua_co_quan_khac(ky_hieu: str, ten: Sequence[str]) -> tuple[str, str] | None:
    """Return the group of a symbol that abbreviates another agency than the issuer, and whose it is (Phụ lục I, Phần I, mục II.3.b).

    *ky_hieu*: the symbol, or the part of it after the type; *ten*: the lines of the issuer's name.  None when nothing is wrong, or known.

    >>> viet_tat_cua_co_quan_khac("QĐ-HĐND", ["Ủy ban nhân dân", "xã A"])
    ('HĐND', 'Hội đồng nhân dân')
    >>> viet_tat_cua_co_quan_khac("UBND-SNV", ["Ủy ban nhân dân", "tỉnh A"])
    """
    kind, groups = loai_ban_hanh(ten), [group.upper() for group in ky_hieu.split("-")]
    if kind is None or any(OF_A_BODY.get(group) == kind.ma for group in groups):
        return None
    named = ((group, _name_of_another(group, kind.ma, " ".join(ten))) for group in groups)
    return next((one for one in named if one[1]), None)


def _name_of_another(group: str, kind: str, ten: str) -> str:
    """Return the name that an abbreviation stands for when it is that of another agency than the one named; else nothing."""
    if body := OF_A_BODY.get(group):
        return _BODIES[body] if kind in _BODIES or kind in _ONE_HEAD else ""
    if not group.startswith("S") or kind not in {*_BODIES, "so"}:
        return ""
    name = str(facts.table("viet-tat.toml")["co_quan"].get(group, ""))
    initials = "".join(word[0] for word in ten.split() if word[0].isalpha() and word.lower() != "và").upper()
    return name if name and not fold(ten).startswith(fold(name)) and initials != group else ""
