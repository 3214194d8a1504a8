"""Slips in what one is reached and known by: telephone numbers, addresses of the network, numbers of papers of identity and of tax.

Figures are asked for as ``[0-9]``: an expression stands in a text as figures that no paper has (``loi_go.CHUA_BIET``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.errors import either
from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu

_CALLED = (
    r"(?i:điện thoại|đt|sđt|đtdđ|di động|đường dây nóng|hotline|zalo|fax|tel|số máy|liên hệ(?: qua)? số)"
    r"(?: [^\W\d]+){0,4}(?: \([^()0-9]{1,30}\))?[:.]{0,2} ?"
)
_ONE = r"\(?0[0-9]{1,4}\)?(?:[ .-]?[0-9])*"
_PHONES = Pattern(rf"(?<!\w){_CALLED}(?P<cac>{_ONE}(?:(?: ?[,;/] ?| - | hoặc | và ){_ONE})*)(?![0-9]|[ .-]?[xX*…_\u0966\u0967]|\.\.)")
_APART = Pattern(_ONE)
_FEW = 5  # digits of what is no whole number
_MOBILE, _LANDLINE = 10, 11  # digits, the leading 0 among them


def dien_thoai(text: str) -> Iterator[LoiChu]:
    """Yield the telephone numbers that have too few or too many digits: a mobile has ten, a landline (02…) eleven.

    >>> [loi.gia_tri["so"] for loi in dien_thoai("Điện thoại: 0234.382.123; 0912 345 678; fax (0234) 3823456")]
    ['10']
    """
    for several in _PHONES.finditer(text):
        for found in _APART.finditer(text, several.start("cac"), several.end("cac")):
            groups = re.split(r"(?<=\d) ", found[0])
            starts = (re.sub(r"\D", "", "".join(groups[: n + 1])) for n in range(len(groups)))
            digits = sum(map(str.isdigit, found[0]))
            if not any(map(_is_phone, starts)) and digits > _FEW:
                yield LoiChu(*found.span(), None, {"so": str(digits)})


def _is_phone(digits: str) -> bool:
    of_old = digits.startswith("01") and len(digits) == _LANDLINE  # mobiles of before 2018
    return len(digits) == (_LANDLINE if digits.startswith("02") else _MOBILE) or of_old


def la_so_go_sai(cell: str, it_nhat: int) -> bool:
    """Tell whether a cell of a column of telephone numbers is one number, of *it_nhat* digits or more, that is none.

    >>> [la_so_go_sai(cell, 8) for cell in ("905123456", "0905.123.456", "19001234", "12", "0905123456; 0234.3823456")]
    [True, False, False, False, False]
    """
    digits = re.sub(r"[ .()-]", "", cell)
    is_number = digits.isascii() and digits.isdigit() and len(digits) >= it_nhat
    return is_number and not digits.startswith(("18", "19", "84")) and not _is_phone(digits)


_BLANK = r"(?![0-9]|[ .-]?[xX*…_\u0966\u0967]|\.\.)"
_PAPERS = (
    (Pattern(rf"(?i:căn cước(?: công dân)?|cccd|định danh(?: cá nhân)?)(?: số)?:? (?P<so>[0-9](?:[ .]?[0-9])*){_BLANK}"), (12,)),
    (Pattern(rf"(?i:chứng minh(?: nhân dân)?|cmnd|cmtnd)(?: số)?:? (?P<so>[0-9](?:[ .]?[0-9])*){_BLANK}"), (9, 12)),
    (Pattern(rf"(?i:mã số thuế|mst)(?: cá nhân)?:? (?P<so>[0-9](?:[ .-]?[0-9])*){_BLANK}"), (10, 12, 13)),
)


def so_giay_to(text: str) -> Iterator[LoiChu]:
    """Yield the numbers of citizens and of tax that have too few or too many digits.

    >>> [(loi.gia_tri["so"], loi.gia_tri["dung"]) for loi in so_giay_to("CCCD số 04609500123; mã số thuế: 3300000000")]
    [('11', '12')]
    """
    for pattern, right in _PAPERS:
        for found in pattern.finditer(text):
            digits = sum(map(str.isdigit, found["so"]))
            if digits not in right and digits > _FEW:
                yield LoiChu(*found.span("so"), None, {"so": str(digits), "dung": either([*map(str, right)])})


_TOKEN = Pattern(r"[^\s;()<>“”\"]*\w@[^\s;()<>“”\"]*|(?<![\w/.])(?:[hH][tTpPsS]{2,6}:|[wW]{2,5}[.,])[^\s;()<>“”\"]+")
_MAIL = Pattern(r"[\w.+-]*\w@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LINK = Pattern(r"(?i:https?://[\w\u0966\u0967]|www\.\w)[^,]*(?:,.*)?")
_REST = Pattern(r"[a-z-]+(?:\.[a-z-]+)*")  # of an address, behind a comma in it


def _is_no_mail(shown: str) -> bool:
    rest = shown.partition(",")[2]
    cut = "." in rest and "@" not in rest and _REST.fullmatch(rest) is not None
    return cut or any("@" in part and not _MAIL.fullmatch(part.strip(".")) for part in re.split("[,/]", shown))


def dia_chi_mang(text: str) -> Iterator[LoiChu]:
    """Yield the addresses of mail and pages that cannot be.

    >>> texts = ("gửi vanthu@hue,gov.vn", "xem htttp://hue.gov.vn, https://hue.gov.vn")
    >>> [text[loi.tu : loi.den] for text in texts for loi in dia_chi_mang(text)]
    ['vanthu@hue,gov.vn', 'htttp://hue.gov.vn']
    """
    for found in _TOKEN.finditer(text):
        shown = found[0].strip(".,:!?'*_")
        if "{" in shown or "\u0966" in shown or "\u0967" in shown or "/@" in shown:
            continue
        if "@" in shown and "://" not in shown:
            wrong = _is_no_mail(shown)
        else:
            wrong = not _LINK.fullmatch(shown)
        if wrong:
            yield LoiChu(found.start(), found.start() + len(found[0].rstrip(".,:!?'*_")), None)
