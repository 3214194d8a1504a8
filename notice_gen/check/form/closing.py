"""The foot of the text: recipients on the left, who signs on the right (boxes 7a, 7b, 9b, 12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field

from notice_gen.check.form.pieces import Piece
from notice_gen.check.view import Cell
from notice_gen.facts import Phrases
from notice_gen.legal import persons
from notice_gen.records import draft

NOI_NHAN = re.compile(r"NOI\s*(?:NHAN|GUI)\s*(?::|$)")
QUYEN_HAN = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q|QUYEN(?! HAN\b)|THAY MAT)\s*(?:\.|/|\s)\s*(?=[A-Z])")
# Posts that sign, folded; a line of capitals that begins so is one.
CHUC_VU = Phrases(r"(?:PHO |QUYEN )*{chuc_vu}\b")
# Authority and posts that someone typed in small letters; as typed, for without marks "Trương" is a post too.
_POST = Phrases(r"(?:(?:TM|KT|TL|TUQ|Q)\. ?)?(?:Phó |Quyền )?{chuc_vu_chu_thuong}\b", re.IGNORECASE)
_IN_SMALL_LETTERS = re.compile(r"(?:TM|KT|TL|TUQ)\. ?[^\W\d_a-z][^.;:]*")
_UNIT_GOES_ON = Phrases(r"{ten_viet_tiep}\b")
_SIGNED = Phrases(r"[(\[{{]?\s*{dau_vet_ky_so}")
_NAME = Phrases(r"(?:{hoc_vi}\.?\s*)*(?:[^\W\d_][\w'’.-]*\s+){{1,7}}[^\W\d_][\w'’.-]*")
# “VP. NVA.15”; a name right after the full stop, “NC.Châu”, is what some offices put there.
_DRAFTER = re.compile(r"(?:^|[,;.]\s*)([A-ZĐ][A-ZĐa-zđ]{0,9}\.\s*\(?\d{1,4}\)?)\s*\.?$|(?<=[A-ZĐ]\.)([^\W\d_]{2,12})$")
_NOTE = re.compile(r"(?:GHI CHU|NGUON|LUU Y)\s*:")  # below the recipients
_LONGEST_NAME = 60
ROOM_TO_SIGN = 24.0
"""Points above a line, a name as a rule, from which there is room to sign."""
_FAR = 30  # spaces that put a line on the right side of the page


@draft
class Closing:
    """What was found at the foot.

    Attributes:
        found: pieces by component name.
        first: position of its first paragraph, None when nothing was found.
    """

    found: dict[str, list[Piece]] = field(default_factory=dict)
    first: int | None = None

    def put(self, name: str, *pieces: Piece) -> None:
        """Add pieces to a component."""
        if pieces:
            self.found.setdefault(name, []).extend(pieces)
            low = min(one.at for one in pieces)
            self.first = low if self.first is None else min(self.first, low)


def read_closing(pieces: Sequence[Piece], after: int) -> Closing:
    """Find the foot among the *pieces* of the main part that come after paragraph number *after*."""
    closing = Closing()
    rest = [one for one in pieces if one.at > after]
    start = next((number for number, one in enumerate(rest) if NOI_NHAN.match(one.key)), None)
    if start is None:
        _sign(_signature_block(rest), closing)
        return closing
    head = rest[start]
    left, right = _sides(rest, start, head)
    note = next((number for number, one in enumerate(left) if _NOTE.match(one.key)), len(left))
    left = left[:note]
    closing.put("noi_nhan", *left)
    _drafter(left, closing)
    above = _signature_block(rest[:start])
    if right and above and not any(map(_is_post, right)) and start - rest.index(above[0]) <= _LINES_ABOVE:
        right = [*above, *right]  # who signs stands, by tabs, a line above “Nơi nhận”
    _sign(right or above or _signature_block(rest), closing)
    return closing


_LINES_ABOVE = 3


def _is_post(piece: Piece) -> bool:
    """Tell whether a line of capitals is an authority or a post."""
    return bool((piece.capitals or _IN_SMALL_LETTERS.fullmatch(piece.text)) and (QUYEN_HAN.match(piece.key) or CHUC_VU.match(piece.key)))


def _sides(rest: Sequence[Piece], start: int, head: Piece) -> tuple[list[Piece], list[Piece]]:
    """Part what stands at the foot into recipients and signature."""
    if head.paragraph.cell is not None:
        return _cells(rest, head, head.paragraph.cell)
    left, right = [head], list[Piece]()
    for one in rest[start + 1 :]:
        if one.paragraph.cell is not None and one.paragraph.cell.borders:
            break
        same_box = one.paragraph.container == head.paragraph.container
        (right if _aside(one, head) or not same_box else left).append(one)
    return left, _by_column(right)


def _cells(rest: Sequence[Piece], head: Piece, cell: Cell) -> tuple[list[Piece], list[Piece]]:
    """Part a foot that is a table."""
    table = [(one, own) for one in rest if (own := one.paragraph.cell) is not None and own.table == cell.table]
    left = [one for one, own in table if own.column == cell.column and (one.at, one.start) >= (head.at, head.start)]
    right = [one for one, own in table if own.column != cell.column and own.row >= cell.row]
    # Two columns made by tabs within one cell.
    aside = [one for one in left if one is not head and _aside(one, head)]
    return [one for one in left if one not in aside], _by_column(right + aside)


def _aside(piece: Piece, head: Piece) -> bool:
    """Whether a piece below or beside ``Nơi nhận`` is the signature's: not listed, and in another column or in capitals."""
    if piece.text.startswith(("-", "–", "+", "•", "*")):
        return False
    if piece.column is not None and piece.column != (head.column or 0) and piece.paragraph.cell is None:
        return True
    if re.match(r"(?:LUU|NHU)\b", piece.key):
        return False
    if piece.paragraph.text[: piece.start].count(" ") >= _FAR:
        return True
    return bool(piece.capitals or piece.paragraph.align in {"center", "right"} or piece.paragraph.left > 60)


