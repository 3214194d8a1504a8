"""Who signs: lines of authority, post and name, for each signer of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from notice_gen.check.texts import boxed, issued, nfc
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import Problem
from notice_gen.legal import faults_in_signature

_PREFIXED = r"(?:T\W?M|K\W?T|T\W?L|T\W?U\W?Q|Q)\s*[.:/]\s*\S|(?:TM|KT|TL|TUQ)\s"

TIGHT = r"(TM|KT|TL|TUQ|Q)\.(?=[^\W\d_])"
"""A sign of authority with no space behind it."""


@dataclass
class Signer:
    """One signer; each of the three may be empty, for a line may be missing.

    Attributes:
        authority: the lines of box 7a that say in whose stead, ``TM. ỦY BAN NHÂN DÂN``.
        post: the lines of the post.
        name: the line of the name.
    """

    authority: list[Span] = field(default_factory=list)
    post: list[Span] = field(default_factory=list)
    name: list[Span] = field(default_factory=list)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of authority, one that goes on joined to the one before; ``Q. CHỦ TỊCH`` at the end is a post."""
        found = _joined(self.authority)
        return tuple(found[:-1] if self._acting(found) else found)

    @property
    def title(self) -> str:
        """The post in one line."""
        found = _joined(self.authority)
        return found[-1] if self._acting(found) else " ".join(nfc(" ".join(span.text for span in self.post)).split())

    def _acting(self, found: list[str]) -> bool:
        return not self.post and bool(found) and re.match(r"Q\s*\.", found[-1]) is not None


def _joined(spans: list[Span]) -> list[str]:
    found: list[str] = []
    for span in spans:
        text = " ".join(nfc(span.text).split())
        if found and not re.match(_PREFIXED, text, re.IGNORECASE):
            found[-1] += f" {text}"
        else:
            found.append(text)
    return found


def signers(view: DocumentView) -> Iterator[Signer]:
    """Yield the signers, column by column."""
    lines = [
        (span.paragraph.cell.column if span.paragraph.cell else 0, span.paragraph.index, span.start, name, span)
        for name in ("quyen_han", "chuc_vu", "ho_ten")
        for span in (view.components[name].spans if name in view.components else ())
    ]
    signer, column = Signer(), None
    for at, _, _, name, span in sorted(lines, key=lambda line: line[:3]):
        if column is not None and (at != column or (signer.name and name != "ho_ten")):
            yield signer
            signer = Signer()
        column = at
        {"quyen_han": signer.authority, "chuc_vu": signer.post, "ho_ten": signer.name}[name].append(span)
    if column is not None:
        yield signer


def below(view: DocumentView, span: Span) -> Iterator[str]:
    """Yield the texts that stand below a line, in its cell or before the next table."""
    here = span.paragraph
    found = False
    for paragraph in view.paragraphs:
        if found:
            if paragraph.cell != here.cell or paragraph.section != here.section:
                return
            yield paragraph.text.strip()
        found = found or paragraph is here


def problems(view: DocumentView) -> Iterator[tuple[Span, Problem]]:
    """Yield what is wrong with the lines of a signature, as the law of the paper's date and its issuer have it, at its first line."""
    issuer, parent = (tuple(span.text for span in boxed(view, name)) for name in ("co_quan", "co_quan_chu_quan"))
    for signer in signers(view):
        spaced = tuple(re.sub(TIGHT, r"\1. ", line) for line in signer.lines)
        if not signer.title:
            continue
        for problem in faults_in_signature(spaced, signer.title, law=view.law, co_quan=issuer, chu_quan=parent, ngay=issued(view)):
            if problem.path[:1] == ("ky",):
                yield (signer.authority or signer.post)[0], problem
