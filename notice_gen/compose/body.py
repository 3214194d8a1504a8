"""The body as one flat list of blocks: paragraphs, numbered headings, dash items, tables.

Numbers are text, computed here: Word's own numbering does not know the decree's alphabet
(Phụ lục I, Phần I, mục II.6.đ).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from notice_gen import markup, vietnamese
from notice_gen.compose.tables import table_blocks
from notice_gen.compose.writer import Path, Writer, ended, is_fixed, prefixed, suffixed, unended
from notice_gen.errors import N_, Problem
from notice_gen.model import Bang, MoDau, Muc, PhatHien
from notice_gen.records import Same, record
from notice_gen.vietnamese.chu_cai import CHU_DIEM

Block = dict[str, Any]
"""``kieu`` and ``chu`` (and for a table its columns and rows), as the template reads them."""

_ARTICLES = ("dieu", "khoan", "diem")
_SCHEMES = {"1": ("khoan", "diem"), "I": ("muc", "khoan", "diem"), "dieu": _ARTICLES, "chuong": ("chuong", *_ARTICLES), "khong": ()}
# Divisions above the articles, outermost first: their title stands on a line of its own (Phụ lục I, Phần I, mục II.6.đ).
_CAP = {"phan": "Phần", "chuong": "Chương", "muc": "Mục", "tieu-muc": "Tiểu mục"}
_RUN_ON = ("phan", "chuong", "dieu")
# What Word leaves at the head of a pasted list item.
_DASH = re.compile(r"[-–—•▪‣·\uf0b7\uf02d]\s+|-(?=[^\W\d_])")
_PLUS = re.compile(r"\+\s*(?=[^\W\d_“\"{*])|\+\s+")
_NOTHING = frozenset("-–—•+")
_CLOSED = ".;:,!?…"
_PREFIX = {"gach": "- ", "cong": "+ "}


def block(kieu: str, chu: str) -> Block:
    """Return one block of text."""
    return {"kieu": kieu, "chu": chu, "cuoi": False}


def opening(writer: Writer, mo_dau: MoDau | None, quyet: str) -> Iterator[Block]:
    """Yield the authority line, the legal bases (`;` … `.`) and the words of decision, as forms 1.1 to 1.3 have them.

    Args:
        writer: writes the texts.
        mo_dau: the opening of the findings.
        quyet: ``QUYẾT ĐỊNH:``, or nothing.
    """
    for line in mo_dau.tham_quyen if mo_dau else ():
        yield block("tham_quyen", vietnamese.chu_hoa(writer.text(line, ("mo_dau", "tham_quyen"))))
    can_cu = mo_dau.can_cu if mo_dau else ()
    for i, line in enumerate(can_cu):
        text = writer.line(line, ("mo_dau", "can_cu", i))
        yield block("can_cu", ended(unended(text), "." if i == len(can_cu) - 1 else ";"))
    if quyet:
        yield block("quyet", quyet)


def close(blocks: list[Block]) -> None:
    """Put ``./.`` after the last word, as every form of Phụ lục III shows it, and nowhere else, however often it is typed."""
    typed = [n for n, one in enumerate(blocks) if "chu" in one and "/" in one["chu"][-3:]]
    for n in reversed(typed):
        text = blocks[n]["chu"]
        left = unended(text)
        if left == text:
            continue
        if left:
            blocks[n] = {**blocks[n], "chu": left if left[-1] in _CLOSED else suffixed(left, ".")}
        elif n and blocks[n - 1]["kieu"] != "bang":
            del blocks[n]
    if blocks and blocks[-1]["kieu"] != "bang":
        blocks[-1] = {**blocks[-1], "chu": ended(blocks[-1]["chu"], "./.", instead_of=".;,:")}


def paragraphs(writer: Writer, lines: Iterable[str], path: Path) -> Iterator[Block]:
    """Yield a block for each line: a paragraph, a dash item (``- ``) or a second-level item (``+ ``).

    A line is told by its mark before its figures are filled in, so no figure can change its kind.
    """
    return _acted(writer, (_line(line, "", path) for line in lines))


Step = Block | Problem | Callable[[Writer], Iterable[Block]]
"""One step of a script: a block that is the same whatever the figures, something wrong, or what is still to be written."""


def _acted(writer: Writer, script: Iterable[Step]) -> Iterator[Block]:
    for step in script:
        if type(step) is dict:
            yield step
        elif isinstance(step, Problem):
            (writer.problems if step.level == "error" else writer.warnings).append(step)
        elif callable(step):
            yield from step(writer)


def _line(line: str, kieu: str, path: Path) -> Step:
    """Return one line as a block of that kind, or of the kind its mark says."""
    if line in _NOTHING:
        return _empty_item(line, path)
    return _fixed(line, kieu) or partial(_written, *_marked(line, kieu), path)


def _empty_item(mark: str, path: Path) -> Problem:
    return Problem(
        N_("Dòng chỉ có dấu “{found}”, không có chữ nào sau đó, nên không in ra."),
        N_("Gõ nội dung sau dấu đó, hoặc xóa dòng."),
        {"found": mark},
        path,
        level="warning",
    )


def _written(kieu: str, source: str, path: Path, writer: Writer) -> tuple[Block]:
    text = writer.line(source, path)
    return (block(kieu, prefixed(_PREFIX[kieu], text) if kieu in _PREFIX else text),)


@lru_cache(maxsize=65536)
def _fixed(line: str, kieu: str) -> Block | None:
    """Return the block of a line that prints as it stands, the same object every time; None where something is filled in."""
    kieu, source = _marked(line, kieu)
    return block(kieu, _PREFIX.get(kieu, "") + source) if is_fixed(source) else None


@lru_cache(maxsize=65536)
def _marked(line: str, kieu: str) -> tuple[str, str]:
    """Return the kind of a line and the line without its mark; *kieu* is the kind it has whatever its mark, if any."""
    dash, plus = _DASH.match(line), _PLUS.match(line)
    mark = dash if kieu == "gach" else plus or dash if kieu == "cong" else dash or plus
    kieu = kieu or ("gach" if dash else "cong" if plus else "doan")
    return kieu, line[mark.end() :] if mark else line


def sections(writer: Writer, cac_muc: Iterable[Muc], danh_so: str, width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of numbered sections and what stands in them, in the contract's order.

    Args:
        writer: writes the texts.
        cac_muc: the sections of one level.
        danh_so: the numbering scheme of ``[dinh_dang]``.
        width: width of the text area in twips, for tables.
        path: where *cac_muc* stands in the file.
    """
    return _acted(writer, _script(tuple(map(Same, cac_muc)), danh_so, width, path))


