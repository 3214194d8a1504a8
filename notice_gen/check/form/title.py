"""Boxes 5a and 9a: the name of the type, its subject, and whom the paper is addressed to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_gen.check.form.header import Header, begins_addressees, has_type, symbol_type
from notice_gen.check.form.pieces import Piece, fold
from notice_gen.facts import Phrases
from notice_gen.legal import Law
from notice_gen.records import draft, remembered

# Types of other regimes, with what they make of the paper; the key begins the title.
OTHER_TITLES = {
    "THONG TU": "qppl", "NGHI DINH": "qppl", "LUAT": "qppl", "BO LUAT": "qppl", "PHAP LENH": "qppl", "HIEN PHAP": "qppl",
    "HOP DONG": "hop_dong", "PHU LUC HOP DONG": "hop_dong", "TO KHAI": "bieu_mau", "DON": "bieu_mau", "PHIEU": "bieu_mau",
    "GIAY DE NGHI": "bieu_mau",
}
_AUTHORITY = Phrases(r"^(?:(?:PHO )?{chuc_vu_ban_hanh}|UY BAN|HOI DONG|BAN CHAP HANH|CHINH PHU|THU TUONG|QUOC HOI|BO [A-Z]|SO [A-Z])")
_WITHOUT_SUBJECT = frozenset({"GGT", "GNP"})  # forms 1.8 and 1.10
_FIRST_WORDS = re.compile(r"CAN CU |DIEU \d|CHUONG |PHAN (?:THU )?(?:NHAT|MOT|I|1)\b|(?:I|1|A)\s*[.)]\s")
# What stands below a subject and is none: boxes to tick, what the paper comes with.
_NO_SUBJECT = re.compile(r"\((?:BAN HANH )?KEM THEO |\((?:AP DUNG|DUNG|SU DUNG) (?:CHO|DOI VOI|TRONG|KHI)\b|KY (?:BAO CAO|KE HOACH)\b")
# A text that begins below the addressees, with dashes too: legal bases are no addressees.
_NO_ADDRESSEE = re.compile(r"[-+• ]*(?:(?:CAN CU|THUC HIEN|TREN CO SO|XET|THEO)\b|(?:QUYET DINH|NGHI DINH|THONG TU|LUAT)\b.{0,60}\bNGAY\b)")
_BOXES = frozenset("□☐▢❑")
_ABOUT = re.compile(r"^(?:VE\b|V\s*/\s*V\b|[(\"“])")


@remembered(8)
def types(law: Law) -> tuple[tuple[str, str, str], ...]:
    """Return the decree's types as (folded name, name in capitals, code), the longest name first; ``CV`` is a công văn."""
    known = [*law.loai.values(), *law.loai_khong_ma]
    named = [(fold(one.ten), one.ten.upper(), one.ma or ("CV" if one.ten == "Công văn" else "")) for one in known]
    return tuple(sorted(named, key=lambda one: -len(one[0])))


@draft
class Title:
    """The title found: type, subject, addressees.

    Attributes:
        loai: the type's code, empty when unknown.
        other: a key of the values of ``OTHER_TITLES`` when the title names a paper of another regime.
    """

    ten_loai: Piece | None = None
    trich_yeu: tuple[Piece, ...] = ()
    kinh_gui: tuple[Piece, ...] = ()
    loai: str = ""
    other: str = ""
    last: int = -1


def read_title(pieces: Sequence[Piece], header: Header) -> Title:
    """Find the title among the *pieces* of the main part, below its header."""
    title = Title(last=header.last)
    after = [one for one in pieces if not header.has(one)]
    start = _ten_loai(after, header, title)
    if start is not None:
        _trich_yeu(after[start + 1 :], title)
    _kinh_gui(after, title, header)
    if title.ten_loai is None and ("trich_yeu_cong_van" in header.found or (title.kinh_gui and "so_ky_hieu" in header.found)):
        title.loai = "CV"
    return title


def _ten_loai(after: Sequence[Piece], header: Header, title: Title) -> int | None:
    top = header.found.get("so_ky_hieu") or header.found.get("tieu_ngu") or header.found.get("quoc_hieu")
    begin = top[0].at if top else -1
    for number, piece in enumerate(after[:40]):
        if piece.at < begin or (piece.paragraph.cell is not None and piece.paragraph.cell.borders):
            continue
        if begins_addressees(piece) or (len(piece.text) > 250 and piece.paragraph.container == "body") or piece.key.startswith("CAN CU "):
            return None
        if _take_type(piece, header, title) or _take_other(piece, header, title):
            return number
    return None


def _take_type(piece: Piece, header: Header, title: Title) -> bool:
    for folded, _, code in types(header.law):
        if not piece.key.startswith(folded):
            continue
        found = piece.find(re.compile(r"\s+".join(map(re.escape, folded.split())) + r"(?![A-Z0-9]|\s*,)"))
        if found is None or found[0] != 0:
            continue
        head, rest = piece.part(*found), piece.part(found[1], len(piece.text))
        alone = not re.sub(r"[\s:.]", "", rest.text)
        set_out = piece.paragraph.align == "center" or piece.bold
        # Small letters: a line apart, or what the symbol says the paper is.
        if head.capitals or (alone and set_out) or ((alone or set_out) and code and symbol_type(header) == code):
            title.ten_loai, title.loai, title.last = head, code, max(title.last, piece.at)
            if not alone:
                title.trich_yeu = (rest,)
            return True
    return False


