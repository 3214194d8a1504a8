"""What the register knows of a document: what is asked of it, what it answers, and how a notice is known again."""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal, NamedTuple

from notice_gen import vietnamese
from notice_gen.errors import Problem
from notice_gen.model import Notice
from notice_gen.page import Page, invited
from notice_gen.register import place, taking
from notice_gen.vietnamese.chu_cai import gon
from notice_gen.vietnamese.lien_dong import nhu_go

GIU_CHO: Final = "giữ chỗ"
DA_CAP: Final = "đã cấp"
HUY: Final = "hủy"
TrangThai = Literal["giữ chỗ", "đã cấp", "hủy"]
"""Reserved, issued (the file is written), void."""

NHIEU_NHAT = 999_999
"""The highest number believed; more is a slip of the hand."""

SO_GIAY = "sổ giấy"
"""Stands for the file of a line that was entered from a register kept on paper."""

CHUNG = "chung"
CONG_VAN = "CV"
"""The series of the công văn, which have no type code, where every type has its own."""
BAN_SAO: Final = frozenset({"SY", "SL", "TrS"})
"""The types of copies, which have one series of their own (Phụ lục I, Phần II, mục II.1.c)."""
_COPIES = "bản sao"


class Request(NamedTuple):  # a mailing has thousands: a third of the memory of a record
    """One notice that wants a number; the texts are those of the register's columns (Phụ lục IV, mục I.2).

    Attributes:
        khoa: identifies the notice, see :func:`khoa`.
        co_quan: the issuing agency's name.
        nam: the year of the series.
        loai: the type's code; empty for a công văn.
        ky_hieu: the symbol after the number, ``TB-UBND``.
        ngay: the document's date.
        trich_yeu: as printed.
        don_vi: the unit the notice is about, to know the notice by.
        nguoi_ky, noi_nhan, luu: columns 4, 5, 6.
        so_ban, ngay_chuyen, ghi_chu: columns 7, 8, 10; known of a register kept on paper.
        so: the number asked for; None takes the next one.
        rieng: every type has a series of its own.
        hom_nay: the day on which the number is asked for; None where it was given before.
        kem, kem_chung: its findings and figures, which the register notes with its number, and those of its findings that other papers
            have alike, see :func:`notice_gen.register.taking.taken`.
    """

    khoa: str
    co_quan: str
    nam: int
    loai: str
    ky_hieu: str
    ngay: date | None = None
    trich_yeu: str = ""
    don_vi: str = ""
    nguoi_ky: str = ""
    noi_nhan: str = ""
    luu: str = ""
    so_ban: str = ""
    ngay_chuyen: str = ""
    ghi_chu: str = ""
    so: int | None = None
    rieng: bool = False
    hom_nay: date | None = None
    kem: bytes = b""
    kem_chung: bytes = b""

    @property
    def day_so(self) -> DaySo:
        """The series its number comes from."""
        nhom = _COPIES if self.loai in BAN_SAO else (self.loai or CONG_VAN) if self.rieng else CHUNG
        return _day_so(self.co_quan, self.nam, nhom)


class DaySo(NamedTuple):
    """A series of numbers (dãy số): an agency (its name as compared), a year, a type's code or ``chung``."""

    co_quan: str
    nam: int
    nhom: str


@functools.lru_cache(maxsize=64)
def _day_so(co_quan: str, nam: int, nhom: str) -> DaySo:
    return DaySo(ten_chuan(co_quan), nam, nhom)


