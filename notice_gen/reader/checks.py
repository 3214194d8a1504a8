"""What no single key can tell: dates against each other, rows against columns, numbers typed twice."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from notice_gen import legal
from notice_gen.errors import N_, Problem
from notice_gen.model import OF_ONE_FORM
from notice_gen.reader.faults import shorten
from notice_gen.reader.heads import head_faults
from notice_gen.records import Same

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from notice_gen.legal import Law
    from notice_gen.model import Bang, Ky, Muc, Notice
    from notice_gen.reader.keys import Path

# "1. ", "1.2. ", "1.2 ", "IV. ", "a) ", "Điều 3. ": the number is ours to print.
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[IVX]+[.)]|[a-zđ]\)|(?:Điều|Mục|Tiểu mục|Chương|Phần) (?:\d+|[IVX]+)[.:])(?=\s)\s*")
# Not "1.250 ": a finding may begin with a figure.
_NUMBERED_ITEM = re.compile(r"(?:\d{1,2}[.)]|[IVX]+[.)]|[a-zđ]\))(?=\s)\s*")
_ARTICLES = ("dieu", "chuong")


def cross_checks(notice: Notice, law: Law) -> tuple[Problem, ...]:
    """Return what is wrong between the parts of a *notice* that are each well formed; paths, no places.

    Args:
        notice: what was read.
        law: the decree in force on its date.
    """
    return _checked(Same(notice), Same(law))


@lru_cache(maxsize=64)  # asked when a notice is read, and again, for several at a time, for what is worth a look
def _checked(known: Same[Notice], law: Same[Law]) -> tuple[Problem, ...]:
    notice = known.thing
    faults, deadlines = _of_parts(_Parts(notice), law)
    return (
        *_number_without_date(notice), *_deadlines(notice, deadlines), *head_faults(notice, law.thing), *_unit(notice), *faults,
        *_authority(notice, law.thing, faults), *_copy(notice, law.thing), *_own(notice),
    )  # fmt: skip


class _Parts:
    """A notice by the parts that no row of data changes: those of a mailing share them, and need not be looked at again."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice  # keeps the parts alive, so that no others can be taken for them
        parts = (notice.muc, notice.phu_luc, notice.van_ban_kem_theo, notice.ky_lien_tich, notice.dinh_dang, notice.co_quan, notice.ky)
        self.known_by = (*map(id, parts), notice.van_ban.ngay, *notice.cot.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Parts) and self.known_by == other.known_by

    def __hash__(self) -> int:
        return hash(self.known_by)


Deadlines = tuple[tuple["Path", dt.date], ...]
"""The deadlines of findings, and where they stand."""


@lru_cache(maxsize=4)
def _of_parts(parts: _Parts, law: Same[Law]) -> tuple[tuple[Problem, ...], Deadlines]:
    """Return what is wrong between the parts, and their deadlines."""
    notice = parts.notice
    faults = (*_sections(notice), *_annexes(notice), *_repeated_codes(notice), *_signatures(notice, law.thing), *_headings(notice))
    deadlines = tuple(
        ((*path, "phat_hien", n, "han"), phat_hien.han)
        for path, muc in _all_muc(notice.muc, ("muc",))
        for n, phat_hien in enumerate(muc.phat_hien)
        if phat_hien.han
    )
    return faults, deadlines


def _headings(notice: Notice) -> Iterator[Problem]:
    if not notice.cot:
        return
    from notice_gen.reader import keys

    for heading, key in notice.cot.items():
        if key and not keys.fills(key):
            yield Problem(
                N_("Không có khóa nào tên “{cot}”."),
                N_("Ghi khóa có dấu chấm, ví dụ \"so_lieu.tiep_nhan\" hoặc \"muc.2.phat_hien\"; ghi \"\" để bỏ qua cột này."),
                {"cot": key},
                ("cot", heading),
            )


def _signatures(notice: Notice, law: Law) -> Iterator[Problem]:
    if notice.ky_lien_tich:
        yield from _joint_signature(notice, law, notice.ky, ("ky",))
        for n, ky in enumerate(notice.ky_lien_tich):
            yield from _joint_signature(notice, law, ky, ("ky_lien_tich", n))
        return
    ky, co_quan = notice.ky, notice.co_quan
    found = legal.faults_in_signature(
        ky.quyen_han, ky.chuc_vu, law=law, co_quan=co_quan.ten, chu_quan=co_quan.chu_quan, ho_ten=ky.ho_ten, ngay=notice.van_ban.ngay
    )
    yield from found
    yield from _signing_lines(ky, law, ("ky",), told={str(problem.path[-1]) for problem in found})
    if ky.co_quan:
        yield Problem(
            N_("“co_quan” trong [ky] chỉ in khi nhiều cơ quan cùng ký."),
            N_("Bỏ dòng này; tên cơ quan ban hành ghi ở [co_quan]. Nhiều cơ quan cùng ký thì thêm [[ky_lien_tich]]."),
            path=("ky", "co_quan"),
            found="co_quan",
        )


