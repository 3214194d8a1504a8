"""Faulty strings: not closed, in typographic quotes, with a stray backslash."""

from __future__ import annotations

import re

from notice_gen.errors import N_
from notice_gen.reader.broken.faults import Fault, fault
from notice_gen.reader.broken.scan import QUOTES, Token
from notice_gen.reader.broken.words import quoted
from notice_gen.reader.source import shorten

_BAD_ESCAPE = re.compile(r'\\(?!["\\btnfr]|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}|[ \t]*\n)')
_CURLY = N_("Dấu nháy cong “ ” (Word tự đổi) không dùng để bao giá trị.")
_STRAIGHT = N_("Thay bằng dấu nháy thẳng: {mend}")
_NO_BACKSLASH = N_("Thay mỗi dấu \\ bằng hai dấu \\\\ hoặc một dấu /.")
_NOT_ENDED = N_("Đoạn chữ này thiếu dấu nháy đóng ở cuối.")
_TYPE = N_("Gõ: {mend}")


def curly(token: Token, raw: str) -> Fault:
    """Return the fault of a string between typographic quotes."""
    mend = quoted(raw[1:-1])
    return fault(token, _CURLY, _STRAIGHT, (token.start, token.end, mend), mend=shorten(mend))


def backslash(token: Token, raw: str) -> Fault | None:
    """Return the fault of a closed string with a backslash that escapes nothing, or None."""
    bad = _BAD_ESCAPE.search(raw) if raw.startswith('"') else None
    if not bad:
        return None
    message = N_("Trong dấu nháy kép, dấu \\ không đứng một mình (như “{cho}”).")
    if re.search(r"[A-Za-z]:\\", raw):
        message = N_("Đường dẫn Windows có dấu \\ không viết được như thế trong dấu nháy kép (ở “{cho}”).")
    at = token.start + bad.start()
    mend = _BAD_ESCAPE.sub(lambda m: "\\\\" + m[0][1:], raw)
    return fault((at, at + 2), message, _NO_BACKSLASH, (token.start, token.end, mend), cho=raw[bad.start() : bad.start() + 2])


def unclosed(token: Token, raw: str, *, in_list: bool, below: str) -> Fault:
    """Return the fault of a string without its end, or of bare lines of text; *below* is the next line."""
    start = token.start
    if raw.startswith(('"""', "'''")):
        sign = raw[:3]
        message, hint = N_("Đoạn chữ mở bằng {dau} ở dòng này chưa được đóng."), N_("Thêm một dòng chỉ có {dau} ở cuối đoạn chữ.")
        return fault((start, start + 3), message, hint, (token.end, token.end, sign), sure=False, dau=sign)
    goes_on = in_list and not raw.rstrip().endswith(",") and re.fullmatch(r"[^\"\[{\]}].*[\"”],?", below)
    if "\n" in raw or goes_on or re.fullmatch(rf"[{QUOTES}\"]{{2,3}}", raw):
        at = start + len(raw) - len(raw.lstrip())
        message = N_("Đoạn chữ nhiều dòng phải đặt giữa ba dấu nháy kép.")
        hint = N_("Mở đoạn chữ bằng ba dấu nháy kép, và đóng bằng một dòng chỉ có ba dấu nháy kép ở cuối.")
        return fault((at, token.end), message, hint, sure=False)
    trimmed = raw.rstrip(" \t,") if in_list else raw.rstrip()
    if re.search(r'[A-Za-z]:.*\\"$', trimmed):
        return fault(token, N_("Dấu \\ ngay trước dấu nháy đóng làm đoạn chữ không kết thúc được."), _NO_BACKSLASH, sure=False)
    if raw[0] in QUOTES or trimmed[-1] in QUOTES:
        mend = quoted(trimmed[1:].rstrip(QUOTES + '"]}'))
        return fault(token, _CURLY, _STRAIGHT, sure=False, mend=shorten(mend))
    mend = (trimmed if raw[0] == '"' else quoted(trimmed[1:])[:-1]) + '"'
    # In a list the brackets after it may be its own or the list's.
    sure = not (in_list and trimmed.endswith(("]", "}")))
    return fault(token, _NOT_ENDED, _TYPE, (start, start + len(trimmed), mend), sure=sure, mend=shorten(mend))


def inner_quotes(token: Token, rest: str, *, in_list: bool) -> Fault:
    """Return the fault of a string that a quote inside it ended too soon; *rest* is its line from there."""
    start, end = token.start, token.start + len(rest)
    ended = rest[: token.end - token.start]
    if in_list and ended[:-1].rstrip().endswith(","):
        return fault(token, _NOT_ENDED, _TYPE, sure=False, mend=shorten(ended[:-1].rstrip(" ,") + '"'))
    edits = () if in_list or not rest.endswith('"') else ((start, end, quoted(rest[1:-1])),)
    message = N_("Trong đoạn chữ có dấu nháy kép, trùng với dấu nháy bao ngoài.")
    hint = N_('Dấu nháy ở bên trong đổi thành “ ” hoặc viết \\" ; ví dụ "khu phố “A”".')
    return fault((start, end), message, hint, *edits, sure=bool(edits))
