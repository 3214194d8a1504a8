"""Differences between papers → lines that a clerk can read, or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import report
from notice_gen.errors import N_, Say

if TYPE_CHECKING:
    from notice_gen.back.comparing import Difference
    from notice_gen.back.looks import Look

BOXES = {
    "quoc_hieu": N_("Quốc hiệu"), "tieu_ngu": N_("Tiêu ngữ"), "co_quan_chu_quan": N_("cơ quan chủ quản"), "co_quan": N_("cơ quan ban hành"),
    "so_ky_hieu": N_("số, ký hiệu"), "dia_danh_ngay": N_("địa danh, ngày tháng"), "ten_loai": N_("tên loại"), "trich_yeu": N_("trích yếu"),
    "trich_yeu_cong_van": N_("trích yếu"), "noi_dung": N_("lời văn"), "bang": N_("bảng"), "bieu_do": N_("biểu đồ"),
    "phu_luc": N_("phụ lục"),
    "khac": N_("ngoài các ô"), "kinh_gui": N_("Kính gửi"), "noi_nhan": N_("Nơi nhận"), "quyen_han": N_("quyền hạn"),
    "chuc_vu": N_("chức vụ"), "ho_ten": N_("họ tên"), "dau": N_("dấu"), "do_mat": N_("độ mật"), "do_khan": N_("độ khẩn"),
    "pham_vi": N_("phạm vi lưu hành"), "dia_chi": N_("địa chỉ"),
    "dau_trang": N_("đầu trang, chân trang"),
}  # fmt: skip
"""What the boxes of a paper are called."""
_AROUND = 40  # letters that stay, shown on each side of what changes
_MARKS = {"-": ("[-", "-]", "red"), "+": ("{+", "+}", "green")}


def lines(differences: Iterable[Difference], say: Say) -> Iterator[str]:
    """Yield a line for each difference: its box, and what goes and comes, in colour and in brackets."""
    for one in differences:
        yield f"  {click.style(say(BOXES.get(one.box, one.box)), bold=True)}: {shown(one.words)}"


def shown(words: Sequence[tuple[str, str]]) -> str:
    """Return the pieces of a changed text in one line; what stays is cut short."""
    out = []
    for n, (kind, text) in enumerate(words):
        visible = report.visible(text)
        if kind == "=":
            out.append(_short(visible, first=n == 0, last=n == len(words) - 1))
        else:
            before, after, colour = _MARKS[kind]
            out.append(click.style(f"{before}{visible}{after}", fg=colour))
    return "".join(out)


def _short(text: str, *, first: bool, last: bool) -> str:
    most = _AROUND if first or last else 2 * _AROUND
    if len(text) <= most + 1:
        return text
    if first:
        return f"…{text[-_AROUND:]}"
    return f"{text[:_AROUND]}…" if last else f"{text[:_AROUND]}…{text[-_AROUND:]}"


def as_json(one: Difference) -> dict[str, Any]:
    """Return a difference as plain JSON values."""
    return {"box": one.box, "old": one.old, "new": one.new, "words": [{"kind": _KINDS[kind], "text": text} for kind, text in one.words]}


_KINDS = {"=": "same", "-": "removed", "+": "added"}


_LOOKS = {
    "font": N_("phông"), "size": N_("cỡ chữ"), "color": N_("màu"), "align": N_("canh lề"), "comment": N_("ghi chú (comment)"),
    "note": N_("chú thích cuối trang, cuối bài"), "strike": N_("chữ bị gạch ngang"), "highlight": N_("chữ được tô nền"),
    "raised": N_("chữ nâng lên, hạ xuống"), "page_break": N_("ngắt trang bằng tay"), "picture": N_("hình mới"),
}  # fmt: skip
_ITSELF = frozenset({"note", "strike", "highlight", "raised", "page_break", "picture"})  # what says all by its text
_SIDES = {"left": N_("trái, đều hai bên"), "center": N_("giữa"), "right": N_("phải")}
_LONGEST = 60
_MOST = 20


def look_lines(looks: Sequence[Look], say: Say) -> Iterator[str]:
    """Yield a line for each look that differs, the first ones of many."""
    for one in looks[:_MOST]:
        old, new = (say(_SIDES.get(side, side)) if one.what == "align" else cut(side) or "–" for side in (one.old, one.new))
        change = "" if one.what in _ITSELF else report.visible(f"{old} → {new}: ")
        yield f"  {click.style(say(_LOOKS[one.what]), bold=True)}: {change}“{report.visible(cut(one.text))}”"
    if len(looks) > _MOST:
        yield say(N_("  … và {so} chỗ khác")).format(so=len(looks) - _MOST)


def look_as_json(one: Look) -> dict[str, Any]:
    """Return a look that differs as plain JSON values."""
    return {"text": one.text, "what": one.what, "old": one.old, "new": one.new}


def cut(text: str) -> str:
    """Return *text* cut to what fits a message."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
