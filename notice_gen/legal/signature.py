"""Signatures the decree does not allow (Điều 13; Phụ lục I, Phần I, mục II.7), by kind of agency and by date.

Only what is surely wrong is refused; what is doubtful is a warning; an unknown post, body or agency passes.
The rules with their articles are data (``data/quyen-ky.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from notice_gen import facts
from notice_gen.errors import Problem
from notice_gen.legal import agency, layout, persons
from notice_gen.legal.law import Law
from notice_gen.legal.lines import Block, is_body, misspelt, post_with_prefix, read_line, title_before_name
from notice_gen.legal.quyen_ky import fold, loai_ban_hanh
from notice_gen.records import remembered, replace


def has_authority(line: str, law: Law) -> bool:
    """Tell whether a line of authority begins with one of the decree's abbreviations.

    >>> from notice_gen.legal import law
    >>> now = law(date(2026, 11, 23))
    >>> has_authority("TL. Chủ tịch", now), has_authority("Chủ tịch", now)
    (True, False)
    """
    return bool(read_line(line, law).prefix)


def with_authority(line: str) -> str:
    """Return a line without an abbreviation with the one it most likely wants.

    >>> with_authority("Thừa lệnh Chủ tịch"), with_authority("Ủy ban nhân dân"), with_authority("Chủ tịch")
    ('TL. Chủ tịch', 'TM. Ủy ban nhân dân', 'TL. Chủ tịch')
    """
    words = " ".join(line.split())
    for said, letters in facts.table("tu-ngu.toml")["quyen_han_bang_chu"]:
        if fold(words).startswith(said):
            return f"{letters}. {words[len(said):]}"
    return f"{'TM' if is_body(fold(words)) else 'TL'}. {words}"


def fault_in_signature(
    quyen_han: Sequence[str], chuc_vu: str, *, law: Law, co_quan: Sequence[str] = (), chu_quan: Sequence[str] = (), ho_ten: str = "",
    ngay: date | None = None,
) -> Problem | None:
    """Say what is wrong with a signature, or nothing: the first of :func:`faults_in_signature`, errors before warnings."""
    found = faults_in_signature(quyen_han, chuc_vu, law=law, co_quan=co_quan, chu_quan=chu_quan, ho_ten=ho_ten, ngay=ngay)
    return next((problem for problem in found if problem.level == "error"), next(iter(found), None))


def faults_in_signature(
    quyen_han: Sequence[str], chuc_vu: str, *, law: Law, co_quan: Sequence[str] = (), chu_quan: Sequence[str] = (), ho_ten: str = "",
    ngay: date | None = None,
) -> tuple[Problem, ...]:
    """Say what is wrong with a signature.

    Args:
        quyen_han: the lines of authority (``TL. Chủ tịch``), as typed or as read from a page.
        chuc_vu: the signer's own post.
        law: the decree that names the lines of authority: that of *ngay*, or of the day of judging when there is none.
        co_quan: the lines of the issuing agency's name; empty when not known.
        chu_quan: those of its parent.
        ho_ten: the signer's name.
        ngay: the document's date; rules that changed with a date need it.

    Returns:
        One fault of the lines at most (the one that explains them best), then those of the name, of the agency and
        of the date.  Level ``error``: surely wrong; ``warning``: worth a look.  Each has ``dieu``, the article, among
        its values; ``found`` is the offending text; ``path`` is where a findings file has it.
    """
    return _faults(law, tuple(quyen_han), chuc_vu, tuple(co_quan), tuple(chu_quan), ho_ten, ngay)


@remembered(128, same=1)  # a batch asks the same of every notice
def _faults(
    law: Law, quyen_han: tuple[str, ...], chuc_vu: str, co_quan: tuple[str, ...], chu_quan: tuple[str, ...], ho_ten: str,
    ngay: date | None,
) -> tuple[Problem, ...]:
    ten, tren = (lines if not any("{{" in line for line in lines) else () for lines in (co_quan, chu_quan))
    above = tuple(read_line(line, law) for line in quyen_han)
    post = (persons.full_post(chuc_vu) if ho_ten else "") or chuc_vu
    block = Block(law, above, read_line(post, law), fold(" ".join(ten)), fold(" ".join(tren)), loai_ban_hanh(ten), ngay)
    lines = [("ten", line) for line in ten] + [("chu_quan", line) for line in tren]
    return (*(() if post == chuc_vu else (persons.cut_short(chuc_vu),)), *_all(block, (*quyen_han, post), ho_ten, lines))


def _all(block: Block, typed: Sequence[str], ho_ten: str, lines: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    named = title_before_name(block, ho_ten) if ho_ten else None
    if not any("{{" in line or "*" in line for line in (*typed, ho_ten)):  # else not known before the figures are filled in
        wrong = [] if named else [*persons.misplaced(block, typed, ho_ten)]
        yield from wrong
        found = None if wrong else _of_lines(block, typed)
        if found:
            yield replace(found, path=("ky", "chuc_vu" if found.found == typed[-1] else "quyen_han"))
    if named:
        yield replace(named, path=("ky", "ho_ten"))
    yield from agency.doubts_of_date(block, lines)


def _of_lines(block: Block, typed: Sequence[str]) -> Problem | None:
    spelt = next(filter(None, (misspelt(line, block.law) for line in typed)), None) or post_with_prefix(block.post)
    if spelt:
        return spelt
    told = [problem for check in (*layout.CHECKS, *agency.CHECKS) if (problem := next(check(block), None))]
    return next((problem for problem in told if problem.level == "error"), next(iter(told), None))
