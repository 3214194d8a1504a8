"""What pasting from Word leaves in texts: its bullets, tables as lines with tabs, paragraphs cut by hard returns, dashes in names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG

_O_TAB = re.compile(r"^[ \t\u00a0]*o\t[ \t]*", re.MULTILINE)
_OTHERS = "§◦○▫□◇◆♦❑❖➢➤►✓✔\ue000-\uf02c\uf02e-\uf0b6\uf0b8-\uf8ff"  # of private use: Wingdings, which has no place in Unicode
_LESSER = re.compile(rf"(?:§(?!\s*\d)|[{_OTHERS[1:]}])\s*(?=\S)|o(?:\t\s*| (?=[{CHU_IN}]))")
DASH = re.compile(
    rf"[-–—]\s+|[-–—](?=[^\W\d_])|\*\s+(?!(?:\*\s*)+$)|[•▪‣·●■\uf0b7\uf02d]\s*(?=\S)|{_LESSER.pattern}"
)  # fmt: skip
"""What Word leaves at the head of a pasted list item."""
PLUS = re.compile(r"\+\s*(?=[^\W\d_“\"{*])|\+\s+")
ALONE = re.compile(rf"[-–—+*•▪‣·●■\uf0b7\uf02d{_OTHERS}]")
"""A line that is a mark and nothing more."""


def with_bullets(text: str) -> str:
    r"""Return *text* with the sign that Word's second bullet stands for, where a letter and a tab stand for it at the head of a line.

    >>> with_bullets("•\tMột\no\tHai")
    '•\tMột\n◦ Hai'
    """
    return _O_TAB.sub("◦ ", text) if "o\t" in text else text


def bare(line: str) -> str:
    r"""Return *line* without the mark that Word, or a clerk, put before it: the list has its own.

    >>> bare("•\tSở Nội vụ"), bare("-UBND tỉnh"), bare("-5 độ")
    ('Sở Nội vụ', 'UBND tỉnh', '-5 độ')
    """
    return DASH.sub("", line, count=1) if DASH.match(line) else line


def levels(lines: Iterable[str], *, below: bool = False) -> list[int]:
    """Return of each line 0, or the level of the list item it is: 1 or 2; *below*: the first stands below an item of the first level.

    A bullet that Word gives to lower levels is of the second level below an item with another, of the first where a list begins with it.

    >>> levels(["• A", "§ B", "Lời.", "§ C", "§ D", "+ E"])
    [1, 2, 0, 1, 1, 2]
    """
    found, lesser_first = [], None if not below else False
    for line in lines:
        kind = _kind(line)
        if not kind:
            lesser_first = None
        elif lesser_first is None:
            lesser_first = kind == "lesser"
        found.append({"": 0, "plus": 2, "dash": 1, "lesser": 1 if lesser_first else 2}[kind])
    return found


def is_item(line: str) -> bool:
    """Tell whether *line* is marked as an item of a list: by a mark at its head or its end."""
    return bool(_kind(line.strip())) or line.rstrip()[-1:] in {";", "."}


def _kind(line: str) -> str:
    return "lesser" if _LESSER.match(line) else "dash" if DASH.match(line) else "plus" if PLUS.match(line) else ""


_NAME_DASH = re.compile(
    rf"(?<=[{CHU_THUONG}])(?:[ \u00a0]+[-–—][ \u00a0]*|[-–—][ \u00a0]+|[–—])(?=[{CHU_IN}][{CHU_THUONG} ])"
    r"(?!Trưởng|Phó|Chủ (?:tịch|nhiệm)|Tổ (?:trưởng|phó)|Bí thư|Giám đốc|Chánh|Ủy viên|Thành viên|Thư ký)"  # a second post
)  # fmt: skip
_DASHES = frozenset("-–—")
_PERSON = re.compile(r"(?:Ông|Bà|Đồng chí|Đ/c)\b")
_NBSP = re.compile("(?<![ \u00a0])[ \u00a0]{2,3}(?![ \u00a0])")


def hyphened(name: str) -> str:
    """Return the *name* of an office with the hyphen that the decree writes between words, not the dash that Word makes of it.

    >>> hyphened("Phòng Văn hóa – Xã hội"), hyphened("Ban Kinh tế–Ngân sách"), hyphened("Như trên – để báo cáo")
    ('Phòng Văn hóa - Xã hội', 'Ban Kinh tế - Ngân sách', 'Như trên – để báo cáo')
    """
    return name if _DASHES.isdisjoint(name) or _PERSON.match(bare(name)) else _NAME_DASH.sub(" - ", name)


def single_blanks(line: str) -> str:
    """Return *line* with one blank where a no-break space is doubled; a longer run is room left on purpose."""
    return _NBSP.sub(lambda run: " " if " " in run[0] else "\u00a0", line).strip(" \u00a0") if "\u00a0" in line else line


_BETWEEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\u200b(?=([^\W\d_]+))")


def parted(text: str) -> str:
    r"""Return *text*, composed, with a blank for each zero-width space between two words that together are none.

    >>> parted("thôn\u200bMột"), parted("Đi\u200bền") == "Đi\u200bền"
    ('thôn Một', True)
    """
    from notice_gen.vietnamese.am_tiet import la_am_tiet

    def blank(place: re.Match[str]) -> str:
        before, after = place[1].lower(), place[2].lower()
        return f"{place[1]} " if la_am_tiet(before) and la_am_tiet(after) and not la_am_tiet(before + after) else place[0]

    return _BETWEEN.sub(blank, text)


PLACE = re.compile("\ue000(\\d+)\ue001")
"""What ``back`` puts at the end of a line to find it again on the page: no word of it."""
_MARK = re.compile(rf"[-–—+*•▪‣·●■o\uf0b7\uf02d{_OTHERS}]|\(?(?:\d+(?:\.\d+)*|[a-zđ]|[IVX]+)[.)/]|\d+(?:\.\d+)+")
_LIST_HEAD = re.compile(rf"^\s*(?:{_MARK.pattern})\t\s*")
_FIGURE = re.compile(r"[\d.,%\s+-]*\d[\d.,%\s+-]*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@record
class TabTable:
    """Lines of a text whose cells are parted by tabs, from *start* to before *end*, counted from 0.

    Attributes:
        cot, hang: its headings and rows, as many cells in each; texts as typed.
        sure: the lines have the same number of cells, and the first one is headings.
    """

    start: int
    end: int
    cot: tuple[str, ...]
    hang: tuple[tuple[str, ...], ...]
    sure: bool


def tab_tables(lines: Sequence[str]) -> Iterator[TabTable]:
    """Yield the tables among *lines*: two lines or more with tabs between words that are no list, no labels, no indents."""
    end = 0
    for start, line in enumerate(lines):
        if start < end or "\t" not in line:
            continue
        end = start
        for n in range(start, len(lines)):
            if "\t" in lines[n] and (end == n or _same_table(line, lines[n])):
                end = n + 1
            elif lines[n].strip():
                break
        rows = [[single_blanks(cell.strip()) for cell in PLACE.sub("", row).split("\t")] for row in lines[start:end] if row.strip()]
        if sum(map(_of_a_table, rows)) > 1 or (len(rows) > 1 and rows and _of_a_table(rows[0])):
            yield _table(start, end, rows)


def _same_table(first: str, row: str) -> bool:
    """Tell whether *row*, below a blank line, goes on with the table that begins with the line *first*."""
    return first.count("\t") == row.count("\t") and first.partition("\t")[0].strip() != row.partition("\t")[0].strip()


def _of_a_table(row: Sequence[str]) -> bool:
    words = [cell for cell in row if cell]
    return len(words) > 2 or (len(words) == 2 and not (_MARK.fullmatch(words[0]) or words[0].endswith(":")))


def _table(start: int, end: int, rows: list[list[str]]) -> TabTable:
    sure = len({*map(len, rows)}) == 1
    width = max(map(len, rows))
    # Cells that Word has merged stand at the left, as in a total.
    rows = [[row[0], *[""] * (width - len(row)), *row[1:]] for row in rows]
    rows = [list(row) for row in zip(*(column for column in zip(*rows, strict=True) if any(column)), strict=True)]
    head = rows[0]
    figures = [cell for cell in head if _FIGURE.fullmatch(cell) and not _YEAR.fullmatch(cell)]
    if figures or _MARK.fullmatch(head[0]):
        head, sure = [f"Cột {n}" for n in range(1, len(head) + 1)], False
    else:
        rows = rows[1:]
    sure = sure and all(head) and len(head) > 1 and not any("{{" in cell for cell in head)
    cot = tuple(cell or f"Cột {n}" for n, cell in enumerate(head, start=1))
    return TabTable(start, end, cot, tuple(map(tuple, rows)), sure)


def lines_of(typed: Any) -> list[str]:
    """Return the lines of a text, or of a list of texts, as typed; none of anything else."""
    texts = [typed] if isinstance(typed, str) else typed
    return "\n".join(texts).split("\n") if isinstance(texts, list) and all(isinstance(text, str) for text in texts) else []


def last_tables(lines: Sequence[str]) -> list[TabTable]:
    """Return the tables that are sure among *lines* and after which no other line says anything."""
    last: list[TabTable] = []
    left = len(lines)
    for table in reversed([*tab_tables(lines)] if lines and "\t" in "".join(lines) else []):
        if not table.sure or any(line.strip(" \t\u00a0") for line in lines[table.end : left]):
            break
        last.insert(0, table)
        left = table.start
    return last


_LOWER = re.compile(rf"(?![{CHU_THUONG}]{{1,4}}\)|[{CHU_THUONG}][./])[{CHU_THUONG}]+[,;:.!?…)”\"]*(?=\s|$)")
_LABEL = re.compile(r"(?!(?:bao )?gồm|cụ thể|trong đó)(?:\S+\s+){0,2}\S+:\s+\S")
_ADDRESS = re.compile(
    rf"(?:số|ngõ|ngách|đường|phố|thôn|xóm|tổ|ấp|khu|xã|phường|thị trấn|thị xã|quận|huyện|thành phố|tỉnh)"
    rf"(?:[ \u00a0][{CHU_IN}\d]\S*)+(?:, .*)?"
)
_CLOSERS = " \t\u00a0*_”\"’')»"
_COMMA_ENDS_ITEM = 30  # characters: a shorter line with a comma may be one of a list
_FEW_WORDS = 8  # of a line of verse, or of a list without marks
_LINES_OF_VERSE = 4


def cut_paragraphs(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of each paragraph that a hard return cuts: a line without an end mark before one that begins with a small letter.

    Enumerations after a colon, labels, addresses, verse, headings in capitals or bold are no such thing.
    """
    return (piece for piece in _paragraphs(lines) if len(piece) > 1)


