"""The grammar of one faulty statement: header, key or stray line; its value is ``values.py``'s."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from notice_gen.errors import N_
from notice_gen.reader import keys
from notice_gen.reader.faults import Fault, holds, invisible
from notice_gen.reader.scan import INVISIBLE, QUOTES, Statement, Token
from notice_gen.reader.values import value_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*")


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
    m = re.match(rf"([ \t{INVISIBLE}]*)(\[+)([^\]\[#]*)(\]*)[ \t{INVISIBLE}]*([^#]*)", line)
    if not m:
        return
    start, end = statement.start + m.start(2), statement.start + max(m.end(4), m.start(2) + 1)
    name = ".".join(part if _BARE_KEY.fullmatch(part) else keys.plain(part) for part in _parts(m[3]))
    if not name:
        yield Fault(
            start, end, N_("Tên bảng trống."), N_("Ghi tên bảng giữa hai ngoặc vuông, ví dụ [van_ban]."), sure=False
        )
        return
    name = name if keys.table_at(tuple(name.split("."))) else keys.close(name, keys.all_keys()) or name
    double = keys.repeats(tuple(name.split("."))) or (len(m[2]) > 1 and len(m[4]) > 1)
    mend = f"[[{name}]]" if double else f"[{name}]"
    whole = (statement.start, statement.end, mend)
    values: dict[str, object] = {"mend": mend}
    if not m[4] or len(m[2]) != len(m[4]) or len(m[2]) > 2:
        yield Fault(start, end, N_("Ngoặc vuông của tên bảng không đủ cặp."), N_("Gõ: {mend}"), values, (whole,))
    elif not all(_BARE_KEY.fullmatch(part) for part in _parts(m[3])):
        yield Fault(
            start, end, N_("Tên bảng chỉ gồm chữ không dấu, số và gạch dưới."), N_("Gõ: {mend}"), values, (whole,)
        )
    elif m[5].strip():
        at = statement.start + m.start(5)
        yield Fault(
            at, at + len(m[5].rstrip()), N_("Sau tên bảng không còn gì khác trên cùng dòng."),
            N_("Chuyển phần này xuống dòng dưới."), {}, sure=False,
        )  # fmt: skip
    elif re.search(f"[{INVISIBLE}]", line):
        yield invisible(statement.start + re.search(f"[{INVISIBLE}]", line).start(), text, (whole,))  # type: ignore[union-attr]


def _parts(dotted: str) -> list[str]:
    return [part.strip(f" \t\"'{INVISIBLE}{QUOTES}") for part in dotted.split(".")]


def _key(text: str, statement: Statement, key: Token, sign: Token) -> Iterator[Fault]:
    typed = text[key.start : key.end]
    before = text[statement.start : key.start] + text[key.end : sign.start]
    if re.search(f"[{INVISIBLE}]", before):
        at = next(i for i in range(statement.start, sign.start) if re.match(f"[{INVISIBLE}]", text[i]))
        blank = [(s, e, " " * (e - s)) for s, e in ((statement.start, key.start), (key.end, sign.start))]
        yield invisible(at, text, tuple(blank))
    if not typed:
        yield Fault(
            sign.start,
            sign.end,
            N_("Thiếu tên khóa trước dấu bằng."),
            N_("Viết: khóa = giá trị, ví dụ so = 12."),
            sure=False,
        )
    elif not holds(f"{typed}=1"):
        plain = keys.plain(typed)
        message = N_("Khóa chỉ gồm chữ không dấu, số và gạch dưới; ở đây là: {khoa}")
        hint = N_("Gõ: {mend} = …")
        yield Fault(
            key.start,
            key.end,
            message,
            hint,
            {"khoa": typed, "mend": plain or "ten"},
            ((key.start, key.end, plain),),
            bool(plain),
        )
    if sign.kind == ":":
        yield Fault(
            sign.start, sign.end, N_("Giữa khóa và giá trị là dấu bằng, không phải dấu hai chấm."),
            N_("Gõ: {khoa} = …"), {"khoa": typed}, ((sign.start, sign.end, " = "),),
        )  # fmt: skip


def _stray(text: str, statement: Statement) -> Fault:
    whole = text[statement.start : statement.end]
    start = statement.start + len(whole) - len(whole.lstrip())
    stop = text.find("\n", start)
    end = statement.end if stop < 0 else min(stop, statement.end)
    line = text[start:end].strip()
    if re.fullmatch(r"[\w-]+", line) or keys.table_at((keys.plain(line),)):
        return _without_value(text, Token("key", start, end))
    if re.fullmatch(r"[\]})]+,?", line):
        return Fault(
            start,
            end,
            N_("Thừa dấu “{dau}”: không có dấu mở nào tương ứng."),
            N_("Xóa dòng này, hoặc xem lại dấu mở ở phía trên."),
            {"dau": line},
            sure=False,
        )
    if set(line) <= {'"', "'"}:
        return Fault(
            start, end, N_("Thừa dấu nháy đóng: đoạn chữ này chưa được mở."),
            N_("Viết ba dấu nháy kép ở đầu đoạn chữ, ví dụ: noi_dung = \"\"\""), sure=False,
        )  # fmt: skip
    return Fault(
        start, end, N_("Dòng này không có dạng khóa = giá trị."),
        N_("Đoạn chữ nhiều dòng thì đặt giữa ba dấu nháy kép: khóa = \"\"\" … \"\"\"; ghi chú thì thêm dấu # ở đầu dòng."), sure=False,
    )  # fmt: skip


def _without_value(text: str, key: Token) -> Fault:
    name = text[key.start : key.end]
    plain = keys.plain(name)
    if keys.table_at((plain,)):
        message, hint = N_("Tên bảng phải đặt trong ngoặc vuông."), N_("Gõ: {mend}")
        return Fault(key.start, key.end, message, hint, {"mend": keys.header((plain,))}, sure=False)
    message, hint = N_("Khóa “{khoa}” chưa có giá trị."), N_("Viết: {khoa} = … hoặc xóa dòng này.")
    return Fault(key.start, max(key.end, key.start + 1), message, hint, {"khoa": name}, sure=False)
