"""Numbers in words, and words read back: ``một triệu không trăm lẻ năm nghìn``.

School reading: *một* → *mốt*, *bốn* → *tư* and *năm* → *lăm* after *mươi*; *không trăm* and *lẻ* keep
the empty places inside a number.  Switches choose what differs between North and South.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from notice_gen.vietnamese.con_so import Number, exact

LIMIT = 10**18
"""The greatest number read: một tỷ tỷ."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ONES_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_SAME = {"linh": "lẻ", "ngàn": "nghìn", "tỉ": "tỷ", "bẩy": "bảy", "nhăm": "lăm"}
_VALUES = {word: n for n, word in enumerate(_DIGITS)} | {word: n for n, word in _ONES_AFTER_TENS.items()}
TU_SO = frozenset({*_VALUES, *_SAME, *_SAME.values(), "trăm", "nghìn", "triệu", "tỷ", "mươi", "mười", "phẩy", "âm", "tư", "lẻ"})
"""Every word that a number in words may have."""
_LONGEST_READING = 120  # words; no number has more
_LONGEST_TAIL = 30  # decimals; past these a fraction has no end


def bang_chu(n: Number, *, don_vi: str = "", le: str = "lẻ", nghin: str = "nghìn", tu: bool = True) -> str:
    """Return *n* in words, in small letters.

    Args:
        n: a number of at most 10^18 either way, with or without decimals.
        don_vi: the unit said after it.
        le: how an empty ten is said, ``lẻ`` or ``linh``.
        nghin: ``nghìn`` or ``ngàn``.
        tu: False says ``hai mươi bốn`` for ``hai mươi tư``.

    Raises ValueError: *n* is too great, has decimals without end, or a switch has no such word.

    >>> bang_chu(2024), bang_chu(1005, le="linh", nghin="ngàn")
    ('hai nghìn không trăm hai mươi tư', 'một ngàn không trăm linh năm')
    >>> bang_chu(Decimal("-12.05"), don_vi="ha")
    'âm mười hai phẩy không năm ha'
    """
    if le not in ("lẻ", "linh") or nghin not in ("nghìn", "ngàn"):
        raise ValueError(f"no such way of reading: le={le!r}, nghin={nghin!r}")
    value = exact(n)
    if abs(value) > LIMIT:
        raise ValueError(f"too great to be read: {n}")
    head, tail = divmod(abs(value), 1)
    said = ["âm"] if value < 0 else []
    said += _say(int(head), le, nghin, tu) if head else ["không"]
    if tail:
        said += ["phẩy", *_say_tail(tail)]
    return " ".join([*said, don_vi] if don_vi else said)


def tien_bang_chu(n: Number, *, don_vi: str = "đồng", le: str = "lẻ", nghin: str = "nghìn", tu: bool = True) -> str:
    """Return an amount of money in words, with a capital, as it stands after ``Bằng chữ:``.

    >>> tien_bang_chu(120_000_000)
    'Một trăm hai mươi triệu đồng'
    """
    said = bang_chu(n, don_vi=don_vi, le=le, nghin=nghin, tu=tu)
    return said[0].upper() + said[1:]


def doc_bang_chu(text: str, *, don_vi: str = "") -> int | Decimal:
    """Read a number in words, in any of the ways :func:`bang_chu` writes it.

    What is not a whole, correct reading is refused rather than guessed (``một triệu năm`` means
    1.500.000 to some and nothing to an accountant).

    Args:
        text: the words, in any case.
        don_vi: the unit that may stand after them.

    Raises ValueError: *text* is no number in words.

    >>> doc_bang_chu("Một trăm hai mươi triệu đồng", don_vi="đồng"), doc_bang_chu("âm hai mươi bốn phẩy năm")
    (120000000, Decimal('-24.5'))
    >>> doc_bang_chu("một triệu năm")
    Traceback (most recent call last):
    ValueError: not a number in words: 'một triệu năm'
    """
    words = [_SAME.get(word, word) for word in unicodedata.normalize("NFC", text).lower().split()]
    unit = don_vi.lower().split()
    if unit and words[-len(unit) :] == unit:
        words = words[: -len(unit)]
    words = re.sub(r"\bmươi bốn\b", "mươi tư", " ".join(words)).split()
    try:
        value = _number(words) if len(words) <= _LONGEST_READING else None
        if value is not None and bang_chu(value).split() == words:
            return value
    except (KeyError, ValueError):
        pass
    raise ValueError(f"not a number in words: {text!r}")


