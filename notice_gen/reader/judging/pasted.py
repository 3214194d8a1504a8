"""What pasting from Word leaves and nobody can mend without asking: tables in mid-text, paragraphs cut, numbers that run into ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile
from typing import Any

from notice_gen import pasted
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.facts import Pattern
from notice_gen.model import Muc
from notice_gen.reader import keys
from notice_gen.reader.source import shorten

_TEXTS = ("noi_dung", "phat_hien", "can_cu")
_MOST = 20  # warnings of one kind that one text gives; nobody mends more at once
_LISTS = ("gui", "kinh_gui", "dien_toi", "thanh_phan")  # where a line without a mark is an item like any other
KEYS = frozenset({*_TEXTS, *_LISTS})
"""Without any of them a table has no text that may have been pasted."""


def told(table: Mapping[str, Any], path: KeyPath, *, cells: bool) -> Iterator[Problem]:
    """Yield a warning for each table and each cut paragraph in the texts that *table*, which stands at *path*, has as typed.

    *cells*: they were typed in cells, whose lines are lists by now.
    """
    for key in (*_TEXTS, *_LISTS):
        typed, here = table.get(key), (*path, key)
        if key == "phat_hien" and isinstance(typed, list) and not cells:
            yield from _lesser_items(typed, here)
            for n, item in enumerate(typed):
                yield from _of_text(pasted.lines_of(item) if isinstance(item, str) else [], (*here, n), {})
        elif key == "noi_dung" or cells or isinstance(typed, str):
            lines = pasted.lines_of(typed)
            if key in _TEXTS or any(pasted.is_item(line) for line in lines):
                yield from _of_text(lines, here, table if key == "noi_dung" else {})


def _lesser_items(items: Sequence[object], here: KeyPath) -> Iterator[Problem]:
    """Yield, once for each finding, that items of the second level in a list of findings are printed as its own."""
    for n, (above, item) in enumerate(pairwise(items), 1):
        if not (isinstance(above, str) and _is_lesser(item)) or _is_lesser(above):
            continue
        below = [str(one).strip().removeprefix("+").strip() for one in takewhile(_is_lesser, items[n:])]
        mended = f"{{ noi_dung = {_toml(above.strip().rstrip('.;:') + ':')}, phu = {_toml(below)} }}"
        yield Problem(
            N_("Ý bắt đầu bằng “+” trong phat_hien in thành gạch đầu dòng, ngang với phát hiện ở trên."),
            N_("Thay phát hiện ở trên và các ý “+” của nó bằng: {dan}"), {"dan": mended}, (*here, n), str(item), level="warning",
            code="y_nho_thanh_phat_hien",
        )


def _is_lesser(item: object) -> bool:
    return isinstance(item, str) and "\n" not in item and bool(pasted.PLUS.match(item.strip()))


_ROW = Pattern(r"[^\t]+(?:\t[^\t]*)*\t[-+]?\d[\d.,]*%?(?:\t[^\t]*)*")  # one line of a table, with a figure in it
_FEWEST_TABS = 2


def _of_text(lines: Sequence[str], path: KeyPath, table: Mapping[str, Any]) -> Iterator[Problem]:
    if len(lines) < 2:
        for line in lines:
            if line.strip().count("\t") >= _FEWEST_TABS and _ROW.fullmatch(line.strip()):
                message = N_("Dòng có tab, là hàng của bảng dán từ Excel, sẽ in thành lời văn, mất cột.")
                hint = N_("Ghi thành một hàng của bảng, dưới một [[muc]]: hang = [{dan}] (và tên cột ở cot).")
                cells = {"dan": _toml([cell.strip() for cell in line.strip().split("\t")])}
                yield Problem(message, hint, cells, path, line.strip(), level="warning", code="bang_trong_loi_van")
        return
    for piece in islice(pasted.cut_paragraphs(lines), _MOST):
        yield Problem(
            N_("Câu bị ngắt dòng giữa chừng: sau “{truoc}” xuống dòng rồi mới đến “{sau}”, khi in thành hai đoạn."),
            N_("Nối lại thành một dòng: {dan}"),
            {"truoc": piece[0][-30:], "sau": shorten(piece[1]), "dan": " ".join(pasted.with_bullets(" ".join(piece)).split())},
            path, piece[0], level="warning", code="cau_bi_ngat_dong",
        )  # fmt: skip
    if "\t" in "".join(lines):
        yield from _of_tables(lines, path, table)


def _of_tables(lines: Sequence[str], path: KeyPath, table: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a warning for the tables among *lines* that do not become tables by themselves, all of them written out."""
    cac_bang = [*pasted.tab_tables(lines)]
    owner = next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
    between = {"muc": "phat_hien", "phu_luc": "muc"}.get(owner) if table else None
    if not cac_bang or (between and not table.get(between) and cac_bang == pasted.last_tables(lines)):
        return
    paste = _written_out(cac_bang)
    inside = {n for bang in cac_bang for n in range(bang.start, bang.end)}
    hint = N_("Xóa các dòng có tab ở đây, ghi dưới một [[muc]] (xem lại tên cột; mục đã có bang thì thêm vào danh sách của nó):\n{dan}")
    if between and "bang" not in table:
        hint = N_("Thay noi_dung của mục này bằng (xem lại tên cột; lời văn phải đứng sau bảng thì viết sang mục tiếp theo):\n{dan}")
        rest = pasted.joined([line.strip(" ") for n, line in enumerate(lines) if n not in inside and line.strip()])
        escaped = rest.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        paste = f'noi_dung = """\n{escaped}"""\n{paste}' if rest else paste
    yield Problem(
        N_("{so_dong} dòng có tab, là bảng dán từ Word, sẽ in thành lời văn, mất cột."), hint,
        {"so_dong": len(inside), "dan": paste}, path, lines[cac_bang[0].start].strip(), level="warning", code="bang_trong_loi_van",
    )  # fmt: skip


