"""A file that ``tomllib`` refuses: every syntax fault in it, and the text mended as far as it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.reader import keys, source
from notice_gen.reader.broken import scan
from notice_gen.reader.broken.paths import signs_in_path
from notice_gen.reader.broken.scan import INVISIBLE, QUOTES, TYPE, Edit, Fault, Statement, Token, apply, colon, fault, invisible, no_key
from notice_gen.reader.broken.values import Value
from notice_gen.reader.source import holds, line_end

_MOST = 20
"""How many faults of structure (a key or table given twice) are looked for, one parse of the file each."""
_MOST_FAULTS = 200
_LARGEST, _MOST_LINES, _MOST_WORK = 200_000, 12_000, 200_000_000
"""Characters and lines of a text, and the sum of its lines' squared, that is looked through; of others the first fault is told."""


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FIRST_CONTROL = re.compile(rf"(?m)^[^\n\x00-\x08\x0b-\x1f\x7f]*+({_CONTROL.pattern})")  # of a line


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of a faulty file: its problems, and the mended tree when there is no doubt about it."""

    problems: tuple[Problem, ...]
    text: str
    data: Mapping[str, Any] | None


def mend(text: str, *, file: str) -> Mended:
    r"""Return the problems of *text* (not TOML), at least one, and what it most likely means; its lines are ended by ``\\n``."""
    if _is_endless(text):
        at, message, hint = _translated(text)
        return Mended((_problem(text, fault((at, at + 1), message, hint), file),), text, None)
    message = N_("Có ký tự điều khiển U+{ma}, thường lẫn vào khi dán từ chương trình khác.")
    hint = N_("Xóa ký tự đó rồi gõ lại đoạn chữ quanh nó.")
    faults = [fault(match.span(1), message, hint, ma=f"{ord(match[1]):04X}") for match in _FIRST_CONTROL.finditer(text)]
    given, text = text, _CONTROL.sub(" ", text)
    edits: list[Edit] = []
    table: KeyPath = ()
    for statement in scan.statements(text):
        if statement.kind == "header":
            table = tuple(_name(text, statement)[2].split("."))
        if not holds(text[statement.start : statement.end]):
            own, mended = _judge(text, statement, table)
            faults += own
            edits.append((statement.start, statement.end, mended))
        if len(faults) > _MOST_FAULTS:
            return Mended(tuple(_problem(given, each, file) for each in faults), text, None)
    problems = [_problem(given, each, file) for each in faults]
    return _without_what_is_left(apply(text, edits), problems, given, file, sure=all(each.sure for each in faults))


def in_paths(text: str, *, file: str) -> tuple[tuple[Problem, ...], str]:
    """Return the problems of *text*, valid TOML, whose paths of Windows read as something else, and the text that is meant."""
    faults = [one for statement in scan.statements(text) for one in signs_in_path(text, statement)]
    return tuple(_problem(text, each, file) for each in faults), apply(text, [edit for one in faults for edit in one.edits])


def _without_what_is_left(text: str, problems: list[Problem], given: str, file: str, *, sure: bool) -> Mended:
    """Leave out, statement by statement, what is still no TOML after the mending, each as a problem."""
    for _ in range(min(_MOST, max(1, _LARGEST // len(given)))):
        try:
            data = source.loads(text)
        except ValueError as error:
            at = _offset(text, str(error))
            if str(error) == source.TOO_DEEP:
                problems.append(_problem(text, fault((at, at + 1), _TOO_DEEP, _CORRECT_FORM), file))
                break
            statements = scan.statements(text)
            guilty = max((n for n, s in enumerate(statements) if s.start <= at), default=0)
            twice = _twice(text, statements, guilty)
            problems.append(_problem(text, twice, file))
            text, sure = _without(text, statements[guilty]), sure and twice.sure
        else:
            return Mended(tuple(problems), text, data if sure else None)
    return Mended(tuple(problems), text, None)


def _is_endless(text: str) -> bool:
    lines = text.split("\n")
    return len(text) > _LARGEST or len(lines) > _MOST_LINES or sum(len(line) ** 2 for line in lines) > _MOST_WORK


def _judge(text: str, statement: Statement, table: KeyPath) -> tuple[list[Fault], str]:
    """Return the faults of a statement under the header of *table*, and its mended text, of as many lines and surely TOML."""
    whole = text[statement.start : statement.end]
    faults = faults_of(text, statement, table)
    if not faults:
        at, message, hint = _translated(whole)
        faults = [fault((statement.start + at, statement.start + at + 1), message, hint, sure=False)]
    edits = [(s - statement.start, e - statement.start, new) for f in faults for s, e, new in f.edits]
    mended = apply(whole, edits)
    if holds(mended) and mended.count("\n") == whole.count("\n"):
        return faults, mended
    return [replace(f, sure=False) for f in faults], "\n" * whole.count("\n")


def _without(text: str, statement: Statement) -> str:
    """Return *text* without a statement: spaces in its place keep the offsets of everything after it."""
    start, end = statement.start, statement.end
    lines = text.count("\n", start, end)
    return text[:start] + " " * (end - start - lines) + "\n" * lines + text[end:]


def _twice(text: str, statements: list[Statement], guilty: int) -> Fault:
    """Return the fault of a statement that is TOML, but cannot stand together with those above it."""
    this = statements[guilty]
    start, end, name = _name(text, this)
    earlier = statements[:guilty]
    if this.kind == "pair":
        headers = [n for n, s in enumerate(earlier) if s.kind == "header"]
        earlier = earlier[headers[-1] + 1 :] if headers else earlier
    first = next((s for s in earlier if s.kind == this.kind and _name(text, s)[2] == name), None)
    if not first:
        message, hint = N_("“{ten}” trùng với một khóa hoặc bảng đã khai ở trên."), N_("Gộp hai chỗ lại làm một.")
        return fault((start, end), message, hint, sure=False, ten=name)
    line = source.position(text, first.start)[0]
    if this.kind == "pair":
        return fault((start, end), N_("Khóa “{ten}” đã có ở dòng {dong}."), N_("Giữ một dòng, xóa dòng kia."), ten=name, dong=line)
    if text[first.start : first.end].count("[") != text[this.start : this.end].count("["):
        message, hint = N_("Bảng “{ten}” ở dòng {dong} viết khác số ngoặc vuông."), N_("Mục lặp lại thì chỗ nào cũng viết [[{ten}]].")
    else:
        message, hint = N_("Bảng [{ten}] đã có ở dòng {dong}."), N_("Chuyển các dòng dưới đây lên bảng ở dòng {dong}, rồi xóa dòng này.")
    return fault((start, end), message, hint, sure=False, ten=name, dong=line)


def _name(text: str, statement: Statement) -> tuple[int, int, str]:
    if statement.key:
        name = text[statement.key.start : statement.key.end]
        return statement.key.start, statement.key.end, name.strip("\"'")
    line = text[statement.start : statement.end]
    m = re.search(r"\[+([^\]\n]*)\]*", line)
    if not m:
        return statement.start, statement.end, line.strip()
    return statement.start + m.start(), statement.start + m.end(), re.sub(r"[\s\"']", "", m[1])


def _problem(text: str, fault: Fault, file: str) -> Problem:
    where = source.place(text, file, fault.start, fault.end)
    return Problem(fault.message, fault.hint, fault.values, place=where, edits=fault.edits)


_TOO_DEEP = N_("Bảng, danh sách hoặc tên khóa lồng nhau quá nhiều lớp.")
_REASONS = (
    (source.TOO_DEEP, _TOO_DEEP), ("integer string|cannot be shown|InvalidOperation", N_("Số quá dài.")),
    ("Unterminated string|Expected \"", N_("Đoạn chữ chưa được đóng bằng dấu nháy.")),
    ("Illegal character|invalid character", N_("Có ký tự không được phép ở đây.")),
    ("Unclosed array", N_("Danh sách chưa được đóng bằng dấu ].")),
    ("Unclosed inline table", N_("Bảng trên một dòng chưa được đóng bằng dấu }}.")),
    ("Duplicate inline table key|overwrite|twice|redefine|mutate", N_("Trong ngoặc nhọn có khóa viết hai lần.")),
    ("Invalid date", N_("Không có ngày, giờ này.")), ("hex value|scalar value|Unescaped", N_("Dấu \\ ở đây không hợp lệ.")),
    ("Expected '='", N_("Thiếu dấu bằng sau tên khóa.")), ("Expected newline", N_("Thừa chữ sau giá trị.")),
    ("table declaration|array declaration", N_("Tên bảng chưa đóng ngoặc vuông.")), ("Invalid value", N_("Giá trị không hiểu được.")),
)
_CORRECT_FORM = N_("Viết: khóa = giá trị; chữ đặt trong dấu nháy kép, ngày viết 2024-06-12, số viết liền.")


def _translated(text: str) -> tuple[int, str, str]:
    try:
        source.loads(text)
    except ValueError as error:
        why = str(error)
    else:
        why = ""
    message = next((message for pattern, message in _REASONS if re.search(pattern, why)), N_("Dòng này viết chưa đúng."))
    return _offset(text, why), message, _CORRECT_FORM


def _offset(text: str, why: str) -> int:
    """Return the offset that *why*, a message of ``tomllib``, points at."""
    m = re.search(r"at line (\d+), column (\d+)\)", why)
    if why == source.TOO_DEEP:
        return text.index(max(text.split("\n"), key=lambda line: sum(map(line.count, ".[{"))))
    if not m:
        return max(len(text.rstrip()) - 1, 0) if "end of document" in why else 0
    lines = text.split("\n")
    at = sum(len(line) + 1 for line in lines[: int(m[1]) - 1]) + int(m[2]) - 1
    return min(at, max(len(text) - 1, 0))


_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*")
_HEADER = re.compile(rf"([ \t{INVISIBLE}]*)(\[+)([^\]\[#]*)(\]*)[ \t{INVISIBLE}]*([^#]*)")
_UNSEEN = re.compile(f"[{INVISIBLE}]")


def faults_of(text: str, statement: Statement, table: KeyPath = ()) -> list[Fault]:
    """Return the faults of a *statement* of *text*, under the header of *table*; empty when none was recognised."""
    if statement.kind == "header":
        return list(_header(text, statement))
    if statement.kind == "stray":
        return [_stray(text, statement)]
    key, sign = statement.key, statement.sign
    if key and not statement.tokens:
        return [_without_value(text, key)]
    return [*(_key(text, statement, key, sign) if key and sign else ()), *Value(text, statement, table).faults()]


def _header(text: str, statement: Statement) -> Iterator[Fault]:
    line = text[statement.start : statement.end]
    m = _HEADER.match(line)
    if not m:
        return
    begin, dotted, end, extra = m[2], m[3], m[4], m[5].strip()
    where = (statement.start + m.start(2), statement.start + max(m.end(4), m.start(2) + 1))
    parts = [part.strip(f" \t\"'{INVISIBLE}{QUOTES}") for part in dotted.split(".")]
    name = _table_meant(parts)
    if not name:
        yield fault(where, N_("Tên bảng trống."), N_("Ghi tên bảng giữa hai ngoặc vuông, ví dụ [van_ban]."), sure=False)
        return
    repeats = keys.repeats(tuple(name.split("."))) or (len(begin) > 1 and len(end) > 1)
    mend = f"[[{name}]]" if repeats else f"[{name}]"
    whole = (statement.start, statement.end, mend)
    if not end or len(begin) != len(end) or len(begin) > 2:
        yield fault(where, N_("Ngoặc vuông của tên bảng không đủ cặp."), TYPE, whole, mend=mend)
    elif not all(map(_BARE_KEY.fullmatch, parts)):
        yield _misspelt(where, name, whole)
    elif extra:
        at = statement.start + m.start(5)
        message = N_("Sau tên bảng không còn gì khác trên cùng dòng.")
        hint = N_("Chuyển phần này xuống dòng dưới.") if "=" in m[5] else _OR_REMARK
        yield fault((at, at + len(m[5].rstrip())), message, hint, sure=False)
    elif unseen := _UNSEEN.search(line):
        yield invisible(statement.start + unseen.start(), text, whole)


def _misspelt(where: tuple[int, int], name: str, whole: Edit) -> Fault:
    known = keys.table_at(tuple(name.split("."))) or name in keys.all_keys()
    hint = TYPE if known else N_("Ở đây dùng được: {co}.")
    message = N_("Tên bảng chỉ gồm chữ không dấu, số và gạch dưới.")
    return fault(where, message, hint, whole, mend=whole[2], co=", ".join(keys.tables()))


def _table_meant(parts: list[str]) -> str:
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
        yield no_key(key, typed)
    if sign.kind == ":":
        yield colon(sign, typed)


_OR_REMARK = N_("Là ghi chú thì thêm dấu # ở trước; không thì chuyển phần này xuống dòng dưới.")


def _stray(text: str, statement: Statement) -> Fault:
    whole = text[statement.start : statement.end]
    start = statement.start + len(whole) - len(whole.lstrip())
    end = min(line_end(text, start), statement.end)
    line = text[start:end].strip()
    if re.fullmatch(r"[\w-]+", line) or keys.table_at((keys.plain(line),)):
        return _without_value(text, Token("key", start, end))
    if (pair := re.fullmatch(r"([a-z_]+)[ \t]+(.+)", line)) and pair[1] in keys.all_keys():
        mend = f"{pair[1]} = {pair[2]}"
        edits = ((start, end, mend),) if holds(mend) else ()
        return fault((start, end), N_("Thiếu dấu bằng giữa khóa và giá trị."), TYPE, *edits, sure=bool(edits), mend=source.shorten(mend))
    if wide := re.fullmatch(r"(\w+[ \t]*)＝(.*)", line):
        mend = f"{wide[1]}={wide[2]}"
        message, edits = N_("Dấu “＝” gõ ở chế độ chữ rộng (bộ gõ Trung, Nhật)."), ((start, end, mend),) if holds(mend) else ()
        return fault((start, end), message, TYPE, *edits, sure=bool(edits), mend=source.shorten(mend))
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
        return fault(key, N_("Tên bảng phải đặt trong ngoặc vuông."), TYPE, sure=False, mend=keys.header((plain,)))
    where = (key.start, max(key.end, key.start + 1))
    return fault(where, N_("Khóa “{khoa}” chưa có giá trị."), N_("Viết: {khoa} = … hoặc xóa dòng này."), sure=False, khoa=name)