def _unit(notice: Notice) -> Sequence[Problem]:
    ten, ngay = notice.don_vi.get("ten"), notice.van_ban.ngay
    gone = legal.unit_gone(ten, ngay) if ten and ngay else None
    return (replace(gone, path=("don_vi", "ten")),) if gone else ()


def _authority(notice: Notice, law: Law, faults: Sequence[Problem]) -> Sequence[Problem]:
    if notice.mo_dau is None or not notice.mo_dau.tham_quyen or any(fault.path == ("ky", "quyen_han") for fault in faults):
        return ()
    from notice_gen.reader.authority import authority_doubts

    return authority_doubts(notice, law)


def _copy(notice: Notice, law: Law) -> Iterator[Problem]:
    if notice.ban_sao:
        from notice_gen.reader.copy_checks import copy_faults

        yield from copy_faults(notice, law)


def _own(notice: Notice) -> Iterator[Problem]:
    if any(getattr(notice, key) for key in OF_ONE_FORM):
        from notice_gen.reader.own_checks import own_faults

        yield from own_faults(notice)


def _joint_signature(notice: Notice, law: Law, ky: Ky, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with one of several signatures, judged by the agency it is for."""
    co_quan = (ky.co_quan,) if ky.co_quan else ()
    found = legal.faults_in_signature(ky.quyen_han, ky.chuc_vu, law=law, co_quan=co_quan, ho_ten=ky.ho_ten, ngay=notice.van_ban.ngay)
    yield from _signing_lines(ky, law, path, told={str(problem.path[-1]) for problem in found})
    for problem in found:
        yield replace(problem, path=(*path, "co_quan" if problem.path[0] == "co_quan" else problem.path[-1]))
    if not co_quan:
        yield Problem(
            N_("Nhiều cơ quan cùng ký mà chưa ghi người này ký cho cơ quan nào."),
            N_("Thêm dòng, ví dụ: co_quan = \"Sở Nội vụ\""),
            path=path,
        )


_LINES_OF_AUTHORITY = 2


def _signing_lines(ky: Ky, law: Law, path: Path, *, told: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with the lines of a signature as lines; *told*: the keys that the law has spoken of."""
    lines = () if "quyen_han" in told else ky.quyen_han
    if len(lines) > _LINES_OF_AUTHORITY:
        yield Problem(
            N_("quyen_han có {so} dòng; nhiều nhất là {nhieu_nhat}, dưới đó là chức vụ của người ký."),
            N_("Bỏ bớt dòng; chức vụ của người ký ghi ở chuc_vu. Ví dụ: quyen_han = [\"TL. Chủ tịch\", \"KT. Chánh Văn phòng\"]."),
            {"so": len(lines), "nhieu_nhat": _LINES_OF_AUTHORITY},
            (*path, "quyen_han"),
            lines[_LINES_OF_AUTHORITY],
        )
    elif lines and not legal.has_authority(lines[0], law) and "{{" not in lines[0] and "*" not in lines[0]:
        yield Problem(
            N_("“{dong}” không có chữ viết tắt quyền hạn nào đứng trước (TM., KT., TL., TUQ., Q.)."),
            N_("Gõ \"{dung}\"; người ký theo thẩm quyền của mình thì bỏ dòng quyen_han."),
            {"dong": lines[0], "dung": legal.with_authority(lines[0])},
            (*path, "quyen_han"),
            lines[0],
            level="warning",
        )
    name = ky.ho_ten
    if "ho_ten" not in told and "{{" not in name and " " in name and (name.isupper() or name.islower()) and name != name.title():
        yield Problem(
            N_("Họ tên người ký viết hoa chữ đầu mỗi tiếng; ở đây là: {ho_ten}"),
            N_("Gõ ho_ten = \"{dung}\"."),
            {"ho_ten": name, "dung": name.title()},
            (*path, "ho_ten"),
            level="warning",
        )


def _number_without_date(notice: Notice) -> Iterator[Problem]:
    if notice.van_ban.so == "tu-dong" and notice.van_ban.ngay is None:
        yield Problem(
            N_("Văn bản lấy số từ sổ phải có ngày ban hành: số và ngày được ghi vào sổ cùng lúc (Điều 15)."),
            N_("Thêm vào [van_ban], ví dụ: ngay = 2026-03-05; hoặc bỏ dòng so để in dự thảo."),
            path=("van_ban", "so"),
        )


def _deadlines(notice: Notice, of_findings: Deadlines) -> Iterator[Problem]:
    ngay = notice.van_ban.ngay
    if ngay is None:
        return
    for name, value in notice.so_lieu.items():
        if name.startswith("han") and isinstance(value, dt.date) and value < ngay:
            yield _past(("so_lieu", name), value, ngay)
    for path, han in of_findings:
        if han < ngay:
            yield _past(path, han, ngay)


def _past(path: Path, han: dt.date, ngay: dt.date) -> Problem:
    return Problem(
        N_("Hạn {han} ở trước ngày ban hành {ngay} của văn bản."),
        N_("Xem lại hạn này hoặc ngay trong [van_ban]."),
        {"han": f"{han.day}/{han.month}/{han.year}", "ngay": f"{ngay.day}/{ngay.month}/{ngay.year}"},
        path,
    )


def _sections(notice: Notice) -> Iterator[Problem]:
    danh_so = notice.dinh_dang.danh_so
    for path, muc in _all_muc(notice.muc, ("muc",)):
        yield from _section(path, muc, danh_so)
    for n, text in enumerate(notice.van_ban_kem_theo):
        for path, muc in _all_muc(text.muc, ("van_ban_kem_theo", n, "muc")):
            yield from _section(path, muc, text.danh_so)


def _annexes(notice: Notice) -> Iterator[Problem]:
    for n, phu_luc in enumerate(notice.phu_luc):
        yield from _tables(phu_luc.bang, ("phu_luc", n, "bang"))
        for path, muc in _all_muc(phu_luc.muc, ("phu_luc", n, "muc")):
            yield from _section(path, muc, phu_luc.danh_so or notice.dinh_dang.danh_so)


def _all_muc(cac_muc: tuple[Muc, ...], path: Path) -> Iterator[tuple[Path, Muc]]:
    for n, muc in enumerate(cac_muc):
        yield (*path, n), muc
        yield from _all_muc(muc.muc, (*path, n, "muc"))


def _section(path: Path, muc: Muc, danh_so: str) -> Iterator[Problem]:
    # Where articles are counted, the number of a section without a title stands before its first line.
    key, text = ("tieu_de", muc.tieu_de) if muc.tieu_de or danh_so not in _ARTICLES else ("noi_dung", "".join(muc.noi_dung[:1]))
    typed = _NUMBERED.match(text or "") if danh_so != "khong" else None
    if typed and text:
        yield Problem(
            N_("Tiêu đề đã có số thứ tự “{so}”, khi in sẽ thành hai lần.") if key == "tieu_de" else N_("Lời văn đã có số thứ tự “{so}”, khi in sẽ thành hai lần."),
            N_('Bỏ số đi (số tự đánh), chỉ gõ: "{con_lai}".'),
            {"so": typed[0].strip(), "con_lai": shorten(text[typed.end() :])},
            (*path, key),
            typed[0].strip(),
        )
    for n, phat_hien in enumerate(muc.phat_hien):
        yield from _numbered_finding((*path, "phat_hien", n), phat_hien.noi_dung[0])
    yield from _tables(muc.bang, (*path, "bang"))


def _numbered_finding(path: Path, text: str) -> Iterator[Problem]:
    typed = _NUMBERED_ITEM.match(text)
    if typed:
        yield Problem(
            N_("Phát hiện đã có số thứ tự “{so}”, mà mỗi phát hiện in thành một gạch đầu dòng: “- {so} …”."),
            N_('Bỏ số đi, chỉ gõ: "{con_lai}". Cần đánh số thì viết thành mục con: [[muc.muc]] tieu_de.'),
            {"so": typed[0].strip(), "con_lai": shorten(text[typed.end() :])},
            path,
            typed[0].strip(),
            level="warning",
        )


def _tables(cac_bang: tuple[Bang, ...], path: Path) -> Iterator[Problem]:
    for n, bang in enumerate(cac_bang):
        columns = len(bang.cot)
        for row, hang in enumerate(bang.hang):
            if len(hang) != columns:
                yield Problem(
                    N_("Hàng {hang} có {o} ô, bảng có {cot} cột."),
                    N_('Ghi đủ {cot} ô; ô trống ghi "".'),
                    {"hang": row + 1, "o": len(hang), "cot": columns},
                    (*path, n, "hang", row),
                )
        if bang.rong and len(bang.rong) != columns:
            yield Problem(
                N_("“rong” có {o} số, bảng có {cot} cột."),
                N_("Ghi mỗi cột một số, hoặc bỏ dòng rong để độ rộng tự tính."),
                {"o": len(bang.rong), "cot": columns},
                (*path, n, "rong"),
            )


def _repeated_codes(notice: Notice) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, muc in _all_muc(notice.muc, ("muc",)):
        for n, phat_hien in enumerate(muc.phat_hien):
            if phat_hien.ma in seen:
                yield Problem(
                    N_("Mã “{ma}” đã dùng cho một phát hiện ở trên."),
                    N_("Mỗi phát hiện một mã riêng thì thống kê mới đúng."),
                    {"ma": phat_hien.ma},
                    (*path, "phat_hien", n, "ma"),
                    level="warning",
                )
            if phat_hien.ma:
                seen.add(phat_hien.ma)
