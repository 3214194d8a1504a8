"""A formula of Word has a font of its own, whatever the file's default is; what stands around it has not."""

from __future__ import annotations

from notice_gen.check.read import read
from notice_gen.check.rules.loi_van import sai_phong_chu
from tests.helpers.findings import TODAY
from tests.helpers.papers import THONG_BAO, doan
from tests.helpers.spoil import after, raw, spoilt

_FORMULA = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>S=a+b</m:t></m:r></m:oMath>'


def test_a_formula_may_have_its_font_and_words_beside_it_may_not():
    line = doan("Diện tích tính như sau: ").replace("</w:p>", f"{_FORMULA}</w:p>")
    paper = spoilt(THONG_BAO, after("Không có văn bản gửi chậm", line))
    in_calibri = spoilt(paper, raw("Times New Roman", "Calibri"), raw("Times New Roman", "Calibri"), part="word/styles.xml")
    told = [fault.span.text for fault in sai_phong_chu.faults(read(in_calibri, TODAY))]
    assert "Diện tích tính như sau: " in told
    assert not [text for text in told if "S=a" in text]