class Entry(NamedTuple):
    """One line of the register.

    Attributes:
        id: its identity in the database, 0 while it is only planned.
        so: the number.
        nhom: the series within agency and year, as in :class:`DaySo`.
        trang_thai: reserved, issued or void.
        ly_do: why it is void.
        sha256: of the file issued, hexadecimal.
        mau_sha256, phien_ban: of the Word template that it was printed on, and what printed it; empty where nobody said.
        luu_tru: by what the archive knows the paper; empty where it has none.
        giu_luc, cap_luc, huy_luc: when, by the database's clock, UTC ISO 8601.
        doubts: warnings that came up in reserving it.
        The others are as in :class:`Request`.
    """

    id: int
    so: int
    khoa: str
    co_quan: str
    nam: int
    nhom: str
    loai: str
    ky_hieu: str
    ngay: date | None
    trich_yeu: str
    don_vi: str
    nguoi_ky: str
    noi_nhan: str
    luu: str
    so_ban: str
    ngay_chuyen: str
    ghi_chu: str
    trang_thai: TrangThai
    ly_do: str = ""
    sha256: str = ""
    giu_luc: str = ""
    cap_luc: str = ""
    huy_luc: str = ""
    mau_sha256: str = ""
    phien_ban: str = ""
    luu_tru: str = ""
    doubts: tuple[Problem, ...] = ()

    @property
    def tep(self) -> str:
        """The findings file it was printed from, as the register names it; or :data:`SO_GIAY`."""
        return tep_of(self.khoa)

    @property
    def hang(self) -> str:
        """The row of a batch it was printed from; empty for a file of its own."""
        return hang_of(self.khoa)

    @property
    def is_paper(self) -> bool:
        """Whether it was entered from a register kept on paper, and no file has claimed it."""
        return self.khoa.startswith(f"{SO_GIAY}|")

    @property
    def so_ky_hieu(self) -> str:
        """Number and symbol as printed: ``05/TB-UBND``; a line from paper may lack the symbol."""
        so = vietnamese.so_van_ban(self.so)
        return f"{so}/{self.ky_hieu}" if self.ky_hieu else so

    @property
    def day_so(self) -> DaySo:
        """The series its number comes from."""
        return _day_so(self.co_quan, self.nam, self.nhom)


def khoa(tep: str, *, co_quan: str, nam: int, loai: str, hang: str = "") -> str:
    """Return what identifies a notice, so that it keeps its number however often it is printed.

    *tep* is the findings file, see :func:`ten_tep`, or the digest of what came from standard input; *hang* the row of a batch: commune code
    or row key.

    >>> khoa("kiem-tra.toml", co_quan="ỦY BAN NHÂN DÂN xã A", nam=2026, loai="TB", hang="19777")
    'kiem-tra.toml|19777|ủy ban nhân dân xã a|2026|TB'
    """
    return f"{_part(tep)}|{_part(hang) if hang else ''}|{_of_series(co_quan, nam, loai)}"


def _part(text: str) -> str:
    # A bar in a name would let two notices share a key.
    return unicodedata.normalize("NFC", text).replace("%", "%25").replace("|", "%7C")


@functools.lru_cache(maxsize=64)
def _of_series(co_quan: str, nam: int, loai: str) -> str:
    return "|".join(map(_part, (ten_chuan(co_quan), str(nam), loai)))


def hang_of(khoa: str) -> str:
    """Return the row of a batch that :func:`khoa` was given."""
    return _parts(khoa)[1]


def series_of(khoa: str) -> tuple[str, ...]:
    """Return the agency, the year and the type that :func:`khoa` was given: two keys that differ in them are two documents.

    >>> series_of(khoa("a.toml", co_quan="UBND xã A", nam=2026, loai="TB"))
    ('ubnd xã a', '2026', 'TB')
    """
    return tuple(_parts(khoa)[2:5])


def tep_of(khoa: str) -> str:
    """Return the findings file that :func:`khoa` was given.

    >>> tep_of(khoa("100% | đủ.toml", co_quan="UBND xã A", nam=2026, loai="TB"))
    '100% | đủ.toml'
    """
    return _parts(khoa)[0]


def _parts(khoa: str) -> list[str]:
    parts = [*khoa.split("|"), ""]
    return [part.replace("%7C", "|").replace("%25", "%") for part in parts] if "%" in khoa else parts


def ten_tep(path: Path, folder: Path | None, machine: str) -> str:
    """Return how the register names the findings file at *path*.

    *folder* is the register's, None when it is a server; *machine* is the name of this one, for a register that several use.
    """
    whole = os.path.normcase(path.resolve())
    if folder is not None:
        with contextlib.suppress(ValueError):  # another drive of Windows
            whole = os.path.relpath(whole, os.path.normcase(folder.resolve()))
        whole = Path(whole).as_posix()
    # A name that is no text on this machine must still be one in the database.
    name = whole.encode("utf-8", "surrogateescape" if os.name != "nt" else "surrogatepass").decode("utf-8", "backslashreplace")
    # A file on a share is the same for every desk.
    return name if folder or place.is_unc(whole) else f"{machine}:{name}"


