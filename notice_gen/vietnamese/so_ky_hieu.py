"""Số, ký hiệu: the number and symbol of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).

A typed document is ``số/LOẠI-CƠ QUAN`` (``1999/TB-UBND``), a công văn ``số/CƠ QUAN-ĐƠN VỊ`` (``12/UBND-NV``), a copy ``số/SY-CƠ QUAN``
(``05/SY-UBND``).  Numbers below 10 take a zero; no spaces; the year belongs to legal normative documents only (``30/2020/NĐ-CP``).  Party
documents, cited often, put the type before the stroke (``05-CT/TW``).

>>> validate("1999/TB-UBND").loai
'TB'
>>> validate("12/UBND-NV").don_vi
'NV'
>>> parse("Số: 5 / sy - UBND")
Traceback (most recent call last):
ValueError: “Số: 5 / sy - UBND” chưa phải số, ký hiệu văn bản.
>>> format(parse("Số: 5 / SY - UBND"))
'05/SY-UBND'
>>> validate("5/TB-UBND")
Traceback (most recent call last):
ValueError: “5/TB-UBND”: số dưới 10 phải thêm số 0 ở trước.
"""

from __future__ import annotations

import re
import unicodedata

from notice_gen.errors import N_, Problem
from notice_gen.records import record
from notice_gen.vietnamese.viet_tat import ma_loai

_GROUP = r"[^\W\d_](?:[^\W_]|[&.](?=[^\W_]))*"
_SHAPE = re.compile(
    rf"(?:số\s*:?\s*)?(?P<so>\d+)?(?:-(?P<dang>{_GROUP}))?/(?:(?P<nam>(?:19|20)\d\d)/)?(?P<ky_hieu>{_GROUP}(?:-{_GROUP})*)", re.IGNORECASE,
)
_AROUND_MARKS = re.compile(r"\s*([/\-])\s*")
_DASHES = str.maketrans({"–": "-", "—": "-", "\u2011": "-", "\u00a0": " "})


@record
class SoKyHieu:
    """The number and symbol of one document."""

    so: int | None  # the number; None in a draft
    nhom: tuple[str, ...]  # the groups of the symbol, "("TB", "UBND")"
    nam: int | None = None  # the year, in legal normative documents only
    dang: bool = False  # the Party's order of parts

    @property
    def ky_hieu(self) -> str:
        """The symbol, ``TB-UBND``."""
        return "/".join((self.nhom[0], "-".join(self.nhom[1:]))) if self.dang else "-".join(self.nhom)

    @property
    def loai(self) -> str | None:
        """The type's code; None in a công văn or a law, which have none."""
        return self.nhom[0] if len(self.nhom) > 1 and (self.dang or self.nam or self.nhom[0] in ma_loai()) else None

    @property
    def co_quan(self) -> str:
        """The issuer's abbreviation, ``UBND``."""
        return "-".join(self.nhom[1:]) if self.loai else self.nhom[0]

    @property
    def don_vi(self) -> str | None:
        """The drafting unit of a công văn, ``NV``."""
        return None if self.loai or len(self.nhom) < 2 else "-".join(self.nhom[1:])

    def __str__(self) -> str:
        return format(self)


def parse(text: str) -> SoKyHieu:
    """Read a number and symbol, forgiving spaces, kinds of dashes, a missing zero and the word *Số*.

    Raises ValueError: *text* is none, in a Vietnamese sentence.
    """
    tidy = _AROUND_MARKS.sub(r"\1", unicodedata.normalize("NFC", text).translate(_DASHES).strip())
    found = _SHAPE.fullmatch(tidy)
    groups = (*filter(None, [found["dang"]]), *found["ky_hieu"].split("-")) if found else ()
    number = int(found["so"]) if found and found["so"] else None
    of_party = found and found["dang"] and (found["nam"] or number is None)  # what the Party has no paper with
    if not found or not all(group[0].isupper() for group in groups) or of_party or number == 0:
        raise ValueError(Problem(_NOT_ONE, values={"found": text}).text())
    return SoKyHieu(number, groups, int(found["nam"]) if found["nam"] else None, dang=bool(found["dang"]))


