"""One part of a paper against another: names spelt in two ways, the issuer's kind, what the opening repeats, copies, rows twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern
from notice_gen.model import Bang, CoQuan, GiayMoi, GiayNghiPhep, KetThuc, MoDau, Muc, Notice
from notice_gen.reader.judging.doubtful import tables
from notice_gen.reader.judging.reads import reads
from notice_gen.reader.judging.references import Text, of_main
from notice_gen.reader.judging.units import places
from notice_gen.vietnamese.chinh_ta import dat_dau
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.ten_nguoi import cac_nguoi


def _warned(message: str, hint: str, values: dict[str, object], path: KeyPath, found: str, *, code: str) -> Problem:
    return Problem(message, hint, values, path, found, level="warning", code=code)


@reads("van_ban.trich_yeu", "van_ban.kinh_gui", "mo_dau", "muc", "ket_thuc")
def people(notice: Notice, _: date) -> tuple[Problem, ...]:
    """A person's name has the same marks wherever it stands, and stands once in a list."""
    head = [notice.van_ban.trich_yeu, *notice.van_ban.kinh_gui]
    said = [*((("van_ban", "trich_yeu" if not n else "kinh_gui"), line) for n, line in enumerate(head))]
    return _people(tuple(said), notice.mo_dau, notice.muc, notice.ket_thuc)


def _people(head: tuple[Text, ...], mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None) -> tuple[Problem, ...]:
    seen: dict[str, str] = {}
    found: list[Problem] = []
    for path, text in (*of_main(mo_dau, cac_muc, ket_thuc), *head):
        for name in cac_nguoi(text) if "{{" not in text else ():
            spelt = dat_dau(name, "moi", chu_hoa_dau=True)
            former = seen.setdefault(bo_dau(spelt).lower(), spelt)
            if former.lower() != spelt.lower() and bo_dau(former) == bo_dau(spelt):
                message, hint = N_("Họ tên viết hai cách: “{ten}” ở đây, “{ten_kia}” ở chỗ khác."), N_("Viết cùng một cách; đúng là hai người thì để nguyên.")  # noqa: E501
                found.append(_warned(message, hint, {"ten": name, "ten_kia": former}, path, name, code="ho_ten_hai_cach"))
    for path, text in _listed(cac_muc):
        message, hint = N_("“{ten}” ghi hai lần trong cùng danh sách."), N_("Bỏ một dòng, hoặc sửa thành người còn thiếu.")
        found.append(_warned(message, hint, {"ten": text}, path, text, code="nguoi_ghi_hai_lan"))
    return tuple(found)


_PERSON = Pattern(r"^\s*(?:[-–+*•]|\d{1,2}[.)])?\s*(?:Ông|Bà|Đồng chí|ông|bà|đồng chí) ")


def _listed(cac_muc: tuple[Muc, ...]) -> Iterator[Text]:
    """Yield the persons that begin two lines of one list, and where it stands."""
    before: tuple[KeyPath, set[str]] = ((), set())
    for path, line in of_main(None, cac_muc, None):
        here = path[: path.index("noi_dung")] if "noi_dung" in path else path[:-1]
        if here != before[0]:
            before = here, set()
        names = cac_nguoi(line)[:1] if _PERSON.match(line) and "{{" not in line else []
        yield from ((path, name) for name in names if name in before[1])
        before[1].update(names)


_KIND = Pattern(
    r"(?<!các )(?<!những )(?<!mỗi )(?<!từng )(?<!cấp )\b(?P<noi>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Đảng ủy) "
    r"(?P<loai>xã|phường|đặc khu))(?! [A-ZĐ\d(]|[,/]? ?(?:và |hoặc )?(?:xã|phường|thị trấn|đặc khu)\b"
    r"| (?:nơi|khác|bạn|nào|cũ|liên|lân|trước|hoặc|và (?:phường|xã))|-|\w)"
)


@reads("co_quan", "giay_moi", "cong_dien", "van_ban.trich_yeu", "van_ban.kinh_gui", "ky", "noi_nhan", "mo_dau", "muc", "ket_thuc")
def own_kind(notice: Notice, _: date) -> tuple[Problem, ...]:
    """A phường does not call itself a xã: what its paper calls without a name is of the issuer's kind."""
    moi, dien = notice.giay_moi, notice.cong_dien
    head: list[Text] = [(("van_ban", "trich_yeu"), notice.van_ban.trich_yeu), (("ky", "chuc_vu_khac"), notice.ky.chuc_vu_khac or "")]
    head += [(("noi_nhan", "gui", n), line) for n, line in enumerate(notice.noi_nhan.gui)]
    head += [(("van_ban", "kinh_gui", n), line) for n, line in enumerate(notice.van_ban.kinh_gui)]
    head += [*_invitation(moi)] if moi else []
    head += [(("cong_dien", "dien_toi", n), line) for n, line in enumerate(dien.dien_toi)] if dien else []
    return _of_kind(notice.co_quan, tuple(head), notice.mo_dau, notice.muc, notice.ket_thuc)