@functools.lru_cache(maxsize=4096)
def ten_chuan(ten: str) -> str:
    """Return a name by which two spellings of one agency or unit are known to be the same.

    >>> ten_chuan("UỶ BAN  nhân dân xã Hòa Bình") == ten_chuan("Ủy ban nhân dân xã Hoà Bình")
    True
    """
    return vietnamese.dat_dau(gon(ten).lower(), "cu", chu_hoa_dau=True)


def request_of(notice: Notice, page: Page, tep: str, *, today: date, shown: Mapping[str, str] = {}) -> Request:
    """Return what *notice*, whose number is an integer or ``tu-dong``, asks of the register, which says the same as its *page*.

    *tep* is its findings file, see :func:`ten_tep`; *today* gives a notice with a number but no date its year; *shown* as for
    :func:`taking.taken`.
    """
    van_ban = notice.van_ban
    ten = " ".join(notice.co_quan.ten)
    nam, loai = (van_ban.ngay or today).year, van_ban.loai or ""
    *noi_nhan, luu = [_bare(line) for line in page.noi_nhan]
    kinh_gui = [_bare(block.chu) for block in page.tai_lieu[0].noi_dung if block.kieu in _KINH_GUI or str(block.chu).startswith(_SENT_TO)]
    if kinh_gui and noi_nhan[:1] == ["Như trên"]:
        noi_nhan = [*filter(None, kinh_gui), *noi_nhan[1:]]
    elif notice.giay_moi:
        noi_nhan = [*map(_bare, invited(page)), *(one for one in noi_nhan if not one.startswith("Như "))]
    kem, kem_chung = taking.taken(notice, page, shown)
    # What all notices of a mailing say is kept once.
    alike = (ten, loai, page.van_ban.ky_hieu, notice.ky.ho_ten, luu.removeprefix("Lưu:").strip())
    ten, loai, ky_hieu, nguoi_ky, luu = map(sys.intern, alike)
    return Request(
        khoa(tep, co_quan=ten, nam=nam, loai=loai), ten, nam, loai, ky_hieu, van_ban.ngay,
        trich_yeu=nhu_go(str(page.van_ban.trich_yeu)) or _of_whom(notice), don_vi=notice.don_vi.get("ten", ""),
        nguoi_ky=nguoi_ky, noi_nhan="; ".join(noi_nhan), luu=luu,
        so=van_ban.so if isinstance(van_ban.so, int) else None, rieng=notice.so_van_ban.day_so == "rieng", hom_nay=today,
        kem=kem, kem_chung=kem_chung,
    )  # fmt: skip


_KINH_GUI = {"kinh_gui", "kinh_gui_noi"}
_SENT_TO = "Được cử đến:"
UNSAID = frozenset({"Giới thiệu đi công tác", "Nghỉ phép"})
"""The subjects that forms without one have unless the clerk says more: they say nothing of which paper it is."""


def _of_whom(notice: Notice) -> str:
    """Return what the register says of a paper that prints no subject: whom it is for, beside what is typed for the register."""
    who, typed = notice.giay_gioi_thieu or notice.giay_nghi_phep, notice.van_ban.trich_yeu
    if who is None or who.ho_ten in typed:
        return typed if "{{" not in typed else ""
    person = f"{who.xung_ho or 'Ông (bà)'} {who.ho_ten}"
    person = person[0].lower() + person[1:]
    return person if typed in UNSAID or "{{" in typed else f"{person}: {typed}"


@functools.lru_cache(maxsize=64)  # the most addressees are those of every notice of a mailing
def _bare(line: str) -> str:
    """Return a name without what the page puts around it."""
    return nhu_go(str(line)).removeprefix("Kính gửi:").removeprefix(_SENT_TO).strip().removeprefix("- ").rstrip(";.").strip()
