"""The body as one flat list of blocks: paragraphs, numbered headings, dash items, tables.

Numbers are text, computed here: Word's own numbering does not know the decree's alphabet
(Phụ lục I, Phần I, mục II.6.đ).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from notice_gen import vietnamese
from notice_gen.compose.tables import table_blocks
from notice_gen.compose.writer import Path, Writer, ended, prefixed
from notice_gen.errors import N_, Problem
from notice_gen.model import Bang, MoDau, Muc, PhatHien

Block = dict[str, Any]
"""``kieu`` and ``chu`` (and for a table its columns and rows), as the template reads them."""

_SCHEMES = {"1": ("khoan", "diem"), "I": ("muc", "khoan", "diem"), "dieu": ("dieu", "khoan", "diem"), "khong": ()}
# What Word leaves at the head of a pasted list item.
_DASH = re.compile(r"[-–—•▪‣·\uf0b7\uf02d]\s+|-(?=[^\W\d_])")
_PLUS = re.compile(r"\+\s*(?=[^\W\d_“\"{*])|\+\s+")


def block(kieu: str, chu: str) -> Block:
    """Return one block of text."""
    return {"kieu": kieu, "chu": chu, "cuoi": False}


def opening(writer: Writer, mo_dau: MoDau | None) -> Iterator[Block]:
    """Yield the legal bases (`;` … `.`), the authority line and the opening sentences."""
    if mo_dau is None:
        return
    last = len(mo_dau.can_cu) - 1
    for i, line in enumerate(mo_dau.can_cu):
        text = writer.text(line, ("mo_dau", "can_cu", i))
        yield block("can_cu", ended(text, "." if i == last else ";"))
    if mo_dau.tham_quyen:
        text = writer.text(mo_dau.tham_quyen, ("mo_dau", "tham_quyen"))
        yield block("tham_quyen", vietnamese.chu_hoa(text))
    yield from paragraphs(writer, mo_dau.noi_dung, ("mo_dau", "noi_dung"))


def paragraphs(writer: Writer, lines: Iterable[str], path: Path) -> Iterator[Block]:
    """Yield a block for each line: a paragraph, a dash item (``- ``) or a second-level item (``+ ``).

    A line is told by its mark before its figures are filled in, so no figure can change its kind.
    """
    for line in lines:
        if mark := _DASH.match(line):
            yield block("gach", prefixed("- ", writer.text(line[mark.end() :], path)))
        elif mark := _PLUS.match(line):
            yield block("cong", prefixed("+ ", writer.text(line[mark.end() :], path)))
        else:
            yield block("doan", writer.text(line, path))


def sections(writer: Writer, cac_muc: Iterable[Muc], danh_so: str, width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of numbered sections and what stands in them, in the contract's order.

    Args:
        writer: writes the texts.
        cac_muc: the sections of one level.
        danh_so: the numbering scheme of ``[dinh_dang]``.
        width: width of the text area in twips, for tables.
        path: where *cac_muc* stands in the file.
    """
    yield from _sections(writer, cac_muc, _SCHEMES[danh_so], width, path)


def _sections(writer: Writer, cac_muc: Iterable[Muc], kinds: tuple[str, ...], width: int, path: Path) -> Iterator[Block]:
    number = 0
    for i, muc in enumerate(cac_muc):
        here = (*path, i)
        if muc.tieu_de:
            number += 1
            yield _heading(writer.text(muc.tieu_de, (*here, "tieu_de")), kinds, number)
        yield from paragraphs(writer, muc.noi_dung, (*here, "noi_dung"))
        for j, phat_hien in enumerate(muc.phat_hien):
            yield from _finding(writer, phat_hien, (*here, "phat_hien", j))
        yield from tables(writer, muc.bang, width, (*here, "bang"))
        if muc.muc and len(kinds) == 1 and any(m.tieu_de for m in muc.muc):
            writer.problems.append(_too_deep((*here, "muc")))
        yield from _sections(writer, muc.muc, kinds[1:] if len(kinds) > 1 else (), width, (*here, "muc"))


def tables(writer: Writer, cac_bang: tuple[Bang, ...], width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of *cac_bang*: title, unit, table; a lone table's path has no index."""
    for i, bang in enumerate(cac_bang):
        yield from table_blocks(writer, bang, width, path if len(cac_bang) == 1 else (*path, i))


def _heading(text: str, kinds: tuple[str, ...], number: int) -> Block:
    if not kinds:
        return block("khoan", text)
    kind = kinds[0]
    if kind == "muc":
        return block(kind, f"{vietnamese.la_ma(number)}. {vietnamese.chu_hoa(text)}")
    if kind == "dieu":
        return block(kind, prefixed(f"Điều {number}. ", text))
    if kind == "khoan":
        return block(kind, prefixed(f"{number}. ", text))
    return block(kind, prefixed(f"{vietnamese.chu_diem(number - 1)}) ", text))


def _finding(writer: Writer, phat_hien: PhatHien, path: Path) -> Iterator[Block]:
    first, *rest = phat_hien.noi_dung
    mark = _DASH.match(first)
    yield block("gach", prefixed("- ", writer.text(first[mark.end() :] if mark else first, path)))
    yield from paragraphs(writer, rest, path)
    for i, line in enumerate(phat_hien.phu):
        mark = _PLUS.match(line) or _DASH.match(line)
        yield block("cong", prefixed("+ ", writer.text(line[mark.end() :] if mark else line, (*path, "phu", i))))


def _too_deep(path: Path) -> Problem:
    return Problem(
        N_("Mục lồng nhau sâu hơn cách đánh số đã chọn."),
        N_("Viết các ý nhỏ thành dòng bắt đầu bằng \"- \" trong noi_dung, hoặc chọn danh_so = \"I\" trong [dinh_dang] (I. → 1. → a))."),
        path=path,
    )
