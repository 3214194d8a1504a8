"""Doubts about what a notice says: its subject beside its type, percentages that lost their comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import Bang, Muc, Notice, loai_cua
from notice_gen.reader.judging.body import all_muc
from notice_gen.reader.judging.reads import reads
from notice_gen.vietnamese import loi_go, loi_lien_lac

_ABOUT = r"(?:\s+số\s+\S+)?\s*[:.,–-]?\s*(?:V\s?/\s?v|về\s+việc)(?!\w)[\s:.,–-]*"
_LEAST = 1_000
"""From here on a percentage typed without a comma is rather one that lost it: 9650 for 96,50."""
_MOST = 100_000
_DIGITS = re.compile(r"\d{4,5}")
_NAMED = re.compile(r"(?:.*_)?(?:t[yi]_?le|t[yi]_trong|phan_tram)(?:_.*)?")
# "Đạt trên 90%", "Số xã có tỷ lệ cao" count; "Tỷ lệ bản đồ" is 1:2000.
_PERCENT = re.compile(r"^(?!(?:tổng )?số )(?!.*(?:bản đồ|‰))(?:.*(?<!\d)(?<!\d )%|.*(?:phần trăm|\bt[ỷỉ] (?:lệ|trọng)\b))", re.IGNORECASE)


@reads("mau", "van_ban_kem_theo", "van_ban.loai", "van_ban.trich_yeu")
def subject(notice: Notice, on: date) -> Iterator[Problem]:
    """The subject does not say again the type that stands above it, with "about"."""
    loai, typed = loai_cua(notice, on), notice.van_ban.trich_yeu
    kinds: list[tuple[str, str, KeyPath]] = [(loai.ten, typed, ("van_ban", "trich_yeu"))] if loai else []
    kinds += [(text.ten_loai, text.trich_yeu, ("van_ban_kem_theo", n, "trich_yeu")) for n, text in enumerate(notice.van_ban_kem_theo)]
    for ten, text, path in kinds:
        again = _again(ten, text)
        if again and len(again) < len(text):
            from notice_gen.reader.broken.words import quoted

            message = N_("Trích yếu ghi lại tên loại “{ten}”, mà tên loại đã in ở trên: “{found}”.")
            hint, found = N_("Gõ: trich_yeu = {dung}"), again.strip()
            values = {"ten": ten, "found": found, "dung": quoted(f"Về việc {text[len(again) :]}")}
            yield Problem(message, hint, values, path, found, level="warning", code="trich_yeu_lap_ten_loai")


def _again(ten: str, text: str) -> str:
    """Return the type, and "about", with which a subject begins; empty when it does not."""
    found = re.match(re.escape(ten) + _ABOUT, text, re.IGNORECASE)
    return found[0] if found else ""


@reads("so_lieu")
def percentages(notice: Notice, _: date) -> Iterator[Problem]:
    """A percentage among the figures is not in thousands."""
    large = [name for name, value in notice.so_lieu.items() if type(value) is not int or _LEAST <= value < _MOST]
    for name in large:
        if (digits := _lost(notice.so_lieu[name])) and _NAMED.fullmatch(name):
            yield _without_comma(digits, ("so_lieu", name))


def tables(notice: Notice) -> Iterator[tuple[KeyPath, Bang]]:
    """Yield every table of a paper, and where it stands."""
    kem_theo, phu_luc = notice.van_ban_kem_theo, notice.phu_luc
    return chain(
        _of_sections(notice.muc, ("muc",)), *(_of_sections(part.muc, ("van_ban_kem_theo", n, "muc")) for n, part in enumerate(kem_theo)),
        *(_of_sections(part.muc, ("phu_luc", n, "muc")) for n, part in enumerate(phu_luc)),
        ((("phu_luc", n, "bang", k), bang) for n, part in enumerate(phu_luc) for k, bang in enumerate(part.bang)),
    )


@reads("muc", "van_ban_kem_theo", "phu_luc")
def percentages_of_tables(notice: Notice, _: date) -> Iterator[Problem]:
    """Nor is one in a column of tables."""
    yield from (
        _without_comma(digits, (*path, "hang", row, column)) for path, bang in tables(notice) for column, heading in enumerate(bang.cot)
        if _PERCENT.match(heading.ten)
        for row, cells in enumerate(bang.hang) if column < len(cells) and (digits := _lost(cells[column]))
    )  # fmt: skip


_PHONES = re.compile(r"\b(?:điện thoại|di động|s?đt|đtdđ)\b(?! bàn)", re.IGNORECASE)
_FEWEST = 8  # digits of a telephone number; a column of fewer counts telephones


@reads("muc", "van_ban_kem_theo", "phu_luc")
def phones_of_tables(notice: Notice, _: date) -> Iterator[Problem]:
    """A telephone number in a column of them has as many digits as there are; a sheet drops the first 0."""
    yield from (
        _no_phone(shown, (*path, "hang", row, column)) for path, bang in tables(notice) for column, heading in enumerate(bang.cot)
        if _PHONES.search(heading.ten)
        for row, cells in enumerate(bang.hang) if column < len(cells) and loi_lien_lac.la_so_go_sai(shown := str(cells[column]), _FEWEST)
    )  # fmt: skip


def _no_phone(shown: str, path: KeyPath) -> Problem:
    said = next(dong for dong in loi_go.cac_dong() if dong.get("nhom") == "dien_thoai")
    values = {"doan": shown, "so": str(sum(map(str.isdigit, shown)))}
    return Problem(said["loi"], said["sua"], values, path, shown, level="warning", code=said["ten"], rule=said["ma"])


def _of_sections(cac_muc: tuple[Muc, ...], path: KeyPath) -> Iterator[tuple[KeyPath, Bang]]:
    return (((*here, "bang", n), bang) for here, muc in all_muc(cac_muc, path) for n, bang in enumerate(muc.bang))


def _lost(value: object) -> str:
    """Return the digits of a percentage that lost its comma; empty for any other value."""
    if type(value) is int:
        return str(value) if _LEAST <= value < _MOST else ""
    return value if type(value) is str and _DIGITS.fullmatch(value) and int(value) >= _LEAST else ""


def _without_comma(digits: str, path: KeyPath) -> Problem:
    message = N_("Tỷ lệ {found} % chắc là gõ thiếu dấu thập phân.")
    hint = N_("Gõ: {dung} (khi in, dấu chấm tự đổi thành dấu phẩy).")
    values = {"found": digits, "dung": f"{digits[:-2]}.{digits[-2:]}"}
    return Problem(message, hint, values, path, digits, level="warning", code="ty_le_thieu_dau_phay")


@reads("kiem_tra")
def checks(notice: Notice, _: date) -> Iterator[Problem]:
    """A check asks something, and a condition comes with what the clerk is to be told."""
    for n, check in enumerate(notice.kiem_tra):
        given, missing = (check.dieu_kien, check.thong_bao), "dieu_kien" if not check.dieu_kien else "thong_bao"
        if all(given) or (not any(given) and (check.khong_am or check.la_phan_cua)):
            continue
        from notice_gen.reader import keys

        values = {"khoa": missing, "bang": "[[kiem_tra]]", "vi_du": keys.example(("kiem_tra", missing))}
        yield Problem(N_("Thiếu khóa “{khoa}” trong bảng {bang}."), N_("Thêm dòng này dưới {bang}: {vi_du}"), values, ("kiem_tra", n))
