"""The head of the page as a clerk types it: abbreviation, symbol and place (Phụ lục I, Phần I, mục II.3, II.4)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from notice_gen import vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.records import Same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notice_gen.legal import Law
    from notice_gen.model import Notice

_DATED = re.compile(r"\s*[,;.]?\s*\bngày\b.*", re.IGNORECASE)


def head_faults(notice: Notice, law: Law) -> tuple[Problem, ...]:
    """Return what is wrong, or worth a look, in the texts of the head; paths, no places."""
    van_ban = notice.van_ban
    return _faults(Same(law), van_ban.dia_danh, van_ban.ky_hieu or "", van_ban.loai or "", notice.co_quan.viet_tat)


@lru_cache(maxsize=128)  # the notices of a mailing say the same
def _faults(law: Same[Law], dia_danh: str, ky_hieu: str, loai: str, viet_tat: str) -> tuple[Problem, ...]:
    return (*_place(dia_danh), *_symbol(ky_hieu, loai, law.thing), *_abbreviation(viet_tat))


def _place(dia_danh: str) -> Iterator[Problem]:
    path = ("van_ban", "dia_danh")
    plain = _DATED.sub("", dia_danh)
    if plain != dia_danh:
        yield Problem(N_("dia_danh chỉ ghi địa danh; ngày tháng ghi ở khóa ngay, in ra tự có."), N_("Gõ: dia_danh = \"{dung}\""), {"dung": plain or "…"}, path, dia_danh)
    elif dia_danh[:1].islower():
        right = vietnamese.chu_hoa(dia_danh[:1]) + dia_danh[1:]
        message = N_("Địa danh “{dia_danh}” chưa viết hoa chữ cái đầu.")
        yield Problem(message, N_("Gõ: dia_danh = \"{dung}\""), {"dia_danh": dia_danh, "dung": right}, path, dia_danh, level="warning")


def _symbol(ky_hieu: str, loai: str, law: Law) -> Iterator[Problem]:
    """A symbol written out begins with the code of its type."""
    said = ky_hieu.split("-", maxsplit=1)[0]
    types = law.loai
    if loai in types and said in types and said != loai:
        values = {"ky_hieu": ky_hieu, "loai": loai, "ten": types[loai].ten, "dung": "-".join([loai, *ky_hieu.split("-")[1:]])}
        message = N_("Ký hiệu “{ky_hieu}” không phải của {ten} ({loai}).")
        yield Problem(message, N_("Bỏ dòng ky_hieu để máy tự ghép, hoặc gõ: ky_hieu = \"{dung}\""), values, ("van_ban", "ky_hieu"), ky_hieu, level="warning")


def _abbreviation(viet_tat: str) -> Iterator[Problem]:
    if viet_tat.islower():
        message = N_("Chữ viết tắt tên cơ quan viết in hoa: “{viet_tat}”.")
        yield Problem(message, N_("Gõ: viet_tat = \"{dung}\""), {"viet_tat": viet_tat, "dung": vietnamese.chu_hoa(viet_tat)}, ("co_quan", "viet_tat"), viet_tat, level="warning")
