"""What is attached: the annexes that call themselves so, and their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from notice_gen.check import head
from notice_gen.check.texts import boxed, dates, nfc
from notice_gen.check.view import Annex, DocumentView, is_blank
from notice_gen.facts import Phrases
from notice_gen.legal.lines import head as post_of_head
from notice_gen.legal.quyen_ky import fold, loai_co_quan
from notice_gen.vietnamese.chu_cai import bo_dau

_NUMBER = r"\bsố\s*:?\s*(\d{1,6})?[\s.…_]{0,40}/\s?([^\s/;,()]+)"
_ROWS = 4  # over which a reference may run when each is a paragraph of its own
_ISSUER = re.compile(r"\bcủa\s+(.+?)\s*(?:[).,;…]|\b(?:về|ban hành|phê duyệt|quy định)\b|$)", re.DOTALL)
_KINDS = Phrases(r"\b{bo_qua_khi_so_ten}\b")  # left out, or spelt otherwise
_SHORT = (("UBND", "UY BAN NHAN DAN"), ("HDND", "HOI DONG NHAN DAN"))


def annexes(view: DocumentView) -> list[Annex]:
    """Return the annexes with the word ``Phụ lục`` at their head; a paper that is issued by another has none."""
    return [annex for annex in view.annexes if annex.ten is not None]


def number(annex: Annex) -> str:
    """Return the number behind the word, ``I``, as typed; empty when there is none."""
    found = re.search(r"([IVXLC]+|\d+|[A-Z])[A-Za-z]?\s*[.:]?\s*$", nfc(annex.ten.text)) if annex.ten else None
    alone = found is not None and annex.ten is not None and nfc(annex.ten.text)[: found.start()].rstrip().upper().endswith(("LỤC", "SỐ"))
    return found[1] if found and alone else ""


def reference(annex: Annex) -> str:
    """Return the line ``(Kèm theo …)`` up to its closing bracket, over the paragraphs it runs on to; empty where there is none."""
    line = annex.kem_theo
    if line is None:
        return ""
    said = line.paragraph.text[line.start :]
    following = [one.text for one in annex.paragraphs if line.paragraph.index < one.index < line.paragraph.index + _ROWS]
    while said.lstrip().startswith("(") and ")" not in said and following:
        said += f" {following.pop(0)}"
    return " ".join(nfc(said.partition(")")[0]).split())


def other_number(view: DocumentView, annex: Annex) -> str:
    """Return the number and symbol in an annex's reference when they are surely not the paper's own, else nothing."""
    number = head.number(view)
    found = re.search(_NUMBER, reference(annex))
    if number is None or not number.groups or found is None:
        return ""
    said, own = _figure(found[1] or ""), _figure(number.so.text)
    same = _letters(head.groups(found[2])) == _letters(number.groups)
    return "" if same and (not said or not own or said == own) else found[0]


def _letters(groups: Sequence[str]) -> list[str]:
    """Return the groups in capitals, however a blank among them is dotted."""
    return ["…" if is_blank(group) else group.upper() for group in groups]


def date_of(annex: Annex) -> tuple[re.Match[str], date | None] | None:
    """Return the date that follows the number in an annex's reference, as :func:`texts.dates`; a date before it is of something else."""
    said = reference(annex)
    number = re.search(_NUMBER, said)
    return next(iter(dates(said[number.end() :])), None) if number else None


def _figure(typed: str) -> str:
    """Return a number without its leading zeros; nothing for a blank, or for what is another fault."""
    figure = typed.strip(" .…_").lstrip("0")
    return figure if figure.isdigit() else ""


def issuer(said: str) -> str:
    """Return who issued the paper by its reference, ``Ủy ban nhân dân xã Bình Điền``; empty when it does not say."""
    found = _ISSUER.search(said)
    return found[1].strip(" .…_0123456789") if found else ""


def other_issuer(view: DocumentView, name: str) -> bool:
    """Tell whether *name* is surely not the issuer: both are agencies of a known kind, in full, and neither holds the other."""
    lines = [nfc(span.text) for span in boxed(view, "co_quan")]
    post = post_of_head(fold(name))
    agency, own = fold(name)[len(post) :].strip(), " ".join(lines)
    if not loai_co_quan(agency) or not loai_co_quan(own):
        return False
    one, other = _key(agency), _key(own)
    short = re.search(r"\b(?!UBND\b|HĐND\b|TP\b)[A-ZĐ]{2,}\b", name) or re.search(r"\b[^AEIOUY\W\d]{2,}\b", other)
    return not short and one not in other and other not in one


def _key(name: str) -> str:
    words = re.findall(r"\w+", _KINDS.sub(" ", bo_dau(name).upper()))
    return " ".join(dict(_SHORT).get(word, word) for word in words)