def validate(text: str) -> SoKyHieu:
    """Return the parts of the number and symbol of an administrative document, strictly as written.

    Raises ValueError: the message of :func:`fault`.
    """
    problem = fault(text)
    if problem:
        raise ValueError(problem.text())
    return parse(text)


def is_valid(text: str) -> bool:
    """Tell whether *text* is the number and symbol of an administrative document as the decree writes it."""
    return fault(text) is None


def format(value: SoKyHieu) -> str:  # noqa: A001 - the fourth of parse, validate, is_valid, format
    """Write a number and symbol; a draft begins with the stroke, its number left to the registry.

    >>> format(SoKyHieu(5, ("TB", "UBND"))), format(SoKyHieu(None, ("TB", "UBND"))), format(SoKyHieu(5, ("CT", "TW"), dang=True))
    ('05/TB-UBND', '/TB-UBND', '05-CT/TW')
    """
    number = "" if value.so is None else f"{value.so:02d}"
    if value.dang:
        return f"{number}-{value.ky_hieu}"
    return f"{number}/{value.nam}/{value.ky_hieu}" if value.nam else f"{number}/{value.ky_hieu}"


def fault(text: str) -> Problem | None:
    """Return what is wrong with the number and symbol of an administrative document, or None.

    >>> fault("08/2024/QĐ-UBND").hint_text()
    'Viết: 08/QĐ-UBND'
    """
    values = {"found": text}
    if re.match(r"\d{1,3}(\.\d{3})+/", text.strip()):
        return _wrong(N_("“{found}”: số văn bản không có dấu chấm hàng nghìn."), re.sub(r"\.(?=\d{3})", "", text), text)
    try:
        value = parse(text)
    except ValueError:
        raised = _raised(text)
        if raised:
            return _wrong(N_("“{found}”: ký hiệu phải viết in hoa."), raised, text)
        return Problem(_NOT_ONE, N_("Viết số/ký hiệu, ví dụ 1999/TB-UBND, công văn 12/UBND-NV."), values, found=text)
    if value.nam:
        right = format(SoKyHieu(value.so, value.nhom))
        return _wrong(N_("“{found}”: văn bản hành chính không ghi năm trong số, ký hiệu."), right, text)
    right = format(value)
    code = _meant_code(value.nhom[0])
    if len(value.nhom) > 1 and code:
        return _wrong(N_("“{found}”: chữ viết tắt tên loại viết sai."), right.replace(value.nhom[0], code, 1), text)
    if right == text:
        return None
    if re.match(r"[1-9][/-]", text):
        return _wrong(N_("“{found}”: số dưới 10 phải thêm số 0 ở trước."), right, text)
    return _wrong(N_("“{found}”: chỉ ghi số và ký hiệu, không thêm chữ, dấu hay khoảng trắng."), right, text)


_NOT_ONE = N_("“{found}” chưa phải số, ký hiệu văn bản.")


def _wrong(message: str, right: str, text: str) -> Problem:
    return Problem(message, N_("Viết: {dung}"), {"found": text, "dung": right}, found=text)


def _meant_code(code: str) -> str | None:
    """``TTR`` for ``TTr``: a code whose only fault is its capitals."""
    if code in ma_loai():
        return None
    return next((known for known in ma_loai() if known.upper() == code.upper()), None)


def _raised(text: str) -> str | None:
    """Return the number with its small letters raised, when that makes it one."""
    number, stroke, symbol = text.partition("/")
    codes = (_meant_code(group) or group.upper() for group in symbol.split("-"))
    try:
        return format(parse(number + stroke + "-".join(codes)))
    except ValueError:
        return None
