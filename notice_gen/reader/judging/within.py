"""Lines of a paper against each other: totals over lists, the hours of a programme, who carries it out; days that are not of its period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern
from notice_gen.model import Muc, Notice
from notice_gen.reader.judging.body import all_muc
from notice_gen.reader.judging.doubtful import tables
from notice_gen.reader.judging.reads import reads
from notice_gen.vietnamese import tinh_thanh
from notice_gen.vietnamese.dieu_noi_bo import CHIU_TRACH_NHIEM
from notice_gen.vietnamese.don_vi_cu import co_quan_het
from notice_gen.vietnamese.gio_chuong_trinh import gio_chong
from notice_gen.vietnamese.ky_trich_yeu import ngay_ngoai_ky
from notice_gen.vietnamese.ngay_thang import ngay
from notice_gen.vietnamese.tong_danh_sach import dem_khac, tong_danh_sach

_LIST = Pattern(r"\s*[-–+*•]\s")


def _warned(message: str, hint: str, values: dict[str, object], path: KeyPath, found: str, *, code: str) -> Problem:
    return Problem(message, hint, values, path, found, level="warning", code=code)


@reads("muc")
def totals_of_lists(notice: Notice, _: date) -> Iterator[Problem]:
    """A total in a line is what the lines of the list below it come to."""
    for path, lines in _lists(notice.muc):
        head, *listed = lines
        closed = head if head.rstrip().endswith(":") else f"{head.rstrip(' .;,')}:"
        if whole := None if "{{" in "".join(lines) else tong_danh_sach(closed, listed):
            message = N_("“{found}”: các dòng dưới cộng lại được {dung}.")
            hint = N_("Xem lại con số này và các dòng dưới, hoặc để máy tính: {{{{ a + b }}}}.")
            yield _warned(message, hint, {"found": whole.whole, "dung": whole.dung}, path, whole.whole, code="phep_tinh_sai")
        elif whole := None if "{{" in head else dem_khac(closed, listed):
            message, hint = N_("“{found}”: ở dưới kể ra {dung}."), N_("Xem lại con số này và danh sách ở dưới.")
            yield _warned(message, hint, {"found": whole.whole, "dung": whole.dung}, path, whole.whole, code="dem_danh_sach_sai")


def _lists(cac_muc: tuple[Muc, ...]) -> Iterator[tuple[KeyPath, Sequence[str]]]:
    """Yield each line that a list stands below, with where it stands, and the lines of that list."""
    for path, muc in all_muc(cac_muc, ("muc",)):
        for n, item in enumerate(muc.phat_hien):
            if item.phu:
                yield (*path, "phat_hien", n), (item.noi_dung[-1], *item.phu)
        if muc.phat_hien and muc.noi_dung and muc.noi_dung[-1].rstrip().endswith(":") and not any(item.phu for item in muc.phat_hien):
            yield (*path, "noi_dung"), (muc.noi_dung[-1], *(item.noi_dung[-1] for item in muc.phat_hien))
        for n, line in enumerate(muc.noi_dung[:-1]):
            if line.rstrip().endswith(":") and not _LIST.match(line):
                end = next((k for k in range(n + 1, len(muc.noi_dung)) if not _LIST.match(muc.noi_dung[k])), len(muc.noi_dung))
                listed = muc.noi_dung[n + 1 : end]
                yield (*path, "noi_dung"), (line, *(one for one in listed if one.lstrip()[0] == listed[0].lstrip()[0]))


@reads("muc", "van_ban_kem_theo", "phu_luc")
def hours(notice: Notice, _: date) -> Iterator[Problem]:
    """The parts of a programme, in a table or a list, follow one another."""
    for path, cells in _columns(notice):
        yield from (_overlapping(cells[n][slice(*at)], (*path[:-1], n, path[-1])) for n, at in gio_chong(cells))
    for path, muc in all_muc(notice.muc, ("muc",)):
        for key, lines in (("noi_dung", muc.noi_dung), ("phat_hien", tuple(item.noi_dung[0] for item in muc.phat_hien))):
            for n, at in gio_chong(lines):
                yield _overlapping(lines[n][slice(*at)], (*path, key, n) if key == "phat_hien" else (*path, key))


def _overlapping(shown: str, path: KeyPath) -> Problem:
    message = N_("Giờ “{found}” chồng với dòng trên, hoặc kết thúc trước khi bắt đầu.")
    return _warned(message, N_("Xem lại giờ của hai dòng."), {"found": shown.strip()}, path, shown.strip(), code="gio_chuong_trinh_chong")


def _columns(notice: Notice) -> Iterator[tuple[KeyPath, list[str]]]:
    """Yield the columns of the tables, each with the path of its cells, the row's number left out before the last step."""
    for path, bang in tables(notice):
        for column in range(max(map(len, bang.hang), default=0)):
            yield (*path, "hang", column), [str(row[column]) if column < len(row) else "" for row in bang.hang]


