"""Where the paper itself ends and what is attached begins; each annex's words, title and reference (Phụ lục I, Phần I, mục III)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from notice_gen.check.form.header import QUOC_HIEU, SO
from notice_gen.check.form.pieces import Piece
from notice_gen.check.view import Annex, Paragraph, Span

_PHU_LUC = re.compile(r"PHU\s*LUC(?:\s+(?:SO\s*)?(?:[IVXLC]{1,7}|\d{1,3})[A-Z]?)?\s*(?=[.:\-]|$|\s)")
_ALONE = re.compile(r"PHU\s*LUC(?:\s+(?:SO\s*)?(?:[IVXLC]{1,7}|\d{1,3})[A-Z]?)?\s*[.:]?")
_FOOT = re.compile(r"NOI\s*NHAN\s*:")  # a paper has ended: another Quốc hiệu below it opens the next, on a new page or not
_ROWS_OF_HEAD = 12
_NEVER_ATTACHED = 8  # of the first lines none heads another paper
KEM_THEO = re.compile(r"[(\[]?\s*(?:BAN HANH )?KEM THEO\b|[(\[]\s*BAN HANH\b|[(\[]\s*DINH KEM\b")


def is_annex_heading(piece: Piece) -> bool:
    """Tell whether a line is the heading of an annex, not a sentence that speaks of one."""
    if piece.paragraph.cell is not None and piece.paragraph.cell.borders:
        return False
    if not _PHU_LUC.match(piece.key) or len(piece.text) > 200:
        return False
    return bool(_ALONE.fullmatch(piece.key)) or piece.paragraph.align == "center" or piece.capitals


def main_end(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece]) -> int:
    """Return the position of the first paragraph of what is attached; the length of the file when nothing is."""
    first_line = pieces[0].at if pieces else 0
    headed = footed = False  # a line above names the state, says who receives the paper
    for number, piece in enumerate(pieces):
        if is_annex_heading(piece) and (piece.at > first_line or number == 0):
            return piece.at
        if number > _NEVER_ATTACHED and (start := _attached_at(paragraphs, piece, headed=headed, footed=footed)):
            return start
        headed = headed or QUOC_HIEU.search(piece.key) is not None
        footed = footed or _FOOT.match(piece.key) is not None
    return len(paragraphs)


def _attached_at(paragraphs: Sequence[Paragraph], piece: Piece, *, headed: bool, footed: bool) -> int:
    """Return where that begins which a line heads: another paper, or what names the paper that it goes with; 0 for neither."""
    another = headed and QUOC_HIEU.search(piece.key)
    if not another and not (KEM_THEO.match(piece.key) and piece.paragraph.align == "center"):
        return 0
    return _new_page_near(paragraphs, piece.at) or (piece.at if footed and QUOC_HIEU.fullmatch(piece.key) else 0)


def _new_page_near(paragraphs: Sequence[Paragraph], at: int) -> int | None:
    """Return the paragraph within the last few that begins a page."""
    for before in range(at, max(at - 12, 0), -1):
        if paragraphs[before].page_break or paragraphs[before].section != paragraphs[before - 1].section:
            return before
    return None


def read_annexes(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece], start: int) -> tuple[Annex, ...]:
    """Return the annexes from paragraph number *start* on."""
    attached = [one for one in pieces if one.at >= start]
    heads = [number for number, one in enumerate(attached) if number == 0 or is_annex_heading(one)]
    found = []
    for head, end in pairwise([*heads, len(attached)]):
        if _is_another_paper(attached[head:end]):
            continue
        last = attached[end].at if end < len(attached) else len(paragraphs)
        found.append(_annex(attached[head:end], tuple(paragraphs[attached[head].at : last])))
    return tuple(found)


def _is_another_paper(pieces: Sequence[Piece]) -> bool:
    """Tell whether what follows is a paper of its own, with its Quốc hiệu and its number: it is judged in a file of its own."""
    top = pieces[:_ROWS_OF_HEAD]
    headed = any(QUOC_HIEU.fullmatch(one.key) for one in top) and any(SO.match(one.key) and "/" in one.key for one in top)
    return headed and not is_annex_heading(pieces[0]) and not any(KEM_THEO.match(one.key) for one in top)


def _annex(pieces: Sequence[Piece], paragraphs: tuple[Paragraph, ...]) -> Annex:
    ten: Span | None = None
    tieu_de: Span | None = None
    kem_theo: Span | None = None
    below = list(pieces[:_ROWS_OF_HEAD])
    if is_annex_heading(below[0]):
        ten, tieu_de = _words_and_title(below.pop(0))
    for piece in below:
        if KEM_THEO.match(piece.key):
            kem_theo = piece.span
            break
        centred = piece.paragraph.align == "center" and not (piece.paragraph.cell and piece.paragraph.cell.borders)
        head_of_another = piece.key.startswith(("CONG HOA", "DOC LAP"))
        if tieu_de is None and piece.paragraph.cell is None and (centred or piece.capitals) and not head_of_another:
            tieu_de = piece.span
        elif not centred:
            break
    return Annex(ten, tieu_de, kem_theo, paragraphs)


def _words_and_title(head: Piece) -> tuple[Span, Span | None]:
    """Part ``Phụ lục I: Danh sách`` into the words with the number and the title, if there is one on the line."""
    words = head.find(_PHU_LUC)
    title = re.sub(r"^[\s.:–-]+", "", head.text[words[1] if words else 0 :])
    own = head.part(*words) if words else head
    return own.span, head.part(len(head.text) - len(title), len(head.text)).span if title else None