@lru_cache(maxsize=64)  # the notices of a mailing share their sections
def _script(cac_muc: tuple[Same[Muc], ...], danh_so: str, width: int, path: Path) -> tuple[Step, ...]:
    return tuple(_level(_Text(_SCHEMES[danh_so], width, {}), [known.thing for known in cac_muc], _SCHEMES[danh_so], path, -1))


@record
class _Text:
    """One text with its sections: its scheme, its width, and what is counted through all of it."""

    scheme: tuple[str, ...]
    width: int
    counted: dict[str, int]


def _level(text: _Text, cac_muc: Iterable[Muc], kinds: tuple[str, ...], path: Path, above: int) -> Iterator[Step]:
    """Yield the script of one level; *kinds* are those of this level and below, *above* is the parent's depth."""
    own: dict[str, int] = {}
    for i, muc in enumerate(cac_muc):
        here, lines = (*path, i), muc.noi_dung
        kind = muc.cap or (kinds[0] if kinds else "")
        counted = text.counted if kind in _RUN_ON else own
        if muc.cap or kind == "chuong":
            depth, below = list(_CAP).index(kind), text.scheme[kind != "phan" and text.scheme[:1] == ("chuong",) :]
            yield from _misplaced(muc, kind, above >= depth, here)
            counted[_CAP[kind]] = number = counted.get(_CAP[kind], 0) + 1
            yield partial(_division, muc.tieu_de or "", f"{_CAP[kind]} {vietnamese.la_ma(number) if kind in _RUN_ON else number}", (*here, "tieu_de"))
        else:
            depth, below = len(_CAP), kinds[1:]
            if muc.tieu_de or (kind and "dieu" in text.scheme):
                counted[kind] = number = counted.get(kind, 0) + 1
                if kind == "diem" and number > len(CHU_DIEM):
                    yield from _no_letter(number, here)
                    continue
                if muc.tieu_de:
                    heading = partial(_heading, muc.tieu_de, kind, number, (*here, "tieu_de"))
                    yield heading(Writer({}))[0] if is_fixed(muc.tieu_de) else heading
                else:
                    yield from _untitled(kind, number, above, here)
                    yield partial(_run_in, muc, kind, number, here)
                    lines = lines[1:]
            if muc.muc and kinds and not below and any(m.tieu_de for m in muc.muc):
                yield _too_deep((*here, "muc"), text.scheme)
        yield from (_line(line, "", (*here, "noi_dung")) for line in lines)
        for j, phat_hien in enumerate(muc.phat_hien):
            yield from _finding(phat_hien, (*here, "phat_hien", j))
        if muc.bang:
            yield partial(_tables, muc.bang, text.width, (*here, "bang"))
        yield from _level(text, muc.muc, below, (*here, "muc"), depth)


def _tables(cac_bang: tuple[Bang, ...], width: int, path: Path, writer: Writer) -> Iterator[Block]:
    return tables(writer, cac_bang, width, path)


