"""Names at the head and the foot as they are typed: issuer, place, subject, recipients, who signs (Phụ lục I, Phần I, Mục II)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from notice_gen import blanks
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern
from notice_gen.legal.quyen_ky import viet_tat_cua_co_quan_khac
from notice_gen.model import CoQuan, Ky, Notice, la_cong_van, loai_cua
from notice_gen.reader.judging.reads import reads
from notice_gen.vietnamese import loi_ten, ten_goi
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.loi_vien_dan import viet_sai_ky_hieu

_MAYBE, _WRITE = N_("“{doan}” có thể gõ sai."), N_("Gõ: {dung}")
_MARKS, _CAPITALS = N_("“{doan}” viết sai dấu."), N_("“{doan}” viết hoa chưa đúng.")
_ENDS = N_("Tên không có dấu câu ở cuối: “{doan}”.")
_BEGINNINGS = ("các ", "thường trực ", "chủ tịch", "giám đốc", "trưởng ", "phó ", "lãnh đạo ", "uBND", "hĐND")
_LONGEST = 300  # characters of a name that is looked at
_ABBREVIATED = 5  # letters of an abbreviation, UBMTTQ left to its words
_PLACE = Pattern(r"\b(?:xã(?! hội\b)|phường|đặc khu|tỉnh|thành phố) (?P<ten>[^\W\d_]+(?:[ -]+[^\W\d_]+)*)$", re.IGNORECASE)
_KEPT = Pattern(r"^\W*Lưu\b\s*:?")
_NEXT = Pattern(r";\s*(?:[-–]\s*)?(?=[A-ZĐÁÀẢÂẤĂÊÔƠƯỦỶ])")
Named = Iterator[tuple[KeyPath, str]]


@reads("co_quan", "ban_sao", "ky", "ky_lien_tich", "noi_nhan", "van_ban.kinh_gui", "van_ban.ngay")
def agencies_and_posts(notice: Notice, on: date) -> Iterator[Problem]:
    """Agencies and posts have their own letters and marks, and no mark at their end (Phụ lục I, mục II.2.a, II.7.b, II.9)."""
    for path, text in _with_capitals(notice):
        yield from _slips(path, text)
        yield from _ended(path, text)
        yield from _small_place(path, text, on)
    for path, text in _listed(notice):
        yield from _slips(path, text)
        # What follows “Kính gửi:” in its line is no beginning, nor is the rest of a line that was broken.
        begins = text.startswith(_BEGINNINGS) and (path[0] == "noi_nhan" or len(notice.van_ban.kinh_gui) > 1)
        if begins or loi_ten.noi_nhan_viet_thuong(text):
            small = LoiChu(0, len(text), text[0].upper() + text[1:])
            yield _doubt(path, text, small, N_("“{doan}” bắt đầu bằng chữ thường."), "noi_nhan_viet_thuong", "VH18")
        elif text.isupper() and max(map(len, text.split())) > _ABBREVIATED and " " in text:
            message, hint = N_("“{doan}” gõ toàn chữ in hoa."), N_("Gõ chữ thường, chỉ viết hoa chữ đầu và tên riêng.")
            yield Problem(message, hint, {"doan": text}, path, text, level="warning", code="noi_nhan_in_hoa")
        yield from _together(path, text)


@reads("ban_sao", "ky", "ky_lien_tich")
def persons(notice: Notice, _: date) -> Iterator[Problem]:
    """A signer's name is in the capitals and the letters of one (Phụ lục II, mục II.1), and has no mark at its end."""
    for path, ky in _signatures(notice):
        name, at = ky.ho_ten, (*path, "ho_ten")
        if "{{" in name or blanks.found(name):
            continue
        if not name.islower() and (right := loi_ten.hoa_ho_ten(name)):  # small letters alone are told beside capitals alone
            yield _doubt(at, name, LoiChu(0, len(name), right), _CAPITALS, "ho_ten_viet_thuong", "KY15")
        if slip := loi_ten.sai_ho_ten(name):
            yield _doubt(at, name, slip, _MAYBE, "ho_ten_go_sai", "KY20")
        yield from _ended(at, name)


