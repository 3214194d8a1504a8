"""Slips in figures that the text itself contradicts: amounts in words, wholes and what they are said to be made of."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from decimal import Decimal

from notice_gen.facts import Pattern
from notice_gen.vietnamese.ca_the import SO, gia_tri
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.con_so import BAC
from notice_gen.vietnamese.so_thanh_chu import TU_SO, bang_chu, doc_bang_chu, tien_bang_chu

_MONEY = rf"(?P<so>(?<![0-9.,])(?:{SO}))(?: (?P<bac>{'|'.join(BAC)}))? ?(?:đồng|đ|VNĐ|VND)"
_SAID = r"(?P<chu>[^().;:0-9]{3,200}?) đồng"
_LED = r"(?:(?:[Vv]iết |[Ss]ố tiền )?(?:[Bb]ằng|viết) chữ(?: là)?:? ?)"
_IN_WORDS = (
    Pattern(rf"{_MONEY}[ ,;:.]{{0,2}}\(?{_LED}{_SAID}"), Pattern(rf"{_MONEY} \({_SAID}(?: chẵn)?\)"),
    Pattern(rf"{_LED}{_SAID}(?: chẵn)?,? \((?:[Bb]ằng số:? ?)?{_MONEY}\)"),
)
_WITH_COMMA = Pattern(
    r"(?<![0-9.,/])(?P<so>[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]+)(?: ?[^\W\d_]{1,8}[0-9²³]?){0,3} \((?P<chu>[^()0-9,;:]{5,120})\)"
)
_COUNTED = Pattern(r"(?<![0-9.,/])(?P<so>[0-9]{1,3}) \((?P<chu>[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,4})\)")


_OF_UNIT = Pattern(
    r"(?<![0-9.,/])(?P<so>[0-9]{1,3}(?:\.[0-9]{3})*) (?P<dv>[^\W\d_]+(?: [^\W\d_]+)?) \((?P<chu>[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,14}) (?P=dv)\)"
)
_OF_AMOUNTS = Pattern(r"\b(?:tr[ăa]m|ngh[ìi]n|ngàn|triệu|tỷ|tỉ|mươi|mười)\b")


def tien_sai_chu(text: str) -> Iterator[LoiChu]:
    """Yield the amounts in words that are not the amount in figures before them, and other figures likewise.

    >>> [loi.dung for loi in tien_sai_chu("1.200.000 đồng (Bằng chữ: Một triệu hai trăm đồng)")]
    ['Một triệu hai trăm nghìn']
    >>> [loi.dung for loi in tien_sai_chu("Gồm 03 (bốn) bản, 05 (năm) bộ; 10 (ngày)")]
    ['ba']
    """
    if "chữ" in text or ("ồng" in text and "(" in text):
        yield from _wrong_amounts(text)
    if "(" in text and any(map(text.__contains__, string.digits)):
        yield from _wrong_counts(text)
        yield from _wrong_decimals(text) if "phẩy" in text else ()


def _wrong_amounts(text: str) -> Iterator[LoiChu]:
    told: set[tuple[int, int]] = set()
    for found in (found for one in _IN_WORDS for found in one.finditer(text)):
        amount = gia_tri(found["so"]) * BAC.get(found["bac"] or "", 1)
        words = " ".join(found["chu"].lower().replace(",", " ").removesuffix(" chẵn").split())
        said = _read(words)
        # “xem phụ lục” is no amount.
        if amount == int(amount) and said != amount and (said is not None or _OF_AMOUNTS.search(words)) and found.span("chu") not in told:
            told.add(found.span("chu"))
            right = tien_bang_chu(int(amount), don_vi="")
            right = right if found["chu"][0].isupper() else right[0].lower() + right[1:]
            yield LoiChu(*found.span("chu"), right, {"so": f"{found['so']} {found['bac'] or ''}".strip()})


def _wrong_counts(text: str) -> Iterator[LoiChu]:
    for found in (found for one in (_COUNTED, _OF_UNIT) for found in one.finditer(text)):
        number, said = int(found["so"].replace(".", "")), _read(found["chu"])
        if (said and said != number) or (said is None and TU_SO.issuperset(found["chu"].split())):
            yield LoiChu(*found.span("chu"), bang_chu(number), {"so": found["so"]})
    for found in _WORD_FIRST.finditer(text):
        said = _read(found["chu"].lower())
        if said and said != int(found["so"]) and found["chu"].lower() != "năm":
            yield LoiChu(*found.span("chu"), bang_chu(int(found["so"])), {"so": found["so"]})


def _wrong_decimals(text: str) -> Iterator[LoiChu]:
    for found in _WITH_COMMA.finditer(text):
        words = found["chu"].lower().split()
        figures = " ".join(words[: next((n for n, word in enumerate(words) if word not in TU_SO), len(words))])
        if "phẩy" in figures.split()[:-1] and _read(figures) != (exact := Decimal(found["so"].replace(".", "").replace(",", "."))):
            start = found.start("chu")
            yield LoiChu(start, start + len(figures), bang_chu(exact), {"so": found["so"]})


def _read(words: str) -> int | Decimal | None:
    try:
        return doc_bang_chu(words)
    except ValueError:
        return None


_COUNT = r"(?<![0-9.,/])(?P<so>0?[1-9]|[1-9][0-9])"
_NAMED = Pattern(
    rf"\b(?i:gồm|là|tại|của|có|ở) (?:có )?{_COUNT} (?P<dv>[^\W\d_]+(?: [^\W\d_]+){{0,2}}?)(?:,? (?:bao )?gồm:?|,? là:|:)"
    r" (?P<ten>[^:;.()\n]+)(?=[.;)\n]|$)"
)
_PROPER = r"(?:(?:xã|phường|thôn|bản) )?[A-ZĐÀ-Ỵ][\w-]*(?: (?:[A-ZĐÀ-Ỵ][\w-]*|[0-9]{1,2}))*"
_IN_A_ROW = Pattern(
    rf"{_COUNT} (?P<dv>xã|phường|đặc khu|thôn|bản|ấp|tổ dân phố|tỉnh|thành phố)(?: | \()"
    rf"(?P<ten>{_PROPER}(?:, {_PROPER})* và {_PROPER})(?!,| \w* ?[A-ZĐÀ-Ỵ])"
    rf"|{_COUNT.replace('<so>', '<so_ngay>')} ngày(?::? | \(|, )(?:(?:gồm |là )?(?:các )?ngày )?"
    r"(?P<ngay>[0-9]{1,2}(?:, (?:ngày )?[0-9]{1,2})*(?:,| và|, và) (?:ngày )?[0-9]{1,2})(?= tháng|/| \()"
)
_THINGS = "nội dung|nhiệm vụ|nhóm|giải pháp|vấn đề|phần|bước|tiêu chí|ý kiến|việc|mục tiêu|đợt|hình thức|lĩnh vực|yêu cầu|kiến nghị"
_LISTED = Pattern(
    rf"(?m){_COUNT} (?P<dv>{_THINGS})(?: [^\W\d_]+){{0,3}}:[ \t]*\n(?P<cac>(?:[ \t]*(?:[-•–+]|[a-zđ]\)|[0-9]{{1,2}}[.)]) ?[^\n]+(?:\n|$))+)"
)
_TITLE = Pattern(r"^(?:ông|bà|anh|chị|em|đồng chí) (?=[A-ZĐÀ-Ỵ])")
_CAPITAL = Pattern(r"[A-ZĐÀ-Ỵ]\w*(?: [\w'’-]+){0,4}")
_OPEN_END = Pattern(r"…|\.\.|v\.v|vân vân|khác\b")


def dem_khong_khop(text: str) -> Iterator[LoiChu]:
    r"""Yield where so many things are announced and others are named after them: names in a line, or items on lines of their own.

    >>> [loi.gia_tri["dem"] for loi in dem_khong_khop("Tổ chức tại 4 thôn: Vinh An, Vinh Lộc và Vinh Hòa.")]
    ['3']
    >>> [loi.gia_tri["dem"] for loi in dem_khong_khop("Thực hiện 03 nhiệm vụ sau:\n- Một;\n- Hai.")]
    ['2']
    >>> [loi.gia_tri["dem"] for loi in dem_khong_khop("Có 02 xã Bình Điền, Phú Lộc và Vinh Lộc; thi trong 02 ngày: 24, 25 và 26 tháng 8.")]
    ['3', '3']
    """
    if not any(digit in text for digit in string.digits):
        return
    for found in _NAMED.finditer(text):
        names = [_TITLE.sub("", name.strip()) for name in re.split(r", | và ", found["ten"]) if name.strip()]
        if len(names) > 1 and all(map(_CAPITAL.fullmatch, names)) and len(names) != int(found["so"]):
            yield LoiChu(found.start("so"), found.end("dv"), None, {"dem": str(len(names))})
    yield from _in_a_row(text)
    for found in _LISTED.finditer(text) if "\n" in text else ():
        lines = [line.strip() for line in found["cac"].splitlines()]
        items = [line for line in lines if _mark(line) == _mark(lines[0])]
        if len(items) > 1 and len(items) != int(found["so"]) and not _OPEN_END.search(items[-1]):
            yield LoiChu(found.start("so"), found.end("dv"), None, {"dem": str(len(items))})


def _in_a_row(text: str) -> Iterator[LoiChu]:
    """Yield a number of communes or of days that is not as many as those named right behind it."""
    for found in _IN_A_ROW.finditer(text):
        group, last = ("so_ngay", "so_ngay") if found["ngay"] else ("so", "dv")
        there, said = len(re.split(r", (?:và )?| và ", found["ngay"] or found["ten"])), int(found[group])
        if 1 < said != there:
            yield LoiChu(found.start(group), found.end(last), None, {"dem": str(there)})


def _mark(line: str) -> str:
    return "a" if line[0].isalpha() else "1" if line[0].isdigit() else line[0]


_WORD_FIRST = Pattern(
    r"(?<![\w-])(?P<chu>(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:mươi|mười|mốt|một|hai|ba|tư|bốn|lăm|năm|sáu|bảy|tám|chín))*)"
    r" \((?P<so>[0-9]{1,3})\)", re.IGNORECASE,
)
