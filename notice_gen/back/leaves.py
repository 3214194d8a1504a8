"""Where each line of a printed paper comes from: the texts of a findings file, marked, printed, and looked for on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from notice_gen import pasted
from notice_gen.back import source
from notice_gen.check.view import DocumentView
from notice_gen.errors import KeyPath
from notice_gen.records import record

TEXTS = frozenset({
    "can_cu", "tham_quyen", "noi_dung", "tieu_de", "phat_hien", "phu", "kinh_gui", "gui", "luu", "quyen_han", "chuc_vu", "chuc_vu_khac",
    "kinh_moi", "toi_du", "chu_tri", "dia_diem", "dien_toi", "nguoi_dien", "thanh_phan", "cu_den", "ve_viec", "noi_nghi", "tinh_vao",
    "thong_tin",
})  # fmt: skip
"""Keys whose texts stand on lines of their own."""
_ELSEWHERE = frozenset({
    "co_quan", "so_lieu", "so_lieu_tinh", "don_vi", "don_vi_rieng", "kiem_tra", "cot", "nguoi_ky", "dinh_dang", "so_van_ban", "ngay_nghi",
    "the_thuc", "dac_ta", "dai_dien", "thu_ky", "hang", "rong", "bang",
})  # fmt: skip


@record
class Leaf:
    """One line of a text: *path* of the string that holds it, which of its lines, and the line as typed, without the list's mark."""

    path: KeyPath
    line: int
    mark: str
    typed: str


@record
class Origin:
    """Where a line of the page comes from: what stands before and after the leaf's own words."""

    leaf: Leaf
    before: str
    after: str


def marked(data: Mapping[str, Any]) -> tuple[dict[str, Any], list[Leaf]]:
    """Return a copy of *data* in which each line bears its number, and the lines."""
    leaves: list[Leaf] = []
    return {key: _marked(value, (key,), leaves) for key, value in data.items()}, leaves


def _marked(value: Any, path: KeyPath, leaves: list[Leaf]) -> Any:
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if name in _ELSEWHERE:
        return value
    if isinstance(value, dict):
        return {key: _marked(inner, (*path, key), leaves) for key, inner in value.items()}
    if isinstance(value, list):
        return [_marked(inner, (*path, n), leaves) for n, inner in enumerate(value)]
    if not isinstance(value, str) or name not in TEXTS or (path[0] == "ben" and name == "chuc_vu"):
        return value
    return "\n".join(_numbered(line, path, n, leaves) for n, line in enumerate(lines_of(value)))


def lines_of(value: str) -> list[str]:
    """Return the lines of a text that say something."""
    return [line.strip() for line in value.split("\n") if line.strip()]


def _numbered(line: str, path: KeyPath, n: int, leaves: list[Leaf]) -> str:
    found = pasted.DASH.match(line) or pasted.PLUS.match(line)
    mark = found[0] if found and line[found.end() :].strip() else ""
    leaves.append(Leaf(path, n, mark, line[len(mark) :]))
    return f"{line}\ue000{len(leaves) - 1}\ue001"


def origins(printed: DocumentView, with_marks: DocumentView, leaves: Sequence[Leaf], shown: Mapping[Leaf, str]) -> dict[int, Origin]:
    """Return where the paragraphs of a paper come from, by number.

    Args:
        printed: the paper.
        with_marks: the same paper, printed with marks.
        leaves: what the marks stand for.
        shown: what each shows.
    """
    found: dict[int, Origin] = {}
    if len(printed.paragraphs) != len(with_marks.paragraphs):
        return found
    for own, other in zip(printed.paragraphs, with_marks.paragraphs, strict=True):
        tokens = [*pasted.PLACE.finditer(other.text)]
        if len(tokens) != 1 or int(tokens[0][1]) >= len(leaves):
            continue
        leaf, head = leaves[int(tokens[0][1])], other.text[: tokens[0].start()]
        words = source.clean(shown.get(leaf, ""))
        if words and source.clean(head).upper().endswith(words.upper()):
            before = source.clean(head)[: -len(words)]
            text = source.clean(own.text)
            same = _common(source.clean(head), text)
            found[own.index] = Origin(leaf, before, text[same:])
    return found


def _common(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
