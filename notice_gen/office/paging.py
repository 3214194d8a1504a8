"""What only the printed pages tell: how many there are, where the signature stands, whether a page is wasted or a word lost."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.errors import N_, InputError, NoticeGenError, Place, Problem, ToolError, Words, joined, unwaived
from notice_gen.ooxml.names import W, on
from notice_gen.ooxml.package import Package
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.check.view import DocumentView
    from notice_gen.convert.pages import Page

_SIGNED = ("quyen_han", "chuc_vu", "ho_ten", "dau", "noi_nhan", "ky_hieu_nguoi_soan", "dia_chi")
_FEW = 2  # letters that a page may have too many: a mark of a list


@record
class Facts:
    """The pages of one paper."""

    pages: int
    signature: int  # the page where the signer's name stands, from 1; 0 where none was found
    is_alone: bool  # nothing of the text is on that page
    last_lines: int  # of the last page
    differing: str  # letters that the pages and the Word file have not alike, in order; empty as a rule
    text_lines: int = 0  # on the signature's page, beside the signature and who gets the paper
    blank: tuple[int, ...] = ()  # pages with nothing between their margins, from 1


def facts(pdf: bytes, docx: bytes, today: date) -> Facts:
    """Read the pages of a Word file.  Raises InputError: *docx* cannot be read; ToolError: pypdfium2 is missing."""
    from notice_gen.check.read import read
    from notice_gen.convert.pages import pages

    view = read(docx, today)
    section = view.sections[0] if view.sections else None
    usual = (float(view.law.ranges[key].default) for key in ("le_tren", "le_duoi"))
    top, bottom = (section.top, section.bottom) if section else usual
    printed = pages(pdf, top=top, bottom=bottom)
    at = _signature(printed, view)
    written = _letters(one.number + one.text for one in view.paragraphs)
    shown = _letters(page.text for page in printed)
    again = _again(printed, _headings(docx), shown - written)
    differing = (written - shown) + (shown - written - again)
    own = [view.components[name].text for name in _SIGNED if name in view.components]
    block = _letters(own)
    is_alone = at > 1 and (_letters([printed[at - 1].text]) - block).total() <= _FEW
    text_lines = sum(not _is_of_block(line, list(map(_joined, own))) for line in printed[at - 1].text.splitlines()) if at else 0
    last_lines = printed[-1].lines if printed else 0
    blank = tuple(number for number, page in enumerate(printed, 1) if not (page.lines or page.is_drawn))
    return Facts(len(printed), at, is_alone, last_lines, "".join(sorted(differing.elements())), text_lines, blank)


def _headings(docx: bytes) -> set[str]:
    """Return the letters of each table's heading: the rows that are printed again on every page (ECMA-376 Part 1, 17.4.78)."""
    package = Package(docx)
    root = package.root(package.main)
    tables = () if root is None else root.iter(W + "tbl")
    heads = (takewhile(lambda row: on(row.find(f"{W}trPr/{W}tblHeader")), table.iterfind(W + "tr")) for table in tables)
    return {_joined("".join(text.text or "" for row in rows for text in row.iter(W + "t"))) for rows in heads}


def _again(printed: Sequence[Page], headings: Iterable[str], extra: Counter[str]) -> Counter[str]:
    """Return the letters, among *extra* ones, of headings that are printed once more where a page begins."""
    again = Counter[str]()
    for page in printed[1:]:
        top = _joined(page.text)
        for letters in map(Counter, sorted(headings, key=len, reverse=True)):  # in which order a program prints its cells is its own matter
            if letters == Counter(top[: letters.total()]) and again + letters <= extra:
                again += letters
                break
    return again


def _is_of_block(line: str, own: Sequence[str]) -> bool:
    """Say whether a line of a page is one of the signature's block, or two of it that stand beside each other."""
    said = _joined(line)
    return any(
        any(said[:cut] in one for one in own) and any(said[cut:] in one for one in own) for cut in range(max(len(said), 1))
    )


def _signature(printed: tuple[Page, ...], view: DocumentView) -> int:
    name = view.components.get("ho_ten")
    if name is None:
        return 0
    said = _joined(name.text)
    return next((number for number in range(len(printed), 0, -1) if said in _joined(printed[number - 1].text)), 0)


def _joined(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text).casefold() if char.isalpha())


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(char for text in texts for char in _joined(text))


