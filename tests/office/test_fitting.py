"""``[dinh_dang] vua_trang``: a wasted last page disappears within the decree's ranges, the same way each time, and what was done is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from notice_gen import issue, legal, model
from notice_gen.cli.main import run
from notice_gen.office import fitting
from notice_gen.office.paging import Facts
from tests.helpers.batches import OUT, made
from tests.helpers.decrees import two_decrees  # noqa: F401 - a fixture
from tests.helpers.findings import GOOD
from tests.helpers.office import needs_writer

TODAY = date(2026, 11, 23)
LAW = legal.law(TODAY)
LINE = "Ủy ban nhân dân xã đã niêm yết đầy đủ thủ tục hành chính tại bộ phận một cửa, cử công chức trực"


def findings(lines: int, more: str = "vua_trang = true") -> str:
    text = "\n".join(f"{LINE} lần thứ {n}." for n in range(lines))
    body = GOOD.replace('phat_hien = [\n', f'noi_dung = """\n{text}\n"""\nphat_hien = [\n', 1)
    return f"{body}\n[dinh_dang]\n{more}\n"


def issued(text: str):
    return issue.issue(text.encode(), file="tb.toml", folder=Path("/"), today=TODAY)


@pytest.mark.parametrize("wish", [{}, {"gian_dong": Decimal("1.5")}, {"gian_doan": Decimal(12)}, {"co_chu": Decimal(13)}])
def test_looks_are_inside_the_ranges_each_once_and_never_what_is_there(wish):
    dinh_dang = model.DinhDang(**wish)
    tried = fitting.looks(dinh_dang, LAW)
    assert tried
    assert len(tried) == len(set(tried))
    assert fitting.measures(dinh_dang, LAW) not in tried
    for each in tried:
        assert all(LAW.ranges[key].allows(value) for key, value in fitting.named(each).items()), each
    assert tried == fitting.looks(dinh_dang, LAW)


@pytest.mark.usefixtures("two_decrees")
def test_no_look_that_takes_more_pages_is_taken(monkeypatch):
    notice, before = issued(findings(3)), Facts(pages=2, signature=2, is_alone=True, last_lines=1, differing="")
    for pages, said in ((3, "Không chỉnh được"), (2, "Đã chỉnh")):
        found = Facts(pages, pages, is_alone=False, last_lines=20, differing="", text_lines=20)
        monkeypatch.setattr(fitting, "_facts", lambda several, _, found=found: ((at, found) for at, _ in enumerate(several)))
        done = fitting.fitted({"a": (notice, before)}, today=TODAY)["a"]
        assert done.said.text().startswith(said)
        assert (done.issued == notice) == (pages == 3)


def test_a_decree_to_come_has_its_own_ranges():
    law = legal.law(date(2027, 6, 1))
    for each in fitting.looks(model.DinhDang(), law):
        assert all(law.ranges[key].allows(value) for key, value in fitting.named(each).items())


@pytest.fixture(scope="module")
def wasted():
    """Papers by how many lines they have, and their pages, where the last is wasted."""
    papers = {n: issued(findings(n)) for n in (9, 10, 11, 13, 15, 29)}
    found = fitting.wasteful({n: paper.docx for n, paper in papers.items()}, today=TODAY)
    assert found, "no paper of these wastes a page: choose other lengths"
    return {n: (papers[n], pages) for n, pages in found.items()}


@needs_writer
@pytest.mark.slow
def test_a_wasted_page_disappears_or_it_is_told_why_not(wasted):
    done = fitting.fitted(wasted, today=TODAY)
    assert done.keys() == wasted.keys()
    fitted = {n: one for n, one in done.items() if one.issued is not wasted[n][0]}
    assert fitted
    assert not fitting.wasteful({n: one.issued.docx for n, one in fitted.items()}, today=TODAY)
    for n, one in done.items():
        before, after = wasted[n][0].notice.dinh_dang, one.issued.notice.dinh_dang
        assert all(LAW.ranges[key].allows(value) for key, value in fitting.named(fitting.measures(after, LAW)).items())
        told = one.said.text()
        assert ("Đã chỉnh cho vừa trang" in told) == (before != after), told
        assert "→" in told or before == after
        assert one.said.code == "vua_trang"
    again = fitting.fitted(wasted, today=TODAY)
    assert {n: one.issued.docx for n, one in again.items()} == {n: one.issued.docx for n, one in done.items()}


@needs_writer
@pytest.mark.slow
def test_render_batch_verify_and_take_edits_agree(wasted, tmp_path, monkeypatch, capsys):
    n = next(iter(wasted))
    monkeypatch.chdir(tmp_path)
    Path("tb.toml").write_text(findings(n), "utf-8")
    assert run(["render", "tb.toml", "--strict", "-o", "tb.docx"]) == 0
    assert "cho vừa trang" in capsys.readouterr().err
    assert run(["verify", "tb.docx", "--from", "tb.toml"]) == 0
    assert "đúng từng byte" in capsys.readouterr().err
    assert run(["take-edits", "tb.toml", "tb.docx", "--dry-run"]) == 0
    assert "cỡ chữ" not in capsys.readouterr().err
    assert run(["batch", "tb.toml", "-o", str(OUT), "--jobs", "1"]) == 0
    assert "cho vừa trang" in capsys.readouterr().err
    [(name, data)] = made().items()
    assert run(["verify", str(OUT / name), "--from", "tb.toml"]) == 0
    assert "đúng từng byte" in capsys.readouterr().err
    assert run(["batch", "tb.toml", "-o", str(OUT), "--jobs", "1"]) == 0
    assert made() == {name: data}


def test_without_libreoffice_it_is_told_and_printed_as_it_is(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("notice_gen.convert.chunks.find", lambda: None)
    Path("tb.toml").write_text(findings(3), "utf-8")
    Path("khac.toml").write_text(findings(3, ""), "utf-8")
    assert run(["render", "tb.toml", "-o", "tb.docx"]) == 0
    told = capsys.readouterr().err
    assert "Chưa chỉnh được cho vừa trang" in told
    assert "LibreOffice" in told
    assert run(["render", "khac.toml", "-o", "khac.docx"]) == 0
    from notice_gen import render

    assert render.year(Path("tb.docx").read_bytes()) == render.year(Path("khac.docx").read_bytes())
    assert issued(findings(3)).docx == issued(findings(3, "")).docx
    assert run(["batch", "tb.toml", "-o", str(OUT), "--jobs", "1"]) == 0
    assert "Chưa chỉnh được cho vừa trang" in capsys.readouterr().err
    assert len(made()) == 1
