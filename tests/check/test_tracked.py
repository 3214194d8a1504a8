"""Papers with Word's tracked changes: judged as if all were accepted, and told so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from notice_gen.check import rules
from notice_gen.check.annotate import annotated
from notice_gen.check.judge import judge
from notice_gen.check.mend import mended
from notice_gen.check.read import opened, read
from notice_gen.cli.main import run
from tests.helpers.docx import c, docx, p, r, table
from tests.helpers.notices import TODAY

BY = 'w:id="1" w:author="A" w:date="2026-03-05T00:00:00Z"'
DELETED_END, MOVED_END = (f"<w:rPr><w:{name} {BY}/></w:rPr>" for name in ("del", "moveFrom"))
MARK = "<w:bookmarkStart w:id='2' w:name='a'/>"


def ins(text):
    return f"<w:ins {BY}>{r(text)}</w:ins>"


def gone(text, name="del"):
    return f"<w:{name} {BY}>{r(text) if name == 'moveFrom' else r(text).replace('w:t', 'w:delText')}</w:{name}>"


def row(*cells, prop="", cell=""):
    inner = "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{p(one)}</w:tc>" for one in cells)
    return f"<w:tr><w:trPr>{prop}</w:trPr>{inner}</w:tr>"


def tbl(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("blocks", "texts"),
    [
        ((p(r("Một "), gone("hai "), ins("ba")),), ["Một ba"]),
        ((p(gone("Đi", "moveFrom"), f"<w:moveTo {BY}>{r('Đến')}</w:moveTo>"),), ["Đến"]),
        ((p("Một"), p(gone("hai"), ppr=DELETED_END), p("ba")), ["Một", "ba"]),
        ((p("Một "), p(r("hai "), gone("x"), ppr=DELETED_END), MARK, p("ba", ppr=DELETED_END), p(" bốn")), ["Một ", "hai ba bốn"]),
        ((p(gone("a", "moveFrom"), ppr=MOVED_END), table(["b", "c"]), p("d")), ["b", "c", "d"]),
        ((p("a", ppr=DELETED_END), table(["b", "c"])), ["a", "b", "c"]),
        ((tbl(row("a"), row("b", prop=f"<w:del {BY}/>"), row("c", prop=f"<w:ins {BY}/>")),), ["a", "c"]),
        ((tbl(row("a"), row("b", cell=f"<w:cellDel {BY}/>")),), ["a"]),
    ],
)  # fmt: skip
def test_it_is_seen_as_if_accepted(blocks, texts):
    view = read(docx(*blocks), TODAY)
    assert [paragraph.text for paragraph in view.paragraphs] == texts
    assert view.tracked


def test_a_joined_paragraph_looks_and_stands_as_its_last_part():
    view = read(docx(p("Một "), p("hai ", ppr=DELETED_END), c("ba")), TODAY)
    assert [(one.index, one.align) for one in view.paragraphs] == [(0, "left"), (2, "center")]


def test_a_paper_without_changes_has_none():
    assert not read(docx(p("Một", r("hai", "b"))), TODAY).tracked


HEAD = table([c("ỦY BAN NHÂN DÂN") + c("XÃ BÌNH ĐIỀN", b=True) + c("Số: 12/TB-UBND"),
              c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True) + c("Độc lập - Tự do - Hạnh phúc", b=True) + c("Bình Điền, ngày 05 tháng 3 năm 2026", i=True)])  # fmt: skip
PAPER = docx(HEAD, c("THÔNG BÁO", b=True), p(r("Ủy ban "), gone("mặt trận "), ins("nhân dân xã , thông "), ppr=DELETED_END), p("báo như sau ."))


def test_a_place_in_joined_paragraphs_is_marked_and_mended():
    entries = [entry for entry in rules.all_rules() if entry.rule.name == "khoang_trang_truoc_dau"]
    file = opened(PAPER, TODAY)
    faults = judge(file.view, entries).faults
    assert [fault.span.paragraph.text[fault.span.end - 1 :] for fault in faults] == [" , thông báo như sau .", " ."] or len(faults) == 2
    marked = read(annotated(file, faults, str, date=datetime(2026, 3, 5, tzinfo=UTC)), TODAY)
    assert [one.text for one in marked.paragraphs][-1] == "Ủy ban nhân dân xã , thông báo như sau ."
    done = mended(PAPER, entries, today=TODAY)
    assert [one.text for one in read(done.docx, TODAY).paragraphs][-1] == "Ủy ban nhân dân xã, thông báo như sau."


def test_the_report_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(PAPER)
    assert run(["check", "a.docx", "--select", "TN02"]) == 0
    assert "Track Changes" in capsys.readouterr().err