def _written_out(cac_bang: Sequence[pasted.TabTable]) -> str:
    written = [f"{{ cot = {_toml(bang.cot)}, hang = {_toml(bang.hang)} }}" for bang in cac_bang]
    return f"bang = {written[0] if len(written) == 1 else '[' + ', '.join(written) + ']'}"


def _toml(cells: Sequence[Any]) -> str:
    return json.dumps(cells, ensure_ascii=False)


_KINDS = {
    "1": ("khoan", "diem"), "I": ("muc", "khoan", "diem"), "dieu": ("dieu", "khoan", "diem"), "chuong": ("", "dieu", "khoan", "diem"),
}  # fmt: skip
_STYLES = re.compile(r"(?P<khoan>\d{1,2}\.)\s+|(?P<diem>[a-zđ]\))\s+|(?P<muc>[IVX]+\.)\s+|(?P<dieu>Điều \d+[.:])\s+")


def running_on(cac_muc: tuple[Muc, ...], where: KeyPath, danh_so: str) -> Iterator[Problem]:
    """Yield a warning for each section in whose text numbers are typed that run into ours: ``1.`` below our ``a)``, ``a)`` beside it."""
    return _running_on(cac_muc, where, _KINDS.get(danh_so, ()), frozenset())


def _running_on(cac_muc: tuple[Muc, ...], where: KeyPath, kinds: tuple[str, ...], above: frozenset[str]) -> Iterator[Problem]:
    for n, muc in enumerate(cac_muc):
        numbered = bool(kinds and not muc.cap and (muc.tieu_de or "dieu" in kinds))
        below = kinds if muc.cap else kinds[1:]
        ours = above | {kinds[0]} if numbered else above
        # Where its number stands before its first line, what is typed there is judged as a title's.
        lines = muc.noi_dung[1:] if numbered and not muc.tieu_de else muc.noi_dung
        yield from _typed_numbers(lines, ours | {*below[:1]} if muc.muc else ours, (*where, n), deepest=not below)
        yield from _running_on(muc.muc, (*where, n, "muc"), below, ours)


def _typed_numbers(lines: Sequence[str], ours: frozenset[str], path: KeyPath, *, deepest: bool) -> Iterator[Problem]:
    typed = [number for number in map(_STYLES.match, lines) if number and number.lastgroup in ours]
    if not typed:
        return
    hint = N_("Gõ gạch đầu dòng thay cho số, hoặc viết mỗi ý thành một {muc} có tieu_de (số tự đánh):\n{dan}")
    items = "\n".join(f"- {number.string[number.end() :]}" for number in typed)
    yield Problem(
        N_("Lời văn có số thứ tự “{so}” gõ tay, cùng kiểu với số tự đánh của các mục: hai dãy số lẫn vào nhau."),
        N_("Gõ gạch đầu dòng thay cho số:\n{dan}") if deepest else hint,
        {"so": typed[0][0].strip(), "muc": keys.header((*path, "muc")), "dan": items},
        (*path, "noi_dung"), typed[0].string, level="warning", code="so_go_tay",
    )  # fmt: skip
