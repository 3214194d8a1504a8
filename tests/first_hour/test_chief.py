"""The chief edits the printed paper in Word and sends it back: seen, taken into the findings, printed again with its number."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from tests.helpers.findings import GOOD
from tests.helpers.spoil import drop, spoilt, words
from tests.helpers.word import paragraphs

NAME = "01-tb-ubnd-thon-mot.docx"


@pytest.fixture
def office(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("kl.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"'), "utf-8")

    def typed(line: str) -> tuple[int, str]:
        capsys.readouterr()
        code = run(shlex.split(line)[1:])
        out, err = capsys.readouterr()
        return code, out + err

    return typed


def test_what_was_edited_in_word_comes_back_and_is_printed_again(office):
    """docs/lanh-dao-sua.md, in its order."""
    assert office("notice-gen render kl.toml")[0] == 0
    assert "đúng từng byte văn bản đã cấp số 01/TB-UBND" in office(f"notice-gen verify {NAME}")[1]
    findings = Path("kl.toml").read_text("utf-8")
    edited = spoilt(Path(NAME).read_bytes(), words("Đã công khai.", "Đã công khai, niêm yết đủ."), drop("- Thôn Hai"))
    Path(NAME).write_bytes(edited)

    code, said = office(f"notice-gen verify {NAME}")
    assert code == 1, said
    code, said = office(f"notice-gen diff kl.toml {NAME}")
    assert code == 1
    assert "niêm yết đủ" in said

    code, said = office(f"notice-gen take-edits kl.toml {NAME} --dry-run")
    assert "niêm yết đủ" in said, said
    assert Path("kl.toml").read_text("utf-8") == findings
    code, said = office(f"notice-gen take-edits kl.toml {NAME}")
    assert code == 0, said
    assert Path("kl.toml.bak").read_text("utf-8") == findings
    taken = Path("kl.toml").read_text("utf-8")
    assert '{ ma = "A-01", noi_dung = "Đã công khai, niêm yết đủ." }' in taken
    assert "{{ tiep_nhan }}" in taken
    assert "Thôn Hai" not in taken

    code, said = office("notice-gen render kl.toml")  # the chief's own file stays until it is told
    assert code == 4, said
    assert Path(NAME).read_bytes() == edited
    code, said = office("notice-gen render kl.toml --if-exists overwrite")
    assert code == 0, said
    assert NAME in said  # with the number that it had
    assert paragraphs(Path(NAME).read_bytes()) == paragraphs(edited)


def test_what_is_not_printed_again_is_checked_before_it_is_signed(office):
    assert office("notice-gen render kl.toml")[0] == 0
    assert office(f"notice-gen check {NAME}")[0] == 0
    Path(NAME).write_bytes(spoilt(Path(NAME).read_bytes(), words("Độc lập - Tự do", "Độc lập – Tự do")))
    code, said = office(f"notice-gen check {NAME}")
    assert code == 1
    assert "TN02" in said
    assert "căn cứ: Phụ lục I" in said
