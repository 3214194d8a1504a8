"""From what a hint says to type → the edit that types it; from a warning → the edit that has it passed over.

A hint is a sentence with fields (``Gõ: {khoa} = {mend}``), so what is to be typed is read off the sentence itself: one reader for all
problems, those of tomorrow too.  Whether it mends, :func:`actions` tries before it offers it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from notice_gen import blanks
from notice_gen.assist.desk import look, shown, spots
from notice_gen.assist.records import Action, Desk, Edit, applied
from notice_gen.assist.records import span as span_of
from notice_gen.errors import N_, Place, Problem, say_in
from notice_gen.reader import source
from notice_gen.reader.broken import scan, words
from notice_gen.reader.layers import table_of, within
from notice_gen.records import record

Edits = tuple[Edit, ...]

_VALUE = r"\[?\"?\{\w+\}\"?\]?|true|false|\"tu-dong\"|\{\{\{\{ \{\w+\} \}\}\}\}"
_TYPED = re.compile(
    r"(?:[Gg]õ: |hoặc |chỉ còn: |Đổi thành: |nháy thẳng: |ý bạn là:? |gạch dưới: |vào cuối: |ghi ở đầu tệp: )"
    rf"[“]?((?:(?:\w+|\{{\w+\}}) = )?(?:{_VALUE}))(?! = [^…]|[ ][\w“])(?P<key> = …)?"
)
"""What a hint says to type, in its sentence before the fields are filled."""
_INSERT = re.compile(r"Thêm dòng này dưới \{bang\}: \{vi_du\}")
_AT_TOP = re.compile(r"Thêm dòng này vào đầu tệp, trên mọi bảng: \{vi_du\}")
_TABLE = re.compile(r"Thêm dòng \{bang\}, dưới đó ghi: \{vi_du\}")
_MOVE = re.compile(r"“\{mend\}” thuộc bảng \{noi\}|Nếu là số liệu, chuyển dòng này xuống dưới \[so_lieu\]|“\{mend\}” đứng ở đầu tệp")
_BELOW = re.compile(r"Chuyển “\{sau\}” xuống dòng dưới")
_DELETE = re.compile(r"Xóa ký tự đó rồi gõ lại")
_UNKNOWN = {
    "ho_ten": blanks.NAME, "dia_danh": blanks.PLACE, "chuc_vu": blanks.POST, "trich_yeu": blanks.SUBJECT, "ten": blanks.AGENCY,
}
"""What stands for an example in what is inserted: only the clerk can know it."""
_ALONE = re.compile(r"(?:Bỏ dòng (?:này|loai)|Xóa cả dòng này)\b")
_PAIR = re.compile(r"(\w+) = (.*)", re.DOTALL)
_CUT = "…"


@record
class _Way:
    """One way to mend a problem: what is typed, and the changes, offsets in the text."""

    typed: str
    edits: tuple[scan.Edit, ...]


def edits(problem: Problem, text: str, desk: Desk) -> Edits:
    """Return what does as the hint of *problem* says; nothing where the hint leaves a choice, or says of no piece what to type."""
    text = shown(text)
    ways = _ways(problem, text, desk)
    return _placed(text, ways[0].edits) if len(ways) == 1 else ()


def _placed(text: str, changes: Sequence[scan.Edit]) -> Edits:
    return tuple(Edit(span_of(text, start, end), new) for start, end, new in changes)


def actions(text: str, line: int, column: int, desk: Desk) -> tuple[Action, ...]:
    """Return what may be done about the problems that touch a place, each tried: after it the problem is gone.

    A place on the line of a problem, but beside it, is taken for the problem where there is none nearer.
    """
    now = shown(text)
    here = [(problem, problem.place) for problem in look(text, desk).problems if problem.place and problem.place.file == desk.file]
    on_line = [(problem, place) for problem, place in here if place.line == line]
    touched = [(problem, place) for problem, place in on_line if place.column <= column <= place.column + place.width]
    found: dict[tuple[Edits, str], Action] = {}
    for problem, _ in touched or on_line:
        for action in _of(problem, now, desk):
            found.setdefault((action.edits, action.title), action)
    return tuple(found.values())


def _of(problem: Problem, text: str, desk: Desk) -> Iterator[Action]:
    say = say_in(desk.language)
    for way in _ways(problem, text, desk):
        changes = _placed(text, way.edits)
        if _mends(problem, text, applied(text, changes), desk):
            title = say(N_("Gõ: {mend}")).format(mend=source.shorten(way.typed)) if way.typed else say(N_("Xóa dòng này"))
            yield Action(title, "fix", changes, problem.text(say))
    if problem.level == "warning" and problem.code:
        changes = _placed(text, _waived(text, problem.code, desk))
        if _mends(problem, text, applied(text, changes), desk):
            yield Action(say(N_("Bỏ qua cảnh báo này")), "waive", changes, problem.text(say))


def _mends(problem: Problem, before: str, after: str, desk: Desk) -> bool:
    """Tell whether *problem* is gone from the text *after*, which is no worse TOML, with no new error at its place."""
    was, now = look(before, desk).problems, look(after, desk).problems
    if source.holds(before) and not source.holds(after):
        return False
    line = problem.place.line if problem.place else 0
    told = {one.message for one in was if one.place and one.place.line == line}
    worse = any(one.level == "error" and one.place and one.place.line == line and one.message not in told for one in now)
    return not worse and _count(now)[_name(problem)] < _count(was)[_name(problem)]


def _count(problems: Sequence[Problem]) -> Counter[tuple[str, str]]:
    return Counter(map(_name, problems))


def _name(problem: Problem) -> tuple[str, str]:
    return problem.message, problem.code


def _ways(problem: Problem, text: str, desk: Desk) -> list[_Way]:
    place = problem.place
    if not place or not place.line or place.file != desk.file or place.cell:
        return []
    if problem.edits:
        return _known(problem, text)
    start = _offset(text, place)
    here = (start, min(start + place.width, source.line_end(text, start)))
    if ways := [*_inserted(problem, text, desk), *_moved(problem, text, start, desk), *_parted(problem, text, here)]:
        return ways
    typed = [(match[1], bool(match["key"])) for match in _TYPED.finditer(problem.hint)]
    if not typed:
        return [*filter(None, (_put(problem, choice, text, here, desk) for choice in _choices(problem)))]
    return [*filter(None, (_typed(problem, sentence, is_key, text, here, desk) for sentence, is_key in typed))]


def _known(problem: Problem, text: str) -> list[_Way]:
    """Return the way of a fault of the syntax, which knows it itself; none where its hint says otherwise."""
    changes = [(start, end, put.rstrip(" ") if text[end : end + 1] == " " else put) for start, end, put in problem.edits]
    new = " ".join(put for _, _, put in changes if put.strip())
    return [] if "{co}" in problem.hint else [_Way(_typed_of(problem) or new, tuple(changes))]


def _typed_of(problem: Problem) -> str:
    match = _TYPED.search(problem.hint)
    return _filled(match[1], problem) if match else ""


def _filled(sentence: str, problem: Problem) -> str:
    try:
        return sentence.format_map(problem.values)
    except KeyError:
        return ""


def _offset(text: str, place: Place) -> int:
    at = 0
    for _ in range(place.line - 1):
        at = text.find("\n", at) + 1
    return at + place.column - 1


def _typed(problem: Problem, sentence: str, is_key: bool, text: str, here: tuple[int, int], desk: Desk) -> _Way | None:
    typed = _filled(sentence, problem)
    if not typed or typed.endswith(_CUT) or _CUT + '"' in typed:
        return None
    found = text[slice(*here)]
    if "gan" in problem.values or "goi_y" in problem.values:  # a name inside what was found
        name = str(problem.values.get("ten", problem.values.get("name", "")))
        name = name if name in found else found
        return _Way(typed, ((*here, re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _: typed, found, count=1)),))
    if is_key:
        return _Way(typed, ((*here, typed),))
    return _put(problem, typed, text, here, desk)


def _put(problem: Problem, typed: str, text: str, here: tuple[int, int], desk: Desk) -> _Way | None:
    """Put what is *typed* in the place of what was found: of a pair its value, where that alone was found."""
    found, whole = text[slice(*here)], _value(problem, text, here, desk)
    if pair := _PAIR.fullmatch(typed):
        if re.match(rf"{pair[1]}\s*=", found):
            return _Way(typed, ((*here, typed),))
        is_of_this_key = problem.path[-1:] == (pair[1],) and found != pair[1]
        return _Way(typed, ((*whole, pair[2]),)) if is_of_this_key else None
    if found.startswith("[") and problem.path[-1:] == (problem.found,):  # the header of a table
        return _Way(typed, ((*here, found.replace(problem.found, typed)),))
    if typed.startswith("[") and re.match(r"\w", found):  # a header without its brackets
        return _Way(typed, ((here[0], source.line_end(text, here[0]), typed),))
    if found.startswith('"') and typed[:1] not in "\"[":
        return _Way(typed, ((*whole, words.quoted(typed)),))
    return _Way(typed, ((*(whole if typed[:1] in "\"[" else here), typed),))


def _value(problem: Problem, text: str, here: tuple[int, int], desk: Desk) -> tuple[int, int]:
    """Return the whole of a value that was found, of as many lines as it has."""
    there, layers = spots(text, desk).spots, look(text, desk).layers
    path = within(layers[-1].data, problem.path) if layers else ()  # one table, written without its list, has no number
    is_whole = [step for step in path if isinstance(step, str)] == [step for step in problem.path if isinstance(step, str)]
    spot = there.get(problem.path) or (there.get(path) if is_whole else None)
    return spot.value if spot and spot.value[0] <= here[0] < spot.value[1] and not spot.is_table else here


def _choices(problem: Problem) -> list[str]:
    """Return the values that a hint leaves to choose from."""
    if problem.path and "{co}" in problem.hint and problem.path[-1] == problem.values.get("khoa"):
        return re.findall(r'"[^"]*"', str(problem.values.get("co", "")))
    return []


def _inserted(problem: Problem, text: str, desk: Desk) -> Iterator[_Way]:
    example = str(problem.values.get("vi_du", ""))
    if not example or example.endswith(_CUT):
        return
    if _AT_TOP.match(problem.hint):
        yield _Way(example, ((0, 0, f"{example}\n"),))
    elif _INSERT.match(problem.hint):
        spot, line = spots(text, desk).spots.get(problem.path), _to_fill(example)
        if spot and spot.is_table:
            end = source.line_end(text, spot.key[0])
            yield _Way(line, ((end, end, f"\n{line}"),))
    elif _TABLE.match(problem.hint) and not problem.path:
        lines = "\n".join(map(_to_fill, re.split(r"; (?=\w+ = )", example)))
        yield _Way(str(problem.values["bang"]), (_at_end(text, f"{problem.values['bang']}\n{lines}\n"),))


def _to_fill(line: str) -> str:
    """Return a *line* of an example with a blank for what it has invented.

    >>> _to_fill('ho_ten = "Nguyễn Văn A"'), _to_fill('luu = "VT, NV"')
    ('ho_ten = "(ghi họ tên)"', 'luu = "VT, NV"')
    """
    key = line.partition(" = ")[0]
    return f'{key} = "{_UNKNOWN[key]}"' if key in _UNKNOWN else line


def _at_end(text: str, new: str) -> scan.Edit:
    gap = "" if text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    return len(text), len(text), gap + new


def _moved(problem: Problem, text: str, start: int, desk: Desk) -> Iterator[_Way]:
    """Yield the way of a key that belongs elsewhere, where one place is said and it is a line of its own."""
    if not _MOVE.match(problem.hint):
        return
    statement = next((one for one in scan.statements(text) if one.key and one.key.start == start), None)
    if statement is None:
        return
    home = "" if "đầu tệp" in problem.hint else str(problem.values.get("noi", "[so_lieu]"))
    key = str(problem.values.get("mend", problem.found))
    if (*(step for step in home.strip("[]").split(".") if step), key) in spots(text, desk).spots:
        return  # one is there already
    line, gone = text[statement.start : statement.end], (statement.start, min(statement.end + 1, len(text)), "")
    there = [spot for spot in spots(text, desk).spots.values() if spot.is_table and text[slice(*spot.key)] == home]
    if not home:
        yield _Way(line, ((0, 0, f"{line}\n"), gone))
    elif not there and re.fullmatch(r"\[\w+\]", home):
        yield _Way(f"{home} {line}", (gone, _at_end(text, f"{home}\n{line}\n")))
    elif len({spot.key for spot in there}) == 1:
        end = source.line_end(text, there[0].key[0])
        yield _Way(f"{home} {line}", (gone, (end, end, f"\n{line}")))


def _parted(problem: Problem, text: str, here: tuple[int, int]) -> Iterator[_Way]:
    """Yield the way of two statements on one line, and of a character or a line that is to go."""
    if _DELETE.match(problem.hint):
        yield _Way("", ((*here, ""),))
    elif _ALONE.match(problem.hint):
        yield _Way("", ((*_whole_lines(text, here[0]), ""),))
    elif _BELOW.match(problem.hint):
        second = str(problem.values["sau"]).rstrip(_CUT)
        at = text.find(second, *(here[0], source.line_end(text, here[0])))
        if at > 0:
            before = len(text[:at].rstrip(" \t,"))
            yield _Way(second, ((before, at, "\n"),))


def _whole_lines(text: str, at: int) -> tuple[int, int]:
    """Return the statement that stands at an offset, with its line end."""
    for statement in scan.statements(text):
        if statement.start <= at <= statement.end:
            return statement.start, min(statement.end + 1, len(text))
    return text.rfind("\n", 0, at) + 1, min(source.line_end(text, at) + 1, len(text))


def _waived(text: str, code: str, desk: Desk) -> tuple[scan.Edit, ...]:
    """Return the changes that add *code* to ``[the_thuc] bo_qua``: what the office passes over stays passed over."""
    there = spots(text, desk).spots
    spot, table = there.get(("the_thuc", "bo_qua")), there.get(("the_thuc",))
    own = [code]
    if spot:
        last = there.get(("the_thuc", "bo_qua", 0))
        end = spot.value[0] + 1
        return ((end, end, f'"{code}"' + (", " if last else "")),)
    given = table_of(look(text, desk).data, "the_thuc").get("bo_qua", ())
    line = f"bo_qua = {json.dumps([*given, *own] if isinstance(given, list | tuple) else own, ensure_ascii=False)}"
    if table and table.is_table:
        end = source.line_end(text, table.key[0])
        return ((end, end, f"\n{line}"),)
    return (_at_end(text, f"[the_thuc]\n{line}\n"),)
