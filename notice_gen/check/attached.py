"""What is attached: the annexes that call themselves so, and their numbers."""

from __future__ import annotations

import re

from notice_gen.check.texts import nfc
from notice_gen.check.view import Annex, DocumentView
from notice_gen.vietnamese.con_so import doc_la_ma


def annexes(view: DocumentView) -> list[Annex]:
    """Return the annexes with the word ``Phụ lục`` at their head; a paper that is issued by another has none."""
    return [annex for annex in view.annexes if annex.ten is not None]


def number(annex: Annex) -> str:
    """Return the number behind the word, ``I``, as typed; empty when there is none."""
    found = re.search(r"([IVXLC]+|\d+|[A-Z])[A-Za-z]?\s*[.:]?\s*$", nfc(annex.ten.text)) if annex.ten else None
    alone = found is not None and annex.ten is not None and nfc(annex.ten.text)[: found.start()].rstrip().upper().endswith(("LỤC", "SỐ"))
    return found[1] if found and alone else ""


def value(shown: str) -> int:
    """Return what a Roman number counts, 0 for any other."""
    try:
        return doc_la_ma(shown)
    except ValueError:
        return 0
