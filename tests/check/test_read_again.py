"""What was read of a paragraph serves the next file only where all is the same: a file read after others is seen as if it were the first."""

from __future__ import annotations

import pytest

from notice_gen.check import read as reading
from notice_gen.check.read import read
from tests.helpers.docx import docx, p, r, table
from tests.helpers.notices import TODAY

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BREAK, PAGE = '<w:br w:type="page"/>', '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
OPEN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
CLOSE = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
SECTION = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
LINE = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
BOX = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'

FILES = {
    "plain": (p("Một"), p("hai")),
    "the other order": (p("hai"), p("Một")),
    "one more before": (p("không"), p("Một"), p("hai")),
    "in a table": (p("Một"), table(["hai", "Một"]), p("hai")),
    "in another cell": (p("Một"), table(["x", "hai"], ["Một", "hai"]), p("hai")),
    "numbered": (p("Một", ppr=NUMBERED), p("hai", ppr=NUMBERED), p("hai")),
    "numbered later": (p("Một"), p("hai", ppr=NUMBERED), p("hai", ppr=NUMBERED)),
    "on a new page": (p(r("Một"), f"<w:r>{BREAK}</w:r>"), p("hai")),
    "a page number": (p("Một"), p(r("hai"), PAGE)),
    "a code open": (p(r("Một"), OPEN), p(r("hai"), CLOSE), p("hai")),
    "in a section of its own": (p("Một", ppr=SECTION), p("hai")),
    "a line": (p("Một", ppr=LINE), p("", ppr=LINE), p("hai")),
    "a box": (p(r("Một"), BOX), p("hai")),
}


@pytest.mark.parametrize("first", FILES)
@pytest.mark.parametrize("second", FILES)
def test_a_file_is_seen_as_if_it_were_the_first(first, second):
    reading._shared.cache_clear()
    alone = read(docx(*FILES[second]), TODAY)
    reading._shared.cache_clear()
    read(docx(*FILES[first]), TODAY)
    again = read(docx(*FILES[second]), TODAY)
    assert again == alone
    assert [one.paragraphs for one in (again, alone)] == [alone.paragraphs] * 2


def test_what_two_files_share_is_one_object():
    reading._shared.cache_clear()
    one, other = (read(docx(p("Một"), p(text)), TODAY) for text in ("hai", "ba"))
    assert one.paragraphs[0] is other.paragraphs[0]
    assert [paragraph.text for paragraph in other.paragraphs] == ["Một", "ba"]