def _by_column(pieces: Iterable[Piece]) -> list[Piece]:
    """Order the columns of a joint signature one after the other."""
    return sorted(pieces, key=lambda one: ((one.paragraph.cell.column if one.paragraph.cell else one.column or 0), one.at, one.start))


_OF_THE_TEXT = re.compile(r"Điều \d|.*(?:[:;]|\./\.)\s*$")


def _signature_block(rest: Sequence[Piece]) -> list[Piece]:
    """Return the last block that begins with an authority or a post in capitals and is not running text."""
    begin = None
    for number in range(len(rest) - 1, max(len(rest) - 40, -1), -1):
        one = rest[number]
        if one.paragraph.cell is not None and one.paragraph.cell.borders:
            continue
        if len(one.text) > 120 or (begin is not None and _OF_THE_TEXT.match(one.text)):
            break  # above it stands the text, and the authority line of a decision may stand over that
        if _is_post(one):
            begin = number
    if begin is None:
        return []
    return _by_column(one for one in rest[begin:] if len(one.text) <= 120 and not NOI_NHAN.match(one.key) and not one.text.startswith("-"))


def _sign(block: Sequence[Piece], closing: Closing) -> None:
    """Put authority, post and name of each who signs."""
    columns: dict[int, list[Piece]] = {}
    for one in block:
        if not _SIGNED.match(one.key):
            columns.setdefault(one.paragraph.cell.column if one.paragraph.cell else 0, []).append(one)
    for column in columns.values():
        _sign_one(column, closing)


def _sign_one(column: Sequence[Piece], closing: Closing) -> None:
    before = ""
    for piece in column:
        box = _box(piece, before)
        if box:
            closing.put(box, piece)
        elif before == "ho_ten":
            break
        before = box or before
    if before in {"quyen_han", "chuc_vu"}:
        _name_in_capitals(column, closing, before)


def _box(piece: Piece, before: str) -> str:
    """Return the box of a line of the signature below one of box *before*, empty for none: authority, post, then the name."""
    if before == "ho_ten":
        return ""
    placeholder = _is_placeholder(piece)
    short = len(piece.text) < _LONGEST_NAME
    if not placeholder and (piece.capitals or (short and before in {"", "quyen_han"} and _in_small_letters(piece))):
        if QUYEN_HAN.match(piece.key):
            return "quyen_han"
        goes_on = _UNIT_GOES_ON.match(piece.key) and not CHUC_VU.match(piece.key)
        return "quyen_han" if before == "quyen_han" and goes_on else "chuc_vu"
    return "ho_ten" if before and short and (placeholder or _NAME.fullmatch(_bare_name(piece.text))) else ""


def _bare_name(text: str) -> str:
    """Return a line without the marks around it and what is written behind a name: “(đã ký)”, “, ThS”."""
    return re.split(r"[,(]", text.strip(" ()[]“”\".,;:/+*-–"), maxsplit=1)[0].strip(" .;:/")


def _is_placeholder(piece: Piece) -> bool:
    return piece.text.startswith(("{{", "[", "…", "..")) and not re.search(r"\bNGAY\b.*\bTHANG\b", piece.key)


def _in_small_letters(piece: Piece) -> bool:
    return bool(_POST.match(piece.text) or _IN_SMALL_LETTERS.fullmatch(piece.text))


def _name_in_capitals(column: Sequence[Piece], closing: Closing, last: str) -> None:
    """A name typed in capitals was taken for a post: it is the last line, after an empty space."""
    name = column[-1]
    lines = closing.found[last]
    apart = len(column) > 1 and (
        name.at - column[-2].at > 1 or name.paragraph.before >= ROOM_TO_SIGN or persons.looks_like_a_name(name.text.strip(" .,"))
    )
    if lines and lines[-1] is name and apart and not CHUC_VU.match(name.key) and not QUYEN_HAN.match(name.key):
        lines.pop()
        if not lines:
            del closing.found[last]
        closing.put("ho_ten", name)


def _drafter(left: Sequence[Piece], closing: Closing) -> None:
    """Put box 12: who drafted and how many copies, at the end of the last line or in one of its own."""
    if len(left) < 2:
        return
    last = left[-1]
    found = _DRAFTER.search(last.text)
    if found:
        closing.put("ky_hieu_nguoi_soan", last.part(*found.span(found.lastindex or 1)))
