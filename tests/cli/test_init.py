"""``notice-gen init``: each answer checked at once, a way back, a summary before anything is written; on a pipe and at a terminal."""

from __future__ import annotations

import io
import os
import select
import subprocess
import sys
import tomllib
from datetime import date

import pytest

from notice_gen.cli.main import run
from notice_gen.library.office_questions import of_office

OFFICE = "notice-gen.toml"
COMMUNE = ["UBND xã Bình Điền", "", "", "", "", ""]
CHAIR = ["Chủ tịch", "", "Nguyễn Văn Hà"]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def init(monkeypatch, capsys, tmp_path):
    def answered(*answers: str, lang: str = "vi") -> tuple[int, str, dict]:
        typed = "".join(f"{answer}\n" for answer in answers).encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
        code = run(["--lang", lang, "init"] if lang == "vi" else ["init", "--lang", lang])
        written = tmp_path / OFFICE
        return code, capsys.readouterr().err, tomllib.loads(written.read_text("utf-8")) if written.exists() else {}

    return answered


def test_answers_that_have_shifted_are_refused_one_by_one(init):
    """They once printed "NGUYỄN VĂN HÀ / PCT / KT. CHỦ TỊCH"."""
    code, said, written = init(*COMMUNE, "Nguyễn Văn Hà", "PCT", "KT. Chủ tịch", "KT. Chủ tịch", "")
    assert (code, written) == (3, {})
    assert "Chức vụ người ký ghi họ tên: “Nguyễn Văn Hà”" in said
    assert "Hiểu là: Phó Chủ tịch" in said
    assert "Họ tên người ký ghi chức vụ, quyền hạn hoặc tên cơ quan: “KT. Chủ tịch”" in said
    assert "chưa ghi gì" in said


WRONG = [
    ("ten", ["", "12", "VT", "Nguyễn Văn Hà", "Chủ tịch", "KT. Chủ tịch", "PCT", "riêng", "UBND", "ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", "-"]),
    ("chu_quan", ["UBND tỉnh Bắc Ninh", "xã Bình Điền"]),
    ("viet_tat", ["VT, NV", "Bình Điền", "Ủy ban nhân dân xã", "a/b"]),
    ("dia_danh", ["Bình Điền, ngày 5", "VT, NV", "UBND", "Chủ tịch", "Nguyễn Văn Hà", "BÌNH ĐIỀN"]),
    ("luu", ["riêng", "chung", "Nguyễn Văn Hà", "Chủ tịch", "KT. Chủ tịch"]),
    ("day_so", ["hai", "VT", "1"]),
    ("chuc_vu.0", ["", "Nguyễn Văn Hà", "KT. Chủ tịch", "NGUYỄN VĂN HÀ", "nguyễn thị hoa", "TM. UBND"]),
    ("quyen_han.0", ["Nguyễn Văn Hà", "KT. Nguyễn Văn Hà", "KT. Chủ tịch", "TM. Chủ tịch", "TL. UBND"]),
    ("ho_ten.0", ["", "-", "12", "Chủ tịch", "PCT", "KT. Chủ tịch", "Ủy ban nhân dân xã", "TS. Lê Văn C", "Lê Văn C; Chủ tịch", "(ghi họ tên)"]),
]
BEFORE = {"ten": "Ủy ban nhân dân xã Bình Điền", "chu_quan": "", "viet_tat": "UBND", "dia_danh": "Bình Điền", "luu": "VT", "day_so": "chung",
          "chuc_vu.0": "Chủ tịch", "quyen_han.0": "TM. Ủy ban nhân dân", "ho_ten.0": "Nguyễn Văn Hà", "chuc_vu.1": ""}  # fmt: skip


@pytest.mark.parametrize(("name", "typed"), [(name, one) for name, several in WRONG for one in several])
def test_what_is_no_answer_to_a_question_is_refused_at_it(name, typed):
    (question,) = [one for one in of_office(BEFORE) if one.name == name]
    known = dict(list(BEFORE.items())[: list(BEFORE).index(name)])
    answer = question.read(typed)
    problems = question.doubts(answer, known)
    assert (not answer and question.why) or any(problem.level == "error" for problem in problems), answer
    assert all(problem.hint_text() and not problem.place for problem in problems)


