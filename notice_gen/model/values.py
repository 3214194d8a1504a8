"""The kinds of values a findings file holds: texts, figures, dates, measures, and what is wrong with them."""

from __future__ import annotations

import datetime as dt
import functools
import operator
import re
import unicodedata
from collections.abc import Callable, Mapping, Sized
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from notice_gen import expressions, legal, pasted, vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.model.spec import After, Before, Plain, With, refuse, refuse_for
from notice_gen.records import record

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo


@record
class Rules:
    """What the values of one notice are held against: the names its texts may use (None: any), the decree of its date."""

    names: expressions.Names | None
    law: legal.Law


def _rules(info: ValidationInfo) -> Rules:
    rules: Rules = info.context  # type: ignore[assignment]
    return rules


_SPACES = re.compile(r"[ \t]+")
_ALL_SPACES = re.compile(r"[ \t\r\n]+")
# XML 1.0 §2.2 has no way to write the controls; Word would call the file damaged.  The others nobody sees on the page:
# some turn the words around them, "321" to "123", the rest part a word or a line where none was to be parted.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff]")
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Places to break a word, which the web puts into texts: taken out, as marks are composed; nobody could find them to delete."""
_NOT_PLAIN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|{_TURNING.pattern}|{_UNSEEN.pattern}")


def _plain(text: str) -> str:
    bad = _NOT_PLAIN.search(text)
    if bad and _NO_WIDTH.fullmatch(bad[0]):
        text = _NO_WIDTH.sub("", pasted.parted(unicodedata.normalize("NFC", text)))
        bad = _NOT_PLAIN.search(text)
    if bad:
        sign = bad[0]
        message = N_("Có ký tự điều khiển U+{code} không in được trong văn bản.")
        if _TURNING.fullmatch(sign):
            message = N_("Có ký tự ẩn U+{code} đảo chiều chữ: in ra các chữ, số quanh nó đổi thứ tự.")
        elif _UNSEEN.fullmatch(sign):
            message = N_("Có ký tự không nhìn thấy U+{code} lẫn trong chữ.")
        hint = N_("Xóa ký tự đó (thường lẫn vào khi dán từ chương trình khác) rồi gõ lại đoạn chữ quanh nó.")
        raise refuse(message, hint, sign, code=f"{ord(sign):04X}")
    return pasted.with_bullets(unicodedata.normalize("NFC", text))


def _one_line(text: str) -> str:
    return pasted.single_blanks(_ALL_SPACES.sub(" ", _plain(text)).strip(" "))


def _lines(text: str) -> tuple[str, ...]:
    kept = (pasted.single_blanks(_SPACES.sub(" ", line).strip(" ")) for line in _plain(text).split("\n"))
    return tuple(line for line in kept if line)


def _not_empty(value: Any) -> Any:
    if not value:
        raise refuse(N_("Giá trị đang để trống."), N_("Điền nội dung vào giữa hai dấu nháy, hoặc xóa cả dòng nếu không dùng."))
    return value


def _without_fault(fault_in: Callable[[str, expressions.Names | None], Problem | None], text: str, info: ValidationInfo) -> str:
    if fault := fault_in(text, _rules(info).names):
        raise refuse_for(fault)
    return text


_expressions_hold = functools.partial(_without_fault, expressions.fault_in_text)


def _split(value: Any, info: ValidationInfo) -> Any:
    """A string, or a list of strings, each of one or more lines → one flat list of lines."""
    if isinstance(value, str):
        return _lines(_expressions_hold(value, info))
    if isinstance(value, list | tuple):
        return [line for item in value for line in (_lines(_expressions_hold(item, info)) if isinstance(item, str) else (item,))]
    return value


def _part_of_ky_hieu(value: str) -> str:
    if re.search(r"[\s/]", value):
        message = N_("“{value}” không dùng được trong ký hiệu: không có khoảng trắng, không có dấu /.")
        hint = N_("Chỉ ghi chữ viết tắt, như UBND, SNV; nhiều nhóm thì nối bằng dấu gạch.")
        raise refuse(message, hint, value=value)
    return value


_Text = Annotated[str, With(strict=True)]

def _without_expressions(value: str) -> str:
    if "{{" in value and (found := re.search(r"\{\{.*?\}\}", value)):
        message, hint = N_("“{found}” in nguyên ra văn bản: chỗ này không nhận biểu thức."), N_("Gõ thẳng chữ cần in vào đây.")
        raise refuse(message, hint, found[0], found=found[0])
    return value


_Words = Annotated[_Text, After(_one_line), After(_not_empty)]

NO_EXPRESSIONS = After(_without_expressions)

Word = Annotated[_Words, NO_EXPRESSIONS]  # one line, printed as it is: no expressions, no emphasis

Line = Annotated[_Words, After(_expressions_hold, with_info=True)]  # one line that may hold ``{{ expressions }}`` and ``**emphasis**``

Lines = Annotated[tuple[_Text, ...], Before(_split, str | list[str], with_info=True)]
"""Lines of text: a string (one line = one paragraph) or a list of strings; blank lines go."""

SomeLines = Annotated[Lines, After(_not_empty)]  # lines, at least one


def _of_names(value: Any) -> Any:
    if isinstance(value, str):
        return pasted.hyphened(value)
    if isinstance(value, Mapping):
        return {key: pasted.hyphened(word) if key == "ten" else word for key, word in value.items()}
    return tuple(map(pasted.hyphened, value))


NAMES = After(_of_names)
"""Marks a text, texts or words that name offices and posts: the dash that Word makes of their hyphen is mended."""


def one_a_line(value: Any) -> Any:
    """Return the lines of a text of several; anything else as it is."""
    return [line for line in value.split("\n") if line.strip()] if isinstance(value, str) and "\n" in value else value


def wrapped(value: Any) -> Any:
    """Return a list of one table as it may be typed: the table itself."""
    return [value] if isinstance(value, dict) else value


ONE_A_LINE = Before(one_a_line, str | list[str])
"""Marks a list of texts that may be typed as one text of several lines: one line, one item."""

Formula = Annotated[_Words, After(functools.partial(_without_fault, expressions.fault_in_expression), with_info=True)]
"""An expression over the figures."""

Condition = Annotated[_Words, After(functools.partial(_without_fault, expressions.fault_in_condition), with_info=True)]
"""An expression over the figures that is true or false."""

PartOfKyHieu = Annotated[Word, After(_part_of_ky_hieu)]  # one group of a ký hiệu: no space, no slash


_YEARS = range(1945, 2101)  # from the first documents of the state to what nobody plans for yet

_OF_HISTORY = 1000
"""The first year that a date among the figures may have."""

SoLieu = int | Decimal | dt.date | str  # a figure: a count, an exact decimal, a date or a piece of text


def _so_lieu(value: Any) -> SoLieu:
    if type(value) is int and -_LARGEST < value < _LARGEST:  # the commonest by far
        return value
    if isinstance(value, str):
        return _one_line(value)
    if isinstance(value, bool | dt.datetime | dt.time) or not isinstance(value, int | Decimal | dt.date):
        hint = N_("Ví dụ: tiep_nhan = 322, ty_le = 98.7, han = 2024-06-28, ghi_chu = \"không có\".")
        raise refuse(N_("Số liệu phải là số, ngày hoặc chữ trong dấu nháy."), hint)
    if isinstance(value, dt.date):
        return _in_its_year(value, _OF_HISTORY)
    if isinstance(value, Decimal) and not value.is_finite():
        raise refuse(N_("Số liệu phải là một số hữu hạn."), N_("Bỏ nan hoặc inf, ghi con số thật."))
    if not _is_printable(value):
        message = N_("Con số này quá dài: nhiều nhất {nhieu_nhat} chữ số ở mỗi bên dấu phẩy.")
        hint = N_("Kiểm tra lại con số; bỏ phần mũ (như e400) và các chữ số lẻ thừa.")
        raise refuse(message, hint, nhieu_nhat=_DIGITS)
    return value


_DIGITS = 30
_LARGEST = 10**_DIGITS


def _is_printable(value: int | Decimal) -> bool:
    """``1e999999999`` is one short word of TOML, and a figure that would never be printed."""
    if isinstance(value, int):
        return bool(-_LARGEST < value < _LARGEST)
    return value.is_finite() and value.adjusted() < _DIGITS and int(value.as_tuple().exponent) >= -_DIGITS


def _in_its_year(value: dt.date, first: int = _YEARS[0]) -> dt.date:
    if first <= value.year < _YEARS.stop:
        return value
    message = N_("Năm {nam} chắc là gõ nhầm: ngày trong văn bản từ năm {tu} đến năm {den}.")
    hint = N_("Xem lại năm; ngày viết năm-tháng-ngày, ví dụ 2026-03-05.")
    raise refuse(message, hint, f"{value.year:04}", nam=value.year, tu=first, den=_YEARS[-1])


def _only_a_date(value: Any) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return _in_its_year(value)
    raise refuse(N_("Cần một ngày, viết năm-tháng-ngày và không có dấu nháy."), N_("Ví dụ ngày 12 tháng 6 năm 2024: 2024-06-12."))


Ngay = Annotated[dt.date, Before(_only_a_date, dt.date)]  # a date


def _only_a_moment(value: Any) -> dt.datetime:
    if isinstance(value, dt.datetime):
        _in_its_year(value)
        return value.replace(tzinfo=None)  # an office's clock is its own
    message = N_("Cần cả giờ và ngày, viết năm-tháng-ngày giờ:phút:giây và không có dấu nháy.")
    hint = N_("Ví dụ 8 giờ ngày 5 tháng 3 năm 2026: 2026-03-05 08:00:00.")
    raise refuse(message, hint)


GioNgay = Annotated[dt.datetime, Before(_only_a_moment, dt.datetime)]  # a date with the time of day, to the minute; no time zone

Figure = Annotated[SoLieu, Plain(_so_lieu, int | float | dt.date | str)]  # one figure, or one cell of a table


def _only_a_number(value: Any) -> Any:
    if value == "tu-dong" or (isinstance(value, int) and not isinstance(value, bool) and value >= 1):
        return value
    typed = str(value).strip() if isinstance(value, str | Decimal) else ""
    hint = N_("Gõ: so = {so} (bỏ cả dòng nếu là dự thảo chưa có số).")
    if vietnamese.slug(typed).replace("-", "") == "tudong":
        hint = N_("Gõ: so = \"tu-dong\" (lấy số từ sổ đăng ký).")
    # 1.999 is how an office prints 1999; of 12.5 only the 12 can be meant.
    digits = m[0].replace(".", "") if (m := re.match(r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+", typed)) else ""
    raise refuse(N_("Số văn bản phải là số nguyên từ 1 trở lên, không có dấu nháy và không có ký hiệu."), hint, so=int(digits or 0) or 12)


So = Annotated[int | Literal["tu-dong"] | None, Before(_only_a_number, int | Literal["tu-dong"])]
"""A document's number, or where to take it from."""


