"""Who gets a paper: not its issuer, nobody twice, and communes that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.legal.quyen_ky import fold
from notice_gen.model import CoQuan, Notice
from notice_gen.reader.judging.units import TWO_LEVELS, places, unknown
from notice_gen.records import remembered, replace
from notice_gen.vietnamese.ten_don_vi import cac_ten


def sent_to(notice: Notice, on: date) -> Iterator[Problem]:
    """A paper is not sent to its issuer; who gets it are communes that there are."""
    co_quan, own = notice.co_quan, {unit.ten.lower() for unit in notice.don_vi_rieng}
    for path, lines, main in _recipients(notice):
        for n, line in enumerate(lines):
            at = (*path, n)
            for problem in _addressee(co_quan, line, on, main):
                if problem.code != "don_vi_khong_co" or problem.found.lower() not in own:
                    yield replace(problem, path=at)


def _recipients(notice: Notice) -> Iterator[tuple[KeyPath, tuple[str, ...], bool]]:
    """Yield the lines that name who gets a paper, or whose it is, and whether they are those it is addressed to."""
    yield ("co_quan", "ten"), (" ".join(notice.co_quan.ten),), False
    yield ("co_quan", "chu_quan"), notice.co_quan.chu_quan, False
    yield ("van_ban", "kinh_gui"), notice.van_ban.kinh_gui, True
    yield ("noi_nhan", "gui"), notice.noi_nhan.gui, False
    if notice.giay_moi:
        yield ("giay_moi", "kinh_moi"), notice.giay_moi.kinh_moi, True
    if notice.cong_dien:
        yield ("cong_dien", "dien_toi"), notice.cong_dien.dien_toi, True
    if notice.giay_gioi_thieu:
        yield ("giay_gioi_thieu", "cu_den"), (notice.giay_gioi_thieu.cu_den,), True


@remembered(256, same=1)
def _addressee(co_quan: CoQuan, line: str, on: date, main: bool, /) -> tuple[Problem, ...]:
    if "{{" in line:
        return ()
    doubts = [unknown(one, co_quan, on) for one in cac_ten(line) if one.cap == "xa" and not one.nhieu] if on >= TWO_LEVELS else []
    told = tuple(doubt for doubt in doubts if doubt)
    if main and _is_issuer(line, co_quan):
        message = N_("Văn bản gửi cho chính cơ quan ban hành: “{found}”.")
        hint = N_("Sửa nơi nhận, hoặc sửa [co_quan] ten nếu cơ quan ban hành là cơ quan khác.")
        told += (Problem(message, hint, {"found": line}, found=line, level="warning", code="gui_chinh_minh"),)
    return told


def _is_issuer(line: str, co_quan: CoQuan) -> bool:
    spelt = spoken(" ".join(co_quan.ten)), spoken(line)
    above = spoken(" ".join(co_quan.chu_quan)).removeprefix("ủy ban nhân dân").strip()
    if spelt[0] == spelt[1]:
        return True
    place = next(iter(places(co_quan).values()), None)
    if place and spelt[1] == spelt[0].partition(f" {place.loai} ")[0] + f" {place.loai}":
        return True  # "Ủy ban nhân dân xã", from the committee of that commune
    return bool(above) and spelt[1] in {f"{spelt[0]} {above}", f"{spelt[0]}, {above}"}


def sent_twice(notice: Notice, _: date) -> Iterator[Problem]:
    """Nobody stands twice in a list of addressees."""
    yield from _twice(notice.van_ban.kinh_gui, ("van_ban", "kinh_gui"))
    yield from _twice(notice.noi_nhan.gui, ("noi_nhan", "gui"))
    if notice.cong_dien:
        yield from _twice(notice.cong_dien.dien_toi, ("cong_dien", "dien_toi"))
    if notice.giay_moi:
        yield from _twice(notice.giay_moi.kinh_moi, ("giay_moi", "kinh_moi"))


@remembered(64, same=0)
def _twice(lines: tuple[str, ...], path: KeyPath) -> tuple[Problem, ...]:
    message, hint = N_("Nơi nhận “{found}” ghi hai lần."), N_("Bỏ một dòng, hoặc sửa thành nơi nhận còn thiếu.")
    found = [(n, line) for n, line in again(lines)]
    return tuple(Problem(message, hint, {"found": line}, (*path, n), line, level="warning", code="noi_nhan_trung") for n, line in found)


def again(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that say what one before them says, and where."""
    seen: set[str] = set()
    for n, line in enumerate(lines):
        words = spoken(line)
        if words in seen and words:
            yield n, line
        seen.add(words)


def spoken(text: str) -> str:
    """Return a name by which two ways to write one agency are compared: ``UBND`` in full, no marks at its ends.

    >>> spoken("- UBND xã Bình Điền;") == spoken("Ủy ban nhân dân xã Bình Điền")
    True
    """
    words = fold(text).strip(" -+;.,")
    return words.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")
