"""Citations inside a text: ``Quyết định số 08/QĐ-UBND ngày 09/01/2024 của UBND xã``.

Phụ lục I, mục II.6: a citation names the type, the number and symbol, the date, the issuer and the
subject; a law or ordinance goes by its name.  Clerks put a comma before *ngày* as often as not.

>>> found = parse("Kế hoạch số 898/KH-UBND, ngày 29/12/2023 của UBND xã")
>>> found.so_ky_hieu.so, found.ngay, found.co_quan
(898, datetime.date(2023, 12, 29), 'UBND xã')
>>> format(found)
'Kế hoạch số 898/KH-UBND ngày 29/12/2023 của UBND xã'
>>> validate("Quyết định số 35/KH-UBND ngày 10/01/2024")
Traceback (most recent call last):
ValueError: “Quyết định số 35/KH-UBND”: KH là ký hiệu của Kế hoạch, không phải của Quyết định.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from notice_gen import facts
from notice_gen.errors import N_, Problem
from notice_gen.facts import Pattern, Phrases
from notice_gen.records import record
from notice_gen.vietnamese import so_ky_hieu
from notice_gen.vietnamese.chu_cai import CHU_IN
from notice_gen.vietnamese.ngay_thang import doc_ngay
from notice_gen.vietnamese.ngay_thang import ngay as _ngay
from notice_gen.vietnamese.so_ky_hieu import SoKyHieu
from notice_gen.vietnamese.viet_tat import cac_loai, ma_loai

# Types the decree on administrative papers does not list, but which they cite.
_TITLED = frozenset({"Bộ luật", "Luật", "Pháp lệnh"})


@record
class TrichDan:
    """One document cited."""

    loai: str  # the type as written, "Quyết định"
    so_ky_hieu: SoKyHieu  # its number and symbol
    ngay: date | None = None  # its date; None when not said, or when there is no such day
    co_quan: str = ""  # its issuer, empty when not said
    ten: str = ""  # the name of a law or ordinance
    vi_tri: tuple[int, int] = (0, 0)  # where it begins and ends in the text, in characters
    nguyen_van: str = ""  # the citation as it stands in the text

    @property
    def cho_so(self) -> tuple[int, int]:
        """Where its type, number and symbol begin and end in the text."""
        start = self.vi_tri[0]
        found = re.search(r"\d[^\s,;]*", self.nguyen_van)
        return start, start + found.end() if found else self.vi_tri[1]


@lru_cache(maxsize=4096)  # several rules ask, each of a whole paper: of a hundred pages it has 2,600 paragraphs
def tim(text: str) -> tuple[TrichDan, ...]:
    """Find every citation in a text, in order.

    >>> [str(t.so_ky_hieu) for t in tim("theo Nghị định số 30/2020/NĐ-CP và Công văn số 12/UBND-NV ngày 05/02/2026.")]
    ['30/2020/NĐ-CP', '12/UBND-NV']
    >>> [t.loai for t in tim("Căn cứ Luật Đất đai và Nghị định số 102/2024/NĐ-CP")]
    ['Nghị định']
    >>> tim("Thông tư số 05/2025/TT-BNV của Bộ Nội vụ và Quyết định số 12/QĐ-BNV")[0].co_quan
    'Bộ Nội vụ'
    """
    text = unicodedata.normalize("NFC", text)
    return tuple(found for match in _pattern().finditer(text) if (found := _read(match)))


# “… sửa đổi, bổ sung một số điều của Nghị định số …”: the subject of another paper, quoted as it is.
_IN_A_SUBJECT = Phrases(r"\b{sua_doi}\b[^;.:]*$")
_BY_THIS_PAPER = Pattern(r"[A-ZĐ]\w+ \w+ này [^;.]*$")
CHINH_VAN_BAN = Pattern(r"[(\[]?\s*(?:Ban hành )?[Kk]èm theo\b|[(\[]\s*Ban hành\b")
"""How a line begins that names the paper it stands in."""


def trong_trich_yeu(text: str, at: int) -> bool:
    """Tell whether a paper named at *at* stands within another's subject; what this paper itself replaces does not."""
    return bool(_IN_A_SUBJECT.search(text, max(at - 100, 0), at)) and not _BY_THIS_PAPER.search(text[:at])


def cut_ngang(text: str, value: TrichDan) -> bool:
    """Tell whether a citation was read only in part: ``08/KH - SNV`` as far as ``08/KH``."""
    return len(value.so_ky_hieu.nhom) == 1 and re.match(r" ?[-–] ?[^\W\d_a-z]", text[value.vi_tri[1] : value.vi_tri[1] + 4]) is not None


def co_ky_hieu(text: str) -> bool:
    """Tell, without a pattern that takes long to compile, that a text may cite a paper: a letter follows a stroke after a figure."""
    return _STROKE.search(text) is not None


_STROKE = re.compile(r"[^\W_]/[^\W\d_]")


@lru_cache(maxsize=4096)  # several rules ask, each of a whole paper: of a hundred pages it has 2,600 paragraphs
def vien_dan(text: str) -> tuple[TrichDan, ...]:
    """Return the papers that a text, composed (NFC), cites in its own words: none of another paper's subject, not the paper itself.

    >>> [str(one.so_ky_hieu) for one in vien_dan("Nghị định sửa đổi Nghị định số 30/2020/NĐ-CP; Kế hoạch số 05/KH-UBND")]
    ['05/KH-UBND']
    """
    if not co_ky_hieu(text) or CHINH_VAN_BAN.match(text):
        return ()
    return tuple(
        one for one in tim(text)
        if not cut_ngang(text, one) and not trong_trich_yeu(text, one.vi_tri[0])
    )  # fmt: skip


