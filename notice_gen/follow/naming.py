"""Which findings somebody means: by number and symbol of the paper, the finding's code or place, and the unit where a number is shared."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from notice_gen import vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.follow.model import KienNghi, TheoDoi, VanBan
from notice_gen.vietnamese import dia_danh
from notice_gen.vietnamese.don_vi import BODY

_NUMBER = re.compile(r"(?:[^\W\d]+\s+)*(?:số\s*:?\s*)?0*(\d{1,9})(?:\s*[/-]\s*(\S.*?))?(?:,?\s+ngày\b.*)?", re.IGNORECASE)
"""A number and perhaps a symbol, also as ``Thông báo số 07/TB-UBND ngày …`` and as files are called, ``07-tb-ubnd``."""
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SHOWN = 8


class Names:
    """The papers and findings that count, by their names."""

    def __init__(self, theo_doi: TheoDoi) -> None:
        self._papers: dict[int, list[VanBan]] = defaultdict(list)
        self._findings: dict[int, list[KienNghi]] = defaultdict(list)
        for paper in theo_doi.van_ban:
            self._papers[_number(paper.so_ky_hieu)].append(paper)
        for each in theo_doi.kien_nghi:
            self._findings[each.van_ban.id].append(each)

    def paper(self, text: str, *, ngay: date | None = None, nam: int | None = None) -> VanBan | Problem:
        """Return the paper meant by ``7`` or ``07/TB-UBND``, of a day or a year where that is said; or why not."""
        found = _NUMBER.fullmatch(unicodedata.normalize("NFC", text).strip())
        if not found:
            return Problem(N_("“{so}” không phải số văn bản: ghi 7 hoặc 07/TB-UBND."), N_("Xem số, ký hiệu: notice-gen follow list."), {"so": text})  # noqa: E501
        symbol = _plain(found[2] or "")
        papers = [
            paper for paper in self._papers.get(int(found[1]), ())
            if (not symbol or _plain(paper.so_ky_hieu.partition("/")[2]) == symbol)
            and (ngay is None or paper.ngay == ngay) and (nam is None or paper.nam == nam)
        ]  # fmt: skip
        if len(papers) == 1:
            return papers[0]
        if not papers:
            return Problem(N_("Trong sổ không có văn bản số {so} đang theo dõi."), N_("Xem số, ký hiệu: notice-gen follow list."), {"so": text})  # noqa: E501
        several = "; ".join(f"{paper.so_ky_hieu} ({vietnamese.ngay(paper.ngay) if paper.ngay else paper.nam})" for paper in papers[:_SHOWN])
        return Problem(N_("Số {so} có {dem} văn bản: {cac_so}."), N_("Ghi đủ số, ký hiệu và năm của văn bản."), {"so": text, "dem": len(papers), "cac_so": several})  # noqa: E501

    def findings(self, paper: VanBan, *, don_vi: str = "") -> list[KienNghi]:
        """Return the findings of a paper, of one unit where that is said."""
        every = self._findings.get(paper.id, [])
        if not don_vi:
            return every
        wish, (loai, ten) = _plain(don_vi), _unit(don_vi)
        exact = [each for each in every if wish in {_plain(each.don_vi), each.ma_don_vi}]
        called = exact or [each for each in every if _unit(each.don_vi) in {(loai, ten), (loai or _unit(each.don_vi)[0], ten)}]
        return called or [each for each in every if wish in _plain(each.don_vi)]

    def finding(self, paper: VanBan, ma: str, *, don_vi: str = "") -> KienNghi | Problem:
        """Return the finding meant by its code, or its place in the paper; or why not."""
        every = self.findings(paper, don_vi=don_vi)
        asked = [each for each in every if each.is_followed]
        found = [each for each in every if _plain(each.ma) == _plain(ma)] if ma else asked
        if not found and ma:
            found = [each for each in every if each.ma and _letters(each.ma) == _letters(ma)]
        if not found and ma.isdecimal():
            found = [each for each in every if each.stt == int(ma)]
        if len(found) == 1:
            return found[0]
        values = {"so": paper.so_ky_hieu, "ma": ma, "co": _names(asked or every), "don_vi": don_vi}
        if not every:
            return Problem(N_("Văn bản {so} không có kiến nghị nào của “{don_vi}”."), N_("Xem: notice-gen follow show {so}"), values) if don_vi else Problem(N_("Văn bản {so} không có kiến nghị nào."), N_("Xem: notice-gen follow show {so}"), values)  # noqa: E501
        if not ma:
            return Problem(N_("Văn bản {so} có {dem} kiến nghị; chưa ghi mã nên chưa rõ kiến nghị nào."), N_("Ghi mã, hoặc số thứ tự: {co}."), {**values, "dem": len(found)})  # noqa: E501
        if not found:
            return Problem(N_("Văn bản {so} không có kiến nghị “{ma}”."), N_("Ghi một trong: {co}."), values)
        units = ", ".join(dict.fromkeys(each.don_vi for each in found[:_SHOWN]))
        return Problem(N_("Kiến nghị “{ma}” của văn bản {so} có ở nhiều đơn vị: {cac_don_vi}."), N_("Ghi thêm đơn vị."), {**values, "cac_don_vi": units})  # noqa: E501


def _names(found: Sequence[KienNghi]) -> str:
    return ", ".join(dict.fromkeys(each.ten for each in found[:_SHOWN])) + (", …" if len(found) > _SHOWN else "")


def _number(so_ky_hieu: str) -> int:
    digits = so_ky_hieu.partition("/")[0].strip()
    return int(digits) if digits.isdecimal() else 0


def _plain(text: str) -> str:
    return _DASHES.sub("-", "".join(unicodedata.normalize("NFC", text).casefold().split()))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, _plain(text)))


@lru_cache(maxsize=4096)
def _unit(text: str) -> tuple[str, str]:
    """Return the kind of a unit, where it is said, and its name, however they are typed: ``UBND P. Phong Phú``, ``phuong phong phu``."""
    loai, ten = dia_danh.parse(BODY.sub("", unicodedata.normalize("NFC", " ".join(text.split()))))
    plain = vietnamese.bo_dau(ten).casefold()
    for kind in () if loai else dia_danh.LOAI:
        head = vietnamese.bo_dau(kind).casefold() + " "
        if plain.startswith(head):
            return kind, plain.removeprefix(head)
    return loai, plain
