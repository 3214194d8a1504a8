"""The head of the first page: boxes 1 to 4, the công văn's subject, stamps (Phụ lục I, Phần I, mục IV)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field

from notice_gen.check.form.pieces import Piece, fold
from notice_gen.facts import Phrases
from notice_gen.legal import Law, law
from notice_gen.records import draft
from notice_gen.vietnamese.ngay_thang import ngay_ban_hanh

QUOC_HIEU = re.compile(r"CONG\s+HOA\s+XA\s+HOI\s+CHU\s+NGHIA\s+VIET\s+NAM")
_LONGEST_NAME = 100
_NEAR = 3  # paragraphs between a number and its subject
_LONGEST = 500  # letters of a line at the head; what is longer is none
_QUOC_HIEU_TEXT = "CONG HOA XA HOI CHU NGHIA VIET NAM"
TIEU_NGU = re.compile(r"DOC\s*LAP\s*[-.,*_~]*\s*TU\s*DO\s*[-.,*_~]*\s*HANH\s*PHUC\s*[.,;!]?")
_BLANK = r"[\d\s.…_/{}\[\]()X-]{0,60}"
_DOTS = r"(?:[.…_]+|\[[^\]]*\])"
_BLANK_DATE = (
    rf"\s*{_DOTS}\s*/\s*{_DOTS}\s*/\s*(?:\d{{2,4}}|{_DOTS})$"
    rf"|\s*\[[^\]]*\]\s*THANG\s*\[[^\]]*\]\s*NAM{_BLANK}"
)
_NGAY_TAIL = (
    rf"NGAY(?:{_BLANK_DATE}|{_BLANK}(?:THANG{_BLANK}NAM{_BLANK}"
    r"|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})\s*\.?$)"
)
# A date that nothing but its figures tells, behind a place: “Lâm Đồng, 14/10/2025”.
_BARE = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*\.?$"
# The place is words one space apart, so that a number left of it on the same line stays out.
_PLACE_NAME = r"[^\s,/:](?:[^\s,/:]| (?=[^\s,/:])){0,60}"
NGAY = re.compile(rf"(?:(?:{_PLACE_NAME},\s)?{_PLACE_NAME}\s*,?\s*)?\b{_NGAY_TAIL}|(?!NGAY\b)[A-Z]{_PLACE_NAME}\s*,\s*{_BARE}")
# The same without a comma: few words, in a head that has no other date.
_BARE_ALONE = re.compile(rf"(?!(?:NGAY|SO|MAU|KY|LAN|BAN)\b)[A-Z]+(?:[ -]+[A-Z]+){{0,4}}\s+{_BARE}")
SO = re.compile(
    r"^SO\s*(?::|(?=[\d.…_\s/{]))\s*"
    r"(?:[\d.…_\s{}\[\]<>A-Z()-]{0,40}/\s?\S.{0,60}|[\d.…_\s()-]*$|\{\{.{0,40}|\d[\d.]*\s*[\s\\_-]\s*[A-Z]{2,}(?:\s*-\s*[A-Z]+)*)$"
)
# A sentence that ends with a date: an hour, a word that leads to the day, more words than a place has.
_SENTENCE = re.compile(
    r"\d\s*(?:GIO|H|G|PHUT)\b|\b(?:TRUOC|SAU|DEN|TU|VAO|HET|TRONG|KY|LA|HANH|SINH|CAP|LUC|HOM|DUYET|THANG|CUA|THEO) NGAY\b|^(?:[^\s,]+ ){9}"
)
_VE_VIEC = re.compile(r"^(?:V\s*/\s*V|VE VIEC)\b")
KINH_GUI = re.compile(r"^KINH\s*(?:GUI|GOI|TRINH)\b\s*(?::|-|$)")
_KHAN = Phrases(r"{do_khan}$")
_MAT = Phrases(r"{do_mat}$")
_PHAM_VI = Phrases(r"{pham_vi}$")
_SAO = Phrases(r"{hinh_thuc_sao}\b")
DANG = re.compile(r"DANG\s+CONG\s+SAN\s+VIET\s+NAM")
_NOT_AGENCY = Phrases(r"^{khong_la_co_quan}")
_NUMBERED = re.compile(r"\bSO\s*:\s*\d")
_SYMBOL = re.compile(r"/\s*([A-Z]+)\s*-")
# Words that begin the name of an agency; the last line that begins so is the issuer, what is above it its parent.
_AGENCY = Phrases(r"^{co_quan}\b")
# A firm's notice to its staff has a type's name too; without number and Quốc hiệu nothing makes it the decree's.
_FIRM = re.compile(r"(?:TONG )?CONG TY\b|TAP DOAN\b|NGAN HANG\b")
_NUMBER_WORD = re.compile("SỐ\\b")
_ASIDE = re.compile(r"\s\s")
_TOP = 12  # lines of a head, at most
_SHORTEST_TEXT = 60  # letters
_BLANKS = re.compile(r"[.…_]{3,}|…|:\s*$")
# An agency's name that goes on with its place: one name on two lines.
_PLACE = Phrases(r"^{cap_dia_danh}\b")


_TO_SOMEONE = re.compile(r"\W*[Kk]ính\s+g[ửở]i\s+(?=[A-ZĐÁÂÊÔƠƯỦỶ])[^.:]*[^.:/\s]\s*$")
_LONGEST_ADDRESSEE = 120


def begins_addressees(piece: Piece) -> bool:
    """Tell whether a line begins with ``Kính gửi``; without its colon, when all it says is a name."""
    if KINH_GUI.match(piece.key):
        return True
    return len(piece.text) <= _LONGEST_ADDRESSEE and _TO_SOMEONE.match(unicodedata.normalize("NFC", piece.text)) is not None


@draft
class Header:
    """What was found at the head of a paper.

    Attributes:
        law: the decree in force on its date; the one it was read with when it shows none.
        found: pieces by component name.
        last: position of the last paragraph that belongs to it, -1 when nothing does.
    """

    law: Law
    found: dict[str, list[Piece]] = field(default_factory=dict)
    last: int = -1
    _places: set[tuple[int, int]] = field(default_factory=set)

    def put(self, name: str, *pieces: Piece) -> None:
        """Add pieces to a component."""
        self.found.setdefault(name, []).extend(pieces)
        self.last = max([self.last, *(one.at for one in pieces)])
        self._places |= {(one.at, one.start) for one in pieces}

    def has(self, piece: Piece) -> bool:
        """Tell whether a piece was put anywhere."""
        return (piece.at, piece.start) in self._places


def header_zone(all_pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces among which the head can stand: from the top to the first words of the text."""
    zone: list[Piece] = []
    for piece in all_pieces:
        in_text = piece.paragraph.container == "body" and (len(piece.text) > 250 or piece.key.startswith(("CAN CU ", "DIEU 1")))
        if len(zone) >= 60 or in_text or begins_addressees(piece):
            break
        zone.extend(_isolated(piece))
    return zone