def _keys_are_names(value: Mapping[str, Any]) -> Mapping[str, Any]:
    if fault := next(filter(None, map(expressions.fault_in_name, value)), None):
        raise refuse_for(fault)
    return value


Figures = Annotated[Mapping[str, Figure], After(_keys_are_names)]  # figures by name

_MOST_FORMULAS = 500


def few(value: Any) -> Any:
    """Check that there are no more formulas, or conditions, than can be worked out while a clerk waits."""
    if isinstance(value, Sized) and len(value) > _MOST_FORMULAS:
        message, hint = N_("Nhiều nhất {nhieu_nhat} biểu thức trong một tệp."), N_("Bớt những biểu thức không dùng.")
        raise refuse(message, hint, nhieu_nhat=_MOST_FORMULAS)
    return value


Formulas = Annotated[Mapping[str, Formula], After(_keys_are_names), Before(few, Mapping[str, Formula])]  # expressions by name


def _keys_are_figures(value: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    if fault := next(filter(None, (expressions.fault_in_expression(name, _rules(info).names) for name in value)), None):
        raise refuse_for(fault)
    return value


Parts = Annotated[Mapping[str, Formula], After(_keys_are_figures, with_info=True)]
"""Of what each figure is a part."""

Words = Annotated[Mapping[str, Word], After(_keys_are_names)]  # words by name


def _headings_differ(value: Mapping[str, str]) -> Mapping[str, str]:
    seen: dict[str, str] = {}
    for heading, key in value.items():
        folded = " ".join(unicodedata.normalize("NFC", heading).casefold().split())
        if not folded or folded in seen:
            message = N_("Trong [cot], tên cột “{cot}” để trống hoặc trùng với một tên khác.")
            hint = N_("Mỗi tên cột ghi một lần; chữ hoa, chữ thường và dấu cách không phân biệt.")
            raise refuse(message, hint, heading, cot=heading)
        if key and not _DOTTED.fullmatch(key):
            hint = N_("Ghi khóa có dấu chấm, ví dụ \"so_lieu.tiep_nhan\" hoặc \"muc.2.phat_hien\"; ghi \"\" để bỏ qua cột này.")
            raise refuse(N_("“{khoa}” không phải một khóa."), hint, heading, khoa=key)
        seen[folded] = key
    return value


_DOTTED = re.compile(r"\w+(?:\.\w+)+")

Headings = Annotated[Mapping[str, _Text], After(_headings_differ)]
"""Dotted keys by the heading of their column; an empty one leaves the column out."""


_LARGEST_SIZE = 1584  # points: Word has no larger one


def _in_range(name: str, value: Any, info: ValidationInfo) -> Decimal:
    limit = _rules(info).law.ranges[name]
    typed = value.strip().replace(",", ".") if isinstance(value, str) else ""
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})?", typed) and limit.allows(bare := Decimal(typed)):
        raise refuse(N_("{ten} là một số, không có dấu nháy."), N_("Gõ: {khoa} = {so}"), ten=limit.label, khoa=name, so=bare)
    number = not isinstance(value, bool) and isinstance(value, int | Decimal) and _is_printable(value)
    if not number or value > _LARGEST_SIZE or not limit.allows(value):
        raise refuse(
            N_("{ten} phải là {khoang} ({dieu})."), N_("Bỏ dòng này để dùng giá trị mặc định {mac_dinh} {don_vi}."), ten=limit.label,
            khoang=limit.text, dieu=limit.dieu, mac_dinh=limit.default, don_vi=limit.unit,
        )  # fmt: skip
    return Decimal(value)