def _invitation(moi: GiayMoi) -> Iterator[Text]:
    yield from ((("giay_moi", key), str(getattr(moi, key) or "")) for key in ("toi_du", "chu_tri", "dia_diem"))
    yield from ((("giay_moi", "kinh_moi", n), line) for n, line in enumerate(moi.kinh_moi))


def _of_kind(
    co_quan: CoQuan, head: tuple[Text, ...], mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None
) -> tuple[Problem, ...]:
    own = places(co_quan).get("xa")
    if own is None:
        return ()
    found = []
    for path, text in (*head, *of_main(mo_dau, cac_muc, ket_thuc)):
        for other in _KIND.finditer(text):
            if other["loai"] != own.loai:
                message, hint = N_("Ghi “{noi}” mà cơ quan ban hành là của {loai} {ten}."), N_("Gõ: {dung}; đúng là nơi khác thì ghi cả tên nơi ấy.")  # noqa: E501
                right = f"{other['noi'].removesuffix(other['loai'])}{own.loai}"
                ten = own.ten.title() if own.ten.isupper() else own.ten
                values: dict[str, object] = {"noi": other["noi"], "loai": own.loai, "ten": ten, "dung": right}
                found.append(_warned(message, hint, values, path, other["noi"], code="loai_don_vi_khac"))
    return tuple(found[:1])  # once: what is left of another's paper is all over it


_DATED = Pattern(r"(?:số \S+ )?ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4})|\d{1,2}/\d{1,2}/\d{4}|số \d+/\d{4}\S*")
_TIMES = Pattern(r"\b(?P<loai>[Qq]uý|[Tt]háng|[Nn]ăm(?: học)?|[Đđ]ợt|kỳ họp thứ) (?P<so>[IV]{1,3}|\d{1,4})\b")
_ENOUGH = 0.6  # of the subject's words, for a sentence to say the subject again


@reads("mo_dau", "van_ban.trich_yeu")
def opening(notice: Notice, _: date) -> Iterable[Problem]:
    """The sentence before the sections that says the subject again names its months, quarters and years."""
    mo_dau, subject = notice.mo_dau, notice.van_ban.trich_yeu
    return _opening(mo_dau.noi_dung, subject) if mo_dau and mo_dau.noi_dung and "{{" not in subject else ()


def _opening(lines: tuple[str, ...], subject: str) -> tuple[Problem, ...]:
    last = lines[-1]
    asked = _named(subject)
    if not asked or "{{" in last or not last.rstrip(" “”").endswith(":"):
        return ()
    sentence = re.split(r"[.;] (?=[A-ZĐÂÊÔƠƯ])", last)[-1]
    words = [word for word in re.findall(r"[^\W\d_]+", subject.lower()) if len(word) > 1]
    there = set(re.findall(r"[^\W\d_]+", sentence.lower()))
    if not words or sum(word in there for word in words) / len(words) < _ENOUGH:
        return ()
    said = _named(_DATED.sub("", sentence))
    for unit, own in asked.items():
        others = said.get(unit, set())
        if others and own - others and others - own:
            message = N_("Trích yếu ghi {don_vi} {ky}, câu mở đầu ghi {don_vi} {khac}.")
            hint = N_("Sửa trích yếu hoặc câu mở đầu cho khớp.")
            values: dict[str, object] = {"don_vi": unit, "ky": ", ".join(sorted(own - others)), "khac": ", ".join(sorted(others - own))}
            return (_warned(message, hint, values, ("mo_dau", "noi_dung"), sentence, code="ky_khac_trich_yeu"),)
    return ()