def _isolated(piece: Piece) -> list[Piece]:
    """Cut a line that holds two boxes with only spaces between them."""
    if len(piece.text) > _LONGEST:
        return [piece]
    # A sentence may end with a date; the date line is put aside by spaces, and dear to look for.
    for pattern in (QUOC_HIEU, TIEU_NGU, NGAY) if _ASIDE.search(piece.text) else (QUOC_HIEU, TIEU_NGU):
        found = piece.find(pattern)
        before = piece.text[: found[0]] if found else ""
        if found and before.strip() and (pattern is not NGAY or not before[-2:].strip()):
            left = piece.part(0, found[0], 0 if piece.column is None else piece.column)
            return [left, *_isolated(piece.part(found[0], found[1], (piece.column or 0) + 1))]
    return [piece]


def read_header(zone: Sequence[Piece], undated: Law) -> Header:
    """Tell the boxes at the head apart.

    Args:
        zone: from :func:`header_zone`.
        undated: the decree that holds when no date is found.
    """
    header = Header(undated)
    for number, piece in enumerate(zone):
        following = zone[number + 1] if number + 1 < len(zone) else None
        name = _name(piece, header)
        if name == "dia_danh_ngay" and number and _goes_with(zone[number - 1], piece):
            continue
        if name:
            header.put(name, piece)
        elif "quoc_hieu" not in header.found and following is not None and QUOC_HIEU.fullmatch(f"{piece.key} {following.key}"):
            header.put("quoc_hieu", piece, following)
    _bare_date(zone, header)
    issued = ngay_ban_hanh("\n".join(piece.text for piece in header.found.get("dia_danh_ngay", ())))
    header.law = law(issued) if issued else undated
    _subject(zone, header)
    _agencies(zone, header)
    return header


