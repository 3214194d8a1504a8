"""Whose paper it is: the places and agencies that its parts name, against the issuer of its head (Phụ lục I, Phần I, mục II.2, 3, 4, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from notice_gen import facts
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.legal.lines import head, read_line
from notice_gen.legal.quyen_ky import fold, loai_ban_hanh, loai_co_quan
from notice_gen.model import CoQuan, Ky, Notice
from notice_gen.reader.judging.head import AUTHORITY, place
from notice_gen.records import remembered, replace
from notice_gen.vietnamese.ten_don_vi import Ten, cac_ten, cung_ten

_MOST = 16
"""Sets of parts that a function remembers: a mailing has one issuer, and few ways to say the rest."""
_TWO_LEVELS = date(2025, 7, 1)


@remembered(_MOST)
def _places(co_quan: CoQuan) -> dict[str, Ten]:
    """Return the commune and the province that the issuer's name, else that of the agency above, names; none that two names contradict."""
    found: dict[str, Ten] = {}
    for lines in (co_quan.ten, co_quan.chu_quan):
        if any("{{" in line for line in lines):
            continue
        named = cac_ten(" ".join(lines))
        for cap in ("xa", "tinh"):
            here = [one for one in named if one.cap == cap]
            if here and all(cung_ten(here[0].ten, one.ten) for one in here):
                found.setdefault(cap, here[0])
    return found


def _elsewhere(co_quan: CoQuan, text: str) -> Ten | None:
    """Return the unit of the issuer's own level or above that *text* names and the issuer is not of; None when it names none such."""
    if "{{" in text:
        return None
    own = _places(co_quan)
    return next((one for one in cac_ten(text) if one.cap in own and not cung_ten(one.ten, own[one.cap].ten)), None)


def _stands_for(ten: str) -> bool:
    """Tell whether a name is a letter that stands for one, as samples have it."""
    return len(ten) == 1 and ten.isalpha()


def _called(one: Ten) -> str:
    return f"{one.loai} {one.ten}"


def place_of_issuer(notice: Notice, on: date) -> tuple[Problem, ...]:
    """The place is where the issuer has its seat: of a commune's agency the commune, of a province's the province or a commune of it."""
    if notice.bien_ban or any(place(notice, on)):  # minutes print none; what is no place is told already
        return ()
    return _place(notice.co_quan, notice.van_ban.dia_danh, on)


@remembered(_MOST, same=1)
def _place(co_quan: CoQuan, dia_danh: str, on: date) -> tuple[Problem, ...]:
    own = _places(co_quan)
    typed = next((one.ten for one in cac_ten(dia_danh)), dia_danh)
    if not own or "{{" in dia_danh or _stands_for(typed) or any(_stands_for(one.ten) for one in own.values()) or any(cung_ten(one.ten, typed) for one in own.values() if one.cap == "xa" or "xa" not in own):
        return ()
    if "xa" in own:
        seat = own["xa"]
        if on >= _TWO_LEVELS and _unknown(seat, co_quan, on):  # whose name is doubted itself
            return ()
    elif on < _TWO_LEVELS or not _is_of_another(typed, own["tinh"].ten, on):
        return ()
    else:
        seat = own["tinh"]
    from notice_gen.vietnamese import dia_danh as places

    message = N_("Địa danh “{dia_danh}” không phải nơi của cơ quan ban hành: {co_quan}.")
    hint = N_("Gõ: dia_danh = \"{dung}\"; trụ sở đúng là ở nơi đó thì để nguyên.")
    values = {"dia_danh": dia_danh, "co_quan": _called(seat), "dung": places.format(_called(seat).title() if seat.ten.isupper() else _called(seat))}
    return (Problem(message, hint, values, ("van_ban", "dia_danh"), dia_danh, level="warning", code="dia_danh_khac_co_quan"),)


def _is_of_another(ten: str, tinh: str, on: date) -> bool:
    """Tell whether a place is another province, a commune of another only, or this province with other marks."""
    from notice_gen.vietnamese import don_vi as units
    from notice_gen.vietnamese.chu_cai import bo_dau

    communes = units.named(ten, on, "")
    if any(units.in_province(unit, tinh) for unit in communes):
        return False
    provinces = {unit.tinh.ten_rieng.lower() for unit in units.tat_ca(on)}
    return bool(communes) or ten.lower() in provinces or bo_dau(ten).lower() == bo_dau(tinh).lower()


_OF_A_BODY = {"UBND": "ubnd", "HĐND": "hdnd", "HDND": "hdnd"}
_ONE_HEAD = frozenset({"so", "phong", "chi_cuc", "cuc", "thanh_tra", "giao_duc", "y_te"})


def abbreviation_of_issuer(notice: Notice, _: date) -> tuple[Problem, ...]:
    """The symbol has the abbreviation of the agency that issues, not that of another (Phụ lục I, Phần I, mục II.3.b)."""
    if notice.ky_lien_tich:
        return ()
    return _abbreviated(notice.co_quan, notice.van_ban.ky_hieu or "")