def doubts(found: Facts, file: str, *, ours: bool) -> tuple[Problem, ...]:
    """Return what is to be looked at again, as warnings; *ours*: each letter is to be on the pages, which of no other program is sure."""
    place = Place(file)
    problems = []
    if found.is_alone:
        message = N_("Chữ ký đứng một mình ở trang {trang}: trang đó không có dòng nội dung nào.")
        hint = N_("Rút bớt hoặc thêm lời văn, hoặc đặt gian_dong khác trong [dinh_dang], để ít nhất hai dòng nội dung sang trang đó.")
        problems.append(Problem(message, hint, {"trang": found.signature}, place=place, level="warning", code="chu_ky_mot_minh_mot_trang"))
    if found.blank:
        message = N_("Trang trống: {trang}.")
        hint = N_("Bỏ đoạn trống, ngắt trang thừa ở cuối trang trước; văn bản in từ tệp nội dung thì rút bớt hoặc thêm một dòng lời văn.")
        values = {"trang": joined(", ", [Words(N_("trang {so}"), so=number) for number in found.blank])}
        problems.append(Problem(message, hint, values, place=place, level="warning", code="trang_trong"))
    if found.pages > 1 and found.last_lines == 1:
        message = N_("Trang cuối (trang {trang}) chỉ có một dòng.")
        hint = N_("Rút bớt vài chữ, hoặc đặt gian_dong nhỏ hơn trong [dinh_dang], để dòng đó về trang trước.")
        problems.append(Problem(message, hint, {"trang": found.pages}, place=place, level="warning", code="trang_cuoi_mot_dong"))
    if ours and found.differing:
        message = N_("Chữ trong bản PDF không khớp với tệp Word ({so} chữ cái khác nhau).")
        hint = N_("Mở cả hai tệp đối chiếu trước khi gửi; cài phông Times New Roman rồi làm lại bản PDF.")
        problems.append(Problem(message, hint, {"so": len(found.differing)}, place=place, level="warning", code="pdf_khac_tep_word"))
    return tuple(problems)


def as_json(found: Facts | NoticeGenError) -> dict[str, object] | None:
    """Return facts as plain JSON values; None where there are none."""
    if isinstance(found, NoticeGenError):
        return None
    return {
        "count": found.pages, "signature": found.signature or None, "signature_alone": found.is_alone, "lines_of_last": found.last_lines,
        "blank": [*found.blank],
    }  # fmt: skip


def of_files(files: Sequence[str], today: date) -> Iterator[tuple[int, Facts | NoticeGenError]]:
    """Yield the facts of each paper, by its place, in no order, or why there are none.  Raises ToolError: a program is missing."""
    from notice_gen import reader
    from notice_gen.convert import PDF, Paper, convert
    from notice_gen.convert.pages import MISSING, can_read
    from notice_gen.office import foreign

    if not can_read():
        raise ToolError(MISSING)
    docx: dict[int, bytes] = {}
    for index, made in enumerate(foreign.made_ours([(file, None) for file in files])):
        if made and made.error:
            yield index, made.error
        else:
            try:
                docx[index] = made.docx if made else reader.load(Path(files[index]))
                Package(docx[index])
            except NoticeGenError as error:
                docx.pop(index, None)
                yield index, error
    places = list(docx)
    for at, pdf in convert((Paper(data, ".docx") for data in docx.values()), PDF):
        index = places[at]
        try:
            yield index, InputError(pdf) if isinstance(pdf, Problem) else facts(pdf, docx[index], today)
        except InputError as error:
            yield index, error


def of_our_own(papers: Mapping[Path, tuple[Path, Sequence[str]]], today: date) -> Iterator[Problem]:
    """Yield the doubts about our own papers: each Word file with its PDF and the warnings that it passes over; none without pypdfium2."""
    from notice_gen.convert.pages import can_read

    if not can_read():
        return
    for docx, (pdf, bo_qua) in papers.items():
        try:
            found = doubts(facts(pdf.read_bytes(), docx.read_bytes(), today), str(pdf), ours=True)
        except InputError as error:
            found = tuple(replace(problem, level="warning", code="pdf_khac_tep_word", place=Place(str(pdf))) for problem in error.problems)
        except OSError:  # somebody was quicker
            continue
        yield from unwaived(found, bo_qua)
