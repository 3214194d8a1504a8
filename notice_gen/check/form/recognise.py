"""A view with its text only → the same view with kind (only administrative documents are judged by the decree), type, boxes and annexes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from notice_gen import facts
from notice_gen.check.form.annexes import KEM_THEO, main_end, read_annexes
from notice_gen.check.form.closing import Closing, read_closing
from notice_gen.check.form.header import DANG, Header, header_zone, put_issuer_above, read_header
from notice_gen.check.form.pieces import Piece, pieces
from notice_gen.check.form.title import Title, read_title
from notice_gen.check.view import COMPONENTS, Component, DocumentView, Kind, Paragraph, Span, whole
from notice_gen.facts import Phrases
from notice_gen.records import replace

_DANG_NUMBER = Phrases(r"SO\s*:?\s*[\d.…\s]*-\s*{ma_loai_dang}/[A-Z]{{2,}}")
_YEAR = re.compile(r"SO\s*:?\s*[\d.…\s]*/\s*(?:19|20)[\d.…]{2}\s*/{1,2}\s*[A-Z]")
# A year in the number of any other type is a fault of an administrative paper.
_MAY_BE_LAW = frozenset({"", "NQ", "QĐ", "CT"})
# Nor do these make law (Luật Ban hành văn bản quy phạm pháp luật): their year is a fault.
_MAKES_NO_LAW = Phrases(r"{khong_lam_luat}\s(?!NHAN DAN|DONG)")
_QPPL_LAW = re.compile(r"(?:LUAT|PHAP LENH|NGHI QUYET)\s+(?:SO\s*)?:?\s*\d+/\d{4}/(?:QH|UBTVQH)\d+")
_MAU = re.compile(r"[(\[]?\s*(?:MAU|BIEU(?: MAU)?|PHU BIEU)\s*(?:SO\b|\d|[IVX]+\b|[A-Z]?\d|[A-Z]+\.[A-Z\d])")
_SAO = Phrases("{hinh_thuc_sao}")
_BEN = re.compile(r"(?:DAI DIEN )?\(?BEN [AB]\b")
_SYMBOL = re.compile(r"SO\s*:?[\d.…\s]*/\s*[A-Z]{2,}")
_ISSUED = frozenset({"quoc_hieu", "tieu_ngu", "so_ky_hieu", "co_quan"})
# A licence, a certificate: each trade has its own form (Điều 3, khoản 2: văn bản chuyên ngành), none of the types of Điều 7.
_OF_A_TRADE = re.compile(r"(?:GIAY PHEP|GIAY CHUNG NHAN|CHUNG CHI|GIAY DANG KY)\b(?! SO\b.*\bNGAY\b)")
# One person's power of attorney for another: of the decree's types by its title alone (Bộ luật Dân sự 2015, Điều 562).
_OF_A_PERSON = re.compile(r"(?:CHUNG )?TOI\b|(?:\W|\d|[IV]+\.)*(?:BEN|NGUOI) (?:DUOC )?UY QUYEN\b|(?:\W|\d)*HO (?:VA )?TEN\b.*:")
_TAG = re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}", re.DOTALL)
_BLANK = re.compile(r"[.…_]{4,}|…{2,}")


def kind_of(pieces: Sequence[Piece], header: Header, title: Title, boxes: Mapping[str, object]) -> Kind:
    """Tell the sort of paper from the *pieces* of its main part and the boxes found in it."""
    keys = [one.key for one in pieces[:40]]
    top = keys[:12]
    if _is_of_party(top, boxes):
        return Kind.DANG
    if title.other == "qppl" or _has_year_of_law(header, title) or any(_QPPL_LAW.match(key) for key in top):
        return Kind.QUY_PHAM
    if _is_contract(pieces, title):
        return Kind.HOP_DONG
    if _is_form(pieces, keys, title):
        return Kind.BIEU_MAU
    if _is_of_a_trade(pieces, title) or _is_of_a_person(keys, title, boxes):
        return Kind.KHAC
    if title.loai in {"SY", "SL", "TrS"} or ("quoc_hieu" not in boxes and any(_SAO.fullmatch(key) for key in top)):
        return Kind.BAN_SAO  # the copy's own block below a photocopy has no Quốc hiệu (form 3.1)
    return _by_its_number(keys, header, title, boxes)


def _is_of_a_trade(pieces: Sequence[Piece], title: Title) -> bool:
    return not title.loai and any(one.capitals and _OF_A_TRADE.match(one.key) for one in pieces[:20])


def _is_of_a_person(keys: Sequence[str], title: Title, boxes: Mapping[str, object]) -> bool:
    """Tell a power of attorney that no agency gives: none is named above it, it has no number, and a person speaks or is described."""
    of_an_agency = title.loai != "GUQ" or not {"co_quan", "so_ky_hieu", "quyen_han"}.isdisjoint(boxes)
    return not of_an_agency and any(_OF_A_PERSON.match(key) for key in keys)


def _is_of_party(top: Sequence[str], boxes: Mapping[str, object]) -> bool:
    """Tell a paper of the Party; below a Quốc hiệu, which theirs have not, a number such as theirs is a slip."""
    return any(DANG.fullmatch(key.strip("* ")) or ("quoc_hieu" not in boxes and _DANG_NUMBER.match(key)) for key in top)


def _is_contract(pieces: Sequence[Piece], title: Title) -> bool:
    named = any(one.capitals and one.key.startswith("HOP DONG ") for one in pieces[:12])
    return named or title.other == "hop_dong" or title.loai == "HĐ" or sum(bool(_BEN.match(one.key)) for one in pieces[:60]) >= 2


def _has_year_of_law(header: Header, title: Title) -> bool:
    numbers, issuer = (header.found.get(name, []) for name in ("so_ky_hieu", "co_quan"))
    dated = title.loai in _MAY_BE_LAW and any(_YEAR.match(one.key) for one in numbers)
    return dated and not any(_MAKES_NO_LAW.match(one.key) for one in issuer[:1])


def _by_its_number(keys: Sequence[str], header: Header, title: Title, boxes: Mapping[str, object]) -> Kind:
    if title.ten_loai is not None and not header.found.get("so_ky_hieu"):
        if any(KEM_THEO.match(key) for key in keys):
            return Kind.KEM_THEO
        if not title.loai:
            return Kind.KHAC  # a list, a speech: none of the decree's types
    # Two of what makes a paper the decree's: what is missing is its fault.
    typed = title.ten_loai is not None and title.loai and not _ISSUED.isdisjoint(boxes)
    if typed or ("co_quan" in boxes and any(_SYMBOL.match(one.key) for one in header.found.get("so_ky_hieu", ()))):
        return Kind.HANH_CHINH
    # A letter of a firm has a date, an addressee and a signer too.
    named = bool(title.loai) or not {"quoc_hieu", "so_ky_hieu"}.isdisjoint(boxes)
    return Kind.HANH_CHINH if named and _evidence(boxes) >= 3 else Kind.KHAC


def _evidence(boxes: Mapping[str, object]) -> int:
    """Count the signs of an administrative document: five at most."""
    signs = (
        ("quoc_hieu", "tieu_ngu"), ("so_ky_hieu",), ("dia_danh_ngay",), ("ten_loai", "trich_yeu_cong_van", "kinh_gui"),
        ("noi_nhan", "quyen_han", "chuc_vu"),
    )
    return sum(any(name in boxes for name in names) for names in signs)


def _is_form(pieces: Sequence[Piece], keys: Sequence[str], title: Title) -> bool:
    """A form to fill in: it says so at its top, is a template with tags, or is full of dotted blanks."""
    if title.other == "bieu_mau" or any(_MAU.match(key) for key in keys[:4]):
        return True
    if sum(len(_TAG.findall(one.text)) for one in pieces if "{" in one.text) >= 2:
        return True
    dotted = (one.text for one in pieces if "…" in one.text or "_" in one.text or ".." in one.text)
    blank = sum(1 for text in dotted if _BLANK.search(text))
    return blank >= 5 and blank * 4 > len(pieces)


def recognised(view: DocumentView) -> DocumentView:
    """Return *view* with what its words are; its ``kind`` is not looked at, its ``law`` serves when the head shows no date."""
    everything = list(pieces(enumerate(view.paragraphs)))
    end = main_end(view.paragraphs, everything)
    main = [one for one in everything if one.at < end]
    header = read_header(header_zone(main), view.law)
    title = read_title(main, header)
    if title.ten_loai is not None and title.loai and not any(_MAU.match(one.key) for one in main if one.at <= title.ten_loai.at):
        put_issuer_above(main, title.ten_loai, header)
    closing = read_closing(main, title.last)
    found: dict[str, list[Span]] = {name: [one.span for one in parts] for name, parts in header.found.items()}
    if title.ten_loai is not None:
        found["ten_loai"] = [title.ten_loai.span]
    for name, parts in (("trich_yeu", title.trich_yeu), ("kinh_gui", title.kinh_gui)):
        if parts:
            found[name] = [one.span for one in parts]
    found |= {name: [one.span for one in parts] for name, parts in closing.found.items()}
    found |= _body(view.paragraphs, main, header, title, closing)
    found |= _address(view)
    return replace(
        view, kind=kind_of(main, header, title, found), law=header.law, loai=title.loai,
        components={name: Component(name, tuple(found[name])) for name in COMPONENTS if found.get(name)},
        annexes=read_annexes(view.paragraphs, everything, end),
    )


def _body(paragraphs: Sequence[Paragraph], main: Sequence[Piece], header: Header, title: Title, closing: Closing) -> dict[str, list[Span]]:
    """Return box 6: each paragraph of running text between the head and the foot, tables and text boxes left out."""
    used = {one.at for parts in header.found.values() for one in parts} | {one.at for parts in closing.found.values() for one in parts}
    used |= {one.at for one in (*title.trich_yeu, *title.kinh_gui)} | ({title.ten_loai.at} if title.ten_loai else set())
    last = len(paragraphs) if closing.first is None else closing.first
    inside = {one.at for one in main if title.last < one.at and (one.at < last or one.at not in used)} - used
    spans = [whole(paragraphs[at]) for at in sorted(inside) if paragraphs[at].container == "body" and at < last]
    return {"noi_dung": spans} if spans else {}


def _address(view: DocumentView) -> Mapping[str, list[Span]]:
    """Return box 13: an address at the foot of the first page."""
    if not view.sections:
        return {}
    first = view.sections[0]
    footing = first.first_footer if first.title_page else first.footer
    below = pieces(enumerate(footing.paragraphs if footing else ()))
    found = [one.span for one in below if any(word in one.key for word in facts.words("dia_chi"))]
    return {"dia_chi": found} if found else {}