@remembered(_MOST, same=1)
def _abbreviated(co_quan: CoQuan, ky_hieu: str) -> tuple[Problem, ...]:
    kind = loai_ban_hanh(co_quan.ten)
    if kind is None or any("{{" in line for line in co_quan.ten):
        return ()
    ten, doubts = " ".join(co_quan.ten), []
    for path, typed in ((("co_quan", "viet_tat"), co_quan.viet_tat), (("van_ban", "ky_hieu"), ky_hieu.partition("-")[2])):
        groups = [group.upper() for group in typed.split("-")]
        other = next((name for group in groups if (name := _name_of_another(group, kind.ma, ten))), "")
        if other and not any(_OF_A_BODY.get(group) == kind.ma for group in groups):
            message = N_("Ký hiệu ghi “{viet_tat}” ({ten_kia}) mà cơ quan ban hành là “{co_quan}”.")
            hint = N_("Ghi chữ viết tắt của cơ quan ban hành, hoặc sửa [co_quan] ten cho đúng cơ quan.")
            values = {"viet_tat": typed, "ten_kia": other, "co_quan": ten}
            doubts.append(Problem(message, hint, values, path, typed, level="warning", code="viet_tat_khac_co_quan"))
    return tuple(doubts)


def _name_of_another(group: str, kind: str, ten: str) -> str:
    """Return the name that an abbreviation stands for when it is that of another agency than the one named; else nothing."""
    if group in _OF_A_BODY:
        wrong = kind != _OF_A_BODY[group] and (kind in _OF_A_BODY.values() or kind in _ONE_HEAD)
        return ("Ủy ban nhân dân" if _OF_A_BODY[group] == "ubnd" else "Hội đồng nhân dân") if wrong else ""
    if not group.startswith("S") or kind not in {"ubnd", "hdnd", "so"}:
        return ""
    name = str(facts.table("viet-tat.toml")["co_quan"].get(group, ""))
    initials = "".join(word[0] for word in ten.split() if word[0].isalpha() and word.lower() != "và").upper()
    return name if name and not fold(ten).startswith(fold(name)) and initials != group else ""


def authority_of_another(notice: Notice, _: date) -> tuple[Problem, ...]:
    """The authority that decides is that of the issuer: of the same place, and of the same agency where one head leads it."""
    lines = notice.mo_dau.tham_quyen if notice.mo_dau else ()
    return _authority(notice.co_quan, lines) if lines and not notice.ky_lien_tich else ()


@remembered(_MOST, same=1)
def _authority(co_quan: CoQuan, lines: tuple[str, ...]) -> tuple[Problem, ...]:
    written, ten = " ".join(lines), " ".join(co_quan.ten)
    if "{{" in written or "{{" in ten:
        return ()
    words, own = fold(written), fold(ten)
    body = words[len(head(words)) :].strip()
    named, issues = loai_co_quan(body), loai_ban_hanh(co_quan.ten)
    other = issues is not None and issues.che_do == "thu_truong" and named is not None and named.che_do != "" and body not in own and own not in body
    if not other and not _elsewhere(co_quan, written):
        return ()
    message = N_("Thẩm quyền ghi “{tham_quyen}” mà cơ quan ban hành là “{co_quan}”.")
    hint = N_("Ghi cùng một cơ quan ở tham_quyen và ở [co_quan] ten.")
    return (Problem(message, hint, {"tham_quyen": written, "co_quan": ten}, AUTHORITY, level="warning", code="tham_quyen_khac_nguoi_ky"),)


_OWN_PAPERS = ("nghị quyết", "kế hoạch", "chương trình", "quy chế", "đề án", "quyết định")
_OF_PEOPLE = ("điều động", "tiếp nhận", "biệt phái", "chuyển công tác", "thuyên chuyển", "cử ", "bổ nhiệm", "thôi ", "phối hợp")
_PROPOSED = ("theo đề nghị", "xét đề nghị")
_UNITS = ("phòng", "văn phòng", "ban", "trưởng", "chánh", "công chức", "tổ", "trung tâm")


def bases_of_another(notice: Notice, _: date) -> tuple[Problem, ...]:
    """A commune decides on its own plans and resolutions, proposed by its own units: those of another commune are left of its paper."""
    lines = notice.mo_dau.can_cu if notice.mo_dau else ()
    return _bases(notice.co_quan, lines) if lines else ()


@remembered(_MOST, same=1)
def _bases(co_quan: CoQuan, lines: tuple[str, ...]) -> tuple[Problem, ...]:
    if "xa" not in _places(co_quan):
        return ()
    doubts = []
    for n, line in enumerate(lines):
        words = fold(line)
        said = next((word for word in _PROPOSED if words.startswith(word)), "")
        proposer = words[len(said) :].removeprefix(" của").strip() if said else ""
        is_own = proposer.startswith(_UNITS) or (
            words.removeprefix("căn cứ ").startswith(_OWN_PAPERS) and not any(word in words for word in _OF_PEOPLE)
        )
        other = _elsewhere(co_quan, line.partition(" về ")[0]) if is_own else None
        if other and other.cap == "xa" and not _of_before(line):
            message = N_("Căn cứ ghi “{noi}” mà cơ quan ban hành là của {co_quan}.")
            hint = N_("Sửa tên đơn vị; căn cứ đúng là của nơi khác thì để nguyên.")
            values = {"noi": _called(other), "co_quan": _called(_places(co_quan)["xa"])}
            doubts.append(Problem(message, hint, values, ("mo_dau", "can_cu", n), other.ten, level="warning", code="can_cu_noi_khac"))
    return tuple(doubts)


