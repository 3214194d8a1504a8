"""Our own papers are held against the law: each form once, loudly where it is not right."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from notice_gen import proof, templates
from notice_gen.check import rules
from notice_gen.check.fault import Level
from notice_gen.check.judge import judge
from notice_gen.check.read import read
from notice_gen.cli.main import run
from notice_gen.issue import issue
from tests.helpers.findings import GOOD, spoilt
from tests.helpers.notices import TODAY

# What our Word file and our composing answer for; a code that joins or leaves changes what `render` checks.
FORM = """
    TR01 TR02 TR03 TR04 TR05 TR06 TR07 TR08 TR09 TR10 TR11 QH01 QH02 QH03 QH04 TN01 TN02 TN03 TN04 TN05 TN06 TN07 CQ01 CQ02 CQ03 CQ04 CQ05 CQ06 CQ07 CQ08 CQ09 CQ10
    SO01 SO02 SO04 SO13 SO14 SO15 DN01 DN02 DN04 DN05 DN06 DN07 DN09 TL01 TL02 TL03 TL04 TL05 TY01 TY02 TY03 TY04 TY06 TY07 TY08 TY10 TY11 TY12 TY13
    DK01 DK02 DK03 DK07 KG01 KG03 KG04 KG05 KG06 KG07 KG10 CC01 CC03 ND01 ND02 ND03 ND05 ND06 ND07 ND08 ND14 PC01 PC02 PC08 PC09 PC10 PC11 PC14 PC15
    KY01 KY02 KY03 KY04 KY05 KY06 KY07 KY09 KY24 BS04 BS05 NN01 NN02 NN03 NN04 NN05 NN06 NN07 NN08 NN09 NN19 NN20 SD01 SD02 SD03 SD04 SD05
    PL01 PL02 PL03 PL04 PL08 PL09 PL10 PL11 PL12 PL13 PL14 PL15
"""
NOT_JUDGED = {"hop-dong", "thu-cong"}  # of types that the decree has no form for
ROOT = Path(__file__).parents[1]
OURS = sorted(ROOT.glob("examples/*.toml")) + sorted(ROOT.rglob("templates/**/sample.toml"))


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(proof, "_right", set())
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tot.toml").write_text(GOOD, "utf-8")
    return tmp_path


@pytest.fixture
def narrow(here):
    """The office's own Word file, its left margin 10 mm."""
    shipped = templates.find("thong-bao").docx
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(shipped)) as source, zipfile.ZipFile(held, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b'w:left="1701"', b'w:left="567"') if name == "word/document.xml" else data)
    assert held.getvalue() != shipped
    (here / "cua-so.docx").write_bytes(held.getvalue())
    return "cua-so.docx"


def issued(text: str = GOOD, **how):
    return issue(text.encode(), file="tot.toml", folder=Path(), today=date(2026, 11, 23), **how)


def told(capsys, *words):
    code = run(list(words))
    return (code, *capsys.readouterr())


@pytest.fixture
def reads(monkeypatch):
    """How many papers were read back."""
    seen = []
    monkeypatch.setattr("notice_gen.check.read.read", lambda docx, today: seen.append(docx) or read(docx, today))
    return seen


@pytest.mark.parametrize("path", OURS, ids=lambda one: f"{one.parent.name}-{one.stem}")
def test_no_paper_of_ours_has_any_fault(path):
    one = issue(path.read_bytes(), file=path.name, folder=path.parent, today=date(2026, 11, 23))
    verdict = judge(read(one.docx, TODAY), rules.all_rules())
    assert verdict.judged or one.template.manifest["word"] in NOT_JUDGED
    assert [(fault.rule.code, fault.message.format_map(fault.values)) for fault in verdict.faults if fault.rule.level is Level.LUAT] == []
    assert not verdict.unchecked


def test_the_rules_of_form_are_known_and_rules_of_law():
    of_form = [entry.rule for entry in rules.all_rules() if entry.form]
    assert {rule.code for rule in of_form} == set(FORM.split())
    assert {rule.level for rule in of_form} == {Level.LUAT}


def test_a_form_is_judged_once_whatever_the_words(reads):
    for text in (GOOD, spoilt("so = 12", "so = 9"), spoilt("Thông báo như sau:", "Thông báo rằng:")):
        one = issued(text)
        assert proof.of_form(one.docx, one.form, today=TODAY) == ()
    assert len(reads) == 1
    proof._right.clear()  # as in another run
    assert proof.of_form(one.docx, one.form, today=TODAY) == ()
    assert len(reads) == 1