def _named(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in _TIMES.finditer(text):
        found.setdefault(one["loai"].lower(), set()).add(one["so"].lstrip("0"))
    return found


_SESSION = Pattern(r"kỳ họp thứ (?P<so>\w+)(?:[^.;]{0,60}?)\bthông qua|này [^.;]{0,80}?thông qua[^.;]{0,40}?kỳ họp thứ (?P<sau>\w+)")


@reads("mo_dau", "muc", "ket_thuc")
def session(notice: Notice, _: date) -> Iterator[Problem]:
    """The session that passed a resolution is that of its head."""
    head = " ".join(notice.mo_dau.tham_quyen) if notice.mo_dau else ""
    own = re.search(r"kỳ họp thứ (\w+)", head)
    for path, text in of_main(None, notice.muc, notice.ket_thuc) if own else ():
        found = _SESSION.search(text) if "thông qua" in text and "này" in text else None
        said = found and (found["so"] or found["sau"])
        if own and found and said != own[1]:
            message, hint = N_("Thẩm quyền ghi kỳ họp thứ {ky}, câu thông qua ghi kỳ họp thứ {khac}."), N_("Ghi cùng một kỳ họp.")
            yield _warned(message, hint, {"ky": own[1], "khac": said}, path, f"kỳ họp thứ {said}", code="ky_khac_trich_yeu")


_COPIES = Pattern(r"(?P<so>\d{1,2}) (?:\([^)]*\) )?bản\b(?P<giua>[^.]*?)mỗi bên giữ (?P<moi>\d{1,2}) (?:\([^)]*\) )?bản\b(?P<sau>[^.]*)")


@reads("ben", "muc", "ket_thuc")
def copies_of_contract(notice: Notice, _: date) -> Iterator[Problem]:
    """As many copies as the parties keep, and others, are made."""
    for path, text in of_main(None, notice.muc, notice.ket_thuc) if len(notice.ben) > 1 else ():
        for found in _COPIES.finditer(text) if "mỗi bên giữ" in text else ():
            rest = sum(int(number) for number in re.findall(r"(\d{1,2}) bản", found["sau"]))
            if int(found["so"]) != (kept := int(found["moi"]) * len(notice.ben) + rest):
                message, hint = N_("Lập {so} bản mà {ben} bên giữ tất cả {giu} bản."), N_("Sửa số bản cho khớp.")
                values: dict[str, object] = {"so": found["so"], "ben": len(notice.ben), "giu": kept}
                yield _warned(message, hint, values, path, found[0].strip(), code="so_ban_khong_khop")


_FAR = 1


@reads("giay_nghi_phep")
def leave_of_year(notice: Notice, on: date) -> tuple[Problem, ...]:
    """A leave is of this year, of the last or the next."""
    return tuple(_leave(notice.giay_nghi_phep, on)) if notice.giay_nghi_phep else ()


def _leave(giay: GiayNghiPhep, on: date) -> Iterator[Problem]:
    for year in re.findall(r"\bnăm (\d{4})\b", giay.tinh_vao or ""):
        if abs(int(year) - on.year) > _FAR:
            message, hint = N_("Ngày nghỉ tính vào năm {nam}, mà giấy của năm {nam_nay}."), N_("Xem lại năm ở tinh_vao.")
            values: dict[str, object] = {"nam": year, "nam_nay": on.year}
            yield _warned(message, hint, values, ("giay_nghi_phep", "tinh_vao"), year, code="ngay_xa_hom_nay")


@reads("giay_gioi_thieu", "giay_nghi_phep", "ben")
def address(notice: Notice, _: date) -> Iterator[Problem]:
    """Ông and bà go with the middle name beside them."""
    named = [(key, getattr(notice, key)) for key in ("giay_gioi_thieu", "giay_nghi_phep")]
    holders: list[tuple[KeyPath, str, str]] = [((key, "xung_ho"), who.xung_ho or "", who.ho_ten) for key, who in named if who]
    holders += [(("ben", n, "dai_dien", "xung_ho"), ben.dai_dien.xung_ho or "", ben.dai_dien.ho_ten) for n, ben in enumerate(notice.ben)]
    for path, called, name in holders:
        if (called.lower(), " Thị " in name, " Văn " in name) in {("ông", True, False), ("bà", False, True)}:
            message, hint = N_("“{xung_ho} {ho_ten}”: xưng hô không hợp với tên đệm."), N_("Xem lại ông hay bà, hoặc họ tên.")
            yield _warned(message, hint, {"xung_ho": called, "ho_ten": name}, path, called, code="xung_ho_sai")


@reads("muc", "van_ban_kem_theo", "phu_luc")
def rows(notice: Notice, _: date) -> tuple[Problem, ...]:
    """No row of a table stands twice, no number of a row is given twice."""
    return tuple(problem for path, bang in tables(notice) for problem in (*_same_rows(bang, path), *_counted(bang, path)))


_COUNTERS = frozenset({"tt", "stt", "số tt", "số thứ tự"})
_WORDS = 2


def _cells(bang: Bang) -> list[tuple[str, ...]]:
    return [tuple(" ".join(str(cell).split()) for cell in row) for row in bang.hang]


def _counts(bang: Bang) -> bool:
    return bool(bang.cot) and bang.cot[0].ten.strip().lower().rstrip(".") in _COUNTERS


def _same_rows(bang: Bang, path: KeyPath) -> Iterator[Problem]:
    """Yield the rows that say what one before them says; rows of figures alone, headings and expressions may."""
    seen: dict[tuple[str, ...], int] = {}
    for n, cells in enumerate(_cells(bang)):
        said = cells[1:] if _counts(bang) else cells
        named = any(len(cell.split()) >= _WORDS and cell.upper() != cell for cell in said) and "{{" not in "".join(said)
        if named and (former := seen.setdefault(said, n)) != n:
            message, hint = N_("Hàng {hang} giống hệt hàng {hang_kia}."), N_("Bỏ một hàng, hoặc sửa thành hàng còn thiếu.")
            values: dict[str, object] = {"hang": n + 1, "hang_kia": former + 1}
            yield _warned(message, hint, values, (*path, "hang", n), "", code="bang_hang_lap")


def _counted(bang: Bang, path: KeyPath) -> Iterator[Problem]:
    numbers = [cells[0] if cells else "" for cells in _cells(bang)] if _counts(bang) else []
    for n, (before, number) in enumerate(pairwise(numbers), 1):
        if number.isdecimal() and number == before:
            message, hint = N_("Số thứ tự {so} ghi ở hai hàng liền nhau."), N_("Sửa số thứ tự.")
            yield _warned(message, hint, {"so": number}, (*path, "hang", n, 0), number, code="bang_so_thu_tu_lap")
