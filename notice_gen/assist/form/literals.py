"""Values as TOML spells them, and what a clerk types into a field as values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from notice_gen import toml_text
from notice_gen.vietnamese import o_so

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?", re.ASCII)
_ENGLISH = re.compile(r"[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:,\d+)?", re.ASCII)
_LONGEST = 30  # characters of a number


def literal(value: Any, *, many_lines: bool = False) -> str:
    """Return *value* as TOML spells it, a text of several lines between three quotes where that is wished.

    >>> literal("xã A"), literal({"ma": 1, "x": ["a"]})
    ('"xã A"', '{ ma = 1, x = ["a"] }')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _long(value) if many_lines and "\n" in value else toml_text.quoted(value)
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{toml_text.key(name)} = {literal(one)}" for name, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    if isinstance(value, Decimal):
        return f"{value:f}" if "." in f"{value:f}" else f"{value:f}.0"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _long(text: str) -> str:
    inner = "".join(map(_escaped, text)).replace('""', '"\\"')
    return f'"""\n{inner}"""'


def _escaped(char: str) -> str:
    if char in "\n\t" or (char >= " " and char not in "\\\x7f"):
        return char
    return "\\\\" if char == "\\" else f"\\u{ord(char):04X}"


def figure(typed: str) -> Any:
    """Return what is typed into a cell or a figure: a number, a date, or the text itself where it may be read in two ways.

    >>> figure("1.250"), figure("98,7"), figure("2026-03-05"), figure("1,250"), figure("0905 123 456"), figure("98,7%"), figure("1.5")
    (1250, Decimal('98.7'), datetime.date(2026, 3, 5), '1,250', '0905 123 456', '98,7%', '1.5')
    """
    text = typed.strip()
    if _ISO.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return typed
    number = _number(text)
    return typed if number is None else number


def _number(text: str) -> int | Decimal | None:
    if not text or len(text) > _LONGEST or _ENGLISH.fullmatch(text) or o_so.la_ma(text) or (text[0] == "0" and text[1:2].isdigit()):
        return None
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", ".")) if "," in text else int(text)
    try:
        value = o_so.gia_tri(text)
    except ValueError:
        return None
    if value is None:
        return None
    return int(value) if value.denominator == 1 else Decimal(value.numerator) / Decimal(value.denominator)


def number(typed: str) -> int | Decimal | None:
    """Return the number that is typed; None when it is none, or may be read in two ways."""
    return _number(typed.strip())


def day(typed: str) -> dt.date | None:
    """Return the day that is typed, ISO or as an office writes it; None when there is none such."""
    from notice_gen.reader.rows.cells import day_in

    try:
        return dt.date.fromisoformat(typed.strip()) if _ISO.fullmatch(typed.strip()) else day_in(typed)
    except ValueError:
        return None


def moment(typed: str) -> dt.datetime | None:
    """Return the day and time that are typed; None when there are none such."""
    match = _MOMENT.fullmatch(typed.strip())
    try:
        return dt.datetime.fromisoformat(f"{match[1]} {match[2]}:{match[3] or '00'}") if match else None
    except ValueError:
        return None