def _bare_date(zone: Sequence[Piece], header: Header) -> None:
    """Take a place with figures behind it alone for box 4, where the head has no other date."""
    if "dia_danh_ngay" not in header.found and {"quoc_hieu", "so_ky_hieu"} <= header.found.keys():
        bare = [piece for piece in zone if _BARE_ALONE.fullmatch(piece.key) and not _SENTENCE.search(piece.key)]
        if len(bare) == 1:
            header.put("dia_danh_ngay", *bare)


_COMES_WITH = re.compile(r"\(?(?:BH|BAN HANH|KEM) (?:KEM )?(?:THEO|CUNG)\b.*\d")


def _goes_with(above: Piece, piece: Piece) -> bool:
    """Tell whether a date without a place is of the paper that the line above names: “Ban hành kèm theo Thông tư số 119/2021/TT-BCA”."""
    return piece.key.startswith("NGAY") and piece.at - above.at <= 1 and _COMES_WITH.match(above.key) is not None


# Boxes known by their own words, each found once; the whole line must be it.
_NAMED: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("tieu_ngu", TIEU_NGU.fullmatch), ("so_ky_hieu", SO.match),
    ("dia_danh_ngay", lambda key: not _SENTENCE.search(key) and NGAY.fullmatch(key)),
    ("do_khan", _KHAN.fullmatch), ("do_mat", _MAT.fullmatch), ("pham_vi", _PHAM_VI.fullmatch),
)


def _name(piece: Piece, header: Header) -> str:
    if "quoc_hieu" not in header.found and _is_quoc_hieu(piece.key):
        return "quoc_hieu"
    return next((name for name, met in _NAMED if name not in header.found and len(piece.key) < 120 and met(piece.key)), "")


def _is_quoc_hieu(key: str) -> bool:
    if QUOC_HIEU.fullmatch(key):
        return True
    near = abs(len(key) - len(_QUOC_HIEU_TEXT)) <= 4 and key.startswith("CO")
    if not near:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, key, _QUOC_HIEU_TEXT).ratio() > 0.9


def _subject(zone: Sequence[Piece], header: Header) -> None:
    """Put the công văn's subject: ``V/v …`` below the number, with the lines it runs on to."""
    start = next((at for at, piece in enumerate(zone) if _begins_subject(piece, zone[at - 1] if at else None, header)), None)
    if start is None:
        return
    last = zone[start]
    header.put("trich_yeu_cong_van", last)
    for piece in zone[start + 1 :]:
        in_cell = piece.paragraph.cell is not None
        if not in_cell and piece.at - last.at > 1:
            break
        goes_on = piece.paragraph.cell == last.paragraph.cell and piece.column in {None, last.column} and (in_cell or not piece.capitals)
        if goes_on and not header.has(piece):
            last = piece
            header.put("trich_yeu_cong_van", piece)


def _begins_subject(piece: Piece, above: Piece | None, header: Header) -> bool:
    """Tell whether ``V/v …`` is a công văn's subject: in a cell, or near below the number; below the title of another type it is that's."""
    numbers = header.found.get("so_ky_hieu")
    if not _VE_VIEC.match(piece.key) and not (numbers and _is_right_below(piece, above, numbers[0])):
        return False
    if piece.paragraph.cell is None:
        types = {fold(loai.ten) for loai in header.law.loai.values()}
        of_title = above is not None and (above.capitals or above.key in types) and not header.has(above)
        if of_title or has_type(header) or numbers is None or piece.at - numbers[0].at > _NEAR:
            return False
    return numbers is None or piece.at >= numbers[0].at


def _is_right_below(piece: Piece, above: Piece | None, number: Piece) -> bool:
    """Tell whether a line ``Về …`` stands right below the number, in its cell: a subject whose first word is wrong."""
    own = number.paragraph
    same_cell = own.cell is not None and piece.paragraph.cell == own.cell
    return same_cell and piece.key.startswith("VE ") and above is not None and above.paragraph is own


def has_type(header: Header) -> bool:
    """Tell whether the symbol says a type, ``5/QĐ-SNV``: a công văn's does not."""
    return symbol_type(header) != ""


def symbol_type(header: Header) -> str:
    """Return the code of the type that the symbol says, empty when it says none."""
    numbers = header.found.get("so_ky_hieu")
    symbol = _SYMBOL.search(numbers[0].key) if numbers else None
    return next((code for code in header.law.loai if symbol and symbol[1] == fold(code)), "")


