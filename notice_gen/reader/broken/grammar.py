"""The grammar of one faulty statement: header, key or stray line; its value is ``values.py``'s."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from notice_gen.errors import N_
from notice_gen.reader import keys
from notice_gen.reader.broken.scan import INVISIBLE, QUOTES, Fault, Statement, Token, fault, invisible
from notice_gen.reader.broken.values import value_faults
from notice_gen.reader.source import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*")
_HEADER = re.compile(rf"([ \t{INVISIBLE}]*)(\[+)([^\]\[#]*)(\]*)[ \t{INVISIBLE}]*([^#]*)")
_UNSEEN = re.compile(f"[{INVISIBLE}]")


def faults(text: str, statement: Statement) -> list[Fault]:
    """Return the faults of a *statement* of *text*; empty when none was recognised."""
    if statement.kind == "header":
        return list(_header(text, statement))
    if statement.kind == "stray":
        return [_stray(text, statement)]
    if statement.key and not statement.tokens:
        return [_without_value(text, statement.key)]
    faults_of_key = _key(text, statement, statement.key, statement.sign) if statement.key and statement.sign else ()
    return [*faults_of_key, *value_faults(text, statement)]


def _header(text: str, statement: Statement) -> Iterator[Fault]:
    line = text[statement.start : statement.end]
    m = _HEADER.match(line)
    if not m:
        return
    begin, dotted, end, extra = m[2], m[3], m[4], m[5].strip()
    where = (statement.start + m.start(2), statement.start + max(m.end(4), m.start(2) + 1))
    parts = [part.strip(f" \t\"'{INVISIBLE}{QUOTES}") for part in dotted.split(".")]
    name = _name(parts)
    if not name:
        yield fault(where, N_("Tên bảng trống."), N_("Ghi tên bảng giữa hai ngoặc vuông, ví dụ [van_ban]."), sure=False)
        return
    repeats = keys.repeats(tuple(name.split("."))) or (len(begin) > 1 and len(end) > 1)
    mend = f"[[{name}]]" if repeats else f"[{name}]"
    whole = (statement.start, statement.end, mend)
    if not end or len(begin) != len(end) or len(begin) > 2:
        yield fault(where, N_("Ngoặc vuông của tên bảng không đủ cặp."), N_("Gõ: {mend}"), whole, mend=mend)
    elif not all(map(_BARE_KEY.fullmatch, parts)):
        yield fault(where, N_("Tên bảng chỉ gồm chữ không dấu, số và gạch dưới."), N_("Gõ: {mend}"), whole, mend=mend)
    elif extra:
        at = statement.start + m.start(5)
        message = N_("Sau tên bảng không còn gì khác trên cùng dòng.")
        yield fault((at, at + len(m[5].rstrip())), message, N_("Chuyển phần này xuống dòng dưới."), sure=False)
    elif unseen := _UNSEEN.search(line):
        yield invisible(statement.start + unseen.start(), text, whole)


def _name(parts: list[str]) -> str:
    """Return the name of the table that the *parts* of a header most likely mean."""
    name = ".".join(part if _BARE_KEY.fullmatch(part) else keys.plain(part) for part in parts)
    return name if keys.table_at(tuple(name.split("."))) else keys.close(name, keys.all_keys()) or name


def _key(text: str, statement: Statement, key: Token, sign: Token) -> Iterator[Fault]:
    typed = text[key.start : key.end]
    if _UNSEEN.search(text[statement.start : key.start] + text[key.end : sign.start]):
        at = next(i for i in range(statement.start, sign.start) if _UNSEEN.match(text[i]))
        yield invisible(at, text, *((s, e, " " * (e - s)) for s, e in ((statement.start, key.start), (key.end, sign.start))))
    if not typed:
        yield fault(sign, N_("Thiếu tên khóa trước dấu bằng."), N_("Viết: khóa = giá trị, ví dụ so = 12."), sure=False)
    elif not holds(f"{typed}=1"):
        plain = keys.plain(typed)
        message, hint = N_("Khóa chỉ gồm chữ không dấu, số và gạch dưới; ở đây là: {khoa}"), N_("Gõ: {mend} = …")
        yield fault(key, message, hint, (key.start, key.end, plain), sure=bool(plain), khoa=typed, mend=plain or "ten")
    if sign.kind == ":":
        message = N_("Giữa khóa và giá trị là dấu bằng, không phải dấu hai chấm.")
        yield fault(sign, message, N_("Gõ: {khoa} = …"), (sign.start, sign.end, " = "), khoa=typed)


def _stray(text: str, statement: Statement) -> Fault:
    whole = text[statement.start : statement.end]
    start = statement.start + len(whole) - len(whole.lstrip())
    stop = text.find("\n", start)
    end = statement.end if stop < 0 else min(stop, statement.end)
    line = text[start:end].strip()
    if re.fullmatch(r"[\w-]+", line) or keys.table_at((keys.plain(line),)):
        return _without_value(text, Token("key", start, end))
    if re.fullmatch(r"[\]})]+,?", line):
        message, hint = N_("Thừa dấu “{dau}”: không có dấu mở nào tương ứng."), N_("Xóa dòng này, hoặc xem lại dấu mở ở phía trên.")
        return fault((start, end), message, hint, sure=False, dau=line)
    if set(line) <= {'"', "'"}:
        message = N_("Thừa dấu nháy đóng: đoạn chữ này chưa được mở.")
        hint = N_("Viết ba dấu nháy kép ở đầu đoạn chữ, ví dụ: noi_dung = \"\"\"")
    else:
        message = N_("Dòng này không có dạng khóa = giá trị.")
        hint = N_("Đoạn chữ nhiều dòng thì đặt giữa ba dấu nháy kép: khóa = \"\"\" … \"\"\"; ghi chú thì thêm dấu # ở đầu dòng.")
    return fault((start, end), message, hint, sure=False)


def _without_value(text: str, key: Token) -> Fault:
    name = text[key.start : key.end]
    plain = keys.plain(name)
    if keys.table_at((plain,)):
        return fault(key, N_("Tên bảng phải đặt trong ngoặc vuông."), N_("Gõ: {mend}"), sure=False, mend=keys.header((plain,)))
    where = (key.start, max(key.end, key.start + 1))
    return fault(where, N_("Khóa “{khoa}” chưa có giá trị."), N_("Viết: {khoa} = … hoặc xóa dòng này."), sure=False, khoa=name)