def _take_other(piece: Piece, header: Header, title: Title) -> bool:
    """A title that the decree does not know: in capitals in the middle of the page."""
    if not piece.capitals or len(piece.key) < 4 or piece.key.startswith(("CONG HOA XA", "DANG CONG SAN", "MAU ", "DU THAO")):
        return False
    if has_type(header) and _AUTHORITY.match(piece.key):
        return False  # who decides, below a title that is missing
    other = next((kind for name, kind in OTHER_TITLES.items() if re.match(rf"{name}\b", piece.key)), "")
    centred = piece.paragraph.align == "center" and piece.paragraph.cell is None and piece.at > header.last
    if not other and not (centred and header.found):
        return False
    if "{{" in piece.text and not centred:
        return False
    title.ten_loai, title.other, title.last = piece, other, max(title.last, piece.at)
    return True


def _trich_yeu(following: Sequence[Piece], title: Title) -> None:
    """Take the lines below the type's name until the text begins or a rule closes them."""
    taken = list(title.trich_yeu)
    if title.ten_loai is None or title.loai in _WITHOUT_SUBJECT or (title.ten_loai.paragraph.lines and taken):
        return
    before = title.ten_loai
    for piece in following:
        first = not taken
        apart = piece.at - before.at > (3 if first else 1)
        closed = bool(before.paragraph.lines) and piece.at > before.at and not first
        if apart or closed or (_begins_text(piece, title, first) and (first or not _goes_on(before, piece))):
            break
        taken.append(piece)
        before = piece
        title.last = max(title.last, piece.at)
    title.trich_yeu = tuple(taken)


def _goes_on(above: Piece, piece: Piece) -> bool:
    """Tell whether a line of the subject runs on into the next paragraph, however that is set."""
    broken = piece.text[:1].islower() or piece.text.startswith("(") or above.text.endswith((",", "-", "–"))
    same = (piece.bold, piece.paragraph.style) == (above.bold, above.paragraph.style)
    broken = broken or (piece.bold and piece.paragraph.align == above.paragraph.align)
    ended = above.text.endswith((".", ";", ":")) or (_AUTHORITY.match(piece.key) and piece.capitals and not above.capitals)
    return bool(broken and same and not ended and len(piece.text) <= 250 and not _is_no_subject(piece))


def _is_no_subject(piece: Piece) -> bool:
    # “… bãi bỏ quy định / căn cứ kết quả rà soát”: in small letters it goes on with the subject.
    begins = _FIRST_WORDS.match(piece.key) and not piece.text[:1].islower()
    return bool(begins or _NO_SUBJECT.match(piece.key) or piece.text[:1] in _BOXES)


def _begins_text(piece: Piece, title: Title, first: bool) -> bool:
    if begins_addressees(piece) or _is_no_subject(piece):
        return True
    if piece.capitals and _AUTHORITY.match(piece.key) and title.loai in {"QĐ", "NQ", "CT", "", "CĐ"}:
        return True
    if piece.at == (title.ten_loai.at if title.ten_loai else -1) or piece.paragraph.align == "center":
        return False
    short = len(piece.text) <= (500 if piece.bold and piece.paragraph.lines else 250)
    return not (first and short and (_ABOUT.match(piece.key) or piece.bold or piece.paragraph.style == "Title"))


# Form 1.6: “CHỦ TỊCH … điện:”, then to whom.
_WIRES = re.compile(r"\bDIEN\s*:$")


def _kinh_gui(after: Sequence[Piece], title: Title, header: Header) -> None:
    for number, piece in enumerate(after[:80]):
        addressed = begins_addressees(piece) or (title.loai == "CĐ" and _WIRES.search(piece.key))
        if not addressed or piece.at < header.last - 1:
            continue
        taken = [piece]
        for following in after[number + 1 :]:
            if not _is_addressee(following, taken):
                break
            taken.append(following)
        title.kinh_gui = tuple(taken)
        title.last = max(title.last, taken[-1].at)
        return


def _is_addressee(piece: Piece, taken: Sequence[Piece]) -> bool:
    """Tell whether a line goes on with the addressees: listed, or one more after a line that has not ended."""
    head, last = taken[0], taken[-1]
    cell, mine = head.paragraph.cell, piece.paragraph.cell
    if piece.at == last.at or (cell is not None and mine is not None and mine.table == cell.table):
        return True
    if cell is not None or piece.at - last.at > 2 or _NO_ADDRESSEE.match(piece.key):
        return False
    if piece.text.startswith(("-", "–", "+", "•")) or piece.paragraph.number in {"-", "–", "+", "•", "\uf0b7"}:
        return True
    if len(piece.text) >= 150 or piece.paragraph.align == "both":
        return False
    if len(taken) == 1:
        return head.key.rstrip(" :-") in {"KINH GUI", "KINH TRINH"}
    return last.text.endswith((";", ",")) or (not last.text.endswith((".", ":")) and piece.paragraph.left == last.paragraph.left)