def _agencies(zone: Sequence[Piece], header: Header) -> None:
    """Put the issuer's lines and its parent's: what stands left of the Quốc hiệu and above the number."""
    number = header.found.get("so_ky_hieu", [None])[0]
    national = header.found.get("quoc_hieu", [None])[0]
    if number is None and national is None:
        return
    lines = [piece for piece in zone if not header.has(piece) and _may_be_agency(piece, number, national)]
    if number is not None and number.paragraph.cell is not None:
        inside = [one for one in lines if one.paragraph.cell and one.paragraph.cell.column == number.paragraph.cell.column]
        lines = inside or lines
    split = _split(lines)
    for name, part in (("co_quan_chu_quan", lines[:split]), ("co_quan", lines[split:])):
        if part:
            header.put(name, *part)


def put_issuer_above(pieces: Sequence[Piece], title: Piece, header: Header) -> None:
    """Put the issuer of a paper that has neither number nor Quốc hiệu: what stands above its *title*, from the first name of an agency."""
    above = [one for one in pieces if (one.at, one.start) < (title.at, title.start) and not header.has(one)]
    if "co_quan" in header.found or len(above) >= _TOP or _is_over_a_list(pieces, title):
        return
    first = next((number for number, one in enumerate(above) if _names_agency(one)), None)
    if first is None:
        return
    lines = [one for one in above[first:] if one.column == above[first].column and _stands_out(one)]
    split = _split(lines)
    for name, part in (("co_quan_chu_quan", lines[:split]), ("co_quan", lines[split:])):
        if part:
            header.put(name, *part)


def _is_over_a_list(pieces: Sequence[Piece], title: Piece) -> bool:
    """Tell whether a title is that of a table, with no text around it: what a program prints, what is to be filled in."""
    below = [one for one in pieces if one.at > title.at]
    text = any(one.paragraph.cell is None and len(one.text) >= _SHORTEST_TEXT and not _BLANKS.search(one.text) for one in below)
    return not text and (title.paragraph.cell is not None or any(one.paragraph.cell for one in below))


def _names_agency(piece: Piece) -> bool:
    shown = unicodedata.normalize("NFC", piece.text).upper()
    named = _AGENCY.match(piece.key) and not _FIRM.match(piece.key) and not _NUMBER_WORD.match(shown)
    return bool(named) and _stands_out(piece)


def _stands_out(piece: Piece) -> bool:
    cell = piece.paragraph.cell
    set_apart = piece.capitals or piece.bold or piece.paragraph.align == "center"
    # What stands in a text box without a number is a book's cover.
    outside = piece.paragraph.container != "textbox" and not (cell and cell.borders) and not _BLANKS.search(piece.text)
    return outside and set_apart and len(piece.text) <= _LONGEST_NAME and not _is_no_agency(piece.key)


def _is_no_agency(key: str) -> bool:
    other = any(pattern.match(key) for pattern in (_NOT_AGENCY, _SAO, _VE_VIEC)) or _NUMBERED.search(key) or TIEU_NGU.search(key)
    return bool(other or re.search(r"\bNGAY\s+\d+(?:\s+THANG|/)", key))


def _may_be_agency(piece: Piece, number: Piece | None, national: Piece | None) -> bool:
    if _is_no_agency(piece.key) or len(piece.text) > _LONGEST_NAME:
        return False
    if number is not None:
        return (piece.at, piece.start) < (number.at, number.start) and piece.column in {None, number.column, 0}
    if national is None:
        return False
    if national.paragraph.cell is not None:
        cell = piece.paragraph.cell
        return cell is not None and cell.table == national.paragraph.cell.table and cell.column < national.paragraph.cell.column
    return piece.at <= national.at + 3 and piece.column != national.column


def _split(lines: Sequence[Piece]) -> int:
    """Return how many of the agency's lines name the parent."""
    if len(lines) < 2:
        return 0
    names = [number for number, one in enumerate(lines) if number == 0 or (_AGENCY.match(one.key) and not _goes_on(lines[number - 1]))]
    weights = [one.bold for one in lines]
    first_bold = weights.index(True) if True in weights else 0
    if first_bold > 0 and all(weights[first_bold:]) and (first_bold in names or not _PLACE.match(lines[first_bold].key)):
        return first_bold
    joint = any(re.search(r"[-–,]\s*$|^[-–]", one.text) for one in lines[:-1])
    return 0 if joint or len(names) < 2 else names[-1]


def _goes_on(line: Piece) -> bool:
    """A line that ends with a dash, a comma or a joining word is not whole."""
    return bool(re.search(r"(?:[-,]|\b(?:VA|CUA|TINH|THANH PHO|NHAN DAN VA)|^THUONG TRUC)$", line.key))