def parse(text: str) -> TrichDan:
    """Read one citation, the whole of *text*.  Raises ValueError: *text* is no citation, or holds more."""
    found = tim(text.strip())
    if len(found) != 1 or found[0].vi_tri != (0, len(unicodedata.normalize("NFC", text.strip()))):
        raise ValueError(Problem(N_("“{found}” chưa phải một trích dẫn văn bản."), values={"found": text}).text())
    return found[0]


def validate(text: str) -> TrichDan:
    """Return the parts of one citation that is right in itself.  Raises ValueError: it cannot be read, or the message of :func:`fault`."""
    found = parse(text)
    problem = fault(found)
    if problem:
        raise ValueError(problem.text())
    return found


def is_valid(text: str) -> bool:
    """Tell whether *text* is one citation, right in itself.

    >>> is_valid("Quyết định số 08/QĐ-UBND ngày 09/01/2024"), is_valid("Quyết định ngày 09/01/2024")
    (True, False)
    """
    try:
        validate(text)
    except ValueError:
        return False
    return True


def format(value: TrichDan) -> str:  # noqa: A001 - the fourth of parse, validate, is_valid, format
    """Write a citation, its date in the short form."""
    parts = [value.loai, value.ten, f"số {value.so_ky_hieu}"]
    parts += [f"ngày {_ngay(value.ngay)}"] if value.ngay else []
    parts += [f"của {value.co_quan}"] if value.co_quan else []
    return " ".join(filter(None, parts))


def fault(value: TrichDan, den: date | None = None) -> Problem | None:
    """Return what is doubtful in a citation, as a warning, or None.

    Args:
        value: the citation.
        den: the date of the document that cites; what it cites cannot be later.

    >>> fault(parse("Quyết định số 08/QĐ-UBND ngày 09/01/2025"), den=date(2024, 6, 12)).text()
    '“Quyết định số 08/QĐ-UBND ngày 09/01/2025”: ngày trích dẫn sau ngày của văn bản này (12/6/2024).'
    """
    code = value.so_ky_hieu.loai
    known = ma_loai().get(code or "")
    if known and value.loai in ma_loai().values() and known != value.loai and not value.so_ky_hieu.dang:
        head = f"{value.loai} số {value.so_ky_hieu}"
        message = N_("“{found}”: {ma} là ký hiệu của {dung}, không phải của {loai}.")
        hint = N_("Xem lại tên loại hoặc ký hiệu của văn bản được trích dẫn.")
        values = {"found": head, "ma": code, "dung": known, "loai": value.loai}
        return Problem(message, hint, values, found=value.nguyen_van, level="warning", code="trich_dan_nghi_sai")
    values = {"found": value.nguyen_van or format(value)}
    if value.ngay is None and re.search(r"\bngày\b", value.nguyen_van):
        message, hint = N_("“{found}”: không có ngày này trong lịch."), N_("Xem lại ngày của văn bản được trích dẫn.")
    elif value.ngay and den and value.ngay > den:
        message, hint = N_("“{found}”: ngày trích dẫn sau ngày của văn bản này ({den})."), N_("Xem lại ngày của văn bản được trích dẫn.")
        values["den"] = _ngay(den)
    else:
        return None
    return Problem(message, hint, values, found=value.nguyen_van, level="warning", code="trich_dan_nghi_sai")


@facts.once
def _pattern() -> re.Pattern[str]:
    names = "|".join(name for name in cac_loai() if name not in _TITLED)
    # The name of a law ends before the next paper; “Bộ Nông nghiệp và Môi trường” does not end at its “và”.
    name = rf"(?! sư\b)(?: (?!(?:{names}|Luật|số)\b)[^\W\d_]+,?){{1,20}}?"
    subject = rf"(?:{'|'.join(facts.words('sau_ten_co_quan'))})\b|và\b(?! (?!(?:{names})\b)[{CHU_IN}])"
    return re.compile(
        rf"\b(?:(?P<loai>{names})|(?P<luat>{'|'.join(sorted(_TITLED))})(?P<ten>{name}))"
        r"(?: liên tịch)?(?: số)?:? (?P<so_ky_hieu>\d+(?:-[^\W\d_]+)?/[\w&./-]*\w)"
        r"(?:,? (?:ban hành )?(?P<ngay>ngày (?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})))?"
        rf"(?: của (?P<co_quan>[^\W\d_a-zđ][^,;.()\n]*?)(?= (?:{subject})|[,;.()\n]|$))?"
    )


def _read(match: re.Match[str]) -> TrichDan | None:
    try:
        number = so_ky_hieu.parse(match["so_ky_hieu"])
    except ValueError:
        return None
    try:
        day = doc_ngay(match["ngay"]) if match["ngay"] else None
    except ValueError:
        day = None
    return TrichDan(
        match["loai"] or match["luat"], number, day, (match["co_quan"] or "").strip(), (match["ten"] or "").strip(), match.span(), match[0],
    )  # fmt: skip