def _range_type(name: str) -> Any:
    """Return the type that says in a JSON Schema what any decree known allows: the schema knows no date."""
    return functools.reduce(operator.or_, (law.ranges[name].schema_type for law in legal.every()))


def within(name: str) -> Any:
    """Return the marker of a measure that must lie inside the range *name* of the decree in force on the notice's date."""
    return Plain(functools.partial(_in_range, name), functools.partial(_range_type, name), with_info=True)


def _part_and_whole(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(value) not in {0, 2}:
        raise refuse(N_("“ty_le” cần đúng hai tên cột: phần và tổng."), N_("Ví dụ: ty_le = [\"Đã giải quyết\", \"Tiếp nhận\"]."))
    return value


TyLe = Annotated[tuple[Word, ...], After(_part_and_whole)]
"""The names of two columns, a part and its whole; or none."""

def _no_yes(value: Any) -> Any:
    if isinstance(value, bool):
        raise refuse(N_("Cần một số nguyên, không phải true hay false."), N_("Gõ con số, không có dấu nháy; không dùng thì xóa dòng này."))
    return value


Count = Annotated[int, With(ge=1), Before(_no_yes, Annotated[int, With(ge=1)])]  # a whole number from 1

YesNo = Annotated[bool, With(strict=True)]  # true or false, nothing that looks like it


