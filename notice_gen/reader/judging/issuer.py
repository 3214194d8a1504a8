"""Whose paper it is: the places and agencies that its parts name, against the issuer of its head (Phụ lục I, Phần I, mục II.2, 3, 4, 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from notice_gen import blanks, facts
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.legal.lines import head, read_line
from notice_gen.legal.quyen_ky import fold, loai_ban_hanh, loai_co_quan, viet_tat_cua_co_quan_khac
from notice_gen.model import CoQuan, Ky, Notice
from notice_gen.reader.judging.head import AUTHORITY, place
from notice_gen.reader.judging.reads import reads
from notice_gen.reader.judging.units import called, elsewhere, is_commune_of, places, unknown
from notice_gen.records import replace
from notice_gen.vietnamese.danh_muc import changes, two_levels
from notice_gen.vietnamese.ten_don_vi import Ten, cac_ten, cung_ten


def _stands_for(ten: str) -> bool:
    """Tell whether a name is a letter that stands for one, as samples have it."""
    return len(ten) == 1 and ten.isalpha()


@reads("co_quan", "bien_ban", "ban_sao", "don_vi_rieng", "van_ban.dia_danh")
def place_of_issuer(notice: Notice, on: date) -> tuple[Problem, ...]:
    """The place is where the issuer has its seat: of a commune's agency the commune, of a province's the province or a commune of it.

    So is that of a copy, for the agency that copies.
    """
    own = frozenset(unit.ten.lower() for unit in notice.don_vi_rieng)
    found: tuple[Problem, ...] = ()
    if not notice.bien_ban and not place(notice, on):  # minutes print none; what is no place is told already
        found = _place(notice.co_quan, notice.van_ban.dia_danh, own, on)
    sao = notice.ban_sao
    if sao and not sao.dien_tu and (sao.co_quan or sao.dia_danh):
        copied = _place(sao.co_quan or notice.co_quan, sao.dia_danh or notice.van_ban.dia_danh, own, sao.ngay or on)
        at = ("ban_sao", "dia_danh") if sao.dia_danh else ("ban_sao",)
        found += tuple(replace(problem, path=at, hint=problem.hint if sao.dia_danh else _OF_A_COPY) for problem in copied)
    return found


@reads("co_quan")
def of_the_party(notice: Notice, _: date) -> Iterator[Problem]:
    """A paper of the Party has a form of its own, without Quốc hiệu: a page by the decree would be wrong from its head."""
    for n, line in enumerate(notice.co_quan.ten):
        words = f" {fold(line)} "
        if any(f" {name} " in words for name in facts.table("quyen-ky.toml")["dang"]["ten"]):
            message = N_("“{ten}” là cơ quan của Đảng: văn bản của Đảng có thể thức riêng, không soạn theo Nghị định 30/2020/NĐ-CP.")
            hint = N_("Văn bản của Đảng thì soạn theo mẫu của Đảng; văn bản của cơ quan nhà nước thì ghi tên cơ quan đó ở [co_quan] ten.")
            yield Problem(message, hint, {"ten": line}, ("co_quan", "ten", n), line)


@reads("co_quan", "bien_ban", "ban_sao", "don_vi_rieng", "van_ban.dia_danh")
def place_in_full(notice: Notice, on: date) -> Iterator[Problem]:
    """The place is in full and in small letters; that it is another's is told first."""
    copied = notice.ban_sao.dia_danh if notice.ban_sao else None
    places = [(typed, (table, "dia_danh")) for table, typed in (("van_ban", notice.van_ban.dia_danh), ("ban_sao", copied)) if typed]
    for typed, path in places if not place_of_issuer(notice, on) else ():
        yield from _in_full(typed, path, (" ".join(notice.co_quan.ten), " ".join(notice.co_quan.chu_quan)), on)


def _in_full(dia_danh: str, path: KeyPath, agencies: tuple[str, ...], on: date) -> Iterator[Problem]:
    from notice_gen.vietnamese import dia_danh as date_line
    from notice_gen.vietnamese import goi_don_vi as calling

    short = date_line.VIET_TAT.match(dia_danh) is not None
    if not short and not (dia_danh.isupper() and len(dia_danh) >= _SHORTEST_NAME):
        return
    hint, values = N_("Gõ: dia_danh = \"{dung}\""), {"dia_danh": dia_danh, "dung": calling.viet_du(dia_danh, on, agencies)}
    if short:
        message = N_("Địa danh viết tắt: “{dia_danh}”.")
        yield Problem(message, hint, values, path, dia_danh, level="warning", code="dia_danh_viet_tat", rule="DN12")
    else:
        message = N_("Địa danh “{dia_danh}” gõ toàn chữ in hoa.")
        yield Problem(message, hint, values, path, dia_danh, level="warning", code="dia_danh_in_hoa")