RIGHT = [
    ("ten", ["Sở Nội vụ", "Trường Trung học cơ sở Lê Lợi", "Hội đồng nhân dân phường Thuận Hóa", "Trung tâm Phục vụ hành chính công", "Công an xã",
             "Văn phòng Đăng ký đất đai", "Phòng Văn hóa - Xã hội", "Đoàn kiểm tra", "Ban Quản lý dự án", "Ủy ban nhân dân tỉnh Nghệ An"]),
    ("viet_tat", ["UBND", "BQLDA", "UBND-VP", "TTg", "BCĐ138"]),
    ("dia_danh", ["Huế", "Phường 3 Bảo Lộc", "Hà Nội", "Văn Miếu - Quốc Tử Giám", "Phường Lê Chân", "Thành phố Hồ Chí Minh", "Hoàng Mai"]),
    ("luu", ["VT, NV", "VT, Hồ sơ", "VT", "VT-VP"]),
    ("day_so", ["chung", "rieng", "riêng", "RIÊNG", "Chung", "riêng "]),
    ("chuc_vu.0", ["Chủ tịch", "Phó Chủ tịch", "Chánh Văn phòng", "Q. Chủ tịch", "Ủy viên", "PCT", "Kế toán trưởng", "Đoàn trưởng"]),
    ("ho_ten.0", ["Lê Thị Hoa", "H'Linh Niê", "Vừ A Dính", "Y Blô", "Hồ Văn", "Công Tằng Tôn Nữ Thị Hà", "nguyễn văn hà", "Đoàn Văn Phòng"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "typed"), [(name, one) for name, several in RIGHT for one in several])
def test_what_may_be_meant_is_taken_in_silence(name, typed):
    (question,) = [one for one in of_office(BEFORE) if one.name == name]
    known = dict(list(BEFORE.items())[: list(BEFORE).index(name)]) | ({"ten": "Sở Nội vụ"} if name == "dia_danh" else {})
    assert question.doubts(question.read(typed), known) == ()


def test_what_the_law_has_otherwise_is_told():
    for name, typed, said in (("ten", "Ủy ban nhân dân tỉnh Bắc Ninh", "là thành phố Bắc Ninh"), ("dia_danh", "Lê Chân", "phải ghi tên gọi đầy đủ")):
        (question,) = [one for one in of_office(BEFORE) if one.name == name]
        told = question.doubts(question.read(typed), dict(list(BEFORE.items())[: list(BEFORE).index(name)]))
        assert any(said in one.text() for one in told)
        assert {one.level for one in told} == {"warning"}


def test_a_numbered_ward_of_before_2025_is_told_where_only_the_list_tells_the_place(monkeypatch):
    monkeypatch.setattr("notice_gen.library.office_questions.today", lambda: date(2026, 11, 23))  # of a later day the list may not know
    (question,) = [one for one in of_office(BEFORE) if one.name == "dia_danh"]
    (told,) = question.doubts(question.read("Phường 3"), BEFORE | {"ten": "Sở Nội vụ"})  # there is phường 3 Bảo Lộc, and no other
    assert told.level == "warning"
    assert "không có tỉnh, thành phố, xã, phường nào tên “Phường 3”" in told.text()


def test_accents_and_short_names_are_understood_and_said(init):
    code, said, written = init("ubnd Xã Bình Điền", "", "", "xã Bình Điền", "", "Riêng", "pct", "", "nguyễn văn hà", "", "")
    assert code == 0
    assert written["co_quan"]["ten"] == ["Ủy ban nhân dân", "xã Bình Điền"]
    assert written["van_ban"]["dia_danh"] == "Bình Điền"
    assert written["so_van_ban"]["day_so"] == "rieng"
    (signer,) = written["nguoi_ky"]
    assert signer["chuc_vu"] == "Phó Chủ tịch"
    assert signer["quyen_han"] == ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]
    assert signer["ho_ten"] == "Nguyễn Văn Hà"
    for understood in ("Ủy ban nhân dân xã Bình Điền", "Bình Điền", "riêng", "Phó Chủ tịch", "Nguyễn Văn Hà"):
        assert f"Hiểu là: {understood}\n" in said


def test_an_answer_typed_as_a_hint_has_it_is_taken(init):
    code, _, written = init(*COMMUNE, 'chuc_vu = "Phó Chủ tịch"', '["TM. UBND", "KT. Chủ tịch"]', 'ho_ten = "Lê Văn C"', "", "")
    assert code == 0
    assert [signer["quyen_han"] for signer in written["nguoi_ky"]] == [["TM. Ủy ban nhân dân", "KT. Chủ tịch"]]
    assert written["nguoi_ky"][0]["ho_ten"] == "Lê Văn C"


