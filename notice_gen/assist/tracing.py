"""Where each paragraph of the printed page comes from: its key, its line.

The paper is printed once more with a sign of its own behind each text, and the signs are read off the page: no part of the program needs
to know where what it prints came from, and none can forget to say so.  A paragraph counts only where it reads the same without its signs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from lxml import etree

from notice_gen import issue
from notice_gen.assist.desk import look, shown
from notice_gen.assist.records import Desk, Key, Origin, Span
from notice_gen.assist.records import span as span_of
from notice_gen.errors import NoticeGenError
from notice_gen.model import BieuDo, DuLieu, Notice, Table
from notice_gen.ooxml.names import VAL, W
from notice_gen.reader import Layer, Read, layers, places
from notice_gen.records import record, replace
from notice_gen.steps import Issued, Understood
from notice_gen.vietnamese.lien_dong import nhu_go

# A sign is four marks above the letter before it, which have no width, no case, and go together with no letter.
_FIRST, _DIGITS, _LENGTH = 0x2DE0, 32, 4
_SIGN = re.compile(rf"[\u2de0-\u2dff]{{{_LENGTH}}}")
_LAST_LETTER = re.compile(r"[^\W_](?=[\W_]*\Z)")
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_MARK = re.compile(r"[-+*•–]\s+")
_NOT_PRINTED = frozenset({
    "so_lieu", "so_lieu_tinh", "kiem_tra", "cot", "don_vi", "nguoi_ky", "don_vi_rieng", "dinh_dang", "the_thuc", "so_van_ban", "mau",
    "ngay_nghi", "dac_ta",
})  # fmt: skip
_LOOKED_AT = frozenset({
    "viet_tat", "loai", "ky_hieu", "don_vi_soan", "khan", "luu_hanh", "danh_so", "cap", "hinh_thuc", "ma", "linh_vuc", "xung_ho",
})  # fmt: skip
"""Keys whose values are looked at, not only printed."""
_CITED = frozenset({("co_quan", "ten"), ("co_quan", "chu_quan"), ("van_ban", "trich_yeu")})
"""Keys whose texts others cite: they are what a paragraph comes from only where they are most of it."""


@record
class _Signed:
    """A text with a sign: its key, and the text."""

    path: Key
    text: str


@record
class _Paragraph:
    """A paragraph of the page; of a table its number, row, and column, else -1."""

    text: str
    table: int = -1
    row: int = -1
    column: int = -1


def origins(text: str, desk: Desk) -> tuple[Origin, ...]:
    """Return where the paragraphs of the page of *text* come from, those of which it is known; nothing while it is refused."""
    issued = look(text, desk).issued
    return _origins(shown(text), desk) if issued else ()


@lru_cache(maxsize=2)
def _origins(text: str, desk: Desk) -> tuple[Origin, ...]:
    issued = look(text, desk).issued
    if issued is None:
        return ()
    signs: list[_Signed] = []
    try:
        marked = _paragraphs(_printed(issued, _marked(issued.notice, (), signs, {}), desk))
        plain = _paragraphs(_printed(issued, issued.notice, desk))
    except NoticeGenError:
        return ()
    if len(marked) != len(plain):
        return ()
    paths = [_path(one.text, signs) if _bare(one.text) == _bare(other.text) else () for one, other in zip(marked, plain, strict=True)]
    paths = _with_cells(_with_facts(paths, plain, issued), plain, issued.notice)
    spans = _spans(signs, issued.layers)
    found = []
    for n, (path, paragraph) in enumerate(zip(paths, plain, strict=True)):
        if path:
            file, where = spans.get(path) or _place(path, issued.layers)
            found.append(Origin(n, paragraph.text, path, file, where))
    return tuple(found)


def _printed(issued: Issued, notice: Notice, desk: Desk) -> bytes:
    read = Understood(Read(notice, issued.layers), issued.template)
    return issue.parts(issue.composed(read, today=desk.today))["word/document.xml"]


# --- signs -------------------------------------------------------------------------------------------


def _marked(value: Any, path: Key, signs: list[_Signed], named: dict[str, str]) -> Any:
    """Return a value of a notice with a sign in each text that is only printed; a person has one sign, by which he is known."""
    if isinstance(value, str):
        if path[-1] == "ho_ten":
            named.setdefault(value, _signed(value, path, signs))
            return named[value]
        return _signed(value, path, signs)
    if isinstance(value, tuple):
        return tuple(_marked(inner, (*path, n), signs, named) for n, inner in enumerate(value))
    if not isinstance(value, Table):
        return value
    names = [name for name in vars(value) if name not in _LOOKED_AT and (path or name not in _NOT_PRINTED)]
    if isinstance(value, BieuDo):  # what it draws is no text of the page, and names columns that bear signs
        value, names = replace(value, du_lieu=_DRAWN, tu_bang=None), ["ten", "chu_thich"]
    return replace(value, **{name: _marked(getattr(value, name), (*path, name), signs, named) for name in names})


_DRAWN = DuLieu(cot=("-", "-"), hang=(("-", 1),))


def _signed(text: str, path: Key, signs: list[_Signed]) -> str:
    """Return *text* with its sign behind its last letter outside of expressions, else behind its last expression."""
    letters = _EXPRESSION.sub(lambda match: " " * len(match[0]), text)
    whole = _EXPRESSION.sub(lambda match: "x" * len(match[0]), text)
    match = _LAST_LETTER.search(letters) or _LAST_LETTER.search(whole)
    if not match or len(signs) >= _DIGITS**_LENGTH or _SIGN.search(text):
        return text
    at = match.end()
    if text[at : at + 1] in {"*", "_"} and text[at - 2 : at].isalpha():  # what ends emphasis has to follow a letter
        at -= 1
    signs.append(_Signed(path, text))
    return text[:at] + _sign(len(signs) - 1) + text[at:]


def _sign(number: int) -> str:
    return "".join(chr(_FIRST + number // _DIGITS**place % _DIGITS) for place in range(_LENGTH))


def _number(sign: str) -> int:
    """Return the number that a sign stands for.

    >>> _number(_sign(12_345))
    12345
    """
    return sum((ord(mark) - _FIRST) * _DIGITS**place for place, mark in enumerate(sign))


def _bare(text: str) -> str:
    return " ".join(_SIGN.sub("", text).split())


def _path(text: str, signs: Sequence[_Signed]) -> Key:
    """Return the key whose sign stands in *text*: of several, one that is not cited there."""
    found = [signs[number] for sign in _SIGN.findall(text) if (number := _number(sign)) < len(signs)]
    own = [one for one in found if one.path[:2] not in _CITED or len(one.text) * 2 > len(_bare(text))]
    own.sort(key=lambda one: one.path[-1] == "ho_ten")  # a name may stand in several places; what is said beside it does not
    return own[0].path if own else ()


# --- the page ----------------------------------------------------------------------------------------


def _paragraphs(xml: bytes) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    tables: dict[Any, int] = {}
    for paragraph in etree.fromstring(xml).iter(f"{W}p"):
        runs = [run for run in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br") if next(run.iterancestors(f"{W}p")) is paragraph]
        text = nhu_go("".join(run.text or "" if run.tag == f"{W}t" else "\t" for run in runs))
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if cell is None:
            found.append(_Paragraph(text))
            continue
        row = cell.getparent()
        table = row.getparent()
        column = sum(map(_columns, cell.itersiblings(f"{W}tc", preceding=True)))
        found.append(_Paragraph(text, tables.setdefault(table, len(tables)), table.findall(f"{W}tr").index(row), column))
    return found


def _with_facts(paths: Sequence[Key], paragraphs: Sequence[_Paragraph], issued: Issued) -> list[Key]:
    """Return the paths with those of what is no text: number, date, marks, the name of the type, the time of a meeting."""
    said = issued.context.page.van_ban
    facts: dict[str, Key] = {f"Số: {said.so_ky_hieu}": ("van_ban", "so"), said.ten_loai: ("mau",)}
    facts |= {said.khan: ("van_ban", "khan"), said.luu_hanh: ("van_ban", "luu_hanh")}
    facts = {" ".join(text.split()): path for text, path in facts.items() if text}
    first = set[Key]()
    found = []
    for path, one in zip(paths, paragraphs, strict=True):
        own = path or facts.get(_bare(one.text), ())
        found.append(path if own in first and not path else own)
        first.add(own)
    return found


def _columns(cell: Any) -> int:
    spans = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if spans is None else int(spans.get(VAL))


def _with_cells(paths: list[Key], paragraphs: Sequence[_Paragraph], notice: Notice) -> list[Key]:
    """Return the paths with those of cells that hold figures, which bear no sign: found by where they stand below their headings."""
    heads: dict[int, tuple[int, Key]] = {}
    for path, one in zip(paths, paragraphs, strict=True):
        if one.table >= 0 and "cot" in path and "bang" in path:
            heads.setdefault(one.table, (one.row, path[: path.index("cot")]))
    found = []
    for path, one in zip(paths, paragraphs, strict=True):
        if not path and one.text and one.table in heads:
            head, bang = heads[one.table]
            rows = len(_at(notice, bang).hang)
            row = one.row - head - 1
            found.append((*bang, "hang", row, one.column) if 0 <= row < rows else (*bang, "tong") if row >= rows else path)
        else:
            found.append(path)
    return found


def _at(value: Any, path: Key) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


# --- places ------------------------------------------------------------------------------------------


def _spans(signs: Sequence[_Signed], given: Sequence[Layer]) -> Mapping[Key, tuple[str, Span]]:
    """Return where each text with a sign stands: lines of one value are looked for one behind the other."""
    found: dict[Key, tuple[str, Span]] = {}
    goes_on: dict[tuple[int, int], int] = {}
    for sign in signs:
        layer, spot = _spot(sign.path, given)
        if spot is None:
            continue
        begin = goes_on.get((id(layer), spot.value[0]), spot.value[0])
        line = _MARK.sub("", sign.text, count=1) if _MARK.match(sign.text) else sign.text
        words = line.split()
        where = None
        for least in (line, " ".join(words[:6]), " ".join(words[:3])):
            where = where or places.piece(layer.text, (begin, spot.value[1]), least)
        if where:
            goes_on[id(layer), spot.value[0]] = where[1]
        found[sign.path] = (layer.file, span_of(layer.text, *(where or spot.value)))
    return found


def _place(path: Key, given: Sequence[Layer]) -> tuple[str, Span]:
    layer, spot = _spot(path, given)
    return layer.file, span_of(layer.text, *(spot.value if spot and not spot.is_table else spot.key if spot else (0, 0)))


def _spot(path: Key, given: Sequence[Layer]) -> tuple[Layer, places.Spot | None]:
    """Return the layer that says what is at *path*, and the nearest key on it there."""
    n, own = layers.home(path, given)
    layer = given[n]
    if layer.where or not layer.text:
        return layer, None
    there = places.index(layer.text, layer.file).spots
    own = (*layer.root, *own)
    while own and own not in there:
        own = own[:-1]
    return layer, there.get(own)
