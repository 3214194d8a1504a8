"""The use cases as a library: findings without a file, a clock that is given, and what a run did as records."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from notice_gen import files, register
from notice_gen.errors import ExitCode, OutputError, Problem
from notice_gen.office import notices, numbering, printing
from notice_gen.office.notices import Findings
from tests.helpers.findings import GOOD, spoilt
from tests.helpers.word import paragraphs

TODAY = date(2026, 11, 24)
AUTO = spoilt("so = 12", 'so = "tu-dong"')
FAIL = files.IfExists.FAIL


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def findings(text: str, file: str = "phieu-1", folder: Path | None = None) -> Findings:
    return Findings(file, folder or Path(), text.encode())


def two() -> list[Findings]:
    return [findings(AUTO, "a"), findings(AUTO.replace("thôn Một", "thôn Hai"), "b")]


def numbers() -> list[tuple[int, str]]:
    with register.connect(numbering.NAME, create=False) as book:
        return [(entry.so, entry.trang_thai) for entry in register.entries(book)]


def test_findings_that_are_no_file_are_numbered_written_and_noted(tmp_path):
    target = printing.into(tmp_path)
    numbered = printing.prepare(two(), today=TODAY, target=target)
    assert (numbered.created, numbers()) == ((numbering.NAME,), [(1, register.GIU_CHO), (2, register.GIU_CHO)])
    written = printing.write(numbered, target, if_exists=FAIL)
    assert [file.path.name for file in written.files.values()] == ["01-tb-ubnd-thon-mot.docx", "02-tb-ubnd-thon-hai.docx"]
    assert (written.problems, written.interrupted, numbers()) == ((), False, [(1, register.DA_CAP), (2, register.DA_CAP)])
    again = printing.prepare(two(), today=TODAY, target=target)
    assert (again.created, [outcome.notice.name for outcome in again.outcomes]) == ((), [path.name for path in sorted(tmp_path.glob("*.docx"))])


def test_no_number_is_taken_while_one_is_refused():
    numbered = printing.prepare([*two(), findings(spoilt("phien_ban = 1", "phien_ban = 9"), "c")], today=TODAY)
    assert [outcome.exit_code for outcome in numbered.outcomes] == [ExitCode.OK, ExitCode.OK, ExitCode.INPUT]
    assert (numbered.keys, numbered.created, Path(numbering.NAME).exists()) == ({}, (), False)


def test_a_number_is_reserved_before_its_file_and_noted_after(monkeypatch):
    seen: list[tuple[str, list[tuple[int, str]]]] = []
    write, issue = files.write, numbering.issue
    monkeypatch.setattr(files, "write", lambda *args, **options: (seen.append(("write", numbers())), write(*args, **options))[1])
    monkeypatch.setattr(numbering, "issue", lambda *args: (seen.append(("note", numbers())), issue(*args))[1])
    target = printing.into(None)
    printing.write(printing.prepare([findings(AUTO)], today=TODAY, target=target), target, if_exists=FAIL)
    assert seen == [("write", [(1, register.GIU_CHO)]), ("note", [(1, register.GIU_CHO)])]
    assert numbers() == [(1, register.DA_CAP)]


def test_what_was_written_before_an_interruption_is_noted(monkeypatch):
    write = files.write

    def interrupted(path, *args, **options):
        if "hai" in path.name:
            raise KeyboardInterrupt
        return write(path, *args, **options)

    monkeypatch.setattr(files, "write", interrupted)
    target = printing.into(None)
    written = printing.write(printing.prepare(two(), today=TODAY, target=target), target, if_exists=FAIL)
    assert (written.interrupted, list(written.files)) == (True, [0])
    assert numbers() == [(1, register.DA_CAP), (2, register.GIU_CHO)]


def test_one_that_cannot_be_written_keeps_its_number_and_no_other_from_its_file(monkeypatch):
    write = files.write

    def full(path, *args, **options):
        if "mot" in path.name:
            raise OutputError(Problem("đầy"))
        return write(path, *args, **options)

    monkeypatch.setattr(files, "write", full)
    target = printing.into(None)
    written = printing.write(printing.prepare(two(), today=TODAY, target=target), target, if_exists=FAIL)
    assert [file.status for file in written.files.values()] == ["not written", "written"]
    assert [outcome.exit_code for outcome in written.outcomes] == [ExitCode.ENVIRONMENT, ExitCode.OK]
    assert numbers() == [(1, register.GIU_CHO), (2, register.DA_CAP)]


def test_a_stream_takes_the_bytes_before_the_register_notes_them():
    out = io.BytesIO()
    numbered = printing.prepare([findings(AUTO)], today=TODAY)
    assert printing.send(numbered, out) == ()
    assert any("Số: 01/TB-UBND" in line for line in paragraphs(out.getvalue()))
    assert numbers() == [(1, register.DA_CAP)]

    class Closed(io.BytesIO):
        def write(self, _):
            raise BrokenPipeError

    other = printing.prepare([findings(AUTO.replace("thôn Một", "thôn Hai"))], today=TODAY)
    with pytest.raises(BrokenPipeError):
        printing.send(other, Closed())
    assert numbers() == [(1, register.DA_CAP), (2, register.GIU_CHO)]


def test_only_numbers_that_the_run_took_itself_are_made_void_when_nothing_came_out():
    printing.prepare(two()[:1], today=TODAY)
    numbered = printing.prepare(two(), today=TODAY, fresh=True)
    [problem] = printing.release(numbered)
    assert ("số 2 vừa lấy đã hủy" in problem.text(), problem.level) == (True, "warning")
    assert numbers() == [(1, register.GIU_CHO), (2, register.HUY)]
    assert printing.release(printing.prepare(two()[:1], today=TODAY, fresh=True)) == ()
    assert printing.release(printing.prepare(two(), today=TODAY)) == ()
    assert numbers() == [(1, register.GIU_CHO), (2, register.HUY), (3, register.GIU_CHO)]


def test_a_register_that_is_gone_is_not_begun_anew_to_make_a_number_void():
    numbered = printing.prepare(two(), today=TODAY, fresh=True)
    Path(numbering.NAME).unlink()
    assert (printing.release(numbered), Path(numbering.NAME).exists()) == ((), False)


def test_a_look_takes_nothing_and_a_warning_refuses_when_it_is_to():
    numbered = printing.prepare([findings(AUTO)], today=TODAY, dry=True)
    assert (numbered.outcomes[0].notice.notice.van_ban.so, Path(numbering.NAME).exists()) == ("tu-dong", False)
    printing.prepare([findings(AUTO)], today=TODAY)
    typed = [findings(GOOD.replace("thôn Một", "thôn Hai"), "b")]
    [gap] = printing.prepare(typed, today=TODAY, dry=True).outcomes
    assert ([problem.level for problem in gap.problems], gap.exit_code) == (["warning"], ExitCode.OK)
    [refused] = printing.prepare(typed, today=TODAY, strict=True).outcomes
    assert ([problem.level for problem in refused.problems], refused.exit_code, numbers()) == (["error"], ExitCode.INPUT, [(1, register.GIU_CHO)])


def test_a_warning_refuses_no_notice_unless_it_is_to():
    doubtful = [findings(GOOD.replace('"Thôn Hai"', '"Thôn **Hai"'))]
    for outcome, level, code in ((notices.make(doubtful, today=TODAY)[0], "warning", ExitCode.OK), (notices.make(doubtful, today=TODAY, strict=True)[0], "error", ExitCode.INPUT)):
        assert ([problem.level for problem in outcome.problems], outcome.exit_code) == ([level], code)


def test_the_settings_of_a_folder_belong_to_findings_that_are_said_to_lie_there(tmp_path):
    (tmp_path / "xa").mkdir()
    (tmp_path / "xa" / "notice-gen.toml").write_text('[noi_nhan]\nluu = "VT, KT"\n', "utf-8")
    [outcome] = notices.make([findings(GOOD.replace('luu = "VT"\n', ""), folder=tmp_path / "xa")], today=TODAY)
    assert outcome.notice.context.values["noi_nhan"][-1] == "- Lưu: VT, KT."