def _of_before(line: str) -> bool:
    """Tell whether a base is dated before the communes of today, or says that its unit is no more."""
    return any(f"năm {year}" in line or f"/{year}" in line for year in range(2015, 2026)) or "(cũ)" in line or "trước đây" in line


def signer_of_another(notice: Notice, _: date) -> tuple[Problem, ...]:
    """Who signs holds a post in the place of the issuer."""
    if notice.ky_lien_tich:
        return ()
    return _signer(notice.co_quan, notice.ky)


@remembered(_MOST)
def _signer(co_quan: CoQuan, ky: Ky) -> tuple[Problem, ...]:
    from notice_gen.legal import law

    doubts = []
    lines = [(("ky", "quyen_han", n), line) for n, line in enumerate(ky.quyen_han)] + [(("ky", "chuc_vu"), ky.chuc_vu)]
    for path, line in lines:
        if read_line(line, law(_TWO_LEVELS)).prefix == "TM":  # which another check looks at
            continue
        if other := _elsewhere(co_quan, line):
            message = N_("“{dong}” là của {noi}, mà cơ quan ban hành là “{co_quan}”.")
            hint = N_("Chức vụ chỉ cần ghi \"{dung}\"; người ký đúng là của nơi khác thì xem lại [co_quan].")
            values = {"dong": line, "noi": _called(other), "co_quan": " ".join(co_quan.ten), "dung": _short(line)}
            doubts.append(Problem(message, hint, values, path, line, level="warning", code="nguoi_ky_noi_khac"))
    return tuple(doubts)


def _short(line: str) -> str:
    """``KT. Chủ tịch Ủy ban nhân dân xã A`` → ``KT. Chủ tịch``."""
    words = " ".join(line.split())
    cuts = [at for body in (" Ủy ban", " UBND", " Uỷ ban", " Hội đồng", " HĐND", " xã ", " phường ", " Sở ") if (at := words.find(body)) > 0]
    return words[: min(cuts, default=len(words))]


def addressees(notice: Notice, on: date) -> Iterator[Problem]:
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
    doubts = [_unknown(one, co_quan, on) for one in cac_ten(line) if one.cap == "xa" and not one.nhieu] if on >= _TWO_LEVELS else []
    told = tuple(doubt for doubt in doubts if doubt)
    if main and _is_issuer(line, co_quan):
        message = N_("Văn bản gửi cho chính cơ quan ban hành: “{found}”.")
        hint = N_("Sửa nơi nhận, hoặc sửa [co_quan] ten nếu cơ quan ban hành là cơ quan khác.")
        told += (Problem(message, hint, {"found": line}, found=line, level="warning", code="gui_chinh_minh"),)
    return told


def _is_issuer(line: str, co_quan: CoQuan) -> bool:
    own, named = fold(" ".join(co_quan.ten)), fold(line).removesuffix(".").removesuffix(";").strip()
    spelt = [text.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân") for text in (own, named)]
    above = fold(" ".join(co_quan.chu_quan)).replace("ubnd", "ủy ban nhân dân").removeprefix("ủy ban nhân dân").strip()
    if spelt[0] == spelt[1]:
        return True
    place = next(iter(_places(co_quan).values()), None)
    if place and spelt[1] == spelt[0].partition(f" {place.loai} ")[0] + f" {place.loai}":
        return True  # "Ủy ban nhân dân xã", from the committee of that commune
    return bool(above) and spelt[1] in {f"{spelt[0]} {above}", f"{spelt[0]}, {above}"}


def _unknown(one: Ten, co_quan: CoQuan, on: date) -> Problem | None:
    """Return the warning that there is no commune of that kind and name; the list is read as text before it is read as units."""
    listed, line = facts.text("don-vi-tu-2025-07.txt"), f"{one.loai[0]}{one.ten}\n"
    if (at := listed.find(line)) > 0 and listed[at - 5 : at] not in facts.text("tinh.toml"):
        return None
    from notice_gen.vietnamese import goi_don_vi as calling

    words = one.ten.split()
    shorter = [f"{one.loai} {' '.join(words[:n])}" for n in range(len(words), 0, -1)]
    doubt = calling.khong_thay(shorter[0], on)
    if doubt is None or any(calling.khong_thay(name, on) is None for name in shorter[1:]):
        return None
    province = calling.tinh_cua((" ".join(co_quan.ten), " ".join(co_quan.chu_quan)), on)
    doubt = calling.khong_thay(shorter[0], on, province) or doubt
    hint = doubt.hint if "nay" in doubt.values or not doubt.values["gan"] else N_("Có phải: {gan}? Ghi đúng tên; đơn vị mới thì khai [[don_vi_rieng]] trong notice-gen.toml.")  # noqa: E501
    return replace(doubt, hint=hint, found=shorter[0])