def joined(lines: Sequence[str]) -> str:
    r"""Return *lines* as one text, cut paragraphs whole again.

    >>> joined(["Đoàn làm việc với", "các phòng.", "Xong."])
    'Đoàn làm việc với các phòng.\nXong.'
    """
    return "\n".join(map(" ".join, _paragraphs(lines)))


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of each paragraph: one, but for those that are cut."""
    lines = [text for line in lines if (text := line.strip(" \t\u00a0"))]
    start, listing = 0, False
    for n in range(1, len(lines) + 1):
        if n < len(lines) and _LOWER.match(lines[n]) and not _kind(lines[n]):
            listing = listing or lines[n - 1].rstrip(_CLOSERS).endswith(":")
            if not listing and _goes_on(lines[n - 1], lines[n]):
                continue
        else:
            listing = False
        piece = tuple(lines[start:n])
        is_verse = len(piece) >= _LINES_OF_VERSE and all(len(line.split()) <= _FEW_WORDS for line in piece)
        yield from zip(piece) if is_verse else [piece] if piece else []
        start = n


def _goes_on(line: str, following: str) -> bool:
    last = line.rstrip(_CLOSERS)[-1:]
    if "\t" in _LIST_HEAD.sub("", line) + following or last in set(".:;!?…/") or (last == "," and len(line) < _COMMA_ENDS_ITEM):
        return False
    if line.isupper() or (line[:2] == line[-2:] == "**"):
        return False
    return not (_LABEL.match(following) or _ADDRESS.fullmatch(following))