@reads("co_quan", "van_ban.don_vi_soan", "van_ban.ky_hieu")
def abbreviations(notice: Notice, _: date) -> Iterator[Problem]:
    """The parts of a symbol are spelt as they are everywhere, in capitals, with no mark at their end (Phụ lục I, mục II.3.c)."""
    van_ban, co_quan = notice.van_ban, notice.co_quan
    typed = [(("co_quan", "viet_tat"), co_quan.viet_tat), (("van_ban", "don_vi_soan"), van_ban.don_vi_soan or "")]
    for path, text in (*typed, (("van_ban", "ky_hieu"), van_ban.ky_hieu or "")):
        before = "" if path[-1] == "ky_hieu" else "TB-"
        slip = next(viet_sai_ky_hieu(f"1/{before}{text}"), None) if text and len(text) <= _LONGEST else None
        if slip and slip.dung and not viet_tat_cua_co_quan_khac(text, co_quan.ten):
            whole = LoiChu(0, len(text), slip.dung.removeprefix(before))
            yield _doubt(path, text, whole, N_("Ký hiệu “{doan}” viết sai."), "ky_hieu_viet_sai", "SO17")
        elif ended := [*_ended(path, text)]:
            yield from ended
        elif text[:1].islower() and not text.islower():
            yield _doubt(path, text, LoiChu(0, len(text), text[0].upper() + text[1:]), _CAPITALS, "viet_tat_chu_thuong", "SO12")


@reads("noi_nhan")
def line_of_copies(notice: Notice, _: date) -> Iterator[Problem]:
    """What is kept is said by abbreviations in capitals, each once, VT the first (Phụ lục I, mục II.9.d)."""
    typed = notice.noi_nhan.luu
    if "{{" in typed or blanks.found(typed):
        return
    parts = [part.strip(" .;") for part in _KEPT.sub("", typed).replace(";", ",").split(",") if part.strip(" .;")]
    wrong = [part for n, part in enumerate(parts) if (part[0].islower() and part[1:2].isupper()) or part in parts[:n]]
    wrong += [typed] if _KEPT.match(typed) and not typed.startswith("Lưu:") else []
    if wrong or not (parts and parts[0].startswith("VT") and not parts[0][2:].strip()[:1].isalpha()):
        right = ", ".join(dict.fromkeys(part[0].upper() + part[1:] for part in parts if part.upper() != "VT"))
        message, hint = N_("Dòng “Lưu: {doan}” ghi chưa đúng."), N_("Gõ: luu = \"{dung}\"")
        values = {"doan": typed, "dung": f"VT, {right}" if right else "VT"}
        yield Problem(message, hint, values, ("noi_nhan", "luu"), typed, level="warning", code="luu_sai_dang", rule="NN12")


@reads("don_vi")
def unit(notice: Notice, _: date) -> Iterator[Problem]:
    """The name of the unit goes into sentences, so it has no mark of its own."""
    typed = notice.don_vi.get("ten", "")
    if "ma" not in notice.don_vi:
        yield from _ended(("don_vi", "ten"), typed)


@reads("van_ban.trich_yeu", "van_ban.loai", "mau", "van_ban.ngay")
def subject(notice: Notice, on: date) -> Iterator[Problem]:
    """The subject begins as one below its type does, or as one behind V/v, and has no mark at its end (mục II.5.b; Phụ lục II, mục I)."""
    typed, path = notice.van_ban.trich_yeu, ("van_ban", "trich_yeu")
    for slip, message, code, rule in _of_letter(typed) if la_cong_van(loai_cua(notice, on)) else _below_its_type(typed):
        right = LoiChu(0, len(typed), f"{typed[: slip.tu]}{slip.dung}{typed[slip.den :]}")
        yield _doubt(path, typed, right, message, code, rule)
    if (bare := loi_ten.bo_dau_cuoi(typed)) is not None and not blanks.found(typed):
        yield _doubt(path, typed, LoiChu(0, len(typed), bare), N_("Trích yếu không có dấu câu ở cuối."), "trich_yeu_co_dau_cham", "TY14")


def _of_letter(typed: str) -> Iterator[tuple[LoiChu, str, str, str]]:
    if slip := loi_ten.hoa_sau_ve_viec(typed):
        yield slip, N_("Trích yếu công văn đứng sau chữ “V/v” nên không viết hoa chữ đầu."), "trich_yeu_cong_van_viet_hoa", "TY19"


def _below_its_type(typed: str) -> Iterator[tuple[LoiChu, str, str, str]]:
    if slip := loi_ten.viet_tat_ve_viec(typed):
        yield slip, N_("“V/v” chỉ mở đầu trích yếu công văn."), "trich_yeu_viet_tat", "TY15"
    elif slip := loi_ten.dau_trich_yeu(typed):
        message = N_("Chữ “Việc” trong “Về Việc” không viết hoa.") if slip.dung == "v" else N_("Trích yếu bắt đầu bằng chữ thường.")
        yield slip, message, "trich_yeu_viet_thuong", "TY16"