@pytest.mark.parametrize(
    "text",
    [
        spoilt("so = 12", 'so = 12\nkhan = "khẩn"'),
        GOOD + '\n[dinh_dang]\nle_trai = 32\n',
        GOOD + '\n[[phu_luc]]\ntieu_de = "Danh sách"\nnoi_dung = "Một dòng"\n',
        spoilt('[mo_dau]', '[mo_dau]\ncan_cu = ["Căn cứ Luật A"]'),
    ],
    ids=["khan", "le", "phu-luc", "can-cu"],
)  # fmt: skip
def test_another_form_is_judged_anew(reads, text):
    for one in (issued(), issued(text)):
        proof.of_form(one.docx, one.form, today=TODAY)
    assert len(reads) == 2


def test_a_form_that_breaks_the_law_is_told_loudly_each_time_and_the_file_is_written(narrow, here, capsys):
    for _ in range(2):
        code, out, err = told(capsys, "render", "tot.toml", "--template", narrow)
        assert (code, out) == (1, "12-tb-ubnd-thon-mot.docx\n")
        assert "12-tb-ubnd-thon-mot.docx: luật TR02 le_trang_ngoai_khoang: Lề trái 10 mm, quy định từ 30 đến 35 mm." in err
        assert "Văn bản đã làm xong nhưng sai thể thức" in err
    assert (here / "12-tb-ubnd-thon-mot.docx").exists()
    code, out, err = told(capsys, "render", "tot.toml", "--template", narrow, "--format", "json")
    assert (code, err) == (1, "")
    assert [fault["code"] for fault in json.loads(out)["results"][0]["faults"]] == ["TR02"]
    code, out, err = told(capsys, "validate", "tot.toml", "--template", narrow)
    assert (code, out) == (1, "")
    assert "TR02" in err
    assert "Chưa ghi gì; in ra thì văn bản sai thể thức như trên." in err
    assert "đã làm xong" not in err
    assert "không có lỗi" not in err


@pytest.mark.slow
def test_what_the_office_waives_is_not_told(narrow, here, capsys):
    (here / "notice-gen.toml").write_text('[the_thuc]\nbo_qua = ["TR02"]\n', "utf-8")
    assert told(capsys, "render", "tot.toml", "--template", narrow) == (0, "12-tb-ubnd-thon-mot.docx\n", "")


def test_words_are_looked_at_when_asked_for(here, capsys):
    (here / "tot.toml").write_text(spoilt("Đã công khai.", "Đã công khai theo Khoản 2 Điều 5."), "utf-8")
    assert told(capsys, "render", "tot.toml")[0] == 0
    code, _, err = told(capsys, "render", "tot.toml", "--check", "full", "--if-exists", "overwrite")
    assert code == 1
    assert "luật VH07 khoan_diem_viet_hoa" in err


# --- batch ------------------------------------------------------------------------------------------------


@pytest.fixture
def rows(here):
    (here / "chung.toml").write_text(spoilt("so = 12\n", ""), "utf-8")
    (here / "so-lieu.csv").write_text("don_vi.ten,so_lieu.tiep_nhan\nthôn Một,322\nthôn Hai,322\nthôn Ba,322\n", "utf-8")
    return ("batch", "chung.toml", "--data", "so-lieu.csv", "-o", "kq")


def test_a_batch_is_held_against_the_law_once_for_each_form(rows, narrow, capsys, reads):
    code, out, err = told(capsys, *rows, "--template", narrow)
    assert code == 1
    assert len(out.splitlines()) == 3
    assert err.count("luật TR02") == 1
    assert len(reads) == 1


def test_a_batch_in_full_looks_at_every_document(rows, narrow, capsys, reads):
    code, out, err = told(capsys, *rows, "--template", narrow, "--check", "full", "--format", "json")
    assert code == 1
    assert [[fault["code"] for fault in row["faults"]] for row in json.loads(out)["results"]] == [["TR02"]] * 3
    assert len(reads) == 3
    assert "Traceback" not in err


def test_a_right_batch_is_right(rows, capsys):
    assert told(capsys, *rows, "--check", "full")[0] == 0