def _say(n: int, le: str, nghin: str, tu: bool) -> list[str]:
    """Say *n* > 0: what stands before ``tỷ`` is a number of its own, the rest goes by thousands."""
    high, low = divmod(n, 10**9)
    said = [*_say(high, le, nghin, tu), "tỷ"] if high else []
    for size, name in ((10**6, "triệu"), (10**3, nghin), (1, "")):
        group = low // size % 1000
        if group:
            said += _say_group(group, le, tu, inside=bool(said))
            said += [name] if name else []
    return said


def _say_group(n: int, le: str, tu: bool, *, inside: bool) -> list[str]:
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    said = [_DIGITS[hundreds], "trăm"] if hundreds or inside else []
    if tens > 1:
        said += [_DIGITS[tens], "mươi"]
    elif tens:
        said.append("mười")
    elif ones and said:
        said.append(le)
    if not ones:
        return said
    if tens > 1 and (tu or ones != 4):
        return [*said, _ONES_AFTER_TENS.get(ones, _DIGITS[ones])]
    return [*said, "lăm" if tens == 1 and ones == 5 else _DIGITS[ones]]


def _say_tail(tail: Fraction) -> list[str]:
    digits = ""
    while tail and len(digits) < _LONGEST_TAIL:
        digit, tail = divmod(tail * 10, 1)
        digits += str(digit)
    if tail:
        raise ValueError("too many decimals to be read")
    rest = digits.lstrip("0")
    zeros = ["không"] * (len(digits) - len(rest))
    # Past three places people say the decimals one by one.
    return zeros + (_say(int(rest), "lẻ", "nghìn", tu=True) if len(rest) <= 3 else [_DIGITS[int(d)] for d in rest])


def _number(words: list[str]) -> int | Decimal:
    sign, words = ("-", words[1:]) if words[:1] == ["âm"] else ("", words)
    if "phẩy" not in words:
        return int(f"{sign}{_integer(words)}")
    comma = words.index("phẩy")
    head, tail = words[:comma], words[comma + 1 :]
    zeros = next((i for i, word in enumerate(tail) if word != "không"), len(tail))
    rest = tail[zeros:]
    by_digits = len(rest) > 1 and all(word in _DIGITS for word in rest)
    digits = "".join(str(_VALUES[word]) for word in rest) if by_digits else str(_integer(rest))
    return Decimal(f"{sign}{_integer(head)}.{'0' * zeros}{digits}")


def _integer(words: list[str]) -> int:
    if words == ["không"]:
        return 0
    for name, size in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3)):
        if name in words:
            last = len(words) - 1 - words[::-1].index(name)
            low = words[last + 1 :]
            return _integer(words[:last]) * size + (_integer(low) if low else 0)
    return _group_value(words)


def _group_value(words: list[str]) -> int:
    total = 0
    if "trăm" in words[1:2]:
        total, words = _VALUES[words[0]] * 100, words[2:]
    if words[:1] == ["lẻ"]:
        words = words[1:]
    elif words[:1] == ["mười"]:
        total, words = total + 10, words[1:]
    elif "mươi" in words[1:2]:
        total, words = total + _VALUES[words[0]] * 10, words[2:]
    if len(words) > 1:
        raise ValueError(words)
    return total + (_VALUES[words[0]] if words else 0)