@reads("muc", "van_ban_kem_theo", "phu_luc", "van_ban.trich_yeu")
def days_of_period(notice: Notice, _: date) -> Iterator[Problem]:
    """The days of a column are of the quarter or month that the subject names."""
    for path, cells in _columns(notice):
        for n, shown in ngay_ngoai_ky(notice.van_ban.trich_yeu, cells):
            message = N_("Ngày {ngay} không thuộc kỳ ghi ở trích yếu; các ngày khác của cột thì thuộc kỳ đó.")
            hint, here = N_("Xem lại ngày này, nhất là tháng, năm."), (*path[:-1], n, path[-1])
            yield _warned(message, hint, {"ngay": shown}, here, shown, code="ky_khac_trich_yeu")


_AS_ARTICLE = Pattern(r"\s*(?:- )?[Nn]hư Điều (?P<so>\d{1,3})\s*[.;]?\s*$")


@reads("muc", "noi_nhan", "dinh_dang")
def carried_out(notice: Notice, _: date) -> Iterator[Problem]:
    """*Như Điều …* among the recipients is the article that says who carries the paper out (form 1.2)."""
    if notice.dinh_dang.danh_so != "dieu" or any(muc.cap for muc in notice.muc):
        return
    said = [" ".join(line for _, part in all_muc((muc,), ()) for line in part.noi_dung) for muc in notice.muc]
    articles = [n for n, text in enumerate(said, 1) if CHIU_TRACH_NHIEM.search(text)]
    for n, line in enumerate(notice.noi_nhan.gui) if len(articles) == 1 else ():
        named = _AS_ARTICLE.match(line)
        if named and int(named["so"]) not in {1, *articles} and int(named["so"]) <= len(notice.muc):
            message = N_("Nơi nhận ghi “{found}”, điều giao trách nhiệm thi hành là Điều {dung}.")
            hint = N_("Gõ: Như Điều {dung}")
            values: dict[str, object] = {"found": line.strip(), "dung": articles[0]}
            yield _warned(message, hint, values, ("noi_nhan", "gui", n), line, code="vien_dan_noi_bo_sai")


@reads("co_quan", "van_ban.ky_hieu", "van_ban.ngay")
def symbol_of_gone(notice: Notice, on: date) -> Iterator[Problem]:
    """No symbol names a ministry or department that is no more on the paper's day."""
    typed = [(("van_ban", "ky_hieu"), notice.van_ban.ky_hieu or ""), (("co_quan", "viet_tat"), notice.co_quan.viet_tat)]
    for path, symbol in typed:
        if gone := co_quan_het(re.split(r"[-/]", symbol), on):
            message = N_("“{found}” là ký hiệu của cơ quan không còn từ ngày {ngay}; nay là {nay}.")
            values: dict[str, object] = {"found": symbol, "ngay": ngay(gone["tu"]), "nay": gone["nay"]}
            yield _warned(message, N_("Ghi chữ viết tắt của cơ quan ban hành."), values, path, symbol, code="ky_hieu_co_quan_het")


@reads("co_quan")
def department_above(notice: Notice, _: date) -> Iterator[Problem]:
    """A department above the issuer has its province's name (Phụ lục I, Phần I, mục II.2.a)."""
    above = " ".join(notice.co_quan.chu_quan)
    if not re.match(r"\s*sở\s", above.lower()):
        return
    if not (re.search(r"\b(?:tỉnh|thành phố|tp)\b|[.…\[{<]", above.lower()) or tinh_thanh.co_ten(above)):
        message, hint = N_("Tên cơ quan chủ quản “{found}” chưa có tên tỉnh, thành phố."), N_("Thêm tên tỉnh, thành phố, ví dụ: {vi_du}.")
        values: dict[str, object] = {"found": above, "vi_du": f"{above} tỉnh Phú Thọ"}
        yield _warned(message, hint, values, ("co_quan", "chu_quan"), notice.co_quan.chu_quan[0], code="chu_quan_thieu_tinh")