def _division(source: str, label: str, path: Path, writer: Writer) -> tuple[Block]:
    """Return the heading of a division: number and title are one paragraph of two lines, which nothing can part."""
    return ({**block("chuong", label), "ten": vietnamese.chu_hoa(writer.text(source, path))},)


def tables(writer: Writer, cac_bang: tuple[Bang, ...], width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of *cac_bang*: title, unit, table; a lone table's path has no index."""
    for i, bang in enumerate(cac_bang):
        yield from table_blocks(writer, bang, width, path if len(cac_bang) == 1 else (*path, i))


def _label(kind: str, number: int) -> str:
    """Return the number as it stands before a section: ``I. ``, ``Điều 1. ``, ``1. ``, ``a) ``, or nothing."""
    if kind == "diem":
        return f"{vietnamese.chu_diem(number - 1)}) "
    if kind == "dieu":
        return f"Điều {number}. "
    return f"{vietnamese.la_ma(number) if kind == 'muc' else number}. " if kind else ""


def _heading(source: str, kind: str, number: int, path: Path, writer: Writer) -> tuple[Block]:
    text = writer.line(source, path)
    return (block(kind or "khoan", prefixed(_label(kind, number), vietnamese.chu_hoa(text) if kind == "muc" else text)),)


def _run_in(muc: Muc, kind: str, number: int, path: Path, writer: Writer) -> tuple[Block]:
    """Return a section without a title: its number stands before its first words, bold for an article."""
    label = _label(kind, number)
    if not muc.noi_dung:
        writer.problems.append(
            Problem(N_("Mục “{so}” chưa có tiêu đề và cũng chưa có lời văn."), N_("Thêm tieu_de hoặc noi_dung."), {"so": label.strip()}, path)
        )
        return (block("doan", label),)
    first = muc.noi_dung[0]
    mark = _DASH.match(first) or _PLUS.match(first)
    text = writer.line(first[mark.end() :] if mark else first, (*path, "noi_dung"))
    return (block("doan", markup.styled(((label, "b"), *markup.runs_of(text))) if kind == "dieu" else prefixed(label, text)),)


def _untitled(kind: str, number: int, above: int, path: Path) -> Iterator[Problem]:
    if kind == "dieu" and above >= 0:
        yield Problem(
            N_("Điều {so} nằm trong chương, mục nên phải có tiêu đề (Phụ lục I, Phần I, mục II.6.d)."),
            N_("Thêm vào mục này: tieu_de = \"…\""),
            {"so": number},
            path,
            level="warning",
        )


def _no_letter(number: int, path: Path) -> Iterator[Problem]:
    letters = len(CHU_DIEM)
    if number == letters + 1:
        yield Problem(
            N_("Có hơn {nhieu_nhat} điểm: chữ cái đánh số điểm đi từ a đến y, tới đây không còn chữ nào."),
            N_("Từ đây chia sang một mục (khoản) khác, hoặc viết các ý nhỏ thành dòng bắt đầu bằng \"- \" trong noi_dung."),
            {"nhieu_nhat": letters},
            path,
        )


def _misplaced(muc: Muc, kind: str, inside_lesser: bool, path: Path) -> Iterator[Problem]:
    if inside_lesser:
        yield Problem(
            N_("{cap} không nằm trong một cấp nhỏ hơn hoặc bằng nó."),
            N_("Thứ tự từ lớn đến nhỏ: phần, chương, mục, tiểu mục, điều, khoản, điểm (Phụ lục I, Phần I, mục II.6.c)."),
            {"cap": _CAP[kind]},
            (*path, "cap"),
        )
    if not muc.tieu_de:
        yield Problem(
            N_("{cap} phải có tiêu đề (Phụ lục I, Phần I, mục II.6.d)."), N_("Thêm vào mục này: tieu_de = \"…\""), {"cap": _CAP[kind]}, path
        )


def _finding(phat_hien: PhatHien, path: Path) -> Iterator[Step]:
    first, *rest = phat_hien.noi_dung
    yield _line(first, "gach", path)
    yield from (_line(line, "", path) for line in rest)
    for i, line in enumerate(phat_hien.phu):
        yield _line(line, "cong", (*path, "phu", i))


def _too_deep(path: Path, scheme: tuple[str, ...]) -> Problem:
    deeper = len(scheme) < len(_SCHEMES["I"])
    return Problem(
        N_("Mục lồng nhau sâu hơn cách đánh số đã chọn."),
        N_("Viết các ý nhỏ thành dòng bắt đầu bằng \"- \" trong noi_dung, hoặc chọn danh_so = \"I\" trong [dinh_dang] (I. → 1. → a)).")
        if deeper
        else N_("Viết các ý nhỏ thành dòng bắt đầu bằng \"- \" trong noi_dung."),
        path=path,
    )