def test_an_empty_answer_is_asked_again_with_the_reason(init):
    _, said, _ = init("", *COMMUNE)
    assert "Câu này không để trống được: tên cơ quan in ở đầu mọi văn bản." in said


def test_a_doubtful_answer_is_told_and_taken(init):
    code, said, written = init("UBND xã Binh Dien", "", "", "", "", "", *CHAIR, "", "")
    assert code == 0
    assert "Danh mục ghi “xã Bình Điền”" in said
    assert "Tên cơ quan: Ủy ban nhân dân xã Binh Dien  ← xem lại" in said
    assert written["co_quan"]["ten"][1] == "xã Binh Dien"


@pytest.mark.parametrize("back", ["<", "lùi", "quay lại", "back"])
def test_one_goes_back_to_the_question_before(init, back):
    code, said, written = init("Sở Tài chính", back, "Sở Nội vụ", "", "", "Huế", "", "", "Giám đốc", "", "Lê Văn C", "", "")
    assert code == 0
    assert "[Sở Tài chính]" in said  # offered again
    assert written["co_quan"] == {"ten": ["Sở Nội vụ"], "viet_tat": "SNV"}


def test_nobody_goes_back_beyond_the_first_question(init):
    assert "Đây là câu đầu tiên." in init("<", "<", *COMMUNE)[1]


def test_a_line_of_the_summary_is_changed_and_what_was_guessed_from_it_asked_again(init):
    code, said, written = init(*COMMUNE, *CHAIR, "", "1", "UBND xã Phú Lộc", "", "9", "Lê Văn C", "")
    assert code == 0
    assert said.count("Sẽ ghi:") == 3
    assert "Địa danh trước ngày tháng [Phú Lộc]" in said
    assert written["van_ban"]["dia_danh"] == "Phú Lộc"
    assert written["nguoi_ky"][0]["ho_ten"] == "Lê Văn C"


def test_a_change_in_the_summary_that_no_longer_fits_is_told(init):
    code, said, written = init(*COMMUNE, *CHAIR, "", "7", "Phó Chủ tịch", "TM. UBND; KT. Chủ tịch", "")
    assert code == 0
    assert written["nguoi_ky"][0]["quyen_han"] == ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]
    assert written["nguoi_ky"][0]["chuc_vu"] == "Phó Chủ tịch", said


@pytest.mark.parametrize(("last", "code"), [(["k"], 130), (["không"], 130), (["xyz", "99", "n"], 130), ([], 3)])
def test_nothing_is_written_without_a_yes(init, last, code):
    ended, said, written = init(*COMMUNE, *CHAIR, "", *last)
    assert (ended, written) == (code, {})
    assert "Sẽ ghi:" in said
    assert "Chưa ghi gì." in said or "chưa ghi gì." in said


def test_all_of_it_in_english(init):
    code, said, _ = init("", *COMMUNE, "Nguyễn Văn Hà", *CHAIR, "", "99", "", lang="en")
    assert code == 0
    for sentence in ("This cannot be left empty: the office's name", "Understood as:", "The signer's post is a name", "To be written:", "number from 1 to"):
        assert sentence in said
    assert "Hiểu là" not in said


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_at_a_terminal(tmp_path):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "notice_gen", "init"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path, close_fds=True) as process:
        os.close(theirs)
        said = b""
        for asked, answer in [
            ("Bình Điền):", "<"), ("câu đầu tiên", "UBND xã Bình Điền"), ("để trống):", ""), ("[UBND]:", ""), ("[Bình Điền]:", ""),
            ("[VT]:", ""), ("[chung]:", "riêng"), ("Chủ tịch):", "chủ tịch"), ("nhân dân]:", ""), ("học vị:", "Nguyễn Văn Hà"),
            ("nếu hết):", ""), ("gõ k để thôi:", ""),
        ]:  # fmt: skip
            while asked.encode() not in said:
                assert select.select([ours], [], [], 60)[0], said.decode()
                said += os.read(ours, 4096)
            said = b"" if asked != "Bình Điền):" else said.replace(asked.encode(), b"")
            os.write(ours, f"{answer}\n".encode())
        process.wait(60)
    os.close(ours)
    assert process.returncode == 0
    assert 'day_so = "rieng"' in (tmp_path / OFFICE).read_text("utf-8")