def _agencies(notice: Notice) -> Iterator[tuple[KeyPath, CoQuan]]:
    yield ("co_quan",), notice.co_quan
    if notice.ban_sao and notice.ban_sao.co_quan:
        yield ("ban_sao", "co_quan"), notice.ban_sao.co_quan


def _signatures(notice: Notice) -> Iterator[tuple[KeyPath, Ky]]:
    yield ("ky",), notice.ky
    yield from ((("ky_lien_tich", n), ky) for n, ky in enumerate(notice.ky_lien_tich))
    if notice.ban_sao and notice.ban_sao.ky:
        yield ("ban_sao", "ky"), notice.ban_sao.ky


def _with_capitals(notice: Notice) -> Named:
    """Yield what is printed in capitals: lines of issuers, of authority, posts."""
    for path, co_quan in _agencies(notice):
        yield from (((*path, key, n), line) for key in ("ten", "chu_quan") for n, line in enumerate(getattr(co_quan, key)))
    for path, ky in _signatures(notice):
        yield from (((*path, "quyen_han", n), line) for n, line in enumerate(ky.quyen_han))
        yield from (((*path, key), getattr(ky, key)) for key in ("chuc_vu", "chuc_vu_khac", "co_quan") if getattr(ky, key))


def _listed(notice: Notice) -> Named:
    yield from ((("van_ban", "kinh_gui", n), line) for n, line in enumerate(notice.van_ban.kinh_gui))
    yield from ((("noi_nhan", "gui", n), line) for n, line in enumerate(notice.noi_nhan.gui))


def _ended(path: KeyPath, text: str) -> Iterator[Problem]:
    if (bare := loi_ten.bo_dau_cuoi(text)) is not None:
        yield _doubt(path, text, LoiChu(0, len(text), bare), _ENDS, code="ten_co_dau_cuoi")


def _small_place(path: KeyPath, text: str, on: date) -> Iterator[Problem]:
    """Yield a doubt about an agency's place in small letters: invitations and annexes name the agency as it is typed."""
    found = _PLACE.search(text) if len(text) <= _LONGEST and not text.isupper() else None
    if found and any(word[0].islower() for word in found["ten"].split()):
        from notice_gen.vietnamese import danh_muc, don_vi, tinh_thanh

        listed = [unit.ten_rieng for unit in don_vi.named(found[0], on, "")]
        listed += [tinh.ten_rieng for tinh in tinh_thanh.cac_tinh(danh_muc.list_of(on))]
        if don_vi.spelling(found["ten"]) in map(don_vi.spelling, listed):
            right = " ".join(word[0].upper() + word[1:] for word in found["ten"].split())
            yield _doubt(path, text, LoiChu(found.start("ten"), found.end(), right), _CAPITALS, "ten_don_vi_viet_thuong", "VH17")


def _together(path: KeyPath, text: str) -> Iterator[Problem]:
    """Yield a doubt about a line that names several who get the paper: each has a line (mục II.9.d)."""
    apart = [part.strip(" ;") for part in _NEXT.split(text)] if len(text) <= _LONGEST and "(" not in text else []
    code, rule = ("nhieu_noi_mot_dong", "NN23") if len(apart) > 1 else ("noi_nhan_chung_dong", "NN27")
    if parts := (apart if len(apart) > 1 else loi_ten.chung_dong(text)):
        from notice_gen.reader.broken.words import quoted

        message, hint = N_("“{doan}” là {so} nơi nhận ghi chung một dòng."), N_("Mỗi nơi nhận một phần của danh sách, gõ: {dung}")
        values = {"doan": text, "so": len(parts), "dung": ", ".join(map(quoted, parts))}
        yield Problem(message, hint, values, path, text, level="warning", code=code, rule=rule)


def _slips(path: KeyPath, text: str) -> Iterator[Problem]:
    if len(text) > _LONGEST:
        return
    for slip in loi_ten.sai_ten(text):
        yield _doubt(path, text, slip, _MAYBE, "ten_go_sai", "CQ15")
    if wrong := ten_goi.sai_dau(text):
        at = text.index(wrong[0])
        yield _doubt(path, text, LoiChu(at, at + len(wrong[0]), wrong[1]), _MARKS, code="ten_sai_dau", rule="NN25")


def _doubt(path: KeyPath, text: str, slip: LoiChu, message: str, code: str, rule: str = "") -> Problem:
    piece = text[slip.tu : slip.den]
    return Problem(message, _WRITE, {"doan": piece, "dung": slip.dung}, path, piece, level="warning", code=code, rule=rule)