_SHORTEST_NAME = 4  # letters; fewer in capitals may be short for something
_OF_A_COPY = N_("Thêm dưới [ban_sao]: dia_danh = \"{dung}\"; trụ sở đúng là ở nơi đó thì để nguyên.")
_AT_SOME_PLACE = frozenset({"ubnd", "hdnd", "so", "phong", "van_phong", "chi_cuc", "thanh_tra"})
"""Kinds of agencies whose seat is a unit of today's list, also where their names do not say which."""


def _place(co_quan: CoQuan, dia_danh: str, rieng: frozenset[str], on: date) -> tuple[Problem, ...]:
    own = places(co_quan)
    typed = next((one.ten for one in cac_ten(dia_danh)), dia_danh)
    names = [one.ten for one in own.values()]
    if "{{" in dia_danh or any(map(_stands_for, (typed, *names))) or _is_seat(typed, own):
        return ()
    if "xa" in own:  # its own name may be doubted itself
        return () if two_levels(on) and unknown(own["xa"], co_quan, on) else (_elsewhere(own["xa"], dia_danh),)
    if not two_levels(on) or is_commune_of(typed, co_quan) or any(typed.lower() in name for name in rieng):
        return ()
    if "tinh" not in own:
        return tuple(_nowhere(co_quan, dia_danh, typed, on))
    return (_elsewhere(own["tinh"], dia_danh),) if _is_of_another(typed, own["tinh"].ten, on) else ()


def _is_seat(typed: str, own: Mapping[str, Ten]) -> bool:
    return any(cung_ten(one.ten, typed) for one in ([own["xa"]] if "xa" in own else own.values()))


def _elsewhere(seat: Ten, dia_danh: str) -> Problem:
    """Return that a place is not where the issuer has its seat."""
    from notice_gen.vietnamese import dia_danh as date_line

    path, hint = ("van_ban", "dia_danh"), N_("Gõ: dia_danh = \"{dung}\"; trụ sở đúng là ở nơi đó thì để nguyên.")
    message = N_("Địa danh “{dia_danh}” không phải nơi của cơ quan ban hành: {co_quan}.")
    right = date_line.format(called(seat).title() if seat.ten.isupper() else called(seat))
    values = {"dia_danh": dia_danh, "co_quan": called(seat), "dung": right}
    return Problem(message, hint, values, path, dia_danh, level="warning", code="dia_danh_khac_co_quan")


def _is_of_another(ten: str, tinh: str, on: date) -> bool:
    """Tell whether a place is surely not in a province: it is another, or a commune of another only, or in no list of the day."""
    from notice_gen.vietnamese import don_vi as units
    from notice_gen.vietnamese.chu_cai import bo_dau

    if units.named(ten, on, tinh):
        return False
    if bo_dau(ten).lower() == bo_dau(tinh).lower() or units.o_tinh_khac(ten, tinh, on):
        return True
    provinces = {units.bare_name(unit.tinh.ten_rieng) for unit in units.tat_ca(on)}  # one that is no more is doubted itself
    return units.bare_name(tinh) in provinces and _is_name(ten, on)


def _is_name(ten: str, on: date) -> bool:
    """Tell whether a name that no list has is meant as one: no letters that stand for a name, no day of which the list may not know."""
    from notice_gen.vietnamese import don_vi as units
    from notice_gen.vietnamese import goi_don_vi as calling

    return units.du_danh_muc(on) and not blanks.found(ten, of_name=True) and calling.khong_thay(f"xã {ten}", on) is not None


def _nowhere(co_quan: CoQuan, dia_danh: str, ten: str, on: date) -> Iterator[Problem]:
    """Yield that a place is in no list, of an agency whose name does not tell where it is."""
    kind = loai_ban_hanh(co_quan.ten)
    if kind is None or kind.ma not in _AT_SOME_PLACE:
        return
    from notice_gen.vietnamese import don_vi as units
    from notice_gen.vietnamese.ngay_thang import ngay

    if units.named(ten, on, "") or ten.lower() in {unit.tinh.ten_rieng.lower() for unit in units.tat_ca(on)} or not _is_name(ten, on):
        return
    near = units.alike(ten, on)
    message = N_("Ngày {ngay} không có tỉnh, thành phố, xã, phường nào tên “{dia_danh}”.")
    hint = N_("Có phải: {gan}? Sửa dia_danh.") if near else N_("Ghi tên tỉnh, thành phố, xã, phường nơi cơ quan đóng trụ sở ở dia_danh.")
    values = {"ngay": ngay(on), "dia_danh": dia_danh, "gan": ", ".join(dict.fromkeys(unit.ten_rieng for unit in near[:3]))}
    yield Problem(message, hint, values, ("van_ban", "dia_danh"), dia_danh, level="warning", code="dia_danh_khong_co")


