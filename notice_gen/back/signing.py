"""Who signs a paper: the columns at its foot, each a person with authority, post and name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from notice_gen import blanks
from notice_gen.back import lines, source
from notice_gen.back.casing import Casing
from notice_gen.back.findings import Draft, as_text, word
from notice_gen.back.writing import Path
from notice_gen.check.form.closing import CHUC_VU, QUYEN_HAN, ROOM_TO_SIGN
from notice_gen.check.form.pieces import Piece, pieces
from notice_gen.check.texts import boxed
from notice_gen.check.view import DocumentView, Paragraph
from notice_gen.errors import N_
from notice_gen.records import record


@record
class Signer:
    """One who signs: whom for, authority, post, another post, name, as read."""

    co_quan: str = ""
    quyen_han: tuple[str, ...] = ()
    chuc_vu: str = ""
    chuc_vu_khac: str = ""
    ho_ten: str = ""


def signers(view: DocumentView) -> list[Signer]:
    """Return who signs, the columns of the page from the left."""
    boxes = {(lines.key(span.paragraph), span.start): name for name in ("quyen_han", "chuc_vu", "ho_ten") for span in boxed(view, name)}
    if not boxes:
        return []
    main = [*_main(view)]
    signing = [one for one in main if any(lines.key(one) == known for known, _ in boxes)]
    several = len({_column(one) for one in signing} - {None}) > 1
    columns: dict[int, list[Piece]] = {}
    for piece in _block(view, main, signing) if several else _pieces(main, boxes):
        columns.setdefault(_column(piece.paragraph) or 0, []).append(piece)
    by_row = [signed for column in sorted(columns) for signed in _column_of(columns[column], boxes, several=several)]
    return [one for _, one in sorted(by_row, key=lambda pair: pair[0])]


def _block(view: DocumentView, main: Sequence[Paragraph], signing: Sequence[Paragraph]) -> Iterator[Piece]:
    """Yield all lines of the tables in which several sign, recipients left out."""
    tables = {one.cell.table for one in signing if one.cell}
    taken = {lines.key(span.paragraph) for span in boxed(view, "noi_nhan")}
    for piece in pieces(enumerate(main)):
        if piece.paragraph.cell and piece.paragraph.cell.table in tables and lines.key(piece.paragraph) not in taken:
            yield piece


def _main(view: DocumentView) -> Iterator[Paragraph]:
    annexed = {lines.key(one) for annex in view.annexes for one in annex.paragraphs}
    return (one for one in view.paragraphs if lines.key(one) not in annexed)


def _pieces(main: Sequence[Paragraph], boxes: dict[tuple[lines.Key, int], str]) -> Iterator[Piece]:
    return (one for one in pieces(enumerate(main)) if (lines.key(one.paragraph), one.start) in boxes)


def _column(paragraph: Paragraph) -> int | None:
    return paragraph.cell.column if paragraph.cell else None


def _column_of(
    column: Sequence[Piece], boxes: dict[tuple[lines.Key, int], str], *, several: bool
) -> Iterator[tuple[tuple[int, int], Signer]]:
    """Yield who signs one below the other in a column, each with the place of the first line by rows."""
    above: list[Piece] = []
    for piece in column:
        box = boxes.get((lines.key(piece.paragraph), piece.start), "")
        if box == "ho_ten" or (not box and above and not piece.capitals):
            if above:
                yield _place(above[0]), _signer(above, piece, several=several)
            above = []
        elif piece.capitals or box:
            above.append(piece)
    if above:
        yield _place(above[0]), _signer(above, None, several=several)


def _place(piece: Piece) -> tuple[int, int]:
    cell = piece.paragraph.cell
    return (cell.row, cell.column) if cell else (piece.at, 0)


def _signer(above: Sequence[Piece], name: Piece | None, *, several: bool) -> Signer:
    said = [*above]
    other = ""
    apart = len(said) > 1 and (said[-1].paragraph.before >= ROOM_TO_SIGN or said[-1].at - said[-2].at > 2)
    if apart and (name is None or name.paragraph.before < ROOM_TO_SIGN):
        other = _shown(said.pop())
    whom = _whom(said) if several else ""
    authority = _authority(said)
    post = " ".join(map(_shown, said))
    if not post and authority:
        post = authority.pop()
    return Signer(whom, tuple(authority), post, other, _shown(name) if name else "")


def _is_post(piece: Piece) -> bool:
    return bool(QUYEN_HAN.match(piece.key) or CHUC_VU.match(piece.key))


def _whom(said: list[Piece]) -> str:
    """Take the lines of whom one of several signs for, above authority and post."""
    if not said or QUYEN_HAN.match(said[0].key) or (CHUC_VU.match(said[0].key) and len(said) == 1):
        return ""
    of_party = said[0].key.startswith("DAI DIEN BEN")
    first = next((n for n, one in enumerate(said) if (n or not of_party) and _is_post(one)), 1)
    whom = " ".join(map(_shown, said[:first]))
    del said[:first]
    return whom


def _authority(said: list[Piece]) -> list[str]:
    """Take the lines of authority, each with those it goes on in."""
    found = []
    while said and QUYEN_HAN.match(said[0].key):
        found.append(_shown(said.pop(0)))
        while len(said) > 1 and not _is_post(said[0]):
            found[-1] += f" {_shown(said.pop(0))}"
    return found


def _shown(piece: Piece) -> str:
    return source.clean(piece.shown).strip()


def signature(draft: Draft, signer: Signer, path: Path, casing: Casing) -> dict[str, Any]:
    """Return the keys of one who signs; what is missing is left to be filled in."""
    out: dict[str, Any] = {}
    for key in ("co_quan", "quyen_han", "chuc_vu", "chuc_vu_khac", "ho_ten"):
        if value := getattr(signer, key):
            said = casing.name if key == "co_quan" else casing.post
            text = word(value) if key == "ho_ten" else as_text(said(value)) if isinstance(value, str) else ""
            out[key] = text or [as_text(said(one)) for one in value]
    missing = (("chuc_vu", blanks.POST, N_("không thấy chức vụ người ký")), ("ho_ten", blanks.NAME, N_("không thấy họ tên người ký")))
    for key, blank, text in missing:
        if key not in out:
            out[key] = blank
            draft.doubt((*path, key), text)
    return out
