"""Who gets a paper: not its issuer, nobody twice, and communes that there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from notice_gen import blanks
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern
from notice_gen.legal.nguoi_noi import doc_day_du
from notice_gen.model import CongDien, CoQuan, DonViRieng, GiayGioiThieu, GiayMoi, KetThuc, MoDau, Muc, NoiNhan, Notice
from notice_gen.reader.judging.reads import reads
from notice_gen.reader.judging.references import of_main
from notice_gen.reader.judging.units import places, unknown
from notice_gen.records import replace
from notice_gen.vietnamese.danh_muc import two_levels
from notice_gen.vietnamese.ten_don_vi import Ten, cac_ten


@reads("ban_sao", "co_quan", "noi_nhan", "don_vi_rieng", "giay_moi", "cong_dien", "giay_gioi_thieu", "van_ban.kinh_gui")
def sent_to(notice: Notice, on: date) -> tuple[Problem, ...]:
    """A paper is not sent to its issuer, nor twice to one addressee; who gets it are communes that there are."""
    sao, found = notice.ban_sao, _sent(
        notice.co_quan, notice.noi_nhan, notice.don_vi_rieng, notice.giay_moi, notice.cong_dien, notice.giay_gioi_thieu,
        notice.van_ban.kinh_gui, on,
    )  # fmt: skip
    if sao is None or sao.noi_nhan is None:
        return found
    copied = _sent(sao.co_quan or notice.co_quan, sao.noi_nhan, notice.don_vi_rieng, None, None, None, (), sao.ngay or on)
    own = (problem for problem in copied if sao.co_quan or problem.path[0] != "co_quan")
    return (*found, *(replace(problem, path=("ban_sao", *problem.path)) for problem in own))


def _sent(
    co_quan: CoQuan, noi_nhan: NoiNhan, rieng: tuple[DonViRieng, ...], moi: GiayMoi | None, dien: CongDien | None,
    gioi_thieu: GiayGioiThieu | None, kinh_gui: tuple[str, ...], on: date,
) -> tuple[Problem, ...]:  # fmt: skip
    own = {unit.ten.lower() for unit in rieng}
    addressed: list[tuple[KeyPath, tuple[str, ...]]] = [(("van_ban", "kinh_gui"), kinh_gui)]
    addressed += [(("giay_moi", "kinh_moi"), moi.kinh_moi)] if moi else []
    addressed += [(("cong_dien", "dien_toi"), dien.dien_toi)] if dien else []
    addressed += [(("giay_gioi_thieu", "cu_den"), (gioi_thieu.cu_den,))] if gioi_thieu else []
    copied: list[tuple[KeyPath, tuple[str, ...]]] = [(("noi_nhan", "gui"), noi_nhan.gui)]
    head: list[tuple[KeyPath, tuple[str, ...]]] = [(("co_quan", "ten"), (" ".join(co_quan.ten),))]
    head += [(("co_quan", "chu_quan"), co_quan.chu_quan)]
    found = [
        replace(problem, path=(*path, n)) for parts, main in ((head, False), (addressed, True), (copied, False))
        for path, lines in parts for n, line in enumerate(lines) for problem in _addressee(co_quan, line, on, main)
        if problem.code != "don_vi_khong_co" or problem.found.lower() not in own
    ]  # fmt: skip
    return (*found, *(problem for path, lines in (*addressed, *copied) for problem in _twice(lines, path)))


_SEVERAL = Pattern(
    r"\b(?:các|những|hai|ba|bốn|[0-9]{1,3}) (?P<loai>xã|phường|đặc khu)(?P<khac>(?:, | và )(?:xã|phường|đặc khu))*:? (?P<cac>[A-ZĐÀ-Ỵ].*)"
)
_NAME = Pattern(r"[A-ZĐÀ-Ỵ]\w*(?:(?: | - )[A-ZĐÀ-Ỵ0-9]\w*){1,5}")


def _of_list(co_quan: CoQuan, line: str, on: date) -> Iterator[Problem]:
    """Yield a doubt for each name in a list of communes (``các xã A, B``) that no list has, but one near it."""
    several = _SEVERAL.search(line) if "{{" not in line and two_levels(on) else None
    if several is None:
        return
    kinds = ("xã", "phường", "đặc khu") if several["khac"] else (several["loai"],)
    for part in re.split(r"[,;:(.)]| và ", several["cac"]):
        name = part.strip()
        if not _NAME.fullmatch(name):
            if name:
                return  # the list is over
            continue
        doubts = [unknown(Ten("xa", kind, name), co_quan, on) for kind in kinds]
        if all(doubts) and doubts[0] and doubts[0].values.get("gan"):
            yield replace(doubts[0], found=name)


@reads("co_quan", "don_vi_rieng", "mo_dau", "muc", "ket_thuc")
def communes(notice: Notice, on: date) -> tuple[Problem, ...]:
    """A commune that the text names is in the list, where one of nearly its name is."""
    return _communes(notice.co_quan, notice.don_vi_rieng, notice.mo_dau, notice.muc, notice.ket_thuc, on)


def _communes(
    co_quan: CoQuan, rieng: tuple[DonViRieng, ...], mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None, on: date
) -> tuple[Problem, ...]:  # fmt: skip
    own, found = {unit.ten.lower() for unit in rieng}, dict[str, Problem]()
    for path, text in of_main(mo_dau, cac_muc, ket_thuc):
        for problem in _named(co_quan, text, on) if _COMMUNE.search(text) and not _FORMER.search(text) else ():
            name = problem.found.lower()
            if not any(name in unit for unit in own):
                found.setdefault(name, replace(problem, path=path))
    return tuple(found.values())


_COMMUNE = Pattern(r"(?:xã|phường|đặc khu)(?:: | và xã | và phường | )[A-ZĐÀ-Ỵ]")
_FORMER = Pattern(r"\(cũ\)|trước đây|sáp nhập|sắp xếp|hợp nhất|thành lập|tách")
_FEWEST = 2  # words of a name that may be misspelt: of one, too many are near


def _named(co_quan: CoQuan, text: str, on: date) -> Iterator[Problem]:
    yield from _of_list(co_quan, text, on)
    named = cac_ten(text) if two_levels(on) and "{{" not in text else []
    abroad = any(one.cap == "tinh" for one in named)
    for one in named:
        if one.cap == "xa" and not one.nhieu and len(one.ten.split()) >= _FEWEST:
            doubt = unknown(one, co_quan, on, abroad=abroad)
            if doubt and doubt.values.get("gan") and "nay" not in doubt.values:
                yield doubt


def _addressee(co_quan: CoQuan, line: str, on: date, main: bool, /) -> tuple[Problem, ...]:
    if "{{" in line:
        return ()
    named = cac_ten(line) if two_levels(on) else []
    abroad = any(one.cap == "tinh" for one in named)
    doubts = [unknown(one, co_quan, on, abroad=abroad) for one in named if one.cap == "xa" and not one.nhieu]
    told = (*(doubt for doubt in doubts if doubt), *_of_list(co_quan, line, on))
    if main and _is_issuer(line, co_quan):
        message = N_("Văn bản gửi cho chính cơ quan ban hành: “{found}”.")
        hint = N_("Sửa nơi nhận, hoặc sửa [co_quan] ten nếu cơ quan ban hành là cơ quan khác.")
        told += (Problem(message, hint, {"found": line}, found=line, level="warning", code="gui_chinh_minh"),)
    return told


def _is_issuer(line: str, co_quan: CoQuan) -> bool:
    spelt = doc_day_du(" ".join(co_quan.ten)), doc_day_du(line)
    above = doc_day_du(" ".join(co_quan.chu_quan)).removeprefix("ủy ban nhân dân").strip()
    if spelt[0] == spelt[1]:
        return True
    place = next(iter(places(co_quan).values()), None)
    if place and spelt[1] == spelt[0].partition(f" {place.loai} ")[0] + f" {place.loai}":
        return True  # "Ủy ban nhân dân xã", from the committee of that commune
    return bool(above) and spelt[1] in {f"{spelt[0]} {above}", f"{spelt[0]}, {above}"}


def _twice(lines: tuple[str, ...], path: KeyPath) -> tuple[Problem, ...]:
    message, hint = N_("Nơi nhận “{found}” ghi hai lần."), N_("Bỏ một dòng, hoặc sửa thành nơi nhận còn thiếu.")
    found = [(n, line) for n, line in again(lines)]
    return tuple(Problem(message, hint, {"found": line}, (*path, n), line, level="warning", code="noi_nhan_trung") for n, line in found)


def again(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that say what one before them says, and where; blanks to be filled in say nothing."""
    seen: set[str] = set()
    for n, line in enumerate(lines):
        words = "" if blanks.found(line) else doc_day_du(line)
        if words in seen and words:
            yield n, line
        seen.add(words)