@reads("ban_sao", "co_quan", "ky_lien_tich", "van_ban.ky_hieu")
def abbreviation_of_issuer(notice: Notice, _: date) -> tuple[Problem, ...]:
    """The symbol has the abbreviation of the agency that issues, not that of another (Phụ lục I, Phần I, mục II.3.b)."""
    copies = notice.ban_sao.co_quan if notice.ban_sao else None
    of_copy = tuple(replace(problem, path=("ban_sao", *problem.path)) for problem in _abbreviated(copies, "")) if copies else ()
    if notice.ky_lien_tich:
        return of_copy
    return (*_abbreviated(notice.co_quan, notice.van_ban.ky_hieu or ""), *of_copy)


def _abbreviated(co_quan: CoQuan, ky_hieu: str) -> tuple[Problem, ...]:
    if any("{{" in line for line in co_quan.ten):
        return ()
    ten, doubts = " ".join(co_quan.ten), []
    for path, typed in ((("co_quan", "viet_tat"), co_quan.viet_tat), (("van_ban", "ky_hieu"), ky_hieu.partition("-")[2])):
        other = viet_tat_cua_co_quan_khac(typed, co_quan.ten)
        if other:
            message = N_("Ký hiệu ghi “{viet_tat}” ({ten_kia}) mà cơ quan ban hành là “{co_quan}”.")
            hint = N_("Ghi chữ viết tắt của cơ quan ban hành, hoặc sửa [co_quan] ten cho đúng cơ quan.")
            values = {"viet_tat": typed, "ten_kia": other[1], "co_quan": ten}
            doubts.append(Problem(message, hint, values, path, typed, level="warning", code="viet_tat_khac_co_quan"))
    return tuple(doubts)


@reads("co_quan", "mo_dau", "cong_dien", "ky_lien_tich")
def authority_of_another(notice: Notice, _: date) -> tuple[Problem, ...]:
    """The authority that decides is that of the issuer: of the same place, and of the same agency where one head leads it."""
    lines, dien = notice.mo_dau.tham_quyen if notice.mo_dau else (), notice.cong_dien
    if notice.ky_lien_tich:
        return ()
    if dien and dien.nguoi_dien and (wires := _authority(notice.co_quan, (dien.nguoi_dien,))):
        message = N_("Người điện ghi “{tham_quyen}” mà cơ quan ban hành là “{co_quan}”.")
        hint = N_("Ghi cùng một cơ quan ở nguoi_dien và ở [co_quan] ten.")
        return tuple(replace(problem, message=message, hint=hint, path=("cong_dien", "nguoi_dien")) for problem in wires)
    return _authority(notice.co_quan, lines) if lines else ()


def _authority(co_quan: CoQuan, lines: tuple[str, ...]) -> tuple[Problem, ...]:
    written, ten = " ".join(lines), " ".join(co_quan.ten)
    if "{{" in written or "{{" in ten:
        return ()
    words, own = fold(written), fold(ten)
    body = words[len(head(words)) :].strip()
    named, issues = loai_co_quan(body), loai_ban_hanh(co_quan.ten)
    known = issues is not None and issues.che_do == "thu_truong" and named is not None and named.che_do != ""
    other = known and body not in own and own not in body
    if not other and not elsewhere(co_quan, written):
        return ()
    message = N_("Thẩm quyền ghi “{tham_quyen}” mà cơ quan ban hành là “{co_quan}”.")
    hint = N_("Ghi cùng một cơ quan ở tham_quyen và ở [co_quan] ten.")
    return (Problem(message, hint, {"tham_quyen": written, "co_quan": ten}, AUTHORITY, level="warning", code="tham_quyen_khac_nguoi_ky"),)


_OWN_PAPERS = ("nghị quyết", "kế hoạch", "chương trình", "quy chế", "đề án", "quyết định")
_OF_PEOPLE = ("điều động", "tiếp nhận", "biệt phái", "chuyển công tác", "thuyên chuyển", "cử ", "bổ nhiệm", "thôi ", "phối hợp")
_PROPOSED = ("theo đề nghị", "xét đề nghị")
_UNITS = ("phòng", "văn phòng", "ban", "trưởng", "chánh", "công chức", "tổ", "trung tâm")


@reads("co_quan", "mo_dau")
def bases_of_another(notice: Notice, _: date) -> tuple[Problem, ...]:
    """A commune decides on its own plans and resolutions, proposed by its own units: those of another commune are left of its paper."""
    lines = notice.mo_dau.can_cu if notice.mo_dau else ()
    return _bases(notice.co_quan, lines) if lines else ()


def _bases(co_quan: CoQuan, lines: tuple[str, ...]) -> tuple[Problem, ...]:
    if "xa" not in places(co_quan):
        return ()
    doubts = []
    for n, line in enumerate(lines):
        words = fold(line)
        said = next((word for word in _PROPOSED if words.startswith(word)), "")
        proposer = words[len(said) :].removeprefix(" của").strip() if said else ""
        is_own = proposer.startswith(_UNITS) or (
            words.removeprefix("căn cứ ").startswith(_OWN_PAPERS) and not any(word in words for word in _OF_PEOPLE)
        )
        other = elsewhere(co_quan, line.partition(" về ")[0]) if is_own else None
        if other and other.cap == "xa" and not _of_before(line):
            message = N_("Căn cứ ghi “{noi}” mà cơ quan ban hành là của {co_quan}.")
            hint = N_("Sửa tên đơn vị; căn cứ đúng là của nơi khác thì để nguyên.")
            values = {"noi": called(other), "co_quan": called(places(co_quan)["xa"])}
            doubts.append(Problem(message, hint, values, ("mo_dau", "can_cu", n), other.ten, level="warning", code="can_cu_noi_khac"))
    return tuple(doubts)


def _of_before(line: str) -> bool:
    """Tell whether a base is dated before the communes of today, or says that its unit is no more."""
    return any(f"năm {year}" in line or f"/{year}" in line for year in range(2015, 2026)) or "(cũ)" in line or "trước đây" in line


@reads("ban_sao", "co_quan", "ky", "ky_lien_tich", "giay_gioi_thieu", "giay_nghi_phep")
def post_of_another(notice: Notice, _: date) -> Iterator[Problem]:
    """Who signs, and who is introduced or on leave, holds a post in the place of the issuer."""
    if not notice.ky_lien_tich:
        yield from _signer(notice.co_quan, notice.ky)
    if (sao := notice.ban_sao) and sao.ky:
        found = _signer(sao.co_quan or notice.co_quan, sao.ky)
        yield from (replace(problem, path=("ban_sao", *problem.path)) for problem in found)
    for key in ("giay_gioi_thieu", "giay_nghi_phep"):
        if who := getattr(notice, key):
            yield from _post(notice.co_quan, who.chuc_vu, (key, "chuc_vu"))


def _signer(co_quan: CoQuan, ky: Ky) -> tuple[Problem, ...]:
    from notice_gen.legal import law

    since = law(changes()["hai_cap_tu"])
    own_place = [n for n, line in enumerate(ky.quyen_han) if read_line(line, since).prefix != "TM"]  # TM. is looked at elsewhere
    lines = (*((("ky", "quyen_han", n), ky.quyen_han[n]) for n in own_place), (("ky", "chuc_vu"), ky.chuc_vu))
    return tuple(problem for path, line in lines for problem in _post(co_quan, line, path))


def _post(co_quan: CoQuan, line: str, path: KeyPath) -> Iterator[Problem]:
    if other := elsewhere(co_quan, line):
        message = N_("“{dong}” là của {noi}, mà cơ quan ban hành là “{co_quan}”.")
        hint = N_("Sửa tên nơi ấy, hoặc chỉ ghi \"{dung}\"; đúng là người của nơi khác thì xem lại [co_quan].")
        values = {"dong": line, "noi": called(other), "co_quan": " ".join(co_quan.ten), "dung": _short(line)}
        yield Problem(message, hint, values, path, line, level="warning", code="chuc_vu_noi_khac")


_BODIES = (" Ủy ban", " UBND", " Uỷ ban", " Hội đồng", " HĐND", " xã ", " phường ", " Sở ")


def _short(line: str) -> str:
    """``KT. Chủ tịch Ủy ban nhân dân xã A`` → ``KT. Chủ tịch``."""
    words = " ".join(line.split())
    cuts = [at for body in _BODIES if (at := words.find(body)) > 0]
    return words[: min(cuts, default=len(words))]


_YEARS = range(1990, 2100)


@reads("van_ban.ky_hieu")
def year_of_symbol(notice: Notice, on: date) -> tuple[Problem, ...]:
    """A year in a symbol is that of its paper."""
    typed = notice.van_ban.ky_hieu
    return tuple(_year(typed, on)) if typed else ()


def _year(typed: str, on: date) -> Iterator[Problem]:
    years = [int(group) for group in typed.split("-") if group.isdecimal() and len(group) == len("2026")]
    if any(year in _YEARS and year != on.year for year in years):
        message, hint = N_("Ký hiệu “{ky_hieu}” ghi năm khác năm {nam} của văn bản."), N_("Sửa năm trong ky_hieu, hoặc bỏ dòng ky_hieu.")
        values, path = {"ky_hieu": typed, "nam": on.year}, ("van_ban", "ky_hieu")
        yield Problem(message, hint, values, path, typed, level="warning", code="ky_hieu_khac_nam")
